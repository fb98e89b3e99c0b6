"""Minimums, tiers and supplies: compared with solvers and enumerations that this project did not write."""

import itertools

import numpy as np
import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from helpers.chances import EXCEEDED_BY_CHANCE
from helpers.problems import solved
from helpers.sizes import rounds
from nastavnik.assignment import Assignment, Goal, assign
from nastavnik.basics.errors import NumbersError
from nastavnik.testing.strategies import AssignmentProblem, assignment_problems


@frozen
class Found:
    """What an independent solver found: units matched in each tier, and the total score."""

    matched: tuple[int, ...]
    total: int


def by_scipy(problem: AssignmentProblem) -> Found | None:
    """Solve with SciPy, or return None where the minimums cannot be met.

    One row for each unit, one column for each place and one to stay alone in for each unit. A place that must be
    taken brings a bonus above everything, a unit of an earlier tier one above all later tiers, and only then the
    scores count. All numbers are whole and below 2 to the 53rd, so that SciPy's floats are exact.
    """
    n, m = problem.scores.shape
    supplies = np.ones(n, dtype=np.int64) if problem.supplies is None else problem.supplies
    needed = np.zeros(m, dtype=np.int64) if problem.minimums is None else problem.minimums
    tiers = np.zeros(n, dtype=np.int64) if problem.tiers is None else problem.tiers
    steps = np.unique(tiers)
    unit = np.repeat(np.arange(n), supplies)
    places = np.minimum(problem.capacities, unit.size + needed)
    place = np.repeat(np.arange(m), places)
    if not unit.size or not place.size:
        return None if needed.any() else Found((0,) * steps.size, 0)
    rank = np.arange(place.size) - np.repeat(np.cumsum(places) - places, places)
    must = rank < needed[place]
    scores, step = problem.scores[np.ix_(unit, place)], unit.size + 1
    one = float(np.abs(scores).sum(axis=1).max() * step + 1)
    worth = scores + (one * step ** (steps.size - 1 - np.searchsorted(steps, tiers[unit])))[:, None]
    bonus = one * step ** (steps.size + 1)
    worth = worth + np.where(must, bonus, 0.0)
    forbidden = -bonus * step * step
    assert -forbidden * step < 2**53
    worth = np.where(problem.admissible[np.ix_(unit, place)], worth, forbidden)
    worth = np.hstack([worth, np.zeros((unit.size, unit.size))])
    rows, columns = linear_sum_assignment(worth, maximize=True)
    at = columns < place.size
    rows, columns = rows[at], columns[at]
    if must[columns].sum() < needed.sum():
        return None
    matched = tuple(int((tiers[unit[rows]] == tier).sum()) for tier in steps)
    return Found(matched, int(scores[rows, columns].sum()))


def found_by(best: Assignment) -> Found:
    """Return the same of an assignment."""
    goals = [goal.value for goal in best.certificate.goals if goal.goal is Goal.COVERAGE]
    return Found(tuple(goals), best.total)


def random_problem(
    rng: np.random.Generator, *, supplies: bool = False, minimums: bool = False, tiers: bool = False
) -> AssignmentProblem:
    """Return a problem of a few rows and columns."""
    n, m = int(rng.integers(1, 9)), int(rng.integers(1, 6))
    capacities = rng.integers(0, 5, m)
    high = int(rng.choice([1, 4, 50]))
    needed = np.minimum(rng.integers(0, 3, m), capacities) * (rng.random(m) < 0.6)
    return AssignmentProblem(
        scores=rng.integers(-high, high + 1, (n, m)),
        capacities=capacities,
        admissible=rng.random((n, m)) < rng.choice([0.3, 0.7, 1.0]),
        supplies=rng.integers(0, 4, n) if supplies else None,
        minimums=needed.astype(np.int64) if minimums else None,
        tiers=rng.integers(0, 3, n) if tiers else None,
    )


def named_columns(error: NumbersError) -> tuple[list[int], int, int]:
    """Return the columns that a message names, what they ask for together, and how many may go there."""
    words = str(error).split(": columns ")[1]
    columns, rest = words.split(" must get ")
    asked, may = rest.split(" units together, and only ")
    return [int(column) for column in columns.split(", ")], int(asked), int(may.split(" may")[0])


def check_short(problem: AssignmentProblem, error: NumbersError) -> None:
    """Check by counting that the columns named cannot be met, whatever the others get."""
    assert problem.minimums is not None
    columns, asked, may = named_columns(error)
    supplies = np.ones(problem.scores.shape[0], dtype=int)
    supplies = supplies if problem.supplies is None else problem.supplies
    who = problem.admissible[:, columns].any(axis=1)
    assert asked == problem.minimums[columns].sum()
    assert may == supplies[who].sum()
    assert may < asked


