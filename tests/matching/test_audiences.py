"""What those concerned are told: their own statements, and nothing that only others could be known by."""

import random
from typing import Any

from attrs import evolve, fields

from helpers.rounds import mentee, mentor
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, match
from nastavnik.programme.evidence import Outcome
from nastavnik.report import in_words


def somebody(**more: Any) -> Mentee:
    """Return an invented mentee who suits everybody in the same place."""
    one = mentee("p", random.Random(0))
    return evolve(one, person=evolve(one.person, place="north"), **more)


def helper(name: str, **more: Any) -> Mentor:
    """Return an invented mentor in the same place."""
    one = mentor(name, random.Random(1), 1, 0)
    return evolve(one, person=evolve(one.person, place="north"), **more)


def test_who_was_refused_is_not_told() -> None:
    """Neither by the mentor nor by the coordinator; that the pair is not suitable is all there is to say."""
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
        assert told.outcome is Outcome.NOT_SUITABLE
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
    plan = match(Cohort(mentees=[somebody()], mentors=[helper("m", cleared=False)]))
    told = plan.explain_mentor("m", audience="participant")
    assert (told.own, told.unmet) == ((), ("cleared",))
    assert "certificate of no criminal record" in in_words(told, TARGET_MODEL, "en").text()
    plan = match(Cohort(mentees=[somebody(refusals={"m"})], mentors=[helper("m")]))
    told = plan.explain_mentor("m", audience="participant")
    assert (told.own, told.unmet) == ((), ())
    plan = match(Cohort(mentees=[somebody(agreed=False)], mentors=[helper("m")]))
    assert plan.explain_mentor("m", audience="participant").unmet == ()


def test_what_rests_on_both_is_named_without_anybody_s_values() -> None:
    """A mentee who can come to no mentor's place learns that the place is what it rested on."""
    away = somebody()
    away = evolve(away, person=evolve(away.person, place="far-away"))
    told = match(Cohort(mentees=[away], mentors=[helper("m")])).explain("p", audience="participant")
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
    """Somebody else has the place."""
    other = somebody()
    other = evolve(other, person=evolve(other.person, id="q"))
    plan = match(Cohort(mentees=[somebody(), other], mentors=[helper("m")]))
    left = plan.unmatched[0].mentee
    told = plan.explain(left, audience="participant")
    assert (told.outcome, told.mentor, told.unmet) == (Outcome.CROWDED_OUT, None, ())
    asked = plan.explain(left, "m", audience="participant")
    assert (asked.outcome, asked.mentor) == (Outcome.GIVEN_OTHERWISE, None)
