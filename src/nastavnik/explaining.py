"""Makes the evidence for a pair or a mentor of a plan, from the people and the rules it was made from."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.assignment import Goal
from nastavnik.assignment.pairs import Tile
from nastavnik.assignment.residual import Move, Residual, Stakes
from nastavnik.candidates import Candidates, FormTable, Partition
from nastavnik.cohort import Cohort
from nastavnik.demands import Lock
from nastavnik.digests import digest_of_cohort, digest_of_methodology
from nastavnik.errors import CertificateError, UnknownNameError
from nastavnik.evidence import (
    Change,
    Chosen,
    Displaced,
    Evidence,
    Failed,
    FreePlaces,
    Hindrance,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
)
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import Methodology
from nastavnik.plan import MatchingPlan, Pair
from nastavnik.rules.evaluation import judge
from nastavnik.settling import Settled

__all__ = ["Explainer", "with_people"]

Ints = NDArray[np.int64]

_PRIVATE: Final = frozenset({"name"})


def with_people(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology = TARGET_MODEL
) -> MatchingPlan:
    """Return a plan that was read from a file with its people, so that it can explain itself.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.

    Raises:
        CertificateError: when it was made for other people or under other rules.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> from nastavnik.interchange import plan_from_json, plan_to_json
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> read = plan_from_json(plan_to_json(match(cohort)))
    >>> type(with_people(read, cohort).explain("b", "a")).__name__
    'Inadmissible'
    """
    if plan.cohort_digest != digest_of_cohort(cohort):
        raise CertificateError(
            "the plan was made for other people: the digest of the cohort differs"
        )
    if plan.methodology_digest != digest_of_methodology(methodology):
        raise CertificateError("the plan was made under other rules: the digest differs")
    copied = evolve(plan)
    demands = Settled(cohort=cohort, methodology=methodology, locks=plan.locks, bans=plan.bans)
    return copied.explained_by(Explainer(copied, demands))


@frozen(eq=False)
class _Part:
    """A partition person by person.

    Args:
        mentees: places of its mentees in the cohort.
        mentors: places of its mentors.
        stakes: what its pairs are worth by all goals.
        column_of: for each of the mentees the number of the mentor among these, −1 for nobody.
    """

    mentees: NDArray[np.intp]
    mentors: NDArray[np.intp]
    stakes: Stakes
    column_of: Ints


class Explainer:
    """Explains one plan.

    Args:
        plan: the plan.
        demands: what it was made from.
        found: the cohort under its rules, where it is known already.
    """

    def __init__(
        self, plan: MatchingPlan, demands: Settled, found: Candidates | None = None
    ) -> None:
        self._plan = plan
        self._demands = demands
        self._cohort = demands.cohort
        self._methodology = demands.methodology
        self._parts: dict[int, _Part] = {}
        if found is not None:
            self.__dict__["_found"] = found

    @cached_property
    def _found(self) -> Candidates:
        return self._demands.candidates()

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

    def explain(self, mentee: str, mentor: str | None = None) -> Evidence:
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
        )

    def _inadmissible(self, mentee: str, mentor: str) -> Inadmissible:
        """Return what stands in the way under the role model that the pair comes nearest to."""
        one = self._found.mentors.role(self._mentors[mentor])
        two: Any = self._found.mentees.role(self._mentees[mentee])
        nearest: tuple[str | None, str | None, tuple[Failed, ...]] | None = None
        for option in self._found.options:
            positions = option.form.mentor_position, option.form.mentee_position
            if positions != (one.person.position, two.person.position):
                continue
            failed = []
            for rule in self._methodology.requirements_of(option.form, option.role_model):
                verdict = judge(rule, one, two)  # type: ignore[arg-type]
                if not verdict.holds:
                    facts = {path: _fact(one, two, path) for path in verdict.facts}
                    failed.append(Failed(rule=rule.id, facts=facts, unknown=not verdict.decided))
            if nearest is None or len(failed) < len(nearest[2]):
                nearest = option.form.id, option.role_model.id, tuple(failed)
        form, role_model, reasons = nearest or (None, None, ())
        return Inadmissible(
            mentor=mentor, mentee=mentee, form=form, role_model=role_model, failed=reasons
        )

    def _displaced(self, mentee: str, mentor: str) -> Displaced | Impossible:
        found, hard = self._found, self._found.hard
        number = int(found.rows.number[self._mentees[mentee]])
        partition = next(p for p in found.partitions if number in p.rows)
        part = self._part(partition)
        residual = Residual.of(
            part.stakes, part.column_of, hard.minimums[part.mentors], hard.capacities[part.mentors]
        )
        row = int(np.flatnonzero(part.mentees == self._mentees[mentee])[0])
        column = int(np.flatnonzero(part.mentors == self._mentors[mentor])[0])
        moves = residual.forced(row, column)
        if moves is None:
            locks = (*self._demands.locks, Lock(mentor, mentee))
            locks = tuple(sorted(locks, key=lambda lock: (lock.mentee, lock.mentor)))
            error = evolve(self._demands, locks=locks).contradiction()
            return Impossible(mentor=mentor, mentee=mentee, conflicts=error.conflicts)
        return Displaced(
            mentor=mentor,
            mentee=mentee,
            losses=self._losses(part, moves),
            changes=self._changes(part, moves),
        )

    def _part(self, partition: Partition) -> _Part:
        key = int(partition.rows[0])
        if key not in self._parts:
            self._parts[key] = self._made(partition)
        return self._parts[key]

    def _made(self, partition: Partition) -> _Part:
        found = self._found
        rows, columns = found.rows, found.columns
        mentees = np.flatnonzero(np.isin(rows.number, partition.rows))
        mentors = np.flatnonzero(np.isin(columns.number, partition.columns))
        row_at = np.searchsorted(partition.rows, rows.number[mentees])
        column_at = np.searchsorted(partition.columns, columns.number[mentors])
        table = found.table(partition)
        classes = np.arange(partition.columns.size)

        def tile(some: NDArray[np.intp]) -> Tile:
            here, row = np.unique(row_at[some], return_inverse=True)
            scores, admissible = table.scores(here, classes)
            wanted = np.ix_(row, column_at)
            return Tile(scores[wanted], admissible[wanted])

        place = np.full(len(found.mentors) + 1, -1, dtype=np.int64)
        place[mentors] = np.arange(mentors.size)
        largest = max(form.most for form in found.forms)
        tiers = found.hard.priorities[mentees]
        stakes = Stakes.of(tile, tiers, mentors.size, largest)
        return _Part(mentees, mentors, stakes, place[self._mentor_of[mentees]])

    def _losses(self, part: _Part, moves: tuple[Move, ...]) -> tuple[Loss, ...]:
        """Return what some moves lose of each goal."""
        coverage: dict[int, int] = {}
        score = 0
        for move in moves:
            worth = part.stakes.worth(np.array([move.row]))[0]
            bonus = int(part.stakes.bonus[move.row])
            priority = int(self._found.hard.priorities[part.mentees[move.row]])
            for column, sign in ((move.before, 1), (move.after, -1)):
                if column >= 0:
                    coverage[priority] = coverage.get(priority, 0) + sign
                    score += sign * (int(worth[column]) - bonus)
        several = bool(self._found.hard.tiers)
        losses = [
            Loss(goal=Goal.COVERAGE, priority=priority if several else None, amount=amount)
            for priority, amount in sorted(coverage.items())
        ]
        losses.append(Loss(goal=Goal.SCORE, amount=score))
        return tuple(loss for loss in losses if loss.amount)

    def _changes(self, part: _Part, moves: tuple[Move, ...]) -> tuple[Change, ...]:
        """Return who goes from whom to whom, each mentee once."""
        ends: dict[int, int] = {}
        for move in moves:
            ends[move.row] = move.after
        changes = []
        for row, after in ends.items():
            before = int(part.column_of[row])
            if before != after:
                mentee = self._found.mentees.ids[int(part.mentees[row])]
                names = [self._called(part, column) for column in (before, after)]
                changes.append(Change(mentee=mentee, before=names[0], after=names[1]))
        return tuple(changes)

    def _called(self, part: _Part, column: int) -> str | None:
        return None if column < 0 else self._found.mentors.ids[int(part.mentors[column])]

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


def _fact(mentor: Any, mentee: Any, path: str) -> object:
    """Return a fact by its dotted path as a plain value, never a display name."""
    side, *rest = path.split(".")
    value: Any = mentor if side == "mentor" else mentee
    for name in rest:
        if name in _PRIVATE:
            return None
        value = getattr(value, name, None)
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(value))
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return getattr(value, "value", value)
