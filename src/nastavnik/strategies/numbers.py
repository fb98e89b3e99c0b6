"""Strategies of the numbers that ``assign`` takes."""

import numpy as np
from attrs import frozen
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from hypothesis.strategies import DrawFn, SearchStrategy
from numpy.typing import NDArray

__all__ = ["AssignmentProblem", "assignment_problems", "capacities", "masks", "scores"]


@frozen(kw_only=True, eq=False)
class AssignmentProblem:
    """What ``assign`` takes: ``assign(p.scores, p.capacities, admissible=p.admissible)``.

    Args:
        scores: shape (n, m), what row i at column j is worth.
        capacities: shape (m,), places of each column.
        admissible: shape (n, m), which pairs may be formed.
    """

    scores: NDArray[np.int64]
    capacities: NDArray[np.int64]
    admissible: NDArray[np.bool_]


def scores(
    rows: int, columns: int, *, low: int = -2, high: int = 4
) -> SearchStrategy[NDArray[np.int64]]:
    """Scores, shape (rows, columns): whole numbers of a range small enough for many ties.

    >>> from hypothesis import find
    >>> find(scores(2, 2), lambda table: table.max() > 1).max()
    np.int64(2)
    """
    return arrays(np.int64, (rows, columns), elements=st.integers(low, high))


def masks(rows: int, columns: int) -> SearchStrategy[NDArray[np.bool_]]:
    """Which pairs may be formed, shape (rows, columns)."""
    return arrays(np.bool_, (rows, columns), elements=st.booleans())


def capacities(columns: int, *, high: int = 3) -> SearchStrategy[NDArray[np.int64]]:
    """Places, shape (columns,), columns without any among them."""
    return arrays(np.int64, (columns,), elements=st.integers(0, high))


@st.composite
def assignment_problems(
    draw: DrawFn, *, max_rows: int = 6, max_columns: int = 4, low: int = -2, high: int = 4
) -> AssignmentProblem:
    """Problems for ``assign``: empty ones, and such with too few or too many places, among them.

    Args:
        draw: given by Hypothesis.
        max_rows: most rows.
        max_columns: most columns.
        low: lowest score.
        high: highest score.

    >>> from hypothesis import find
    >>> find(assignment_problems(), lambda p: p.admissible.any()).scores.tolist()
    [[0]]
    """
    rows, columns = draw(st.integers(0, max_rows)), draw(st.integers(0, max_columns))
    return AssignmentProblem(
        scores=draw(scores(rows, columns, low=low, high=high)),
        capacities=draw(capacities(columns)),
        admissible=draw(masks(rows, columns)),
    )
