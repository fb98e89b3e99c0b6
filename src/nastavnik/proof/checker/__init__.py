"""Accepts or refuses a plan and whatever is said of it, without any solver: short enough to be read in one sitting.

Here all pairs stand in one table, and nothing is taken over from what made the plan but people and rules. ``verify``
proves the same of a plan of any size, and with whom of equals everybody is by lot, which is not looked at here; this
is for a school, and for doubters. ``rounds`` has the table and the argument why an assignment is best, ``prices``
holds all prices of the plan against it, ``pairs``, ``reasons``, ``changes`` and ``contradictions`` every kind of
evidence.
"""

from collections.abc import Sequence

from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    FreePlaces,
    Impossible,
    Inadmissible,
    LockedElsewhere,
)
from nastavnik.programme.evidence.reasons import CrowdedOut, Reason
from nastavnik.programme.plan import Alternative, MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.proof.checker.changes import (
    advised,
    check_advice,
    check_alternatives,
    check_displaced,
    other_values,
)
from nastavnik.proof.checker.contradictions import check_conflict
from nastavnik.proof.checker.pairs import check_chosen, check_inadmissible, check_pair
from nastavnik.proof.checker.prices import check_prices
from nastavnik.proof.checker.reasons import check_crowd, check_free_places, check_obstacles
from nastavnik.proof.checker.rounds import TableRound, refuse_unless
from nastavnik.proof.origin import check_origin

__all__ = ["Checker"]

Checkable = Chosen | Inadmissible | Displaced | LockedElsewhere | Impossible | FreePlaces | Advice


class Checker:
    """Checks a plan when it is made, then what is said of the plan.

    People, seed, locks and bans are taken as they are given. Not looked at: with whom of equals somebody is by lot and
    the prices of that goal (``verify`` deals it again), which version made the plan, what participants are told, and
    how two plans compare.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.

    Raises:
        CertificateError: when the plan is not for these people and rules, breaks a rule or a demand, is not best, gave
            a place to others than the seed does, or gives a reason that is not true.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> plan = match(cohort)
    >>> Checker(plan, cohort).check(plan.explain("b", "a"))
    """

    def __init__(
        self, plan: MatchingPlan, cohort: Cohort, methodology: Methodology = TARGET_MODEL
    ) -> None:
        check_origin(plan, cohort, methodology)
        self._plan, self._cohort, self._methodology = plan, cohort, methodology
        here = self._round = TableRound(cohort, methodology, plan.locks, plan.bans)
        stand = sorted([p.mentee for p in plan.pairs] + [left.mentee for left in plan.unmatched])
        refuse_unless(stand == sorted(here.row), "not every mentee stands in the plan once")
        for pair in plan.pairs:
            check_pair(here, pair)
        kept = {pair.mentee: pair.mentor for pair in plan.pairs if pair.mentee in here.locked}
        refuse_unless(kept == here.locked, "a lock is not kept")
        self._at = here.placed((pair.mentee, pair.mentor) for pair in plan.pairs)
        here.check_best(self._at, here.prices(plan.prices.items()))
        check_prices(here, plan, self._at)
        total = sum(pair.score for pair in plan.pairs)
        refuse_unless(total == plan.total, "the total is not the sum of the scores")
        best = here.value(self._at)[-1] + here.locked_points()
        refuse_unless(total == best, "a locked pair could be formed better")
        for left in plan.unmatched:
            self.check_reason(left.mentee, left.reason)

    def check(self, evidence: Checkable) -> None:
        """Accept evidence, or refuse it; for a reason there is ``check_reason``, for alternatives their own check.

        Raises:
            CertificateError: when it is not true, or does not prove what it says.
            TypeError: when it is of another kind.
        """
        here, plan = self._round, self._plan
        match evidence:
            case Chosen():
                check_chosen(here, plan, evidence)
            case Inadmissible():
                check_inadmissible(here, evidence)
            case Displaced():
                check_displaced(here, plan, self._at, evidence)
            case LockedElsewhere():
                locked = here.locked.get(evidence.mentee)
                refuse_unless(locked == evidence.mentor, "the mentee is not locked there")
            case Impossible():
                self._check_impossible(evidence)
            case FreePlaces():
                check_free_places(here, self._at, evidence)
            case Advice():
                cohort, methodology = advised(self._cohort, self._methodology, evidence)
                then = TableRound(cohort, methodology, plan.locks, plan.bans)
                check_advice(here, then, plan, self._at, evidence)
                for other in other_values(evidence):
                    self._check_alike(then, other)
            case _:
                raise TypeError(f"a {type(evidence).__name__} cannot be checked by itself")

    def check_reason(self, mentee: str, reason: Reason) -> None:
        """Accept why a mentee has no mentor, or refuse it.

        Raises:
            CertificateError: when it is not true.
            UnknownNameError: when there is no such mentee.
        """
        alone = self._plan.pair_of(mentee) is None
        refuse_unless(alone, f"mentee {mentee!r} has a mentor")
        if isinstance(reason, CrowdedOut):
            alike = [left.mentee for left in self._plan.unmatched if left.reason == reason]
            check_crowd(self._round, self._at, mentee, reason, [mentee, *alike])
        else:
            check_obstacles(self._round, mentee, reason)

    def check_alternatives(self, alternatives: Sequence[Alternative]) -> None:
        """Accept alternatives in the order in which they were found, or refuse the first that is wrong.

        Raises:
            CertificateError: when one is no plan of the round, or is not best of its kind.
        """
        for one in alternatives:
            for pair in one.pairs:
                check_pair(self._round, pair)
        check_alternatives(self._round, self._plan, self._at, alternatives)

    def _check_alike(self, then: TableRound, other: Advice) -> None:
        """Check that pairs are worth the same with other values of the statements."""
        cohort, methodology = advised(self._cohort, self._methodology, other)
        score = TableRound(cohort, methodology, self._plan.locks, self._plan.bans).score
        alike = bool((score == then.score).all())
        refuse_unless(alike, "the values of a statement are not alike for the rules")

    def _check_impossible(self, said: Impossible) -> None:
        """Check that the pair contradicts demands of the plan."""
        refuse_unless(bool(said.conflicts), "nothing is said to contradict the pair")
        rules = TableRound(self._cohort, self._methodology)
        locks = (*self._plan.locks, Lock(said.mentor, said.mentee))
        for conflict in said.conflicts:
            named = {ban for ban in conflict.demands if isinstance(ban, Ban)}
            refuse_unless(named <= {*self._plan.bans}, "a ban is named that the plan has not")
            check_conflict(rules, locks, conflict)
