"""One change tried after another: made in a copy, and held against the tests that reach it."""

import queue
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from enum import Enum, unique
from pathlib import Path

from attrs import frozen

from helpers.mutants.changes import Change, text_of
from helpers.mutants.chosen import CHOSEN
from helpers.mutants.copies import Copy
from helpers.mutants.reach import Reach, Reached

__all__ = ["Outcome", "Trial", "tried"]

_FIRST_SECONDS = 3.0  # most changes are noticed by a few fast tests of the room
_FIRST_FILES = 6
_PATIENCE = 30.0


@unique
class Outcome(Enum):
    """What became of a change."""

    NOTICED = "noticed"
    SURVIVED = "survived"
    NOT_REACHED = "not reached"


@frozen
class Trial:
    """A change that was tried.

    Attributes:
        change: What was changed.
        outcome: Whether a test failed.
        tests: How many tests reach the change.
        ran: How many of them ran at most.
        by: The test that failed, or how else it was noticed.
    """

    change: Change
    outcome: Outcome
    tests: int
    ran: int
    by: str = ""


def tried(
    changes: Sequence[Change], reach: Reach, folder: Path, *, jobs: int, seconds: float
) -> Iterator[Trial]:
    """Yield each trial as soon as it is over.

    Args:
        changes: to try.
        reach: which tests reach them.
        folder: for copies of the project.
        jobs: how many at once.
        seconds: how long the tests of one change take at most when nothing is changed; the fastest ones are taken.
    """
    copies: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for number in range(min(jobs, len(changes))):
        copies.put(Copy.made(folder / f"copy-{number}"))

    def one(change: Change) -> Trial:
        copy = copies.get()
        text = text_of(change.module)
        try:
            copy.change(change, text)
            return _trial(change, reach.of(change), copy, seconds)
        finally:
            copy.restore(change.module, text)
            copies.put(copy)

    with ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(one, change) for change in changes]
        for ended in as_completed(running):
            yield ended.result()


def _trial(change: Change, tests: list[Reached], copy: Copy, seconds: float) -> Trial:
    taken: list[Reached] = []
    spent = 0.0
    for test in tests:
        if taken and spent + test.seconds > seconds:
            break
        taken.append(test)
        spent += test.seconds
    if not taken:
        return Trial(change, Outcome.NOT_REACHED, 0, 0)
    first = _first(change, taken)
    rest = [test for test in taken if test not in set(first)]
    for some in filter(None, (first, rest)):
        if by := _noticed_by(some, copy):
            return Trial(change, Outcome.NOTICED, len(tests), len(taken), by)
    return Trial(change, Outcome.SURVIVED, len(tests), len(taken))


def _first(change: Change, tests: list[Reached]) -> list[Reached]:
    """Return a few fast tests out of few files, those of the change's own room before others."""
    room = f"tests/{change.module.partition('/')[0]}/"
    found: list[Reached] = []
    for test in sorted(tests, key=lambda test: not test.file.startswith(room)):
        files = {one.file for one in found} | {test.file}
        seconds = sum(one.seconds for one in found) + test.seconds
        if len(files) <= _FIRST_FILES and seconds <= _FIRST_SECONDS:
            found.append(test)
    return sorted(found, key=lambda test: (test.seconds, test.id))


def _noticed_by(tests: list[Reached], copy: Copy) -> str:
    chosen = copy.folder / "chosen.txt"
    chosen.write_text("\n".join(test.id for test in tests), encoding="utf-8")
    files = list(dict.fromkeys(test.file for test in tests))
    seconds = _PATIENCE + 6 * sum(test.seconds for test in tests)
    words = ["-x", "-p", "helpers.mutants.chosen", "--tb=no", *files]
    try:
        ran = copy.pytest(words, {CHOSEN: str(chosen)}, seconds=seconds)
    except subprocess.TimeoutExpired:
        return "time-out"
    if ran.returncode in {0, 5}:
        return ""
    told = [line for line in ran.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
    if ran.returncode == 4 or (not told and ran.returncode > 1):
        told = [f"pytest ended with {ran.returncode}"]
    return told[0].split(" - ")[0].partition(" ")[2] if told else f"status {ran.returncode}"
