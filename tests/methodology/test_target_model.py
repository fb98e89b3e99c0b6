"""The target model has a place for every founding statement, with the terms and the grade that it has there."""

import re
from datetime import date

import pytest

from helpers.whole_model import citing, everything
from nastavnik.basics.sources import FOUNDING_STATEMENTS, Confidence, Source, founding
from nastavnik.methodology import TARGET_MODEL, Direction
from nastavnik.people import (
    Position,
)
from nastavnik.rules.catalogue.eligibility import ShowsQuality


@pytest.mark.parametrize("statement", FOUNDING_STATEMENTS)
def test_every_founding_statement_has_a_value_that_cites_it(statement: str) -> None:
    assert citing(TARGET_MODEL)[statement]


@pytest.mark.parametrize("statement", FOUNDING_STATEMENTS)
def test_every_founding_statement_is_said_somewhere_in_its_own_grade(statement: str) -> None:
    """A statement that is only an occasion for our conclusions has no place of its own."""
    assert any(
        isinstance(value, Source)
        and value.confidence is Confidence.FOUNDING_TEXT
        and statement in value.statements
        for _, value in everything(TARGET_MODEL)
    )


def test_the_model_names_its_document_and_scope() -> None:
    """S1: order Р-145 of 25.12.2019, for organisations that teach."""
    assert TARGET_MODEL.document.number == "Р-145"
    assert TARGET_MODEL.document.date == date(2019, 12, 25)
    assert "Организации" in TARGET_MODEL.scope["ru"]


def test_the_definition_rests_on_informal_communication_trust_and_partnership() -> None:
    """S2: what mentoring is."""
    for words in ("неформальн", "довери", "партнёрств", "обогаща"):
        assert words in TARGET_MODEL.purpose["ru"]
    cited = citing(TARGET_MODEL)["S2"]
    assert {"trust", "partnership", "informal-communication", "voluntariness"} <= cited
    assert {"mentor-agreed", "mentee-agreed", "mutual-choice"} <= cited


def test_there_are_five_official_forms() -> None:
    """S4: the five forms, in the order of the founding text."""
    assert [(f.id, f.title["ru"]) for f in TARGET_MODEL.forms] == [
        ("pupil-pupil", "ученик – ученик"),
        ("teacher-teacher", "учитель – учитель"),
        ("student-pupil", "студент – ученик"),
        ("employer-pupil", "работодатель – ученик"),
        ("employer-student", "работодатель – студент"),
    ]
    assert all(form.official and "S4" in form.source.statements for form in TARGET_MODEL.forms)


def test_each_form_joins_the_positions_that_its_name_says() -> None:
    positions = {f.id: (f.mentor_position, f.mentee_position) for f in TARGET_MODEL.forms}
    assert positions == {
        "pupil-pupil": (Position.PUPIL, Position.PUPIL),
        "teacher-teacher": (Position.TEACHER, Position.TEACHER),
        "student-pupil": (Position.STUDENT, Position.PUPIL),
        "employer-pupil": (Position.PROFESSIONAL, Position.PUPIL),
        "employer-student": (Position.PROFESSIONAL, Position.STUDENT),
    }


def test_the_forms_have_three_four_four_three_and_four_role_models() -> None:
    assert [len(form.role_models) for form in TARGET_MODEL.forms] == [3, 4, 4, 3, 4]


@pytest.mark.parametrize(
    ("form", "terms"),
    [
        (
            "pupil-pupil",
            ["успевающий – неуспевающий", "равный – равному", "лидер – пассивный"],
        ),
        (
            "teacher-teacher",
            [
                "опытный педагог – молодой специалист",
                "лидер педагогического сообщества – педагог, испытывающий проблемы",
                "педагог-новатор – консервативный педагог",
                "опытный предметник – неопытный предметник",
            ],
        ),
        (
            "student-pupil",
            [
                "успевающий – неуспевающий",
                "лидер – равнодушный",
                "равный – другому",
                "куратор – автор проекта",
            ],
        ),
        (
            "employer-pupil",
            [
                "активный профессионал – равнодушный потребитель",
                "коллега – молодой коллега",
                "работодатель – будущий сотрудник",
            ],
        ),
        (
            "employer-student",
            [
                "активный профессионал – равнодушный потребитель",
                "успешный профессионал – студент, выбирающий профессию",
                "коллега – будущий коллега",
                "работодатель – будущий сотрудник",
            ],
        ),
    ],
)
def test_role_models_bear_the_fixed_russian_terms(form: str, terms: list[str]) -> None:
    assert [model.title["ru"] for model in TARGET_MODEL.form(form).role_models] == terms


