"""The public call: solves the goals in order and returns the assignment with the prices that prove it."""

from collections.abc import Callable

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import ArrayLike, NDArray

from nastavnik.assignment.goals import Face, Goal
from nastavnik.assignment.lottery import Keys, tickets
from nastavnik.assignment.numbers import checked_numbers
from nastavnik.assignment.proof import Certificate, GoalPrices, check, goal_weights
from nastavnik.assignment.working_set import first_pairs, solve_goal
from nastavnik.errors import CertificateError, NumbersError

__all__ = ["Assignment", "assign"]

Ints = NDArray[np.int64]


@frozen(kw_only=True)
class Assignment:
    """A best assignment, and what proves it.

    Args:
        column_of: shape (n,), the column of each row, −1 for nobody.
        total: sum of the scores of the pairs.
        matched: number of rows that got a column.
        certificate: the prices of each goal.
        seed: seed of the lottery.
        row_keys: shape (n,), what the lottery knows rows by.
        column_keys: shape (m,), what the lottery knows columns by.
    """

    column_of: Ints = field(eq=cmp_using(eq=np.array_equal))
    total: int
    matched: int
    certificate: Certificate = field(repr=False)
    seed: int
    row_keys: Keys = field(eq=cmp_using(eq=np.array_equal), repr=False)
    column_keys: Keys = field(eq=cmp_using(eq=np.array_equal), repr=False)

    def verify(
        self, scores: ArrayLike, capacities: ArrayLike, admissible: ArrayLike | None = None
    ) -> None:
        """Prove again, without the solver, that this is admissible and best by every goal.

        Args:
            scores: as given to ``assign``.
            capacities: as given to ``assign``.
            admissible: as given to ``assign``.

        Raises:
            CertificateError: naming the first thing that is wrong.
            NumbersError: when the numbers themselves are not valid.

        >>> best = assign([[5, 1], [4, 3]], [1, 1])
        >>> best.verify([[5, 1], [4, 3]], [1, 1])
        """
        numbers = checked_numbers(scores, capacities, admissible)
        check(
            numbers,
            self.column_of,
            self.certificate,
            seed=self.seed,
            row_keys=self.row_keys,
            column_keys=self.column_keys,
        )
        proven = self.certificate[Goal.COVERAGE].value, self.certificate[Goal.SCORE].value
        if (self.matched, self.total) != proven:
            raise CertificateError(
                f"matched {self.matched} and total {self.total} are claimed; {proven} are proven"
            )


def assign(
    scores: ArrayLike,
    capacities: ArrayLike,
    *,
    admissible: ArrayLike | None = None,
    seed: int = 0,
    row_keys: Keys | None = None,
    column_keys: Keys | None = None,
    progress: Callable[[Goal], None] | None = None,
) -> Assignment:
    """Assign rows to columns: as many as possible, then the highest total, then a seeded lottery.

    Args:
        scores: whole numbers, shape (n, m), from −10¹² to 10¹²; what row i at column j is worth.
        capacities: whole numbers, shape (m,), from 0; how many rows a column takes.
        admissible: truth values, shape (n, m), or None if every pair may be formed. An inadmissible
            pair is never formed, whatever its score; a pair worth 0 or less is, if it lets one more
            row be matched.
        seed: chooses among equally good assignments, reproducibly.
        row_keys: what the lottery knows rows by, 64-bit, shape (n,), so that it does not depend on
            order; ``keys_of(names)`` makes them. Positions when None.
        column_keys: the same for columns, shape (m,).
        progress: called with each goal when it is reached.

    Returns:
        The assignment with the prices that prove it; ``verify`` checks them without the solver.

    Raises:
        NumbersError: naming every number, shape or type that is wrong.
        ScoreOverflowError: when a score is out of range.

    >>> best = assign([[5, 9], [4, 9], [1, 1]], [1, 1])
    >>> best.column_of.tolist(), best.matched, best.total
    ([0, 1, -1], 2, 14)
    """
    numbers = checked_numbers(scores, capacities, admissible)
    rows, columns = numbers.shape
    if type(seed) is not int:
        raise NumbersError(f"seed is {seed!r}; it must be a whole number")
    row_keys = _keys("row_keys", row_keys, rows)
    column_keys = _keys("column_keys", column_keys, columns)

    lots = tickets(seed, row_keys, column_keys)
    face = Face.whole(numbers.admissible)
    start = first_pairs(numbers.scores, face, lots)  # serves coverage too, and then the score
    column_of = np.full(rows, -1, dtype=np.int64)
    proofs: list[GoalPrices] = []
    for goal in Goal:
        if progress is not None:
            progress(goal)
        weights = goal_weights(goal, numbers, lots)
        if goal is Goal.LOTTERY:
            start = first_pairs(weights, face, lots)
        column_of, of_rows, of_columns = solve_goal(
            weights, face, numbers.capacities, start, column_of, lots
        )
        matched = np.flatnonzero(column_of >= 0)
        value = int(weights[matched, column_of[matched]].sum())
        proofs.append(GoalPrices(goal=goal, value=value, rows=of_rows, columns=of_columns))
        face = face.after(weights, of_rows, of_columns)
    for array in (column_of, *(a for p in proofs for a in (p.rows, p.columns))):
        array.flags.writeable = False
    coverage, score, _ = proofs
    return Assignment(
        column_of=column_of,
        total=score.value,
        matched=coverage.value,
        certificate=Certificate(tuple(proofs)),
        seed=seed,
        row_keys=row_keys,
        column_keys=column_keys,
    )


def _keys(name: str, given: Keys | None, length: int) -> Keys:
    if given is None:
        return np.arange(length, dtype=np.uint64)
    keys = np.asarray(given)
    if keys.dtype != np.uint64 or keys.shape != (length,):
        raise NumbersError(
            f"{name} has type {keys.dtype} and shape {keys.shape}; it must be uint64, ({length},)"
        )
    return keys
