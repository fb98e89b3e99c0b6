"""What ``what-if`` is asked to change, read from its options with every fault at once.

Ids may contain ``=``. So the number of ``ID=N`` stands behind the last ``=``, and ``MENTOR=MENTEE`` is cut at the ``=``
that has a mentor's id before it and a mentee's behind. Where several cuts fit, a tab, which no id contains, says which.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import astuple, evolve, frozen

from nastavnik.checks import LONGEST_ID
from nastavnik.cli.newcomers import read_newcomers
from nastavnik.cli.rule_options import WHOLE, changed_rules
from nastavnik.cohort import Cohort
from nastavnik.demands import Ban, Lock
from nastavnik.errors import Fault, InvalidInputError, nearest
from nastavnik.messages import PLACES
from nastavnik.methodology import Methodology
from nastavnik.people import MOST_PLACES, Mentee, Mentor
from nastavnik.plan import MatchingPlan
from nastavnik.settling import settled
from nastavnik.trying import changed_cohort

__all__ = ["Asked", "Changes", "changes_of", "nobody"]

_TAB: Final = "\t"

_LONGEST_PAIR: Final = 3 * LONGEST_ID
"""Characters of two ids, with more than enough for what stands between them."""

_Pair = tuple[str, str]
"""Ids of a mentor and a mentee."""


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
    asked: Asked, plan: MatchingPlan, cohort: Cohort, methodology: Methodology
) -> Changes:
    """Return what some options ask for.

    Locks and bans of those who go are gone with them, and a rule that is taken out is no longer overridden.

    Args:
        asked: the options.
        plan: the plan that they are to change.
        cohort: its people.
        methodology: its rules.

    Raises:
        InvalidInputError: with every fault of every option, or when there is none.
    """
    if not any(astuple(asked, recurse=False)):
        raise InvalidInputError([Fault("no-change")])
    reading = _Reading(asked, plan, cohort, methodology)
    changes = reading.changes()
    if reading.faults:
        raise InvalidInputError(reading.faults)
    return changes


class _Reading:
    """Reads the options of one call; what is wrong with them is noted in ``faults``."""

    def __init__(
        self, asked: Asked, plan: MatchingPlan, cohort: Cohort, methodology: Methodology
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
        rules = {
            rule.id
            for form in self._methodology.forms
            for role_model in form.role_models
            for rule in self._methodology.requirements_of(form, role_model)
        }
        own = [
            evolve(lock, overriding=[rule for rule in lock.overriding if rule in rules])
            for lock in self._plan.locks
            if lock.mentee not in asked.unlock and self._stays(lock)
        ]
        pairs = self._pairs("--lock", asked.lock)
        return own, [Lock(*pair, overriding=asked.overriding) for pair in pairs]

    def _bans(self) -> tuple[list[Ban], list[Ban]]:
        """Return the plan's own that still hold, and new ones."""
        banned = {(ban.mentor, ban.mentee) for ban in self._plan.bans}
        added = list(self._pairs("--ban", self._asked.ban))
        lifted: set[_Pair] = set()
        for value in self._asked.unban:
            fitting = [cut for cut in _cuts(value) if cut in banned]
            if len(fitting) == 1:
                lifted.add(fitting[0])
                continue
            shown = {f"{mentor}={mentee}" for mentor, mentee in banned}
            several = len(fitting) > 1
            self.faults.append(
                Fault("several-pairs", field="--unban", value=value)
                if several
                else Fault(
                    "not-banned",
                    field="--unban",
                    value=value,
                    known=shown or PLACES["none"],
                    advice=nearest(value, shown),
                )
            )
        for mentor, mentee in sorted(lifted.intersection(added)):
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

    def _pairs(self, option: str, values: Iterable[str]) -> Iterable[_Pair]:
        """Yield the pairs that an option names."""
        come = self._newcomers
        mentors = self._mentors | {one.id for one in come.mentors}
        mentees = self._mentees | {one.id for one in come.mentees}
        left = self._gone - {one.id for one in (*come.mentors, *come.mentees)}
        for value in values:
            cuts = _cuts(value)
            fitting = [cut for cut in cuts if cut[0] in mentors and cut[1] in mentees]
            if not cuts:
                self.faults.append(Fault("not-a-pair", field=option, value=value))
            elif len(fitting) > 1:
                self.faults.append(Fault("several-pairs", field=option, value=value))
            elif fitting:
                away = left.intersection(fitting[0])
                self.faults += [
                    Fault("given-both-ways", field=option, value=name, other="--remove")
                    for name in sorted(away)
                ]
                if not away:
                    yield fitting[0]
            elif swapped := _swapped(option, value, mentors, mentees):
                self.faults.append(swapped)
            elif come.complete:
                self.faults += _strangers(option, cuts, mentors, mentees)

    def _hold_against(self, cohort: Cohort, locks: Iterable[Lock], bans: Iterable[Ban]) -> None:
        """Note what the changed round and its rules show to be wrong with locks and bans, each for itself."""
        tried: list[tuple[str, list[Lock], list[Ban]]] = [
            *((f"--lock {lock.mentor}={lock.mentee}", [lock], []) for lock in locks),
            ("--without", [], list(bans)),
        ]
        told: set[str] = set()
        for option, some, others in tried:
            try:
                settled(cohort, self._methodology, some, others)
            except InvalidInputError as error:
                for fault in error.faults:
                    where = "--overriding" if fault.field == "overriding" else option
                    details: dict[str, Any] = fault.details
                    named = Fault(fault.code, field=where, advice=fault.advice, **details)
                    if str(named) not in told:  # a wrong requirement is the same for every lock
                        self.faults.append(named)
                    told.add(str(named))


def _cuts(value: str) -> list[_Pair]:
    """Return every way to cut a value in two, at a tab if there is one; an id has no spaces at its ends."""
    if len(value) > _LONGEST_PAIR:
        return []
    separator = _TAB if _TAB in value else "="
    cuts = [
        (value[:at].strip(), value[at + 1 :].strip())
        for at, character in enumerate(value)
        if character == separator
    ]
    return [cut for cut in cuts if all(cut)]


def _swapped(
    option: str, value: str, mentors: Collection[str], mentees: Collection[str]
) -> Fault | None:
    for mentor, mentee in _cuts(value):
        if mentor in mentees and mentee in mentors:
            advice = f"{mentee}={mentor}"
            return Fault("swapped-pair", field=option, value=value, advice=advice)
    return None


def _strangers(
    option: str, cuts: Iterable[_Pair], mentors: Collection[str], mentees: Collection[str]
) -> Iterable[Fault]:
    """Yield who is not known of a pair, cut where most of it is."""
    mentor, mentee = max(cuts, key=lambda cut: (cut[0] in mentors) + (cut[1] in mentees))
    if mentor not in mentors:
        yield nobody(option, "mentor", mentor, mentors)
    if mentee not in mentees:
        yield nobody(option, "mentee", mentee, mentees)


def nobody(option: str, kind: str | None, name: str, known: Collection[str]) -> Fault:
    """Return the fault of an id that nobody has.

    Args:
        option: what it was given for.
        kind: ``"mentor"`` or ``"mentee"``, or None where either would do.
        name: the id, or what was taken for one.
        known: ids that would do.
    """
    if len(name.split()) > 1:  # most likely somebody's name, which no message may show
        return Fault("name-for-id", field=option)
    advice = nearest(name, known)
    if kind is None:
        return Fault("unknown-person", field=option, value=name, advice=advice)
    return Fault("names-nobody", field=option, value=name, role=PLACES[kind], advice=advice)
