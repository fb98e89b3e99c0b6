"""Writes several files into a folder, all of them or none, or one file as a whole.

Everything is written beside the folder first. Then the folder is put in place as a whole, or, if it
is there already, file by file with the earlier ones kept at hand: whatever goes wrong in between, an
interruption too, puts them back.
"""

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from nastavnik.basics.errors import Fault, InvalidInputError, Place
from nastavnik.basics.system_errors import reason_of

__all__ = ["check_free", "check_new", "write_file", "write_files"]


def check_free(folder: Path, names: Sequence[str], *, code: str = "already-there") -> None:
    """Check that files of these names can be written into the folder without overwriting any.

    Args:
        folder: need not be there.
        names: of the files.
        code: of the fault for each file that is there.

    Raises:
        InvalidInputError: naming everything that stands in the way.
    """
    with _placed(folder):
        if folder.exists() and not folder.is_dir():
            raise InvalidInputError([Fault("not-a-folder", place=Place(file=str(folder)))])
        taken = [folder / name for name in names if (folder / name).exists()]
    if taken:
        raise InvalidInputError([Fault(code, place=Place(file=str(path))) for path in taken])


def write_files(
    folder: Path, contents: Mapping[str, bytes], *, overwrite: bool, code: str = "already-there"
) -> tuple[Path, ...]:
    """Write all files, or none.

    Args:
        folder: made if it is not there.
        contents: of each file, by name.
        overwrite: replace files that are there.
        code: of the fault for each file that is there and may not be replaced.

    Returns:
        The paths of the files, in the order of ``contents``.

    Raises:
        InvalidInputError: when a file is there already or cannot be written.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "new"
    >>> [path.name for path in write_files(folder, {"a": b"1", "b": b"2"}, overwrite=False)]
    ['a', 'b']
    """
    check_free(folder, () if overwrite else tuple(contents), code=code)
    with _placed(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.parent / f".nastavnik-{secrets.token_hex(8)}"
        beside.mkdir()
        try:
            for name, content in contents.items():
                (beside / name).write_bytes(content)
            if folder.exists():
                _swap(beside, folder, tuple(contents))
            else:
                beside.replace(folder)
        finally:
            _remove_unless_keeping(beside)
    return tuple(folder / name for name in contents)


def check_new(path: Path, *, code: str = "already-there") -> None:
    """Check that there is no such file yet.

    Args:
        path: of the file.
        code: of the fault, if there is.

    Raises:
        InvalidInputError: when there is, or nobody can tell.
    """
    with _placed(path):
        taken = path.exists()
    if taken:
        raise InvalidInputError([Fault(code, place=Place(file=str(path)))])


def write_file(path: Path, content: bytes, *, overwrite: bool, code: str = "already-there") -> Path:
    """Write one file, or leave it as it was.

    Args:
        path: of the file; its folder is made if it is not there.
        content: of the file.
        overwrite: replace it if it is there.
        code: of the fault if it is there and may not be replaced.

    Returns:
        Its path.

    Raises:
        InvalidInputError: when it is there already or cannot be written.

    >>> import tempfile
    >>> write_file(Path(tempfile.mkdtemp()) / "new" / "a.txt", b"1", overwrite=False).read_bytes()
    b'1'
    """
    if not overwrite:
        check_new(path, code=code)
    with _placed(path):
        if (
            path.exists() and not path.is_file()
        ):  # a folder refuses; a device takes what it is given
            path.write_bytes(content)
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.parent / f".nastavnik-{secrets.token_hex(8)}"
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    return path


@contextlib.contextmanager
def _placed(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a fault with its place."""
    try:
        yield
    except OSError as error:
        place = Place(file=str(error.filename or folder))
        raise InvalidInputError(
            [Fault("unwritable", place=place, value=reason_of(error))]
        ) from error


def _swap(beside: Path, folder: Path, names: Sequence[str]) -> None:
    """Move the new files in; when that is cut short by anything, put the earlier ones back."""
    kept = beside / "earlier"
    kept.mkdir()
    new: list[Path] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(kept / name)
            new.append(folder / name)
            (beside / name).replace(folder / name)
    except BaseException:
        for path in new:
            path.unlink(missing_ok=True)
        for path in list(kept.iterdir()):
            path.replace(folder / path.name)
        raise
    shutil.rmtree(kept)


def _remove_unless_keeping(beside: Path) -> None:
    """Remove what was written beside, but never an earlier file that could not be put back."""
    kept = beside / "earlier"
    if not kept.is_dir() or not any(kept.iterdir()):
        shutil.rmtree(beside, ignore_errors=True)
