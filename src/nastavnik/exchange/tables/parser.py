"""What a cell of each kind of column says, with the catalogues that some kinds need."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from attrs import frozen

from nastavnik.basics.texts import Language
from nastavnik.exchange.tables import cells, free_times
from nastavnik.exchange.tables.cells import Parsed
from nastavnik.exchange.tables.columns import Kind
from nastavnik.methodology.catalogues import POSITIONS, Catalogues
from nastavnik.people.records import Position

__all__ = ["CellReader"]


@frozen(kw_only=True)
class CellReader:
    """Reads cells of any kind.

    Args:
        catalogues: what there is to choose from.
        language: of the names that faults show.
    """

    catalogues: Catalogues
    language: Language

    def read(self, kind: Kind, cell: str, position: Position | None) -> Parsed:
        """Return the value of a cell and what is wrong with it; None is unknown.

        Args:
            kind: what the column's cells hold.
            cell: the text.
            position: of the person in this row, or None if it is not known.
        """
        if kind in _PLAIN:
            return _PLAIN[kind](cell), ()
        return _BY_CATALOGUE[kind](self, cell, position)

    def marks(self, cell: str, _: Position | None) -> Parsed:
        """Read subjects with their marks."""
        return cells.marks(cell)

    def position(self, cell: str, _: Position | None) -> Parsed:
        """Read a position."""
        return cells.choice(cell, POSITIONS, self.language)

    def qualities(self, cell: str, _: Position | None) -> Parsed:
        """Read qualities; a methodology that lists none lets a school use words of its own."""
        if not self.catalogues.qualities.entries:
            return cells.words(cell), ()
        return cells.choices(cell, self.catalogues.qualities, self.language)

    def tasks(self, cell: str, position: Position | None) -> Parsed:
        """Read tasks of the forms for this position."""
        if not self._served(position):
            return None, ()
        known = self.catalogues.tasks[position]
        return cells.choices(cell, known, self.language, code="unknown-task")

    def category(self, cell: str, position: Position | None) -> Parsed:
        """Read a mentee category of this position."""
        if not self._served(position):
            return None, ()
        own, everywhere = self.catalogues.categories[position], self.catalogues.categories[None]
        name = cells.text(cell) or ""
        if position is None or own.find(name) or not everywhere.find(name):
            return cells.choice(cell, own, self.language, code="unknown-category")
        return cells.choice(
            cell,
            own,
            self.language,
            code="category-of-another-position",
            position=position.title[self.language],
        )

    def _served(self, position: Position | None) -> bool:
        """Whether some form is for the position; that none is, is one fault and found elsewhere."""
        return position is None or position in self.catalogues.served


_PLAIN: Final[Mapping[Kind, Callable[[str], Any]]] = {
    Kind.ID: cells.ident,
    Kind.TEXT: cells.text,
    Kind.WHOLE: cells.whole,
    Kind.YES_NO: cells.yes_no,
    Kind.WORDS: cells.words,
    Kind.TIMES: free_times.slots,
    Kind.IDS: cells.idents,
}
_BY_CATALOGUE: Final[Mapping[Kind, Callable[[CellReader, str, Position | None], Parsed]]] = {
    Kind.MARKS: CellReader.marks,
    Kind.POSITION: CellReader.position,
    Kind.QUALITIES: CellReader.qualities,
    Kind.TASKS: CellReader.tasks,
    Kind.CATEGORY: CellReader.category,
}
