"""Who may take part at all: one who may, one who may not, and what unknown means, for every rule."""

from typing import Any

import pytest

from helpers.built_in import never_made_in
from nastavnik.basics.errors import RuleError
from nastavnik.basics.sources import Confidence
from nastavnik.people import Mentee, Mentor, Professional, Pupil, Student, Teacher
from nastavnik.rules import ParticipantRequirement, Requirement, Side, Unknown
from nastavnik.rules.catalogue import eligibility
from nastavnik.rules.catalogue.eligibility import (
    Agreed,
    DataConsent,
    ExperienceFrom,
    ExperienceUpTo,
    GradeFrom,
    GuardianAgreed,
    OldEnough,
    ShowsQuality,
    Trained,
)
from nastavnik.rules.evaluation import Verdict, judge

ANYBODY = Pupil("other")


def said(rule: Requirement, mentor: Mentor | None = None, mentee: Mentee | None = None) -> Verdict:
    """Return what the rule says of the two, somebody of whom nothing is known standing in."""
    return judge(rule, mentor or Mentor(ANYBODY), mentee or Mentee(ANYBODY))


def admits(rule: Requirement, mentor: Mentor | None = None, mentee: Mentee | None = None) -> bool:
    """Return whether the rule lets the two through on facts alone."""
    verdict = said(rule, mentor, mentee)
    assert verdict.decided
    return verdict.holds


def refuses_the_unknown(
    rule: Requirement, mentor: Mentor | None = None, mentee: Mentee | None = None
) -> bool:
    """Return whether the rule refuses the two because it does not know."""
    verdict = said(rule, mentor, mentee)
    return not verdict.decided and not verdict.holds


def test_every_rule_of_the_module_is_tested_here() -> None:
    assert never_made_in(__file__, eligibility) == []


def test_agreed_takes_only_who_is_willing() -> None:
    """S2: trust and partnership exclude compulsion."""
    rule = Agreed(side=Side.MENTEE)
    assert admits(rule, mentee=Mentee(Pupil("a"), agreed=True))
    assert not admits(rule, mentee=Mentee(Pupil("a"), agreed=False))


def test_agreed_refuses_who_was_not_asked() -> None:
    assert refuses_the_unknown(Agreed(side=Side.MENTOR), Mentor(Teacher("t")))


def test_agreed_looks_at_its_own_side() -> None:
    assert admits(Agreed(side=Side.MENTOR), Mentor(Teacher("t"), agreed=True))
    assert refuses_the_unknown(Agreed(side=Side.MENTEE), Mentor(Teacher("t"), agreed=True))


def test_guardian_agreed_asks_for_a_minor() -> None:
    """Recalled: consent of the parents to a minor's participation."""
    rule, minor = GuardianAgreed(side=Side.MENTEE), Pupil("a", age=15)
    assert admits(rule, mentee=Mentee(minor, guardian_agreed=True))
    assert not admits(rule, mentee=Mentee(minor, guardian_agreed=False))


def test_guardian_agreed_asks_nobody_for_an_adult() -> None:
    rule = GuardianAgreed(side=Side.MENTOR)
    assert admits(rule, Mentor(Teacher("t")))
    assert admits(rule, Mentor(Pupil("a", age=18), guardian_agreed=False))


def test_guardian_agreed_takes_a_pupil_of_unknown_age_for_a_minor() -> None:
    rule = GuardianAgreed(side=Side.MENTEE)
    assert not admits(rule, mentee=Mentee(Pupil("a"), guardian_agreed=False))
    assert refuses_the_unknown(rule, mentee=Mentee(Pupil("a")))


def test_guardian_agreed_refuses_a_student_who_may_be_a_minor() -> None:
    rule = GuardianAgreed(side=Side.MENTEE)
    assert refuses_the_unknown(rule, mentee=Mentee(Student("s"), guardian_agreed=False))
    assert admits(rule, mentee=Mentee(Student("s"), guardian_agreed=True))


def test_data_consent_must_be_given() -> None:
    """Recalled: 152-FZ, as schools apply it."""
    rule = DataConsent(side=Side.MENTOR)
    assert admits(rule, Mentor(Pupil("a", data_consent=True)))
    assert not admits(rule, Mentor(Pupil("a", data_consent=False)))
    assert refuses_the_unknown(rule, Mentor(Pupil("a")))


@pytest.mark.parametrize(("age", "may"), [(9, False), (10, True), (17, True)])
def test_old_enough_is_ten(age: int, may: bool) -> None:
    """U17: the goal of the model speaks of pupils from age 10."""
    assert admits(OldEnough(), mentee=Mentee(Pupil("a", age=age))) is may


def test_old_enough_refuses_an_unknown_age() -> None:
    assert refuses_the_unknown(OldEnough(), mentee=Mentee(Pupil("a")))
    assert refuses_the_unknown(OldEnough(), mentee=Mentee(Teacher("t")))


