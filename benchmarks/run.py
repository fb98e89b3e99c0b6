"""Measures `assign` against the peers, in one process and one run: only the ratios mean something.

Every case is solved by every engine, and the totals must agree. Prints a Markdown table and writes nothing. Run with
``make bench``, which takes about a minute, or ``python benchmarks/run.py`` with ``--quick`` for small cases,
``--town`` to time the whole job on the invented town as well.
"""

import argparse
import sys
import time

from engines import Engine, ours, peers

from cases import Case, cases

_LONG = 5.0
"""Seconds after which an engine is not run again."""


def timed(solve: Engine, case: Case, *, runs: int = 3) -> tuple[int, float]:
    """Return what an engine found and its shortest time in seconds."""
    best = float("inf")
    total = 0
    for _ in range(runs):
        started = time.perf_counter()
        total = solve(case)
        best = min(best, time.perf_counter() - started)
        if best > _LONG:
            break
    return total, best


def row_of(case: Case, others: dict[str, Engine]) -> tuple[str, bool]:
    """Return the table's row of a case, and whether all totals agree."""
    total, seconds = timed(ours, case)
    cells, agree = [case.title, f"{seconds:.2f} s"], True
    for solve in others.values():
        other, took = timed(solve, case)
        agree &= other == total
        cells.append(f"{took:.2f} s, **{took / seconds:.1f}×**" if other == total else "WRONG")
    return "| " + " | ".join(cells) + " |", agree


def main() -> int:
    """Print the table; return 1 if some totals differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="ten times smaller cases")
    parser.add_argument("--town", action="store_true", help="also the whole job")
    options = parser.parse_args()
    others = peers()
    print("| case | nastavnik, with lottery | " + " | ".join(others) + " |")
    print("|---|--:|" + "--:|" * len(others))
    all_agree = True
    for case in cases(10 if options.quick else 1):
        row, agree = row_of(case, others)
        print(row, flush=True)
        all_agree &= agree
    if options.town:
        from town import time_the_town  # noqa: PLC0415 - the engine is measured without people

        time_the_town()
    return 0 if all_agree else 1


if __name__ == "__main__":
    sys.exit(main())
