"""Parts of a table say what the whole does, and what a rule reads is all it depends on."""

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from numpy.typing import NDArray

from helpers.built_in import BUILT_IN
from helpers.facts import fact_of
from helpers.own_kinds import OwnPupil
from helpers.own_rules import Asked, Valued
from helpers.sizes import examples, rounds
from nastavnik import Cohort, Requirement
from nastavnik.basics.errors import RuleError
from nastavnik.people import Mentee, Mentor, Pupil, Student
from nastavnik.people.columns import Indices, RoleFacts
from nastavnik.rules import Side, Unknown, names, overlap, same_person
from nastavnik.rules.catalogue import eligibility, pairing, preferences
from nastavnik.rules.columns.parts import Part, Relation
from nastavnik.rules.evaluation import Reads, Table, judge, points_of
from nastavnik.rules.words import Vocabulary
from nastavnik.testing.strategies import cohorts, rules_of

RULES = st.tuples(*map(rules_of, BUILT_IN))
COHORTS = cohorts(min_mentees=1, max_mentees=5, min_mentors=1)


BRANCHING = (
    Asked(ask=lambda mentor, mentee: bool(mentor.person.grade > mentee.person.grade)),
    Valued(value=lambda mentor, mentee: len(mentor.choices) + len(mentee.subjects)),
)
"""Rules that do not run on columns."""


def answers(table: Table, rule: Any, *, compact: bool = False) -> NDArray[Any]:
    """Return what the rule says."""
    name = "holds" if isinstance(rule, Requirement) else "points"
    found: NDArray[Any] = getattr(table, f"compact_{name}" if compact else name)(rule)
    return found


@st.composite
def _indices(draw: DrawFn, size: int) -> Indices:
    """Draw a slice, or places in any order, some twice."""
    if draw(st.booleans()):
        return draw(st.slices(size))
    return np.array(draw(st.lists(st.integers(0, size - 1), max_size=6)), dtype=np.intp)


@settings(max_examples=examples(rounds(20, 40)))
@given(cohort=COHORTS, rules=RULES, data=st.data())
def test_a_part_says_what_the_whole_does(
    cohort: Cohort, rules: tuple[Any, ...], data: st.DataObject
) -> None:
    whole = Table(cohort.mentees, cohort.mentors)
    rows, columns = (data.draw(_indices(size)) for size in whole.shape)
    part = whole.part(rows, columns)
    within = tuple(data.draw(_indices(size)) if size else slice(None) for size in part.shape)
    for rule in (*rules, *BRANCHING):
        of_all = answers(whole, rule)
        expected = of_all[rows][:, columns]
        assert answers(part, rule).tolist() == expected.tolist()
        assert answers(part, rule).dtype == of_all.dtype
        again = answers(part.part(*within), rule)
        assert again.tolist() == expected[within[0]][:, within[1]].tolist()
        if isinstance(rule, (Asked, Valued)) or 0 in part.shape:
            continue
        assert part.runs_on_columns(rule)


@settings(max_examples=examples(rounds(20, 40)))
@given(cohort=COHORTS, rules=RULES, data=st.data())
def test_pairs_one_below_the_other_are_those_of_the_table(
    cohort: Cohort, rules: tuple[Any, ...], data: st.DataObject
) -> None:
    whole = Table(cohort.mentees, cohort.mentors)
    pairs = data.draw(
        st.lists(st.tuples(*(st.integers(0, size - 1) for size in whole.shape)), max_size=8)
    )
    rows, columns = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    aligned = whole.aligned(rows, columns)
    for rule in (*rules, *BRANCHING):
        expected = answers(whole, rule)[rows, columns][:, None]
        assert answers(aligned, rule).shape == (len(pairs), 1)
        assert answers(aligned, rule).tolist() == expected.tolist()


@settings(max_examples=examples(rounds(20, 40)))
@given(cohort=COHORTS, rules=RULES)
def test_compact_answers_are_the_answers(cohort: Cohort, rules: tuple[Any, ...]) -> None:
    table = Table(cohort.mentees, cohort.mentors)
    for rule in (*rules, *BRANCHING):
        compact = answers(table, rule, compact=True)
        assert compact.ndim == 2
        assert np.broadcast_to(compact, table.shape).tolist() == answers(table, rule).tolist()
        expected = [
            [
                judge(rule, mentor, mentee).holds
                if isinstance(rule, Requirement)
                else points_of(rule, mentor, mentee)
                for mentor in cohort.mentors
            ]
            for mentee in cohort.mentees
        ]
        assert answers(table, rule).tolist() == expected


