"""The target model has a place for every founding statement, and says what each value rests on."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from nastavnik.errors import RuleError, UnknownNameError
from nastavnik.methodology import TARGET_MODEL, Direction, MentoringForm, Methodology, RoleModel
from nastavnik.methodology.local_forms import TEACHER_PUPIL
from nastavnik.methodology.values import ModelValue
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
from nastavnik.rules import Requirement
from nastavnik.rules.base import Rule
from nastavnik.rules.eligibility import ShowsQuality
from nastavnik.rules.evaluation import judge, points_of
from nastavnik.rules.pairing import GradeGap, OffersNeededSubject
from nastavnik.rules.preferences import SamePlace
from nastavnik.sources import FOUNDING_STATEMENTS, Confidence, Source, founding
from nastavnik.texts import Text

SOURCES_PAGE = Path(__file__).parents[1] / "docs" / "sources.md"
WITH_LOCAL = TARGET_MODEL.with_form(TEACHER_PUPIL)
FORMS = {form.id: form for form in WITH_LOCAL.forms}
PAIRINGS = [(form.id, model.id) for form in WITH_LOCAL.forms for model in form.role_models]
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
QUOTED = re.compile(r"«[^»]*»")


def walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every attrs value inside ``value`` with the path that leads to it."""
    if isinstance(value, (tuple, frozenset)):
        for item in value:
            yield from walk(item, f"{path}/{getattr(item, 'id', '')}")
    elif attrs.has(type(value)):
        yield path, value
        for attribute in attrs.fields(type(value)):
            yield from walk(getattr(value, attribute.name), f"{path}.{attribute.name}")


def everything(methodology: Methodology) -> list[tuple[str, Any]]:
    return list(walk(methodology, "target-model"))


