"""Whether demands can be met: minimums are filled one mentee at a time, and others make way.

Data: locks and pairs kept apart, for each mentor the minimum and who may go there. Filled are places, as
many as the minimums ask for; places are not limited meanwhile. A locked mentee is with the mentor of the
lock and stays. Each other mentee is with nobody or with a mentor whose minimum is not exceeded. So in the
end every mentor has the fewest mentees that any plan could give, the larger of minimum and locks, and
limits of places are met by this plan or by none.

An open place takes a mentee who is with nobody; or one whose mentor finds another, and so on along the
shortest such way. Where there is none, the mentors met on the way hold all who may go to any of them, and
together ask for more.
"""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from attrs import define, field, frozen

from nastavnik.programme.round.demands import Ban, BrokenRules, Demand, Lock, Minimum, Places

__all__ = ["Asked", "Filling", "Reach", "Trial"]

Pair = tuple[str, str]
"""Ids of a mentor and of a mentee."""


@define(eq=False)
class Reach:
    """Who may go to which mentor were there no demands: whom the rules admit, and whom a lock names.

    Args:
        fillers: ids of the mentees whom the rules admit, for some mentors.
        locked: id of a mentor -> ids of the mentees whom locks bring there.

    >>> reach = Reach(lambda mentors: {m: frozenset({"p2", "p1"}) for m in mentors}, {"m1": {"p3"}})
    >>> reach.of("m1")
    ('p1', 'p2', 'p3')
    """

    _fillers: Callable[[Sequence[str]], Mapping[str, frozenset[str]]]
    _locked: Mapping[str, AbstractSet[str]]
    _known: dict[str, tuple[str, ...]] = field(factory=dict, init=False)

    def load(self, mentors: Sequence[str]) -> None:
        """Ask for the mentees of these mentors at once; those known are not asked for again.

        Args:
            mentors: ids.
        """
        new = [mentor for mentor in mentors if mentor not in self._known]
        if new:
            admitted = self._fillers(new)
            for mentor in new:
                everybody = admitted[mentor] | self._locked.get(mentor, frozenset())
                self._known[mentor] = tuple(sorted(everybody))

    def of(self, mentor: str) -> tuple[str, ...]:
        """Return the ids of the mentees who may go to a mentor, ascending.

        Args:
            mentor: id.
        """
        self.load([mentor])
        return self._known[mentor]

    def forget(self, mentor: str) -> None:
        """Give up what is known of a mentor, to save memory; asked again, it is found again.

        Args:
            mentor: id.
        """
        self._known.pop(mentor, None)


@frozen(kw_only=True, eq=False)
class Asked:
    """Demands by what they ask for.

    Args:
        locked: id of a mentee -> id of the mentor of the lock, the first where there are several.
        barred: pairs that may not be formed.
        minimums: id of a mentor -> mentees at least.
        places: id of a mentor -> mentees at most.
        possible: no pair is both asked for and barred, and nobody is asked for by two mentors.
    """

    locked: Mapping[str, str]
    barred: AbstractSet[Pair]
    minimums: Mapping[str, int]
    places: Mapping[str, int]
    possible: bool

    @classmethod
    def of(cls, demands: Iterable[Demand]) -> "Asked":
        """Sort demands by kind.

        Args:
            demands: in any order.

        >>> Asked.of([Minimum("m1", 2), Lock("m1", "p1"), Ban("m1", "p1")]).possible
        False
        """
        pairs: set[Pair] = set()
        barred: set[Pair] = set()
        minimums: dict[str, int] = {}
        places: dict[str, int] = {}
        for demand in demands:
            match demand:
                case Minimum():
                    minimums[demand.mentor] = demand.at_least
                case Places():
                    places[demand.mentor] = demand.at_most
                case Lock():
                    pairs.add((demand.mentor, demand.mentee))
                case Ban() | BrokenRules():
                    barred.add((demand.mentor, demand.mentee))
        locked = {mentee: mentor for mentor, mentee in sorted(pairs, reverse=True)}
        return cls(
            locked=locked,
            barred=barred,
            minimums=minimums,
            places=places,
            possible=len(locked) == len(pairs) and barred.isdisjoint(pairs),
        )

    def open_to(self, mentor: str, reach: Reach) -> Iterator[str]:
        """Yield the mentees who may go to a mentor as far as locks and bars let them, by id.

        Args:
            mentor: id.
            reach: who may go where at all.
        """
        for mentee in reach.of(mentor):
            if self.locked.get(mentee, mentor) == mentor and (mentor, mentee) not in self.barred:
                yield mentee


