"""What can be said of a plan: records of ids, rules and numbers that can be checked.

Why somebody is left out stands in ``reasons``. Here is why a pair is in the plan, why another is not and what it would
cost, why a mentor has free places, what would help, how another plan differs; and what of it a participant is told.
"""

from nastavnik.programme.evidence.changes import Advice, GoalChange, PlanDiff
from nastavnik.programme.evidence.mentors import FreePlaces, Hindrance
from nastavnik.programme.evidence.pairs import (
    Change,
    Chosen,
    Displaced,
    Evidence,
    Failed,
    Ground,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
    Prices,
)
from nastavnik.programme.evidence.told import Audience, Outcome, ToldMentee, ToldMentor
from nastavnik.programme.round.respelling import Spelled
from nastavnik.programme.round.statements import Statement

__all__ = [
    "Advice",
    "Audience",
    "Change",
    "Chosen",
    "Displaced",
    "Evidence",
    "Failed",
    "FreePlaces",
    "GoalChange",
    "Ground",
    "Hindrance",
    "Impossible",
    "Inadmissible",
    "LockedElsewhere",
    "Loss",
    "Outcome",
    "PlanDiff",
    "Prices",
    "Spelled",
    "Statement",
    "ToldMentee",
    "ToldMentor",
]
