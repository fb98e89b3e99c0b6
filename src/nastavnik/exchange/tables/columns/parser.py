"""What a cell of each kind of column says, with the catalogues that some kinds need."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from typing import Any, Final

from attrs import field, frozen

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language
from nastavnik.exchange.tables.cells import answers, free_times, lists, marks, plain
from nastavnik.exchange.tables.cells.classes import class_letter, school_class
from nastavnik.exchange.tables.cells.dates import age_on, day_in, school_year_begin
from nastavnik.exchange.tables.cells.lists import Parsed
from nastavnik.exchange.tables.columns.column import Kind
from nastavnik.methodology.catalogues import POSITIONS, Catalogues
from nastavnik.people.records import Position

__all__ = ["CellReader"]


def _this_school_year() -> date:
    return school_year_begin(datetime.now(tz=UTC).date())


@frozen(kw_only=True)
class CellReader:
    """Reads cells of any kind.

    Args:
        catalogues: what there is to choose from.
        language: of the names that faults show.
        on: day on which somebody's age is told from a birth date.
    """

    catalogues: Catalogues
    language: Language
    on: date = field(factory=_this_school_year)

    def read(self, kind: Kind, cell: str, position: Position | None) -> Parsed:
        """Return the value of a cell and what is wrong with it; None is unknown.

        Args:
            kind: what the column's cells hold.
            cell: the text.
            position: of the person in this row, or None if it is not known.
        """
        if kind in _PLAIN:
            return _PLAIN[kind](cell), ()
        if kind in _PARSED:
            return _PARSED[kind](cell)
        return _BY_CATALOGUE[kind](self, cell, position)

    def reader_of(self, kind: Kind) -> Callable[[str, Position | None], Parsed]:
        """Return what reads the cells of one column; what it has read before, it does not read again."""
        if kind in _OF_ONE:
            return partial(self.read, kind)
        if kind in _BY_POSITION:
            return lru_cache(_REMEMBERED)(partial(self.read, kind))
        read = lru_cache(_REMEMBERED)(partial(self.read, kind, position=None))
        return lambda cell, _: read(cell)

    def school_class(self, cell: str, _: Position | None) -> Parsed:
        """Read a class."""
        return school_class(cell, self.language), ()

    def letter(self, cell: str, _: Position | None) -> Parsed:
        """Read the letter of a class."""
        return class_letter(cell, self.language), ()

    def birth(self, cell: str, _: Position | None) -> Parsed:
        """Read a birth date as the age on the reference day."""
        written = plain.text(cell)
        if written is None:
            return None, ()
        day = day_in(written, until=self.on)
        if day is None:
            return None, (Fault("not-birth-date", value=written),)
        return age_on(self.on, day), ()

    def day(self, cell: str, _: Position | None) -> Parsed:
        """Read a day; a year of two digits is of this century where that is at most a year ahead."""
        written = plain.text(cell)
        if written is None:
            return None, ()
        day = day_in(written, until=date(self.on.year + 1, 12, 31))
        return day, () if day else (Fault("not-day", value=written),)

    def signs(self, cell: str, position: Position | None) -> Parsed:
        """Read signs of the categories of this position."""
        if not self._served(position):
            return None, ()
        return plain.choices(
            cell, self.catalogues.signs[position], self.language, code="unknown-sign"
        )

    def position(self, cell: str, _: Position | None) -> Parsed:
        """Read a position."""
        return plain.choice(cell, POSITIONS, self.language)

    def qualities(self, cell: str, _: Position | None) -> Parsed:
        """Read qualities; a methodology that lists none lets a school use words of its own."""
        if not self.catalogues.qualities.entries:
            return plain.words(cell)
        return plain.choices(cell, self.catalogues.qualities, self.language)

    def tasks(self, cell: str, position: Position | None) -> Parsed:
        """Read tasks of the forms for this position."""
        if not self._served(position):
            return None, ()
        known = self.catalogues.tasks[position]
        return plain.choices(cell, known, self.language, code="unknown-task")

    def category(self, cell: str, position: Position | None) -> Parsed:
        """Read a mentee category of this position."""
        if not self._served(position):
            return None, ()
        own, everywhere = self.catalogues.categories[position], self.catalogues.categories[None]
        name = plain.text(cell) or ""
        if position is None or own.find(name) or not everywhere.find(name):
            return plain.choice(cell, own, self.language, code="unknown-category")
        return plain.choice(
            cell,
            own,
            self.language,
            code="category-of-another-position",
            position=position.title[self.language],
        )

    def _served(self, position: Position | None) -> bool:
        """Whether some form is for the position; that none is, is one fault and found elsewhere."""
        return position is None or position in self.catalogues.served


_REMEMBERED: Final = 1 << 14
"""Distinct cells of a column that are remembered."""

_OF_ONE: Final = frozenset({Kind.ID, Kind.NAME, Kind.MAIL})
"""Kinds of cells that hardly two rows share."""

_BY_POSITION: Final = frozenset({Kind.TASKS, Kind.SIGNS, Kind.CATEGORY})
"""Kinds of cells that are read by the position of the row's person."""

_PLAIN: Final[Mapping[Kind, Callable[[str], Any]]] = {
    Kind.ID: plain.ident,
    Kind.NAME: plain.text,
    Kind.WHOLE: plain.whole,
    Kind.MAIL: plain.text,
    Kind.TIMES: free_times.slots,
}
_PARSED: Final[Mapping[Kind, Callable[[str], Parsed]]] = {
    Kind.TEXT: plain.word,
    Kind.YES_NO: answers.yes_no,
    Kind.WORDS: lists.words,
    Kind.IDS: lists.idents,
    Kind.MARKS: marks.marks,
}
_BY_CATALOGUE: Final[Mapping[Kind, Callable[[CellReader, str, Position | None], Parsed]]] = {
    Kind.CLASS: CellReader.school_class,
    Kind.LETTER: CellReader.letter,
    Kind.BIRTH: CellReader.birth,
    Kind.DAY: CellReader.day,
    Kind.SIGNS: CellReader.signs,
    Kind.POSITION: CellReader.position,
    Kind.QUALITIES: CellReader.qualities,
    Kind.TASKS: CellReader.tasks,
    Kind.CATEGORY: CellReader.category,
}
