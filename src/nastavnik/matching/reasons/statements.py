"""Statements that are missing and keep somebody from every pair: a tick for the training, a consent, a quality.

It is derived from the rules as they stand. A person with nobody to be paired with is looked at again with one missing
fact filled in, with each value that it may have; where that makes a pair admissible, the one statement is all that was
in the way. And where under every role model some requirement that reads the fact fails, nothing helps before it is
recorded, whatever else is missing.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

import attrs
import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment.tiling import row_tiles
from nastavnik.matching.candidates import Candidates, FormTable, candidates
from nastavnik.matching.candidates.classes import together
from nastavnik.matching.reasons.fillings import FILLABLE, Filled, Variants, is_missing, values_for
from nastavnik.matching.reasons.prospects import prospects, requirements_only
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, Path
from nastavnik.people.frames.facts import READ_BY
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.rules.base import Requirement, Unknown
from nastavnik.rules.evaluation import Table

__all__ = ["HOPELESS_FROM", "MOST_VARIANTS", "statements_missing"]

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]
_Fails = Callable[[FormTable, Requirement], Bools | None]

HOPELESS_FROM: Final = 20
"""Percentage of people with nobody to be paired with from which that is a concern. Ours."""

MOST_VARIANTS: Final = 1 << 20
"""People times values of one side that are looked at; among more only the first people are, and it is said."""

_FEWEST: Final = 2
"""People of whom it is worth saying that a fact is recorded for none of them."""


def statements_missing(
    cohort: Cohort, methodology: Methodology, *, hopeless_from: int = HOPELESS_FROM
) -> Iterator[Concern]:
    """Yield what is missing in a round and whom that keeps from every pair, and how many have nobody at all.

    Those of mentors come first: a mentor who is let in helps several.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        hopeless_from: percentage of people with nobody to be paired with from which that is a concern.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.

    >>> from nastavnik import TARGET_MODEL, Mentee, Mentor, Teacher
    >>> old, new = Teacher("a", experience=20, data_consent=True), Teacher("b", experience=1, data_consent=True)
    >>> round = Cohort(
    ...     mentors=[Mentor(old, agreed=True)], mentees=[Mentee(new, agreed=True, category="novice")]
    ... )
    >>> found = [c for c in statements_missing(round, TARGET_MODEL) if c.code == "statement-missing"]
    >>> [(c.side, c.field, c.people, c.alone) for c in found]
    [('mentor', 'trained', ('a',), ('a',))]
    """
    requirements = requirements_only(methodology)
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, requirements)
    for axis in (1, 0):
        yield from _Side(found, requirements, axis).concerns(hopeless_from)


class _Side:
    """One side of a round.

    Args:
        found: the pairs that may be formed.
        requirements: the rules, without what gives points.
        axis: 0 for mentees, 1 for mentors.
    """

    def __init__(self, found: Candidates, requirements: Methodology, axis: int) -> None:
        self._found = found
        self._requirements = requirements
        self._axis = axis
        self._side = ("mentee", "mentor")[axis]
        sides = found.mentees, found.mentors
        self._facts, self._others = sides[axis], sides[1 - axis]
        self._forms = [form for form in found.forms if form.rows.size and form.columns.size]
        self._missing: dict[Path, Bools] = {}

    def concerns(self, hopeless_from: int) -> Iterator[Concern]:
        """Yield the concerns of this side."""
        hopeless = self._hopeless
        alone, left_out = self._alone()
        explained = np.zeros(len(self._facts), dtype=np.bool_)
        for path in self._paths:
            empty = self._empty(path)
            if empty is not None:
                yield empty
            decisive = self._decisive(path)
            people = decisive | alone[path]
            explained |= people
            if people.any() and (empty is None or empty.role_models):
                denied = self._values(path, lambda value: value is False)
                yield Concern(
                    code="statement-missing",
                    side=self._side,
                    field=".".join(path),
                    people=self._ids(people),
                    alone=self._ids(alone[path]),
                    of=int(self._facing.sum()),
                    denied=int((people & denied).sum()),
                )
        if left_out:
            yield Concern(code="not-looked-at", side=self._side, of=left_out)
        of = int((self._facing & ~self._refused).sum())
        count = int(hopeless.sum())
        if count and count * 100 >= hopeless_from * of:
            yield Concern(
                code="hopeless",
                side=self._side,
                people=self._ids(hopeless),
                alone=self._ids(hopeless & ~explained),
                of=of,
            )

    def _ids(self, who: Bools) -> tuple[str, ...]:
        ids = self._facts.ids
        return tuple(ids[place] for place in np.flatnonzero(who).tolist())

    # Who.

    def _places(self, form: FormTable) -> Places:
        return form.columns if self._axis else form.rows

    @cached_property
    def _facing(self) -> Bools:
        """Who stands in a form that has people on the other side."""
        found = np.zeros(len(self._facts), dtype=np.bool_)
        for form in self._forms:
            found[self._places(form)] = True
        return found

    @cached_property
    def _hopeless(self) -> Bools:
        """Who has nobody, though there are people on the other side and no consent was refused."""
        some = prospects(self._found, mentors=bool(self._axis))
        return self._facing & ~some & ~self._refused

    @cached_property
    def _refused(self) -> Bools:
        """Whom a known no of their own keeps out everywhere: nobody is asked again."""

        def refuses(form: FormTable, rule: Requirement) -> Bools | None:
            other = form.table.reads(rule).mentee if self._axis else form.table.reads(rule).mentor
            if not rule.binding or other or not self._reads(form, rule):
                return None
            lenient = evolve(rule, unknown=Unknown.PASSES)
            return ~self._some_hold(form.table, lenient, self._of_form(form))

        return self._facing & self._under_all(refuses)

    def _under_all(self, fails: _Fails) -> Bools:
        """Return for whom, under every role model of every form of theirs, one of some requirements fails.

        Args:
            fails: returns for whom of a form a requirement fails; None where it is not to be looked at.
        """
        found = self._facing.copy()
        for form in self._forms:
            met: dict[int, Bools | None] = {}
            for asked in form.asked:
                of_option = np.zeros(self._places(form).size, dtype=np.bool_)
                for rule in asked.requirements:
                    if id(rule) not in met:
                        met[id(rule)] = fails(form, rule)
                    failing = met[id(rule)]
                    if failing is not None:
                        of_option |= failing
                found[self._places(form)] &= of_option
        return found

    # Facts.

    def _reads(self, form: FormTable, rule: Requirement) -> frozenset[Path]:
        """Return the facts that people may be asked for and that a rule reads on this side."""
        reads = form.table.reads(rule)
        if reads.by_person:
            of_role = attrs.fields_dict(Mentor if self._axis else Mentee)
            return frozenset(path for path in FILLABLE if len(path) > 1 or path[0] in of_role)
        paths = reads.mentor if self._axis else reads.mentee
        derived = {(*path[:-1], name) for path in paths for name in READ_BY.get(path[-1], ())}
        return (paths | derived) & FILLABLE

    @cached_property
    def _paths(self) -> list[Path]:
        """The facts that requirements in force read on this side, as people are asked for them."""
        found = {
            path
            for form in self._forms
            for asked in form.asked
            for rule in asked.requirements
            for path in self._reads(form, rule)
        }
        return sorted(found, key=lambda path: (len(path), path))

    def _values(self, path: Path, test: Callable[[object], bool]) -> Bools:
        one = self._facts.field(path)
        return np.array([test(value) for value in one.values], dtype=np.bool_)[one.codes]

    def _has(self, path: Path) -> Bools:
        """Return who has a position to which a fact belongs."""
        position = self._facts.field(("person", "position"))
        has = values_for(path, self._facts, self._others, self._requirements)
        of_position = np.array([value in has for value in position.values], dtype=np.bool_)
        return np.asarray(of_position[position.codes])

    def _lacks(self, path: Path) -> Bools:
        """Return for whom a fact is not recorded, or not done, that their position has."""
        if path not in self._missing:
            missing = self._values(path, lambda value: is_missing(path, value))
            self._missing[path] = missing & self._has(path)
        return self._missing[path]

    # What one statement would do.

    def _alone(self) -> tuple[dict[Path, Bools], int]:
        """Return for each fact for whom it is all that is missing, and of how many people not every fact was tried.

        Facts with few values come first, so that these are tried of everybody even where others cannot be.
        """
        values = {
            path: values_for(path, self._facts, self._others, self._requirements)
            for path in self._paths
        }
        most = {path: max(map(len, each.values()), default=1) or 1 for path, each in values.items()}
        some: list[Variants] = []
        room = MOST_VARIANTS
        left_out = np.zeros(len(self._facts), dtype=np.bool_)
        for path in sorted(self._paths, key=lambda path: most[path]):
            places = np.flatnonzero(self._hopeless & self._lacks(path))
            tried = room // most[path]
            left_out[places[tried:]] = True
            some.append(Variants.of(path, self._facts, places[:tried], values[path]))
            room -= some[-1].places.size
        filled = Filled(self._facts, some)
        able = self._able(filled)
        found = {}
        for number, one in enumerate(some):
            rows = slice(int(filled.starts[number]), int(filled.starts[number + 1]))
            found[one.path] = np.zeros(len(self._facts), dtype=np.bool_)
            found[one.path][filled.places[rows][able[rows]]] = True
        return found, int(left_out.sum())

    def _able(self, filled: Filled) -> Bools:
        """Return which variants may be paired with somebody."""
        if not len(filled):
            return np.zeros(0, dtype=np.bool_)
        mentees, mentors = (self._others, filled) if self._axis else (filled, self._others)
        found = candidates(mentees, mentors, self._requirements)
        return prospects(found, mentors=bool(self._axis))

    def _decisive(self, path: Path) -> Bools:
        """Return who can be paired with nobody before a fact is recorded, whatever else is."""
        wanted = self._hopeless & self._lacks(path)
        if not wanted.any():
            return wanted

        def fails(form: FormTable, rule: Requirement) -> Bools | None:
            if path not in self._reads(form, rule):
                return None
            places = self._places(form)
            found = np.zeros(places.size, dtype=np.bool_)
            some = np.flatnonzero(wanted[places])
            found[some] = ~self._some_hold(form.table, rule, self._of_form(form), some)
            for other in self._reads(form, rule) - {path}:
                self._spare(form, rule, other, found)
            return found

        return wanted & self._under_all(fails)

    def _spare(self, form: FormTable, rule: Requirement, other: Path, failing: Bools) -> None:
        """Take out for whom a requirement would hold if another missing fact were recorded instead."""
        places = self._places(form)
        unsure = np.flatnonzero(failing & self._lacks(other)[places])
        if not unsure.size:
            return
        values = values_for(other, self._facts, self._others, self._requirements)
        filled = Filled(self._facts, [Variants.of(other, self._facts, places[unsure], values)])
        if not len(filled):
            return
        sides = filled, self._of_form(form)[1]
        table = Table.of(*(reversed(sides) if self._axis else sides))
        held = self._some_hold(table, rule, sides)
        failing &= ~np.isin(places, filled.places[held])

    def _of_form(self, form: FormTable) -> tuple[Facts, Facts]:
        """Return the facts of the people of a form, of this side first."""
        sides = self._found.mentees.part(form.rows), self._found.mentors.part(form.columns)
        return (sides[1], sides[0]) if self._axis else sides

    def _some_hold(
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
            first, back = _kinds(facts[0], paths[1 - self._axis], here)
            there = there[_kinds(facts[1], paths[self._axis], there)[0]]
            here = here[first]
        found = [np.zeros(0, dtype=np.bool_)]
        for rows in row_tiles(here, there.size):
            tile = table.part(*((there, rows) if self._axis else (rows, there)))
            found.append(np.asarray(tile.holds(rule).any(axis=1 - self._axis)))
        return np.concatenate(found)[back]

    def _empty(self, path: Path) -> Concern | None:
        """Return that a fact is recorded for nobody, where a requirement that reads it lets nobody through."""
        who = self._facing & self._has(path)
        if int(who.sum()) < _FEWEST or not self._unrecorded(path):
            return None
        dead, alive = [], False
        for form in self._forms:
            if not who[self._places(form)].any():
                continue
            facts = self._of_form(form)
            others = form.mentees_admitted if self._axis else form.mentors_admitted
            for number, role_model in enumerate(form.form.role_models):
                reading = [r for r in form.asked[number].requirements if self._needs(form, r, path)]
                if not any(not self._some_hold(form.table, r, facts).any() for r in reading):
                    alive = True
                elif others[:, number].any():
                    dead.append(role_model.id)
        if not dead:
            return None
        return Concern(
            code="column-empty",
            side=self._side,
            field=".".join(path),
            people=self._ids(who),
            of=int(who.sum()),
            role_models=tuple(dict.fromkeys(dead)) if alive else (),
        )

    def _needs(self, form: FormTable, rule: Requirement, path: Path) -> bool:
        """Return whether a requirement reads a fact, and no other that might do instead and is recorded for nobody."""
        reads = self._reads(form, rule)
        return path in reads and not any(map(self._unrecorded, reads - {path}))

    def _unrecorded(self, path: Path) -> bool:
        """Return whether a fact is recorded for nobody who should have it, not even as not done."""
        who = self._facing & self._has(path)
        return bool(who.any()) and not (who & self._recorded(path)).any()

    def _recorded(self, path: Path) -> Bools:
        return ~self._lacks(path) | self._values(path, lambda value: value is False)


def _kinds(facts: Facts, paths: frozenset[Path], places: Places) -> tuple[Places, Places]:
    """Return which of some people stand for all who agree in these facts, and for each of them by whom it is done."""
    codes = [facts.field(path).codes[places].astype(np.int64) for path in sorted(paths)]
    _, first, back = np.unique(together(codes, places.size), return_index=True, return_inverse=True)
    return first, back.reshape(-1)
