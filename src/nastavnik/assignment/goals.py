r"""What is wanted, in which order, and how one goal leaves room for the next.

Data: rows ``i`` with ``s[i]`` units (1 unless supplies are given), columns ``j`` with ``cap[j]``
places of which at least ``low[j]`` must be taken, ``F`` a set of pairs.
Variables: ``x[i, j]``, how many units of row ``i`` go to column ``j``.

One goal with weights ``w``, in which the load of every row and column stays between two bounds::

    maximise   sum w[i, j] x[i, j]   over the pairs of F
    subject to rlow[i] <= sum over j of x[i, j] <= rhigh[i]
               clow[j] <= sum over i of x[i, j] <= chigh[j]

At first ``rlow = 0, rhigh = s, clow = low, chigh = cap``. The goal's prices, ``u`` for rows and ``p``
for columns, satisfy::

    u[i] + p[j] >= w[i, j]  on F,
    sum of (rhigh if u > 0 else rlow) u + sum of (chigh if p > 0 else clow) p = what is achieved.

Then no assignment within the face achieves more, because each pair is paid for by its two prices.
And *every* best assignment uses only pairs with ``u[i] + p[j] = w[i, j]``, has rows and columns of
positive price at their upper bound and those of negative price at their lower. This is the next
face: the next goal is solved inside it and can take nothing back. No goal is ever multiplied by a
big weight.

One goal, the draw, counts units instead of pairs: a unit that gets a place brings its ticket, so
``w = 0`` and each unit ``k`` of row ``i`` adds ``max(0, ticket[k] + u[i])`` to the bound.
"""

import enum
from functools import cached_property

import numpy as np
from attrs import evolve, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.lottery import Keys, pair_tickets, unit_tickets

