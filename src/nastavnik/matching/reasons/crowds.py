"""Whose places ran out: walks from those left out to the mentors they may go to, and to who holds the places there."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Goal
from nastavnik.assignment.tiling import row_tiles
from nastavnik.matching.candidates import Candidates, Partition
from nastavnik.matching.candidates.looks import Looks
from nastavnik.programme.evidence.reasons import CrowdedOut

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]

__all__ = ["crowds_of"]

_MOST_WALKED = 1 << 16
"""Looks at pairs of classes after which what is left is named as a whole; one that runs rules counts as `_LOOK`."""

_LOOK = 64
"""What running rules costs, in looks at a table that is there."""


def crowds_of(
    found: Candidates, partition: Partition, best: Assignment, mentor_of: NDArray[np.intp]
) -> Iterator[tuple[int, CrowdedOut]]:
    """Yield for every unmatched mentee of a partition who has admissible mentors who holds which places.

    The prices of the coverage tell mentees (price 0) who may go to none but certain mentors (price 1),
    all of them full. Among these one walks from the mentee to every mentor who may be given to them,
    from each to the mentees placed there, and on. In an assignment that matches as many as possible all
    mentors met are full; they, and all who are placed with them, are the one smallest crowd. What
    is left when too much was looked at is named as a whole.

    Args:
        found: the cohort under its rules.
        partition: which part of it.
        best: its assignment, by classes.
        mentor_of: place of each mentee's mentor, −1 for nobody, shape (n,).
    """
    loads = np.bincount(best.rows, weights=best.amounts, minlength=partition.rows.size)
    left_out = (loads < found.rows.sizes[partition.rows]) & best.reachable
    if not left_out.any():
        return
    rows, columns = _competing(found, partition, best, left_out)
    placed_with = np.where(found.hard.locked, -1, mentor_of)
    walks = _Walks(Looks(found.table(partition), rows, columns), best)
    known: dict[bytes, CrowdedOut] = {}
    for group, met, minimal in walks.all_from(np.flatnonzero(left_out[rows])):
        key = bytes([minimal]) + met.tobytes()
        if key not in known:
            of_crowd = partition.columns[columns[met]]
            known[key] = _crowd(found, of_crowd, placed_with, minimal=minimal)
        for number in partition.rows[rows[group]].tolist():
            members = found.rows.members[found.rows.starts[number] : found.rows.starts[number + 1]]
            for place in members[mentor_of[members] < 0].tolist():
                yield place, known[key]


def _competing(
    found: Candidates, partition: Partition, best: Assignment, left_out: Bools
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return all rows and columns of a partition that a walk from those left out may meet, and hardly others."""
    if not found.hard.tiers:
        prices = best.certificate[Goal.COVERAGE]
        full = (prices.columns == 1) | (found.sizes(partition).capacities == 0)
        return np.flatnonzero((prices.rows == 0) & best.reachable), np.flatnonzero(full)
    table = found.table(partition)  # no prices are of all priorities at once, so one walks
    columns = np.arange(partition.columns.size)
    met_rows, met_columns = left_out.copy(), np.zeros(columns.size, dtype=np.bool_)
    fresh = np.flatnonzero(met_rows)
    while fresh.size:
        new = columns[~met_columns]
        for rows in row_tiles(fresh, new.size):
            met_columns[new[table.admits(rows, new).any(axis=0)]] = True
        placed = best.rows[met_columns[best.columns]]
        fresh = np.unique(placed[~met_rows[placed]])
        met_rows[fresh] = True
    return np.flatnonzero(met_rows), np.flatnonzero(met_columns)


