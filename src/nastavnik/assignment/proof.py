"""Checks an assignment and its prices with plain arithmetic; imports no solver.

The check follows ``goals`` line by line: the assignment is admissible and within all bounds, and goal
by goal its prices leave no room for a better one. It can be read in one sitting, and needs no trust
in how the prices were found.
"""

from collections.abc import Callable, Sequence

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face, Goal
from nastavnik.assignment.numbers import Numbers
from nastavnik.assignment.pairs import EVERYTHING, DensePairs, SparsePairs
from nastavnik.assignment.tiling import in_tiles
from nastavnik.errors import CertificateError

__all__ = ["Certificate", "GoalPrices", "check"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_LARGEST_PRICE = 2**61
"""Sums of two prices below this stay in 64 bits, so that no wrong certificate can pass by overflow."""


@frozen(kw_only=True)
class GoalPrices:
    """The prices that prove one goal.

    Args:
        goal: what they prove.
        tier: for coverage by tiers, which; None otherwise.
        value: what the assignment achieves: units matched, total score, or sum of tickets.
        rows: shape (n,), price of each row.
        columns: shape (m,), price of one place in each column.
    """

    goal: Goal
    tier: int | None = None
    value: int
    rows: Ints = field(eq=cmp_using(eq=np.array_equal), repr=False)
    columns: Ints = field(eq=cmp_using(eq=np.array_equal), repr=False)


@frozen
class Certificate:
    """The prices of every goal, in the order of the goals."""

    goals: tuple[GoalPrices, ...]

    def __getitem__(self, goal: Goal) -> GoalPrices:
        """Return the prices of one goal; of coverage by tiers those of the first tier."""
        for prices in self.goals:
            if prices.goal is goal:
                return prices
        raise KeyError(goal)

    def value(self, goal: Goal) -> int:
        """Return what is achieved of one goal, over all tiers; 0 of a goal that was not asked for."""
        return sum(prices.value for prices in self.goals if prices.goal is goal)


Names = Callable[[str, int], str]
"""From ``"row"`` or ``"column"`` and an index to what a message calls it."""


def check(
    numbers: Numbers,
    aims: Sequence[Aim],
    pairs: tuple[Ints, Ints, Ints],
    certificate: Certificate,
    *,
    names: Names | None = None,
    claims: bool = True,
    threads: int = 1,
) -> list[int]:
    """Check that the assignment is admissible and best by every goal in order; return what it achieves of each.

    Args:
        numbers: the problem.
        aims: the goals in their order, and what each counts.
        pairs: row, column and amount of every pair that is used, shapes (k,).
        certificate: the prices, goal by goal.
        names: what messages call rows and columns; "row 3", "column 5" when None.
        claims: whether the values in the certificate are checked too.
        threads: how many tiles are looked at at once.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    call = names or (lambda kind, index: f"{kind} {index}")
    scores = _checked_assignment(numbers, pairs, call)
    claimed = [(prices.goal, prices.tier) for prices in certificate.goals]
    if claimed != [(aim.goal, aim.tier) for aim in aims]:
        wanted = ", ".join(aim.goal.value for aim in aims)
        raise CertificateError(f"the goals must be {wanted}, in this order")
    face = Face.whole(numbers.supplies, numbers.minimums, numbers.capacities)
    steps, values = [], []
    for aim, prices in zip(aims, certificate.goals, strict=True):
        _check_shape(prices, numbers.shape, call)
        rows, columns, amounts = pairs
        values.append(aim.achieved(rows, columns, scores, amounts, numbers.shape[0]))
        steps.append((face, aim, prices))
        face = face.after(aim, prices.rows, prices.columns)
    _check_pairs(numbers, steps, call, threads)
    for (of_goal, aim, prices), achieved in zip(steps, values, strict=True):
        _check_value(prices, of_goal, aim, achieved, claims=claims)
    return values


def _checked_assignment(numbers: Numbers, pairs: tuple[Ints, Ints, Ints], call: Names) -> Ints:
    """Check the pairs one by one and in sum; return their scores."""
    n, m = numbers.shape
    rows, columns, amounts = pairs
    if not all(_is_ints(array, rows.shape[0]) for array in pairs):
        raise CertificateError("rows, columns and amounts must be whole numbers, as many of each")
    outside = (rows < 0) | (rows >= n) | (columns < 0) | (columns >= m) | (amounts < 1)
    if outside.any():
        raise CertificateError(f"pair {int(np.argmax(outside))} is of nobody")
    scores, admissible = numbers.pairs.at(rows, columns)
    if not admissible.all():
        raise CertificateError(
            f"{call('row', int(rows[np.argmin(admissible)]))} goes where it is not admissible"
        )
    loads, taken = np.zeros(n, dtype=np.int64), np.zeros(m, dtype=np.int64)
    np.add.at(loads, rows, amounts)
    np.add.at(taken, columns, amounts)
    _first_wrong(call, "row", loads > numbers.supplies, "goes to more places than it may")
    _first_wrong(call, "column", taken > numbers.capacities, "has fewer places than it must give")
    _first_wrong(call, "column", taken < numbers.minimums, "has less than it must have")
    return scores


def _check_shape(prices: GoalPrices, shape: tuple[int, int], call: Names) -> None:
    rows, columns = shape
    name = prices.goal.value
    if not _is_ints(prices.rows, rows) or not _is_ints(prices.columns, columns):
        raise CertificateError(
            f"{name}: there must be {rows} row and {columns} column prices, whole"
        )
    for kind, values in (("row", prices.rows), ("column", prices.columns)):
        out = (values > _LARGEST_PRICE) | (values < -_LARGEST_PRICE)
        _first_wrong(call, kind, out, f"has a price out of range ({name})")


def _check_value(prices: GoalPrices, face: Face, aim: Aim, achieved: int, *, claims: bool) -> None:
    name = prices.goal.value
    bound = face.bound(aim, prices.rows, prices.columns)
    if bound != achieved:
        raise CertificateError(
            f"{name}: the prices allow {bound}, the assignment achieves {achieved}"
        )
    if claims and prices.value != achieved:
        raise CertificateError(f"{name}: {prices.value} is claimed, {achieved} is achieved")


def _check_pairs(
    numbers: Numbers,
    steps: Sequence[tuple[Face, Aim, GoalPrices]],
    call: Names,
    threads: int,
) -> None:
    """Look at every pair that may be formed: goal by goal its two prices must pay for it."""
    n, m = numbers.shape
    source = numbers.pairs

    def short(
        rows: NDArray[np.intp], columns: NDArray[np.intp], scores: Ints, left: Bools | None
    ) -> tuple[int, str] | None:
        """Return the first row that a pair of these could serve better, and by which goal."""
        for face, aim, prices in steps:
            open_pairs = (face.row_high[rows] > 0) & (face.column_high[columns] > 0)
            left = open_pairs if left is None else left & open_pairs
            weights = aim.weights(rows, columns, scores)
            paid = prices.rows[rows] + prices.columns[columns]
            wrong = left & (paid < weights)
            if wrong.any():
                where = np.broadcast_to(rows, wrong.shape)[wrong]
                return int(where[0]), prices.goal.value
            left = left & (paid == weights)
        return None

    def short_in_tile(rows: NDArray[np.intp]) -> tuple[int, str] | None:
        some = slice(int(rows[0]), int(rows[-1]) + 1) if isinstance(source, DensePairs) else rows
        tile = source.tile(some, EVERYTHING)
        columns = np.arange(m)[None, :]
        return short(rows[:, None], columns, tile.scores.astype(np.int64), tile.admissible)

    if isinstance(source, SparsePairs):
        rows = np.repeat(np.arange(n), np.diff(source.starts))
        found = [short(rows, source.columns, source.scores, None)]
    else:
        found = list(in_tiles(np.arange(n), m, short_in_tile, threads))
    for wrong in found:
        if wrong is not None:
            raise CertificateError(f"{call('row', wrong[0])} could gain elsewhere ({wrong[1]})")


def _first_wrong(call: Names, kind: str, wrong: Bools | np.bool_, what: str) -> None:
    if wrong.any():
        raise CertificateError(f"{call(kind, int(np.argmax(wrong)))} {what}")


def _is_ints(values: object, length: int) -> bool:
    return (
        isinstance(values, np.ndarray)
        and np.issubdtype(values.dtype, np.signedinteger)
        and values.shape == (length,)
    )
