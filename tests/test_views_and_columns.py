"""One definition, two evaluations: whatever a rule says of two people it says of them among all.

The rules here are made at random out of the whole vocabulary, and run on people of whom much is unknown,
some of a kind of one's own with facts that nobody else has.
"""

import enum
import re
import tracemalloc
from collections.abc import Callable
from itertools import product
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
from nastavnik.facts import Path, RoleFacts
from nastavnik.people import Mentee, Mentor, Person, Position, Pupil, Teacher
from nastavnik.rules import Preference, Requirement, Unknown
from nastavnik.rules.cells import Cells
from nastavnik.rules.columns import ColumnView, Everybody
from nastavnik.rules.evaluation import Table, judge, points_of
from nastavnik.rules.parts import Part
from nastavnik.rules.texts import Reading
from nastavnik.rules.views import UNKNOWN, UndecidedError
from nastavnik.rules.words import Words
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

    @property
    def broken(self) -> int:
        """Fail as a property may."""
        return self.nonsense  # type: ignore[attr-defined,no-any-return]


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


_NAMING = r"rule '(asked|valued)' on mentor '.*' and mentee '"


def _agrees(rule: Asked | Valued, crowd: Crowd, table: Table | None = None) -> bool:
    """Check that the table says of each pair what the pair says, or fails where a pair does.

    Returns:
        False where it fails.
    """
    mentee_list, mentor_list = crowd
    table = table or Table(mentee_list, mentor_list)
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
        named = re.match(_NAMING, str(error))
        assert named, "an error names rule and pair"
        with pytest.raises(RuleError, match=_NAMING):
            _ = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
        return False
    found = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
    assert found.dtype == (np.bool_ if isinstance(rule, Requirement) else np.int64)
    assert found.tolist() == expected
    return True


