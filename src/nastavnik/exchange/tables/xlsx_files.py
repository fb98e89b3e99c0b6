"""XLSX in: the first sheet of a workbook as rows of text. The only module that needs openpyxl."""

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.exchange.tables.contents import is_binary, is_broken_zip, is_locked, kind_of, text_of
from nastavnik.exchange.tables.raw import Cell, RawTable, raw_table, refused

try:
    from openpyxl import load_workbook
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "reading .xlsx needs openpyxl; install it with: pip install nastavnik[xlsx]",
        name=missing.name,
    ) from missing

__all__ = ["read_xlsx"]

_MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can have."""

_MOST_BYTES: Final = 1 << 29
"""Bytes a workbook may unpack to; a table of 30 000 people unpacks to a tenth of it."""

_EXACT: Final = 10**15
"""Up to here a number in a cell is exact."""


def read_xlsx(data: bytes, *, file: str) -> RawTable:
    """Read the rows of a workbook's first sheet; messages call the file ``file``.

    Formulas and spreadsheet errors become faults of their cells, dates become ISO text.

    Raises:
        InvalidInputError: when it is no workbook, is damaged or locked, or has no rows.
    """
    if not data:
        raise refused(Fault("empty-table"), file=file)
    if is_locked(data):
        raise refused(Fault("locked"), file=file)
    kind = _other_kind(data)
    if kind is not None:
        raise refused(Fault("not-what-it-says", value=".xlsx", found=kind), file=file)
    try:
        _check_size(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles that nobody reads here
            return _first_sheet(data, file)
    except InvalidInputError:
        raise
    except Exception as error:  # a parser of broken files may raise anything
        raise refused(Fault("damaged"), file=file) from error


def _other_kind(data: bytes) -> str | None:
    """Return what the bytes are if that is clear and no workbook, or None."""
    kind = kind_of(data)
    if kind is None:
        text = text_of(data)
        return "CSV" if text is not None and not is_binary(text) else None
    return None if kind == "XLSX" or is_broken_zip(data) else kind


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        unpacked = sum(part.file_size for part in archive.infolist())
    if unpacked > _MOST_BYTES:
        raise ValueError(f"unpacks to {unpacked} bytes")


def _first_sheet(data: bytes, file: str) -> RawTable:
    with closing(load_workbook(BytesIO(data), read_only=True, keep_links=False)) as book:
        if not book.worksheets:
            raise refused(Fault("empty-table"), file=file)
        sheet: Any = book.worksheets[0]
        name = sheet.title if len(book.sheetnames) > 1 else None
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong
        return raw_table(_rows(sheet), file=file, sheet=name, shifting=False)


def _rows(sheet: Any) -> Iterator[Sequence[Cell]]:
    for row in sheet.iter_rows(max_row=_MOST_ROWS):
        yield [_cell(cell.value, cell.data_type) for cell in row]


def _cell(value: object, data_type: str) -> Cell:
    """Return the text of a cell; a formula or a spreadsheet error is a fault."""
    if value is None:
        return ""
    if data_type == "f":
        return Fault("formula")
    return Fault("error-cell", value=str(value)) if data_type == "e" else _text(value)


def _text(value: object) -> str:
    """Return a value as a person would type it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat(timespec="minutes") if isinstance(value, time) else str(value)
