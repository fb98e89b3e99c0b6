"""What would help: one more place, a mentor to be found, a requirement relaxed by one step.

The value of a place is not read off the prices, which only bound it: the chain of changes that a place brings is
found (see ``assignment.residual``), and what it gains is exact. Newcomers and relaxed requirements are solved with.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final

import numpy as np
from attrs import evolve

from nastavnik.assignment import Goal
from nastavnik.basics.errors import RuleError
from nastavnik.matching.answers.completions import Completions
from nastavnik.matching.answers.placements import Persons
from nastavnik.matching.answers.variants import Completion
from nastavnik.matching.candidates import Candidates
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import USUAL_PRIORITY, Mentor
from nastavnik.programme.evidence import Advice, Change, Loss, PlanDiff, Spelled, Statement
from nastavnik.programme.plan import MatchingPlan, WhatIf
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import NoPlanError
from nastavnik.programme.round.newcomers import newcomers, nobody_like, unshared
from nastavnik.programme.round.respelling import SPELLED, AlikeSpellings, respelled

__all__ = [
    "gains_of",
    "mentors_that_help",
    "places_that_help",
    "proven",
    "rules_that_help",
    "spellings_that_help",
    "statements_that_help",
]

_MOST_GROUPS: Final = 20
"""Schools, and places, with several spellings that are tried."""


def gains_of(diff: PlanDiff) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return gains by priority, and points, of a difference between plans; one priority for all is the usual one."""
    gains = [
        (goal.priority or USUAL_PRIORITY, goal.after - goal.before)
        for goal in diff.goals
        if goal.goal is Goal.COVERAGE and goal.after != goal.before
    ]
    return tuple(gains), diff.goals[-1].after - diff.goals[-1].before


def proven(advice: Advice, plan: MatchingPlan, tried: WhatIf) -> Advice:
    """Return advice with the changes that the changed plan makes, and the prices that prove it."""
    changes = [
        *tried.diff.moves,
        *(_change(plan, tried.plan, mentee) for mentee in (*tried.diff.gains, *tried.diff.loses)),
    ]
    return evolve(
        advice,
        changes=tuple(sorted(changes, key=attrgetter("mentee"))),
        prices=plan.other_prices(tried.plan.prices),
    )


def _change(plan: MatchingPlan, other: MatchingPlan, mentee: str) -> Change:
    before, after = plan.pair_of(mentee), other.pair_of(mentee)
    return Change(
        mentee=mentee,
        before=None if before is None else before.mentor,
        after=None if after is None else after.mentor,
    )


def places_that_help(
    plan: MatchingPlan, found: Candidates, parts: Iterable[Persons]
) -> Iterator[Advice]:
    """Yield for each class of alike mentors what one more place with one of them brings, if anything.

    Args:
        plan: the plan.
        found: the cohort under its rules.
        parts: its partitions.
    """
    for part in parts:
        classes = found.columns.number[part.mentors]
        _, first = np.unique(classes, return_index=True)
        for column in np.sort(first).tolist():
            residual = part.residual()
            moves = residual.widened(column)
            losses = part.losses(moves)
            if not losses:
                continue
            alike = part.mentors[classes == classes[column]]
            yield Advice(
                mentors=tuple(found.mentors.ids[int(at)] for at in alike),
                gains=tuple(_gains(losses)),
                points=-sum(loss.amount for loss in losses if loss.goal is Goal.SCORE),
                changes=part.changes(moves),
                prices=plan.other_prices(part.prices(residual)),
            )


def _gains(losses: tuple[Loss, ...]) -> Iterator[tuple[int, int]]:
    for loss in losses:
        if loss.goal is Goal.COVERAGE:
            yield loss.priority or USUAL_PRIORITY, -loss.amount


