"""Everybody who solves a case: this library and its peers."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from cases import Case
from nastavnik.assignment import assign

__all__ = ["Engine", "by_lapx", "by_scipy", "ours", "peers"]

Engine = Callable[[Case], int]
"""Solves a case and returns the total score."""


def ours(case: Case) -> int:
    """Solve with `assign`: all goals, the lottery among them, and the prices that prove each."""
    return assign(case.scores, np.full(case.scores.shape[1], case.places)).total


def by_scipy(case: Case) -> int:
    """Solve with SciPy, one column per place."""
    copies = case.copies
    rows, columns = linear_sum_assignment(copies, maximize=True)
    return int(copies[rows, columns].sum())


def by_lapx(case: Case) -> int:
    """Solve with lapx, one column per place."""
    lap: Any = import_module("lap")  # its wheels do not exist for every Python
    copies = case.copies
    _, column_of, _ = lap.lapjv(-copies.astype(float), extend_cost=True)
    rows = np.flatnonzero(column_of >= 0)
    return int(copies[rows, column_of[rows]].sum())


def peers() -> dict[str, Engine]:
    """Return the peers that are installed."""
    found: dict[str, Engine] = {"scipy": by_scipy}
    if find_spec("lap"):
        found["lapx"] = by_lapx
    return found
