"""What makes one admissible pair better than another: all points, some, none, and what unknown means."""

from typing import Any

import attrs
import pytest
from hypothesis import given

from helpers.built_in import never_made_in
from helpers.roles import in_roles
from nastavnik import TARGET_MODEL, Cohort
from nastavnik.basics.errors import RuleError
from nastavnik.people import Mentee, Mentor, Person, Pupil, Teacher
from nastavnik.rules import Preference
from nastavnik.rules.base import HEAVIEST_WEIGHT, MOST_POINTS
from nastavnik.rules.catalogue import preferences
from nastavnik.rules.catalogue.preferences import (
    CommonInterests,
    CommonTime,
    MutualChoice,
    NeededSubjects,
    PurposeFits,
    RequestedTasks,
    SamePlace,
    SharedPursuits,
    ShownQualities,
    WeakSubjectsCovered,
    YearsOfExperience,
)
from nastavnik.rules.evaluation import points_of
from nastavnik.testing.strategies import cohorts
from nastavnik.testing.strategies import preferences as any_preference


def points(rule: Preference, mentor: Mentor | Person, mentee: Mentee | Person) -> int:
    """Return the points the rule gives the two."""
    return points_of(rule, *in_roles(mentor, mentee))


def test_every_rule_of_the_module_is_tested_here() -> None:
    assert never_made_in(__file__, preferences) == []


def test_needed_subjects_count_by_their_share() -> None:
    """Recalled: the first criterion, the profile answers the request."""
    mentee = Mentee(Pupil("b"), subjects={"physics", "art", "history"})
    assert points(NeededSubjects(), Mentor(Pupil("a"), subjects=mentee.subjects), mentee) == 100
    assert points(NeededSubjects(), Mentor(Pupil("a"), subjects={"art", "music"}), mentee) == 33
    assert points(NeededSubjects(), Mentor(Pupil("a")), mentee) == 0


def test_shown_qualities_count_up_to_enough() -> None:
    """Recalled: portraits of the mentor."""
    leader = Teacher("t", qualities={"author", "speaker", "innovator"})
    any_of = {"author", "speaker", "community-leader"}
    assert points(ShownQualities(any_of=any_of), leader, Teacher("n")) == 100
    assert points(ShownQualities(any_of=any_of, enough=3), leader, Teacher("n")) == 66
    assert points(ShownQualities(any_of=any_of), Teacher("t"), Teacher("n")) == 0


def test_what_is_shared_is_named_with_the_points() -> None:
    """Subjects and interests of both, each in its place; qualities that are asked for and no others."""
    mentor = Mentor(Pupil("a", interests={"Chess", "art"}), subjects={"physics", "history"})
    mentee = Mentee(Pupil("b", interests={"chess", "go"}), subjects={"physics"})
    assert SharedPursuits().grounds(mentor, mentee) == {
        "mentee.subjects": ("physics",),
        "mentee.person.interests": ("chess",),
    }
    leader = Mentor(Teacher("t", qualities={"author", "speaker", "innovator"}))
    rule = ShownQualities(any_of={"author", "speaker", "community-leader"})
    shown = rule.grounds(leader, Mentee(Teacher("n")))
    assert shown == {"mentor.person.qualities": ("author", "speaker")}


def test_who_asks_for_no_subject_gives_no_points() -> None:
    assert points(NeededSubjects(), Mentor(Pupil("a"), subjects={"art"}), Mentee(Pupil("b"))) == 0


def test_requested_tasks_count_by_their_share() -> None:
    """Recalled: the first criterion, the profile answers the request."""
    mentee = Mentee(Pupil("b"), tasks={"club-attendance", "newcomer-adaptation"})
    assert points(RequestedTasks(), Mentor(Pupil("a"), tasks=mentee.tasks), mentee) == 100
    assert points(RequestedTasks(), Mentor(Pupil("a"), tasks={"club-attendance"}), mentee) == 50
    assert points(RequestedTasks(), Mentor(Pupil("a")), mentee) == 0


@pytest.mark.parametrize(
    ("shared", "expected"), [("", 0), ("a", 33), ("ab", 66), ("abc", 100), ("abcd", 100)]
)
def test_common_interests_count_up_to_enough(shared: str, expected: int) -> None:
    """Recalled: the second criterion, mutual interest and sympathy."""
    mentor, mentee = Pupil("a", interests=set("abcd")), Pupil("b", interests=set(shared))
    assert points(CommonInterests(), mentor, mentee) == expected


def test_common_time_counts_up_to_enough() -> None:
    """Inferred: a pair needs regular meetings."""
    mentor = Pupil("a", slots={"mon", "tue", "wed", "thu"})
    assert points(CommonTime(), mentor, mentor) == 100
    assert points(CommonTime(), mentor, Pupil("b", slots={"mon"})) == 33
    assert points(CommonTime(enough=1), mentor, Pupil("b", slots={"mon"})) == 100


def test_unknown_time_gives_no_points() -> None:
    assert points(CommonTime(), Pupil("a", slots={"mon"}), Pupil("b")) == 0


def test_a_choice_counts_half_and_a_mutual_one_in_full() -> None:
    """Inferred from S2: mutual enrichment begins with mutual choice."""
    choosing, chosen = Mentor(Pupil("a"), choices={"b"}), Mentee(Pupil("b"), choices={"a"})
    assert points(MutualChoice(), choosing, chosen) == 100
    assert points(MutualChoice(), choosing, Pupil("b")) == 50
    assert points(MutualChoice(), Pupil("a"), chosen) == 50
    assert points(MutualChoice(), Pupil("a"), Pupil("b")) == 0