def _fixed_crowd() -> Crowd:
    """Make people with every fact known, unknown, empty, zero, equal and different."""
    both = RatedPupil(
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
        RatedPupil("p2"),
        RatedPupil(
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
    below = RatedPupil("p4", grade=9, rating=-7, place="centre", keen=True, clubs=frozenset({"go"}))
    mentee_list = [
        Mentee(both, agreed=True, category="active", choices={"m1"}, subjects={"physics"}),
        Mentee(nothing, bans={"m1", "p1"}, subjects={"art", "go"}),
        Mentee(zero, agreed=False, category="passive", refusals={"p1"}, choices={"m2"}),
        Mentee(below, agreed=True, category="centre", choices={"elsewhere"}),
        Mentee(Teacher("t1", experience=0, subjects={"physics"}, place="centre")),
    ]
    mentor_list = [
        Mentor(both, agreed=False, capacity=7, choices={"p2", "t1"}, subjects={"physics", "ru"}),
        PatientMentor(nothing, agreed=True, patience=0, choices={"p1"}),
        PatientMentor(RatedPupil("m1", grade=7, rating=3, clubs=frozenset({"физика"})), patience=9),
        Mentor(Teacher("m2", experience=1, subjects={"art"}, slots={"mon-15", "tue-15"})),
        Mentor(RatedPupil("m3", rating=2**40, keen=False, wins=frozenset({2021}), level=Level.OLD)),
    ]
    return mentee_list, mentor_list


FIXED = _fixed_crowd()
FIXED_TABLE = Table(*FIXED)
NOT_ON_COLUMNS = re.compile(r"//|%|\*|names\(mentor.choices, mentor\)")
"""What may leave columns for good reason: division by zero, large products, lists within one side."""


def _filled(template: str, most: int | None = None) -> list[str]:
    """Return the template with every combination of leaves, or of some of each kind."""
    kinds = _KIND.findall(template)
    combinations = product(
        *(LEAVES[kind.lower()][:: 1 if most is None else most] for kind in kinds)
    )
    return [_with(template, leaves) for leaves in combinations]


def _with(template: str, leaves: tuple[str, ...]) -> str:
    rest = iter(leaves)
    return _KIND.sub(lambda _: next(rest), template)


@pytest.mark.parametrize(("kind", "template"), [(k, t) for k in NODES for t in NODES[k]])
def test_every_word_says_the_same_of_every_fact_on_columns(kind: str, template: str) -> None:
    """Every operation with every combination of facts, and that it runs on columns at all."""
    for source in _filled(template):
        rule: Asked | Valued = requirement(source)
        if kind == "number":
            rule = preference(f"at_least(at_most({source}, 99), 0) + 1")
        elif kind == "set":
            rule = preference(f"count({source}) + 1")
        elif kind == "truth":
            _agrees(requirement(source, Unknown.PASSES), FIXED, FIXED_TABLE)
        else:
            continue
        if _agrees(rule, FIXED, FIXED_TABLE) and not NOT_ON_COLUMNS.search(source):
            assert FIXED_TABLE.runs_on_columns(rule), source


@pytest.mark.parametrize(
    ("kind", "template"), [(k, t) for k in BRANCHING for t in BRANCHING[k] if k != "text"]
)
def test_what_columns_cannot_do_says_the_same(kind: str, template: str) -> None:
    for source in _filled(template, most=2):
        if kind == "truth":
            _agrees(requirement(source), FIXED, FIXED_TABLE)
        elif kind == "number":
            limited = f"int(at_least(at_most({source}, 99), 0)) + 1"
            _agrees(preference(limited), FIXED, FIXED_TABLE)
        else:
            _agrees(preference(f"count({source}) + 1"), FIXED, FIXED_TABLE)


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


# What is asked by name, one thing at a time.


def _two(mentor: Person, mentee: Person) -> Crowd:
    return [Mentee(mentee)], [Mentor(mentor)]


def _one_answer(source: str, crowd: Crowd, unknown: Unknown = Unknown.REFUSES) -> tuple[bool, bool]:
    """Return verdict and whether it was decided, after checking that columns say the same."""
    rule = requirement(source, unknown)
    _agrees(rule, crowd)
    verdict = judge(rule, crowd[1][0], crowd[0][0])
    return verdict.holds, verdict.decided


NOTHING_KNOWN = _two(Pupil("a"), Pupil("b"))


@pytest.mark.parametrize(
    ("source", "decided"),
    [
        ("(mentor.person.grade > 5) & False", False),
        ("False & (mentor.person.grade > 5)", False),
        ("(mentor.person.grade > 5) | True", True),
        ("True | (mentor.person.grade > 5)", True),
        ("implies(mentor.person.grade > 5, True)", True),
        ("no((mentor.person.grade > 5) & (mentor.person.grade == 7) & False)", True),
        ("known(mentor.person.grade)", False),
        ("(mentor.person.grade / 2 > 3) | True", True),
        ("(at_most(5, mentor.person.grade) > 9) | True", True),
        ("(mentor.person.place.lower() == 'x') & False", False),
        ("(mentor.person.place == 'x') & mentee.person.online", False),
    ],
)
def test_a_known_decisive_value_settles_the_answer(source: str, decided: bool) -> None:
    """Three-valued logic: false settles ``and``, true settles ``or``, whatever else is unknown."""
    assert _one_answer(source, NOTHING_KNOWN) == (decided, True)


@pytest.mark.parametrize("unknown", Unknown)
@pytest.mark.parametrize(
    "source",
    [
        "mentor.agreed",
        "no(mentor.agreed)",
        "mentor.agreed & True",
        "mentor.agreed | False",
        "mentor.person.grade - mentee.person.grade >= 1",
        "overlap(mentor.person.slots, mentee.person.slots) >= 0",
        "overlap(subjects_from(mentor.person.marks, 4), mentee.subjects) >= 0",
        "one_of(mentee.category, {'active'})",
        "mentor.person.experience >= 0",
        "mentor.person.place.startswith('c')",
        "'centre'.startswith(mentor.person.place)",
        "mentor.person.place in {'centre'}",
        "mentor.person.grade / 2 > 3",
        "f'{mentor.person.place}' == 'UNKNOWN'",
        "bool(mentor.person.slots)",
        "at_most(5, mentor.person.grade) <= 5",
        "names(mentee.person.friends, mentor)",
        "mentor.person.deputy.grade > 5",
        "mentor.patience > 1",
    ],
)
def test_the_policy_decides_what_facts_do_not(source: str, unknown: Unknown) -> None:
    assert _one_answer(source, NOTHING_KNOWN, unknown) == (unknown.verdict, False)


def test_a_fact_of_another_kind_of_person_is_unknown() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Teacher("t")), PatientMentor(RatedPupil("r", rating=4))]
    table = Table(*crowd)
    assert table.holds(requirement("mentor.person.rating >= 4")).tolist() == [[False, True]]
    assert table.holds(requirement("known(mentor.person.rating)")).tolist() == [[False, True]]
    assert table.holds(requirement("known(mentor.patience)")).tolist() == [[False, False]]


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("mentor.person.grde > 5", "mentor.person.grade"),
        ("mentee.categry == 'active'", "mentee.category"),
        ("mentee.capacity > 1", "mentee"),
        ("mentor.person.nam == ''", "unknown field"),
    ],
)
def test_a_field_that_nobody_has_is_a_mistake(source: str, advice: str) -> None:
    """The message names rule and pair, and the nearest field there is."""
    rule, crowd = requirement(source), NOTHING_KNOWN
    _agrees(rule, crowd)
    with pytest.raises(RuleError, match=r"rule 'asked' on mentor 'a' and mentee 'b'") as caught:
        Table(*crowd).holds(rule)
    assert advice in str(caught.value)


