"""What would help: one more place, one more mentor like those there are, a requirement relaxed by one step.

The value of a place is not read off the prices, which only bound it: the chain of changes that a place brings is
found (see ``assignment.residual``), and what it gains is exact. A relaxed requirement is solved with.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import numpy as np
from attrs import frozen

from nastavnik.assignment import Goal
from nastavnik.candidates import Candidates
from nastavnik.demands import NoPlanError
from nastavnik.errors import RuleError
from nastavnik.evidence import Loss
from nastavnik.methodology.model import Methodology
from nastavnik.people import LAST_PRIORITY, USUAL_PRIORITY
from nastavnik.persons import Persons
from nastavnik.rules.base import Requirement
from nastavnik.trying import PlanDiff, WhatIf

__all__ = ["Advice", "places_that_help", "rules_that_help"]


@frozen(kw_only=True)
class Advice:
    """A change that helps, and how much: exact, and verified by a solution of the changed round.

    Args:
        mentors: ids, ascending: one more place with any of them, or one more mentor like any of them; () for a rule.
        rule: id of the requirement that is relaxed, or None.
        parameter: its parameter, or None.
        before: value of the parameter.
        after: value one step further.
        gains: how many mentees more have a mentor, by priority, those of none left out.
        points: how much the total score changes; it may fall where more mentees are matched.
    """

    mentors: tuple[str, ...] = ()
    rule: str | None = None
    parameter: str | None = None
    before: int | None = None
    after: int | None = None
    gains: tuple[tuple[int, int], ...]
    points: int

    @property
    def matched(self) -> int:
        """How many mentees more have a mentor."""
        return sum(count for _, count in self.gains)

    def rank(self) -> tuple[Any, ...]:
        """Return what sorts what helps most to the front: priority by priority, then by points."""
        gains = dict(self.gains)
        most = [-gains.get(priority, 0) for priority in range(1, LAST_PRIORITY + 1)]
        return *most, -self.points, self.mentors, self.rule or "", self.parameter or ""

    @staticmethod
    def gains_of(diff: PlanDiff) -> tuple[tuple[tuple[int, int], ...], int]:
        """Return gains and points of a difference between plans; one priority for all counts as the usual one."""
        gains = [
            (goal.priority or USUAL_PRIORITY, goal.after - goal.before)
            for goal in diff.goals
            if goal.goal is Goal.COVERAGE and goal.after != goal.before
        ]
        return tuple(gains), diff.goals[-1].after - diff.goals[-1].before


def places_that_help(found: Candidates, parts: Iterable[Persons]) -> Iterator[Advice]:
    """Yield for each class of alike mentors what one more place with one of them brings, if anything.

    Args:
        found: the cohort under its rules.
        parts: its partitions.
    """
    for part in parts:
        classes = found.columns.number[part.mentors]
        _, first = np.unique(classes, return_index=True)
        for column in np.sort(first).tolist():
            losses = part.losses(part.residual().widened(column))
            if not losses:
                continue
            alike = part.mentors[classes == classes[column]]
            yield Advice(
                mentors=tuple(found.mentors.ids[int(at)] for at in alike),
                gains=tuple(_gains(losses)),
                points=-sum(loss.amount for loss in losses if loss.goal is Goal.SCORE),
            )


def _gains(losses: tuple[Loss, ...]) -> Iterator[tuple[int, int]]:
    for loss in losses:
        if loss.goal is Goal.COVERAGE:
            yield loss.priority or USUAL_PRIORITY, -loss.amount


def rules_that_help(
    methodology: Methodology, what_if: Callable[[Mapping[str, Any]], WhatIf]
) -> Iterator[Advice]:
    """Yield for each whole-numbered parameter of a requirement what a step brings, if it helps.

    Whether a requirement may be relaxed at all is for people to decide; here it is only counted.

    Args:
        methodology: the rules of the plan.
        what_if: matches the changed round.
    """
    for rule, parameter, value in _parameters(methodology):
        for after in (value - 1, value + 1):
            try:
                relaxed = methodology.with_parameters(rule, **{parameter: after})
            except RuleError:
                continue  # no value that the parameter may have
            try:
                diff = what_if({"methodology": relaxed}).diff
            except NoPlanError:
                continue  # the demands cannot all be met then
            gains, points = Advice.gains_of(diff)
            first = gains[0][1] if gains else points
            if first > 0:
                yield Advice(
                    rule=rule,
                    parameter=parameter,
                    before=value,
                    after=after,
                    gains=gains,
                    points=points,
                )


def _parameters(methodology: Methodology) -> list[tuple[str, str, int]]:
    """Return rule, parameter and value of every requirement that has whole-numbered ones, each once."""
    rules: dict[str, Requirement] = {
        rule.id: rule
        for form in methodology.forms
        for role_model in form.role_models
        for rule in methodology.requirements_of(form, role_model)
    }
    return [
        (name, parameter, value)
        for name, rule in sorted(rules.items())
        for parameter, value in sorted(rule.parameters.items())
        if type(value) is int
    ]
