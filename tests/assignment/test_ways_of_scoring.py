"""Whatever form the scores come in, and however few pairs are kept, the assignment and its prices are the same."""

from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pytest
from numpy.typing import NDArray

from helpers.problems import Bools, Ints
from nastavnik.assignment import SCORE_LIMIT, Assignment, Goal, Tiles, Triples, assign
from nastavnik.assignment.numbers import Scores
from nastavnik.basics.errors import CertificateError, NumbersError


@attrs.frozen(kw_only=True, eq=False)
class Problem:
    """A problem as a whole table."""

    scores: Ints
    capacities: Ints
    admissible: Bools | None = None
    supplies: Ints | None = None
    minimums: Ints | None = None
    tiers: Ints | None = None

    @property
    def mask(self) -> Bools:
        """Which pairs may be formed."""
        every = np.ones(self.scores.shape, dtype=np.bool_)
        return every if self.admissible is None else self.admissible

    def forms(self) -> dict[str, Scores]:
        """Return the scores in every form they may be given in."""
        rows, columns = np.nonzero(self.mask)
        values, shape = self.scores[rows, columns], self.scores.shape
        mixed = np.random.default_rng(0).permutation(rows.size)

        def tile(some: NDArray[np.intp], others: NDArray[np.intp]) -> Any:
            table = self.scores[np.ix_(some, others)]
            return table if self.admissible is None else (table, self.mask[np.ix_(some, others)])

        return {
            "triples": Triples(rows[mixed], columns[mixed], values[mixed], shape),
            "tuple": (rows, columns, values, shape),
            "tiles": Tiles(tile, shape),
        }

    def solved(self, form: Scores | None = None, *, threads: int = 1, seed: int = 3) -> Assignment:
        """Assign, from the whole table or from another form, and let the answer prove itself."""
        given = self.scores if form is None else form
        options: dict[str, Any] = {
            "admissible": self.admissible if form is None else None,
            "supplies": self.supplies,
            "minimums": self.minimums,
            "tiers": self.tiers,
            "threads": threads,
        }
        best = assign(given, self.capacities, seed=seed, **options)
        best.verify(given, self.capacities, **options)
        return best


def of(seed: int, **changed: Any) -> Problem:
    """Return a problem of 30 to 80 rows and 20 to 60 columns, with some parts given."""
    rng = np.random.default_rng(seed)
    n, m = int(rng.integers(30, 81)), int(rng.integers(20, 61))
    drawn = changed.pop("scores", (0, 1000))
    scores = drawn(rng, n, m) if callable(drawn) else rng.integers(drawn[0], drawn[1] + 1, (n, m))
    mask = rng.random((n, m)) < changed.pop("share", 2)
    parts: dict[str, Any] = {
        "scores": scores,
        "capacities": rng.integers(0, 5, m),
        "admissible": None if mask.all() else mask,
    }
    for name, make in changed.items():
        parts[name] = make(rng, n, m) if callable(make) else make
    return Problem(**parts)


Maker = Callable[[np.random.Generator, int, int], Ints]


def full(places: int) -> Maker:
    """Give every column so many places."""
    return lambda rng, n, m: np.full(m, places, dtype=np.int64)  # noqa: ARG005 - one signature


def chosen(*choices: int) -> Maker:
    """Give columns one of these numbers of places."""
    return lambda rng, n, m: rng.choice(choices, m)  # noqa: ARG005


def limits(*choices: int) -> Maker:
    """Draw scores from a few numbers."""
    return lambda rng, n, m: rng.choice(choices, (n, m))


def per_row(low: int, high: int) -> Maker:
    """Draw a number for each row."""
    return lambda rng, n, m: rng.integers(low, high + 1, n)  # noqa: ARG005


def distances(rng: np.random.Generator, n: int, m: int) -> Ints:
    """Return distances below 0 in a plane."""
    people, mentors = rng.random((n, 1, 2)), rng.random((1, m, 2))
    return np.asarray(-1000 * np.sqrt(((people - mentors) ** 2).sum(axis=2)), dtype=np.int64)


