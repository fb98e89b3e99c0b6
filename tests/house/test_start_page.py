"""The first page for coordinators: every command on it is run, and prints what the page says."""

import shlex
import shutil
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.project import ROOT

pytest_plugins = ["helpers.command_line"]

PAGE = (ROOT / "docs/start.ru.md").read_text("utf-8")
REST = "…"
"""Stands for whatever else a command prints."""


def blocks() -> list[tuple[str, list[str]]]:
    """Return every command of the page, with the lines that it prints."""
    found: list[tuple[str, list[str]]] = []
    for block in PAGE.split("```console\n")[1:]:
        for line in block.partition("```")[0].splitlines():
            if line.startswith("$ "):
                found.append((line.removeprefix("$ "), []))
            else:
                found[-1][1].append(line)
    return found


def test_the_commands_print_what_the_page_says(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "start"
    shutil.copytree(ROOT / "examples/start", folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NASTAVNIK_LANG", "ru")
    for command, expected in blocks():
        done = call(*shlex.split(command)[1:])
        assert (done.status, done.err) == (0, ""), command
        lines = done.out.splitlines()
        whole = REST not in expected
        said = expected if whole else expected[: expected.index(REST)]
        assert lines[: len(said)] == said, command
        assert not whole or lines == said, command
    assert len(blocks()) >= 6


def test_every_picture_of_the_page_is_there() -> None:
    pictures = [part.partition(")")[0] for part in PAGE.split("](pictures/")[1:]]
    assert len(pictures) == 4
    for name in pictures:
        assert (ROOT / "docs/pictures" / name).stat().st_size > 10_000, name
