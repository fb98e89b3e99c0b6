"""One form on everybody whose positions it joins: who may take part, and what a tile of pairs is worth.

A pair may be admissible under several role models. It counts under the one that gives it the most
points; among equals under the one with more requirements of its own, for that one says more about
the pair; then in the order of the methodology.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, Indices
from nastavnik.people.records import Position
from nastavnik.rules.base import MOST_POINTS, Preference, Requirement
from nastavnik.rules.evaluation import Reads, Table

__all__ = ["FormTable", "Option", "Ways", "forms_of"]

Bools = NDArray[np.bool_]
Scores = NDArray[np.signedinteger[Any]]

NO_WAY = -1
"""Score and option where a pair may not be formed; no score is below 0."""


@frozen
class Option:
    """A form and one of its role models: one way in which a pair may be formed."""

    form: MentoringForm
    role_model: RoleModel


@frozen(eq=False)
class Ways:
    """How some pairs are best formed.

    Args:
        scores: what each pair is worth in its best way, −1 where there is none, shape (k,).
        options: number of that way among the form's role models, −1 where there is none, shape (k,).
    """

    scores: Scores
    options: NDArray[np.intp]


@frozen(eq=False)
class Asked:
    """What one role model asks of a pair.

    Args:
        requirements: all of them.
        pairwise: those that look at both people.
        preferences: what adds points.
    """

    requirements: tuple[Requirement, ...]
    pairwise: tuple[Requirement, ...]
    preferences: tuple[Preference, ...]


@frozen(kw_only=True, eq=False, slots=False)
class FormTable:
    """A form and everybody whose positions it joins.

    Args:
        form: the form.
        rows: places of its mentees in the cohort, ascending.
        columns: places of its mentors in the cohort, ascending.
        table: their pairs; its rows and columns are *places in the form*.
        asked: what each of its role models asks.
        mentees_admitted: shape (rows, role models), who satisfies all that looks at the mentee alone.
        mentors_admitted: shape (columns, role models), the same of mentors.
    """

    form: MentoringForm
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    table: Table
    asked: tuple[Asked, ...]
    mentees_admitted: Bools
    mentors_admitted: Bools

    @classmethod
    def of(
        cls, form: MentoringForm, methodology: Methodology, mentees: Facts, mentors: Facts
    ) -> "FormTable":
        """Run what looks at one person alone, and sort out what looks at two."""
        rows = _of_position(mentees, form.mentee_position)
        columns = _of_position(mentors, form.mentor_position)
        table = Table.of(mentees.part(rows), mentors.part(columns))
        asked = []
        admitted = (
            np.ones((rows.size, len(form.role_models)), dtype=np.bool_),
            np.ones((columns.size, len(form.role_models)), dtype=np.bool_),
        )
        sides = table.part(slice(None), slice(1)), table.part(slice(1), slice(None))
        held: dict[int, Bools] = {}  # most rules are asked by several role models
        for number, role_model in enumerate(form.role_models):
            requirements = methodology.requirements_of(form, role_model)
            pairwise = []
            for rule in requirements:
                axis = None if 0 in table.shape else _axis(table.reads(rule))
                if axis is None:
                    pairwise.append(rule)
                    continue
                if id(rule) not in held:
                    held[id(rule)] = sides[axis].compact_holds(rule).ravel()
                admitted[axis][:, number] &= held[id(rule)]
            preferences = methodology.preferences_of(form, role_model)
            asked.append(Asked(requirements, tuple(pairwise), preferences))
        return cls(
            form=form,
            rows=rows,
            columns=columns,
            table=table,
            asked=tuple(asked),
            mentees_admitted=admitted[0],
            mentors_admitted=admitted[1],
        )

    @property
    def options(self) -> tuple[Option, ...]:
        """The ways in which its pairs may be formed."""
        return tuple(Option(self.form, role_model) for role_model in self.form.role_models)

    @cached_property
    def _order(self) -> list[int]:
        """Role models with more requirements first."""
        return sorted(range(len(self.asked)), key=lambda k: -len(self.asked[k].requirements))

    @cached_property
    def active(self) -> list[int]:
        """Numbers of the role models under which somebody of each side is admitted."""
        both = self.mentees_admitted.any(axis=0) & self.mentors_admitted.any(axis=0)
        return [int(number) for number in np.flatnonzero(both)]

    def reads(self, option: int) -> list[Reads]:
        """Return what the pairwise rules and the preferences of a role model look at."""
        asked = self.asked[option]
        return [*map(self.table.reads, asked.pairwise), *map(self.table.reads, asked.preferences)]

    def scores(self, rows: Indices, columns: Indices) -> Scores:
        """Return what the pairs of a tile are worth in their best way, −1 where there is none.

        Args:
            rows: places of mentees in the form.
            columns: places of mentors in the form.
        """
        running = _Running(self.table.part(rows, columns), self._kind)
        best: Scores = np.full(running.table.shape, NO_WAY, dtype=self._kind)
        for asked, admitted in self._admitted(rows, columns):
            total = running.total(asked.preferences)
            held = running.all_hold(asked.pairwise) & admitted
            np.copyto(best, total, where=held & (total > best))
        return best

    def admits(self, rows: Indices, columns: Indices) -> Bools:
        """Return which pairs of a tile may be formed at all; no points are counted for that."""
        running = _Running(self.table.part(rows, columns), self._kind)
        found = np.zeros(running.table.shape, dtype=np.bool_)
        for asked, admitted in self._admitted(rows, columns):
            found |= running.all_hold(asked.pairwise) & admitted
        return found

    def _admitted(self, rows: Indices, columns: Indices) -> Iterator[tuple[Asked, Bools]]:
        """Yield each role model that admits somebody of each side of a tile, and for which pairs both are."""
        mentees, mentors = self.mentees_admitted[rows], self.mentors_admitted[columns]
        for number in self._order:
            here, there = mentees[:, number, None], mentors[None, :, number]
            if here.any() and there.any():
                yield self.asked[number], here & there

    def ways(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> Ways:
        """Return how some pairs are best formed.

        Args:
            rows: place in the form of the mentee of each, shape (k,).
            columns: place in the form of the mentor of each, shape (k,).
        """
        running = _Running(self.table.aligned(rows, columns), self._kind)
        both = self.mentees_admitted[rows] & self.mentors_admitted[columns]
        scores: Scores = np.full((rows.size, 1), NO_WAY, dtype=self._kind)
        options = np.full((rows.size, 1), NO_WAY, dtype=np.intp)
        for number in self._order:
            if not both[:, number].any():
                continue
            asked = self.asked[number]
            total = running.total(asked.preferences)
            held = running.all_hold(asked.pairwise) & both[:, number, None]
            better = held & (total > scores)
            np.copyto(scores, total, where=better)
            options[better] = number
        return Ways(scores[:, 0], options[:, 0])

    @cached_property
    def most(self) -> int:
        """What no pair of the form is worth more than."""
        weights = (sum(rule.weight for rule in asked.preferences) for asked in self.asked)
        return max(weights, default=0) * MOST_POINTS

    @cached_property
    def _kind(self) -> type[np.signedinteger[Any]]:
        """The narrowest type that no sum of points leaves."""
        kinds: Sequence[type[np.signedinteger[Any]]] = (np.int16, np.int32, np.int64)
        return next(kind for kind in kinds if self.most <= np.iinfo(kind).max)


@define
class _Running:
    """Rules on one tile, each run once, however many role models share it."""

    table: Table
    kind: type[np.signedinteger[Any]]
    _held: dict[tuple[int, ...], Bools] = field(factory=dict)
    _summed: dict[tuple[int, ...], Scores] = field(factory=dict)

    def all_hold(self, rules: tuple[Requirement, ...]) -> Bools:
        """Return which pairs satisfy all; common beginnings of the list are run once."""
        if not rules:
            return np.ones((1, 1), dtype=np.bool_)
        key = tuple(map(id, rules))
        if key not in self._held:
            before = self.all_hold(rules[:-1])
            self._held[key] = before & self.table.compact_holds(rules[-1])
        return self._held[key]

    def total(self, rules: tuple[Preference, ...]) -> Scores:
        """Return the weighted points; common beginnings of the list are run once."""
        if not rules:
            return np.zeros((1, 1), dtype=self.kind)
        key = tuple(map(id, rules))
        if key not in self._summed:
            points = self.table.compact_points(rules[-1])
            more = np.multiply(points, rules[-1].weight, dtype=self.kind)
            self._summed[key] = self.total(rules[:-1]) + more
        return self._summed[key]


def _axis(reads: Reads) -> int | None:
    """Return the one axis that a rule looks along, 0 for mentees, 1 for mentors; None for both."""
    if reads.by_person or reads.singled or (reads.mentor and reads.mentee):
        return None
    return 1 if reads.mentor else 0


def _of_position(facts: Facts, position: Position) -> NDArray[np.intp]:
    """Return the places of those who have the position."""
    found = facts.field(("person", "position"))
    codes = [code for code, value in enumerate(found.values) if value is position]
    return np.flatnonzero(np.isin(found.codes, codes))


def forms_of(
    methodology: Methodology,
    mentees: Facts,
    mentors: Facts,
    progress: Callable[[MentoringForm], None] | None = None,
) -> list[FormTable]:
    """Return every form with its people, in the order of the methodology."""
    tables = []
    for form in methodology.forms:
        if progress is not None:
            progress(form)
        tables.append(FormTable.of(form, methodology, mentees, mentors))
    return tables