def test_what_concerns_one_side_is_answered_once_for_it() -> None:
    mentees = [Mentee(Pupil(f"p{k}", age=k + 9, marks={}), agreed=True) for k in range(3)]
    mentors = [Mentor(Student(f"m{k}"), agreed=k > 1) for k in range(4)]
    table = Table(mentees, mentors)
    of_mentor = eligibility.Agreed(side=Side.MENTOR)
    assert table.compact_holds(of_mentor).tolist() == [[False, False, True, True]]
    assert table.compact_holds(eligibility.OldEnough()).tolist() == [[False], [True], [True]]
    assert table.compact_holds(pairing.NotRefused()).tolist() == [[True]]
    assert table.compact_points(preferences.MutualChoice()).tolist() == [[0]]
    assert table.compact_points(preferences.MutualChoice()).dtype == np.int8


def test_a_part_is_cut_out_without_copying() -> None:
    """What was made of everybody is a view away."""
    mentees = [Mentee(Pupil(f"p{k}", place=f"x{k}"), subjects={"art"}) for k in range(20)]
    mentors = [Mentor(Pupil(f"m{k}", grade=1 + k % 11), subjects={"art"}) for k in range(20)]
    seen: list[tuple[NDArray[Any], ...]] = []

    def ask(mentor: Any, mentee: Any) -> Any:
        grade, place, subjects = mentor.person.grade, mentee.person.place, mentee.subjects
        if hasattr(grade, "values"):
            seen.append((grade.values, place.codes, subjects.words[0]()))
        return (grade > 5) & (place == "x3") & (overlap(subjects, mentor.subjects) > 0)

    whole, rule = Table(mentees, mentors), Asked(ask=ask)
    assert whole.runs_on_columns(rule)
    assert whole.part(slice(3, 9), slice(0, None, 2)).runs_on_columns(rule)
    assert [one.shape for one in seen[0]] == [(1, 20), (20, 1), (20, 1)]
    assert [one.shape for one in seen[1]] == [(1, 10), (6, 1), (6, 1)]
    assert all(np.shares_memory(all_, some) for all_, some in zip(*seen, strict=True))


@given(
    pairs=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3))),
    data=st.data(),
)
def test_a_relation_is_taken_as_its_table_would_be(
    pairs: list[tuple[int, int]], data: st.DataObject
) -> None:
    whole = (5, 4)
    rows, columns = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    dense = np.zeros(whole, dtype=np.bool_)
    dense[rows, columns] = True
    relation = Relation(rows, columns, whole)
    chosen = tuple(data.draw(_indices(size)) for size in whole)
    part = Part(whole, chosen[0], chosen[1])
    expected = dense[chosen[0]][:, chosen[1]]
    found = relation.taken(part)
    assert np.broadcast_to(found, part.shape).tolist() == expected.tolist()
    assert found.shape == ((1, 1) if not expected.any() else part.shape)
    places = data.draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=5))
    one, other = np.array(places, dtype=np.intp).reshape(-1, 2).T
    aligned = Part(whole, one, other, aligned=True)
    found = np.broadcast_to(relation.taken(aligned), aligned.shape)
    assert found.ravel().tolist() == dense[one, other].tolist()


def test_pairs_are_as_many_on_either_side_and_have_no_parts() -> None:
    table = Table([Mentee(Pupil("p"))] * 2, [Mentor(Pupil("m"))] * 3)
    with pytest.raises(ValueError, match="no pairs"):
        table.aligned(slice(2), slice(3))
    with pytest.raises(ValueError, match="no parts"):
        table.aligned(slice(2), slice(2)).part(slice(1), slice(1))


# Agreement with the pair.


def _liar(asked: list[int]) -> Asked:
    def ask(mentor: Any, mentee: Any) -> Any:
        grade = mentor.person.grade
        if hasattr(grade, "values"):
            return grade > mentee.person.grade
        asked.append(1)
        return grade <= mentee.person.grade

    return Asked(ask=ask)


CROWD = (
    [Mentee(Pupil(f"p{k}", grade=1 + k)) for k in range(6)],
    [Mentor(Pupil(f"m{k}", grade=5 + k)) for k in range(6)],
)


def test_a_rule_that_says_two_things_is_found_on_any_part() -> None:
    whole = Table(*CROWD)
    for part in (whole, whole.part(slice(1, 2), slice(1, 2)), whole.aligned(slice(1), slice(1))):
        with pytest.raises(RuleError, match=r"mentor 'm0' and mentee 'p0' says False by itself"):
            part.holds(_liar([]))


def test_pairs_are_asked_once_for_all_parts() -> None:
    asked: list[int] = []

    def ask(mentor: Any, mentee: Any) -> Any:
        if not hasattr(mentor.person.grade, "values"):
            asked.append(1)
        return mentor.person.grade > mentee.person.grade

    whole, rule = Table(*CROWD), Asked(ask=ask)
    for row in range(6):
        whole.part(slice(row, row + 1), slice(None)).holds(rule)
    whole.holds(rule)
    assert len(asked) == 5


