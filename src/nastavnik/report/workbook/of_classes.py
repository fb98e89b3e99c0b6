"""Lists for class teachers: who of a class is a mentee or a mentor, of whom, and when."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from attrs import frozen

from nastavnik.people.records import Person
from nastavnik.programme.plan import Pair
from nastavnik.report.workbook.paper import Column, Paper, Row
from nastavnik.report.workbook.people import Everybody, order_of

__all__ = ["classes_sheet"]


@frozen(eq=False)
class _Entry:
    """One person in one pair, or in a role without any."""

    person: Person
    cells: Sequence[str]

    def key(self, people: Everybody) -> tuple[Any, ...]:
        return people.class_key(self.person), order_of(people.label(self.person)), self.person.id


def classes_sheet(paper: Paper, people: Everybody) -> None:
    """Write a block for each class, and for those who are in none, which no page tears."""
    say = people.say
    columns = [
        Column(heading=say("name"), least=20, most=34),
        Column(heading=say("role"), least=13, most=14),
        Column(heading=say("with-whom"), least=20, most=36),
        Column(heading=say("when"), least=14, most=26),
        Column(heading=say("subjects"), least=12, most=24),
    ]
    paper.table("sheet-classes", columns, _rows(people), upright=True, filtered=False)


def _rows(people: Everybody) -> Iterator[Row]:
    entries = sorted(_entries(people), key=lambda entry: entry.key(people))
    for _, block in groupby(entries, key=lambda entry: people.class_key(entry.person)):
        several = list(block)
        yield Row([people.class_in_words(several[0].person)], head=True)
        for entry in several:
            yield Row(entry.cells)


def _entries(people: Everybody) -> Iterator[_Entry]:
    plan, say = people.plan, people.say
    for pair in plan.pairs:
        mentee, mentor = people.mentee(pair.mentee), people.mentor(pair.mentor)
        yield _paired(mentee, say("is-mentee"), mentor, pair, people)
        yield _paired(mentor, say("is-mentor"), mentee, pair, people)
    for left in plan.unmatched:
        person = people.mentee(left.mentee)
        yield _Entry(person, [people.label(person), say("is-mentee"), say("no-mentor-yet"), "", ""])
    busy = {pair.mentor for pair in plan.pairs}
    for name in plan.places:
        if name not in busy:
            person = people.mentor(name)
            yield _Entry(
                person, [people.label(person), say("is-mentor"), say("no-mentee-yet"), "", ""]
            )


def _paired(person: Person, role: str, other: Person, pair: Pair, people: Everybody) -> _Entry:
    elsewhere = people.school(other) != people.school(person)
    cells = [
        people.label(person),
        role,
        f"{people.label(other)}, {people.standing(other, school=elsewhere)}",
        people.common_time(person, other, minutes=people.minutes_of(pair)),
        people.common_subjects(pair),
    ]
    return _Entry(person, cells)
