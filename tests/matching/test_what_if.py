"""What would be if: the other plan is that of the changed round, and the difference says who gains and who loses."""

import random
from typing import Any

import pytest
from attrs import evolve

from helpers.rounds import Case, mentee, mentor, small
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    InvalidInputError,
    Lock,
    NoPlanError,
    NumbersError,
    UnknownNameError,
    match,
    verify,
)
from nastavnik.assignment import Goal


@pytest.mark.parametrize("seed", range(40))
def test_it_is_the_plan_of_the_changed_round(seed: int) -> None:
    """Somebody comes, somebody goes, a mentor has another place: as if the round had been so from the start."""
    drawn = Case.drawn(seed).cohort
    free = [evolve(one, minimum=0) for one in drawn.mentors]
    cohort = Cohort(mentees=drawn.mentees, mentors=free)
    plan = match(cohort)
    rng = random.Random(seed)
    gone = rng.choice(cohort.mentees).id
    coming = mentee("p9", rng), mentor("m9", rng, 2, 0)
    first = cohort.mentors[0]
    tried = plan.what_if(
        add=coming, remove=[gone], places={first.id: first.capacity + 1}, bans=[Ban("m9", "p9")]
    )
    people = Cohort(
        mentees=[*(one for one in cohort.mentees if one.id != gone), coming[0]],
        mentors=[
            evolve(first, capacity=first.capacity + 1),
            *cohort.mentors[1:],
            coming[1],
        ],
    )
    assert tried.plan == match(people, bans=[Ban("m9", "p9")])
    verify(tried.plan, people)
    assert match(cohort) == plan
    before = {pair.mentee: pair.mentor for pair in plan.pairs}
    after = {pair.mentee: pair.mentor for pair in tried.plan.pairs}
    assert set(tried.diff.gains) == after.keys() - before.keys()
    assert set(tried.diff.loses) == before.keys() - after.keys() - {gone}
    assert tried.diff.left == (() if "p9" in after else ("p9",))
    moved = {change.mentee: (change.before, change.after) for change in tried.diff.moves}
    assert moved == {
        name: (before[name], after[name])
        for name in before.keys() & after.keys()
        if before[name] != after[name]
    }
    coverage = [goal for goal in tried.diff.goals if goal.goal is Goal.COVERAGE]
    assert sum(goal.before for goal in coverage) == plan.matched
    assert sum(goal.after for goal in coverage) == tried.plan.matched
    assert (tried.diff.goals[-1].before, tried.diff.goals[-1].after) == (
        plan.total,
        tried.plan.total,
    )


def test_who_goes_is_gone_from_the_wishes() -> None:
    """A choice of somebody who has left is no fault of the others."""
    cohort, _ = small()
    first, *others = cohort.mentees
    wishing = evolve(first, choices={"m0", "m1"}, bans={"m2"})
    cohort = Cohort(mentees=[wishing, *others], mentors=cohort.mentors)
    tried = match(cohort).what_if(remove=["m0", "m2"])
    assert list(tried.plan.places) == ["m1"]


def test_nothing_changed_is_nothing_different() -> None:
    """The same plan, locks and bans as well."""
    cohort, plan = small()
    pair = plan.pairs[0]
    locked = match(
        cohort,
        locks=[Lock(pair.mentor, pair.mentee)],
        bans=[Ban("m0", "p0")] * (pair.mentee != "p0"),
    )
    tried = locked.what_if()
    assert tried.plan == locked
    assert (tried.diff.gains, tried.diff.loses, tried.diff.moves) == ((), (), ())


def test_other_rules() -> None:
    """A rule taken out lets more pairs be formed."""
    _, plan = small()
    tried = plan.what_if(methodology=TARGET_MODEL.without_rule("can-meet"))
    assert tried.plan.matched >= plan.matched
    assert tried.plan.methodology_digest != plan.methodology_digest


def test_what_cannot_be_tried() -> None:
    """Unknown changes and people are named, contradictions are as in a matching."""
    cohort, plan = small()
    with pytest.raises(TypeError, match="remove"):
        plan.what_if(removed=["p1"])  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="str"):
        plan.what_if(add=["p1"])  # type: ignore[list-item]
    wrongs: list[dict[str, Any]] = [
        {"remove": "p1"},
        {"remove": None},
        {"places": [("m1", 3)]},
        {"add": cohort.mentees[0]},
        {"methodology": "target"},
    ]
    for wrong in wrongs:
        with pytest.raises(TypeError, match=next(iter(wrong))):
            plan.what_if(**wrong)
    with pytest.raises(TypeError, match="list"):
        match(cohort, locks=Lock("m0", "p0"))  # type: ignore[arg-type]
    for number in (0, -1, True):
        with pytest.raises(NumbersError, match="most"):
            plan.advice(most=number)
    with pytest.raises(UnknownNameError, match="p1"):
        plan.what_if(remove=["p11"])
    with pytest.raises(UnknownNameError, match="m1"):
        plan.what_if(places={"m11": 3})
    with pytest.raises(InvalidInputError):
        plan.what_if(add=[cohort.mentees[0]])
    with pytest.raises(InvalidInputError):
        plan.what_if(places={"m1": 0})
    pair = plan.pairs[0]
    with pytest.raises(NoPlanError):
        plan.what_if(locks=[Lock(pair.mentor, pair.mentee)], bans=[Ban(pair.mentor, pair.mentee)])
