"""What keeps every mentor from somebody, requirement by requirement."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from attrs import define, evolve, field
from numpy.typing import NDArray

from nastavnik.assignment.tiling import row_tiles
from nastavnik.matching.candidates import Candidates, FormTable, neighbours
from nastavnik.matching.candidates.classes import together
from nastavnik.matching.reasons.parted import Parted
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle
from nastavnik.rules.base import ParticipantRequirement, Requirement, Side, Unknown
from nastavnik.rules.evaluation import Table

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]
Columns = list[tuple[FormTable, Places]]

__all__ = ["elsewhere_of", "obstacles_of"]

_OF_NO_FORM = -2
"""Marks a mentee of another position than that of a form."""


def obstacles_of(
    found: Candidates, mentees: NDArray[np.intp]
) -> Iterator[tuple[int, NoAdmissibleMentor]]:
    """Yield for each of these mentees, none of whom has an admissible mentor, what stood in the way.

    Args:
        found: the cohort under its rules.
        mentees: places in the cohort.
    """
    lenient = _Lenient()
    parted = Parted(found)
    with_anybody = [_with_anybody(found, form) for form in found.forms]
    for some, considered, others in _Neighbourhoods(found).of(mentees):
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
            elsewhere = parted.from_each(rows, others)
            for row, place in enumerate(rows.tolist()):
                named, besides = elsewhere[row]
                yield place, evolve(gathered.reason(row), elsewhere=named, besides=besides)


def elsewhere_of(
    found: Candidates, crowds: Mapping[CrowdedOut, Sequence[int]]
) -> Iterator[CrowdedOut]:
    """Yield crowds with the mentors whom equality alone keeps from anybody of each.

    Args:
        found: the cohort under its rules.
        crowds: by crowd the places in the cohort of those whom it keeps out.
    """
    parted, around = Parted(found), _Neighbourhoods(found)
    place = {name: at for at, name in enumerate(found.mentees.ids)} if crowds else {}
    for crowd, kept_out in crowds.items():
        members = np.union1d([place[name] for name in crowd.mentees], kept_out).astype(np.intp)
        groups = [(some, others) for some, _, others in around.of(members)]
        named, besides = parted.from_any(groups)
        yield evolve(crowd, elsewhere=named, besides=besides)


def _with_anybody(found: Candidates, form: FormTable) -> Table | None:
    """Return the mentees of a form beside some mentor, for rules that look at the mentee alone."""
    if not len(found.mentors):
        return None
    return Table.of(found.mentees.part(form.rows), found.mentors.part(slice(1)))


class _Neighbourhoods:
    """Mentees who have the same mentors to consider, with these.

    Those are the mentors from whom no requirement of equality parts them; where that leaves nobody in
    any form, all mentors whom a form joins with them.

    Args:
        found: the cohort under its rules.
    """

    def __init__(self, found: Candidates) -> None:
        self._blocks = []
        self._marks = []
        for form in found.forms:
            here, there = neighbours(form, found.mentees, found.mentors)
            self._blocks.append((form, there))
            mark = np.full(len(found.mentees), _OF_NO_FORM, dtype=np.int64)
            mark[form.rows] = here
            self._marks.append(mark)

    def of(self, mentees: Places) -> Iterator[tuple[Places, Columns, Columns]]:
        """Yield some of these mentees, the mentors to consider form by form, and those parted from them."""
        if not mentees.size:
            return
        marks = [mark[mentees] for mark in self._marks]
        groups = together(marks, mentees.size)
        for group in np.unique(groups):
            at = np.flatnonzero(groups == group)
            near, all_of_form, others = [], [], []
            for (form, there), mark in zip(self._blocks, marks, strict=True):
                block = int(mark[at[0]])
                if block == _OF_NO_FORM:
                    continue
                near.append((form, np.flatnonzero((there == block) & (there >= 0))))
                all_of_form.append((form, np.arange(there.size)))
                others.append((form, np.flatnonzero((there != block) | (there < 0))))
            anybody = any(columns.size for _, columns in near)
            if near:
                yield mentees[at], near if anybody else all_of_form, others


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
