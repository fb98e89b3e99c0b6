"""The rules of the model in their order, and whom each role model admits and refuses."""

from typing import Any

import attrs
import pytest

from helpers.whole_model import FORMS, WITH_LOCAL
from nastavnik.methodology import TARGET_MODEL, MentoringForm, RoleModel
from nastavnik.people import (
    Mentee,
    Mentor,
    Person,
    Position,
    Professional,
    Pupil,
    Student,
    Teacher,
)
from nastavnik.rules.catalogue.pairing import OffersNeededSubject
from nastavnik.rules.evaluation import judge, points_of

PAIRINGS = [(form.id, model.id) for form in WITH_LOCAL.forms for model in form.role_models]


def test_the_common_rules_stand_in_the_order_in_which_they_are_asked() -> None:
    assert [rule.id for rule in TARGET_MODEL.requirements] == [
        "mentor-agreed",
        "mentee-agreed",
        "mentor-data-consent",
        "mentee-data-consent",
        "mentor-trained",
        "cleared",
        "not-oneself",
        "not-refused",
        "not-banned",
        "common-slots",
        "common-language",
        "can-meet",
    ]
    assert [rule.id for rule in TARGET_MODEL.preferences] == [
        "needed-subjects",
        "requested-tasks",
        "common-interests",
        "common-time",
        "mutual-choice",
        "same-place",
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("pupil-pupil", {"mentor-guardian-agreed", "mentee-guardian-agreed", "mentee-old-enough"}),
        ("teacher-teacher", set()),
        (
            "student-pupil",
            {"mentor-guardian-agreed", "mentee-guardian-agreed", "mentee-old-enough"},
        ),
        ("employer-pupil", {"mentee-guardian-agreed", "mentee-old-enough"}),
        ("employer-student", {"mentee-guardian-agreed"}),
        ("teacher-pupil", {"mentee-guardian-agreed", "mentee-old-enough"}),
    ],
)
def test_minors_are_protected_on_every_side_where_one_may_stand(
    form: str, expected: set[str]
) -> None:
    protecting = {
        "mentor-guardian-agreed",
        "mentee-guardian-agreed",
        "mentee-old-enough",
    }
    assert "cleared" in {rule.id for rule in TARGET_MODEL.requirements}
    assert {rule.id for rule in FORMS[form].requirements} & protecting == expected


def a_person(position: Position, side: str) -> Person:
    """Somebody who satisfies every rule of every role model on this side."""
    mentor = side == "mentor"
    shared: dict[str, Any] = {
        "organisation": "school-1",
        "place": "town",
        "languages": {"ru"},
        "slots": {"mon-15"},
        "interests": {"robots"},
        "qualities": {quality.id for quality in TARGET_MODEL.qualities},
        "data_consent": True,
    }
    if position is Position.PUPIL:
        grade, age = (11, 17) if mentor else (8, 14)
        return Pupil(side, grade=grade, age=age, marks={"physics": 5 if mentor else 2}, **shared)
    if position is Position.STUDENT:
        return Student(side, age=17 if mentor else 16, **shared)
    years = 20 if mentor else 2
    if position is Position.TEACHER:
        return Teacher(side, experience=years, subjects={"physics"}, **shared)
    return Professional(side, experience=years, **shared)


def a_pair(form: MentoringForm, model: RoleModel) -> tuple[Mentor, Mentee]:
    """A mentor and a mentee whom the role model admits."""
    category = max(model.categories) if model.categories else None  # a novice, not a newcomer
    mentor = Mentor(
        a_person(form.mentor_position, "mentor"),
        agreed=True,
        guardian_agreed=True,
        trained=True,
        cleared=True,
        subjects={"physics"},
    )
    mentee = Mentee(
        a_person(form.mentee_position, "mentee"),
        agreed=True,
        guardian_agreed=True,
        category=category,
        subjects={"physics"},
        tasks=model.tasks,
    )
    if model.id == "innovator-conservative":  # mentoring in reverse: the younger is the mentor
        older, younger = mentor.person, mentee.person
        mentor = attrs.evolve(mentor, person=attrs.evolve(younger, id="mentor"))
        mentee = attrs.evolve(mentee, person=attrs.evolve(older, id="mentee"))
    return mentor, mentee


