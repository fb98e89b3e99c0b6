"""Copies of the project, in which anything may be changed and any test run; the working tree is never touched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from helpers.mutants.changes import Change
from helpers.project import ROOT

__all__ = ["KEPT", "Copy"]

KEPT: Final = ".mutants"
"""Name of the folder for what was found out; Git leaves it alone."""

_LEFT_OUT: Final = (".git", ".venv*", KEPT, ".*_cache", ".hypothesis", "dist")


@frozen
class Copy:
    """A copy of the project in a folder of its own."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Copy":
        """Copy the project, with what is compiled of it already."""
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        return cls(folder)

    def change(self, change: Change, text: str) -> None:
        """Make one change, in place of any other of that module."""
        self._path(change.module).write_text(change.made_in(text), encoding="utf-8")

    def restore(self, module: str, text: str) -> None:
        """Put a module's own text back."""
        self._path(module).write_text(text, encoding="utf-8")

    def pytest(
        self, words: Sequence[str], variables: Mapping[str, str], *, seconds: float | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run pytest here.

        Raises:
            subprocess.TimeoutExpired: It took longer than the seconds.
        """
        paths = os.pathsep.join(str(self.folder / part) for part in ("src", "tests"))
        # The plugins lie among the helpers, which are then imported before their asserts are rewritten.
        quiet = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
        usual = ("-q", "-p", "no:xdist", "-p", "no:cacheprovider", *quiet)
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *usual, *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": paths, "HYPOTHESIS_PROFILE": "ci", **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
        try:
            told, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)  # and whatever the tests have started
            process.communicate()
            raise
        return subprocess.CompletedProcess(process.args, process.returncode, told, "")

    def _path(self, module: str) -> Path:
        return self.folder / "src" / "nastavnik" / module
