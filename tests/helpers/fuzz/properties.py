"""One call on hostile input, made from its number alone, and what is wrong with how it ended."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from attrs import frozen

from helpers.fuzz.good_tables import NAME_WORDS, File, good_file
from helpers.fuzz.lines import Surroundings, line_of
from helpers.fuzz.tables import cohort_file, table_file
from helpers.in_process import Ended, run_in

__all__ = ["STATUSES", "Finding", "findings_of"]

STATUSES: Final = frozenset({0, 1, 2, 3, 74})
"""Exit statuses that are documented; nobody interrupts, and that of a mistake of the library's own is a traceback."""

_ENCODINGS: Final = (
    *("utf-8",) * 6,
    "cp1251",
    "cp866",
    "ascii",
    "latin-1",
    "cp1252",
    "koi8-r",
    "utf-16",
)
_PLAN_FILES: Final = {"plan.json", "cohort.json", "plan.xlsx"}
_SECONDS: Final = 30
_TRACEBACK: Final = "Traceback (most recent call last)"


@frozen(kw_only=True)
class Finding:
    """Something that must not be.

    Args:
        kind: ``crash``, ``status``, ``name``, ``name elsewhere``, ``half-written`` or ``left over``.
        where: place in the code, or what it is about; equal ones are one fault.
        number: of the run that showed it.
        words: the command line.
        how: what was done to the files.
        trace: the traceback, if there is one.
    """

    kind: str
    where: str
    number: int
    words: tuple[str, ...]
    how: tuple[str, ...]
    trace: str = ""


@cache
def _good_plan() -> dict[str, bytes]:
    """Return the files of a plan made from the good tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("mentees", "mentors"):
            file = good_file(kind)
            (folder / file.name).write_bytes(file.content)
        tables = folder / "mentees.csv", folder / "mentors.csv"
        done = run_in(["match", *tables, "--out", folder / "plan"])
        if done.status != 0:
            raise AssertionError(
                f"the good tables are not matched: {done.status} {done.trace or done.err}"
            )
        return {path.name: path.read_bytes() for path in (folder / "plan").iterdir()}


def findings_of(number: int, seed: int = 0, *, keep: Path | None = None) -> list[Finding]:
    """Make the run of this number and return what is wrong with it.

    Args:
        number: of the run.
        seed: of all runs.
        keep: folder in which the files stay to be looked at; a passing one unless stated.
    """
    chance = Random(f"{seed}:{number}")
    with tempfile.TemporaryDirectory(prefix="fuzz-") as passing:
        folder = (keep or Path(passing)) / "here"  # what leads one level up stays within
        folder.mkdir()
        files = list(_files(chance))
        for file in files:
            (folder / file.name).write_bytes(file.content)
        words = _words(chance, folder, [Path(file.name) for file in files])
        before = _contents(folder)
        encoding = chance.choice(_ENCODINGS)
        ended = run_in(
            words, encoding=encoding, seconds=_SECONDS, folder=folder, given=files[0].content
        )
        moved = any(file.moved for file in files)
        how = tuple(f"{file.name}: {', '.join(file.how)}" for file in files if file.how)
        wrong = [
            *_of_ending(ended),
            *_of_names(ended, words, moved=moved),
            *_of_files(ended, before, folder),
        ]
        return [
            Finding(
                kind=kind,
                where=where,
                number=number,
                words=tuple(words),
                how=how,
                trace=ended.trace,
            )
            for kind, where in wrong
        ]


def _files(chance: Random) -> Iterator[File]:
    """Yield the files of a run: good ones, and one or two that are not."""
    kinds = ["mentees", "mentors", "demands"]
    bad = chance.choice(
        (["mentees"], ["mentors"], ["mentees", "mentors"], ["demands"], [], ["json"])
    )
    for kind in kinds:
        yield (
            table_file(chance, kind)
            if kind in bad
            else good_file(kind, chance.choice((".csv", ".xlsx")))
        )
    if "json" in bad:
        yield cohort_file(chance, _good_plan()["cohort.json"].decode())


def _words(chance: Random, folder: Path, files: list[Path]) -> list[str]:
    """Return a command line, most often one that reads the tables; its paths start from the folder."""
    plan = Path("plan")
    (folder / plan).mkdir()
    for name, content in _good_plan().items():
        (folder / plan / name).write_bytes(content)
    if files[3:] and chance.random() < 0.5:
        shutil.copy(folder / files[3], folder / plan / "cohort.json")
    elif chance.random() < 0.05:
        text = _good_plan()["plan.json"].decode()
        (folder / plan / "plan.json").write_bytes(cohort_file(chance, text).content)
    language = ["--lang", chance.choice(("ru", "ru", "en"))]
    way = chance.random()
    tables = [str(path) for path in (files[3:] * 2 or files[:2])]
    if way < 0.3:
        return ["check", *tables, *language]
    if way < 0.55:
        demands = ["--demands", str(files[2])] if chance.random() < 0.4 else []
        return ["match", *tables, "--out", "out", *demands, *language]
    if way < 0.62:
        added = chance.choice(("mentees", "mentors"))
        return ["what-if", str(plan), f"--add-{added}", tables[added == "mentors"], *language]
    around = Surroundings(folder=Path(), plan=plan, files=files)
    return line_of(chance, around)


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _of_ending(ended: Ended) -> Iterator[tuple[str, str]]:
    if ended.crash:
        yield "crash", ended.crash
    elif ended.status not in STATUSES:
        yield "status", str(ended.status)
    elif _TRACEBACK in ended.out + ended.err:
        yield "crash", "a traceback was printed"


def _of_names(ended: Ended, words: list[str], *, moved: bool) -> Iterator[tuple[str, str]]:
    if any(word.startswith("--names") for word in words):
        return  # names are what is asked for
    said = f"{ended.out}{ended.err}".casefold()
    called = " ".join(words).casefold()
    if any(word in said and word not in called for word in NAME_WORDS):
        yield "name elsewhere" if moved else "name", words[0]


def _of_files(ended: Ended, before: dict[str, bytes], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what was left half-written: a part of a plan, JSON that is none, a file that was to pass."""
    after = _contents(folder)
    for name in after.keys() - before.keys():
        parts = Path(name).parts
        if any(
            part.startswith((".nastavnik", "nastavnik-unfinished"))
            or part.endswith((".tmp", ".part"))
            for part in parts
        ):
            yield "left over", "a passing file"
    changed = {name for name, content in after.items() if before.get(name) != content}
    if before.keys() - after.keys():
        yield "half-written", "a file is gone"
    if ended.status == 2 and any(Path(name).name in _PLAN_FILES for name in changed):
        yield "half-written", "a plan was written though the call was refused"
    for where in {Path(name).parent for name in changed if Path(name).name in _PLAN_FILES}:
        there = {Path(name).name for name in after if Path(name).parent == where}
        if not there >= _PLAN_FILES:
            yield "half-written", "a part of a plan"
    for name in changed:
        if name.endswith(".json"):
            try:
                json.loads(after[name])
            except ValueError:
                yield "half-written", "JSON that is none"