def test_pupil_pupil_asks_for_one_school_a_higher_grade_and_leadership() -> None:
    """S5 and S6."""
    own = {rule.id: rule for rule in TARGET_MODEL.form("pupil-pupil").requirements}
    assert own["same-organisation"].source.statements == ("S5",)
    assert own["grade-gap"].source.statements == ("S6",)
    leadership = own["mentor-shows-leadership"]
    assert isinstance(leadership, ShowsQuality)
    assert {"class-leader", "olympiad-winner", "volunteer"} <= leadership.any_of


def test_pupil_pupil_binds_categories_as_the_founding_text_does() -> None:
    """S9: passive to achiever–underachiever. S11: active to leader–passive or peer–peer."""
    bindings = {
        model.id: (set(model.categories), model.binding_source)
        for model in TARGET_MODEL.form("pupil-pupil").role_models
    }
    assert bindings == {
        "achiever-underachiever": ({"passive"}, founding("S9")),
        "leader-passive": ({"active"}, founding("S11")),
        "peer-peer": ({"active"}, founding("S11")),
    }


def test_bindings_of_other_forms_are_marked_as_inferred() -> None:
    """The official text binds nothing there, so what is bound is our conclusion."""
    for form in TARGET_MODEL.forms[1:]:
        for model in form.role_models:
            assert bool(model.categories) == (model.binding_source is not None)
            if model.binding_source is not None:
                assert model.binding_source.confidence is Confidence.INFERRED
                assert model.binding_source.note


def test_pupil_pupil_has_the_six_tasks_and_their_wanted_directions() -> None:
    """S12, (a) to (f); the last three are measured in the founding text itself."""
    tasks = TARGET_MODEL.form("pupil-pupil").tasks[:6]
    assert all(task.source.confidence is Confidence.FOUNDING_TEXT for task in tasks)
    assert all(task.source.statements == ("S12",) and task.indicators for task in tasks)
    measured = [(task.id, [i.wanted for i in task.indicators]) for task in tasks[3:]]
    assert measured == [
        ("club-attendance", [Direction.UP]),
        ("fewer-on-registers", [Direction.DOWN]),
        ("fewer-complaints", [Direction.DOWN]),
    ]
    assert all(
        indicator.source.statements == ("S12",)
        and indicator.source.confidence is Confidence.FOUNDING_TEXT
        for task in tasks[3:]
        for indicator in task.indicators
    )


def test_three_official_tasks_of_pupil_pupil_stand_beside_those_of_the_founding_text() -> None:
    """N2: soft skills, comfortable communication, community of pupils and grateful alumni."""
    more = TARGET_MODEL.form("pupil-pupil").tasks[6:]
    assert [(task.id, task.source.label) for task in more] == [
        ("soft-skills", "seen on a public page, N2"),
        ("comfortable-communication", "seen on a public page, N2"),
        ("pupils-and-alumni-community", "seen on a public page, N2"),
    ]


def test_a_programme_is_monitored_in_two_parts() -> None:
    """N5: how well it is carried out, and what it changes for its participants."""
    assert [part.id for part in TARGET_MODEL.monitoring] == [
        "quality-of-process",
        "influence-on-participants",
    ]
    assert {part.source.references for part in TARGET_MODEL.monitoring} == {("N5",)}


def test_pupil_pupil_expects_growth_in_three_areas() -> None:
    """S13: cultural, intellectual, physical."""
    result = TARGET_MODEL.form("pupil-pupil").results[0]
    assert [area.id for area in result.areas] == ["cultural", "intellectual", "physical"]
    assert result.source == founding("S13")


def test_pupil_pupil_meets_out_of_class_and_in_learning() -> None:
    """S14: two settings; joint project, preparation for an olympiad, joint contest."""
    cited = citing(TARGET_MODEL)["S14"]
    assert cited == {
        "out-of-class",
        "in-learning",
        "joint-project",
        "olympiad-preparation",
        "joint-contest",
    }
    activities = {a.id: a for a in TARGET_MODEL.form("pupil-pupil").activities}
    for name in ("joint-project", "olympiad-preparation", "joint-contest"):
        assert activities[name].settings == {"out-of-class", "in-learning"}