PROBLEMS = {
    "uniform": of(1),
    "uniform, some admissible": of(2, share=0.6),
    "few admissible": of(3, share=0.05),
    "two values": of(4, scores=(0, 1)),
    "two values, some admissible": of(5, scores=(0, 1), share=0.5),
    "all equal": of(6, scores=(7, 7)),
    "all equal, some admissible": of(7, scores=(0, 0), share=0.4),
    "negative": of(8, scores=(-1000, -1)),
    "distances": of(9, scores=distances),
    "one mentor": Problem(
        scores=np.random.default_rng(1).integers(0, 3, (50, 1)), capacities=np.array([20])
    ),
    "one mentee": Problem(
        scores=np.random.default_rng(2).integers(0, 3, (1, 50)), capacities=np.full(50, 2)
    ),
    "no admissible pair": of(10, share=-1.0),
    "too few places": of(11, capacities=full(1)),
    "too many places": of(12, capacities=full(9)),
    "no places": of(13, capacities=full(0)),
    "no places or a million": of(14, capacities=chosen(0, 0, 0, 10**6), scores=(0, 5)),
    "a million each": of(15, capacities=full(10**6), share=0.5),
    "a milliard": of(16, scores=limits(-(10**9), 10**9, 0, 10**9 - 1), share=0.8),
    "at the limit": of(17, scores=limits(-SCORE_LIMIT, SCORE_LIMIT, SCORE_LIMIT - 1)),
    "at the limit, spread": of(18, scores=(-SCORE_LIMIT, SCORE_LIMIT), share=0.7),
    "supplies of one": of(19, supplies=per_row(1, 1), scores=(0, 3)),
    "supplies": of(20, supplies=per_row(0, 4), scores=(0, 3), capacities=full(3)),
    "supplies of n": of(21, supplies=per_row(60, 60), scores=(0, 2), capacities=full(70)),
    "supplies, some admissible": of(22, supplies=per_row(1, 5), share=0.3, capacities=full(3)),
    "supplies, all equal": of(23, supplies=per_row(1, 3), scores=(1, 1), capacities=full(1)),
    "minimums": of(24, minimums=full(1), capacities=full(2), scores=(0, 9)),
    "minimums, negative": of(25, minimums=full(1), capacities=full(1), scores=(-9, -1)),
    "tiers": of(26, tiers=per_row(0, 3), capacities=full(1)),
    "tiers, ties": of(27, tiers=per_row(0, 1), scores=(0, 1), share=0.2, capacities=full(1)),
    "everything": of(
        28,
        scores=(-3, 3),
        share=0.7,
        capacities=full(4),
        minimums=full(1),
        supplies=per_row(0, 3),
        tiers=per_row(0, 2),
    ),
    "everything, spread": of(
        29,
        share=0.5,
        scores=(-(10**9), 10**9),
        capacities=full(3),
        minimums=full(1),
        supplies=per_row(1, 4),
        tiers=per_row(0, 1),
    ),
}

SETTINGS = [(1, 1, 1, 1), (1, 12, 6, 100), (2, 1, 1, 500), (3, 2, 1, 50), (5, 3, 2, 1 << 19)]
"""Pairs kept, pairs to begin with, pairs that join, cells of a tile."""


