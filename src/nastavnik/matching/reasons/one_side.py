"""One side of a round held against the other: who has nobody, which facts rules read of them, who lacks one."""

from collections.abc import Callable
from functools import cached_property

import attrs
import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment.tiling import row_tiles
from nastavnik.matching.candidates import Candidates, FormTable
from nastavnik.matching.candidates.classes import together
from nastavnik.matching.reasons.fillings import FILLABLE, is_missing, positions_with
from nastavnik.matching.reasons.prospects import prospects
from nastavnik.people.columns import Facts, Path
from nastavnik.people.frames.facts import READ_BY
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.base import Requirement, Unknown
from nastavnik.rules.evaluation import Table

__all__ = ["OneSide"]

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]
Fails = Callable[[FormTable, Requirement], Bools | None]


class OneSide:
    """The mentees, or the mentors, of a round.

    Args:
        found: the pairs that may be formed.
        axis: 0 for mentees, 1 for mentors.

    Attributes:
        axis: the same.
        name: ``"mentee"`` or ``"mentor"``.
        facts: of everybody on this side.
        others: of everybody on the other one.
        forms: the forms that have people on both.

    >>> from nastavnik import TARGET_MODEL, Cohort, Pupil
    >>> from nastavnik.matching.candidates import candidates
    >>> round = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"), trained=True)])
    >>> mentors = OneSide(candidates(round.mentee_facts, round.mentor_facts, TARGET_MODEL), 1)
    >>> [mentors.ids(who) for who in (mentors.hopeless, mentors.lacks(("trained",)), mentors.lacks(("agreed",)))]
    [('a',), (), ('a',)]
    """

    def __init__(self, found: Candidates, axis: int) -> None:
        self._found = found
        self.axis = axis
        self.name = ("mentee", "mentor")[axis]
        sides = found.mentees, found.mentors
        self.facts, self.others = sides[axis], sides[1 - axis]
        self.forms = [form for form in found.forms if form.rows.size and form.columns.size]
        self._missing: dict[Path, Bools] = {}

    def ids(self, who: Bools) -> tuple[str, ...]:
        """Return the ids of some people, ascending."""
        ids = self.facts.ids
        return tuple(ids[place] for place in np.flatnonzero(who).tolist())

    def pair(self, mine: Facts, theirs: Facts) -> tuple[Facts, Facts]:
        """Return facts of this side and of the other as those of mentees and of mentors."""
        return (theirs, mine) if self.axis else (mine, theirs)

    # Who.

    def places(self, form: FormTable) -> Places:
        """Return who stands in a form, by place among everybody."""
        return form.columns if self.axis else form.rows

    @cached_property
    def facing(self) -> Bools:
        """Who stands in a form that has people on the other side."""
        found = np.zeros(len(self.facts), dtype=np.bool_)
        for form in self.forms:
            found[self.places(form)] = True
        return found

    @cached_property
    def hopeless(self) -> Bools:
        """Who has nobody, though there are people on the other side and no consent was refused."""
        some = prospects(self._found, mentors=bool(self.axis))
        return self.facing & ~some & ~self.refused

    @cached_property
    def refused(self) -> Bools:
        """Whom a known no of their own keeps out everywhere: nobody is asked again."""

        def refuses(form: FormTable, rule: Requirement) -> Bools | None:
            other = form.table.reads(rule).mentee if self.axis else form.table.reads(rule).mentor
            if not rule.binding or other or not self.reads(form, rule):
                return None
            lenient = evolve(rule, unknown=Unknown.PASSES)
            return ~self.some_hold(form.table, lenient, self.of_form(form))

        return self.facing & self.under_all(refuses)

    def under_all(self, fails: Fails) -> Bools:
        """Return for whom, under every role model of every form of theirs, one of some requirements fails.

        Args:
            fails: returns for whom of a form a requirement fails; None where it is not to be looked at.
        """
        found = self.facing.copy()
        for form in self.forms:
            met: dict[int, Bools | None] = {}
            for asked in form.asked:
                of_option = np.zeros(self.places(form).size, dtype=np.bool_)
                for rule in asked.requirements:
                    if id(rule) not in met:
                        met[id(rule)] = fails(form, rule)
                    failing = met[id(rule)]
                    if failing is not None:
                        of_option |= failing
                found[self.places(form)] &= of_option
        return found

    # Facts.

    def reads(self, form: FormTable, rule: Requirement) -> frozenset[Path]:
        """Return the facts that people may be asked for and that a rule reads on this side."""
        reads = form.table.reads(rule)
        if reads.by_person:
            of_role = attrs.fields_dict(Mentor if self.axis else Mentee)
            return frozenset(path for path in FILLABLE if path[1:] or of_role.keys() & path)
        paths = reads.mentor if self.axis else reads.mentee
        derived = {(*path[:-1], name) for path in paths for name in READ_BY.get(path[-1], ())}
        return (paths | derived) & FILLABLE

    @cached_property
    def paths(self) -> list[Path]:
        """The facts that requirements in force read on this side, as people are asked for them."""
        found = {
            path
            for form in self.forms
            for asked in form.asked
            for rule in asked.requirements
            for path in self.reads(form, rule)
        }
        return sorted(found, key=lambda path: (len(path), path))

    def values(self, path: Path, test: Callable[[object], bool]) -> Bools:
        """Return whose value of a fact passes a test."""
        one = self.facts.field(path)
        return np.array([test(value) for value in one.values], dtype=np.bool_)[one.codes]

    def has(self, path: Path) -> Bools:
        """Return who has a position to which a fact belongs."""
        position = self.facts.field(("person", "position"))
        having = positions_with(path)
        of_position = np.array([value in having for value in position.values], dtype=np.bool_)
        return np.asarray(of_position[position.codes])

    def lacks(self, path: Path) -> Bools:
        """Return for whom a fact is not recorded, or not done, that their position has."""
        if path not in self._missing:
            missing = self.values(path, lambda value: is_missing(path, value))
            self._missing[path] = missing & self.has(path)
        return self._missing[path]

    def of_form(self, form: FormTable) -> tuple[Facts, Facts]:
        """Return the facts of the people of a form, of this side first."""
        sides = self._found.mentees.part(form.rows), self._found.mentors.part(form.columns)
        return (sides[1], sides[0]) if self.axis else sides

    def some_hold(
        self,
        table: Table,
        rule: Requirement,
        facts: tuple[Facts, Facts],
        some: Places | None = None,
    ) -> Bools:
        """Return with whom a requirement lets some pair through; of those whom it cannot tell apart one is looked at.

        Args:
            table: the pairs.
            rule: the requirement.
            facts: of the people of the table, of this side first.
            some: places of those who are asked about; everybody of this side when None.
        """
        here = np.arange(len(facts[0])) if some is None else some
        there, back = np.arange(len(facts[1])), np.arange(here.size)
        reads = table.reads(rule)
        if not reads.by_person and not reads.singled:
            paths = reads.mentor, reads.mentee
            first, back = _kinds(facts[0], paths[1 - self.axis], here)
            there = there[_kinds(facts[1], paths[self.axis], there)[0]]
            here = here[first]
        found = [np.zeros(0, dtype=np.bool_)]
        for rows in row_tiles(here, there.size):
            tile = table.part(*((there, rows) if self.axis else (rows, there)))
            found.append(np.asarray(tile.holds(rule).any(axis=1 - self.axis)))
        return np.concatenate(found)[back]


def _kinds(facts: Facts, paths: frozenset[Path], places: Places) -> tuple[Places, Places]:
    """Return which of some people stand for all who agree in these facts, and for each of them by whom it is done."""
    codes = [facts.field(path).codes[places].astype(np.int64) for path in sorted(paths)]
    _, first, back = np.unique(together(codes, places.size), return_index=True, return_inverse=True)
    return first, back.reshape(-1)
