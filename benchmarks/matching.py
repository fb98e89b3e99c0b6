"""Measures `match` and `verify` on whole cohorts: a city, a region of schools, one school.

Every case runs in a process of its own, so that its peak of memory is its own, and prints one row of a Markdown
table. Nothing is written. Run with ``make bench-match``, or ``python benchmarks/matching.py --only NAME`` for one
case.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import numpy as np
from attrs import frozen
from scipy.optimize import linear_sum_assignment

from nastavnik import TARGET_MODEL, Cohort, MatchingPlan, match, verify
from nastavnik.assignment.tiling import cores, in_tiles
from nastavnik.matching.candidates import Candidates, candidates
from people import Columns, as_objects, city, region

_MEGABYTE: Final = 1 << 20
_RUNS: Final = 5
_FEW: Final = 100
"""Schools up to which the shortest of some runs is taken, for they are short."""

_SHORT: Final = 0.5
"""Seconds below which one pass is no measure for the rest."""

_COLUMNS: Final = (
    *("read", "match", "verify", "one pass", "match, passes", "verify, passes"),
    *("peak", "a school", "left out", "SciPy"),
)


@frozen(kw_only=True)
class Row:
    """What was measured in one case; None where it was not.

    Args:
        read: seconds from columns to a cohort.
        matched: seconds of the matching.
        verified: seconds of the verification.
        one_pass: seconds in which the rules score every pair of classes of alike people once.
        peak: megabytes over those with the cohort loaded, in matching and verification.
        schools: number of them.
        left_out: mentees without a mentor.
        scipy: seconds of SciPy, which found the same total.
    """

    read: float | None = None
    matched: float
    verified: float
    one_pass: float | None = None
    peak: float | None = None
    schools: int | None = None
    left_out: int
    scipy: float | None = None

    def __str__(self) -> str:
        cells = [
            _cell(self.read, "{:.2f} s"),
            _seconds(self.matched),
            _seconds(self.verified),
            _cell(self.one_pass, "{:.2f} s"),
            _cell(self._in_passes(self.matched), "{:.1f}"),
            _cell(self._in_passes(self.verified), "{:.1f}"),
            _cell(self.peak, "{:.0f} MB"),
            _cell(self.schools and self._whole / self.schools * 1000, "{:.1f} ms"),
            str(self.left_out),
            _cell(self.scipy, "same total, {:.2f} s"),
        ]
        return " | ".join(cells)

    def _in_passes(self, seconds: float) -> float | None:
        """Return a time in passes, where a pass is long enough to be a measure."""
        return seconds / self.one_pass if self.one_pass and self.one_pass > _SHORT else None

    @property
    def _whole(self) -> float:
        return (self.read or 0) + self.matched + self.verified


def _seconds(value: float) -> str:
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def _cell(value: float | None, shape: str) -> str:
    return "–" if value is None else shape.format(value)


def one_city(mentees: int, mentors: int, places: int, *, rich: bool) -> Row:
    """Measure a city of students and pupils, which is one large problem."""
    cohort = as_objects(*city(mentees, mentors, places, rich=rich))
    before = _resident()
    plan, matched, verified = _timed(cohort)
    return Row(
        matched=matched,
        verified=verified,
        peak=_peak() - before,
        one_pass=_one_pass(cohort),
        left_out=len(plan.unmatched),
        scipy=_scipy(plan, cohort) if mentees * mentors <= 10**6 else None,
    )


def many_schools(schools: int, *, frame: str) -> Row:
    """Measure a region of schools, read from tables."""
    first = [_framed(side, frame) for side in region(1)]
    _timed(Cohort.from_columns(mentees=first[0], mentors=first[1]))  # loads what is loaded once
    wanting, ready = (_framed(side, frame) for side in region(schools))
    started = time.perf_counter()
    cohort = Cohort.from_columns(mentees=wanting, mentors=ready)
    read = time.perf_counter() - started
    before = _resident()
    plan, matched, verified = min(
        (_timed(cohort) for _ in range(_RUNS if schools <= _FEW else 1)), key=itemgetter(1)
    )
    return Row(
        read=read,
        matched=matched,
        verified=verified,
        peak=_peak() - before,
        schools=schools,
        left_out=len(plan.unmatched),
    )


def one_school() -> Row:
    """Measure one school from its people to the plan, the shortest of some runs after the first."""
    first = as_objects(*region(1))
    plan, *_ = _timed(first)
    best = float("inf"), float("inf")
    for _ in range(_RUNS):
        started = time.perf_counter()
        cohort = Cohort(mentees=first.mentees, mentors=first.mentors)
        plan = match(cohort)
        matched = time.perf_counter()
        verify(plan, cohort)
        ended = time.perf_counter()
        best = min(best[0], matched - started), min(best[1], ended - matched)
    return Row(
        matched=best[0],
        verified=best[1],
        left_out=len(plan.unmatched),
        scipy=_scipy(plan, first),
    )


CASES: dict[str, tuple[str, Callable[[], Row]]] = {
    f"city-{kind}-{places}": (
        f"city, {told}, {n} × {m} × {each}, {remark}",
        partial(one_city, n, m, each, rich=kind == "rich"),
    )
    for kind, told in (("alike", "many alike"), ("rich", "rich profiles"))
    for places, remark, n, m, each in (
        ("ample", "enough places", 30000, 8000, 4),
        ("scarce", "too few places", 30000, 8000, 3),
        ("exact", "just enough places", 30000, 7500, 4),
        ("cut", "just enough places", 2000, 500, 4),
    )
}
CASES |= {
    f"region-{schools}": (
        f"region, {schools} schools × (300, 100 × 3), polars",
        partial(many_schools, schools, frame="polars"),
    )
    for schools in (10, 100, 1000)
}
CASES["region-1000-pandas"] = (
    "region, 1000 schools × (300, 100 × 3), pandas",
    partial(many_schools, 1000, frame="pandas"),
)
CASES["school"] = ("one school, 300 × 100 × 3, from objects, warm", one_school)


def _timed(cohort: Cohort) -> tuple[MatchingPlan, float, float]:
    """Return the plan, the seconds until it was there and the seconds that its verification took."""
    started = time.perf_counter()
    plan = match(cohort)
    matched = time.perf_counter()
    verify(plan, cohort)
    return plan, matched - started, time.perf_counter() - matched


def _found(cohort: Cohort) -> Candidates:
    return candidates(cohort.mentee_facts, cohort.mentor_facts, TARGET_MODEL)


def _one_pass(cohort: Cohort) -> float:
    """Return the least seconds in which the rules score every pair once, all results thrown away."""
    found = _found(cohort)
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        for partition in found.partitions:
            table = found.table(partition)
            columns = np.arange(partition.columns.size)
            work = partial(_score, table.scores, columns)
            for _done in in_tiles(np.arange(partition.rows.size), columns.size, work, cores()):
                pass
        best = min(best, time.perf_counter() - started)
    return best


def _score(scores: Callable[..., Any], columns: Any, rows: Any) -> None:
    scores(rows, columns)


def _scipy(plan: MatchingPlan, cohort: Cohort) -> float:
    """Return the seconds in which SciPy matches as many for as much, each column once a place.

    Raises:
        AssertionError: when it finds another number of pairs or another total.
    """
    found = _found(cohort)
    n, m = len(found.mentees), len(found.mentors)
    rows, columns = np.divmod(np.arange(n * m), m)
    scores = found.ways_of(rows, columns)[0].reshape(n, m)
    more = int(scores.max()) * n + 1  # a pair more outweighs any scores
    assert more * n < 2**53, "sums stay whole in floating point"
    worth = np.repeat(np.where(scores >= 0, scores + more, 0), found.capacities, axis=1)
    started = time.perf_counter()
    left, right = linear_sum_assignment(worth, maximize=True)
    seconds = time.perf_counter() - started
    matched, total = divmod(int(worth[left, right].sum()), more)
    assert (matched, total) == (plan.matched, plan.total), "SciPy found something else"
    return seconds


def _framed(columns: Columns, frame: str) -> Any:
    """Return the columns as a DataFrame of pandas or polars."""
    if frame == "pandas":
        import pandas as pd  # noqa: PLC0415 - weighs on the memory of other cases

        return pd.DataFrame(columns)
    import polars as pl  # noqa: PLC0415 - likewise

    return pl.DataFrame(columns)


def _resident() -> float:
    """Return the megabytes that the process has now, and begin to watch its peak anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _memory("VmRSS")


def _peak() -> float:
    """Return the most megabytes that the process had since."""
    return _memory("VmHWM")


def _memory(name: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024 / _MEGABYTE


def main() -> int:
    """Print the table; return 1 if a case failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=CASES, metavar="NAME", help=f"one of {', '.join(CASES)}")
    parser.add_argument("--bare", action="store_true", help="no heading")
    options = parser.parse_args()
    if not options.bare:
        print("| case | " + " | ".join(_COLUMNS) + " |")
        print("|---|" + "--:|" * len(_COLUMNS), flush=True)
    if options.only:
        title, measure = CASES[options.only]
        print(f"| {title} | {measure()} |", flush=True)
        return 0
    failed = 0
    for name in CASES:
        command = [sys.executable, __file__, "--bare", "--only", name]
        failed += subprocess.run(command, check=False).returncode != 0  # noqa: S603 - this very file
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