class _Walks:
    """Walks from a row to all columns that it may go to, from these to the rows placed there, and on.

    Rows are classes of mentees and columns classes of mentors that compete. Columns from which one comes
    to each other are met together or not at all, a *round*; where one comes from there is found once.
    """

    def __init__(self, looks: Looks, best: Assignment) -> None:
        self._looks = looks
        ends = []
        for places, length, flows in zip(
            (looks.rows, looks.columns), best.shape, (best.rows, best.columns), strict=True
        ):
            at = np.full(length, -1, dtype=np.intp)
            at[places] = np.arange(places.size)
            ends.append(at[flows])
        inside = (ends[0] >= 0) & (ends[1] >= 0)
        self._here, self._there = ends[0][inside], ends[1][inside]
        self._round = np.full(looks.columns.size, -1, dtype=np.intp)
        self._rounds: list[tuple[Bools, Bools]] = []

    @property
    def _too_many(self) -> bool:
        """Whether so much was looked at that no more should be."""
        return self._looks.by_rules * _LOOK + self._looks.by_table >= _MOST_WALKED

    def all_from(self, starts: Places) -> Iterator[tuple[Places, Bools, bool]]:
        """Yield groups of these rows, the columns they meet, and whether those are no more than they meet.

        The walks of a group have met the same so far; no row of it may go to a column passed by.
        """
        nothing = np.zeros(self._round.size, dtype=np.bool_)
        groups = [(starts, nothing, nothing)]
        while groups:
            rows, met, passed = groups.pop()
            if self._too_many:
                yield rows, np.ones_like(nothing), False
                continue
            others = np.flatnonzero(~(met | passed))
            going = self._looks.any_column(rows, others)
            if not going.all():
                yield rows[~going], met, True
            rows = rows[going]
            if not rows.size:
                continue
            column = others[self._looks.any_row(rows[:1], others)][0]
            members, from_there = self._round_of(int(column))
            there = self._looks.any_column(rows, np.flatnonzero(members))
            groups.append((rows[there], met | from_there, passed))
            if not there.all():
                groups.append((rows[~there], met, passed | members))

    def _round_of(self, column: int) -> tuple[Bools, Bools]:
        """Return the columns from which one comes to this one and back, and all to which one comes from it."""
        if self._round[column] < 0:
            met = self._from(column)
            members = self._back_to(column, met)
            self._round[members] = len(self._rounds)
            self._rounds.append((members, met))
        return self._rounds[int(self._round[column])]

    def _from(self, column: int) -> Bools:
        """Return all columns to which one comes from this one; where it is known how one goes on, it is used."""
        met = np.zeros(self._round.size, dtype=np.bool_)
        met[column] = True
        walked = np.zeros(self._looks.rows.size, dtype=np.bool_)
        fresh = met.copy()
        while fresh.any():
            for number in np.unique(self._round[fresh & (self._round >= 0)]).tolist():
                met |= self._rounds[number][1]
            walking = np.zeros_like(walked)
            walking[self._here[(fresh & (self._round < 0))[self._there]]] = True
            walking &= ~walked
            walked |= walking
            others = np.flatnonzero(~met)
            fresh = np.zeros_like(met)
            fresh[others[self._looks.any_row(np.flatnonzero(walking), others)]] = True
            met |= fresh
        return met

    def _back_to(self, column: int, among: Bools) -> Bools:
        """Return those of some columns from which one comes to this one."""
        met = np.zeros_like(among)
        met[column] = True
        unknown = among & (self._round < 0)
        rows = np.unique(self._here[unknown[self._there]])
        fresh = met.copy()
        while fresh.any() and rows.size:
            able = self._looks.any_column(rows, np.flatnonzero(fresh))
            coming = np.zeros(self._looks.rows.size, dtype=np.bool_)
            coming[rows[able]] = True
            rows = rows[~able]
            fresh = np.zeros_like(met)
            fresh[self._there[coming[self._here]]] = True
            fresh &= unknown & ~met
            met |= fresh
        return met


def _crowd(
    found: Candidates, columns: NDArray[np.intp], placed_with: NDArray[np.intp], *, minimal: bool
) -> CrowdedOut:
    """Return the crowd of all mentors of some classes and all who are placed with them."""
    named = np.isin(found.columns.number, columns)
    mentors = np.flatnonzero(named)
    mentees = np.flatnonzero((placed_with >= 0) & named[placed_with])
    return CrowdedOut(
        mentees=tuple(found.mentees.ids[place] for place in mentees.tolist()),
        mentors=tuple(found.mentors.ids[place] for place in mentors.tolist()),
        places=int(found.capacities[mentors].sum()),
        locked=int(found.hard.taken[mentors].sum()),
        minimal=minimal,
    )
