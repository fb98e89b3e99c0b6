"""One definition, two evaluations: whatever a rule says of two people it says of them among all.

The rules here are made at random out of the whole vocabulary, and run on people of whom much is unknown,
some of a kind of one's own with facts that nobody else has.
"""

import enum
import re
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from nastavnik import rules
from nastavnik.errors import RuleError
from nastavnik.people import Mentee, Mentor, Person, Position, Pupil, Teacher
from nastavnik.rules import Preference, Requirement, Unknown
from nastavnik.rules.evaluation import Table, judge, points_of
from nastavnik.strategies import ids, people
from nastavnik.texts import Text

Node = Callable[[Any, Any], Any]
Crowd = tuple[list[Mentee], list[Mentor]]


class Level(enum.Enum):
    """A choice of one's own."""

    NEW = "new"
    OLD = "old"


@frozen(kw_only=True, repr=False)
class RatedPupil(Pupil):
    """A kind of pupil of one's own, with facts that other pupils do not have."""

    rating: int | None = None
    level: Level | None = None
    clubs: frozenset[str] | None = None
    wins: frozenset[int] = frozenset()
    keen: bool | None = None
    points: Any = None
    friends: frozenset[str] | None = None
    deputy: Person | None = None


@frozen(kw_only=True, repr=False)
class PatientMentor(Mentor):
    """A kind of mentor of one's own."""

    patience: int | None = None


