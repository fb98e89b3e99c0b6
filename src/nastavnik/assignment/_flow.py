"""One goal inside one face, solved as a minimum-cost flow by OR-Tools; the only module that imports the solver.

Each row sends one unit, to a column or past all of them; a column that must be full demands its
places, the others pass on what they got. Costs are the negative weights. The network is feasible
whenever the face is, and supplies equal demands by construction: OR-Tools crashes when asked for
flows after they did not.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.graph.python import min_cost_flow

from nastavnik.assignment.goals import Face
from nastavnik.errors import NastavnikError, ScoreOverflowError

__all__ = ["solve"]

Ints = NDArray[np.int64]


def solve(weights: Ints, face: Face, capacities: Ints) -> Ints:
    """Return the column of every row, −1 for nobody, in a best assignment of the face.

    Args:
        weights: shape (n, m), what the goal counts.
        face: what the earlier goals left free; not empty of assignments.
        capacities: shape (m,).

    Raises:
        ScoreOverflowError: when the solver refuses the range of the costs.
    """
    rows, columns = weights.shape
    column_of = np.full(rows, -1, dtype=np.int64)
    pair_rows, pair_columns = np.nonzero(face.pairs)
    if pair_rows.size == 0:
        return column_of
    sink = rows + columns
    free_rows = np.flatnonzero(~face.rows_must)
    free_columns = np.flatnonzero(~face.columns_must)
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:rows] = 1
    supplies[rows:sink] = np.where(face.columns_must, -capacities, 0)
    supplies[sink] = -supplies.sum()

    # Its type stubs claim scalar types where arrays of them are taken.
    solver: Any = min_cost_flow.SimpleMinCostFlow()
    arcs = solver.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([pair_rows, free_rows, rows + free_columns]),
        np.concatenate(
            [rows + pair_columns, np.full(free_rows.size + free_columns.size, sink, dtype=np.int64)]
        ),
        np.concatenate(
            [
                np.ones(pair_rows.size + free_rows.size, dtype=np.int64),
                np.minimum(capacities[free_columns], rows),
            ]
        ),
        np.concatenate(
            [
                -weights[pair_rows, pair_columns],
                np.zeros(free_rows.size + free_columns.size, dtype=np.int64),
            ]
        ),
    )
    solver.set_nodes_supplies(np.arange(sink + 1), supplies)
    status = solver.solve()
    if status == solver.BAD_COST_RANGE:
        raise ScoreOverflowError("the scores are too far apart for exact 64-bit arithmetic")
    if status != solver.OPTIMAL:
        raise NastavnikError(
            f"the flow solver stopped with {status}; please report this as a defect"
        )
    used = solver.flows(arcs[: pair_rows.size]) > 0
    column_of[pair_rows[used]] = pair_columns[used]
    return column_of
