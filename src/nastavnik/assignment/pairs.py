"""Where scores come from: a whole table, triples, or a function that scores a tile; nothing else sees the difference.

A *tile* is some rows and some columns of the table of all pairs. The engine asks for tiles, never
for the table, so what is asked for is all that has to be in memory.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import ArrayLike, NDArray

from nastavnik.basics.errors import NumbersError, ScoreOverflowError

__all__ = [
    "SCORE_LIMIT",
    "DensePairs",
    "Pairs",
    "SparsePairs",
    "Tile",
    "TilePairs",
    "Tiles",
    "Triples",
]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Some = NDArray[np.intp] | slice
"""Some rows or some columns."""

SCORE_LIMIT: Final = 10**12
"""Largest score, and with a minus the smallest. Prices are sums of at most one score difference a column, and
stay in 64 bits. The flow solver multiplies by the number of nodes: where its own numbers would not fit, as with
more than a thousand columns at this limit, it refuses and ``assign`` raises ScoreOverflowError, but for rows of one
unit that hang together in long chains, which need no such solver."""

EVERYTHING: Final = slice(None)


@frozen(eq=False)
class Tile:
    """Some rows and columns.

    Args:
        scores: whole numbers of any width, shape (rows, columns).
        admissible: which of these pairs may be formed, the same shape; None for all.
    """

    scores: NDArray[Any]
    admissible: Bools | None


@frozen(eq=False)
class Triples:
    """The admissible pairs of a sparse table; all others may not be formed.

    Args:
        rows: row of each pair, shape (k,).
        columns: column of each pair, shape (k,).
        values: score of each pair, whole numbers, shape (k,).
        shape: number of rows and of columns.

    >>> from nastavnik.assignment import assign
    >>> assign(Triples([0, 1, 1], [0, 0, 1], [5, 4, 3], (2, 2)), [1, 1]).total
    8
    """

    rows: ArrayLike
    columns: ArrayLike
    values: ArrayLike
    shape: tuple[int, int]


@frozen(eq=False)
class Tiles:
    """A table that is never made as a whole: a function scores the tiles that are looked at.

    Args:
        score: takes row indices and column indices, each a one-dimensional array, and returns the whole
            numbers of these pairs, shape (rows, columns), or these and a table of truth values that
            tells which may be formed. It must always answer the same, and may be called by several
            threads at once.
        shape: number of rows and of columns.

    >>> from nastavnik.assignment import assign
    >>> table = Tiles(lambda rows, columns: -abs(rows[:, None] - columns[None, :]), (1000, 1000))
    >>> assign(table, [1] * 1000).total
    0
    """

    score: Callable[[NDArray[np.intp], NDArray[np.intp]], Any]
    shape: tuple[int, int]


class Pairs(ABC):
    """All pairs that may be formed, and what each is worth."""

    shape: tuple[int, int]

    @abstractmethod
    def tile(self, rows: Some, columns: Some) -> Tile:
        """Return some rows and columns; what inadmissible pairs score means nothing.

        Raises:
            ScoreOverflowError: when an admissible score lies beyond ``SCORE_LIMIT``.
        """

    def at(self, rows: Ints, columns: Ints) -> tuple[Ints, Bools]:
        """Return the score of single pairs, and whether each may be formed; shapes (k,)."""
        scores = np.zeros(rows.size, dtype=np.int64)
        admissible = np.zeros(rows.size, dtype=np.bool_)
        order = np.argsort(rows, kind="stable")
        for some in np.array_split(order, max(1, rows.size // 256)):
            if not some.size:
                continue
            here, row = np.unique(rows[some], return_inverse=True)
            there, column = np.unique(columns[some], return_inverse=True)
            tile = self.tile(here, there)
            scores[some] = tile.scores[row, column]
            admissible[some] = True if tile.admissible is None else tile.admissible[row, column]
        return scores, admissible


@frozen(eq=False)
class DensePairs(Pairs):
    """A whole table, as it was given; nothing is copied."""

    scores: NDArray[Any]
    admissible: Bools | None
    shape: tuple[int, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Note the shape; each score is checked when its tile is looked at the first time."""
        object.__setattr__(self, "shape", self.scores.shape)

    def tile(self, rows: Some, columns: Some) -> Tile:
        """Return a view where slices are asked for."""
        here = _rectangle(self.scores, rows, columns)
        mask = None if self.admissible is None else _rectangle(self.admissible, rows, columns)
        return Tile(here, mask)

    def at(self, rows: Ints, columns: Ints) -> tuple[Ints, Bools]:
        """Return single pairs without making tiles."""
        mask = self.admissible
        allowed = np.ones(rows.size, dtype=np.bool_) if mask is None else mask[rows, columns]
        return np.where(allowed, self.scores[rows, columns], 0).astype(np.int64), allowed


