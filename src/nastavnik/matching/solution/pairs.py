"""Who goes to whom becomes pairs: in which form and role model, and for how many points by which preference."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.errors import RuleError
from nastavnik.matching.candidates import Candidates
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import Pair

__all__ = ["formed"]

Ints = NDArray[np.int64]
Places = NDArray[np.intp]


def formed(
    found: Candidates, mentor_of: Places, total: int, methodology: Methodology
) -> Iterator[Pair]:
    """Yield the pairs, with points counted anew pair by pair, not class by class.

    Args:
        found: the cohort under its rules.
        mentor_of: the place of each mentee's mentor, −1 for nobody and for those who are locked.
        total: what the pairs are worth by classes of alike people.
        methodology: the rules.

    Raises:
        RuleError: when they are worth something else.
    """
    mentees = np.flatnonzero(mentor_of >= 0)
    mentors = mentor_of[mentees]
    scores, options = found.ways_of(mentees, mentors)
    if int(scores.sum()) != total or (options < 0).any():
        raise RuleError(
            f"the pairs are worth {int(scores.sum())} one by one and {total} by classes of alike "
            "people; a rule depends on more than the two people and their facts"
        )
    points = _points(found, mentees, mentors, options, methodology)
    for at in range(mentees.size):
        option = found.options[int(options[at])]
        yield Pair(
            mentor=found.mentors.ids[int(mentors[at])],
            mentee=found.mentees.ids[int(mentees[at])],
            form=option.form.id,
            role_model=option.role_model.id,
            score=int(scores[at]),
            points=points[at],
        )


def _points(
    found: Candidates, mentees: Places, mentors: Places, options: Ints, methodology: Methodology
) -> list[dict[str, int]]:
    """Return for each pair the points of each preference of its option."""
    points: list[dict[str, int]] = [{} for _ in range(mentees.size)]
    for number, option in enumerate(found.options):
        some = np.flatnonzero(options == number)
        if not some.size:
            continue
        rules = methodology.preferences_of(option.form, option.role_model)
        table = found.aligned(option, mentees[some], mentors[some])
        given = [table.points(rule)[:, 0].tolist() for rule in rules]
        names = [rule.id for rule in rules]
        for at, values in zip(some.tolist(), zip(*given, strict=True), strict=True):
            points[at] = dict(zip(names, values, strict=True))
    return points
