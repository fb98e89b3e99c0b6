"""Bad numbers are refused by name, and nothing is converted."""

from typing import Any

import numpy as np
import pytest

from nastavnik.assignment import SCORE_LIMIT, assign
from nastavnik.errors import NumbersError, ScoreOverflowError

ONE = np.ones((1, 1), dtype=int)


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ([[1.5]], "float64"),
        ([[float("nan")]], r"scores\[0, 0\] is nan"),
        ([[1.0, float("inf")]], r"scores\[0, 1\] is inf"),
        ([["7"]], "whole numbers"),
        ([[True]], "whole numbers"),
        ([[None]], "whole numbers"),
        ([1], "2 dimension"),
        ([[[1]]], "2 dimension"),
        ([[1], [1, 2]], "different length"),
        (np.ma.masked_array([[1]], mask=[[True]]), "masked array"),
    ],
)
def test_scores_of_another_kind(scores: object, message: str) -> None:
    """Only whole numbers in two dimensions are scores."""
    with pytest.raises(NumbersError, match=message):
        assign(scores, [1])  # type: ignore[arg-type]


@pytest.mark.parametrize("score", [SCORE_LIMIT + 1, -SCORE_LIMIT - 1, 2**63 - 1, 2**64, 10**30])
def test_a_score_that_would_overflow(score: int) -> None:
    """Beyond the limit a score is refused by its place, whether or not it fits into 64 bits."""
    with pytest.raises(ScoreOverflowError, match=r"scores\[0, 1\]"):
        assign([[1, score]], [1, 1])


def test_an_inadmissible_score_does_not_matter() -> None:
    """What stands in a cell that is not admissible is never read."""
    best = assign([[2**62, 3]], [1, 1], admissible=[[False, True]])
    assert best.total == 3


@pytest.mark.parametrize(
    ("capacities", "message"),
    [
        ([-1], r"capacities\[0\] is -1"),
        ([1.5], "capacities holds float64"),
        ([float("nan")], r"capacities\[0\] is nan"),
        ([1, 1], "capacities has 2 entries, scores has 1 columns"),
        ([10**10], "from 0 to"),
        ([True], "whole numbers"),
    ],
)
def test_capacities_of_another_kind(capacities: object, message: str) -> None:
    """Capacities are whole numbers from 0, one a column."""
    with pytest.raises(NumbersError, match=message):
        assign(ONE, capacities)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mask", "message"),
    [
        ([[1]], "True and False"),
        ([[True, True]], "must agree"),
        ([[True], [True, False]], "different length"),
        (np.ma.masked_array([[True]], mask=[[True]]), "masked array"),
    ],
)
def test_masks_of_another_kind(mask: object, message: str) -> None:
    """The mask is of truth values, in the shape of the scores."""
    with pytest.raises(NumbersError, match=message):
        assign(ONE, [1], admissible=mask)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [1.5, "1", None, True])
def test_seeds_of_another_kind(seed: object) -> None:
    """A seed is a whole number."""
    with pytest.raises(NumbersError, match="seed"):
        assign(ONE, [1], seed=seed)  # type: ignore[arg-type]


def test_keys_of_another_kind() -> None:
    """Keys are 64-bit, one a row and one a column."""
    with pytest.raises(NumbersError, match="row_keys"):
        assign(ONE, [1], row_keys=np.zeros(2, dtype=np.uint64))
    wrong: Any = np.zeros(1, dtype=np.int64)
    with pytest.raises(NumbersError, match="column_keys"):
        assign(ONE, [1], column_keys=wrong)


def test_all_faults_are_named_at_once() -> None:
    """Three wrong arguments, one error that names the three."""
    with pytest.raises(NumbersError) as caught:
        assign([[0.5]], [-1], admissible=[[1]])
    for name in ("scores", "capacities", "admissible"):
        assert name in str(caught.value)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nobody_on_one_side(shape: tuple[int, int]) -> None:
    """With no rows or no columns nobody is matched, and that is proven too."""
    scores, capacities = np.zeros(shape, dtype=int), np.ones(shape[1], dtype=int)
    best = assign(scores, capacities)
    best.verify(scores, capacities)
    assert (best.matched, best.total) == (0, 0)
    assert best.column_of.tolist() == [-1] * shape[0]
