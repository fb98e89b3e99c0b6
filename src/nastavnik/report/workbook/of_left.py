"""The sheets of what is left: mentees without a mentor, mentors with free places, and all reasons in detail."""

from collections.abc import Iterator
from typing import Final

from nastavnik.basics.errors import NastavnikError
from nastavnik.matching.answers.audiences import Telling
from nastavnik.matching.match import with_people
from nastavnik.people.records import Person
from nastavnik.programme.evidence import FreePlaces
from nastavnik.programme.evidence.reasons import Reason
from nastavnik.report.passage import Passage
from nastavnik.report.short import Short, short_of_mentor, short_reason
from nastavnik.report.words import lines_of
from nastavnik.report.workbook.paper import Column, Paper, Row
from nastavnik.report.workbook.people import Everybody, order_of

__all__ = ["free_places_sheet", "reasons_sheet", "unmatched_sheet"]


_MOST_ASKED: Final = 1_000_000
"""Mentors with free places times mentees up to which everybody's hindrances are looked for; that takes seconds."""


def unmatched_sheet(paper: Paper, people: Everybody) -> None:
    """Write why each has no mentor yet, in one short cause with one remedy."""
    columns = [*_who(people, "mentee"), *_why(people, "cause")]
    rows = []
    for person, reason in _unmatched(people):
        short = short_reason(
            reason,
            people.voice,
            position=person.position,
            label=lambda name: people.label(people.mentor(name)),
        )
        rows.append(Row([*_cells(person, people), short.cause, short.cure]))
    paper.table("unmatched", columns, rows)


def reasons_sheet(paper: Paper, people: Everybody) -> None:
    """Write all that is known of why somebody has no mentor, line by line, so that no page tears a long cell."""
    columns = [
        Column(heading=people.say("mentee"), least=24, most=34),
        Column(heading=people.say("reason"), least=60, most=120),
    ]
    rows = []
    for person, reason in _unmatched(people):
        who = people.label(person)
        if people.name(person):
            who = f"{who} ({person.id})"
        for line in Passage(lines_of(reason, people.voice)).lines:
            rows.append(Row([who, line]))
            who = ""
    paper.table("sheet-reasons", columns, rows, whole=True)


def free_places_sheet(paper: Paper, people: Everybody) -> None:
    """Write the mentors who could take more, how many, and why nobody came."""
    columns = [
        *_who(people, "mentor"),
        Column(heading=people.say("places"), least=8, most=8),
        Column(heading=people.say("free"), least=10, most=10),
        *_why(people, "why-free"),
    ]
    paper.table("sheet-free", columns, _free_places(people))


def _free_places(people: Everybody) -> Iterator[Row]:
    plan = people.plan
    used: dict[str, int] = {}
    for pair in plan.pairs:
        used[pair.mentor] = used.get(pair.mentor, 0) + 1
    some = [people.mentor(name) for name, all_ in plan.places.items() if all_ > used.get(name, 0)]
    if not some:
        return
    try:
        plan.explain_mentor(some[0].id)
    except NastavnikError:  # it was read from a file
        plan = with_people(plan, people.cohort, people.methodology)
    telling = Telling(people.cohort, people.methodology)
    asked = len(some) * len(people.cohort.mentees) <= _MOST_ASKED
    for person in sorted(some, key=lambda one: _order(one, people)):
        places = plan.places[person.id]
        counts = places, places - used.get(person.id, 0)
        evidence = FreePlaces(
            mentor=person.id, places=places, free=counts[1], admissible=0, hindrances=()
        )
        if asked:
            evidence = plan.explain_mentor(person.id)
        own = () if evidence.admissible else telling.mentor(plan, evidence).own
        short = short_of_mentor(evidence, people.voice, position=person.position, own=own)
        if not asked and not own:
            short = Short(people.say("ask-explain"), "")
        yield Row([*_cells(person, people), *counts, short.cause, short.cure])


def _unmatched(people: Everybody) -> list[tuple[Person, Reason]]:
    found = [(people.mentee(left.mentee), left.reason) for left in people.plan.unmatched]
    return sorted(found, key=lambda one: _order(one[0], people))


def _order(person: Person, people: Everybody) -> tuple[object, ...]:
    return people.class_key(person), order_of(people.label(person)), person.id


def _who(people: Everybody, role: str) -> Iterator[Column]:
    yield Column(heading=people.say(role), least=20, most=32)
    yield Column(heading=people.say("class"), least=8, most=26)
    if people.named:
        yield Column(heading=people.say("id"), least=6, most=12, quiet=True)


def _why(people: Everybody, cause: str) -> Iterator[Column]:
    yield Column(heading=people.say(cause), least=30, most=66)
    yield Column(heading=people.say("cure"), least=30, most=84)


def _cells(person: Person, people: Everybody) -> Iterator[str]:
    yield people.label(person)
    yield people.standing(person)
    if people.named:
        yield person.id
