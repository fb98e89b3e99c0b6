"""How much work something is, counted and not timed: calls of functions, those of C too."""

import sys
from collections.abc import Callable
from types import FrameType

__all__ = ["calls_of"]


def calls_of(run: Callable[[], object]) -> int:
    """Return how many functions are called while something runs, in this thread.

    What happens inside one call of C, such as a search in a long list, counts as one.
    """
    counted = 0

    def count(frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG001
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(before)
    return counted
