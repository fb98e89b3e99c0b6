"""Classes of alike people: those whom no active rule can tell apart.

Two mentees are alike when the same role models admit them and they agree in every fact that the
rules on pairs look at; whoever is named by anybody, in a choice, a refusal or a ban, is a class
alone. Which facts the rules look at is found by running them, see `Table.reads`.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.matching.candidates.forms import FormTable
from nastavnik.people.columns import Facts, Path

__all__ = ["Classes", "classes_of", "together"]

Ints = NDArray[np.int64]


@frozen(eq=False)
class Classes:
    """Everybody of one side in classes of alike people.

    Args:
        number: the class of each person, −1 for whom no role model admits, shape (n,).
        examples: place of the first person of each class, ascending, shape (k,).
        members: everybody in a class, class after class, ascending within one.
        starts: where the members of each class begin, shape (k + 1,).
    """

    number: Ints
    examples: NDArray[np.intp]
    members: NDArray[np.intp]
    starts: Ints

    @classmethod
    def each_alone(cls, people: int) -> "Classes":
        """Return everybody as a class alone."""
        places = np.arange(people)
        return cls(places.astype(np.int64), places, places, np.arange(people + 1))

    @property
    def sizes(self) -> Ints:
        """How many people are in each class."""
        return np.diff(self.starts)


def classes_of(
    facts: Facts,
    forms: Sequence[FormTable],
    *,
    mentors: bool,
    apart: Sequence[NDArray[Any]] = (),
    settled: NDArray[np.bool_] | None = None,
) -> Classes:
    """Sort the people of one side into classes.

    Args:
        facts: of everybody on this side.
        forms: with everybody whose positions they join.
        mentors: which side it is.
        apart: shape (n,) each, what else must be the same within a class.
        settled: shape (n,), who is in no class, since nothing is left to be decided about them.
    """
    n = len(facts)
    admitted = np.zeros(n, dtype=np.bool_)
    marks: list[NDArray[Any]] = []
    paths: set[Path] = set()
    singled: set[str] = set()
    by_person = False
    for form in forms:
        places, allowed = (
            (form.columns, form.mentors_admitted) if mentors else (form.rows, form.mentees_admitted)
        )
        active = form.active
        for option in active:
            mark = np.zeros(n, dtype=np.bool_)
            mark[places] = allowed[:, option]
            marks.append(mark)
            for reads in form.reads(option):
                paths |= reads.mentor if mentors else reads.mentee
                singled |= reads.singled
                by_person |= reads.by_person
        admitted[places] |= allowed[:, active].any(axis=1)
    if settled is not None:
        admitted &= ~settled
    marks += apart
    marks += [facts.field(path).codes.astype(np.int64) for path in sorted(paths)]
    if by_person:
        marks.append(np.arange(n))
    elif singled:
        named = [place for place, name in enumerate(facts.ids) if name in singled]
        alone = np.zeros(n, dtype=np.int64)
        alone[named] = np.arange(1, len(named) + 1)
        marks.append(alone)
    return _sorted(together([mark[admitted] for mark in marks], int(admitted.sum())), admitted)


def together(marks: Iterable[NDArray[Any]], length: int) -> Ints:
    """Return one number for each combination of several, from 0, without gaps.

    >>> together([np.array([1, 1, 2]), np.array([0, 5, 0])], 3).tolist()
    [0, 1, 2]
    """
    found = np.zeros(length, dtype=np.int64)
    for mark in marks:
        low, high = (int(mark.min()), int(mark.max())) if mark.size else (0, 0)
        if low == high:
            continue
        found = found * (high - low + 1) + (mark - low)
        _, found = np.unique(found, return_inverse=True)
    return found.astype(np.int64)


def _sorted(found: Ints, admitted: NDArray[np.bool_]) -> Classes:
    """Number the classes in the order of their first members."""
    people = np.flatnonzero(admitted)
    _, first, found = np.unique(found, return_index=True, return_inverse=True)
    rank = np.empty(first.size, dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(first.size)
    found = rank[found]
    number = np.full(admitted.size, -1, dtype=np.int64)
    number[people] = found
    order = np.argsort(found, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(found, minlength=first.size))])
    return Classes(number, people[np.sort(first)], people[order], starts)
