"""Who may be paired with whom: a pair that may be, one that may not, and what unknown means."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, combinations

import attrs
import pytest
from attrs import evolve

from helpers.built_in import never_made_in
from helpers.roles import in_roles
from nastavnik import Cohort
from nastavnik.basics.errors import RuleError
from nastavnik.people import Mentee, Mentor, Person, Professional, Pupil, Student, Teacher
from nastavnik.rules import Requirement, Unknown
from nastavnik.rules.catalogue import pairing
from nastavnik.rules.catalogue.pairing import (
    CanMeet,
    CategoryServed,
    Cleared,
    CommonLanguage,
    CommonSlots,
    GradeGap,
    LessExperienced,
    MoreExperienced,
    NotBanned,
    NotOneself,
    NotRefused,
    OffersNeededSubject,
    SameOrganisation,
    SameTaughtSubject,
    SharedPursuit,
    StrongWhereWeak,
)
from nastavnik.rules.evaluation import Table, Verdict, judge
from nastavnik.testing import check_rule


def powerset(items: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield every choice of some of the items."""
    return chain.from_iterable(combinations(items, n) for n in range(len(items) + 1))


def said(rule: Requirement, mentor: Mentor | Person, mentee: Mentee | Person) -> Verdict:
    """Return what the rule says of the two."""
    return judge(rule, *in_roles(mentor, mentee))


def allows(rule: Requirement, mentor: Mentor | Person, mentee: Mentee | Person) -> bool:
    """Return whether the rule lets the two through on facts alone."""
    verdict = said(rule, mentor, mentee)
    assert verdict.decided
    return verdict.holds


def without_knowing(rule: Requirement, mentor: Mentor | Person, mentee: Mentee | Person) -> Unknown:
    """Return what the rule says of the two, which it must say without knowing."""
    verdict = said(rule, mentor, mentee)
    assert not verdict.decided
    return Unknown.PASSES if verdict.holds else Unknown.REFUSES


def test_every_rule_of_the_module_is_tested_here() -> None:
    assert never_made_in(__file__, pairing) == []


def test_nobody_is_their_own_mentor() -> None:
    """Inferred from S3: a pair has two members."""
    assert allows(NotOneself(), Pupil("a"), Pupil("b"))
    assert not allows(NotOneself(), Pupil("a"), Pupil("a"))


def test_a_refusal_of_either_side_parts_a_pair() -> None:
    """Inferred from S2: both are there of own will."""
    assert allows(NotRefused(), Mentor(Pupil("a"), refusals={"c"}), Mentee(Pupil("b")))
    assert not allows(NotRefused(), Mentor(Pupil("a"), refusals={"b"}), Mentee(Pupil("b")))
    assert not allows(NotRefused(), Mentor(Pupil("a")), Mentee(Pupil("b"), refusals={"a"}))


def test_the_coordinator_can_rule_a_pair_out() -> None:
    """Recalled: the coordinator runs the forming of pairs."""
    assert allows(NotBanned(), Mentor(Pupil("a")), Mentee(Pupil("b"), bans={"c"}))
    assert not allows(NotBanned(), Mentor(Pupil("a")), Mentee(Pupil("b"), bans={"a"}))


def test_common_slots_are_needed() -> None:
    """Inferred: a pair that cannot meet is none."""
    mentor = Pupil("a", slots={"mon-15", "tue-15"})
    assert allows(CommonSlots(), mentor, Pupil("b", slots={"tue-15"}))
    assert not allows(CommonSlots(), mentor, Pupil("b", slots={"wed-16"}))
    assert not allows(CommonSlots(at_least=2), mentor, Pupil("b", slots={"tue-15"}))


def test_no_free_time_at_all_is_known() -> None:
    assert not allows(CommonSlots(), Pupil("a", slots=()), Pupil("b", slots={"tue-15"}))


def test_unknown_slots_part_nobody() -> None:
    half_known = Pupil("a", slots={"mon-15"}), Pupil("b")
    assert without_knowing(CommonSlots(), *half_known) is Unknown.PASSES


def test_a_common_language_is_needed() -> None:
    """Inferred: communication is the means of mentoring."""
    mentor = Pupil("a", languages={"ru", "en"})
    assert allows(CommonLanguage(), mentor, Pupil("b", languages={"ru"}))
    assert not allows(CommonLanguage(), mentor, Pupil("b", languages={"tt"}))
    assert without_knowing(CommonLanguage(), mentor, Pupil("b")) is Unknown.PASSES


