"""Statements to be completed: each gain equals matching again with it, and none that helps is missed."""

from collections import Counter

import pytest
from attrs import evolve

from helpers.completing import Tried, blanked, everything_open, looked_for
from helpers.sayings import EVERYTHING
from nastavnik import CertificateError, Cohort, Lock, MatchingPlan, Mentee, Mentor, Pupil, match
from nastavnik.basics.errors import UnknownNameError
from nastavnik.programme.evidence import Advice
from nastavnik.programme.round.statements import STATEMENTS, Statement, completed, is_open
from nastavnik.proof.checker import Checker
from nastavnik.rules.base import Side

READY = {"agreed": True, "guardian_agreed": True}


def statements_of(plan: MatchingPlan) -> list[Advice]:
    """Return all advice of statements."""
    return [one for one in plan.advice(most=EVERYTHING, profiles=[]) if one.statements]


@pytest.mark.parametrize("chunk", range(2))
def test_no_statement_that_helps_is_missed(chunk: int) -> None:
    """Every statement left open in many rounds, with every value it might have: every plan there could be is tried."""
    helped: Counter[str] = Counter()
    for seed in range(chunk * 15, chunk * 15 + 15):
        cohort = blanked(seed)
        tried = Tried(cohort)
        told = {
            (one.side, one.id, one.path): found
            for found in looked_for(cohort, match(cohort), tried).of_one()
            for one in found.statements
        }
        for side, role, path in everything_open(cohort, STATEMENTS):
            best = tried.best_of(side, role, path)
            found = told.pop((side, role.id, path), None)
            said = None if found is None else (sum(found.gains), found.gains)
            assert said == best, (seed, side, role.id, path)
            helped[path] += best is not None
        assert not told
    assert len(+helped) > 2


def test_what_is_said_is_what_every_plan_brings() -> None:
    """Single statements with each of their values, several of one person, and whole kinds."""
    kinds: Counter[str] = Counter()
    for seed in range(40):
        cohort = blanked(seed)
        tried = Tried(cohort)
        completions = looked_for(cohort, match(cohort), tried)
        for kind in ("of_one", "of_several", "of_kinds"):
            for found in getattr(completions, kind)():
                said = found.gains, found.points
                assert tried.brought(found.statements) == said
                for at, one in enumerate(found.statements):
                    for value in one.values[1:]:
                        others = list(found.statements)
                        others[at] = evolve(one, values=(value,))
                        assert tried.brought(others) == said, (seed, one)
                kinds[kind] += 1
    assert {*kinds} == {"of_one", "of_several", "of_kinds"}


def test_advice_of_statements_is_accepted_by_the_checker() -> None:
    """And refused when another person, another value or another gain stands in it."""
    accepted = 0
    for seed in (3, 5):
        cohort = blanked(seed)
        plan = match(cohort)
        checker = Checker(plan, cohort)
        for advice in statements_of(plan):
            checker.check(advice)
            accepted += 1
            first, *others = advice.statements
            wrong = [
                evolve(advice, points=advice.points + 1),
                evolve(advice, statements=(evolve(first, id="nobody"), *others)),
                evolve(advice, statements=(evolve(first, path="capacity"), *others)),
                evolve(advice, statements=(evolve(first, values=()), *others)),
                evolve(advice, statements=(first, *advice.statements)),
                evolve(advice, rule="grade-gap"),
            ]
            if first.values == (True,):
                wrong.append(evolve(advice, statements=(evolve(first, values=(False,)), *others)))
                wrong.append(
                    evolve(advice, statements=(evolve(first, values=(True, False)), *others))
                )
            for other in wrong:
                with pytest.raises(CertificateError):
                    checker.check(other)
    assert accepted


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
        evolve(
            two,
            person=Pupil(two.id, organisation="s", grade=7, data_consent=True),
            guardian_agreed=False,
        )
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
