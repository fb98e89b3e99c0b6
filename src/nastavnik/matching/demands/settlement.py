"""Locks and bans held against people and rules before anything is matched: what is settled, or why no plan can be."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from attrs import evolve, field, frozen

from nastavnik.assignment.tiling import row_tiles
from nastavnik.basics.errors import InvalidInputError
from nastavnik.matching.candidates import Candidates, Hard, candidates
from nastavnik.matching.candidates.forms import forms_of
from nastavnik.matching.demands.banned import WithBans
from nastavnik.matching.demands.ways import Way, ways_of
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts
from nastavnik.programme.plan import Pair
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demand_faults import (
    binding_requirements,
    faults_of_demands,
    strange_demands,
)
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError

__all__ = ["Settled", "settled"]

DemandT = TypeVar("DemandT", Lock, Ban)


@frozen(kw_only=True, eq=False, slots=False)
class Settled:
    """A cohort with its hard demands.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        locks: each pair once, in the order of the mentees' ids.
        bans: each pair once, in the order of mentees' and mentors' ids.
    """

    cohort: Cohort
    methodology: Methodology
    locks: tuple[Lock, ...]
    bans: tuple[Ban, ...]
    _known: dict[tuple[str, str], list[Way]] = field(factory=dict)

    @cached_property
    def capacities(self) -> dict[str, int]:
        """How many places each mentor has, those of locks among them."""
        facts = self.cohort.mentor_facts
        found = facts.field(("capacity",))
        return {name: found.values[at] for name, at in zip(facts.ids, found.codes, strict=True)}

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of every mentor in the order of the round."""
        return {name: at for at, name in enumerate(self.cohort.mentor_facts.ids)}

    @cached_property
    def mentees(self) -> Facts:
        """The facts of the mentees, with the bans among what the coordinator has ruled out."""
        facts = self.cohort.mentee_facts
        if not self.bans:
            return facts
        place = {name: at for at, name in enumerate(facts.ids)}
        banned: dict[int, set[str]] = {}
        for ban in self.bans:
            banned.setdefault(place[ban.mentee], set()).add(ban.mentor)
        return WithBans(facts, {at: frozenset(names) for at, names in banned.items()})

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """Place of the mentee and of the mentor of every lock."""
        mentees = {name: at for at, name in enumerate(self.cohort.mentee_facts.ids)}
        return [(mentees[lock.mentee], self.places[lock.mentor]) for lock in self.locks]

    def candidates(self, progress: Callable[[MentoringForm], None] | None = None) -> Candidates:
        """Return everybody under the rules and the demands.

        Raises:
            NoPlanError: when the demands contradict each other in what can be seen without matching.
        """
        self._check_locks()
        mentors = self.cohort.mentor_facts
        hard = Hard.of(self.mentees, mentors, self.pairs)
        found = candidates(self.mentees, mentors, self.methodology, hard=hard, progress=progress)
        met = np.zeros(found.columns.sizes.size + 1, dtype=np.bool_)
        for partition in found.partitions:
            met[partition.columns] = True
        if (hard.minimums[~met[found.columns.number]] > 0).any():
            raise self.contradiction()
        return found

    def _check_locks(self) -> None:
        mentees = [lock.mentee for lock in self.locks]
        banned = {(ban.mentor, ban.mentee) for ban in self.bans}
        taken: dict[str, int] = {}
        for lock in self.locks:
            taken[lock.mentor] = taken.get(lock.mentor, 0) + 1
        if (
            len(set(mentees)) < len(mentees)
            or any((lock.mentor, lock.mentee) in banned for lock in self.locks)
            or any(self.way(lock) is None for lock in self.locks)
            or any(times > self.capacities[name] for name, times in taken.items())
        ):
            raise self.contradiction()

    def contradiction(self) -> NoPlanError:
        """Return what contradicts what, for demands that cannot all be met."""
        from nastavnik.matching.demands.doctor import Instance, conflicts_of  # noqa: PLC0415 - seldom asked

        mentors = self.cohort.mentor_facts
        hard = Hard.of(self.mentees, mentors)
        numbers = zip(mentors.ids, hard.minimums.tolist(), hard.capacities.tolist(), strict=True)
        each = [(name, least, most) for name, least, most in numbers]
        conflicts = conflicts_of(
            Instance(
                locks=self.locks,
                bans=self.bans,
                minimums={name: least for name, least, _ in each if least},
                capacities={name: most for name, _, most in each},
                broken=self.broken,
                binding=binding_requirements(self.methodology),
                fillers=self._fillers,
            )
        )
        if not conflicts:
            raise AssertionError("the demands were found to contradict, and nothing does")
        failing = {rule.id: rule.failing() for rule in self.methodology.every_requirement()}
        return NoPlanError(conflicts, failing)

    def way(self, lock: Lock) -> Way | None:
        """Return the way that breaks least of what the lock overrides, and among these the best; None for none."""
        ways = [way for way in self._ways(lock) if set(way.broken) <= set(lock.overriding)]
        return max(ways, key=lambda way: (-len(way.broken), way.score)) if ways else None

    def pair(self, lock: Lock) -> Pair:
        """Return the pair of a lock that can be formed."""
        way = self.way(lock)
        assert way is not None
        return Pair(
            mentor=lock.mentor,
            mentee=lock.mentee,
            form=way.option.form.id,
            role_model=way.option.role_model.id,
            score=way.score,
            points=way.points,
            overridden=way.broken,
        )

    def broken(self, lock: Lock) -> tuple[str, ...]:
        """Return what a lock would have to override besides, in the way in which that is the least."""
        if self.way(lock) is not None:
            return ()
        missing = [tuple(sorted({*way.broken} - {*lock.overriding})) for way in self._ways(lock)]
        return min(missing, key=len)

    def _ways(self, lock: Lock) -> list[Way]:
        """Return every way of a pair, among equal ones the one with more requirements first."""
        key = lock.mentor, lock.mentee
        if key not in self._known:
            mentor, mentee = self.cohort.mentor(lock.mentor), self.cohort.mentee(lock.mentee)
            self._known[key] = list(ways_of(self.methodology, mentor, mentee))
        return self._known[key]

    def _fillers(self, mentors: Sequence[str]) -> Mapping[str, frozenset[str]]:
        """Return with whom the rules alone would let each of these mentors be paired."""
        wanting = self.cohort.mentee_facts
        ready = self.cohort.mentor_facts
        some = np.array([self.places[name] for name in mentors], dtype=np.intp)
        fillers: dict[str, set[str]] = {name: set() for name in mentors}
        for form in forms_of(self.methodology, wanting, ready.part(some)):
            columns = np.arange(form.columns.size)
            for rows in row_tiles(np.arange(form.rows.size), columns.size) if columns.size else ():
                for row, column in np.argwhere(form.admits(rows, columns)).tolist():
                    mentee = wanting.ids[int(form.rows[rows[row]])]
                    fillers[mentors[int(form.columns[column])]].add(mentee)
        return {name: frozenset(some) for name, some in fillers.items()}


