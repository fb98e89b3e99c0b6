"""Whether the minimums of all columns can be met at once, and which cannot if not.

Minimums can be met exactly when they could all be filled were they the only places. So this is coverage
with minimums for capacities. Where some stay open, those who may go there are all placed, and from where
they are one can go on: the columns reached ask together for more units than may go to any of them.
"""

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face, Goal
from nastavnik.assignment.numbers import Numbers
from nastavnik.assignment.pool import Pool
from nastavnik.assignment.working_set import Scanner, Solved, solve_goal
from nastavnik.basics.errors import UnmetMinimumsError

__all__ = ["check_minimums"]

Ints = NDArray[np.int64]

_MOST_NAMED = 10
_ROWS = 1024


def check_minimums(numbers: Numbers, pool: Pool, scanner: Scanner) -> tuple[Solved, Pool]:
    """Return an assignment that meets all minimums, and the pool with its pairs.

    Raises:
        UnmetMinimumsError: naming columns whose minimums nobody could meet together.
    """
    ones = np.ones(numbers.shape[0], dtype=np.int64)
    aim = Aim(goal=Goal.COVERAGE, counted=ones)
    nothing = np.zeros_like(numbers.minimums)
    face = Face.whole(numbers.supplies, nothing, numbers.minimums)
    solved, grown = solve_goal(aim, face, pool.measured(ones), None, scanner, lambda _: None)
    if int(solved.amounts.sum()) < int(numbers.minimums.sum()):
        short, reach = _short(numbers, solved)
        units = int(numbers.supplies[reach].sum())
        asked = int(numbers.minimums[short].sum())
        named = ", ".join(map(str, short[:_MOST_NAMED])) + (
            " …" if short.size > _MOST_NAMED else ""
        )
        raise UnmetMinimumsError(
            f"minimums cannot be met: columns {named} must get {asked} units together, and only "
            f"{units} may go to any of them; lower the minimums or admit more pairs"
        )
    return solved, pool.also_with(grown)


def _short(numbers: Numbers, solved: Solved) -> tuple[Ints, Ints]:
    """Return the columns that contend with an open one, and all rows that may go to any of them.

    They are reached from the open columns: whoever may go there is placed elsewhere, or could have come, and
    so wherever these rows are there is nothing to spare either.
    """
    n, m = numbers.shape
    given = np.bincount(solved.columns, solved.amounts, minlength=m)
    short, reach = given < numbers.minimums, np.zeros(n, dtype=np.bool_)
    new = np.flatnonzero(short)
    while new.size:
        for start in range(0, n, _ROWS):
            rows = np.arange(start, min(n, start + _ROWS))
            mask = numbers.pairs.tile(rows, new).admissible
            reach[rows] |= True if mask is None else mask.any(axis=1)
        wider = short.copy()
        wider[solved.columns[reach[solved.rows]]] = True
        new = np.flatnonzero(wider & ~short)
        short = wider
    return np.flatnonzero(short), np.flatnonzero(reach)
