"""One person taken out of a plan, as when a family withdraws its consent; everybody else keeps their pair."""

from collections.abc import Iterator

from attrs import evolve, frozen

from nastavnik.basics.errors import UnknownNameError
from nastavnik.matching.answers.what_if import changed_cohort, compared
from nastavnik.matching.match import rematched
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence import PlanDiff
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Lock

__all__ = ["Removal", "without"]


@frozen(kw_only=True, repr=False)
class Removal:
    """A round and its plan without somebody.

    Args:
        cohort: everybody else, with nobody named who has gone.
        plan: the best plan of them in which every other pair stays.
        diff: who gains or loses a mentor by it; nobody moves.
    """

    cohort: Cohort
    plan: MatchingPlan
    diff: PlanDiff


def without(
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    gone: str,
    *,
    reason: str,
    by: str,
) -> Removal:
    """Return a plan that knows nothing of a person.

    The place of a mentee goes to whoever of those left out can take it; the mentees of a mentor get free places where
    there are any. All other pairs stay: those that a better plan would part are locked. A mentor who had to have more
    mentees than are left need no longer have them.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        gone: id of the person, who goes in both roles.
        reason: what the locks say of themselves, where any are needed.
        by: who asks for them.

    Raises:
        UnknownNameError: when nobody of the round has the id.

    >>> from nastavnik import TARGET_MODEL, match
    >>> from nastavnik.programme.round.town import invented_town
    >>> town = invented_town()
    >>> plan = match(town)
    >>> pair = plan.pairs[0]
    >>> left = without(plan, town, TARGET_MODEL, pair.mentee, reason="as before", by="coordinator")
    >>> {(one.mentor, one.mentee) for one in plan.pairs} - {(one.mentor, one.mentee) for one in left.plan.pairs} == {
    ...     (pair.mentor, pair.mentee)}
    True
    """
    known = {*cohort.mentee_facts.ids, *cohort.mentor_facts.ids}
    if gone not in known:
        raise UnknownNameError("person", gone, known)
    people = _asking_less(plan, changed_cohort(cohort, add=(), remove=[gone], places={}), gone)
    locks = [lock for lock in plan.locks if gone not in {lock.mentor, lock.mentee}]
    bans = [ban for ban in plan.bans if gone not in {ban.mentor, ban.mentee}]
    while True:
        made = rematched(people, methodology, locks=locks, bans=bans, seed=plan.seed, on=plan.on)
        parted = list(_parted(plan, made, gone))
        if not parted:
            return Removal(cohort=people, plan=made, diff=compared(plan, cohort, made, people))
        locks += [Lock(mentor, mentee, reason=reason, by=by) for mentor, mentee in parted]


def _asking_less(plan: MatchingPlan, people: Cohort, gone: str) -> Cohort:
    """Return the people with minimums that the pairs which stay can meet."""
    left = dict.fromkeys((mentor.id for mentor in people.mentors), 0)
    for pair in plan.pairs:
        if gone not in {pair.mentor, pair.mentee}:
            left[pair.mentor] += 1
    if all(mentor.minimum <= left[mentor.id] for mentor in people.mentors):
        return people
    return Cohort(
        mentees=people.mentees,
        mentors=[
            evolve(mentor, minimum=min(mentor.minimum, left[mentor.id]))
            for mentor in people.mentors
        ],
    )


def _parted(plan: MatchingPlan, made: MatchingPlan, gone: str) -> Iterator[tuple[str, str]]:
    """Yield every pair without the one who goes that the other plan does not have."""
    there = {(pair.mentor, pair.mentee) for pair in made.pairs}
    for pair in plan.pairs:
        if gone not in {pair.mentor, pair.mentee} and (pair.mentor, pair.mentee) not in there:
            yield pair.mentor, pair.mentee
