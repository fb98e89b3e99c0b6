"""Everybody in classes of alike people, and tiles of the pairs that may be formed, scored when they are looked at.

``forms`` runs the rules of one form on everybody or on a tile, ``classes`` finds who is alike,
``partitions`` what can be solved apart. No table of all pairs is ever made.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment import Numbers, Tiles, checked_numbers
from nastavnik.matching.candidates.classes import Classes, classes_of
from nastavnik.matching.candidates.forms import NO_WAY, FormTable, Option, forms_of
from nastavnik.matching.candidates.hard import Hard, Sizes
from nastavnik.matching.candidates.partitions import Partition, neighbours, partitions_of
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, Indices
from nastavnik.people.records import MOST_PLACES
from nastavnik.rules.evaluation import Table

__all__ = [
    "Candidates",
    "Classes",
    "FormTable",
    "Hard",
    "Option",
    "Partition",
    "Sizes",
    "candidates",
    "neighbours",
]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Scores = NDArray[np.signedinteger[Any]]
Places = NDArray[np.intp]


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
        hard: what is settled beforehand.
    """

    mentees: Facts
    mentors: Facts
    forms: tuple[FormTable, ...]
    rows: Classes
    columns: Classes
    partitions: tuple[Partition, ...]
    hard: Hard

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The ways in which pairs may be formed, form after form."""
        return tuple(option for form in self.forms for option in form.options)

    @property
    def capacities(self) -> Ints:
        """Places of each mentor that are to be given, shape (m,)."""
        return self.hard.capacities

    def sizes(self, partition: Partition) -> Sizes:
        """Return how many people and places the classes of a partition stand for."""
        capacities, minimums = self._of_classes
        priorities = self.hard.priorities[self.rows.examples[partition.rows]]
        return Sizes(
            self.rows.sizes[partition.rows],
            capacities[partition.columns],
            minimums[partition.columns],
            priorities if self.hard.tiers else None,
        )

    def numbers(self, partition: Partition, sizes: Sizes | None = None) -> Numbers:
        """Return the problem of one partition; its rows and columns are classes.

        Args:
            partition: which.
            sizes: its sizes, where its people stand for others than themselves.
        """
        sizes = sizes or self.sizes(partition)
        shape = partition.rows.size, partition.columns.size
        return checked_numbers(
            Tiles(self.table(partition).scores, shape),
            sizes.capacities,
            supplies=sizes.supplies,
            minimums=sizes.minimums,
            tiers=sizes.tiers,
        )

    @cached_property
    def _of_classes(self) -> tuple[Ints, Ints]:
        """Places and minimums of each class of mentors; of more than are worth counting, the most that are counted."""
        members, starts = self.columns.members, self.columns.starts[:-1]
        each = self.hard.capacities[members], self.hard.minimums[members]
        capacities, minimums = (
            np.minimum(np.add.reduceat(numbers, starts), MOST_PLACES) for numbers in each
        )
        return capacities, minimums

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
                ways = form.ways(here[mentees[some]], there[mentors[some]])
                better = ways.scores > scores[some]
                scores[some[better]] = ways.scores[better]
                options[some[better]] = first + ways.options[better]
            first += len(form.options)
        return scores, options


@frozen(eq=False)
class PartitionTable:
    """The pairs of one partition.

    Args:
        sides: forms, each with the place in it of the partition's rows and columns, −1 for none.
    """

    sides: Sequence[tuple[FormTable, Places, Places]]

    def scores(self, rows: Places, columns: Places) -> tuple[Scores, Bools]:
        """Return what pairs are worth, and which may be formed."""
        best: Scores = np.full((1, 1), NO_WAY, dtype=np.int16)
        for found in self._by_form(FormTable.scores, rows, columns, NO_WAY):
            best = np.maximum(best, found)
        best = np.broadcast_to(best, (rows.size, columns.size))
        return best, best >= 0

    def admits(self, rows: Places, columns: Places) -> Bools:
        """Return which pairs may be formed; cheaper than what they are worth."""
        some = np.zeros((rows.size, columns.size), dtype=np.bool_)
        for found in self._by_form(FormTable.admits, rows, columns, False):
            some |= found
        return some

    def _by_form(
        self,
        ask: Callable[[FormTable, Indices, Indices], NDArray[Any]],
        rows: Places,
        columns: Places,
        otherwise: int,
    ) -> Iterator[NDArray[Any]]:
        """Yield what each form answers for a tile, filled up for those whom it does not concern."""
        for form, here, there in self.sides:
            row, column = here[rows], there[columns]
            some, others = np.flatnonzero(row >= 0), np.flatnonzero(column >= 0)
            if not some.size or not others.size:
                continue
            found = ask(form, _span(row[some]), _span(column[others]))
            if found.shape == (rows.size, columns.size):
                yield found
                continue
            whole = np.full((rows.size, columns.size), otherwise, dtype=found.dtype)
            whole[np.ix_(some, others)] = found
            yield whole


def candidates(
    mentees: Facts,
    mentors: Facts,
    methodology: Methodology,
    *,
    hard: Hard | None = None,
    progress: Callable[[MentoringForm], None] | None = None,
) -> Candidates:
    """Find out who is alike for the rules, and what can be solved apart.

    Args:
        mentees: facts of the mentees, in id order.
        mentors: facts of the mentors, in id order.
        methodology: the rules.
        hard: what is settled beforehand; what stands in the facts alone when None.
        progress: called with each form when its rules are about to run.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.
    """
    forms = forms_of(methodology, mentees, mentors, progress)
    hard = hard or Hard.of(mentees, mentors)
    rows = classes_of(mentees, forms, mentors=False, apart=[hard.priorities], settled=hard.locked)
    columns = classes_of(mentors, forms, mentors=True)
    partitions = partitions_of(forms, (mentees, rows), (mentors, columns))
    return Candidates(
        mentees=mentees,
        mentors=mentors,
        forms=tuple(forms),
        rows=rows,
        columns=columns,
        partitions=tuple(partitions),
        hard=hard,
    )


def _span(places: Places) -> Places | slice:
    """Return places that follow each other as a slice, of which no copies are made."""
    follow = places.size and int(places[-1]) - int(places[0]) + 1 == places.size
    if follow and (places.size == 1 or (np.diff(places) == 1).all()):
        return slice(int(places[0]), int(places[-1]) + 1)
    return places