@frozen(kw_only=True)
class Asked(Requirement):
    """A requirement made of any expression."""

    id: str = "asked"
    sentence: Text = Text(en="Asked.", ru="Спрошено.")
    ask: Node = field(repr=False)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Ask it."""
        return self.ask(mentor, mentee)


@frozen(kw_only=True)
class Valued(Preference):
    """A preference made of any expression."""

    id: str = "valued"
    sentence: Text = Text(en="Valued.", ru="Оценено.")
    value: Node = field(repr=False)

    def points(self, mentor: Any, mentee: Any) -> Any:
        """Value it."""
        return self.value(mentor, mentee)


def requirement(source: str, unknown: Unknown = Unknown.REFUSES) -> Asked:
    """Make a requirement of the text of an expression."""
    return Asked(ask=_read(source), unknown=unknown, id="asked")


def preference(source: str) -> Valued:
    """Make a preference of the text of an expression."""
    return Valued(value=_read(source))


def _read(source: str) -> Node:
    words = {name: getattr(rules, name) for name in rules.__all__}
    words |= {"Position": Position, "Level": Level}
    node: Node = eval(f"lambda mentor, mentee: {source}", words)
    return node


LEAVES = {
    "number": [
        "0",
        "1",
        "-2",
        "7",
        "2**31",
        "mentor.capacity",
        "mentor.patience",
        "mentor.person.grade",
        "mentee.person.grade",
        "mentee.person.age",
        "mentor.person.experience",
        "mentee.person.rating",
        "mentor.person.rating",
    ],
    "truth": [
        "True",
        "False",
        "mentor.agreed",
        "mentee.agreed",
        "mentee.person.online",
        "mentor.person.minor",
        "mentee.person.minor",
        "mentor.person.keen",
        "same_person(mentor, mentee)",
        "names(mentor.choices, mentee)",
        "names(mentee.refusals, mentor)",
        "names(mentee.bans, mentor)",
        "names(mentee.person.friends, mentor)",
        "names(mentor.choices, mentor)",
        "names({'a', 'b'}, mentor)",
        "(mentor.person.position == Position.PUPIL)",
        "(mentee.person.level != Level.NEW)",
        "one_of(mentee.person.level, {Level.NEW})",
        "one_of(mentor.person.position, {Position.PUPIL, Position.STUDENT})",
    ],
    "text": [
        "'centre'",
        "mentor.person.place",
        "mentee.person.place",
        "mentor.person.organisation",
        "mentee.category",
        "mentor.person.id",
        "mentee.person.id",
    ],
    "set": [
        "frozenset()",
        "frozenset({'chess', 'physics', 'ru'})",
        "{'go'}",
        "mentor.person.interests",
        "mentee.person.interests",
        "mentor.person.slots",
        "mentee.person.slots",
        "mentee.person.languages",
        "mentor.subjects",
        "mentee.subjects",
        "mentor.choices",
        "mentee.person.clubs",
        "mentor.person.clubs",
        "mentor.person.wins",
        "mentee.person.wins",
        "mentee.person.subjects",
    ],
    "marks": ["mentor.person.marks", "mentee.person.marks"],
}
"""What an expression of each kind can be, with nothing inside."""

NODES = {
    "number": [
        "count(SET)",
        "overlap(SET, SET)",
        "(NUMBER + NUMBER)",
        "(NUMBER - NUMBER)",
        "(NUMBER * NUMBER)",
        "(TRUTH + TRUTH)",
        "(TRUTH * NUMBER)",
        "(-NUMBER)",
        "(+TRUTH)",
        "abs(NUMBER)",
        "(NUMBER // NUMBER)",
        "(NUMBER % NUMBER)",
        "share(NUMBER, NUMBER)",
        "share(TRUTH, NUMBER)",
        "at_most(NUMBER, NUMBER)",
        "at_least(NUMBER, NUMBER)",
        "at_most(TRUTH, NUMBER)",
    ],
    "truth": [
        "(TRUTH & TRUTH)",
        "(TRUTH | TRUTH)",
        "no(TRUTH)",
        "implies(TRUTH, TRUTH)",
        "(NUMBER < NUMBER)",
        "(NUMBER <= NUMBER)",
        "(NUMBER > NUMBER)",
        "(NUMBER >= NUMBER)",
        "(NUMBER == NUMBER)",
        "(NUMBER != NUMBER)",
        "(TRUTH == TRUTH)",
        "(TRUTH >= NUMBER)",
        "(TEXT == TEXT)",
        "(TEXT != TEXT)",
        "one_of(TEXT, {'centre', 'active'})",
        "one_of(NUMBER, {1, 7, 9})",
        "known(NUMBER)",
        "known(TEXT)",
        "known(SET)",
        "known(MARKS)",
        "known(TRUTH)",
    ],
    "text": ["TEXT"],
    "set": [
        "(SET & SET)",
        "(SET | SET)",
        "(SET - SET)",
        "both(SET, SET)",
        "subjects_from(MARKS, 4)",
        "subjects_up_to(MARKS, 3)",
    ],
    "marks": ["MARKS"],
}
"""What an expression of each kind can be, with others inside."""

BRANCHING = {
    "number": [
        "len(SET)",
        "(NUMBER if TRUTH else NUMBER)",
        "min(NUMBER, NUMBER)",
        "(NUMBER ** 2)",
        "sum([NUMBER, NUMBER])",
        "round(NUMBER / 2)",
        "int(TRUTH)",
        "{'centre': 3}.get(TEXT, 1)",
    ],
    "truth": [
        "(not TRUTH)",
        "(TRUTH and TRUTH)",
        "(TRUTH or TRUTH)",
        "(TRUTH ^ TRUTH)",
        "(NUMBER / NUMBER > 0.5)",
        "bool(SET)",
        "(SET <= SET)",
        "(SET == SET)",
        "(SET ^ SET == SET)",
        "('physics' in SET)",
        "(TEXT in SET)",
        "(TEXT in ('centre', 'a'))",
        "TEXT.startswith('c')",
        "TEXT.lower().endswith(TEXT)",
        "(format(TEXT) == 'centre')",
        "(mentor.person.grade is None)",
        "any(x == 'chess' for x in SET)",
        "(mentor.person.points == 1.5)",
        "(mentee.person.points == True)",
        "(mentor.person.deputy.grade > 5)",
        "(mentee.person.deputy.id == mentor.person.id)",
        "(MARKS.get('physics', 0) > 3)",
    ],
    "text": ["TEXT.upper()", "(TEXT + TEXT)", "str(NUMBER)"],
    "set": ["frozenset(x for x in SET)", "SET.union(SET)", "(SET ^ SET)"],
    "marks": [],
}
"""What columns cannot do, so that the rule is run on people."""


_KIND = re.compile(r"\b(NUMBER|TRUTH|TEXT|SET|MARKS)\b")


@st.composite
def expressions(draw: DrawFn, kind: str, *, branching: bool = False, depth: int = 3) -> str:
    """Draw the text of an expression over ``mentor`` and ``mentee``."""
    inner = NODES[kind] + (BRANCHING[kind] if branching else [])
    source = draw(st.sampled_from(LEAVES[kind] + (inner if depth else [])))
    return _KIND.sub(
        lambda found: draw(expressions(found[1].lower(), branching=branching, depth=depth - 1)),
        source,
    )


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
    mentee_list = [
        Mentee(
            of[name],
            agreed=draw(_MAYBE),
            subjects=draw(_SETS),
            category=draw(st.sampled_from([None, "active", "passive"])),
            **{draw(st.sampled_from(["choices", "refusals", "bans"])): draw(named)},
        )
        for name in mentee_ids
    ]
    mentor_list = [
        draw(st.sampled_from([Mentor, PatientMentor]))(
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
    return RatedPupil(
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


def _agrees(rule: Asked | Valued, crowd: Crowd) -> None:
    """Check that the table says of each pair what the pair says, or fails where a pair does."""
    mentee_list, mentor_list = crowd
    table = Table(mentee_list, mentor_list)
    try:
        expected = [
            [
                judge(rule, mentor, mentee).holds
                if isinstance(rule, Requirement)
                else points_of(rule, mentor, mentee)
                for mentor in mentor_list
            ]
            for mentee in mentee_list
        ]
    except RuleError as error:
        assert rule.id in str(error)
        with pytest.raises(RuleError, match=re.escape(repr(rule.id))):
            _ = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
        return
    found = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
    assert found.dtype == (np.bool_ if isinstance(rule, Requirement) else np.int64)
    assert found.tolist() == expected


@given(source=expressions("truth"), unknown=st.sampled_from(Unknown), crowd=crowds())
def test_a_requirement_says_the_same_on_columns(
    source: str, unknown: Unknown, crowd: Crowd
) -> None:
    _agrees(requirement(source, unknown), crowd)


@given(
    source=expressions("truth", branching=True), unknown=st.sampled_from(Unknown), crowd=crowds()
)
def test_a_requirement_that_branches_says_the_same(
    source: str, unknown: Unknown, crowd: Crowd
) -> None:
    _agrees(requirement(source, unknown), crowd)


@given(source=expressions("number", branching=True), crowd=crowds())
def test_a_preference_says_the_same_on_columns(source: str, crowd: Crowd) -> None:
    _agrees(preference(f"at_least(at_most({source}, 100), 0)"), crowd)


@given(
    source=st.one_of(
        *(expressions(kind, branching=True, depth=2) for kind in ("number", "text", "set", "truth"))
    ),
    crowd=crowds(),
)
def test_a_wrong_answer_is_refused_on_both_ways(source: str, crowd: Crowd) -> None:
    _agrees(requirement(source), crowd)
    _agrees(preference(source), crowd)
