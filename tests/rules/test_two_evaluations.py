"""Every rule of the library, found by walking the classes: one definition, two evaluations.

Design, section 4: a rule is written once; the property that its two evaluations agree is checked for
every built-in rule, and offered to users for their own.
"""

import inspect
import sys
from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.built_in import BUILT_IN
from helpers.sizes import examples
from nastavnik import TARGET_MODEL, Cohort
from nastavnik.methodology.local_forms import STUDENT_STUDENT, TEACHER_PUPIL
from nastavnik.rules import Preference, Requirement
from nastavnik.rules.catalogue import own_fields
from nastavnik.rules.evaluation import Table
from nastavnik.testing import check_rule
from nastavnik.testing.strategies import cohorts, rules_of


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from _below(below)


def _found() -> list[type[Requirement | Preference]]:
    """Find the rules of the library that are not abstract, by name."""
    found = {
        kind
        for base in (Requirement, Preference)
        for kind in _below(base)
        if kind.__module__.startswith("nastavnik.")
        and not inspect.isabstract(kind)
        and getattr(sys.modules[kind.__module__], kind.__name__) is kind
    }
    return sorted(found, key=lambda kind: kind.__name__)


FOUND = _found()


def _of_the_model() -> Iterator[Requirement | Preference]:
    methodology = TARGET_MODEL.with_form(TEACHER_PUPIL).with_form(STUDENT_STUDENT)
    for form in methodology.forms:
        for role_model in form.role_models:
            yield from methodology.requirements_of(form, role_model)
            yield from methodology.preferences_of(form, role_model)


OF_THE_MODEL = list(_of_the_model())
"""Every rule of the target model and of the worked example, those that a binding makes among them."""


def test_every_rule_is_exported_and_so_has_a_strategy() -> None:
    assert set(FOUND) == set(BUILT_IN)


def test_the_model_uses_every_class_of_rules_but_those_on_fields_of_ones_own() -> None:
    own = {getattr(own_fields, name) for name in own_fields.__all__}
    assert {type(rule) for rule in OF_THE_MODEL} == set(FOUND) - own


@settings(max_examples=examples(25))
@given(
    cohort=cohorts(min_mentees=1, max_mentees=4, min_mentors=1),
    rules=st.tuples(*map(rules_of, FOUND)),
)
def test_every_built_in_rule_says_the_same_on_columns(
    cohort: Cohort, rules: tuple[Requirement | Preference, ...]
) -> None:
    for rule in rules:
        check_rule(rule, cohort, on_columns=True)


@settings(max_examples=examples(25))
@given(cohort=cohorts(min_mentees=1, max_mentees=4, min_mentors=1, willing=True))
def test_every_rule_of_the_target_model_says_the_same_on_columns(cohort: Cohort) -> None:
    for rule in {id(rule): rule for rule in OF_THE_MODEL}.values():
        check_rule(rule, cohort, on_columns=True)


@settings(max_examples=examples(25))
@given(cohort=cohorts(min_mentees=1, min_mentors=1))
def test_a_part_of_the_table_is_the_table_of_the_part(cohort: Cohort) -> None:
    """What a rule says of a pair does not depend on who else is there, nor on what they know."""
    first = cohort.mentees[:1]
    for rule in OF_THE_MODEL:
        ask = "holds" if isinstance(rule, Requirement) else "points"
        whole = getattr(Table(cohort.mentees, cohort.mentors), ask)(rule)
        part = getattr(Table(first, cohort.mentors[-1:]), ask)(rule)
        assert part[0, 0] == whole[0, -1]


def test_a_rule_can_be_shown_and_compared() -> None:
    for rule in OF_THE_MODEL:
        assert rule == attrs.evolve(rule)
        assert hash(rule) == hash(attrs.evolve(rule))
        assert "{" not in rule.text["en"] + rule.text["ru"]
