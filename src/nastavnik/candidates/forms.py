"""One form on everybody whose positions it joins: who may take part, and what a tile of pairs is worth.

A pair may be admissible under several role models. It counts under the one that gives it the most
points; among equals under the one with more requirements of its own, for that one says more about
the pair; then in the order of the methodology.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from nastavnik.facts import Facts, Indices
from nastavnik.methodology.model import MentoringForm, Methodology, RoleModel
from nastavnik.people import Position
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
    """How the pairs of a tile are best formed.

    Args:
        scores: what each pair is worth in its best way, −1 where there is none.
        options: number of that way among the form's role models, −1 where there is none.
    """

    scores: Scores
    options: NDArray[np.int8]


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
        cls, form: MentoringForm, methodology: Methodology, mentees: "Side", mentors: "Side"
    ) -> "FormTable":
        """Run what looks at one person alone, and sort out what looks at two."""
        rows = mentees.of_position(form.mentee_position)
        columns = mentors.of_position(form.mentor_position)
        table = Table.of(mentees.facts.part(rows), mentors.facts.part(columns))
        asked = []
        admitted = (
            np.ones((rows.size, len(form.role_models)), dtype=np.bool_),
            np.ones((columns.size, len(form.role_models)), dtype=np.bool_),
        )
        for number, role_model in enumerate(form.role_models):
            requirements = methodology.requirements_of(form, role_model)
            pairwise = []
            for rule in requirements:
                axis = _axis(table.reads(rule))
                if axis is None or 0 in table.shape:
                    pairwise.append(rule)
                    continue
                some: list[Indices] = [slice(None), slice(None)]
                some[1 - axis] = slice(1)
                admitted[axis][:, number] &= table.part(*some).compact_holds(rule).ravel()
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

    @property
    def active(self) -> list[int]:
        """Numbers of the role models under which somebody of each side is admitted."""
        both = self.mentees_admitted.any(axis=0) & self.mentors_admitted.any(axis=0)
        return [int(number) for number in np.flatnonzero(both)]

    def reads(self, option: int) -> list[Reads]:
        """Return what the pairwise rules and the preferences of a role model look at."""
        asked = self.asked[option]
        return [*map(self.table.reads, asked.pairwise), *map(self.table.reads, asked.preferences)]

    def ways(self, rows: Indices, columns: Indices, *, aligned: bool = False) -> Ways:
        """Return how each pair is best formed.

        Args:
            rows: places of mentees in the form.
            columns: places of mentors in the form.
            aligned: whether the two are pairs, one below the other.
        """
        part = self.table.aligned(rows, columns) if aligned else self.table.part(rows, columns)
        running = _Running(part, self._kind)
        mentees, mentors = self.mentees_admitted[rows], self.mentors_admitted[columns]
        scores: Scores = np.full(part.shape, NO_WAY, dtype=self._kind)
        options = np.full(part.shape, NO_WAY, dtype=np.int8)
        for number in self._order:
            here, there = mentees[:, number, None], mentors[:, number]
            there = there[:, None] if aligned else there[None, :]
            if not (here.any() and there.any()):
                continue
            asked = self.asked[number]
            total = running.total(asked.preferences)
            better = running.all_hold(asked.pairwise) & here & there & (total > scores)
            scores = np.where(better, total, scores)
            options[np.broadcast_to(better, options.shape)] = number
        return Ways(scores, options)

    @cached_property
    def _kind(self) -> type[np.signedinteger[Any]]:
        """The narrowest type that no sum of points leaves."""
        most = max(
            (sum(rule.weight for rule in asked.preferences) for asked in self.asked), default=0
        )
        kinds: Sequence[type[np.signedinteger[Any]]] = (np.int16, np.int32, np.int64)
        return next(kind for kind in kinds if most * MOST_POINTS <= np.iinfo(kind).max)


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


@frozen(eq=False)
class Side:
    """Everybody on one side of the cohort, and their positions."""

    facts: Facts

    def of_position(self, position: Position) -> NDArray[np.intp]:
        """Return the places of those who have the position."""
        found = self.facts.field(("person", "position"))
        codes = [code for code, value in enumerate(found.values) if value is position]
        return np.flatnonzero(np.isin(found.codes, codes))


def forms_of(
    methodology: Methodology,
    mentees: Facts,
    mentors: Facts,
    progress: Callable[[MentoringForm], None] | None = None,
) -> list[FormTable]:
    """Return every form with its people, in the order of the methodology."""
    wanting, ready = Side(mentees), Side(mentors)
    tables = []
    for form in methodology.forms:
        if progress is not None:
            progress(form)
        tables.append(FormTable.of(form, methodology, wanting, ready))
    return tables