def citing(methodology: Methodology) -> dict[str, set[str]]:
    """Ids of the values and rules that cite each statement or page, by its number."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, value in everything(methodology):
        if not isinstance(value, (ModelValue, Rule)):
            continue
        sources = [value.source, getattr(value, "binding_source", None)]
        for source in (s for s in sources if s is not None):
            for number in (*source.statements, *source.references):
                found[number].add(value.id)
    return found


# The founding text, statement by statement.


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
            ["успевающий – неуспевающий", "лидер – пассивный", "равный – равному"],
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
    tasks = TARGET_MODEL.form("pupil-pupil").tasks
    assert len(tasks) == 6
    assert all(task.source == founding("S12") and task.indicators for task in tasks)
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


# Every value.


def test_every_text_is_russian_in_russian_and_english_in_english() -> None:
    for path, value in everything(WITH_LOCAL):
        if isinstance(value, Text):
            assert CYRILLIC.search(value.ru), path
            assert not CYRILLIC.search(QUOTED.sub("", value.en)), path
        if isinstance(value, Source):
            assert not CYRILLIC.search(QUOTED.sub("", value.note)), path


def test_every_sentence_of_a_rule_can_be_filled_in_in_both_languages() -> None:
    for rule in WITH_LOCAL.rules():
        for language in ("en", "ru"):
            assert "{" not in rule.text[language], rule.id


def test_titles_are_short_names_and_purposes_are_sentences() -> None:
    for path, value in everything(WITH_LOCAL):
        if isinstance(value, ModelValue):
            for language in ("en", "ru"):
                title, purpose = value.title[language], value.purpose[language]
                assert not title.endswith("."), path
                assert purpose.endswith("."), path
                assert purpose[0].isupper(), path


def test_ids_are_unique_among_values_of_one_kind_and_form() -> None:
    kinds: list[tuple[ModelValue, ...]] = [
        TARGET_MODEL.forms,
        TARGET_MODEL.principles,
        TARGET_MODEL.settings,
        TARGET_MODEL.qualities,
    ]
    for form in FORMS.values():
        kinds += [form.categories, form.role_models, form.tasks, form.results, form.activities]
    for values in kinds:
        ids = [value.id for value in values]
        assert len(ids) == len(set(ids)), ids


def test_a_task_of_one_id_is_the_same_task_in_every_form() -> None:
    tasks: dict[str, Any] = {}
    for form in FORMS.values():
        for task in form.tasks:
            assert tasks.setdefault(task.id, task) == task, task.id
    assert sum(len(form.tasks) for form in FORMS.values()) > len(tasks), "none is shared"


@pytest.mark.parametrize("kind", ["Indicator", "Activity"])
def test_one_id_means_one_thing_whatever_the_source(kind: str) -> None:
    """What the founding text says of one form may be only recalled of another."""
    meanings: dict[str, tuple[Text, Text, Any]] = {}
    for path, value in everything(WITH_LOCAL):
        if type(value).__name__ == kind:
            other = getattr(value, "wanted", None) or value.settings
            meaning = (value.title, value.purpose, other)
            assert meanings.setdefault(value.id, meaning) == meaning, path


def test_role_models_and_categories_of_one_id_bear_one_name() -> None:
    """In the forms with pupils; a passive student is not called a passive pupil."""
    names: dict[tuple[str, Position, str], str] = {}
    for form in FORMS.values():
        for value in (*form.role_models, *form.categories):
            key = (type(value).__name__, form.mentee_position, value.id)
            assert names.setdefault(key, value.title["ru"]) == value.title["ru"], key


def test_activities_belong_to_settings_that_the_model_has() -> None:
    settings = {setting.id for setting in TARGET_MODEL.settings}
    for form in FORMS.values():
        assert form.activities
        for activity in form.activities:
            assert activity.settings
            assert activity.settings <= settings


def test_rules_ask_for_qualities_that_the_model_has_and_for_all_of_them() -> None:
    asked = {name for r in WITH_LOCAL.rules() if isinstance(r, ShowsQuality) for name in r.any_of}
    assert asked == {quality.id for quality in TARGET_MODEL.qualities}


def test_what_memory_is_unsure_of_is_a_parameter_of_a_rule() -> None:
    """Such a number is never a constant: the school changes it without writing code."""
    unsure = [
        (path, value)
        for path, value in everything(WITH_LOCAL)
        if isinstance(value, (ModelValue, Rule))
        and value.source.confidence is Confidence.RECALLED_UNSURE
    ]
    assert unsure
    for path, value in unsure:
        assert isinstance(value, Rule), path
        numbers = {n: v for n, v in value.parameters.items() if isinstance(v, int)}
        assert numbers, path
        for name, number in numbers.items():
            changed = WITH_LOCAL.with_parameters(value.id, **{name: number + 1})
            found = [r for r in changed.rules() if r.id == value.id]
            assert all(rule.parameters[name] == number + 1 for rule in found), path


def test_what_is_recalled_of_a_form_is_not_passed_off_as_the_founding_text() -> None:
    """The founding text describes pupil–pupil; of the other forms it says the names."""
    for form in TARGET_MODEL.forms[1:]:
        for path, value in walk(form, form.id):
            if isinstance(value, Source):
                assert value.confidence is not Confidence.FOUNDING_TEXT, path


# Rules, in their order and on people.


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
    category = min(model.categories) if model.categories else None
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
            "achiever-underachiever",
            {"mentee": {"marks": {"physics": 5}}},
            {"strong-where-weak"},
        ),
        (
            "pupil-pupil",
            "leader-passive",
            {"mentor": {"qualities": set()}},
            {"mentor-shows-leadership", "leader-passive-leadership"},
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
            "leader-troubled",
            {"mentor": {"qualities": {"innovator"}}},
            {"leader-of-teachers"},
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


def test_an_achieving_student_helps_with_a_subject_that_is_asked_for() -> None:
    rule = OffersNeededSubject()
    pupil, student = Mentee(Pupil("b"), subjects={"physics"}), Student("a")
    assert judge(rule, Mentor(student, subjects={"physics", "art"}), pupil).holds
    assert not judge(rule, Mentor(student, subjects={"art"}), pupil).holds
    two = OffersNeededSubject(at_least=2)
    assert not judge(two, Mentor(student, subjects={"physics", "art"}), pupil).holds


def test_leader_passive_needs_leadership_even_where_the_form_does_not() -> None:
    """S11 names a leader; a school may take the form's rule (S6) out."""
    without = TARGET_MODEL.without_rule("mentor-shows-leadership")
    form = without.form("pupil-pupil")
    mentor, mentee = a_pair(form, form.role_model("leader-passive"))
    plain = attrs.evolve(mentor, person=attrs.evolve(mentor.person, qualities=set()))
    refused = {
        model.id: {
            rule.id
            for rule in without.requirements_of(form, model)
            if not judge(rule, plain, mentee).holds
        }
        for model in form.role_models
    }
    assert refused["leader-passive"] == {"leader-passive-leadership"}
    assert refused["peer-peer"] == set()


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