@frozen(eq=False)
class TilePairs(Pairs):
    """A function that scores tiles, and the check of what it returns."""

    given: Tiles

    @property
    def shape(self) -> tuple[int, int]:  # type: ignore[override]
        """Number of rows and of columns."""
        return self.given.shape

    def tile(self, rows: Some, columns: Some) -> Tile:
        """Ask for the tile and check it."""
        here, there = _indices(rows, self.shape[0]), _indices(columns, self.shape[1])
        answer = self.given.score(here, there)
        parts = answer if isinstance(answer, tuple) else (answer, None)
        if len(parts) != 2:  # noqa: PLR2004 - scores and mask
            raise NumbersError(
                f"the tile function returned {len(parts)} things; it must return scores, or scores and a mask"
            )
        scores, mask = np.asarray(parts[0]), parts[1]
        wanted = here.size, there.size
        if scores.shape != wanted or not np.issubdtype(scores.dtype, np.signedinteger):
            raise NumbersError(
                f"the tile function returned {scores.dtype} of shape {scores.shape}; "
                f"it must return signed whole numbers of shape {wanted}"
            )
        kind = getattr(mask, "dtype", type(mask).__name__)
        if mask is not None and (np.shape(mask) != wanted or kind != np.bool_):
            raise NumbersError(
                f"the tile function returned a mask of {kind}, shape {np.shape(mask)}; "
                f"it must be of truth values, shape {wanted}"
            )
        check_range(scores, mask, here, there)
        return Tile(scores, mask)


@frozen(eq=False)
class SparsePairs(Pairs):
    """Triples in the order of their rows, and of columns within a row.

    Args:
        starts: shape (n + 1,), where each row begins.
        columns: shape (k,).
        scores: shape (k,).
        shape: number of rows and of columns.
    """

    starts: Ints
    columns: Ints
    scores: Ints
    shape: tuple[int, int]

    def tile(self, rows: Some, columns: Some) -> Tile:
        """Return the tile as a table; only a proof of a few rows at a time asks for it."""
        here, there = _indices(rows, self.shape[0]), _indices(columns, self.shape[1])
        place = np.full(self.shape[1], -1, dtype=np.int64)
        place[there] = np.arange(there.size)
        scores = np.zeros((here.size, there.size), dtype=np.int64)
        mask = np.zeros(scores.shape, dtype=np.bool_)
        lengths = self.starts[here + 1] - self.starts[here]
        row = np.repeat(np.arange(here.size), lengths)
        first = np.repeat(self.starts[here] - np.cumsum(lengths) + lengths, lengths)
        pair = first + np.arange(row.size)
        column = place[self.columns[pair]]
        inside = column >= 0
        scores[row[inside], column[inside]] = self.scores[pair[inside]]
        mask[row[inside], column[inside]] = True
        return Tile(scores, mask)


def check_range(
    scores: NDArray[Any], mask: Bools | None, rows: NDArray[Any], columns: NDArray[Any]
) -> None:
    """Check that no admissible score lies beyond the limit; rows and columns say where it stands."""
    if not scores.size or np.iinfo(scores.dtype).max <= SCORE_LIMIT:
        return
    if scores.min() >= -SCORE_LIMIT and scores.max() <= SCORE_LIMIT:
        return
    beyond = (scores > SCORE_LIMIT) | (scores < -SCORE_LIMIT)
    found = np.argwhere(beyond if mask is None else beyond & mask)
    if found.size:
        row, column = (int(i) for i in found[0])
        raise ScoreOverflowError(
            f"scores[{rows[row]}, {columns[column]}] is {scores[row, column]}; it must be from "
            f"{-SCORE_LIMIT} to {SCORE_LIMIT}, so that sums and prices stay exact in 64 bits"
        )


def _rectangle(table: NDArray[Any], rows: Some, columns: Some) -> NDArray[Any]:
    if isinstance(rows, slice) or isinstance(columns, slice):
        return table[rows, columns]
    return table[np.ix_(rows, columns)]


def _indices(some: Some, length: int) -> NDArray[np.intp]:
    if isinstance(some, slice):
        return np.arange(length, dtype=np.intp)[some]
    return some
