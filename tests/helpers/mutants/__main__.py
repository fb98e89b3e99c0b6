"""Make single changes and see whether the tests notice: ``python -m helpers.mutants rules --sample 60 --seed 1``.

What the tests reach is found out once and kept, and so is what became of each change: a run that was broken off goes
on where it was. A change that was noticed is not tried again; one that was not is, as soon as any test is another one
or more seconds are given.
"""

import argparse
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final

from helpers.mutants.changes import Change, changes_of, modules_of, text_of
from helpers.mutants.copies import KEPT
from helpers.mutants.equivalents import reason_of
from helpers.mutants.reach import Reach, collect, digest_of_tests
from helpers.mutants.trials import Outcome, Trial, tried
from helpers.project import ROOT

_TRIED: Final = ROOT / KEPT / "tried.jsonl"


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m helpers.mutants", description=__doc__)
    parser.add_argument("rooms", nargs="*", help="rooms, parts of rooms or modules; all by itself")
    parser.add_argument("--sample", type=int, help="how many changes, shared among the rooms")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--seconds", type=float, default=120, help="of tests for one change, the fastest first"
    )
    parser.add_argument("--list", action="store_true", help="say what would be tried, and stop")
    given = parser.parse_args()
    rooms = given.rooms or sorted({module.partition("/")[0] for module in modules_of(())})
    asked = dict(_asked(rooms, given.sample, given.seed))
    if given.list:
        print("\n".join(change.told() for changes in asked.values() for change in changes))
        return 0
    tests = digest_of_tests()
    kept = dict(_kept(tests, given.seconds))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        collect(Path(folder), given.jobs, tell=partial(print, file=sys.stderr))
        reach = Reach.kept()
        for test in reach.failed():
            print(f"fails without any change, and is left out: {test}", file=sys.stderr)
        left = [
            change
            for changes in asked.values()
            for change in changes
            if change.id not in kept and not reason_of(change)
        ]
        print(f"{len(left)} changes are tried", file=sys.stderr)
        trials = tried(left, reach, Path(folder), jobs=given.jobs, seconds=given.seconds)
        for number, trial in enumerate(trials, 1):
            kept[trial.change.id] = _keep(trial, tests, given.seconds)
            print(f"{number}/{len(left)} {_told(trial.change, kept)}", file=sys.stderr)
    return _tell(asked, kept)


def _asked(
    rooms: Sequence[str], sample: int | None, seed: int
) -> Iterator[tuple[str, list[Change]]]:
    """Yield the changes of each room; of a sample every room has its share."""
    for number, room in enumerate(rooms):
        texts = {module: text_of(module) for module in modules_of((room,))}
        changes = [one for module, text in texts.items() for one in changes_of(module, text)]
        wanted = len(changes)
        if sample is not None:
            random.Random(f"{seed} {room}").shuffle(changes)
            wanted = sample // len(rooms) + (number < sample % len(rooms))
        usable = (one for one in changes if one.compiles(texts[one.module]))
        yield room, [one for one, _ in zip(usable, range(wanted), strict=False)]


def _kept(tests: str, seconds: float) -> Iterator[tuple[str, dict[str, Any]]]:
    if not _TRIED.exists():
        return
    for line in _TRIED.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        all_ran = one["ran"] == one["tests"] or one.get("seconds", 0) >= seconds
        if one["outcome"] == Outcome.NOTICED.value or (one["with"] == tests and all_ran):
            yield one["id"], one


def _keep(trial: Trial, tests: str, seconds: float) -> dict[str, Any]:
    kept = {
        "id": trial.change.id,
        "change": trial.change.told(),
        "outcome": trial.outcome.value,
        "tests": trial.tests,
        "ran": trial.ran,
        "by": trial.by,
        "with": tests,
        "seconds": seconds,
    }
    with _TRIED.open("a", encoding="utf-8") as file:
        file.write(json.dumps(kept, ensure_ascii=False) + "\n")
    return kept


def _told(change: Change, kept: dict[str, dict[str, Any]]) -> str:
    one = kept[change.id]
    by = f" by {one['by']}" if one["by"] else f" ({one['ran']} of {one['tests']} tests ran)"
    return f"{one['outcome']}{by}: {change.told()}"


def _tell(asked: dict[str, list[Change]], kept: dict[str, dict[str, Any]]) -> int:
    heads = ("room", "tried", "noticed", "survived", "equivalent", "share")
    rows: list[tuple[str, ...]] = [heads]
    sums = [0, 0, 0]
    survived = []
    for room, changes in asked.items():
        equal = [change for change in changes if reason_of(change)]
        real = [change for change in changes if not reason_of(change)]
        lived = [c for c in real if kept[c.id]["outcome"] != Outcome.NOTICED.value]
        survived += lived
        sums = [a + b for a, b in zip(sums, (len(real), len(lived), len(equal)), strict=True)]
        rows.append((room, *_counts(len(real), len(lived), len(equal))))
    rows.append(("all", *_counts(*sums)))
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
    for change in survived:
        print(_told(change, kept))
    return 0


def _counts(tried_: int, survived: int, equal: int) -> tuple[str, ...]:
    share = f"{(tried_ - survived) / tried_:.1%}" if tried_ else "–"
    return str(tried_), str(tried_ - survived), str(survived), str(equal), share


if __name__ == "__main__":
    sys.exit(_main())
