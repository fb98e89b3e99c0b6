"""Calls that cannot be meant: each is refused with status 2, in the reader's language, and writes nothing."""

import os
import re
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.written_rounds import tables_of

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


@pytest.mark.parametrize("words", [["--lang", "de"], ["--seed", "x"], ["--sed", "1"]])
def test_wrong_options_are_refused(call: Call, town: Path, words: list[str]) -> None:
    """A wrong name or value of an option never falls back to a default."""
    done = call("match", *tables_of(town), "--out", town / "x", *words)
    assert (done.status, (town / "x").exists()) == (2, False)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["explain", "town"], "КОД: нужно указать"),
        (["alternatives", "town"], "--within: нужно указать"),
        (["alternatives", "town", "--within", "abc"], "--within: abc: нужно целое число не меньше 0"),
        (["alternatives", "town", "--within", "-1"], "--within: -1: нужно целое число не меньше 0"),
        (["match", "a", "b", "--out", "c", "--seed", "x"], "--seed: x: нужно целое число"),
        (["match", "a", "b", "--out", ""], "--out: не указано имя файла или папки"),
        (["explain", "a", "b", "--format", "x"], "--format: x: укажите одно из: text, markdown, html"),
        (["explain", "a", "b", "--formt", "x"], "--formt: такого параметра нет\n    Возможно, --format?"),
        (["what-if", "town", "--remove"], "--remove: не указано значение"),
        (["what-if", "town", "--replace=3"], "--replace: указывается без значения"),
        (["explain", "town", "a", "b", "c d"], "c d: лишнее"),
        (["expain", "town"], "expain: такой команды нет\n    Возможно, explain?"),
        (["advise", "town", "--methodology", "x"], "методологии или ФАЙЛ.py:ИМЯ"),
        (["check", "a.json", "b.csv"], "Укажите две таблицы"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_russian(call: Call, words: list[str], says: str) -> None:
    """What the parser refuses too, with value and remedy; no English stands beside it."""
    done = (
        call("--lang=ru", *words)
        if words[0] == "expain"
        else call(words[0], "--lang=ru", *words[1:])
    )
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert not re.search("Usage|Error|Invalid|Missing|No such", done.err)


@pytest.mark.parametrize("words", [["what-if", "town", "--remove", "q01"], ["demo"]])
def test_replacing_nothing_is_refused(call: Call, town: Path, words: list[str]) -> None:
    """An option that would do nothing is a mistake."""
    done = call(
        *(str(town) if word == "town" else word for word in words), "--replace", "--lang=en"
    )
    assert (done.status, done.out) == (2, "")
    assert '--replace: does nothing without "--out"' in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["match", "a.csv", "b.csv", "--out", ""],
        ["match", "a.csv", "b.csv", "--out", "x" * 300],
        ["demo", "--out", "x" * 300],
        ["template", "x" * 300],
        ["verify", "x" * 300],
        ["check", "x" * 300, "y" * 300],
        ["check", "a.csv", "b.csv", "--methodology", "x" * 5000 + ":M"],
    ],
)
def test_impossible_paths_are_errors_not_tracebacks(
    call: Call, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, endless and impossible names end with status 2 and leave nothing."""
    monkeypatch.chdir(tmp_path)
    done = call(*words)
    assert (done.status, list(tmp_path.iterdir())) == (2, [])
    assert done.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has files of such names")
@pytest.mark.parametrize(
    "words",
    [
        ["check", "a\ud800.csv", "b.csv"],
        ["match", "a.csv", "b.csv", "--out", "\udfff"],
        ["explain", "a", "b", "--output", "«\ud800»"],
        ["explain", "a", "b", "--methodology", "\ud800.py:M"],
    ],
)
def test_a_broken_character_in_a_path_is_refused(call: Call, words: list[str]) -> None:
    """Half a character, which no name of a file can hold here, is told as what it is."""
    done = call(*words, "--lang=ru")
    assert (done.status, done.out) == (2, "")
    assert "повреждённый знак" in done.err or "нет файла" in done.err
