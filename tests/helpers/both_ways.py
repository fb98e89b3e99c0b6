"""A rule asked of pairs and of a whole table, which must say the same."""

import re

import numpy as np
import pytest

from helpers.expressions import requirement
from helpers.own_rules import Asked, Valued
from nastavnik.basics.errors import RuleError
from nastavnik.people import Mentee, Mentor, Person, Pupil
from nastavnik.rules import Requirement, Unknown
from nastavnik.rules.evaluation import Table, judge, points_of

Crowd = tuple[list[Mentee], list[Mentor]]

_NAMING = r"rule '(asked|valued)' on mentor '.*' and mentee '"


def agrees(rule: Asked | Valued, crowd: Crowd, table: Table | None = None) -> bool:
    """Check that the table says of each pair what the pair says, or fails where a pair does.

    Returns:
        False where it fails.
    """
    mentee_list, mentor_list = crowd
    table = table or Table(mentee_list, mentor_list)
    try:
        expected = [
            [
                judge(rule, mentor, mentee).holds
                if isinstance(rule, Requirement)
                else points_of(rule, mentor, mentee)
                for mentor in mentor_list
            ]
            for mentee in mentee_list
        ]
    except RuleError as error:
        named = re.match(_NAMING, str(error))
        assert named, "an error names rule and pair"
        with pytest.raises(RuleError, match=_NAMING):
            _ = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
        return False
    found = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
    assert found.dtype == (np.bool_ if isinstance(rule, Requirement) else np.int64)
    assert found.tolist() == expected
    return True


def two(mentor: Person, mentee: Person) -> Crowd:
    """Return the two of whom a rule is asked."""
    return [Mentee(mentee)], [Mentor(mentor)]


def one_answer(source: str, crowd: Crowd, unknown: Unknown = Unknown.REFUSES) -> tuple[bool, bool]:
    """Return verdict and whether it was decided, after checking that columns say the same."""
    rule = requirement(source, unknown)
    agrees(rule, crowd)
    verdict = judge(rule, crowd[1][0], crowd[0][0])
    return verdict.holds, verdict.decided


NOTHING_KNOWN = two(Pupil("a"), Pupil("b"))