def test_a_pair_meets_online_or_in_one_place() -> None:
    """Inferred: a pair that cannot meet is none."""
    mentor = Pupil("a", online=True, place="centre")
    assert allows(CanMeet(), mentor, Pupil("b", online=True, place="village"))
    assert allows(CanMeet(), mentor, Pupil("b", online=False, place="centre"))
    assert not allows(CanMeet(), mentor, Pupil("b", online=False, place="village"))


def test_two_who_are_online_need_no_place() -> None:
    assert allows(CanMeet(), Pupil("a", online=True), Pupil("b", online=True))


def test_an_unknown_place_parts_nobody() -> None:
    assert without_knowing(CanMeet(), Pupil("a", place="centre"), Pupil("b")) is Unknown.PASSES


def test_an_adult_who_mentors_a_minor_is_cleared() -> None:
    """Inferred: labour code, article 351.1, read broadly."""
    minor = Mentee(Pupil("b", age=12))
    assert allows(Cleared(), Mentor(Professional("w"), cleared=True), minor)
    assert not allows(Cleared(), Mentor(Professional("w"), cleared=False), minor)
    assert without_knowing(Cleared(), Mentor(Professional("w")), minor) is Unknown.REFUSES


def test_nobody_else_needs_to_be_cleared() -> None:
    assert allows(Cleared(), Mentor(Pupil("a", age=16)), Mentee(Pupil("b", age=12)))
    assert allows(Cleared(), Mentor(Professional("w")), Mentee(Student("s", age=20)))


def test_a_pupil_of_eighteen_is_not_asked_unless_a_school_wants_it() -> None:
    """Inferred: the labour code speaks of those who work at a school, not of those who learn there."""
    grown, minor = Mentor(Pupil("a", grade=11, age=18)), Mentee(Pupil("b", age=12))
    assert allows(Cleared(), grown, minor)
    strict = Cleared(positions={"pupil"})
    assert without_knowing(strict, grown, minor) is Unknown.REFUSES
    assert allows(strict, Mentor(Professional("w"), cleared=False), minor)


@pytest.mark.parametrize(
    ("noted", "school", "unknown", "may"),
    [
        (None, "school-1", Unknown.PASSES, True),
        (None, "school-2", Unknown.PASSES, False),
        (None, None, Unknown.PASSES, False),
        (None, "school-1", Unknown.REFUSES, False),
        (False, "school-1", Unknown.PASSES, False),
        (True, "school-2", Unknown.REFUSES, True),
    ],
)
def test_a_teacher_of_the_own_school_was_checked_on_being_hired(
    noted: bool | None, school: str | None, unknown: Unknown, *, may: bool
) -> None:
    """Inferred: labour code, articles 331 and 351.1."""
    teacher = Mentor(Teacher("t", organisation=school), cleared=noted)
    minor = Mentee(Pupil("b", age=12, organisation="school-1"))
    assert said(Cleared(own_teachers=unknown), teacher, minor).holds is may


def test_students_of_one_college_are_not_asked_but_those_who_come_to_a_school_are() -> None:
    """Inferred: they learn beside each other, like pupils of one school."""
    grown = Mentor(Student("s", age=19, organisation="college"))
    fellow = Mentee(Student("b", age=16, organisation="college"))
    assert allows(Cleared(), grown, fellow)
    elsewhere = Mentee(Student("b", age=16, organisation="other"))
    assert without_knowing(Cleared(), grown, elsewhere) is Unknown.REFUSES
    pupil = Mentee(Pupil("b", age=16, organisation="college"))
    assert without_knowing(Cleared(), grown, pupil) is Unknown.REFUSES


def test_a_professional_of_the_same_name_of_organisation_is_no_teacher_of_it() -> None:
    minor = Mentee(Pupil("b", age=12, organisation="school-1"))
    mentor = Mentor(Professional("w", organisation="school-1"))
    assert without_knowing(Cleared(), mentor, minor) is Unknown.REFUSES


def as_a_person_would(mentor: Mentor, mentee: Mentee, positions: set[str], own: Unknown) -> bool:
    """Decide about clearance as somebody would who reads the rule aloud."""
    who, child = mentor.person, mentee.person
    if who.position.value not in positions or who.minor is True or child.minor is False:
        return True
    if mentor.cleared is not None:
        return mentor.cleared
    same = who.organisation is not None and who.organisation == child.organisation
    fellows = isinstance(who, Student) and isinstance(child, Student)
    return same and (fellows or (isinstance(who, Teacher) and own is Unknown.PASSES))


