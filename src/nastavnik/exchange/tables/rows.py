"""One row of a table becomes one mentee or one mentor, with every fault of its cells.

A row with faults still becomes a role, without the values that are wrong: so the faults of the
cohort as a whole can be found in the same reading, and whoever is named by others is there to be
named.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from attrs import Factory, field, frozen

from nastavnik.basics import validators
from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.exchange.tables.cells.gathering import TOLD_BY, gathered, identity_of
from nastavnik.exchange.tables.cells.lists import Parsed
from nastavnik.exchange.tables.cells.plain import ident, text
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.columns.column_map import MadeIds
from nastavnik.exchange.tables.columns.known_headings import REQUIRED
from nastavnik.exchange.tables.columns.layout import Layout
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.exchange.tables.formats.raw import Cell
from nastavnik.people.records import PERSON_TYPES, Person, Position, Pupil, Role

__all__ = ["Row", "RowReader"]

T = TypeVar("T")

Faults = list[tuple[str, Fault]]
"""Faults of one row as they are found, each with the key of its column."""

_STAND_IN: Final = "?"
"""Id of a role whose own is missing or wrong, so that the rest of its row can be checked."""

_LONGEST_NUMBER: Final = 4
"""Digits of a number that is worth suggesting."""

_OF_NUMBERS: Final = frozenset({"not-class", "not-whole", "no-places", "out-of-range"})
"""Codes of faults of what should have been a number."""


@frozen(kw_only=True)
class Row:
    """What a row says.

    Args:
        number: of the row, as a spreadsheet shows it.
        ident: id of the person, or None where it is missing or cannot be one.
        role: the mentee or mentor, without the values that are wrong.
        unsure: keys of the columns whose values are wrong or missing, and so may not be compared.
        faults: what is wrong, each with the key of its column.
        notes: what stands in the columns that are carried along, by heading.
        refused: what stands for the id and cannot be one, or None.
    """

    number: int
    ident: str | None
    role: Role
    unsure: frozenset[str]
    faults: tuple[tuple[str, Fault], ...]
    notes: Mapping[str, str] = field(factory=dict)
    refused: str | None = None


@frozen(kw_only=True)
class RowReader:
    """Reads the rows of one table.

    Args:
        role: what the people are in this round.
        layout: where the columns stand.
        cells: reads the cells.
        ids: makes the ids, where the table has none and they are asked for.
    """

    role: type[Role]
    layout: Layout
    cells: CellReader
    ids: MadeIds | None = None
    _columns: tuple[Column, ...] = field(
        init=False, default=Factory(lambda self: _columns_there(self.layout), takes_self=True)
    )
    _readers: tuple[tuple[Column, Callable[[str, Position | None], Parsed]], ...] = field(
        init=False,
        default=Factory(
            lambda self: tuple((c, self.cells.reader_of(c.kind)) for c in self._columns),
            takes_self=True,
        ),
    )
    _filled: tuple[tuple[Column, str], ...] = field(
        init=False, default=Factory(lambda self: _columns_filled(self.layout), takes_self=True)
    )
    """Columns whose field a row can fill, each with the key of the column that its value is told at."""

    def read(self, number: int, row: Sequence[Cell]) -> Row:
        """Read one row that is not a note."""
        columns = self.layout.columns
        written, found = self.layout.written(row)
        shifted = self.layout.shifted(number, row)
        if shifted is not None:
            return self._shifted(number, shifted, ident(written.get("id", "")))
        if self.ids is not None and "id" not in columns:
            self._identify(written, found, self.ids)
        values = self._values(written, found)
        extra, of_extra = self._extra(number, row)
        if extra:
            values["extra"] = extra
        wrong = {key for key, _ in found}
        found += [
            (key, Fault("missing-value"))
            for key in REQUIRED
            if key in columns and key not in values and key not in wrong
        ]
        given: str | None = values.pop("id", None)
        name = self._plain(given, found)
        role = self._role(name or _STAND_IN, values, found)
        unsure = {key for key, _ in found} | (
            set() if self.layout.has("position") else {"position"}
        )
        faults = tuple((key, self._located(fault, number, name, key)) for key, fault in found)
        return Row(
            number=number,
            ident=name,
            role=role,
            unsure=frozenset(unsure),
            faults=(*faults, *of_extra),
            refused=given if name is None else None,
            notes=self.layout.notes(row),
        )

    def _extra(self, number: int, row: Sequence[Cell]) -> tuple[dict[str, str], Faults]:
        """Return the fields of one's own without what is wrong, and that, each at its own column."""
        known: dict[str, str] = {}
        faults: Faults = []
        for name, value in self.layout.extras(row).items():
            wrong = validators.extra({name: value})  # noqa: S610 - no Django here
            if wrong is None:
                known[name] = value
            else:
                place = self.layout.place_of(number, self.layout.extra[name])
                faults.append(("extra", Fault(wrong[0], place=place, **dict[str, Any](wrong[1]))))
        return known, faults

    def _identify(self, written: dict[str, str], found: Faults, ids: MadeIds) -> None:
        """Put the id that is made of a row among its cells; a row that says nothing of its person is a fault."""
        identity = identity_of(written, ids.columns, self.cells.on)
        if identity is None:
            known = [self.layout.called(key) for key in ids.columns or ("name",)]
            found.append(("id", Fault("no-identity", known=known)))
        else:
            written["id"] = ids.of(identity)

    def _shifted(self, number: int, fault: Fault, name: str | None) -> Row:
        """Take nothing but the id from a row whose values may have moved to other columns."""
        return Row(
            number=number,
            ident=self._plain(name, []),
            role=self._role(self._plain(name, []) or _STAND_IN, {}, []),
            unsure=frozenset(column.key for column in self.layout.known),
            faults=(("id", fault),),
        )

    def _plain(self, name: str | None, found: Faults) -> str | None:
        """Return an id that names somebody; what is wrong with another joins ``found``."""
        wrong = None if name is None else validators.ident(name)
        if wrong is None:
            return name
        found.append(("id", Fault(wrong[0], **wrong[1])))
        return None

    def _values(self, written: Mapping[str, str], found: Faults) -> dict[str, Any]:
        """Return the known values by the key of their column; what is wrong joins ``found``."""
        language = self.layout.language
        values: dict[str, Any] = {}
        position: Position | None = None
        for column, read in self._readers:
            cell = written.get(column.key)
            if cell is None:
                continue
            if position is not None and position not in column.positions:
                if not column.only_read and text(cell) is not None:
                    title = position.title[language]
                    fault = Fault("not-for-position", value=cell.strip(), position=title)
                    found.append((column.key, fault))
                continue
            value, wrong = read(cell, position)
            if wrong:
                found += [(column.key, fault) for fault in wrong]
            elif value is not None:
                values[column.key] = value
                if column.kind is Kind.POSITION:
                    position = Position(value)
        found += gathered(values, self.cells.on)
        return values

    def _role(self, name: str, values: Mapping[str, Any], found: Faults) -> Role:
        """Make the role without the values that are wrong; what is wrong joins ``found``."""
        of_person: dict[str, Any] = {}
        of_role: dict[str, Any] = {}
        for column, _ in self._filled:
            if column.key in values and column.kind is not Kind.POSITION:
                (of_person if column.of_person else of_role)[column.fills] = values[column.key]
        if "extra" in values:
            of_person["extra"] = values["extra"]
        if "position" in values:
            kind = PERSON_TYPES[Position(values["position"])]
            person, wrong = _made(partial(kind, name), of_person)
        else:
            person, wrong = Pupil(name), list(_wrong_for_everybody(name, of_person))
        if wrong:
            found += [(self._told_at(fault, values, of_person=True), fault) for fault in wrong]
        role, wrong = _made(partial(self.role, person), of_role)
        if wrong:
            sure = "capacity" not in {*dict(found), *(fault.field for fault in wrong)}
            found += [
                (self._told_at(fault, values, of_person=False), fault)
                for fault in wrong
                if sure or fault.code != "minimum-above-capacity"
            ]
        return role

    def _told_at(self, fault: Fault, values: Mapping[str, Any], *, of_person: bool) -> str:
        """Return the key of the column at which a fault of a person or role is told."""
        return next(
            told_at
            for column, told_at in reversed(self._filled)
            if column.key in values and (column.of_person, column.fills) == (of_person, fault.field)
        )

    def _located(self, fault: Fault, number: int, name: str | None, key: str) -> Fault:
        column = next(column for column in self._columns if column.key == key)
        details: dict[str, Any] = fault.details
        if fault.code == "not-grade":
            fault = Fault("not-class", **details)
        if fault.code == "not-whole" and column.between:
            low, high = column.between
            fault = Fault("out-of-range", value=fault.details["value"], low=low, high=high)
        return Fault(
            fault.code,
            subject=(self.role.role, name) if name else None,
            field=column.fills,
            place=self.layout.place(number, key),
            advice=lambda: fault.advice or _number_in(fault),
            **fault.details,
        )


