"""The command line called in this process with streams of its own: any encoding, and a traceback kept, not raised."""

import io
import os
import re
import signal
import sys
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

from attrs import frozen

from nastavnik.cli import run

__all__ = ["Ended", "TooSlowError", "crash_of", "run_in", "within"]

_OWN_MISTAKE: Final = 70
"""Exit status with which the library owns up to a mistake of its own; it is a traceback all the same."""

_OF_MISTAKE: Final = re.compile(r"\((\w+), ([\w/]+\.py:\d+)")
_FRAME: Final = re.compile(r'File "([^"]+)", line (\d+), in (\S+)')


class TooSlowError(BaseException):
    """What was run took longer than it was given; no handler for errors may swallow it."""


@frozen(kw_only=True)
class Ended:
    """What a call left.

    Args:
        status: exit status, or None after a traceback.
        out: what it wrote to its output, decoded.
        err: what it wrote to its errors, decoded.
        crash: kind of error and place in the library of a traceback, or of a mistake that is owned up to; or None.
        trace: the whole traceback, or nothing.
    """

    status: int | None
    out: str
    err: str
    crash: str | None = None
    trace: str = ""


def crash_of(error: BaseException) -> str:
    """Return the kind of an error and the last place of the library that it went through.

    >>> try:
    ...     {}["id"]
    ... except KeyError as error:
    ...     crash_of(error)
    'KeyError at ?'
    """
    frames = _FRAME.findall("".join(traceback.format_tb(error.__traceback__)))
    ours = [(file, line, name) for file, line, name in frames if f"nastavnik{os.sep}" in file]
    if not ours:
        return f"{type(error).__name__} at ?"
    file, line, name = ours[-1]
    inner = Path(file).as_posix().rpartition("nastavnik/")[2]
    return f"{type(error).__name__} at {inner}:{line} {name}"


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Stop what takes longer, in time of the processor, where the system has such a clock."""
    if not hasattr(signal, "SIGPROF"):
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"longer than {seconds} s")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run_in(
    words: Sequence[str | Path],
    *,
    encoding: str = "utf-8",
    given: bytes = b"",
    seconds: int = 60,
    folder: Path | None = None,
) -> Ended:
    """Run the command line with streams of this encoding, as a pipe or a file would be.

    Args:
        words: command, options and values.
        encoding: of output and errors, strict as Python makes them on Windows.
        given: what stands on the input.
        seconds: after which a call counts as one that does not end.
        folder: where it is called; here unless stated.
    """
    kept = sys.stdin, sys.stdout, sys.stderr
    before = Path.cwd()
    raw_out, raw_err = io.BytesIO(), io.BytesIO()
    out = io.TextIOWrapper(raw_out, encoding=encoding, errors="strict", write_through=True)
    err = io.TextIOWrapper(
        raw_err, encoding=encoding, errors="backslashreplace", write_through=True
    )
    status: int | None = None
    crash, trace = None, ""
    try:
        if folder is not None:
            os.chdir(folder)
        sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
        sys.stdout, sys.stderr = out, err
        with warnings.catch_warnings(), within(seconds):
            warnings.simplefilter("ignore")
            run([str(word) for word in words])
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except (Exception, KeyboardInterrupt, TooSlowError) as error:  # noqa: BLE001 - every traceback is a finding
        crash, trace = crash_of(error), "".join(traceback.format_exception(error))
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
        os.chdir(before)
    shown = [_read(raw, stream) for raw, stream in ((raw_out, out), (raw_err, err))]
    if status == _OWN_MISTAKE:
        said = _OF_MISTAKE.search(shown[1])
        crash = " at ".join(said.groups()) if said else "a mistake of the library's own"
        trace = shown[1]
    return Ended(status=status, out=shown[0], err=shown[1], crash=crash, trace=trace)


def _read(raw: io.BytesIO, stream: io.TextIOWrapper) -> str:
    """Return what was written, in the encoding that the stream has at the end: it may have been changed."""
    try:
        stream.flush()
        data = raw.getvalue()
    except ValueError:  # closed by whom it was given to
        return ""
    text = data.decode(stream.encoding, "replace")
    stream.detach()
    return text