@pytest.mark.parametrize("source", ["mentor.person.name == 'x'", "'name' == mentee.person.name"])
def test_no_rule_reads_a_display_name(source: str) -> None:
    crowd = _two(Pupil("a", name="Invented Name"), Pupil("b", name="Invented Name"))
    with pytest.raises(RuleError, match="display name"):
        judge(requirement(source), crowd[1][0], crowd[0][0])
    with pytest.raises(RuleError, match="display name") as caught:
        Table(*crowd).holds(requirement(source))
    assert "Invented" not in str(caught.value)


@pytest.mark.parametrize("source", ["mentor == mentee", "mentor.person != mentee.person"])
def test_whole_people_are_not_compared(source: str) -> None:
    """It would be false for everybody, and silently so."""
    for rule in (requirement(source), requirement(f"({source}) | True")):
        _agrees(rule, NOTHING_KNOWN)
        with pytest.raises(RuleError, match=r"same_person\(\)"):
            Table(*NOTHING_KNOWN).holds(rule)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("1", "returned 1;"),
        ("None", "returned None;"),
        ("0.5", "returned 0.5;"),
        ("'Invented Name'", "a value of type str"),
        ("mentor.person.interests", "a value of type frozenset"),
        ("mentor.capacity", "returned 1;"),
        ("mentor", "a value of type View"),
    ],
)
def test_a_requirement_answers_yes_or_no(source: str, shown: str) -> None:
    _agrees(requirement(source), NOTHING_KNOWN)
    with pytest.raises(RuleError) as caught:
        Table(*NOTHING_KNOWN).holds(requirement(source))
    assert shown in str(caught.value)
    assert "Invented" not in str(caught.value)


@pytest.mark.parametrize(
    "source", ["True", "None", "0.5", "-1", "101", "10**30", "mentor.capacity * 101", "same_person"]
)
def test_a_preference_answers_with_points(source: str) -> None:
    _agrees(preference(source), NOTHING_KNOWN)
    with pytest.raises(RuleError, match="0 to 100"):
        Table(*NOTHING_KNOWN).points(preference(source))


@pytest.mark.parametrize("operation", ["//", "%", "/"])
def test_a_rule_that_divides_by_zero_is_named(operation: str) -> None:
    """At any pair, and however NumPy is set up where the library is used."""
    rule = requirement(f"10 {operation} mentor.person.experience > 1")
    for zero in range(7):
        mentor_list = [Mentor(Teacher(f"a{n}", experience=int(n != zero))) for n in range(7)]
        message = f"on mentor 'a{zero}' and mentee 'b0' failed with ZeroDivisionError"
        with np.errstate(all="ignore"), pytest.raises(RuleError, match=message):
            Table([Mentee(Pupil(f"b{n}")) for n in range(7)], mentor_list).holds(rule)


def test_a_rule_that_divides_by_what_is_unknown_runs_on_columns() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Teacher("a", experience=3)), Mentor(Teacher("t"))]
    rule = requirement("7 // mentor.person.experience + 7 % mentor.person.experience == 3")
    assert Table(*crowd).holds(rule).tolist() == [[True, False]]
    assert Table(*crowd).runs_on_columns(rule)


@pytest.mark.parametrize(
    "source",
    [
        "mentor.agreed is True",
        "isinstance(mentor.person.grade, int)",
        "repr(mentor.person.grade) == '9'",
    ],
)
def test_what_columns_would_get_wrong_is_asked_of_people(source: str) -> None:
    """Goal 1: no silent wrong answers."""
    mentor = Mentor(Pupil("a", grade=9), agreed=True)
    table = Table([Mentee(Pupil("b"))], [mentor])
    assert table.holds(requirement(source)).tolist() == [[True]]
    assert not table.runs_on_columns(requirement(source))


