"""The prices that prove an assignment best: shortest distances between columns.

With row ``i`` at column ``a`` the conditions on the prices (see ``goals``) are differences between
two columns, or between a column and "outside", the choice of staying unmatched, whose price is 0::

    p[a] <= p[j] + (w[i, a] - w[i, j])   row i would rather stay than move to j
    p[a] <= w[i, a]                      row i would rather stay than leave, unless it must be matched
    w[i, j] <= p[j]                      an unmatched row i gains nothing at j
    0 <= p[j]                            unless column j must be full
    p[j] <= 0                            where places are left

Such a system is solved by shortest distances (Bellman–Ford), and has a solution exactly when the
assignment is best. The solutions are all the prices that prove the goal, whichever best assignment
they were derived from, and the one taken is the greatest that is nowhere above 0. So the prices depend
on the problem alone, not on the way on which solver and working set came to the optimum.
"""

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment.goals import Face
from nastavnik.errors import NastavnikError

__all__ = ["prices_of"]

Ints = NDArray[np.int64]

_FAR = np.int64(2**62)


def prices_of(weights: Ints, face: Face, capacities: Ints, column_of: Ints) -> tuple[Ints, Ints]:
    """Return row prices, shape (n,), and column prices, shape (m,), that prove the assignment best.

    Raises:
        NastavnikError: when there are none, because the assignment is not best in this face.
    """
    distances = _shortest(_lengths(weights, face, capacities, column_of))
    columns = distances[:-1] - distances[-1]
    rows = np.zeros(weights.shape[0], dtype=np.int64)
    matched = np.flatnonzero(column_of >= 0)
    at = column_of[matched]
    rows[matched] = weights[matched, at] - columns[at]
    return rows, columns


def _lengths(weights: Ints, face: Face, capacities: Ints, column_of: Ints) -> Ints:
    """Return how far the first column's price may exceed the second's; outside is the last of both."""
    columns = weights.shape[1]
    lengths = np.full((columns + 1, columns + 1), _FAR, dtype=np.int64)
    pair_rows, pair_columns = np.nonzero(face.pairs)
    worth, at = weights[pair_rows, pair_columns], column_of[pair_rows]
    placed = at >= 0
    own = weights[pair_rows[placed], at[placed]]
    moves = at[placed], pair_columns[placed]
    np.minimum.at(lengths, moves, own - worth[placed])
    leaving = np.flatnonzero((column_of >= 0) & ~face.rows_must)
    leaves = column_of[leaving], np.full(leaving.size, columns)
    np.minimum.at(lengths, leaves, weights[leaving, column_of[leaving]])
    lengths[-1, :-1] = np.where(face.columns_must, _FAR, np.int64(0))
    joins = np.full((~placed).sum(), columns), pair_columns[~placed]
    np.minimum.at(lengths, joins, -worth[~placed])
    loads = np.bincount(column_of[column_of >= 0], minlength=columns)
    free = np.flatnonzero(loads < capacities)
    lengths[free, -1] = np.minimum(lengths[free, -1], 0)
    return lengths


def _shortest(lengths: Ints) -> Ints:
    """Return the largest values, none above 0, with no difference larger than its length."""
    values = np.zeros(lengths.shape[0], dtype=np.int64)
    for _ in range(lengths.shape[0] + 1):
        nearer = np.minimum(values, (lengths + values[None, :]).min(axis=1))
        if np.array_equal(nearer, values):
            return values
        values = nearer
    raise NastavnikError("the assignment has no proving prices; please report this as a defect")
