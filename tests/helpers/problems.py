"""Assignment problems as tables of numbers, and their answers, each proven."""

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, assign
from nastavnik.testing.strategies import AssignmentProblem

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


def solved(problem: AssignmentProblem, *, seed: int = 0, threads: int | None = None) -> Assignment:
    """Assign and let the answer prove itself."""
    given = {**problem.demands, "threads": threads}
    best = assign(problem.scores, problem.capacities, **given, seed=seed)
    best.verify(problem.scores, problem.capacities, **given)
    return best
