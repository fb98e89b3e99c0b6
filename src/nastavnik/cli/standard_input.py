"""``-`` in place of a file: what comes on standard input, kept in a file of its own while the command runs.

What it is can be told from its first bytes: a workbook is an archive, JSON begins with a brace, and all else is CSV.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Final

import click

__all__ = ["DASH", "ending_of", "saved_input"]

DASH: Final = "-"
"""What stands for standard input, and for standard output where something is written."""

_ARCHIVE: Final = b"PK\x03\x04"
_MARK: Final = b"\xef\xbb\xbf"


def ending_of(data: bytes) -> str:
    """Return the ending of the file that such bytes would stand in.

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
    """
    saved: Path | None = ctx.meta.get(__name__)
    if saved is None:
        data = click.get_binary_stream("stdin").read()
        folder = Path(tempfile.mkdtemp(prefix="nastavnik-"))
        ctx.call_on_close(lambda: shutil.rmtree(folder, ignore_errors=True))
        saved = folder / f"stdin{ending_of(data)}"
        saved.write_bytes(data)
        ctx.meta[__name__] = saved
    return saved