class TestMinimums:
    """Columns get what they must get, and the rest is as good as it can be."""

    def test_hundreds_of_random_problems(self) -> None:
        """As many matched and the same total as SciPy finds; what it cannot meet is refused by name."""
        rng = np.random.default_rng(20260101)
        refused, count = 0, rounds(700, 2000)
        for _ in range(count):
            problem = random_problem(rng, minimums=True, supplies=rng.random() < 0.3)
            wanted = by_scipy(problem)
            if wanted is None:
                refused += 1
                with pytest.raises(NumbersError, match="minimums cannot be met") as caught:
                    solved(problem)
                check_short(problem, caught.value)
                continue
            best = solved(problem)
            assert found_by(best) == wanted
            assert problem.minimums is not None
            taken = np.bincount(best.columns, best.amounts, minlength=problem.minimums.size)
            assert (taken >= problem.minimums).all()
        assert 0.1 * count < refused < 0.75 * count, "both kinds are there"

    def test_a_minimum_comes_before_the_scores(self) -> None:
        """A column nobody would choose gets its one row, and the cheapest one goes."""
        best = assign([[9, 0], [8, 0], [7, 0]], [3, 3], minimums=[0, 1])
        assert best.column_of.tolist() == [0, 0, 1]

    def test_a_minimum_is_met_by_a_later_tier(self) -> None:
        """A minimum is a rule, not a goal: it is met even where that leaves out a row of an earlier tier."""
        best = assign(
            [[1, 1], [1, 1]],
            [1, 1],
            admissible=[[True, False], [True, True]],
            minimums=[1, 1],
            tiers=[1, 0],
        )
        assert best.column_of.tolist() == [0, 1]

    def test_the_columns_named_are_those_in_need(self) -> None:
        """Of three columns only the two that share one row are named."""
        with pytest.raises(
            NumbersError, match=r"columns 0, 2 must get 2 units together, and only 1"
        ):
            assign(
                [[1, 1, 1], [1, 1, 1]],
                [1, 1, 1],
                admissible=[[True, False, True], [False, True, False]],
                minimums=[1, 1, 1],
            )


class TestTiers:
    """Rows of an earlier tier are matched first, strictly."""

    @given(assignment_problems(max_rows=5, max_columns=3, with_tiers=True))
    def test_no_assignment_comes_before_it(self, problem: AssignmentProblem) -> None:
        """Enumerating all assignments finds none better, tier by tier and then by the total."""
        rows, columns = problem.scores.shape
        tiers = problem.tiers
        assert tiers is not None
        best: tuple[int, ...] = ()
        for choice in itertools.product(range(-1, columns), repeat=rows):
            at = [(i, j) for i, j in enumerate(choice) if j >= 0]
            loads = np.bincount([j for _, j in at], minlength=columns)
            if (loads > problem.capacities).any() or not all(problem.admissible[p] for p in at):
                continue
            matched = (sum(tiers[i] == tier for i, _ in at) for tier in np.unique(tiers))
            best = max(best, (*map(int, matched), sum(int(problem.scores[p]) for p in at)))
        answer = found_by(solved(problem))
        assert (*answer.matched, answer.total) == best

    def test_five_hundred_random_problems(self) -> None:
        """With supplies and minimums too, the same as SciPy finds with strictly larger bonuses."""
        rng = np.random.default_rng(7)
        for _ in range(500):
            problem = random_problem(
                rng, supplies=rng.random() < 0.5, minimums=rng.random() < 0.5, tiers=True
            )
            wanted = by_scipy(problem)
            if wanted is not None:
                assert found_by(solved(problem)) == wanted

    def test_one_of_the_first_tier_outweighs_many(self) -> None:
        """One row of the first tier at a place that two others share with it."""
        best = assign([[-5], [100], [100]], [1], tiers=[0, 1, 1])
        assert best.column_of.tolist() == [0, -1, -1]

    def test_any_numbers_may_be_tiers(self) -> None:
        """Only the order of the tiers counts."""
        scores = np.random.default_rng(3).integers(0, 9, (12, 4))
        few = assign(scores, [2, 2, 1, 0], tiers=np.arange(12) % 3)
        many = assign(scores, [2, 2, 1, 0], tiers=(np.arange(12) % 3) * 499_999_999)
        assert few.column_of.tolist() == many.column_of.tolist()
        assert [goal.tier for goal in few.certificate.goals] == [0, 1, 2, None, None]


