"""Which tests reach a line of the library: found out once for each file of tests, and kept.

A line that was moved since is looked for by its text. What runs while a module is imported belongs to no test; for such
lines the tests are taken that reach the module at all, and those of its room.
"""

import difflib
import hashlib
import json
import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from helpers.mutants.changes import Change, modules_of, text_of
from helpers.mutants.copies import KEPT, Copy
from helpers.mutants.recorder import OUTPUT
from helpers.project import ROOT

__all__ = ["Reach", "Reached", "collect", "digest_of_tests"]

_FOLDER: Final = ROOT / KEPT / "reach"
_TEXTS: Final = ROOT / KEPT / "texts"


@frozen
class Reached:
    """One test that may notice a change."""

    id: str
    seconds: float

    @property
    def file(self) -> str:
        """Path of its file, from the folder of the project."""
        return self.id.partition("::")[0]


@frozen
class Reach:
    """What was found out, for all files of tests."""

    files: tuple[dict[str, Any], ...] = field(repr=False)

    @classmethod
    def kept(cls) -> "Reach":
        """Read what was found out; files that are there no longer are left out."""
        found = [json.loads(path.read_bytes()) for path in sorted(_FOLDER.glob("*.json"))]
        return cls(tuple(one for one in found if (ROOT / one["file"]).exists()))

    def failed(self) -> list[str]:
        """Return the tests that do not even pass when nothing is changed."""
        return sorted(test for one in self.files for test in one["failed"])

    def of(self, change: Change) -> list[Reached]:
        """Return the tests that reach a change, the fastest first."""
        found: dict[str, float] = {}
        for one in self.files:
            numbers = _numbers(one, change)
            tests = {test for number in numbers for test in one["sets"][number]}
            names = {test.rpartition("|")[0] for test in tests}
            if len(names) == 1 or any(test.endswith("|setup") for test in tests):
                names = set(one["seconds"])  # made once, and the others lean on it
            found.update({t: one["seconds"][t] for t in names if t in one["seconds"]})
        if not found:
            found = self._of_the_module(change.module)
        left_out = set(self.failed())
        all_ = [Reached(test, seconds) for test, seconds in found.items() if test not in left_out]
        return sorted(all_, key=lambda test: (test.seconds, test.id))

    def _of_the_module(self, module: str) -> dict[str, float]:
        room = module.partition("/")[0]
        near = (f"tests/{room}/", f"src/nastavnik/{room}/", "tests/house/")
        found: dict[str, float] = {}
        for one in self.files:
            numbers = set(one["lines"].get(module, {}).values())
            tests = {test.rpartition("|")[0] for n in numbers for test in one["sets"][n]}
            if one["file"].startswith(near):
                tests = set(one["seconds"])
            found.update({t: one["seconds"][t] for t in tests if t in one["seconds"]})
        return found


def collect(folder: Path, jobs: int, *, tell: Callable[[str], None]) -> None:
    """Run the files of tests that are new or changed once, and keep what they reach.

    Args:
        folder: for copies of the project, one for each job.
        jobs: how many processes at once.
        tell: says how far it is.
    """
    wanted = {file: digest for file, digest in _files() if not _is_kept(file, digest)}
    if not wanted:
        return
    tell(f"what {len(wanted)} files of tests reach is found out first")
    _FOLDER.mkdir(parents=True, exist_ok=True)
    texts = {module: _digest(text_of(module)) for module in modules_of(())}
    _TEXTS.mkdir(exist_ok=True)
    for module, digest in texts.items():
        (_TEXTS / digest).write_text(text_of(module), encoding="utf-8")
    copies: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for number in range(jobs):
        copies.put(Copy.made(folder / f"reach-{number}"))

    def run(files: tuple[str, ...]) -> None:
        copy = copies.get()
        output = copy.folder / "reached.json"
        output.unlink(missing_ok=True)
        try:
            ran = copy.pytest(("-p", "helpers.mutants.recorder", *files), {OUTPUT: str(output)})
            if not output.exists():
                raise RuntimeError(f"the tests of {', '.join(files)} did not run:\n{ran.stdout}")
            found = json.loads(output.read_bytes())
            for file in files:
                _keep(file, wanted[file], texts, found)
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(jobs) as pool:
        groups = list(_groups(sorted(wanted)))
        for done, _ in enumerate(pool.map(run, groups), 1):
            tell(f"{done} of {len(groups)}")


def digest_of_tests() -> str:
    """Return a digest of every file that holds tests or helps them."""
    texts = [digest for _, digest in _files()]
    texts += [
        _digest(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tests" / "helpers").rglob("*.py"))
        if path.parent.name != "mutants"
    ]
    return _digest("".join(texts))


def _files() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        yield path.relative_to(ROOT).as_posix(), _digest(path.read_text(encoding="utf-8"))
    for path in sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]):
        if ">>> " in (text := path.read_text(encoding="utf-8")):
            yield path.relative_to(ROOT).as_posix(), _digest(text)
    for module in modules_of(()):
        if ">>> " in (text := text_of(module)):
            yield f"src/nastavnik/{module}", _digest(text)


def _groups(files: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield files that are run in one process, so that they share the imports."""
    tests = [file for file in files if file.startswith("tests/")]
    others = [file for file in files if not file.startswith("tests/")]
    for some, size in ((tests, 4), (others, 40)):
        for start in range(0, len(some), size):
            yield tuple(some[start : start + size])


def _keep(file: str, digest: str, texts: dict[str, str], found: dict[str, Any]) -> None:
    own = {test for test in found["seconds"] if test.partition("::")[0] == file}
    sets: dict[tuple[str, ...], int] = {}
    lines: dict[str, dict[str, int]] = {}
    for module, by_line in found["lines"].items():
        for line, number in by_line.items():
            tests = [t for t in found["sets"][number] if t.rpartition("|")[0] in own]
            if tests:
                lines.setdefault(module, {})[line] = sets.setdefault(tuple(tests), len(sets))
    kept = {
        "file": file,
        "digest": digest,
        "texts": {module: texts[module] for module in lines},
        "seconds": {test: found["seconds"][test] for test in sorted(own)},
        "failed": [test for test in found["failed"] if test in own],
        "sets": [list(one) for one in sets],
        "lines": lines,
    }
    _path(file).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def _is_kept(file: str, digest: str) -> bool:
    return _path(file).exists() and json.loads(_path(file).read_bytes())["digest"] == digest


def _path(file: str) -> Path:
    return _FOLDER / f"{file.replace('/', '--')}.json"


def _numbers(found: dict[str, Any], change: Change) -> set[int]:
    """Return the numbers of the sets of tests that reached the lines of a change."""
    lines = found["lines"].get(change.module)
    if lines is None:
        return set()
    digest = found["texts"].get(change.module)
    former = _former_lines(change.module, digest) if digest else {}
    places = {former.get(number, number) for number in range(change.line, change.last + 1)}
    return {lines[str(place)] for place in places if str(place) in lines}


@cache
def _former_lines(module: str, digest: str) -> dict[int, int]:
    """Return where each line of a module stood when the tests ran; a new one where the line above it did."""
    before = (_TEXTS / digest).read_text(encoding="utf-8").splitlines()
    now = text_of(module).splitlines()
    found: dict[int, int] = {}
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for old, new, size in matcher.get_matching_blocks():
        found.update({new + step + 1: old + step + 1 for step in range(size)})
    for number in range(1, len(now) + 1):
        found.setdefault(number, found.get(number - 1, 1))
    return found


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
