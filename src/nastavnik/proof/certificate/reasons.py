"""Checks that the reason of everybody left out is true."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.errors import CertificateError
from nastavnik.matching.candidates import Candidates
from nastavnik.matching.candidates.looks import Looks
from nastavnik.matching.reasons import elsewhere_of, obstacles_of
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.plan import MatchingPlan

__all__ = ["check_reasons"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Places = NDArray[np.intp]
Ends = tuple[Places, Places]


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
        true = elsewhere_of(found, sharing)
        for (crowd, concerned), whole in zip(sharing.items(), true, strict=True):
            if crowd != whole:
                who = f"mentee {found.mentees.ids[concerned[0]]!r}"
                raise CertificateError(
                    f"{who}: other mentors are kept away by another school alone"
                )


def _reaches_anybody(found: Candidates, mentees: Places) -> list[bool]:
    """Return for each of these mentees whether any mentor is admissible."""
    numbers = found.rows.number[mentees]
    asked, able = np.zeros(
        (2, found.rows.sizes.size + 1), dtype=np.bool_
    )  # the last is of no class
    asked[numbers] = True
    for partition in found.partitions:
        rows, columns = np.flatnonzero(asked[partition.rows]), np.arange(partition.columns.size)
        if rows.size:
            looks = Looks(found.table(partition), rows, columns, once=True)
            able[partition.rows[rows]] = looks.any_column(np.arange(rows.size), columns)
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
    """Which classes may be paired, by their numbers in the round; each partition is looked at apart."""

    def __init__(self, found: Candidates) -> None:
        self._found = found
        self._looks: dict[int, Looks] = {}
        parts = found.partitions
        self._rows = _where(found.rows.sizes.size, [part.rows for part in parts])
        self._columns = _where(found.columns.sizes.size, [part.columns for part in parts])

    def any_column(self, rows: Ints, columns: Ints) -> Bools:
        """Return which of some classes of mentees may be paired with one of some classes of mentors."""
        able = np.zeros(rows.size, dtype=np.bool_)
        for looks, (here, _), ends in self._apart(rows, columns):
            able[here] = looks.any_column(*ends)
        return able

    def any_row(self, rows: Ints, columns: Ints) -> Bools:
        """Return which of some classes of mentors may be paired with one of some classes of mentees."""
        able = np.zeros(columns.size, dtype=np.bool_)
        for looks, (_, there), ends in self._apart(rows, columns):
            able[there] = looks.any_row(*ends)
        return able

    def _apart(self, rows: Ints, columns: Ints) -> Iterator[tuple[Looks, Ends, Ends]]:
        """Yield for each partition of these rows its looks, which rows and columns are in it, and where."""
        parts = self._rows[0][rows], self._columns[0][columns]
        for part in np.unique(parts[0]).tolist():
            if part >= 0:
                here, there = np.flatnonzero(parts[0] == part), np.flatnonzero(parts[1] == part)
                ends = self._rows[1][rows[here]], self._columns[1][columns[there]]
                yield self._of(part), (here, there), ends

    def _of(self, number: int) -> Looks:
        if number not in self._looks:
            part = self._found.partitions[number]
            every = np.arange(part.rows.size), np.arange(part.columns.size)
            self._looks[number] = Looks(self._found.table(part), *every)
        return self._looks[number]


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
