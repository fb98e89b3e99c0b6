"""What does not change is found out once, and what is remembered is what would be found anew."""

import gc
import random
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from helpers.own_rules import Asked
from helpers.rounds import mentee, mentor, small
from helpers.sizes import examples
from nastavnik import TARGET_MODEL, Cohort, match
from nastavnik.basics.errors import RuleError
from nastavnik.basics.remembered import Remembered
from nastavnik.methodology.model import Methodology
from nastavnik.programme.round import digests
from nastavnik.programme.round.digests import digest_of_methodology
from nastavnik.rules import evaluation
from nastavnik.rules import reads as reads_module
from nastavnik.rules.catalogue import CommonSlots, GradeGap
from nastavnik.rules.evaluation import Table
from nastavnik.testing.strategies import cohorts

RULES: list[Any] = list(
    dict.fromkeys(
        rule
        for way in TARGET_MODEL.ways
        for rule in (*TARGET_MODEL.requirements_of(*way), *TARGET_MODEL.preferences_of(*way))
    )
)


def reads(cohort: Cohort) -> list[Any]:
    """Return what all rules read of these people."""
    table = Table.of(cohort.mentee_facts, cohort.mentor_facts)
    return [table.reads(rule) for rule in RULES]


@settings(max_examples=examples(60))
@given(cohorts(min_mentees=1, min_mentors=1) | cohorts(known=True) | cohorts(willing=True))
def test_what_is_remembered_is_what_would_be_found_anew(cohort: Cohort) -> None:
    """Whatever rounds came before, of whatever people."""
    remembered = reads(cohort)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evaluation, "LOOKED", Remembered(lambda _: []))
        assert reads(cohort) == remembered


def test_no_rule_is_run_again_to_see_what_it_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a second round of the same kinds of facts; only those that look at people by name are."""
    cohort, _ = small()
    first = reads(cohort)
    again: list[str] = []
    find = Table._found

    def counted(table: Table, rule: Any) -> Any:
        again.append(rule.id)
        return find(table, rule)

    monkeypatch.setattr(Table, "_found", counted)
    assert reads(Cohort(mentees=cohort.mentees, mentors=cohort.mentors)) == first
    assert {*again} == {"not-oneself", "not-refused", "not-banned", "mutual-choice"}


def is_number(fact: object) -> bool:
    """Return whether a fact is a number, as a column of numbers is not."""
    return isinstance(fact, int)


def test_a_rule_of_one_s_own_is_held_against_pairs_in_every_round() -> None:
    """What it says may agree by chance in one round, and be seen to be wrong in the next."""
    rng = random.Random(1)
    few, more = mentor("m0", rng, 1, 0), mentor("m1", rng, 2, 0)
    rule = Asked(ask=lambda mentor, _: (mentor.capacity < 2) | is_number(mentor.capacity))
    wanting = mentee("p0", rng)
    assert Table([wanting], [few]).holds(rule).all()
    with pytest.raises(RuleError, match="among all"):
        Table([wanting], [few, more]).holds(rule)


def asked(methodology: Methodology) -> list[Any]:
    """Return every requirement of every role model."""
    return list(methodology.every_requirement())


def test_a_changed_methodology_has_nothing_of_the_one_before() -> None:
    """Neither its rules nor its digest, however often the first was asked."""
    before = digest_of_methodology(TARGET_MODEL)
    assert match(small()[0]).methodology_digest == before
    stricter = TARGET_MODEL.with_parameters("grade-gap", at_least=2)
    without = TARGET_MODEL.without_rule("common-slots")
    for changed in (stricter, without, TARGET_MODEL.read_as("unbound")):
        assert digest_of_methodology(changed) != before
    assert {one.at_least for one in asked(stricter) if isinstance(one, GradeGap)} == {2}
    assert {one.at_least for one in asked(TARGET_MODEL) if isinstance(one, GradeGap)} == {1}
    assert not [one for one in asked(without) if isinstance(one, CommonSlots)]
    assert digest_of_methodology(evolve(TARGET_MODEL)) == before


def test_rules_that_follow_from_a_role_model_are_made_once() -> None:
    """What is remembered of a rule is remembered of that rule, and not of one like it."""
    for way in TARGET_MODEL.ways:
        once, again = (TARGET_MODEL.preferences_of(*way) for _ in range(2))
        assert all(one is two for one, two in zip(once, again, strict=True))


def test_nothing_is_kept_of_what_is_gone() -> None:
    """A platform may make a methodology for each request, for years."""
    cohort, _ = small()
    gc.collect()
    kept = len(digests._OF_METHODOLOGIES), len(reads_module.LOOKED)
    for number in range(3):
        match(cohort, TARGET_MODEL.with_parameters("grade-gap", at_least=number))
    gc.collect()
    assert (len(digests._OF_METHODOLOGIES), len(reads_module.LOOKED)) == kept


def test_several_threads_find_out_the_same() -> None:
    """Whoever comes first."""
    rules: list[Methodology] = [evolve(TARGET_MODEL) for _ in range(8)]
    cohort, plan = small()
    with ThreadPoolExecutor(4) as pool:
        plans = list(pool.map(lambda one: match(cohort, one), [*rules, *rules]))
    assert plans == [plan] * 16
