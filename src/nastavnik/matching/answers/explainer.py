"""Makes the evidence for a pair or a mentor of a plan, from the people and the rules it was made from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    spellings_that_help,
    statements_that_help,
)
from nastavnik.matching.answers.alternatives import Alternatives
from nastavnik.matching.answers.audiences import Telling, failed_of
from nastavnik.matching.answers.completions import Completions
from nastavnik.matching.answers.hindrances import free_places_of
from nastavnik.matching.answers.placements import Persons
from nastavnik.matching.answers.recruits import profiles_wanted
from nastavnik.matching.answers.what_if import changed_cohort, compared
from nastavnik.matching.candidates import Candidates, Partition
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
    Ground,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Statement,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.plan import Alternative, Explains, MatchingPlan, Pair, WhatIf
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError
from nastavnik.programme.round.meetings import meeting_minutes, meeting_times
from nastavnik.programme.round.statements import completed
from nastavnik.rules.evaluation import judge

__all__ = ["Explainer"]

Ints = NDArray[np.int64]

_MOST_PAIRS: Final = 1 << 16
"""Mentees times mentors of a round up to which it is said at once what would help at the least cost."""

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
        mentor, mentee = self._cohort.mentor(pair.mentor), self._cohort.mentee(pair.mentee)
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
            times=tuple(
                time.key for time in meeting_times((mentor.person, mentee.person), minutes) or ()
            ),
            grounds=tuple(self._grounds(pair, mentor, mentee)),
            category=self._shown_category(pair, mentee),
        )

    def _grounds(self, pair: Pair, mentor: Mentor, mentee: Mentee) -> Iterator[Ground]:
        """Yield for what preferences give points, where they say so."""
        form = self._methodology.form(pair.form)
        for rule in self._methodology.preferences_of(form, form.role_model(pair.role_model)):
            facts = rule.grounds(mentor, mentee) if pair.points.get(rule.id) else {}
            if facts:
                yield Ground(rule=rule.id, facts=facts)

    def _shown_category(self, pair: Pair, mentee: Mentee) -> str | None:
        """Return the category of a pair's mentee where it was taken from the signs, or None."""
        if mentee.category is not None:
            return None
        bound = self._methodology.form(pair.form).role_model(pair.role_model).categories
        shown = self._methodology.categories_shown(mentee.person.position, mentee.signs)
        return shown[0] if len(shown) == 1 and shown[0] in bound else None

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
        mentors = mentors_that_help(self._plan, self._cohort.mentors, profiles, copies, self._tried)
        rules = rules_that_help(self._plan, self._methodology, self._tried)
        kinds = (
            self._stated_advice(most),
            *(sorted(kind, key=Advice.rank)[:most] for kind in (places, mentors, rules)),
        )
        found = sorted(chain.from_iterable(kinds), key=Advice.rank)
        return tuple(map(self._verified, found))

    def remedies(self, *, most: int) -> tuple[Advice, ...]:
        """Return what costs no more than to ask, see `MatchingPlan.remedies`."""
        _check_from("most", most, 1)
        pairs = len(self._found.mentees) * len(self._found.mentors)
        if pairs > _MOST_PAIRS or not self._plan.unmatched:
            return ()
        return tuple(sorted(self._stated_advice(most), key=Advice.rank)[:most])

    def _stated_advice(self, most: int) -> list[Advice]:
        """Return advice of what is to be stated: so many of each kind of statement, and of spellings."""
        statements = statements_that_help(self._plan, self._completions, self._stated, most=most)
        spellings = spellings_that_help(self._plan, self._cohort, self._as_changed)
        return [*statements, *sorted(spellings, key=Advice.rank)[:most]]

    def _verified(self, advice: Advice) -> Advice:
        """Check what a place brings by solving the round with it; what others bring was found so."""
        for name in advice.mentors[:1]:
            tried = self._tried(places={name: self._demands.capacities[name] + 1})
            if gains_of(tried.diff) != (advice.gains, advice.points):
                raise AssertionError("a place brings something else than was found")
        return advice

    @cached_property
    def _completions(self) -> Completions:
        return Completions(self._found, self._methodology, self._mentor_of, self._gained)

    def _gained(self, statements: Sequence[Statement]) -> tuple[tuple[int, ...], int] | None:
        """Return what statements bring, solved from scratch; None where the demands cannot be met then."""
        try:
            goals = self._stated(statements).diff.goals
        except NoPlanError:
            return None
        *gains, points = (goal.after - goal.before for goal in goals)
        return tuple(gains), points

    def _stated(self, statements: Sequence[Statement]) -> WhatIf:
        """Match the round with some statements completed."""
        return self._as_changed(completed(self._cohort, statements))

    def _as_changed(
        self,
        cohort: Cohort,
        methodology: Methodology | None = None,
        locks: Iterable[Lock] | None = None,
        bans: Iterable[Ban] | None = None,
    ) -> WhatIf:
        plan = self._rematch(
            cohort,
            self._methodology if methodology is None else methodology,
            locks=self._plan.locks if locks is None else locks,
            bans=self._plan.bans if bans is None else bans,
            seed=self._plan.seed,
            on=self._plan.on,
        )
        return WhatIf(plan=plan, diff=compared(self._plan, self._cohort, plan, cohort))

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
        return self._as_changed(cohort, methodology, locks, bans)

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
        evidence = self.explain(mentee, mentor)
        telling = Telling(self._cohort, self._methodology)
        if not isinstance(evidence, CrowdedOut):
            return telling.mentee(evidence, mentee)
        named = np.array([self._mentors[name] for name in evidence.mentors])
        _, ways = self._found.ways_of(np.full(named.size, self._mentees[mentee]), named)
        return telling.mentee(evidence, mentee, suitable=int((ways >= 0).sum()))

    def told_mentor(self, mentor: str) -> ToldMentor:
        """Return what a mentor is told, see `MatchingPlan.explain_mentor`."""
        return Telling(self._cohort, self._methodology).mentor(
            self._plan, self.explain_mentor(mentor)
        )

    def explain_mentor(self, mentor: str) -> FreePlaces:
        """Return why a mentor has free places, or has none."""
        if mentor not in self._plan.places:
            raise UnknownNameError("mentor", mentor, self._plan.places)
        return free_places_of(self._found, self._plan, mentor, self._mentors[mentor])


def _check_from(name: str, value: int, least: int) -> None:
    if type(value) is not int or value < least:
        raise NumbersError(f"{name} is {value!r}; it must be a whole number from {least}")
