"""What would be if: a round with some people, places, demands or rules changed, matched again and compared."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import evolve

from nastavnik.assignment import Goal
from nastavnik.basics.errors import UnknownNameError
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import Change, GoalChange, PlanDiff
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort

__all__ = ["changed_cohort", "compared"]

RoleT = TypeVar("RoleT", Mentor, Mentee)

_WISHES = ("choices", "refusals", "bans")


def changed_cohort(
    cohort: Cohort,
    *,
    add: Iterable[Mentee | Mentor],
    remove: Iterable[str],
    places: Mapping[str, int],
) -> Cohort:
    """Return a cohort with some people added or gone, or with other places.

    Who is gone is gone from the wishes of the others too.

    Args:
        cohort: the people of the round; it is not changed.
        add: mentees and mentors of ids that are not in the round.
        remove: ids; of somebody in both roles, both.
        places: capacity by id of the mentor.

    Raises:
        UnknownNameError: when somebody who is to go, or to have other places, is not in the round.
        InvalidInputError: when the changed people are no round, as with a doubled id.
        TypeError: when what is to be added is neither mentee nor mentor, or something else is of another type.
    """
    if isinstance(remove, str) or not isinstance(remove, Iterable):
        raise TypeError(f"remove is a {type(remove).__name__}; give a list of ids")
    if not isinstance(places, Mapping):
        raise TypeError(f"places is a {type(places).__name__}; give numbers by id of the mentor")
    if isinstance(add, (Mentee, Mentor)):
        raise TypeError(f"add is one {type(add).__name__}; give a list of people")
    gone, added = set(remove), list(add)
    known = {*cohort.mentee_facts.ids, *cohort.mentor_facts.ids}
    for name in sorted(gone - known):
        raise UnknownNameError("person", name, known)
    for name in sorted(places.keys() - set(cohort.mentor_facts.ids)):
        raise UnknownNameError("mentor", name, cohort.mentor_facts.ids)
    for one in added:
        if not isinstance(one, (Mentee, Mentor)):
            raise TypeError(f"add holds a {type(one).__name__}; give a Mentee or a Mentor")
    if not (gone or added or places):
        return cohort
    mentors: list[Mentor] = [*_left(cohort.mentors, gone)]
    return Cohort(
        mentees=[*_left(cohort.mentees, gone), *(one for one in added if isinstance(one, Mentee))],
        mentors=[
            *(evolve(one, capacity=places[one.id]) if one.id in places else one for one in mentors),
            *(one for one in added if isinstance(one, Mentor)),
        ],
    )


def _left(roles: Sequence[RoleT], gone: Collection[str]) -> Iterator[RoleT]:
    for role in roles:
        if role.id not in gone:
            yield _without_wishes(role, gone)


def _without_wishes(role: RoleT, gone: Collection[str]) -> RoleT:
    """Return a role that names nobody who is gone."""
    fewer: dict[str, Any] = {}
    for wish in _WISHES:
        names: frozenset[str] = getattr(role, wish, frozenset())
        if not names.isdisjoint(gone):
            fewer[wish] = names.difference(gone)
    return evolve(role, **fewer) if fewer else role


def compared(plan: MatchingPlan, cohort: Cohort, other: MatchingPlan, people: Cohort) -> PlanDiff:
    """Return how another plan differs from a plan.

    Args:
        plan: the plan.
        cohort: its people.
        other: the other.
        people: its people.
    """
    before = {pair.mentee: pair.mentor for pair in plan.pairs}
    after = {pair.mentee: pair.mentor for pair in other.pairs}
    still = {left.mentee for left in other.unmatched}
    both = sorted(before.keys() & after.keys())
    return PlanDiff(
        gains=tuple(sorted(after.keys() - before.keys())),
        loses=tuple(sorted(before.keys() & still)),
        moves=tuple(
            Change(mentee=name, before=before[name], after=after[name])
            for name in both
            if before[name] != after[name]
        ),
        left=tuple(sorted(still - before.keys() - {left.mentee for left in plan.unmatched})),
        goals=tuple(_goals((plan, cohort), (other, people))),
    )


def _goals(*plans: tuple[MatchingPlan, Cohort]) -> Iterator[GoalChange]:
    """Yield what each of two plans achieves."""
    counts = []
    for plan, cohort in plans:
        count = dict.fromkeys((mentee.priority for mentee in cohort.mentees), 0)
        for pair in plan.pairs:
            count[cohort.mentee(pair.mentee).priority] += 1
        counts.append(count)
    priorities = sorted({*counts[0], *counts[1]})
    if len(priorities) > 1:
        for priority in priorities:
            before, after = (count.get(priority, 0) for count in counts)
            yield GoalChange(goal=Goal.COVERAGE, priority=priority, before=before, after=after)
    else:
        yield GoalChange(goal=Goal.COVERAGE, before=plans[0][0].matched, after=plans[1][0].matched)
    yield GoalChange(goal=Goal.SCORE, before=plans[0][0].total, after=plans[1][0].total)
