"""Pairs that hang together in long chains: the same result by another way, and no more work than there is chain."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest
from attrs import frozen
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from helpers.effort import calls_of
from helpers.problems import solved
from helpers.sizes import rounds
from nastavnik.assignment import Assignment, Triples, _flow, assign, long_chains, prices
from nastavnik.assignment.goals import Face
from nastavnik.basics.errors import NumbersError
from nastavnik.testing.strategies import AssignmentProblem

Ints = NDArray[np.int64]


def drawn(rng: np.random.Generator) -> AssignmentProblem:
    """Return a problem of rows of one unit, with minimums and tiers, some pairs not admissible."""
    n, m = int(rng.integers(1, 12)), int(rng.integers(1, 8))
    capacities = rng.integers(0, 4, m)
    high = int(rng.choice([1, 4, 10**12]))
    needed = np.minimum(rng.integers(0, 3, m), capacities) * (rng.random(m) < 0.3)
    return AssignmentProblem(
        scores=rng.integers(-high, high + 1, (n, m)),
        admissible=rng.random((n, m)) < rng.choice([0.3, 0.6, 0.9]),
        capacities=capacities,
        supplies=None,
        minimums=needed,
        tiers=rng.integers(0, 3, n) if rng.random() < 0.5 else None,
    )


def of_one_unit(rows: Ints, columns: Ints, face: Face) -> bool:
    """Send everything that can be the way of long chains there."""
    return bool(rows.size and columns.size and face.row_high.max(initial=0) <= 1)


def outcome(problem: AssignmentProblem) -> Assignment | str:
    """Return the assignment with its prices, or why there is none."""
    try:
        return solved(problem)
    except NumbersError as error:
        return str(error)


def test_the_result_is_that_of_the_flow_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pair by pair and price by price, over all goals; what cannot be met is refused in the same words."""
    rng = np.random.default_rng(20261201)
    problems = [drawn(rng) for _ in range(rounds(300, 3000))]
    expected = [outcome(problem) for problem in problems]
    monkeypatch.setattr(_flow, "are_long_chains", of_one_unit)
    assert [outcome(problem) for problem in problems] == expected
    assert sum(isinstance(one, str) for one in expected) > 20


@frozen(eq=False)
class Chain:
    """Rows and columns that hang together, each row held by the one before.

    Args:
        rows: row of each pair.
        columns: column of each pair.
        scores: score of each pair.
        size: number of rows, and of columns.
    """

    rows: Ints
    columns: Ints
    scores: Ints
    size: int

    def assigned(self) -> Assignment:
        """Return the best assignment."""
        triples = Triples(self.rows, self.columns, self.scores, (self.size, self.size))
        best = assign(triples, np.ones(self.size, dtype=np.int64))
        best.verify(triples, np.ones(self.size, dtype=np.int64))
        return best


def chains(n: int, width: int, seed: int) -> Iterator[Chain]:
    """Yield chains of several kinds of scores, and in any order."""
    rng = np.random.default_rng(seed)
    rows = np.concatenate([np.arange(n - step) for step in range(width)])
    columns = np.concatenate([np.arange(step, n) for step in range(width)])
    others_are_better = np.where(columns == rows, 0, 1)
    for most in (1, 10**12):
        for scores in (others_are_better, rng.integers(-most, most + 1, rows.size)):
            yield Chain(rows, columns, scores, n)
            yield Chain(n - 1 - rows, n - 1 - columns, scores, n)
            yield Chain(rng.permutation(n)[rows], columns, scores, n)


@pytest.mark.parametrize("width", [2, 3])
def test_a_chain_is_solved_as_scipy_does(width: int) -> None:
    """At the largest scores, too, where the flow solver's own numbers leave 64 bits."""
    n = 600
    for chain in chains(n, width, seed=7):
        best = chain.assigned()
        base = int(np.abs(chain.scores).max()) * 2 + 1
        table = csr_array((base - chain.scores, (chain.rows, chain.columns)), shape=(n, n))
        at = min_weight_full_bipartite_matching(table)
        assert best.total == base * n - int(table[at].sum())
        assert best.matched == n


def test_chains_are_told_from_other_pairs() -> None:
    """What hangs together at random goes to the flow solver, as do few rows, and rows of several units."""
    rng = np.random.default_rng(3)
    n = 2000
    face = Face.whole(*(np.full(n, value, dtype=np.int64) for value in (1, 0, 1)))
    at_random = rng.integers(0, n, (2, 3 * n))
    assert not long_chains.are_long_chains(at_random[0], at_random[1], face)
    for chain in chains(n, 3, seed=1):
        assert long_chains.are_long_chains(chain.rows, chain.columns, face)
        several = Face.whole(*(np.full(n, value, dtype=np.int64) for value in (2, 0, 1)))
        assert not long_chains.are_long_chains(chain.rows, chain.columns, several)
    for chain in chains(200, 2, seed=1):
        assert not long_chains.are_long_chains(chain.rows, chain.columns, face)


@pytest.mark.parametrize("width", [2, 3])
def test_twice_the_chain_is_twice_the_work(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in calls of functions, and in arcs where one call looks at all of them."""
    arcs: list[int] = []
    least = prices._Offers.least

    def counted(offers: prices._Offers, values: Ints) -> Ints:
        arcs.append(offers.ends.size)
        return least(offers, values)

    monkeypatch.setattr(prices._Offers, "least", counted)

    def run(n: int) -> int:
        arcs.clear()
        calls = calls_of(
            lambda: [one.assigned() for one in islice(chains(n, width, 5), 2, None, 3)]
        )
        return calls + sum(arcs)

    assert run(1200) < 2.5 * run(600)
