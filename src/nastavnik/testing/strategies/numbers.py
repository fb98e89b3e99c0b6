"""Strategies of the numbers that ``assign`` takes."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from attrs import frozen
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from hypothesis.strategies import DrawFn, SearchStrategy
from numpy.typing import NDArray

__all__ = [
    "AssignmentProblem",
    "assignment_problems",
    "capacities",
    "masks",
    "minimums",
    "scores",
    "supplies",
    "tiers",
]


@frozen(kw_only=True, eq=False)
class AssignmentProblem:
    """What ``assign`` takes: ``assign(p.scores, p.capacities, **p.demands)``.

    Args:
        scores: shape (n, m), what row i at column j is worth.
        capacities: shape (m,), places of each column.
        admissible: shape (n, m), which pairs may be formed.
        supplies: shape (n,), units of each row; None for one each.
        minimums: shape (m,), units that each column must get; None for none.
        tiers: shape (n,), which rows are matched first; None for all alike.
    """

    scores: NDArray[np.int64]
    capacities: NDArray[np.int64]
    admissible: NDArray[np.bool_]
    supplies: NDArray[np.int64] | None = None
    minimums: NDArray[np.int64] | None = None
    tiers: NDArray[np.int64] | None = None

    @property
    def demands(self) -> Mapping[str, Any]:
        """What ``assign`` and ``verify`` take beside scores and capacities, by the names of their arguments.

        >>> from nastavnik.assignment import assign
        >>> p = AssignmentProblem(scores=np.array([[5], [9]]), capacities=np.array([1]),
        ...                       admissible=np.array([[True], [True]]), tiers=np.array([0, 1]))
        >>> assign(p.scores, p.capacities, **p.demands).column_of.tolist()
        [0, -1]
        """
        return {
            "admissible": self.admissible,
            "supplies": self.supplies,
            "minimums": self.minimums,
            "tiers": self.tiers,
        }


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


def supplies(rows: int, *, high: int = 3) -> SearchStrategy[NDArray[np.int64]]:
    """Units, shape (rows,), rows of none among them."""
    return arrays(np.int64, (rows,), elements=st.integers(0, high))


def tiers(rows: int, *, high: int = 2) -> SearchStrategy[NDArray[np.int64]]:
    """Tiers, shape (rows,), from 0."""
    return arrays(np.int64, (rows,), elements=st.integers(0, high))


@st.composite
def minimums(draw: DrawFn, places: NDArray[np.int64]) -> NDArray[np.int64]:
    """Minimums that are nowhere above these places; there may still be too few rows to meet them.

    >>> from hypothesis import find
    >>> find(minimums(np.array([0, 3])), lambda needed: needed.any()).tolist()
    [0, 1]
    """
    return np.array([draw(st.integers(0, most)) for most in places.tolist()], dtype=np.int64)


@st.composite
def assignment_problems(
    draw: DrawFn,
    *,
    max_rows: int = 6,
    max_columns: int = 4,
    low: int = -2,
    high: int = 4,
    with_supplies: bool = False,
    with_minimums: bool = False,
    with_tiers: bool = False,
) -> AssignmentProblem:
    """Problems for ``assign``: empty ones, and such with too few or too many places, among them.

    Args:
        draw: given by Hypothesis.
        max_rows: most rows.
        max_columns: most columns.
        low: lowest score.
        high: highest score.
        with_supplies: whether rows stand for several units.
        with_minimums: whether columns must get some; nobody may be able to meet these.
        with_tiers: whether some rows are matched first.

    >>> from hypothesis import find
    >>> find(assignment_problems(), lambda p: p.admissible.any()).scores.tolist()
    [[0]]
    """
    rows, columns = draw(st.integers(0, max_rows)), draw(st.integers(0, max_columns))
    places = draw(capacities(columns))
    return AssignmentProblem(
        scores=draw(scores(rows, columns, low=low, high=high)),
        capacities=places,
        admissible=draw(masks(rows, columns)),
        supplies=draw(supplies(rows)) if with_supplies else None,
        minimums=draw(minimums(places)) if with_minimums else None,
        tiers=draw(tiers(rows)) if with_tiers else None,
    )