@pytest.mark.parametrize("name", PROBLEMS)
def test_the_same_in_every_form_and_by_every_way(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equal in all fields, the prices of every goal among them, with hardly any pair in the pool."""
    from nastavnik.assignment import engine, tiling, working_set

    problem = PROBLEMS[name]
    wanted = problem.solved()
    assert problem.solved(threads=2) == wanted
    for form, given in problem.forms().items():
        assert problem.solved(given) == wanted, form
    for kept, start, joining, cells in SETTINGS:
        monkeypatch.setattr(engine, "_KEPT", kept)
        monkeypatch.setattr(working_set, "_START", start)
        monkeypatch.setattr(working_set, "_JOINING", joining)
        monkeypatch.setattr(tiling, "_CELLS", cells)
        assert problem.solved() == wanted, kept
        assert problem.solved(threads=2) == wanted, kept
        for form, given in problem.forms().items():
            assert problem.solved(given, threads=2) == wanted, (form, kept)


@pytest.mark.parametrize("name", ["few admissible", "uniform, some admissible", "uniform"])
def test_every_form_tells_the_same_tiles_and_pairs(name: str) -> None:
    """Any rows and columns of any form are those of the whole table, and so are single pairs."""
    from nastavnik.assignment.numbers import checked_numbers

    problem = PROBLEMS[name]
    n, m = problem.scores.shape
    rng = np.random.default_rng(4)
    for form, given in problem.forms().items():
        pairs = checked_numbers(given, problem.capacities).pairs
        for _ in range(20):
            rows = np.sort(rng.choice(n, rng.integers(1, n), replace=False))
            columns = np.sort(rng.choice(m, rng.integers(1, m), replace=False))
            tile, mask = pairs.tile(rows, columns), problem.mask[np.ix_(rows, columns)]
            told = np.ones(mask.shape, dtype=bool) if tile.admissible is None else tile.admissible
            assert (told == mask).all(), form
            assert (tile.scores[mask] == problem.scores[np.ix_(rows, columns)][mask]).all(), form
            i, j = rng.integers(0, n, 600), rng.integers(0, m, 600)
            scores, allowed = pairs.at(i, j)
            assert (allowed == problem.mask[i, j]).all(), form
            assert (scores[allowed] == problem.scores[i, j][allowed]).all(), form


@pytest.mark.parametrize("form", ["triples", "tuple", "tiles"])
def test_every_form_refuses_what_is_not_admissible(form: str) -> None:
    """A proof from triples or tiles sees a pair that may not be formed, wherever its row is."""
    problem = PROBLEMS["few admissible"]
    given = problem.forms()[form]
    best = problem.solved(given)
    for at, row in enumerate(best.rows.tolist()):
        for column in np.flatnonzero(~problem.mask[row])[:2].tolist():
            columns = best.columns.copy()
            columns[at] = column
            with pytest.raises(CertificateError, match="not admissible"):
                attrs.evolve(best, columns=columns).verify(given, problem.capacities)


@pytest.mark.parametrize("form", ["triples", "tiles"])
def test_every_form_names_the_same_minimums(form: str) -> None:
    """What cannot be met is named alike, whatever form the scores come in."""
    problem = attrs.evolve(
        PROBLEMS["few admissible"],
        capacities=np.full(PROBLEMS["few admissible"].scores.shape[1], 4),
        minimums=np.full(PROBLEMS["few admissible"].scores.shape[1], 2),
    )
    with pytest.raises(NumbersError, match="minimums cannot be met") as wanted:
        problem.solved()
    with pytest.raises(NumbersError) as told:
        problem.solved(problem.forms()[form])
    assert str(told.value) == str(wanted.value)


def test_looking_outside_the_pool_is_exercised(monkeypatch: pytest.MonkeyPatch) -> None:
    """With few pairs kept, rows are scored anew for every goal; otherwise the test above shows nothing."""
    from nastavnik.assignment import engine, working_set

    looked: set[Goal] = set()
    look = working_set.Scanner.look

    def noted(self: Any, pool: Any, aim: Any, face: Any, rows: Any, prices: Any) -> Any:
        if rows.size:
            looked.add(aim.goal)
        return look(self, pool, aim, face, rows, prices)

    monkeypatch.setattr(engine, "_KEPT", 1)
    monkeypatch.setattr(working_set.Scanner, "look", noted)
    for problem in PROBLEMS.values():
        problem.solved()
    assert looked == set(Goal)


@pytest.mark.parametrize("most", [1, 3])
@pytest.mark.parametrize("name", PROBLEMS)
def test_what_a_look_leaves_out_is_below_its_bound(
    name: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No pair of the face that is neither kept nor known is worth more than the row's new bound says."""
    from nastavnik.assignment import engine, working_set

    problem = PROBLEMS[name]
    look = working_set.Scanner.look

    def checked(self: Any, pool: Any, aim: Any, face: Any, rows: Ints, prices: Any) -> Any:
        kept, looked = look(self, pool, aim, face, rows, prices)
        assert (np.diff(kept.rows) >= 0).all()
        known = np.zeros(problem.scores.shape, dtype=np.bool_)
        known[pool.rows, pool.columns] = known[kept.rows, kept.columns] = True
        columns = np.arange(problem.scores.shape[1])
        for row in rows.tolist():
            here = np.full(columns.size, row)
            left = problem.mask[row] & face.has(here, columns, problem.scores[row]) & ~known[row]
            worth = aim.weights(here, columns, problem.scores[row]) - prices[1]
            assert (worth[left] <= looked.rest[row]).all()
        return kept, looked

    monkeypatch.setattr(engine, "_KEPT", most)
    monkeypatch.setattr(working_set.Scanner, "look", checked)
    problem.solved()


@pytest.mark.parametrize("seed", range(4))
def test_a_wide_table(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wide enough that thresholds come from a sample of the columns, as they are set."""
    from nastavnik.assignment import engine

    rng = np.random.default_rng(seed)
    scores = (rng.integers(0, (3, 10**6)[seed % 2], (900, 700)),)[0]
    mask = None if seed < 2 else rng.random(scores.shape) < 0.5
    problem = Problem(scores=scores, capacities=np.full(700, 1), admissible=mask)
    few = problem.solved()
    monkeypatch.setattr(engine, "_KEPT", 10**6)
    assert problem.solved() == few


def test_narrow_integers_are_as_good_as_wide_ones() -> None:
    """Scores of 8, 16 and 32 bits, with and without sign, give what 64 bits give."""
    rng = np.random.default_rng(1)
    for kind in (np.int8, np.int16, np.int32, np.uint8, np.uint16, np.uint32, np.uint64):
        low, high = np.iinfo(kind).min, min(np.iinfo(kind).max, 10**9)
        scores = rng.integers(low, high, (60, 300)).astype(kind)
        mask = rng.random(scores.shape) < 0.7
        best = assign(scores, np.ones(300, dtype=np.int8), admissible=mask)
        assert best == assign(
            scores.astype(np.int64), np.ones(300, dtype=np.int64), admissible=mask
        )


def test_views_are_taken_as_they_are() -> None:
    """Transposed, strided and read-only tables give what a plain copy gives."""
    rng = np.random.default_rng(2)
    large = rng.integers(0, 50, (120, 260))
    for view in (large.T[:60, :40], large[::2, ::3], large[::-1, ::-1]):
        view.flags.writeable = False
        places = np.full(view.shape[1], 1)
        assert assign(view, places) == assign(view.copy(), places)


class TestTheLargestPrices:
    """A chain of rows, each of which would rather have the place of the row before it."""

    @staticmethod
    def chain(length: int, worth: Ints) -> Triples:
        """Row 0 may go to column 0 alone, and so pushes everybody else one column on."""
        on = np.arange(1, length)
        return Triples(
            np.concatenate([[0], on, on]),
            np.concatenate([[0], on - 1, on]),
            np.concatenate([[0], worth, -worth]),
            (length, length),
        )

    @pytest.mark.parametrize("length", [2, 50, 700, 3000])
    def test_stay_exact(self, length: int) -> None:
        """Prices add up along the chain to 6 000 times the largest score, and nothing overflows."""
        given = self.chain(length, np.full(length - 1, SCORE_LIMIT))
        best = assign(given, np.ones(length, dtype=int))
        best.verify(given, np.ones(length, dtype=int))
        assert (best.matched, best.total) == (length, -SCORE_LIMIT * (length - 1))
        prices = best.certificate[Goal.SCORE].columns
        assert int(prices.max() - prices.min()) == 2 * SCORE_LIMIT * (length - 1)

    @pytest.mark.parametrize("seed", range(5))
    def test_equal_scipy_on_the_scaled_problem(self, seed: int) -> None:
        """A band of columns with scores of −1, 0 and 1 times the limit: SciPy's total times the limit."""
        from scipy.optimize import linear_sum_assignment

        rng = np.random.default_rng(seed)
        n = 300
        scores = rng.integers(-1, 2, (n, n))
        near = np.abs(np.arange(n)[:, None] - np.arange(n)[None, :]) <= 3
        best = assign(scores * SCORE_LIMIT, np.ones(n, dtype=int), admissible=near)
        best.verify(scores * SCORE_LIMIT, np.ones(n, dtype=int), near)
        worth = np.where(near, scores, -(10**6))
        rows, columns = linear_sum_assignment(worth, maximize=True)
        assert (best.matched, best.total) == (n, int(worth[rows, columns].sum()) * SCORE_LIMIT)

    def test_too_long_a_chain_is_refused_never_wrong(self) -> None:
        """Where rows of several units leave it to a solver whose numbers would not fit into 64 bits, that is said."""
        from nastavnik.basics.errors import ScoreOverflowError

        given = self.chain(3000, np.full(2999, SCORE_LIMIT))
        two = np.full(3000, 2)
        with pytest.raises(ScoreOverflowError, match=r"too far apart .* divide all of them"):
            assign(given, two, supplies=two)
        smaller = self.chain(3000, np.full(2999, 10**9))
        assert assign(smaller, np.ones(3000, dtype=int)).total == -(10**9) * 2999
