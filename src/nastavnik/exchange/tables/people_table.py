"""One table of people, read: the roles, where each stands in the file, and what is wrong so far."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
from attrs import Factory, field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.exchange.tables.columns import Column
from nastavnik.exchange.tables.files import read_table
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
        refused: what stands for ids and cannot be one; others may name it, and are told nothing more of it.
    """

    role: type[Role]
    layout: Layout | None
    rows: tuple[Row, ...]
    found: tuple[Found, ...]
    refused: frozenset[str] = frozenset()
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
        return self.layout is not None and "id" in self.layout.columns

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
        return next(c.key for c in columns_of(self.role) if c.of_person and c.fills == field_name)

    def _column(self, field_name: str) -> Column:
        columns = [c for c in columns_of(self.role) if c.fills == field_name]
        return min(columns, key=lambda column: column.of_person)

    def _in_words_of_the_file(self, details: Mapping[str, Any]) -> dict[str, Any]:
        """Name fields by their headings."""
        assert self.layout is not None
        said = dict(details)
        if "fields" in said:
            said["fields"] = [self.layout.heading(self.key_of(name)) for name in said["fields"]]
        return said


def people_table(path: Path, name: str, role: type[Role], methodology: Methodology) -> PeopleTable:
    """Read one file; what is wrong is in the result and not raised."""
    try:
        table = read_table(path, name)
    except InvalidInputError as error:
        found = tuple(Found(row=0, column=0, fault=fault) for fault in error.faults)
        return PeopleTable(role=role, layout=None, rows=(), found=found)
    layout, wrong = layout_of(table, role)
    first = table.rows[0][0]
    found = tuple(Found(row=first, column=column, fault=fault) for column, fault in wrong)
    if not layout.columns:
        return PeopleTable(role=role, layout=None, rows=(), found=found)
    catalogues = Catalogues.of(methodology, role)
    cells = CellReader(catalogues=catalogues, language=layout.language)
    rows, more, refused = _rows(table, RowReader(role=role, layout=layout, cells=cells))
    if wrong and "capacity" not in layout.columns:  # one of the wrong headings may be of places
        more = [each for each in more if each.fault.code != "minimum-above-capacity"]
    return PeopleTable(
        role=role, layout=layout, rows=tuple(rows), found=(*found, *more), refused=refused
    )


def _rows(table: RawTable, reader: RowReader) -> tuple[list[Row], list[Found], frozenset[str]]:
    """Read all rows of people; a second row of one id is a fault, and its person is not taken."""
    refused: set[str] = set()
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
        if row.refused is not None:
            refused.add(row.refused)
        if row.ident is None:
            continue
        first = rows.setdefault(row.ident, row)
        if first is not row:
            found.append(_second(row, first, layout))
    if not people:
        place = attrs.evolve(layout.place(0), row=None)
        found.append(Found(row=0, column=0, fault=Fault("empty-table", place=place)))
    found.extend(Found(row=n, column=c, fault=f) for n, c, f in layout.without_headings())
    return list(rows.values()), found, frozenset(refused)


def _second(row: Row, first: Row, layout: Layout) -> Found:
    fault = Fault(
        "duplicate-row",
        subject=(row.role.role, str(row.ident)),
        field="id",
        value=row.ident,
        other=first.number,
        place=layout.place(row.number, "id"),
    )
    return Found(row=row.number, column=layout.rank("id"), fault=fault)
