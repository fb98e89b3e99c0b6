"""Rules written as nobody should, which must be right all the same, or refused."""

from typing import Any

import pytest

from helpers.own_rules import Asked
from nastavnik import Cohort, Mentee, Mentor, Pupil
from nastavnik.rules.evaluation import Table, judge
from nastavnik.testing import check_rule


class IsTrue(Asked):
    """Compares with ``is``."""

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002
        """Hold for mentors who are cleared."""
        return mentor.cleared is True


class IsTrueAndMore(Asked):
    """Compares with ``is`` inside a longer condition."""

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Hold for mentors who are cleared and in a higher grade."""
        return (mentor.cleared is True) & (mentor.person.grade > mentee.person.grade)


class OfType(Asked):
    """Asks for a type."""

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002
        """Hold for mentors whose number of places is a number."""
        return isinstance(mentor.capacity, int)


class InsideAnother(Asked):
    """Compares with ``is`` in a function within."""

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Hold for mentors who are cleared and in a higher grade."""

        def is_true(fact: object) -> bool:
            return fact is True

        return is_true(mentor.cleared) & (mentor.person.grade > mentee.person.grade)


class Swallows(Asked):
    """Takes every error for a no."""

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002
        """Hold for mentors with more than one place."""
        try:
            return bool(mentor.capacity > 1)
        except Exception:  # noqa: BLE001
            return False


COHORT = Cohort(
    mentors=[
        Mentor(Pupil(f"m{k}", grade=9), cleared=k in {1, 3} or None, capacity=1 + k % 2)
        for k in range(5)
    ],
    mentees=[Mentee(Pupil(f"n{k}", grade=5)) for k in range(5)],
)


@pytest.mark.parametrize("kind", [IsTrue, IsTrueAndMore, InsideAnother, OfType, Swallows])
def test_a_rule_that_looks_at_the_column_is_run_on_people(kind: type[Asked]) -> None:
    """What it says of a pair is what counts, also where no sampled pair would have shown it."""
    rule = kind(ask=max)
    table = Table(COHORT.mentees, COHORT.mentors).holds(rule)
    for row, mentee in enumerate(COHORT.mentees):
        for column, mentor in enumerate(COHORT.mentors):
            assert table[row, column] == judge(rule, mentor, mentee).holds
    check_rule(rule, COHORT)


def test_a_helper_that_looks_at_the_column_is_run_on_people() -> None:
    """The same when the rule calls a function that answers for all at once after reading facts."""
    rule = Asked(ask=lambda mentor, _: mentor.cleared is True)
    table = Table(COHORT.mentees, COHORT.mentors).holds(rule)
    assert table[0].tolist() == [False, True, False, True, False]
