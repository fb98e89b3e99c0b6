r"""What is wanted, in which order, and how one goal leaves room for the next.

Data: rows ``i`` want one place, columns ``j`` have ``cap[j]`` places, ``F`` is a set of pairs.
Variables: ``x[i, j]`` is 1 when row ``i`` goes to column ``j``.

One goal with weights ``w``::

    maximise   sum w[i, j] x[i, j]           over the pairs of F
    subject to sum over j of x[i, j] <= 1      (= 1 for rows that must be matched)
               sum over i of x[i, j] <= cap[j] (= cap[j] for columns that must be full)

Its prices, ``u`` for rows and ``p`` for columns, satisfy::

    u[i] + p[j] >= w[i, j]  on F,    u[i] >= 0 and p[j] >= 0 except where "must" holds,
    sum of u[i] + sum of cap[j] p[j] = what the assignment achieves.

Then no assignment within the face achieves more, because each pair is paid for by its two prices.
And *every* best assignment uses only pairs with ``u[i] + p[j] = w[i, j]``, matches every row with
``u[i] > 0`` and fills every column with ``p[j] > 0``. This is the next face: the next goal is
solved inside it and can take nothing back. No goal is ever multiplied by a big weight.
"""

import enum

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

__all__ = ["Face", "Goal"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@enum.unique
class Goal(enum.Enum):
    """The goals in their strict order."""

    COVERAGE = "coverage"
    """As many rows as possible get a place."""
    SCORE = "score"
    """The total score is as high as it can be."""
    LOTTERY = "lottery"
    """Among equals the sum of the lottery's tickets decides."""


@frozen(kw_only=True, eq=False)
class Face:
    """What the earlier goals left free.

    Args:
        pairs: shape (n, m), pairs that some assignment best so far uses.
        rows_must: shape (n,), rows that every assignment best so far matches.
        columns_must: shape (m,), columns that every assignment best so far fills.
    """

    pairs: Bools
    rows_must: Bools
    columns_must: Bools

    @classmethod
    def whole(cls, admissible: Bools) -> "Face":
        """Return the face before any goal: everything admissible, nothing demanded."""
        rows, columns = admissible.shape
        return cls(
            pairs=admissible,
            rows_must=np.zeros(rows, dtype=np.bool_),
            columns_must=np.zeros(columns, dtype=np.bool_),
        )

    def after(self, weights: Ints, rows: Ints, columns: Ints) -> "Face":
        """Return the face that a goal with these weights and proven prices leaves."""
        return Face(
            pairs=self.pairs & (rows[:, None] + columns[None, :] == weights),
            rows_must=self.rows_must | (rows > 0),
            columns_must=self.columns_must | (columns > 0),
        )
