"""Bad numbers are refused by name, and nothing is converted."""

from typing import Any

import numpy as np
import pytest

from nastavnik.assignment import SCORE_LIMIT, Tiles, Triples, assign
from nastavnik.basics.errors import NumbersError, ScoreOverflowError

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


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"supplies": [-1]}, r"supplies\[0\] is -1; it must be from 0"),
        ({"supplies": [1.0]}, "supplies holds float64"),
        ({"supplies": [float("nan")]}, r"supplies\[0\] is nan"),
        ({"supplies": [1, 1]}, "supplies has 2 entries, scores has 1 rows"),
        ({"supplies": 1}, r"supplies has shape \(\)"),
        ({"supplies": [10**9 + 1]}, r"supplies\[0\] is 1000000001"),
        ({"supplies": [10**9]}, "supplies add up to more than 100000000"),
        ({"minimums": [-1]}, r"minimums\[0\] is -1"),
        ({"minimums": [True]}, "minimums holds values of type bool"),
        ({"minimums": [[0]]}, r"minimums has shape \(1, 1\)"),
        ({"minimums": [0, 0]}, "minimums has 2 entries, scores has 1 columns"),
        ({"minimums": [3]}, r"minimums\[0\] is 3, capacities\[0\] only 2"),
        ({"tiers": [-1]}, r"tiers\[0\] is -1"),
        ({"tiers": [0.5]}, "tiers holds float64"),
        ({"tiers": []}, "tiers has 0 entries, scores has 1 rows"),
        ({"tiers": ["first"]}, "tiers holds values of type"),
        ({"threads": 0}, "threads is 0; it must be a whole number from 1"),
        ({"threads": 1.5}, "threads is 1.5"),
        ({"threads": True}, "threads is True"),
    ],
)
def test_demands_of_another_kind(options: dict[str, Any], message: str) -> None:
    """Supplies, minimums and tiers are whole numbers from 0, one a row or one a column."""
    with pytest.raises(NumbersError, match=message):
        assign(ONE, [2], **options)


@pytest.mark.parametrize("name", ["supplies", "minimums", "tiers"])
def test_demands_that_do_not_fit_into_64_bits(name: str) -> None:
    """A number beyond 64 bits is refused by its name and place."""
    options: dict[str, Any] = {name: [2**64]}
    with pytest.raises(ScoreOverflowError, match=rf"{name}\[0\] does not fit into 64 bits"):
        assign(ONE, [2], **options)


def triples(**changed: Any) -> Triples:
    """Return three good triples of a table of two rows and two columns, with some parts changed."""
    parts: dict[str, Any] = {
        "rows": [0, 0, 1],
        "columns": [0, 1, 1],
        "values": [5, 4, 3],
        "shape": (2, 2),
    }
    return Triples(**(parts | changed))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (triples(rows=[0, 0, 2]), r"rows\[2\] is 2; the shape is \(2, 2\)"),
        (triples(columns=[0, -1, 1]), r"columns\[1\] is -1; the shape is \(2, 2\)"),
        (triples(columns=[0, 0, 1]), "the pair 0, 0 is given twice"),
        (triples(rows=[1, 0, 1], columns=[1, 0, 1]), "the pair 1, 1 is given twice"),
        (triples(values=[5, 4]), "3 rows, 3 columns and 2 values"),
        (triples(values=[5.0, 4.0, 3.0]), "values holds float64"),
        (triples(rows=[0.0, 0.0, float("nan")]), r"rows\[2\] is nan"),
        (triples(columns=[False, True, True]), "columns holds values of type bool"),
        (triples(rows=[[0, 0, 1]]), r"rows has shape \(1, 3\)"),
        (triples(shape=(2,)), r"shape is \(2,\)"),
        (triples(shape=(2.0, 2)), r"shape is \(2.0, 2\)"),
        (triples(shape=(-2, 2)), r"shape is \(-2, 2\)"),
        (triples(shape=(True, 2)), "shape is"),
        (triples(shape=(3 * 10**6, 2)), "together at most"),
    ],
)
def test_triples_of_another_kind(given: Triples, message: str) -> None:
    """Triples are whole numbers, as many of each, inside the shape and each pair once."""
    with pytest.raises(NumbersError, match=message):
        assign(given, [1, 1])


