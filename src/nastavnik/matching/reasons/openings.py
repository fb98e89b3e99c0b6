"""Which pairs one empty cell keeps shut, person by person: for those who have a few pairs without it as well.

Somebody who keeps one pair of ten is not named among those who can be paired with nobody, and loses nine all the same.
So everybody who lacks a fact is looked at with each value that it may have, and the pairs are counted. That takes a
table of all pairs; of a round too large for one, it is said that this was not looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.matching.candidates import Candidates, Classes, candidates
from nastavnik.matching.reasons.best_first import Cell, best_first
from nastavnik.matching.reasons.fillings import Filled, Variants, values_for
from nastavnik.matching.reasons.one_side import OneSide
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts, Path
from nastavnik.people.records import Position
from nastavnik.programme.round.concerns import Blank, Concern

__all__ = ["CLEARLY", "MOST_OPENED", "openings"]

Bools = NDArray[np.bool_]

CLEARLY: Final = 1.5
"""Times as many pairs with a fact as without it, from which its being missing is worth saying. Ours."""

MOST_OPENED: Final = 1 << 24
"""Pairs with each value of each empty cell that are looked at; of more none is, and it is said. Where the empty cells
of one side times those of the other are more, no two cells are filled in together."""

_OF_CELLS: Final = frozenset({"statement-missing", "statement-narrows"})


def openings(
    found: Candidates,
    sides: Sequence[OneSide],
    requirements: Methodology,
    told: Sequence[Concern],
    *,
    clearly: float = CLEARLY,
) -> Iterator[Concern]:
    """Yield the empty cells with which it is best begun, and those that leave people fewer pairs than there might be.

    Args:
        found: the pairs that may be formed.
        sides: mentors and mentees.
        requirements: the rules, without what gives points.
        told: what is said already; a column that is empty throughout is not told of again.
        clearly: times as many pairs with a fact as without it, from which its being missing is worth saying.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.
    """
    mentors, mentees = (_Blanks(side, requirements) for side in sides)
    n, m = len(found.mentees), len(found.mentors)
    if n * mentors.variants + mentees.variants * m + n * m > MOST_OPENED:
        lacking = sum(int(one.wanted.sum()) for one in (mentors, mentees))
        yield Concern(code="not-looked-at", of=lacking)
        return
    whole = {(one.side, one.field) for one in told if one.code == "column-empty"}
    now = pairs_of(found)
    of_mentors = _pairs(found.mentees, mentors.filled, requirements)
    of_mentees = _pairs(mentees.filled, found.mentors, requirements)
    narrowed = [
        *mentors.narrowed(now.T, of_mentors.T, clearly),
        *mentees.narrowed(now, of_mentees, clearly),
    ]
    narrowed = [one for one in narrowed if (one.side, one.field) not in whole]
    named = [one for one in (*told, *narrowed) if one.code in _OF_CELLS]
    here, mentee_cells = mentees.cells(whole)
    there, mentor_cells = mentors.cells(whole)
    if named and (mentee_cells or mentor_cells):
        both = np.zeros((len(mentee_cells), len(mentor_cells)), dtype=np.bool_)
        if len(mentees.filled) * len(mentors.filled) <= MOST_OPENED:
            pairs = _pairs(mentees.filled, mentors.filled, requirements)
            both = mentees.by_cell(mentors.by_cell(pairs.T).T)[np.ix_(here, there)]
        upper = np.hstack([now, mentors.by_cell(of_mentors.T).T[:, there]])
        lower = np.hstack([mentees.by_cell(of_mentees)[here], both])
        pairs = np.vstack([upper, lower])
        begun, gain = best_first(pairs, found.capacities, mentee_cells, mentor_cells)
        if begun and len(begun) < sum(one.count - one.denied for one in named):
            yield Concern(
                code="fill-first",
                people=tuple(sorted({cell.id for cell in begun})),
                of=gain,
                blanks=_blanks(begun),
            )
    yield from narrowed


def _pairs(mentees: Facts, mentors: Facts, requirements: Methodology) -> Bools:
    if not len(mentees) or not len(mentors):
        return np.zeros((len(mentees), len(mentors)), dtype=np.bool_)
    return pairs_of(candidates(mentees, mentors, requirements))


def pairs_of(found: Candidates) -> Bools:
    """Return which pairs may be formed, shape (n, m).

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil
    >>> round = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> pairs_of(candidates(round.mentee_facts, round.mentor_facts, TARGET_MODEL)).tolist()
    [[False]]
    """
    made = np.zeros((len(found.mentees), len(found.mentors)), dtype=np.bool_)
    for one in found.partitions:
        admitted = found.table(one).admits(np.arange(one.rows.size), np.arange(one.columns.size))
        rows, of_rows = _people(found.rows, one.rows)
        columns, of_columns = _people(found.columns, one.columns)
        made[np.ix_(rows, columns)] = admitted[np.ix_(of_rows, of_columns)]
    return made


def _people(classes: Classes, some: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return who is in some classes, and for each of them in which."""
    place = np.full(classes.examples.size + 1, -1, dtype=np.intp)
    place[some] = np.arange(some.size)
    of_people = place[classes.number]  # who is in no class reads the last
    people = np.flatnonzero(of_people >= 0)
    return people, of_people[people]


