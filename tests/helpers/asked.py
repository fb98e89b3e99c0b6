"""Questions asked of a plan, each with its evidence, as they stand beside it in JSON."""

from collections.abc import Iterator
from functools import cache

from attrs import evolve

from helpers.rounds import Case
from nastavnik import Cohort, MatchingPlan, Mentor, Student, match
from nastavnik.exchange.json import Asked
from nastavnik.programme.evidence import Failed, Impossible, Inadmissible

PROFILE = Mentor(
    Student("n", name="Invented Name", age=20, data_consent=True, qualities={"volunteer"}),
    agreed=True,
    trained=True,
    cleared=True,
    subjects={"art", "physics"},
)
"""A mentor to be found, with a name that nobody should read."""

NAMELESS = evolve(PROFILE, person=evolve(PROFILE.person, name=None))

ROUNDS = (4, 5, 6, 7, 9, 24)
"""Few, for every round is asked everything; together they have every kind of record, demand and repair."""

FACTS = {
    "mentee.person.marks": (("art", 2), ("physics", 3)),
    "mentor.person.grade": 9,
    "mentor.trained": None,
    "mentee.agreed": False,
    "mentee.tasks": (),
    "mentee.share": 0.5,
    "mentee.person.place": "север",
}
"""A value of every type that a fact can have."""


def asked_of(plan: MatchingPlan) -> Iterator[Asked]:
    """Yield all that can be asked of a plan, for the coordinator and for participants."""
    mentees = sorted([*(one.mentee for one in plan.pairs), *(one.mentee for one in plan.unmatched)])
    for mentee in mentees:
        for mentor in (None, *plan.places):
            yield Asked(plan.explain(mentee, mentor), mentee=mentee, mentor=mentor)
            told = plan.explain(mentee, mentor, audience="participant")
            yield Asked(told, mentee=mentee, mentor=mentor)
    for mentor in plan.places:
        yield Asked(plan.explain_mentor(mentor), mentor=mentor)
        yield Asked(plan.explain_mentor(mentor, audience="participant"))
    for advice in plan.advice(most=50, profiles=[NAMELESS]):
        yield Asked(advice)
    yield Asked(plan.what_if(add=[NAMELESS]).diff)
    for other in plan.alternatives(within=500):
        yield Asked(other)


@cache
def round_of(seed: int) -> tuple[Cohort, MatchingPlan, tuple[Asked, ...]]:
    """Return a random round that has a plan, and evidence; with it contradictions of the same people."""
    case = Case.drawn(seed)
    plan = case.matched()
    if isinstance(plan, MatchingPlan):
        return case.cohort, plan, tuple(asked_of(plan))
    free = [evolve(one, minimum=0) for one in case.cohort.mentors]
    cohort = Cohort(mentees=case.cohort.mentees, mentors=free)
    one, two = cohort.mentors[0].id, cohort.mentees[0].id
    more = Asked(Impossible(mentor=one, mentee=two, conflicts=plan.conflicts))
    free_plan = match(cohort)
    return cohort, free_plan, (*asked_of(free_plan), more)


def with_facts(facts: dict[str, object]) -> Asked:
    """Return evidence with some facts."""
    failed = (Failed(rule="own", facts=facts, unknown=False),)
    return Asked(Inadmissible(mentor="m0", mentee="p0", form=None, role_model=None, failed=failed))
