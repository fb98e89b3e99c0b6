"""One table of people, read: the roles, where each stands in the file, and what is wrong so far."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import Factory, field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.kept import Kept
from nastavnik.basics.limits import LIMITS
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.columns.column import Column
from nastavnik.exchange.tables.columns.column_map import ColumnMap
from nastavnik.exchange.tables.columns.heading_finder import is_ranked
from nastavnik.exchange.tables.columns.headings import columns_of
from nastavnik.exchange.tables.columns.known_headings import headings_of
from nastavnik.exchange.tables.columns.layout import Layout, layout_of
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import read_tables
from nastavnik.exchange.tables.formats.raw import Cell, RawTable
from nastavnik.exchange.tables.rows import Row, RowReader
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.people.fields import EXTRA
from nastavnik.people.records import Role

__all__ = ["Found", "PeopleTable", "one_person", "people_table"]


@frozen(kw_only=True)
class Found:
    """A fault and the sheet, row and column, from 0, that put it in the order of the input."""

    sheet: int = 0
    row: int
    column: int
    fault: Fault

    def order(self) -> tuple[int, int, int]:
        """Return what faults of one file are sorted by."""
        return self.sheet, self.row, self.column


@frozen(kw_only=True)
class PeopleTable:
    """The people of one file.

    Args:
        role: what they are in this round.
        layouts: where the columns stand in each sheet; none when the file could not be read.
        rows: the first row of each id.
        sheets: for each id the number, from 0, of the sheet in which its first row stands.
        found: what is wrong with the file, its headings and its cells.
        made_ids: whether ids are made where the table has none.
        refused: what stands for ids and cannot be one; others may name it, and are told nothing more of it.
        further: how many more faults there are than those in ``found``.
    """

    role: type[Role]
    layouts: tuple[Layout, ...]
    rows: tuple[Row, ...]
    sheets: Mapping[str, int]
    found: tuple[Found, ...]
    made_ids: bool = False
    refused: frozenset[str] = frozenset()
    further: int = 0
    by_id: Mapping[str, Row] = field(
        init=False,
        default=Factory(lambda self: {str(r.ident): r for r in self.rows}, takes_self=True),
    )

    @property
    def everybody(self) -> tuple[Role, ...]:
        """All roles, those with faults too."""
        return tuple(row.role for row in self.rows)

    @property
    def placed(self) -> tuple[Role, ...]:
        """The roles of people whose position is known."""
        return tuple(row.role for row in self.rows if "position" not in row.unsure)

    @property
    def ids_known(self) -> bool:
        """Whether the file says who is there, so that a name it lacks is a fault."""
        known = self.made_ids or all("id" in layout.columns for layout in self.layouts)
        return bool(self.layouts) and known

    @property
    def read_from(self) -> frozenset[str | None]:
        """Names of the sheets that are read; None where the file has but one."""
        return frozenset(layout.table.sheet for layout in self.layouts)

    def locate(self, fault: Fault) -> Found:
        """Give a fault of a person or role its place in the file, in the words of the file."""
        assert fault.subject is not None
        row = self.by_id[fault.subject[1]]
        sheet = self.sheets[fault.subject[1]]
        layout = self.layouts[sheet]
        column = self._column(str(fault.field))
        located = Fault(
            fault.code,
            subject=fault.subject,
            field=fault.field,
            place=layout.place(row.number, column.key),
            advice=fault.advising,
            **self._in_words_of_the_file(fault.details, layout),
        )
        return Found(sheet=sheet, row=row.number, column=layout.rank(column.key), fault=located)

    def key_of(self, field_name: str) -> str:
        """Return the key of the column of a person's field; of those of one's own that is their name together."""
        if field_name == EXTRA:
            return EXTRA
        return self._nearest([c for c in columns_of(self.role) if c.of_person], field_name).key

    def _column(self, field_name: str) -> Column:
        columns = [c for c in columns_of(self.role) if c.fills == field_name]
        return self._nearest([c for c in columns if not c.of_person] or columns, field_name)

    def _nearest(self, columns: Sequence[Column], field_name: str) -> Column:
        """Return the column of a field; the one that the table has, where several fill it."""
        filling = [c for c in columns if c.fills == field_name]
        there = [c for c in filling if any(layout.has(c.key) for layout in self.layouts)]
        return next(iter(there or filling))

    def _in_words_of_the_file(self, details: Mapping[str, Any], layout: Layout) -> dict[str, Any]:
        """Name fields by their headings."""
        said = dict(details)
        if "fields" in said:
            said["fields"] = [layout.called(self.key_of(name)) for name in said["fields"]]
        return said


def people_table(
    path: Path,
    name: str,
    role: type[Role],
    methodology: Methodology,
    reading: Reading | None = None,
) -> PeopleTable:
    """Read one file, all sheets of people in it; what is wrong is in the result and not raised.

    Args:
        path: the file.
        name: what messages call it.
        role: what its people are in this round.
        methodology: where the categories, tasks and qualities come from.
        reading: how it is to be read.
    """
    reading = reading or Reading()
    try:
        tables = read_tables(path, name, headings_of(role, reading.said.of(role)), reading)
    except InvalidInputError as error:
        found = [Found(row=0, column=0, fault=fault) for fault in error.faults]
        return PeopleTable(role=role, layouts=(), rows=(), sheets={}, found=tuple(found))
    builder = _Builder(role, methodology, reading)
    total = sum(len(table.rows) - 1 for table in tables)
    for number, table in enumerate(tables):
        builder.add(number, table, lambda done: reading.step(name, done, total))
    return builder.made()


def one_person(
    written: Mapping[str, Cell],
    role: type[Role],
    methodology: Methodology,
    *,
    file: str,
    said: ColumnMap | None = None,
) -> PeopleTable:
    """Read one person from what stands under each heading, as a table of one row would be read.

    Args:
        written: heading to cell.
        role: what the person is.
        methodology: where the categories, tasks and qualities come from.
        file: what messages call the place.
        said: what is said beside the table, such as the day for ages.
    """
    rows = ((1, list(written)), (2, list(written.values())))
    reading = Reading() if said is None else Reading(said=said)
    builder = _Builder(role, methodology, reading)
    builder.add(0, RawTable(file=file, rows=rows, shifting=False), lambda _: None)
    return builder.made()


class _Builder:
    """Reads the rows of all sheets; a second row of one id is a fault, and its person is not taken."""

    def __init__(self, role: type[Role], methodology: Methodology, reading: Reading) -> None:
        self._role = role
        self._reading = reading
        self._catalogues = Catalogues.of(methodology, role)
        self._layouts: list[Layout] = []
        self._rows: dict[str, Row] = {}
        self._sheets: dict[str, int] = {}
        self._refused: set[str] = set()
        self._found = Kept[Found](LIMITS.faults)
        self._done = 0
        self._people = 0
        self._unread = False

    def add(self, sheet: int, table: RawTable, step: Callable[[int], None]) -> None:
        """Read one sheet."""
        layout, wrong = layout_of(table, self._role, self._reading.said)
        self._layouts.append(layout)
        first = table.rows[0][0]
        found = Kept[tuple[int, int, Fault]](LIMITS.faults)
        found += ((first, column, fault) for column, fault in wrong)
        self._unread = self._unread or not layout.columns
        if layout.columns:
            more = self._add_rows(sheet, self._reader(layout), step)
            if (
                wrong and "capacity" not in layout.columns
            ):  # one of the wrong headings may be of places
                more[:] = [each for each in more if each[2].code != "minimum-above-capacity"]
            found += more
            found += table.found
        self._found += [Found(sheet=sheet, row=r, column=c, fault=f) for r, c, f in found]
        self._found.further += found.further

    def _reader(self, layout: Layout) -> RowReader:
        """Make what reads the rows of a sheet; say what should be known of it."""
        said = self._reading.said
        day = {} if said.on is None else {"on": said.on}
        cells = CellReader(catalogues=self._catalogues, language=layout.language, **day)
        place = attrs.evolve(layout.place(0), row=None)
        headings = [layout.table.rows[0][1][number] for number in layout.numbers("choices")]
        if sum(isinstance(heading, str) and is_ranked(heading) for heading in headings) > 1:
            self._reading.tell("note-wishes-unranked", place)
        if "birth" in layout.columns:
            told = Text(en=cells.on.isoformat(), ru=f"{cells.on:%d.%m.%Y}")
            self._reading.tell("note-ages-told", place, day=told)
        return RowReader(role=self._role, layout=layout, cells=cells, ids=said.ids)

    def made(self) -> PeopleTable:
        """Return what was read."""
        if self._unread:
            self._layouts.clear()
            self._rows.clear()
        elif not self._people:
            place = attrs.evolve(self._layouts[0].place(0), row=None)
            fault = Fault("empty-table", place=place)
            self._found.append(Found(row=0, column=0, fault=fault))
        return PeopleTable(
            role=self._role,
            further=self._found.further,
            layouts=tuple(self._layouts),
            rows=tuple(self._rows.values()),
            sheets=self._sheets,
            found=tuple(self._found),
            made_ids=self._reading.said.ids is not None,
            refused=frozenset(self._refused),
        )

    def _add_rows(
        self, sheet: int, reader: RowReader, step: Callable[[int], None]
    ) -> Kept[tuple[int, int, Fault]]:
        layout = reader.layout
        found = Kept[tuple[int, int, Fault]](LIMITS.faults)
        for number, cells in layout.table.rows[1:]:
            self._done += 1
            step(self._done)
            if layout.is_note(cells):
                continue
            self._people += 1
            row = reader.read(number, cells)
            if row.refused is not None:
                self._refused.add(row.refused)
            if row.notes and row.ident is not None and self._reading.carried is not None:
                self._reading.carried.setdefault(row.ident, {}).update(row.notes)
            found.extend((number, layout.rank(key), fault) for key, fault in row.faults)
            if row.ident is None:
                continue
            first = self._rows.setdefault(row.ident, row)
            if first is row:
                self._sheets[row.ident] = sheet
            else:
                made = reader.ids is not None and "id" not in layout.columns
                fault = self._second(sheet, row, first, made=made)
                found.append((number, layout.rank("id"), fault))
        found.extend(layout.without_headings())
        return found

    def _second(self, sheet: int, row: Row, first: Row, *, made: bool) -> Fault:
        other = self._sheets[str(row.ident)]
        if made and other == sheet:
            place = self._layouts[sheet].place(row.number)
            return Fault("same-person", value=row.number, other=first.number, place=place)
        details: dict[str, Any] = {"value": row.ident, "other": first.number}
        if other != sheet:
            details["sheet"] = str(self._layouts[other].table.sheet)
        return Fault(
            "duplicate-row" if other == sheet else "duplicate-row-on-sheet",
            subject=(row.role.role, str(row.ident)),
            field="id",
            place=self._layouts[sheet].place(row.number, "id"),
            **details,
        )
