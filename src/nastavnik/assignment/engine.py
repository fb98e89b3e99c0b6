"""The public call: solves the goals in order and returns the assignment with the prices that prove it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import cmp_using, field, frozen
from numpy.typing import ArrayLike, NDArray

from nastavnik.assignment.demands import check_minimums
from nastavnik.assignment.draw import Draw
from nastavnik.assignment.goals import Aim, Face, Goal
from nastavnik.assignment.lottery import Keys, unit_keys
from nastavnik.assignment.numbers import Numbers, Scores, checked_numbers
from nastavnik.assignment.pool import Tastes, first_pool
from nastavnik.assignment.proof import Certificate, GoalPrices, Names, check
from nastavnik.assignment.tiling import cores
from nastavnik.assignment.working_set import Scanner, Solved, solve_goal
from nastavnik.basics.errors import CertificateError, NumbersError

__all__ = ["Assignment", "Round", "assign", "solve"]

Ints = NDArray[np.int64]

_KEPT = 48
"""Pairs of a row that are kept when it is scored, about."""


@frozen
class Round:
    """A step of the work.

    Args:
        goal: the goal being solved.
        tier: for coverage by tiers, which; None otherwise.
        number: how often this goal's prices were held against all pairs before.
    """

    goal: Goal
    tier: int | None
    number: int


_ARRAYS: Any = cmp_using(eq=np.array_equal)


@frozen(kw_only=True)
class Assignment:
    """A best assignment, and what proves it.

    Args:
        rows: row of each pair, ascending, shape (k,).
        columns: column of each pair, ascending within a row, shape (k,).
        amounts: how many units each pair joins, shape (k,); 1 unless supplies were given.
        shape: number of rows and of columns.
        total: sum of the scores of the pairs.
        matched: number of units that got a place.
        certificate: the prices of each goal.
        seed: seed of the lottery.
        row_keys: shape (n,), what the lottery knows rows by.
        column_keys: shape (m,), what the lottery knows columns by.
        unit_keys: what it knows units by, row after row; None unless supplies were given.
        reachable: shape (n,), rows that have at least one admissible pair; for who explains the result,
            and no part of the proof.
    """

    rows: Ints = field(eq=_ARRAYS, repr=False)
    columns: Ints = field(eq=_ARRAYS, repr=False)
    amounts: Ints = field(eq=_ARRAYS, repr=False)
    shape: tuple[int, int]
    total: int
    matched: int
    certificate: Certificate = field(repr=False)
    seed: int
    row_keys: Keys = field(eq=_ARRAYS, repr=False)
    column_keys: Keys = field(eq=_ARRAYS, repr=False)
    unit_keys: Keys | None = field(eq=_ARRAYS, repr=False, default=None)
    reachable: NDArray[np.bool_] = field(eq=_ARRAYS, repr=False)

    @property
    def column_of(self) -> Ints:
        """The column of each row, −1 for nobody, shape (n,); for rows of one unit each.

        Raises:
            NumbersError: when supplies were given: a row may then have several columns.

        >>> assign([[5, 9], [4, 9]], [1, 1]).column_of.tolist()
        [0, 1]
        """
        if self.unit_keys is not None:
            raise NumbersError(
                "rows with supplies have several columns; see rows, columns, amounts"
            )
        found = np.full(self.shape[0], -1, dtype=np.int64)
        found[self.rows] = self.columns
        found.flags.writeable = False
        return found

    def verify(
        self,
        scores: Scores,
        capacities: ArrayLike,
        admissible: ArrayLike | None = None,
        *,
        supplies: ArrayLike | None = None,
        minimums: ArrayLike | None = None,
        tiers: ArrayLike | None = None,
        threads: int | None = None,
    ) -> None:
        """Prove again, without the solver, that this is admissible and best by every goal.

        Args:
            scores: as given to ``assign``, like all that follows.
            capacities: as given.
            admissible: as given.
            supplies: as given.
            minimums: as given.
            tiers: as given.
            threads: how many tiles to look at at once; as many as there are processors when None.

        Raises:
            CertificateError: naming the first thing that is wrong.
            NumbersError: when the numbers themselves are not valid.

        >>> best = assign([[5, 1], [4, 3]], [1, 1])
        >>> best.verify([[5, 1], [4, 3]], [1, 1])
        """
        numbers = checked_numbers(
            scores, capacities, admissible, supplies=supplies, minimums=minimums, tiers=tiers
        )
        self.prove(numbers, threads=_threads(threads))

    def prove(self, numbers: Numbers, *, names: Names | None = None, threads: int = 1) -> None:
        """Prove it for numbers that are checked already; ``names`` is what messages call rows and columns."""
        if not self.shape == (self.row_keys.size, self.column_keys.size) == numbers.shape:
            raise CertificateError(f"the assignment is of shape {self.shape}, not {numbers.shape}")
        draw = Draw(
            seed=self.seed,
            row_keys=self.row_keys,
            column_keys=self.column_keys,
            unit_keys=self.unit_keys,
        )
        several = numbers.supplies.max(initial=1) != 1
        units = 0 if self.unit_keys is None else self.unit_keys.size
        if units != (numbers.supplies.sum() if several else 0):
            raise CertificateError("the supplies are others than those it was made for")
        pairs = self.rows, self.columns, self.amounts
        check(numbers, draw.aims(numbers), pairs, self.certificate, names=names, threads=threads)
        proven = self.certificate.value(Goal.COVERAGE), self.certificate.value(Goal.SCORE)
        if (self.matched, self.total) != proven:
            raise CertificateError(
                f"matched {self.matched} and total {self.total} are claimed; {proven} are proven"
            )


def assign(  # noqa: PLR0913 - what is not needed is left out
    scores: Scores,
    capacities: ArrayLike,
    *,
    admissible: ArrayLike | None = None,
    supplies: ArrayLike | None = None,
    minimums: ArrayLike | None = None,
    tiers: ArrayLike | None = None,
    seed: int = 0,
    row_keys: Keys | None = None,
    column_keys: Keys | None = None,
    progress: Callable[[Round], None] | None = None,
    threads: int | None = None,
) -> Assignment:
    """Assign rows to columns: as many as possible, then the highest total, then a seeded lottery.

    Args:
        scores: what row i at column j is worth, whole numbers from −10¹² to 10¹²: a table of shape
            (n, m); or `Triples`, or the same as a tuple of three arrays and a shape; or `Tiles`.
        capacities: whole numbers, shape (m,), from 0; how many units a column takes.
        admissible: truth values, shape (n, m), or None if every pair may be formed. An inadmissible
            pair is never formed, whatever its score; a pair worth 0 or less is, if it lets one more
            row be matched.
        supplies: whole numbers, shape (n,): how many units each row stands for, all of them alike;
            1 when None.
        minimums: whole numbers, shape (m,): how many units a column must get; 0 when None.
        tiers: whole numbers, shape (n,): rows of a lower tier are matched first, strictly; one tier
            when None.
        seed: chooses among equally good assignments, reproducibly.
        row_keys: what the lottery knows rows by, 64-bit, shape (n,), so that it does not depend on
            order; ``keys_of(names)`` makes them. Positions when None.
        column_keys: the same for columns, shape (m,).
        progress: called when a round of a goal begins. What it raises stops the work.
        threads: how many tiles to score at once; as many as there are processors when None.

    Returns:
        The assignment with the prices that prove it; ``verify`` checks them without the solver.

    Raises:
        NumbersError: naming every number, shape or type that is wrong, or the columns whose minimums
            nobody could meet.
        ScoreOverflowError: when a score is out of range, or scores near the limit are too far apart for the flow
            solver; divide them by a common number.

    >>> best = assign([[5, 9], [4, 9], [1, 1]], [1, 1])
    >>> best.column_of.tolist(), best.matched, best.total
    ([0, 1, -1], 2, 14)
    >>> assign([[5, 9], [4, 9], [1, 1]], [2, 2], minimums=[2, 0], tiers=[2, 1, 1]).column_of.tolist()
    [0, 1, 0]
    """
    numbers = checked_numbers(
        scores, capacities, admissible, supplies=supplies, minimums=minimums, tiers=tiers
    )
    rows, columns = numbers.shape
    if type(seed) is not int:
        raise NumbersError(f"seed is {seed!r}; it must be a whole number")
    row_keys = _keys("row_keys", row_keys, rows)
    several = numbers.supplies.max(initial=1) != 1
    draw = Draw(
        seed=seed,
        row_keys=row_keys,
        column_keys=_keys("column_keys", column_keys, columns),
        unit_keys=unit_keys(row_keys, numbers.supplies) if several else None,
    )
    return solve(numbers, draw, progress=progress, threads=_threads(threads))


def solve(
    numbers: Numbers,
    draw: Draw,
    *,
    progress: Callable[[Round], None] | None = None,
    threads: int = 1,
) -> Assignment:
    """Assign as `assign` does, for numbers that are checked already and a draw with keys of its own."""
    rows, columns = numbers.shape
    tastes = Tastes.of(rows, columns, most=_KEPT)
    scanner = Scanner(numbers.pairs, tastes, threads)
    face = Face.whole(numbers.supplies, numbers.minimums, numbers.capacities)
    pool = first_pool(numbers.pairs, tastes, threads)
    reachable = np.bincount(pool.rows, minlength=rows) > 0
    before: Solved | None = None
    if numbers.minimums.any():
        before, pool = check_minimums(numbers, pool, scanner)
    proofs: list[GoalPrices] = []
    aims = draw.aims(numbers)
    for aim in aims:

        def tell(number: int, aim: Aim = aim) -> None:
            if progress is not None:
                progress(Round(aim.goal, aim.tier, number))

        if aim.counted is not None:
            before, counted = solve_goal(
                aim, face, pool.measured(aim.counted), before, scanner, tell
            )
            pool = pool.also_with(counted)
        elif aim.goal is Goal.SCORE:
            before, pool = solve_goal(aim, face, pool, before, scanner, tell)
            pool = scanner.tight(
                pool, face.after(aim, before.row_prices, before.column_prices), aims[-1], before
            )
        elif aim.goal is Goal.DRAW:
            before, drawn = solve_goal(
                aim, face, pool.measured(np.zeros(rows, dtype=np.int64)), before, scanner, tell
            )
            pool = pool.also_with(drawn)
        else:
            before, pool = solve_goal(aim, face, pool, before, scanner, tell)
        value = aim.achieved(before.rows, before.columns, before.scores, before.amounts, rows)
        proofs.append(
            GoalPrices(
                goal=aim.goal,
                tier=aim.tier,
                value=value,
                rows=before.row_prices,
                columns=before.column_prices,
            )
        )
        face = face.after(aim, before.row_prices, before.column_prices)
    assert before is not None
    order = np.lexsort((before.columns, before.rows))
    pairs = [array[order] for array in (before.rows, before.columns, before.amounts)]
    for array in (*pairs, *(a for p in proofs for a in (p.rows, p.columns))):
        array.flags.writeable = False
    certificate = Certificate(tuple(proofs))
    return Assignment(
        rows=pairs[0],
        columns=pairs[1],
        amounts=pairs[2],
        shape=numbers.shape,
        total=certificate.value(Goal.SCORE),
        matched=certificate.value(Goal.COVERAGE),
        certificate=certificate,
        seed=draw.seed,
        row_keys=draw.row_keys,
        column_keys=draw.column_keys,
        unit_keys=draw.unit_keys,
        reachable=reachable,
    )


def _threads(given: int | None) -> int:
    if given is None:
        return cores()
    if type(given) is not int or given < 1:
        raise NumbersError(f"threads is {given!r}; it must be a whole number from 1")
    return given


def _keys(name: str, given: Keys | None, length: int) -> Keys:
    if given is None:
        return np.arange(length, dtype=np.uint64)
    keys = np.asarray(given)
    if keys.dtype != np.uint64 or keys.shape != (length,):
        raise NumbersError(
            f"{name} has type {keys.dtype} and shape {keys.shape}; it must be uint64, ({length},)"
        )
    return keys
