"""One goal on pairs that hang together in long chains, where a flow solver goes up and down the chain without end.

Rows come in one after the other, in a shuffled order, each by the cheapest way through those that are there: a shortest
path over the columns, after which the prices are put right (Hungarian method on a sparse graph). In a chain a row is
soon at a free place, since those inside come in shuffled; in a dense graph every way is short as well, and the flow
solver is far faster. Weights are whole numbers of Python here, of any size. What is found is proven afterwards like
anything else that a solver returns.
"""

import random
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import Final

import numpy as np
from attrs import define
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face
from nastavnik.basics.errors import NastavnikError

__all__ = ["are_long_chains", "inserted"]

Ints = NDArray[np.int64]
Offer = tuple[int, int]
"""A column, and what the pair with it counts."""

_FEWEST: Final = 512
"""Rows below which the flow solver is fast, however they hang together."""

_PAIRS_OF_A_ROW: Final = 4
"""Pairs of a row, on the average, above which no chain is long."""

_SEED: Final = 2019
"""Of the order in which rows come in; no result depends on it."""

_LONG: Final = 64
"""Steps from some row to the farthest one, from which on a chain is long; among rows at random there are ten."""


def are_long_chains(rows: Ints, columns: Ints, face: Face) -> bool:
    """Return whether most of these pairs hang together in chains so long that rows had better come in one by one.

    Args:
        rows: row of each pair, shape (k,).
        columns: column of each pair, shape (k,).
        face: of which they are.

    >>> few = Face.whole(*(np.ones(size, dtype=np.int64) for size in (3, 3, 3)))
    >>> are_long_chains(np.array([0, 1, 2]), np.array([0, 1, 2]), few)
    False
    """
    n = face.row_high.size
    if n < _FEWEST or rows.size > _PAIRS_OF_A_ROW * n or face.row_high.max() > 1:
        return False  # told at once of most problems
    some = np.unique(rows).tolist()
    if len(some) < _FEWEST or rows.size > _PAIRS_OF_A_ROW * len(some):
        return False
    ends = np.concatenate([rows, columns + n])
    others = np.concatenate([columns + n, rows])
    order = np.argsort(ends, kind="stable")
    starts = np.searchsorted(ends[order], np.arange(n + face.column_high.size + 1)).tolist()
    beside = others[order].tolist()
    return 2 * sum(_in_long_chains(starts, beside, some)) > len(some)


def _in_long_chains(
    starts: Sequence[int], beside: Sequence[int], rows: Sequence[int]
) -> Iterator[int]:
    """Yield how many rows hang together in each chain that is long."""
    seen = bytearray(len(starts))
    is_row = bytearray(len(starts))
    for row in rows:
        is_row[row] = 1
    for first in rows:
        if seen[first]:
            continue
        seen[first] = 1
        level, levels, count = [first], 0, 0
        while level:
            count += sum(is_row[node] for node in level)
            levels += 1
            further = []
            for node in level:
                for other in beside[starts[node] : starts[node + 1]]:
                    if not seen[other]:
                        seen[other] = 1
                        further.append(other)
            level = further
        if levels > _LONG:
            yield count


def inserted(
    aim: Aim, face: Face, rows: Ints, columns: Ints, weights: Ints
) -> tuple[Ints, list[int]]:
    """Return how many units each pair joins in a best assignment on these pairs, shape (k,), and prices of columns.

    Args:
        aim: the goal.
        face: what the earlier goals left free; each of its rows has one unit at most, and these pairs allow an
            assignment of it.
        rows: row of each pair, ascending, shape (k,).
        columns: column of each pair, shape (k,).
        weights: what each pair counts, shape (k,).

    >>> from nastavnik.assignment.goals import Goal
    >>> face = Face.whole(np.array([1, 1]), np.array([0, 0]), np.array([1, 1]))
    >>> pairs = np.array([0, 0, 1]), np.array([0, 1, 0]), np.array([9, 8, 7])
    >>> units, prices = inserted(Aim(goal=Goal.SCORE), face, *pairs)
    >>> units.tolist()
    [0, 1, 1]
    """
    n, m = face.row_high.size, face.column_high.size
    offers: list[list[Offer]] = [[] for _ in range(n)]
    for row, column, weight in zip(rows.tolist(), columns.tolist(), weights.tolist(), strict=True):
        offers[row].append((column, weight))
    _, joining = aim.exits(np.zeros(n, dtype=np.int64), face.row_low, face.row_high)
    most = max(map(abs, weights.tolist()), default=0) + int(np.abs(joining).max(initial=0))
    bonus = 4 * (n + m + 1) * (most + 1)
    standing = _Standing(
        offers=offers,
        outside=[
            None if low else worth
            for worth, low in zip(joining.tolist(), face.row_low.tolist(), strict=True)
        ],
        low=face.column_low.tolist(),
        high=face.column_high.tolist(),
        bonus=bonus,
        prices=[-bonus if low else 0 for low in face.column_low.tolist()],
        here=[{} for _ in range(m)],
    )
    coming = [row for row in range(n) if face.row_high[row] and (offers[row] or face.row_low[row])]
    random.Random(_SEED).shuffle(coming)  # noqa: S311 - nothing is kept secret
    for row in coming:
        standing.insert(row)
    at = np.full(n, -1, dtype=np.int64)
    for column, there in enumerate(standing.here):
        at[list(there)] = column
    return (at[rows] == columns).astype(np.int64), standing.prices


