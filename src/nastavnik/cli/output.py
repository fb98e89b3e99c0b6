"""The one place through which the command line speaks: standard output and standard error.

An answer is never lost for a character. What a stream cannot hold is written as what looks like it, such as ``-`` for
a dash, or else as the escape that Python has for it. A closed pipe is no error: nobody listens any more, and the work
goes on. What cannot be written for another cause, such as a full disk, is an `OutputLostError`.

On Windows a file or a pipe gets UTF-8, unless ``PYTHONIOENCODING`` asks for something else: the code page that Python
would take there is not one that anybody chose, and does not hold «≥».
"""

import codecs
import contextlib
import errno
import io
import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from typing import IO, Final

__all__ = ["OutputLostError", "holds_everything", "ready", "say", "say_bytes", "tell"]

_HANDLER: Final = "nastavnik-lookalike"
"""How the handlers of errors are called, before the encoding that each is for."""

_ALIKE: Final = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("«»“”„″", '"'),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("\u00a0\u2007\u2009\u202f", " "),
    "…": "...",
    "№": "No.",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "→": "->",
    "•": "*",
}
"""What stands for a character where a stream has none such."""

_CLOSED: Final = frozenset({errno.EPIPE, errno.ESHUTDOWN, errno.ECONNRESET})
"""Why a stream takes no more: whoever read it has gone."""

_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""What moves the cursor, turns the direction or shows nothing: names of files may hold it, and no terminal gets it."""


class OutputLostError(Exception):
    """An answer that could not be written.

    Args:
        cause: what the operating system said.
    """

    def __init__(self, cause: OSError) -> None:
        super().__init__(str(cause))
        self.cause = cause


def _handler_of(encoding: str) -> str:
    """Return the name of the handler that writes what an encoding lacks; the error itself may call it "charmap"."""

    def lookalike(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        lacking = error.object[error.start : error.end]
        return "".join(_one(character, encoding) for character in lacking), error.end

    name = f"{_HANDLER}-{encoding}"
    codecs.register_error(name, lookalike)
    return name


def _one(character: str, encoding: str) -> str:
    """Return what looks like a character, or the escape that Python has for it."""
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    for other in (_ALIKE.get(character, ""), plain, bare):
        with contextlib.suppress(UnicodeEncodeError):
            if other.encode(encoding):
                return other
    return character.encode("ascii", "backslashreplace").decode()


@contextlib.contextmanager
def ready() -> Iterator[None]:
    """Make both streams take whatever is said, and leave them as they were found.

    >>> with ready():
    ...     say("Готово")
    Готово
    """
    found = [(stream, stream.encoding, stream.errors) for stream in _streams()]
    for stream, encoding, errors in found:
        kept = errors not in {None, "strict", "surrogateescape", "backslashreplace"}
        chosen = _encoding_for(stream, encoding)
        stream.reconfigure(encoding=chosen, errors=errors if kept else _handler_of(chosen))
    try:
        yield
    finally:
        for stream, encoding, errors in found:
            with contextlib.suppress(OSError, ValueError):  # closed meanwhile
                stream.reconfigure(encoding=encoding, errors=errors)


def _streams() -> list[io.TextIOWrapper]:
    return [one for one in (sys.stdout, sys.stderr) if isinstance(one, io.TextIOWrapper)]


def _encoding_for(stream: io.TextIOWrapper, encoding: str) -> str:
    if "PYTHONIOENCODING" in os.environ:
        return encoding
    nobodys = sys.platform == "win32" and not stream.isatty()
    return "utf-8" if nobodys or codecs.lookup(encoding).name == "ascii" else encoding


def holds_everything(stream: IO[str] | None = None) -> bool:
    """Return whether standard output, or another stream, is in UTF-8 and so holds every character.

    >>> holds_everything(io.TextIOWrapper(io.BytesIO(), encoding="cp1251"))
    False
    """
    name = getattr(stream or sys.stdout, "encoding", None) or "utf-8"
    return codecs.lookup(name).name == "utf-8"


def say(text: str) -> None:
    """Write one line, or several, to standard output: what was asked for, and nothing else.

    Raises:
        OutputLostError: when it cannot be written.
    """
    _write(text, err=False)


def tell(text: str) -> None:
    """Write one line, or several, to standard error: what went wrong, and what is only said by the way.

    >>> tell("")  # standard error is not what a doctest reads
    """
    with contextlib.suppress(OutputLostError):  # there is no other place to say so
        _write(text, err=True)


def say_bytes(data: bytes) -> None:
    """Write a document to standard output as it would stand in a file.

    Raises:
        OutputLostError: when it cannot be written.
    """
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # somebody has put a stream of texts in its place
        _write(data.decode(), err=False, line=False)
        return
    with _writing():
        sys.stdout.flush()
        stream.write(data)
        stream.flush()


def _written_out(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _write(text: str, *, err: bool, line: bool = True) -> None:
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # a program without a console has neither
        return
    shown = _UNSEEN.sub(_written_out, text)
    with _writing():
        stream.write(f"{shown}\n" if line else shown)
        stream.flush()


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Windows says EINVAL of a pipe whose reader has gone.
        gone = {*_CLOSED, errno.EINVAL} if sys.platform == "win32" else _CLOSED
        if error.errno not in gone:
            raise OutputLostError(error) from error
