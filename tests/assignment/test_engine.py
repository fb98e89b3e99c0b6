"""`assign`: the best by every goal in order, compared with solvers that this project did not write."""

import itertools
from hashlib import sha256
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from helpers.chances import EXCEEDED_BY_CHANCE
from helpers.flow import largest_flow
from helpers.problems import Ints, solved
from nastavnik.assignment import SCORE_LIMIT, Goal, Round, assign, keys_of
from nastavnik.assignment.lottery import tickets
from nastavnik.testing.strategies import AssignmentProblem, assignment_problems


def most_rows(problem: AssignmentProblem) -> int:
    """Return how many rows can be matched."""
    pairs = ((int(row), int(column)) for row, column in np.argwhere(problem.admissible))
    return largest_flow(pairs, dict(enumerate(problem.capacities.tolist())))


def best_total(problem: AssignmentProblem, matched: int) -> int:
    """Return the highest total of an assignment of that many rows, by SciPy.

    One copy of a column per place, and a dummy column for each row that stays alone, so that exactly ``matched``
    rows are matched.
    """
    rows, columns = problem.scores.shape
    if rows == 0 or matched == 0:
        return 0
    places = np.repeat(np.arange(columns), np.minimum(problem.capacities, rows))
    forbidden = -4.0 * (rows + 1) * (np.abs(problem.scores).max() + 1)
    worth = np.where(problem.admissible, problem.scores, forbidden)[:, places]
    with_alone = np.hstack([worth, np.zeros((rows, rows - matched))])
    chosen_rows, chosen = linear_sum_assignment(with_alone, maximize=True)
    alone = int((chosen >= places.size).sum())
    assert alone == rows - matched, "SciPy used every dummy"
    return round(float(with_alone[chosen_rows, chosen].sum()))


def every_assignment(problem: AssignmentProblem) -> list[Ints]:
    """Return every admissible assignment of a small problem, by enumeration."""
    rows, columns = problem.scores.shape
    found = []
    for choice in itertools.product(range(-1, columns), repeat=rows):
        column_of = np.array(choice, dtype=np.int64)
        taken = column_of[column_of >= 0]
        fits = (np.bincount(taken, minlength=columns) <= problem.capacities).all()
        allowed = all(problem.admissible[i, j] for i, j in enumerate(choice) if j >= 0)
        if fits and allowed:
            found.append(column_of)
    return found


class TestOptimal:
    """As many rows as possible, then the highest total, then the lottery."""

    @given(assignment_problems())
    def test_matches_as_many_as_the_largest_flow(self, problem: AssignmentProblem) -> None:
        """Coverage equals an independent maximum flow."""
        assert solved(problem).matched == most_rows(problem)

    @given(assignment_problems())
    def test_total_equals_an_independent_solver(self, problem: AssignmentProblem) -> None:
        """Among assignments of that many rows none has a higher total."""
        best = solved(problem)
        assert best.total == best_total(problem, best.matched)

    @given(assignment_problems(max_rows=4, max_columns=3), st.integers(0, 5))
    def test_beats_every_other_assignment(self, problem: AssignmentProblem, seed: int) -> None:
        """Enumerating all assignments finds none better by the three goals in order."""
        rows, columns = problem.scores.shape
        lots = tickets(seed, np.arange(rows, dtype=np.uint64), np.arange(columns, dtype=np.uint64))

        def rank(column_of: Ints) -> tuple[int, int, int]:
            at = np.flatnonzero(column_of >= 0)
            where = at, column_of[at]
            return at.size, int(problem.scores[where].sum()), int(lots[where].sum())

        best = solved(problem, seed=seed)
        assert rank(best.column_of) == max(map(rank, every_assignment(problem)))

    @given(assignment_problems())
    def test_is_admissible_and_within_capacity(self, problem: AssignmentProblem) -> None:
        """No inadmissible pair is formed and no column is overfull."""
        column_of = solved(problem).column_of
        at = np.flatnonzero(column_of >= 0)
        assert problem.admissible[at, column_of[at]].all()
        loads = np.bincount(column_of[at], minlength=problem.capacities.size)
        assert (loads <= problem.capacities).all()

    @given(assignment_problems(), st.integers(1, 3))
    def test_one_more_place_never_lowers_coverage(
        self, problem: AssignmentProblem, places: int
    ) -> None:
        """Adding a column with places keeps the number matched or raises it."""
        before = solved(problem).matched
        rows = problem.scores.shape[0]
        scores = np.hstack([problem.scores, np.ones((rows, 1), dtype=np.int64)])
        mask = np.hstack([problem.admissible, np.ones((rows, 1), dtype=np.bool_)])
        after = assign(scores, np.append(problem.capacities, places), admissible=mask)
        assert after.matched >= before

    @pytest.mark.parametrize("score", [0, 1, -SCORE_LIMIT, SCORE_LIMIT])
    def test_all_equal_scores_match_everybody(self, score: int) -> None:
        """A pair that is worth nothing, or less, is still a pair."""
        best = assign(np.full((6, 3), score), [2, 2, 2])
        best.verify(np.full((6, 3), score), [2, 2, 2])
        assert (best.matched, best.total) == (6, 6 * score)

    def test_scores_at_both_limits_stay_exact(self) -> None:
        """The largest and the smallest allowed score meet without overflow."""
        rng = np.random.default_rng(7)
        scores = rng.choice([-SCORE_LIMIT, SCORE_LIMIT, SCORE_LIMIT - 1], size=(40, 30))
        best = assign(scores, np.ones(30, dtype=int))
        best.verify(scores, np.ones(30, dtype=int))
        rows, columns = linear_sum_assignment(scores.astype(object).astype(float), maximize=True)
        assert best.total == int(scores[rows, columns].sum())

    def test_forbidden_and_worthless_are_not_the_same(self) -> None:
        """Two rows with two admissible pairs, one of them worth 0, are both matched."""
        best = assign([[0, 0], [5, 0]], [1, 1], admissible=[[True, False], [True, True]])
        assert best.column_of.tolist() == [0, 1]

    def test_a_huge_capacity_is_fine(self) -> None:
        """A million places at one column take everybody."""
        assert assign([[1], [2], [3]], [10**6]).matched == 3


