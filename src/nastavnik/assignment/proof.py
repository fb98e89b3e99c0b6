"""Checks an assignment and its prices with plain arithmetic; imports no solver.

The check follows ``goals`` line by line: the assignment is admissible and within capacity, and goal
by goal its prices leave no room for a better one. It can be read in one sitting, and needs no trust
in how the prices were found.
"""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Face, Goal
from nastavnik.assignment.lottery import Keys, tickets
from nastavnik.assignment.numbers import Numbers
from nastavnik.errors import CertificateError

__all__ = ["Certificate", "GoalPrices", "check", "goal_weights"]

Ints = NDArray[np.int64]

_LARGEST_PRICE = 2**61
"""Sums of two prices below this stay in 64 bits, so that no wrong certificate can pass by overflow."""


@frozen(kw_only=True)
class GoalPrices:
    """The prices that prove one goal.

    Args:
        goal: what they prove.
        value: what the assignment achieves: rows matched, total score, or sum of tickets.
        rows: shape (n,), price of each row.
        columns: shape (m,), price of one place in each column.
    """

    goal: Goal
    value: int
    rows: Ints = field(eq=cmp_using(eq=np.array_equal), repr=False)
    columns: Ints = field(eq=cmp_using(eq=np.array_equal), repr=False)


@frozen
class Certificate:
    """The prices of every goal, in the order of the goals."""

    goals: tuple[GoalPrices, ...]

    def __getitem__(self, goal: Goal) -> GoalPrices:
        """Return the prices of one goal."""
        for prices in self.goals:
            if prices.goal is goal:
                return prices
        raise KeyError(goal)


Names = Callable[[str, int], str]
"""From ``"row"`` or ``"column"`` and an index to what a message calls it."""


def goal_weights(goal: Goal, numbers: Numbers, lots: Ints) -> Ints:
    """Return what the goal counts for every pair, shape (n, m); ``lots`` are the tickets."""
    if goal is Goal.COVERAGE:
        return np.ones(numbers.shape, dtype=np.int64)
    if goal is Goal.SCORE:
        return numbers.scores
    return lots


def check(
    numbers: Numbers,
    column_of: Ints,
    certificate: Certificate,
    *,
    seed: int,
    row_keys: Keys,
    column_keys: Keys,
    names: Names | None = None,
) -> None:
    """Check that the assignment is admissible and best by every goal in order.

    Args:
        numbers: the problem.
        column_of: shape (n,), the assignment, −1 for nobody.
        certificate: the prices, goal by goal.
        seed: seed of the lottery.
        row_keys: shape (n,), what the lottery knows rows by.
        column_keys: shape (m,), what the lottery knows columns by.
        names: what messages call rows and columns; "row 3", "column 5" when None.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    call = names or (lambda kind, index: f"{kind} {index}")
    _check_assignment(numbers, column_of, call)
    if [prices.goal for prices in certificate.goals] != list(Goal):
        raise CertificateError(
            f"the goals must be {', '.join(g.value for g in Goal)}, in this order"
        )
    lots = tickets(seed, row_keys, column_keys)
    face = Face.whole(numbers.admissible)
    matched = np.flatnonzero(column_of >= 0)
    for prices in certificate.goals:
        weights = goal_weights(prices.goal, numbers, lots)
        achieved = int(weights[matched, column_of[matched]].sum())
        _check_goal(prices, weights, face, numbers.capacities, achieved, call)
        face = face.after(weights, prices.rows, prices.columns)


def _check_assignment(numbers: Numbers, column_of: Ints, call: Names) -> None:
    rows, columns = numbers.shape
    if not _is_ints(column_of, rows):
        raise CertificateError(f"column_of must hold {rows} whole numbers, one a row")
    outside = (column_of < -1) | (column_of >= columns)
    _first_wrong(call, "row", outside, "goes where there is nobody")
    matched = np.flatnonzero(column_of >= 0)
    inadmissible = np.zeros(rows, dtype=np.bool_)
    inadmissible[matched] = ~numbers.admissible[matched, column_of[matched]]
    _first_wrong(call, "row", inadmissible, "goes where it is not admissible")
    loads = np.bincount(column_of[matched], minlength=columns)
    _first_wrong(call, "column", loads > numbers.capacities, "has fewer places than it must give")


def _check_goal(
    prices: GoalPrices, weights: Ints, face: Face, capacities: Ints, achieved: int, call: Names
) -> None:
    rows, columns = weights.shape
    name = prices.goal.value
    if not _is_ints(prices.rows, rows) or not _is_ints(prices.columns, columns):
        raise CertificateError(
            f"{name}: there must be {rows} row and {columns} column prices, whole"
        )
    for kind, values in (("row", prices.rows), ("column", prices.columns)):
        out = (values > _LARGEST_PRICE) | (values < -_LARGEST_PRICE)
        _first_wrong(call, kind, out, f"has a price out of range ({name})")
    _first_wrong(call, "row", (prices.rows < 0) & ~face.rows_must, f"has a negative price ({name})")
    _first_wrong(
        call, "column", (prices.columns < 0) & ~face.columns_must, f"has a negative price ({name})"
    )
    short = face.pairs & (prices.rows[:, None] + prices.columns[None, :] < weights)
    _first_wrong(call, "row", short.any(axis=1), f"could gain elsewhere ({name})")
    bound = _exact_sum(prices.rows) + _exact_sum(prices.columns, capacities)
    if bound != achieved:
        raise CertificateError(
            f"{name}: the prices allow {bound}, the assignment achieves {achieved}"
        )
    if prices.value != achieved:
        raise CertificateError(f"{name}: {prices.value} is claimed, {achieved} is achieved")


def _first_wrong(call: Names, kind: str, wrong: NDArray[np.bool_] | np.bool_, what: str) -> None:
    if wrong.any():
        raise CertificateError(f"{call(kind, int(np.argmax(wrong)))} {what}")


def _exact_sum(values: Ints, times: Ints | None = None) -> int:
    """Add up as Python integers, which cannot overflow."""
    factors: Sequence[int] = [1] * values.size if times is None else times.tolist()
    return sum(value * factor for value, factor in zip(values.tolist(), factors, strict=True))


def _is_ints(values: object, length: int) -> bool:
    return (
        isinstance(values, np.ndarray)
        and np.issubdtype(values.dtype, np.signedinteger)
        and values.shape == (length,)
    )