def _blanks(cells: Sequence[Cell]) -> tuple[Blank, ...]:
    """Return cells by fact, in the order in which the facts come first."""
    found: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        found.setdefault(("mentor" if cell.mentor else "mentee", cell.field), []).append(cell.id)
    return tuple(
        Blank(side=side, field=field, people=tuple(ids)) for (side, field), ids in found.items()
    )


@frozen(eq=False, slots=False)
class _Blanks:
    """The empty cells of one side, of those who have refused nothing.

    Args:
        side: the side.
        requirements: the rules, without what gives points.
    """

    side: OneSide
    requirements: Methodology

    @cached_property
    def wanted(self) -> Bools:
        """Who has an empty cell."""
        found = np.zeros(len(self.side.facts), dtype=np.bool_)
        for path in self.side.paths:
            found |= self._lacking(path)
        return found

    def _lacking(self, path: Path) -> Bools:
        return self.side.facing & ~self.side.refused & self.side.lacks(path)

    @cached_property
    def _values(self) -> Mapping[Path, Mapping[Position, Sequence[Any]]]:
        side = self.side
        return {
            path: values_for(path, side.facts, side.others, self.requirements)
            for path in side.paths
        }

    @property
    def variants(self) -> int:
        """How many values of people there are at most."""
        return sum(
            int(self._lacking(path).sum()) * max(map(len, values.values()), default=0)
            for path, values in self._values.items()
        )

    @cached_property
    def filled(self) -> Filled:
        """Everybody with each empty cell filled in, with each value."""
        side = self.side
        some = [
            Variants.of(path, side.facts, np.flatnonzero(self._lacking(path)), values)
            for path, values in self._values.items()
        ]
        return Filled(side.facts, some)

    @cached_property
    def _cells(self) -> tuple[list[tuple[Path, int]], NDArray[np.intp]]:
        """Fact and place of each cell, and where its values begin among all that are filled in."""
        cells, begins = [], []
        for number, path in enumerate(self._values):
            start, stop = self.filled.starts[number : number + 2].tolist()
            people, first = np.unique(self.filled.places[start:stop], return_index=True)
            cells += [(path, place) for place in people.tolist()]
            begins += (first + start).tolist()
        return cells, np.array(begins, dtype=np.intp)

    def by_cell(self, pairs: Bools) -> Bools:
        """Return with whom some value of each cell may be paired; its values are the rows of the pairs."""
        begins = self._cells[1]
        if not begins.size:
            return np.zeros((0, pairs.shape[1]), dtype=np.bool_)
        return np.logical_or.reduceat(pairs, begins, axis=0)

    def narrowed(self, now: Bools, pairs: Bools, clearly: float) -> Iterator[Concern]:
        """Yield for each fact who has pairs without it and would have clearly more, or such as have nobody else.

        Args:
            now: the pairs that may be formed, this side in the rows.
            pairs: those of each value of each cell.
            clearly: times as many pairs, from which it is said.
        """
        side = self.side
        cells, begins = self._cells
        if not cells:
            return
        places = np.array([place for _, place in cells], dtype=np.intp)
        few = now.sum(axis=1)[places]
        most = np.maximum.reduceat(pairs.sum(axis=1), begins)
        lonely = (self.by_cell(pairs) & ~now.any(axis=0)).any(axis=1)
        told = (few > 0) & ((most >= clearly * few) | (lonely & (most > few)))
        for path in dict.fromkeys(path for path, _ in cells):
            mine = np.array([one == path for one, _ in cells], dtype=np.bool_) & told
            if mine.any():
                who = np.zeros(len(side.facts), dtype=np.bool_)
                who[places[mine]] = True
                yield Concern(
                    code="statement-narrows",
                    side=side.name,
                    field=".".join(path),
                    people=side.ids(who),
                    of=int((side.facing & side.lacks(path)).sum()),
                    pairs=int(few[mine].sum()),
                    at_most=int(most[mine].sum()),
                )

    def cells(
        self, whole: AbstractSet[tuple[str | None, str | None]]
    ) -> tuple[list[int], list[Cell]]:
        """Return the cells that may be filled in, each with its number; a plain no is no empty cell."""
        numbers, found = [], []
        for number, (path, place) in enumerate(self._cells[0]):
            name = ".".join(path)
            one = self.side.facts.field(path)
            if one.values[one.codes[place]] is not False and (self.side.name, name) not in whole:
                numbers.append(number)
                found.append(Cell(bool(self.side.axis), name, self.side.facts.ids[place], place))
        return numbers, found
