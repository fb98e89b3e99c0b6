"""Checks that whoever writes rules runs on them.

A rule is one definition that is run in two ways, and it must be a pure function of two people.
"""

import copy
from typing import Any

import attrs

from nastavnik.basics.errors import RuleError
from nastavnik.basics.texts import LANGUAGES
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.evaluation import Table, judge, points_of

__all__ = ["check_rule"]

Answers = dict[tuple[str, str], Any]


def check_rule(rule: Requirement | Preference, cohort: Cohort, *, on_columns: bool = False) -> None:
    """Check that a rule is sound on everybody of a cohort.

    For every pair it must give an answer of the right kind: the same on the two people and on
    everybody at once, the first time and the next, in whatever order people come. And it must leave
    itself and the people as they were.

    Args:
        rule: the rule.
        cohort: the people; any will do, those of `nastavnik.testing.strategies.cohorts` do well.
        on_columns: also demand that it runs on everybody at once, for speed.

    Raises:
        AssertionError: naming the rule, the pair and what is wrong.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil
    >>> from nastavnik.rules.catalogue.pairing import GradeGap
    >>> mentees = [Mentee(Pupil("b", grade=6)), Mentee(Pupil("c"))]
    >>> check_rule(GradeGap(), Cohort(mentees=mentees, mentors=[Mentor(Pupil("a", grade=9))]))
    """
    before = copy.deepcopy((_state(rule), cohort))
    try:
        alone = _one_by_one(rule, cohort)
        again = _one_by_one(rule, cohort, backwards=True)
        at_once = _at_once(rule, cohort)
        reordered = _at_once(rule, cohort, backwards=True)
        takes_columns = Table(cohort.mentees, cohort.mentors).runs_on_columns(rule)
    except RuleError as error:
        raise AssertionError(str(error)) from error
    _same(rule, alone, again, "when it is asked first", "when it is asked again")
    _same(rule, alone, at_once, "by itself", "among all")
    _same(rule, at_once, reordered, "in one order of the people", "in another")
    if (_state(rule), cohort) != before:
        raise AssertionError(f"rule {rule.id!r} changed itself or the people")
    if on_columns and not takes_columns:
        raise AssertionError(
            f"rule {rule.id!r} cannot run on everybody at once; "
            "write it with &, |, no(), comparisons and the vocabulary"
        )
    for language in LANGUAGES:
        _ = rule.text[language]


def _state(rule: Requirement | Preference) -> dict[str, Any]:
    return {field.name: getattr(rule, field.name) for field in attrs.fields(type(rule))}


def _one_by_one(
    rule: Requirement | Preference, cohort: Cohort, *, backwards: bool = False
) -> Answers:
    pairs = [(mentor, mentee) for mentor in cohort.mentors for mentee in cohort.mentees]
    if backwards:
        pairs.reverse()
    return {(mentor.id, mentee.id): _answer(rule, mentor, mentee) for mentor, mentee in pairs}


def _answer(rule: Requirement | Preference, mentor: Mentor, mentee: Mentee) -> Any:
    if isinstance(rule, Requirement):
        return judge(rule, mentor, mentee).holds
    return points_of(rule, mentor, mentee)


def _at_once(rule: Requirement | Preference, cohort: Cohort, *, backwards: bool = False) -> Answers:
    step = -1 if backwards else 1
    mentees, mentors = cohort.mentees[::step], cohort.mentors[::step]
    table = Table(mentees, mentors)
    answers = table.holds(rule) if isinstance(rule, Requirement) else table.points(rule)
    return {
        (mentor.id, mentee.id): answers[row, column].item()
        for row, mentee in enumerate(mentees)
        for column, mentor in enumerate(mentors)
    }


def _same(
    rule: Requirement | Preference, left: Answers, right: Answers, here: str, there: str
) -> None:
    for mentor, mentee in sorted(left):
        one, other = left[mentor, mentee], right[mentor, mentee]
        if one != other:
            raise AssertionError(
                f"rule {rule.id!r} on mentor {mentor!r} and mentee {mentee!r} says {one} {here} "
                f"and {other} {there}"
            )
