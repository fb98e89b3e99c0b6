"""What the command line says reaches every stream: no character, and no reader who has gone, ends a call."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.processes import start
from nastavnik.cli import run
from nastavnik.cli.output import OutputLostError, holds_everything, ready, say, say_bytes, tell
from nastavnik.cli.statuses import DONE, LOST, WRONG

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

ENCODINGS = ["cp1251", "cp866", "ascii", "koi8-r", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "words",
    [
        ["explain", "town", "p01"],
        ["what-if", "town", "--remove", "q03"],
        ["explain", "town", "p01", "--format", "html"],
        ["explain", "town", "nobody-at-all"],
        ["match", "--help"],
    ],
)
def test_no_encoding_ends_a_call(
    town: Path, encoding: str, language: str, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the stream can hold, the status is that of the work."""
    named = [str(town) if word == "town" else word for word in words]
    kept = io.BytesIO()
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    for stream in ("stdout", "stderr"):
        monkeypatch.setattr(sys, stream, io.TextIOWrapper(kept, encoding=encoding))
    with pytest.raises(SystemExit) as ended:
        run([*named, "--lang", language])
    assert ended.value.code == (WRONG if "nobody-at-all" in words else DONE)
    assert kept.getvalue().decode(encoding).strip()


def test_files_are_written_whatever_the_stream_holds(town: Path, tmp_path: Path) -> None:
    """A line that cannot be shown is no reason to say that there is no plan."""
    tables = [town / "mentees.csv", town / "mentors.csv"]
    done = start(
        "match",
        *tables,
        "--out",
        tmp_path / "x",
        "--lang=ru",
        variables={"PYTHONIOENCODING": "cp866"},
    )
    assert (done.returncode, (tmp_path / "x/plan.json").exists()) == (0, True)
    assert "Общая сумма баллов" in done.stdout.decode("cp866")


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("a – b — c", "cp866", "a - b - c"),
        ("1 → 2 ≥ 3", "cp1251", "1 -> 2 >= 3"),
        ("«да»", "cp866", '"да"'),
        ("№ 5…", "ascii", "No. 5..."),
        ("é", "cp1251", "e"),
        ("да", "ascii", "\\u0434\\u0430"),
        ("ß \x9f", "cp866", "\\xdf \\x9f"),
        ("\x98", "cp1251", "\\x98"),
        ("ӣ ѝ", "cp1251", "и и"),
        ("\udcff", "utf-8", "\\udcff"),
    ],
)
def test_what_a_stream_lacks_looks_alike(
    text: str, encoding: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash becomes a hyphen; what nothing looks like is written out, so that ids stay apart."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    kept = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(kept, encoding=encoding))
    with ready():
        say(text)
    assert kept.getvalue().decode(encoding) == f"{shown}\n"
    assert sys.stdout.errors == "strict"  # as it was before


@pytest.mark.parametrize(
    ("platform", "terminal", "chosen", "encoding"),
    [
        ("win32", False, None, "utf-8"),
        ("win32", False, "cp1251", "cp1251"),
        ("win32", True, None, "cp1251"),
        ("linux", False, None, "cp1251"),
    ],
)
def test_a_file_on_windows_is_in_utf8(
    platform: str,
    terminal: bool,
    chosen: str | None,
    encoding: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Unless somebody has asked for another encoding; a terminal, and other systems, keep their own."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    if chosen:
        monkeypatch.setenv("PYTHONIOENCODING", chosen)
    kept = io.BytesIO()
    stream = io.TextIOWrapper(kept, encoding="cp1251")
    monkeypatch.setattr(stream, "isatty", lambda: terminal)
    monkeypatch.setattr(sys, "stdout", stream)
    with ready():
        say("да")
    assert kept.getvalue() == "да\n".encode(encoding)


def test_html_is_right_in_every_code_page(town: Path) -> None:
    """What is no ASCII stands as references, whatever charset the reader takes."""
    shown = start(
        "explain",
        town,
        "p01",
        "--lang=ru",
        "--format=html",
        variables={"PYTHONIOENCODING": "cp866"},
    )
    assert shown.stdout.isascii()
    assert b"&#1085;" in shown.stdout


@pytest.mark.parametrize(
    "words", [["explain", "town", "p01"], ["what-if", "--help"], ["--version"]]
)
def test_a_closed_pipe_ends_quietly(town: Path, words: list[str]) -> None:
    """Nobody reads any more; that is no fault of the call, and nothing is said of it."""
    named = [str(town) if word == "town" else word for word in words]
    read, write = os.pipe()
    os.close(read)  # gone before the first line
    done = subprocess.run(
        [sys.executable, "-m", "nastavnik", *named],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_work_goes_on_when_nobody_reads(town: Path, tmp_path: Path) -> None:
    """The demo says a line before it writes; what it was asked to write is written."""
    read, write = os.pipe()
    os.close(read)
    words = [sys.executable, "-m", "nastavnik", "demo", "--out", str(tmp_path / "x")]
    done = subprocess.run(words, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    written = sorted(path.name for path in (tmp_path / "x").iterdir())
    assert (done.returncode, written) == (0, sorted(path.name for path in town.iterdir()))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_has_a_status_of_its_own(town: Path) -> None:
    """An answer that could not be written is lost, and the call does not pretend otherwise."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "nastavnik", "explain", str(town), "p01", "--lang=ru"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == LOST
    assert done.stderr.decode() == "Ответ не удалось вывести: на диске не осталось места\n"


class _Full(io.StringIO):
    """A stream that takes nothing."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device", text[:0])


def test_only_answers_can_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said by the way is given up; there is no other place to say so."""
    monkeypatch.setattr(sys, "stdout", _Full())
    monkeypatch.setattr(sys, "stderr", _Full())
    with pytest.raises(OutputLostError):
        say("answer")
    tell("by the way")


def test_a_program_without_a_console_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python has no streams then."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with ready():
        say("answer")
        tell("by the way")


def test_bytes_go_where_texts_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of texts that somebody has put in place of standard output gets the text of the bytes."""
    kept = io.StringIO()
    monkeypatch.setattr(sys, "stdout", kept)
    say_bytes("да".encode())
    assert (kept.getvalue(), holds_everything()) == ("да", True)
