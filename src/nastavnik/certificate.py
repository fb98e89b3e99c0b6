"""Checks a finished plan against people and rules, without the solver that made it.

Rules are run again, every pair is looked at, and the prices in the plan prove that no other plan
matches more mentees or gains more points. Whoever doubts a plan needs to trust this module,
``assignment.proof`` and the rules.
"""

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment import Goal, check, keys_of
from nastavnik.assignment.numbers import checked_numbers
from nastavnik.candidates import Candidates, candidates
from nastavnik.cohort import Cohort
from nastavnik.digests import digest_of_cohort, digest_of_methodology
from nastavnik.errors import CertificateError, UnknownNameError
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.model import Methodology
from nastavnik.plan import MatchingPlan, Pair, Unmatched
from nastavnik.reasons import CrowdedOut, obstacles_of
from nastavnik.rules.evaluation import judge, points_of

__all__ = ["verify"]


def verify(plan: MatchingPlan, cohort: Cohort, methodology: Methodology = TARGET_MODEL) -> None:
    """Return normally when the plan is admissible and best and its reasons are true.

    Args:
        plan: the plan, from ``match`` or read from a file.
        cohort: the people it was made for.
        methodology: the rules it was made under.

    Raises:
        CertificateError: naming the first thing that is wrong.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> verify(match(cohort), cohort)
    """
    _check_origin(plan, cohort, methodology)
    _check_everyone_once(plan, cohort)
    for pair in plan.pairs:
        _check_pair(pair, cohort, methodology)
    found = candidates(cohort, methodology)
    column_of = _columns(plan, found)
    _check_best(plan, found, column_of)
    _check_reasons(plan, cohort, methodology, found)


def _check_origin(plan: MatchingPlan, cohort: Cohort, methodology: Methodology) -> None:
    if plan.cohort_digest != digest_of_cohort(cohort):
        raise CertificateError(
            "the plan was made for other people: the digest of the cohort differs"
        )
    if plan.methodology != methodology.id:
        raise CertificateError(f"the plan names the methodology {plan.methodology!r}")
    if plan.methodology_digest != digest_of_methodology(methodology):
        raise CertificateError(
            f"the plan was made under other rules than {methodology.id!r}: the digest differs; "
            "give the methodology it was made with"
        )
    if list(plan.places.items()) != [(mentor.id, mentor.capacity) for mentor in cohort.mentors]:
        raise CertificateError("the plan lists other mentors or places than the cohort")


def _check_everyone_once(plan: MatchingPlan, cohort: Cohort) -> None:
    times = Counter(pair.mentee for pair in plan.pairs)
    times.update(unmatched.mentee for unmatched in plan.unmatched)
    for mentee in cohort.mentees:
        if times[mentee.id] != 1:
            raise CertificateError(
                f"mentee {mentee.id!r} stands in the plan {times[mentee.id]} times"
            )
    for name in times.keys() - {mentee.id for mentee in cohort.mentees}:
        raise CertificateError(f"mentee {name!r} is not of this cohort")
    for records in (plan.pairs, plan.unmatched):
        names = [record.mentee for record in records]
        if names != sorted(names):
            raise CertificateError("the plan does not stand in the order of the mentees' ids")
    if plan.total != sum(pair.score for pair in plan.pairs):
        raise CertificateError(f"the total {plan.total} is not the sum of the pairs' scores")


def _check_pair(pair: Pair, cohort: Cohort, methodology: Methodology) -> None:
    """Check one pair on the two people themselves, rule by rule."""
    who = f"mentor {pair.mentor!r} and mentee {pair.mentee!r}"
    try:
        mentor, mentee = cohort.mentor(pair.mentor), cohort.mentee(pair.mentee)
        form = methodology.form(pair.form)
        role_model = form.role_model(pair.role_model)
    except UnknownNameError as error:
        raise CertificateError(f"{who}: {error}") from None
    positions = mentor.person.position, mentee.person.position
    if positions != (form.mentor_position, form.mentee_position):
        raise CertificateError(f"{who}: their positions are not those of {form.id}")
    for requirement in methodology.requirements_of(form, role_model):
        if not judge(requirement, mentor, mentee).holds:
            raise CertificateError(f"{who}: {requirement.id} does not hold")
    preferences = methodology.preferences_of(form, role_model)
    points = {rule.id: points_of(rule, mentor, mentee) for rule in preferences}
    if dict(pair.points) != points:
        raise CertificateError(f"{who}: the points per rule are not those of the rules")
    if pair.score != sum(rule.weight * points[rule.id] for rule in preferences):
        raise CertificateError(f"{who}: the score is not the sum of the weighted points")