def _columns_there(layout: Layout) -> tuple[Column, ...]:
    """Return the columns that a table has, that of the position first: the others depend on it."""
    there = [column for column in layout.known if layout.has(column.key) or column.key == "id"]
    return tuple(sorted(there, key=lambda column: column.kind is not Kind.POSITION))


def _columns_filled(layout: Layout) -> tuple[tuple[Column, str], ...]:
    """Return the columns whose field can be filled, by their own cells or by those of others."""
    there = {column.key for column in _columns_there(layout)}
    filled = []
    for column in layout.known:
        sources = [key for key in (column.key, *TOLD_BY.get(column.key, ())) if key in there]
        if sources and not column.only_read:
            filled.append((column, sources[0]))
    return tuple(filled)


def _made(make: Callable[..., T], values: Mapping[str, Any]) -> tuple[T, list[Fault]]:
    """Make a person or role without the values that are wrong, and return what is wrong."""
    values = dict(values)
    faults: list[Fault] = []
    while True:
        try:
            return make(**values), faults
        except InvalidInputError as error:
            for fault in error.faults:
                faults.append(fault)
                if fault.code == "wanted-and-refused":
                    values["choices"] -= {fault.details["value"]}
                else:
                    del values[str(fault.field)]


def _wrong_for_everybody(name: str, values: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with a person of unknown position, whatever the position may be."""
    for field_name, value in values.items():
        found: list[list[Fault]] = []
        for kind in PERSON_TYPES.values():
            if hasattr(kind, field_name):
                made: tuple[Person, list[Fault]] = _made(partial(kind, name), {field_name: value})
                found.append(made[1])
        if all(found):
            yield found[0][0]


def _number_in(fault: Fault) -> str | None:
    """Return the only number in a text that should have been one, where that would be right."""
    value = fault.details.get("value")
    if fault.code not in _OF_NUMBERS or not isinstance(value, str):
        return None
    numbers = re.findall("[0-9]+", value)
    if len(numbers) != 1 or len(numbers[0]) > _LONGEST_NUMBER:
        return None
    low, high = fault.details.get("low"), fault.details.get("high")
    number = int(numbers[0])
    too_low = isinstance(low, int) and number < low
    too_high = isinstance(high, int) and number > high
    return None if too_low or too_high else str(number)
