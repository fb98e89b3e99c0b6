"""The first sheet, with what the plan is, and the last, with everybody and their ids."""

from collections.abc import Iterator, Sequence
from typing import Final

from nastavnik.people.records import Person
from nastavnik.report.sentences import summary
from nastavnik.report.workbook.paper import Cell, Column, Paper, Row
from nastavnik.report.workbook.people import Everybody, order_of

__all__ = ["front_sheet", "people_sheet"]

_MOST_COLUMNS: Final = 3
"""Columns carried from the tables that have a column each; more of them share one."""

_DIGEST: Final = 12
"""Characters of a digest that are enough to tell two apart by eye; ``plan.json`` has all."""

_MADE: Final = ("methodology", "seed")
"""Keys of the summary that say how the plan was made."""


def front_sheet(
    paper: Paper, people: Everybody, heads: Sequence[str], *, sheets: Sequence[str]
) -> None:
    """Write what the plan is, in figures, how it was made, and what stands on the other sheets.

    Args:
        paper: writes it.
        people: of the plan.
        heads: the title, line by line.
        sheets: keys of the sheets that follow, those that say what they are for.
    """
    paper.front("sheet-plan", _front(people, heads, sheets))


def _front(
    people: Everybody, heads: Sequence[str], sheets: Sequence[str]
) -> Iterator[tuple[str, Sequence[Cell]]]:
    say, plan = people.say, people.plan
    for head in heads:
        yield "title", [head]
    yield "gap", []
    yield "head", [say("counts")]
    made = [say(key) for key in _MADE]
    counts = summary(plan, people.methodology, people.language)
    apart = {*made, *(one.title[people.language] for _, one in people.methodology.ways)}
    for label, value in counts:
        if label.strip() not in apart:
            yield "usual", [label, int(value) if value.isdecimal() else value]
    yield "gap", []
    yield "head", [say("made")]
    for label, value in counts:
        if label in made:
            yield "usual", [label, value]
    yield "usual", [say("version"), plan.version]
    yield "usual", [say("people-digest"), _digest(plan.cohort_digest)]
    yield "usual", [say("rules-digest"), _digest(plan.methodology_digest)]
    yield "usual", [say("proof"), say("proof-is")]
    yield "gap", []
    yield "head", [say("sheets")]
    for key in sheets:
        yield "usual", [say(key), say(f"for-{key.removeprefix('sheet-')}")]


def _digest(digest: str) -> str:
    value = digest.rpartition(":")[2]
    return f"{value[:_DIGEST]}…" if len(value) > _DIGEST else value


def people_sheet(paper: Paper, people: Everybody) -> None:
    """Write everybody once in each role, with the id, and what the tables say besides."""
    say = people.say
    columns = [
        Column(heading=say("id"), least=6, most=14),
        Column(heading=say("name"), least=20, most=34),
        Column(heading=say("role"), least=14, most=14),
        Column(heading=say("class"), least=8, most=26),
        Column(heading=say("with-whom"), least=20, most=34),
    ]
    apart = people.headings if len(people.headings) <= _MOST_COLUMNS else ()
    columns += [Column(heading=heading, least=12, most=30) for heading in apart]
    if people.headings and not apart:
        columns.append(Column(heading=say("notes"), least=24, most=60))
    paper.table("sheet-people", columns, _people(people, apart), whole=True)


def _people(people: Everybody, apart: Sequence[str]) -> Iterator[Row]:
    plan, say = people.plan, people.say
    with_whom: dict[tuple[str, str], list[str]] = {}
    for pair in plan.pairs:
        mentor, mentee = people.mentor(pair.mentor), people.mentee(pair.mentee)
        with_whom.setdefault(("mentee", mentee.id), []).append(people.label(mentor))
        with_whom.setdefault(("mentor", mentor.id), []).append(people.label(mentee))
    roles: list[tuple[str, Person]] = [("mentee", one.person) for one in people.cohort.mentees]
    roles += [("mentor", one.person) for one in people.cohort.mentors]
    for role, person in sorted(
        roles, key=lambda one: (order_of(people.label(one[1])), one[1].id, one[0])
    ):
        notes = people.notes.get(person.id, {})
        cells = [
            person.id,
            people.name(person),
            say(f"is-{role}"),
            people.standing(person),
            "\n".join(sorted(with_whom.get((role, person.id), ()), key=order_of))
            or say("nobody-here"),
            *(notes.get(heading, "") for heading in apart),
        ]
        if people.headings and not apart:
            cells.append(people.noted(person))
        yield Row(cells)
