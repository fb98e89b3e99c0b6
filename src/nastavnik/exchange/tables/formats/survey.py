"""What a sheet shows beside its values: formulas, errors, hidden rows and columns, merged cells, how far it goes.

The reader of workbooks builds a full rectangle in memory, so a single cell in the last corner of a sheet would
fill it; how far the cells reach is looked at first.
"""

import re
from collections.abc import Iterable
from typing import Final

from attrs import define, field

from nastavnik.basics.errors import Fault
from nastavnik.basics.limits import LIMITS, OverLimitError
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.formats.raw import Area, letter

__all__ = ["Survey", "area_of", "cell_named", "check_together"]

_LAST_COLUMN: Final = 1 << 14
_MOST_ROWS: Final = 1 << 20
_CELL: Final = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")


@define(kw_only=True)
class Survey:
    """What is found as one sheet is gone through; rows count from 1 and columns from 0.

    Args:
        faults: of cells that hold a formula or an error, by row and column.
        hidden_rows: numbers of rows that are not shown.
        hidden_columns: numbers of columns that are not shown.
        merged: areas of merged cells.
        top: first row with a value, 0 as long as there is none.
        bottom: last row with a value.
        left: first column with a value.
        right: last column with a value.
    """

    faults: dict[tuple[int, int], Fault] = field(factory=dict)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: set[int] = field(factory=set)
    merged: list[Area] = field(factory=list)
    _not_shown: list[tuple[int, int]] = field(factory=list)
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0

    def reach(self, row: int, column: int) -> None:
        """Note that a cell has a value."""
        if not self.top:
            self.top, self.bottom, self.left, self.right = row, row, column, column
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)

    def merge(self, area: Area) -> None:
        """Note merged cells.

        Raises:
            OverLimitError: when there are more than any table has.
        """
        if len(self.merged) >= LIMITS.merged:
            raise OverLimitError(LIMITS.over("merged"))
        self.merged.append(area)

    def hide_columns(self, first: int, last: int) -> None:
        """Note columns that are not shown, of those that a table may have."""
        if len(self.hidden_columns) <= LIMITS.columns:
            self.hidden_columns.update(range(first, min(last, LIMITS.columns) + 1))

    def hide_rows(self, first: int, count: int) -> None:
        """Note rows that are not shown, one after the other; which of them have values is seen at the end."""
        self._not_shown.append((first, first + count))

    def check(self) -> None:
        """Check that the sheet can be loaded, and take its hidden rows.

        Raises:
            OverLimitError: when its rectangle is too large; it names the last cell.
        """
        if not self.top:
            return
        outside = self.bottom > _MOST_ROWS or self.right >= _LAST_COLUMN
        if outside or self.cells > LIMITS.cells:
            cell = f"{letter(self.right)}{self.bottom}"
            raise OverLimitError(Fault("too-far", value=Text(en=cell, ru=cell), high=LIMITS.cells))
        for first, end in self._not_shown:
            self.hidden_rows.update(range(max(first, self.top), min(end, self.bottom + 1)))

    @property
    def cells(self) -> int:
        """Number of cells of the rectangle that has to be loaded."""
        height, width = self.bottom - self.top + 1, self.right - self.left + 1
        return height * width if self.top else 0

    def refuse(self, row: int, column: int, fault: Fault) -> None:
        """Note a cell that holds a formula or an error.

        Raises:
            OverLimitError: when there are more than are read.
        """
        if len(self.faults) >= LIMITS.formulas:
            raise OverLimitError(LIMITS.over("formulas"))
        self.faults[row, column] = fault


def check_together(surveys: Iterable[Survey]) -> None:
    """Check that sheets which are loaded at once can be.

    Raises:
        OverLimitError: when there are too many, or one of them or all together have too many cells.
    """
    count = cells = 0
    for survey in surveys:
        survey.check()
        count, cells = count + 1, cells + survey.cells
    if count > LIMITS.sheets:
        raise OverLimitError(LIMITS.over("sheets"))
    if cells > LIMITS.cells:
        raise OverLimitError(LIMITS.over("cells"))


def cell_named(name: str) -> tuple[int, int]:
    """Return row and column of a cell.

    Raises:
        ValueError: when there is no such cell.

    >>> cell_named("C12")
    (12, 2)
    """
    found = _CELL.fullmatch(name)
    if found is None:
        raise ValueError("no name of a cell")
    column = 0
    for sign in found[1].upper():
        column = 26 * column + ord(sign) - ord("A") + 1
    return int(found[2]), column - 1


def area_of(name: str) -> Area:
    """Return the area of a name such as ``A2:B3``.

    >>> str(area_of("A2:B3"))
    'A2:B3'
    """
    first, _, last = name.partition(":")
    top, left = cell_named(first)
    bottom, right = cell_named(last or first)
    return Area(top, left, bottom, right)