MENTORS_TO_CLEAR = [
    Mentor(person, cleared=noted)
    for noted in (True, False, None)
    for school in ("school-1", "school-2", None)
    for person in (
        Pupil("a", age=17, organisation=school),
        Pupil("a", age=18, organisation=school),
        Student("a", age=17, organisation=school),
        Student("a", age=18, organisation=school),
        Student("a", organisation=school),
        Teacher("a", organisation=school),
        Professional("a", organisation=school),
    )
]

CHILDREN_AND_OTHERS = [
    Mentee(person)
    for person in (
        Pupil("b", age=12, organisation="school-1"),
        Pupil("b", organisation="school-1"),
        Pupil("b", age=12),
        Pupil("b", age=18, organisation="school-1"),
        Student("b", age=16, organisation="school-1"),
        Teacher("b", organisation="school-1"),
    )
]


@pytest.mark.parametrize("own", Unknown)
@pytest.mark.parametrize("positions", [{"student", "professional", "teacher"}, {"pupil"}])
def test_clearance_is_what_a_person_would_say_for_everybody(
    positions: set[str], own: Unknown
) -> None:
    rule = Cleared(positions=positions, own_teachers=own)
    for mentor in MENTORS_TO_CLEAR:
        for mentee in CHILDREN_AND_OTHERS:
            expected = as_a_person_would(mentor, mentee, positions, own)
            assert said(rule, mentor, mentee).holds is expected, (mentor.person, mentor.cleared)


def test_clearance_is_the_same_on_columns() -> None:
    mentors = [
        attrs.evolve(one, person=attrs.evolve(one.person, id=f"a{k}"))
        for k, one in enumerate(MENTORS_TO_CLEAR)
    ]
    mentees = [
        attrs.evolve(one, person=attrs.evolve(one.person, id=f"b{k}"))
        for k, one in enumerate(CHILDREN_AND_OTHERS)
    ]
    check_rule(Cleared(), Cohort(mentees=mentees, mentors=mentors), on_columns=True)


def test_a_position_that_there_is_not_is_refused() -> None:
    with pytest.raises(RuleError, match="positions has 'techer'"):
        Cleared(positions={"techer"})
    with pytest.raises(RuleError, match="own_teachers"):
        Cleared(own_teachers=True)  # type: ignore[arg-type]


def test_who_may_be_an_adult_is_asked_for_clearance() -> None:
    minor = Mentee(Pupil("b"))
    assert without_knowing(Cleared(), Mentor(Student("s"), cleared=False), minor) is Unknown.REFUSES
    assert allows(Cleared(), Mentor(Student("s"), cleared=True), minor)


def test_both_belong_to_one_school() -> None:
    """S5: pupil–pupil joins pupils of one school."""
    mentor = Pupil("a", organisation="school-1")
    assert allows(SameOrganisation(), mentor, Pupil("b", organisation="school-1"))
    assert not allows(SameOrganisation(), mentor, Pupil("b", organisation="school-2"))


def test_an_unknown_school_is_not_the_same() -> None:
    mentor, mentee = Pupil("a"), Pupil("b")
    assert without_knowing(SameOrganisation(), mentor, mentee) is Unknown.REFUSES


@pytest.mark.parametrize(("grade", "may"), [(7, False), (8, False), (9, True)])
def test_the_mentor_is_in_a_higher_grade(grade: int, may: bool) -> None:
    """S6: the mentor is an older pupil."""
    assert allows(GradeGap(), Pupil("a", grade=grade), Pupil("b", grade=8)) is may


def test_the_gap_of_grades_is_a_parameter() -> None:
    """S6 gives no number."""
    assert not allows(GradeGap(at_least=3), Pupil("a", grade=10), Pupil("b", grade=8))
    assert allows(GradeGap(at_least=0), Pupil("a", grade=8), Pupil("b", grade=8))


def test_an_unknown_grade_is_not_higher() -> None:
    assert without_knowing(GradeGap(), Pupil("a", grade=11), Pupil("b")) is Unknown.REFUSES
    assert without_knowing(GradeGap(), Student("s"), Pupil("b", grade=8)) is Unknown.REFUSES


def asking(subjects: set[str], marks: dict[str, int] | None) -> Mentee:
    """Return a pupil who asks for help in subjects."""
    return Mentee(Pupil("b", marks=marks), subjects=subjects)