def settled(
    cohort: Cohort, methodology: Methodology, locks: Iterable[Lock], bans: Iterable[Ban]
) -> Settled:
    """Check locks and bans one by one.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        locks: pairs that are to be in the plan.
        bans: pairs that are not.

    Raises:
        InvalidInputError: with every lock and ban that names nobody of the round, a pair that no form
            joins, or a rule that does not exist.
        TypeError: when one lock or ban is given in place of a list.
    """
    for name, given in (("locks", locks), ("bans", bans)):
        if isinstance(given, (Lock, Ban, str)):
            raise TypeError(f"{name} is one {type(given).__name__}; give a list of them")
    locks, bans = list(locks), list(bans)
    if faults := [*strange_demands(locks, Lock), *strange_demands(bans, Ban)]:
        raise InvalidInputError(faults)
    found = Settled(
        cohort=cohort,
        methodology=methodology,
        locks=_once([*_with_all_overriding(locks)]),
        bans=_once(bans),
    )
    if faults := list(faults_of_demands(found.locks, found.bans, cohort, methodology)):
        raise InvalidInputError(faults)
    return found


def _once(demands: Sequence[DemandT]) -> tuple[DemandT, ...]:
    """Return the first demand of each pair, in id order."""
    found: dict[tuple[str, str], DemandT] = {}
    for demand in demands:
        found.setdefault((demand.mentee, demand.mentor), demand)
    return tuple(found[key] for key in sorted(found))


def _with_all_overriding(locks: Sequence[Lock]) -> Iterator[Lock]:
    """Yield each lock with whatever any lock of its pair overrides."""
    overriding: dict[tuple[str, str], set[str]] = {}
    for lock in locks:
        overriding.setdefault((lock.mentor, lock.mentee), set()).update(lock.overriding)
    for lock in locks:
        yield evolve(lock, overriding=overriding[lock.mentor, lock.mentee])
