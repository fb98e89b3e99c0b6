"""Whom another school, or another spelling of it, alone keeps away: said beside the mentors of one's own school."""

import random
from collections import Counter

import pytest
from attrs import evolve

from helpers.completing import blanked
from nastavnik import TARGET_MODEL, CertificateError, Cohort, Mentee, Mentor, Pupil, match, verify
from nastavnik.matching.reasons import parted
from nastavnik.programme.evidence.reasons import (
    MOST_ELSEWHERE,
    CrowdedOut,
    Elsewhere,
    NoAdmissibleMentor,
)
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.checker import Checker
from nastavnik.proof.checker import reasons as checked
from nastavnik.report import in_words
from nastavnik.rules.evaluation import judge

READY = {"agreed": True, "guardian_agreed": True}
OURS, ALIKE, OTHER = "СОШ №12", "МБОУ СОШ № 12", "Лицей 3"


def mentor(name: str, school: str | None, grade: int = 10) -> Mentor:
    """Return an invented pupil who may be a mentor of the younger ones of a school."""
    person = Pupil(
        name, organisation=school, grade=grade, age=16, data_consent=True, qualities={"volunteer"}
    )
    return Mentor(person, trained=True, **READY)


def mentee(name: str, school: str | None = OURS) -> Mentee:
    """Return an invented pupil of the seventh grade."""
    person = Pupil(name, organisation=school, grade=7, age=13, data_consent=True)
    return Mentee(person, category="active", **READY)


def school() -> Cohort:
    """Return a mentee with one mentor of their own school, too young, and mentors of other names."""
    mentors = [
        mentor("a1", OURS, grade=7),
        *(mentor(f"b{k}", ALIKE) for k in range(7)),
        *(mentor(f"c{k}", OTHER) for k in range(2)),
        mentor("d", None),
        mentor("e", ALIKE, grade=6),
    ]
    return Cohort(mentors=mentors, mentees=[mentee("p")])


def reason_in(cohort: Cohort, name: str = "p") -> NoAdmissibleMentor:
    """Return why somebody has no mentor."""
    reason = match(cohort).reason_for(name)
    assert isinstance(reason, NoAdmissibleMentor)
    return reason


def test_another_spelling_is_named_beside_mentors_of_the_own_school() -> None:
    """One mentor was considered; seven stand under another spelling, two at another school, one at none."""
    reason = reason_in(school())
    rule = "same-organisation"
    assert reason.considered == 1
    assert reason.elsewhere == (
        Elsewhere(rule=rule, value=ALIKE, count=7, alike=True),
        Elsewhere(rule=rule, value=OTHER, count=2),
        Elsewhere(rule=rule, value=None, count=1),
    )


def test_it_is_said() -> None:
    """In both languages, with what to do."""
    said = in_words(reason_in(school()), TARGET_MODEL, "ru").lines
    alike = "Похоже, это то же самое, написанное иначе; если так, пишите одинаково."
    assert said[-4:] == (
        "Наставник из другой школы; больше ничего не мешает. Что указано у таких наставников:",
        f"  У 7 наставников указано «{ALIKE}». {alike}",
        "  У 2 наставников указано «Лицей 3».",
        "  У 1 наставника это не указано: уточните и впишите.",
    )
    assert (
        "7 mentors with «МБОУ СОШ № 12»."
        in in_words(reason_in(school()), TARGET_MODEL, "en").text()
    )


def test_participants_are_told_nothing_of_it() -> None:
    """How many mentors there are at another school is nothing for a child to read."""
    told = match(school()).explain("p", audience="participant")
    assert "12" not in in_words(told, TARGET_MODEL, "ru").text()


def test_writing_it_in_one_way_is_advised() -> None:
    """The two spellings are one: the mentee has a mentor."""
    cohort = school()
    plan = match(cohort)
    (advice,) = [one for one in plan.advice(profiles=[]) if one.spelled]
    assert advice.spelled is not None
    assert {*advice.spelled.values} == {OURS, ALIKE}
    assert advice.matched == 1
    Checker(plan, cohort).check(advice)
    wrong = evolve(advice.spelled, values=(OURS, "nobody's"))
    with pytest.raises(CertificateError):
        Checker(plan, cohort).check(evolve(advice, spelled=wrong))
    text = in_words([advice], TARGET_MODEL, "ru").text()
    assert text.startswith(
        "Если «СОШ №12» и «МБОУ СОШ № 12» – одно и то же, пишите одинаково. Тогда "
    )


def test_what_is_probably_the_same_comes_before_what_is_more() -> None:
    """One mentor under another spelling stands before three of another school; both checks agree."""
    mentors = [*(mentor(f"c{k}", OTHER) for k in range(3)), mentor("b", ALIKE)]
    cohort = Cohort(mentors=[*mentors, mentor("a", OURS, grade=7)], mentees=[mentee("p")])
    plan = match(cohort)
    reason = plan.reason_for("p")
    assert isinstance(reason, NoAdmissibleMentor)
    assert [(one.value, one.count) for one in reason.elsewhere] == [(ALIKE, 1), (OTHER, 3)]
    verify(plan, cohort)
    Checker(plan, cohort)
    turned = evolve(reason, elsewhere=reason.elsewhere[::-1])
    (left,) = plan.unmatched
    with pytest.raises(CertificateError):
        Checker(evolve(plan, unmatched=(evolve(left, reason=turned),)), cohort)


def test_many_schools_are_counted_together() -> None:
    """Five are named, what is probably another spelling first, and of the others the mentors are counted."""
    others = [mentor(f"s{k}{i}", f"Гимназия {k}") for k in range(9) for i in range(2)]
    cohort = school()
    reason = reason_in(Cohort(mentors=[*cohort.mentors, *others], mentees=cohort.mentees))
    assert len(reason.elsewhere) == MOST_ELSEWHERE
    assert reason.elsewhere[0].alike
    assert sum(one.count for one in reason.elsewhere) + reason.besides == 7 + 2 + 1 + 18


