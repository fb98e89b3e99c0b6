"""What a terminal sees while something takes a while; a pipe, and whoever wants quiet, see nothing of it."""

import io
from typing import NamedTuple

import pytest

from nastavnik import match
from nastavnik.basics.texts import Language
from nastavnik.cli.terminal import shown_progress, shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.programme.round import invented_town


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
