"""What would help: every single change after which the demands of a conflict can be met, tried out."""

from collections.abc import Callable, Sequence
from typing import Final

from nastavnik.programme.round.demands import (
    Ban,
    BrokenRules,
    Demand,
    Lock,
    Minimum,
    Places,
    Repair,
)

__all__ = ["repairs_of"]

_KINDS: Final = ("override", "add-places", "lower-minimum", "lift-ban", "drop-lock")
"""The mildest first: ours. A rule set aside for a pair somebody chose, then numbers, then pairs."""

_OVERRIDE, _ADD, _LOWER, _LIFT, _DROP = _KINDS


def repairs_of(
    demands: Sequence[Demand], satisfiable: Callable[[Sequence[Demand]], bool]
) -> tuple[Repair, ...]:
    """Return the changes, each of which is enough: by kind, then the smallest, then by ids.

    Args:
        demands: those of a conflict.
        satisfiable: whether demands can be met.

    >>> from nastavnik.matching.demands.doctor.filling import Reach, Trial
    >>> reach = Reach(lambda mentors: {m: frozenset({"p1", "p2", "p3"}) for m in mentors}, {})
    >>> demands = [Minimum("m1", 3), Places("m1", 2)]
    >>> found = repairs_of(demands, Trial(reach).is_satisfiable)
    >>> print(*(repair.text("en") for repair in found), sep="; ")
    raise the places of mentor m1 to 3; lower the minimum of mentor m1 to 2
    """
    found = []
    for at in range(len(demands)):
        repair = _repair(demands, at, satisfiable)
        if repair is not None:
            found.append(repair)
    return tuple(repair for _, repair in sorted(found, key=_mildness))


def _mildness(found: tuple[int, Repair]) -> tuple[int, int, str, str]:
    change, repair = found
    return _KINDS.index(repair.kind), change, repair.mentor, repair.mentee or ""


def _repair(
    demands: Sequence[Demand], at: int, satisfiable: Callable[[Sequence[Demand]], bool]
) -> tuple[int, Repair] | None:
    """Return the least change of one demand that is enough, after its size; None where none is."""
    demand = demands[at]
    others = [*demands[:at], *demands[at + 1 :]]
    mentor = demand.mentor
    match demand:
        case Minimum(_, least):
            by = _least(least, lambda n: satisfiable([*others, Minimum(mentor, least - n)]))
            return None if by is None else (by, Repair(kind=_LOWER, mentor=mentor, to=least - by))
        case Places(_, most):
            enough = sum(_asked_of(mentor, other) for other in others) - most
            by = _least(enough, lambda n: satisfiable([*others, Places(mentor, most + n)]))
            return None if by is None else (by, Repair(kind=_ADD, mentor=mentor, to=most + by))
    if not satisfiable(others):
        return None
    mentee = demand.mentee
    if isinstance(demand, BrokenRules):
        rules = demand.rules
        if demand.binding:
            return None
        return len(rules), Repair(kind=_OVERRIDE, mentor=mentor, mentee=mentee, rules=rules)
    kind = _LIFT if isinstance(demand, Ban) else _DROP
    return 1, Repair(kind=kind, mentor=mentor, mentee=mentee)


def _asked_of(mentor: str, demand: Demand) -> int:
    """Return how many places of a mentor a demand could ask for."""
    if demand.mentor != mentor:
        return 0
    return demand.at_least if isinstance(demand, Minimum) else int(isinstance(demand, Lock))


def _least(most: int, works: Callable[[int], bool]) -> int | None:
    """Return the least change from 1 to ``most`` that works, as every larger one does then."""
    if most < 1 or not works(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle, high)
    return high
