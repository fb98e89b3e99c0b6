"""Puts people, rules and the exact assignment together and returns the plan."""

from collections.abc import Callable, Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Goal, assign, keys_of
from nastavnik.candidates import Candidates, candidates
from nastavnik.cohort import Cohort, faults_under
from nastavnik.digests import digest_of_cohort, digest_of_methodology
from nastavnik.errors import InvalidInputError, RuleError
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import MentoringForm, Methodology
from nastavnik.plan import MatchingPlan, Pair, Unmatched
from nastavnik.reasons import Reason, crowds, obstacles_of
from nastavnik.rules.evaluation import points_of
from nastavnik.version import __version__

__all__ = ["Progress", "match"]


@frozen
class Progress:
    """How far a matching has come.

    Args:
        stage: ``"rules"``, ``"coverage"``, ``"score"``, ``"lottery"``, ``"reasons"`` or ``"done"``.
        done: steps finished.
        steps: steps in all.
        form: id of the form whose rules are running, or None.
    """

    stage: str
    done: int
    steps: int
    form: str | None = None


def match(
    cohort: Cohort,
    methodology: Methodology = TARGET_MODEL,
    *,
    seed: int = 0,
    progress: Callable[[Progress], None] | None = None,
) -> MatchingPlan:
    """Return the best admissible plan: as many mentees as possible, then the most points, then a fair lottery.

    All forms are served at once: a mentee gets at most one mentor, from whichever form and role
    model gives the most, and a mentor's places are shared between all forms.

    Args:
        cohort: everyone of the round.
        methodology: forms and rules.
        seed: chooses among equally good plans, reproducibly; publish it beside the plan.
        progress: called when a step begins, and once at the end. What it raises stops the matching.

    Returns:
        A plan in which every mentee stands exactly once; the same for the same people, rules and
        seed, whatever their order.

    Raises:
        InvalidInputError: with every category, task and position that the methodology does
            not know.
        RuleError: when a rule fails or returns what no rule may return.

    >>> from nastavnik import Cohort, Mentee, Mentor, Teacher, TARGET_MODEL
    >>> willing = dict(agreed=True)
    >>> old = Teacher("t1", experience=20, subjects={"physics"}, data_consent=True)
    >>> new = Teacher("t2", experience=1, subjects={"physics"}, data_consent=True)
    >>> plan = match(Cohort(mentors=[Mentor(old, trained=True, **willing)],
    ...                     mentees=[Mentee(new, category="novice", **willing)]))
    >>> [(pair.mentor, pair.mentee, pair.form) for pair in plan.pairs]
    [('t1', 't2', 'teacher-teacher')]
    """
    faults = list(faults_under(methodology, cohort.mentees, cohort.mentors))
    if faults:
        raise InvalidInputError(faults)
    steps = _Steps(progress, len(methodology.forms) + len(Goal) + 1)
    found = candidates(cohort, methodology, progress=steps.form)
    capacities = np.array([mentor.capacity for mentor in cohort.mentors], dtype=np.int64)
    best = assign(
        found.scores,
        capacities,
        admissible=found.admissible,
        seed=seed,
        row_keys=keys_of(f"mentee {mentee.id}" for mentee in cohort.mentees),
        column_keys=keys_of(f"mentor {mentor.id}" for mentor in cohort.mentors),
        progress=steps.goal,
    )
    steps.begin("reasons")
    plan = MatchingPlan(
        pairs=tuple(_pairs(found, best, methodology)),
        unmatched=_unmatched(cohort, methodology, found, best, capacities),
        places={mentor.id: mentor.capacity for mentor in cohort.mentors},
        total=best.total,
        certificate=best.certificate,
        seed=seed,
        methodology=methodology.id,
        methodology_digest=digest_of_methodology(methodology),
        cohort_digest=digest_of_cohort(cohort),
        version=__version__,
    )
    steps.finish()
    return plan


class _Steps:
    """Tells the caller how far the matching has come."""

    def __init__(self, tell: Callable[[Progress], None] | None, steps: int) -> None:
        self._tell = tell
        self._steps = steps
        self._begun = 0

    def begin(self, stage: str, form: str | None = None) -> None:
        if self._tell is not None:
            self._tell(Progress(stage, self._begun, self._steps, form))
        self._begun += 1

    def form(self, form: MentoringForm) -> None:
        self.begin("rules", form.id)

    def goal(self, goal: Goal) -> None:
        self.begin(goal.value)

    def finish(self) -> None:
        if self._tell is not None:
            self._tell(Progress("done", self._steps, self._steps))


def _pairs(found: Candidates, best: Assignment, methodology: Methodology) -> Iterator[Pair]:
    """Yield the pairs, with points counted anew on the two people."""
    for row, column in enumerate(best.column_of.tolist()):
        if column < 0:
            continue
        mentee, mentor = found.mentees[row], found.mentors[column]
        option = found.options[int(found.option[row, column])]
        preferences = methodology.preferences_of(option.form, option.role_model)
        points = {rule.id: points_of(rule, mentor, mentee) for rule in preferences}
        score = sum(rule.weight * points[rule.id] for rule in preferences)
        if score != found.scores[row, column]:
            raise RuleError(
                f"the preferences give mentor {mentor.id!r} and mentee {mentee.id!r} {score} on the pair "
                f"and {found.scores[row, column]} on columns; a rule depends on more than the two"
            )
        yield Pair(
            mentor=mentor.id,
            mentee=mentee.id,
            form=option.form.id,
            role_model=option.role_model.id,
            score=score,
            points=points,
        )


def _unmatched(
    cohort: Cohort,
    methodology: Methodology,
    found: Candidates,
    best: Assignment,
    capacities: NDArray[np.int64],
) -> tuple[Unmatched, ...]:
    """Return the unmatched with their reasons, in id order."""
    reasons: dict[str, Reason] = {
        found.mentees[row].id: reason for row, reason in crowds(found, best.column_of, capacities)
    }
    nowhere = np.flatnonzero(~found.admissible.any(axis=1))
    reasons.update(obstacles_of(cohort, methodology, [found.mentees[row] for row in nowhere]))
    return tuple(Unmatched(mentee=mentee, reason=reasons[mentee]) for mentee in sorted(reasons))