def test_who_asks_for_help_in_study_gets_a_mentor_strong_there() -> None:
    """Inferred from S9: achiever–underachiever."""
    weak = asking({"physics"}, {"physics": 3, "art": 5})
    assert allows(StrongWhereWeak(), Pupil("a", marks={"physics": 4}), weak)
    assert not allows(StrongWhereWeak(), Pupil("a", marks={"physics": 3}), weak)
    assert not allows(StrongWhereWeak(), Pupil("a", marks={"art": 5}), weak)


def test_who_helps_with_the_subject_asked_for_will_do() -> None:
    weak = asking({"physics"}, {"physics": 3})
    helper = Mentor(Pupil("a", marks={"physics": 3}), subjects={"physics"})
    other = Mentor(Pupil("a", marks={"physics": 3}), subjects={"art"})
    assert allows(StrongWhereWeak(), helper, weak)
    assert not allows(StrongWhereWeak(), other, weak)


@pytest.mark.parametrize(
    ("subjects", "marks"),
    [(set(), {"physics": 2}), ({"physics"}, {"physics": 4}), ({"physics"}, {}), (set(), None)],
)
def test_who_asks_for_no_subject_or_is_weak_in_none_gets_any_mentor(
    subjects: set[str], marks: dict[str, int] | None
) -> None:
    """S8: results are one sign of several."""
    assert allows(StrongWhereWeak(), Pupil("a", marks={"art": 3}), asking(subjects, marks))


def test_strong_and_weak_are_parameters() -> None:
    mentor, mentee = Pupil("a", marks={"physics": 4}), asking({"art"}, {"physics": 3})
    assert allows(StrongWhereWeak(), mentor, mentee)
    assert not allows(StrongWhereWeak(strong_from=5), mentor, mentee)
    assert allows(StrongWhereWeak(strong_from=5, weak_to=2), mentor, mentee)
    assert not allows(StrongWhereWeak(at_least=2), mentor, mentee)


def test_unknown_marks_refuse_nobody() -> None:
    assert not allows(StrongWhereWeak(), Pupil("a", marks={}), asking({"art"}, {"art": 2}))
    mentor, mentee = Pupil("a"), asking({"art"}, {"art": 2})
    assert without_knowing(StrongWhereWeak(), mentor, mentee) is Unknown.PASSES
    assert without_knowing(StrongWhereWeak(), mentor, asking({"art"}, None)) is Unknown.PASSES


def test_the_mentor_offers_a_needed_subject() -> None:
    """Inferred: an achiever helps an underachiever with a subject."""
    mentor = Mentor(Student("s"), subjects={"physics", "art"})
    assert allows(OffersNeededSubject(), mentor, Mentee(Pupil("b"), subjects={"art"}))
    assert not allows(OffersNeededSubject(), mentor, Mentee(Pupil("b"), subjects={"history"}))
    assert not allows(OffersNeededSubject(), mentor, Mentee(Pupil("b")))


def test_peers_share_a_subject_or_an_interest() -> None:
    """Inferred from S10 and S11: an exchange of views for own projects."""
    mentor = Mentor(Pupil("a", interests={"chess"}), subjects={"physics"})
    assert allows(SharedPursuit(), mentor, Mentee(Pupil("b"), subjects={"physics"}))
    assert allows(SharedPursuit(), mentor, Mentee(Pupil("b", interests={"chess", "go"})))
    assert not allows(SharedPursuit(), mentor, Mentee(Pupil("b", interests={"physics"})))


def test_shared_subjects_and_interests_count_together() -> None:
    mentor = Mentor(Pupil("a", interests={"chess"}), subjects={"physics"})
    mentee = Mentee(Pupil("b", interests={"chess"}), subjects={"physics"})
    assert allows(SharedPursuit(at_least=2), mentor, mentee)
    assert not allows(SharedPursuit(at_least=3), mentor, mentee)


@pytest.mark.parametrize(("years", "may"), [(1, False), (2, False), (3, True)])
def test_the_mentor_is_more_experienced(years: int, may: bool) -> None:
    """Recalled: the mentor of a teacher is an experienced one."""
    mentor, mentee = Teacher("t", experience=years), Teacher("n", experience=2)
    assert allows(MoreExperienced(), mentor, mentee) is may
    assert without_knowing(MoreExperienced(), mentor, Teacher("n")) is Unknown.REFUSES


def test_by_how_much_is_a_parameter() -> None:
    mentor, mentee = Teacher("t", experience=5), Teacher("n", experience=2)
    assert allows(MoreExperienced(by=3), mentor, mentee)
    assert not allows(MoreExperienced(by=4), mentor, mentee)


