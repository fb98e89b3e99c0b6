"""What a best assignment costs to change: one unit more here, one less there, and the moves that follow.

Rows of one unit each stand at a column or outside. A column that gets a unit too many passes one on, a column
that lost one draws one in; each move frees or fills another place, until a place is free anyway or somebody is
outside. The best such chain is a longest path over the columns, found by Bellman–Ford, each step of which looks
only at columns that changed in the last. As long as the assignment was best before, it is best again after the
chain, so what is lost is exact: it equals a solution from scratch.

All goals together are one number for each pair: units of an earlier tier outweigh all that later goals can change
along a chain. That is no big weight in the engine's sense, for a chain is short and its range is known.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.pairs import Tile
from nastavnik.assignment.tiling import row_tiles
from nastavnik.basics.errors import ScoreOverflowError

__all__ = ["NEVER", "Move", "Residual", "Stakes"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEVER: Final = -(2**62)
"""What a pair is worth that may not be formed: below all that any chain can bring."""

_LARGEST: Final = 2**60

_REMEMBERED: Final = 1 << 23
"""Pairs up to which what they are worth is remembered; a larger table is scored again wherever it is looked at."""


@frozen
class Move:
    """A row that goes elsewhere.

    Args:
        row: which.
        before: column, or −1 for outside.
        after: column, or −1 for outside.
    """

    row: int
    before: int
    after: int


@frozen(eq=False)
class Stakes:
    """What pairs are worth by all goals together.

    Args:
        tile: scores of all columns for some rows, and which pairs may be formed.
        bonus: shape (n,), what a row brings by having any place.
        columns: number of them.
    """

    tile: Callable[[NDArray[np.intp]], Tile]
    bonus: Ints
    columns: int
    _known: list[Ints] = field(factory=list)

    @classmethod
    def of(
        cls,
        tile: Callable[[NDArray[np.intp]], Tile],
        tiers: Sequence[int] | Ints,
        columns: int,
        largest: int,
    ) -> "Stakes":
        """Weigh the goals against each other.

        Args:
            tile: as above.
            tiers: tier of each row; the smallest comes first.
            columns: number of them.
            largest: what no score exceeds, with or without a minus.

        Raises:
            ScoreOverflowError: when the goals together leave 64 bits.
        """
        kinds, rank = np.unique(np.asarray(tiers), return_inverse=True)
        least = 4 * (columns + 2) * (largest + 1)
        weights = [least * 8 ** (len(kinds) - 1 - k) for k in range(len(kinds))]
        if weights and weights[0] > _LARGEST:
            raise ScoreOverflowError(
                "the scores are too far apart to tell what a change costs in 64 bits"
            )
        return cls(tile, np.array(weights, dtype=np.int64)[rank], columns)

    def known(self, worth: Ints) -> "Stakes":
        """Return the same with all worths known: shape (n, m), `NEVER` where a row may not be."""
        found = Stakes(lambda rows: Tile(*self._parts(worth, rows)), self.bonus, self.columns)
        found._known.append(worth)
        return found

    def _parts(self, worth: Ints, rows: NDArray[np.intp]) -> tuple[Ints, Bools]:
        admissible = worth[rows] != NEVER
        return np.where(admissible, worth[rows] - self.bonus[rows][:, None], 0), admissible

    def pairs(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> tuple[Ints, Bools]:
        """Return the scores of some rows and columns anew, and which of these pairs may be formed."""
        worth = self.worth(rows)[:, columns]
        admissible = worth != NEVER
        return np.where(admissible, worth - self.bonus[rows][:, None], 0), admissible

    def by_goal(self, values: Ints) -> Ints:
        """Return sums of worths along a chain goal by goal, shape (k, goals): units tier by tier, then points."""
        parts = []
        for weight in np.unique(self.bonus)[::-1].tolist():
            count = (values + weight // 2) // weight
            parts.append(count)
            values = values - count * weight
        return np.stack([*parts, values], axis=1)

    def worth(self, rows: NDArray[np.intp]) -> Ints:
        """Return what each of some rows is worth at every column, far below 0 where it may not be."""
        n = self.bonus.size
        if n * self.columns > _REMEMBERED:
            return self._worth(rows)
        if not self._known:
            self._known.append(self._worth(np.arange(n)))
        return self._known[0][rows]

    def _worth(self, rows: NDArray[np.intp]) -> Ints:
        found = self.tile(rows)
        worth = found.scores.astype(np.int64) + self.bonus[rows][:, None]
        return worth if found.admissible is None else np.where(found.admissible, worth, NEVER)


@define(eq=False)
class Residual:
    """A best assignment that is being changed.

    Args:
        stakes: what pairs are worth.
        at: shape (n,), column of each row; the number of columns for outside; a row that takes no part has −1.
        now: shape (n,), what each row is worth where it is.
        loads: shape (m,), rows at each column.
        low: shape (m,), how many must be there at least.
        high: shape (m,), and at most.
    """

    stakes: Stakes
    at: Ints
    now: Ints
    loads: Ints
    low: Ints
    high: Ints

    @classmethod
    def of(cls, stakes: Stakes, column_of: Ints, low: Ints, high: Ints) -> "Residual":
        """Return a best assignment as one that can be changed.

        Args:
            stakes: what pairs are worth.
            column_of: column of each row, −1 for nobody.
            low: rows that each column must have.
            high: rows that it may have.
        """
        m = stakes.columns
        placed = np.flatnonzero(column_of >= 0)
        now = np.zeros(column_of.size, dtype=np.int64)
        for rows in row_tiles(placed, m):
            now[rows] = stakes.worth(rows)[np.arange(rows.size), column_of[rows]]
        loads = np.bincount(column_of[placed], minlength=m).astype(np.int64)
        at = np.where(column_of >= 0, column_of, m)
        return cls(stakes, at, now, loads, low, high)

    def forced(self, row: int, column: int) -> tuple[Move, ...] | None:
        """Put a row at a column for good, and return what else moves; None when the minimums forbid it.

        The row itself is the first move.
        """
        before, m = int(self.at[row]), self.stakes.columns
        moves = [Move(row, -1 if before == m else before, column)]
        # For a moment the row stands at both: first nobody is missing anywhere, so that what cannot be now cannot be.
        self.at[row] = -1
        self.loads[column] += 1
        possible = self.push_out(column, moves)
        if possible and before != m:
            self.loads[before] -= 1
            possible = self.draw_in(before, moves)
        return tuple(moves) if possible else None

    def widened(self, column: int) -> tuple[Move, ...]:
        """Return what moves when a column gets one place more; nothing when that does not help."""
        moves: list[Move] = []
        self.draw_in(column, moves)
        return tuple(moves)

    def push_out(self, start: int, moves: list[Move]) -> bool:
        """Take one row away from a column if it has too many, or if that gains; False when it cannot be."""
        m = self.stakes.columns
        best = np.full(m + 1, NEVER, dtype=np.int64)
        best[start] = 0
        coming = self.passed_on(best, np.array([start]))
        ends = np.append(self.loads + 1 <= self.high, True)
        ends[start] = self.low[start] <= self.loads[start] <= self.high[start]
        value = np.where(ends, best, NEVER)
        if self.loads[start] - 1 < self.low[start]:  # nobody can be spared
            value = np.where(np.arange(m + 1) == start, value, NEVER)
        end = start if value[start] == value.max() else int(value.argmax())
        if value[end] <= NEVER // 2:
            return False
        while end != start:
            row = int(coming[end])
            origin = int(self.at[row])
            self.move(row, origin, end, moves)
            end = origin
        return True

    def prices(self) -> Ints:
        """Return what one place in each column is worth, shape (m,): prices that prove the assignment best.

        A column that has no more than it must have, and to which nobody else may go, has a price far below 0, so that
        nobody leaves it.
        """
        m = self.stakes.columns
        far = -2 * int(self.stakes.bonus.max(initial=1))
        best = np.append(np.where((self.loads > self.low) | (self.low == 0), 0, far), 0)
        self.passed_on(best, np.arange(m + 1))
        return best[:m]

    def passed_on(self, best: Ints, changed: NDArray[np.intp]) -> Ints:
        """Raise what a row brings at each column as far as rows that leave others, or come from outside, do.

        Args:
            best: shape (m + 1,), what it is worth to free a place there, last outside; it is changed.
            changed: where to begin.

        Returns:
            The row that comes to each column by the best chain, −1 where no chain leads; shape (m + 1,).
        """
        m = self.stakes.columns
        coming = np.full(m + 1, -1, dtype=np.int64)
        while changed.size:
            rows = np.flatnonzero(np.isin(self.at, changed))
            before = best.copy()
            leaving = best[self.at[rows]] - self.now[rows]
            for tile in row_tiles(np.arange(rows.size), m):
                worth = self.stakes.worth(rows[tile])
                reached = np.where(worth == NEVER, NEVER, worth + leaving[tile][:, None])
                first = reached.argmax(axis=0)
                value = reached[first, np.arange(m)]
                better = np.flatnonzero(value > best[:m])
                best[better], coming[better] = value[better], rows[tile][first[better]]
            inside = np.flatnonzero(self.at[rows] < m)
            if inside.size:
                last = inside[leaving[inside].argmax()]
                if leaving[last] > best[m]:
                    best[m], coming[m] = leaving[last], rows[last]
            changed = np.flatnonzero(best > before)
        return coming

    def draw_in(self, start: int, moves: list[Move]) -> bool:
        """Bring one row to a column if it has too few, or if that gains; False when it cannot be."""
        m = self.stakes.columns
        best = np.full(m + 1, NEVER, dtype=np.int64)
        going = np.full((m + 1, 2), -1, dtype=np.int64)
        best[start] = 0
        changed = np.array([start])
        rows = np.flatnonzero(self.at >= 0)
        while changed.size:
            before = best.copy()
            for tile in row_tiles(rows, changed.size):
                worth = self.stakes.worth(tile)[:, changed]
                gained = np.where(worth == NEVER, NEVER, worth + best[changed])
                first = gained.argmax(axis=1)
                value = gained[np.arange(tile.size), first]
                value = np.where(value <= NEVER // 2, NEVER, value - self.now[tile])
                order = np.argsort(value, kind="stable")  # the best of each column comes last
                places = self.at[tile[order]]
                top = np.full(m + 1, -1, dtype=np.int64)
                top[places] = order
                some = np.flatnonzero(top >= 0)
                some = some[value[top[some]] > best[some]]
                best[some] = value[top[some]]
                going[some, 0] = tile[top[some]]
                going[some, 1] = changed[first[top[some]]]
            changed = np.flatnonzero(best[:m] > before[:m])
        ends = np.append(self.loads - 1 >= self.low, True)
        ends[start] = self.loads[start] >= self.low[start]
        value = np.where(ends, best, NEVER)
        end = start if value[start] == value.max() else int(value.argmax())
        if value[end] <= NEVER // 2:
            return False
        while end != start:
            row, goal = going[end].tolist()
            self.move(row, end, goal, moves)
            end = goal
        return True

    def move(self, row: int, origin: int, goal: int, moves: list[Move]) -> None:
        """Move a row from where it is to where it goes, and note that; the number of columns is outside."""
        m = self.stakes.columns
        self.at[row] = goal
        self.now[row] = 0 if goal == m else self.stakes.worth(np.array([row]))[0, goal]
        if origin < m:
            self.loads[origin] -= 1
        if goal < m:
            self.loads[goal] += 1
        moves.append(Move(row, -1 if origin == m else origin, -1 if goal == m else goal))
