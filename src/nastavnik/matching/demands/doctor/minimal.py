"""Contradictory demands thinned out until each one left is needed.

What fewer demands ask for is never harder to meet. So a demand without which the others still contradict
each other can go, and one that could not go before cannot go later. Going through them from the last to
the first leaves a minimal contradiction; going through them by halves leaves the same one, and asks less
often where most can go.
"""

from collections.abc import Callable, Iterable, Sequence

from nastavnik.programme.round.demands import Ban, BrokenRules, Demand, Lock, Minimum, Places

__all__ = ["ordered", "thinned"]

_KINDS = (Minimum, Places, Lock, BrokenRules, Ban)
"""In which order demands are named: what is asked of a mentor, then what is asked of pairs."""


def ordered(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Return demands in the order in which they are named: by kind, then by ids.

    Args:
        demands: in any order.

    >>> ordered([Lock("m2", "p1"), Lock("m1", "p1"), Places("m1", 1)])
    (Places(mentor='m1', at_most=1), Lock('m1', 'p1'), Lock('m2', 'p1'))
    """
    return tuple(sorted(demands, key=_place))


def _place(demand: Demand) -> tuple[int, str, str]:
    kind = _KINDS.index(type(demand))
    if isinstance(demand, (Minimum, Places)):
        return kind, "", demand.mentor
    return kind, demand.mentee, demand.mentor


def thinned(
    demands: Iterable[Demand], satisfiable: Callable[[Sequence[Demand]], bool]
) -> tuple[Demand, ...]:
    """Return a minimal contradiction among contradictory demands, in the order they are named.

    Where there is a choice, bans go first, and minimums last: what contradicts without any ban is
    not for a ban to repair.

    Args:
        demands: which cannot all be met.
        satisfiable: whether some of the demands can be met.

    >>> demands = [Minimum("m1", 3), Places("m1", 2), Ban("m1", "p1"), Lock("m1", "p2")]
    >>> thinned(demands, lambda some: not {Minimum("m1", 3), Places("m1", 2)} <= set(some))
    (Minimum(mentor='m1', at_least=3), Places(mentor='m1', at_most=2))
    """

    def needed(fixed: list[Demand], part: list[Demand], *, grown: bool) -> list[Demand]:
        """Return what of a part is needed beside the fixed; these alone can be met unless grown."""
        if grown and not satisfiable(fixed):
            return []
        if len(part) == 1:
            return part
        half = len(part) // 2
        first, second = part[:half], part[half:]
        later = needed(fixed + first, second, grown=True)
        return needed(fixed + later, first, grown=bool(later)) + later

    suspects = list(ordered(demands))
    assert not satisfiable(suspects), "demands that can all be met contradict nobody"
    return tuple(needed([], suspects, grown=False))