def test_what_only_columns_can_do_is_an_error() -> None:
    """Goal 1: no silent wrong answers."""
    rule = requirement("mentor.person.interests.count() == 0")
    with pytest.raises(RuleError, match="'asked' on mentor 'a'"):
        Table([Mentee(Pupil("b"))], [Mentor(Pupil("a"))]).holds(rule)


def test_numbers_are_exact_beyond_64_bits() -> None:
    huge = _two(RatedPupil("a", rating=2**62), RatedPupil("b", rating=2**62))
    product = "mentor.person.rating * mentee.person.rating * 4"
    assert _one_answer(f"{product} == 2**126", huge) == (True, True)
    total = " + ".join(["mentor.person.rating"] * 4)
    assert _one_answer(f"{total} == 2**64", huge) == (True, True)
    assert _one_answer("count({'a', 'b'} | mentor.subjects) * 20000 == 40000", huge) == (True, True)
    assert _one_answer("mentor.capacity * 2**14 * 2 == 2**15", huge) == (True, True)
    assert _one_answer("-(0 - mentor.person.rating) - 1 == 2**62 - 1", huge) == (True, True)


def test_a_rule_that_branches_is_asked_once_for_each_kind_of_pair() -> None:
    """Thirty people of three grades are nine pairs to ask, and the facts are learnt on the way."""
    asked = []

    def ask(mentor: Any, mentee: Any) -> Any:
        asked.append(1)
        if mentor.person.grade > 7:
            return mentee.person.grade < 7
        return False

    people_ = [Pupil(f"p{n}", grade=6 + n % 3, age=10 + n % 5) for n in range(30)]
    crowd = list(map(Mentee, people_)), list(map(Mentor, people_))
    rule = Asked(ask=ask)
    found = Table(*crowd).holds(rule)
    assert len(asked) < 20
    assert found.tolist() == [
        [m.person.grade > 7 and e.person.grade < 7 for m in crowd[1]]  # type: ignore[attr-defined]
        for e in crowd[0]
    ]


def test_people_who_are_named_one_by_one_are_not_alike() -> None:
    crowd = [Mentee(Pupil("b")), Mentee(Pupil("c"))], [Mentor(Pupil("a"), choices={"c"})]
    rule = requirement("True if names(mentor.choices, mentee) else False")
    assert Table(*crowd).holds(rule).tolist() == [[False], [True]]


def test_people_of_one_id_are_all_named() -> None:
    """A cohort has no two of one id; a table does not ask."""
    crowd = [Mentee(Pupil("b")), Mentee(Pupil("b", grade=2))], [Mentor(Pupil("a"), choices={"b"})]
    rule = requirement("names(mentor.choices, mentee)")
    assert Table(*crowd).holds(rule).tolist() == [[True], [True]]


def test_one_and_true_are_not_alike() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(RatedPupil("r", points=p)) for p in (1, True, 1.0)]
    rule = requirement("str(mentor.person.points) == 'True'")
    assert Table(*crowd).holds(rule).tolist() == [[False, True, False]]


def test_a_truth_value_is_no_points_but_counts_as_a_number() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Pupil("a"), agreed=True)]
    assert _agrees(preference("at_most(mentor.agreed, 5)"), crowd)
    assert _agrees(preference("mentor.agreed + 0"), crowd)
    assert not _agrees(preference("mentor.agreed"), crowd)


def test_too_many_points_are_found_at_any_pair() -> None:
    for most in range(7):
        mentor_list = [Mentor(Pupil(f"a{n}"), capacity=101 if n == most else 1) for n in range(7)]
        crowd = [Mentee(Pupil(f"b{n}")) for n in range(7)], mentor_list
        with pytest.raises(RuleError, match=f"on mentor 'a{most}' and mentee 'b0' returned 101;"):
            Table(*crowd).points(preference("mentor.capacity"))


def test_where_nothing_is_known_rules_still_run_on_columns() -> None:
    table = Table([Mentee(Pupil("b"))] * 2, [Mentor(Teacher("a"))] * 2)
    for source in (
        "overlap(mentor.person.slots, mentee.person.slots - {'x'}) >= 1",
        "count(subjects_from(mentor.person.marks, 4) | mentee.subjects) >= 1",
        "one_of(mentee.category, {'active'}) | (mentor.person.place != mentee.person.place)",
        "at_most(mentor.person.grade, 3) - mentee.person.grade >= mentor.capacity",
    ):
        assert table.runs_on_columns(requirement(source)), source


