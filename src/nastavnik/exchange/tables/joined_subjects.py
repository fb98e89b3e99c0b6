"""«Математика и биология» in a column of subjects: two subjects, if both are known as such.

«Основы безопасности и защиты Родины» is one subject. So a cell is parted at «и» only where every part is an item of its
own somewhere in the tables of the round, among the subjects or the marks; otherwise it stays as it is written.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve

from nastavnik.basics.words import clean, compared
from nastavnik.exchange.tables.people_table import PeopleTable
from nastavnik.people.records import Pupil, Role, Teacher

__all__ = ["parted", "subjects_known", "with_parted_subjects"]

_AND: Final = re.compile(r"(?<!\s)\s+(?:и|and)\s+", re.IGNORECASE)


def with_parted_subjects(
    tables: Sequence[PeopleTable], others: Iterable[Role] = ()
) -> tuple[PeopleTable, ...]:
    """Return the tables with the subjects parted that are joined by «и» and known each by itself.

    Args:
        tables: of one round.
        others: people of the round who stand in no table.
    """
    known = subjects_known([*(role for table in tables for role in table.everybody), *others])
    return tuple(_parted_table(table, known) for table in tables)


def subjects_known(roles: Iterable[Role]) -> frozenset[str]:
    """Return the compared forms of all subjects that stand by themselves."""
    return frozenset(compared(subject) for role in roles for subject in _subjects(role))


def parted(subject: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the subjects that one item names.

    >>> parted("математика и биология", frozenset({"математика", "биология"}))
    ('математика', 'биология')
    >>> parted("труд и технология", frozenset({"математика", "технология"}))
    ('труд и технология',)
    """
    parts = tuple(clean(part) for part in _AND.split(subject))
    return parts if all(compared(part) in known for part in parts) else (subject,)


def _subjects(role: Role) -> Iterator[str]:
    yield from role.subjects
    if isinstance(role.person, Teacher):
        yield from role.person.subjects
    if isinstance(role.person, Pupil):
        yield from role.person.marks or ()


def _parted_table(table: PeopleTable, known: frozenset[str]) -> PeopleTable:
    rows = [evolve(row, role=_parted_role(row.role, known)) for row in table.rows]
    return evolve(table, rows=tuple(rows))


def _parted_role(role: Role, known: frozenset[str]) -> Role:
    subjects = _parted_set(role.subjects, known)
    if subjects != role.subjects:
        role = evolve(role, subjects=subjects)
    if isinstance(role.person, Teacher):
        taught = _parted_set(role.person.subjects, known)
        if taught != role.person.subjects:
            role = evolve(role, person=evolve(role.person, subjects=taught))
    return role


def _parted_set(subjects: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Return the subjects, each in one spelling."""
    if not any(_AND.search(subject) for subject in subjects):
        return subjects
    found: dict[str, str] = {}
    for subject in sorted(subjects, key=lambda one: (bool(_AND.search(one)), one)):
        for part in parted(subject, known):
            found.setdefault(compared(part), part)
    return frozenset(found.values())
