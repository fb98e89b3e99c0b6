"""Two figures of one school: cells to be touched before the plan is within one of the best, and silent losses.

The best possible is the plan of those who are meant. A slip that nobody names and that makes a pair impossible, or a
fact another one, is a silent loss. A cell in which there was no slip must be read as is meant.
"""

from collections import Counter

from helpers.school.desk import look
from helpers.school.losses import lost_in
from helpers.school.mending import Measured, mend
from helpers.school.styles import tables_of
from nastavnik import match

__all__ = ["Measured", "measure"]


def measure(style: str, seed: int) -> Measured:
    """Play the coordinator of one school."""
    made = tables_of(style, seed)
    truth = made.school.cohort
    result = Measured(style=style, seed=seed, slips=len(made.slips), best=match(truth).matched)
    seen = look(made)
    if seen.cohort is not None:
        result.first = match(seen.cohort).matched
    open_slips = list(made.slips)
    seen = mend(made, seen, open_slips, result)
    if seen.cohort is None:
        result.unreadable = Counter(mention.code for mention in seen.mentions if mention.fault)
        return result
    result.last = match(seen.cohort).matched
    result.losses, result.misread = lost_in(made, seen, open_slips, truth)
    return result
