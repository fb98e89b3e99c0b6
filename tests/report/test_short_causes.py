"""One short cause and one remedy: the most telling of a reason, with numbers that are the reason's own."""

from itertools import product
from typing import Any

import pytest
from attrs import evolve, frozen

from helpers.languages import right_language
from helpers.town import PLAN, TOWN
from helpers.whole_model import WITH_LOCAL
from nastavnik import TARGET_MODEL
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.people.records import Position
from nastavnik.programme.evidence import Failed, FreePlaces, Hindrance
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle
from nastavnik.report.short import LONGEST, Short, cut, short_of_mentor, short_reason
from nastavnik.report.voice import Voice

REQUIREMENTS = sorted(
    {rule.id for way in WITH_LOCAL.ways for rule in WITH_LOCAL.requirements_of(*way)}
)
"""Every rule that can stand in the way."""


def obstacle(rule: str, *, alone: int = 0, decisive: bool = False, unknown: int = 0) -> Obstacle:
    """Return an obstacle that failed with nine mentors."""
    return Obstacle(rule=rule, failed=9, alone=alone, decisive=decisive, unknown=unknown)


def said(*obstacles: Obstacle, language: Language = "ru") -> Short:
    """Return what is said of a pupil whom these keep from nine mentors."""
    reason = NoAdmissibleMentor(considered=9, obstacles=obstacles)
    return short_reason(reason, Voice(TARGET_MODEL, language), position=Position.PUPIL)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", REQUIREMENTS)
def test_every_rule_stands_in_one_line(rule: str, language: Language) -> None:
    """Whatever a rule does, with as many mentors as any school has, nothing is cut and no number is missing."""
    voice = Voice(WITH_LOCAL, language)
    for alone, decisive, unknown in product((0, 999), (False, True), (0, 999)):
        one = Obstacle(rule=rule, failed=999, alone=alone, decisive=decisive, unknown=unknown)
        reason = NoAdmissibleMentor(considered=999, obstacles=(one, one))
        short = short_reason(reason, voice, position=Position.PUPIL)
        for text in (short.cause, short.cure):
            assert text and len(text) <= LONGEST + 10, text  # noqa: PT018
            assert right_language(text, language)
        assert ("999" in short.cure) == bool(alone)


def test_what_is_decisive_comes_first() -> None:
    """Something about the mentee alone is said before what keeps away more mentors; how many such there are, too."""
    decisive = obstacle("mentee-guardian-agreed", alone=2, decisive=True, unknown=9)
    short = said(obstacle("common-slots", alone=7), decisive)
    assert short.cause == "У наставляемого не отмечено согласие родителей"
    assert (
        short.cure == "Спросить родителей; если они согласны, отметить это – подойдут 2 наставника"
    )
    more = obstacle("mentee-agreed", decisive=True)
    assert said(more, decisive).cause.startswith(short.cause)
    assert said(more, decisive).cause.endswith("других причин: 1")
    assert said(more).cure.startswith("Для начала: спросить")


def test_then_what_alone_keeps_most_away() -> None:
    """With how many mentors it failed, and how many could be given without it."""
    short = said(obstacle("common-slots", alone=3), obstacle("grade-gap", alone=5))
    assert (
        short.cause
        == "Наставник не старше по классу, или разница мала (нужно не меньше 1) – всего 9 наставников"
    )
    assert short.cure.endswith(" – подойдут 5 наставников")


def test_then_that_there_are_several() -> None:
    """Where nothing is alone in the way, no number of mentors is promised."""
    short = said(obstacle("common-slots"), obstacle("grade-gap"))
    assert short.cause.startswith("Причин несколько, чаще всего: не хватает общего")
    assert short.cure.startswith("Для начала: ")


def test_what_is_not_known_is_said_as_such() -> None:
    """Where a fact is missing with most mentors, that is the cause; a failed fact otherwise."""
    assert "не отмечено обучение" in said(obstacle("mentor-trained", alone=1, unknown=8)).cause
    assert "не прошёл обучение" in said(obstacle("mentor-trained", alone=1, unknown=2)).cause


def test_a_ban_is_said_as_a_ban() -> None:
    """What failed is never said as if it held."""
    assert "Эту пару запретил куратор" in said(obstacle("not-banned", alone=1)).cause
    assert "не запретил" not in said(obstacle("not-banned", alone=1)).cause


def test_taken_places() -> None:
    """All places, those of locks among them; one mentor is called by name, several are counted."""
    voice = Voice(TARGET_MODEL, "en")
    crowd = CrowdedOut(mentees=("a",), mentors=("m",), places=1, locked=2)
    short = short_reason(crowd, voice, position=Position.PUPIL, label={"m": "Ada"}.__getitem__)
    assert short == Short(
        "All places with suitable mentors are taken (3 places)", "One more place with Ada"
    )
    several = CrowdedOut(mentees=("a",), mentors=("m", "n"), places=1)
    assert short_reason(several, voice, position=Position.PUPIL).cure.endswith("any of 2 mentors")