# The official reading, and local changes.


def test_unbound_lifts_every_binding_and_leaves_the_original_as_it_was() -> None:
    before = everything(TARGET_MODEL)
    free = TARGET_MODEL.unbound()
    for form in free.forms:
        for model in form.role_models:
            assert not model.categories
            assert model.binding_source is None
            ids = {rule.id for rule in free.requirements_of(form, model)}
            assert "category-served" not in ids
    assert everything(TARGET_MODEL) == before
    assert TARGET_MODEL.form("pupil-pupil").role_model("peer-peer").categories == {"active"}


def test_unbound_changes_nothing_but_the_bindings() -> None:
    free = TARGET_MODEL.unbound()
    assert list(free.rules()) == list(TARGET_MODEL.rules())
    assert [f.tasks for f in free.forms] == [f.tasks for f in TARGET_MODEL.forms]


def test_a_local_form_is_registered_and_is_not_official() -> None:
    """S15 as the worked example."""
    ours = TARGET_MODEL.with_form(TEACHER_PUPIL)
    assert ours.form("teacher-pupil") is TEACHER_PUPIL
    assert not TEACHER_PUPIL.official
    assert TEACHER_PUPIL.source.confidence is Confidence.INFERRED
    assert TEACHER_PUPIL.source.statements == ("S15",)
    assert [f.id for f in ours.forms if f.official] == [f.id for f in TARGET_MODEL.forms]
    assert len(TARGET_MODEL.forms) == 5


def test_a_local_form_may_not_claim_to_be_official() -> None:
    with pytest.raises(ValueError, match="official"):
        TARGET_MODEL.with_form(attrs.evolve(TEACHER_PUPIL, official=True))


def test_a_form_is_registered_once() -> None:
    with pytest.raises(ValueError, match="teacher-pupil"):
        WITH_LOCAL.with_form(TEACHER_PUPIL)


