"""What a user writes, for type checkers to read; nobody runs it."""

from pathlib import Path
from typing import Any, assert_type

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik import (
    TARGET_MODEL,
    Assignment,
    Cohort,
    Group,
    InvalidInputError,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    Pair,
    Preference,
    Professional,
    Pupil,
    Requirement,
    Student,
    Teacher,
    Text,
    Unmatched,
    assign,
    match,
    verify,
)
from nastavnik.exchange.json import cohort_from_json, plan_from_json, plan_to_json, read_json
from nastavnik.exchange.tables import read_cohort, write_people
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.rules import Unknown, one_of, overlap
from nastavnik.rules.evaluation import Table, judge, points_of
from nastavnik.testing import check_rule
from nastavnik.testing.strategies import cohorts, rules_of

pupil = Pupil("p", grade=7, marks={"physics": 4}, languages=["ru"], interests={"chess"})
people = [pupil, Student("s", age=19), Teacher("t", subjects=("art",)), Professional("w")]
cohort = Cohort(
    mentees=[Mentee(pupil, category="passive", tasks={"soft-skills"})],
    mentors=(Mentor(person, capacity=2) for person in people),
)


@frozen(kw_only=True)
class SharedInterest(Requirement):
    id: str = "shared-interest"
    sentence: Text = Text(en="They share an interest.", ru="Есть общий интерес.")
    at_least: int = 1

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return overlap(mentor.person.interests, mentee.person.interests) >= self.at_least


@frozen(kw_only=True)
class Clubs(Preference):
    id: str = "clubs"
    sentence: Text = Text(en="They meet in a club.", ru="Ходят в один кружок.")
    weight: int = 3

    def points(self, mentor: Any, mentee: Any) -> Any:
        return 100 * (mentor.person.place == mentee.person.place)


@frozen(kw_only=True, repr=False)
class RatedPupil(Pupil):
    rating: int | None = None


@frozen(kw_only=True)
class WellRated(Requirement):
    id: str = "well-rated"
    sentence: Text = Text(en="Is well rated.", ru="Высоко оценён.")
    unknown: Unknown = Unknown.PASSES

    def holds(self, mentor: Any, mentee: Any) -> Any:
        return one_of(mentor.person.rating, {4, 5}) | (mentor.person.grade > mentee.person.grade)


rated = Mentor(RatedPupil("r", rating=4, slots=("mon-15",)), choices={"p"}, trained=True)
assert_type(judge(WellRated(), rated, cohort.mentees[0]).holds, bool)
assert_type(points_of(Clubs(weight=5), rated, cohort.mentees[0]), int)
assert_type(Table(cohort.mentees, [rated]).holds(WellRated()), NDArray[np.bool_])
assert_type(Table(cohort.mentees, [rated]).points(Clubs()), NDArray[np.int64])
assert_type(rules_of(SharedInterest).example(), SharedInterest)

own = TARGET_MODEL.with_rule(SharedInterest(at_least=2)).with_rule(Clubs(), form="pupil-pupil")
assert_type(own, Methodology)
assert_type(own.read_as("unbound"), Methodology)
check_rule(SharedInterest(), cohort)

plan = match(cohort, own, seed=7, progress=lambda step: print(step.stage, step.done))
assert_type(plan, MatchingPlan)
assert_type(plan.pairs, tuple[Pair, ...])
assert_type(plan.groups, tuple[Group, ...])
assert_type(plan.unmatched, tuple[Unmatched, ...])
assert_type(plan.pair_of("p"), Pair | None)
reason = plan.reason_for("p")
if isinstance(reason, CrowdedOut):
    assert_type(reason.places, int)
elif isinstance(reason, NoAdmissibleMentor):
    assert_type(reason.obstacles[0].alone, int)
verify(plan, cohort, own)

best = assign(np.ones((2, 3), dtype=np.int64), [1, 1, 1], admissible=np.ones((2, 3), dtype=bool))
assert_type(best, Assignment)
assert_type(best.total, int)
best.verify([[1, 1, 1], [1, 1, 1]], [1, 1, 1])

try:
    assert_type(read_cohort("mentees.xlsx", Path("mentors.csv")), Cohort)
except InvalidInputError as error:
    lines: list[str] = [fault.text("ru") for fault in error.faults]

assert_type(read_json("cohort.json", cohort_from_json), Cohort)
assert_type(plan_from_json(plan_to_json(plan)), MatchingPlan)
assert_type(write_people(cohort, "folder", language="ru", format="csv"), tuple[Path, Path])
assert_type(cohorts(willing=True).example(), Cohort)
