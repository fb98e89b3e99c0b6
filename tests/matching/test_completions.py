"""Statements to be completed: each gain equals matching again with it, and none that helps is missed."""

from collections import Counter

import pytest
from attrs import evolve

from helpers.completing import Tried, blanked, everything_open, gains_by_priority
from helpers.sayings import EVERYTHING
from nastavnik import Cohort, Lock, MatchingPlan, Mentee, Mentor, Pupil, match
from nastavnik.basics.errors import UnknownNameError
from nastavnik.programme.evidence import Advice
from nastavnik.programme.round.statements import STATEMENTS, Statement, completed, is_open
from nastavnik.rules.base import Side

READY = dict(agreed=True, guardian_agreed=True)


def statements_of(plan: MatchingPlan) -> list[Advice]:
    """Return all advice of statements."""
    return [one for one in plan.advice(most=EVERYTHING, profiles=[]) if one.statements]


@pytest.mark.parametrize("chunk", range(3))
def test_no_statement_that_helps_is_missed(chunk: int) -> None:
    """Every statement left open in many rounds, with every value it might have, matched from scratch."""
    helped: Counter[str] = Counter()
    for seed in range(chunk * 5, chunk * 5 + 5):
        cohort = blanked(seed)
        plan = match(cohort)
        told = {
            (one.side, one.id, one.path): advice
            for advice in statements_of(plan)
            if len(advice.statements) == 1
            for one in advice.statements
        }
        tried = Tried(cohort)
        for side, role, path in everything_open(cohort, STATEMENTS):
            best = tried.best_of(side, role, path)
            advice = told.pop((side, role.id, path), None)
            if best is None:
                assert advice is None, (seed, side, role.id, path)
                continue
            assert advice is not None, (seed, side, role.id, path)
            gains = gains_by_priority(cohort, advice.gains)
            assert (sum(gains), gains) == best, (seed, advice)
            helped[path] += 1
        assert not told
    assert len(helped) > 2


@pytest.mark.parametrize("chunk", range(3))
def test_what_is_said_is_what_matching_again_brings(chunk: int) -> None:
    """Single statements with each of their values, several of one person, and whole kinds."""
    kinds: Counter[str] = Counter()
    for seed in range(100 + chunk * 8, 108 + chunk * 8):
        cohort = blanked(seed)
        tried = Tried(cohort)
        for advice in statements_of(match(cohort)):
            said = gains_by_priority(cohort, advice.gains), advice.points
            assert tried.brought(advice.statements) == said
            for at, one in enumerate(advice.statements):
                for value in one.values[1:]:
                    others = list(advice.statements)
                    others[at] = evolve(one, values=(value,))
                    assert tried.brought(others) == said, (seed, one)
            people = {one.id for one in advice.statements}
            kinds[
                "one" if len(advice.statements) == 1 else "kind" if len(people) > 1 else "several"
            ] += 1
    assert {"one", "kind"} <= set(kinds)


def training(name: str) -> Statement:
    """Return the statement that a mentor is trained."""
    return Statement(side=Side.MENTOR, id=name, path="trained", values=(True,))


def school(*, trained: bool | None) -> Cohort:
    """Return three mentees for one mentor with two places, of whom training is or is not stated."""
    mentor = Mentor(
        Pupil("a", organisation="s", grade=10, age=16, data_consent=True, qualities={"volunteer"}),
        capacity=2,
        trained=trained,
        **READY,
    )
    mentees = [
        Mentee(
            Pupil(name, organisation="s", grade=7, age=13, data_consent=True),
            category="active",
            **READY,
        )
        for name in ("b", "c", "d")
    ]
    return Cohort(mentors=[mentor], mentees=mentees)


def test_a_tick_that_is_missing_comes_first() -> None:
    """Two mentees more for one tick, before anybody is to be found."""
    cohort = school(trained=None)
    first, *others = match(cohort).advice()
    assert first.statements == (training("a"),)
    assert first.matched == 2
    assert [one.cost for one in (first, *others)] == sorted(one.cost for one in (first, *others))


def test_a_known_no_is_not_to_be_changed() -> None:
    """Nobody is advised to state the opposite; and it cannot be tried."""
    cohort = school(trained=False)
    assert not statements_of(match(cohort))
    with pytest.raises(UnknownNameError):
        completed(cohort, [training("a")])


def test_what_is_together_of_one_person() -> None:
    """Training and consent are both missing: neither helps alone, both together do."""
    cohort = school(trained=None)
    (mentor,) = cohort.mentors
    cohort = Cohort(mentors=[evolve(mentor, agreed=None)], mentees=cohort.mentees)
    (advice,) = statements_of(match(cohort))
    assert {one.path for one in advice.statements} == {"agreed", "trained"}
    assert advice.matched == 2


def test_a_quality_is_any_of_those_that_would_do() -> None:
    """Four qualities are leadership; one is enough, and nobody is told which to write."""
    cohort = school(trained=True)
    (mentor,) = cohort.mentors
    bare = evolve(mentor, person=evolve(mentor.person, qualities=()))
    (advice,) = statements_of(match(Cohort(mentors=[bare], mentees=cohort.mentees)))
    assert advice.statements[0].path == "person.qualities"
    assert {*advice.statements[0].values} == {
        ("class-leader",),
        ("olympiad-winner",),
        ("volunteer",),
        ("organiser",),
    }


def test_an_age_is_one_of_the_grade() -> None:
    """A pupil of the seventh grade is not said to be of age, though a guardian need not be asked then."""
    cohort = school(trained=True)
    young = [
        evolve(two, person=evolve(two.person, age=None), guardian_agreed=False)
        for two in cohort.mentees
    ]
    assert not statements_of(match(Cohort(mentors=cohort.mentors, mentees=young)))


def test_somebody_locked_is_let_be() -> None:
    """What a locked mentee has not stated brings nobody a mentor; a mentor with a lock is counted as any other."""
    cohort = school(trained=None)
    lock = Lock("a", "b", overriding=["mentor-trained"])
    plan = match(cohort, locks=[lock])
    (advice,) = statements_of(plan)
    assert (advice.statements, advice.matched) == ((training("a"),), 1)


def test_open_is_what_nobody_has_stated() -> None:
    """No is a statement, an empty list is none, and a field that a position has not is nothing to be stated."""
    pupil = Mentor(Pupil("a", qualities={"volunteer"}), trained=False)
    opened = [path for path in STATEMENTS if is_open(pupil, path)]
    assert "trained" not in opened
    assert "person.qualities" not in opened
    assert "person.experience" not in opened
    assert {"agreed", "person.grade", "person.interests"} <= {*opened}
