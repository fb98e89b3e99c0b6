"""The pairs worth looking at: each row's best few, and a bound on all the others.

When a row is scored, its best pairs are kept, those above a threshold; the threshold is then a bound
on every pair that was not kept. As long as the bound, at the current prices, does not beat what the
row has, the row need not be scored again. So most rows are scored once, and the whole table is
never in memory.

How the threshold comes about does not matter for the result: it is read off a sample of the columns,
so that no row has to be sorted. Ties are told apart by a few bits of noise, different for every row, so
that not everybody keeps the same columns. Tickets of the lottery need no sample: they are spread evenly.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from attrs import define, evolve, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.goals import Face
from nastavnik.assignment.lottery import TICKET_BITS
from nastavnik.assignment.pairs import EVERYTHING, DensePairs, Pairs, Some, SparsePairs
from nastavnik.assignment.tiling import in_tiles

__all__ = ["NOTHING", "Kept", "Pool", "Tastes", "first_pool"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NOTHING: Final = -(2**62)
"""Bound where no pair is left out."""

_NOISE_BITS: Final = 16


@frozen(eq=False)
class Tastes:
    """How ties are told apart while pairs are kept; no result depends on it.

    Args:
        rows: shape (n,), an odd factor for each row.
        columns: shape (m,), a number for each column; times the row's factor it is the row's own order.
        sample: some of the columns, at random.
        most: how many pairs of a row are kept, about.
    """

    rows: NDArray[np.uint16]
    columns: NDArray[np.uint16]
    sample: NDArray[np.intp]
    most: int

    @classmethod
    def of(cls, n: int, m: int, *, most: int) -> "Tastes":
        """Draw them, always the same."""
        rng = np.random.default_rng(2019)
        share = np.clip(m // 8, min(m, 256), m)
        return cls(
            rng.integers(0, 1 << _NOISE_BITS, n, dtype=np.uint16) | np.uint16(1),
            rng.integers(0, 1 << _NOISE_BITS, m, dtype=np.uint16),
            np.sort(rng.choice(m, share, replace=False)) if m else np.zeros(0, dtype=np.intp),
            most,
        )

    def best(
        self, worth: NDArray[Any], allowed: Bools | None, rows: NDArray[np.intp], columns: Some
    ) -> tuple[NDArray[np.intp], Ints]:
        """Return the pairs of a tile worth keeping, as flat indices, and a bound on the rest of each row.

        Args:
            worth: what each pair is worth, shape (r, c).
            allowed: which pairs count; None for all.
            rows: index of each row.
            columns: which columns these are.
        """
        height, width = worth.shape
        nothing = np.full(height, NOTHING, dtype=np.int64)
        if width <= 2 * self.most or not worth.size:
            flat = np.arange(worth.size) if allowed is None else np.flatnonzero(allowed)
            return flat, nothing
        among = self._sample(columns, width)
        some = None if allowed is None else allowed[:, among]
        keys, low, bits = self._keys(worth[:, among], some, rows, self.columns[columns][among])
        rank = max(1, (self.most * among.size) // width)
        keys.partition(among.size - rank, axis=1)
        threshold = keys[:, among.size - rank].astype(np.int64)
        every = threshold < 0  # a row with few pairs that count keeps them all
        level = np.where(every, np.iinfo(worth.dtype).min, low + (threshold >> bits))
        floor = np.where(every, 0, threshold & ((1 << bits) - 1))
        over = worth >= level.astype(worth.dtype)[:, None]
        if allowed is not None:
            over &= allowed
        flat = np.flatnonzero(over)
        row, column = np.divmod(flat, width)
        ties = np.flatnonzero(worth[row, column] == level[row])
        noise = self._noise(rows[row[ties]], self.columns[columns][column[ties]], bits)
        flat = np.delete(flat, ties[noise < floor[row[ties]]])
        return flat, np.where(every, nothing, np.where(floor == 0, level - 1, level))

    def _sample(self, columns: Some, width: int) -> NDArray[np.intp]:
        if isinstance(columns, slice):
            return self.sample
        return np.arange(0, width, max(1, min(8, width // 256)))

    def _noise(
        self, rows: NDArray[np.intp], columns: NDArray[np.uint16], bits: int
    ) -> NDArray[np.uint16]:
        """Return so many bits that tell ties apart, for rows and numbers of columns that broadcast."""
        return (self.rows[rows] * columns) >> np.uint16(_NOISE_BITS - bits)

    def luckiest(self, drawn: Ints, rows: NDArray[np.intp], height: int) -> tuple[Bools, Ints]:
        """Return which of some tickets are worth keeping, and a bound on the rest of each row.

        Args:
            drawn: tickets, shape (k,).
            rows: number of the row of each, from 0, shape (k,).
            height: number of rows.
        """
        counts = np.bincount(rows, minlength=height)
        crowded = counts > 2 * self.most
        threshold = np.zeros(height, dtype=np.int64)
        threshold[crowded] = (1 << TICKET_BITS) * (counts[crowded] - self.most) // counts[crowded]
        lucky = drawn >= threshold[rows]
        none = crowded & (np.bincount(rows[lucky], minlength=height) == 0)
        if none.any():  # a row's best pair must be kept: that none joins shows that none is missing
            threshold[none] = 0
            lucky = drawn >= threshold[rows]
        return lucky, np.where(threshold > 0, threshold - 1, NOTHING)

    def _keys(
        self,
        worth: NDArray[Any],
        allowed: Bools | None,
        rows: NDArray[np.intp],
        columns: NDArray[np.uint16],
    ) -> tuple[Ints, int, int]:
        """Return keys that order pairs by worth and then by noise, below 0 where not allowed.

        Their lowest bits are the noise; what is above, and a number that is returned with them, is the worth.
        """
        counting = worth if allowed is None else worth[allowed]
        low, high = (int(counting.min()), int(counting.max())) if counting.size else (0, 0)
        bits = max(0, min(_NOISE_BITS, 62 - (high - low).bit_length()))
        keys = worth.astype(np.int64)
        keys -= low
        keys <<= bits
        keys += self._noise(rows[:, None], columns[None, :], bits)
        return (keys if allowed is None else np.where(allowed, keys, -1)), low, bits


@frozen(eq=False)
class Kept:
    """Pairs that a scan kept.

    Args:
        rows: shape (k,), ascending.
        columns: shape (k,).
        scores: shape (k,).
    """

    rows: Ints
    columns: Ints
    scores: Ints

    @classmethod
    def together(cls, parts: Sequence["Kept"]) -> "Kept":
        """Return the pairs of all parts, no row of which is in two."""
        if not parts:
            none = np.zeros(0, dtype=np.int64)
            return cls(none, none, none)
        whole = cls(
            np.concatenate([part.rows for part in parts]),
            np.concatenate([part.columns for part in parts]),
            np.concatenate([part.scores for part in parts]),
        )
        if (np.diff(whole.rows) >= 0).all():
            return whole
        order = np.argsort(whole.rows, kind="stable")
        return cls(whole.rows[order], whole.columns[order], whole.scores[order])


@define(eq=False)
class Pool:
    """The pairs kept so far, and what is known of the others.

    Args:
        rows: row of each pair, ascending, shape (k,).
        columns: column of each pair, ascending within a row, shape (k,).
        scores: score of each pair, shape (k,).
        rest: shape (n,), bound on worth less reference price over the pairs of a row that were not kept.
        reference: shape (n,), number of the reference prices of each row.
        references: the reference prices, each of shape (m,).
    """

    rows: Ints
    columns: Ints
    scores: Ints
    rest: Ints
    reference: NDArray[np.intp]
    references: list[Ints] = field(factory=list)

    def bounds(self, prices: Ints, face: Face) -> Ints:
        """Return for each row what no pair of the face outside the pool exceeds at these prices, shape (n,)."""
        found = np.full(self.rest.size, NOTHING, dtype=np.int64)
        for rows, columns in face.blocks:
            if columns.size:
                shifts = np.array([int((r - prices)[columns].max()) for r in self.references])
                rest = self.rest[rows]
                found[rows] = np.where(rest == NOTHING, rest, rest + shifts[self.reference[rows]])
        return found

    def measured(self, rest: Ints) -> "Pool":
        """Return the same pairs with other bounds, on weights at no prices; none where all pairs are kept."""
        return evolve(
            self,
            rest=np.where(self.rest == NOTHING, NOTHING, rest),
            reference=np.zeros_like(self.reference),
            references=self.references[:1],
        )

    def also_with(self, other: "Pool") -> "Pool":
        """Return the pairs of another pool grown from this one, under this one's bounds."""
        return evolve(self, rows=other.rows, columns=other.columns, scores=other.scores)

    def only(self, inside: Bools, in_doubt: Bools) -> "Pool":
        """Return some of the pairs; of rows not in doubt, no others are left."""
        return evolve(
            self,
            rows=self.rows[inside],
            columns=self.columns[inside],
            scores=self.scores[inside],
            rest=np.where(in_doubt, 0, NOTHING),
        ).measured(np.zeros_like(self.rest))

    def with_pairs(self, more: Kept, width: int) -> tuple["Pool", NDArray[np.intp]]:
        """Return the pool with more pairs, and where the old ones are now; known pairs are left out."""
        if not self.rows.size and more.rows.size:
            bare = evolve(self, rows=more.rows, columns=more.columns, scores=more.scores)
            return bare, np.zeros(0, dtype=np.intp)
        known = self.rows * width + self.columns
        new = more.rows * width + more.columns
        order = np.argsort(new, kind="stable")
        new = new[order]
        place = np.searchsorted(known, new)
        fresh = np.ones(new.size, dtype=np.bool_)
        inside = place < known.size
        fresh[inside] = known[place[inside]] != new[inside]
        order, place = order[fresh], place[fresh]
        moved = np.arange(known.size) + np.searchsorted(place, np.arange(known.size), side="right")
        pool = evolve(
            self,
            rows=np.insert(self.rows, place, more.rows[order]),
            columns=np.insert(self.columns, place, more.columns[order]),
            scores=np.insert(self.scores, place, more.scores[order]),
        )
        return pool, moved