@attrs.frozen(kw_only=True)
class BothOnline(Requirement):
    """A rule of a school's own."""

    id: str = "both-online"
    sentence: Text = attrs.field(default=Text(en="Both are online.", ru="Оба онлайн."))

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Return whether both meet online."""
        return mentor.person.online & mentee.person.online


@pytest.mark.parametrize(
    ("form", "model"),
    [(None, None), ("pupil-pupil", None), ("pupil-pupil", "peer-peer")],
)
def test_with_rule_adds_the_rule_exactly_where_it_is_told(
    form: str | None, model: str | None
) -> None:
    changed = TARGET_MODEL.with_rule(BothOnline(), form=form, role_model=model)
    for each in changed.forms:
        for one in each.role_models:
            there = "both-online" in {r.id for r in changed.requirements_of(each, one)}
            assert there == (form in (None, each.id) and model in (None, one.id))
    assert "both-online" not in {rule.id for rule in TARGET_MODEL.rules()}


def test_with_rule_takes_a_preference_as_well() -> None:
    changed = TARGET_MODEL.with_rule(SamePlace(id="near", weight=3), form="student-pupil")
    form = changed.form("student-pupil")
    assert "near" in {p.id for p in changed.preferences_of(form, form.role_models[0])}


def test_with_rule_refuses_a_second_rule_of_one_id() -> None:
    with pytest.raises(RuleError, match="grade-gap"):
        TARGET_MODEL.with_rule(GradeGap(), form="pupil-pupil")


def test_without_rule_takes_the_rule_out_wherever_it_stands() -> None:
    changed = TARGET_MODEL.without_rule("mentee-guardian-agreed")
    assert "mentee-guardian-agreed" not in {rule.id for rule in changed.rules()}
    kept = [r.id for r in TARGET_MODEL.rules() if r.id != "mentee-guardian-agreed"]
    assert [r.id for r in changed.rules()] == kept


def test_with_parameters_changes_the_rule_wherever_it_stands() -> None:
    changed = TARGET_MODEL.with_parameters("mentor-experience-from", years=3)
    years = [r.parameters["years"] for r in changed.rules() if r.id == "mentor-experience-from"]
    assert years == [3, 3]
    other = [r for r in changed.rules() if r.id != "mentor-experience-from"]
    assert other == [r for r in TARGET_MODEL.rules() if r.id != "mentor-experience-from"]


def test_with_parameters_narrows_who_counts_as_a_leader() -> None:
    changed = TARGET_MODEL.with_parameters(
        "leader-passive-leadership", any_of=frozenset({"class-leader"})
    )
    rule = changed.form("pupil-pupil").role_model("leader-passive").requirements[0]
    assert rule.parameters["any_of"] == {"class-leader"}


@pytest.mark.parametrize(
    ("change", "nearest"),
    [
        (lambda m: m.with_rule(BothOnline(), form="pupil-pupi"), "pupil-pupil"),
        (
            lambda m: m.with_rule(BothOnline(), form="pupil-pupil", role_model="peer-per"),
            "peer-peer",
        ),
        (lambda m: m.without_rule("grade-gp"), "grade-gap"),
        (lambda m: m.with_parameters("grade-gp", at_least=2), "grade-gap"),
        (lambda m: m.with_parameters("grade-gap", at_lest=2), "at_least"),
        (lambda m: m.form("teacher-techer"), "teacher-teacher"),
        (lambda m: m.form("pupil-pupil").role_model("leader-pasive"), "leader-passive"),
        (lambda m: m.form("pupil-pupil").category("pasive"), "passive"),
    ],
)
def test_a_typo_is_an_error_that_names_the_nearest(change: Any, nearest: str) -> None:
    with pytest.raises(UnknownNameError, match="Maybe") as error:
        change(TARGET_MODEL)
    assert error.value.nearest == nearest


# Looking up.


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


# The page about sources.


def rows(heading: str) -> dict[str, str]:
    """Rows of the table under a heading of the page, by their first cell."""
    section = SOURCES_PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    cells = [line.strip("| ").split(" | ", maxsplit=1) for line in lines]
    return {cell[0].strip("`"): cell[1] for cell in cells[1:]}


def test_the_page_lists_the_pages_that_the_code_cites_and_no_others() -> None:
    cited = {number for number in citing(WITH_LOCAL) if number.startswith("U")}
    listed = rows("Public pages")
    assert set(listed) == cited
    assert all("http" in rest for rest in listed.values())


def test_the_page_names_for_each_statement_every_value_that_cites_it() -> None:
    """The table is checked against the code, so it cannot fall behind."""
    table = rows("The founding text, statement by statement")
    cited = citing(TARGET_MODEL)
    assert list(table) == list(FOUNDING_STATEMENTS)
    for statement, row in table.items():
        assert set(re.findall(r"`([a-z0-9-]+)`", row)) == cited[statement], statement


def test_the_page_explains_every_grade() -> None:
    assert set(rows("Six grades")) == {confidence.value for confidence in Confidence}
