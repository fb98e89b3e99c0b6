"""Checks that the reason of everybody left out is true."""

from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment.tiling import cores, in_tiles
from nastavnik.candidates import Candidates
from nastavnik.errors import CertificateError
from nastavnik.plan import MatchingPlan
from nastavnik.reasons import CrowdedOut, obstacles_of

__all__ = ["check_reasons"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Places = NDArray[np.intp]

_FEW: Final = 1 << 16
"""Pairs of classes on all of which rules are run at once."""

_LOOKS_APART: Final = 48
"""How often rules are run on parts of a partition before they are run on all of it."""

_MOST_KEPT: Final = 1 << 25
"""Pairs of classes that are kept in one table."""

_FIRST: Final = 256
"""Classes among which most others find one with whom they may be paired."""


def check_reasons(plan: MatchingPlan, found: Candidates) -> None:
    """Check that whoever has no admissible mentor has the obstacles stated, and all others a crowd too large.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    place = {name: at for at, name in enumerate(found.mentees.ids)}
    left_out = np.array([place[left.mentee] for left in plan.unmatched], dtype=np.intp)
    somewhere = _reaches_anybody(found, left_out)
    nowhere = [left for left, some in zip(plan.unmatched, somewhere, strict=True) if not some]
    alone = np.array([place[left.mentee] for left in nowhere], dtype=np.intp)
    truth = dict(obstacles_of(found, alone))
    for left in nowhere:
        if left.reason != truth[place[left.mentee]]:
            raise CertificateError(f"mentee {left.mentee!r}: the obstacles are not as stated")
    sharing: dict[CrowdedOut, list[int]] = {}
    for left, some in zip(plan.unmatched, somewhere, strict=True):
        if some:
            if not isinstance(left.reason, CrowdedOut):
                raise CertificateError(
                    f"mentee {left.mentee!r}: has admissible mentors, and the reason says none"
                )
            sharing.setdefault(left.reason, []).append(place[left.mentee])
    if sharing:
        holders = _Holders(plan, found, place)
        for crowd, concerned in sharing.items():
            holders.check(crowd, np.array(concerned, dtype=np.intp))


def _reaches_anybody(found: Candidates, mentees: Places) -> list[bool]:
    """Return for each of these mentees whether any mentor is admissible."""
    numbers = found.rows.number[mentees]
    able = found.reach(_classes(numbers), np.arange(found.columns.sizes.size))
    return [bool(one) for one in able[numbers]]


class _Holders:
    """Who holds which place in a plan, held against crowds; each crowd once for all whom it keeps out."""

    def __init__(self, plan: MatchingPlan, found: Candidates, place: dict[str, int]) -> None:
        self._found = found
        self._mentees = place
        self._mentors = {name: at for at, name in enumerate(found.mentors.ids)}
        self._mentor_of = np.full(len(found.mentees), -1, dtype=np.intp)
        for pair in plan.pairs:
            self._mentor_of[place[pair.mentee]] = self._mentors[pair.mentor]
        self._mentor_of[found.hard.locked] = -1
        self._pairs = _Pairs(found)

    def check(self, crowd: CrowdedOut, concerned: Places) -> None:
        """Check a crowd that keeps out these mentees.

        Raises:
            CertificateError: naming the first thing that is wrong.
        """
        found = self._found
        who = f"mentee {found.mentees.ids[int(concerned[0])]!r}"
        for listed, known in ((crowd.mentees, self._mentees), (crowd.mentors, self._mentors)):
            if list(listed) != sorted(set(listed)):
                raise CertificateError(f"{who}: the ids of the reason must ascend, each once")
            if not known.keys() >= set(listed):
                raise CertificateError(f"{who}: the reason names somebody who is not of the round")
        mentors = np.array([self._mentors[name] for name in crowd.mentors], dtype=np.intp)
        mentees = np.array([self._mentees[name] for name in crowd.mentees], dtype=np.intp)
        named = np.zeros(len(found.mentors) + 1, dtype=np.bool_)  # the last is for no mentor
        named[mentors] = True
        if not named[self._mentor_of[mentees]].all():
            name = found.mentees.ids[int(mentees[~named[self._mentor_of[mentees]]][0])]
            raise CertificateError(
                f"{who}: mentee {name!r} holds no place of the mentors named that no lock takes"
            )
        places, locked = int(found.capacities[mentors].sum()), int(found.hard.taken[mentors].sum())
        if (crowd.places, crowd.locked) != (places, locked) or mentees.size != places:
            raise CertificateError(f"{who}: the places are not as stated, or not all are held")
        self._check_nowhere_else(np.concatenate([concerned, mentees]), named[:-1])
        if crowd.minimal:
            self._check_minimal(concerned, mentees, mentors)

    def _check_nowhere_else(self, mentees: Places, named: Bools) -> None:
        """Check that nobody of a crowd may be paired with a mentor who is not named."""
        found = self._found
        rows = np.unique(found.rows.number[mentees])
        able = rows[self._pairs.any_column(rows, _classes(found.columns.number[~named]))]
        if able.size:
            going = np.isin(found.rows.number[mentees], able)
            name = found.mentees.ids[int(mentees[np.argmax(going)])]
            raise CertificateError(
                f"mentee {name!r}: may go to mentors whom the crowd does not name"
            )

    def _check_minimal(self, concerned: Places, mentees: Places, mentors: Places) -> None:
        """Check that walks from everybody concerned come to all mentors named.

        A walk goes from a mentee to the mentors who may be given to them, from these to the mentees placed
        there, and on: each step frees a place for the one before. Who comes to some mentors from which
        one comes to all others has come to all.
        """
        found = self._found
        rows = np.unique(found.rows.number[concerned])
        columns = np.unique(found.columns.number[mentors])
        steps = found.columns.number[self._mentor_of[mentees]], found.rows.number[mentees]
        met = np.zeros(found.columns.sizes.size + 1, dtype=np.bool_)  # the last is of no class
        firsts: list[int] = []
        for column in columns.tolist():
            if not met[column]:
                firsts.append(column)
                self._walk(column, steps, met, columns)
        met[:] = False
        for column in reversed(firsts):
            if met[column]:  # one comes to it from one that was looked at
                continue
            self._walk(column, steps, met, columns)
            coming = np.isin(rows, self._back(column, steps, rows))
            if not coming.all():
                of_class = found.rows.number[concerned] == rows[np.argmin(coming)]
                name = found.mentees.ids[int(concerned[np.argmax(of_class)])]
                raise CertificateError(
                    f"mentee {name!r}: the crowd is claimed to be minimal, and a smaller one would do"
                )

    def _walk(self, column: int, steps: tuple[Ints, Ints], met: Bools, columns: Ints) -> None:
        """Mark all classes of mentors named that a walk from one of them meets."""
        fresh = np.array([column])
        while fresh.size:
            met[fresh] = True
            others = columns[~met[columns]]
            fresh = others[
                self._pairs.any_row(np.unique(steps[1][np.isin(steps[0], fresh)]), others)
            ]

    def _back(self, column: int, steps: tuple[Ints, Ints], rows: Ints) -> Ints:
        """Return the classes of mentees, these and those placed, from whom a walk comes to a class of mentors."""
        left = np.union1d(rows, steps[1])
        found = left[:0]
        fresh = np.array([column])
        while fresh.size and left.size:
            able = self._pairs.any_column(left, fresh)
            coming, left = left[able], left[~able]
            found = np.concatenate([found, coming])
            fresh = np.unique(steps[0][np.isin(steps[1], coming)])
        return found


class _Pairs:
    """Which classes may be paired, partition by partition."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._looks: Counter[int] = Counter()
        self._wholes: dict[int, Bools] = {}
        self._rows, self._columns = (
            _where(classes.sizes.size, parts)
            for classes, parts in (
                (found.rows, [partition.rows for partition in found.partitions]),
                (found.columns, [partition.columns for partition in found.partitions]),
            )
        )

    def any_column(self, rows: Ints, columns: Ints) -> Bools:
        """Return which of some classes of mentees may be paired with one of some classes of mentors."""
        return self._any(rows, columns, self._rows, self._columns, axis=1)

    def any_row(self, rows: Ints, columns: Ints) -> Bools:
        """Return which of some classes of mentors may be paired with one of some classes of mentees."""
        return self._any(columns, rows, self._columns, self._rows, axis=0)

    def _any(
        self,
        asked: Ints,
        others: Ints,
        where: tuple[Places, Places],
        of_others: tuple[Places, Places],
        *,
        axis: int,
    ) -> Bools:
        able = np.zeros(asked.size, dtype=np.bool_)
        for part in np.unique(where[0][asked]).tolist():
            here = np.flatnonzero(where[0][asked] == part)
            there = of_others[1][others[of_others[0][others] == part]]
            for some in (there[:_FIRST], there[_FIRST:]):
                left = here[~able[here]]
                if part >= 0 and left.size and some.size:
                    ends = where[1][asked[left]], some
                    able[left] = self._look(part, *(ends if axis else ends[::-1]), axis=axis)
        return able

    def _look(self, part: int, rows: Places, columns: Places, *, axis: int) -> Bools:
        if part not in self._wholes:
            self._looks[part] += 1
            of_part = self._found.partitions[part]
            size = of_part.rows.size * of_part.columns.size
            if size <= _FEW or (self._looks[part] > _LOOKS_APART and size <= _MOST_KEPT):
                every = np.arange(of_part.rows.size), np.arange(of_part.columns.size)
                self._wholes[part] = np.concatenate(self._tiles(part, *every, None))
        if part in self._wholes:
            return np.asarray(self._wholes[part][np.ix_(rows, columns)].any(axis=axis))
        tiles = self._tiles(part, rows, columns, axis)
        return np.concatenate(tiles) if axis else np.logical_or.reduce(tiles)

    def _tiles(self, part: int, rows: Places, columns: Places, axis: int | None) -> list[Bools]:
        """Return tile by tile who may be paired with whom, or with anybody along an axis."""
        table = self._found.table(self._found.partitions[part])

        def look(some: Places) -> Bools:
            found = table.admits(some, columns)
            return found if axis is None else np.asarray(found.any(axis=axis))

        return list(in_tiles(rows, columns.size, look, cores()))


def _where(classes: int, parts: list[Places]) -> tuple[Places, Places]:
    """Return for each class its partition, −1 for none, and its place there; the last is for no class."""
    part = np.full(classes + 1, -1, dtype=np.intp)
    at = np.zeros(classes + 1, dtype=np.intp)
    for number, some in enumerate(parts):
        part[some] = number
        at[some] = np.arange(some.size)
    return part, at


def _classes(numbers: Ints) -> Ints:
    return np.unique(numbers[numbers >= 0])
