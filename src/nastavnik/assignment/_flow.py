"""One goal on some pairs of a face, solved as a minimum-cost flow by OR-Tools; the only module that imports the solver.

Each row sends its units, to columns or past all of them; a column demands what it must have, and
passes on what else it got. Costs are the negative weights; a unit that brings a ticket costs it when
it goes past. The network is feasible whenever the face is, and supplies equal demands by
construction: OR-Tools crashes when asked for flows after they did not.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from nastavnik.assignment.goals import Aim, Face
from nastavnik.assignment.long_chains import are_long_chains, inserted
from nastavnik.basics.errors import NastavnikError, ScoreOverflowError

__all__ = ["solve"]

Ints = NDArray[np.int64]


def solve(
    aim: Aim, face: Face, rows: Ints, columns: Ints, weights: Ints
) -> tuple[Ints, list[int] | None]:
    """Return how many units each pair joins in a best assignment on these pairs, shape (k,).

    Args:
        aim: the goal.
        face: what the earlier goals left free; these pairs allow an assignment of it.
        rows: row of each pair, shape (k,).
        columns: column of each pair, shape (k,).
        weights: what each pair counts, shape (k,).

    Returns:
        The units, and prices of columns that prove them, where the way to them has some.

    Raises:
        ScoreOverflowError: when the solver refuses the range of the costs.
    """
    n, m = face.row_high.size, face.column_high.size
    if rows.size == 0:
        return np.zeros(0, dtype=np.int64), None
    if are_long_chains(rows, columns, face):
        return inserted(aim, face, rows, columns, np.broadcast_to(weights, rows.shape))
    sink = n + m
    leaving, room, cost = _past(aim, face)
    spare = np.minimum(face.column_high - face.column_low, face.row_high.sum())
    passing = np.flatnonzero(spare > 0)
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:n] = face.row_high
    supplies[n:sink] = -face.column_low
    supplies[sink] = -supplies.sum()

    # Its type stubs claim scalar types where arrays of them are taken.
    solver: Any = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([rows, leaving, n + passing]),
        np.concatenate([n + columns, np.full(leaving.size + passing.size, sink, dtype=np.int64)]),
        np.concatenate(
            [np.minimum(face.row_high[rows], face.column_high[columns]), room, spare[passing]]
        ),
        np.concatenate([-weights, cost, np.zeros(passing.size, dtype=np.int64)]),
    )
    solver.set_nodes_supplies(np.arange(sink + 1), supplies)
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise ScoreOverflowError(
            "the scores are too far apart for exact 64-bit arithmetic; divide all of them by a common number"
        )
    if status != solver.OPTIMAL:
        raise NastavnikError(
            f"the flow solver stopped with {status}; please report this as a defect"
        )
    amounts: Ints = np.asarray(solver.flows(arcs[: rows.size]), dtype=np.int64)
    return amounts, None


def _past(aim: Aim, face: Face) -> tuple[Ints, Ints, Ints]:
    """Return row, room and cost of the arcs past all columns."""
    free = face.row_high - face.row_low
    rows = np.flatnonzero(free > 0)
    if aim.units is None:
        return rows, free[rows], np.zeros(rows.size, dtype=np.int64)
    each = np.repeat(rows, free[rows])
    rank = np.arange(each.size) - np.repeat(np.cumsum(free[rows]) - free[rows], free[rows])
    tickets = aim.units.at(each, face.row_low[each] + rank)
    return each, np.ones(each.size, dtype=np.int64), tickets