# What a rule reads.


def _changed(role: Any, donor: Any) -> list[Any]:
    """Return the role with each one field from the donor, and with another id."""
    role_fields = [a.name for a in attrs.fields(type(role)) if a.name != "person"]
    changes = [(name, {name: getattr(donor, name)}) for name in role_fields]
    made = []
    for _, change in changes:
        try:
            made.append(evolve(role, **change))
        except ValueError:  # chosen and refused at once
            continue
    if type(role.person) is type(donor.person):
        for attribute in attrs.fields(type(role.person)):
            if attribute.name != "id":
                change = {attribute.name: getattr(donor.person, attribute.name)}
                made.append(evolve(role, person=evolve(role.person, **change)))
    return [*made, evolve(role, person=evolve(role.person, id="somebody else"))]


@settings(max_examples=examples(rounds(20, 40)))
@given(cohort=COHORTS, others=COHORTS, rules=RULES, data=st.data())
def test_what_a_rule_does_not_read_does_not_matter(
    cohort: Cohort, others: Cohort, rules: tuple[Any, ...], data: st.DataObject
) -> None:
    """Whoever is not singled out may differ in all other facts, and the answers stay."""
    table = Table(cohort.mentees, cohort.mentors)
    side = data.draw(st.sampled_from(["mentee", "mentor"]))
    people, donors = (getattr(group, side + "s") for group in (cohort, others))
    place = data.draw(st.integers(0, len(people) - 1))
    donor = data.draw(st.sampled_from([*donors, *people]))
    role = people[place]
    for rule in rules:
        reads = table.reads(rule)
        assert not reads.by_person
        if role.id in reads.singled:
            continue
        before = answers(table, rule)
        for changed in _changed(role, donor):
            paths = getattr(reads, side)
            if any(fact_of(role, path) != fact_of(changed, path) for path in paths):
                continue
            now = [changed if k == place else one for k, one in enumerate(people)]
            after = Table(now, cohort.mentors) if side == "mentee" else Table(cohort.mentees, now)
            assert answers(after, rule).tolist() == before.tolist(), rule


@settings(max_examples=examples(rounds(20, 40)))
@given(cohort=COHORTS, rules=RULES)
def test_keys_are_known_and_equal_wherever_a_rule_holds(
    cohort: Cohort, rules: tuple[Any, ...]
) -> None:
    table = Table(cohort.mentees, cohort.mentors)
    for rule in rules:
        keys = table.reads(rule).keys
        assert not keys or isinstance(rule, Requirement)
        if isinstance(rule, pairing.SameOrganisation) and rule.unknown is Unknown.REFUSES:
            some = [all(fact_of(r, ORGANISATION) is None for r in side) for side in _sides(cohort)]
            assert keys == (() if any(some) else ((ORGANISATION, ORGANISATION),))
        for of_mentor, of_mentee in keys:
            for row, column in np.argwhere(answers(table, rule)):
                value = fact_of(cohort.mentors[column], of_mentor)
                assert value is not None
                assert value == fact_of(cohort.mentees[row], of_mentee)


def _sides(cohort: Cohort) -> tuple[Any, Any]:
    return cohort.mentees, cohort.mentors


ORGANISATION = ("person", "organisation")
PLACE = ("person", "place")
GRADE = ("person", "grade")


def _reads(ask: Any, *, unknown: Unknown = Unknown.REFUSES, known: bool = False) -> Reads:
    facts: dict[str, Any] = {"grade": 3, "organisation": "o", "place": "x", "online": True}
    half = facts if known else {}
    mentees = [Mentee(Pupil("p", **facts)), Mentee(Pupil("q", **half), choices={"m", "x"})]
    mentors = [Mentor(Pupil("m", **facts)), Mentor(Pupil("q", **half), refusals={"y"})]
    return Table(mentees, mentors).reads(Asked(ask=ask, unknown=unknown))


def test_equality_is_a_key_alone_or_among_other_conditions() -> None:
    def place(mentor: Any, mentee: Any) -> Any:
        return mentor.person.place == mentee.person.place

    def both(mentor: Any, mentee: Any) -> Any:
        same_grade = mentee.person.grade == mentor.person.grade
        return (mentor.person.online & same_grade) & place(mentor, mentee)

    def any_of(mentor: Any, mentee: Any) -> Any:
        return place(mentor, mentee) | mentor.person.online

    assert _reads(place).keys == ((PLACE, PLACE),)
    assert _reads(both).keys == ((GRADE, GRADE), (PLACE, PLACE))
    assert _reads(any_of).keys == ()
    assert _reads(lambda a, b: a.person.place != b.person.place).keys == ()
    assert _reads(lambda a, b: (a.person.place == b.person.place) == False).keys == ()  # noqa: E712
    assert _reads(lambda a, b: a.person.organisation == b.person.place).keys == (
        (ORGANISATION, PLACE),
    )
    assert _reads(lambda a, _: a.person.organisation == a.person.place).keys == ()
    assert _reads(lambda a, _: a.person.place == "x").keys == ()
    assert _reads(place, unknown=Unknown.PASSES).keys == ()
    assert _reads(place, unknown=Unknown.PASSES, known=True).keys == ((PLACE, PLACE),)


