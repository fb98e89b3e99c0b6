"""A partition person by person, and what it loses when some of them go elsewhere."""

from functools import cached_property

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.assignment import Goal
from nastavnik.assignment.pairs import Tile
from nastavnik.assignment.residual import Move, Residual, Stakes
from nastavnik.matching.candidates import Candidates, Partition
from nastavnik.programme.evidence import Change, Loss, Prices

__all__ = ["Persons"]

Ints = NDArray[np.int64]


@frozen(eq=False)
class Persons:
    """Everybody of a partition, and where they are.

    Args:
        found: the cohort under its rules.
        mentees: places of the mentees in the cohort.
        mentors: places of the mentors.
        stakes: what their pairs are worth by all goals.
        column_of: for each of the mentees the number of the mentor among these, −1 for nobody.
    """

    found: Candidates
    mentees: NDArray[np.intp]
    mentors: NDArray[np.intp]
    stakes: Stakes
    column_of: Ints

    @classmethod
    def of(cls, found: Candidates, partition: Partition, mentor_of: Ints) -> "Persons":
        """Return a partition of which everybody stands at their mentor's.

        Args:
            found: the cohort under its rules.
            partition: which.
            mentor_of: the place of each mentee's mentor in the cohort, −1 for nobody.
        """
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
        stakes = Stakes.of(tile, found.hard.priorities[mentees], mentors.size, largest)
        return cls(found, mentees, mentors, stakes, place[mentor_of[mentees]])

    def residual(self) -> Residual:
        """Return where everybody is, to be changed."""
        start = self._start
        return evolve(start, at=start.at.copy(), now=start.now.copy(), loads=start.loads.copy())

    @cached_property
    def _start(self) -> Residual:
        hard = self.found.hard
        return Residual.of(
            self.stakes, self.column_of, hard.minimums[self.mentors], hard.capacities[self.mentors]
        )

    def losses(self, moves: tuple[Move, ...]) -> tuple[Loss, ...]:
        """Return what some moves lose of each goal, those of nothing left out."""
        coverage: dict[int, int] = {}
        score = 0
        for move in moves:
            worth = self.stakes.worth(np.array([move.row]))[0]
            bonus = int(self.stakes.bonus[move.row])
            priority = int(self.found.hard.priorities[self.mentees[move.row]])
            for column, sign in ((move.before, 1), (move.after, -1)):
                if column >= 0:
                    coverage[priority] = coverage.get(priority, 0) + sign
                    score += sign * (int(worth[column]) - bonus)
        several = self.found.hard.several
        losses = [
            Loss(goal=Goal.COVERAGE, priority=priority if several else None, amount=amount)
            for priority, amount in sorted(coverage.items())
        ]
        losses.append(Loss(goal=Goal.SCORE, amount=score))
        return tuple(loss for loss in losses if loss.amount)

    def prices(self, residual: Residual) -> Prices:
        """Return the prices that prove a changed assignment best, of every mentor of the partition."""
        found = self.found
        hard = found.hard
        tiers = hard.tiers or (0,)
        parts = self.stakes.by_goal(residual.prices())
        whole = np.zeros((self.mentors.size, len(tiers) + 1), dtype=np.int64)
        here = np.unique(hard.priorities[self.mentees]) if hard.tiers else [0]
        whole[:, [*np.searchsorted(tiers, here), -1]] = parts
        names = (found.mentors.ids[int(at)] for at in self.mentors)
        return dict(zip(names, map(tuple, whole.tolist()), strict=True))

    def changes(self, moves: tuple[Move, ...]) -> tuple[Change, ...]:
        """Return who goes from whom to whom, each mentee once."""
        ends: dict[int, int] = {}
        for move in moves:
            ends[move.row] = move.after
        changes = []
        for row, after in ends.items():
            before = int(self.column_of[row])
            if before != after:
                mentee = self.found.mentees.ids[int(self.mentees[row])]
                names = [self._called(column) for column in (before, after)]
                changes.append(Change(mentee=mentee, before=names[0], after=names[1]))
        return tuple(changes)

    def _called(self, column: int) -> str | None:
        return None if column < 0 else self.found.mentors.ids[int(self.mentors[column])]
