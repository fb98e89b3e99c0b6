"""Some of the pairs of everybody: which people, and how a column of all is cut down to them.

A part is a tile (some mentees × some mentors) or a list of pairs, one below the other. Whatever is made of
people one by one is made once for all of them and taken from for each part.
"""

from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from nastavnik.people.columns import Indices

__all__ = ["Part", "Relation", "spread"]


@frozen(eq=False)
class Part:
    """Which mentees (rows) and mentors (columns) are looked at.

    Args:
        whole: how many mentees and mentors there are in all.
        rows: places of mentees among all.
        columns: places of mentors among all.
        aligned: whether the two are k pairs; every array then has the shape (k, 1).
        shape: of the part.
    """

    whole: tuple[int, int]
    rows: Indices = slice(None)
    columns: Indices = slice(None)
    aligned: bool = False
    shape: tuple[int, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Measure it."""
        object.__setattr__(self, "shape", self._measured())

    def _measured(self) -> tuple[int, int]:
        rows, columns = _length(self.rows, self.whole[0]), _length(self.columns, self.whole[1])
        if not self.aligned:
            return rows, columns
        if rows != columns:
            raise ValueError(f"{rows} rows and {columns} columns make no pairs")
        return rows, 1

    def indices(self, axis: int) -> Indices:
        """Return the places along an axis: 0 for mentees, 1 for mentors."""
        return self.columns if axis else self.rows

    def laid(self, everybody: NDArray[Any], axis: int) -> NDArray[Any]:
        """Take this part of one value a person and lay it along the axis; a view where slices allow."""
        taken = everybody.reshape(-1)[self.columns if axis else self.rows]
        return taken[:, None] if self.aligned or axis == 0 else taken[None, :]

    def within(self, rows: Indices, columns: Indices, *, aligned: bool) -> "Part":
        """Return a part of this part, its places being places in this one."""
        if self.aligned:
            raise ValueError("pairs one below the other have no parts")
        return Part(
            self.whole,
            _composed(self.rows, rows, self.whole[0]),
            _composed(self.columns, columns, self.whole[1]),
            aligned,
        )


class Relation:
    """Which pairs of everybody are in some relation, few of many.

    Args:
        rows: places of mentees, one a pair, in any order.
        columns: places of mentors.
        whole: how many mentees and mentors there are.
    """

    def __init__(
        self, rows: NDArray[np.intp], columns: NDArray[np.intp], whole: tuple[int, int]
    ) -> None:
        self._keys = np.unique(rows.astype(np.int64) * whole[1] + columns)
        self._rows, self._columns = np.divmod(self._keys, max(whole[1], 1))
        self._starts = np.searchsorted(self._rows, np.arange(whole[0] + 1))

    def taken(self, part: Part) -> NDArray[np.bool_]:
        """Return which pairs of the part are in it, shape (1, 1) where none is."""
        found = self._of_pairs(part) if part.aligned else self._of_tile(part)
        return np.zeros((1, 1), dtype=np.bool_) if found is None else found

    def _of_pairs(self, part: Part) -> NDArray[np.bool_] | None:
        rows, columns = (_places(part.indices(axis), part.whole[axis]) for axis in (0, 1))
        if not self._keys.size:
            return None
        keys = rows.astype(np.int64) * part.whole[1] + columns
        nearest = np.minimum(np.searchsorted(self._keys, keys), self._keys.size - 1)
        found: NDArray[np.bool_] = self._keys[nearest] == keys
        return found[:, None]

    def _of_tile(self, part: Part) -> NDArray[np.bool_] | None:
        if not self._keys.size:
            return None
        rows, pairs = spread(self._starts, _places(part.rows, part.whole[0]))
        if not pairs.size:
            return None
        columns = self._columns[pairs]
        places = columns
        if isinstance(part.columns, slice):
            along = range(part.whole[1])[part.columns]
            places, beyond = np.divmod(columns - along.start, along.step)
            inside = (beyond == 0) & (places >= 0) & (places < len(along))
        else:
            # A mentor may stand in several columns: a row of everybody is marked and taken from.
            inside = np.isin(columns, part.columns)
        if not inside.any():
            return None
        if isinstance(part.columns, slice):
            named = np.zeros(part.shape, dtype=np.bool_)
            named[rows[inside], places[inside]] = True
            return named
        everybody = np.zeros((part.shape[0], part.whole[1]), dtype=np.bool_)
        everybody[rows[inside], columns[inside]] = True
        return everybody[:, part.columns]


def spread(
    starts: NDArray[np.intp], chosen: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """List the members of the chosen groups, of which group g has those from starts[g] to starts[g + 1].

    Returns:
        For each member listed the place of its group among the chosen, and its own number.
    """
    first = starts[chosen]
    lengths = starts[chosen + 1] - first
    groups = np.repeat(np.arange(len(chosen)), lengths)
    before = np.cumsum(lengths) - lengths
    return groups, np.arange(groups.size) - before[groups] + first[groups]


def _length(indices: Indices, whole: int) -> int:
    return len(range(whole)[indices]) if isinstance(indices, slice) else len(indices)


def _places(indices: Indices, whole: int) -> NDArray[np.intp]:
    return np.arange(whole)[indices] if isinstance(indices, slice) else indices


def _composed(outer: Indices, inner: Indices, whole: int) -> Indices:
    if not isinstance(inner, slice):
        inner = _counted(inner, _length(outer, whole))
    if isinstance(outer, slice) and isinstance(inner, slice):
        both = range(whole)[outer][inner]
        if both.step > 0:
            return slice(both.start, both.stop, both.step)
    return _places(outer, whole)[inner]


def _counted(places: NDArray[np.intp], whole: int) -> NDArray[np.intp]:
    """Count negative places from the end, and refuse those beyond it."""
    return np.arange(whole)[places]