__all__ = ["Aim", "Face", "Goal", "Units"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@enum.unique
class Goal(enum.Enum):
    """The goals in their strict order."""

    COVERAGE = "coverage"
    """As many rows as possible get a place, tier by tier where there are tiers."""
    SCORE = "score"
    """The total score is as high as it can be."""
    DRAW = "draw"
    """Where rows are classes of equals: which units get a place at all, by the units' tickets."""
    LOTTERY = "lottery"
    """Among equals the sum of the pairs' tickets decides."""


@frozen(eq=False)
class Units:
    """The tickets of the units of every row, the largest first.

    Args:
        tickets: shape (sum of supplies,), row after row, descending within a row.
        starts: shape (n + 1,), where each row begins.
    """

    tickets: Ints
    starts: Ints

    @classmethod
    def drawn(cls, supplies: Ints, keys: Keys, seed: int) -> "Units":
        """Draw a ticket for every unit from its key."""
        starts = np.concatenate([[0], np.cumsum(supplies)])
        drawn = unit_tickets(seed, keys)
        row = np.repeat(np.arange(supplies.size), supplies)
        return cls(drawn[np.lexsort((-drawn, row))], starts)

    def at(self, rows: Ints, rank: Ints) -> Ints:
        """Return the ticket of the unit of this rank, 0 for the largest, in each of the rows."""
        found: Ints = self.tickets[self.starts[rows] + rank]
        return found

    @cached_property
    def sums(self) -> Ints:
        """Sums of the tickets before each place, shape (sum of supplies + 1,)."""
        return np.concatenate([[0], np.cumsum(self.tickets)])

    def brought(self, loads: Ints) -> Ints:
        """Return what the best units bring when so many of each row get a place, shape (n,)."""
        brought: Ints = self.sums[self.starts[:-1] + loads] - self.sums[self.starts[:-1]]
        return brought

    def above(self, bounds: Ints, *, strictly: bool) -> Ints:
        """Return how many tickets of each row are above its bound, shape (n,)."""
        row = np.repeat(np.arange(bounds.size), np.diff(self.starts))
        over = self.tickets > bounds[row] if strictly else self.tickets >= bounds[row]
        return np.bincount(row[over], minlength=bounds.size)


@frozen(kw_only=True, eq=False)
class Aim:
    """One goal with what it counts.

    Args:
        goal: which.
        tier: for coverage, the tier that it counts; None for all.
        counted: for coverage, shape (n,), 1 for the rows it counts and 0 for others.
        row_lots: for the lottery, the seeded keys of the rows, shape (n,).
        column_lots: for the lottery, the seeded keys of the columns, shape (m,).
        units: for the draw.
    """

    goal: Goal
    tier: int | None = None
    counted: Ints | None = None
    row_lots: Keys | None = None
    column_lots: Keys | None = None
    units: Units | None = None

    def weights(self, rows: NDArray[np.intp], columns: NDArray[np.intp], scores: Ints) -> Ints:
        """Return what pairs count, for rows and columns of any shapes that broadcast."""
        if self.counted is not None:
            return self.counted[rows]
        if self.row_lots is not None and self.column_lots is not None:
            return pair_tickets(self.row_lots[rows], self.column_lots[columns])
        return np.zeros(1, dtype=np.int64) if self.goal is Goal.DRAW else scores

    def achieved(self, rows: Ints, columns: Ints, scores: Ints, amounts: Ints, n: int) -> int:
        """Return what these pairs of these amounts achieve, exactly, where there are n rows."""
        if self.units is None:
            weights = np.broadcast_to(self.weights(rows, columns, scores), rows.shape)
            return _exact(weights, amounts)
        loads = np.zeros(n, dtype=np.int64)
        np.add.at(loads, rows, amounts)
        return _exact(self.units.brought(loads))

    def exits(self, loads: Ints, low: Ints, high: Ints) -> tuple[Ints, Ints]:
        """Return what each row's last unit with a place, and first without, is worth without one."""
        nothing = np.zeros(loads.size, dtype=np.int64)
        if self.units is None:
            return nothing, nothing
        rows = np.arange(loads.size)
        leaving, joining = nothing.copy(), nothing.copy()
        some = rows[loads > low]
        leaving[some] = -self.units.at(some, loads[some] - 1)
        some = rows[loads < high]
        joining[some] = -self.units.at(some, loads[some])
        return leaving, joining


@frozen(kw_only=True, eq=False)
class Face:
    """What the earlier goals left free.

    Args:
        row_low: shape (n,), units of each row that every assignment best so far gives a place.
        row_high: shape (n,), units that some such assignment gives a place.
        column_low: shape (m,), the same of the columns' places.
        column_high: shape (m,).
        proven: the goals so far, each with its row and column prices; only pairs that all of them
            pay exactly are left.
    """

    row_low: Ints
    row_high: Ints
    column_low: Ints
    column_high: Ints
    proven: tuple[tuple[Aim, Ints, Ints], ...] = field(factory=tuple)

    @classmethod
    def whole(cls, supplies: Ints, minimums: Ints, capacities: Ints) -> "Face":
        """Return the face before any goal."""
        return cls(
            row_low=np.zeros_like(supplies),
            row_high=supplies,
            column_low=minimums,
            column_high=capacities,
        )

    def has(self, rows: NDArray[np.intp], columns: NDArray[np.intp], scores: Ints) -> Bools:
        """Return which admissible pairs are left, for rows and columns that broadcast."""
        left = (self.row_high[rows] > 0) & (self.column_high[columns] > 0)
        for aim, u, p in self.proven:
            price = p[columns]
            if aim.counted is None:
                left = left & (u[rows] + price == aim.weights(rows, columns, scores))
                continue
            if price.size and (price == price.flat[0]).all():
                price = price.ravel()[:1]  # the most frequent case by far: one comparison a row
            left = left & (aim.counted[rows] - u[rows] == price)
        return left

    @cached_property
    def blocks(self) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """Rows, each with all columns that the coverage leaves them; no pair of another kind is in the face."""
        row_block = np.zeros(self.row_high.size, dtype=np.intp)
        column_block = np.zeros(self.column_high.size, dtype=np.intp)
        for aim, u, p in self.proven:
            if aim.counted is None:
                continue
            asked, number = np.unique(aim.counted - u, return_inverse=True)
            place = np.searchsorted(asked, p)
            row_block = row_block * asked.size + number
            column_block = np.where(np.isin(p, asked), column_block * asked.size + place, -1)
        row_block[self.row_high == 0] = -2
        column_block[self.column_high == 0] = -1
        return [
            (np.flatnonzero(row_block == block), np.flatnonzero(column_block == block))
            for block in np.unique(row_block[row_block >= 0])
        ]

    def after(self, aim: Aim, rows: Ints, columns: Ints) -> "Face":
        """Return the face that a goal with these proven prices leaves."""
        if aim.units is None:
            low = np.where(rows > 0, self.row_high, self.row_low)
            high = np.where(rows < 0, self.row_low, self.row_high)
        else:
            low = np.clip(aim.units.above(-rows, strictly=True), self.row_low, self.row_high)
            high = np.clip(aim.units.above(-rows, strictly=False), self.row_low, self.row_high)
        return evolve(
            self,
            row_low=low,
            row_high=high,
            column_low=np.where(columns > 0, self.column_high, self.column_low),
            column_high=np.where(columns < 0, self.column_low, self.column_high),
            proven=(*self.proven, (aim, rows, columns)),
        )

    def bound(self, aim: Aim, rows: Ints, columns: Ints) -> int:
        """Return what no assignment of the face can exceed at these prices, exactly."""
        total = _paid(columns, self.column_low, self.column_high)
        if aim.units is None:
            return total + _paid(rows, self.row_low, self.row_high)
        at_least = np.clip(aim.units.above(-rows, strictly=True), self.row_low, self.row_high)
        brought = aim.units.brought(at_least)
        return total + _exact(brought) + _exact(rows, at_least)


def _paid(prices: Ints, low: Ints, high: Ints) -> int:
    return _exact(prices, np.where(prices > 0, high, low))


def _exact(values: Ints, times: Ints | None = None) -> int:
    """Add up as Python integers, which cannot overflow."""
    if times is None:
        return sum(values.tolist())
    some = np.flatnonzero((values != 0) & (times != 0))
    return sum(v * t for v, t in zip(values[some].tolist(), times[some].tolist(), strict=True))
