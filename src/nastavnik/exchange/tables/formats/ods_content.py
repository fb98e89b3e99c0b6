"""The content of an ODS file looked through as XML: what each sheet shows beside its values."""

from typing import Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.limits import LIMITS, OverLimitError
from nastavnik.exchange.tables.formats.raw import Area
from nastavnik.exchange.tables.formats.survey import Survey, check_together
from nastavnik.exchange.tables.formats.xlsx_parts import Attributes, go_through, local

__all__ = ["surveys_of_ods"]

_HIDDEN: Final = frozenset({"collapse", "filter"})
_COVERED: Final = "covered-table-cell"
_CELLS: Final = frozenset({"table-cell", _COVERED})


def surveys_of_ods(content: bytes) -> list[Survey]:
    """Look through the sheets, in the order of the file.

    Raises:
        OverLimitError: when one is too large to be loaded.
        Exception: of many kinds when the content is damaged.
    """
    walker = _Walker()
    go_through(content, start=walker.start, end=walker.end)
    check_together(walker.surveys)
    return walker.surveys


class _Walker:
    """Takes the elements of all sheets one after the other.

    Calamine keeps every row up to its last cell that is filled or covered by merged ones, so these are counted.
    """

    def __init__(self) -> None:
        self.surveys: list[Survey] = []
        self._row = 1
        self._rows = 1
        self._column = 0
        self._columns = 1
        self._tables = 0
        self._width = 0
        self._cells = 0
        self._has_value = False
        self._noted = 0
        self._prefixed: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        name = self._prefixed.get(name) or self._prefixed.setdefault(name, local(name))
        if name in _CELLS:
            self._a_cell({local(key): value for key, value in attributes.items()})
        elif name == "p":
            self._has_value = self._has_value or not self._noted
        elif name == "annotation":
            self._noted += 1
        elif name == "table-row":
            known = {local(key): value for key, value in attributes.items()}
            self._column = self._width = 0
            self._rows = int(known.get("number-rows-repeated", "1"))
            if known.get("visibility") in _HIDDEN:
                self.surveys[-1].hide_rows(self._row, self._rows)
        elif name == "table-column":
            known = {local(key): value for key, value in attributes.items()}
            count = int(known.get("number-columns-repeated", "1"))
            if known.get("visibility") in _HIDDEN:
                self.surveys[-1].hide_columns(self._column, self._column + count - 1)
            self._column += count
        elif name == "table":
            self._tables += 1
            if self._tables == 1:
                self.surveys.append(Survey())
                self._row, self._column = 1, 0

    def end(self, name: str) -> None:
        """Take the end of an element."""
        name = self._prefixed[name]
        if name in _CELLS:
            if self._has_value:
                survey = self.surveys[-1]
                survey.reach(self._row, self._column)
                survey.reach(self._row + self._rows - 1, self._column + self._columns - 1)
            self._column += self._columns
            if self._has_value or name == _COVERED:
                self._width = self._column
        elif name == "annotation":
            self._noted -= 1
        elif name == "table-row":
            self._row += self._rows
            self._cells += self._width * self._rows
            if self._cells > LIMITS.cells:
                raise OverLimitError(LIMITS.over("cells"))
        elif name == "table":
            self._tables -= 1

    def _a_cell(self, known: Attributes) -> None:
        self._columns = int(known.get("number-columns-repeated", "1"))
        self._has_value = "value-type" in known
        survey = self.surveys[-1]
        if known.get("formula"):
            self._has_value = True
            survey.refuse(self._row, self._column, Fault("formula"))
        down = int(known.get("number-rows-spanned", "1"))
        across = int(known.get("number-columns-spanned", "1"))
        if down > 1 or across > 1:
            right = self._column + across - 1
            survey.merge(Area(self._row, self._column, self._row + down - 1, right))
