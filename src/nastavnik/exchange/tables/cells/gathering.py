"""What several cells of a row say together: a name, a class and its letter, an age, who somebody is."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.cells.classes import SchoolClass
from nastavnik.exchange.tables.cells.dates import day_in
from nastavnik.exchange.tables.cells.names import PARTS, joined_name
from nastavnik.exchange.tables.cells.plain import text

__all__ = ["TOLD_BY", "gathered", "identity_of"]

TOLD_BY: Final[Mapping[str, Sequence[str]]] = {
    "name": PARTS,
    "letter": ("grade",),
    "age": ("birth",),
}
"""Keys of columns whose value others can say, and these others."""


def gathered(values: dict[str, Any], on: date) -> Iterator[tuple[str, Fault]]:
    """Put the values that only help to say others where they belong, and yield what contradicts itself.

    Args:
        values: the values of a row by the keys of their columns; changed in place.
        on: the day of the ages that birth dates give.

    >>> values = {"surname": "Выдуманная", "given": "Анна", "grade": SchoolClass(7, "Б"), "birth": 13}
    >>> list(gathered(values, date(2026, 9, 1))), values
    ([], {'grade': 7, 'name': 'Выдуманная Анна', 'letter': 'Б', 'age': 13})
    """
    values.pop("mail", None)
    name = joined_name(values)
    for part in PARTS:
        values.pop(part, None)
    if name is not None:
        values["name"] = name
    yield from _class_and_letter(values)
    born = values.pop("birth", None)
    if (
        born is not None
        and isinstance(values.setdefault("age", born), int)
        and values["age"] != born
    ):
        day = Text(en=on.isoformat(), ru=f"{on:%d.%m.%Y}")
        yield "birth", Fault("ages-disagree", value=values["age"], other=born, day=day)


def _class_and_letter(values: dict[str, Any]) -> Iterator[tuple[str, Fault]]:
    school_class = values.get("grade")
    if not isinstance(school_class, SchoolClass):
        return
    values["grade"] = school_class.grade
    if school_class.letter is None:
        return
    if values.setdefault("letter", school_class.letter) != school_class.letter:
        yield "letter", Fault("letters-disagree", value=values["letter"], other=school_class.letter)


def identity_of(
    written: Mapping[str, str], columns: Sequence[str], on: date
) -> tuple[str, ...] | None:
    """Return what says who somebody is, or None if nothing does.

    Args:
        written: the cells of a row by the keys of their columns.
        columns: keys of those that say it; without any, the name, the organisation and the birth date, or the e-mail
            address where there is no birth date.
        on: a birth year of two digits is the last one up to this day.

    >>> identity_of({"surname": "Выдуманная", "name": "Анна", "birth": "01.02.2012"}, (), date(2026, 9, 1))
    ('Выдуманная Анна', '', '2012-02-01')
    """
    said = {key: text(cell) or "" for key, cell in written.items()}
    said["name"] = joined_name(said) or ""
    day = day_in(said["birth"], until=on) if said.get("birth") else None
    if day is not None:
        said["birth"] = day.isoformat()
    if columns:
        identity = tuple(said.get(key, "") for key in columns)
        return identity if any(identity) else None
    if not said["name"]:
        return None
    return said["name"], said.get("organisation", ""), said.get("birth") or said.get("mail", "")
