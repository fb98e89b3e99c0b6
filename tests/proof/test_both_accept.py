"""Both checkers accept every plan that `match` makes, whatever is asked, and the short one all that is said of it."""

from typing import Any

from hypothesis import given, settings

from helpers.demanding import DemandingRound, demanding_rounds
from helpers.sayings import EVERYTHING, everything_said
from helpers.sizes import rounds
from nastavnik import Ban, Cohort, match, verify
from nastavnik.people import Mentee, Mentor, Pupil
from nastavnik.proof.checker import Checker


@settings(max_examples=rounds(25, 3000))
@given(demanding_rounds())
def test_what_is_made_is_accepted_by_both(drawn: DemandingRound) -> None:
    """All forms and readings, with locks, bans, minimums, priorities, choices, another seed and a day."""
    plan = drawn.matched()
    if plan is not None:
        verify(plan, drawn.cohort, drawn.methodology)
        Checker(plan, drawn.cohort, drawn.methodology)


@settings(max_examples=rounds(6, 600))
@given(demanding_rounds())
def test_what_is_said_of_demanding_rounds_is_accepted(drawn: DemandingRound) -> None:
    """Every pair, every mentor, all advice and alternatives."""
    plan = drawn.matched()
    if plan is not None:
        checker = Checker(plan, drawn.cohort, drawn.methodology)
        for said in everything_said(plan, drawn.cohort, advice=True):
            checker.check(said)
        checker.check_alternatives(plan.alternatives(within=EVERYTHING))


def test_a_ban_of_whom_the_mentee_chose_is_checked_and_advised_on() -> None:
    """The wish is the mentee's and the ban the coordinator's: no record contradicts itself, and advice is given."""
    willing = {"agreed": True, "guardian_agreed": True}
    known: dict[str, Any] = {"organisation": "invented-school", "data_consent": True}
    mentors = [
        Mentor(
            Pupil(name, grade=9, age=15, marks={"physics": 5}, qualities={"organiser"}, **known),
            trained=True,
            **willing,
        )
        for name in ("a", "other")
    ]
    young = Pupil("b", grade=5, age=11, **known)
    cohort = Cohort(
        mentees=[Mentee(young, category="passive", agreed=True, choices={"a"})], mentors=mentors
    )
    plan = match(cohort, bans=[Ban("a", "b", reason="r", by="head")])
    verify(plan, cohort)
    checker = Checker(plan, cohort)
    advice = plan.advice()
    assert [one.statements[0].path for one in advice if one.statements] == ["guardian_agreed"]
    for said in (*advice, *plan.remedies(), plan.explain("b", "a")):
        checker.check(said)  # type: ignore[arg-type]
