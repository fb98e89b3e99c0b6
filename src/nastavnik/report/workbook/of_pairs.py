"""The sheets of those who have each other: pairs, groups, what the coordinator asked for, and scores."""

from collections.abc import Iterator

from nastavnik.people.records import Person
from nastavnik.programme.plan import Pair
from nastavnik.programme.round.demands import Lock
from nastavnik.report.of_pairs import points_lines
from nastavnik.report.passage import Line
from nastavnik.report.workbook.paper import Column, Paper, Row
from nastavnik.report.workbook.people import Everybody, order_of

__all__ = ["demands_sheet", "groups_sheet", "pairs_sheet", "scores_sheet"]


def by_mentor(people: Everybody) -> list[Pair]:
    """Return the pairs in the order of the mentors' names, and of their mentees'."""
    return sorted(
        people.plan.pairs,
        key=lambda pair: (
            order_of(people.label(people.mentor(pair.mentor))),
            pair.mentor,
            order_of(people.label(people.mentee(pair.mentee))),
        ),
    )


def pairs_sheet(paper: Paper, people: Everybody) -> None:
    """Write who works with whom, on what and when, a line for each pair."""
    say = people.say
    columns = [
        Column(heading=say("mentor"), least=18, most=34),
        Column(heading=say("mentor-class"), least=12, most=26),
        Column(heading=say("mentee"), least=18, most=34),
        Column(heading=say("mentee-class"), least=15, most=26),
        Column(heading=say("subjects"), least=14, most=30),
        Column(heading=say("time-column"), least=14, most=30),
        Column(heading=say("form"), least=14, most=24),
    ]
    noted = _noted(people)
    if noted:
        columns += [
            Column(heading=say("about-mentor"), least=17, most=30),
            Column(heading=say("about-mentee"), least=17, most=30),
        ]
    if people.named:
        columns.append(Column(heading=say("ids"), least=8, most=16, quiet=True))
    paper.table("pairs", columns, (_pair(pair, people, noted=noted) for pair in by_mentor(people)))


def _noted(people: Everybody) -> bool:
    """Return whether the tables say something besides of anybody who is in a pair."""
    ids = {name for pair in people.plan.pairs for name in (pair.mentor, pair.mentee)}
    return any(text for name in ids for text in people.notes.get(name, {}).values())


def _pair(pair: Pair, people: Everybody, *, noted: bool) -> Row:
    mentor, mentee = people.mentor(pair.mentor), people.mentee(pair.mentee)
    cells = [
        people.label(mentor),
        people.standing(mentor),
        people.label(mentee),
        people.standing(mentee),
        people.common_subjects(pair),
        people.common_time(mentor, mentee, minutes=people.minutes_of(pair)),
        people.methodology.form(pair.form).title[people.language],
    ]
    if noted:
        cells += [people.noted(mentor), people.noted(mentee)]
    if people.named:
        cells.append(f"{mentor.id} – {mentee.id}")
    return Row(cells)


def groups_sheet(paper: Paper, people: Everybody) -> None:
    """Write mentors with two mentees or more in one form, and when all of them can meet."""
    say = people.say
    columns = [
        Column(heading=say("mentor"), least=20, most=36),
        Column(heading=say("mentor-class"), least=12, most=26),
        Column(heading=say("form"), least=16, most=26),
        Column(heading=say("size"), least=8, most=8),
        Column(heading=say("mentees"), least=30, most=50),
        Column(heading=say("time-column"), least=16, most=34),
    ]
    rows = []
    for group in people.plan.groups:
        mentor = people.mentor(group.mentor)
        members = [people.mentee(name) for name in group.mentees]
        rows.append(
            Row(
                [
                    people.label(mentor),
                    people.standing(mentor),
                    people.methodology.form(group.form).title[people.language],
                    len(members),
                    "\n".join(_in_line(person, people) for person in members),
                    people.common_time(mentor, *members),
                ]
            )
        )
    paper.table("groups", columns, rows, whole=True)


def _in_line(person: Person, people: Everybody) -> str:
    return f"{people.label(person)}, {people.standing(person)}"


def demands_sheet(paper: Paper, people: Everybody) -> None:
    """Write the locks and bans, who asked for them and why, and which rules a lock overrides."""
    say = people.say
    overridden = {pair.mentee: pair.overridden for pair in people.plan.pairs}
    columns = [
        Column(heading=say("demand"), least=14, most=16),
        Column(heading=say("mentee"), least=20, most=32),
        Column(heading=say("mentor"), least=20, most=32),
        Column(heading=say("by"), least=14, most=24),
        Column(heading=say("why"), least=18, most=40),
        Column(heading=say("overridden"), least=20, most=50),
        Column(heading=say("ids"), least=8, most=16, quiet=True),
    ]
    rows = []
    for demand in (*people.plan.locks, *people.plan.bans):
        broken = overridden.get(demand.mentee, ()) if isinstance(demand, Lock) else ()
        rows.append(
            Row(
                [
                    say(demand.role),
                    people.label(people.mentee(demand.mentee)),
                    people.label(people.mentor(demand.mentor)),
                    demand.by,
                    demand.reason,
                    "\n".join(people.voice.failing(rule) for rule in broken),
                    f"{demand.mentor} – {demand.mentee}",
                ]
            )
        )
    paper.table("demands", columns, rows, whole=True)


def scores_sheet(paper: Paper, people: Everybody) -> None:
    """Write what the score of each pair is made of."""
    say = people.say
    columns = [
        Column(heading=say("mentor"), least=18, most=30),
        Column(heading=say("mentee"), least=18, most=30),
        Column(heading=say("role-model"), least=16, most=26),
        Column(heading=say("score"), least=8, most=9),
        Column(heading=say("made-of"), least=60, most=110),
    ]
    paper.table("sheet-scores", columns, _scores(people), whole=True)


def _points(pair: Pair, people: Everybody) -> Iterator[Line]:
    """Yield what the score of a pair is made of, with the facts."""
    mentor, mentee = people.cohort.mentor(pair.mentor), people.cohort.mentee(pair.mentee)
    rules = people.voice.preferences(pair.form, pair.role_model)
    grounds = {rule.id: rule.grounds(mentor, mentee) for rule in rules}
    return points_lines(pair, people.voice, short=True, grounds=grounds)


def _scores(people: Everybody) -> Iterator[Row]:
    for pair in by_mentor(people):
        yield Row(
            [
                people.label(people.mentor(pair.mentor)),
                people.label(people.mentee(pair.mentee)),
                people.voice.titles(pair.form, pair.role_model)[1],
                pair.score,
                "; ".join(line.text for line in _points(pair, people)),
            ]
        )
