"""Which column of a table is which, by its row of headings.

Headings are compared without regard to capital letters, ё and е, spaces, underscores, dots and
colons. A heading that begins with # or № is a note of the coordinator, and its column is not
read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from attrs import evolve, field, frozen

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.harmless import is_harmless
from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Language
from nastavnik.basics.words import clean, lookalike, mixed_alphabets
from nastavnik.exchange.tables.columns.column import Column
from nastavnik.exchange.tables.columns.column_map import ColumnMap, TableMap, respelt
from nastavnik.exchange.tables.columns.column_map import compared_heading as compared
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS, REQUIRED_OF_DEMANDS
from nastavnik.exchange.tables.columns.heading_finder import HeadingFinder, HeadingPlaces
from nastavnik.exchange.tables.columns.headings import columns_of
from nastavnik.exchange.tables.columns.known_headings import BY_HEADING, OF_DEMANDS, REQUIRED
from nastavnik.exchange.tables.formats.raw import Cell, RawTable, is_blank, letter
from nastavnik.methodology.catalogues import POSITIONS
from nastavnik.people.fields import EXTRA
from nastavnik.people.records import Mentee, Mentor, Role

__all__ = ["Layout", "layout_of", "layout_of_demands"]

_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_AFTER_ALL: Final = 1_000_000
_SEVERAL: Final = 2


@frozen(kw_only=True)
class Layout:
    """Where the columns of one table stand.

    Args:
        table: the table.
        known: the columns that such a table may have.
        required: keys of those that it cannot do without; where the first of them begins with #, the row is a note.
        columns: key to number, from 0, of every column that is read.
        without_heading: numbers of columns that have none.
        language: language of the headings, in which values to choose from are shown.
        also: key to the numbers of further columns that are read with the first one as one list.
        said: what the school says of its spellings, and of values for the whole table.
        carried: heading to number of every column that is carried along as a note.
        extra: name of a field of one's own to the number of its column.
    """

    table: RawTable
    known: tuple[Column, ...]
    required: tuple[str, ...]
    columns: Mapping[str, int]
    without_heading: frozenset[int]
    language: Language
    also: Mapping[str, tuple[int, ...]] = field(factory=dict)
    said: TableMap = field(factory=TableMap)
    carried: Mapping[str, int] = field(factory=dict)
    extra: Mapping[str, int] = field(factory=dict)

    def has(self, key: str) -> bool:
        """Return whether the table says something of a column, in its cells or once for all rows."""
        return key in self.columns or key in self.said.everywhere

    def place(self, row: int, key: str | None = None) -> Place:
        """Return the place of a cell; a column that is not there goes by its usual heading."""
        return Place(
            file=self.table.file,
            sheet=self.table.sheet,
            row=row,
            column=None if key is None else self.heading(key),
            called=None if key is None else self.called(key),
        )

    def place_of(self, row: int, number: int) -> Place:
        """Return the place of a cell by the number of its column."""
        heading = self.table.rows[0][1][number]
        return _place(self.table, row, heading, number, _names(self.known))

    def heading(self, key: str) -> str:
        """Return the heading of a column as it is written in the table, on one line."""
        if key in self.columns:
            return " ".join(str(self.table.rows[0][1][self.columns[key]]).split())
        if key == EXTRA:
            return FIELD_NAMES["person.extra"][self.language]
        return next(c.heading[self.language] for c in self.known if c.key == key)

    def called(self, key: str) -> str:
        """Return what messages call a column: its heading where that is one of ours or near to one, else our own.

        A school's own question above a column may be anything; so our heading is followed by the letter.
        """
        heading = self.heading(key)
        named = next((c for c in self.known if c.key == key), None)
        if key not in self.columns or named is None or _is_ours(heading, named.names):
            return heading
        return f"{named.heading[self.language]}, {letter(self.columns[key])}"

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the numbers of all columns of a key."""
        return (self.columns[key], *self.also.get(key, ())) if key in self.columns else ()

    def rank(self, key: str | None) -> int:
        """Return where faults of a column stand in the order of the input."""
        return -1 if key is None else self.columns.get(key, _AFTER_ALL)

    def is_note(self, row: Sequence[Cell]) -> bool:
        """Return whether a row is a note: its id, or its first cell, begins with #."""
        cell = _cell(row, self.columns.get(self.required[0], 0))
        return isinstance(cell, str) and cell.lstrip().startswith("#")

    def written(self, row: Sequence[Cell]) -> tuple[dict[str, str], list[tuple[str, Fault]]]:
        """Return the cells of a row that are not blank, and those that cannot be read, by key."""
        texts: dict[str, str] = {}
        faults: list[tuple[str, Fault]] = []
        width = len(row)
        for key, column in self.columns.items():
            cell = row[column] if column < width else ""
            if isinstance(cell, Fault):
                faults.append((key, cell))
            elif cell and not cell.isspace():
                texts[key] = cell
        for key, columns in self.also.items():
            further = [cell for column in columns if not is_blank(cell := _cell(row, column))]
            faults += [(key, cell) for cell in further if isinstance(cell, Fault)]
            listed = [*filter(None, [texts.get(key)]), *(c for c in further if isinstance(c, str))]
            if listed:
                texts[key] = "\n".join(listed)
        wrong = {key for key, _ in faults}
        for key, text in self.said.everywhere.items():
            if key not in wrong:
                texts.setdefault(key, text)
        self._respell(texts)
        return texts, faults

    def _respell(self, texts: dict[str, str]) -> None:
        """Put the right spelling for the school's."""
        for key, spellings in self.said.values.items():
            if key in texts:
                listed = any(column.key == key and column.listed for column in self.known)
                texts[key] = respelt(texts[key], spellings, listed=listed)

    def notes(self, row: Sequence[Cell]) -> dict[str, str]:
        """Return what a row says in the columns that are carried along, by heading."""
        return _filled(row, self.carried)

    def extras(self, row: Sequence[Cell]) -> dict[str, str]:
        """Return what a row says in fields of one's own, by their names."""
        return _filled(row, self.extra)

    def shifted(self, number: int, row: Sequence[Cell]) -> Fault | None:
        """Return the fault of a row whose values may have moved to other columns, or None."""
        high = len(self.table.rows[0][1])
        if not self.table.shifting or len(row) <= high:
            return None
        return Fault("too-many-cells", value=len(row), high=high, place=self.place(number))

    def without_headings(self) -> Iterator[tuple[int, int, Fault]]:
        """Yield row, column and fault for every column with cells and no heading, at its first cell."""
        width = len(self.table.rows[0][1])
        told: set[int] = set()
        for number, cells in self.table.rows[1:]:
            beyond = range(width, len(cells)) if not self.table.shifting else ()
            for column in (*self.without_heading, *beyond):
                if column in told or column >= len(cells) or is_blank(cells[column]):
                    continue
                if self.is_note(cells):
                    continue
                told.add(column)
                place = evolve(self.place(number), column=letter(column), called=letter(column))
                yield number, column, Fault("cell-without-heading", place=place)


