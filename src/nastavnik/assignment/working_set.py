"""Solves one goal on few pairs, then proves it for all: a start, prices, a scan, and again.

Most pairs of a large table never matter. So the goal is solved on a *working set*: each row's best
few pairs. Its prices are then held against every pair of the face, first against those in the pool,
then against the rows of which the pool's bound does not already say that nothing outside it
matters. A pair worth more than its two prices joins the set, and the goal is solved again; when there
is none, the prices prove the assignment best over all pairs. Nothing is lost by the small start: it
only decides how soon the scan finds nothing.
"""

from collections.abc import Callable, Iterator
from typing import Final

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face
from nastavnik.assignment.pairs import EVERYTHING, Pairs
from nastavnik.assignment.pool import NOTHING, Kept, Pool, Tastes
from nastavnik.assignment.prices import prices_of
from nastavnik.assignment.tiling import in_tiles
from nastavnik.basics.errors import NastavnikError

__all__ = ["Scanner", "Solved", "solve_goal"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_START: Final = 16
"""Pairs of each row to begin with."""

_START_ALIKE: Final = 6
"""The same where all pairs of a row count alike, as in coverage."""

_START_LARGE: Final = 24
"""The same of a large problem without places to spare, where a second round costs more than more pairs."""

_LARGE: Final = 8000
"""Rows of a large problem."""

_JOINING: Final = 12
"""Pairs of each row that may join after a scan."""

_WORTH_BITS: Final = 26
_NOISE_BITS: Final = 16


@frozen(eq=False)
class Solved:
    """One goal solved.

    Args:
        rows: row of each pair that is used, ascending, shape (k,).
        columns: column of each, shape (k,).
        scores: score of each, shape (k,).
        amounts: units that each joins, shape (k,).
        row_prices: shape (n,).
        column_prices: shape (m,).
    """

    rows: Ints
    columns: Ints
    scores: Ints
    amounts: Ints
    row_prices: Ints
    column_prices: Ints


@frozen(eq=False)
class Scanner:
    """Looks at pairs outside the pool.

    Args:
        pairs: all of them.
        tastes: how ties are told apart.
        threads: how many tiles are looked at at once.
    """

    pairs: Pairs
    tastes: Tastes
    threads: int

    def tight(self, pool: Pool, face: Face, aim: Aim, last: Solved) -> Pool:
        """Return the pairs that the face leaves; rows of which there may be others are looked at anew.

        Args:
            pool: pairs with bounds on the scores.
            face: after the goal of the score.
            aim: what counts next.
            last: the best total score, with its prices.
        """
        in_doubt = pool.bounds(last.column_prices, face) >= last.row_prices
        in_doubt &= face.row_high > 0
        inside = face.has(pool.rows, pool.columns, pool.scores)
        left = pool.only(inside & ~in_doubt[pool.rows], in_doubt)
        rows = np.flatnonzero(in_doubt)
        if not rows.size:
            return left
        nothing = np.zeros_like(last.row_prices), np.zeros_like(last.column_prices)
        kept, left = self.look(left, aim, face, rows, nothing)
        placed = Kept(last.rows, last.columns, last.scores)
        width = nothing[1].size
        return left.with_pairs(kept, width)[0].with_pairs(placed, width)[0]

    def look(
        self, pool: Pool, aim: Aim, face: Face, rows: NDArray[np.intp], prices: tuple[Ints, Ints]
    ) -> tuple[Kept, Pool]:
        """Score these rows anew; return their best pairs of the face, and the pool with new bounds.

        The pairs are not yet in the pool.

        Args:
            pool: the pairs known so far.
            aim: what counts.
            face: what the earlier goals left free.
            rows: ascending.
            prices: of rows, shape (n,), and of columns, shape (m,), at which pairs are the best.
        """
        found = []
        bound, reference = pool.rest.copy(), pool.reference.copy()
        for of_block, columns in face.blocks:
            some = of_block[np.isin(of_block, rows, assume_unique=True)]
            for kept, rest in self._look(aim, face, some, columns, prices):
                found.append(kept)
                some, done = some[rest.size :], some[: rest.size]
                bound[done] = rest
        reference[rows] = len(pool.references)
        looked = evolve(
            pool, rest=bound, reference=reference, references=[*pool.references, prices[1]]
        )
        return Kept.together(found), looked

    def _look(
        self,
        aim: Aim,
        face: Face,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
        prices: tuple[Ints, Ints],
    ) -> Iterator[tuple[Kept, Ints]]:
        """Yield the best pairs of these rows and columns tile by tile, and for each row a bound on the rest."""
        least = np.full(rows.size, NOTHING, dtype=np.int64)
        if aim.counted is not None and rows.size:
            costly = prices[1][columns] >= (aim.counted - prices[0])[rows].max()
            if costly.any():  # at such a column nobody gains, whatever the pair
                least = aim.counted[rows] - prices[1][columns[costly]].min()
                columns = columns[~costly]
        everything = columns.size == prices[1].size

        def best(at: NDArray[np.intp]) -> tuple[Kept, Ints]:
            some = rows[at]
            if not columns.size:
                return Kept.together([]), least[at]
            tile = self.pairs.tile(some, EVERYTHING if everything else columns)
            here, there = some[:, None], columns[None, :]
            scores = tile.scores.astype(np.int64, copy=False)
            left = face.has(here, there, scores)
            if tile.admissible is not None:
                left = left & tile.admissible
            if aim.row_lots is not None and not prices[1].any():
                return self._luckiest(aim, some, columns, left, scores)
            worth = aim.weights(here, there, scores) - prices[1][there]
            worth = np.broadcast_to(worth, scores.shape)
            flat, rest = self.tastes.best(worth, left, some, columns)
            row, column = np.divmod(flat, columns.size)
            kept = Kept(some[row], columns[column], scores[row, column])
            return kept, np.maximum(rest, least[at])

        return in_tiles(np.arange(rows.size), columns.size, best, self.threads)

    def _luckiest(
        self,
        aim: Aim,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
        left: Bools,
        scores: Ints,
    ) -> tuple[Kept, Ints]:
        """Return the pairs of the largest tickets among those left of a tile, and bounds on the rest."""
        row = np.repeat(np.arange(rows.size), np.count_nonzero(left, axis=1))
        column = np.flatnonzero(left) - row * columns.size
        drawn = aim.weights(rows[row], columns[column], scores)
        lucky, rest = self.tastes.luckiest(drawn, row, rows.size)
        row, column = row[lucky], column[lucky]
        return Kept(rows[row], columns[column], scores[row, column]), rest


def solve_goal(
    aim: Aim,
    face: Face,
    pool: Pool,
    before: Solved | None,
    scanner: Scanner,
    tell: Callable[[int], None],
) -> tuple[Solved, Pool]:
    """Return the best assignment of the face with the prices that prove it, and the pool as it is then.

    Args:
        aim: the goal.
        face: what the earlier goals left free.
        pool: pairs to look at first; its bounds are on this goal's weights.
        before: an assignment of the face, if one is known; all its pairs are in the pool.
        scanner: looks at other pairs.
        tell: called with the number of each round when it begins.
    """
    from nastavnik.assignment import _flow  # noqa: PLC0415 - loading the solver takes a while

    width = face.column_high.size
    view = _View.of(aim, face, pool)
    chosen = view.best_of_each_row(view.weights, view.inside, _start(aim, face), scanner.tastes)
    if before is not None:
        chosen |= _among(pool, before.rows, before.columns, width)
    round_number = 0
    while True:
        tell(round_number)
        round_number += 1
        some = np.flatnonzero(chosen)
        rows, columns, scores = pool.rows[some], pool.columns[some], pool.scores[some]
        weights = view.weights[some]
        amounts, known = _flow.solve(aim, face, rows, columns, weights)
        u, p = prices_of(aim, face, rows, columns, weights, amounts, known)
        gain = view.weights - u[pool.rows] - p[pool.columns]
        missing = view.inside & (gain > 0)
        if missing.any():
            chosen = _grown(chosen, view.best_of_each_row(gain, missing, _JOINING, scanner.tastes))
            continue
        in_doubt = np.flatnonzero((pool.bounds(p, face) > u) & (face.row_high > 0))
        if in_doubt.size:
            kept, pool = scanner.look(pool, aim, face, in_doubt, (u, p))
            pool, moved = pool.with_pairs(kept, width)
            view = _View.of(aim, face, pool)
            before_look, chosen = chosen, np.zeros(pool.rows.size, dtype=np.bool_)
            chosen[moved] = before_look
            gain = view.weights - u[pool.rows] - p[pool.columns]
        missing = view.inside & (gain > 0)
        if not missing.any():
            used = np.flatnonzero(amounts)
            solved = Solved(rows[used], columns[used], scores[used], amounts[used], u, p)
            return solved, pool
        chosen = _grown(chosen, view.best_of_each_row(gain, missing, _JOINING, scanner.tastes))


def _start(aim: Aim, face: Face) -> int:
    """Return with how many pairs of each row to begin; it decides how long the goal takes, nothing else."""
    if aim.counted is not None:
        return _START_ALIKE
    scarce = int(face.column_high.sum()) <= int(face.row_high.sum())
    return _START_LARGE if scarce and face.row_high.size > _LARGE else _START


def _grown(chosen: Bools, joining: Bools) -> Bools:
    """Return the working set with more pairs; without any the rounds would never end."""
    if not (joining & ~chosen).any():
        raise NastavnikError("a round found no new pair; please report this as a defect")
    return chosen | joining


def _among(pool: Pool, rows: Ints, columns: Ints, width: int) -> Bools:
    """Return which pairs of the pool are these."""
    found = np.zeros(pool.rows.size, dtype=np.bool_)
    found[np.searchsorted(pool.rows * width + pool.columns, rows * width + columns)] = True
    return found


@frozen(eq=False)
class _View:
    """The pool as one goal sees it.

    Args:
        pool: the pool.
        weights: what each pair counts, shape (k,).
        inside: which pairs are of the face, shape (k,).
    """

    pool: Pool
    weights: Ints
    inside: Bools

    @classmethod
    def of(cls, aim: Aim, face: Face, pool: Pool) -> "_View":
        weights = aim.weights(pool.rows, pool.columns, pool.scores)
        return cls(
            pool,
            np.broadcast_to(weights, pool.rows.shape),
            face.has(pool.rows, pool.columns, pool.scores),
        )

    def best_of_each_row(self, worth: Ints, allowed: Bools, most: int, tastes: Tastes) -> Bools:
        """Return at most so many allowed pairs of each row: those worth most, ties in the row's own order."""
        chosen = allowed.copy()
        some = np.flatnonzero(allowed)
        rows = self.pool.rows[some]
        counts = np.bincount(rows, minlength=1)
        crowded = counts[rows] > most
        if crowded.any():
            some, rows = some[crowded], rows[crowded]
            noise = tastes.rows[rows] * tastes.columns[self.pool.columns[some]]
            ranking = _ranking(worth[some], noise)
            chosen[some[ranking > _ranked(ranking, rows, most)]] = False
        return chosen


def _ranking(worth: Ints, noise: NDArray[np.uint16]) -> Ints:
    """Return numbers that sort by falling worth, rounded if need be, then by noise."""
    below = int(worth.max()) - worth
    shift = max(0, int(below.max()).bit_length() - _WORTH_BITS)
    below >>= shift
    below <<= _NOISE_BITS
    below |= noise
    return below


def _ranked(numbers: Ints, rows: Ints, rank: int) -> Ints:
    """Return for each number the one of this rank, from 1, in its row; rows ascend and have more than so many."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    counts = np.diff(starts, append=rows.size)
    width = int(counts.max())
    if starts.size * width <= 4 * rows.size:  # a table with few gaps need not be sorted
        table = np.full((starts.size, width), np.iinfo(np.int64).max)
        table[np.arange(width) < counts[:, None]] = numbers
        table.partition(rank - 1, axis=1)
        return np.repeat(table[:, rank - 1], counts)
    ordered = numbers[np.lexsort((numbers, rows))]
    return np.repeat(ordered[starts + rank - 1], counts)
