"""A folder through everything that may happen to it, held against what must be in it."""

import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from helpers.kills import FINISHED, ended_at, without_sync
from helpers.sizes import rounds
from nastavnik import InvalidInputError
from nastavnik.exchange.folder import NotAsWrittenError, read_files, write_files, writing

NAMES = ("a.json", "b.json", "c.xlsx")
MANIFEST = "plan.files.json"
CONTENTS = st.lists(st.sampled_from([b"", b"1", b"22", b"333"]), min_size=3, max_size=3).map(
    lambda given: dict(zip(NAMES, given, strict=True))
)
Contents = dict[str, bytes]


class Folder(RuleBasedStateMachine):
    """What is in the folder: files that were written together, perhaps changed, and perhaps one of two states."""

    def __init__(self) -> None:
        super().__init__()
        self.here = Path(tempfile.mkdtemp()) / "plan"
        self.here.mkdir(mode=0o700)
        (self.here / "own.txt").write_bytes(b"mine")
        self.files: Contents = {}
        self.after: Contents | None = None
        """What would be there as well as `files`, where a run was killed and nothing has put that right yet."""
        self.written: Contents = {}
        self.modes: dict[str, int] = {}

    def teardown(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.here.parent)

    def _write(self, contents: Contents, *, overwrite: bool) -> None:
        write_files(self.here, contents, overwrite=overwrite, private=True, manifest=MANIFEST)

    def _put_right(self) -> None:
        """Take note of which of two states a writer has made of the folder."""
        if self.after is not None:
            found = self._found()
            assert found in (self.files, self.after)
            if found != self.files or found == self.after:
                self.written = self.after if found == self.after else self.written
            self.files, self.after = found, None

    def _found(self) -> Contents:
        return {
            name: (self.here / name).read_bytes() for name in NAMES if (self.here / name).is_file()
        }

    def _folders(self) -> set[str]:
        return {name for name in NAMES if (self.here / name).is_dir()}

    @rule(contents=CONTENTS)
    def write(self, contents: Contents) -> None:
        """Nothing is overwritten unasked, not even by the same."""
        try:
            self._write(contents, overwrite=False)
        except InvalidInputError:
            self._put_right()
            assert self.files or self._folders()
        else:
            assert not self._folders()
            assert self.after is not None or not self.files
            self._is_now(contents)

    @rule(contents=CONTENTS)
    def replace(self, contents: Contents) -> None:
        """Files are replaced and keep their modes; a folder is not."""
        if self._folders():
            with pytest.raises(InvalidInputError) as caught:
                self._write(contents, overwrite=True)
            assert {fault.code for fault in caught.value.faults} == {"folder-in-the-way"}
            self._put_right()
            return
        self._write(contents, overwrite=True)
        self._is_now(contents)

    def _is_now(self, contents: Contents) -> None:
        self.files, self.written, self.after = contents, contents, None
        assert {*NAMES, MANIFEST, "own.txt"} == {path.name for path in self.here.iterdir()}
        for name in NAMES:
            mode = stat.S_IMODE((self.here / name).stat().st_mode)
            assert mode == self.modes.setdefault(name, 0o600)

    @precondition(lambda self: self.after is None)
    @rule(contents=CONTENTS, overwrite=st.booleans(), number=st.integers(1, 60))
    def kill(self, contents: Contents, overwrite: bool, number: int) -> None:
        """A run is killed somewhere, and nobody has written since."""
        free = not self._folders() and (overwrite or not self.files)
        ended = ended_at(number, lambda: self._quietly(contents, overwrite=overwrite))
        if free and ended == FINISHED:
            self._is_now(contents)
        elif free:
            self.after = contents
        else:
            assert self._found() == self.files

    def _quietly(self, contents: Contents, *, overwrite: bool) -> None:
        try:
            self._write(contents, overwrite=overwrite)
        except InvalidInputError:
            return

    @precondition(lambda self: self.after is None and self.files)
    @rule(name=st.sampled_from(NAMES), content=st.sampled_from([b"edited", b"1", None]))
    def change(self, name: str, content: bytes | None) -> None:
        """Somebody edits a file, puts another in its place, or deletes it."""
        if name not in self.files:
            return
        path = self.here / name
        if content is None:
            path.unlink()
            self.files = {one: was for one, was in self.files.items() if one != name}
            self.modes.pop(name, None)
        else:
            path.write_bytes(content)
            self.files = {**self.files, name: content}

    @precondition(lambda self: self.after is None and self.files)
    @rule(name=st.sampled_from(NAMES), mode=st.sampled_from([0o600, 0o640, 0o644, 0o444]))
    def share(self, name: str, mode: int) -> None:
        """The owner decides who may read a file."""
        if name in self.files:
            (self.here / name).chmod(mode | 0o200)
            self.modes[name] = mode | 0o200

    @precondition(lambda self: self.after is None)
    @rule(name=st.sampled_from(NAMES))
    def put_folder(self, name: str) -> None:
        """Somebody has a folder of a file's name, and something in it."""
        if name not in self.files and not self._folders():
            (self.here / name).mkdir()
            (self.here / name / "theirs.txt").write_bytes(b"theirs")
            self.modes.pop(name, None)

    @precondition(lambda self: self._folders())
    @rule()
    def take_folder_away(self) -> None:
        """It is theirs, and it is whole."""
        for name in self._folders():
            (self.here / name / "theirs.txt").unlink()
            (self.here / name).rmdir()

    @rule(contents=CONTENTS, overwrite=st.booleans())
    def two_at_once(self, contents: Contents, overwrite: bool) -> None:
        """The second is told so, and changes nothing."""
        before = {path.name for path in self.here.iterdir()}
        found = self._found()
        with writing(self.here):
            with pytest.raises(InvalidInputError), writing(self.here):
                raise AssertionError
            with pytest.raises(InvalidInputError):
                self._write(contents, overwrite=overwrite)
        assert self._found() == found
        assert {path.name for path in self.here.iterdir()} <= before

    @invariant()
    def no_reader_takes_a_mixture(self) -> None:
        """What is read is one of the states, as it was written; what was changed is named."""
        try:
            read = read_files(self.here, NAMES, manifest=MANIFEST)
        except NotAsWrittenError as error:
            codes = [fault.code for fault in error.faults]
            assert (codes, self.after is not None) == (["cut-short"], True)
            return
        if read.changed:
            assert self.files != self.written
        elif read.recorded and not read.unread:
            assert read.contents in (self.written, self.after)

    @invariant()
    def nothing_else_is_touched(self) -> None:
        """Files of the user's own, and folders, are as they were."""
        assert (self.here / "own.txt").read_bytes() == b"mine"
        for name in self._folders():
            assert (self.here / name / "theirs.txt").read_bytes() == b"theirs"


@pytest.fixture(autouse=True)
def no_sync() -> Iterator[None]:
    """Wait for no disk."""
    with without_sync():
        yield


def test_a_folder_through_everything() -> None:
    """Writing, replacing, killing, editing, sharing, folders in the way and two writers, in any order."""
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(
        Folder,
        settings=settings(
            max_examples=rounds(40, 300),
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )
