"""The prices that prove an assignment best: shortest distances between columns.

With units of row ``i`` at column ``a`` the conditions on the prices (see ``goals``) are differences
between two columns, or between a column and "outside", where units without a place are and whose
price is 0::

    p[a] <= p[j] + (w[i, a] - w[i, j])   a unit of row i would rather stay than move to j
    p[a] <= w[i, a] - leaving[i]         would rather stay than leave, where it may
    w[i, j] - joining[i] <= p[j]         a unit of row i without a place gains nothing at j
    0 <= p[j]                            where a place could be given up
    p[j] <= 0                            where places are left

Such a system is solved by shortest distances (Bellman–Ford), and has a solution exactly when the
assignment is best. The solutions are all the prices that prove the goal, whichever best assignment
they were derived from, and the one taken is the greatest that is nowhere above 0. So the prices depend
on the problem alone, not on the way on which solver and working set came to the optimum.

Written with one more number for each row, its best offer ``r[i] = min over j of p[j] - w[i, j]``, a step
of Bellman–Ford is two passes over the pairs.
"""

from heapq import heapify, heappop, heappush

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face
from nastavnik.basics.errors import NastavnikError

__all__ = ["prices_of"]

Ints = NDArray[np.int64]

_FAR = np.int64(2**62)


def prices_of(
    aim: Aim,
    face: Face,
    rows: Ints,
    columns: Ints,
    weights: Ints,
    amounts: Ints,
    known: list[int] | None = None,
) -> tuple[Ints, Ints]:
    """Return row prices, shape (n,), and column prices, shape (m,), that prove the assignment best.

    Args:
        aim: the goal.
        face: what the earlier goals left free.
        rows: row of each pair, ascending, shape (k,).
        columns: column of each pair, shape (k,).
        weights: what each pair counts, shape (k,).
        amounts: how many units each pair joins, shape (k,).
        known: any prices of columns that prove it, where there are some; no result depends on them.

    Raises:
        NastavnikError: when there are none, because the assignment is not best on these pairs.
    """
    n, m = face.row_high.size, face.column_high.size
    loads = np.bincount(rows, weights=amounts, minlength=n).astype(np.int64)
    leaving, joining = aim.exits(loads, face.row_low, face.row_high)
    outside = m
    used = np.flatnonzero(amounts > 0)
    may_leave = np.flatnonzero(loads > face.row_low)
    could_join = np.flatnonzero(loads < face.row_high)
    offers = _Offers.sorted(
        np.concatenate([rows, may_leave]),
        np.concatenate([columns, np.full(may_leave.size, outside)]),
        np.concatenate([weights, leaving[may_leave]]),
        n,
    )
    asks = _Offers.sorted(
        np.concatenate([columns[used], np.full(could_join.size, outside)]),
        np.concatenate([rows[used], could_join]),
        np.concatenate([-weights[used], -joining[could_join]]),
        m + 1,
    )
    column_loads = np.bincount(columns, weights=amounts, minlength=m).astype(np.int64)
    room = _Room(
        np.flatnonzero(column_loads < face.column_high),
        np.flatnonzero(column_loads > face.column_low),
    )
    distances = None if known is None else _distances_by(known, offers, asks, room)
    if distances is None:
        distances = _distances(offers, asks, room, m)
    column_prices = distances[:-1] - distances[-1]
    row_prices = joining.copy()
    row_prices[rows[used]] = weights[used] - column_prices[columns[used]]
    return row_prices, column_prices


@frozen(eq=False)
class _Room:
    """Columns that are near outside.

    Args:
        free: columns with places left: none is farther than outside.
        spare: columns that could give a place up: outside is not farther than any.
    """

    free: Ints
    spare: Ints

    def near(self, distances: Ints) -> None:
        """Bring those nearer that may be."""
        outside = distances.size - 1
        distances[self.free] = np.minimum(distances[self.free], distances[outside])
        if self.spare.size:
            distances[outside] = min(distances[outside], distances[self.spare].min())


def _distances(offers: "_Offers", asks: "_Offers", room: _Room, m: int) -> Ints:
    """Return the distances of all columns and of outside, step by step, until nothing is nearer."""
    distances = np.zeros(m + 1, dtype=np.int64)
    for _ in range(m + 3):
        nearer = np.minimum(distances, asks.least(offers.least(distances)))
        room.near(nearer)
        if np.array_equal(nearer, distances):
            return distances
        distances = nearer
    raise NastavnikError("the assignment has no proving prices; please report this as a defect")


def _distances_by(known: list[int], offers: "_Offers", asks: "_Offers", room: _Room) -> Ints | None:
    """Return the same distances in one go, made from prices that prove the assignment; None where they do not.

    Measured by these prices no arc is shorter than nothing, so that each column is gone through once (Dijkstra). Along
    a chain the steps above would be as many as the chain is long.
    """
    outside, level = len(known), [*known, 0]
    highest = max(level)
    near = [highest - one for one in level]
    to_rows, to_columns = offers.turned(len(level)), asks.turned(offers.size)
    free, spare = room.free.tolist(), set(room.spare.tolist())
    heap = [(distance, column) for column, distance in enumerate(near)]
    heapify(heap)
    done = bytearray(len(level))

    def reach(column: int, distance: int) -> None:
        if distance < near[column]:
            near[column] = distance
            heappush(heap, (distance, column))

    while heap:
        distance, column = heappop(heap)
        if distance > near[column] or done[column]:
            continue
        done[column] = 1
        here = distance + level[column]
        for row, weight in to_rows[column]:
            for other, worth in to_columns[row]:
                reach(other, here - weight - worth - level[other])
        if column in spare:
            reach(outside, here - level[outside])
        for other in free if column == outside else ():
            reach(other, here - level[other])
    distances = [one + own - highest for one, own in zip(near, level, strict=True)]
    found = np.array(distances, dtype=np.int64)
    nearer = np.minimum(found, asks.least(offers.least(found)))
    room.near(nearer)
    return found if np.array_equal(nearer, found) else None


@frozen(eq=False)
class _Offers:
    """Arcs grouped by where they begin: the least value at their ends, less their weight.

    Args:
        starts: first arc of each node that has any.
        nodes: these nodes.
        ends: where each arc ends.
        weights: weight of each arc.
        size: number of nodes.
    """

    starts: Ints
    nodes: Ints
    ends: Ints
    weights: Ints
    size: int

    @classmethod
    def sorted(cls, nodes: Ints, ends: Ints, weights: Ints, size: int) -> "_Offers":
        order = np.argsort(nodes, kind="stable")
        ordered = nodes[order]
        starts = np.flatnonzero(np.diff(ordered, prepend=-1))
        return cls(starts, ordered[starts], ends[order], weights[order], size)

    def least(self, values: Ints) -> Ints:
        """Return for each node the least of value less weight over its arcs; far where it has none."""
        found = np.full(self.size, _FAR, dtype=np.int64)
        if self.nodes.size:
            found[self.nodes] = np.minimum.reduceat(values[self.ends] - self.weights, self.starts)
        return found

    def turned(self, size: int) -> list[list[tuple[int, int]]]:
        """Return for each of so many ends the nodes from which arcs lead there, with the weights."""
        found: list[list[tuple[int, int]]] = [[] for _ in range(size)]
        lengths = np.diff(self.starts, append=self.ends.size)
        nodes = np.repeat(self.nodes, lengths)
        arcs = zip(nodes.tolist(), self.ends.tolist(), self.weights.tolist(), strict=True)
        for node, end, weight in arcs:
            found[end].append((node, weight))
        return found
