"""Everything that can be said of a plan: the evidence for all pairs and mentors, and all advice."""

from collections.abc import Iterator

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
