"""Which empty cells it is best to begin with: the fewest with which as many mentees as can be may get a mentor.

Mentees and places are joined in as many pairs as the rules allow, points aside, as if every empty cell were filled in
as is best. Then one cell after the other is left empty again, as long as nobody loses their place by it. It is not
known what will stand in a cell, so that all pairs count which some value of it opens: more cannot come of it.
"""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

__all__ = ["Cell", "best_first"]

Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]
Places = NDArray[np.intp]

_ASKED: Final = frozenset({"agreed", "guardian_agreed", "person.data_consent", "cleared"})
"""What somebody has to be asked for; the rest a school knows, or can look up."""

_MOST_ORDERED: Final = 24
"""Cells of which each is the best after those before it."""


@frozen
class Cell:
    """An empty cell of somebody.

    Args:
        mentor: whether it is a mentor's.
        field: the fact, as a path from the role.
        id: whose it is.
        place: theirs among those of the side.
    """

    mentor: bool
    field: str
    id: str
    place: int


def best_first(
    pairs: Bools, capacities: Ints, mentees: Sequence[Cell], mentors: Sequence[Cell]
) -> tuple[list[Cell], int]:
    """Return the cells with which to begin, what brings most first, and how many mentees more might get a mentor.

    Args:
        pairs: which may be formed, of n mentees as they are and of each cell of a mentee filled in, with m mentors as
            they are and with each cell of a mentor filled in; shape (n + k, m + l).
        capacities: places of the mentors, shape (m,).
        mentees: empty cells of mentees, k of them.
        mentors: empty cells of mentors, l of them.

    >>> cells = [Cell(True, "trained", name, place) for place, name in enumerate("ab")]
    >>> begun, gain = best_first(np.array([[False, False, True, True]] * 2), np.array([1, 2]), [], cells)
    >>> [cell.id for cell in begun], gain
    (['b'], 2)
    """
    table = _Table(pairs, capacities.size, mentees, mentors)
    nothing = _Joined(table.with_cells(()), capacities).grown()
    everything = [*mentees, *mentors]
    best = nothing.under(table.with_cells(everything)).grown()
    kept = list(everything) if best.count > nothing.count else []
    for cell in sorted(kept, key=table.rank):
        fewer = [one for one in kept if one is not cell]
        without = best.under(table.with_cells(fewer)).grown(best.count)
        if without.count == best.count:
            kept, best = fewer, without
    kept.sort(key=lambda cell: (cell.field in _ASKED, not cell.mentor))
    return _ordered(kept, table, nothing, capacities), best.count - nothing.count


def _ordered(cells: list[Cell], table: "_Table", joined: "_Joined", capacities: Ints) -> list[Cell]:
    """Return cells so that each brings most after those before it; of those that bring as much, the first."""
    left, begun = list(cells), list[Cell]()
    while left and len(begun) < _MOST_ORDERED:
        best, taken = joined, left[0]
        for cell in left:
            most = joined.count + (int(capacities[cell.place]) if cell.mentor else 1)
            if most <= best.count:
                continue
            tried = joined.under(table.with_cells([*begun, cell])).grown(most)
            if tried.count > best.count:
                best, taken = tried, cell
        if best is joined:  # it brings something only together with another one
            best = joined.under(table.with_cells([*begun, taken]))
        joined = best
        begun.append(taken)
        left.remove(taken)
    return begun + left


class _Table:
    """All pairs, and which of them there are with some cells filled in.

    Args:
        pairs: as in `best_first`.
        columns: number of mentors.
        mentees: empty cells of mentees.
        mentors: empty cells of mentors.
    """

    def __init__(
        self, pairs: Bools, columns: int, mentees: Sequence[Cell], mentors: Sequence[Cell]
    ) -> None:
        n, m = pairs.shape[0] - len(mentees), columns
        self._pairs, self._shape = pairs, (n, m)
        self._row = {id(cell): n + number for number, cell in enumerate(mentees)}
        self._column = {id(cell): m + number for number, cell in enumerate(mentors)}

    def rank(self, cell: Cell) -> tuple[bool, bool, int]:
        """Return what is left empty first: cells of mentees, what is asked for, and what opens least."""
        opened = (
            self._pairs[:, self._column[id(cell)]]
            if cell.mentor
            else self._pairs[self._row[id(cell)]]
        )
        return cell.mentor, cell.field not in _ASKED, int(opened.sum())

    def with_cells(self, cells: Iterable[Cell]) -> Bools:
        """Return which pairs there are, shape (n, m)."""
        n, m = self._shape
        some = list(cells)
        rows = [(self._row[id(cell)], cell.place) for cell in some if not cell.mentor]
        columns = [(self._column[id(cell)], cell.place) for cell in some if cell.mentor]
        wide = self._pairs[:n].copy()
        for row, place in rows:
            wide[place] |= self._pairs[row]
        found = wide[:, :m].copy()
        for column, place in columns:
            found[:, place] |= wide[:, column]
        return found


class _Joined:
    """Mentees joined with places, each with one at most.

    Args:
        pairs: which may be formed, shape (n, m).
        capacities: places of the mentors, shape (m,).
    """

    def __init__(self, pairs: Bools, capacities: Ints) -> None:
        self._pairs = pairs
        self._capacities = capacities
        self._mentor_of: Places = np.full(pairs.shape[0], -1, dtype=np.intp)
        self._taken = np.zeros(pairs.shape[1], dtype=np.int64)

    @property
    def count(self) -> int:
        """How many mentees have a place."""
        return int((self._mentor_of >= 0).sum())

    def under(self, pairs: Bools) -> "_Joined":
        """Return the same where other pairs may be formed; whose pair may no longer be has none."""
        made = _Joined(pairs, self._capacities)
        rows = np.flatnonzero(self._mentor_of >= 0)
        rows = rows[pairs[rows, self._mentor_of[rows]]]
        made._mentor_of[rows] = self._mentor_of[rows]
        made._taken = np.bincount(self._mentor_of[rows], minlength=self._taken.size)
        return made

    def grown(self, most: int | None = None) -> "_Joined":
        """Join as many mentees as can be, or as many as are asked for, and return this."""
        left = self._mentor_of.size if most is None else most - self.count
        while left > 0 and self._one_more():
            left -= 1
        return self

    def _one_more(self) -> bool:
        """Give one mentee more a place, others moving on where they must; return whether it could be done."""
        width = self._pairs.shape[1]
        asked_by = np.full(width, -1, dtype=np.intp)
        rows = np.flatnonzero(self._mentor_of < 0)
        while rows.size:
            columns = np.flatnonzero(asked_by < 0)
            asked = self._pairs[np.ix_(rows, columns)]
            some = asked.any(axis=0)
            new = columns[some]
            asked_by[new] = rows[asked[:, some].argmax(axis=0)]
            free = new[self._taken[new] < self._capacities[new]]
            if free.size:
                self._move(asked_by, int(free[0]))
                return True
            reached = np.zeros(width + 1, dtype=np.bool_)
            reached[new] = True
            rows = np.flatnonzero(reached[self._mentor_of])  # who has none reads the last
        return False

    def _move(self, asked_by: Places, column: int) -> None:
        """Put whoever asked for a free place there, and so on for the place that they leave."""
        self._taken[column] += 1
        while column >= 0:
            row = asked_by[column]
            before = int(self._mentor_of[row])
            self._mentor_of[row] = column
            column = before