def first_pool(pairs: Pairs, tastes: Tastes, threads: int) -> Pool:
    """Score every row once and keep its best pairs."""
    n, m = pairs.shape
    zeros = np.zeros(m, dtype=np.int64)
    if isinstance(pairs, SparsePairs):
        rows = np.repeat(np.arange(n), np.diff(pairs.starts))
        nothing = np.full(n, NOTHING, dtype=np.int64)
        return Pool(rows, pairs.columns, pairs.scores, nothing, np.zeros(n, dtype=np.intp), [zeros])

    def keep(rows: NDArray[np.intp]) -> tuple[Kept, Ints]:
        if isinstance(pairs, DensePairs):
            tile = pairs.tile(slice(int(rows[0]), int(rows[-1]) + 1), EVERYTHING)
        else:
            tile = pairs.tile(rows, EVERYTHING)
        flat, rest = tastes.best(tile.scores, tile.admissible, rows, EVERYTHING)
        row, column = np.divmod(flat, m)
        scores = tile.scores[row, column].astype(np.int64)
        return Kept(rows[row], column, scores), rest

    parts = list(in_tiles(np.arange(n), m, keep, threads)) if m else []
    kept = Kept.together([part for part, _ in parts])
    rest = np.concatenate([rest for _, rest in parts]) if parts else np.full(n, NOTHING)
    return Pool(kept.rows, kept.columns, kept.scores, rest, np.zeros(n, dtype=np.intp), [zeros])
