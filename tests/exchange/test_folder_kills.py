"""A run that is killed at any call that writes leaves the earlier state, the new one, or a clear refusal."""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from attrs import evolve

from helpers.kills import FINISHED, KILLED, ended_at, without_links, without_sync
from helpers.sizes import rounds
from nastavnik import TARGET_MODEL, Cohort, InvalidInputError, Mentee, Mentor, Pupil, match
from nastavnik.exchange.folder import (
    UNFINISHED,
    NotAsWrittenError,
    check_free,
    write_file,
    write_files,
)
from nastavnik.report.folder import (
    COHORT_FILE,
    MANIFEST_FILE,
    PLAN_FILE,
    WORKBOOK_FILE,
    read_folder,
    read_workbook,
    write_folder,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that split")

PLAN_FILES = (PLAN_FILE, COHORT_FILE, WORKBOOK_FILE)
OWN = "notes.txt"
Contents = dict[str, bytes]


@pytest.fixture(autouse=True)
def no_sync() -> Iterator[None]:
    """Wait for no disk."""
    with without_sync():
        yield


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """Return an empty folder, in memory where there is such a disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else tmp_path) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Contents, Contents]:
    """Return the files of two plans, the second of which has other people."""
    mentees = [Mentee(Pupil("b", grade=5)), Mentee(Pupil("c", grade=6))]
    earlier = Cohort(mentees=mentees[:1], mentors=[Mentor(Pupil("a", grade=9))])
    written = []
    for number, cohort in enumerate((earlier, evolve(earlier, mentees=mentees))):
        folder = tmp_path_factory.mktemp(f"plan{number}") / "out"
        paths = write_folder(folder, match(cohort), cohort, TARGET_MODEL)
        written.append({path.name: path.read_bytes() for path in paths})
    return written[0], written[1]


def contents_of(folder: Path) -> Contents:
    """Return the files of a folder itself."""
    if not folder.is_dir():
        return {}
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def is_one_of(found: Contents | None, *states: Contents | None) -> bool:
    """Return whether a state is one of several; pytest would show all bytes of all of them."""
    return any(found == one for one in states)


def state_of_plan(folder: Path) -> Contents | None:
    """Return the files of a plan as all readers take them together, or None where one refuses them and says why."""
    refusal: InvalidInputError | None = None
    try:
        read_folder(folder)
        assert not read_workbook(folder).changed
    except InvalidInputError as error:
        refusal = error
    if isinstance(refusal, NotAsWrittenError):
        assert [fault.code for fault in refusal.faults] == ["cut-short"]
        assert "run the same command again" in refusal.text("en")
        return None
    assert refusal is None or {fault.code for fault in refusal.faults} == {"no-file"}
    return {name: one for name, one in contents_of(folder).items() if name in PLAN_FILES}


def state_of_letters(folder: Path) -> Contents | None:
    """Return letters as people take them, or None where a note beside them says that they are unfinished."""
    if (folder / UNFINISHED / "files.json").exists():
        assert "run the same command again" in (folder / UNFINISHED / "READ-ME.txt").read_text(
            "utf-8"
        )
        return None
    return {name: one for name, one in contents_of(folder).items() if name.startswith("letters")}


def kill_everywhere(
    quick: Path,
    prepare: Callable[[Path], object],
    new: Contents,
    act: Callable[[Path], object],
    state: Callable[[Path], Contents | None],
    *,
    replace: bool,
    checked: bool = False,
    step: int = 1,
) -> int:
    """Kill an act at every call, look, do it again, and look again; return how many calls there are.

    Where ``checked``, a run that overwrites nothing comes first, and is refused. A ``step`` leaves calls out.
    """
    for number in count(1, step):
        folder = quick / f"at{number}" / "out"
        folder.mkdir(parents=True)
        (folder / OWN).write_bytes(b"mine")
        prepare(folder)
        before, listed = state(folder), {*contents_of(folder)}
        ended = ended_at(number, lambda folder=folder: act(folder))  # type: ignore[misc]
        seen = state(folder)
        assert is_one_of(seen, None, before, new), f"call {number}"
        if ended == FINISHED:
            assert is_one_of(seen, new)
            return number - 1
        assert ended == KILLED
        if checked:
            with pytest.raises(InvalidInputError):
                check_free(folder, [*new])
            assert is_one_of(state(folder), *((seen,) if seen is not None else (before, new))), (
                f"call {number}"
            )
            assert {path.name for path in folder.iterdir()} == listed, f"call {number}"
        complete = not replace and new.items() <= contents_of(folder).items()
        with pytest.raises(InvalidInputError) if complete else contextlib.nullcontext():
            act(folder)
        assert is_one_of(state(folder), new), f"after call {number}"
        left = {path.name for path in folder.iterdir()} - listed - {*new, MANIFEST_FILE}
        assert (left, contents_of(folder)[OWN]) == (set(), b"mine"), f"after call {number}"
    raise AssertionError


@pytest.mark.parametrize(
    ("earlier", "links", "checked"),
    [
        ("nothing", True, False),
        ("a plan", True, False),
        ("a plan", True, True),
        ("a plan", False, False),
        ("a plan without a manifest", True, False),
    ],
)
def test_a_plan_is_the_earlier_or_the_new_one_or_refused(
    quick: Path, plans: tuple[Contents, Contents], earlier: str, links: bool, checked: bool
) -> None:
    """No reader takes a mixture, whatever is killed where; the next run succeeds and leaves nothing behind."""
    old, new = plans
    replace = earlier != "nothing"

    def prepare(folder: Path) -> None:
        if replace:
            manifest = MANIFEST_FILE if earlier == "a plan" else None
            write_files(folder, old, overwrite=False, manifest=manifest)

    def act(folder: Path) -> None:
        write_files(folder, new, overwrite=replace, private=True, manifest=MANIFEST_FILE)

    with contextlib.nullcontext() if links else without_links():
        calls = kill_everywhere(
            quick,
            prepare,
            new,
            act,
            state_of_plan,
            replace=replace,
            checked=checked,
            step=1 if links and earlier != "a plan without a manifest" else rounds(3, 1),
        )
    assert calls > 30


@pytest.mark.parametrize("replace", [False, True])
def test_letters_are_all_earlier_or_all_new_or_a_note_says_so(quick: Path, replace: bool) -> None:
    """People have no program that looks for them: a folder with a note in it lies beside letters that are mixed."""
    old = {f"letters-{name}.txt": b"earlier" for name in "56"}
    new = {f"letters-{name}.txt": b"new" for name in "56"}

    def prepare(folder: Path) -> None:
        if replace:
            write_files(folder, old, overwrite=False)

    calls = kill_everywhere(
        quick,
        prepare,
        new,
        lambda folder: write_files(folder, new, overwrite=replace, private=True),
        state_of_letters,
        replace=replace,
    )
    assert calls > 20


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
@pytest.mark.parametrize("replace", [False, True])
def test_one_file_is_the_earlier_or_the_new_one(quick: Path, replace: bool, links: bool) -> None:
    """Nobody ever reads a part of it; the next run, for another file too, takes away what was left behind."""
    for number in count(1):
        path = quick / f"at{number}" / "answer.txt"
        path.parent.mkdir()
        if replace:
            path.write_bytes(b"earlier")

        def act(path: Path = path) -> None:
            write_file(path, b"new answer", overwrite=replace, private=True)

        with contextlib.nullcontext() if links else without_links():
            ended = ended_at(number, act)
        found = path.read_bytes() if path.exists() else None
        taken = b"" if not links and not replace else b"new answer"
        assert found in (b"earlier" if replace else None, b"new answer", taken), f"call {number}"
        if ended == FINISHED:
            assert (found, number > 8) == (b"new answer", True)
            return
        assert ended == KILLED
        write_file(path.with_name("other.txt"), b"", overwrite=False)
        left = {one.name for one in path.parent.iterdir()}
        assert left <= {"answer.txt", "other.txt"}, f"after call {number}"


def test_the_next_check_too_puts_things_right(
    quick: Path, plans: tuple[Contents, Contents]
) -> None:
    """A first write that was killed half-way is not in the way of the same command, which overwrites nothing."""
    _, new = plans
    folder = quick / "out"
    for number in count(1):
        write = lambda: write_files(folder, new, overwrite=False, manifest=MANIFEST_FILE)  # noqa: E731
        assert ended_at(number, write) == KILLED
        if (folder / PLAN_FILE).exists():
            break
    assert state_of_plan(folder) is None
    assert [path.name for path in write_files(folder, new, overwrite=False)] == [*new]


def test_putting_right_may_be_killed_as_well(quick: Path, plans: tuple[Contents, Contents]) -> None:
    """Whoever comes next goes on from there, and the earlier plan is back."""
    old, new = plans
    middle = next(at for at in count(1) if _is_mixed(_cut_short(quick / f"try{at}", old, new, at)))
    for number in count(1):
        folder = _cut_short(quick / f"at{number}", old, new, middle)
        ended = ended_at(number, partial(_checked, folder))
        assert is_one_of(state_of_plan(folder), None, old), f"call {number}"
        _checked(folder)
        assert is_one_of(state_of_plan(folder), old), f"after call {number}"
        assert {path.name for path in folder.iterdir()} == {*PLAN_FILES, MANIFEST_FILE}
        if ended == FINISHED:
            assert number > 10
            return


def _cut_short(folder: Path, old: Contents, new: Contents, number: int) -> Path:
    """Return a folder in which a plan is replaced by a run that ends at its call of a number."""
    write_files(folder, old, overwrite=False, manifest=MANIFEST_FILE)
    act = partial(write_files, folder, new, overwrite=True, manifest=MANIFEST_FILE)
    assert ended_at(number, act) == KILLED
    return folder


def _is_mixed(folder: Path) -> bool:
    """Return whether the new people are in their place, and the workbook is not."""
    left = folder / UNFINISHED / "new"
    return (
        (left / WORKBOOK_FILE).exists()
        and (folder / UNFINISHED / "files.json").exists()
        and not (left / COHORT_FILE).exists()
    )


def _checked(folder: Path) -> None:
    with contextlib.suppress(InvalidInputError):
        check_free(folder, PLAN_FILES)
