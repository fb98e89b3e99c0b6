"""A certificate stands or falls with the demands as they are written: each once, in the order of the ids."""

from typing import Any

import pytest
from attrs import evolve

from helpers.rounds import RULES, small
from nastavnik import Ban, CertificateError, Cohort, Lock, MatchingPlan, match, verify
from nastavnik.assignment import Goal
from nastavnik.proof.certificate import optimum


@pytest.fixture(scope="module")
def demanded() -> tuple[Cohort, MatchingPlan]:
    """Return a round with two locks and two bans, and its plan."""
    cohort, _ = small()
    locks = [Lock("m0", "p0", overriding=RULES), Lock("m1", "p1", overriding=RULES)]
    plan = match(cohort, locks=locks, bans=[Ban("m0", "p2"), Ban("m1", "p3")])
    verify(plan, cohort)
    return cohort, plan


@pytest.mark.parametrize("kind", ["locks", "bans"])
@pytest.mark.parametrize("way", [slice(None, None, -1), slice(0, 1)])
def test_demands_stand_once_in_the_order_of_the_ids(
    demanded: tuple[Cohort, MatchingPlan], kind: str, way: slice
) -> None:
    """Equal rounds have equal plans, so that another order, or one twice, is refused and not put right."""
    cohort, plan = demanded
    both = getattr(plan, kind)
    assert len(both) == 2
    other = both[way] if way.step else (both[0], *both)
    changed: dict[str, Any] = {kind: other}
    with pytest.raises(CertificateError):
        verify(evolve(plan, **changed), cohort)


def test_a_goal_is_called_by_its_priority_where_it_has_one() -> None:
    """Otherwise a message would speak of the priority None."""
    assert optimum._called(Goal.SCORE, None) == Goal.SCORE.value
    assert optimum._called(Goal.COVERAGE, 3) == f"{Goal.COVERAGE.value} of priority 3"
