"""Makes the evidence for a pair or a mentor of a plan, from the people and the rules it was made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment import Goal
from nastavnik.basics.errors import NumbersError, UnknownNameError
from nastavnik.matching.answers.advice import (
    gains_of,
    mentors_that_help,
    places_that_help,
    rules_that_help,
)
from nastavnik.matching.answers.alternatives import Alternatives
from nastavnik.matching.answers.audiences import Telling, failed_of
from nastavnik.matching.answers.placements import Persons
from nastavnik.matching.answers.recruits import profiles_wanted
from nastavnik.matching.answers.what_if import changed_cohort, compared
from nastavnik.matching.candidates import Candidates, FormTable, Partition
from nastavnik.matching.demands.settlement import Settled
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    Evidence,
    Failed,
    FreePlaces,
    Hindrance,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.plan import Alternative, Explains, MatchingPlan, Pair, WhatIf
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.meetings import meeting_minutes, meeting_times
from nastavnik.rules.evaluation import judge

__all__ = ["Explainer"]

Ints = NDArray[np.int64]

_PROFILES: Final = 3
"""Mentors to be found who are made up where none are given."""


class Explainer(Explains):
    """Explains one plan.

    Args:
        plan: the plan.
        demands: what it was made from.
        rematch: matches a changed round, as ``match`` does.
        found: the cohort under its rules, where it is known already.
    """

    def __init__(
        self,
        plan: MatchingPlan,
        demands: Settled,
        rematch: Callable[..., MatchingPlan],
        found: Candidates | None = None,
    ) -> None:
        self._plan = plan
        self._rematch = rematch
        self._demands = demands
        self._cohort = demands.cohort
        self._methodology = demands.methodology
        self._parts: dict[int, Persons] = {}
        self._known = found

    @cached_property
    def _found(self) -> Candidates:
        return self._demands.candidates() if self._known is None else self._known

    @cached_property
    def _mentees(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self._found.mentees.ids)}

    @cached_property
    def _mentors(self) -> Mapping[str, int]:
        return {name: at for at, name in enumerate(self._found.mentors.ids)}

    @cached_property
    def _mentor_of(self) -> Ints:
        found = np.full(len(self._found.mentees), -1, dtype=np.int64)
        for pair in self._plan.pairs:
            found[self._mentees[pair.mentee]] = self._mentors[pair.mentor]
        return found

    def explain(self, mentee: str, mentor: str | None) -> Evidence:
        """Return why a mentee has this mentor or none, or why this pair is in the plan or not."""
        pair = self._plan.pair_of(mentee)
        if mentor is not None and mentor not in self._plan.places:
            raise UnknownNameError("mentor", mentor, self._plan.places)
        if mentor is None:
            reason = self._plan.reason_for(mentee)
            if reason is not None:
                return reason
            assert pair is not None
            return self._chosen(pair)
        if pair is not None and pair.mentor == mentor:
            return self._chosen(pair)
        if pair is not None and self._found.hard.locked[self._mentees[mentee]]:
            return LockedElsewhere(mentee=mentee, mentor=pair.mentor)
        at = np.array([self._mentees[mentee]]), np.array([self._mentors[mentor]])
        if int(self._found.ways_of(*at)[1][0]) < 0:
            return self._inadmissible(mentee, mentor)
        return self._displaced(mentee, mentor)

    def _chosen(self, pair: Pair) -> Chosen:
        prices = self._plan.certificate[Goal.SCORE]
        two = self._cohort.mentor(pair.mentor).person, self._cohort.mentee(pair.mentee).person
        minutes = meeting_minutes(self._methodology, pair.form, pair.role_model)
        return Chosen(
            mentor=pair.mentor,
            mentee=pair.mentee,
            form=pair.form,
            role_model=pair.role_model,
            score=pair.score,
            points=pair.points,
            price=int(prices.columns[self._mentors[pair.mentor]]),
            locked=any(lock.mentee == pair.mentee for lock in self._plan.locks),
            overridden=pair.overridden,
            times=tuple(time.key for time in meeting_times(two, minutes) or ()),
        )

    def _inadmissible(self, mentee: str, mentor: str) -> Inadmissible:
        """Return what stands in the way under the role model that the pair comes nearest to."""
        one: Any = self._found.mentors.role(self._mentors[mentor])
        two: Any = self._found.mentees.role(self._mentees[mentee])
        nearest: tuple[str | None, str | None, tuple[Failed, ...]] | None = None
        for option in self._found.options:
            positions = option.form.mentor_position, option.form.mentee_position
            if positions != (one.person.position, two.person.position):
                continue
            failed = []
            for rule in self._methodology.requirements_of(option.form, option.role_model):
                verdict = judge(rule, one, two)
                if not verdict.holds:
                    failed.append(failed_of(rule, verdict, one, two))
            if nearest is None or len(failed) < len(nearest[2]):
                nearest = option.form.id, option.role_model.id, tuple(failed)
        form, role_model, reasons = nearest or (None, None, ())
        return Inadmissible(
            mentor=mentor, mentee=mentee, form=form, role_model=role_model, failed=reasons
        )

    def _displaced(self, mentee: str, mentor: str) -> Displaced | Impossible:
        found = self._found
        number = int(found.rows.number[self._mentees[mentee]])
        partition = next(p for p in found.partitions if number in p.rows)
        part = self._part(partition)
        row = int(np.flatnonzero(part.mentees == self._mentees[mentee])[0])
        column = int(np.flatnonzero(part.mentors == self._mentors[mentor])[0])
        residual = part.residual()
        moves = residual.forced(row, column)
        if moves is None:
            locks = (*self._demands.locks, Lock(mentor, mentee))
            locks = tuple(sorted(locks, key=lambda lock: (lock.mentee, lock.mentor)))
            error = evolve(self._demands, locks=locks).contradiction()
            return Impossible(mentor=mentor, mentee=mentee, conflicts=error.conflicts)
        return Displaced(
            mentor=mentor,
            mentee=mentee,
            losses=part.losses(moves),
            changes=part.changes(moves),
            prices=self._plan.other_prices(part.prices(residual)),
        )

    def _part(self, partition: Partition) -> Persons:
        key = int(partition.rows[0])
        if key not in self._parts:
            self._parts[key] = Persons.of(self._found, partition, self._mentor_of)
        return self._parts[key]

    def advice(
        self, *, most: int, profiles: Sequence[Mentor] | None, copies: int
    ) -> tuple[Advice, ...]:
        """Return what would help, see `MatchingPlan.advice`."""
        _check_from("most", most, 1)
        _check_from("copies", copies, 1)
        parts = [self._part(partition) for partition in self._found.partitions]
        places = places_that_help(self._plan, self._found, parts)
        if profiles is None:
            left = [one.mentee for one in self._plan.unmatched]
            profiles = profiles_wanted(self._cohort, self._methodology, left, most=_PROFILES)
        mentors = mentors_that_help(self._plan, profiles, copies, self._tried)
        rules = rules_that_help(self._plan, self._methodology, self._tried)
        kinds = (sorted(kind, key=Advice.rank)[:most] for kind in (places, mentors, rules))
        found = sorted(chain.from_iterable(kinds), key=Advice.rank)
        return tuple(map(self._verified, found))

    def _verified(self, advice: Advice) -> Advice:
        """Check what a place brings by solving the round with it; what others bring was found so."""
        for name in advice.mentors[:1]:
            tried = self._tried(places={name: self._demands.capacities[name] + 1})
            if gains_of(tried.diff) != (advice.gains, advice.points):
                raise AssertionError("a place brings something else than was found")
        return advice

    def _tried(
        self,
        *,
        add: Iterable[Mentee | Mentor] = (),
        places: Mapping[str, int] | None = None,
        methodology: Methodology | None = None,
    ) -> WhatIf:
        return self.what_if(
            add=add,
            remove=(),
            places={} if places is None else places,
            locks=None,
            bans=None,
            methodology=methodology,
        )

    def what_if(
        self,
        *,
        add: Iterable[Mentee | Mentor],
        remove: Iterable[str],
        places: Mapping[str, int],
        locks: Iterable[Lock] | None,
        bans: Iterable[Ban] | None,
        methodology: Methodology | None,
    ) -> WhatIf:
        """Match a changed round, see `MatchingPlan.what_if`."""
        if methodology is not None and not isinstance(methodology, Methodology):
            raise TypeError(f"methodology is a {type(methodology).__name__}; give a Methodology")
        cohort = changed_cohort(self._cohort, add=add, remove=remove, places=places)
        plan = self._rematch(
            cohort,
            self._methodology if methodology is None else methodology,
            locks=self._plan.locks if locks is None else locks,
            bans=self._plan.bans if bans is None else bans,
            seed=self._plan.seed,
        )
        return WhatIf(plan=plan, diff=compared(self._plan, self._cohort, plan, cohort))

    def alternatives(self, *, most: int, within: int, differing: int) -> tuple[Alternative, ...]:
        """Return other plans, see `MatchingPlan.alternatives`."""
        _check_from("most", most, 1)
        _check_from("within", within, 0)
        _check_from("differing", differing, 1)
        parts = [self._part(partition) for partition in self._found.partitions]
        search = Alternatives(self._demands, self._found, parts, self._mentor_of)
        return tuple(search.find(most=most, within=within, differing=differing))

    def told_mentee(self, mentee: str, mentor: str | None) -> ToldMentee:
        """Return what a mentee is told, see `MatchingPlan.explain`."""
        return Telling(self._cohort, self._methodology).mentee(self.explain(mentee, mentor), mentee)

    def told_mentor(self, mentor: str) -> ToldMentor:
        """Return what a mentor is told, see `MatchingPlan.explain_mentor`."""
        return Telling(self._cohort, self._methodology).mentor(
            self._plan, self.explain_mentor(mentor)
        )

    def explain_mentor(self, mentor: str) -> FreePlaces:
        """Return why a mentor has free places, or has none."""
        taken = len(self._plan.pairs_of(mentor))
        at = self._mentors[mentor]
        able = np.zeros(len(self._found.mentees), dtype=np.bool_)
        noted: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}
        for form in self._found.forms:
            column = np.flatnonzero(form.columns == at)
            if column.size and form.rows.size:
                able[form.rows] |= form.admits(np.arange(form.rows.size), column)[:, 0]
                _note(form, column, noted, able.size)
        able &= ~self._found.hard.locked
        hindrances = [
            Hindrance(rule=rule, failed=int(failed.sum()), alone=int(alone.sum()))
            for rule, (failed, alone) in noted.items()
            if failed.any()
        ]
        hindrances.sort(key=lambda one: (-one.alone, -one.failed, one.rule))
        places = self._plan.places[mentor]
        return FreePlaces(
            mentor=mentor,
            places=places,
            free=places - taken,
            admissible=int(able.sum()),
            hindrances=() if able.any() else tuple(hindrances),
        )


def _note(
    form: FormTable,
    column: NDArray[np.intp],
    noted: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]],
    n: int,
) -> None:
    """Note for each rule of a form with which mentees it fails, and with which nothing else does."""
    table = form.table.part(slice(None), column)
    for asked in form.asked:
        fails = {rule.id: ~table.holds(rule)[:, 0] for rule in asked.requirements}
        count = sum(one.astype(np.int32) for one in fails.values())
        for rule, failing in fails.items():
            nothing = np.zeros(n, dtype=np.bool_), np.zeros(n, dtype=np.bool_)
            failed, alone = noted.setdefault(rule, nothing)
            failed[form.rows] |= failing
            alone[form.rows] |= failing & (count == 1)


def _check_from(name: str, value: int, least: int) -> None:
    if type(value) is not int or value < least:
        raise NumbersError(f"{name} is {value!r}; it must be a whole number from {least}")
