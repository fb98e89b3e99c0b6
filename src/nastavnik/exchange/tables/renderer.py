"""People as rows of text: the opposite of reading, and checked against it cell by cell.

A value that would be read back as something else is a fault, never a silent change: a list item
with a comma, an id that begins with ``#``, a quality that the methodology does not know.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain
from typing import Any, Final

import attrs
from attrs import frozen

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.words import clean
from nastavnik.exchange.tables.cells.classes import SchoolClass
from nastavnik.exchange.tables.cells.free_times import slots_cell
from nastavnik.exchange.tables.cells.plain import says_nothing
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.columns.headings import written_columns
from nastavnik.exchange.tables.columns.own_fields import own_columns
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.methodology.catalogues import POSITIONS, Catalogue, Catalogues
from nastavnik.people.fields import EXTRA
from nastavnik.people.records import Position, Pupil, Role

__all__ = ["Renderer"]

_LONGEST_CELL: Final = 32_767
"""Characters that a cell of a spreadsheet can hold."""

_YES_NO: Final[Mapping[object, Text]] = {
    True: Text(en="yes", ru="да"),
    False: Text(en="no", ru="нет"),
}
_DAY: Final = Text(en="{:%Y-%m-%d}", ru="{:%d.%m.%Y}")
"""How a day is written."""

_NOTHING: Final = Text(en="none", ru="нет")
"""What is written for a list that is known to be empty; a dash would say that it is not known."""

_ALWAYS: Final = ("id", "name", "position")
"""Keys of the columns that are written even when nobody fills them."""

_UNWRITABLE: Final = frozenset({"Cc", "Cs"})
"""Unicode categories of control characters and of halves of characters."""

_NO_XML: Final = frozenset("\ufffe\uffff")
"""What no workbook can hold besides."""


@frozen(kw_only=True)
class Renderer:
    """Writes mentees or mentors as rows of text.

    Args:
        role: which of the two.
        language: language of the headings and of the values to choose from.
        catalogues: what there is to choose from.
    """

    role: type[Role]
    language: Language
    catalogues: Catalogues

    def rows(self, roles: Sequence[Role]) -> tuple[list[Column], list[list[str]], list[Fault]]:
        """Return the columns that somebody fills, the rows, and what no table can hold as it is."""
        cells = {
            column: [self._cell(role, column) for role in roles]
            for column in (*written_columns(self.role), *own_columns(roles))
        }
        kept = [c for c, written in cells.items() if self._is_kept(c, written, roles)]
        faults = [
            self._fault(role, column, cell)
            for column, written in cells.items()
            for role, cell in zip(roles, written, strict=True)
            if not self._survives(role, column, cell)
        ]
        rows = [list(row) for row in zip(*(cells[column] for column in kept), strict=True)]
        return kept, rows, faults

    def about(self, column: Column) -> str:
        """Return what the template says of a column, with the values there are to choose from."""
        return column.about[self.language].format(known=self._known(column))

    def choices(self, column: Column) -> tuple[str, ...]:
        """Return the values of which a cell holds one, if it is a column of such cells."""
        if column.kind is Kind.YES_NO:
            return tuple(word[self.language] for word in _YES_NO.values())
        if column.kind is Kind.POSITION:
            return POSITIONS.shown(self.language)
        if column.kind is Kind.CATEGORY:
            shown = (self.catalogues.categories[p].shown(self.language) for p in Position)
            return tuple(dict.fromkeys(chain.from_iterable(shown)))
        return ()

    def _known(self, column: Column) -> str:
        if column.kind is Kind.CATEGORY:
            return self._by_position(self.catalogues.categories)
        if column.kind is Kind.TASKS:
            return self._by_position(self.catalogues.tasks)
        if column.kind is Kind.SIGNS:
            return self._by_position(self.catalogues.signs)
        if column.kind is Kind.QUALITIES:
            return ", ".join(self.catalogues.qualities.shown(self.language))
        return ", ".join(self.choices(column))

    def _by_position(self, catalogues: Mapping[Position | None, Catalogue]) -> str:
        """Return what there is to choose from, one line for every position that has anything."""
        return "\n".join(
            f"{position.title[self.language]}: {', '.join(shown)}"
            for position in Position
            if (shown := catalogues[position].shown(self.language))
        )

    def _is_kept(self, column: Column, written: Sequence[str], roles: Sequence[Role]) -> bool:
        if column.only_if_used:
            owner = Pupil if column.of_person else self.role
            usual = attrs.fields_dict(owner)[column.fills].default
            return any(self._value(role, column) != usual for role in roles)
        return column.key in _ALWAYS or any(written)

    def _value(self, role: Role, column: Column) -> Any:
        if column.kind is Kind.POSITION:
            return role.person.position.value
        if column.fills == EXTRA:
            return role.person.extra.get(column.key.removeprefix(f"{EXTRA}."))
        return getattr(role.person if column.of_person else role, column.fills, None)

    def _cell(self, role: Role, column: Column) -> str:
        """Return the text of a cell; empty for what is unknown or no field of the position."""
        value = self._value(role, column)
        if value is None or (column.of_person and role.person.position not in column.positions):
            return ""
        catalogue = self._catalogue(role, column)
        if catalogue is not None:
            ids = [value] if isinstance(value, str) else sorted(value)
            return "; ".join(catalogue.name_of(each, self.language) for each in ids)
        if isinstance(value, bool):
            return _YES_NO[value][self.language]
        if isinstance(value, Mapping):
            value = [f"{subject} {mark}" for subject, mark in value.items()]
        if isinstance(value, date):
            value = _DAY[self.language].format(value)
        if isinstance(value, str | int):
            return str(value)
        if not value:
            return _NOTHING[self.language] if _may_be_unknown(role, column) else ""
        listed = (
            slots_cell(frozenset(value)) if column.kind is Kind.TIMES else ", ".join(sorted(value))
        )
        return f"{listed}," if says_nothing(listed) else listed  # an id may be «no»

    def _catalogue(self, role: Role, column: Column) -> Catalogue | None:
        if column.kind is Kind.POSITION:
            return POSITIONS
        if column.kind is Kind.QUALITIES:
            return self.catalogues.qualities
        if column.kind is Kind.CATEGORY:
            return self.catalogues.categories[role.person.position]
        if column.kind is Kind.TASKS:
            return self.catalogues.tasks[role.person.position]
        if column.kind is Kind.SIGNS:
            return self.catalogues.signs[role.person.position]
        return None

    def _survives(self, role: Role, column: Column, cell: str) -> bool:
        """Return whether reading the cell gives the value that it was written from."""
        value = self._value(role, column)
        if not cell:
            return value is None or value == frozenset()
        if column.kind is Kind.ID and cell.startswith("#"):
            return False
        if len(cell) > _LONGEST_CELL or unicodedata.normalize("NFC", cell) != cell:
            return False
        if not cell.isprintable() and any(map(_is_unwritable, cell)):
            return False
        if column.fills == EXTRA:  # checked and cleaned by the person itself
            return bool(clean(cell) == value)
        reader = CellReader(catalogues=self.catalogues, language=self.language)
        read, faults = reader.read(column.kind, cell, role.person.position)
        if isinstance(read, SchoolClass):
            read = read.grade
        return not faults and bool(read == value)

    def _fault(self, role: Role, column: Column, cell: str) -> Fault:
        shown = "(…)" if column.key == "name" or column.fills == EXTRA else cell
        subject = (role.role, role.id)
        return Fault("cannot-be-written", subject=subject, field=column.fills, value=shown)


def _is_unwritable(letter: str) -> bool:
    return unicodedata.category(letter) in _UNWRITABLE or letter in _NO_XML


def _may_be_unknown(role: Role, column: Column) -> bool:
    owner = type(role.person if column.of_person else role)
    return attrs.fields_dict(owner)[column.fills].default is None
