"""Which headings a table may have, and what each of them stands for."""

from collections.abc import Mapping
from typing import Final

from nastavnik.exchange.tables.columns.column import Column
from nastavnik.exchange.tables.columns.column_map import NOT_NEEDED, NOTE, TableMap
from nastavnik.exchange.tables.columns.column_map import compared_heading as compared
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS, REQUIRED_OF_DEMANDS
from nastavnik.exchange.tables.columns.headings import columns_of
from nastavnik.exchange.tables.formats.heading_row import Headings
from nastavnik.people.records import Mentee, Mentor, Role

__all__ = [
    "BY_HEADING",
    "OF_DEMANDS",
    "REQUIRED",
    "column_headed",
    "headings_of",
    "headings_of_demands",
]

REQUIRED: Final = ("id", "position")
"""Keys of the columns that a table of people cannot do without."""

BY_HEADING: Final[Mapping[type[Role], Mapping[str, Column]]] = {
    role: {compared(name): column for column in columns_of(role) for name in column.names}
    for role in (Mentee, Mentor)
}
"""The column of every heading, as compared, of the table of each role."""

OF_DEMANDS: Final[Mapping[str, Column]] = {
    compared(name): column for column in DEMAND_COLUMNS for name in column.names
}
"""The column of every heading, as compared, of the table of locks and bans."""

_SHEET_NAMES: Final[Mapping[type[Role], tuple[str, ...]]] = {
    Mentee: ("наставляем", "mentee"),
    Mentor: ("наставник", "mentor"),
}
"""Words in the names of sheets."""


def column_headed(heading: str, role: type[Role]) -> Column | None:
    """Return the column of this heading, or None.

    >>> column_headed("КЛАСС:", Mentee).key
    'grade'
    """
    return BY_HEADING[role].get(compared(heading))


def headings_of(role: type[Role], said: TableMap | None = None) -> Headings:
    """Return what the table of a role may be headed with, for finding it.

    Args:
        role: what its people are.
        said: what the school says of its headings.

    >>> headings_of(Mentee).key_of("Класс"), headings_of(Mentee).key_of("Мест")
    ('grade', 'mentor:capacity')
    """
    (other,) = set(BY_HEADING) - {role}
    own, others = BY_HEADING[role], BY_HEADING[other]

    mapped = said.columns if said else {}

    def key_of(heading: str) -> str | None:
        name = compared(heading)
        if name in mapped:
            return None if mapped[name] in {NOTE, NOT_NEEDED} else mapped[name]
        if name in own:
            return own[name].key
        if name in others:
            return f"{other.role}:{others[name].key}"
        return f"demand:{OF_DEMANDS[name].key}" if name in OF_DEMANDS else None

    return Headings(
        key_of=key_of,
        required=REQUIRED,
        own=frozenset(c.key for c in columns_of(role)) - {c.key for c in columns_of(other)},
        called=_SHEET_NAMES[role],
        not_called=_SHEET_NAMES[other],
    )


def headings_of_demands() -> Headings:
    """Return what the table of locks and bans may be headed with, for finding it.

    >>> headings_of_demands().key_of("Требование")
    'kind'
    """

    def key_of(heading: str) -> str | None:
        name = compared(heading)
        if name in OF_DEMANDS:
            return OF_DEMANDS[name].key
        columns = (table[name].key for table in BY_HEADING.values() if name in table)
        return next((f"person:{key}" for key in columns), None)

    keys = frozenset(column.key for column in DEMAND_COLUMNS)
    return Headings(key_of=key_of, required=REQUIRED_OF_DEMANDS, own=keys)
