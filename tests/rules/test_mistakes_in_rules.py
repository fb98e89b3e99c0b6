"""A rule that is wrong is named, with the pair, however it was asked; no mistake passes for an answer."""

from typing import Any

import numpy as np
import pytest

from helpers.both_ways import NOTHING_KNOWN, agrees, two
from helpers.expressions import preference, requirement
from helpers.own_kinds import OwnPupil
from helpers.own_rules import Asked
from nastavnik import TARGET_MODEL, Cohort, match
from nastavnik.basics.errors import RuleError
from nastavnik.people import Mentee, Mentor, Pupil, Teacher
from nastavnik.rules.evaluation import Table, judge


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
    agrees(rule, crowd)
    with pytest.raises(RuleError, match=r"rule 'asked' on mentor 'a' and mentee 'b'") as caught:
        Table(*crowd).holds(rule)
    assert advice in str(caught.value)


@pytest.mark.parametrize("source", ["mentor.person.name == 'x'", "'name' == mentee.person.name"])
def test_no_rule_reads_a_display_name(source: str) -> None:
    crowd = two(Pupil("a", name="Invented Name"), Pupil("b", name="Invented Name"))
    with pytest.raises(RuleError, match="display name"):
        judge(requirement(source), crowd[1][0], crowd[0][0])
    with pytest.raises(RuleError, match="display name") as caught:
        Table(*crowd).holds(requirement(source))
    assert "Invented" not in str(caught.value)


@pytest.mark.parametrize("source", ["mentor == mentee", "mentor.person != mentee.person"])
def test_whole_people_are_not_compared(source: str) -> None:
    """It would be false for everybody, and silently so."""
    for rule in (requirement(source), requirement(f"({source}) | True")):
        agrees(rule, NOTHING_KNOWN)
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
    agrees(requirement(source), NOTHING_KNOWN)
    with pytest.raises(RuleError) as caught:
        Table(*NOTHING_KNOWN).holds(requirement(source))
    assert shown in str(caught.value)
    assert "Invented" not in str(caught.value)


@pytest.mark.parametrize(
    "source", ["True", "None", "0.5", "-1", "101", "10**30", "mentor.capacity * 101", "same_person"]
)
def test_a_preference_answers_with_points(source: str) -> None:
    agrees(preference(source), NOTHING_KNOWN)
    with pytest.raises(RuleError, match="0 to 100"):
        Table(*NOTHING_KNOWN).points(preference(source))


def test_too_many_points_are_found_at_any_pair() -> None:
    for most in range(7):
        mentor_list = [Mentor(Pupil(f"a{n}"), capacity=101 if n == most else 1) for n in range(7)]
        crowd = [Mentee(Pupil(f"b{n}")) for n in range(7)], mentor_list
        with pytest.raises(RuleError, match=f"on mentor 'a{most}' and mentee 'b0' returned 101;"):
            Table(*crowd).points(preference("mentor.capacity"))


@pytest.mark.parametrize("operation", ["//", "%", "/"])
def test_a_rule_that_divides_by_zero_is_named(operation: str) -> None:
    """At any pair, and however NumPy is set up where the library is used."""
    rule = requirement(f"10 {operation} mentor.person.experience > 1")
    for zero in range(7):
        mentor_list = [Mentor(Teacher(f"a{n}", experience=int(n != zero))) for n in range(7)]
        message = f"on mentor 'a{zero}' and mentee 'b0' failed with ZeroDivisionError"
        with np.errstate(all="ignore"), pytest.raises(RuleError, match=message):
            Table([Mentee(Pupil(f"b{n}")) for n in range(7)], mentor_list).holds(rule)


@pytest.mark.parametrize("error", [ValueError, KeyError, ArithmeticError])
def test_what_an_error_says_is_not_told(error: type[Exception]) -> None:
    """A rule of one's own may put a fact of somebody into it; its kind is enough to find the mistake."""

    def fail(mentor: Any, mentee: Any) -> bool:
        if mentor.capacity and mentee.person.id:
            raise error("Ася Небывалова")
        return True

    mentees, mentors = NOTHING_KNOWN
    with pytest.raises(RuleError, match=error.__name__) as caught:
        judge(Asked(ask=fail), mentors[0], mentees[0])
    assert "Небывалова" not in str(caught.value)
    with pytest.raises(RuleError, match=error.__name__) as caught:
        Table(*NOTHING_KNOWN).holds(Asked(ask=fail))
    assert "Небывалова" not in str(caught.value)


def test_what_only_columns_can_do_is_an_error() -> None:
    """Goal 1: no silent wrong answers."""
    rule = requirement("mentor.person.interests.count() == 0")
    with pytest.raises(RuleError, match="'asked' on mentor 'a'"):
        Table([Mentee(Pupil("b"))], [Mentor(Pupil("a"))]).holds(rule)


def test_a_property_that_fails_is_a_mistake_and_no_unknown_fact() -> None:
    crowd = two(OwnPupil("a"), Pupil("b"))
    with pytest.raises(RuleError, match="failed with AttributeError"):
        Table(*crowd).holds(requirement("mentor.person.broken > 1"))


def test_running_out_of_memory_is_not_taken_for_a_rule_that_branches() -> None:
    def ask(_mentor: Any, _mentee: Any) -> Any:
        raise MemoryError

    with pytest.raises(MemoryError):
        Table(*NOTHING_KNOWN).holds(Asked(ask=ask))


def test_a_parameter_without_a_digest_is_refused_before_anything_is_solved() -> None:
    """A function cannot be told in a plan; the rule is named, and nobody waits for a matching that comes to nothing."""

    def never(_: Any, __: Any) -> bool:
        pytest.fail("the rule is run")

    mentees, mentors = two(Pupil("a"), Pupil("b"))
    rules = TARGET_MODEL.with_rule(Asked(ask=never))
    with pytest.raises(RuleError, match=r"rule 'asked': ask cannot be told in a plan: .* function"):
        match(Cohort(mentees=mentees, mentors=mentors), rules)
