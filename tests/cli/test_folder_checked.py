"""Every command that reads the folder of a plan finds out whether its files belong together."""

import json
import shutil
from pathlib import Path

import pytest

from helpers.command_line import Call
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.report.names import names_in_plan

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

READERS = ["verify", "explain", "advise", "alternatives", "what-if", "letters", "rules"]


@pytest.fixture
def folder(teachers: Path, tmp_path: Path) -> Path:
    """Return a copy of a small round's folder."""
    return Path(shutil.copytree(teachers, tmp_path / "copy"))


def words_for(command: str, folder: Path) -> list[str | Path]:
    """Return a call that reads a folder."""
    more: dict[str, list[str | Path]] = {
        "explain": ["u02"],
        "what-if": ["--places", "u02=2"],
        "alternatives": ["--within", "100"],
        "letters": ["--out", folder.parent / "letters"],
    }
    return [command, folder, *more.get(command, [])]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("file", ["plan.json", "cohort.json"])
def test_files_that_were_changed_are_refused_by_all(
    call: Call, folder: Path, command: str, file: str
) -> None:
    """Even where all that is in them is the same: the file is named, and what to do about it."""
    (folder / file).write_bytes((folder / file).read_bytes() + b"\n")
    for language in LANGUAGES:
        done = call(*words_for(command, folder), "--lang", language)
        assert (done.status, done.out) == (1, "")
        assert str(folder / file) in done.err
        assert "--replace" in done.err


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("manifest", [True, False])
def test_people_of_another_plan_are_refused_by_all(
    call: Call, folder: Path, command: str, manifest: bool
) -> None:
    """Whether or not a list of files says so."""
    people = json.loads((folder / "cohort.json").read_text(encoding="utf-8"))
    del people["mentees"][0]
    (folder / "cohort.json").write_text(json.dumps(people), encoding="utf-8")
    if not manifest:
        (folder / "plan.files.json").unlink()
    done = call(*words_for(command, folder), "--lang=en")
    assert (done.status, done.out) == (1, "")
    assert "cohort.json does not hold the people of plan.json" in done.err


@pytest.mark.parametrize("command", READERS[1:])
def test_an_edited_workbook_is_in_the_way_of_nobody_who_does_not_read_it(
    call: Call, folder: Path, command: str
) -> None:
    """A coordinator may write notes into it."""
    (folder / "plan.xlsx").write_bytes(b"edited")
    assert call(*words_for(command, folder)).status == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("gone", [False, True])
def test_verify_notices_an_edited_or_missing_workbook(
    call: Call, folder: Path, language: Language, gone: bool
) -> None:
    """It is handed out to people, and may say anything."""
    book = folder / "plan.xlsx"
    if gone:
        book.unlink()
    else:
        book.write_bytes(b"edited")
    done = call("verify", folder, "--lang", language)
    assert (done.status, done.out) == (1, "")
    assert str(book) in done.err
    assert "--replace" in done.err


def test_names_come_from_the_workbook_of_the_plan(call: Call, folder: Path) -> None:
    """Or from one that is named itself: a foreign one in the folder would put wrong names beside the ids."""
    book = folder / "plan.xlsx"
    book.write_bytes(book.read_bytes() + b"\0")
    done = call("explain", folder, "u02", "--names", folder, "--lang=en")
    assert (done.status, "give the path of plan.xlsx itself" in done.err) == (2, True)
    out = folder.parent / "other"
    done = call("what-if", folder, "--places", "u02=2", "--out", out, "--lang=en")
    assert (done.status, f"--names {book}" in done.err) == (0, True)
    assert not any((names_in_plan((out / "plan.xlsx").read_bytes()) or {}).values())


@pytest.mark.parametrize("command", READERS[1:])
def test_a_folder_of_an_earlier_version_is_read_and_that_is_said(
    call: Call, folder: Path, command: str
) -> None:
    """It has no list of files; who asks for quiet is not told."""
    (folder / "plan.files.json").unlink()
    done = call(*words_for(command, folder), "--lang=en")
    assert (done.status, str(folder / "plan.files.json") in done.err) == (0, True)
    more = ["--replace"] if command == "letters" else []
    assert "plan.files.json" not in call(*words_for(command, folder), *more, "-q").err