@frozen(kw_only=True)
class _Known:
    """What a table may be headed with.

    Args:
        columns: that it may have.
        required: keys of those that it cannot do without.
        elsewhere: code of the fault of each heading, as compared, that belongs to another table.
    """

    columns: tuple[Column, ...]
    required: tuple[str, ...]
    elsewhere: Mapping[str, str] = field(factory=dict)


_DEMANDS_KNOWN: Final = _Known(columns=DEMAND_COLUMNS, required=REQUIRED_OF_DEMANDS)
_PEOPLE_KNOWN: Final[Mapping[type[Role], _Known]] = {
    role: _Known(
        columns=columns_of(role),
        required=REQUIRED,
        elsewhere=dict.fromkeys(BY_HEADING[other], f"heading-of-{other.role}s"),
    )
    for role, other in ((Mentee, Mentor), (Mentor, Mentee))
}


def layout_of(
    table: RawTable, role: type[Role], said: ColumnMap | None = None
) -> tuple[Layout, Sequence[tuple[int, Fault]]]:
    """Understand the row of headings of a table of people.

    Args:
        table: the table.
        role: what its people are.
        said: what the school says of its headings.

    Returns:
        The layout, and what is wrong with the headings, each with the number of its column.
    """
    said = said or ColumnMap()
    known = _PEOPLE_KNOWN[role]
    if said.ids is not None:
        known = evolve(known, required=tuple(key for key in known.required if key != "id"))
    return _layout(table, known, BY_HEADING[role], said, said.of(role))


def layout_of_demands(table: RawTable) -> tuple[Layout, Sequence[tuple[int, Fault]]]:
    """Understand the row of headings of a table of locks and bans."""
    return _layout(table, _DEMANDS_KNOWN, OF_DEMANDS, ColumnMap(), TableMap())


