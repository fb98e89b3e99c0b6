"""A table as it stands in a file of any kind: numbered rows of text, nothing understood yet."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError, Place

__all__ = ["MOST_COLUMNS", "Cell", "RawTable", "is_blank", "raw_table", "refused"]

MOST_COLUMNS: Final = 100
"""Columns a table may have, notes of the coordinator included; it needs fewer than thirty."""

Cell = str | Fault
"""Text of a cell, or why the cell cannot be read."""


@frozen(kw_only=True)
class RawTable:
    """Rows of a table that are not blank, the row of headings first.

    Args:
        file: what to call the file in a message.
        sheet: name of the sheet, where the file has several.
        rows: number, as a spreadsheet shows it, and cells of every row.
        shifting: a stray separator moves all cells after it, as in CSV.
    """

    file: str
    sheet: str | None = None
    rows: tuple[tuple[int, Sequence[Cell]], ...]
    shifting: bool


def raw_table(
    rows: Iterable[Sequence[Cell]], *, file: str, sheet: str | None = None, shifting: bool
) -> RawTable:
    """Number the rows, leave out the blank ones and the blank ends of the others.

    Raises:
        InvalidInputError: when there is nothing, or the first row is too wide.
    """
    kept: list[tuple[int, Sequence[Cell]]] = []
    for number, row in enumerate(rows, 1):
        cells = _without_blank_end(row)
        if not cells:
            continue
        if not kept and len(cells) > MOST_COLUMNS:
            fault = Fault("too-wide", value=len(cells), high=MOST_COLUMNS)
            raise refused(fault, file=file, sheet=sheet, row=number)
        kept.append((number, cells))
    if not kept:
        raise refused(Fault("empty-table"), file=file, sheet=sheet)
    return RawTable(file=file, sheet=sheet, rows=tuple(kept), shifting=shifting)


def _without_blank_end(row: Sequence[Cell]) -> Sequence[Cell]:
    """Cut blank cells off the end; compose letters, so that й typed in two ways is one."""
    end = len(row)
    while end and is_blank(row[end - 1]):
        end -= 1
    return [
        cell if isinstance(cell, Fault) or cell.isascii() else unicodedata.normalize("NFC", cell)
        for cell in row[:end]
    ]


def is_blank(cell: Cell) -> bool:
    """Return whether a cell holds nothing but spaces."""
    return isinstance(cell, str) and not cell.strip()


def refused(
    fault: Fault, *, file: str, sheet: str | None = None, row: int | None = None
) -> InvalidInputError:
    """Make the error that says that a file as a whole cannot be read."""
    place = Place(file=file, sheet=sheet, row=row)
    return InvalidInputError([fault.moved(place=place)])