def test_in_a_region_the_like_named_alone_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that what is looked at grows with the schools; matching and both checks agree."""
    for module in (parted, checked):
        monkeypatch.setattr(module, "MOST_PAIRS_ELSEWHERE", 0)
    cohort = school()
    plan = match(cohort)
    reason = plan.reason_for("p")
    assert isinstance(reason, NoAdmissibleMentor)
    assert [one.value for one in reason.elsewhere] == [ALIKE]
    verify(plan, cohort)
    Checker(plan, cohort)


def test_the_count_is_that_of_asking_pair_by_pair() -> None:
    """Of many rounds with schools, unknown ones among them: every pair is judged, and both checks accept the plan."""
    met = 0
    for seed in range(60):
        rng = random.Random(seed)
        cohort = _at_schools(blanked(seed), rng)
        if not _anybody_known(cohort):
            continue  # then the obstacle itself says that nothing is known
        plan = match(cohort)
        checker = Checker(plan, cohort)
        verify(plan, cohort)
        for left in plan.unmatched:
            if not isinstance(left.reason, NoAdmissibleMentor):
                continue
            said = Counter({one.value: one.count for one in left.reason.elsewhere})
            assert said == _counted(cohort, left.mentee), (seed, left.mentee)
            for at, one in enumerate(left.reason.elsewhere):
                others = list(left.reason.elsewhere)
                others[at] = evolve(one, count=one.count + 1)
                with pytest.raises(CertificateError):
                    checker.check_reason(left.mentee, evolve(left.reason, elsewhere=tuple(others)))
                met += 1
    assert met > 5


def _at_schools(cohort: Cohort, rng: random.Random) -> Cohort:
    """Return pupils of schools for the people of a round: mentors of higher grades."""
    schools = ("s", "t", None)
    return Cohort(
        mentees=[
            evolve(mentee(two.id, rng.choice(schools)), category=two.category, agreed=two.agreed)
            for two in cohort.mentees
        ],
        mentors=[
            evolve(
                mentor(f"{one.id}{k}", rng.choice(schools), grade=rng.choice((6, 10))),
                trained=one.trained,
            )
            for one in cohort.mentors
            for k in range(2)
        ],
    )


def _anybody_known(cohort: Cohort) -> bool:
    sides = cohort.mentees, cohort.mentors
    return all(any(one.person.organisation for one in side) for side in sides)


def _counted(cohort: Cohort, name: str) -> Counter[str | None]:
    """Return the mentors of other schools from whom nothing but that parts a mentee, by school."""
    two = cohort.mentee(name)
    found: Counter[str | None] = Counter()
    for one in cohort.mentors:
        school = one.person.organisation
        if school is not None and school == two.person.organisation:
            continue
        for form, role_model in TARGET_MODEL.ways:
            if (form.mentor_position, form.mentee_position) != (
                one.person.position,
                two.person.position,
            ):
                continue
            rules = TARGET_MODEL.requirements_of(form, role_model)
            failed = [rule.id for rule in rules if not judge(rule, one, two).holds]
            if failed == ["same-organisation"]:
                found[school] += 1
                break
    return found


def test_where_places_ran_out_another_spelling_is_named_as_well() -> None:
    """Two mentees for one place of their school; seven mentors with places under another spelling would suit."""
    cohort = school()
    both = [mentee("p"), mentee("q")]
    cohort = Cohort(mentors=[*cohort.mentors[1:], mentor("a2", OURS)], mentees=both)
    plan = match(cohort)
    (left,) = plan.unmatched
    assert isinstance(left.reason, CrowdedOut)
    assert left.reason.elsewhere[0] == Elsewhere(
        rule="same-organisation", value=ALIKE, count=7, alike=True
    )
    verify(plan, cohort)
    checker = Checker(plan, cohort)
    other = evolve(left.reason, elsewhere=left.reason.elsewhere[1:])
    with pytest.raises(CertificateError):
        checker.check_reason(left.mentee, other)
    wrong = evolve(plan, unmatched=(evolve(left, reason=other),))
    with pytest.raises(CertificateError):
        verify(wrong, cohort)
    said = in_words(left.reason, TARGET_MODEL, "ru").text()
    assert (
        "если бы не это, кого-то из этих наставляемых могли бы взять и другие наставники. "
        "Что указано у таких наставников:\n  У 7 наставников указано" in said
    )


def test_one_school_is_no_other_spelling_of_itself() -> None:
    """Where people of two schools wait in one crowd, each school is elsewhere for the other and alike to neither."""
    plan = match(invented_town())
    crowds = [one.reason for one in plan.unmatched if isinstance(one.reason, CrowdedOut)]
    named = {elsewhere.value for crowd in crowds for elsewhere in crowd.elsewhere}
    assert len(named) > 1
    assert not any(elsewhere.alike for crowd in crowds for elsewhere in crowd.elsewhere)


@pytest.mark.parametrize("unknown", [1, 3])
def test_an_unknown_school_is_equal_to_no_other(unknown: int) -> None:
    """Whose school is not known has no mentor of the own school: all are considered, those without one among them."""
    mentors = [mentor(f"m{k}", None) for k in range(unknown)] + [mentor("n", OURS)]
    reason = reason_in(Cohort(mentors=mentors, mentees=[mentee("p", None), mentee("q")]))
    assert reason.considered == len(mentors)
    failed = {one.rule: (one.failed, one.unknown) for one in reason.obstacles}
    assert failed["same-organisation"] == (len(mentors), len(mentors))
