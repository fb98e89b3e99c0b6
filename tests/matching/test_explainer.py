"""Why this pair and why not that one: every loss equals a solution from scratch, and says who would change."""

import pickle
from collections import Counter

import pytest

from helpers.rounds import Case, matched_by_priority, planned, small
from helpers.sizes import rounds
from helpers.worth import worth
from nastavnik import (
    CertificateError,
    Cohort,
    Lock,
    MatchingPlan,
    NastavnikError,
    NoPlanError,
    UnknownNameError,
    with_people,
)
from nastavnik.assignment import Goal
from nastavnik.exchange.json import plan_from_json, plan_to_json
from nastavnik.programme.evidence import (
    Chosen,
    Displaced,
    FreePlaces,
    Impossible,
    Inadmissible,
    LockedElsewhere,
)
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor


def lost(evidence: Displaced) -> tuple[Counter[int], int]:
    """Return what is lost by priority, and of the points."""
    coverage: Counter[int] = Counter()
    for loss in evidence.losses:
        if loss.goal is Goal.COVERAGE:
            coverage[loss.priority or 0] += loss.amount
    score = sum(loss.amount for loss in evidence.losses if loss.goal is Goal.SCORE)
    return Counter({key: value for key, value in coverage.items() if value}), score


def check_changes(case: Case, plan: MatchingPlan, evidence: Displaced) -> None:
    """Check that the changes make a plan that keeps every demand and loses what is said."""
    mentor_of = {pair.mentee: pair.mentor for pair in plan.pairs}
    for change in evidence.changes:
        assert mentor_of.pop(change.mentee, None) == change.before
        if change.after is not None:
            mentor_of[change.mentee] = change.after
    assert mentor_of[evidence.mentee] == evidence.mentor
    loads = Counter(mentor_of.values())
    assert all(one.minimum <= loads[one.id] <= one.capacity for one in case.cohort.mentors)
    value = worth(case.cohort)
    rows = {one.id: k for k, one in enumerate(case.cohort.mentees)}
    columns = {one.id: k for k, one in enumerate(case.cohort.mentors)}
    locked = {lock.mentee for lock in case.locks}
    assert not {(ban.mentee, ban.mentor) for ban in case.bans} & set(mentor_of.items())
    total = 0
    for mentee, mentor in mentor_of.items():
        if mentee not in locked:
            points = value[rows[mentee]][columns[mentor]]
            assert points is not None
            total += points
    before = sum(pair.score for pair in plan.pairs if pair.mentee not in locked)
    assert before - total == lost(evidence)[1]


@pytest.mark.parametrize("chunk", range(rounds(2, 6)))
def test_every_pair_has_its_true_evidence(chunk: int) -> None:
    """All pairs of some hundred rounds: in the plan, not admissible, locked elsewhere, or at what loss."""
    kinds: Counter[str] = Counter()
    for seed, case, plan in planned(range(chunk * 100, chunk * 100 + 100)):
        banned = {(ban.mentor, ban.mentee) for ban in case.bans}
        locked = {lock.mentee: lock.mentor for lock in case.locks}
        for row, mentee in zip(worth(case.cohort), case.cohort.mentees, strict=True):
            for points, mentor in zip(row, case.cohort.mentors, strict=True):
                evidence = plan.explain(mentee.id, mentor.id)
                kinds[type(evidence).__name__] += 1
                pair = plan.pair_of(mentee.id)
                if pair is not None and pair.mentor == mentor.id:
                    assert isinstance(evidence, Chosen)
                    assert (evidence.score, evidence.locked) == (pair.score, mentee.id in locked)
                    continue
                if mentee.id in locked:
                    assert evidence == LockedElsewhere(mentee=mentee.id, mentor=locked[mentee.id])
                    continue
                if points is None or (mentor.id, mentee.id) in banned:
                    assert isinstance(evidence, Inadmissible)
                    assert evidence.failed
                    continue
                forced = case.matched(Lock(mentor.id, mentee.id))
                if isinstance(forced, NoPlanError):
                    assert isinstance(evidence, Impossible)
                    assert evidence.conflicts == forced.conflicts
                    continue
                assert isinstance(evidence, Displaced)
                coverage = matched_by_priority(plan, case.cohort)
                coverage.subtract(matched_by_priority(forced, case.cohort))
                if all(loss.priority is None for loss in evidence.losses):
                    coverage = Counter({0: coverage.total()})
                expected = Counter({key: value for key, value in coverage.items() if value})
                assert lost(evidence) == (expected, plan.total - forced.total), seed
                assert not evidence.losses or evidence.losses[0].amount > 0
                check_changes(case, plan, evidence)
    assert set(kinds) >= {"Chosen", "Inadmissible", "Displaced", "LockedElsewhere"}


