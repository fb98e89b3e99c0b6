"""Groups that can meet as a whole: the plan is the best of all plans, tried one by one."""

from itertools import product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.pupils import PUPILS, mentee, mentor
from helpers.sizes import examples
from helpers.worth import worth
from nastavnik import Ban, Cohort, InvalidInputError, Lock, match
from nastavnik.matching.groups import groups_apart, match_groups
from nastavnik.programme.round.meetings import meeting_times
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.certificate import verify

TIMES = ("mon 15:00-17:00", "mon 16:00-18:00", "tue 15:00", "tue 14:00-16:00", "wed", "club")
HOBBIES = ("chess", "go", "art")


def free(most: int) -> st.SearchStrategy[frozenset[str] | None]:
    stated = st.frozensets(st.sampled_from(TIMES), min_size=1, max_size=most)
    return st.one_of(stated, stated, stated, st.none())


@st.composite
def rounds(draw: st.DrawFn) -> Cohort:
    """Invent a round of a few pupils who differ in their free times and interests."""
    interests = st.frozensets(st.sampled_from(HOBBIES), min_size=1, max_size=2)
    return Cohort(
        mentees=[
            mentee(f"p{k}", slots=draw(free(2)), interests=draw(interests))
            for k in range(draw(st.integers(2, 5)))
        ],
        mentors=[
            mentor(f"m{k}", draw(st.integers(1, 3)), slots=draw(free(6)), interests=draw(interests))
            for k in range(draw(st.integers(1, 2)))
        ],
    )


def best_by_hand(cohort: Cohort) -> tuple[int, int]:
    """Return the most mentees and then points of all plans in which everybody of a mentor can meet."""
    table = worth(cohort, PUPILS)
    best = (0, 0)
    for choice in product(range(-1, len(cohort.mentors)), repeat=len(cohort.mentees)):
        pairs = [(row, column) for row, column in enumerate(choice) if column >= 0]
        scores = [table[row][column] for row, column in pairs]
        if None in scores:
            continue
        for column, one in enumerate(cohort.mentors):
            those = [cohort.mentees[row].person for row, at in pairs if at == column]
            apart = len(those) > 1 and meeting_times([one.person, *those]) == ()
            if len(those) > one.capacity or apart:
                break
        else:
            best = max(best, (len(pairs), sum(score or 0 for score in scores)))
    return best


@settings(deadline=None, max_examples=examples(60))
@given(rounds())
def test_no_plan_in_which_every_group_can_meet_is_better(cohort: Cohort) -> None:
    found = match_groups(cohort, PUPILS)
    assert groups_apart(found.plan, cohort, PUPILS) == ()
    assert found.best
    assert found.achieved == best_by_hand(cohort) == (found.plan.matched, found.plan.total)
    verify(found.plan, cohort, PUPILS)


@settings(deadline=None, max_examples=examples(40))
@given(rounds(), st.integers(1, 3))
def test_a_search_that_ends_early_says_how_much_better_a_plan_could_be(
    cohort: Cohort, most: int
) -> None:
    found = match_groups(cohort, PUPILS, most=most)
    best = best_by_hand(cohort)
    assert found.achieved <= best <= found.bound
    assert found.best == (found.achieved == found.bound)


APART = Cohort(
    mentees=[mentee("p1", slots={"mon 15:00"}), mentee("p2", slots={"tue 15:00"})],
    mentors=[mentor("m1", 2, slots={"mon", "tue"})],
)


def test_without_the_demand_a_group_may_be_apart() -> None:
    plan = match(APART, PUPILS)
    assert plan.matched == 2
    assert groups_apart(plan, APART, PUPILS) == (("m1", ("p1", "p2")),)


def test_the_plan_says_what_was_chosen() -> None:
    found = match_groups(APART, PUPILS, language="en")
    ((left,), (paired,)) = found.plan.unmatched, found.plan.pairs
    (meeting,) = found.meetings
    assert meeting.mentor == paired.mentor == "m1"
    assert [(ban.mentee, ban.reason) for ban in found.plan.bans] == [
        (
            left.mentee,
            f"the mentee is not free when the group meets ({meeting.time.text('en', short=False)})",
        )
    ]


def test_the_first_plan_found_may_not_be_the_best_and_says_so() -> None:
    """A round in which the search goes down the wrong way first."""
    days = {"m": "mon 15:00", "t": "tue 15:00", "w": "wed 15:00"}
    said = [("mt", "go"), ("m", "go"), ("m", "chess"), ("t", "go"), ("m", "go"), ("tw", "chess")]
    said.append(("m", "chess"))
    cohort = Cohort(
        mentees=[
            mentee(f"p{k}", slots=[days[d] for d in when], interests=[what])
            for k, (when, what) in enumerate(said)
        ],
        mentors=[
            mentor(f"m{k}", 3, slots=[days[d] for d in when], interests=[what])
            for k, (when, what) in enumerate([("mw", "go"), ("mt", "chess")])
        ],
    )
    early, late = match_groups(cohort, PUPILS, most=1), match_groups(cohort, PUPILS)
    assert early.achieved < early.bound == late.achieved == late.bound
    assert not early.best


def test_the_meeting_of_most_is_not_always_the_best() -> None:
    """Three are free on Monday, when another mentor is; so the first meets those who are free on Tuesday."""
    monday, tuesday = {"mon 15:00"}, {"tue 15:00"}
    cohort = Cohort(
        mentees=[
            *(mentee(f"a{k}", slots=monday, interests=HOBBIES[:1]) for k in range(3)),
            *(mentee(f"b{k}", slots=tuesday) for k in range(2)),
        ],
        mentors=[
            mentor("m1", 3, slots=monday | tuesday, interests=HOBBIES[:1]),
            mentor("m2", 3, slots=monday, interests=HOBBIES[1:]),
        ],
    )
    assert groups_apart(match(cohort, PUPILS), cohort, PUPILS)
    found = match_groups(cohort, PUPILS)
    assert found.plan.matched == len(cohort.mentees)
    assert found.best


def test_pupils_and_students_are_no_group() -> None:
    """A professional with a pupil and a student has two pairs, which need no time in common."""
    town = invented_town()
    found = match_groups(town)
    assert "w08" in {pair.mentor for pair in match(town).pairs}
    assert "w08" not in {meeting.mentor for meeting in found.meetings}


def test_locked_pairs_are_left_out() -> None:
    locks = [Lock("m1", "p1"), Lock("m1", "p2")]
    found = match_groups(APART, PUPILS, locks=locks)
    assert found.plan.matched == 2
    assert not found.meetings


def test_what_is_banned_stays_banned() -> None:
    found = match_groups(APART, PUPILS, bans=[Ban("m1", "p1", reason="ours")])
    assert [pair.mentee for pair in found.plan.pairs] == ["p2"]
    assert [ban.reason for ban in found.plan.bans] == ["ours"]


def test_a_minimum_that_no_meeting_allows_is_a_fault() -> None:
    wanting = Cohort(
        mentees=APART.mentees,
        mentors=[evolve(one, minimum=2) for one in APART.mentors],
    )
    with pytest.raises(InvalidInputError) as caught:
        match_groups(wanting, PUPILS)
    assert [fault.code for fault in caught.value.faults] == ["groups-unmet"]
