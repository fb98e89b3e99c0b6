"""Why somebody is left out: records of ids, rules and numbers, each of which can be checked.

Two reasons exist. Either no mentor was admissible; then each requirement that failed is named, with
the number of mentors for whom it alone stood in the way: take it out, and exactly so many become
admissible (``obstacles``). Or there were admissible mentors, and all their places are held by mentees who could go
nowhere else either: with the one left out, one more than the places (``crowding``).
"""

from nastavnik.reasons.crowding import crowds
from nastavnik.reasons.obstacles import obstacles_of
from nastavnik.reasons.records import CrowdedOut, NoAdmissibleMentor, Obstacle, Reason

__all__ = [
    "CrowdedOut",
    "NoAdmissibleMentor",
    "Obstacle",
    "Reason",
    "crowds",
    "obstacles_of",
]
