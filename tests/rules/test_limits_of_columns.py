"""Numbers, sets and people at the edge of what columns hold: the answer of the pair, in little memory."""

import tracemalloc
from typing import Any

import numpy as np
import pytest

from helpers.both_ways import NOTHING_KNOWN, agrees, one_answer, two
from helpers.expressions import preference, requirement
from helpers.own_kinds import OwnPupil
from helpers.own_rules import Asked
from nastavnik import rules
from nastavnik.people import Mentee, Mentor, Pupil
from nastavnik.people.columns import Path, RoleFacts
from nastavnik.rules.columns.cells import Cells
from nastavnik.rules.columns.columns import ColumnView, Everybody
from nastavnik.rules.columns.parts import Part
from nastavnik.rules.columns.texts import Reading
from nastavnik.rules.evaluation import Table, judge
from nastavnik.rules.words import Words


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


def test_numbers_are_exact_beyond_64_bits() -> None:
    huge = two(OwnPupil("a", rating=2**62), OwnPupil("b", rating=2**62))
    product = "mentor.person.rating * mentee.person.rating * 4"
    assert one_answer(f"{product} == 2**126", huge) == (True, True)
    total = " + ".join(["mentor.person.rating"] * 4)
    assert one_answer(f"{total} == 2**64", huge) == (True, True)
    assert one_answer("count({'a', 'b'} | mentor.subjects) * 20000 == 40000", huge) == (True, True)
    assert one_answer("mentor.capacity * 2**14 * 2 == 2**15", huge) == (True, True)
    assert one_answer("-(0 - mentor.person.rating) - 1 == 2**62 - 1", huge) == (True, True)


@pytest.mark.parametrize("huge", [2**63 - 1, 2**64 - 1])
def test_a_fact_beyond_64_bits_is_exact(huge: int) -> None:
    """Not turned into a floating-point number, which cannot tell it from its neighbour; nor counted without a sign."""
    crowd = two(OwnPupil("a", rating=huge), OwnPupil("b", rating=5))
    difference = "mentor.person.rating - mentee.person.rating"
    assert one_answer(f"{difference} == {huge - 5}", crowd) == (True, True)
    assert one_answer(f"{difference} == {huge - 4}", crowd) == (False, True)
    backwards = "mentee.person.rating - mentor.person.rating"
    assert one_answer(f"{backwards} == {5 - huge}", crowd) == (True, True)
    assert one_answer(f"{backwards} < 0", crowd) == (True, True)


@pytest.mark.parametrize(("number", "divisor"), [(150, 1000), (-150, 1000), (5, 300), (-1, 40_000)])
def test_what_is_left_of_a_division_may_be_as_large_as_the_divisor(
    number: int, divisor: int
) -> None:
    """The number of a small column, divided by those of a large one, is no small number."""
    crowd = two(OwnPupil("a", rating=divisor), OwnPupil("b", rating=number))
    left = "mentee.person.rating % mentor.person.rating"
    assert one_answer(f"{left} == {number % divisor}", crowd) == (True, True)
    assert one_answer(f"{left} * 2 == {number % divisor * 2}", crowd) == (True, True)


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
    crowd = [Mentee(Pupil("b"))], [Mentor(OwnPupil("r", points=p)) for p in (1, True, 1.0)]
    rule = requirement("str(mentor.person.points) == 'True'")
    assert Table(*crowd).holds(rule).tolist() == [[False, True, False]]


def test_a_truth_value_is_no_points_but_counts_as_a_number() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Pupil("a"), agreed=True)]
    assert agrees(preference("at_most(mentor.agreed, 5)"), crowd)
    assert agrees(preference("mentor.agreed + 0"), crowd)
    assert not agrees(preference("mentor.agreed"), crowd)


def test_a_fact_without_a_hash_makes_nobody_alike() -> None:
    crowd = (
        [Mentee(Pupil("b"))],
        [Mentor(OwnPupil(f"r{n}", points=[n % 2])) for n in range(4)],
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
        [Mentee(OwnPupil(f"b{n}", clubs=frozenset(clubs[n::7]))) for n in range(side)],
        [Mentor(OwnPupil(f"a{n}", clubs=frozenset(clubs[n::5]))) for n in range(side)],
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


def test_the_facts_that_were_read_are_noted() -> None:
    rule = requirement("(mentor.person.grade > mentee.person.grade) & mentor.agreed")
    verdict = judge(rule, NOTHING_KNOWN[1][0], NOTHING_KNOWN[0][0])
    assert verdict.facts == ("mentee.person.grade", "mentor.agreed", "mentor.person.grade")
