"""Files written together: who may read them, what is never overwritten, what stands in the way."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers.kills import KILLED, ended_at
from nastavnik import InvalidInputError
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.folder import (
    UNFINISHED,
    NotAsWrittenError,
    check_free,
    read_files,
    write_file,
    write_files,
)
from nastavnik.exchange.folder import unfinished as module

on_posix = pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")


def mode(path: Path) -> int:
    """Return who may do what with a file or a folder."""
    return stat.S_IMODE(path.stat().st_mode)


def codes_of(error: InvalidInputError) -> set[str]:
    """Return the codes of all faults."""
    return {fault.code for fault in error.faults}


@on_posix
def test_what_is_private_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Whatever the umask lets others do; what is not private is as the umask has it."""
    before = os.umask(0o022)
    try:
        paths = write_files(tmp_path / "a", {"x": b""}, overwrite=False, private=True, manifest="m")
        private = [tmp_path / "a", *paths, tmp_path / "a/m"]
        private += [write_file(tmp_path / "y", b"", overwrite=False, private=True)]
        other = [tmp_path / "b", *write_files(tmp_path / "b", {"x": b""}, overwrite=False)]
        other += [write_file(tmp_path / "z", b"", overwrite=False)]
    finally:
        os.umask(before)
    assert [mode(path) for path in private] == [0o700, 0o600, 0o600, 0o600]
    assert [mode(path) for path in other] == [0o755, 0o644, 0o644]


@on_posix
@pytest.mark.parametrize("chosen", [0o600, 0o640, 0o664])
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, chosen: int) -> None:
    """The owner has decided who may read it, and neither more nor fewer may afterwards."""
    path = tmp_path / "x"
    for private in (True, False):
        path.write_bytes(b"1")
        path.chmod(chosen)
        write_files(tmp_path, {"x": b"2"}, overwrite=True, private=private)
        assert (path.read_bytes(), mode(path)) == (b"2", chosen)
        write_file(path, b"3", overwrite=True, private=private)
        assert (path.read_bytes(), mode(path)) == (b"3", chosen)


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_is_never_taken_for_a_file(tmp_path: Path, overwrite: bool) -> None:
    """It is left with all that is in it, empty or not, and nothing else is written."""
    for name in ("empty", "full"):
        (tmp_path / name).mkdir()
    (tmp_path / "full/theirs").write_bytes(b"theirs")
    with pytest.raises(InvalidInputError) as caught:
        write_files(tmp_path, {"a": b"", "empty": b"", "full": b""}, overwrite=overwrite)
    assert codes_of(caught.value) == {"folder-in-the-way"}
    assert len(caught.value.faults) == 2
    with pytest.raises(InvalidInputError) as caught:
        write_file(tmp_path / "empty", b"", overwrite=overwrite)
    assert codes_of(caught.value) == {"folder-in-the-way"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty", "full", "theirs"]


@pytest.mark.parametrize("what", ["file", "folder", "link"])
def test_the_loser_of_a_race_overwrites_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """What another program puts there at the last moment stays, and all that was moved is taken back."""
    prepare = module.Unfinished.prepare

    def slow(
        self: module.Unfinished, contents: Mapping[str, bytes], *given: Any, **more: Any
    ) -> None:
        prepare(self, contents, *given, **more)
        place = tmp_path / "b"
        if what == "file":
            place.touch()
        elif what == "folder":
            place.mkdir()
        else:
            place.symlink_to("x")

    monkeypatch.setattr(module.Unfinished, "prepare", slow)
    with pytest.raises(InvalidInputError) as caught:
        write_files(tmp_path, {"a": b"1", "b": b"2"}, overwrite=False, manifest="m")
    assert [fault.place and fault.place.file for fault in caught.value.faults] == [
        str(tmp_path / "b")
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_folder_that_takes_the_place_of_a_file_at_the_last_moment_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where files may be replaced."""
    prepare = module.Unfinished.prepare

    def slow(
        self: module.Unfinished, contents: Mapping[str, bytes], *given: Any, **more: Any
    ) -> None:
        prepare(self, contents, *given, **more)
        (tmp_path / "b").unlink()
        (tmp_path / "b/theirs").mkdir(parents=True)

    write_files(tmp_path, {"a": b"1", "b": b"2"}, overwrite=False)
    monkeypatch.setattr(module.Unfinished, "prepare", slow)
    with pytest.raises(InvalidInputError) as caught:
        write_files(tmp_path, {"a": b"3", "b": b"4"}, overwrite=True)
    assert codes_of(caught.value) == {"folder-in-the-way"}
    assert (tmp_path / "a").read_bytes() == b"1"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "theirs"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that split")
def test_an_earlier_file_that_cannot_be_put_back_is_kept(tmp_path: Path) -> None:
    """Where somebody has put another in its place since, both are named; only --replace overwrites both."""

    def write_other() -> None:
        write_files(tmp_path, {"a": b"3", "b": b"4"}, overwrite=True)

    number = 0
    while not (tmp_path / UNFINISHED / "old/b").exists():
        number += 1
        write_files(tmp_path, {"a": b"1", "b": b"2"}, overwrite=True)
        assert ended_at(number, write_other) == KILLED
    (tmp_path / "b").write_bytes(b"theirs")
    for _ in range(2):
        with pytest.raises(InvalidInputError) as caught:
            check_free(tmp_path, ["c"])
        assert codes_of(caught.value) == {"both-there"}
        assert f"{UNFINISHED}/old/b" in caught.value.text("ru")
    assert (tmp_path / UNFINISHED / "old/b").read_bytes() == b"2"
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"1", b"theirs"]
    write_files(tmp_path, {"a": b"5", "b": b"6"}, overwrite=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"5", "b": b"6"}


@pytest.mark.parametrize("inside", ["theirs.txt", "old/theirs.txt"])
def test_what_only_has_the_name_of_a_leftover_is_not_touched(tmp_path: Path, inside: str) -> None:
    """A folder of somebody's own is a fault that says so, and keeps what is in it."""
    theirs = tmp_path / UNFINISHED / inside
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(b"theirs")
    (tmp_path / UNFINISHED / "files.json").write_bytes(b"{}")
    with pytest.raises(InvalidInputError) as caught:
        write_files(tmp_path, {"a": b""}, overwrite=True)
    assert codes_of(caught.value) == {"unknown-unfinished"}
    assert theirs.read_bytes() == b"theirs"
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"format": "nastavnik-manifest/2", "files": {}}',
        b'{"format": "nastavnik-manifest/1", "files": []}',
        b'{"format": "nastavnik-manifest/1", "files": {"a": {"size": true, "sha256": "%s"}}}'
        % (b"0" * 64),
        b'{"format": "nastavnik-manifest/1", "files": {"../a": {"size": 1, "sha256": "%s"}}}'
        % (b"0" * 64),
        b'{"format": "nastavnik-manifest/1", "files": {"a": {"size": 1, "sha256": "%s"}}}'
        % (b"A" * 64),
    ],
)
def test_a_damaged_list_of_files_is_told(tmp_path: Path, content: bytes) -> None:
    """Nobody is told that files belong together by what is no list of them; --replace writes a right one."""
    write_files(tmp_path, {"a": b"1"}, overwrite=False, manifest="m")
    (tmp_path / "m").write_bytes(content)
    with pytest.raises(NotAsWrittenError) as caught:
        read_files(tmp_path, ["a"], manifest="m")
    assert codes_of(caught.value) == {"damaged-manifest"}
    for language in LANGUAGES:
        assert "--replace" in caught.value.text(language)
    write_files(tmp_path, {"a": b"2"}, overwrite=True, manifest="m")
    assert read_files(tmp_path, ["a"], manifest="m").contents == {"a": b"2"}


