"""One call from beginning to end: whatever happens, there is an exit status and a sentence, and never a traceback.

What went wrong is told on standard error in the reader's language, or on standard output as JSON where that is asked
for. A mistake of the library's own is told by its kind and its place in the code, never by its message, for that could
quote a child's data; the traceback is shown to those who ask for it by ``--debug`` or ``NASTAVNIK_DEBUG``.
"""

import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click
from attrs import evolve

from nastavnik.basics.disclosure import file_told
from nastavnik.basics.errors import InvalidInputError, NastavnikError, RuleError
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Language
from nastavnik.basics.version import __version__
from nastavnik.cli.app import make_app
from nastavnik.cli.calls import AnsweredError, Call
from nastavnik.cli.help_pages import InterruptedCallError
from nastavnik.cli.inputs import NotHoldingError
from nastavnik.cli.misuse import Misused
from nastavnik.cli.output import OutputLostError, ready, tell
from nastavnik.cli.settings import language_of, settings_of
from nastavnik.cli.statuses import DONE, INTERRUPTED, LOST, REFUSED, UNEXPECTED, WRONG
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.folder import NotAsWrittenError
from nastavnik.programme.round.demands import NoPlanError

__all__ = ["DEBUG", "run"]

DEBUG: Final = "NASTAVNIK_DEBUG"
"""Name of the variable that, if it is not empty, has tracebacks shown."""

_EXPECTED: Final = (
    NastavnikError,
    NotHoldingError,
    click.ClickException,
    ModuleNotFoundError,
    OSError,
)
"""What may go wrong without being a mistake of the library's."""

_SOURCE: Final = Path(__file__).parents[1]


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments``, or on those of the process, and exit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    with ready():
        sys.exit(_status(words))


def _status(words: list[str]) -> int:
    """Do what is asked for, tell what goes wrong, and return the exit status."""
    call = Call(language=language_of(words, os.environ), values="--show-values" in words)
    try:
        return _done(words, call)
    except (InterruptedCallError, KeyboardInterrupt):
        tell(TEXTS["interrupted"][call.language])
        return INTERRUPTED
    except OutputLostError as error:
        tell(TEXTS["output-lost"][call.language].format(reason_of(error.cause)[call.language]))
        return LOST
    except Exception as error:  # noqa: BLE001 - the last line of defence
        tell(_of_unexpected(error, call))
        return UNEXPECTED


def _done(words: list[str], call: Call) -> int:
    try:
        settings = settings_of(words, os.environ)
        call.language = settings.language
        app = make_app(settings)
        ended = app.main(words, prog_name="nastavnik", standalone_mode=False, obj=call)
    except InterruptedCallError:
        raise
    except click.Abort:
        raise InterruptedCallError from None
    except AnsweredError as error:
        tell(str(error))
        return error.status
    except _EXPECTED as error:
        if isinstance(error, ModuleNotFoundError) and (error.name or "").startswith("nastavnik"):
            raise
        return _told(call, error)
    return ended if isinstance(ended, int) else DONE


_REFUSING: Final = (NoPlanError, NotHoldingError, NotAsWrittenError)
"""What is no mistake of the call: what it is about does not hold."""


def _told(call: Call, error: Exception) -> int:
    """Tell people, or a program, how a call ended otherwise than it should, and return its exit status."""
    status = REFUSED if isinstance(error, _REFUSING) else WRONG
    if isinstance(error, InvalidInputError):
        text = error.text(call.language, values=call.values)
    else:
        text = _text_of(error, call.language, values=call.values)
    if call.manner is None or not call.manner.as_json:
        tell(text)
        return status
    parts: dict[str, Any] = {
        "status": status,
        "faults": error.faults if isinstance(error, InvalidInputError) else (),
        "conflicts": error.conflicts if isinstance(error, NoPlanError) else (),
        "message": text,
    }
    try:
        call.manner.answer_programs(**parts)
    except InvalidInputError as unwritten:  # the file that was to hold the answer
        tell(unwritten.text(call.language, values=call.values))
        evolve(call.manner, output=None).answer_programs(**parts)
    return status


def _text_of(error: Exception, language: Language, *, values: bool) -> str:
    """Return what is said of an error that can be expected and is no fault of an input."""
    if isinstance(error, NoPlanError):
        return error.text(language)
    if isinstance(error, click.ClickException):
        return error.told() if isinstance(error, Misused) else error.format_message()
    if isinstance(error, OSError):
        why = reason_of(error)[language]
        file = file_told(str(error.filename), language, values=values) if error.filename else ""
        return f"{file}: {why}" if file else why
    if isinstance(error, NotHoldingError):
        return str(error)
    if isinstance(error, ModuleNotFoundError):
        return TEXTS["not-there"][language].format(error.name)
    key = "rule-error" if isinstance(error, RuleError) else "refused"
    return TEXTS[key][language].format(error)


def _of_unexpected(error: Exception, call: Call) -> str:
    """Return what is said of a mistake of the library's own."""
    language: Language = call.language
    if isinstance(error, MemoryError):
        return TEXTS["no-memory"][language]
    said = TEXTS["unexpected"][language].format(
        kind=type(error).__name__, place=_place_of(error), version=__version__
    )
    if call.debug or os.environ.get(DEBUG):
        shown = "".join(traceback.format_exception(error))
        return f"{shown}{said}\n{TEXTS['unexpected-shown'][language]}"
    return f"{said}\n{TEXTS['unexpected-hidden'][language]}"


def _place_of(error: Exception) -> str:
    """Return the last line of ours that was run: file and number, nothing of what was in it."""
    place = "?"
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_SOURCE):
            place = f"{path.relative_to(_SOURCE).as_posix()}:{frame.lineno}"
    return place