class TestLottery:
    """Among equals a seeded lottery decides."""

    def test_each_of_equals_wins_equally_often(self) -> None:
        """Of four equal rows each gets the one place in about a quarter of 2 000 seeds."""
        wins = np.zeros(4, dtype=int)
        for seed in range(2000):
            column_of = assign(np.zeros((4, 1), dtype=int), [1], seed=seed).column_of
            wins[int(np.argmax(column_of))] += 1
        chi_square = ((wins - 500) ** 2 / 500).sum()
        assert chi_square < EXCEEDED_BY_CHANCE[3], f"p < 0.001 for {wins}"

    @given(assignment_problems(), st.randoms(use_true_random=False))
    def test_keys_make_it_blind_to_order(self, problem: AssignmentProblem, random: Random) -> None:
        """Rows and columns in another order, with the same keys, get the same partners."""
        rows, columns = problem.scores.shape
        row_keys = keys_of(f"r{i}" for i in range(rows))
        column_keys = keys_of(f"c{j}" for j in range(columns))
        new_rows = np.array(random.sample(range(rows), rows), dtype=np.int64)
        new_columns = np.array(random.sample(range(columns), columns), dtype=np.int64)
        before = assign(
            problem.scores,
            problem.capacities,
            **problem.demands,
            row_keys=row_keys,
            column_keys=column_keys,
        )
        after = assign(
            problem.scores[np.ix_(new_rows, new_columns)],
            problem.capacities[new_columns],
            admissible=problem.admissible[np.ix_(new_rows, new_columns)],
            row_keys=row_keys[new_rows],
            column_keys=column_keys[new_columns],
        )
        partner = {int(i): int(j) for i, j in enumerate(before.column_of)}
        shuffled = {
            int(new_rows[i]): int(new_columns[j]) if j >= 0 else -1
            for i, j in enumerate(after.column_of)
        }
        assert partner == shuffled

    def test_the_seed_alone_decides(self) -> None:
        """The same seed gives the same winner; among twenty seeds both rows win."""
        winners = [int(np.argmax(assign([[1], [1]], [1], seed=s).column_of)) for s in range(20)]
        again = [int(np.argmax(assign([[1], [1]], [1], seed=s).column_of)) for s in range(20)]
        assert winners == again
        assert set(winners) == {0, 1}


