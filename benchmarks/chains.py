"""Rows that hang together in long chains, each held by the one before: `assign` against SciPy on the same triples.

Prints a Markdown table of seconds of the processor and of the clock, and writes nothing. ``make bench`` runs it after
the dense cases; ``python benchmarks/chains.py --quick`` takes short chains.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from nastavnik.assignment import Triples, assign

__all__ = ["Chain", "by_scipy", "chains", "ours"]

Ints = NDArray[np.int64]


@frozen(eq=False)
class Chain:
    """One problem: as many columns as rows, one place each.

    Args:
        name: what it is.
        rows: row of each pair.
        columns: column of each pair.
        scores: score of each pair.
        size: number of rows.
    """

    name: str
    rows: Ints
    columns: Ints
    scores: Ints
    size: int


def chains(shrink: int = 1) -> Iterator[Chain]:
    """Yield the chains, so many times shorter."""
    rng = np.random.default_rng(2019)
    for length in (4000 // shrink, 20_000 // shrink):
        rows = np.concatenate([np.arange(length), np.arange(1, length)])
        columns = np.concatenate([np.arange(length), np.arange(length - 1)])
        others = np.where(columns == rows, 0, 1)
        yield Chain(
            f"chain of {length}, the column before is better", rows, columns, others, length
        )
        for most in (1, 10**9):
            scores = rng.integers(-most, most + 1, rows.size)
            yield Chain(f"chain of {length}, ±{most:.0e}", rows, columns, scores, length)


def ours(chain: Chain) -> int:
    """Solve with `assign`: all goals, the lottery among them, and the prices that prove each."""
    shape = chain.size, chain.size
    triples = Triples(chain.rows, chain.columns, chain.scores, shape)
    return assign(triples, np.ones(chain.size, dtype=np.int64)).total


def by_scipy(chain: Chain) -> int:
    """Solve with SciPy's matching on a sparse graph, for which no weight may be 0."""
    base = 2 * int(np.abs(chain.scores).max()) + 1
    pairs = chain.rows, chain.columns
    table = csr_array((base - chain.scores, pairs), shape=(chain.size, chain.size))
    return base * chain.size - int(table[min_weight_full_bipartite_matching(table)].sum())


def timed(solve: Callable[[Chain], int], chain: Chain) -> tuple[int, float, float]:
    """Return what was found, and the seconds of the processor and of the clock."""
    used, started = time.process_time(), time.perf_counter()
    total = solve(chain)
    return total, time.process_time() - used, time.perf_counter() - started


def main() -> int:
    """Print the table; return 1 if some totals differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="five times shorter chains")
    options = parser.parse_args()
    print("| case | nastavnik, CPU | wall | scipy, CPU |")
    print("|---|--:|--:|--:|")
    ours(next(chains(5)))  # loads what is loaded once
    agree = True
    for chain in chains(5 if options.quick else 1):
        (total, used, took), (other, theirs, _) = timed(ours, chain), timed(by_scipy, chain)
        agree &= total == other
        scipy = f"{theirs:.3f} s" if total == other else "WRONG"
        print(f"| {chain.name} | {used:.2f} s | {took:.2f} s | {scipy} |", flush=True)
    return 0 if agree else 1


if __name__ == "__main__":
    sys.exit(main())
