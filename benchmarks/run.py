"""Measures `assign` against the peers, in one process and one run: only the ratios mean something.

Every case is solved by every engine, and the totals must agree before a time is printed. Run with ``make bench``.
"""

import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from nastavnik import Cohort, match, verify
from nastavnik.assignment import assign
from nastavnik.demo import invented_town

Ints = NDArray[np.int64]


@frozen
class Case:
    """One problem: everybody admissible, the same number of places in each column."""

    name: str
    scores: Ints
    places: int

    @property
    def copies(self) -> Ints:
        """The scores with each column repeated once a place, as one-to-one solvers want it."""
        return np.repeat(self.scores, self.places, axis=1)


def cases() -> Iterator[Case]:
    """Yield the cases, made from fixed seeds."""
    rng = np.random.default_rng(2019)
    yield Case("uniform random, 400 × 100 × 4", rng.integers(0, 1000, (400, 100)), 4)
    yield Case("uniform random, 2 000 × 500 × 4", rng.integers(0, 1000, (2000, 500)), 4)
    yield Case("too few places, 2 000 × 500 × 3", rng.integers(0, 1000, (2000, 500)), 3)
    yield Case("five values, many ties, 2 000 × 500 × 4", rng.integers(0, 5, (2000, 500)), 4)
    people, mentors = rng.random((2000, 6)), rng.random((500, 6))
    distances = np.sqrt(((people[:, None, :] - mentors[None, :, :]) ** 2).sum(axis=2))
    yield Case(
        "six-dimensional distances, 2 000 × 500 × 4", (-(10**6) * distances).astype(np.int64), 4
    )


def ours(case: Case) -> int:
    """Solve with `assign`, all three goals and the proof included."""
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


def timed(solve: Callable[[Case], int], case: Case) -> tuple[int, float]:
    """Return what an engine found and the shorter time of two runs, in seconds."""
    runs = []
    for _ in range(2):
        started = time.perf_counter()
        total = solve(case)
        runs.append((time.perf_counter() - started, total))
    seconds, total = min(runs)
    return total, seconds


def compare_engines() -> bool:
    """Print a row a case; return whether all totals agree."""
    peers = {"scipy": by_scipy}
    if find_spec("lap"):
        peers["lapx"] = by_lapx
    print(f"{'case':<48}{'nastavnik':>11}" + "".join(f"{name + ' / ours':>16}" for name in peers))
    agree = True
    for case in cases():
        total, seconds = timed(ours, case)
        row = f"{case.name:<48}{seconds:>9.3f} s"
        for solve in peers.values():
            other, took = timed(solve, case)
            agree &= other == total
            row += f"{took / seconds:>16.2f}" if other == total else f"{'WRONG':>16}"
        print(row)
    return agree


def time_the_town() -> None:
    """Print how long the main job takes on the invented town, from objects to a plan with reasons."""
    town: Cohort = invented_town()
    plan = match(town)
    started = time.perf_counter()
    plan = match(town)
    matched = time.perf_counter()
    verify(plan, town)
    verified = time.perf_counter()
    print(f"\ninvented town, {len(town.mentees)} × {len(town.mentors)}: ", end="")
    print(f"match {matched - started:.3f} s, verify {verified - matched:.3f} s")


if __name__ == "__main__":
    all_agree = compare_engines()
    time_the_town()
    sys.exit(0 if all_agree else "some totals differ")
