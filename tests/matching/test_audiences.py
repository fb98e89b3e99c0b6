"""What those concerned are told: their own statements, and nothing that only others could be known by."""

import random
from typing import Any

import pytest
from attrs import evolve, fields, frozen

from helpers.rounds import mentee, mentor
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Methodology, match
from nastavnik.basics.texts import Text
from nastavnik.matching.answers.audiences import FEWEST_MEANT
from nastavnik.programme.evidence import Outcome
from nastavnik.report import in_words
from nastavnik.rules import ParticipantRequirement, Side


def somebody(**more: Any) -> Mentee:
    """Return an invented mentee who suits everybody in the same place."""
    one = mentee("p", random.Random(0))
    return evolve(one, person=evolve(one.person, place="north"), **more)


def helper(name: str, **more: Any) -> Mentor:
    """Return an invented mentor in the same place."""
    one = mentor(name, random.Random(1), 1, 0)
    return evolve(one, person=evolve(one.person, place="north"), **more)


def renamed(one: Mentee, name: str) -> Mentee:
    """Return a mentee under another id."""
    return evolve(one, person=evolve(one.person, id=name))


def test_who_was_refused_is_not_told() -> None:
    """Neither by the mentor nor by the coordinator; it reads as if somebody else had the place."""
    for refused in (
        Cohort(mentees=[somebody()], mentors=[helper("m", refusals={"p"})]),
        Cohort(mentees=[somebody(bans={"m"})], mentors=[helper("m")]),
    ):
        plan = match(refused)
        reason = plan.reason_for("p")
        assert reason is not None
        told = plan.explain("p", audience="participant")
        assert told.outcome is Outcome.LEFT_OUT
        assert (told.own, told.unmet) == ((), ())
        told = plan.explain("p", "m", audience="participant")
        assert told.outcome is Outcome.GIVEN_OTHERWISE
        assert (told.own, told.unmet) == ((), ())


def test_what_a_mentor_lacks_is_not_told_to_a_mentee() -> None:
    """It is told to the mentor."""
    plan = match(Cohort(mentees=[somebody()], mentors=[helper("m", trained=False)]))
    told = plan.explain("p", audience="participant")
    assert (told.own, told.unmet) == ((), ())
    own = plan.explain_mentor("m", audience="participant").own
    assert [(one.rule, dict(one.facts)) for one in own] == [
        ("mentor-trained", {"mentor.trained": False})
    ]


def test_what_keeps_everybody_from_a_mentor_is_told_as_far_as_it_is_the_mentor_s() -> None:
    """The certificate that an adult needs, and never that a mentee does not want to."""
    some = [renamed(somebody(), f"p{k}") for k in range(FEWEST_MEANT)]
    plan = match(Cohort(mentees=some, mentors=[helper("m", cleared=False)]))
    told = plan.explain_mentor("m", audience="participant")
    assert (told.own, told.unmet) == ((), ("cleared",))
    assert "certificate of no criminal record" in in_words(told, TARGET_MODEL, "en").text()
    refusing = [evolve(one, refusals={"m"}) for one in some]
    told = match(Cohort(mentees=refusing, mentors=[helper("m")])).explain_mentor(
        "m", audience="participant"
    )
    assert (told.own, told.unmet) == ((), ())
    plan = match(Cohort(mentees=[evolve(one, agreed=False) for one in some], mentors=[helper("m")]))
    assert plan.explain_mentor("m", audience="participant").unmet == ()


def test_what_rests_on_both_is_named_without_anybody_s_values() -> None:
    """A mentee who can come to no mentor's place learns that the place is what it rested on."""
    away = somebody()
    away = evolve(away, person=evolve(away.person, place="far-away"))
    mentors = [helper(f"m{k}") for k in range(FEWEST_MEANT)]
    told = match(Cohort(mentees=[away], mentors=mentors)).explain("p", audience="participant")
    assert told.unmet == ("can-meet",)
    assert told.own == ()


def test_what_the_mentee_can_mend_is_told() -> None:
    """An own statement, with the own value."""
    plan = match(Cohort(mentees=[somebody(guardian_agreed=None)], mentors=[helper("m")]))
    told = plan.explain("p", audience="participant")
    assert [(one.rule, one.unknown) for one in told.own] == [("mentee-guardian-agreed", True)]
    assert all(path.startswith("mentee.") for path in told.own[0].facts)


