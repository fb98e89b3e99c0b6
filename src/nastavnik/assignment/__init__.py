"""Exact assignment with capacities: numbers in, numbers and the prices that prove them out.

Rows want a place for each of their units, columns have places. Among all assignments the one
returned is best by goals in strict order: as many units as possible, then the highest total score,
then a seeded lottery among equals.

``engine`` is the public call, ``numbers`` checks what comes in, ``pairs`` is where scores come from,
``goals`` says what is wanted and ``draw`` in which order, ``pool`` keeps the pairs worth looking at,
``working_set`` solves one goal on few of them and proves it for all, ``_flow`` calls OR-Tools,
``prices`` finds the prices that prove a goal, ``demands`` tells whether minimums can be met, and
``proof`` checks it all without any solver. Nothing here knows of people.
"""

from nastavnik.assignment.draw import Draw
from nastavnik.assignment.engine import Assignment, Round, assign, solve
from nastavnik.assignment.goals import Goal
from nastavnik.assignment.lottery import keys_of
from nastavnik.assignment.numbers import Numbers, checked_numbers
from nastavnik.assignment.pairs import SCORE_LIMIT, Tiles, Triples
from nastavnik.assignment.proof import Certificate, GoalPrices, check

__all__ = [
    "SCORE_LIMIT",
    "Assignment",
    "Certificate",
    "Draw",
    "Goal",
    "GoalPrices",
    "Numbers",
    "Round",
    "Tiles",
    "Triples",
    "assign",
    "check",
    "checked_numbers",
    "keys_of",
    "solve",
]
