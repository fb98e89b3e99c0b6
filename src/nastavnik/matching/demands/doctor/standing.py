"""The demands that are in no conflict yet, and where among them a contradiction is to be looked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from attrs import define

from nastavnik.matching.demands.doctor.filling import Asked, Pair, Reach
from nastavnik.matching.demands.doctor.instance import Instance
from nastavnik.programme.round.demands import Ban, BrokenRules, Demand, Lock, Minimum, Places

__all__ = ["Standing"]

_MENTORS_AT_ONCE = 256
"""Mentors whose mentees are asked for together; those whom too many may go to are forgotten again."""


@define(eq=False)
class Standing:
    """Demands on pairs, each pair once, and on mentors; all in the order of ids.

    Args:
        locks: pair -> its lock; by mentee, then by mentor.
        bans: pair -> its ban; by mentee, then by mentor.
        rules: pair -> the rules that it breaks and no lock of it overrides.
        minimums: id of a mentor -> mentees at least, from 1.
        places: id of a mentor -> mentees at most.

    >>> standing = Standing.of(
    ...     Instance(
    ...         locks=(Lock("m2", "p1"), Lock("m1", "p1"), Lock("m1", "p1")),
    ...         bans=(),
    ...         minimums={},
    ...         capacities={"m1": 1, "m2": 1},
    ...         broken=lambda lock: (),
    ...         fillers=lambda mentors: {},
    ...     )
    ... )
    >>> standing.locked_twice()
    [(Lock('m1', 'p1'), Lock('m2', 'p1'))]
    """

    locks: dict[Pair, Lock]
    bans: dict[Pair, Ban]
    rules: dict[Pair, BrokenRules]
    minimums: dict[str, int]
    places: dict[str, int]

    @classmethod
    def of(cls, instance: Instance) -> "Standing":
        """Bring the demands of an instance into order.

        Args:
            instance: the demands, in any order.
        """
        locks: dict[Pair, Lock] = {}
        rules: dict[Pair, BrokenRules] = {}
        broken: dict[Pair, tuple[str, ...]] = {}
        for lock in sorted(instance.locks, key=_order_of_locks):
            pair = (lock.mentor, lock.mentee)
            locks.setdefault(pair, lock)
            now = instance.broken(lock)
            broken[pair] = tuple(rule for rule in broken.get(pair, now) if rule in now)
        for (mentor, mentee), names in broken.items():
            if names:
                rules[mentor, mentee] = BrokenRules(
                    mentor, mentee, names, binding=not instance.binding.isdisjoint(names)
                )
        bans: dict[Pair, Ban] = {}
        for ban in sorted(instance.bans, key=lambda b: (b.mentee, b.mentor, b.by, b.reason)):
            bans.setdefault((ban.mentor, ban.mentee), ban)
        return cls(
            locks=locks,
            bans=bans,
            rules=rules,
            minimums={mentor: n for mentor, n in sorted(instance.minimums.items()) if n > 0},
            places=dict(sorted(instance.capacities.items())),
        )

    def demands(self, *, leaving: AbstractSet[str] = frozenset()) -> list[Demand]:
        """Return all demands.

        Args:
            leaving: ids of mentors whose minimums are left out.
        """
        return [
            *(Minimum(mentor, n) for mentor, n in self.minimums.items() if mentor not in leaving),
            *(Places(mentor, n) for mentor, n in self.places.items()),
            *self.locks.values(),
            *self.rules.values(),
            *self.bans.values(),
        ]

    def drop(self, demands: Iterable[Demand]) -> None:
        """Take demands out, for they are in a conflict.

        Args:
            demands: some of these.
        """
        for demand in demands:
            match demand:
                case Minimum():
                    del self.minimums[demand.mentor]
                case Places():
                    del self.places[demand.mentor]
                case Lock():
                    del self.locks[demand.mentor, demand.mentee]
                case Ban():
                    del self.bans[demand.mentor, demand.mentee]
                case BrokenRules():
                    del self.rules[demand.mentor, demand.mentee]

    def locked_by_mentor(self) -> Mapping[str, AbstractSet[str]]:
        """Return the mentees of each mentor who has locked ones, by id."""
        mentees: defaultdict[str, set[str]] = defaultdict(set)
        for mentor, mentee in self.locks:
            mentees[mentor].add(mentee)
        return mentees

    def locked_twice(self) -> list[Sequence[Demand]]:
        """Return two and two locks of one mentee; an odd one may stand."""
        found: list[Sequence[Demand]] = []
        for _, group in groupby(self.locks.values(), key=lambda lock: lock.mentee):
            locks = list(group)
            found += list(zip(locks[::2], locks[1::2], strict=False))
        return found

    def locked_and_banned(self) -> list[Sequence[Demand]]:
        """Return the locks of banned pairs, each with the ban."""
        return [(lock, self.bans[pair]) for pair, lock in self.locks.items() if pair in self.bans]

    def locked_against_rules(self) -> list[Sequence[Demand]]:
        """Return the locks of pairs that break rules, each with the rules."""
        return [(lock, self.rules[pair]) for pair, lock in self.locks.items() if pair in self.rules]

    def locked_beyond_places(self) -> list[Sequence[Demand]]:
        """Return the mentors' places, each with one lock more than there are places."""
        locks: defaultdict[str, list[Lock]] = defaultdict(list)
        for lock in self.locks.values():
            locks[lock.mentor].append(lock)
        return [
            (Places(mentor, most), *locks[mentor][: most + 1])
            for mentor, most in self.places.items()
            if mentor in locks and len(locks[mentor]) > most
        ]

    def minimums_above_places(self) -> list[Sequence[Demand]]:
        """Return the minimums of mentors that are above their places, each with the places."""
        return [
            (Minimum(mentor, least), Places(mentor, self.places[mentor]))
            for mentor, least in self.minimums.items()
            if mentor in self.places and least > self.places[mentor]
        ]

    def roomy(self, reach: Reach) -> frozenset[str]:
        """Return the mentors whose minimums can be filled last, whoever the others take.

        So many may go to them as their own minimum and those of the others left ask for together.

        Args:
            reach: who may go where; of the mentors returned it keeps nothing.

        Returns:
            Ids of mentors.
        """
        asked = Asked.of(self.demands())
        left = sum(self.minimums.values())
        found = []
        mentors = list(self.minimums)
        for start in range(0, len(mentors), _MENTORS_AT_ONCE):
            some = mentors[start : start + _MENTORS_AT_ONCE]
            reach.load(some)
            for mentor in some:
                if sum(1 for _ in asked.open_to(mentor, reach)) >= left:
                    left -= self.minimums[mentor]
                    found.append(mentor)
                    reach.forget(mentor)
        return frozenset(found)

    def minimums_beyond_reach(
        self, reach: Reach, *, leaving: AbstractSet[str]
    ) -> list[Sequence[Demand]]:
        """Return the minimums of mentors to whom fewer may go, whatever else is asked.

        Args:
            reach: who may go where.
            leaving: ids of mentors who are not looked at.
        """
        return [
            (Minimum(mentor, least),)
            for mentor, least in self.minimums.items()
            if mentor not in leaving and len(reach.of(mentor)) < least
        ]

    def around(self, mentors: AbstractSet[str], reach: Reach) -> list[Demand]:
        """Return the minimums of mentors who contend for too few, and what keeps others from them.

        Args:
            mentors: ids.
            reach: who may go where.
        """
        found: list[Demand] = [Minimum(m, n) for m, n in self.minimums.items() if m in mentors]
        wanted = {mentee for mentor in mentors for mentee in reach.of(mentor)}
        found += [
            lock
            for (mentor, mentee), lock in self.locks.items()
            if mentee in wanted and mentor not in mentors
        ]
        found += [
            ban
            for (mentor, mentee), ban in self.bans.items()
            if mentor in mentors and mentee in wanted
        ]
        return found


def _order_of_locks(lock: Lock) -> tuple[str, str, str, str, tuple[str, ...]]:
    return lock.mentee, lock.mentor, lock.by, lock.reason, lock.overriding
