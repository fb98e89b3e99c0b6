"""A file that should be a table: found, told apart by its ending, read as raw rows."""

import os
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.system_errors import reason_of
from nastavnik.exchange.tables.csv_files import read_csv
from nastavnik.exchange.tables.raw import RawTable, refused

__all__ = ["FilePath", "read_table", "table_names"]

FilePath = str | os.PathLike[str]
"""Where a file is."""

ENDINGS: Final = (".csv", ".xlsx")
"""Endings of the files that can be tables."""


def read_table(path: Path, name: str) -> RawTable:
    """Read a file as raw rows; messages call it ``name``.

    Raises:
        InvalidInputError: when it is not there, or is no table.
        ModuleNotFoundError: when it is a workbook and openpyxl is not installed.
    """
    try:
        data = _contents(path, name)
    except OSError as error:
        raise refused(Fault("unreadable", value=reason_of(error)), file=name) from error
    if path.suffix.lower() == ".csv":
        return read_csv(data, file=name)
    from nastavnik.exchange.tables.xlsx_files import read_xlsx  # noqa: PLC0415 - openpyxl is an extra

    return read_xlsx(data, file=name)


def _contents(path: Path, name: str) -> bytes:
    if not path.exists():
        raise refused(Fault("no-file"), file=name)
    if not path.is_file():
        raise refused(Fault("not-a-file"), file=name)
    if path.suffix.lower() not in ENDINGS:
        advice = nearest(path.suffix.lower(), ENDINGS)
        raise refused(Fault("unknown-ending", value=path.suffix, advice=advice), file=name)
    return path.read_bytes()


def table_names(*paths: Path) -> tuple[str, ...]:
    """Return what to call the files in messages: names, or the paths where the names are alike."""
    names = tuple(path.name or str(path) for path in paths)
    return names if len(set(names)) == len(names) else tuple(map(str, paths))
