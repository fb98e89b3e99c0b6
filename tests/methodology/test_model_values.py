"""Every value of the model: in both languages, under an id that means one thing, with what it rests on."""

import re
from typing import Any

import pytest

from helpers.languages import CYRILLIC
from helpers.whole_model import FORMS, WITH_LOCAL, everything, walk
from nastavnik.basics.sources import Confidence, Source
from nastavnik.basics.texts import LANGUAGES, Language, Text
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.values import ModelValue
from nastavnik.people import (
    Position,
)
from nastavnik.rules.base import Preference, Rule
from nastavnik.rules.catalogue import ShownQualities
from nastavnik.rules.catalogue.eligibility import ShowsQuality

QUOTED = re.compile(r"«[^»]*»")


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
    asked = {
        name
        for r in WITH_LOCAL.rules()
        if isinstance(r, (ShowsQuality, ShownQualities))
        for name in r.any_of
    }
    assert asked == {quality.id for quality in TARGET_MODEL.qualities}


def test_a_number_of_ours_makes_a_rule_inferred() -> None:
    """Whoever gives a rule of the model another grade says so here, and where its number was read."""
    numbered = {
        rule.id: rule.source.confidence
        for rule in (*TARGET_MODEL.rules(), *TARGET_MODEL.every_requirement())
        if any(type(value) is int for value in rule.parameters.values())
    }
    ours = {Confidence.INFERRED, Confidence.RECALLED_UNSURE}
    assert {rule for rule, grade in numbered.items() if grade not in ours} == {
        "grade-gap",  # S6: higher at all
        "mentee-old-enough",  # U17: from 10 years
        "mentee-experience-up-to",  # N1: 0 to 3 years
    }
    preferences = [rule for rule in TARGET_MODEL.rules() if isinstance(rule, Preference)]
    assert {rule.source.confidence for rule in preferences} == {Confidence.INFERRED}


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_preferences_of_a_way_say_the_same(language: Language) -> None:
    """A sheet that lists the points of a pair names each reason once."""
    for form, role_model in WITH_LOCAL.ways:
        said = [rule.giving[language] for rule in WITH_LOCAL.preferences_of(form, role_model)]
        assert len(said) == len(set(said)), (role_model.id, said)