class TestSupplies:
    """A row that stands for several units is as good as that many equal rows."""

    @given(assignment_problems(with_supplies=True, with_tiers=True), st.integers(0, 3))
    def test_as_many_and_as_good_as_repeated_rows(
        self, problem: AssignmentProblem, seed: int
    ) -> None:
        """The same number matched and the same total as with each row repeated."""
        supplies = problem.supplies
        assert supplies is not None
        assert problem.tiers is not None
        best = solved(problem, seed=seed)
        repeated = AssignmentProblem(
            scores=np.repeat(problem.scores, supplies, axis=0),
            capacities=problem.capacities,
            admissible=np.repeat(problem.admissible, supplies, axis=0),
            tiers=np.repeat(problem.tiers, supplies),
        )
        alone = solved(repeated, seed=seed)
        assert (best.matched, best.total) == (alone.matched, alone.total)
        assert (np.bincount(best.rows, best.amounts, minlength=supplies.size) <= supplies).all()

    @given(assignment_problems(max_rows=3, max_columns=3, with_supplies=True), st.integers(0, 9))
    def test_the_draw_and_the_lottery_decide_in_this_order(
        self, problem: AssignmentProblem, seed: int
    ) -> None:
        """Enumerating every table of amounts finds none better by all four goals in order."""
        from nastavnik.assignment.lottery import tickets, unit_keys, unit_tickets

        n, m = problem.scores.shape
        assert problem.supplies is not None
        if problem.supplies.max(initial=1) == 1:
            return
        keys = [np.arange(k, dtype=np.uint64) for k in (n, m)]
        pair_tickets = tickets(seed, keys[0], keys[1])
        drawn = unit_tickets(seed, unit_keys(keys[0], problem.supplies))
        starts = np.cumsum(problem.supplies) - problem.supplies
        of_row = [
            sorted(drawn[start : start + supply].tolist(), reverse=True)
            for start, supply in zip(starts, problem.supplies, strict=True)
        ]
        ranges = [
            range(min(int(problem.supplies[i]), int(problem.capacities[j])) + 1)
            if problem.admissible[i, j]
            else range(1)
            for i in range(n)
            for j in range(m)
        ]
        best: tuple[int, ...] = ()
        for choice in itertools.product(*ranges):
            table = np.array(choice, dtype=np.int64).reshape(n, m)
            loads = table.sum(axis=1)
            if (loads > problem.supplies).any() or (table.sum(axis=0) > problem.capacities).any():
                continue
            brought = sum(sum(of_row[i][: loads[i]]) for i in range(n))
            values = (
                table.sum(),
                (table * problem.scores).sum(),
                brought,
                (table * pair_tickets).sum(),
            )
            best = max(best, tuple(int(value) for value in values))
        answer = solved(problem, seed=seed)
        assert tuple(goal.value for goal in answer.certificate.goals) == best

    def test_a_class_of_three_and_one_row_contend_fairly(self) -> None:
        """For one place each of the four units has a quarter; for two, a half."""
        for places, single in ((1, 500), (2, 1000)):
            got = np.zeros(4, dtype=int)
            for seed in range(2000):
                best = assign([[7], [7]], [places], supplies=[3, 1], seed=seed, threads=1)
                loads = np.bincount(best.rows, best.amounts, minlength=2).astype(int)
                assert loads.sum() == places
                got[3] += loads[1]
                from nastavnik.assignment.lottery import unit_tickets

                assert best.unit_keys is not None
                first = np.argsort(-unit_tickets(seed, best.unit_keys[:3]))[: loads[0]]
                got[first] += 1
            assert got.sum() == 2000 * places
            spread = ((got - single) ** 2 / (single * (2000 - single) / 2000)).sum() * 3 / 4
            assert spread < EXCEEDED_BY_CHANCE[3], f"p < 0.001 for {got}"
            alone = np.array([got[3], 2000 - got[3]])
            wanted = np.array([single, 2000 - single])
            assert ((alone - wanted) ** 2 / wanted).sum() < EXCEEDED_BY_CHANCE[1], (
                f"p < 0.001 for {got}"
            )

    def test_units_with_keys_of_their_own(self) -> None:
        """``solve`` draws by the keys it is given: whom the best ticket belongs to gets the place."""
        from nastavnik.assignment import Draw, checked_numbers, keys_of, solve
        from nastavnik.assignment.lottery import unit_tickets

        names = [f"p{k}" for k in range(6)]
        numbers = checked_numbers([[1], [1]], [2], supplies=[4, 2])
        for seed in range(50):
            draw = Draw(
                seed=seed,
                row_keys=keys_of(["class 1", "class 2"]),
                column_keys=keys_of(["mentor"]),
                unit_keys=keys_of(names),
            )
            best = solve(numbers, draw)
            best.prove(numbers)
            lucky = np.argsort(-unit_tickets(seed, keys_of(names)))[:2]
            loads = np.bincount(best.rows, best.amounts, minlength=2)
            assert loads.tolist() == [int((lucky < 4).sum()), int((lucky >= 4).sum())]

    def test_supplies_of_one_change_nothing(self) -> None:
        """Supplies of one each are the same as none given, and there is nothing to draw."""
        scores = np.random.default_rng(5).integers(0, 3, (9, 4))
        best = assign(scores, [2] * 4, supplies=[1] * 9)
        assert best == assign(scores, [2] * 4)
        assert best.unit_keys is None

    def test_no_single_column_of_several_units(self) -> None:
        """A row of several units has no one column."""
        best = assign([[3, 2]], [1, 1], supplies=[2])
        assert (best.rows.tolist(), best.columns.tolist()) == ([0, 0], [0, 1])
        with pytest.raises(NumbersError, match="several columns"):
            _ = best.column_of

    def test_rows_of_nobody(self) -> None:
        """A supply of 0 is a row that wants nothing."""
        best = assign([[9], [1], [1]], [5], supplies=[0, 2, 0])
        best.verify([[9], [1], [1]], [5], supplies=[0, 2, 0])
        assert (best.rows.tolist(), best.amounts.tolist()) == ([1], [2])