def test_trained_asks_for_the_training_of_mentors() -> None:
    """Recalled: selection and training of mentors, stage 4 of the programme."""
    assert admits(Trained(), Mentor(Teacher("t"), trained=True))
    assert not admits(Trained(), Mentor(Teacher("t"), trained=False))
    assert refuses_the_unknown(Trained(), Mentor(Teacher("t")))


def test_trained_can_only_be_asked_of_mentors() -> None:
    with pytest.raises(RuleError, match="it can only be"):
        Trained(side=Side.MENTEE)


@pytest.mark.parametrize(("grade", "may"), [(7, False), (8, True), (11, True)])
def test_grade_from_takes_senior_classes(grade: int, may: bool) -> None:
    """Recalled, unsure: employer–pupil is for senior classes, from about 8 or 9."""
    assert admits(GradeFrom(), mentee=Mentee(Pupil("a", grade=grade))) is may


def test_grade_from_refuses_an_unknown_grade() -> None:
    assert refuses_the_unknown(GradeFrom(), mentee=Mentee(Pupil("a")))


@pytest.mark.parametrize(("years", "may"), [(4, False), (5, True)])
def test_experience_from_is_five_years(years: int, may: bool) -> None:
    """Recalled, unsure: at least 5 years for a professional."""
    assert admits(ExperienceFrom(), Mentor(Professional("w", experience=years))) is may


def test_experience_from_refuses_unknown_experience() -> None:
    assert refuses_the_unknown(ExperienceFrom(), Mentor(Professional("w")))


@pytest.mark.parametrize(("years", "may"), [(0, True), (3, True), (4, False)])
def test_experience_up_to_is_three_years(years: int, may: bool) -> None:
    """Recalled, unsure: a novice teacher has 0 to 3 years."""
    assert admits(ExperienceUpTo(), mentee=Mentee(Teacher("t", experience=years))) is may


def test_experience_up_to_refuses_unknown_experience() -> None:
    assert refuses_the_unknown(ExperienceUpTo(), mentee=Mentee(Teacher("t")))


def test_shows_quality_wants_one_of_several() -> None:
    """S6: class leader, olympiad winner, volunteer."""
    assert admits(ShowsQuality(), Mentor(Pupil("a", qualities={"volunteer", "author"})))
    assert not admits(ShowsQuality(), Mentor(Pupil("a", qualities={"author"})))
    assert not admits(ShowsQuality(), Mentor(Pupil("a")))


@pytest.mark.parametrize("kind", [Trained, OldEnough, ExperienceFrom, ShowsQuality])
def test_a_rule_with_a_side_of_its_own_is_named_after_it(
    kind: type[ParticipantRequirement],
) -> None:
    rule: Any = kind
    assert rule().id.startswith(rule().side.value + "-")


def test_a_limit_of_experience_is_not_asked_of_some_categories() -> None:
    """Seen, N1: 0 to 3 years or new at the workplace."""
    rule = ExperienceUpTo(not_asked_of={"newcomer"})
    old = Teacher("t", experience=20)
    assert admits(rule, mentee=Mentee(old, category="newcomer"))
    assert admits(rule, mentee=Mentee(Teacher("t"), category="newcomer"))
    assert not admits(rule, mentee=Mentee(old, category="novice"))
    assert refuses_the_unknown(rule, mentee=Mentee(old))
    assert admits(rule, mentee=Mentee(Teacher("t", experience=3)))
    by_sign = ExperienceUpTo(not_asked_of={"newcomer"}, not_asked_with={"new-here"})
    assert admits(by_sign, mentee=Mentee(old, signs={"new-here"}))
    assert not admits(by_sign, mentee=Mentee(old, category="novice", signs={"new-here"}))


def test_a_mentor_has_no_category_that_could_be_spared() -> None:
    with pytest.raises(RuleError, match="not_asked_of"):
        ExperienceUpTo(side=Side.MENTOR, not_asked_of={"newcomer"})
    with pytest.raises(RuleError, match="not_asked_of"):
        ExperienceUpTo(not_asked_of="newcomer")


def test_a_policy_for_the_unknown_can_be_chosen() -> None:
    lenient = OldEnough(unknown=Unknown.PASSES)
    verdict = said(lenient, mentee=Mentee(Pupil("a")))
    assert (verdict.holds, verdict.decided) == (True, False)
    assert verdict.facts == ("mentee.person.age",)


def test_a_number_that_may_be_wrong_is_a_parameter() -> None:
    """Recalled, unsure: never a constant in code."""
    for rule in (GradeFrom(), ExperienceFrom()):
        assert rule.source.confidence is Confidence.RECALLED_UNSURE
        assert {"grade", "years"} & set(rule.parameters)
