"""Why somebody is left out: records of ids, rules and numbers, each of which can be checked.

Two reasons exist. Either no mentor was admissible; then each requirement that failed is named, with
the number of mentors for whom it alone stood in the way: take it out, and exactly so many become
admissible. Or there were admissible mentors, and all their places went to mentees who together
could go nowhere else: more mentees than places.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from attrs import define, evolve, field, frozen
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Goal
from nastavnik.assignment.tiling import row_tiles
from nastavnik.candidates import Candidates, FormTable, Partition, neighbours
from nastavnik.candidates.classes import together
from nastavnik.rules.base import ParticipantRequirement, Requirement, Side, Unknown
from nastavnik.rules.evaluation import Table

Bools = NDArray[np.bool_]

_MOST_WALKED = 1 << 19
"""Pairs of classes among which a crowd is walked."""

__all__ = [
    "CrowdedOut",
    "NoAdmissibleMentor",
    "Obstacle",
    "Reason",
    "crowds",
    "obstacles_of",
]


@frozen(kw_only=True)
class Obstacle:
    """A requirement that failed for a mentee.

    Args:
        rule: id of the requirement.
        failed: number of mentors with whom it failed under at least one role model.
        alone: number of mentors with whom, under some role model, nothing else failed: without this
            requirement they would be admissible.
        decisive: it looks at the mentee alone and failed under every role model of every form, so
            that no mentor whatever could help before it is dealt with.
        unknown: number of mentors with whom, under some role model, it failed only because a fact is
            not known.
    """

    rule: str
    failed: int
    alone: int
    decisive: bool
    unknown: int


@frozen(kw_only=True)
class NoAdmissibleMentor:
    """No mentor may be paired with the mentee.

    Args:
        considered: mentors whom a form joins with the mentee's position and no requirement of equality parts
            from them, such as those of their school; where there are none, all of that position; may be 0.
        obstacles: what failed, first what alone kept away most mentors.
    """

    considered: int
    obstacles: tuple[Obstacle, ...]


@frozen(kw_only=True)
class CrowdedOut:
    """The mentee has admissible mentors, and places ran out.

    Together the mentees named, the one concerned among them, are admissible with none but the
    mentors named, whose places are fewer than the mentees. So under every plan that keeps the locks at least
    one of them stays without a mentor.

    Args:
        mentees: ids, ascending.
        mentors: ids, ascending.
        places: places of these mentors together that no lock takes; fewer than the mentees.
        locked: places of these mentors that locks take.
    """

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int
    locked: int = 0


Reason = NoAdmissibleMentor | CrowdedOut
"""Why a mentee is unmatched."""


def crowds(
    found: Candidates, partition: Partition, best: Assignment, mentor_of: NDArray[np.intp]
) -> Iterator[tuple[int, CrowdedOut]]:
    """Yield for every unmatched mentee of a partition who has admissible mentors who competes for which places.

    The prices of the coverage tell mentees (price 0) who may go to none but certain mentors (price 1),
    all of them full. Among these one walks from the mentee's class to every class of mentors it may
    go to, from each to the classes placed there, and on; in an assignment that matches as many as
    possible those met are more than the places. A crowd too large to be walked is named as a whole.
    """
    loads = np.bincount(best.rows, weights=best.amounts, minlength=partition.rows.size)
    left_out = (loads < found.rows.sizes[partition.rows]) & best.reachable
    if not left_out.any():
        return
    rows, columns = _competing(found, partition, best, left_out)
    short = np.flatnonzero(left_out[rows])
    walk: Callable[[int], tuple[Bools, Bools]] | None = None
    whole = np.ones(rows.size, dtype=np.bool_), np.ones(columns.size, dtype=np.bool_)
    if rows.size * columns.size <= _MOST_WALKED:
        walk = _walk(found.table(partition).admits(rows, columns), best, rows, columns)
    known: dict[bytes, CrowdedOut] = {}
    for at in short.tolist():
        met = whole if walk is None else walk(at)
        key = met[0].tobytes()
        if key not in known:
            known[key] = _crowd(
                found, partition.rows[rows[met[0]]], partition.columns[columns[met[1]]]
            )
        number = int(partition.rows[rows[at]])
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


def _walk(
    reach: Bools, best: Assignment, rows: NDArray[np.intp], columns: NDArray[np.intp]
) -> Callable[[int], tuple[Bools, Bools]]:
    """Return the walk from one of the rows to all rows and columns that it meets."""
    row_at = np.full(best.shape[0], -1, dtype=np.intp)
    column_at = np.full(best.shape[1], -1, dtype=np.intp)
    row_at[rows], column_at[columns] = np.arange(rows.size), np.arange(columns.size)
    here, there = row_at[best.rows], column_at[best.columns]
    inside = (here >= 0) & (there >= 0)
    placed = np.zeros(reach.shape, dtype=np.bool_)
    placed[here[inside], there[inside]] = True

    def walk(start: int) -> tuple[Bools, Bools]:
        met_rows = np.zeros(rows.size, dtype=np.bool_)
        met_columns = np.zeros(columns.size, dtype=np.bool_)
        met_rows[start] = True
        fresh = met_rows.copy()
        while fresh.any():
            new = reach[fresh].any(axis=0) & ~met_columns
            met_columns |= new
            fresh = placed[:, new].any(axis=1) & ~met_rows
            met_rows |= fresh
        return met_rows, met_columns

    return walk


def _crowd(found: Candidates, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> CrowdedOut:
    mentees = np.flatnonzero(np.isin(found.rows.number, rows))
    mentors = np.flatnonzero(np.isin(found.columns.number, columns))
    return CrowdedOut(
        mentees=tuple(found.mentees.ids[place] for place in mentees.tolist()),
        mentors=tuple(found.mentors.ids[place] for place in mentors.tolist()),
        places=int(found.capacities[mentors].sum()),
        locked=int(found.taken[mentors].sum()),
    )


def obstacles_of(
    found: Candidates, mentees: NDArray[np.intp]
) -> Iterator[tuple[int, NoAdmissibleMentor]]:
    """Yield for each of these mentees, none of whom has an admissible mentor, what stood in the way.

    Args:
        found: the cohort under its rules.
        mentees: places in the cohort.
    """
    lenient = _Lenient()
    with_anybody = [_with_anybody(found, form) for form in found.forms]
    for some, considered in _neighbourhoods(found, mentees):
        mentors = np.unique(np.concatenate([form.columns[there] for form, there in considered]))
        for rows in row_tiles(some, mentors.size):
            gathered = _Gathered(rows.size, mentors)
            for form, there in considered:
                here = np.searchsorted(form.rows, rows)
                failing = _Failing(form.table.part(here, there), lenient)
                table = with_anybody[found.forms.index(form)]
                for asked in form.asked:
                    if there.size:
                        gathered.consider(failing, form.columns[there], asked.requirements)
                    elif table is not None:
                        part = table.part(here, slice(1))
                        gathered.consider_without_mentors(part, asked.requirements)
            for row, place in enumerate(rows.tolist()):
                yield place, gathered.reason(row)


def _with_anybody(found: Candidates, form: FormTable) -> Table | None:
    """Return the mentees of a form beside some mentor, for rules that look at the mentee alone."""
    if not len(found.mentors):
        return None
    return Table.of(found.mentees.part(form.rows), found.mentors.part(slice(1)))


def _neighbourhoods(
    found: Candidates, mentees: NDArray[np.intp]
) -> Iterator[tuple[NDArray[np.intp], list[tuple[FormTable, NDArray[np.intp]]]]]:
    """Yield mentees who have the same mentors to consider, with these, form by form.

    Those are the mentors from whom no requirement of equality parts them; where that leaves nobody in
    any form, all mentors whom a form joins with them.
    """
    if not mentees.size:
        return
    blocks = []
    marks = []
    for form in found.forms:
        here, there = neighbours(form, found.mentees, found.mentors)
        blocks.append((form, there))
        mark = np.full(len(found.mentees), -2, dtype=np.int64)
        mark[form.rows] = here
        marks.append(mark[mentees])
    groups = together(marks, mentees.size)
    for group in np.unique(groups):
        at = np.flatnonzero(groups == group)
        near, all_of_form = [], []
        for (form, there), mark in zip(blocks, marks, strict=True):
            block = int(mark[at[0]])
            if block == -2:  # noqa: PLR2004 - of another position
                continue
            near.append((form, np.flatnonzero((there == block) & (there >= 0))))
            all_of_form.append((form, np.arange(there.size)))
        anybody = any(columns.size for _, columns in near)
        if near:
            yield mentees[at], near if anybody else all_of_form


class _Gathered:
    """What failed for the mentees of one position, over all forms and role models."""

    def __init__(self, rows: int, mentors: NDArray[np.intp]) -> None:
        self._mentors = mentors
        self._shape = rows, mentors.size
        self._noted: dict[str, dict[str, Bools]] = {"failed": {}, "alone": {}, "unknown": {}}
        self._decisive: dict[str, Bools] | None = None

    def consider(
        self,
        failing: "_Failing",
        mentors: NDArray[np.intp],
        requirements: Sequence[Requirement],
    ) -> None:
        """Note which of a role model's requirements fail with these mentors."""
        columns = np.searchsorted(self._mentors, mentors)
        failures = [(rule, *failing.of(rule)) for rule in requirements]
        count = sum(fails.astype(np.int32) for _, fails, _ in failures)
        for rule, fails, unknown in failures:
            if not fails.any():
                continue
            for kind, here in (
                ("failed", fails),
                ("alone", fails & (count == 1)),
                ("unknown", unknown),
            ):
                whole = self._noted[kind].setdefault(rule.id, np.zeros(self._shape, dtype=np.bool_))
                whole[:, columns] |= here
        own = ((rule, fails) for rule, fails, _ in failures if _of_mentee(rule))
        self._decide({rule.id: np.asarray(fails.all(axis=1)) for rule, fails in own})

    def consider_without_mentors(self, table: Table, requirements: Sequence[Requirement]) -> None:
        """Note what a role model without mentors would ask of the mentees themselves; anybody stands for them."""
        self._decide(
            {rule.id: ~table.holds(rule)[:, 0] for rule in requirements if _of_mentee(rule)}
        )

    def _decide(self, about_mentee: dict[str, Bools]) -> None:
        """Keep as decisive what fails in every role model met so far."""
        before = about_mentee if self._decisive is None else self._decisive
        both = before.keys() & about_mentee.keys()
        self._decisive = {rule: before[rule] & about_mentee[rule] for rule in both}

    def reason(self, row: int) -> NoAdmissibleMentor:
        """Return the reason of one mentee, decisive obstacles first, then the likeliest to help."""
        decisive = {rule for rule, rows in (self._decisive or {}).items() if rows[row]}
        obstacles = [
            Obstacle(
                rule=rule,
                failed=int(table[row].sum()),
                alone=int(self._noted["alone"][rule][row].sum()),
                decisive=rule in decisive,
                unknown=int(self._noted["unknown"][rule][row].sum()),
            )
            for rule, table in self._noted["failed"].items()
            if table[row].any()
        ]
        obstacles.sort(key=lambda o: (not o.decisive, -o.alone, -o.failed, o.rule))
        return NoAdmissibleMentor(considered=self._mentors.size, obstacles=tuple(obstacles))