def test_where_everything_is_known_rules_about_it_run_on_columns() -> None:
    table = Table([Mentee(Pupil("b", slots=()))], [Mentor(Pupil("a", slots=()))])
    rule = requirement("known(mentor.person.slots) & known(mentee.person.slots)")
    assert table.holds(rule).tolist() == [[True]]
    assert table.runs_on_columns(rule)


def test_a_property_that_fails_is_a_mistake_and_no_unknown_fact() -> None:
    crowd = _two(RatedPupil("a"), Pupil("b"))
    with pytest.raises(RuleError, match="failed with AttributeError"):
        Table(*crowd).holds(requirement("mentor.person.broken > 1"))


def test_a_fact_without_a_hash_makes_nobody_alike() -> None:
    crowd = (
        [Mentee(Pupil("b"))],
        [Mentor(RatedPupil(f"r{n}", points=[n % 2])) for n in range(4)],
    )
    rule = requirement("True if mentor.person.points == [1] else False")
    assert Table(*crowd).holds(rule).tolist() == [[False, True, False, True]]


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0)])
def test_nobody_on_a_side_makes_an_empty_table(shape: tuple[int, int]) -> None:
    crowd = (
        [Mentee(Pupil(f"b{n}")) for n in range(shape[0])],
        [Mentor(Pupil(f"a{n}")) for n in range(shape[1])],
    )
    table = Table(*crowd)
    assert table.holds(requirement("mentor.person.grade > 1")).shape == shape
    assert table.points(preference("mentor.person.grade")).dtype == np.int64
    assert table.points(preference("mentor.nonsense")).shape == shape


def test_no_array_is_larger_than_one_number_a_pair() -> None:
    """Sets of mentors and mentees meet word by word, however many words there are."""
    side, words = 200, 20
    clubs = [f"club {n}" for n in range(64 * words)]
    crowd = (
        [Mentee(RatedPupil(f"b{n}", clubs=frozenset(clubs[n::7]))) for n in range(side)],
        [Mentor(RatedPupil(f"a{n}", clubs=frozenset(clubs[n::5]))) for n in range(side)],
    )
    table = Table(*crowd)
    rule = requirement(
        "count((mentor.person.clubs & mentee.person.clubs) - {'club 3'}) "
        "+ overlap(mentor.person.clubs, mentee.person.clubs) >= 1"
    )
    tracemalloc.start()
    table.holds(rule)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert table.runs_on_columns(rule)
    assert most < side * side * 8 * 6 < side * side * 8 * words


def test_ids_make_no_set_wide() -> None:
    crowd = (
        [Mentee(Pupil(f"b{n}", interests={"chess"})) for n in range(300)],
        [Mentor(Pupil(f"a{n}", interests={"chess"})) for n in range(300)],
    )
    words, whole = Words(), Part((300, 300))
    taken: dict[tuple[int, Path], Cells] = {}
    mentee, mentor = (
        ColumnView(
            Everybody(RoleFacts(roles, side="?"), axis=axis, words=words, whole=whole),
            part=whole,
            taken=taken,
            reading=Reading(),
        )
        for axis, roles in ((0, crowd[0]), (1, crowd[1]))
    )
    assert not rules.same_person(mentor, mentee).values.any()
    assert list(mentor.person.interests.words) == [0]


def test_running_out_of_memory_is_not_taken_for_a_rule_that_branches() -> None:
    def ask(_mentor: Any, _mentee: Any) -> Any:
        raise MemoryError

    with pytest.raises(MemoryError):
        Table(*NOTHING_KNOWN).holds(Asked(ask=ask))


def test_the_facts_that_were_read_are_noted() -> None:
    rule = requirement("(mentor.person.grade > mentee.person.grade) & mentor.agreed")
    verdict = judge(rule, NOTHING_KNOWN[1][0], NOTHING_KNOWN[0][0])
    assert verdict.facts == ("mentee.person.grade", "mentor.agreed", "mentor.person.grade")


def test_an_unknown_fact_is_never_a_plain_value() -> None:
    for ask in (bool, len, list, int, float, str, format, hash, complex, range(3).__getitem__):
        with pytest.raises(UndecidedError):
            ask(UNKNOWN)
    assert repr(UNKNOWN) == "UNKNOWN"
