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
from typing import Final

import click

from nastavnik.basics.errors import InvalidInputError, NastavnikError, RuleError
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Language
from nastavnik.basics.version import __version__
from nastavnik.cli.answers import Manner
from nastavnik.cli.app import make_app
from nastavnik.cli.calls import Call
from nastavnik.cli.help_pages import InterruptedCallError
from nastavnik.cli.misuse import Misused
from nastavnik.cli.output import OutputLostError, ready, tell
from nastavnik.cli.settings import language_of, settings_of
from nastavnik.cli.statuses import DONE, INTERRUPTED, LOST, REFUSED, UNEXPECTED, WRONG
from nastavnik.cli.texts import TEXTS
from nastavnik.programme.round.demands import NoPlanError

__all__ = ["DEBUG", "run"]

DEBUG: Final = "NASTAVNIK_DEBUG"
"""Name of the variable that, if it is not empty, has tracebacks shown."""

_SOURCE: Final = Path(__file__).parents[1]


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments``, or on those of the process, and exit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    with ready():
        sys.exit(_status(words))


def _status(words: list[str]) -> int:
    """Do what is asked for, tell what goes wrong, and return the exit status."""
    call = Call(language=language_of(words, os.environ))
    try:
        return _done(words, call)
    except InterruptedCallError:
        tell(TEXTS["interrupted"][call.language])
        return INTERRUPTED
    except OutputLostError as error:
        tell(TEXTS["output-lost"][call.language].format(reason_of(error.cause)[call.language]))
        return LOST
    except BrokenPipeError:  # nobody reads what click says of itself
        return DONE
    except Exception as error:  # noqa: BLE001 - the last line of defence
        tell(_of_unexpected(error, call))
        return UNEXPECTED


def _done(words: list[str], call: Call) -> int:
    try:
        settings = settings_of(words, os.environ)
        call.language = settings.language
        app = make_app(settings)
        ended = app.main(words, prog_name="nastavnik", standalone_mode=False, obj=call)
    except InvalidInputError as error:
        return _told(call, WRONG, error.text(call.language), error=error)
    except NoPlanError as error:
        return _told(call, REFUSED, error.text(call.language), error=error)
    except Misused as error:
        return _told(call, WRONG, error.told())
    except click.ClickException as error:
        return _told(call, WRONG, error.format_message())
    except click.Abort:
        raise InterruptedCallError from None
    except RuleError as error:
        return _told(call, WRONG, TEXTS["rule-error"][call.language].format(error))
    except NastavnikError as error:
        return _told(call, WRONG, TEXTS["refused"][call.language].format(error))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "nastavnik":
            raise
        return _told(call, WRONG, TEXTS["not-there"][call.language].format(error.name))
    except BrokenPipeError:
        raise
    except OSError as error:
        why = reason_of(error)[call.language]
        named = f"{error.filename}: " if error.filename else ""
        return _told(call, WRONG, f"{named}{why}")
    return ended if isinstance(ended, int) else DONE


def _told(
    call: Call, status: int, text: str, *, error: InvalidInputError | NoPlanError | None = None
) -> int:
    """Tell people, or a program, how a call ended otherwise than it should, and return its exit status."""
    manner = call.manner
    if manner is None or not manner.as_json:
        tell(text)
        return status
    manner = Manner(command=manner.command, language=call.language, as_json=True)
    manner.answer_programs(
        status=status,
        faults=error.faults if isinstance(error, InvalidInputError) else (),
        conflicts=error.conflicts if isinstance(error, NoPlanError) else (),
        message=text,
    )
    return status


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
