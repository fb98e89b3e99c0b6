"""One definition, two evaluations: whatever a rule says of two people it says of them among all.

The rules here are made at random out of the whole vocabulary, and run on people of whom much is unknown,
some of a kind of one's own with facts that nobody else has.
"""

import re
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from helpers.both_ways import Crowd, agrees
from helpers.expressions import BRANCHING, NODES, expressions, filled, preference, requirement
from helpers.own_kinds import Level, OwnMentor, OwnPupil
from helpers.own_rules import Asked, Valued
from nastavnik.people import Mentee, Mentor, Person, Position, Pupil, Teacher
from nastavnik.rules import Unknown
from nastavnik.rules.evaluation import Table
from nastavnik.testing.strategies import ids, people


@st.composite
def crowds(draw: DrawFn) -> Crowd:
    """Draw people of whom much is unknown, some of a kind of one's own, some in both roles."""
    short = st.lists(ids(), min_size=2, max_size=4, unique=True)
    mentee_ids, mentor_ids = draw(short), draw(short)
    positions = draw(st.lists(st.sampled_from(Position), min_size=1, max_size=3, unique=True))
    of = {
        name: _own(draw, draw(people(positions=positions, ident=st.just(name))), mentor_ids)
        for name in dict.fromkeys([*mentee_ids, *mentor_ids])
    }
    named = st.frozensets(st.sampled_from([*mentor_ids, "elsewhere"]), max_size=2)
    kinds = st.sampled_from(["choices", "refusals", "bans"])
    wishes: list[dict[str, Any]] = [{draw(kinds): draw(named)} for _ in mentee_ids]
    mentee_list = [
        Mentee(
            of[name],
            agreed=draw(_MAYBE),
            subjects=draw(_SETS),
            category=draw(st.sampled_from([None, "active", "passive"])),
            **wish,
        )
        for name, wish in zip(mentee_ids, wishes, strict=True)
    ]
    mentor_list = [
        draw(st.sampled_from([Mentor, OwnMentor]))(
            of[name],
            agreed=draw(_MAYBE),
            subjects=draw(_SETS),
            capacity=draw(st.integers(1, 3)),
            choices=draw(st.frozensets(st.sampled_from(mentee_ids), max_size=2)),
        )
        for name in mentor_ids
    ]
    return mentee_list, mentor_list


_MAYBE = st.sampled_from([None, False, True])
_SETS = st.frozensets(st.sampled_from(["physics", "art", "chess"]), max_size=2)


def _own(draw: DrawFn, person: Person, others: list[str]) -> Person:
    """Turn some pupils into such of a kind of one's own."""
    if not isinstance(person, Pupil) or draw(st.booleans()):
        return person
    facts = {a.name: getattr(person, a.name) for a in attrs.fields(Pupil)}
    return OwnPupil(
        **facts,
        rating=draw(st.sampled_from([None, 0, 1, -7, 2**40, 2**62])),
        level=draw(st.sampled_from([None, *Level])),
        clubs=draw(st.none() | _SETS),
        wins=draw(st.frozensets(st.integers(2019, 2022), max_size=2)),
        keen=draw(_MAYBE),
        points=draw(st.sampled_from([None, 1, 1.5, True, "1", (1,)])),
        friends=draw(st.none() | st.frozensets(st.sampled_from(others), max_size=2)),
        deputy=draw(st.sampled_from([None, Teacher("t"), Pupil("q", grade=9)])),
    )