def _columns(plan: MatchingPlan, found: Candidates) -> NDArray[np.int64]:
    columns = {mentor.id: j for j, mentor in enumerate(found.mentors)}
    rows = {mentee.id: i for i, mentee in enumerate(found.mentees)}
    column_of = np.full(len(found.mentees), -1, dtype=np.int64)
    for pair in plan.pairs:
        row, column = rows[pair.mentee], columns[pair.mentor]
        column_of[row] = column
        best = found.options[int(found.option[row, column])]
        if (pair.form, pair.role_model) != (best.form.id, best.role_model.id):
            raise CertificateError(
                f"mentor {pair.mentor!r} and mentee {pair.mentee!r}: {best.role_model.id} of "
                f"{best.form.id} serves them better than {pair.role_model} of {pair.form}"
            )
    return column_of


def _check_best(plan: MatchingPlan, found: Candidates, column_of: NDArray[np.int64]) -> None:
    mentees = [mentee.id for mentee in found.mentees]
    mentors = [mentor.id for mentor in found.mentors]

    def call(kind: str, index: int) -> str:
        return f"mentee {mentees[index]!r}" if kind == "row" else f"mentor {mentors[index]!r}"

    check(
        checked_numbers(
            found.scores,
            np.array([plan.places[name] for name in mentors], dtype=np.int64),
            found.admissible,
        ),
        column_of,
        plan.certificate,
        seed=plan.seed,
        row_keys=keys_of(f"mentee {name}" for name in mentees),
        column_keys=keys_of(f"mentor {name}" for name in mentors),
        names=call,
    )
    proven = plan.certificate[Goal.COVERAGE].value, plan.certificate[Goal.SCORE].value
    if proven != (plan.matched, plan.total):
        raise CertificateError(f"matched and total {proven} are proven, others are claimed")


def _check_reasons(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, found: Candidates
) -> None:
    rows = {mentee.id: i for i, mentee in enumerate(found.mentees)}
    nowhere = [left for left in plan.unmatched if not found.admissible[rows[left.mentee]].any()]
    truth = dict(
        obstacles_of(cohort, methodology, [cohort.mentee(left.mentee) for left in nowhere])
    )
    for left in nowhere:
        if left.reason != truth[left.mentee]:
            raise CertificateError(f"mentee {left.mentee!r}: the obstacles are not as stated")
    for left in plan.unmatched:
        if left.mentee not in truth:
            _check_crowd(left, plan, found, rows)


def _check_crowd(
    left: Unmatched, plan: MatchingPlan, found: Candidates, rows: dict[str, int]
) -> None:
    """Check that those named can go nowhere else and are more than the places."""
    crowd, who = left.reason, f"mentee {left.mentee!r}"
    if not isinstance(crowd, CrowdedOut):
        raise CertificateError(f"{who}: has admissible mentors, and the reason says none")
    for listed in (crowd.mentees, crowd.mentors):
        if list(listed) != sorted(set(listed)):
            raise CertificateError(f"{who}: the ids of the reason must ascend, each once")
    if left.mentee not in crowd.mentees or not set(crowd.mentees) <= rows.keys():
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    reachable = found.admissible[[rows[name] for name in crowd.mentees]].any(axis=0)
    names = {found.mentors[j].id for j in np.flatnonzero(reachable)}
    if not names <= set(crowd.mentors) or not set(crowd.mentors) <= plan.places.keys():
        raise CertificateError(f"{who}: the mentors competed for are not as stated")
    places = sum(plan.places[name] for name in crowd.mentors)
    if crowd.places != places or len(crowd.mentees) <= places:
        raise CertificateError(f"{who}: the places do not run out as stated")
