"""Puts people, rules and the exact assignment together and returns the plan."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from datetime import date
from operator import attrgetter

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.assignment import Assignment, Certificate, Goal, GoalPrices, Round
from nastavnik.basics.errors import CertificateError, InvalidInputError, UnmetMinimumsError
from nastavnik.basics.version import __version__
from nastavnik.matching.answers.explainer import Explainer
from nastavnik.matching.candidates import Candidates
from nastavnik.matching.demands.settlement import settled
from nastavnik.matching.reasons import crowds_of, elsewhere_of, obstacles_of
from nastavnik.matching.solution.deal import People, deal, goals_of
from nastavnik.matching.solution.pairs import formed
from nastavnik.matching.solution.partitions import solved
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence.reasons import CrowdedOut, Reason
from nastavnik.programme.plan import MatchingPlan, Unmatched
from nastavnik.programme.round.cohort import Cohort, faults_under
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.digests import digest_of_cohort, digest_of_methodology
from nastavnik.programme.round.own_fields import faults_of_own_fields

__all__ = ["Progress", "match", "rematched", "with_people"]

Ints = NDArray[np.int64]
Places = NDArray[np.intp]


@frozen
class Progress:
    """How far a matching has come.

    Args:
        stage: ``"rules"``, ``"coverage"``, ``"score"``, ``"draw"``, ``"lottery"``, ``"reasons"`` or
            ``"done"``.
        done: steps finished.
        steps: steps in all, as far as is known yet.
        form: id of the form whose rules are running, or None.
        round: how often the goal's prices were held against all pairs before.
    """

    stage: str
    done: int
    steps: int
    form: str | None = None
    round: int = 0


def match(
    cohort: Cohort,
    methodology: Methodology = TARGET_MODEL,
    *,
    locks: Iterable[Lock] = (),
    bans: Iterable[Ban] = (),
    seed: int = 0,
    on: date | None = None,
    executor: Executor | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> MatchingPlan:
    """Return the best admissible plan: as many mentees as possible, then the most points, then a fair lottery.

    All forms are served at once: a mentee gets at most one mentor, from whichever form and role
    model gives the most, and a mentor's places are shared between all forms.

    Args:
        cohort: everyone of the round.
        methodology: forms and rules.
        locks: pairs that are to be in the plan, whatever they cost; one that breaks a requirement must name it in
            ``overriding``.
        bans: pairs that are not to be in the plan.
        seed: chooses among equally good plans, reproducibly; publish it beside the plan.
        on: day for which the plan is made, which it then says; what holds on it tells ``methodology.on(day)``. The
            clock is never asked, so that the same call makes the same plan on every day.
        executor: where partitions, such as the schools of a region, are solved side by side: threads,
            processes, or ``dask.distributed.Client(...).get_executor()``; one after the other, on all
            cores, when None. The plan is the same. Facts of people are sent there, no display names.
        progress: called when a step begins, and once at the end. What it raises stops the matching,
            and nothing of it stays behind.

    Returns:
        A plan in which every mentee stands exactly once; the same for the same people, rules and
        seed, whatever their order.

    Raises:
        InvalidInputError: with every category, task and position that the methodology does
            not know, every field of one's own that a rule reads and nobody has, and every lock and ban that names
            nobody of the round.
        NoPlanError: when locks, bans, minimums and places contradict each other; it says which, and what would help.
        NotInForceError: when the methodology does not hold on the day.
        RuleError: when a rule fails or returns what no rule may return.
        TypeError: when the executor is none, or the day is no date.

    >>> from nastavnik import Cohort, Mentee, Mentor, Teacher, TARGET_MODEL
    >>> willing = dict(agreed=True)
    >>> known = dict(organisation="School 5", data_consent=True)
    >>> old, new = Teacher("t1", experience=20, **known), Teacher("t2", experience=1, **known)
    >>> plan = match(Cohort(mentors=[Mentor(old, trained=True, **willing)],
    ...                     mentees=[Mentee(new, category="novice", **willing)]))
    >>> [(pair.mentor, pair.mentee, pair.form) for pair in plan.pairs]
    [('t1', 't2', 'teacher-teacher')]
    """
    if executor is not None and not isinstance(executor, Executor):
        raise TypeError(
            f"executor is of type {type(executor).__name__}; it must be a concurrent.futures.Executor"
        )
    if on is not None:
        if type(on) is not date:
            raise TypeError(f"on is of type {type(on).__name__}; it must be a datetime.date")
        methodology.on(on)
    # Before any rule is run: one may have a parameter that cannot be told.
    _ = digest_of_methodology(methodology)
    faults = [
        *faults_under(methodology, cohort.mentees, cohort.mentors),
        *faults_of_own_fields(methodology, cohort.mentee_facts, cohort.mentor_facts),
    ]
    if faults:
        raise InvalidInputError(faults)
    return _matched(cohort, methodology, locks, bans, seed, on, executor, progress)


def rematched(
    cohort: Cohort,
    methodology: Methodology,
    *,
    locks: Iterable[Lock],
    bans: Iterable[Ban],
    seed: int,
    on: date | None,
) -> MatchingPlan:
    """Return the plan of a changed round, as `match` does; who had a field of one's own may be the one who left.

    Args:
        cohort: everyone of the changed round.
        methodology: forms and rules.
        locks: as for `match`.
        bans: as for `match`.
        seed: as for `match`.
        on: as for `match`.

    Raises:
        InvalidInputError: when the methodology does not know a category, task or position, or a demand names nobody.
        NoPlanError: when the demands contradict each other.

    >>> from nastavnik import Mentee, Pupil
    >>> left = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[])
    >>> rematched(left, TARGET_MODEL, locks=(), bans=(), seed=0, on=None).matched
    0
    """
    if faults := list(faults_under(methodology, cohort.mentees, cohort.mentors)):
        raise InvalidInputError(faults)
    return _matched(cohort, methodology, locks, bans, seed, on, None, None)


def _matched(
    cohort: Cohort,
    methodology: Methodology,
    locks: Iterable[Lock],
    bans: Iterable[Ban],
    seed: int,
    on: date | None,
    executor: Executor | None,
    progress: Callable[[Progress], None] | None,
) -> MatchingPlan:
    """Return the best plan for people whom the methodology knows."""
    demands = settled(cohort, methodology, locks, bans)
    steps = _Steps(progress, len(methodology.forms))
    found = demands.candidates(steps.form)
    steps.expect(sum(len(goals_of(found, partition)) for partition in found.partitions))
    people = People.of(found, seed)
    try:
        assignments = list(solved(found, people, methodology, executor, steps.round))
    except UnmetMinimumsError:
        raise demands.contradiction() from None
    dealt = [
        deal(found, partition, (best.rows, best.columns, best.amounts), people)
        for partition, best in zip(found.partitions, assignments, strict=True)
    ]
    mentor_of = np.full(len(found.mentees), -1, dtype=np.intp)
    for mentees, mentors in dealt:
        mentor_of[mentees] = mentors
    steps.begin("reasons")
    pairs = [*formed(found, mentor_of, sum(best.total for best in assignments), methodology)]
    pairs += map(demands.pair, demands.locks)
    for mentee, mentor in demands.pairs:
        mentor_of[mentee] = mentor
    plan = MatchingPlan(
        pairs=tuple(sorted(pairs, key=attrgetter("mentee"))),
        unmatched=_unmatched(found, mentor_of, assignments),
        places=demands.capacities,
        total=sum(pair.score for pair in pairs),
        locks=demands.locks,
        bans=demands.bans,
        certificate=_certificate(found, assignments),
        seed=seed,
        methodology=methodology.id,
        methodology_digest=digest_of_methodology(methodology),
        rule_changes=methodology.changes,
        cohort_digest=digest_of_cohort(cohort),
        version=__version__,
        on=on,
    )
    steps.finish()
    return plan.explained_by(Explainer(plan, demands, rematched, found))


def with_people(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology = TARGET_MODEL
) -> MatchingPlan:
    """Return a plan that was read from a file with its people, so that it can explain itself.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.

    Raises:
        CertificateError: when it was made for other people or under other rules.

    >>> from nastavnik import Mentee, Mentor, Pupil
    >>> from nastavnik.exchange.json import plan_from_json, plan_to_json
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> read = plan_from_json(plan_to_json(match(cohort)))
    >>> type(with_people(read, cohort).explain("b", "a")).__name__
    'Inadmissible'
    """
    if plan.cohort_digest != digest_of_cohort(cohort):
        raise CertificateError("the plan was made for other people: the digest differs")
    if plan.methodology_digest != digest_of_methodology(methodology):
        raise CertificateError("the plan was made under other rules: the digest differs")
    copied = evolve(plan)
    demands = settled(cohort, methodology, plan.locks, plan.bans)
    return copied.explained_by(Explainer(copied, demands, rematched))


class _Steps:
    """Tells the caller how far the matching has come."""

    def __init__(self, tell: Callable[[Progress], None] | None, forms: int) -> None:
        self._tell = tell
        self._steps = forms + len(Goal) + 1
        self._forms = forms
        self._begun = 0

    def expect(self, goals: int) -> None:
        """Count the goals of all partitions."""
        self._steps = self._forms + goals + 1

    def begin(self, stage: str, form: str | None = None) -> None:
        if self._tell is not None:
            self._tell(Progress(stage, self._begun, self._steps, form))
        self._begun += 1

    def form(self, form: MentoringForm) -> None:
        self.begin("rules", form.id)

    def round(self, at: Round) -> None:
        if at.number == 0:
            self.begin(at.goal.value)
        elif self._tell is not None:
            self._tell(Progress(at.goal.value, self._begun - 1, self._steps, round=at.number))

    def finish(self) -> None:
        if self._tell is not None:
            self._tell(Progress("done", self._steps, self._steps))


def _certificate(found: Candidates, solved: Sequence[Assignment]) -> Certificate:
    """Return the prices of all partitions person by person; who is in no partition has price 0."""
    proofs = []
    for goal, tier in goals_of(found):
        rows = np.zeros(found.rows.sizes.size + 1, dtype=np.int64)  # the last is of no class
        columns = np.zeros(found.columns.sizes.size + 1, dtype=np.int64)
        value = 0
        for partition, best in zip(found.partitions, solved, strict=True):
            for prices in best.certificate.goals:
                if (prices.goal, prices.tier) == (goal, tier):
                    rows[partition.rows], columns[partition.columns] = prices.rows, prices.columns
                    value += prices.value
        proofs.append(
            GoalPrices(
                goal=goal,
                tier=tier,
                value=value,
                rows=_frozen(rows[found.rows.number]),
                columns=_frozen(columns[found.columns.number]),
            )
        )
    return Certificate(tuple(proofs))


def _frozen(array: Ints) -> Ints:
    array.flags.writeable = False
    return array


def _unmatched(
    found: Candidates, mentor_of: Places, solved: Sequence[Assignment]
) -> tuple[Unmatched, ...]:
    """Return the unmatched with their reasons, in id order."""
    kept_out: dict[CrowdedOut, list[int]] = {}
    for partition, best in zip(found.partitions, solved, strict=True):
        for place, crowd in crowds_of(found, partition, best, mentor_of):
            kept_out.setdefault(crowd, []).append(place)
    whole = zip(kept_out.values(), elsewhere_of(found, kept_out), strict=True)
    reasons: dict[int, Reason] = {place: crowd for places, crowd in whole for place in places}
    alone = [place for place in np.flatnonzero(mentor_of < 0).tolist() if place not in reasons]
    reasons.update(obstacles_of(found, np.array(alone, dtype=np.intp)))
    ids = found.mentees.ids
    return tuple(
        Unmatched(mentee=ids[place], reason=reason) for place, reason in sorted(reasons.items())
    )
