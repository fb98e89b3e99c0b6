"""Checks a finished plan against people and rules, without the solver that made it.

Rules are run again, every pair is looked at, and the prices in the plan prove that no other plan
matches more mentees or gains more points. Whoever doubts a plan needs to trust this module,
``assignment.proof``, the rules, and what is done with the code that made the plan: the tables of
pairs and classes (``matching.candidates``), locked pairs, the dealing of lots, and the counting of obstacles.
"""

from collections import Counter
from collections.abc import Iterable

from nastavnik.basics.errors import CertificateError, InvalidInputError
from nastavnik.matching.demands.settlement import settled
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demand_changes import demand_changes
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError
from nastavnik.proof.certificate.optimum import check_best
from nastavnik.proof.certificate.pairs import check_locks, check_pairs
from nastavnik.proof.certificate.reasons import check_reasons
from nastavnik.proof.origin import check_origin

__all__ = ["verify"]


def verify(
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology = TARGET_MODEL,
    *,
    demands: Iterable[Lock | Ban] | None = None,
) -> None:
    """Return normally when the plan is admissible and best and its reasons are true.

    Rules of the library are run on all pairs at once, and on the two people of a sample; of a rule of one's own the
    people themselves are asked, those of pairs that are alike in all that it looks at once.

    Args:
        plan: the plan, from ``match`` or read from a file.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        demands: the locks and bans that were asked for. Without them those in the plan are believed: that they are
            kept is checked, and not who asked for them and why, nor that none was left out.

    Raises:
        CertificateError: naming the first thing that is wrong.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> verify(match(cohort), cohort)
    """
    check_origin(plan, cohort, methodology)
    if demands is not None:
        _check_demands(plan, demands)
    _check_everyone_once(plan, cohort)
    try:
        settlement = settled(cohort, methodology, plan.locks, plan.bans)
        found = settlement.candidates()
    except (InvalidInputError, NoPlanError) as error:
        raise CertificateError(f"the plan's locks and bans cannot be met: {error}") from None
    _check_loads(plan, cohort)
    check_locks(plan, settlement)
    check_pairs(plan, cohort, methodology, found)
    check_best(plan, found)
    check_reasons(plan, found)


def _check_demands(plan: MatchingPlan, demands: Iterable[Lock | Ban]) -> None:
    """Check that the locks and bans of the plan are those that were asked for, word by word."""
    if found := demand_changes([*plan.locks, *plan.bans], demands):
        raise CertificateError(
            "the plan's locks and bans are others than those asked for: "
            + "; ".join(one.text("en") for one in found)
        )


def _check_loads(plan: MatchingPlan, cohort: Cohort) -> None:
    """Check mentor by mentor that places and minimums are kept."""
    loads = Counter(pair.mentor for pair in plan.pairs)
    facts = cohort.mentor_facts
    minimum = facts.field(("minimum",))
    least = [minimum.values[code] for code in minimum.codes.tolist()]
    for name, low in zip(facts.ids, least, strict=True):
        if not low <= loads[name] <= plan.places[name]:
            raise CertificateError(
                f"mentor {name!r} has {loads[name]} mentees, and must have from {low} to {plan.places[name]}"
            )


def _check_everyone_once(plan: MatchingPlan, cohort: Cohort) -> None:
    times = Counter(pair.mentee for pair in plan.pairs)
    times.update(unmatched.mentee for unmatched in plan.unmatched)
    for name in cohort.mentee_facts.ids:
        if times[name] != 1:
            raise CertificateError(f"mentee {name!r} stands in the plan {times[name]} times")
    for name in times.keys() - set(cohort.mentee_facts.ids):
        raise CertificateError(f"mentee {name!r} is not of this cohort")
    if plan.total != sum(pair.score for pair in plan.pairs):
        raise CertificateError(f"the total {plan.total} is not the sum of the pairs' scores")
