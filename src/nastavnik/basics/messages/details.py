"""Whose the details of a fault are: ours, or what stood in somebody's input.

A detail of which nothing is said here is somebody's, and is told only where it is known to be harmless. So a code that
is added and forgotten here shows too little and never too much.
"""

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["ADVICE", "DETAILS", "Whose", "whose"]


@enum.unique
class Whose(enum.Enum):
    """How a detail is told."""

    OURS = "ours"
    """Made or chosen by the library: as it is."""
    VALUE = "value"
    """From an input: in quotes where it is harmless, else by its shape."""
    ID = "id"
    """An id, or what stands for one: in quotes where it has the shape of ids."""
    DAY = "day"
    """As a value; a day of the last years is harmless too."""
    FILE = "file"
    """The ending of a file's name: as it is where it is one that files have."""


_OURS: Final = frozenset(
    "low high known expected kind position role letters day column fields field".split()  # noqa: SIM905 - a list of words
)
"""Names of details that are ours wherever they stand, unless ``DETAILS`` says otherwise."""

_OUR_VALUE: Final = {"value": Whose.OURS}
_AN_ID: Final = {"value": Whose.ID}

DETAILS: Final[Mapping[str, Mapping[str, Whose]]] = MappingProxyType(
    {
        # What we have counted, or what we have chosen of our own: rows, places in a sheet, reasons, types.
        **dict.fromkeys(
            [
                "hidden-rows",
                "headings-in-two-rows",
                "merged-id",
                "merged-across",
                "too-wide",
                "too-many-cells",
                "headings-in-levels",
                "not-two-tables",
                "nobody-left",
                "more-rows",
                "unreadable",
                "unwritable",
                "not-json",
                "too-far",
                "not-toml",
                "not-extra",
                "not-a-demand",
                "not-a-table",
                "not-a-column",
                "heading-not-text",
                "web-page",
                "private-extra",
                "not-overridable",
                "category-of-another-position",
                "heading-of-mentors",
                "heading-of-mentees",
                "note-joined-headings",
                "note-repeated-headings",
                "note-numbers-of-columns",
                "note-titles-between",
                "note-footer",
                "note-merged",
                "note-hidden-rows-taken",
                "note-hidden-rows-skipped",
                "note-read-as",
                "missing-key",
                "part-needed",
            ],
            _OUR_VALUE,
        ),
        "note-rows-above": {"value": Whose.OURS, "other": Whose.OURS},
        "uneven-column": {"value": Whose.OURS, "other": Whose.OURS},
        "same-person": {"value": Whose.OURS, "other": Whose.OURS},
        "duplicate-demand": {"other": Whose.OURS},
        "doubled-crowd": {"other": Whose.OURS},
        "json-and-format": {"other": Whose.OURS},
        "nothing-without": {"other": Whose.OURS},
        "not-what-it-says": {"value": Whose.OURS, "found": Whose.OURS},
        "named-encoding": {"found": Whose.OURS},
        # Ids.
        **dict.fromkeys(
            [
                "not-plain-id",
                "duplicate-id",
                "two-people",
                "contradictory-consent",
                "names-nobody",
                "id-in-latin",
                "id-in-russian",
                "wanted-and-refused",
                "unknown-person",
                "in-the-round",
                "mentee-first",
                "swapped-pair",
                "not-a-pair",
                "several-pairs",
                "not-places",
                "places-out-of-range",
                "places-below-minimum",
            ],
            _AN_ID,
        ),
        "duplicate-row": {"value": Whose.ID, "other": Whose.OURS},
        "duplicate-row-on-sheet": {
            "value": Whose.ID,
            "other": Whose.OURS,
            "sheet": Whose.VALUE,
        },
        "asked-otherwise": {"value": Whose.ID, "other": Whose.ID},
        "given-both-ways": {"value": Whose.ID, "other": Whose.OURS},
        "given-twice": {"value": Whose.ID, "other": Whose.ID},
        "not-locked": {"value": Whose.ID, "known": Whose.ID},
        "not-banned": {"value": Whose.ID, "known": Whose.ID},
        "several-named": {"known": Whose.ID},
        # Lists that are not ours.
        "no-sheet": {"known": Whose.VALUE},
        "which-sheet": {"known": Whose.VALUE},
        "no-such-sheet": {"value": Whose.VALUE, "known": Whose.VALUE},
        "mapped-twice": {"value": Whose.VALUE, "known": Whose.VALUE},
        "no-such-extra": {"value": Whose.VALUE, "rule": Whose.VALUE, "known": Whose.VALUE},
        # The rest.
        "not-day": {"value": Whose.DAY},
        "not-a-day": {"value": Whose.DAY},
        "unknown-ending": {"value": Whose.FILE},
        "not-a-map": {"value": Whose.FILE},
        "both-there": {"other": Whose.OURS},
    }
)
"""By code and name of the detail."""

ADVICE: Final[Mapping[str, Whose]] = MappingProxyType(
    {
        **dict.fromkeys(
            [
                "unknown-person",
                "names-nobody",
                "id-in-latin",
                "id-in-russian",
                "mentee-first",
                "swapped-pair",
                "not-locked",
                "not-banned",
            ],
            Whose.ID,
        ),
        **dict.fromkeys(
            [
                "mixed-latin",
                "mixed-russian",
                "not-marks",
                "not-class",
                "not-whole",
                "no-places",
                "out-of-range",
                "no-such-sheet",
                "rule-there",
            ],
            Whose.VALUE,
        ),
        "no-such-table": Whose.FILE,
    }
)
"""Codes whose advice is not chosen among what is ours; the others' is."""


def whose(code: str, name: str) -> Whose:
    """Return how a detail of a fault is told.

    >>> whose("out-of-range", "high"), whose("names-nobody", "value"), whose("some-new-code", "value")
    (<Whose.OURS: 'ours'>, <Whose.ID: 'id'>, <Whose.VALUE: 'value'>)
    """
    of_code = DETAILS.get(code, {})
    return of_code.get(name, Whose.OURS if name in _OURS else Whose.VALUE)
