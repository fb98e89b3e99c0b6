"""However a call ends: an exit status that says so, a sentence, and no traceback."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

import pytest

from helpers.command_line import Call
from nastavnik.basics.errors import NumbersError
from nastavnik.cli import commands
from nastavnik.cli.statuses import DONE, INTERRUPTED, REFUSED, UNEXPECTED, WRONG

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

NAME = "Invented Secretname"

SAID = {
    "en": "An error in nastavnik itself (KeyError, ",
    "ru": "Ошибка в самой программе nastavnik (KeyError, ",
}


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let ``check`` fail in a way that nobody has thought of."""

    def fail(*_: Any, **__: Any) -> NoReturn:
        raise error

    monkeypatch.setattr(commands, "load_round", fail)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_unexpected_error_is_told_without_data(
    call: Call, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """Its kind and its place in the code, never its message: that may quote a child."""
    failing(monkeypatch, KeyError(NAME))
    done = call("check", "a.csv", "b.csv", "--lang", language)
    assert (done.status, done.out) == (UNEXPECTED, "")
    assert done.err.startswith(SAID[language])
    assert "cli/commands.py:" in done.err
    assert "--debug" in done.err
    assert not {"Secretname", "Traceback"} & set(done.err.split())


@pytest.mark.parametrize("by_variable", [True, False])
def test_the_traceback_is_shown_on_request(
    call: Call, monkeypatch: pytest.MonkeyPatch, by_variable: bool
) -> None:
    """By --debug or by the variable, with a warning to take names out before it is sent."""
    failing(monkeypatch, KeyError(NAME))
    if by_variable:
        monkeypatch.setenv("NASTAVNIK_DEBUG", "1")
    done = call("check", "a.csv", "b.csv", "--lang=en", *([] if by_variable else ["--debug"]))
    assert done.status == UNEXPECTED
    assert "Traceback (most recent call last)" in done.err
    assert "take names and other data out" in done.err


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (MemoryError(), UNEXPECTED, "Не хватает памяти"),
        (RecursionError(), UNEXPECTED, "(RecursionError, "),
        (PermissionError(13, "Permission denied", "a.csv"), WRONG, "a.csv: нет прав доступа"),
        (IsADirectoryError(21, "Is a directory", "a"), WRONG, "a: это папка, а не файл"),
        (OSError(9, "Bad file descriptor"), WRONG, "операционная система отказала (EBADF)"),
        (ModuleNotFoundError("no", name="openpyxl"), WRONG, "нужен пакет openpyxl"),
        (ModuleNotFoundError("no", name="nastavnik" + ".x"), UNEXPECTED, "(ModuleNotFoundError, "),
        (NumbersError("too large"), WRONG, "на английском: too large"),
        (KeyboardInterrupt(), INTERRUPTED, "Прервано. Недописанных файлов не осталось.\n"),
    ],
)
def test_every_error_has_its_status_and_sentence(
    call: Call, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, says: str
) -> None:
    """Of the operating system, of what is not installed, of the reader who has had enough."""
    failing(monkeypatch, error)
    done = call("check", "a.csv", "b.csv", "--lang=ru")
    assert (done.status, done.out) == (status, "")
    assert says in done.err


def test_the_statuses_are_told_apart(call: Call, town: Path, tmp_path: Path) -> None:
    """Done, refused, wrong: the three that a script meets every day."""
    statuses = {
        "done": call("verify", town).status,
        "the demands contradict each other": call(
            "what-if", town, "--lock", "q01=p01", "--lock", "q01=p02", "--lock", "q01=p03"
        ).status,
        "the plan does not hold": call("verify", of_others(town, tmp_path)).status,
        "wrong input": call("check", tmp_path / "a.csv", tmp_path / "b.csv").status,
        "wrong call": call("match").status,
        "no command": call().status,
        "help": call("--help").status,
    }
    assert statuses == {
        "done": DONE,
        "the demands contradict each other": REFUSED,
        "the plan does not hold": REFUSED,
        "wrong input": WRONG,
        "wrong call": WRONG,
        "no command": WRONG,
        "help": DONE,
    }


def of_others(folder: Path, tmp_path: Path) -> Path:
    """Return a folder whose plan was made for other people."""
    other = Path(shutil.copytree(folder, tmp_path / "others"))
    people = other / "cohort.json"
    text = people.read_text(encoding="utf-8")
    people.write_text(text.replace('"agreed": true', '"agreed": false', 1), encoding="utf-8")
    return other


SLOW = """
import time
from nastavnik.cli import commands
from nastavnik.cli import run
from nastavnik.report import folder
real = folder.plan_to_xlsx
def slow(*given, **more):
    print("writing", flush=True)
    time.sleep(60)
    return real(*given, **more)
folder.plan_to_xlsx = slow
run(["demo", "--lang=en", "--out", {out!r}])
"""


@pytest.mark.skipif(os.name == "nt", reason="sends a signal as a terminal does elsewhere")
def test_ctrl_c_ends_with_130_and_one_line(tmp_path: Path) -> None:
    """While a plan is written, too; nothing of it is left."""
    out = tmp_path / "town"
    code = SLOW.format(out=str(out))
    with subprocess.Popen(  # closes its pipes whatever happens, on a slow machine too
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stdout is not None
            while running.stdout.readline() != "writing\n":
                assert running.poll() is None
            time.sleep(0.1)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
        finally:
            running.kill()
    assert (running.returncode, said) == (
        INTERRUPTED,
        "Stopped. No file is left half-written.\n",
    )
    assert sorted(path.name for path in out.iterdir()) == ["mentees.csv", "mentors.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["town"]
