"""What was meant and was not read so: everybody read is held against everybody meant, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs
import numpy as np
from attrs import frozen

from helpers.school.desk import Seen
from helpers.school.tables import Slip, Table, Tables
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor
from nastavnik.basics.words import compared
from nastavnik.matching.candidates import candidates

__all__ = ["Loss", "lost_in"]

_FACTS: Final = {
    "position": "person.position", "organisation": "person.organisation", "languages": "person.languages",
    "slots": "person.slots", "interests": "person.interests", "qualities": "person.qualities",
    "data_consent": "person.data_consent", "grade": "person.grade", "age": "person.age", "marks": "person.marks",
    "experience": "person.experience", "taught": "person.subjects", "agreed": "agreed",
    "guardian_agreed": "guardian_agreed", "subjects": "subjects", "category": "category", "priority": "priority",
    "capacity": "capacity", "trained": "trained", "cleared": "cleared",
}  # fmt: skip
"""Where the fact of each column is."""

_BY_EFFECT: Final = frozenset({"slots"})
"""Facts of which only what pairs come of them is compared: «вт» and «вт 15:00» differ and may mean the same."""


@frozen(kw_only=True)
class Loss:
    """Something that was meant and was not read so.

    Args:
        kind: of the slip, or ``no slip`` where the cell was written as is meant.
        key: of the column.
        ident: whom it concerns, as is meant.
        pairs: pairs that are possible and become impossible by this alone.
    """

    kind: str
    key: str
    ident: str
    pairs: int


def lost_in(
    made: Tables, seen: Seen, open_slips: Sequence[Slip], truth: Cohort
) -> tuple[list[Loss], list[Loss]]:
    """Compare everybody read with everybody meant, field by field; what was named and mended is equal by now."""
    assert seen.cohort is not None
    silent: list[Loss] = []
    misread: list[Loss] = []
    kinds = {(slip.mentor, slip.ident, slip.key): slip.kind for slip in open_slips}
    possible = _possible(truth)
    read: set[tuple[bool, str]] = set()
    for mentor, roles in ((False, seen.cohort.mentees), (True, seen.cohort.mentors)):
        for role in roles:
            ident = seen.meant.get((mentor, role.id), "")
            if not ident:
                silent.append(_surplus(open_slips, mentor, role))
                continue
            read.add((mentor, ident))
            true = made.people(mentor)[ident].role
            for key, value in _differing(made.table(mentor), true, role):
                pairs = len(possible - _possible(_with(truth, true, key, value)))
                kind = kinds.get((mentor, ident, key), "no slip")
                loss = Loss(kind=kind, key=key, ident=ident, pairs=pairs)
                if kind == "no slip":
                    misread.append(loss)
                elif pairs or (
                    value is not None and value != frozenset() and key not in _BY_EFFECT
                ):
                    silent.append(loss)
    for mentor in (False, True):
        silent += [
            Loss(kind="not read at all", key="everything", ident=ident, pairs=0)
            for ident in made.people(mentor)
            if (mentor, ident) not in read
        ]
    return silent, misread


def _surplus(open_slips: Sequence[Slip], mentor: bool, role: Any) -> Loss:
    kinds = [slip.kind for slip in open_slips if slip.key is None and slip.mentor == mentor]
    return Loss(kind=kinds[0] if kinds else "no slip", key="everything", ident=role.id, pairs=0)


def _differing(table: Table, true: Any, role: Any) -> Iterator[tuple[str, Any]]:
    """Yield the columns in which two values of one role differ, with what was read."""
    for key, path in _FACTS.items():
        if not any(key in keys for keys in table.keys) and key not in table.defaults:
            continue
        value, meant = _fact(role, path), _fact(true, path)
        if _alike(value) != _alike(meant):
            yield key, value


def _fact(role: Any, path: str) -> Any:
    holder = role.person if path.startswith("person.") else role
    return getattr(holder, path.removeprefix("person."), None)


def _alike(value: Any) -> Any:
    """Return what is compared of a fact: words as words, and nothing listed as unknown."""
    if isinstance(value, str):
        return compared(value)
    if isinstance(value, frozenset | set):
        return frozenset(map(compared, value)) or None
    if isinstance(value, Mapping):
        return {compared(key): mark for key, mark in value.items()} or None
    return value


def _with(truth: Cohort, true: Mentee | Mentor, key: str, value: Any) -> Cohort:
    """Return the true cohort with one fact of one person as it was read."""
    path = _FACTS[key]
    name = path.removeprefix("person.")
    if path == "person.position":
        return (
            truth  # somebody of another position is another kind of person; told by the fact alone
        )
    if path.startswith("person."):
        changed: Any = attrs.evolve(true, person=attrs.evolve(true.person, **{name: value}))
    else:
        changed = attrs.evolve(true, **{name: value})
    mentees = [changed if role is true else role for role in truth.mentees]
    mentors = [changed if role is true else role for role in truth.mentors]
    return Cohort(mentees=mentees, mentors=mentors)


def _possible(cohort: Cohort) -> set[tuple[str, str]]:
    """Return the pairs that may be formed, whoever else there is."""
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, TARGET_MODEL)
    rows, columns = np.indices((len(cohort.mentees), len(cohort.mentors)), dtype=np.intp)
    scores, _ = found.ways_of(rows.ravel(), columns.ravel())
    places = np.flatnonzero(scores >= 0)
    width = len(cohort.mentors)
    return {(cohort.mentees[n // width].id, cohort.mentors[n % width].id) for n in places.tolist()}
