"""Writes one file as a whole: whoever reads it finds all of the earlier or all of the new one."""

import contextlib
import hashlib
import re
import stat
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.exchange.folder.disk import (
    kind_of,
    make_folders,
    mode_of,
    placed,
    put_new,
    save,
    sync_folder,
    taken_for,
)
from nastavnik.exchange.folder.lock import held

__all__ = ["check_new", "write_file"]

_LOCK: Final = ".lock"
_NEW: Final = ".new"
_LEFT: Final = re.compile(rf"\.nastavnik-[0-9a-f]{{16}}{re.escape(_LOCK)}")
"""Name of the lock of one file; what waits to become the file lies beside it."""


def check_new(path: Path, *, code: str = "already-there") -> None:
    """Check that there is no such file yet.

    Args:
        path: of the file.
        code: of the fault, if there is.

    Raises:
        InvalidInputError: when there is, or nobody can tell.

    >>> check_new(Path("nowhere"))
    """
    with placed(path):
        _check_free(path, code)


def write_file(
    path: Path,
    content: bytes,
    *,
    overwrite: bool,
    code: str = "already-there",
    private: bool = False,
) -> Path:
    """Write one file, or leave it as it was.

    Args:
        path: of the file; its folder is made if it is not there.
        content: of the file.
        overwrite: replace it if it is there; a folder is never replaced.
        code: of the fault if it is there and may not be replaced.
        private: nobody but its owner may read it; if it replaces another, whoever could read that.

    Returns:
        Its path.

    Raises:
        InvalidInputError: when it is there already or cannot be written, or somebody else is writing it.

    >>> import tempfile
    >>> write_file(Path(tempfile.mkdtemp()) / "new" / "a.txt", b"1", overwrite=False).read_bytes()
    b'1'
    """
    if not overwrite:
        check_new(path, code=code)
    with placed(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)  # a device takes what it is given
            return path
        made = make_folders(path.parent, private=False)
        try:
            _tidy(path.parent)
            hidden = f".nastavnik-{hashlib.sha256(path.name.encode(errors='surrogateescape')).hexdigest()[:16]}"
            with held(path.with_name(hidden + _LOCK), of=path):
                _put(
                    path, path.with_name(hidden + _NEW), content, private, code, overwrite=overwrite
                )
        finally:
            with contextlib.suppress(OSError):  # has the file in it, as it should
                for each in made:
                    each.rmdir()
    return path


def _put(
    path: Path, waiting: Path, content: bytes, private: bool, code: str, *, overwrite: bool
) -> None:
    _forget(waiting)
    try:
        if not overwrite or kind_of(path) == stat.S_IFDIR:
            _check_free(path, code)
        save(waiting, content, private=private, mode=mode_of(path))
        if overwrite:
            waiting.replace(path)
        else:
            put_new(waiting, path)
        sync_folder(path.parent)
    except FileExistsError:
        raise InvalidInputError([Fault(code, place=Place(file=str(path)))]) from None
    finally:
        _forget(waiting)


def _forget(waiting: Path) -> None:
    for path in (waiting, taken_for(waiting)):
        path.unlink(missing_ok=True)


def _check_free(path: Path, code: str) -> None:
    kind = kind_of(path)
    if kind is not None:
        fault = "folder-in-the-way" if kind == stat.S_IFDIR else code
        raise InvalidInputError([Fault(fault, place=Place(file=str(path)))])


def _tidy(folder: Path) -> None:
    """Remove what runs that were killed have left behind for files of this folder; never that of one which runs."""
    with contextlib.suppress(OSError):
        for lock in list(folder.iterdir()):
            if _LEFT.fullmatch(lock.name):
                with contextlib.suppress(OSError, InvalidInputError), held(lock, of=lock):
                    _forget(lock.with_suffix(_NEW))
