"""The command ``letters``: what it writes, what it leaves alone, what it warns of."""

from pathlib import Path

import pytest

from helpers.command_line import Call

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

GIVEN = ("--school", "Школа № 5", "--contact", "Ольга, 555-01-02", "--lang", "ru")


def test_letters_of_a_class_are_one_file(call: Call, town: Path, tmp_path: Path) -> None:
    """As a page to print and as text; and nothing is missing where all was given."""
    out = tmp_path / "letters"
    done = call("letters", town, "--out", out, "--names", town, *GIVEN)
    assert (done.status, done.err) == (0, "")
    names = sorted(path.name for path in out.iterdir())
    assert "письма-school-north-6.html" in names
    assert "письма-school-north-взрослым.txt" in names
    texts = [path.read_text(encoding="utf-8") for path in out.iterdir()]
    assert all("Школа № 5" in text and "Ольга, 555-01-02" in text for text in texts)
    assert not any("[" in text for text in texts)


def test_one_file_for_the_school(call: Call, town: Path, tmp_path: Path) -> None:
    """Each school and enterprise of the town has its own."""
    out = tmp_path / "letters"
    assert call("letters", town, "--out", out, "--by", "school", *GIVEN).status == 0
    assert len(list(out.iterdir())) == 8


def test_what_is_missing_is_warned_of(call: Call, town: Path, tmp_path: Path) -> None:
    """Even if quiet: the letters cannot be handed out as they are."""
    done = call("letters", town, "--out", tmp_path / "letters", "-q", "--lang", "ru")
    assert (done.status, done.out) == (0, "")
    for option in ("--school", "--contact", "--names"):
        assert option in done.err
    assert done.err.count("Внимание") == 3


def test_earlier_letters_are_kept(call: Call, town: Path, tmp_path: Path) -> None:
    """Unless they may be replaced; nothing else in the folder is touched."""
    out = tmp_path / "letters"
    assert call("letters", town, "--out", out, *GIVEN).status == 0
    (out / "mine.txt").write_text("mine")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    done = call("letters", town, "--out", out, "--names", town, *GIVEN)
    assert (done.status, "--replace" in done.err) == (2, True)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert call("letters", town, "--out", out, "--names", town, "--replace", *GIVEN).status == 0
    after = {path.name: path.read_bytes() for path in out.iterdir()}
    assert after.keys() == before.keys()
    assert after["mine.txt"] == b"mine"
    assert after["письма-school-north-6.txt"] != before["письма-school-north-6.txt"]


def test_school_and_contact_are_settled_once(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the file of settings; a call may say otherwise."""
    config = tmp_path / "config.toml"
    config.write_text('school = "Лицей 1"\ncontact = "Ирина"\n', encoding="utf-8")
    monkeypatch.setenv("NASTAVNIK_CONFIG", str(config))
    out = tmp_path / "letters"
    done = call("letters", town, "--out", out, "--names", town, "--school", "Гимназия", "--lang=ru")
    assert (done.status, done.err) == (0, "")
    text = (out / "письма-school-north-6.txt").read_text(encoding="utf-8")
    assert ("Гимназия" in text, "Лицей" in text, "Ирина" in text) == (True, False, True)
