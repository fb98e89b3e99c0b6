"""What only the whole of a round, or the methodology, can show to be wrong with its people.

It is looked for in everybody's facts and in each distinct value once, so that nobody of a million given as
columns has to become a value of their own for it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Final

import attrs
import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.words import compared
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Encoded, Facts, combined, encoded
from nastavnik.people.fields import seen
from nastavnik.people.frames.facts import ColumnFacts
from nastavnik.people.records import PERSON_TYPES, Person, Position
from nastavnik.programme.round.lookalikes import by_look, look_of_another

__all__ = ["faults_between", "faults_of_methodology"]

_MOST_ADVICE: Final = 50
"""Wrong ids for which the nearest is looked up: among many thousands that takes long, each time."""

_ADVISED_AMONG: Final = 20_000
"""Ids among which looking up that many nearest ones is bearable; among more, fewer are."""

_CONSENTS: Final = ("data_consent",)
"""Fields of a person that are consents, the contradiction of which is named as such."""


def faults_between(mentees: Facts, mentors: Facts) -> Iterator[Fault]:
    """Yield what is wrong with the people of one round, taken together.

    >>> from nastavnik.people.columns import RoleFacts
    >>> from nastavnik.people.records import Mentee, Pupil
    >>> mentees = RoleFacts([Mentee(Pupil("b"), choices={"x"})], side="mentee")
    >>> [str(fault) for fault in faults_between(mentees, mentees.part(slice(0)))]
    ['mentee b, choices: there is no such mentor as "x"; correct or remove it']
    """
    yield from _doubled(mentees.ids, "mentee")
    yield from _doubled(mentors.ids, "mentor")
    yield from _two_people(mentees, mentors)
    mentee_ids, mentor_ids = set(mentees.ids), set(mentors.ids)
    most = _MOST_ADVICE // (1 + max(len(mentees), len(mentors)) // _ADVISED_AMONG)
    advised = iter(range(most))

    def advise() -> bool:
        return next(advised, None) is not None

    @cache
    def looks(kind: str) -> Mapping[str, str]:
        return by_look((mentees if kind == "mentee" else mentors).ids)

    for facts, side, known, kind, names in (
        (mentees, "mentee", mentor_ids, "mentor", ("choices", "refusals", "bans")),
        (mentors, "mentor", mentee_ids, "mentee", ("choices", "refusals")),
    ):
        fields = {name: facts.field((name,)) for name in names}
        lost = {n: [sorted(v - known) for v in one.values] for n, one in fields.items()}
        for row in _rows_of_any([(fields[name], lost[name]) for name in names]):
            for name in names:
                others = lost[name][fields[name].codes[row]]
                yield from _names_nobody(
                    (side, facts.ids[row]), name, others, known, kind, advise, partial(looks, kind)
                )


def faults_of_methodology(
    methodology: Methodology, mentees: Facts, mentors: Facts
) -> Iterator[Fault]:
    """Yield what the methodology does not know: categories, signs, tasks, positions.

    >>> from nastavnik import TARGET_MODEL, Mentee, Professional
    >>> from nastavnik.people.columns import RoleFacts
    >>> mentees = RoleFacts([Mentee(Professional("w"))], side="mentee")
    >>> for fault in faults_of_methodology(TARGET_MODEL, mentees, mentees.part(slice(0))):
    ...     print(fault.code, fault.field)
    no-form-for-mentee position
    """

    def of_mentee(
        position: Position, tasks: frozenset[str], category: str | None, signs: frozenset[str]
    ) -> list[Fault]:
        return [
            *_unknown_to_forms_for(methodology, position, tasks, category),
            *_unknown_signs(methodology, position, signs),
        ]

    def of_mentor(position: Position, tasks: frozenset[str]) -> list[Fault]:
        return list(_unknown_to_forms_of(methodology, position, tasks))

    yield from _for_each(mentees, "mentee", of_mentee, ("category", "signs"))
    yield from _for_each(mentors, "mentor", of_mentor)


def _rows_of_any(fields: Sequence[tuple[Encoded, Sequence[object]]]) -> list[int]:
    """Return the places of people for whose value in one of the fields something is there."""
    there: NDArray[np.bool_] = np.zeros(len(fields[0][0].codes), dtype=np.bool_)
    for one, of_values in fields:
        there |= np.array([bool(v) for v in of_values], dtype=np.bool_)[one.codes]
    return [int(row) for row in np.flatnonzero(there)]


def _for_each(
    facts: Facts, side: str, judge: Callable[..., list[Fault]], more: Sequence[str] = ()
) -> Iterator[Fault]:
    """Judge each combination of position, tasks and ``more`` once, and yield the faults of everybody."""
    paths = [("person", "position"), ("tasks",), *((name,) for name in more)]
    alike = combined([facts.field(path) for path in paths])
    faults = [judge(*values) for values in alike.values]
    for row in _rows_of_any([(alike, faults)]):
        for fault in faults[alike.codes[row]]:
            yield fault.moved(subject=(side, facts.ids[row]))


def _unknown_to_forms_for(
    methodology: Methodology, position: Position, tasks: frozenset[str], category: str | None
) -> Iterator[Fault]:
    if not methodology.forms_for(position):
        yield Fault("no-form-for-mentee", field="position", position=position.title)
        return
    categories = [one.id for one in methodology.categories_for(position)]
    if category is not None and category not in categories:
        elsewhere = any(category == one.id for form in methodology.forms for one in form.categories)
        yield Fault(
            "category-of-another-position" if elsewhere else "unknown-category",
            field="category",
            value=category,
            known=categories,
            position=position.title,
            advice=None if elsewhere else nearest(category, categories),
        )
    yield from _unknown_tasks(tasks, [task.id for task in methodology.tasks_for(position)])


def _unknown_signs(
    methodology: Methodology, position: Position, signs: frozenset[str]
) -> Iterator[Fault]:
    if not methodology.forms_for(position):
        return  # told once, of the position
    known = [one.id for one in methodology.signs_for(position)]
    for sign in sorted(signs.difference(known)):
        yield Fault(
            "unknown-sign", field="signs", value=sign, known=known, advice=nearest(sign, known)
        )


def _unknown_to_forms_of(
    methodology: Methodology, position: Position, tasks: frozenset[str]
) -> Iterator[Fault]:
    if position not in {form.mentor_position for form in methodology.forms}:
        yield Fault("no-form-for-mentor", field="position", position=position.title)
        return
    yield from _unknown_tasks(tasks, [task.id for task in methodology.tasks_of(position)])


def _doubled(ids: Sequence[str], side: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for ident in ids if len(set(ids)) < len(ids) else ():
        if ident in seen:
            yield Fault("duplicate-id", subject=(side, ident), field="id", value=ident)
        seen.add(ident)


def _two_people(mentees: Facts, mentors: Facts) -> Iterator[Fault]:
    """One id in both roles is one person, so everything about the person must agree."""
    places = dict(zip(mentees.ids, range(len(mentees)), strict=True))
    both = [(places[ident], k) for k, ident in enumerate(mentors.ids) if ident in places]
    for at, of in _maybe_different(both, mentees, mentors):
        other, person = mentees.role(at).person, mentors.role(of).person
        if other == person:
            continue
        differing = _differing(other, person)
        consents = [name for name in differing if name in _CONSENTS]
        subject = ("mentor", person.id)
        if consents and _yes_and_no(other, person, consents):
            yield Fault(
                "contradictory-consent",
                subject=subject,
                field=consents[0],
                value=person.id,
                fields=consents,
            )
            differing = [name for name in differing if name not in consents]
        if differing:
            yield Fault(
                "two-people", subject=subject, field="id", value=person.id, fields=differing
            )


def _maybe_different(
    both: list[tuple[int, int]], mentees: Facts, mentors: Facts
) -> list[tuple[int, int]]:
    """Keep those who may differ; of people in columns that is seen without making a value of each."""
    if not both or not (isinstance(mentees, ColumnFacts) and isinstance(mentors, ColumnFacts)):
        return both
    at, of = np.array(both, dtype=np.intp).T
    differing = np.zeros(len(both), dtype=np.bool_)
    for name in sorted({a.name for kind in PERSON_TYPES.values() for a in attrs.fields(kind)}):
        one, other = (
            facts.names() if name == "name" else facts.field(("person", name))
            for facts in (mentees, mentors)
        )
        numbers = encoded([*one.values, *other.values]).codes
        left, right = numbers[one.codes[at]], numbers[other.codes[of] + len(one.values)]
        differing |= left != right
    return [both[k] for k in np.flatnonzero(differing)]


def _differing(one: Person, other: Person) -> list[str]:
    if type(one) is not type(other):
        return ["position"]
    names = [a.name for a in attrs.fields(type(one))]
    for left_out in ("name", "letter"):  # what one table leaves out makes nobody another person
        if left_out in names and None in (getattr(one, left_out), getattr(other, left_out)):
            names.remove(left_out)
    found = [name for name in names if _seen(one, name) != _seen(other, name)]
    if "extra" in found and not _contradicting(one.extra, other.extra):
        found.remove("extra")  # one table may have a column that the other has not
    return found


def _contradicting(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return any(compared(one[name]) != compared(other[name]) for name in one.keys() & other.keys())


def _seen(person: Person, name: str) -> object:
    """Return a fact as rules see it, and a display name as a word: another spelling makes nobody another person."""
    value = getattr(person, name)
    return compared(value) if name == "name" and isinstance(value, str) else seen(name, value)


def _yes_and_no(one: Person, other: Person, names: Sequence[str]) -> bool:
    return any({getattr(one, name), getattr(other, name)} == {True, False} for name in names)


def _names_nobody(
    subject: tuple[str, str],
    name: str,
    others: Sequence[str],
    known: set[str],
    kind: str,
    advise: Callable[[], bool],
    looks: Callable[[], Mapping[str, str]],
) -> Iterator[Fault]:
    for other in others:
        if len(other.split()) > 1:  # most likely somebody's name, which no message may show
            yield Fault("name-for-id", subject=subject, field=name)
            continue
        alike = look_of_another(other, looks())
        if alike is not None:
            yield alike.moved(subject=subject, field=name)
            continue
        advice = nearest(other, known) if advise() else None
        yield Fault(
            "names-nobody",
            subject=subject,
            field=name,
            value=other,
            role=PLACES[kind],
            advice=advice,
        )


def _unknown_tasks(tasks: frozenset[str], known: Sequence[str]) -> Iterator[Fault]:
    for task in sorted(tasks - set(known)):
        yield Fault(
            "unknown-task", field="tasks", value=task, known=known, advice=nearest(task, known)
        )