def test_years_are_not_compared_with_those_of_a_newcomer() -> None:
    """Seen, N1: for one who is new at the workplace the place counts."""
    rule = MoreExperienced(not_asked_of={"newcomer"})
    mentor, old = Teacher("t", experience=15), Teacher("n", experience=20)
    assert allows(rule, mentor, Mentee(old, category="newcomer"))
    assert allows(rule, mentor, Mentee(Teacher("n"), category="newcomer"))
    assert not allows(rule, mentor, Mentee(old, category="novice"))
    assert without_knowing(rule, mentor, Mentee(old)) is Unknown.REFUSES
    assert allows(rule, mentor, Mentee(Teacher("n", experience=3)))


def test_who_is_new_may_be_known_by_a_sign_or_by_the_day_of_arrival() -> None:
    rule = MoreExperienced(not_asked_of={"newcomer"}, not_asked_with={"new-here"})
    mentor, old = Teacher("t", experience=15), Teacher("n", experience=20)
    assert allows(rule, mentor, Mentee(old, signs={"new-here", "tired"}))
    assert allows(rule, mentor, Mentee(old, newcomer_since=date(2026, 9, 1)))
    assert not allows(rule, mentor, Mentee(old, category="novice", signs={"new-here"}))
    assert without_knowing(rule, mentor, Mentee(old, signs={"tired"})) is Unknown.REFUSES


@pytest.mark.parametrize(("years", "may"), [(9, True), (10, False), (11, False)])
def test_the_innovator_is_less_experienced(years: int, may: bool) -> None:
    """Recalled: an innovator helps an older colleague with digital skills."""
    mentor, mentee = Teacher("t", experience=years), Teacher("n", experience=10)
    assert allows(LessExperienced(), mentor, mentee) is may
    assert without_knowing(LessExperienced(), mentor, Teacher("n")) is Unknown.REFUSES


def test_both_teach_one_subject() -> None:
    """Recalled: methodical support in one subject."""
    mentor = Teacher("t", subjects={"physics", "art"})
    assert allows(SameTaughtSubject(), mentor, Teacher("n", subjects={"art"}))
    assert not allows(SameTaughtSubject(), mentor, Teacher("n", subjects={"history"}))


def test_who_is_no_teacher_teaches_nothing_known() -> None:
    mentor, mentee = Teacher("t", subjects={"art"}), Pupil("b")
    assert without_knowing(SameTaughtSubject(), mentor, mentee) is Unknown.REFUSES


def test_a_role_model_serves_its_categories() -> None:
    """S9 and S11: role models are bound to categories."""
    rule, mentor = CategoryServed(categories={"passive", "novice"}), Mentor(Pupil("a"))
    assert allows(rule, mentor, Mentee(Pupil("b"), category="passive"))
    assert not allows(rule, mentor, Mentee(Pupil("b"), category="active"))
    assert without_knowing(rule, mentor, Mentee(Pupil("b"))) is Unknown.REFUSES


def test_a_binding_to_nothing_is_refused() -> None:
    with pytest.raises(RuleError, match="category-served"):
        CategoryServed(categories=frozenset())


SERVED = CategoryServed(categories={"x"}, signs={"x1", "x2"}, other_signs={"y1"})
"""Serves one category of two."""


@pytest.mark.parametrize("newcomers", [False, True])
@pytest.mark.parametrize("arrived", [None, "2026-09-01"])
@pytest.mark.parametrize("category", [None, "x", "y"])
@pytest.mark.parametrize("signs", list(map(set, powerset(["x1", "x2", "y1", "elsewhere"]))))
def test_a_category_is_stated_or_follows_from_signs_of_one(
    signs: set[str], category: str | None, arrived: str | None, *, newcomers: bool
) -> None:
    """Every combination, against the sentence of the rule; on people and on columns."""
    mentee = Mentee(Pupil("b"), category=category, signs=signs, newcomer_since=arrived)
    shown = {sign[0] for sign in signs & {"x1", "x2", "y1"}}
    of_signs = {frozenset(): None, frozenset("x"): True, frozenset("y"): False}
    expected = of_signs.get(frozenset(shown)) if category is None else category == "x"
    if newcomers and arrived:
        expected = True
    rule = evolve(SERVED, newcomers=newcomers)
    verdict = said(rule, Pupil("a"), mentee)
    assert (verdict.holds if verdict.decided else None) == expected
    others = [Mentee(Pupil("c"), category="x"), Mentee(Pupil("d"), signs={"x1"})]
    table = Table([mentee, *others], [Mentor(Pupil("a"))])
    assert table.holds(rule)[:, 0].tolist() == [bool(expected), True, True]
