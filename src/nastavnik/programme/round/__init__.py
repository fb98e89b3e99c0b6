"""One round: its people, checked as a whole, and what the coordinator demands beyond the rules.

``cohort`` is everyone of the round and ``faults`` what can be wrong between them; ``demands`` are locks and bans, and
how it is said that they contradict each other, ``demand_faults`` what can be wrong with one. ``newcomers`` are mentors
who are not there yet, ``digests`` by what a plan knows its people and rules, ``town`` a round of invented people. What
is worth a look in a round is a record of ``concerns``; its values are looked through in ``tallies``, ``spellings``,
``comparisons`` and ``doubles``.
"""

from typing import TYPE_CHECKING, Any

from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import (
    Ban,
    BrokenRules,
    Conflict,
    Demand,
    Lock,
    Minimum,
    NoPlanError,
    Places,
    Repair,
)

if TYPE_CHECKING:
    from nastavnik.programme.round.town import invented_town

__all__ = [
    "Ban",
    "BrokenRules",
    "Cohort",
    "Conflict",
    "Demand",
    "Lock",
    "Minimum",
    "NoPlanError",
    "Places",
    "Repair",
    "invented_town",
]


def __getattr__(name: str) -> Any:
    """Load the invented town when somebody asks for it."""
    if name != "invented_town":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from nastavnik.programme.round.town import invented_town  # noqa: PLC0415 - seldom asked

    return invented_town
