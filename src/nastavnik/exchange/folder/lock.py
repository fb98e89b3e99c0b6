"""A lock that one writer at a time has, and that ends with its process, however that ends.

It is the operating system's lock on a small hidden file. The file has nothing in it, and the lock is not its being
there: one that was left behind by a run that was killed keeps nobody out, and goes with the next run.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = ["held"]

_TAKEN: Final = frozenset({errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK})
"""What is said where somebody else has the lock; Windows says the last two."""

_FLAGS: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextlib.contextmanager
def held(lock: Path, *, of: Path) -> Iterator[None]:
    """Hold a lock for as long as the block runs.

    Args:
        lock: the file that is locked; made for it, and removed after it.
        of: what is kept to oneself, as a message names it.

    Raises:
        InvalidInputError: when somebody else holds it.
        OSError: when the file cannot be made, or its disk knows no locks.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with held(folder / ".lock", of=folder):
    ...     (folder / ".lock").exists()
    True
    >>> list(folder.iterdir())
    []
    """
    descriptor = _locked(lock, of)
    try:
        yield
    finally:
        if sys.platform == "win32":  # no file can be removed there while it is open
            os.close(descriptor)
            with contextlib.suppress(OSError):
                lock.unlink()
        else:
            with contextlib.suppress(OSError):
                lock.unlink()
            os.close(descriptor)


def _locked(lock: Path, of: Path) -> int:
    while True:
        descriptor = _opened(lock, of)
        try:
            _take(descriptor)
            if _is(lock, descriptor):
                return descriptor
        except OSError as error:
            os.close(descriptor)
            if error.errno not in _TAKEN:
                raise OSError(error.errno, error.strerror, str(of)) from error
            fault = Fault("somebody-writing", place=Place(file=str(of)))
            raise InvalidInputError([fault]) from None
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # whoever had it has removed it meanwhile


def _opened(lock: Path, of: Path) -> int:
    try:
        try:
            return os.open(lock, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
        except PermissionError:  # another user's, left behind in a folder of several
            if not lock.exists():
                raise
            return os.open(lock, os.O_RDONLY | _FLAGS)
    except OSError as error:  # a name that nobody knows would help nobody
        raise OSError(error.errno, error.strerror, str(of)) from error


def _is(lock: Path, descriptor: int) -> bool:
    """Return whether a path still names the file that is open."""
    try:
        return os.path.samestat(lock.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
