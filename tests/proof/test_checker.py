"""The short checker accepts everything true that is said of a plan, and refuses whatever is changed in it."""

import random
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.rounds import Case, mentor, planned
from helpers.sayings import EVERYTHING, everything_said
from helpers.sizes import rounds
from nastavnik import (
    CertificateError,
    Cohort,
    match,
)
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor, Reason
from nastavnik.programme.round import invented_town
from nastavnik.proof.checker import Checker
from nastavnik.testing.strategies import cohorts


@pytest.mark.parametrize("chunk", range(rounds(1, 6)))
def test_what_is_said_is_accepted(chunk: int) -> None:
    """Plans, all pairs, mentors, advice and alternatives of rounds with locks, bans, minimums and priorities."""
    kinds: Counter[str] = Counter()
    for seed, case, plan in planned(range(chunk * 40, chunk * 40 + 40)):
        checker = Checker(plan, case.cohort)
        kinds.update(type(left.reason).__name__ for left in plan.unmatched)
        for said in everything_said(plan, case.cohort, advice=seed % 5 == 0):
            checker.check(said)
            kinds[type(said).__name__] += 1
        alternatives = plan.alternatives(within=EVERYTHING)
        checker.check_alternatives(alternatives)
        kinds["Alternative"] += len(alternatives)
    assert set(kinds) >= {
        "Alternative",
        "Chosen",
        "CrowdedOut",
        "Displaced",
        "FreePlaces",
        "Inadmissible",
        "LockedElsewhere",
        "NoAdmissibleMentor",
    }


@given(
    cohort=cohorts(willing=True, priorities=True) | cohorts(priorities=True), seed=st.integers(0, 3)
)
def test_rounds_of_all_forms_are_accepted(cohort: Cohort, seed: int) -> None:
    """People of every position, some of them in both roles, with unknown facts, choices and refusals."""
    plan = match(cohort, seed=seed)
    checker = Checker(plan, cohort)
    for said in everything_said(plan, cohort):
        checker.check(said)
    checker.check_alternatives(plan.alternatives(within=EVERYTHING))


def test_the_town_is_accepted() -> None:
    """A round of a school's size: each mentee with three mentors, all mentors, some advice and alternatives."""
    cohort = invented_town()
    plan = match(cohort)
    checker = Checker(plan, cohort)
    rng = random.Random(1)
    for mentee in cohort.mentees:
        for one in rng.sample(cohort.mentors, 3):
            evidence = plan.explain(mentee.id, one.id)
            assert not isinstance(evidence, Reason)
            checker.check(evidence)
    for one in cohort.mentors:
        checker.check(plan.explain_mentor(one.id))
    for advice in plan.advice(most=3):
        checker.check(advice)
    checker.check_alternatives(plan.alternatives(within=500, differing=5))


def test_advice_about_somebody_to_be_found() -> None:
    """Newcomers like a profile, as many as help."""
    rng = random.Random(5)
    helped = 0
    for _, case, plan in planned(range(0, 40, 4)):
        checker = Checker(plan, case.cohort)
        profile = mentor("new", rng, 1, 0)
        for one in plan.advice(most=EVERYTHING, profiles=[profile]):
            checker.check(one)
            if one.profile is not None:
                helped += 1
                with pytest.raises(CertificateError):
                    checker.check(attrs.evolve(one, points=one.points + 1))
    assert helped > 2


def test_what_cannot_be_checked_by_itself() -> None:
    """A reason needs its mentee."""
    case = Case.drawn(1)
    plan = match(Cohort(mentees=case.cohort.mentees, mentors=()))
    checker = Checker(plan, Cohort(mentees=case.cohort.mentees, mentors=()))
    reason = plan.unmatched[0].reason
    assert isinstance(reason, NoAdmissibleMentor)
    with pytest.raises(TypeError, match="NoAdmissibleMentor"):
        checker.check(reason)  # type: ignore[arg-type]
