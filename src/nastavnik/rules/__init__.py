"""Rules: what a pair must satisfy, and what makes one admissible pair better than another.

``base`` defines what a rule is, ``vocabulary`` the words a rule is written in, ``views`` how a rule sees two
people and ``columns`` how the same rule sees everybody at once; ``evaluation`` runs it either way. The
rules themselves stand in ``eligibility`` (one person), ``pairing`` (two) and ``preferences`` (points).
"""

from nastavnik.rules.base import ParticipantRequirement, Preference, Requirement, Side, Unknown
from nastavnik.rules.vocabulary import (
    at_least,
    at_most,
    both,
    count,
    implies,
    known,
    names,
    no,
    one_of,
    overlap,
    same_person,
    share,
    subjects_from,
    subjects_up_to,
)

__all__ = [
    "ParticipantRequirement",
    "Preference",
    "Requirement",
    "Side",
    "Unknown",
    "at_least",
    "at_most",
    "both",
    "count",
    "implies",
    "known",
    "names",
    "no",
    "one_of",
    "overlap",
    "same_person",
    "share",
    "subjects_from",
    "subjects_up_to",
]
