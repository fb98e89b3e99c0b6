"""Every file of a folder of real-life cases, held against the command line: one line for each.

A folder of cases has ``base/`` (a table of mentees and one of mentors in which everybody is matched), ``given/``
and ``good/``: a file of these is one of the two tables, a folder holds both, ``x-mentors.csv`` belongs to ``x.csv``.

    python -m helpers.cases FOLDER
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from helpers.in_process import Ended, run_in
from helpers.project import ROOT

__all__ = ["Case", "Outcome", "cases_in", "outcome_of"]

VARIABLE: Final = "NASTAVNIK_CASES"
"""Name of the variable that says where a folder of cases is."""

_TWINS: Final = "-mentors"
_WIDTH: Final = 150


@frozen(kw_only=True)
class Case:
    """Two tables, or a script that says itself what happens.

    Args:
        name: what the case is called.
        mentees: table of the mentees.
        mentors: table of the mentors.
        script: a script to run, if the case is one.
    """

    name: str
    mentees: Path
    mentors: Path
    script: Path | None = None


@frozen(kw_only=True)
class Outcome:
    """What became of one case.

    Args:
        checked: how ``check`` ended.
        matched: how ``match`` ended.
        pairs: number of mentees with a mentor, of how many; None without a plan.
    """

    checked: Ended
    matched: Ended
    pairs: tuple[int, int] | None


def cases_in(folder: Path) -> Iterator[Case]:
    """Yield the cases of a folder, those of ``good/`` after those of ``given/``."""
    mentees, mentors = (
        next((folder / "base").glob(f"{side}.*")) for side in ("mentees", "mentors")
    )
    for part in ("given", "good"):
        for path in sorted((folder / part).iterdir()) if (folder / part).is_dir() else ():
            name = f"{part}/{path.name}"
            twin = path.with_name(f"{path.stem}{_TWINS}{path.suffix}")
            if path.suffix in {".py", ".sh"}:
                yield Case(name=name, mentees=mentees, mentors=mentors, script=path)
            elif path.is_dir():
                sides = (next(path.glob(f"{side}.*")) for side in ("mentees", "mentors"))
                yield Case(name=name, mentees=next(sides), mentors=next(sides))
            elif path.suffix == ".json":
                yield Case(name=name, mentees=path, mentors=path)
            elif path.stem.endswith(_TWINS):
                if not path.with_name(path.name.replace(_TWINS, "")).exists():
                    yield Case(name=name, mentees=mentees, mentors=path)
            else:
                yield Case(name=name, mentees=path, mentors=twin if twin.exists() else mentors)


def outcome_of(case: Case, *, language: str = "ru") -> Outcome:
    """Check and match the two tables of a case."""
    tables = case.mentees, case.mentors
    checked = run_in(["check", *tables, "--lang", language])
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder) / "plan"
        matched = run_in(["match", *tables, "--out", plan, "--lang", language])
        return Outcome(checked=checked, matched=matched, pairs=_counted(plan / "plan.json"))


def _counted(plan: Path) -> tuple[int, int] | None:
    if not plan.is_file():
        return None
    read = json.loads(plan.read_text(encoding="utf-8"))
    matched = {pair["mentee"] for pair in read.get("pairs", ())}
    matched |= {one for group in read.get("groups", ()) for one in group.get("mentees", ())}
    return len(matched), len(matched) + len(read.get("unmatched", ()))


def _line(case: Case) -> str:
    if case.script is not None:
        return f"{case.name:<42} {_of_script(case.script)}"
    outcome = outcome_of(case)
    checked, matched = outcome.checked, outcome.matched
    pairs = "–" if outcome.pairs is None else "{}/{}".format(*outcome.pairs)
    said = " | ".join((checked.crash or checked.out + checked.err).split("\n")[:6])
    said = " ".join(said.split())[:_WIDTH]
    statuses = f"check {_status(checked)}  match {_status(matched)}  matched {pairs:<5}"
    return f"{case.name:<42} {statuses}  {said}"


def _status(ended: Ended) -> str:
    return "CRASH" if ended.crash else str(ended.status)


def _of_script(script: Path) -> str:
    """Run a script that says itself what happens, with a ``nastavnik`` on its path."""
    with tempfile.TemporaryDirectory() as folder:
        command = Path(folder) / "nastavnik"
        command.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m nastavnik "$@"\n', encoding="utf-8"
        )
        command.chmod(0o755)
        path = os.pathsep.join((folder, os.environ.get("PATH", "")))
        modules = os.pathsep.join((str(ROOT / "src"), os.environ.get("PYTHONPATH", "")))
        program = sys.executable if script.suffix == ".py" else shutil.which("sh") or "sh"
        done = subprocess.run(
            [program, str(script)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PATH": path, "PYTHONPATH": modules},
        )
    said = " ".join(" | ".join((done.stdout + done.stderr).strip().split("\n")).split())
    return f"script {done.returncode}  {said[: 4 * _WIDTH]}"


def _main() -> None:
    folder = next(iter(sys.argv[1:]), None) or os.environ.get(VARIABLE)
    if not folder:
        sys.exit(f"name a folder of cases, or set {VARIABLE}")
    for case in cases_in(Path(folder)):
        print(_line(case), flush=True)  # noqa: T201 - a command prints


if __name__ == "__main__":
    _main()
