"""Everything that can be said of a plan: the evidence for all pairs and mentors, and all advice; and what is true."""

from collections.abc import Iterator
from typing import Any

from nastavnik import Cohort, MatchingPlan
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    FreePlaces,
    Impossible,
    Inadmissible,
    LockedElsewhere,
)
from nastavnik.programme.evidence.reasons import Reason

EVERYTHING = 10**6
"""More than there is of anything that is asked for by number."""

Said = Chosen | Inadmissible | Displaced | LockedElsewhere | Impossible | FreePlaces | Advice


def everything_said(plan: MatchingPlan, cohort: Cohort, *, advice: bool = False) -> Iterator[Said]:
    """Yield the evidence for all pairs and mentors, and all advice if wanted, which takes longest."""
    for mentee in cohort.mentees:
        for one in cohort.mentors:
            evidence = plan.explain(mentee.id, one.id)
            assert not isinstance(evidence, Reason)
            yield evidence
    for one in cohort.mentors:
        yield plan.explain_mentor(one.id)
    if advice:
        yield from plan.advice(most=EVERYTHING)


def is_true(plan: MatchingPlan, said: Any) -> bool:
    """Return whether a changed record happens to be true of what it now speaks of, chains of equal worth included."""
    if isinstance(said, FreePlaces):
        return said == plan.explain_mentor(said.mentor)
    if isinstance(said, Advice):
        told = plan.advice(most=EVERYTHING)
        same = [one for one in told if {*said.mentors} <= {*one.mentors}]
        facts = ("rule", "parameter", "before", "after", "gains", "points")
        return any(all(getattr(one, f) == getattr(said, f) for f in facts) for one in same)
    evidence = plan.explain(said.mentee, said.mentor)
    match said, evidence:
        case LockedElsewhere(), _:
            locked = {(lock.mentee, lock.mentor) for lock in plan.locks}
            true = (said.mentee, said.mentor) in locked
        case Displaced(), Displaced():
            true = said.losses == evidence.losses
        case Inadmissible(), Inadmissible():  # another role model that is as near
            true = len(said.failed) == len(evidence.failed)
        case Impossible(), _:  # the old contradiction is one of the new round as well
            true = not isinstance(evidence, (Chosen, Displaced))
        case _:
            true = said == evidence
    return bool(true)
