"""What is said of evidence and advice: every kind in both languages, with the ids and numbers of the record."""

import re

import pytest
from attrs import evolve

from helpers.languages import right_language
from helpers.pupils import mentee, mentor
from helpers.rounds import RULES, planned, small
from helpers.samples import samples
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    Lock,
    Mentor,
    NoPlanError,
    Pupil,
    UnknownNameError,
    match,
)
from nastavnik.assignment import Goal
from nastavnik.basics.texts import LANGUAGES, Language, Text
from nastavnik.programme.evidence import (
    Advice,
    Change,
    Chosen,
    Displaced,
    Failed,
    FreePlaces,
    GoalChange,
    Ground,
    Hindrance,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
    Outcome,
    PlanDiff,
    ToldMentee,
)
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle
from nastavnik.report import in_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_evidence_has_words(language: Language) -> None:
    """All pairs of some rounds with demands; no placeholder is left."""
    kinds: set[type] = set()
    for _, case, plan in planned(range(60)):
        for one in case.cohort.mentees:
            for other in case.cohort.mentors:
                evidence = plan.explain(one.id, other.id)
                text = in_words(evidence, TARGET_MODEL, language).text()
                assert text
                assert not re.search(r"[{}]", text)
                assert right_language(text, language), text
                kinds.add(type(evidence))
    assert kinds >= {Chosen, Inadmissible, Displaced, LockedElsewhere}


def test_what_a_pair_is_worth() -> None:
    """Rule by rule, with the sum, and what the place costs; a locked one has no price."""
    chosen = next(value for value, _ in samples("p1", "p2", "m1", number=21))
    assert isinstance(chosen, Chosen)
    interests = {"mentee.person.interests": ("шахматы", "театр")}
    chosen = evolve(chosen, grounds=(Ground(rule="common-interests", facts=interests),))
    assert in_words(chosen, TARGET_MODEL, "ru").lines == (
        "p1: наставник – m1.",
        "Форма: ученик – ученик. Ролевая модель: лидер – пассивный.",
        "Всего 121 балл. За что:",
        "  Общие интересы: шахматы, театр – 42 балла (21 × 2)",
        "  Одно и то же место встреч – 100 баллов (100 × 1)",
        "Ещё одно место у этого наставника прибавило бы другим парам не больше 221 балла.",
    )
    free = in_words(evolve(chosen, price=0), TARGET_MODEL, "ru")
    assert (
        free.lines[-1] == "Ещё одно место у этого наставника другим парам ничего бы не прибавило."
    )
    locked = in_words(evolve(chosen, locked=True, overridden=("grade-gap",)), TARGET_MODEL, "en")
    assert locked.lines[1:3] == (
        "The coordinator has locked this pair.",
        "  Allowed in spite of this: the mentor is not far enough ahead (grades needed: 1 or more)",
    )
    assert "One more place" not in locked.text()
    bare = in_words(evolve(chosen, points={}), TARGET_MODEL, "en")
    assert "  no preference gave points" in bare.lines


def test_what_a_pair_would_cost() -> None:
    """Goal by goal, and who would change."""
    evidence = Displaced(
        mentor="m1",
        mentee="p1",
        losses=(
            Loss(goal=Goal.COVERAGE, priority=1, amount=1),
            Loss(goal=Goal.SCORE, amount=-30),
        ),
        changes=(
            Change(mentee="p1", before=None, after="m1"),
            Change(mentee="p2", before="m1", after=None),
        ),
    )
    assert in_words(evidence, TARGET_MODEL, "en").lines == (
        "p1 and mentor m1.",
        "The pair may be formed. The best plan with it, against this plan:",
        "  1 mentee fewer with a mentor (priority 1)",
        "  30 points more",
        "Who would change:",
        "  p1: nobody → m1",
        "  p2: m1 → nobody",
    )
    russian = in_words(evidence, TARGET_MODEL, "ru").lines
    assert russian[2:4] == (
        "  с наставником на 1 наставляемого меньше (приоритет 1)",
        "  на 30 баллов больше",
    )
    alike = Displaced(mentor="m1", mentee="p1", losses=(), changes=())
    assert "жребий" in in_words(alike, TARGET_MODEL, "ru").text()


