"""A sample of hostile tables and command lines; ``make fuzz`` makes twenty thousand.

Whatever is given, a call ends with a status of those that are documented: never in a traceback, never with the name of
a person on the screen, never with half a file on the disk.
"""

from typing import Final

import pytest

from helpers.fuzz.properties import findings_of

_RUNS: Final = 240
_PARTS: Final = 6


def _found(part: int, *kinds: str) -> list[str]:
    each = _RUNS // _PARTS
    found = [f for number in range(part * each, (part + 1) * each) for f in findings_of(number)]
    return [f"run {f.number}: {f.kind}: {f.where}" for f in found if f.kind in kinds]


def test_no_call_ends_in_a_traceback_or_with_a_status_of_its_own() -> None:
    found = [one for part in range(_PARTS) for one in _found(part, "crash", "status")]
    assert not found


@pytest.mark.parametrize("part", range(_PARTS))
def test_no_call_shows_a_name_or_leaves_half_a_file(part: int) -> None:
    assert not _found(part, "name", "half-written", "left over")
