"""Who may be paired with any of several others: looked up where it is asked, remembered where that pays.

The search for crowds and its check both ask this, again and again, of pairs that are nowhere kept.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment.tiling import cores, in_tiles
from nastavnik.matching.candidates import PartitionTable

__all__ = ["Looks"]

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]

_FEW: Final = 1 << 16
"""Pairs of classes on all of which rules are run at once."""

_LOOKS_APART: Final = 48
"""How often rules are run on parts of the pairs before they are run on all."""

_MOST_KEPT: Final = 1 << 25
"""Pairs of classes that are kept in one table."""

_FIRST: Final = 256
"""Classes among which most others find one with whom they may be paired."""


class Looks:
    """Which of some classes of a partition may be paired.

    All pairs are put into one table when they are few, or when parts of them were asked often. Where
    they are too many to be kept, the rules are run again on each part that is asked.

    Args:
        table: the pairs of the partition.
        rows: classes of mentees, by place in the partition, shape (n,).
        columns: classes of mentors, by place in the partition, shape (m,).
        once: whether one asks but once, so that no table is worth its while.

    Attributes:
        rows: those classes of mentees; a *row* is a place among them, from 0 to n − 1.
        columns: those classes of mentors; a *column* is a place among them, from 0 to m − 1.
        by_rules: how often rules were run on a part.
        by_table: how often a part was read from the one table.
    """

    def __init__(
        self, table: PartitionTable, rows: Places, columns: Places, *, once: bool = False
    ) -> None:
        self._table = table
        self._once = once
        self._whole: Bools | None = None
        self.rows = rows
        self.columns = columns
        self.by_rules = 0
        self.by_table = 0

    def any_column(self, rows: Places, columns: Places) -> Bools:
        """Return which of the rows may go to one of the columns; most find one among the first."""
        able = np.zeros(rows.size, dtype=np.bool_)
        for some in (columns[:_FIRST], columns[_FIRST:]):
            here = np.flatnonzero(~able)
            if here.size and some.size:
                able[here] = self._any(rows[here], some, axis=1)
        return able

    def any_row(self, rows: Places, columns: Places) -> Bools:
        """Return to which of the columns one of the rows may go; most are found with the first."""
        able = np.zeros(columns.size, dtype=np.bool_)
        for some in (rows[:_FIRST], rows[_FIRST:]):
            there = np.flatnonzero(~able)
            if there.size and some.size:
                able[there] = self._any(some, columns[there], axis=0)
        return able

    def _any(self, rows: Places, columns: Places, *, axis: int) -> Bools:
        size = self.rows.size * self.columns.size
        often = size <= _FEW or self.by_rules >= _LOOKS_APART
        if self._whole is None and often and size <= _MOST_KEPT and not self._once:
            self._whole = np.concatenate(self._tiles(self.rows, self.columns, None))
        if self._whole is not None:
            self.by_table += 1
            return np.asarray(self._whole[np.ix_(rows, columns)].any(axis=axis))
        self.by_rules += 1
        tiles = self._tiles(self.rows[rows], self.columns[columns], axis)
        return np.concatenate(tiles) if axis else np.logical_or.reduce(tiles)

    def _tiles(self, rows: Places, columns: Places, axis: int | None) -> list[Bools]:
        """Return tile by tile who may be paired with whom, or with anybody along an axis."""

        def look(some: Places) -> Bools:
            found = self._table.admits(some, columns)
            return found if axis is None else np.asarray(found.any(axis=axis))

        return list(in_tiles(rows, columns.size, look, cores()))
