"""«Студент – студент», pupil–pupil as colleges have it: a local form that runs beside the five."""

from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Student, match
from nastavnik.methodology import STUDENT_STUDENT
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor

COLLEGE = TARGET_MODEL.with_form(STUDENT_STUDENT)


def student(name: str, college: str = "college", age: int = 17, **more: Any) -> Student:
    """Return a student of whom nothing else stands in the way."""
    return Student(name, age=age, organisation=college, data_consent=True, **more)


def planned(mentor: Student, mentee: Student, *, helps: str = "maths", **more: Any) -> Any:
    """Return the plan of two students, both minors unless their age says otherwise."""
    willing: dict[str, Any] = {"agreed": True, "guardian_agreed": True}
    return match(
        Cohort(
            mentors=[Mentor(mentor, trained=True, subjects={helps}, **willing)],
            mentees=[Mentee(mentee, **willing, **more)],
        ),
        COLLEGE,
    )


@pytest.mark.parametrize(
    ("wanted", "model"),
    [
        ({"subjects": {"maths"}}, "achiever-underachiever"),
        ({"tasks": {"student-adaptation"}}, "leader-passive"),
        ({"subjects": {"maths"}, "tasks": {"soft-skills"}}, "peer-peer"),
    ],
)
def test_each_role_model_is_for_something(wanted: dict[str, Any], model: str) -> None:
    leader = student("m", qualities={"volunteer"})
    (pair,) = planned(leader, student("e"), **wanted).pairs
    assert (pair.form, pair.role_model) == ("student-student", model)


@pytest.mark.parametrize("category", [None, "passive", "active"])
def test_it_serves_every_category_and_whoever_has_none(category: str | None) -> None:
    """Nothing seen binds a role model of this form."""
    leader = student("m", qualities={"community-leader"})
    assert planned(leader, student("e"), category=category).matched == 1


def test_the_mentor_leads_and_is_of_the_same_college() -> None:
    """Seen, N1: one organisation. Inferred from S6: organising and leadership qualities."""
    assert planned(student("m"), student("e")).matched == 0
    leader = student("m", "other", qualities={"volunteer"})
    reason = planned(leader, student("e")).unmatched[0].reason
    assert {obstacle.rule for obstacle in reason.obstacles} >= {"same-organisation"}


def test_a_grown_student_needs_no_certificate_for_a_fellow_student() -> None:
    """Inferred: they learn beside each other."""
    leader = student("m", age=19, qualities={"volunteer"})
    assert planned(leader, student("e", age=16)).matched == 1


def test_it_is_not_official_and_the_target_model_does_not_have_it() -> None:
    """Seen, U23: colleges run it."""
    assert not STUDENT_STUDENT.official
    assert "student-student" not in {form.id for form in TARGET_MODEL.forms}
    alone = match(
        Cohort(mentors=[Mentor(student("m"))], mentees=[Mentee(student("e"))]), TARGET_MODEL
    )
    assert alone.unmatched[0].reason == NoAdmissibleMentor(considered=0, obstacles=())