def _layout(
    table: RawTable,
    known: _Known,
    by_heading: Mapping[str, Column],
    said: ColumnMap,
    mapped: TableMap,
) -> tuple[Layout, Sequence[tuple[int, Fault]]]:
    row, headings = table.rows[0]
    places = HeadingPlaces(HeadingFinder(known.columns, by_heading, mapped, headings), said)
    faults: list[tuple[int, Fault]] = []
    strangers: list[int] = []
    for number, heading in enumerate(headings):
        place = _place(table, row, heading, number, _names(known.columns))
        if isinstance(heading, Fault):
            faults.append((number, heading.moved(place=place)))
            continue
        taken = is_blank(heading) or places.take(number, heading)
        if taken is False:
            strangers.append(number)
            faults.append((number, _unknown(heading.strip(), known).moved(place=place)))
        elif isinstance(taken, Column):
            first = str(headings[places.first_of(taken)]).strip()
            value = heading.strip()
            if first == value:
                fault = Fault("column-twice", value=value, place=place)
            else:
                fault = Fault("doubled-column", value=value, other=first, place=place)
            faults.append((number, fault))
    columns = places.columns
    if len(columns) == 1 and _is_by_chance(headings, columns, strangers, known):
        columns = {}  # the first row is somebody's, and a value in it is a heading too
    layout = Layout(
        table=table,
        known=known.columns,
        required=known.required,
        columns=columns,
        without_heading=frozenset(n for n, h in enumerate(headings) if is_blank(h)),
        language=_language([headings[number] for number in columns.values()]),
        also=places.also,
        said=mapped,
        carried=places.carried,
        extra=places.extra,
    )
    if not columns:
        faults = [f for f in faults if f[0] not in strangers]  # a name may stand there
    faults.extend((_AFTER_ALL, fault) for fault in _missing(layout))
    return layout, faults


def _filled(row: Sequence[Cell], columns: Mapping[str, int]) -> dict[str, str]:
    cells = {heading: _cell(row, number) for heading, number in columns.items()}
    return {h: clean(cell) for h, cell in cells.items() if isinstance(cell, str) and clean(cell)}


def _is_by_chance(
    headings: Sequence[Cell], columns: Mapping[str, int], strangers: Sequence[int], known: _Known
) -> bool:
    """Return whether the only known heading stands among several that are like none, or are values."""
    if columns.keys() & set(known.required) or len(strangers) < _SEVERAL:
        return False
    texts = [str(headings[number]).strip() for number in strangers]
    names = _names(known.columns)
    return any(map(POSITIONS.find, texts)) or not any(nearest(text, names) for text in texts)


def _unknown(heading: str, known: _Known) -> Fault:
    code = known.elsewhere.get(compared(heading))
    if code is not None:
        return Fault(code, value=heading)
    names = _names(known.columns)
    letters = mixed_alphabets(heading)
    if letters is not None:
        alike = {lookalike(name): name for name in reversed(names)}
        meant = alike.get(lookalike(heading)) or nearest(lookalike(heading), names)
        code = "heading-latin" if letters.isascii() else "heading-russian"
        return Fault(code, value=heading, letters=letters.split(", "), advice=meant)
    return Fault("unknown-heading", value=heading, advice=partial(nearest, heading, names))


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _missing(layout: Layout) -> Iterator[Fault]:
    """Yield what the table cannot do without and does not have."""
    row = layout.table.rows[0][0]
    needed = [column for column in layout.known if column.key in layout.required]
    if not layout.columns:
        known = [column.heading[layout.language] for column in needed]
        yield Fault("no-headings", known=known, place=layout.place(row))
        return
    for column in needed:
        if not layout.has(column.key):
            yield Fault(
                "missing-column",
                column=column.heading[layout.language],
                known=_each_once(column.names),
                place=layout.place(row),
            )


def _each_once(names: Sequence[str]) -> list[str]:
    """Keep the first of names that are compared as one."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(compared(name), name)
    return list(first.values())


def _language(headings: Sequence[Cell]) -> Language:
    """Return the language of most headings; Russian where there is no most."""
    russian = sum(isinstance(h, str) and bool(_CYRILLIC.search(h)) for h in headings)
    return "ru" if 2 * russian >= len(headings) else "en"


def _names(columns: Sequence[Column]) -> tuple[str, ...]:
    return tuple(name for column in columns for name in column.names)


def _is_ours(heading: str, names: Sequence[str]) -> bool:
    """Return whether a heading is one of ours, of words of school, or nearly one of ours."""
    return compared(heading) in {compared(name) for name in names} or is_harmless(
        heading, near=names
    )


def _place(table: RawTable, row: int, heading: Cell, number: int, names: Sequence[str]) -> Place:
    """Return the place of a cell below a heading; one that could name somebody goes by the letter of its column."""
    written = letter(number)
    called = written
    if isinstance(heading, str) and not is_blank(heading):
        written = " ".join(heading.split())
        called = written if _is_ours(written, names) else called
    return Place(file=table.file, sheet=table.sheet, row=row, column=written, called=called)
