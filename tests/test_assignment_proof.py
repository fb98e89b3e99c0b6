"""The proof of an assignment: what is right is accepted, what was changed is refused."""

import subprocess
import sys
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Certificate, assign
from nastavnik.errors import CertificateError
from nastavnik.strategies import AssignmentProblem, capacities, masks, scores


@st.composite
def solvable(draw: st.DrawFn) -> AssignmentProblem:
    """Draw a problem with at least one row, one column and one place in each column."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    return AssignmentProblem(
        scores=draw(scores(rows, columns)),
        capacities=np.maximum(draw(capacities(columns)), 1),
        admissible=draw(masks(rows, columns)),
    )


SOME = solvable()
STEPS = st.sampled_from([-(2**62), -1000, -1, 1, 1000, 2**62])


def with_prices(best: Assignment, goal: int, **changed: Any) -> Assignment:
    """Return the assignment with other prices for one goal."""
    goals = list(best.certificate.goals)
    goals[goal] = attrs.evolve(goals[goal], **changed)
    return attrs.evolve(best, certificate=Certificate(tuple(goals)))


def bumped(values: NDArray[np.int64], index: int, step: int) -> NDArray[np.int64]:
    """Return a copy with one entry changed."""
    changed = values.copy()
    changed[index] += step
    return changed


def refuses(problem: AssignmentProblem, corrupted: Assignment) -> None:
    """Check that the corrupted assignment is refused."""
    with pytest.raises(CertificateError):
        corrupted.verify(problem.scores, problem.capacities, problem.admissible)


class TestCorruptionIsRefused:
    """One number changed anywhere, and the proof does not hold."""

    @given(SOME, st.integers(0, 2), st.data(), STEPS)
    def test_a_row_price(
        self, problem: AssignmentProblem, goal: int, data: st.DataObject, step: int
    ) -> None:
        """Any row price of any goal counts."""
        best = assign(problem.scores, problem.capacities, admissible=problem.admissible)
        rows = best.certificate.goals[goal].rows
        index = data.draw(st.integers(0, rows.size - 1))
        refuses(problem, with_prices(best, goal, rows=bumped(rows, index, step)))

    @given(SOME, st.integers(0, 2), st.data(), STEPS)
    def test_a_column_price(
        self, problem: AssignmentProblem, goal: int, data: st.DataObject, step: int
    ) -> None:
        """Any column price of any goal counts, where the column has places."""
        best = assign(problem.scores, problem.capacities, admissible=problem.admissible)
        columns = best.certificate.goals[goal].columns
        index = data.draw(st.integers(0, columns.size - 1))
        refuses(problem, with_prices(best, goal, columns=bumped(columns, index, step)))

    @given(SOME, st.integers(0, 2), st.sampled_from([-1, 1]))
    def test_a_claimed_value(self, problem: AssignmentProblem, goal: int, step: int) -> None:
        """What a goal claims to achieve must be achieved."""
        best = assign(problem.scores, problem.capacities, admissible=problem.admissible)
        value = best.certificate.goals[goal].value + step
        refuses(problem, with_prices(best, goal, value=value))

    @given(SOME, st.data())
    def test_another_assignment(self, problem: AssignmentProblem, data: st.DataObject) -> None:
        """The prices prove this assignment and no other: the lottery leaves no two."""
        best = assign(problem.scores, problem.capacities, admissible=problem.admissible)
        rows, columns = problem.scores.shape
        row = data.draw(st.integers(0, rows - 1))
        others = [j for j in range(-1, columns) if j != best.column_of[row]]
        column_of = best.column_of.copy()
        column_of[row] = data.draw(st.sampled_from(others))
        refuses(problem, attrs.evolve(best, column_of=column_of))

    @given(SOME)
    def test_total_and_matched(self, problem: AssignmentProblem) -> None:
        """The numbers beside the assignment are checked as well."""
        best = assign(problem.scores, problem.capacities, admissible=problem.admissible)
        refuses(problem, attrs.evolve(best, total=best.total + 1))
        refuses(problem, attrs.evolve(best, matched=best.matched + 1))

    def test_missing_doubled_and_reordered_goals(self) -> None:
        """All goals must be there, once, in their order."""
        best = assign([[1, 2]], [1, 1])
        coverage, score, lottery = best.certificate.goals
        for goals in [(), (coverage,), (score, coverage, lottery), (coverage, score, score)]:
            with pytest.raises(CertificateError, match="coverage, score, lottery"):
                attrs.evolve(best, certificate=Certificate(goals)).verify([[1, 2]], [1, 1])

    @pytest.mark.parametrize("wrong", [np.zeros(3), np.zeros(2, dtype=np.int64), [0, 0, 0], None])
    def test_prices_of_another_kind(self, wrong: object) -> None:
        """Prices must be whole-number arrays of the right length."""
        best = assign([[1], [1], [1]], [3])
        with pytest.raises(CertificateError):
            with_prices(best, 0, rows=wrong).verify([[1], [1], [1]], [3])

    def test_prices_that_only_add_up(self) -> None:
        """A plan one point short, with prices that add up to it: one pair is worth more than they say."""
        scores = [[5, 5], [5, 4]]
        best = assign(scores, [1, 1])
        assert best.total == 10
        short = with_prices(
            attrs.evolve(best, column_of=np.array([0, 1]), total=9),
            1,
            value=9,
            rows=np.array([5, 4]),
            columns=np.array([0, 0]),
        )
        with pytest.raises(CertificateError, match=r"row 1 could gain elsewhere \(score\)"):
            short.verify(scores, [1, 1])

    @pytest.mark.parametrize(
        ("table", "places", "rows", "columns", "who"),
        [([[1], [1]], [1], [-1, -1], [3], "row 0"), ([[1, 1]], [1, 1], [2], [-1, 0], "column 0")],
    )
    def test_negative_prices(
        self,
        table: list[list[int]],
        places: list[int],
        rows: list[int],
        columns: list[int],
        who: str,
    ) -> None:
        """Prices of what need not be matched or full are not below 0, even where the sums agree."""
        corrupted = with_prices(
            assign(table, places), 0, rows=np.array(rows), columns=np.array(columns)
        )
        with pytest.raises(CertificateError, match=f"{who} has a negative price"):
            corrupted.verify(table, places)

    def test_a_worse_plan_with_its_own_prices(self) -> None:
        """The greedy assignment of a small example cannot be proven by any prices it brings."""
        scores = [[9, 8], [9, 1]]
        best = assign(scores, [1, 1])
        assert best.column_of.tolist() == [1, 0]
        greedy = attrs.evolve(best, column_of=np.array([0, 1]), total=10)
        with pytest.raises(CertificateError):
            greedy.verify(scores, [1, 1])


def test_another_problem_is_refused() -> None:
    """A proof holds for its own numbers only."""
    best = assign([[5, 1], [4, 3]], [1, 1])
    for table, places in [([[5, 9], [4, 3]], [1, 1]), ([[5, 1], [4, 3]], [2, 1])]:
        with pytest.raises(CertificateError):
            best.verify(table, places)


def test_checking_does_not_load_the_solver() -> None:
    """A proof is checked in a process that has never imported OR-Tools."""
    code = (
        "import sys, pickle; best = pickle.loads(bytes.fromhex(sys.argv[1]));"
        "best.verify([[5, 1], [4, 3]], [1, 1]); assert 'ortools' not in sys.modules"
    )
    import pickle

    best = pickle.dumps(assign([[5, 1], [4, 3]], [1, 1])).hex()
    subprocess.run([sys.executable, "-c", code, best], check=True, timeout=60)
