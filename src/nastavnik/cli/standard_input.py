"""``-`` in place of a file: what comes on standard input, kept in a file of its own while the command runs.

What it is can be told from its first bytes: a workbook is an archive, JSON begins with a brace, and all else is CSV.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO, Final

import click

from nastavnik.basics.errors import InvalidInputError
from nastavnik.basics.limits import OverLimitError, taken_from
from nastavnik.basics.places import Place

__all__ = ["DASH", "ending_of", "saved_input"]

DASH: Final = "-"
"""What stands for standard input, and for standard output where something is written."""

_ARCHIVE: Final = b"PK\x03\x04"
_MARK: Final = b"\xef\xbb\xbf"


def ending_of(data: bytes) -> str:
    r"""Return the ending of the file that such bytes would stand in.

    >>> ending_of(b"id;position"), ending_of(b'  {"format": 1}'), ending_of(b"PK\x03\x04...")
    ('.csv', '.json', '.xlsx')
    """
    if data.startswith(_ARCHIVE):
        return ".xlsx"
    return ".json" if data.removeprefix(_MARK).lstrip().startswith(b"{") else ".csv"


def saved_input(ctx: click.Context) -> Path:
    """Return the file in which standard input is kept until the command ends; the same one for every ``-``.

    Args:
        ctx: of the whole call.

    Raises:
        InvalidInputError: when there is more of it than is read.
    """
    saved: Path | None = ctx.meta.get(__name__)
    if saved is None:
        stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
        try:
            data = b"" if stream is None else taken_from(stream)
        except OverLimitError as error:
            raise InvalidInputError([error.fault.moved(place=Place(file=DASH))]) from None
        folder = Path(tempfile.mkdtemp(prefix="nastavnik-"))

        def remove() -> None:
            shutil.rmtree(folder, ignore_errors=True)

        ctx.call_on_close(remove)
        saved = folder / f"stdin{ending_of(data)}"
        saved.write_bytes(data)
        ctx.meta[__name__] = saved
    return saved
