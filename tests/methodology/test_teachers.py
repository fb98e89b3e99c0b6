"""Teacher–teacher in ordinary schools: who may help whom, and what a teacher without a category is told."""

from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Methodology, Teacher, match
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor
from nastavnik.rules.evaluation import judge

FORM = TARGET_MODEL.form("teacher-teacher")


def teacher(name: str, years: int | None, school: str | None = "School 5", **more: Any) -> Teacher:
    """Return a teacher of whom nothing else stands in the way."""
    return Teacher(name, experience=years, organisation=school, data_consent=True, **more)


def admitting(mentor: Teacher, mentee: Teacher, category: str | None) -> set[str]:
    """Return the role models in which the one may help the other."""
    pair = Mentor(mentor, agreed=True, trained=True), Mentee(mentee, agreed=True, category=category)
    return {
        model.id
        for model in FORM.role_models
        if all(judge(rule, *pair).holds for rule in TARGET_MODEL.requirements_of(FORM, model))
    }


@pytest.mark.parametrize(
    ("years", "experience", "category", "expected"),
    [
        (5, 3, "novice", {"experienced-novice"}),
        (1, 0, "novice", {"experienced-novice"}),
        (3, 3, "novice", set()),
        (30, 4, "novice", set()),
        (30, None, "novice", set()),
        (None, 1, "novice", set()),
        (15, 20, "newcomer", {"experienced-novice"}),
        (2, 20, "newcomer", {"experienced-novice"}),
        (None, None, "newcomer", {"experienced-novice"}),
        (15, 20, "burnt-out", {"leader-troubled"}),
        (20, 15, "burnt-out", {"leader-troubled"}),
        (None, None, "burnt-out", {"leader-troubled"}),
        (15, 3, None, set()),
    ],
)
def test_who_helps_whom_at_one_school(
    years: int | None, experience: int | None, category: str | None, expected: set[str]
) -> None:
    """Seen, N1: 0 to 3 years or new at the workplace; that a tired teacher gets a colleague is inferred."""
    assert admitting(teacher("m", years), teacher("e", experience), category) == expected


@pytest.mark.parametrize("category", ["novice", "newcomer", "burnt-out"])
@pytest.mark.parametrize("school", ["School 6", None])
def test_a_colleague_is_of_the_same_school(category: str, school: str | None) -> None:
    """Inferred: the place counts."""
    mentor, mentee = teacher("m", 20), teacher("e", 1)
    assert admitting(mentor, mentee, category)
    assert not admitting(teacher("m", 20, school), mentee, category)


@pytest.mark.parametrize("category", ["novice", "newcomer", "burnt-out", None])
def test_what_two_share_joins_them_whatever_the_category(category: str | None) -> None:
    """Recalled: the expert in the subject, the innovator; neither is named after a category."""
    physicist, beginner = (teacher(n, y, subjects={"physics"}) for n, y in (("m", 9), ("e", 2)))
    assert "subject-expert-beginner" in admitting(physicist, beginner, category)
    innovator = teacher("m", 2, qualities={"innovator"})
    assert "innovator-conservative" in admitting(innovator, teacher("e", 30), category)


def matched(mentor: Teacher, mentee: Mentee, rules: Methodology = TARGET_MODEL) -> Any:
    """Return the plan of two people."""
    mentors = [Mentor(mentor, agreed=True, trained=True)]
    return match(Cohort(mentors=mentors, mentees=[mentee]), rules)


def test_a_leader_among_teachers_comes_before_another_colleague() -> None:
    """Inferred from the name of the role model: leadership gives points, and refuses nobody."""
    plain, leader = teacher("m1", 9), teacher("m2", 9, qualities={"community-leader"})
    mentors = [Mentor(one, agreed=True, trained=True) for one in (plain, leader)]
    tired = Mentee(teacher("e", 20), agreed=True, category="burnt-out")
    (pair,) = match(Cohort(mentors=mentors, mentees=[tired])).pairs
    assert (pair.mentor, pair.role_model) == ("m2", "leader-troubled")
    (other,) = matched(plain, tired).pairs
    assert pair.score - other.score == 400


def test_a_teacher_without_a_category_is_told_that_it_is_missing() -> None:
    (left,) = matched(teacher("m", 20), Mentee(teacher("e", 1), agreed=True)).unmatched
    assert isinstance(left.reason, NoAdmissibleMentor)
    told = {obstacle.rule: obstacle.unknown for obstacle in left.reason.obstacles}
    assert told["category-served"] == 1
    stated = Mentee(teacher("e", 1), agreed=True, category="novice")
    assert matched(teacher("m", 20), stated).matched == 1


def test_a_school_that_asks_for_more_years_says_so() -> None:
    novice = Mentee(teacher("e", 3), agreed=True, category="novice")
    strict = TARGET_MODEL.with_parameters("more-experienced", by=3)
    assert [
        matched(teacher("m", 5), novice, rules).matched for rules in (TARGET_MODEL, strict)
    ] == [1, 0]
    assert matched(teacher("m", 6), novice, strict).matched == 1