@define
class _Lenient:
    """Each requirement as it would be if it let unknown facts pass; made once."""

    _made: dict[int, tuple[Requirement, Requirement]] = field(factory=dict)

    def of(self, rule: Requirement) -> Requirement:
        """Return the lenient form of a rule."""
        if id(rule) not in self._made:  # the rule is kept, so that its identity stays taken
            self._made[id(rule)] = rule, evolve(rule, unknown=Unknown.PASSES)
        return self._made[id(rule)][1]


class _Failing:
    """With whom each requirement fails on one table; run once, however many role models share it."""

    def __init__(self, table: Table, lenient: _Lenient) -> None:
        self._table = table
        self._lenient = lenient
        self._found: dict[int, tuple[Bools, Bools]] = {}

    def of(self, rule: Requirement) -> tuple[Bools, Bools]:
        """Return the pairs it refuses, and those of them that it would pass if unknown facts did."""
        if id(rule) not in self._found:
            fails = ~self._table.holds(rule)
            unknown = fails
            if fails.any():
                unknown = fails & self._table.holds(self._lenient.of(rule))
            self._found[id(rule)] = fails, unknown
        return self._found[id(rule)]


def _of_mentee(rule: Requirement) -> bool:
    return isinstance(rule, ParticipantRequirement) and rule.side is Side.MENTEE
