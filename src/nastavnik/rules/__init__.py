"""Rules: what a pair must satisfy, and what makes one admissible pair better than another.

``base`` defines what a rule is, ``vocabulary`` the words a rule is written in, ``views`` how a rule sees two
people and ``columns`` how the same rule sees everybody at once; ``verdict`` runs it on two people, ``evaluation`` on
any part of all pairs, and ``reads`` says what it looks at. The rules themselves stand in ``catalogue``, of which
nothing else here knows.
"""

from nastavnik.rules.base import (
    ParticipantRequirement,
    Preference,
    Requirement,
    Rule,
    Side,
    Unknown,
)
from nastavnik.rules.sayings import Failure, Gain
from nastavnik.rules.vocabulary import (
    at_least,
    at_most,
    both,
    count,
    extra,
    extra_ids,
    implies,
    known,
    names,
    no,
    one_of,
    overlap,
    same_person,
    share,
    shared_times,
    subjects_from,
    subjects_up_to,
)

__all__ = [
    "Failure",
    "Gain",
    "ParticipantRequirement",
    "Preference",
    "Requirement",
    "Rule",
    "Side",
    "Unknown",
    "at_least",
    "at_most",
    "both",
    "count",
    "extra",
    "extra_ids",
    "implies",
    "known",
    "names",
    "no",
    "one_of",
    "overlap",
    "same_person",
    "share",
    "shared_times",
    "subjects_from",
    "subjects_up_to",
]
