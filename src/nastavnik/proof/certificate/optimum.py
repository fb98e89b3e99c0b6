"""Checks that the prices in a plan prove it, partition by partition, and that the lots were dealt as they fell."""

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment import Certificate, Goal, GoalPrices, check
from nastavnik.assignment.proof import Names
from nastavnik.assignment.tiling import cores
from nastavnik.basics.errors import CertificateError
from nastavnik.matching.candidates import Candidates, Partition
from nastavnik.matching.solution.deal import People, deal, draw_of, goals_of
from nastavnik.programme.plan import MatchingPlan

__all__ = ["check_best"]


def check_best(plan: MatchingPlan, found: Candidates) -> None:
    """Check partition by partition that the prices prove the plan, and that the lots were dealt as they fell.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    people = People.of(found, plan.seed)
    mentor_of = _mentors(plan, found)
    claimed = {(prices.goal, prices.tier): prices.value for prices in plan.certificate.goals}
    if [(prices.goal, prices.tier) for prices in plan.certificate.goals] != goals_of(found):
        wanted = ", ".join(_called(*goal) for goal in goals_of(found))
        raise CertificateError(f"the goals must be {wanted}, in this order")
    values = dict.fromkeys(claimed, 0)
    prices = [_by_class(goal, found) for goal in plan.certificate.goals]
    for partition in found.partitions:
        numbers = found.numbers(partition)
        flows = _flows(found, partition, mentor_of)
        of_partition = Certificate(
            tuple(
                evolve(goal, rows=rows[partition.rows], columns=columns[partition.columns])
                for goal, rows, columns in prices
                if (goal.goal, goal.tier) in goals_of(found, partition)
            )
        )
        proven = check(
            numbers,
            draw_of(found, partition, people).aims(numbers),
            flows,
            of_partition,
            names=_names(found, partition),
            claims=False,
            threads=cores(),
        )
        for goal, value in zip(goals_of(found, partition), proven, strict=True):
            values[goal] += value
        mentees, mentors = deal(found, partition, flows, people)
        otherwise = mentor_of[mentees] != mentors
        if otherwise.any():
            name = found.mentees.ids[int(mentees[np.argmax(otherwise)])]
            raise CertificateError(f"mentee {name!r}: the lots fell otherwise among equals")
    for goal, value in values.items():
        if claimed[goal] != value:
            name = _called(*goal)
            raise CertificateError(f"{name}: {claimed[goal]} is claimed, {value} is proven")
    locked = [pair for pair in plan.pairs if pair.mentee in {lock.mentee for lock in plan.locks}]
    matched = sum(value for (goal, _), value in values.items() if goal is Goal.COVERAGE)
    total = values[Goal.SCORE, None] + sum(pair.score for pair in locked)
    if (matched + len(locked), total) != (plan.matched, plan.total):
        raise CertificateError("matched and total are others than those proven")


def _called(goal: Goal, tier: int | None) -> str:
    return goal.value if tier is None else f"{goal.value} of priority {tier}"


def _mentors(plan: MatchingPlan, found: Candidates) -> NDArray[np.intp]:
    """Return the place of each mentee's mentor, −1 for nobody, and check that the way chosen is the best."""
    mentors = {name: place for place, name in enumerate(found.mentors.ids)}
    mentees = {name: place for place, name in enumerate(found.mentees.ids)}
    free = [pair for pair in plan.pairs if not found.hard.locked[mentees[pair.mentee]]]
    here = np.array([mentees[pair.mentee] for pair in free], dtype=np.intp)
    there = np.array([mentors[pair.mentor] for pair in free], dtype=np.intp)
    _, options = found.ways_of(here, there)
    for pair, number in zip(free, options.tolist(), strict=True):
        best = found.options[number]
        if (pair.form, pair.role_model) != (best.form.id, best.role_model.id):
            raise CertificateError(
                f"mentor {pair.mentor!r} and mentee {pair.mentee!r}: {best.role_model.id} of "
                f"{best.form.id} serves them better than {pair.role_model} of {pair.form}"
            )
    mentor_of = np.full(len(found.mentees), -1, dtype=np.intp)
    mentor_of[here] = there
    return mentor_of


def _by_class(
    goal: GoalPrices, found: Candidates
) -> tuple[GoalPrices, NDArray[np.int64], NDArray[np.int64]]:
    """Return prices class by class: alike people have one price, who can be paired with nobody has 0."""
    sides = []
    for prices, classes, partitions, kind, ids in (
        (goal.rows, found.rows, [p.rows for p in found.partitions], "mentee", found.mentees.ids),
        (
            goal.columns,
            found.columns,
            [p.columns for p in found.partitions],
            "mentor",
            found.mentors.ids,
        ),
    ):
        if prices.shape != (len(ids),):
            raise CertificateError(f"{goal.goal.value}: there must be {len(ids)} {kind} prices")
        of_class = prices[classes.examples]
        inside = np.zeros(of_class.size + 1, dtype=np.bool_)
        for some in partitions:
            inside[some] = True
        expected = np.where(inside[classes.number], np.append(of_class, 0)[classes.number], 0)
        if (prices != expected).any():
            name = ids[int(np.argmax(prices != expected))]
            raise CertificateError(
                f"{kind} {name!r} has another price ({goal.goal.value}) than their equals"
            )
        sides.append(of_class)
    return goal, sides[0], sides[1]


def _flows(
    found: Candidates, partition: Partition, mentor_of: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return how many of each class of mentees the plan sends to each class of mentors."""
    row_at = np.full(found.rows.sizes.size + 1, -1, dtype=np.int64)
    row_at[partition.rows] = np.arange(partition.rows.size)
    column_at = np.full(found.columns.sizes.size + 1, -1, dtype=np.int64)
    column_at[partition.columns] = np.arange(partition.columns.size)
    mentees = np.flatnonzero((mentor_of >= 0) & (row_at[found.rows.number] >= 0))
    rows = row_at[found.rows.number[mentees]]
    columns = column_at[found.columns.number[mentor_of[mentees]]]
    if (columns < 0).any():
        name = found.mentees.ids[int(mentees[np.argmin(columns)])]
        raise CertificateError(f"mentee {name!r}: goes where it is not admissible")
    width = max(partition.columns.size, 1)
    pairs, amounts = np.unique(rows * width + columns, return_counts=True)
    return pairs // width, pairs % width, amounts.astype(np.int64)


def _names(found: Candidates, partition: Partition) -> Names:
    """Return what messages call a class: by one of its people."""

    def call(kind: str, index: int) -> str:
        if kind == "row":
            return f"mentee {found.mentees.ids[int(found.rows.examples[partition.rows[index]])]!r}"
        return (
            f"mentor {found.mentors.ids[int(found.columns.examples[partition.columns[index]])]!r}"
        )

    return call