def ticket_by_hand(seed: int, row: str, column: str) -> int:
    """Return the ticket of a pair from seed and names, in Python's own integers."""

    def key(name: str) -> int:
        return int.from_bytes(sha256(name.encode()).digest()[:8], "big")

    def mixed(number: int) -> int:
        number = (number + 0x9E3779B97F4A7C15) % 2**64
        number = (number ^ number >> 30) * 0xBF58476D1CE4E5B9 % 2**64
        number = (number ^ number >> 27) * 0x94D049BB133111EB % 2**64
        return number ^ number >> 31

    start = key(f"seed {seed}")
    row_key, column_key = mixed((key(row) + start) % 2**64), mixed(key(column) ^ start)
    return mixed((row_key + column_key) % 2**64) >> 33


@pytest.mark.parametrize("seed", [0, 1, 2026])
def test_tickets_can_be_made_again_by_hand(seed: int) -> None:
    """Whoever has the published seed and the names can tell every ticket."""
    rows, columns = ["a", "b", "лиса"], ["m", "n"]
    by_hand = [[ticket_by_hand(seed, row, column) for column in columns] for row in rows]
    assert tickets(seed, keys_of(rows), keys_of(columns)).tolist() == by_hand


def test_nothing_is_mutated() -> None:
    """Scores, capacities and mask are as they were, and the answer cannot be written to."""
    scores, capacities, mask = np.ones((2, 2), dtype=int), np.ones(2, dtype=int), np.eye(2) > 0
    best = assign(scores, capacities, admissible=mask)
    assert scores.tolist() == [[1, 1], [1, 1]]
    assert capacities.tolist() == [1, 1]
    assert mask.tolist() == [[True, False], [False, True]]
    prices = [array for goal in best.certificate.goals for array in (goal.rows, goal.columns)]
    for array in (best.column_of, best.rows, best.columns, best.amounts, *prices):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


def test_goals_are_told_in_order() -> None:
    """The progress callback hears of every goal, and of every tier, when it begins."""
    heard: list[Round] = []
    assign([[1]], [1], progress=heard.append)
    assert heard == [Round(goal, None, 0) for goal in (Goal.COVERAGE, Goal.SCORE, Goal.LOTTERY)]
    heard.clear()
    assign([[1], [1]], [3], supplies=[2, 1], tiers=[5, 2], progress=heard.append)
    assert heard == [
        Round(Goal.COVERAGE, 2, 0),
        Round(Goal.COVERAGE, 5, 0),
        Round(Goal.SCORE, None, 0),
        Round(Goal.DRAW, None, 0),
        Round(Goal.LOTTERY, None, 0),
    ]


def test_rounds_are_counted_and_may_stop_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """A goal that needs several rounds tells each; what the callback raises comes through."""
    from nastavnik.assignment import working_set

    monkeypatch.setattr(working_set, "_START", 1)
    monkeypatch.setattr(working_set, "_JOINING", 1)
    scores = np.random.default_rng(1).integers(0, 1000, (60, 20))
    heard: list[Round] = []
    assign(scores, np.full(20, 3), progress=heard.append)
    numbers = [told.number for told in heard if told.goal is Goal.SCORE]
    assert len(numbers) > 2
    assert numbers == list(range(len(numbers)))

    class Stopped(Exception):
        """Raised by the callback alone."""

    def stop(told: Round) -> None:
        if told == Round(Goal.SCORE, None, 2):
            raise Stopped

    with pytest.raises(Stopped):
        assign(scores, np.full(20, 3), progress=stop)


@pytest.mark.parametrize("seed", range(6))
def test_the_way_to_the_optimum_leaves_no_trace(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other working sets, other steps of the solver: the same assignment, and the same prices.

    That is what makes a plan the same byte for byte on every machine.
    """
    from nastavnik.assignment import working_set

    rng = np.random.default_rng(seed)
    scores = rng.integers(0, 4, (60, 20))
    mask, places = rng.random((60, 20)) < 0.7, rng.integers(0, 5, 20)
    found = []
    for start, joining in ((12, 6), (1, 1), (3, 2), (20, 20)):
        monkeypatch.setattr(working_set, "_START", start)
        monkeypatch.setattr(working_set, "_JOINING", joining)
        found.append(assign(scores, places, admissible=mask, seed=seed))
        found[-1].verify(scores, places, mask)
    assert found[0] == found[1] == found[2] == found[3]
