"""What ``what-if`` is asked to change, read from its options with every fault at once.

Ids may contain ``=``, so the number of ``ID=N`` stands behind the last one.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import astuple, evolve, frozen

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.cli.columns import OwnTables
from nastavnik.cli.newcomers import read_newcomers
from nastavnik.cli.pair_options import Everybody, nobody, pairs_among, pairs_named
from nastavnik.cli.rule_options import WHOLE, changed_rules
from nastavnik.matching.answers.what_if import changed_cohort
from nastavnik.methodology import Methodology
from nastavnik.people.records import MOST_PLACES, Mentee, Mentor
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demand_faults import faults_of_demands
from nastavnik.programme.round.demands import Ban, Lock

__all__ = ["Asked", "Changes", "changes_of"]


@frozen(kw_only=True)
class Asked:
    """The options as they were given.

    Args:
        remove: ids.
        places: each ``ID=N``.
        lock: each ``MENTOR=MENTEE``.
        unlock: ids of mentees.
        ban: each ``MENTOR=MENTEE``.
        unban: the same.
        overriding: ids of the requirements that the new locks may break.
        settings: each ``RULE.PARAMETER=N``.
        without: ids of rules.
        add_mentees: tables.
        add_mentors: tables.
    """

    remove: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    lock: tuple[str, ...] = ()
    unlock: tuple[str, ...] = ()
    ban: tuple[str, ...] = ()
    unban: tuple[str, ...] = ()
    overriding: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    add_mentees: tuple[Path, ...] = ()
    add_mentors: tuple[Path, ...] = ()


@frozen(kw_only=True)
class Changes:
    """What is to be changed, as `MatchingPlan.what_if` takes it.

    Args:
        add: those who come.
        remove: ids of those who go.
        places: capacity by id of the mentor.
        locks: all that hold then.
        bans: the same.
        methodology: the rules that hold then.
        cohort: the people of the changed round.
    """

    add: tuple[Mentee | Mentor, ...]
    remove: tuple[str, ...]
    places: Mapping[str, int]
    locks: tuple[Lock, ...]
    bans: tuple[Ban, ...]
    methodology: Methodology
    cohort: Cohort


def changes_of(
    asked: Asked,
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    own: OwnTables | None = None,
) -> Changes:
    """Return what some options ask for.

    Locks and bans of those who go are gone with them, and a rule that is taken out is no longer overridden.

    Args:
        asked: the options.
        plan: the plan that they are to change.
        cohort: its people.
        methodology: its rules.
        own: how the tables of newcomers are read; notes what is met.

    Raises:
        InvalidInputError: with every fault of every option, or when there is none.
    """
    if not any(astuple(asked, recurse=False)):
        raise InvalidInputError([Fault("no-change")])
    reading = _Reading(asked, plan, cohort, methodology, own or OwnTables())
    changes = reading.changes()
    if reading.faults:
        raise InvalidInputError(reading.faults)
    return changes


class _Reading:
    """Reads the options of one call; what is wrong with them is noted in ``faults``."""

    def __init__(
        self,
        asked: Asked,
        plan: MatchingPlan,
        cohort: Cohort,
        methodology: Methodology,
        own: OwnTables,
    ) -> None:
        self._asked = asked
        self._plan = plan
        self._cohort = cohort
        self._mentees = set(cohort.mentee_facts.ids)
        self._mentors = set(cohort.mentor_facts.ids)
        self._methodology, self.faults = changed_rules(asked.settings, asked.without, methodology)
        self._gone = frozenset(self._removed())
        self._newcomers = read_newcomers(
            asked.add_mentees,
            asked.add_mentors,
            cohort=cohort,
            gone=self._gone,
            methodology=methodology,
            own=own,
        )
        self.faults += self._newcomers.faults

    def changes(self) -> Changes:
        """Return what is right of the options."""
        add: tuple[Mentee | Mentor, ...] = ()
        if not self._newcomers.faults:
            add = *self._newcomers.mentees, *self._newcomers.mentors
        places = self._places()
        locks, new_locks = self._locks()
        bans, new_bans = self._bans()
        cohort = changed_cohort(self._cohort, add=add, remove=self._gone, places=places)
        if not self._newcomers.faults:  # without them it is not the round that was meant
            self._hold_against(cohort, new_locks, [*bans, *new_bans])
            if not (cohort.mentees or cohort.mentors):
                self.faults.append(Fault("nobody-left", field="--remove", value=len(self._gone)))
        return Changes(
            add=add,
            remove=tuple(sorted(self._gone)),
            places=places,
            locks=(*locks, *new_locks),
            bans=(*bans, *new_bans),
            methodology=self._methodology,
            cohort=cohort,
        )

    def _removed(self) -> Iterable[str]:
        known = self._mentees | self._mentors
        for name in self._asked.remove:
            if name in known:
                yield name
            else:
                self.faults.append(nobody("--remove", None, name, known))

    def _places(self) -> dict[str, int]:
        found: dict[str, tuple[int, str]] = {}
        for value in self._asked.places:
            name, _, number = (part.strip() for part in value.rpartition("="))
            if not name or not WHOLE.fullmatch(number):
                self.faults.append(Fault("not-places", field="--places", value=value))
            elif name not in self._mentors:
                self.faults.append(nobody("--places", "mentor", name, self._mentors))
            elif name in self._gone:
                self.faults.append(
                    Fault("given-both-ways", field="--places", value=name, other="--remove")
                )
            elif fault := self._wrong_places(name, int(number), value):
                self.faults.append(fault)
            elif found.setdefault(name, (int(number), value))[0] != int(number):
                other = found[name][1]
                self.faults.append(Fault("given-twice", field="--places", value=value, other=other))
        return {name: number for name, (number, _) in found.items()}

    def _wrong_places(self, name: str, number: int, value: str) -> Fault | None:
        if not 1 <= number <= MOST_PLACES:
            return Fault("places-out-of-range", field="--places", value=value, high=MOST_PLACES)
        least = self._cohort.mentor(name).minimum
        if number < least:
            return Fault("places-below-minimum", field="--places", value=value, low=least)
        return None

    def _locks(self) -> tuple[list[Lock], list[Lock]]:
        """Return the plan's own that still hold, and new ones."""
        asked = self._asked
        locked = {lock.mentee for lock in self._plan.locks}
        for name in asked.unlock:
            if name not in locked:
                advice = nearest(name, locked)
                shown = locked or PLACES["none"]
                self.faults.append(
                    Fault("not-locked", field="--unlock", value=name, known=shown, advice=advice)
                )
        if asked.overriding and not asked.lock:
            self.faults.append(
                Fault("nothing-locked", field="--overriding", value=asked.overriding)
            )
        rules = {rule.id for rule in self._methodology.every_requirement()}
        own = [
            evolve(lock, overriding=[rule for rule in lock.overriding if rule in rules])
            for lock in self._plan.locks
            if lock.mentee not in asked.unlock and self._stays(lock)
        ]
        pairs, faults = pairs_named("--lock", asked.lock, self._everybody)
        self.faults += faults
        return own, [Lock(*pair, overriding=asked.overriding) for pair in pairs]

    def _bans(self) -> tuple[list[Ban], list[Ban]]:
        """Return the plan's own that still hold, and new ones."""
        banned = {(ban.mentor, ban.mentee) for ban in self._plan.bans}
        added, faults = pairs_named("--ban", self._asked.ban, self._everybody)
        lifted, more = pairs_among("--unban", self._asked.unban, banned)
        self.faults += [*faults, *more]
        for mentor, mentee in sorted(set(lifted).intersection(added)):
            value = f"{mentor}={mentee}"
            self.faults.append(
                Fault("given-both-ways", field="--unban", value=value, other="--ban")
            )
        own = [
            ban
            for ban in self._plan.bans
            if (ban.mentor, ban.mentee) not in lifted and self._stays(ban)
        ]
        return own, [Ban(*pair) for pair in added]

    def _stays(self, demand: Lock | Ban) -> bool:
        return self._gone.isdisjoint((demand.mentor, demand.mentee))

    @property
    def _everybody(self) -> Everybody:
        """Whom the options may name."""
        come = self._newcomers
        return Everybody(
            mentors=self._mentors | {one.id for one in come.mentors},
            mentees=self._mentees | {one.id for one in come.mentees},
            left=self._gone - {one.id for one in (*come.mentors, *come.mentees)},
            complete=come.complete,
        )

    def _hold_against(self, cohort: Cohort, locks: Iterable[Lock], bans: Iterable[Ban]) -> None:
        """Note what the changed round and its rules show to be wrong with locks and bans, each for itself."""
        tried: list[tuple[str, list[Lock], list[Ban]]] = [
            *((f"--lock {lock.mentor}={lock.mentee}", [lock], []) for lock in locks),
            ("--without", [], list(bans)),
        ]
        told: set[str] = set()
        for option, some, others in tried:
            for fault in faults_of_demands(some, others, cohort, self._methodology):
                where = "--overriding" if fault.field == "overriding" else option
                details: dict[str, Any] = fault.details
                named = Fault(fault.code, field=where, advice=fault.advice, **details)
                if str(named) not in told:  # a wrong requirement is the same for every lock
                    self.faults.append(named)
                told.add(str(named))