def _fixed_crowd() -> Crowd:
    """Make people with every fact known, unknown, empty, zero, equal and different."""
    both = OwnPupil(
        "p1",
        grade=9,
        age=15,
        marks={"physics": 5, "art": 3},
        place="centre",
        organisation="school-1",
        online=True,
        languages={"ru", "en"},
        slots={"mon-15"},
        interests={"chess", "go"},
        rating=2**31,
        level=Level.NEW,
        clubs=frozenset({"go", "physics"}),
        wins=frozenset({2020, 2021}),
        keen=True,
        points=1.5,
        friends=frozenset({"p2", "m1"}),
        deputy=Pupil("p2", grade=7),
    )
    nothing, zero = (
        OwnPupil("p2"),
        OwnPupil(
            "p3",
            grade=1,
            age=18,
            marks={},
            languages=(),
            slots=(),
            rating=0,
            level=Level.OLD,
            clubs=frozenset(),
            keen=False,
            points=True,
            place="Заречье",
            friends=frozenset(),
        ),
    )
    below = OwnPupil("p4", grade=9, rating=-7, place="centre", keen=True, clubs=frozenset({"go"}))
    mentee_list = [
        Mentee(both, agreed=True, category="active", choices={"m1"}, subjects={"physics"}),
        Mentee(nothing, bans={"m1", "p1"}, subjects={"art", "go"}),
        Mentee(zero, agreed=False, category="passive", refusals={"p1"}, choices={"m2"}),
        Mentee(below, agreed=True, category="centre", choices={"elsewhere"}),
        Mentee(Teacher("t1", experience=0, subjects={"physics"}, place="centre")),
    ]
    mentor_list = [
        Mentor(both, agreed=False, capacity=7, choices={"p2", "t1"}, subjects={"physics", "ru"}),
        OwnMentor(nothing, agreed=True, patience=0, choices={"p1"}),
        OwnMentor(OwnPupil("m1", grade=7, rating=3, clubs=frozenset({"физика"})), patience=9),
        Mentor(Teacher("m2", experience=1, subjects={"art"}, slots={"mon-15", "tue-15"})),
        Mentor(OwnPupil("m3", rating=2**40, keen=False, wins=frozenset({2021}), level=Level.OLD)),
    ]
    return mentee_list, mentor_list


FIXED = _fixed_crowd()
FIXED_TABLE = Table(*FIXED)
NOT_ON_COLUMNS = re.compile(r"//|%|\*|names\(mentor.choices, mentor\)")
"""What may leave columns for good reason: division by zero, large products, lists within one side."""


@pytest.mark.parametrize(("kind", "template"), [(k, t) for k in NODES for t in NODES[k]])
def test_every_word_says_the_same_of_every_fact_on_columns(kind: str, template: str) -> None:
    """Every operation with every combination of facts, and that it runs on columns at all."""
    for source in filled(template):
        rule: Asked | Valued = requirement(source)
        if kind == "number":
            rule = preference(f"at_least(at_most({source}, 99), 0) + 1")
        elif kind == "set":
            rule = preference(f"count({source}) + 1")
        elif kind == "truth":
            agrees(requirement(source, Unknown.PASSES), FIXED, FIXED_TABLE)
        else:
            continue
        if agrees(rule, FIXED, FIXED_TABLE) and not NOT_ON_COLUMNS.search(source):
            assert FIXED_TABLE.runs_on_columns(rule), source


@pytest.mark.parametrize(
    ("kind", "template"), [(k, t) for k in BRANCHING for t in BRANCHING[k] if k != "text"]
)
def test_what_columns_cannot_do_says_the_same(kind: str, template: str) -> None:
    for source in filled(template, most=2):
        if kind == "truth":
            agrees(requirement(source), FIXED, FIXED_TABLE)
        elif kind == "number":
            limited = f"int(at_least(at_most({source}, 99), 0)) + 1"
            agrees(preference(limited), FIXED, FIXED_TABLE)
        else:
            agrees(preference(f"count({source}) + 1"), FIXED, FIXED_TABLE)


@given(source=expressions("truth"), unknown=st.sampled_from(Unknown), crowd=crowds())
def test_a_requirement_says_the_same_on_columns(
    source: str, unknown: Unknown, crowd: Crowd
) -> None:
    agrees(requirement(source, unknown), crowd)


@given(
    source=expressions("truth", branching=True), unknown=st.sampled_from(Unknown), crowd=crowds()
)
def test_a_requirement_that_branches_says_the_same(
    source: str, unknown: Unknown, crowd: Crowd
) -> None:
    agrees(requirement(source, unknown), crowd)


@given(source=expressions("number", branching=True), crowd=crowds())
def test_a_preference_says_the_same_on_columns(source: str, crowd: Crowd) -> None:
    agrees(preference(f"at_least(at_most({source}, 100), 0)"), crowd)


@given(
    source=st.one_of(
        *(expressions(kind, branching=True, depth=2) for kind in ("number", "text", "set", "truth"))
    ),
    crowd=crowds(),
)
def test_a_wrong_answer_is_refused_on_both_ways(source: str, crowd: Crowd) -> None:
    agrees(requirement(source), crowd)
    agrees(preference(source), crowd)
