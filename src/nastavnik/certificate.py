"""Checks a finished plan against people and rules, without the solver that made it.

Rules are run again, every pair is looked at, and the prices in the plan prove that no other plan
matches more mentees or gains more points. Whoever doubts a plan needs to trust this module,
``assignment.proof`` and the rules.
"""

import os
from collections import Counter

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.assignment import Certificate, Goal, GoalPrices, check
from nastavnik.assignment.proof import Names
from nastavnik.candidates import Candidates, Partition, candidates
from nastavnik.cohort import Cohort
from nastavnik.dealing import People, deal, draw_of
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
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, methodology)
    people = People.of(found, plan.seed)
    mentor_of = _mentors(plan, found)
    _check_best(plan, found, people, mentor_of)
    _check_reasons(plan, found)


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


def _mentors(plan: MatchingPlan, found: Candidates) -> NDArray[np.intp]:
    """Return the place of each mentee's mentor, −1 for nobody, and check that the way chosen is the best."""
    mentors = {name: place for place, name in enumerate(found.mentors.ids)}
    mentees = {name: place for place, name in enumerate(found.mentees.ids)}
    here = np.array([mentees[pair.mentee] for pair in plan.pairs], dtype=np.intp)
    there = np.array([mentors[pair.mentor] for pair in plan.pairs], dtype=np.intp)
    _, options = found.ways_of(here, there)
    for pair, number in zip(plan.pairs, options.tolist(), strict=True):
        best = found.options[number]
        if (pair.form, pair.role_model) != (best.form.id, best.role_model.id):
            raise CertificateError(
                f"mentor {pair.mentor!r} and mentee {pair.mentee!r}: {best.role_model.id} of "
                f"{best.form.id} serves them better than {pair.role_model} of {pair.form}"
            )
    mentor_of = np.full(len(found.mentees), -1, dtype=np.intp)
    mentor_of[here] = there
    return mentor_of


def _check_best(
    plan: MatchingPlan, found: Candidates, people: People, mentor_of: NDArray[np.intp]
) -> None:
    """Check partition by partition that the prices prove the plan, and that the lots were dealt as they fell."""
    if [prices.goal for prices in plan.certificate.goals] != list(Goal):
        raise CertificateError(
            f"the goals must be {', '.join(g.value for g in Goal)}, in this order"
        )
    values = dict.fromkeys(Goal, 0)
    prices = [_by_class(goal, found) for goal in plan.certificate.goals]
    for partition in found.partitions:
        numbers = found.numbers(partition)
        flows = _flows(found, partition, mentor_of)
        of_partition = Certificate(
            tuple(
                evolve(goal, rows=rows[partition.rows], columns=columns[partition.columns])
                for goal, rows, columns in prices
            )
        )
        proven = check(
            numbers,
            draw_of(found, partition, people).aims(numbers),
            flows,
            of_partition,
            names=_names(found, partition),
            claims=False,
            threads=os.cpu_count() or 1,
        )
        for goal, value in zip(Goal, proven, strict=True):
            values[goal] += value
        mentees, mentors = deal(found, partition, flows, people)
        otherwise = mentor_of[mentees] != mentors
        if otherwise.any():
            name = found.mentees.ids[int(mentees[np.argmax(otherwise)])]
            raise CertificateError(f"mentee {name!r}: the lots fell otherwise among equals")
    claimed = {prices.goal: prices.value for prices in plan.certificate.goals}
    if claimed != values:
        raise CertificateError(f"the values {claimed} are claimed, {values} are proven")
    if (values[Goal.COVERAGE], values[Goal.SCORE]) != (plan.matched, plan.total):
        raise CertificateError("matched and total are others than those proven")


def _by_class(
    goal: GoalPrices, found: Candidates
) -> tuple[GoalPrices, NDArray[np.int64], NDArray[np.int64]]:
    """Return prices class by class: alike people have one price, who can be paired with nobody has 0."""
    sides = []
    for prices, classes, partitions, kind, ids in (
        (goal.rows, found.rows, [p.rows for p in found.partitions], "mentee", found.mentees.ids),
        (
            goal.columns,
            found.columns,
            [p.columns for p in found.partitions],
            "mentor",
            found.mentors.ids,
        ),
    ):
        if prices.shape != (len(ids),):
            raise CertificateError(f"{goal.goal.value}: there must be {len(ids)} {kind} prices")
        of_class = prices[classes.examples]
        inside = np.zeros(of_class.size + 1, dtype=np.bool_)
        for some in partitions:
            inside[some] = True
        expected = np.where(inside[classes.number], np.append(of_class, 0)[classes.number], 0)
        if (prices != expected).any():
            name = ids[int(np.argmax(prices != expected))]
            raise CertificateError(
                f"{kind} {name!r} has another price ({goal.goal.value}) than their equals"
            )
        sides.append(of_class)
    return goal, sides[0], sides[1]


