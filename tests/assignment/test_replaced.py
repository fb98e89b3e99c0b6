"""A row or a column that is worth something else: the chains end where a solution from scratch does."""

import numpy as np
import pytest
from numpy.typing import NDArray

from nastavnik.assignment import assign
from nastavnik.assignment.pairs import Tile
from nastavnik.assignment.replaced import with_column, with_row
from nastavnik.assignment.residual import Residual, Stakes

Ints = NDArray[np.int64]


def drawn(rng: np.random.Generator, shape: tuple[int, ...]) -> Ints:
    """Return scores, −1 for what may not be."""
    return np.where(rng.random(shape) < 0.5, rng.integers(0, 6, shape), -1)


def best(table: Ints, capacities: Ints, tiers: Ints) -> Ints:
    """Return the column of each row in a best assignment, solved from scratch."""
    found = assign(np.maximum(table, 0), capacities, admissible=table >= 0, tiers=tiers)
    return found.column_of.copy()


def achieved(table: Ints, at: Ints, tiers: Ints) -> list[int]:
    """Return rows that have a place, tier by tier, and points."""
    rows = np.flatnonzero((at >= 0) & (at < table.shape[1]))
    assert (table[rows, at[rows]] >= 0).all()
    counts = [int((tiers[rows] == tier).sum()) for tier in np.unique(tiers)]
    return [*counts, int(table[rows, at[rows]].sum())]


@pytest.mark.parametrize("kind", ["row", "column"])
@pytest.mark.parametrize("several", [False, True])
def test_the_result_is_that_of_solving_again(kind: str, several: bool) -> None:
    """Small tables drawn at random, of one tier and of several; bounds are kept, and nothing was changed before."""
    rng = np.random.default_rng(7 + several)
    for _ in range(60):
        n, m = int(rng.integers(1, 8)), int(rng.integers(1, 5))
        table, capacities = drawn(rng, (n, m)), rng.integers(0, 4, m)
        tiers = rng.choice([1, 5, 5], n) if several else np.full(n, 5)
        start = Residual.of(
            Stakes.of(lambda some, t=table: Tile(t[some], t[some] >= 0), tiers, m, 9),  # type: ignore[misc]
            best(table, capacities, tiers),
            np.zeros(m, dtype=np.int64),
            capacities,
        )
        before, other = start.at.copy(), table.copy()
        if kind == "row":
            at = int(rng.integers(n))
            other[at] = drawn(rng, (m,))
            found = with_row(start, at, other[at])
        else:
            at = int(rng.integers(m))
            other[:, at] = drawn(rng, (n,))
            found = with_column(start, at, other[:, at])
        assert found is not None
        again = best(other, capacities, tiers)
        assert achieved(other, found.at, tiers) == achieved(other, again, tiers)
        loads = np.bincount(found.at[found.at < m], minlength=m)
        assert (loads == found.loads).all()
        assert (loads <= capacities).all()
        assert (start.at == before).all()


def test_a_column_that_must_have_rows_is_left_to_the_solver() -> None:
    """Emptying it on the way would break its minimum."""
    table = np.array([[1]])
    stakes = Stakes.of(lambda some: Tile(table[some], table[some] >= 0), [5], 1, 9)
    start = Residual.of(stakes, np.array([0]), np.array([1]), np.array([1]))
    assert with_column(start, 0, np.array([2])) is None
    assert with_row(start, 0, np.array([2])) is None
