"""Checks an assignment and its prices with plain arithmetic; imports no solver.

The check follows ``goals`` line by line: the assignment is admissible and within all bounds, and goal
by goal its prices leave no room for a better one. It can be read in one sitting, and needs no trust
in how the prices were found.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Aim, Face, Goal
from nastavnik.assignment.numbers import Numbers
from nastavnik.assignment.pairs import EVERYTHING, DensePairs, SparsePairs
from nastavnik.assignment.tiling import in_tiles
from nastavnik.basics.errors import CertificateError

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


_FEW = 8
"""One pair in so many is few enough to leave the tile and look at the pairs that are left one by one."""

_NARROW = 2**29
"""Three numbers below this add up within 32 bits."""

Names = Callable[[str, int], str]
"""From ``"row"`` or ``"column"`` and an index to what a message calls it."""


@frozen(eq=False)
class _Step:
    """One goal, the face that it is reached in, and its prices; these also in as few bits as they need."""

    face: Face
    aim: Aim
    prices: GoalPrices
    rows: NDArray[np.signedinteger[Any]]
    columns: NDArray[np.signedinteger[Any]]


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
    steps: list[_Step] = []
    values = []
    for aim, prices in zip(aims, certificate.goals, strict=True):
        _check_shape(prices, numbers.shape, call)
        values.append(aim.achieved(pairs[0], pairs[1], scores, pairs[2], numbers.shape[0]))
        steps.append(
            _Step(face, aim, prices, rows=_narrow(prices.rows), columns=_narrow(prices.columns))
        )
        face = face.after(aim, prices.rows, prices.columns)
    _check_pairs(numbers, steps, call, threads)
    for step, achieved in zip(steps, values, strict=True):
        _check_value(step, achieved, claims=claims)
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


def _check_value(step: _Step, achieved: int, *, claims: bool) -> None:
    name, claimed = step.prices.goal.value, step.prices.value
    bound = step.face.bound(step.aim, step.prices.rows, step.prices.columns)
    if bound != achieved:
        raise CertificateError(
            f"{name}: the prices allow {bound}, the assignment achieves {achieved}"
        )
    if claims and claimed != achieved:
        raise CertificateError(f"{name}: {claimed} is claimed, {achieved} is achieved")


def _check_pairs(numbers: Numbers, steps: Sequence[_Step], call: Names, threads: int) -> None:
    """Look at every pair that may be formed: goal by goal its two prices must pay for it."""
    n, m = numbers.shape
    source = numbers.pairs
    columns = np.arange(m)

    def short_in_tile(rows: NDArray[np.intp]) -> tuple[int, str] | None:
        some = slice(int(rows[0]), int(rows[-1]) + 1) if isinstance(source, DensePairs) else rows
        tile = source.tile(some, EVERYTHING)
        scores, allowed = tile.scores, tile.admissible
        if scores.dtype.itemsize > 2:  # noqa: PLR2004 - 16 bits less two narrow prices fit into 32
            scores = scores.astype(np.int64, copy=False)
        if allowed is None:
            allowed = np.ones(scores.shape, dtype=np.bool_)
        return _short(steps, rows[:, None], columns[None, :], scores, allowed)

    if isinstance(source, SparsePairs):
        rows = np.repeat(np.arange(n), np.diff(source.starts))
        every = np.ones(rows.shape, dtype=np.bool_)
        found = [_short(steps, rows, source.columns, source.scores, every)]
    else:
        found = list(in_tiles(np.arange(n), m, short_in_tile, threads))
    for wrong in found:
        if wrong is not None:
            raise CertificateError(f"{call('row', wrong[0])} could gain elsewhere ({wrong[1]})")


def _short(
    steps: Sequence[_Step],
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    scores: NDArray[Any],
    left: Bools,
) -> tuple[int, str] | None:
    """Return the first row that a pair of these could serve better, and by which goal."""
    for step in steps:
        left = left & (step.face.row_high[rows] > 0) & (step.face.column_high[columns] > 0)
        if left.ndim > 1 and np.count_nonzero(left) * _FEW < left.size:
            at, to = np.nonzero(left)  # of the few that are left each is looked at by itself
            rows, columns, scores = rows[at, 0], columns[0, to], scores[at, to]
            left = np.ones(rows.shape, dtype=np.bool_)
        price = step.columns[columns]
        if left.ndim > 1 and (price == price[:, :1]).all():
            price = price[:, :1]  # one for all columns, as in most coverage
        gain = (step.aim.weights(rows, columns, scores) - step.rows[rows]) - price
        wrong = left & (gain > 0)
        if wrong.any():
            where = np.broadcast_to(rows, wrong.shape)[wrong]
            return int(where[0]), step.prices.goal.value
        left = left & (gain == 0)
    return None


def _narrow(prices: Ints) -> NDArray[np.signedinteger[Any]]:
    """Return prices in 32 bits where twice as large ones would fit: a tile of half the size is as exact."""
    if prices.size and max(int(prices.max()), -int(prices.min())) < _NARROW:
        return prices.astype(np.int32)
    return prices


def _first_wrong(call: Names, kind: str, wrong: Bools | np.bool_, what: str) -> None:
    if wrong.any():
        raise CertificateError(f"{call(kind, int(np.argmax(wrong)))} {what}")


def _is_ints(values: object, length: int) -> bool:
    return (
        isinstance(values, np.ndarray)
        and np.issubdtype(values.dtype, np.signedinteger)
        and values.shape == (length,)
    )