def test_the_own_pair_is_told_whole() -> None:
    """Whom the mentee has, for what, and what both stated; points, prices and the role model are not told."""
    wishing, other = somebody(subjects={"Art"}), helper("m")
    wishing = evolve(
        wishing, person=evolve(wishing.person, slots={"вт 15-17"}, interests={"Chess", "go"})
    )
    theirs = evolve(other.person, slots={"вторник 16:00"}, interests={"chess", "art"})
    other = evolve(other, person=theirs, subjects={"art", "physics"})
    plan = match(Cohort(mentees=[wishing], mentors=[other]))
    told = plan.explain("p", audience="participant")
    pair = plan.pairs[0]
    assert (told.outcome, told.mentor, told.form) == (Outcome.PAIRED, "m", pair.form)
    assert (told.times, told.interests, told.subjects) == (("tue 16:00",), ("Chess",), ("Art",))
    role_model = TARGET_MODEL.form(pair.form).role_model(pair.role_model)
    assert told.purpose == role_model.for_participants
    assert not {"price", "score", "points", "role_model"} & {a.name for a in fields(type(told))}
    assert plan.explain("p", "m", audience="participant") == told
    one = plan.explain_mentor("m", audience="participant")
    assert (one.places, one.free, one.mentees, one.own) == (1, 0, ("p",), ())


def test_crowds_have_no_number() -> None:
    """Others have the places."""
    everybody = [renamed(somebody(), f"p{k}") for k in range(FEWEST_MEANT + 1)]
    mentors = [helper(f"m{k}") for k in range(FEWEST_MEANT)]
    plan = match(Cohort(mentees=everybody, mentors=mentors))
    left = plan.unmatched[0].mentee
    told = plan.explain(left, audience="participant")
    assert (told.outcome, told.mentor, told.unmet) == (Outcome.CROWDED_OUT, None, ())
    asked = plan.explain(left, "m0", audience="participant")
    assert (asked.outcome, asked.mentor) == (Outcome.GIVEN_OTHERWISE, None)


@frozen(kw_only=True)
class OldFrom(ParticipantRequirement):
    """Somebody has reached an age, another one in each form."""

    id: str = "old-from"
    sentence: Text = Text(en="Old enough.", ru="Возраст подходит.")
    years: int

    def admits(self, participant: Any) -> Any:
        """Compare the age."""
        return participant.person.age >= self.years


def with_ages(side: Side, ages: dict[str, int]) -> Methodology:
    """Return the target model with an age of its own in each of some forms."""
    rules = TARGET_MODEL
    for form, years in ages.items():
        rules = rules.with_rule(OldFrom(side=side, years=years), form=form)
    return rules


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ({"student-pupil": 99, "pupil-pupil": 9}, ()),
        ({"student-pupil": 99, "pupil-pupil": 98}, ("old-from",)),
        ({"student-pupil": 99, "employer-student": 9}, ("old-from",)),
    ],
)
def test_a_rule_is_told_that_holds_in_no_form_of_one_s_own_position(
    ages: dict[str, int], told: tuple[str, ...]
) -> None:
    """A pupil of 14 is too young for one form and not for another: nothing of the own is in the way then.

    How it is in forms of which only other people are mentees is no matter of theirs.
    """
    plan = match(Cohort(mentees=[somebody()], mentors=[helper("m")]), with_ages(Side.MENTEE, ages))
    assert not plan.pairs
    own = plan.explain("p", "m", audience="participant").own
    assert tuple(one.rule for one in own) == told


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ({"student-pupil": 99, "pupil-pupil": 9, "employer-pupil": 9}, ("old-from",)),
        ({"student-pupil": 19, "pupil-pupil": 99, "employer-pupil": 99}, ()),
    ],
)
def test_a_mentor_is_told_what_mentors_of_their_position_are_asked(
    ages: dict[str, int], told: tuple[str, ...]
) -> None:
    """A student of 19 hears what is asked of students, whatever pupils and employers are asked under the same name."""
    plan = match(Cohort(mentees=[somebody()], mentors=[helper("m")]), with_ages(Side.MENTOR, ages))
    own = plan.explain_mentor("m", audience="participant").own
    assert tuple(one.rule for one in own) == told
