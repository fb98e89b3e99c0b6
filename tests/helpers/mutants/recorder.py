"""A plugin of pytest: which lines of the library each test reaches, how long it takes, and whether it passes.

It is switched on by the variable that ``reach`` sets, and writes one file of JSON at the end. What the fixtures of a
file reach is counted for that file: they are made once, and the others lean on them.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import coverage
import pytest

__all__ = ["OUTPUT"]

OUTPUT: Final = "NASTAVNIK_REACH"
"""Name of the variable that holds the path of the file to write."""

_SOURCES: Final = Path(__file__).parents[3] / "src" / "nastavnik"
_recording = coverage.Coverage(data_file=None, include=[f"{_SOURCES}/*"], config_file=False)
_seconds: dict[str, float] = defaultdict(float)
_failed: set[str] = set()


def pytest_configure() -> None:
    """Begin before anything of the library is imported."""
    _recording.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count the lines of one test as its own."""
    _recording.switch_context(f"{item.nodeid}|setup")
    yield
    _recording.switch_context("")


def pytest_runtest_call(item: pytest.Item) -> None:
    """Tell what the test does from what its fixtures did."""
    _recording.switch_context(f"{item.nodeid}|call")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep how long a test took, and whether it passed."""
    _seconds[report.nodeid] += report.duration
    if report.failed:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write what was found: each set of tests once, and for each line the number of its set."""
    _recording.stop()
    data = _recording.get_data()
    sets: dict[tuple[str, ...], int] = {}
    lines = {}
    for path in sorted(data.measured_files()):
        by_line = data.contexts_by_lineno(path)
        lines[Path(path).relative_to(_SOURCES).as_posix()] = {
            line: sets.setdefault(tuple(sorted(filter(None, contexts))), len(sets))
            for line, contexts in sorted(by_line.items())
            if any(contexts)
        }
    found = {
        "seconds": {test: round(_seconds[test], 4) for test in sorted(_seconds)},
        "failed": sorted(_failed),
        "sets": [list(one) for one in sets],
        "lines": lines,
    }
    Path(os.environ[OUTPUT]).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
