"""A process that ends at a chosen call of the operating system, as if its power had gone, and disks of other kinds."""

import contextlib
import errno
import os
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Any, Final

__all__ = ["FAILED", "FINISHED", "KILLED", "ended_at", "without_links", "without_sync"]

KILLED: Final = 9
"""Exit status of a process that was ended at its call."""

FINISHED: Final = 0
"""Exit status of one that did all that it had to, in fewer calls."""

FAILED: Final = 1
"""Exit status of one that raised an exception."""

_WRITING: Final = (
    *("open", "write", "fsync", "mkdir", "rename", "replace"),
    *("link", "unlink", "remove", "rmdir", "chmod"),
)
"""Functions of `os` that write."""


def ended_at(number: int, act: Callable[[], object]) -> int:
    """Do something in a process of its own that ends at its call of this number that writes, before the call is made.

    A call of `os.write` that is cut short has written half of what it should.

    Args:
        number: of the call, from 1.
        act: what to do.

    Returns:
        How it ended.
    """
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore", DeprecationWarning
        )  # threads of other libraries do nothing here
        child = os.fork()
    if child == 0:
        try:
            _count(number)
            act()
        except BaseException:  # noqa: BLE001 - nothing of the tests may run in the child
            traceback.print_exc()
            os._exit(FAILED)
        os._exit(FINISHED)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _count(number: int) -> None:
    """Make every function that writes count, and end the process at the call of a number."""
    left = number

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **more: Any) -> Any:
            nonlocal left
            if name == "open" and not given[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                return real(*given, **more)
            left -= 1
            if left == 0:
                if name == "write":
                    real(given[0], given[1][: len(given[1]) // 2])
                os._exit(KILLED)
            return None if name == "fsync" else real(*given, **more)

        return call

    for name in _WRITING:
        setattr(os, name, counted(name, getattr(os, name)))


@contextlib.contextmanager
def without_links() -> Iterator[None]:
    """Let no file have a second name, as on a USB stick."""

    def refused(source: object, *_given: object, **_more: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(source))

    real = os.link
    os.link = refused  # type: ignore[assignment]
    try:
        yield
    finally:
        os.link = real


@contextlib.contextmanager
def without_sync() -> Iterator[None]:
    """Wait for no disk: what is tested is the order of the calls, and not how long they take."""
    real = os.fsync
    os.fsync = lambda fd: None  # noqa: ARG005 - called as it is
    try:
        yield
    finally:
        os.fsync = real
