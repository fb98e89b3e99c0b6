"""Everybody in classes of alike people, and tiles of the pairs that may be formed, scored when they are looked at.

``forms`` runs the rules of one form on everybody or on a tile, ``classes`` finds who is alike,
``partitions`` what can be solved apart. No table of all pairs is ever made.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment import Numbers, Tiles, checked_numbers
from nastavnik.candidates.classes import Classes, classes_of
from nastavnik.candidates.forms import NO_WAY, FormTable, Option, Ways, forms_of
from nastavnik.candidates.partitions import Partition, neighbours, partitions_of
from nastavnik.facts import Facts
from nastavnik.methodology.model import MentoringForm, Methodology
from nastavnik.rules.evaluation import Table

__all__ = [
    "Candidates",
    "Classes",
    "FormTable",
    "Option",
    "Partition",
    "Ways",
    "candidates",
    "neighbours",
]

Ints = NDArray[np.int64]
Places = NDArray[np.intp]

_CELLS = 1 << 19


@frozen(kw_only=True, eq=False, slots=False)
class Candidates:
    """All pairs of a cohort under a methodology.

    Args:
        mentees: facts of the rows, in id order.
        mentors: facts of the columns, in id order.
        forms: all forms of the methodology.
        rows: classes of the mentees.
        columns: classes of the mentors.
        partitions: what can be solved apart.
    """

    mentees: Facts
    mentors: Facts
    forms: tuple[FormTable, ...]
    rows: Classes
    columns: Classes
    partitions: tuple[Partition, ...]

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The ways in which pairs may be formed, form after form."""
        return tuple(option for form in self.forms for option in form.options)

    @cached_property
    def capacities(self) -> Ints:
        """Places of each mentor, shape (m,)."""
        found = self.mentors.field(("capacity",))
        return np.array(found.values, dtype=np.int64)[found.codes]

    def numbers(
        self,
        partition: Partition,
        *,
        supplies: Ints | None = None,
        capacities: Ints | None = None,
    ) -> Numbers:
        """Return the problem of one partition; its rows and columns are classes.

        Args:
            partition: which.
            supplies: people in each class of mentees, where these stand for others than themselves.
            capacities: places of each class of mentors, likewise.
        """
        if supplies is None:
            supplies = self.rows.sizes[partition.rows]
        if capacities is None:
            capacities = self._places_of_classes[partition.columns]
        table = self.table(partition)
        shape = partition.rows.size, partition.columns.size
        return checked_numbers(Tiles(table.scores, shape), capacities, supplies=supplies)

    @cached_property
    def _places_of_classes(self) -> Ints:
        places: Ints = np.add.reduceat(
            self.capacities[self.columns.members], self.columns.starts[:-1]
        )
        return places

    def table(self, partition: Partition) -> "PartitionTable":
        """Return the pairs of one partition, by class."""
        rows = self.rows.examples[partition.rows]
        columns = self.columns.examples[partition.columns]
        sides = []
        for form, (here, there) in zip(self.forms, self._places, strict=True):
            side = form, here[rows], there[columns]
            if (side[1] >= 0).any() and (side[2] >= 0).any():
                sides.append(side)
        return PartitionTable(sides)

    @cached_property
    def _places(self) -> list[tuple[Places, Places]]:
        """For each form the place in it of everybody whom one of its role models admits, −1 for others."""
        found = []
        for form in self.forms:
            sides = []
            for everybody, places, allowed in (
                (self.mentees, form.rows, form.mentees_admitted),
                (self.mentors, form.columns, form.mentors_admitted),
            ):
                place = np.full(len(everybody), -1, dtype=np.intp)
                some = allowed[:, form.active].any(axis=1)
                place[places[some]] = np.flatnonzero(some)
                sides.append(place)
            found.append((sides[0], sides[1]))
        return found

    def reach(self, classes: Places) -> Iterator[tuple[Places, NDArray[np.bool_], Places]]:
        """Yield some classes of mentees at a time, which pairs they may form, and with which classes of mentors."""
        for partition in self.partitions:
            rows = np.flatnonzero(np.isin(partition.rows, classes))
            columns = np.arange(partition.columns.size)
            table = self.table(partition)
            height = max(1, _CELLS // columns.size)
            for start in range(0, rows.size, height):
                some = rows[start : start + height]
                yield partition.rows[some], table.scores(some, columns)[1], partition.columns

    def aligned(self, option: Option, mentees: Places, mentors: Places) -> Table:
        """Return pairs, one below the other, in the table of the option's form."""
        number = next(k for k, form in enumerate(self.forms) if form.form is option.form)
        here, there = self._places[number]
        return self.forms[number].table.aligned(here[mentees], there[mentors])

    def ways_of(self, mentees: Places, mentors: Places) -> tuple[Ints, Ints]:
        """Return score and number of the option of single pairs, shapes (k,); −1 where there is none."""
        scores = np.full(mentees.size, NO_WAY, dtype=np.int64)
        options = np.full(mentees.size, NO_WAY, dtype=np.int64)
        first = 0
        for form, (here, there) in zip(self.forms, self._places, strict=True):
            some = np.flatnonzero((here[mentees] >= 0) & (there[mentors] >= 0))
            if some.size:
                ways = form.ways(here[mentees[some]], there[mentors[some]], aligned=True)
                better = ways.scores[:, 0] > scores[some]
                scores[some[better]] = ways.scores[better, 0]
                options[some[better]] = first + ways.options[better, 0].astype(np.int64)
            first += len(form.options)
        return scores, options


@frozen(eq=False)
class PartitionTable:
    """The pairs of one partition.

    Args:
        sides: forms, each with the place in it of the partition's rows and columns, −1 for none.
    """

    sides: Sequence[tuple[FormTable, Places, Places]]

    def scores(
        self, rows: Places, columns: Places
    ) -> tuple[NDArray[np.signedinteger], NDArray[np.bool_]]:
        """Return what pairs are worth, and which may be formed."""
        best: NDArray[np.signedinteger] | None = None
        for form, here, there in self.sides:
            row, column = here[rows], there[columns]
            if (row >= 0).all() and (column >= 0).all():
                found = form.ways(_span(row), _span(column)).scores
            else:
                some, others = np.flatnonzero(row >= 0), np.flatnonzero(column >= 0)
                if not some.size or not others.size:
                    continue
                ways = form.ways(_span(row[some]), _span(column[others]))
                found = np.full((rows.size, columns.size), NO_WAY, dtype=ways.scores.dtype)
                found[np.ix_(some, others)] = ways.scores
            best = found if best is None else np.maximum(best, found)
        if best is None:
            best = np.full((rows.size, columns.size), NO_WAY, dtype=np.int16)
        return best, best >= 0


def candidates(
    mentees: Facts,
    mentors: Facts,
    methodology: Methodology,
    *,
    progress: Callable[[MentoringForm], None] | None = None,
) -> Candidates:
    """Find out who is alike for the rules, and what can be solved apart.

    Args:
        mentees: facts of the mentees, in id order.
        mentors: facts of the mentors, in id order.
        methodology: the rules.
        progress: called with each form when its rules are about to run.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.
    """
    forms = forms_of(methodology, mentees, mentors, progress)
    rows = classes_of(mentees, forms, mentors=False)
    columns = classes_of(mentors, forms, mentors=True)
    partitions = partitions_of(forms, (mentees, rows), (mentors, columns))
    return Candidates(
        mentees=mentees,
        mentors=mentors,
        forms=tuple(forms),
        rows=rows,
        columns=columns,
        partitions=tuple(partitions),
    )


def _span(places: Places) -> Places | slice:
    """Return places that follow each other as a slice, of which no copies are made."""
    follow = places.size and int(places[-1]) - int(places[0]) + 1 == places.size
    if follow and (places.size == 1 or (np.diff(places) == 1).all()):
        return slice(int(places[0]), int(places[-1]) + 1)
    return places
