"""What would help: every gain equals a solution of the changed round, and nothing that helps is missing."""

from typing import Any

import pytest
from attrs import evolve

from helpers.rounds import Case
from helpers.sayings import EVERYTHING
from helpers.town import PLAN, TOWN
from nastavnik import TARGET_MODEL, Cohort, MatchingPlan, Mentee, Mentor, Pupil, match
from nastavnik.matching.answers.recruits import profiles_wanted
from nastavnik.programme.evidence import Advice
from nastavnik.programme.round.newcomers import newcomers, nobody_like
from nastavnik.report import in_words


@pytest.mark.parametrize("chunk", range(4))
def test_every_place_is_worth_what_a_solution_says(chunk: int) -> None:
    """For each mentor of many rounds: one more place, solved from scratch, against the advice."""
    helped = 0
    for seed in range(chunk * 10, 400, 80):
        drawn = Case.drawn(seed)
        cohort = Cohort(
            mentees=drawn.cohort.mentees,
            mentors=[evolve(one, capacity=1, minimum=0) for one in drawn.cohort.mentors[:2]],
        )
        bans = [ban for ban in drawn.bans if ban.mentor != "m2"]
        plan = match(cohort, bans=bans)
        advice = {
            name: one
            for one in plan.advice(most=EVERYTHING)
            if not one.rule
            for name in one.mentors
        }
        for mentor in cohort.mentors:
            wider = [evolve(one, capacity=1 + (one is mentor)) for one in cohort.mentors]
            other = match(Cohort(mentees=cohort.mentees, mentors=wider), bans=bans)
            expected = other.matched - plan.matched, other.total - plan.total
            found = advice.get(mentor.id)
            assert ((found.matched, found.points) if found else (0, 0)) == expected, seed
            helped += found is not None
    assert helped


Town = tuple[Cohort, MatchingPlan, tuple[Advice, ...]]


@pytest.fixture(scope="module")
def town() -> Town:
    """Return the invented town, its plan and all advice."""
    return TOWN, PLAN, PLAN.advice(most=EVERYTHING)


def test_what_helps_most_comes_first(town: Town) -> None:
    """Ranked by mentees, then by points; of places, mentors to be found and rules no more each than asked for."""
    _, plan, advice = town
    assert all(one.gains or one.points > 0 for one in advice)
    kinds = [[one for one in advice if kind(one)] for kind in (_is_place, _is_profile, _is_rule)]
    assert all(kinds)
    for kind in kinds:
        assert {priority for one in kind for priority, _ in one.gains} <= {5}
        helped = [(sum(gain for _, gain in one.gains), one.points) for one in kind]
        assert helped == sorted(helped, reverse=True)
    assert set(plan.advice(most=1)) == {kind[0] for kind in kinds}
    subjects = [(one.mentors, one.profile, one.count, one.rule, one.after) for one in advice]
    assert len(set(subjects)) == len(advice)


def _is_place(one: Advice) -> bool:
    return bool(one.mentors)


def _is_profile(one: Advice) -> bool:
    return one.profile is not None


def _is_rule(one: Advice) -> bool:
    return one.rule is not None


def test_a_relaxed_rule_brings_what_is_said(town: Town) -> None:
    """The same as a matching under the relaxed rule, and both directions were tried."""
    cohort, plan, advice = town
    relaxed = [one for one in advice if one.rule]
    assert relaxed
    for one in relaxed:
        assert one.parameter is not None
        rules = TARGET_MODEL.with_parameters(one.rule or "", **{one.parameter: one.after})
        other = match(cohort, rules)
        gained = other.matched - plan.matched, other.total - plan.total
        assert (one.matched, one.points) == gained


def test_mentors_to_be_found_bring_what_is_said(town: Town) -> None:
    """Each brings what matching with as many of them says."""
    cohort, plan, advice = town
    found = [one for one in advice if one.profile is not None]
    assert found
    for one in found:
        assert one.profile is not None
        assert one.profile.id not in plan.places
        assert one.profile.person.name is None
        more = newcomers(one.profile, one.count)
        other = match(Cohort(mentees=cohort.mentees, mentors=[*cohort.mentors, *more]))
        gained = other.matched - plan.matched, other.total - plan.total
        assert (one.matched, one.points) == gained


class TestWhomToLookFor:
    """Mentors who are made up for those left out."""

    def test_nothing_is_stated_that_is_not_needed(self) -> None:
        """Free times that suit, the school and the place; and no marks, which no rule asks for there."""
        left = [one.mentee for one in PLAN.unmatched]
        for profile in profiles_wanted(TOWN, TARGET_MODEL, left, most=5):
            served = [name for name in left if _could_take(profile, TOWN.mentee(name))]
            assert served
            assert (profile.capacity, profile.minimum) == (1, 0)
            assert not profile.choices | profile.refusals
            wanted = [TOWN.mentee(name).person.slots for name in served]
            assert all(some is None or some & (profile.person.slots or set()) for some in wanted)
            assert profile.person.interests == frozenset()

    def test_one_more_who_brings_nothing_is_not_advised(self) -> None:
        """Of mentors like a profile as many as bring something, however many are allowed."""
        drawn = Case.drawn(3).cohort
        cohort = Cohort(mentees=drawn.mentees[:2], mentors=())
        profile = evolve(drawn.mentors[0], capacity=1, minimum=0)
        told = match(cohort).advice(most=EVERYTHING, profiles=[profile], copies=9)
        brought = [(one.matched, one.points) for one in told]
        assert 0 < len(brought) <= len(cohort.mentees)
        assert len(set(brought)) == len(brought)
        assert sorted(one.count for one in told) == list(range(1, len(told) + 1))

    def test_nobody_to_look_for(self) -> None:
        """Where nobody is left out, or nobody is there to be like, or their own will is missing."""
        assert profiles_wanted(TOWN, TARGET_MODEL, [], most=5) == []
        left = [one.mentee for one in PLAN.unmatched]
        without = Cohort(
            mentees=[evolve(one, choices=(), refusals=()) for one in TOWN.mentees], mentors=[]
        )
        assert profiles_wanted(without, TARGET_MODEL, left, most=5) == []
        unwilling = [evolve(one, agreed=False) if one.id in left else one for one in TOWN.mentees]
        nobody = Cohort(mentees=unwilling, mentors=TOWN.mentors)
        assert profiles_wanted(nobody, TARGET_MODEL, left, most=5) == []