def test_the_teacher_as_mentor_is_a_principle() -> None:
    """S15 fits none of the five forms."""
    assert citing(TARGET_MODEL)["S15"] == {"teacher-as-mentor"}
    assert "teacher-as-mentor" in {principle.id for principle in TARGET_MODEL.principles}


def test_signs_are_said_of_girls_and_boys_alike() -> None:
    """No short adjective and no past tense of one gender: «увлечён» would have to be «увлечена» in half of the rows."""
    of_men = re.compile(r"\b\w{2,}(?:ён|ан|ен|ел|ал|ил|ял|шёл|лся)\b")
    for form in TARGET_MODEL.forms:
        for category in form.categories:
            for sign in category.indicators:
                assert not of_men.search(sign.title.ru), sign.title.ru
    assert of_men.search("увлечён предметом")
    assert of_men.search("недавно пришёл в школу")


TASKS = {
    ("pupil-pupil", "achiever-underachiever"): {"fewer-on-registers", "potential-and-results"},
    ("pupil-pupil", "peer-peer"): {
        "club-attendance",
        "potential-and-results",
        "pupils-and-alumni-community",
        "soft-skills",
    },
    ("pupil-pupil", "leader-passive"): {
        "comfortable-communication",
        "favourable-climate",
        "fewer-complaints",
        "newcomer-adaptation",
    },
    ("teacher-teacher", "experienced-novice"): {
        "effective-methods",
        "faster-formation",
        "school-community",
        "self-analysis",
        "staying-in-profession",
    },
    ("teacher-teacher", "leader-troubled"): {
        "school-community",
        "self-analysis",
        "staying-in-profession",
    },
    ("teacher-teacher", "innovator-conservative"): {"advanced-experience", "effective-methods"},
    ("teacher-teacher", "subject-expert-beginner"): {
        "advanced-experience",
        "effective-methods",
        "faster-formation",
    },
    ("student-pupil", "achiever-underachiever"): {"educational-prospects", "soft-skills"},
    ("student-pupil", "leader-indifferent"): {
        "informed-trajectory",
        "students-and-pupils-community",
    },
    ("student-pupil", "peer-other"): {"soft-skills", "students-and-pupils-community"},
    ("student-pupil", "curator-project-author"): {
        "educational-prospects",
        "regional-links",
        "soft-skills",
    },
    ("employer-pupil", "professional-indifferent"): {"informed-profession", "value-position"},
    ("employer-pupil", "colleague-young-colleague"): {
        "business-and-pupils-community",
        "professional-potential",
        "soft-skills",
    },
    ("employer-pupil", "employer-future-employee"): {
        "first-professional-skills",
        "informed-profession",
        "professional-potential",
    },
    ("employer-student", "professional-indifferent"): {
        "business-and-students-community",
        "informed-profession",
    },
    ("employer-student", "successful-choosing"): {"informed-profession", "professional-potential"},
    ("employer-student", "colleague-future-colleague"): {
        "business-and-students-community",
        "professional-potential",
        "professional-skills",
    },
    ("employer-student", "employer-future-employee"): {
        "professional-skills",
        "workplace-adaptation",
    },
}
"""Which tasks each role model is meant for; which of them a school asks for decides about points."""


def test_each_role_model_is_meant_for_its_tasks_and_no_others() -> None:
    """All of them are tasks of the form, too."""
    found = {
        (form.id, model.id): set(model.tasks)
        for form in TARGET_MODEL.forms
        for model in form.role_models
    }
    assert found == TASKS
    for form in TARGET_MODEL.forms:
        known = {task.id for task in form.tasks}
        assert all(TASKS[form.id, model.id] <= known for model in form.role_models)


def test_a_binding_is_cited_where_the_category_is_asked_for() -> None:
    """What the requirement rests on is the source of the binding; of the role model itself where it binds nothing."""
    for form in TARGET_MODEL.forms:
        for model in form.role_models:
            asked = {rule.id: rule for rule in TARGET_MODEL.requirements_of(form, model)}
            if "category-served" in asked:
                expected = model.binding_source if model.categories else model.source
                assert asked["category-served"].source == expected
    bound = TARGET_MODEL.form("pupil-pupil")
    (asked_of_passive,) = (
        rule
        for rule in TARGET_MODEL.requirements_of(bound, bound.role_model("achiever-underachiever"))
        if rule.id == "category-served"
    )
    assert asked_of_passive.source.statements == ("S9",)
