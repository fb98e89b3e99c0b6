"""Measures what a plan answers, as ratios to the matching of the same run: reasons, evidence, what would be if.

Prints a Markdown table; nothing is written. Run with ``make bench-explain``, or ``python benchmarks/explaining.py``.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator

from nastavnik import Cohort, MatchingPlan, match, verify
from nastavnik.matching.match import Progress
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.checker import Checker
from people import as_objects, city

Row = tuple[str, str, str]


def seconds(work: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def row(what: str, took: float, matched: float) -> Row:
    """Return a measured time, and how many matchings it is."""
    shown = f"{took * 1000:.1f} ms" if took < 1 else f"{took:.1f} s"
    return what, shown, f"{took / matched:.2f}"


def a_school() -> Iterator[Row]:
    """Yield what is asked of the plan of a school, of 58 mentees and 42 mentors."""
    cohort = invented_town()
    plan = match(cohort)
    matched = min(seconds(lambda: match(cohort)) for _ in range(5))
    yield row("a school: match", matched, matched)
    yield row("verify", min(seconds(lambda: verify(plan, cohort)) for _ in range(5)), matched)
    yield row(
        "the short checker", min(seconds(lambda: Checker(plan, cohort)) for _ in range(5)), matched
    )
    rng = random.Random(0)
    times = [
        seconds(lambda mentee=mentee, mentor=mentor: plan.explain(mentee.id, mentor.id))  # type: ignore[misc]
        for mentee in cohort.mentees
        for mentor in rng.sample(cohort.mentors, 6)
    ]
    yield row("one explanation of a pair, median of 348", statistics.median(times), matched)
    yield row("the same, the longest", max(times), matched)
    yield row("advice", seconds(plan.advice), matched)
    yield row(
        "three alternatives", seconds(lambda: plan.alternatives(within=500, differing=5)), matched
    )


def a_city() -> Iterator[Row]:
    """Yield what is asked of 3000 mentees and 800 mentors with three places and rich profiles."""
    cohort = as_objects(*city(3000, 800, 3, rich=True))
    plan = match(cohort)
    matched = min(seconds(lambda: match(cohort)) for _ in range(3))
    yield row("3000 × 800: match", matched, matched)
    changed = {cohort.mentors[0].id: 4}
    what_if = min(seconds(lambda: plan.what_if(places=changed)) for _ in range(3))
    yield row("what if one place more", what_if, matched)
    yield row(
        "two alternatives, 50 pairs apart",
        seconds(lambda: plan.alternatives(within=200, differing=50, most=2)),
        matched,
    )
    yield row("the short checker", seconds(lambda: Checker(plan, cohort)), matched)


def everybody(*, rich: bool) -> Iterator[Row]:
    """Yield what the reasons of 6000 who are left out of 30 000 × 8000 cost, which are part of matching."""
    cohort = as_objects(*city(30_000, 8_000, 3, rich=rich))
    times: dict[str, float] = {}
    start = time.perf_counter()

    def tell(progress: Progress) -> None:
        times.setdefault(progress.stage, time.perf_counter() - start)

    plan = match(cohort, progress=tell)
    kind = "rich profiles" if rich else "many alike"
    reasons = times["done"] - times["reasons"]
    made = times["done"] - reasons
    yield row(f"30 000 × 8000, {kind}: the plan without reasons", made, made)
    yield row(f"pairs with their points, and the reasons of {len(plan.unmatched)}", reasons, made)
    yield row("every one of them explained", seconds(lambda: _explained(plan, cohort)), made)


def _explained(plan: MatchingPlan, cohort: Cohort) -> None:
    for mentee in cohort.mentee_facts.ids:
        plan.explain(mentee)


def main() -> None:
    """Print the table, case by case."""
    print("| what | time | matchings |\n|---|---|---|")
    for case in (a_school, a_city, lambda: everybody(rich=False), lambda: everybody(rich=True)):
        for cells in case():
            print("|", " | ".join(cells), "|", flush=True)


if __name__ == "__main__":
    main()
