"""What all commands share: help, languages, formats, and what a terminal shows."""

import io
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers.command_line import Call
from helpers.placeholders import placeholders
from helpers.written_rounds import explaining, newcomer, small_round
from nastavnik import TARGET_MODEL
from nastavnik.basics.texts import Language, Text
from nastavnik.cli.terminal import shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.report import in_words
from nastavnik.report.phrases import PHRASES

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


COMMANDS = [
    "match",
    "check",
    "explain",
    "advise",
    "what-if",
    "alternatives",
    "verify",
    "template",
    "demo",
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_examples_in_both_languages(call: Call, command: str, language: str) -> None:
    """Every help text has an example to copy."""
    words = [command] if command else []
    done = call(*words, f"--lang={language}", "--help") if command else call("--help")
    assert done.status == 0
    assert "nastavnik " + (command or "match") in done.out


def test_the_language_may_stand_before_the_command(call: Call) -> None:
    """`nastavnik --lang ru demo` is understood like `nastavnik demo --lang ru`."""
    assert "Наставляемых: 58" in call("--lang", "ru", "demo").out
    assert call("--lang", "de", "demo").status == 2


@pytest.mark.parametrize(("setting", "russian"), [("ru_RU.UTF-8", True), ("C.UTF-8", False)])
def test_language_follows_the_environment(
    call: Call, monkeypatch: pytest.MonkeyPatch, setting: str, russian: bool
) -> None:
    """Without --lang the environment decides."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", setting)
    assert ("Школьное" in call("--help").out) == russian


def test_module_runs_as_a_program() -> None:
    """`python -m nastavnik` is the same command."""
    done = subprocess.run(
        [sys.executable, "-m", "nastavnik", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("nastavnik 0.")


@pytest.mark.parametrize("catalogue", [TEXTS, PHRASES])
def test_both_languages_have_the_same_placeholders(catalogue: Mapping[str, Text]) -> None:
    """A sentence says the same facts in both languages."""
    for key, text in catalogue.items():
        assert placeholders(text.en) == placeholders(text.ru), key


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("command", ["what-if", "alternatives"])
def test_examples_of_the_help_run(
    call: Call, town: Path, tmp_path: Path, command: str, language: Language
) -> None:
    """What the help shows can be copied; the file of newcomers is the reader's own."""
    path = newcomer(town, tmp_path, "q14", "q99")
    examples = re.findall(rf"nastavnik ({command} .*)", TEXTS[command][language])
    assert examples
    for example in examples:
        name, folder, *words = example.split()
        assert folder in {"town", "город"}
        words = [str(path) if word.endswith(".xlsx") else word for word in words]
        words = [str(tmp_path / word) if "-" in word and folder in word else word for word in words]
        assert call(name, town, *words, "--lang", language).status == 0, example


@pytest.mark.parametrize("markup", ["text", "markdown", "html"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_answer_comes_in_every_format(
    call: Call, town: Path, language: Language, markup: str
) -> None:
    """The commands print what `in_words` makes of what Python answers."""
    plan = explaining(town)
    answers: list[tuple[list[str], Any]] = [
        (["explain", "p01"], plan.explain("p01")),
        (["explain", "p16", "q02"], plan.explain("p16", "q02")),
        (
            ["explain", "q01", "--audience", "participant"],
            plan.explain_mentor("q01", audience="participant"),
        ),
        (["what-if", "--places", "q01=3"], plan.what_if(places={"q01": 3}).diff),
        (
            ["alternatives", "--within", "100", "--differing", "3", "--most", "1"],
            plan.alternatives(within=100, differing=3, most=1),
        ),
    ]
    for (command, *words), answer in answers:
        done = call(command, town, *words, "--lang", language, "--format", markup)
        passage = in_words(answer, TARGET_MODEL, language)
        expected = {"text": passage.text, "markdown": passage.markdown, "html": passage.html}
        assert (done.status, done.err) == (0, "")
        assert done.out == expected[markup]().rstrip("\n") + "\n"


HOSTILE = "<script>alert(1)</script>"


def test_a_hostile_id_stays_text(call: Call, tmp_path: Path) -> None:
    """An id with marks of HTML in it is escaped in every HTML answer, and told by its shape in an error."""
    plan = small_round(call, tmp_path, [HOSTILE, "b"], ["a"])
    for words in (
        ["explain", plan, HOSTILE],
        ["explain", plan, HOSTILE, "a"],
        ["explain", plan, HOSTILE, "--audience", "participant"],
        ["what-if", plan, "--remove", HOSTILE],
    ):
        done = call(*words, "--format", "html")
        assert (done.status, HOSTILE in done.out) == (0, False)
        assert done.out.startswith("<p>")
    done = call("what-if", plan, "--unlock", HOSTILE, "--format", "html", "--lang=en")
    assert (done.status, done.out) == (2, "")
    assert "--unlock: (a text of 25 characters) is not locked in this plan" in done.err


class _Shown(io.StringIO):
    """What a terminal shows."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("language", "words"), [("en", "Trying out"), ("ru", "Проверяем")])
def test_waiting_shows_in_a_terminal_only(
    language: Language, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, so that what is piped stays what was asked for."""
    monkeypatch.setenv("TERM", "xterm")  # a dumb one shows nothing that moves
    for terminal in (True, False):
        shown = _Shown() if terminal else io.StringIO()
        monkeypatch.setattr("sys.stderr", shown)
        with shown_waiting(language):
            pass
        assert (words in shown.getvalue()) is terminal
