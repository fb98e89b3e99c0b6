"""What is asked of the operating system: files that outlast a loss of power, names that are taken by one alone."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.basics.system_errors import reason_of

__all__ = [
    "OWNER_ONLY",
    "kind_of",
    "make_folders",
    "mode_of",
    "placed",
    "put_new",
    "save",
    "sync_folder",
    "taken_for",
]

OWNER_ONLY: Final = 0o600
"""Mode of a file that nobody but its owner may read; of its folder it is 0700."""

_ANYBODY: Final = 0o666
"""Mode of another file, before the system takes away what its owner does not want."""

_WINDOWS: Final = os.name == "nt"

_FLAGS: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK}
)
"""Why a file can have no second name: the disk, such as a USB stick, knows no links."""

_NO_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})
"""Why a folder cannot be written out by itself: its disk does so when it likes."""


@contextlib.contextmanager
def placed(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses into a fault with its place.

    Args:
        path: named where the system names none.

    Raises:
        InvalidInputError: in place of every `OSError`.

    >>> try:
    ...     with placed(Path("nowhere")):
    ...         Path("nowhere/else").unlink()
    ... except InvalidInputError as error:
    ...     print(error.faults[0].code)
    unwritable
    """
    try:
        yield
    except OSError as error:
        place = Place(file=os.fsdecode(error.filename or path))
        raise InvalidInputError(
            [Fault("unwritable", place=place, value=reason_of(error))]
        ) from error


def kind_of(path: Path) -> int | None:
    """Return what stands at a path itself, as `stat.S_IFMT` says it; None where nothing does.

    >>> kind_of(Path("nowhere")) is None, kind_of(Path("/")) == stat.S_IFDIR
    (True, True)
    """
    try:
        return stat.S_IFMT(path.lstat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return None


def mode_of(path: Path) -> int | None:
    """Return who may do what with the file at a path; None where there is no file of its own."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    return stat.S_IMODE(found) & 0o777 if stat.S_ISREG(found) else None


def save(path: Path, content: bytes, *, private: bool, mode: int | None = None) -> None:
    """Write a new file, and return when the disk has it.

    Args:
        path: where nothing may be yet.
        content: of the file.
        private: nobody but its owner may read it.
        mode: exactly this mode instead, that of the file it is to replace.

    Raises:
        OSError: when something is there, or the file cannot be written.
    """
    careful = private or mode is not None
    descriptor = os.open(path, _FLAGS, OWNER_ONLY if careful else _ANYBODY)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if mode is not None:
        path.chmod(mode)


def put_new(source: Path, target: Path) -> None:
    """Give a file another name in one step, and never that of another file.

    Args:
        source: a file.
        target: its new name, on the same disk.

    Raises:
        FileExistsError: when anything has that name already; it is left as it is.
    """
    if _WINDOWS:
        source.rename(target)  # refuses there what it would overwrite elsewhere
        return
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_name(target, said=taken_for(source))
        source.replace(target)
        taken_for(source).unlink()
    else:
        source.unlink()


def taken_for(source: Path) -> Path:
    """Return the file that is there while an empty file keeps a name free for another, on a disk without links."""
    return source.with_name(f"{source.name}.taken")


def _take_name(target: Path, *, said: Path) -> None:
    os.close(os.open(said, _FLAGS, OWNER_ONLY))
    try:
        os.close(os.open(target, _FLAGS, OWNER_ONLY))
    except FileExistsError:
        said.unlink()
        raise


def sync_folder(folder: Path) -> None:
    """Return when the disk has the names in a folder; where it cannot be asked to, at once."""
    if _WINDOWS:
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # it may be written to and not looked into
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(descriptor)


def make_folders(folder: Path, *, private: bool) -> list[Path]:
    """Make a folder, and those above it that are missing.

    Args:
        folder: need not be there.
        private: nobody but its owner may look into it; those above it are as usual.

    Returns:
        Those that were made, the innermost first.

    Raises:
        OSError: when one cannot be made.
    """
    missing = []
    above = folder
    while not above.exists():
        missing.append(above)
        above = above.parent
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):  # somebody else was faster
            each.mkdir(mode=0o700 if private and each == folder else 0o777)
        sync_folder(each.parent)
    return missing