def _flows(
    found: Candidates, partition: Partition, mentor_of: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return how many of each class of mentees the plan sends to each class of mentors."""
    row_at = np.full(found.rows.sizes.size + 1, -1, dtype=np.int64)
    row_at[partition.rows] = np.arange(partition.rows.size)
    column_at = np.full(found.columns.sizes.size + 1, -1, dtype=np.int64)
    column_at[partition.columns] = np.arange(partition.columns.size)
    mentees = np.flatnonzero((mentor_of >= 0) & (row_at[found.rows.number] >= 0))
    rows = row_at[found.rows.number[mentees]]
    columns = column_at[found.columns.number[mentor_of[mentees]]]
    if (columns < 0).any():
        name = found.mentees.ids[int(mentees[np.argmin(columns)])]
        raise CertificateError(f"mentee {name!r}: goes where it is not admissible")
    width = max(partition.columns.size, 1)
    pairs, amounts = np.unique(rows * width + columns, return_counts=True)
    return pairs // width, pairs % width, amounts.astype(np.int64)


def _names(found: Candidates, partition: Partition) -> Names:
    """Return what messages call a class: by one of its people."""

    def call(kind: str, index: int) -> str:
        if kind == "row":
            return f"mentee {found.mentees.ids[int(found.rows.examples[partition.rows[index]])]!r}"
        return (
            f"mentor {found.mentors.ids[int(found.columns.examples[partition.columns[index]])]!r}"
        )

    return call


def _check_reasons(plan: MatchingPlan, found: Candidates) -> None:
    place = {name: at for at, name in enumerate(found.mentees.ids)}
    left_out = np.array([place[left.mentee] for left in plan.unmatched], dtype=np.intp)
    somewhere = _reaches_anybody(found, left_out)
    nowhere = [left for left, some in zip(plan.unmatched, somewhere, strict=True) if not some]
    alone = np.array([place[left.mentee] for left in nowhere], dtype=np.intp)
    truth = dict(obstacles_of(found, alone))
    for left in nowhere:
        if left.reason != truth[place[left.mentee]]:
            raise CertificateError(f"mentee {left.mentee!r}: the obstacles are not as stated")
    checked: set[int] = set()
    for left, some in zip(plan.unmatched, somewhere, strict=True):
        if some:
            _check_crowd(left, plan, found, place, checked)


def _reaches_anybody(found: Candidates, mentees: NDArray[np.intp]) -> list[bool]:
    """Return for each of these mentees whether any mentor is admissible."""
    classes = np.unique(found.rows.number[mentees])
    some = np.zeros(found.rows.sizes.size + 1, dtype=np.bool_)
    for rows, reach, _ in found.reach(classes[classes >= 0]):
        some[rows] = reach.any(axis=1)
    return [bool(one) for one in some[found.rows.number[mentees]]]


def _check_crowd(
    left: Unmatched,
    plan: MatchingPlan,
    found: Candidates,
    place: dict[str, int],
    checked: set[int],
) -> None:
    """Check that those named can go nowhere else and are more than the places; a shared crowd once."""
    crowd, who = left.reason, f"mentee {left.mentee!r}"
    if not isinstance(crowd, CrowdedOut):
        raise CertificateError(f"{who}: has admissible mentors, and the reason says none")
    if left.mentee not in crowd.mentees:
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    if id(crowd) in checked:
        return
    checked.add(id(crowd))
    for listed in (crowd.mentees, crowd.mentors):
        if list(listed) != sorted(set(listed)):
            raise CertificateError(f"{who}: the ids of the reason must ascend, each once")
    if not set(crowd.mentees) <= place.keys():
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    classes = np.unique(found.rows.number[[place[name] for name in crowd.mentees]])
    met = np.zeros(found.columns.sizes.size + 1, dtype=np.bool_)
    for _, reach, columns in found.reach(classes[classes >= 0]):
        met[columns] |= reach.any(axis=0)
    reachable = np.flatnonzero(met[found.columns.number])
    names = {found.mentors.ids[at] for at in reachable.tolist()}
    if not names <= set(crowd.mentors) or not set(crowd.mentors) <= plan.places.keys():
        raise CertificateError(f"{who}: the mentors competed for are not as stated")
    places = sum(plan.places[name] for name in crowd.mentors)
    if crowd.places != places or len(crowd.mentees) <= places:
        raise CertificateError(f"{who}: the places do not run out as stated")
