"""Exit statuses: what a script may learn of a call without reading a word. All on one page: ``docs/command-line.md``.

>>> DONE, REFUSED, WRONG, CONCERNED
(0, 1, 2, 3)
"""

from typing import Final

__all__ = ["CONCERNED", "DONE", "INTERRUPTED", "LOST", "REFUSED", "UNEXPECTED", "WRONG"]

DONE: Final = 0
"""What was asked for is done, and the answer is written."""

REFUSED: Final = 1
"""A plan does not hold, a case comes out otherwise than expected, or demands contradict each other."""

WRONG: Final = 2
"""The input or the call is wrong; every fault of it is told."""

CONCERNED: Final = 3
"""``check --strict`` found no faults, but something worth a look."""

UNEXPECTED: Final = 70
"""A mistake of the library's own. ``EX_SOFTWARE`` of sysexits.h."""

LOST: Final = 74
"""The answer could not be written to where it was to go, such as a full disk. ``EX_IOERR`` of sysexits.h."""

INTERRUPTED: Final = 130
"""Stopped by Ctrl-C: 128 and the number of the signal, as shells say it."""
