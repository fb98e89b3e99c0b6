"""Exact assignment with capacities: numbers in, numbers and the prices that prove them out.

Rows want one place each, columns have places. Among all assignments the one returned is best by
goals in strict order: as many rows as possible, then the highest total score, then a seeded lottery
among equals.

``engine`` is the public call, ``numbers`` checks what comes in, ``goals`` says what is wanted in
which order, ``_flow`` solves one goal with OR-Tools, ``prices`` finds the prices that prove it, and
``proof`` checks them without any solver. Nothing here knows of people.
"""

from nastavnik.assignment.engine import Assignment, assign
from nastavnik.assignment.goals import Goal
from nastavnik.assignment.lottery import keys_of
from nastavnik.assignment.numbers import SCORE_LIMIT
from nastavnik.assignment.proof import Certificate, GoalPrices, check

__all__ = [
    "SCORE_LIMIT",
    "Assignment",
    "Certificate",
    "Goal",
    "GoalPrices",
    "assign",
    "check",
    "keys_of",
]