@define
class _Standing:
    """Rows that have come in, in a best assignment of themselves, with the prices that prove it.

    A place that must be filled brings the bonus, so that its price is that far below 0 while it is free. Prices only
    rise: a row that comes in pushes others on and draws nobody in.

    Args:
        offers: for each row its columns and weights.
        outside: what each row is worth outside, None where it must have a place.
        low: rows that each column must have.
        high: rows that it may have.
        bonus: more than all weights together.
        prices: of each column.
        here: the rows at each column, each with its weight there.
    """

    offers: list[list[Offer]]
    outside: list[int | None]
    low: list[int]
    high: list[int]
    bonus: int
    prices: list[int]
    here: list[dict[int, int]]

    def insert(self, row: int) -> None:
        """Let a row in by the way on which least is lost, and put the prices right.

        Raises:
            NastavnikError: when there is no way, so that the face has no assignment on these pairs.
        """
        if self._comes_at_once(row):
            return
        way = _Way(self, row)
        while (column := way.next()) is not None:
            load, price, distance = len(self.here[column]), self.prices[column], way.near[column]
            if load < self.high[column]:
                lost = distance - price - (self.bonus if load < self.low[column] else 0)
                way.may_end(lost, -1, column)
            for one, weight in self.here[column].items():
                gained = distance + weight - price
                leave = self.outside[one]
                if leave is not None:
                    way.may_end(gained - leave, one, column)
                for other, worth in self.offers[one]:
                    way.may_go(gained - worth + self.prices[other], one, column, other)
        if way.least is None:
            raise NastavnikError(
                "a face has no assignment on its pairs; please report this as a defect"
            )
        for column in way.done:
            if way.near[column] < way.least:
                self.prices[column] += way.least - way.near[column]
        self._move(way)

    def _comes_at_once(self, row: int) -> bool:
        """Put a row where it likes best if there is a place for nothing, and return whether there was."""
        offers, prices = self.offers[row], self.prices
        best = max([weight - prices[column] for column, weight in offers], default=None)
        away = self.outside[row]
        if best is None or (away is not None and away > best):
            return False
        for column, weight in offers:
            load = len(self.here[column])
            free = load < self.high[column] and prices[column] == -self.bonus * (
                load < self.low[column]
            )
            if free and weight - prices[column] == best:
                self.here[column][row] = weight
                return True
        return False

    def _move(self, way: "_Way") -> None:
        """Go the way back from where it ended: a row that goes outside, or a column with a free place."""
        one, column = way.last
        if one >= 0:
            self.here[column].pop(one, None)
        while column >= 0:
            one, before = way.by[column]
            self.here[column][one] = next(w for c, w in self.offers[one] if c == column)
            if before >= 0:
                del self.here[before][one]
            column = before


class _Way:
    """The way of one row through those that are there, on which least is lost; columns are gone through by distance.

    Attributes:
        near: what is lost on the way to each column that was reached.
        by: for each of these the row that comes to it, and from where; −1 for the new row.
        done: columns that were gone through.
        least: what is lost on the best way that ends, None while there is none.
        last: where it ends: a row that goes outside from a column, or −1 and a column with a free place.
    """

    def __init__(self, standing: _Standing, row: int) -> None:
        worths = [weight - standing.prices[column] for column, weight in standing.offers[row]]
        best, away = max(worths, default=0), standing.outside[row]
        columns = [column for column, _ in standing.offers[row]]
        self.near = {c: best - worth for c, worth in zip(columns, worths, strict=True)}
        self.by: dict[int, tuple[int, int]] = dict.fromkeys(columns, (row, -1))
        self.done: set[int] = set()
        self.least = None if away is None else best - away
        self.last = (row, -1)
        self._heap = [(distance, column) for column, distance in self.near.items()]
        heapify(self._heap)

    def next(self) -> int | None:
        """Return the nearest column that was not gone through, None where none is nearer than the end."""
        while self._heap:
            distance, column = heappop(self._heap)
            if self.least is not None and distance >= self.least:
                return None
            if column not in self.done:
                self.done.add(column)
                return column
        return None

    def may_end(self, lost: int, one: int, column: int) -> None:
        """Note that the way may end there."""
        if self.least is None or lost < self.least:
            self.least, self.last = lost, (one, column)

    def may_go(self, distance: int, one: int, column: int, other: int) -> None:
        """Note that a row may go on from a column to another."""
        if other not in self.done and (other not in self.near or distance < self.near[other]):
            self.near[other], self.by[other] = distance, (one, column)
            heappush(self._heap, (distance, other))