@pytest.mark.parametrize("value", [SCORE_LIMIT + 1, -(2**63), 2**70])
def test_a_triple_that_would_overflow(value: int) -> None:
    """A value out of range is refused."""
    with pytest.raises(ScoreOverflowError):
        assign(triples(values=[5, value, 3]), [1, 1])


def test_all_faults_of_triples_at_once() -> None:
    """Everything that is wrong with triples and what goes with them is named in one error."""
    with pytest.raises(NumbersError) as caught:
        assign(
            triples(rows=[0, 0, 7], columns=[0, 9, 1]),
            [1.0, 1.0],
            admissible=[[True]],
            supplies=[-1, 1],
            minimums=[-1, 0],
            tiers=[1],
        )
    for name in ("rows[2]", "columns[1]", "capacities", "admissible", "supplies[0]", "minimums[0]"):
        assert name in str(caught.value)
    assert "tiers has 1 entries" in str(caught.value)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (np.ones((2, 3)), r"returned float64 of shape \(2, 3\)"),
        (np.ones((3, 2), dtype=int), r"of shape \(3, 2\); .* shape \(2, 3\)"),
        (np.ones(6, dtype=int), r"of shape \(6,\)"),
        (np.ones((2, 3), dtype=bool), "returned bool"),
        (np.ones((2, 3), dtype=np.uint64), "signed whole numbers"),
        (None, "returned object"),
        ((np.ones((2, 3), dtype=int), np.ones((2, 3), dtype=int)), "returned a mask of int64"),
        ((np.ones((2, 3), dtype=int), np.ones((3, 2), dtype=bool)), r"shape \(3, 2\)"),
        ((np.ones((2, 3), dtype=int), [[True] * 3] * 2), "mask"),
        ((np.ones((2, 3), dtype=int),), "returned"),
        ((np.ones((2, 3), dtype=int), None, None), "returned"),
    ],
)
def test_tile_functions_that_answer_something_else(answer: object, message: str) -> None:
    """What a tile function returns is checked each time, and never converted."""
    with pytest.raises(NumbersError, match=message):
        assign(Tiles(lambda _rows, _columns: answer, (2, 3)), [1, 1, 1])


def test_a_tile_score_that_would_overflow() -> None:
    """A score of a tile is refused by its place in the whole table, if it is admissible."""
    table = np.zeros((900, 700), dtype=np.int64)
    table[850, 3] = SCORE_LIMIT + 1
    tiles = Tiles(lambda rows, columns: table[np.ix_(rows, columns)], table.shape)
    with pytest.raises(ScoreOverflowError, match=r"scores\[850, 3\]"):
        assign(tiles, [2] * 700)
    mask = table == 0
    masked = Tiles(
        lambda rows, columns: (table[np.ix_(rows, columns)], mask[np.ix_(rows, columns)]),
        table.shape,
    )
    assert assign(masked, [2] * 700).matched == 900


def test_tiles_with_a_mask_of_the_whole_table() -> None:
    """A mask beside triples or tiles is refused, not ignored."""
    for given in (triples(), Tiles(lambda r, c: np.zeros((r.size, c.size), dtype=int), (2, 2))):
        with pytest.raises(NumbersError, match="admissible goes with a whole table"):
            assign(given, [1, 1], admissible=np.ones((2, 2), dtype=bool))


def test_what_a_tile_function_raises_comes_through() -> None:
    """An error of the caller's own function is not dressed up, whichever thread it comes from."""

    def fail(rows: Any, columns: Any) -> Any:
        if rows[-1] > 500:
            raise LookupError("the caller's own")
        return np.zeros((rows.size, columns.size), dtype=np.int64)

    for threads in (1, 2):
        with pytest.raises(LookupError, match="the caller's own"):
            assign(Tiles(fail, (900, 1000)), [1] * 1000, threads=threads)


def test_verify_refuses_bad_numbers_too() -> None:
    """Numbers that are not valid are a NumbersError there as well."""
    best = assign(ONE, [1])
    for options in ({"threads": 0}, {"supplies": [0.5]}, {"minimums": [2]}, {"tiers": [-1]}):
        bad: dict[str, Any] = options
        with pytest.raises(NumbersError):
            best.verify(ONE, [1], **bad)
