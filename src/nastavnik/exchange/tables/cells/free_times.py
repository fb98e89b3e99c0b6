"""Free times in one cell: what a comma divides, and what it joins.

In «вт 15:00, чт 16:00» a comma divides two times; in «вт, чт после 6 урока» it joins two days that share their hours.
A semicolon or a line break always divides.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nastavnik.basics.words import clean, is_placeholder
from nastavnik.exchange.tables.cells.plain import says_nothing
from nastavnik.people.times import FreeTime, times_of

__all__ = ["slots", "slots_cell"]

_DIVIDES: Final = re.compile(r"[;\r\n]+")


def slots(cell: str) -> frozenset[str] | None:
    """Return the free times that a cell lists, each as it is written, or None where it is empty.

    >>> sorted(slots("вт 15.00, чт 16-18")), sorted(slots("вт, чт после 6 урока; кружок"))
    (['вт 15.00', 'чт 16-18'], ['вт, чт после 6 урока', 'кружок'])
    """
    if says_nothing(cell):
        return frozenset()
    if is_placeholder(cell):
        return None
    parts = _DIVIDES.split(cell)
    return frozenset(
        slot for part in parts for slot in _listed([clean(p) for p in part.split(",")])
    )


def slots_cell(listed: frozenset[str]) -> str:
    """Return the cell that lists free times, and reads back as the same.

    >>> slots_cell(frozenset({"вт", "чт 15:00"})), slots_cell(frozenset({"вт 9:00", "чт 15:00"}))
    ('вт; чт 15:00', 'вт 9:00, чт 15:00')
    """
    cell = ", ".join(sorted(listed))
    return cell if slots(cell) == listed else "; ".join(sorted(listed))


def _listed(items: Sequence[str]) -> Iterator[str]:
    """Yield the free times of items that commas divide: the longest runs that are times as a whole, and labels."""
    at = 0
    while at < len(items):
        ends = range(len(items), at, -1)
        end = next((end for end in ends if _is_time(", ".join(items[at:end]))), at + 1)
        run = [item for item in items[at:end] if item]
        whole = ", ".join(run)
        apart = {time for item in run for time in times_of(item)}
        if apart == set(times_of(whole)):
            yield from run
        elif whole:
            yield whole
        at = end


def _is_time(text: str) -> bool:
    times: Sequence[FreeTime] = times_of(text)
    return bool(times) and not times[0].label