@pytest.mark.parametrize(("years", "expected"), [(0, 0), (5, 25), (20, 100), (40, 100)])
def test_years_of_experience_count_up_to_enough(years: int, expected: int) -> None:
    """Recalled: portraits of the mentor in the adults' forms."""
    mentor = Teacher("t", experience=years)
    assert points(YearsOfExperience(), mentor, Teacher("n")) == expected


def test_unknown_experience_gives_no_points() -> None:
    assert points(YearsOfExperience(), Teacher("t"), Teacher("n")) == 0
    assert points(YearsOfExperience(), Pupil("a"), Pupil("b")) == 0


def test_the_same_place_counts() -> None:
    """Inferred: meeting in person is easier."""
    mentor = Pupil("a", place="centre")
    assert points(SamePlace(), mentor, Pupil("b", place="centre")) == 100
    assert points(SamePlace(), mentor, Pupil("b", place="village")) == 0


def test_two_unknown_places_are_not_the_same() -> None:
    assert points(SamePlace(), Pupil("a"), Pupil("b")) == 0


def test_weak_subjects_count_by_how_many_are_covered() -> None:
    """Inferred from S9: achiever–underachiever."""
    mentee = Pupil("b", marks={"physics": 3, "art": 2, "history": 5})
    strong = Pupil("a", marks={"physics": 4, "art": 5, "history": 5})
    half = Pupil("a", marks={"physics": 4, "art": 3})
    assert points(WeakSubjectsCovered(), strong, mentee) == 100
    assert points(WeakSubjectsCovered(), half, mentee) == 50
    assert points(WeakSubjectsCovered(), Pupil("a", marks={}), mentee) == 0
    assert points(WeakSubjectsCovered(), Pupil("a"), mentee) == 0


def test_nothing_weak_gives_no_points() -> None:
    mentor, mentee = Pupil("a", marks={"art": 5}), Pupil("b", marks={"art": 4})
    assert points(WeakSubjectsCovered(), mentor, mentee) == 0


def test_the_purpose_of_a_role_model_counts_by_its_share() -> None:
    """Inferred: a role model is chosen by the mentee's need."""
    rule, mentor = PurposeFits(tasks={"club-attendance"}), Mentor(Pupil("a"))
    assert points(rule, mentor, Mentee(Pupil("b"), tasks={"club-attendance"})) == 100
    assert points(rule, mentor, Mentee(Pupil("b"), tasks={"club-attendance", "soft-skills"})) == 50
    assert points(rule, mentor, Mentee(Pupil("b"), tasks={"soft-skills"})) == 0


@pytest.mark.parametrize(
    ("tasks", "subjects", "arrived", "given_points"),
    [
        ((), (), "2026-09-01", 100),
        ((), (), None, 0),
        (("soft-skills",), (), "2026-09-01", 0),
        ((), ("art",), "2026-09-01", 0),
        (("newcomer-adaptation",), ("art",), "2026-09-01", 100),
    ],
)
def test_a_newcomer_who_asks_for_nothing_else_asks_for_adaptation(
    tasks: tuple[str, ...], subjects: tuple[str, ...], arrived: str | None, given_points: int
) -> None:
    """S12 (b), where the role model is meant for newcomers; to another one it is nothing."""
    rule = PurposeFits(tasks={"newcomer-adaptation"}, newcomers=True)
    mentee = Mentee(Pupil("b"), tasks=tasks, subjects=subjects, newcomer_since=arrived)
    assert points(rule, Mentor(Pupil("a")), mentee) == given_points
    other = PurposeFits(tasks={"club-attendance"})
    assert points(other, Mentor(Pupil("a")), mentee) == 0


def test_shared_subjects_and_interests_count_together() -> None:
    """Inferred from S10: an exchange of views."""
    mentor = Mentor(Pupil("a", interests={"chess", "go"}), subjects={"physics"})
    both = Mentee(Pupil("b", interests={"chess"}), subjects={"physics"})
    assert points(SharedPursuits(), mentor, both) == 66
    assert points(SharedPursuits(enough=2), mentor, both) == 100
    assert points(SharedPursuits(), mentor, Mentee(Pupil("b", interests={"ballet"}))) == 0


@given(cohort=cohorts(min_mentees=1, min_mentors=1), rule=any_preference())
def test_points_are_whole_and_from_0_to_100(cohort: Cohort, rule: Preference) -> None:
    given_points = points_of(rule, cohort.mentors[0], cohort.mentees[0])
    assert type(given_points) is int
    assert 0 <= given_points <= MOST_POINTS


@pytest.mark.parametrize("weight", [-1, 1.5, True, "4", None, HEAVIEST_WEIGHT + 1])
def test_a_weight_is_a_whole_number_from_0(weight: Any) -> None:
    """A class with a default weight of its own checks it as well."""
    with pytest.raises(RuleError, match=r"needed-subjects.*weight"):
        attrs.evolve(NeededSubjects(), weight=weight)
    with pytest.raises(RuleError, match=r"same-place.*weight"):
        TARGET_MODEL.with_parameters("same-place", weight=weight)


@pytest.mark.parametrize("enough", [0, -1, 2.0, True, "3"])
def test_enough_is_a_whole_number_from_1(enough: Any) -> None:
    with pytest.raises(RuleError, match=r"common-interests.*enough"):
        attrs.evolve(CommonInterests(), enough=enough)


def test_one_task_is_not_taken_for_a_set_of_its_letters() -> None:
    with pytest.raises(RuleError, match=r"purpose-fits.*tasks"):
        PurposeFits(tasks="soft-skills")