class TestPlan:
    """What a plan says of itself."""

    @pytest.fixture
    def made(self) -> tuple[Cohort, MatchingPlan]:
        """Return a round and its plan."""
        return small()

    def test_a_mentee_alone(self, made: tuple[Cohort, MatchingPlan]) -> None:
        """The pair, or the reason that stands in the plan."""
        _, plan = made
        for pair in plan.pairs:
            evidence = plan.explain(pair.mentee)
            assert isinstance(evidence, Chosen)
            assert sum(evidence.points.values()) > 0
        for left in plan.unmatched:
            assert plan.explain(left.mentee) is left.reason
            assert isinstance(left.reason, (NoAdmissibleMentor, CrowdedOut))

    def test_what_failed_with_the_values(self, made: tuple[Cohort, MatchingPlan]) -> None:
        """The facts that a rule looked at stand beside it."""
        cohort, plan = made
        value = worth(cohort)
        mentee, mentor = next(
            (two.id, one.id)
            for k, two in enumerate(cohort.mentees)
            for j, one in enumerate(cohort.mentors)
            if value[k][j] is None and two.person.place != one.person.place
        )
        evidence = plan.explain(mentee, mentor)
        assert isinstance(evidence, Inadmissible)
        met = next(failed for failed in evidence.failed if failed.rule == "can-meet")
        assert met.facts["mentee.person.place"] == cohort.mentee(mentee).person.place
        assert met.facts["mentor.person.place"] == cohort.mentor(mentor).person.place

    def test_mentors(self, made: tuple[Cohort, MatchingPlan]) -> None:
        """Free places are counted, with those who might come and what keeps the others away."""
        cohort, plan = made
        value = worth(cohort)
        for column, mentor in enumerate(cohort.mentors):
            evidence = plan.explain_mentor(mentor.id)
            able = sum(row[column] is not None for row in value)
            assert isinstance(evidence, FreePlaces)
            assert evidence.free == mentor.capacity - len(plan.pairs_of(mentor.id))
            assert evidence.admissible == able
            assert bool(evidence.hindrances) == (not able)

    def test_names_that_are_unknown(self, made: tuple[Cohort, MatchingPlan]) -> None:
        """The nearest is named."""
        _, plan = made
        with pytest.raises(UnknownNameError, match="p1"):
            plan.explain("p11")
        with pytest.raises(UnknownNameError, match="m1"):
            plan.explain("p1", "m11")
        with pytest.raises(UnknownNameError, match="m1"):
            plan.explain_mentor("m11")

    def test_a_plan_from_a_file_is_given_its_people(
        self, made: tuple[Cohort, MatchingPlan]
    ) -> None:
        """Without them it says what to do, with others it refuses."""
        cohort, plan = made
        read = plan_from_json(plan_to_json(plan))
        with pytest.raises(NastavnikError, match="with_people"):
            read.explain("p1")
        again = with_people(read, cohort)
        assert again.explain("p1", "m1") == plan.explain("p1", "m1")
        other = Cohort(mentees=cohort.mentees[1:], mentors=cohort.mentors)
        with pytest.raises(CertificateError, match="other people"):
            with_people(read, other)

    def test_people_are_not_stored_with_it(self, made: tuple[Cohort, MatchingPlan]) -> None:
        """A pickled plan holds ids and numbers."""
        _, plan = made
        plan.explain("p1", "m1")
        again = pickle.loads(pickle.dumps(plan))
        assert again == plan
        with pytest.raises(NastavnikError):
            again.explain("p1")