def test_somebody_elses_list_of_files_is_not_overwritten(tmp_path: Path) -> None:
    """A file that only has its name stays; one of ours whose files were deleted makes way."""
    (tmp_path / "m").write_bytes(b"theirs")
    with pytest.raises(InvalidInputError):
        write_files(tmp_path, {"a": b"1"}, overwrite=False, manifest="m")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"m": b"theirs"}
    (tmp_path / "m").unlink()
    write_files(tmp_path, {"a": b"1"}, overwrite=False, manifest="m")
    (tmp_path / "a").unlink()
    write_files(tmp_path, {"a": b"2"}, overwrite=False, manifest="m")
    assert read_files(tmp_path, ["a"], manifest="m").changed == ()


def test_a_file_that_the_list_does_not_name_is_foreign(tmp_path: Path) -> None:
    """It is not one of those that were written together."""
    write_files(tmp_path, {"a": b"1"}, overwrite=False, manifest="m")
    (tmp_path / "b").write_bytes(b"2")
    read = read_files(tmp_path, ["a", "b"], manifest="m")
    assert [fault.code for fault in read.changed] == ["changed-file"]


def test_a_lock_that_was_left_behind_keeps_nobody_out(tmp_path: Path) -> None:
    """It is the system's lock that counts, and not the file; the file goes with the next run."""
    (tmp_path / ".nastavnik-lock").write_bytes(b"")
    write_files(tmp_path, {"a": b"1"}, overwrite=False)
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
