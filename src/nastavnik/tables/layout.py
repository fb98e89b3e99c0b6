"""Which column of a table is which, by its row of headings.

Headings are compared without regard to capital letters, ё and е, spaces, underscores, dots and
colons. A heading that begins with # or № is a note of the coordinator, and its column is not
read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from attrs import frozen

from nastavnik.errors import Fault, Place, nearest
from nastavnik.people import Mentee, Mentor, Role
from nastavnik.tables.columns import Column
from nastavnik.tables.headings import columns_of
from nastavnik.tables.raw import Cell, RawTable, is_blank
from nastavnik.texts import Language

__all__ = ["REQUIRED", "Layout", "column_headed", "headings_known", "layout_of", "letter"]

REQUIRED: Final = ("id", "position")
"""Keys of the columns that a table cannot do without."""

_IGNORED: Final = re.compile(r"[\s_:.]+")
_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_AFTER_ALL: Final = 1_000_000


def compared(heading: str) -> str:
    """Return what is compared of a heading.

    >>> compared(" Свободное  Время: ") == compared("свободное время")
    True
    """
    return _IGNORED.sub("", heading.casefold().replace("ё", "е"))


_BY_HEADING: Final[Mapping[type[Role], Mapping[str, Column]]] = {
    role: {compared(name): column for column in columns_of(role) for name in column.names}
    for role in (Mentee, Mentor)
}


def column_headed(heading: str, role: type[Role]) -> Column | None:
    """Return the column of this heading, or None.

    >>> column_headed("КЛАСС:", Mentee).key
    'grade'
    """
    return _BY_HEADING[role].get(compared(heading))


def headings_known(row: Sequence[str]) -> int:
    """Return how many cells of a row are headings of either table."""
    return sum(any(column_headed(cell, role) for role in _BY_HEADING) for cell in row)


@frozen(kw_only=True)
class Layout:
    """Where the columns of one table stand.

    Args:
        table: the table.
        role: whose table it is.
        columns: key to number, from 0, of every column that is read.
        without_heading: numbers of columns that have none.
        language: language of the headings, in which values to choose from are shown.
    """

    table: RawTable
    role: type[Role]
    columns: Mapping[str, int]
    without_heading: frozenset[int]
    language: Language

    def place(self, row: int, key: str | None = None) -> Place:
        """Return the place of a cell; a column that is not there goes by its usual heading."""
        return Place(
            file=self.table.file,
            sheet=self.table.sheet,
            row=row,
            column=None if key is None else self.heading(key),
        )

    def heading(self, key: str) -> str:
        """Return the heading of a column as it is written in the table, on one line."""
        if key in self.columns:
            return " ".join(str(self.table.rows[0][1][self.columns[key]]).split())
        return next(c.heading[self.language] for c in columns_of(self.role) if c.key == key)

    def rank(self, key: str | None) -> int:
        """Return where faults of a column stand in the order of the input."""
        return -1 if key is None else self.columns.get(key, _AFTER_ALL)


def layout_of(table: RawTable, role: type[Role]) -> tuple[Layout, Sequence[tuple[int, Fault]]]:
    """Understand the row of headings.

    Returns:
        The layout, and what is wrong with the headings, each with the number of its column.
    """
    row, headings = table.rows[0]
    columns: dict[str, int] = {}
    faults: list[tuple[int, Fault]] = []
    strangers: list[int] = []
    for number, heading in enumerate(headings):
        place = Place(file=table.file, sheet=table.sheet, row=row, column=_shown(heading, number))
        if isinstance(heading, Fault):
            faults.append((number, heading.moved(place=place)))
            continue
        if is_blank(heading) or heading.strip().startswith(("#", "№")):
            continue
        column = column_headed(heading, role)
        if column is None:
            strangers.append(number)
            faults.append((number, _unknown(heading.strip(), role).moved(place=place)))
        elif column.key in columns:
            first = str(headings[columns[column.key]]).strip()
            fault = Fault("doubled-column", value=heading.strip(), other=first, place=place)
            faults.append((number, fault))
        else:
            columns[column.key] = number
    layout = Layout(
        table=table,
        role=role,
        columns=columns,
        without_heading=frozenset(n for n, h in enumerate(headings) if is_blank(h)),
        language=_language([headings[number] for number in columns.values()]),
    )
    if not columns:
        faults = [f for f in faults if f[0] not in strangers]  # a name may stand there
    faults.extend((_AFTER_ALL, fault) for fault in _missing(layout))
    return layout, faults


def _unknown(heading: str, role: type[Role]) -> Fault:
    other: type[Role] = Mentor if role is Mentee else Mentee
    if column_headed(heading, other) is not None:
        code = "heading-of-mentors" if other is Mentor else "heading-of-mentees"
        return Fault(code, value=heading)
    known = [name for column in columns_of(role) for name in column.names]
    return Fault("unknown-heading", value=heading, advice=nearest(heading, known))


def _missing(layout: Layout) -> Iterator[Fault]:
    """Yield what the table cannot do without and does not have."""
    row = layout.table.rows[0][0]
    needed = [column for column in columns_of(layout.role) if column.key in REQUIRED]
    if not layout.columns:
        known = [column.heading[layout.language] for column in needed]
        yield Fault("no-headings", known=known, place=layout.place(row))
        return
    for column in needed:
        if column.key not in layout.columns:
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


def _shown(heading: Cell, number: int) -> str:
    """Return a heading as written, or the letter of its column."""
    if isinstance(heading, str) and not is_blank(heading):
        return " ".join(heading.split())
    return letter(number)


def letter(number: int) -> str:
    """Return the letter by which a spreadsheet calls a column, counted from 0.

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
