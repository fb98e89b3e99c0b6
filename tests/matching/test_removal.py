"""Somebody is taken out of a plan: nothing of them is left, and everybody else keeps their pair."""

import pytest

from helpers.rounds import planned
from helpers.sizes import rounds
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    Lock,
    MatchingPlan,
    Mentee,
    Mentor,
    Pupil,
    match,
    verify,
)
from nastavnik.basics.errors import UnknownNameError
from nastavnik.exchange.json import cohort_to_json, plan_to_json
from nastavnik.matching.removal import Removal, without
from nastavnik.proof.checker import Checker

WILLING = {"agreed": True, "guardian_agreed": True}


def removal(plan: MatchingPlan, cohort: Cohort, gone: str) -> Removal:
    return without(plan, cohort, TARGET_MODEL, gone, reason="as before", by="coordinator")


def pairs_of(plan: MatchingPlan, without: str = "") -> set[tuple[str, str]]:
    pairs = {(pair.mentor, pair.mentee) for pair in plan.pairs}
    return {pair for pair in pairs if without not in pair}


def test_every_other_pair_stays_and_nothing_of_the_one_is_left() -> None:
    """Whoever goes from a drawn round with demands: both checkers accept what is left, and nowhere is the id."""
    moved = 0
    for _, case, plan in planned(range(rounds(12, 200))):
        everybody = {*case.cohort.mentee_facts.ids, *case.cohort.mentor_facts.ids}
        for gone in sorted(everybody):
            left = removal(plan, case.cohort, gone)
            assert pairs_of(plan, without=gone) <= pairs_of(left.plan)
            verify(left.plan, left.cohort)
            Checker(left.plan, left.cohort)
            assert f'"{gone}"' not in plan_to_json(left.plan) + cohort_to_json(left.cohort)
            moved += len(left.plan.locks) > len(plan.locks)
    assert moved  # some pairs would have parted if nothing had kept them


def test_the_place_that_is_free_is_given_as_well_as_it_can_be() -> None:
    """What is left is as good as the best plan in which all other pairs are asked for."""
    for _, case, plan in planned(range(20, 20 + rounds(8, 100))):
        for gone in sorted({*case.cohort.mentee_facts.ids, *case.cohort.mentor_facts.ids}):
            left = removal(plan, case.cohort, gone)
            locks = [one for one in plan.locks if gone not in {one.mentor, one.mentee}]
            locked = {(one.mentor, one.mentee) for one in locks}
            locks += [
                Lock(*pair, reason="r", by="b")
                for pair in pairs_of(plan, gone)
                if pair not in locked
            ]
            bans = [one for one in plan.bans if gone not in {one.mentor, one.mentee}]
            best = match(left.cohort, locks=locks, bans=bans, seed=plan.seed)
            assert (left.plan.matched, left.plan.total) == (best.matched, best.total)


def test_a_minimum_that_cannot_be_met_any_more_is_lowered() -> None:
    """A mentor of two who had to have two has one, and that is no contradiction."""

    def pupil(name: str, grade: int) -> Pupil:
        best = {"olympiad-winner"} if grade > 9 else set()
        return Pupil(
            name, organisation="s", grade=grade, age=grade + 6, data_consent=True, qualities=best
        )

    mentor = Mentor(pupil("ada", 10), capacity=2, minimum=2, trained=True, **WILLING)
    mentees = [Mentee(pupil(name, 7), category="passive", **WILLING) for name in ("boris", "vera")]
    cohort = Cohort(mentors=[mentor], mentees=mentees)
    plan = match(cohort)
    assert plan.matched == 2
    left = removal(plan, cohort, "vera")
    assert [one.minimum for one in left.cohort.mentors] == [1]
    assert pairs_of(left.plan) == {("ada", "boris")}


def test_wishes_and_demands_do_not_name_the_one_who_has_gone() -> None:
    """Neither a choice, nor a refusal, nor a ban of the others keeps the id."""
    cohort = Cohort(
        mentors=[
            Mentor(Pupil("a", grade=9), refusals={"b"}),
            Mentor(Pupil("c", grade=9), choices={"b"}),
        ],
        mentees=[Mentee(Pupil("b", grade=5)), Mentee(Pupil("d", grade=5), choices={"a"})],
    )
    plan = match(cohort, bans=[Ban("a", "b", reason="r", by="coordinator")])
    left = removal(plan, cohort, "b")
    assert '"b"' not in plan_to_json(left.plan) + cohort_to_json(left.cohort)
    assert left.plan.bans == ()


def test_nobody_unknown_can_be_taken_out() -> None:
    """An id that is not in the round is refused."""
    plan = match(cohort := Cohort(mentees=[Mentee(Pupil("b"))], mentors=[]))
    with pytest.raises(UnknownNameError):
        removal(plan, cohort, "x")