def test_what_stands_in_the_way() -> None:
    """The rule with the parameters of its role model, and the facts by the names that tables give them."""
    failed = Failed(
        rule="grade-gap",
        facts={
            "mentee.person.grade": 10,
            "mentor.person.grade": None,
            "mentee.person.minor": True,
            "mentee.category": "passive",
            "mentor.person.qualities": ("class-leader",),
            "mentee.person.slots": (),
            "mentee.person.marks": (("физика", 5),),
            "mentee.own.field": 7,
        },
        unknown=True,
    )
    evidence = Inadmissible(
        mentor="m1", mentee="p1", form="pupil-pupil", role_model="leader-passive", failed=(failed,)
    )
    line = in_words(evidence, TARGET_MODEL, "ru").lines[-1]
    assert line == (
        "  У одного из двоих не указан класс [наставляемый, класс: 10; "
        "наставляемый, младше 18 лет: да; "
        "наставляемый, категория: пассивный ученик; наставник, качества: лидер класса; "
        "наставляемый, свободное время: нет; наставляемый, оценки: физика 5; mentee.own.field: 7]"
    )


def test_a_rule_is_said_with_the_parameters_of_its_form() -> None:
    """Where two forms ask one rule with other numbers, the form of the pair speaks."""
    first = TARGET_MODEL.form("pupil-pupil")
    stricter = TARGET_MODEL.with_parameters("grade-gap", at_least=4).form("pupil-pupil")
    local = evolve(stricter, id="stricter", official=False)
    methodology = evolve(TARGET_MODEL, forms=(first, local))
    failed = Failed(rule="grade-gap", facts={}, unknown=False)
    for form, number in (("pupil-pupil", 1), ("stricter", 4)):
        evidence = Inadmissible(
            mentor="m", mentee="p", form=form, role_model="achiever-underachiever", failed=(failed,)
        )
        line = in_words(evidence, methodology, "en").lines[-1]
        assert line == f"  The mentor is not far enough ahead (grades needed: {number} or more)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contradiction_is_said(language: Language) -> None:
    """What no plan with the pair can keep, as lists of demands and repairs."""
    cohort, plan = small()
    pair = plan.pairs[0]
    locks = [Lock(pair.mentor, pair.mentee, overriding=RULES)]
    with pytest.raises(NoPlanError) as caught:
        match(cohort, locks=locks, bans=[Ban(pair.mentor, pair.mentee)])
    conflicts = caught.value.conflicts
    evidence = Impossible(mentor=pair.mentor, mentee=pair.mentee, conflicts=conflicts)
    passage = in_words(evidence, TARGET_MODEL, language)
    said = [line for conflict in conflicts for line in conflict.text(language).splitlines()]
    assert [line.strip() for line in passage.lines[2:]] == [line.strip() for line in said]
    assert [one.below != () for one in passage.body[1].below] == [True, True]
    assert right_language(passage.text(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_free_places(language: Language) -> None:
    """Numbers, and what keeps mentees away where nobody may come."""
    nobody = FreePlaces(
        mentor="m1",
        places=3,
        free=3,
        admissible=0,
        hindrances=(Hindrance(rule="can-meet", failed=7, alone=4),),
    )
    text = in_words(nobody, TARGET_MODEL, language).text()
    assert [number for number in ("3", "7", "4") if number not in text] == []
    some = FreePlaces(mentor="m1", places=3, free=1, admissible=5, hindrances=())
    assert len(in_words(some, TARGET_MODEL, language).lines) == 3
    full = FreePlaces(mentor="m1", places=3, free=0, admissible=5, hindrances=())
    assert len(in_words(full, TARGET_MODEL, language).lines) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice(language: Language) -> None:
    """Places and rules, each with what it brings; and that there is none."""
    advice = (
        Advice(mentors=("m1", "m2"), gains=((5, 2),), points=-7),
        Advice(rule="grade-gap", parameter="at_least", before=1, after=0, gains=(), points=9),
    )
    place, rule = in_words(advice, TARGET_MODEL, language).lines
    assert all(text in place for text in ("m1, m2", "2 ", "7 "))
    assert "at_least" not in rule
    assert "9 " in rule
    lower = Advice(rule="grade-gap", parameter="at_least", before=1, after=2, gains=(), points=9)
    assert "2" in in_words((lower,), TARGET_MODEL, language).lines[0]
    assert len(in_words((), TARGET_MODEL, language).lines) == 1


def test_mentors_to_be_found() -> None:
    """What such a mentor states, without a name and without consents."""
    person = Pupil("new-physics", name="Never Shown", slots={"tue-15"}, grade=9, data_consent=True)
    profile = Mentor(person, subjects={"physics"}, capacity=2, trained=True, agreed=True)
    advice = Advice(profile=profile, count=2, gains=((5, 5),), points=2000)
    assert in_words([advice], TARGET_MODEL, "en").text() == (
        "Find 2 mentors like «new-physics» (position: pupil; free time: Tuesday 15:00; grade: 9; "
        "subjects: physics; capacity: 2): 5 mentees more have a mentor, 2000 points more."
    )
    assert in_words([advice], TARGET_MODEL, "ru").text() == (
        "Нужны ещё 2 наставника по образцу «new-physics» (позиция: ученик; "
        "свободное время: вторник 15:00; класс: 9; предметы: physics; мест: 2): "
        "наставника получат ещё 5 наставляемых, на 2000 баллов больше."
    )


def test_a_mentor_to_be_found_is_not_said_to_have_what_is_usual() -> None:
    """One place is nothing to look for; that somebody is online is."""
    for online, said in ((False, "position: pupil"), (True, "position: pupil; online: yes")):
        profile = Mentor(Pupil("new", online=online), agreed=True)
        advice = Advice(profile=profile, gains=(), points=1)
        assert f"«new» ({said})" in in_words([advice], TARGET_MODEL, "en").text()


@pytest.mark.parametrize(("number", "ends"), [(20, "a19."), (21, "a19, and more: 1.")])
def test_a_long_list_of_ids_ends_with_the_number_of_the_others(number: int, ends: str) -> None:
    """Twenty stand there; nobody is dropped without a word."""
    ids = tuple(f"a{k:02}" for k in range(number))
    crowd = CrowdedOut(mentees=ids, mentors=("m",), places=number, locked=0)
    assert any(line.endswith(ends) for line in in_words(crowd, TARGET_MODEL, "en").lines)


def test_what_two_share_is_said_to_them() -> None:
    """What is shared, when both are free and what the meetings are for; nothing where there is nothing."""
    told = ToldMentee(
        mentee="p",
        outcome=Outcome.PAIRED,
        mentor="m",
        form="pupil-pupil",
        purpose=Text(en="help with learning", ru="помощь в учёбе"),
        times=("tue 15:00",),
        interests=("шахматы", "го"),
    )
    assert in_words(told, TARGET_MODEL, "ru").lines == (
        "Наставник найден.",
        "Форма наставничества: ученик – ученик.",
        "Цель встреч: помощь в учёбе.",
        "Общие интересы: шахматы, го.",
        "Общее свободное время: вторник 15:00.",
        "Если что-то не подходит, пожалуйста, скажите куратору: это можно обсудить.",
    )
    bare = evolve(told, form=None, purpose=None, times=(), interests=())
    assert len(in_words(bare, TARGET_MODEL, "ru").lines) == 2


def test_what_keeps_everybody_away_is_not_hidden_among_the_rest() -> None:
    """While something about the mentee alone is decisive, what fails besides is not said."""
    decisive = Obstacle(rule="mentee-agreed", failed=3, alone=0, decisive=True, unknown=0)
    beside = Obstacle(rule="grade-gap", failed=2, alone=0, decisive=False, unknown=0)
    for obstacles, besides in (((decisive, beside), False), ((beside,), True)):
        reason = NoAdmissibleMentor(considered=3, obstacles=obstacles)
        text = in_words(reason, TARGET_MODEL, "en").text()
        assert (
            "Several things at once are in the way with each mentor: the mentor is not" in text
        ) == besides


def test_how_a_plan_differs() -> None:
    """Who is left out first, then who gains and moves, and the goals that change; and that nothing does."""
    diff = PlanDiff(
        gains=("p1",),
        loses=("p2", "p3"),
        moves=(Change(mentee="p4", before="m1", after="m2"),),
        left=("new",),
        goals=(
            GoalChange(goal=Goal.COVERAGE, priority=2, before=4, after=4),
            GoalChange(goal=Goal.COVERAGE, priority=1, before=22, after=21),
            GoalChange(goal=Goal.SCORE, before=1, after=5),
        ),
    )
    assert in_words(diff, TARGET_MODEL, "ru").lines == (
        "Из новых участников останутся без наставника (1 наставляемый): new.",
        "Потеряют наставника (2 наставляемых): p2, p3.",
        "Получат наставника (1 наставляемый): p1.",
        "Сменят наставника (1 наставляемый):",
        "  p4: m1 → m2",
        "Что получится (было → станет):",
        "  с наставником: 22 наставляемых → 21 наставляемый (приоритет 1)",
        "  общая сумма: 1 балл → 5 баллов",
    )
    nothing = PlanDiff(gains=(), loses=(), moves=(), goals=(evolve(diff.goals[2], after=1),))
    assert in_words(nothing, TARGET_MODEL, "en").lines[0].startswith("Nothing changes")
    others = in_words(evolve(nothing, left=("new",)), TARGET_MODEL, "en").lines
    assert "new" in others[0]
    assert others[1].startswith("For the others nothing changes")


def test_a_changed_round_says_why_somebody_is_left_out() -> None:
    """Behind each newcomer without a mentor and each who loses one: the cause there, and what would help."""
    cohort = Cohort(mentees=[mentee("p")], mentors=[mentor("m")])
    new = evolve(mentee("new"), agreed=None)
    tried = match(cohort).what_if(add=[new], remove=["m"])
    assert tried.diff.left == ("new",)
    assert in_words(tried, TARGET_MODEL, "ru").lines[:4] == (
        "Из новых участников останутся без наставника (1 наставляемый):",
        "  new: среди участников нет наставников, которые могут заниматься с наставляемыми этой позиции.",
        "Потеряют наставника (1 наставляемый):",
        "  p: среди участников нет наставников, которые могут заниматься с наставляемыми этой позиции.",
    )
    tried = match(cohort).what_if(add=[new])
    _, why, others = in_words(tried, TARGET_MODEL, "ru").lines[:3]
    assert why == (
        "  new: у наставляемого не отмечено согласие участвовать. "
        "Что поможет: спросить наставляемого; если он согласен, отметить это – подойдёт 1 наставник."
    )
    assert others == "У остальных ничего не меняется: наставники прежние."


def test_alternatives() -> None:
    """Total, and for whom it is otherwise than in the plan; nothing else."""
    _, plan = small()
    found = plan.alternatives(within=10**6, most=2)
    assert len(found) == 2
    passage = in_words(found, TARGET_MODEL, "en")
    before = {pair.mentee: pair.mentor for pair in plan.pairs}
    for number, (line, one) in enumerate(zip(passage.body, found, strict=True), start=1):
        assert line.text.startswith(f"Alternative {number}, {one.total} points in all. Otherwise")
        after = {pair.mentee: pair.mentor for pair in one.pairs}
        changed = [name for name in sorted(before | after) if before.get(name) != after.get(name)]
        assert f" {len(changed)} mentee" in line.text
        assert [below.text for below in line.below] == [
            f"{name}: {before.get(name, 'nobody')} → {after.get(name, 'nobody')}"
            for name in changed
        ]


def test_what_cannot_be_said() -> None:
    """A value of another type, a list of them, and a rule that the methodology does not have."""
    for value in (None, "p1", 7, [1], [Advice, Advice], {"a": 1}, Cohort(mentees=[], mentors=[])):
        with pytest.raises(TypeError, match="cannot be put into words"):
            in_words(value, TARGET_MODEL, "en")  # type: ignore[arg-type]
    strange = FreePlaces(
        mentor="m",
        places=1,
        free=1,
        admissible=0,
        hindrances=(Hindrance(rule="grade-gapp", failed=1, alone=1),),
    )
    with pytest.raises(UnknownNameError, match="grade-gap"):
        in_words(strange, TARGET_MODEL, "en")
