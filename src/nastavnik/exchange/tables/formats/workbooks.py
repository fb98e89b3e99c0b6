"""Workbooks in: the sheets of XLSX, XLSM, XLSB, XLS and ODS as rows of text. The only module that needs calamine.

Calamine reads values. What else a sheet shows, formulas among it, is found by a look at its XML or its records, and
so is how far its cells reach, which has to be known before calamine builds a rectangle of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.limits import LIMITS, OverLimitError
from nastavnik.exchange.tables.formats.contents import is_locked
from nastavnik.exchange.tables.formats.ods_content import surveys_of_ods
from nastavnik.exchange.tables.formats.packages import repacked, unpacked
from nastavnik.exchange.tables.formats.raw import Cell, RawFile, RawSheet, numbered, refused
from nastavnik.exchange.tables.formats.survey import Survey
from nastavnik.exchange.tables.formats.xls_records import surveys_of_xls
from nastavnik.exchange.tables.formats.xlsb_records import surveys_of_xlsb
from nastavnik.exchange.tables.formats.xlsx_parts import parts_of_sheets, survey_of_sheet

try:
    from python_calamine import (
        CalamineSheet,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
        load_workbook,
    )
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "reading workbooks needs python-calamine; install it with: pip install nastavnik[xlsx]",
        name=missing.name,
    ) from missing

__all__ = ["read_workbook"]

_EXACT: Final = 10**15
"""Up to here a number in a cell is exact."""

Opened = tuple[CalamineWorkbook, Callable[[int, str], Survey]]
"""A workbook, and what tells of a sheet, by number and name, what it shows."""


def read_workbook(data: bytes, kind: str, *, file: str) -> RawFile:
    """Read the sheets of a workbook; messages call the file ``file``.

    Formulas and spreadsheet errors become faults of their cells, dates become ISO text.

    Args:
        data: what the file holds.
        kind: ``"XLSX"``, ``"XLSB"``, ``"XLS"`` or ``"ODS"``.
        file: its name.

    Raises:
        InvalidInputError: when it is damaged or locked, or too much for the memory.
    """
    if is_locked(data):
        raise refused(Fault("locked"), file=file)
    try:
        return RawFile(file=file, sheets=tuple(_sheets(*_OPENED[kind](data))), shifting=False)
    except OverLimitError as error:
        raise refused(error.fault, file=file) from error
    except (PasswordError, _LockedError) as error:
        raise refused(Fault("locked"), file=file) from error
    except (
        BaseException
    ) as error:  # a parser of broken files may raise anything, panics of Rust too
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise refused(Fault("damaged"), file=file) from error
        raise


class _LockedError(Exception):
    """A workbook that a password protects."""


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a workbook, none of which defines entities; calamine alone reads some of them."""
    parts = unpacked(data)
    if any(b"<!ENTITY" in content for name, content in parts.items() if not name.endswith(".bin")):
        raise ValueError("a workbook defines no entities")
    return parts


def _xlsx(data: bytes) -> Opened:
    parts = _parts(data)
    names = parts_of_sheets(parts)
    return load_workbook(repacked(parts)), lambda _, name: survey_of_sheet(parts[names[name]])


def _xlsb(data: bytes) -> Opened:
    parts = _parts(data)
    surveys = surveys_of_xlsb(parts)
    return load_workbook(repacked(parts)), lambda _, name: surveys[name]


def _ods(data: bytes) -> Opened:
    parts = _parts(data)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise _LockedError
    surveys = surveys_of_ods(parts["content.xml"])
    return load_workbook(_with_mimetype(parts)), lambda number, _: surveys[number]


def _with_mimetype(parts: Mapping[str, bytes]) -> BytesIO:
    return repacked(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
        | {name: content for name, content in parts.items() if name != "mimetype"}
    )


def _xls(data: bytes) -> Opened:
    surveys = surveys_of_xls(data)
    return load_workbook(BytesIO(data)), lambda number, _: surveys[number]


_OPENED: Final[Mapping[str, Callable[[bytes], Opened]]] = {
    "XLSX": _xlsx,
    "XLSB": _xlsb,
    "ODS": _ods,
    "XLS": _xls,
}


def _sheets(book: CalamineWorkbook, look: Callable[[int, str], Survey]) -> Iterator[RawSheet]:
    if len(book.sheets_metadata) > LIMITS.sheets:
        raise OverLimitError(LIMITS.over("sheets"))
    for number, about in enumerate(book.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        survey = look(number, about.name)
        rows = _values(book.get_sheet_by_index(number)) if survey.top else iter(())
        yield RawSheet(
            name=about.name,
            rows=numbered(_rows(rows, survey.faults)),
            visible=about.visible is SheetVisibleEnum.Visible,
            hidden_rows=frozenset(survey.hidden_rows),
            hidden_columns=frozenset(survey.hidden_columns),
            merged=tuple(survey.merged),
        )


def _values(sheet: CalamineSheet) -> Iterator[Sequence[Any]]:
    """Yield the values of all rows from the first of the sheet on, and from its first column on."""
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows = sheet.iter_rows()
    return (left + row for row in rows) if left else rows


def _rows(
    rows: Iterator[Sequence[Any]], faults: Mapping[tuple[int, int], Fault]
) -> Iterator[Sequence[Cell]]:
    """Yield the rows as text, from the first of the sheet on, with faults where values cannot be taken."""
    of_rows: dict[int, list[tuple[int, Fault]]] = {}
    for (of_row, column), fault in faults.items():
        of_rows.setdefault(of_row, []).append((column, fault))
    longest = LIMITS.cell_characters
    number = characters = 0
    for number, row in enumerate(rows, 1):
        characters += sum(len(value) for value in row if type(value) is str)
        if characters > LIMITS.characters:
            raise OverLimitError(LIMITS.over("characters"))
        cells: list[Cell] = [
            value if type(value) is str and len(value) <= longest else _text(value) for value in row
        ]
        yield _with_faults(cells, of_rows.pop(number, ()))
    for beyond in range(number + 1, max(of_rows, default=0) + 1):
        yield _with_faults([], of_rows.get(beyond, ()))


def _with_faults(cells: list[Cell], faults: Sequence[tuple[int, Fault]]) -> list[Cell]:
    for column, fault in faults:
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = fault
    return cells


def _text(value: object) -> Cell:
    """Return a value as a person would type it."""
    if isinstance(value, str):
        return LIMITS.over("cell_characters") if len(value) > LIMITS.cell_characters else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        if value.time() == time():
            return value.date().isoformat()
        return value.isoformat(sep=" ", timespec="minutes")
    return value.isoformat(timespec="minutes") if isinstance(value, time) else str(value)
