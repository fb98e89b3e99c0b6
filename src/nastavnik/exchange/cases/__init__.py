"""Cases: two people, and what the rules must say of them, in a file that needs no Python to be read or written.

``case`` says what a case is and holds it against the rules, ``reader`` reads files of cases.
"""

from nastavnik.exchange.cases.case import Case, Difference, Expected, Outcome, outcome_of
from nastavnik.exchange.cases.reader import read_cases

__all__ = ["Case", "Difference", "Expected", "Outcome", "outcome_of", "read_cases"]