@define(eq=False)
class Filling:
    """Minimums as far as they can be filled.

    Args:
        asked: the demands; those on pairs do not contradict each other.
        reach: who may go where at all.
        start: id of a mentee -> mentor, from a filling of other demands; of it is kept what fits.

    Attributes:
        held: id of a mentee -> id of the mentor who has them now.

    >>> reach = Reach(lambda mentors: {m: frozenset({"p1"}) for m in mentors}, {})
    >>> filling = Filling(Asked.of([Minimum("m1", 1), Minimum("m2", 1)]), reach)
    >>> sorted(filling.contending())
    ['m1', 'm2']
    """

    _asked: Asked
    _reach: Reach
    _start: Mapping[str, str] = field(factory=dict, alias="start", kw_only=True)
    held: dict[str, str] = field(init=False)
    _loads: Counter[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.held = dict(self._asked.locked)
        self._loads = Counter(self.held.values())
        for mentee, mentor in self._start.items():
            fits = mentee not in self.held and (mentor, mentee) not in self._asked.barred
            if fits and self._open_at(mentor) > 0:
                self._take(mentor, mentee)

    def contending(self) -> frozenset[str]:
        """Fill minimums, and return who contends for too few mentees: none once all are filled.

        Returns:
            Ids of mentors, the first with an open place and those met from it. All who may go to any of
            them are with them or locked elsewhere, and they ask together for more.
        """
        for mentor in sorted(self._asked.minimums):
            if self._open_at(mentor) > 0:
                for mentee in self._asked.open_to(mentor, self._reach):
                    if mentee not in self.held:
                        self._take(mentor, mentee)
                        if not self._open_at(mentor):
                            break
            while self._open_at(mentor) > 0:
                met = self._make_way(mentor)
                if met:
                    return met
        return frozenset()

    def loads(self) -> Mapping[str, int]:
        """Return how many mentees each mentor has now."""
        return self._loads

    def _open_at(self, mentor: str) -> int:
        return self._asked.minimums.get(mentor, 0) - self._loads[mentor]

    def _take(self, mentor: str, mentee: str) -> None:
        self.held[mentee] = mentor
        self._loads[mentor] += 1

    def _make_way(self, mentor: str) -> frozenset[str]:
        """Give a mentor one more mentee, or return the mentors met while none was found."""
        wanted_by: dict[str, str] = {}
        first_of: dict[str, str | None] = {mentor: None}
        waiting = deque([mentor])
        while waiting:
            asking = waiting.popleft()
            for mentee in self._asked.open_to(asking, self._reach):
                holder = self.held.get(mentee)
                if mentee in wanted_by or holder == asking:
                    continue
                wanted_by[mentee] = asking
                if holder is None:
                    self._pass_on(mentee, wanted_by, first_of)
                    self._loads[mentor] += 1
                    return frozenset()
                if holder not in first_of:
                    first_of[holder] = mentee
                    waiting.append(holder)
        return frozenset(first_of)

    def _pass_on(
        self, mentee: str, wanted_by: Mapping[str, str], first_of: Mapping[str, str | None]
    ) -> None:
        """Move each mentee on the way to whoever wanted them; the one last moved leaves nobody short."""
        moved: str | None = mentee
        while moved is not None:
            taker = wanted_by[moved]
            self.held[moved] = taker
            moved = first_of[taker]


@define(eq=False)
class Trial:
    """Tries whether demands can be met, from where the last trial ended: most differ by little.

    Args:
        reach: who may go where were there no demands.

    >>> trial = Trial(Reach(lambda mentors: {m: frozenset({"p1", "p2"}) for m in mentors}, {}))
    >>> trial.is_satisfiable([Minimum("m1", 2)])
    True
    >>> trial.is_satisfiable([Minimum("m1", 2), Ban("m1", "p1")])
    False
    """

    _reach: Reach
    _last: dict[str, str] = field(factory=dict, init=False)

    def is_satisfiable(self, demands: Iterable[Demand]) -> bool:
        """Whether some plan meets all these demands; what was tried before does not matter.

        Args:
            demands: any of those that may be part of a contradiction.
        """
        asked = Asked.of(demands)
        if not asked.possible:
            return False
        filling = Filling(asked, self._reach, start=self._last)
        contending = filling.contending()
        free = filling.held.keys() - asked.locked.keys()
        self._last |= {mentee: filling.held[mentee] for mentee in sorted(free)}
        loads = filling.loads()
        return not contending and all(loads[m] <= most for m, most in asked.places.items())
