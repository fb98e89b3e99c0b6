"""Evidence and advice in words: every kind in both languages, with the ids and numbers of the record."""

import re
from collections.abc import Sequence

import pytest

from nastavnik import TARGET_MODEL, Ban, Lock, NoPlanError, match
from nastavnik.assignment import Goal
from nastavnik.evidence import (
    Advice,
    Change,
    Chosen,
    Displaced,
    Evidence,
    FreePlaces,
    Hindrance,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
)
from nastavnik.report import advice_lines, evidence_lines, free_places_lines
from nastavnik.texts import LANGUAGES, Language
from test_demands import RULES, Case, small

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


def right_language(lines: Sequence[str], language: Language) -> bool:
    """Return whether a text is in Russian, or has no Russian word in it."""
    return bool(CYRILLIC.search("\n".join(lines))) == (language == "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_evidence_has_words(language: Language) -> None:
    """All pairs of some rounds with demands; no placeholder is left."""
    kinds: set[type] = set()
    for seed in range(60):
        case = Case.drawn(seed)
        try:
            plan = match(case.cohort, locks=case.locks, bans=case.bans)
        except NoPlanError:
            continue
        for mentee in case.cohort.mentees:
            for mentor in case.cohort.mentors:
                evidence: Evidence = plan.explain(mentee.id, mentor.id)
                lines = evidence_lines(evidence, TARGET_MODEL, language)
                assert lines
                assert not re.search(r"[{}]", "\n".join(lines))
                assert right_language(lines, language), lines
                kinds.add(type(evidence))
    assert kinds >= {Chosen, Inadmissible, Displaced, LockedElsewhere}


def test_what_a_pair_would_cost() -> None:
    """Goal by goal with a sign, and who would change."""
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
    assert evidence_lines(evidence, TARGET_MODEL, "en") == (
        "The pair may be formed. The best plan with it, against this plan:",
        "  mentees of priority 1 with a mentor: −1",
        "  points: +30",
        "Who would change:",
        "  p1: nobody → m1",
        "  p2: m1 → nobody",
    )
    alike = Displaced(mentor="m1", mentee="p1", losses=(), changes=())
    assert "жребий" in "\n".join(evidence_lines(alike, TARGET_MODEL, "ru"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_contradiction_is_said(language: Language) -> None:
    """What no plan with the pair can keep."""
    cohort, plan = small()
    pair = plan.pairs[0]
    locks = [Lock(pair.mentor, pair.mentee, overriding=RULES)]
    with pytest.raises(NoPlanError) as caught:
        match(cohort, locks=locks, bans=[Ban(pair.mentor, pair.mentee)])
    conflicts = caught.value.conflicts
    evidence = Impossible(mentor=pair.mentor, mentee=pair.mentee, conflicts=conflicts)
    lines = evidence_lines(evidence, TARGET_MODEL, language)
    assert len(lines) > 4
    assert right_language(lines, language)


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
    lines = free_places_lines(nobody, TARGET_MODEL, language)
    assert [number for number in ("3", "0", "7", "4") if number not in "\n".join(lines)] == []
    some = FreePlaces(mentor="m1", places=3, free=1, admissible=5, hindrances=())
    assert len(free_places_lines(some, TARGET_MODEL, language)) == 2
    full = FreePlaces(mentor="m1", places=3, free=0, admissible=5, hindrances=())
    assert len(free_places_lines(full, TARGET_MODEL, language)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice(language: Language) -> None:
    """Places and rules, each with what it brings; and that there is none."""
    advice = (
        Advice(mentors=("m1", "m2"), gains=((5, 2),), points=-7),
        Advice(rule="grade-gap", parameter="at_least", before=1, after=0, gains=(), points=9),
    )
    place, rule = advice_lines(advice, TARGET_MODEL, language)
    assert all(text in place for text in ("m1, m2", "+2", "−7"))
    assert all(text in rule for text in ("at_least", "+9"))
    assert len(advice_lines((), TARGET_MODEL, language)) == 1
