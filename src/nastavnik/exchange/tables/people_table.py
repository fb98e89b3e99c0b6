"""One table of people, read: the roles, where each stands in the file, and what is wrong so far."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import Factory, evolve, field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.column_map import ColumnMap
from nastavnik.exchange.tables.columns import Column
from nastavnik.exchange.tables.files import read_table
from nastavnik.exchange.tables.heading_finder import is_ranked
from nastavnik.exchange.tables.headings import columns_of
from nastavnik.exchange.tables.layout import Layout, layout_of
from nastavnik.exchange.tables.parser import CellReader
from nastavnik.exchange.tables.raw import RawTable
from nastavnik.exchange.tables.rows import Row, RowReader
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Role

__all__ = ["Found", "PeopleTable", "people_table"]


@frozen(kw_only=True)
class Found:
    """A fault and the row and column, from 0, that put it in the order of the input."""

    row: int
    column: int
    fault: Fault

    def order(self) -> tuple[int, int]:
        """Return what faults of one file are sorted by."""
        return self.row, self.column


@frozen(kw_only=True)
class PeopleTable:
    """The people of one file.

    Args:
        role: what they are in this round.
        layout: where the columns stand; None when the file could not be read.
        rows: the first row of each id.
        found: what is wrong with the file, its headings and its cells.
        made_ids: whether ids are made where the table has none.
        remarks: what should be said of how the file was read, though nothing is wrong.
    """

    role: type[Role]
    layout: Layout | None
    rows: tuple[Row, ...]
    found: tuple[Found, ...]
    made_ids: bool = False
    remarks: tuple[Fault, ...] = ()
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
        return self.layout is not None and (self.made_ids or "id" in self.layout.columns)

    def locate(self, fault: Fault) -> Found:
        """Give a fault of a person or role its place in the file, in the words of the file."""
        assert self.layout is not None
        assert fault.subject is not None
        row = self.by_id[fault.subject[1]]
        column = self._column(str(fault.field))
        located = Fault(
            fault.code,
            subject=fault.subject,
            field=fault.field,
            place=self.layout.place(row.number, column.key),
            advice=fault.advice,
            **self._in_words_of_the_file(fault.details),
        )
        return Found(row=row.number, column=self.layout.rank(column.key), fault=located)

    def key_of(self, field_name: str) -> str:
        """Return the key of the column of a person's field."""
        return self._nearest([c for c in columns_of(self.role) if c.of_person], field_name).key

    def _column(self, field_name: str) -> Column:
        columns = [c for c in columns_of(self.role) if c.fills == field_name]
        return self._nearest([c for c in columns if not c.of_person] or columns, field_name)

    def _nearest(self, columns: Sequence[Column], field_name: str) -> Column:
        """Return the column of a field; the one that the table has, where several fill it."""
        filling = [c for c in columns if c.fills == field_name]
        there = [c for c in filling if self.layout is not None and self.layout.has(c.key)]
        return next(iter(there or filling))

    def _in_words_of_the_file(self, details: Mapping[str, Any]) -> dict[str, Any]:
        """Name fields by their headings."""
        assert self.layout is not None
        said = dict(details)
        if "fields" in said:
            said["fields"] = [self.layout.heading(self.key_of(name)) for name in said["fields"]]
        return said


def people_table(
    path: Path,
    name: str,
    role: type[Role],
    methodology: Methodology,
    said: ColumnMap | None = None,
) -> PeopleTable:
    """Read one file; what is wrong is in the result and not raised.

    Args:
        path: the file.
        name: what messages call it.
        role: what its people are.
        methodology: where the categories, tasks and qualities come from.
        said: what the school says of its headings and spellings.
    """
    said = said or ColumnMap()
    try:
        table = read_table(path, name)
    except InvalidInputError as error:
        found = tuple(Found(row=0, column=0, fault=fault) for fault in error.faults)
        return PeopleTable(role=role, layout=None, rows=(), found=found)
    layout, wrong = layout_of(table, role, said)
    first = table.rows[0][0]
    found = tuple(Found(row=first, column=column, fault=fault) for column, fault in wrong)
    if not layout.columns:
        return PeopleTable(role=role, layout=None, rows=(), found=found)
    catalogues = Catalogues.of(methodology, role)
    day = {} if said.on is None else {"on": said.on}
    cells = CellReader(catalogues=catalogues, language=layout.language, **day)
    reader = RowReader(role=role, layout=layout, cells=cells, ids=said.ids)
    rows, more = _rows(table, reader)
    if wrong and "capacity" not in layout.columns:  # one of the wrong headings may be of places
        more = [each for each in more if each.fault.code != "minimum-above-capacity"]
    return PeopleTable(
        role=role,
        layout=layout,
        rows=tuple(rows),
        found=(*found, *more),
        made_ids=said.ids is not None,
        remarks=tuple(_remarks(layout, cells.on)),
    )


def _remarks(layout: Layout, on: date) -> Iterator[Fault]:
    """Yield what is not wrong and should be known all the same."""
    headings = [layout.table.rows[0][1][n] for n in layout.numbers("choices")]
    if len([h for h in headings if isinstance(h, str) and is_ranked(h)]) > 1:
        yield Fault("wishes-unranked", place=evolve(layout.place(0), row=None))
    if "birth" in layout.columns:
        day = Text(en=on.isoformat(), ru=f"{on:%d.%m.%Y}")
        yield Fault("ages-told-on", day=day, place=evolve(layout.place(0), row=None))


def _rows(table: RawTable, reader: RowReader) -> tuple[list[Row], list[Found]]:
    """Read all rows of people; a second row of one id is a fault, and its person is not taken."""
    rows: dict[str, Row] = {}
    found: list[Found] = []
    layout = reader.layout
    people = 0
    for number, cells in table.rows[1:]:
        if layout.is_note(cells):
            continue
        people += 1
        row = reader.read(number, cells)
        found.extend(
            Found(row=number, column=layout.rank(key), fault=fault) for key, fault in row.faults
        )
        if row.ident is None:
            continue
        first = rows.setdefault(row.ident, row)
        if first is not row:
            made = reader.ids is not None and "id" not in layout.columns
            found.append(_second(row, first, layout, made=made))
    if not people:
        place = evolve(layout.place(0), row=None)
        found.append(Found(row=0, column=0, fault=Fault("empty-table", place=place)))
    found.extend(Found(row=n, column=c, fault=f) for n, c, f in layout.without_headings())
    return list(rows.values()), found


def _second(row: Row, first: Row, layout: Layout, *, made: bool) -> Found:
    if made:
        place = layout.place(row.number)
        fault = Fault("same-person", value=row.number, other=first.number, place=place)
        return Found(row=row.number, column=-1, fault=fault)
    fault = Fault(
        "duplicate-row",
        subject=(row.role.role, str(row.ident)),
        field="id",
        value=row.ident,
        other=first.number,
        place=layout.place(row.number, "id"),
    )
    return Found(row=row.number, column=layout.rank("id"), fault=fault)
