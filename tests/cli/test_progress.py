"""What a terminal sees while something takes a while; a pipe, and whoever wants quiet, see nothing of it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from helpers.command_line import Call
from helpers.written_rounds import demands_table, newcomer, tables_of
from nastavnik import match
from nastavnik.basics.texts import Language
from nastavnik.cli import commands, questions
from nastavnik.cli.terminal import shown_progress, shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.programme.round import invented_town

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


class _Terminal(io.StringIO):
    """What a terminal shows."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> _Terminal:
    """Put a terminal in place of standard error; a fixture's would be gone when the test begins."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")  # a dumb one shows nothing that moves
    return terminal


class _At(NamedTuple):
    """A step of something that takes a while."""

    stage: str
    done: int
    steps: int


@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_stage_has_its_words(
    monkeypatch: pytest.MonkeyPatch, language: Language, quiet: bool
) -> None:
    """Reading, and each stage of matching, in the reader's language; nothing with --quiet."""
    shown = watched(monkeypatch)
    stages = ["read"]
    with shown_progress(language, quiet=quiet) as tell:
        tell(_At("read", 500, 1000))
        match(invented_town(), progress=lambda step: stages.append(step.stage))
        for stage in stages:
            tell(_At(stage, 1, 2))
    assert {"rules", "reasons", "done"} <= set(stages)
    assert all(TEXTS[f"stage-{stage}"][language] for stage in stages)
    assert (TEXTS["stage-read"][language] in shown.getvalue()) is not quiet


@pytest.mark.parametrize("doing", ["waiting", "stage-reading", "stage-writing", "stage-verifying"])
def test_what_has_no_steps_is_named(monkeypatch: pytest.MonkeyPatch, doing: str) -> None:
    """Trying out, reading a plan, writing, checking."""
    shown = watched(monkeypatch)
    with shown_waiting("ru", doing=doing):
        pass
    assert TEXTS[doing]["ru"] in shown.getvalue()
    said = len(shown.getvalue())
    with shown_waiting("ru", doing=doing, quiet=True):
        pass
    assert len(shown.getvalue()) == said


def test_a_pipe_sees_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does a program without a console."""
    for stream in (io.StringIO(), None):
        monkeypatch.setattr("sys.stderr", stream)
        with shown_progress("ru") as tell, shown_waiting("ru"):
            tell(_At("read", 1, 2))
        assert stream is None or stream.getvalue() == ""


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["match", "MENTEES", "MENTORS", "--demands", "DEMANDS", "--out", "OUT"], "mentees mentors demands"),
        (["check", "MENTEES", "MENTORS", "--demands", "DEMANDS"], "mentees mentors demands"),
        (["what-if", "TOWN", "--add-mentees", "P99", "--add-mentors", "Q99"], "p99 q99"),
        (["advise", "TEACHERS", "--profiles", "U99", "--copies", "1", "--most", "1"], "u99"),
    ],
)  # fmt: skip
def test_every_table_tells_how_far_it_is_read(
    call: Call,
    town: Path,
    teachers: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    files: str,
) -> None:
    """By rows, whatever the command; a large school's tables take a while."""
    steps: list[Any] = []

    @contextmanager
    def shown(*_: Any, **__: Any) -> Iterator[Any]:
        yield steps.append

    for module in (commands, questions):
        monkeypatch.setattr(module, "shown_progress", shown)
    mentees, mentors = tables_of(town)
    named = {
        "TOWN": town,
        "TEACHERS": teachers,
        "MENTEES": mentees,
        "MENTORS": mentors,
        "DEMANDS": demands_table(tmp_path, "запретить;q01;p01;;;"),
        "OUT": tmp_path / "out",
        "P99": newcomer(town, tmp_path, "p16", "p99"),
        "Q99": newcomer(town, tmp_path, "q01", "q99"),
        "U99": newcomer(teachers, tmp_path, "u02", "u99"),
    }
    assert call(*(named.get(word, word) for word in words)).status == 0
    read = [step for step in steps if step.stage == "read"]
    assert all(step.done == step.steps > 0 for step in read)
    told = [Path(step.file.split()[-1]).stem for step in read]
    assert list(dict.fromkeys(told)) == files.split()