def refusing(form: str, model: str, mentor: Mentor, mentee: Mentee) -> set[str]:
    """Ids of the requirements that do not let the pair through."""
    chosen = WITH_LOCAL.form(form)
    rules = WITH_LOCAL.requirements_of(chosen, chosen.role_model(model))
    return {rule.id for rule in rules if not judge(rule, mentor, mentee).holds}


@pytest.mark.parametrize(("form", "model"), PAIRINGS)
def test_every_role_model_admits_the_pair_it_is_for(form: str, model: str) -> None:
    chosen = FORMS[form].role_model(model)
    mentor, mentee = a_pair(FORMS[form], chosen)
    assert refusing(form, model, mentor, mentee) == set()


@pytest.mark.parametrize(("form", "model"), PAIRINGS)
def test_every_role_model_gives_full_points_to_a_request_it_is_meant_for(
    form: str, model: str
) -> None:
    chosen = FORMS[form].role_model(model)
    pair = a_pair(FORMS[form], chosen)
    preferences = {p.id: p for p in WITH_LOCAL.preferences_of(FORMS[form], chosen)}
    assert points_of(preferences["purpose-fits"], *pair) == 100


@pytest.mark.parametrize(("form", "model"), PAIRINGS)
def test_nobody_is_paired_against_their_will(form: str, model: str) -> None:
    """S2: partnership excludes compulsion; not asked yet is no consent either."""
    mentor, mentee = a_pair(FORMS[form], FORMS[form].role_model(model))
    unasked = attrs.evolve(mentee, agreed=None)
    assert refusing(form, model, mentor, unasked) == {"mentee-agreed"}
    unwilling = attrs.evolve(mentor, agreed=False)
    assert refusing(form, model, unwilling, mentee) == {"mentor-agreed"}


@pytest.mark.parametrize(
    ("form", "model", "change", "refused_by"),
    [
        (
            "pupil-pupil",
            "leader-passive",
            {"mentor": {"qualities": set()}},
            {"mentor-shows-leadership"},
        ),
        ("pupil-pupil", "peer-peer", {"mentee": {"grade": 11}}, {"grade-gap"}),
        (
            "pupil-pupil",
            "peer-peer",
            {"mentor": {"organisation": "school-2"}},
            {"same-organisation"},
        ),
        ("pupil-pupil", "peer-peer", {"mentee": {"age": 9}}, {"mentee-old-enough"}),
        (
            "teacher-teacher",
            "experienced-novice",
            {"mentee": {"experience": 4}},
            {"mentee-experience-up-to"},
        ),
        (
            "teacher-teacher",
            "experienced-novice",
            {"mentor": {"experience": 2}},
            {"more-experienced"},
        ),
        (
            "teacher-teacher",
            "leader-troubled",
            {"mentor": {"organisation": "school-2"}},
            {"same-organisation"},
        ),
        (
            "teacher-teacher",
            "innovator-conservative",
            {"mentor": {"experience": 20}},
            {"less-experienced"},
        ),
        (
            "teacher-teacher",
            "subject-expert-beginner",
            {"mentor": {"subjects": {"chemistry"}}},
            {"same-taught-subject"},
        ),
        (
            "student-pupil",
            "leader-indifferent",
            {"mentor": {"qualities": {"project-participant"}}},
            {"socially-active-student"},
        ),
        (
            "student-pupil",
            "curator-project-author",
            {"mentor": {"qualities": {"organiser"}}},
            {"project-experience"},
        ),
        (
            "employer-pupil",
            "employer-future-employee",
            {"mentee": {"grade": 7}, "mentor": {"experience": 4}},
            {"mentee-grade-from", "mentor-experience-from"},
        ),
        (
            "employer-student",
            "employer-future-employee",
            {"mentor": {"experience": 4}},
            {"mentor-experience-from"},
        ),
    ],
)
def test_a_role_model_refuses_who_is_not_for_it(
    form: str, model: str, change: dict[str, dict[str, Any]], refused_by: set[str]
) -> None:
    mentor, mentee = a_pair(FORMS[form], FORMS[form].role_model(model))
    mentor = attrs.evolve(mentor, person=attrs.evolve(mentor.person, **change.get("mentor", {})))
    mentee = attrs.evolve(mentee, person=attrs.evolve(mentee.person, **change.get("mentee", {})))
    assert refusing(form, model, mentor, mentee) == refused_by


