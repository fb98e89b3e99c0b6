"""Which hard demands contradict each other, and what would help.

Given are locks, bans, minimums and places, and of a locked pair the rules that it breaks. A *plan* gives
every mentee one mentor or none. A pair may be formed when the rules admit it or a lock names it. A plan

- meets a ``Lock`` when it forms the pair, a ``Ban`` or ``BrokenRules`` when it does not;
- meets ``Minimum(m, k)`` when k mentees or more are with m, ``Places(m, k)`` when k or fewer are.

So what fewer demands ask for, every plan that meets more of them meets as well: a set of demands that no
plan meets can be thinned out until each demand left is needed. Which pairs may be formed does not hang on
the demands asked about; a mentee whom a lock brings to a mentor in spite of a rule may go there without
being made to.

Pair against pair is looked up: a lock and the rules, two locks of one mentee, a lock and a ban. The rules
come first: they are asked of a pair for its lock's sake, and are to leave together with it. Locks are
counted against places. Minimums are filled like places of their own, and where one stays open, those who
contend with it are met on the way from it (a cut); they, and the bans and locks that keep mentees from
them, are what is thinned out. No solver takes part, and everything is gone through in the order of ids.
"""

from collections.abc import Sequence

from nastavnik.matching.demands.doctor.filling import Asked, Filling, Reach, Trial
from nastavnik.matching.demands.doctor.instance import Instance
from nastavnik.matching.demands.doctor.minimal import thinned
from nastavnik.matching.demands.doctor.repairs import repairs_of
from nastavnik.matching.demands.doctor.standing import Standing
from nastavnik.programme.round.demands import Conflict, Demand

__all__ = ["Instance", "conflicts_of"]


def conflicts_of(instance: Instance) -> tuple[Conflict, ...]:
    """Return the contradictions among the demands; none exactly when some plan meets them all.

    No two conflicts share a demand, and the demands that are in none can all be met together. Each
    conflict is minimal in itself and each of its repairs is enough for it; having made one repair of
    each, one asks again, for a demand may be contradicted more than once.

    Args:
        instance: the demands, and whom the rules admit.

    Returns:
        The conflicts: locks against rules, locks of one mentee, locks against bans, against places,
        minimums against places, minimums that cannot be filled; within each by ids. The order of locks,
        bans and mappings does not matter.

    Raises:
        KeyError: ``instance.fillers`` left out a mentor it was asked for.

    >>> from nastavnik.programme.round.demands import Ban, NoPlanError
    >>> instance = Instance(
    ...     locks=(),
    ...     bans=(Ban("m1", "p2"),),
    ...     minimums={"m1": 2},
    ...     capacities={"m1": 3},
    ...     broken=lambda lock: (),
    ...     fillers=lambda mentors: {mentor: frozenset({"p1", "p2"}) for mentor in mentors},
    ... )
    >>> print(NoPlanError(conflicts_of(instance)))
    All demands cannot be met together, so there is no plan. Contradictions: 1
      These contradict each other; it is enough to change any one of them:
        mentor m1 must have 2 mentees or more
        mentor m1 and mentee p2 are banned as a pair
        Mentees who suit any of these mentors: 1
      Any one of these helps:
        lower the minimum of mentor m1 to 1
        lift the ban on mentor m1 and mentee p2
    """
    standing = Standing.of(instance)
    reach = Reach(instance.fillers, standing.locked_by_mentor())
    conflicts = []
    for look in (
        Standing.locked_against_rules,
        Standing.locked_twice,
        Standing.locked_and_banned,
        Standing.locked_beyond_places,
        Standing.minimums_above_places,
    ):
        for suspects in look(standing):
            conflicts.append(_conflict(suspects, reach))
            standing.drop(conflicts[-1].demands)
    roomy = standing.roomy(reach)
    for suspects in standing.minimums_beyond_reach(reach, leaving=roomy):
        conflicts.append(_conflict(suspects, reach))
        standing.drop(conflicts[-1].demands)
    filling = Filling(Asked.of(standing.demands(leaving=roomy)), reach)
    while contending := filling.contending():
        conflicts.append(_conflict(standing.around(contending, reach), reach))
        standing.drop(conflicts[-1].demands)
        asked = Asked.of(standing.demands(leaving=roomy))
        filling = Filling(asked, reach, start=filling.held)
    return tuple(conflicts)


def _conflict(suspects: Sequence[Demand], reach: Reach) -> Conflict:
    """Return what of the suspects is needed for the contradiction, with what helps."""
    trial = Trial(reach)
    demands = thinned(suspects, trial.is_satisfiable)
    asked = Asked.of(demands)
    reachable = {mentee for mentor in asked.minimums for mentee in asked.open_to(mentor, reach)}
    return Conflict(
        demands=demands,
        reachable=tuple(sorted(reachable)),
        repairs=repairs_of(demands, trial.is_satisfiable),
    )