@pytest.mark.parametrize("position", Position)
def test_nobody_of_the_position(position: Position) -> None:
    """Whom to look for follows from the forms; where none is meant for somebody, that is said."""
    reason = NoAdmissibleMentor(considered=0, obstacles=())
    for language in LANGUAGES:
        short = short_reason(reason, Voice(TARGET_MODEL, language), position=position)
        wanted = [
            form.mentor_position.title[language]
            for form in TARGET_MODEL.forms
            if form.mentee_position is position
        ]
        assert position.title[language] in short.cause
        assert all(title in short.cure for title in wanted)
        assert short.cure
    assert short_reason(reason, Voice(TARGET_MODEL, "en")).cause.startswith("No form of mentoring")


def test_a_mentor_with_free_places() -> None:
    """All who suit have a mentor, or the mentor's own statement is missing, or something keeps all away."""
    voice = Voice(TARGET_MODEL, "ru")
    trained = Hindrance(rule="mentor-trained", failed=9, alone=4)
    places = FreePlaces(mentor="m", places=2, free=2, admissible=0, hindrances=(trained,))
    own = [Failed(rule="mentor-trained", facts={}, unknown=False)]
    short = short_of_mentor(places, voice, position=Position.PUPIL, own=own)
    assert short.cause == "Наставник не прошёл обучение наставников"
    assert short.cure.endswith(" – подойдут 4 наставляемых")
    happy = FreePlaces(mentor="m", places=2, free=1, admissible=3, hindrances=())
    assert short_of_mentor(happy, voice, position=Position.PUPIL, own=own).cure == ""
    cleared = Hindrance(rule="cleared", failed=9, alone=4)
    apart = Hindrance(rule="grade-gap", failed=9, alone=0)
    for hindrance, cure in ((cleared, True), (apart, False)):
        free = FreePlaces(mentor="m", places=2, free=2, admissible=0, hindrances=(hindrance,))
        assert bool(short_of_mentor(free, voice, position=Position.TEACHER).cure) == cure
    nobody = FreePlaces(mentor="m", places=2, free=2, admissible=0, hindrances=())
    assert "ученик" in short_of_mentor(nobody, voice, position=Position.PUPIL).cause


def test_the_numbers_are_true_in_the_town() -> None:
    """As many mentors could be given as nothing else keeps away, by the reason's own count."""
    for left in PLAN.unmatched:
        short = short_reason(
            left.reason,
            Voice(TARGET_MODEL, "en"),
            position=TOWN.mentee(left.mentee).person.position,
        )
        if isinstance(left.reason, NoAdmissibleMentor):
            counts = {f"({one.alone} mentor" for one in left.reason.obstacles if one.alone}
            assert any(count in short.cure for count in counts)


@frozen(kw_only=True)
class Spelt:
    """Mentors of a school whose name is nearly the mentee's own."""

    rule: str = "same-organisation"
    value: str
    count: int = 7
    alike: bool = True


@frozen(kw_only=True)
class Parted(NoAdmissibleMentor):
    """A reason that knows of them."""

    elsewhere: tuple[Any, ...] = ()


def test_a_school_written_in_two_ways_comes_before_other_causes() -> None:
    """It costs nothing to mend; only what the mentee alone lacks comes before it, and a long name is cut."""
    voice = Voice(TARGET_MODEL, "ru")
    for value, shown in (("МБОУ СОШ № 12", "МБОУ СОШ № 12»"), ("лицей " * 40, "лицей …»")):
        parted = Parted(
            considered=9,
            obstacles=(obstacle("common-slots", alone=7),),
            elsewhere=(Spelt(value=value),),
        )
        short = short_reason(parted, voice)
        assert shown in short.cause
        assert short.cause.endswith("у 7 наставников")
        assert len(short.cause) <= LONGEST
        assert short.cure == "Если это так, записать одинаково (подойдут 7 наставников)"
    decisive = evolve(parted, obstacles=(obstacle("mentee-agreed", alone=2, decisive=True),))
    assert "согласия участвовать" in short_reason(decisive, voice).cause
    other = evolve(parted, elsewhere=(Spelt(value="другая", alike=False),))
    assert "общего свободного времени" in short_reason(other, voice).cause


def test_long_texts_are_cut_at_a_word() -> None:
    """Never longer than asked for, and never in silence."""
    for most in range(4, 30):
        text = cut("one two three four five", most)
        assert len(text) <= most
        assert text.endswith("…") == (most < 23)
