"""What the library says of two tables to whoever sits in front of them: people, or faults and warnings with places.

The only module of the measure that knows how the library is called.
"""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from helpers.school.tables import Table, Tables
from nastavnik import Cohort, Fault, InvalidInputError
from nastavnik.basics.errors import Place
from nastavnik.basics.words import compared
from nastavnik.exchange.tables import read_cohort
from nastavnik.people.records import Mentor

__all__ = ["Mention", "Seen", "look"]


@frozen(kw_only=True)
class Mention:
    """One thing that is said, with where it stands.

    Args:
        code: what is said.
        mentor: it is said of the table of mentors; of either where None.
        sheet: name of the sheet, if it is said.
        row: from 0, or None for the whole table.
        column: heading of the column, or None.
        ident: id of whom it is said, or None.
        value: what is said to stand there, or None.
        fault: nothing is read before it is mended.
    """

    code: str
    mentor: bool | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    ident: str | None = None
    value: str | None = None
    fault: bool = True


@frozen(kw_only=True)
class Seen:
    """What came of reading two tables.

    Args:
        cohort: everyone, or None where a fault keeps them from being read.
        mentions: all that was said, in the order in which it was.
        meant: id as is meant of everybody read, by table and id.
    """

    cohort: Cohort | None
    mentions: tuple[Mention, ...]
    meant: Mapping[tuple[bool, str], str] = field(factory=dict)


def look(made: Tables) -> Seen:
    """Read the tables as they stand now and return all that is said of them."""
    with tempfile.TemporaryDirectory() as name:
        mentees, mentors = made.write(Path(name))
        try:
            cohort = read_cohort(mentees, mentors)
        except InvalidInputError as error:
            return Seen(cohort=None, mentions=tuple(_of_faults(error.faults, made)))
    return Seen(cohort=cohort, mentions=(), meant=_meant(cohort, made))


def _of_faults(faults: Iterable[Fault], made: Tables, *, fault: bool = True) -> Iterator[Mention]:
    for each in faults:
        place: Any = each.place or Place(file="")
        role, ident = each.subject or (None, None)
        value = each.details.get("value")
        yield Mention(
            code=each.code,
            mentor=_which(place.file, role, made),
            sheet=place.sheet,
            row=None if place.row is None else place.row - 1,
            column=place.column or _titled(each.field, made),
            ident=ident,
            value=value if isinstance(value, str) else None,
            fault=fault,
        )


def _which(file: str, role: str | None, made: Tables) -> bool | None:
    for mentor in (False, True):
        if Path(file).name == made.table(mentor).name:
            return mentor
    return None if role is None else role == Mentor.role


def _titled(key: str | None, made: Tables) -> str | None:
    return None if key is None else made.mentees.titles.get(key.rpartition(".")[2])


def _meant(cohort: Cohort, made: Tables) -> dict[tuple[bool, str], str]:
    """Say who is who: by id where the tables have ids, else by the whole name, of which each is there once."""
    found = {}
    for mentor, roles in ((False, cohort.mentees), (True, cohort.mentors)):
        people = made.school.mentors if mentor else made.school.mentees
        by_id = {compared(each.ident): each.ident for each in people}
        by_name = {compared(each.name): each.ident for each in people}
        for role in roles:
            known = by_id.get(compared(role.id)) if _has_ids(made.table(mentor)) else None
            known = known or by_name.get(compared(role.person.name or ""), "")
            if known and known not in found.values():
                found[mentor, role.id] = known
            elif known:
                found.setdefault((mentor, role.id), "")  # somebody a second time
    return found


def _has_ids(table: Table) -> bool:
    return "id" in table.titles and any("id" in keys for keys in table.keys)