@pytest.mark.parametrize(
    ("form", "model"),
    [
        ("pupil-pupil", "peer-peer"),
        ("student-pupil", "curator-project-author"),
        ("employer-pupil", "colleague-young-colleague"),
        ("employer-student", "colleague-future-colleague"),
    ],
)
def test_who_works_on_a_common_project_shares_a_pursuit(form: str, model: str) -> None:
    """S10 and S11 for pupils; the other projects by inference."""
    mentor, mentee = a_pair(FORMS[form], FORMS[form].role_model(model))
    stranger = attrs.evolve(
        mentor, subjects=set(), person=attrs.evolve(mentor.person, interests={"ballet"})
    )
    assert refusing(form, model, stranger, mentee) == {"shared-pursuit"}


@pytest.mark.parametrize(
    ("form", "model"),
    [("student-pupil", "achiever-underachiever"), ("teacher-pupil", "teacher-talented-pupil")],
)
def test_who_is_led_on_in_a_subject_gets_a_mentor_for_it(form: str, model: str) -> None:
    mentor, mentee = a_pair(FORMS[form], FORMS[form].role_model(model))
    other = attrs.evolve(mentor, subjects={"art"})
    assert refusing(form, model, other, mentee) == {"offers-needed-subject"}


def test_an_achiever_is_strong_or_helps_where_help_in_study_is_asked_for() -> None:
    """S9; who asks for no subject may have another reason to need a mentor (S8)."""
    form, model = "pupil-pupil", "achiever-underachiever"
    mentor, mentee = a_pair(FORMS[form], FORMS[form].role_model(model))
    assert isinstance(mentor.person, Pupil)
    weak = attrs.evolve(
        mentor, subjects={"art"}, person=attrs.evolve(mentor.person, marks={"physics": 3})
    )
    assert refusing(form, model, weak, mentee) == {"strong-where-weak"}
    assert refusing(form, model, attrs.evolve(weak, subjects={"physics"}), mentee) == set()
    assert refusing(form, model, weak, attrs.evolve(mentee, subjects=set())) == set()


def test_an_achieving_student_helps_with_a_subject_that_is_asked_for() -> None:
    rule = OffersNeededSubject()
    pupil, student = Mentee(Pupil("b"), subjects={"physics"}), Student("a")
    assert judge(rule, Mentor(student, subjects={"physics", "art"}), pupil).holds
    assert not judge(rule, Mentor(student, subjects={"art"}), pupil).holds
    two = OffersNeededSubject(at_least=2)
    assert not judge(two, Mentor(student, subjects={"physics", "art"}), pupil).holds


@pytest.mark.parametrize(
    ("model", "category", "holds"),
    [
        ("achiever-underachiever", "passive", True),
        ("achiever-underachiever", "active", False),
        ("leader-passive", "passive", False),
        ("leader-passive", "active", True),
        ("peer-peer", "passive", False),
        ("peer-peer", "active", True),
    ],
)
def test_a_bound_role_model_serves_its_category_alone(
    model: str, category: str, *, holds: bool
) -> None:
    """S9 and S11, on people."""
    form = FORMS["pupil-pupil"]
    mentor, mentee = a_pair(form, form.role_model(model))
    refused = refusing("pupil-pupil", model, mentor, attrs.evolve(mentee, category=category))
    assert refused == (set() if holds else {"category-served"})
