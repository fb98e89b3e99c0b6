"""What is settled before anything is matched: places that locks take, minimums they fill, who comes first."""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.people.columns import Facts, Path

__all__ = ["Hard", "Sizes"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@frozen(eq=False)
class Hard:
    """The hard demands on everybody, in numbers.

    Args:
        locked: shape (n,), mentees whose mentor is settled.
        taken: shape (m,), places of each mentor that locks take.
        capacities: shape (m,), places of each mentor that no lock takes.
        minimums: shape (m,), how many more each mentor must get.
        priorities: shape (n,), who comes first; the smallest number.
    """

    locked: Bools
    taken: Ints
    capacities: Ints
    minimums: Ints
    priorities: Ints

    @classmethod
    def of(cls, mentees: Facts, mentors: Facts, pairs: Sequence[tuple[int, int]] = ()) -> "Hard":
        """Return the demands that stand in the facts, beside these locked pairs.

        Args:
            mentees: of the rows.
            mentors: of the columns.
            pairs: place of the mentee and of the mentor of every lock, no more than there are places.
        """
        locked = np.zeros(len(mentees), dtype=np.bool_)
        taken = np.zeros(len(mentors), dtype=np.int64)
        for mentee, mentor in pairs:
            locked[mentee] = True
            taken[mentor] += 1
        return cls(
            locked,
            taken,
            _numbers(mentors, ("capacity",)) - taken,
            np.maximum(_numbers(mentors, ("minimum",)) - taken, 0),
            _numbers(mentees, ("priority",)),
        )

    @property
    def several(self) -> bool:
        """Whether the mentees of the round, locked ones among them, have several priorities."""
        return np.unique(self.priorities).size > 1

    @property
    def tiers(self) -> tuple[int, ...]:
        """The priorities of those who are not locked, ascending; () where all are the same."""
        found = np.unique(self.priorities[~self.locked])
        return tuple(found.tolist()) if found.size > 1 else ()


@frozen(eq=False)
class Sizes:
    """How many people and places the classes of a partition stand for.

    Args:
        supplies: people in each class of mentees.
        capacities: places of each class of mentors.
        minimums: mentees that each class of mentors must get.
        tiers: priority of each class of mentees, or None where all of the round are the same.
    """

    supplies: Ints
    capacities: Ints
    minimums: Ints
    tiers: Ints | None


def _numbers(facts: Facts, path: Path) -> Ints:
    """Return a number that everybody has."""
    found = facts.field(path)
    return np.array(found.values, dtype=np.int64)[found.codes]
