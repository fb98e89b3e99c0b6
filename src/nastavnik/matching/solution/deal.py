"""From classes of alike people to the people themselves: who of them gets a place, and with whom.

The assignment says how many of a class of mentees go to which class of mentors. Which of them is a
matter of lot: the tickets of the goal *draw* say who gets a place at all, and two further rows of
tickets, made of the published seed and the ids alone, in which order mentees and mentors come
together. A class of mentors is filled evenly, minimums first: nobody gets a second mentee beyond a minimum while
another has none.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment import Draw, Goal, keys_of
from nastavnik.assignment.lottery import Keys, unit_tickets
from nastavnik.matching.candidates import Candidates, Partition

__all__ = ["People", "deal", "draw_of", "goals_of"]

Ints = NDArray[np.int64]
Flows = tuple[Ints, Ints, Ints]
"""Number of a class of mentees, of a class of mentors, and how many go there; by row, then by column."""


@frozen(eq=False)
class People:
    """What the lottery knows everybody by.

    Args:
        seed: of the lottery.
        mentees: key of each mentee, shape (n,).
        mentors: key of each mentor, shape (m,).
    """

    seed: int
    mentees: Keys
    mentors: Keys

    @classmethod
    def of(cls, found: Candidates, seed: int) -> "People":
        """Make the keys from the ids."""
        return cls(
            seed,
            keys_of([f"mentee {name}" for name in found.mentees.ids]),
            keys_of([f"mentor {name}" for name in found.mentors.ids]),
        )


def deal(
    found: Candidates, partition: Partition, flows: Flows, people: People
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the pairs of a partition: places of mentees in the cohort, and of their mentors."""
    rows, columns, amounts = flows
    mentees = _chosen(found, partition, rows, amounts, people)
    column = np.repeat(partition.columns[columns], amounts)
    arriving = np.lexsort(
        (unit_tickets(people.seed, people.mentees[mentees] + np.uint64(1)), column)
    )
    mentors, owner = _places(found, np.bincount(column, minlength=found.columns.sizes.size), people)
    assert (column[arriving] == owner).all(), "as many places as mentees"
    return mentees[arriving], mentors


def _chosen(
    found: Candidates, partition: Partition, rows: Ints, amounts: Ints, people: People
) -> NDArray[np.intp]:
    """Return who gets a place, class by class in the order of the flows, shuffled within a class."""
    classes = found.rows
    loads = np.zeros(partition.rows.size, dtype=np.int64)
    np.add.at(loads, rows, amounts)
    members, sizes = _members(classes.members, classes.starts, partition.rows)
    number = np.repeat(np.arange(sizes.size), sizes)
    tickets = unit_tickets(people.seed, people.mentees[members])
    order = np.lexsort((-tickets, number))
    rank = np.arange(order.size) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    lucky = order[rank < loads[number[order]]]
    shuffled = unit_tickets(people.seed, people.mentees[members[lucky]] + np.uint64(2))
    return members[lucky[np.lexsort((shuffled, number[lucky]))]]


def _places(found: Candidates, loads: Ints, people: People) -> tuple[NDArray[np.intp], Ints]:
    """Return as many mentors of each class as it gets mentees, evenly, and the class of each."""
    wanted = np.flatnonzero(loads)
    members, sizes = _members(found.columns.members, found.columns.starts, wanted)
    number = np.repeat(np.arange(sizes.size), sizes)
    places = np.minimum(found.capacities[members], loads[wanted][number])
    slot = np.repeat(np.arange(members.size), places)
    level = np.arange(slot.size) - np.repeat(np.cumsum(places) - places, places)
    lot = unit_tickets(people.seed, people.mentors[members])
    wanted_first = level >= found.hard.minimums[members[slot]]
    order = np.lexsort((lot[slot], level, wanted_first, number[slot]))
    of = number[slot[order]]
    starts = np.searchsorted(of, np.arange(sizes.size))
    kept = order[np.arange(order.size) - starts[of] < loads[wanted][of]]
    return members[slot[kept]], wanted[number[slot[kept]]]


def _members(
    members: NDArray[np.intp], starts: Ints, classes: NDArray[np.intp]
) -> tuple[NDArray[np.intp], Ints]:
    """Return everybody of some classes, class after class, and the size of each."""
    sizes = starts[classes + 1] - starts[classes]
    first = np.repeat(starts[classes] - (np.cumsum(sizes) - sizes), sizes)
    return members[first + np.arange(int(sizes.sum()))], sizes


def draw_of(found: Candidates, partition: Partition, people: People) -> Draw:
    """Return what the lottery knows the classes of a partition by: the sums of their members' keys."""
    rows, sizes = _members(found.rows.members, found.rows.starts, partition.rows)
    columns, columns_sizes = _members(
        found.columns.members, found.columns.starts, partition.columns
    )
    return Draw(
        seed=people.seed,
        row_keys=_sums(people.mentees[rows], sizes),
        column_keys=_sums(people.mentors[columns], columns_sizes),
        unit_keys=people.mentees[rows],
    )


def goals_of(
    found: Candidates, partition: Partition | None = None
) -> list[tuple[Goal, int | None]]:
    """Return the goals of a partition in their order, or those of the whole round; coverage priority by priority."""
    tiers: Sequence[int | None] = found.hard.tiers or (None,)
    if partition is not None and found.hard.tiers:
        here = found.hard.priorities[found.rows.examples[partition.rows]]
        tiers = np.unique(here).tolist()
    coverage = [(Goal.COVERAGE, tier) for tier in tiers]
    return [*coverage, *((goal, None) for goal in Goal if goal is not Goal.COVERAGE)]


def _sums(keys: Keys, sizes: Ints) -> Keys:
    sums: Keys = np.add.reduceat(keys, np.cumsum(sizes) - sizes)
    return sums