def _could_take(mentor: Mentor, mentee: Mentee) -> bool:
    plan = match(Cohort(mentors=[mentor], mentees=[evolve(mentee, choices=(), refusals=())]))
    return bool(plan.pairs)


class TestWhatNobodyElseSays:
    """A statement of one side alone may be a slip, and nobody is looked for by it."""

    def test_a_free_time_of_one_side_is_not_advised(self) -> None:
        """The mentees write a label that no mentor has; with a time beside it, that alone is asked for."""
        for slots, expected in (
            ({"after practice"}, set()),
            ({"after practice", "tue 15:00"}, {"tue 15:00"}),
        ):
            cohort = _at(slots)
            left = [one.mentee for one in match(cohort).unmatched]
            profiles = profiles_wanted(cohort, TARGET_MODEL, left, most=5)
            assert {slot for one in profiles for slot in one.person.slots or ()} == expected

    def test_a_school_of_one_side_is_said(self) -> None:
        """A mentor of the mentees' school is looked for, and it is said that no mentor has it."""
        cohort = _at({"mon 9:00"}, school="n")
        (advice,) = [one for one in match(cohort).advice(most=1, copies=1) if one.profile]
        assert advice.unshared == ("person.organisation",)
        assert "(organisation)" in in_words([advice], TARGET_MODEL, "en").text()


def _at(slots: set[str], school: str = "s") -> Cohort:
    """Return two mentees of a school with these free times, and a mentor who is free at others."""
    ready = {"agreed": True, "guardian_agreed": True}
    pupil = Pupil(
        "a",
        organisation="s",
        grade=10,
        age=16,
        slots={"mon 9:00", "tue 15:00"} if slots == {"mon 9:00"} else {"fri 9:00", "tue 15:00"},
        data_consent=True,
        qualities={"volunteer"},
    )
    busy = evolve(pupil, slots=pupil.slots if school != "s" else {"fri 9:00"}, id="z")
    mentors = [Mentor(busy, trained=True, **ready)]
    if "tue 15:00" in slots:
        mentors.append(Mentor(evolve(pupil, grade=5), trained=True, **ready))
    mentees = [
        Mentee(
            Pupil(name, organisation=school, grade=7, age=13, slots=slots, data_consent=True),
            category="active",
            **ready,
        )
        for name in ("b", "c")
    ]
    return Cohort(mentors=mentors, mentees=mentees)


def test_who_is_not_left_out_before_is_a_matter_of_priority() -> None:
    """One mentee of the first priority is more than three of the last; among equals the points count."""
    ordered = [
        Advice(mentors=("d",), gains=((1, 2), (9, -1)), points=-5),
        Advice(mentors=("c",), gains=((1, 1), (9, 3)), points=1),
        Advice(mentors=("b",), gains=((1, 1),), points=70),
        Advice(mentors=("f",), gains=((1, 1),), points=3),
        Advice(mentors=("a",), gains=((9, 3),), points=400),
        Advice(mentors=("e",), gains=(), points=500),
    ]
    backwards = ordered[::-1]
    assert sorted(backwards, key=Advice.rank) == ordered


def test_a_copy_of_a_profile_has_an_id_and_no_name() -> None:
    """Nobody is found yet, so that nobody has a name; all else is as it was."""
    someone = Mentor(Pupil("new", name="Ася Небывалова", grade=9, slots={"tue 15:00"}), capacity=2)
    first, *more = newcomers(someone, 3)
    assert first == someone
    assert [one.id for one in more] == ["new-2", "new-3"]
    for one in (*more, nobody_like(someone)):
        assert one.person.name is None
        assert evolve(one, person=evolve(one.person, id="new", name=someone.person.name)) == someone


def test_a_profile_takes_nobody_s_id() -> None:
    """Neither of a mentor nor of a mentee: new ones beside people who are called as they would be."""
    left = [one.mentee for one in PLAN.unmatched]
    taken = {left[0]: "new-1", TOWN.mentors[0].id: "new-2"}

    def called(role: Any) -> Any:
        named = evolve(role.person, id=taken.get(role.id, role.id))
        return evolve(role, person=named, choices=(), refusals=())

    cohort = Cohort(
        mentees=[called(one) for one in TOWN.mentees], mentors=[called(one) for one in TOWN.mentors]
    )
    names = [taken.get(name, name) for name in left]
    found = profiles_wanted(cohort, TARGET_MODEL, names, most=2)
    assert [one.id for one in found] == ["new-3", "new-4"][: len(found)] != []
