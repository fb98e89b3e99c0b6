"""Runs a rule on one pair, which is the definition of what it says, and checks what it returns."""

from typing import Any

from attrs import frozen

from nastavnik.basics.errors import NastavnikError, RuleError
from nastavnik.people.records import Mentee, Mentor, Role
from nastavnik.rules.base import MOST_POINTS, Preference, Requirement, Rule
from nastavnik.rules.views import UNKNOWN, Trace, UndecidedError, View

__all__ = ["Verdict", "judge", "points_of", "wrong"]


@frozen(kw_only=True)
class Verdict:
    """What a requirement says of one pair.

    Args:
        holds: whether the pair is let through.
        decided: False when a fact was unknown and the rule's policy spoke.
        facts: the fields that were read, as dotted paths, ascending.
    """

    holds: bool
    decided: bool
    facts: tuple[str, ...]


def judge(
    rule: Requirement, mentor: Mentor, mentee: Mentee, *, trace: Trace | None = None
) -> Verdict:
    """Return what a requirement says of one pair.

    Args:
        rule: the requirement.
        mentor: one of the two.
        mentee: the other.
        trace: notes what the rule reads.

    Raises:
        RuleError: when the rule fails or returns anything but a truth value.

    >>> from nastavnik.people.records import Pupil
    >>> from nastavnik.rules.catalogue.pairing import GradeGap
    >>> judge(GradeGap(), Mentor(Pupil("a", grade=9)), Mentee(Pupil("b", grade=6))).holds
    True
    """
    trace = Trace() if trace is None else trace
    answer = _asked(rule, "holds", mentor, mentee, trace)
    facts = tuple(sorted(trace.fields))
    if answer is UNKNOWN:
        return Verdict(holds=rule.unknown.verdict, decided=False, facts=facts)
    if not isinstance(answer, bool):
        raise wrong(
            rule, mentor, mentee, f"returned {_shown(answer)}; holds() returns a truth value"
        )
    return Verdict(holds=answer, decided=True, facts=facts)


def points_of(
    rule: Preference, mentor: Mentor, mentee: Mentee, *, trace: Trace | None = None
) -> int:
    """Return the points a preference gives one pair, before its weight; 0 when a fact is unknown.

    Args:
        rule: the preference.
        mentor: one of the two.
        mentee: the other.
        trace: notes what the rule reads.

    Raises:
        RuleError: when the rule fails or returns anything but a whole number from 0 to 100.
    """
    answer = _asked(rule, "points", mentor, mentee, Trace() if trace is None else trace)
    if answer is UNKNOWN:
        return 0
    if not isinstance(answer, int) or isinstance(answer, bool) or not 0 <= answer <= MOST_POINTS:
        what = f"returned {_shown(answer)}; points() returns a whole number, 0 to {MOST_POINTS}"
        raise wrong(rule, mentor, mentee, what)
    return answer


def _asked(
    rule: Requirement | Preference, method: str, mentor: Mentor, mentee: Mentee, trace: Trace
) -> Any:
    views = View(mentor, "mentor", trace), View(mentee, "mentee", trace)
    try:
        return getattr(rule, method)(*views)
    except UndecidedError:
        return UNKNOWN
    except NastavnikError as error:
        raise wrong(rule, mentor, mentee, f"failed: {error}") from error
    except Exception as error:
        if isinstance(error, TypeError) and trace.unknown:
            return UNKNOWN  # an unknown fact was handed to what takes plain values only
        raise wrong(rule, mentor, mentee, f"failed with {type(error).__name__}") from error


def wrong(rule: Rule, mentor: Role, mentee: Role, what: str) -> RuleError:
    """Return the error that names rule and pair and says what is wrong."""
    return RuleError(f"rule {rule.id!r} on mentor {mentor.id!r} and mentee {mentee.id!r} {what}")


def _shown(answer: object) -> str:
    """Show a wrong answer: a number as it is, of anything else the kind, for it may be a person's fact."""
    if answer is None or isinstance(answer, (bool, int, float)):
        return repr(answer)
    return f"a value of type {type(answer).__name__}"
