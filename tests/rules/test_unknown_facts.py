"""What a rule says where facts are unknown: three-valued, and by its policy where facts do not decide."""

import pytest

from helpers.both_ways import NOTHING_KNOWN, one_answer
from helpers.expressions import requirement
from helpers.own_kinds import OwnMentor, OwnPupil
from nastavnik.people import Mentee, Mentor, Pupil, Teacher
from nastavnik.rules import Unknown
from nastavnik.rules.evaluation import Table
from nastavnik.rules.views import UNKNOWN, UndecidedError


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
    assert one_answer(source, NOTHING_KNOWN) == (decided, True)


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
    assert one_answer(source, NOTHING_KNOWN, unknown) == (unknown.verdict, False)


def test_a_fact_of_another_kind_of_person_is_unknown() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Teacher("t")), OwnMentor(OwnPupil("r", rating=4))]
    table = Table(*crowd)
    assert table.holds(requirement("mentor.person.rating >= 4")).tolist() == [[False, True]]
    assert table.holds(requirement("known(mentor.person.rating)")).tolist() == [[False, True]]
    assert table.holds(requirement("known(mentor.patience)")).tolist() == [[False, False]]


def test_a_rule_that_divides_by_what_is_unknown_runs_on_columns() -> None:
    crowd = [Mentee(Pupil("b"))], [Mentor(Teacher("a", experience=3)), Mentor(Teacher("t"))]
    rule = requirement("7 // mentor.person.experience + 7 % mentor.person.experience == 3")
    assert Table(*crowd).holds(rule).tolist() == [[True, False]]
    assert Table(*crowd).runs_on_columns(rule)


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


def test_an_unknown_fact_is_never_a_plain_value() -> None:
    for ask in (bool, len, list, int, float, str, format, hash, complex, range(3).__getitem__):
        with pytest.raises(UndecidedError):
            ask(UNKNOWN)
    assert repr(UNKNOWN) == "UNKNOWN"