def test_who_is_looked_at_by_name_is_singled_out() -> None:
    assert _reads(same_person).singled == {"q"}
    assert _reads(same_person).mentor == frozenset()
    chosen = _reads(lambda mentor, mentee: names(mentee.choices, mentor))
    assert chosen == Reads(mentee=frozenset({("choices",)}), singled=frozenset({"m", "x"}))
    assert _reads(lambda mentor, _: mentor.person.id == "boss").singled == {"boss"}
    assert _reads(lambda _, mentee: names({"a", "b"}, mentee)).singled == {"a", "b"}
    assert _reads(lambda mentor, mentee: mentor.id != mentee.id).singled == {"q"}
    shared = _reads(lambda mentor, mentee: overlap(mentor.choices, mentee.choices) > 0)
    assert shared.singled == frozenset()


@pytest.mark.parametrize(
    "ask",
    [
        lambda mentor, _: bool(mentor.agreed),
        lambda mentor, mentee: mentor.person.id == mentee.person.place,
        lambda mentor, mentee: mentor.person.place != mentee.person.id,
        lambda mentor, _: mentor.agreed is True,
    ],
)
def test_nobody_is_like_anybody_for_a_rule_that_needs_the_person(ask: Any) -> None:
    assert _reads(ask) == Reads(by_person=True)


def test_nobody_is_read_where_nobody_is() -> None:
    assert Table([], [Mentor(Pupil("m"))]).reads(pairing.NotOneself()) == Reads()


def test_reads_are_of_the_whole_table_whichever_part_is_asked() -> None:
    rule = pairing.SameOrganisation()
    whole = Table(*CROWD)
    part = whole.part(slice(0), slice(0))
    assert part.reads(rule) is whole.reads(rule)
    assert pairing.SameOrganisation().unknown is Unknown.REFUSES


# Facts that are not objects, and several threads.


def test_only_values_that_occur_make_the_kind_of_a_column() -> None:
    """A part of the facts may have values that belong to nobody in it."""
    mentees = [Mentee(Pupil("p"))]
    mentors = [Mentor(OwnPupil("t", rating="good")), Mentor(OwnPupil("m", rating=9))]
    facts = RoleFacts(mentors, side="mentor")
    rule = Asked(ask=lambda mentor, _: mentor.person.rating == 9)
    whole = Table.of(RoleFacts(mentees, side="mentee"), facts)
    some = Table.of(RoleFacts(mentees, side="mentee"), facts.part(slice(1, 2)))
    assert not whole.runs_on_columns(rule)
    assert some.runs_on_columns(rule)
    assert whole.holds(rule).tolist() == [[False, True]]
    assert some.holds(rule).tolist() == [[True]]


def test_threads_may_share_a_table() -> None:
    mentees = [
        Mentee(
            Pupil(f"p{k}", grade=1 + k % 11, place=f"x{k % 40}", interests={f"i{k % 90}"}),
            choices={f"m{k % 70}"},
        )
        for k in range(200)
    ]
    mentors = [
        Mentor(Pupil(f"m{k}", place=f"x{k % 30}", interests={f"i{k % 80}", f"j{k}"}))
        for k in range(150)
    ]
    rules = [preferences.SamePlace(), preferences.CommonInterests(), preferences.MutualChoice()]
    expected = [Table(mentees, mentors).points(rule) for rule in rules]
    for _ in range(5):
        whole = Table(mentees, mentors)

        def tile(start: int, whole: Table = whole) -> list[NDArray[Any]]:
            part = whole.part(slice(start, start + 10), slice(None))
            return [part.points(rule) for rule in rules]

        with ThreadPoolExecutor(8) as threads:
            tiles = list(threads.map(tile, range(0, 200, 10)))
        for number, points in enumerate(expected):
            assert np.array_equal(np.concatenate([one[number] for one in tiles]), points)


def test_no_two_words_get_one_number() -> None:
    words, interval = Vocabulary(), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            for start in range(8):
                asked = [f"w{(k + start) % 3000}" for k in range(3000)]
                threads.submit(list, map(words.number, asked))
    finally:
        sys.setswitchinterval(interval)
    assert sorted(words.number(f"w{k}") for k in range(3000)) == list(range(3000))
