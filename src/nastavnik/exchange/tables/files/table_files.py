"""A file that should be a table: found, told apart by what it holds, its tables taken out of it as raw rows."""

import os
from pathlib import Path
from typing import Final

import attrs

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.limits import LIMITS, OverLimitError, bytes_of
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.files.body import table_of
from nastavnik.exchange.tables.files.options import Reading, runs
from nastavnik.exchange.tables.files.sheets import sheets_taken
from nastavnik.exchange.tables.formats.contents import WORKBOOKS, is_broken_zip, is_locked, kind_of
from nastavnik.exchange.tables.formats.csv_files import read_csv
from nastavnik.exchange.tables.formats.encodings import is_binary, text_of
from nastavnik.exchange.tables.formats.heading_row import Headings
from nastavnik.exchange.tables.formats.raw import RawFile, RawTable, refused

__all__ = ["ENDINGS", "FilePath", "read_sheets", "read_tables", "table_names"]

FilePath = str | os.PathLike[str]
"""Where a file is."""

_KINDS: Final = {
    ".xlsx": "XLSX",
    ".xlsm": "XLSX",
    ".xltx": "XLSX",
    ".xltm": "XLSX",
    ".xlsb": "XLSB",
    ".xls": "XLS",
    ".xlt": "XLS",
    ".ods": "ODS",
    ".ots": "ODS",
    ".csv": "CSV",
    ".tsv": "CSV",
    ".tab": "CSV",
    ".txt": "CSV",
}
ENDINGS: Final = tuple(_KINDS)
"""Endings of the files that can be tables."""

_ADVISED: Final = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".json")
"""Endings that may have been meant; templates of Excel and the like are seldom."""


def read_tables(
    path: Path, name: str, headings: Headings, reading: Reading
) -> tuple[RawTable, ...]:
    """Read a file as the tables that it holds, a sheet each; messages call it ``name``.

    Raises:
        InvalidInputError: when it is not there, or has no such table.
        ModuleNotFoundError: when it is a workbook and the extra ``xlsx`` is not installed.
    """
    raw = read_sheets(path, name, headings, reading)
    several = len(raw.sheets) > 1
    taken = sheets_taken(raw, headings, reading)
    faults = []
    for each in taken:
        row = each.headings
        numbers = [number for number, _ in each.sheet.rows[row.first : row.last + 1]]
        place = Place(file=name, sheet=each.sheet.name if several else None, row=numbers[0])
        if len(each.sheet.rows) > LIMITS.rows:
            faults.append(LIMITS.over("rows").moved(place=attrs.evolve(place, row=None)))
        elif len(row.cells) > LIMITS.columns:
            faults.append(Fault("too-wide", value=len(row.cells), high=LIMITS.columns, place=place))
        elif not row.clear:
            faults.append(Fault("headings-in-two-rows", value=runs(numbers), place=place))
    if faults:
        raise InvalidInputError(faults)
    return tuple(
        table_of(
            each,
            headings,
            reading,
            file=name,
            sheet=each.sheet.name if several else None,
            shifting=raw.shifting,
        )
        for each in taken
    )


def read_sheets(path: Path, name: str, headings: Headings, reading: Reading) -> RawFile:
    """Read the sheets of a file, nothing understood yet.

    Raises:
        InvalidInputError: when it is not there, or is no table.
        ModuleNotFoundError: when it is a workbook and the extra ``xlsx`` is not installed.
    """
    try:
        data = _contents(path, name)
    except OSError as error:
        raise refused(Fault("unreadable", value=reason_of(error)), file=name) from error
    return _raw(data, path.suffix.lower(), headings, reading, name)


def _contents(path: Path, name: str) -> bytes:
    if not path.exists():
        raise refused(Fault("no-file"), file=name)
    if not path.is_file():
        raise refused(Fault("not-a-file"), file=name)
    if path.suffix.lower() not in _KINDS:
        advice = nearest(path.suffix.lower(), _ADVISED)
        raise refused(Fault("unknown-ending", value=path.suffix, advice=advice), file=name)
    try:
        return bytes_of(path)
    except OverLimitError as error:
        raise refused(error.fault, file=name) from None


def _raw(data: bytes, ending: str, headings: Headings, reading: Reading, name: str) -> RawFile:
    """Read the sheets of a file by what it holds; say so when its ending says otherwise."""
    said = _KINDS[ending]
    if not data:
        raise refused(Fault("empty-table"), file=name)
    if is_locked(data):
        raise refused(Fault("locked"), file=name)
    if is_broken_zip(data):
        raise refused(Fault("damaged"), file=name)
    kind = kind_of(data)
    if kind is None and said != "CSV":
        text = text_of(data)
        if text is None or is_binary(text):
            raise refused(Fault("damaged"), file=name)
    found = kind or "CSV"
    if found in {"HTML/XML", "MHTML"}:
        raise refused(Fault("web-page", value=ending), file=name)
    if found != "CSV" and found not in WORKBOOKS:
        raise refused(Fault("not-what-it-says", value=ending, found=found), file=name)
    if found != said:
        usual = WORKBOOKS.get(found, ".csv")
        reading.tell("note-read-as", Place(file=name), value=Text(en=usual, ru=usual))
    if found == "CSV":
        return read_csv(data, headings, file=name)
    from nastavnik.exchange.tables.formats.workbooks import (  # noqa: PLC0415 - calamine is an extra
        read_workbook,
    )

    return read_workbook(data, found, file=name)


def table_names(*paths: Path) -> tuple[str, ...]:
    """Return what to call the files in messages: names, or the paths where the names are alike."""
    names = tuple(path.name or str(path) for path in paths)
    return names if len(set(names)) == len(names) else tuple(map(str, paths))
