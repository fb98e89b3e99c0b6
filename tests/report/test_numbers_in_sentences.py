"""Each number of a record stands where its sentence speaks of it: in every record all numbers differ.

What is expected is read off the record, number by number in the order of the sentences; numbers of rules (``45``
minutes, ``1`` language) stand among them.
"""

import re
from typing import Any, Final

import pytest
from attrs import evolve

from helpers.pupils import mentee, mentor
from nastavnik import TARGET_MODEL, Cohort, Mentor, Pupil, match
from nastavnik.assignment import Goal
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.people import Position
from nastavnik.programme.evidence import (
    Advice,
    Change,
    Chosen,
    Displaced,
    Failed,
    FreePlaces,
    GoalChange,
    Hindrance,
    Loss,
    PlanDiff,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import (
    CrowdedOut,
    Elsewhere,
    NoAdmissibleMentor,
    Obstacle,
)
from nastavnik.programme.plan import Alternative
from nastavnik.report import in_words
from nastavnik.report.short import short_of_mentor, short_reason
from nastavnik.report.voice import Voice

PLACE: Final = Obstacle(rule="can-meet", failed=13, alone=5, decisive=False, unknown=3)
TIMES: Final = evolve(PLACE, rule="common-slots", failed=17, alone=0, unknown=6)
WORDS: Final = evolve(PLACE, rule="common-language", failed=19, alone=0)
EVERYBODY: Final = evolve(PLACE, failed=41, decisive=True)
SCHOOL: Final = Elsewhere(rule="same-organisation", value="x", count=4, alike=True)
MOVED: Final = Change(mentee="d", before="m", after="n")


def nobody(*obstacles: Obstacle, **more: Any) -> NoAdmissibleMentor:
    """Return a reason with 41 mentors who were considered."""
    return NoAdmissibleMentor(considered=41, obstacles=obstacles, **more)


def other(total: int, changes: int) -> Alternative:
    """Return another plan."""
    return Alternative(
        pairs=(), unmatched=(), total=total, changes=(MOVED,) * changes, differs=(3,), penalty=2,
        prices={},
    )  # fmt: skip


SAID: Final[list[tuple[Any, list[int]]]] = [
    (nobody(PLACE), [41, 13, 5, 3]),
    (nobody(evolve(PLACE, alone=13, unknown=0)), [41, 13]),
    (nobody(evolve(PLACE, alone=13, unknown=6)), [41, 13, 6]),
    (nobody(EVERYBODY), [41, 5]),
    (nobody(evolve(EVERYBODY, alone=0)), [41]),
    (nobody(PLACE, TIMES, WORDS), [41, 13, 5, 3, 45, 17, 1, 19]),
    (nobody(TIMES), [41, 45, 17]),
    (
        nobody(elsewhere=(SCHOOL, evolve(SCHOOL, value=None, count=7, alike=False)), besides=23),
        [41, 4, 7, 23],
    ),
    (
        CrowdedOut(mentees=("a", "b", "c"), mentors=("m", "n"), places=3, locked=4),
        [2, 3 + 4, 4, 3],
    ),
    (CrowdedOut(mentees=("a", "b"), mentors=("m",), places=2, locked=0), [1, 2, 2]),
    (
        FreePlaces(
            mentor="m",
            places=11,
            free=6,
            admissible=8,
            hindrances=(
                Hindrance(rule="can-meet", failed=13, alone=5),
                Hindrance(rule="common-slots", failed=17, alone=17),
                Hindrance(rule="common-language", failed=19, alone=0),
            ),
        ),
        [11, 6, 8, 13, 5, 45, 17, 1, 19],
    ),
    (FreePlaces(mentor="m", places=11, free=6, admissible=0, hindrances=()), [11, 6]),
    (
        Chosen(
            mentor="m",
            mentee="a",
            form="pupil-pupil",
            role_model="leader-passive",
            score=151,
            points={"common-interests": 33, "same-place": 85},
            price=27,
        ),
        [151, 66, 33, 2, 85, 85, 1, 27],
    ),
    (
        Displaced(
            mentor="m",
            mentee="a",
            losses=(
                Loss(goal=Goal.COVERAGE, priority=2, amount=3),
                Loss(goal=Goal.COVERAGE, amount=-4),
                Loss(goal=Goal.SCORE, amount=56),
                Loss(goal=Goal.SCORE, amount=-78),
            ),
            changes=(),
        ),
        [3, 2, 4, 56, 78],
    ),
    (
        PlanDiff(
            gains=("a",) * 3,
            loses=("b",) * 4,
            left=("c",) * 5,
            moves=(MOVED,) * 6,
            goals=(
                GoalChange(goal=Goal.COVERAGE, priority=7, before=8, after=9),
                GoalChange(goal=Goal.COVERAGE, before=12, after=13),
                GoalChange(goal=Goal.SCORE, before=140, after=150),
            ),
        ),
        [5, 4, 3, 6, 8, 9, 7, 12, 13, 140, 150],
    ),
    ((other(470, 6), other(460, 7)), [1, 470, 6, 2, 460, 7]),
    (
        (
            Advice(mentors=("m",), gains=((5, 3),), points=-14),
            Advice(mentors=("m", "n"), gains=((1, 2), (5, -4)), points=60),
            Advice(profile=Mentor(Pupil("q")), count=7, gains=((5, 8),), points=90),
            Advice(mentors=("m",), gains=(), points=29),
        ),
        [3, 14, 2, 1, 4, 5, 60, 7, 8, 90, 29],
    ),
    (ToldMentor(mentor="m", places=9, mentees=("a", "b")), [9, 7, 2]),
    (ToldMentor(mentor="m", places=9, mentees=()), [9, 9]),
]


def numbers_in(text: str) -> list[int]:
    """Return the numbers of a text in their order."""
    return [int(number) for number in re.findall(r"\d+", text)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", range(len(SAID)))
def test_every_number_is_said_of_what_it_counts(language: Language, at: int) -> None:
    value, numbers = SAID[at]
    assert numbers_in(in_words(value, TARGET_MODEL, language).text()) == numbers


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_relaxed_rule_is_said_with_both_numbers(language: Language) -> None:
    """What it is now in the one place, what it would be in the other; then what that brings."""
    advice = Advice(
        rule="grade-gap", parameter="at_least", before=3, after=8, gains=((5, 4),), points=71
    )
    text = in_words((advice,), TARGET_MODEL, language).text()
    both = {"en": [1, 8], "ru": [8, 1]}[language]  # the model asks for one grade
    assert numbers_in(text) == [*both, 4, 71]


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_causes_say_the_same_numbers(language: Language) -> None:
    """The one cause of a sheet counts what it names, and the remedy those for whom that is enough.

    Of several causes it is the one that is alone in the way most often, wherever it stands.
    """
    voice = Voice(TARGET_MODEL, language)
    crowd = CrowdedOut(mentees=("a", "b", "c"), mentors=("m", "n"), places=3, locked=4)
    few = evolve(PLACE, rule="common-language", failed=29, alone=4)
    for reason, cause, cure in (
        (nobody(PLACE), [13], [5]),
        (nobody(few, PLACE), [13], [5]),
        (nobody(TIMES, PLACE), [13], [5]),
        (nobody(EVERYBODY), [], [5]),
        (nobody(evolve(EVERYBODY, alone=2), evolve(EVERYBODY, alone=9)), [1], [9]),
        (nobody(TIMES), [45], []),
        (nobody(TIMES, WORDS), [1], []),
        (nobody(elsewhere=(SCHOOL,), besides=23), [4], [4]),
        (crowd, [3 + 4], [2]),
    ):
        short = short_reason(reason, voice, position=Position.PUPIL)
        assert (numbers_in(short.cause), numbers_in(short.cure)) == (cause, cure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_causes_of_free_places_say_the_same_numbers(language: Language) -> None:
    """How many suit; else how many are kept away by what is alone in the way most often."""
    voice = Voice(TARGET_MODEL, language)
    place = Hindrance(rule="can-meet", failed=13, alone=5)
    times = Hindrance(rule="common-slots", failed=17, alone=2)
    agreed = Hindrance(rule="mentee-agreed", failed=23, alone=7)
    none = FreePlaces(mentor="m", places=11, free=6, admissible=0, hindrances=())
    own = tuple(
        Failed(rule=rule, facts={}, unknown=True) for rule in ("mentor-trained", "mentor-agreed")
    )
    own_alone = (Hindrance(rule="mentor-agreed", failed=31, alone=12),)
    for evidence, told, cause, cure in (
        (evolve(none, admissible=8, hindrances=(place,)), (), [8], []),
        (evolve(none, hindrances=(times, place)), (), [13], []),
        (evolve(none, hindrances=(place, agreed, times)), (), [23], [7]),
        (evolve(none, hindrances=(place, *own_alone)), own, [1], [12]),
        (evolve(none, hindrances=(evolve(times, alone=0),)), (), [45], []),
        (none, (), [], []),
    ):
        short = short_of_mentor(evidence, voice, position=Position.PUPIL, own=told)
        assert (numbers_in(short.cause), numbers_in(short.cure)) == (cause, cure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_stand_on_their_own_side(language: Language) -> None:
    """Who is whose mentor, who would be moved from whom to whom, and who would hold the place."""
    plan = match(Cohort(mentees=[mentee("one")], mentors=[mentor("two")]))
    line = in_words(plan.explain("one"), TARGET_MODEL, language).lines[0]
    assert line == {"en": "one is paired with mentor two.", "ru": "one: наставник – two."}[language]
    diff = PlanDiff(gains=("a",), loses=("b",), left=("c",), moves=(MOVED,), goals=())
    lines = in_words(diff, TARGET_MODEL, language).lines
    assert [re.findall(r"\b[a-dmn]\b", line.partition(")")[2]) for line in lines[:3]] == [
        ["c"],
        ["b"],
        ["a"],
    ]
    assert lines[4].split() == ["d:", "m", "→", "n"]
