"""Forms, categories, tasks and role models are found by position and by id."""

import pytest

from helpers.whole_model import FORMS
from nastavnik.methodology import TARGET_MODEL
from nastavnik.people import (
    Position,
)


@pytest.mark.parametrize(
    ("position", "forms"),
    [
        (Position.PUPIL, ["pupil-pupil", "student-pupil", "employer-pupil"]),
        (Position.STUDENT, ["employer-student"]),
        (Position.TEACHER, ["teacher-teacher"]),
        (Position.PROFESSIONAL, []),
    ],
)
def test_forms_are_found_by_the_position_of_the_mentee(
    position: Position, forms: list[str]
) -> None:
    assert [form.id for form in TARGET_MODEL.forms_for(position)] == forms


@pytest.mark.parametrize(
    ("position", "categories"),
    [
        (Position.PUPIL, ["passive", "active"]),
        (Position.STUDENT, ["passive", "active"]),
        (Position.TEACHER, ["novice", "newcomer", "burnt-out"]),
        (Position.PROFESSIONAL, []),
    ],
)
def test_categories_are_found_by_position_each_once(
    position: Position, categories: list[str]
) -> None:
    """S7 for pupils; three kinds of teachers."""
    assert [c.id for c in TARGET_MODEL.categories_for(position)] == categories


def test_a_pupil_may_ask_for_tasks_of_every_form_that_takes_pupils() -> None:
    asked = [task.id for task in TARGET_MODEL.tasks_for(Position.PUPIL)]
    forms = TARGET_MODEL.forms_for(Position.PUPIL)
    assert set(asked) == {task.id for form in forms for task in form.tasks}
    assert len(asked) == len(set(asked))
    assert {"newcomer-adaptation", "informed-trajectory", "soft-skills"} <= set(asked)
    assert "first-professional-skills" in asked
    assert "workplace-adaptation" not in asked


def test_a_professional_may_offer_tasks_of_both_employers_forms() -> None:
    offered = {task.id for task in TARGET_MODEL.tasks_of(Position.PROFESSIONAL)}
    employers = ("employer-pupil", "employer-student")
    assert offered == {t.id for name in employers for t in TARGET_MODEL.form(name).tasks}


@pytest.mark.parametrize("form", FORMS)
def test_every_category_and_role_model_is_found_by_its_id(form: str) -> None:
    for category in FORMS[form].categories:
        assert FORMS[form].category(category.id) is category
    for model in FORMS[form].role_models:
        assert FORMS[form].role_model(model.id) is model


@pytest.mark.parametrize("form", FORMS)
def test_every_task_of_a_form_has_a_role_model_meant_for_it(form: str) -> None:
    meant = {task for model in FORMS[form].role_models for task in model.tasks}
    assert meant == {task.id for task in FORMS[form].tasks}
