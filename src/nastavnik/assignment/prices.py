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

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face
from nastavnik.basics.errors import NastavnikError

__all__ = ["prices_of"]

Ints = NDArray[np.int64]

_FAR = np.int64(2**62)


def prices_of(
    aim: Aim, face: Face, rows: Ints, columns: Ints, weights: Ints, amounts: Ints
) -> tuple[Ints, Ints]:
    """Return row prices, shape (n,), and column prices, shape (m,), that prove the assignment best.

    Args:
        aim: the goal.
        face: what the earlier goals left free.
        rows: row of each pair, ascending, shape (k,).
        columns: column of each pair, shape (k,).
        weights: what each pair counts, shape (k,).
        amounts: how many units each pair joins, shape (k,).

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
    with_room = np.flatnonzero(column_loads < face.column_high)
    can_give_up = np.flatnonzero(column_loads > face.column_low)
    distances = np.zeros(m + 1, dtype=np.int64)
    for _ in range(m + 3):
        best = offers.least(distances)
        nearer = np.minimum(distances, asks.least(best))
        nearer[with_room] = np.minimum(nearer[with_room], nearer[outside])
        if can_give_up.size:
            nearer[outside] = min(nearer[outside], nearer[can_give_up].min())
        if np.array_equal(nearer, distances):
            break
        distances = nearer
    else:
        raise NastavnikError("the assignment has no proving prices; please report this as a defect")
    column_prices = distances[:-1] - distances[-1]
    row_prices = joining.copy()
    row_prices[rows[used]] = weights[used] - column_prices[columns[used]]
    return row_prices, column_prices


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