def rules_that_help(
    plan: MatchingPlan, methodology: Methodology, what_if: Callable[..., WhatIf]
) -> Iterator[Advice]:
    """Yield for each whole-numbered parameter of a requirement what a step brings, if it helps.

    Whether a requirement may be relaxed at all is for people to decide; here it is only counted.

    Args:
        plan: the plan.
        methodology: its rules.
        what_if: matches the changed round.
    """
    for rule, parameter, value in _parameters(methodology):
        for after in (value - 1, value + 1):
            try:
                relaxed = methodology.with_parameters(rule, **{parameter: after})
            except RuleError:
                continue  # no value that the parameter may have
            try:
                tried = what_if(methodology=relaxed)
            except NoPlanError:
                continue  # the demands cannot all be met then
            gains, points = gains_of(tried.diff)
            if _better(gains, points):
                advice = Advice(
                    rule=rule,
                    parameter=parameter,
                    before=value,
                    after=after,
                    gains=gains,
                    points=points,
                )
                yield proven(advice, plan, tried)


def mentors_that_help(
    plan: MatchingPlan,
    mentors: Sequence[Mentor],
    profiles: Sequence[Mentor],
    copies: int,
    what_if: Callable[..., WhatIf],
) -> Iterator[Advice]:
    """Yield what mentors like a profile bring, one, two and more of them, as long as one more helps.

    Args:
        plan: the plan.
        mentors: those of the round.
        profiles: mentors who are not in the round; of those who differ in their id alone the first counts.
        copies: how many of each at most.
        what_if: matches the changed round.
    """
    met: list[Mentor] = []
    for profile in profiles:
        nameless = nobody_like(profile)
        if nameless in met:
            continue
        met.append(nameless)
        best: tuple[tuple[tuple[int, int], ...], int] = ((), 0)
        for count in range(1, copies + 1):
            tried = what_if(add=newcomers(profile, count))
            gains, points = gains_of(tried.diff)
            if (gains, points) == best:
                break
            best = gains, points
            if _better(gains, points):
                advice = Advice(
                    profile=profile,
                    count=count,
                    unshared=unshared(profile, mentors),
                    gains=gains,
                    points=points,
                )
                yield proven(advice, plan, tried)


def statements_that_help(
    plan: MatchingPlan,
    completions: Completions,
    stated: Callable[[Sequence[Statement]], WhatIf],
    *,
    most: int,
) -> Iterator[Advice]:
    """Yield statements that bring mentees a mentor if they are so: of whole kinds, of one person, several of one.

    Args:
        plan: the plan.
        completions: looks for them.
        stated: matches the round with some statements completed.
        most: how many of each of the three at most.
    """
    kinds = completions.of_kinds()[:most]
    alone: list[Completion] = []
    together: list[Completion] = []
    if completions.small:
        alone, together = completions.of_one()[:most], completions.of_several()[:most]
    for one in (*kinds, *alone, *together):
        tried = stated(one.statements)
        gains, points = gains_of(tried.diff)
        if (tuple(gain for gain in one.gains if gain), one.points) != (
            tuple(gain for _, gain in gains),
            points,
        ):
            raise AssertionError("a statement brings something else than was found")
        advice = Advice(statements=one.statements, gains=gains, points=points)
        yield proven(advice, plan, tried)


def spellings_that_help(
    plan: MatchingPlan,
    cohort: Cohort,
    matched: Callable[[Cohort], WhatIf],
) -> Iterator[Advice]:
    """Yield spellings of schools and places that are probably one thing, where writing them in one way helps.

    Args:
        plan: the plan.
        cohort: its people.
        matched: matches a changed round.
    """
    for name in SPELLED:
        sides = cohort.mentors, cohort.mentees
        stated = (getattr(role.person, name) for side in sides for role in side)
        for group in AlikeSpellings(stated).groups[:_MOST_GROUPS]:
            spelled = Spelled(path=f"person.{name}", values=group)
            try:
                tried = matched(respelled(cohort, spelled))
            except NoPlanError:
                continue
            gains, points = gains_of(tried.diff)
            if sum(gain for _, gain in gains) > 0 and gains[0][1] > 0:
                yield proven(Advice(spelled=spelled, gains=gains, points=points), plan, tried)


def _better(gains: tuple[tuple[int, int], ...], points: int) -> bool:
    return (gains[0][1] if gains else points) > 0


def _parameters(methodology: Methodology) -> list[tuple[str, str, int]]:
    """Return rule, parameter and value of every requirement that has whole-numbered ones, each once."""
    rules = {rule.id: rule for rule in methodology.every_requirement()}
    return [
        (name, parameter, value)
        for name, rule in sorted(rules.items())
        for parameter, value in sorted(rule.parameters.items())
        if type(value) is int
    ]
