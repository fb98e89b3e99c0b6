"""What a best assignment becomes when one row or one column is worth something else: exact, and much faster than anew.

A row that changes is taken out, upon which the others are best again by one chain; then it is put in as a new one, by
the best chain that begins with it. A column that changes is emptied row by row, and filled place by place. Before and
after each step the assignment is best for what is there, so the last is best for the changed round; what it gains is
what a solution from scratch would gain.
"""

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment.residual import NEVER, Residual

__all__ = ["with_column", "with_row"]

Ints = NDArray[np.int64]


def with_row(start: Residual, row: int, scores: Ints) -> Residual | None:
    """Return the best assignment when a row is worth something else; None where the minimums leave none on the way.

    Args:
        start: a best assignment; it is not changed.
        row: which.
        scores: shape (m,), what the row is worth at each column, below 0 where it may not be.

    >>> from nastavnik.assignment.pairs import Tile
    >>> from nastavnik.assignment.residual import Stakes
    >>> worth = np.array([[3, 2], [5, -1]])
    >>> stakes = Stakes.of(lambda some: Tile(worth[some], worth[some] >= 0), [5, 5], 2, 9)
    >>> start = Residual.of(stakes, np.array([1, 0]), np.zeros(2, int), np.ones(2, int))
    >>> with_row(start, 1, np.array([-1, 9])).at.tolist()
    [0, 1]
    """
    found = _copied(start)
    m = found.stakes.columns
    before = int(found.at[row])
    found.at[row], found.now[row] = -1, 0
    if before < m:
        found.loads[before] -= 1
        if not found.draw_in(before, []):
            return None
    worth = found.stakes.worth(np.arange(found.at.size)).copy()
    worth[row] = np.where(scores >= 0, scores + found.stakes.bonus[row], NEVER)
    found.stakes = found.stakes.known(worth)
    best = np.append(worth[row], NEVER)
    coming = found.passed_on(best, np.flatnonzero(worth[row] != NEVER))
    ends = np.append(found.loads + 1 <= found.high, True)
    value = np.where(ends, best, NEVER)
    end = int(value.argmax())
    found.at[row] = m
    if value[end] <= 0:
        return found
    while coming[end] >= 0:
        other = int(coming[end])
        origin = int(found.at[other])
        found.move(other, origin, end, [])
        end = origin
    found.move(row, m, end, [])
    return found


def with_column(start: Residual, column: int, scores: Ints) -> Residual | None:
    """Return the best assignment when a column is worth something else; None for one that must have some rows.

    Args:
        start: a best assignment; it is not changed.
        column: which.
        scores: shape (n,), what each row is worth there, below 0 where it may not be.

    >>> from nastavnik.assignment.pairs import Tile
    >>> from nastavnik.assignment.residual import Stakes
    >>> worth = np.array([[3, -1], [5, -1]])
    >>> stakes = Stakes.of(lambda some: Tile(worth[some], worth[some] >= 0), [5, 5], 2, 9)
    >>> start = Residual.of(stakes, np.array([-1, 0]), np.zeros(2, int), np.ones(2, int))
    >>> with_column(start, 1, np.array([-1, 4])).at.tolist()
    [0, 1]
    """
    found = _copied(start)
    if found.low[column]:
        return None
    places = int(found.high[column])
    while found.loads[column]:
        found.high[column] = found.loads[column] - 1
        if not found.push_out(column, []):
            return None
    worth = found.stakes.worth(np.arange(found.at.size)).copy()
    worth[:, column] = np.where(scores >= 0, scores + found.stakes.bonus, NEVER)
    found.stakes = found.stakes.known(worth)
    for taken in range(places):
        found.high[column] = taken + 1
        found.draw_in(column, [])
        if found.loads[column] == taken:
            break
    found.high[column] = places
    return found


def _copied(start: Residual) -> Residual:
    copies = {name: getattr(start, name).copy() for name in ("at", "now", "loads", "low", "high")}
    return evolve(start, **copies)
