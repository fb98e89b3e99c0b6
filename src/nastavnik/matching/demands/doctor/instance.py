"""What is asked of the doctor: the hard demands of one round, and whom the rules admit."""

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from nastavnik.basics.errors import UnknownNameError
from nastavnik.programme.round.demands import Ban, Lock

__all__ = ["Instance"]


@frozen(kw_only=True, eq=False)
class Instance:
    """Hard demands, and what must be known of the rules to tell whether they can be met.

    Args:
        locks: in any order. Locks that name one pair count as one: what any of them overrides is
            overridden, and the pair is free only when all of them are dropped.
        bans: in any order; those that name one pair count as one.
        minimums: id of a mentor -> mentees asked for at least; mentors without a minimum may be left out.
        capacities: id of a mentor -> places; all mentors.
        broken: the rules that a locked pair breaks and its lock does not override; () when it is fine.
            Locks and bans are not looked at.
        binding: rules that no lock can override.
        fillers: for some mentors, ids of the mentees whom the rules admit to them. Locks and bans are
            not looked at. Asked for mentors with a minimum only.

    Raises:
        UnknownNameError: a lock or a minimum names a mentor who has no places.

    >>> instance = Instance(
    ...     locks=(Lock("m1", "p1"),),
    ...     bans=(),
    ...     minimums={},
    ...     capacities={"m1": 1},
    ...     broken=lambda lock: (),
    ...     fillers=lambda mentors: {mentor: frozenset() for mentor in mentors},
    ... )
    >>> instance.locks
    (Lock('m1', 'p1'),)
    """

    locks: tuple[Lock, ...]
    bans: tuple[Ban, ...]
    minimums: Mapping[str, int]
    capacities: Mapping[str, int]
    broken: Callable[[Lock], tuple[str, ...]]
    fillers: Callable[[Sequence[str]], Mapping[str, frozenset[str]]]
    binding: frozenset[str] = frozenset()

    def __attrs_post_init__(self) -> None:
        for mentor in (*(lock.mentor for lock in self.locks), *self.minimums):
            if mentor not in self.capacities:
                raise UnknownNameError("mentor", mentor, self.capacities)
