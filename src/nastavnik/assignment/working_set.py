"""Solves one goal on few pairs, then proves it for all: a start, prices, a scan, and again.

Most pairs of a large table never matter. So the goal is solved on a *working set*: each row's best
few pairs, ties drawn by lot so that not everybody names the same columns. Its prices are then held
against every pair of the face. A pair worth more than its two prices joins the set, and the goal is
solved again; when there is none, the prices prove the assignment best over all pairs. Nothing is
lost by the small start: it only decides how soon the scan finds nothing.
"""

from typing import Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment.goals import Face
from nastavnik.assignment.lottery import TICKET_BITS
from nastavnik.assignment.prices import prices_of

__all__ = ["first_pairs", "solve_goal"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_START: Final = 12
"""Pairs of each row to begin with."""

_JOINING: Final = 6
"""Pairs of each row that may join after a scan."""

_LOT: Final = 2.0**-TICKET_BITS
"""Makes of a ticket a part of one point. Only the order of trying depends on it, no result."""


def first_pairs(weights: Ints, face: Face, lots: Ints) -> Bools:
    """Return pairs to begin with: each row's best few of the face, ties drawn by lot."""
    return _best_of_each_row(weights, lots, face.pairs, _START)


def solve_goal(
    weights: Ints, face: Face, capacities: Ints, start: Bools, before: Ints, lots: Ints
) -> tuple[Ints, Ints, Ints]:
    """Return the column of every row, and the row and column prices that prove it best.

    Args:
        weights: shape (n, m), what the goal counts.
        face: what the earlier goals left free.
        capacities: shape (m,).
        start: shape (n, m), pairs to begin with.
        before: shape (n,), an assignment of the face; keeps the working set from being too small.
        lots: shape (n, m), from 0 to below 2³¹; decide which of equally good pairs join first.
    """
    from nastavnik.assignment import _flow  # noqa: PLC0415 - loading the solver takes a while

    chosen = start & face.pairs
    placed = np.flatnonzero(before >= 0)
    chosen[placed, before[placed]] = True
    while True:
        part = evolve(face, pairs=chosen)
        column_of = _flow.solve(weights, part, capacities)
        rows, columns = prices_of(weights, part, capacities, column_of)
        gain = weights - rows[:, None] - columns[None, :]
        missing = face.pairs & (gain > 0)
        short = np.flatnonzero(missing.any(axis=1))
        if not short.size:
            return column_of, rows, columns
        chosen[short] |= _best_of_each_row(gain[short], lots[short], missing[short], _JOINING)


def _best_of_each_row(worth: Ints, lots: Ints, allowed: Bools, most: int) -> Bools:
    """Return at most so many allowed pairs of each row: those worth most, among equals by lot."""
    chosen = allowed.copy()
    many = np.flatnonzero(allowed.sum(axis=1) > most)
    if many.size:
        ranked = np.where(allowed[many], worth[many] + lots[many] * _LOT, -np.inf)
        best = np.argpartition(ranked, -most, axis=1)[:, -most:]
        few = np.zeros(ranked.shape, dtype=np.bool_)
        np.put_along_axis(few, best, values=True, axis=1)
        chosen[many] = few
    return chosen
