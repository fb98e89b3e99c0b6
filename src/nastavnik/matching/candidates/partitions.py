"""Parts of the cohort between which no pair can be formed, such as the schools of a region.

A requirement that two facts be equal divides the people of a form into blocks. Blocks of several
forms that share somebody belong together; what is left apart is solved apart.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.matching.candidates.classes import Classes, together
from nastavnik.matching.candidates.forms import FormTable
from nastavnik.people.columns import Facts, Path

__all__ = ["Partition", "neighbours", "partitions_of"]

Ints = NDArray[np.int64]
Key = tuple[Path, Path]


@frozen(eq=False)
class Partition:
    """Classes of mentees and mentors that can be paired among each other alone.

    Args:
        rows: numbers of the classes of mentees, ascending.
        columns: numbers of the classes of mentors, ascending.
    """

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]


def partitions_of(
    forms: Sequence[FormTable],
    mentees: tuple[Facts, Classes],
    mentors: tuple[Facts, Classes],
) -> list[Partition]:
    """Return the partitions, in the order of their first mentees; classes that can pair with nobody are in none."""
    blocks: list[tuple[Ints, Ints]] = []
    count = 0
    for form in forms:
        if not form.active:
            continue
        row_blocks, column_blocks = _blocks(form, mentees, mentors)
        shared = np.intersect1d(row_blocks, column_blocks)
        most = max(row_blocks.max(initial=-1), column_blocks.max(initial=-1))
        number = np.full(int(most) + 2, -1, dtype=np.int64)
        shared = shared[shared >= 0]
        number[shared] = count + np.arange(shared.size)
        count += shared.size
        blocks.append((number[row_blocks], number[column_blocks]))  # -1 reads the last, which is -1
    if not count:
        return []
    label = _joined(blocks, count)
    rows = _labels([rows for rows, _ in blocks], label)
    columns = _labels([columns for _, columns in blocks], label)
    found = [
        Partition(here, there)
        for here, there in zip(_grouped(rows, label), _grouped(columns, label), strict=True)
        if here.size and there.size
    ]
    return sorted(found, key=lambda partition: int(partition.rows[0]))


def _blocks(
    form: FormTable, mentees: tuple[Facts, Classes], mentors: tuple[Facts, Classes]
) -> tuple[Ints, Ints]:
    """Return the block of every class of each side, −1 where this form admits it nowhere."""
    here = _admitted(form.rows, form.mentees_admitted[:, form.active], mentees[1])
    there = _admitted(form.columns, form.mentors_admitted[:, form.active], mentors[1])
    sides = (mentees[0], mentees[1].examples), (mentors[0], mentors[1].examples)
    row_blocks, column_blocks = _by_keys(_keys(form, form.active), *sides)
    return np.where(here, row_blocks, -1), np.where(there, column_blocks, -1)


def neighbours(form: FormTable, mentees: Facts, mentors: Facts) -> tuple[Ints, Ints]:
    """Return the block of each mentee and mentor of a form, by place in the form; −1 where a key is unknown.

    Mentors of another block are of another school, say: no role model of the form joins the two.
    """
    keys = _keys(form, range(len(form.asked)))
    return _by_keys(keys, (mentees, form.rows), (mentors, form.columns))


def _by_keys(
    keys: set[Key], mentees: tuple[Facts, NDArray[np.intp]], mentors: tuple[Facts, NDArray[np.intp]]
) -> tuple[Ints, Ints]:
    """Return a number for everybody, the same where all keys are equal; −1 where one is unknown."""
    n, m = mentees[1].size, mentors[1].size
    known = np.ones(n + m, dtype=np.bool_)
    marks = []
    for mentor_path, mentee_path in sorted(keys):
        mark = _numbered((*mentees, mentee_path), (*mentors, mentor_path))
        known &= mark >= 0
        marks.append(mark)
    found = np.where(known, together(marks, n + m), -1)
    return found[:n], found[n:]


def _admitted(
    places: NDArray[np.intp], allowed: NDArray[np.bool_], classes: Classes
) -> NDArray[np.bool_]:
    everybody = np.zeros(classes.number.size, dtype=np.bool_)
    everybody[places] = allowed.any(axis=1)
    return everybody[classes.examples]


def _keys(form: FormTable, options: Iterable[int]) -> set[Key]:
    """Return the facts that must be equal under each of these role models."""
    each = [{key for reads in form.reads(option) for key in reads.keys} for option in options]
    return set.intersection(*each)


def _numbered(*sides: tuple[Facts, NDArray[np.intp], Path]) -> Ints:
    """Return numbers of the values of both sides, equal where the values are; −1 where unknown."""
    numbers: dict[object, int] = {None: -1}
    found = []
    for facts, places, path in sides:
        here = facts.field(path)
        each = [numbers.setdefault(value, len(numbers)) for value in here.values]
        found.append(np.array(each, dtype=np.int64)[here.codes[places]])
    return np.concatenate(found)


def _joined(blocks: Sequence[tuple[Ints, Ints]], count: int) -> Ints:
    """Return for each block the number of the partition it belongs to."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(count))
    for axis in (0, 1):
        sides = [pair[axis] for pair in blocks]
        for first, second in combinations(sides, 2):
            both = (first >= 0) & (second >= 0)
            edges = np.unique(np.stack([first[both], second[both]]), axis=1)
            graph.add_edges_from(edges.T.tolist())
    label = np.zeros(count, dtype=np.int64)
    for number, members in enumerate(nx.connected_components(graph)):
        label[list(members)] = number
    return label


def _labels(sides: Sequence[Ints], label: Ints) -> Ints:
    """Return the partition of every class, −1 for none."""
    found = np.full(sides[0].size, -1, dtype=np.int64)
    for side in sides:
        inside = side >= 0
        found[inside] = label[side[inside]]
    return found


def _grouped(labels: Ints, label: Ints) -> list[NDArray[np.intp]]:
    """Return the classes of each partition."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(int(label.max()) + 2))
    return [order[start:stop] for start, stop in pairwise(starts)]
