"""Which column a heading is of: by the school's own map, by the names that columns have, by the headings beside it."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from nastavnik.basics.words import clean, compared
from nastavnik.exchange.tables.columns.column import Column
from nastavnik.exchange.tables.columns.column_map import (
    NOT_NEEDED,
    NOTE,
    ColumnMap,
    TableMap,
    compared_heading,
)
from nastavnik.exchange.tables.columns.own_fields import own_column, own_field
from nastavnik.people.fields import EXTRA

__all__ = ["HeadingFinder", "HeadingPlaces", "is_ranked"]

_GIVEN: Final = frozenset({"имя", "name"})
"""Headings of the whole name that beside a surname are those of the given one."""

_ORDINAL: Final = (
    r"(?:[1-9](?:-?(?:й|ый|ой|ая|я|st|nd|rd|th))?"
    r"|перв\w+|втор\w+|трет\w+|четверт\w+|пят\w+|first|second|third)"
)
_WISH: Final = r"(?:выбор|пожелание|choice|wish)"
_RANKED: Final = re.compile(rf"{_ORDINAL}[ .)-]*{_WISH}|{_WISH}[ .№-]*[1-9]")


def is_ranked(heading: str) -> bool:
    """Return whether a heading is of one wish among several in an order.

    >>> is_ranked("1-й выбор"), is_ranked("Выбор 3"), is_ranked("Выбрал(а)")
    (True, True, False)
    """
    return _RANKED.fullmatch(compared(heading)) is not None


class HeadingFinder:
    """Finds the column that a heading is of.

    Args:
        columns: that the table may have.
        by_heading: each by every heading it may have, as compared.
        mapped: what the school says of its headings.
        headings: all of the row; what is no text is left out.

    >>> finder = HeadingFinder((), {}, TableMap(columns={"Телефон": NOTE}), ["Телефон"])
    >>> finder.column("телефон:"), finder.column("Класс")
    ('note', None)
    """

    def __init__(
        self,
        columns: Iterable[Column],
        by_heading: Mapping[str, Column],
        mapped: TableMap,
        headings: Iterable[object],
    ) -> None:
        self._by_heading = by_heading
        self._by_key = {column.key: column for column in columns}
        self._mapped = mapped.columns
        there = {compared_heading(heading) for heading in headings if isinstance(heading, str)}
        keys = {by_heading[heading].key for heading in there if heading in by_heading}
        keys |= {self._mapped[heading] for heading in there if heading in self._mapped}
        self._name_is_given = "surname" in keys

    def column(self, heading: str) -> Column | str | None:
        """Return the column, what stands for one that is not read, or None for an unknown heading."""
        target = self._mapped.get(compared_heading(heading))
        if target is not None:
            return self._by_key.get(target, target)
        if heading.strip().startswith(("#", "№")):
            return NOT_NEEDED
        if self._name_is_given and compared_heading(heading) in _GIVEN:
            return self._by_key.get("given")
        if is_ranked(heading) and "choices" in self._by_key:
            return self._by_key["choices"]
        return self._by_heading.get(compared_heading(heading))

    def may_repeat(self, heading: str, column: Column) -> bool:
        """Return whether a further column of this heading is read together with the first."""
        return column.listed and (is_ranked(heading) or compared_heading(heading) in self._mapped)

    def is_carried(self, heading: str, said: ColumnMap) -> bool:
        """Return whether a column is carried along as a note."""
        if self._mapped.get(compared_heading(heading)) == NOTE:
            return True
        if compared_heading(heading) in {compared_heading(name) for name in said.carried}:
            return True
        return said.all_notes and heading.strip().startswith("#")


class HeadingPlaces:
    """Where the columns stand, heading by heading.

    Args:
        finder: finds the column of a heading.
        said: what the school says of its headings.
    """

    def __init__(self, finder: HeadingFinder, said: ColumnMap) -> None:
        self._finder = finder
        self._said = said
        self.columns: dict[str, int] = {}
        self.also: dict[str, tuple[int, ...]] = {}
        self.carried: dict[str, int] = {}
        self.extra: dict[str, int] = {}

    def first_of(self, column: Column) -> int:
        """Return where a column stands that is there already."""
        own = column.key.removeprefix(f"{EXTRA}.")
        return self.columns[column.key] if column.key in self.columns else self.extra[own]

    def take(self, number: int, heading: str) -> Column | bool:
        """Note where a heading stands, if its column is read.

        Returns:
            True; or False for an unknown heading; or the column, if it is there already and stands once.
        """
        name = self._said.extra.get(compared_heading(heading)) or own_field(heading)
        if name is not None:
            return self.extra.setdefault(name, number) == number or own_column(name)
        column = self._finder.column(heading)
        if self._finder.is_carried(heading, self._said):
            self.carried[clean(heading)] = number
            column = column or NOTE
        if not isinstance(column, Column):
            return column in {NOTE, NOT_NEEDED}
        if column.key not in self.columns:
            self.columns[column.key] = number
        elif self._finder.may_repeat(heading, column):
            self.also[column.key] = (*self.also.get(column.key, ()), number)
        else:
            return column
        return True
