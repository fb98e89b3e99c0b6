"""A table as it stands in a file of any kind: sheets of numbered rows of text, nothing understood yet."""

import unicodedata
from collections.abc import Iterable, Sequence

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place

__all__ = [
    "Area",
    "Cell",
    "RawFile",
    "RawSheet",
    "RawTable",
    "is_blank",
    "letter",
    "numbered",
    "refused",
]

Cell = str | Fault
"""Text of a cell, or why the cell cannot be read."""

Rows = tuple[tuple[int, Sequence[Cell]], ...]
"""Number, as a spreadsheet shows it, and cells of every row that is not blank."""


@frozen
class Area:
    """A rectangle of cells, such as merged ones; rows count from 1 and columns from 0, both ends included.

    >>> str(Area(2, 0, 3, 0))
    'A2:A3'
    """

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        return f"{letter(self.left)}{self.top}:{letter(self.right)}{self.bottom}"


@frozen(kw_only=True, eq=False)
class RawSheet:
    """One sheet of a workbook, or the whole of a text file.

    Args:
        name: of the sheet; None where the file has no sheets.
        rows: those that are not blank.
        visible: whether the program that made the workbook shows the sheet.
        hidden_rows: numbers of rows that are not shown, such as those that a filter left out.
        hidden_columns: numbers, from 0, of columns that are not shown.
        merged: cells that are merged.
    """

    name: str | None = None
    rows: Rows
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Area, ...] = ()


@frozen(kw_only=True)
class RawFile:
    """What a file holds.

    Args:
        file: what to call it in a message.
        sheets: in the order of the file.
        shifting: a stray separator moves all cells after it, as in CSV.
        notes: what should be said of the file as a whole.
    """

    file: str
    sheets: tuple[RawSheet, ...]
    shifting: bool
    notes: tuple[Fault, ...] = ()


@frozen(kw_only=True)
class RawTable:
    """Rows of a table that are not blank, the row of headings first.

    Args:
        file: what to call the file in a message.
        sheet: name of the sheet, where the file has several.
        rows: number, as a spreadsheet shows it, and cells of every row.
        shifting: a stray separator moves all cells after it, as in CSV.
        found: faults of its rows that show before they are understood, each with row and column, from 0.
    """

    file: str
    sheet: str | None = None
    rows: Rows
    shifting: bool
    found: tuple[tuple[int, int, Fault], ...] = ()


def numbered(rows: Iterable[Sequence[Cell]]) -> Rows:
    """Number the rows, leave out the blank ones and the blank ends of the others.

    >>> numbered([["id", ""], [" "], ["p1"]])
    ((1, ['id']), (3, ['p1']))
    """
    kept = ((number, _without_blank_end(row)) for number, row in enumerate(rows, 1))
    return tuple((number, cells) for number, cells in kept if cells)


def _without_blank_end(row: Sequence[Cell]) -> Sequence[Cell]:
    """Cut blank cells off the end; compose letters, so that й typed in two ways is one."""
    end = len(row)
    while end and is_blank(row[end - 1]):
        end -= 1
    return [
        unicodedata.normalize("NFC", cell) if type(cell) is str and not cell.isascii() else cell
        for cell in row[:end]
    ]


def is_blank(cell: Cell) -> bool:
    """Return whether a cell holds nothing but spaces."""
    return isinstance(cell, str) and not cell.strip()


def letter(number: int) -> str:
    """Return the letter by which a spreadsheet calls a column, counted from 0.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def refused(
    fault: Fault, *, file: str, sheet: str | None = None, row: int | None = None
) -> InvalidInputError:
    """Make the error that says that a file as a whole cannot be read."""
    place = Place(file=file, sheet=sheet, row=row)
    return InvalidInputError([fault.moved(place=place)])
