"""In all that a participant can be shown there is no title that ranks, no points, no marks, no id, no third person.

Every value that the search looks for is put into the round on purpose: ids, names, marks in subjects of their own, and
organisations that occur in no sentence. So a hit is a leak and never chance.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import unescape
from typing import Any

import pytest
from attrs import evolve

from helpers.rounds import Case
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    NoPlanError,
    match,
)
from nastavnik.basics.texts import LANGUAGES
from nastavnik.methodology.local_forms import TEACHER_PUPIL
from nastavnik.programme.evidence import Outcome
from nastavnik.programme.round import invented_town
from nastavnik.report import in_words
from nastavnik.report.letter import Letterhead, letters, letters_page, letters_text

WIDER = TARGET_MODEL.with_form(TEACHER_PUPIL)

HEAD = Letterhead(school="School", contact="Somebody", on=date(2026, 9, 7))
"""With a date whose numbers are known: 7 and 2026."""

TIMES = re.compile(r"\d{1,2}:\d\d")
"""Times of the day, which are the only numbers that are said of a pair."""

NUMBERS = re.compile(r"\d+")

LABELS = re.compile(
    r"score|points|\bmark\b|marks|weight|weak|балл|оценк[аиу] \d|слаб|неуспева|пассивн|равнодушн|выгоран|"
    r"испытыва|консерватив|underachiev|passive|indifferent|burnt|troubled|conservative|achiever|priority|приоритет",
    re.IGNORECASE,
)
"""Words that rank somebody, whether they stand in a title or not."""


def titles(methodology: Methodology) -> frozenset[str]:
    """Return the titles and ids of role models and categories, which nobody concerned should read."""
    values = [r for _, r in methodology.ways]
    values += [c for form in methodology.forms for c in form.categories]  # type: ignore[misc]
    texts = {value.title[language] for value in values for language in LANGUAGES}
    return frozenset(texts | {value.id for value in values})


def code(name: str) -> str:
    """Return an id that no sentence holds by chance."""
    return f"zq{name}qz"


def told_apart(role: Any) -> Any:
    """Return somebody whose id, name, marks and organisation can be found wherever they stand."""
    person = role.person
    called = f"Фамилия{role.id}ова Имя{role.id} Пробович"
    more: dict[str, Any] = {"id": code(role.id), "name": called}
    if getattr(person, "marks", None):
        more["marks"] = {**person.marks, f"zm{role.id}mz": 2}
    changed: dict[str, Any] = {"person": evolve(person, **more)}
    for name in ("choices", "refusals", "bans"):
        if hasattr(role, name):
            changed[name] = {code(one) for one in getattr(role, name)}
    return evolve(role, **changed)


def told_apart_all(cohort: Cohort) -> Cohort:
    """Return a cohort of such people."""
    return Cohort(
        mentees=[one for one in map(told_apart, cohort.mentees) if isinstance(one, Mentee)],
        mentors=[one for one in map(told_apart, cohort.mentors) if isinstance(one, Mentor)],
    )


def own_pairs(plan: MatchingPlan) -> Mapping[str, set[str]]:
    """Return with whom everybody is in a pair."""
    found: dict[str, set[str]] = {}
    for pair in plan.pairs:
        found.setdefault(pair.mentee, set()).add(pair.mentor)
        found.setdefault(pair.mentor, set()).add(pair.mentee)
    return found


def shown_to(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, mentors: Iterable[str]
) -> Iterator[tuple[str, str, bool]]:
    """Yield everything that is shown to anybody, whose it is, and whether it is a letter."""
    names = {one.id: one.person.name or "" for one in (*cohort.mentees, *cohort.mentors)}
    asked = list(mentors)
    for given in (names, {}):
        for language in LANGUAGES:
            for letter in letters(
                plan, cohort, methodology, language, letterhead=HEAD, names=given
            ):
                yield letter.recipient, letter.text(), True
                yield letter.recipient, letter.html(), True
                yield letter.recipient, letters_text([letter]), True
                yield (
                    letter.recipient,
                    letters_page([letter], "", language).partition("<body>")[2],
                    True,
                )
                yield letter.recipient, repr(letter).replace(letter.recipient, ""), True
            for one in cohort.mentees:
                for mentor in (None, *asked):
                    told = plan.explain(one.id, mentor, audience="participant")
                    said = in_words(told, methodology, language, names=given)
                    yield one.id, said.text(), False
                    yield one.id, said.html(), False
            for other in cohort.mentors:
                told_mentor = plan.explain_mentor(other.id, audience="participant")
                said = in_words(told_mentor, methodology, language, names=given)
                yield other.id, said.text(), False
                yield other.id, said.markdown(), False


def leaks(
    text: str,
    reader: str,
    others: set[str],
    cohort: Cohort,
    methodology: Methodology,
    *,
    letter: bool,
) -> list[str]:
    """Return whatever is in a text that should not be."""
    text = unescape(text)
    found = [title for title in titles(methodology) if title.casefold() in text.casefold()]
    found += LABELS.findall(text)
    found += re.findall(r"zq\w+?qz", text)
    found += re.findall(r"zm\w+?mz", text)
    own = {one.id for one in (*cohort.mentees, *cohort.mentors) if one.id in {reader, *others}}
    for one in re.findall(r"(?:Фамилия|Имя)(\w+?)\b", text):
        ident = code(one.removesuffix("ова"))
        known = ident in own if letter else ident in others
        if not known or ("ова" in one and ident != reader):
            found.append(one)
    rest = TIMES.sub("", re.sub(r"Имя\w+|Фамилия\w+", "", text))
    numbers = set(NUMBERS.findall(rest)) - {"7", "2026"} if letter else set()
    grade = getattr(_person(cohort, reader), "grade", None)
    return found + sorted(numbers - {str(grade)})


def _person(cohort: Cohort, ident: str) -> object:
    return next(one.person for one in (*cohort.mentees, *cohort.mentors) if one.id == ident)


def check(plan: MatchingPlan, cohort: Cohort, methodology: Methodology, mentors: list[str]) -> int:
    """Check all that anybody of a plan can be shown, and return how much that was."""
    pairs = own_pairs(plan)
    count = 0
    for reader, text, letter in shown_to(plan, cohort, methodology, mentors):
        count += 1
        found = leaks(text, reader, pairs.get(reader, set()), cohort, methodology, letter=letter)
        assert found == [], (found, text)
    return count


def test_random_rounds_hold_nothing_that_ranks() -> None:
    """With locks and bans; every mentee and mentor, every question, every letter, both languages."""
    count, met = 0, set()
    for seed in range(25):
        case = Case.drawn(seed)
        cohort = told_apart_all(case.cohort)
        locks = [evolve(x, mentor=code(x.mentor), mentee=code(x.mentee)) for x in case.locks]
        bans = [Ban(code(x.mentor), code(x.mentee)) for x in case.bans]
        try:
            plan = match(cohort, locks=locks, bans=bans)
        except NoPlanError:
            continue
        mentors = [one.id for one in cohort.mentors]
        count += check(plan, cohort, TARGET_MODEL, mentors)
        for one in cohort.mentees:
            for mentor in (None, *mentors):
                met.add(plan.explain(one.id, mentor, audience="participant").outcome)
    few = {Outcome.CROWDED_OUT, Outcome.NOT_SUITABLE}  # of so few mentors the town is asked
    assert met == set(Outcome) - few
    assert count > 1000


@pytest.mark.parametrize("methodology", [TARGET_MODEL, WIDER])
def test_the_town_holds_nothing_that_ranks(methodology: Methodology) -> None:
    """All forms, adults too, and a form of one's own."""
    cohort = told_apart_all(invented_town())
    plan = match(cohort, methodology)
    some = random.Random(1).sample([one.id for one in cohort.mentors], 2)
    assert check(plan, cohort, methodology, some) > 500


def test_every_text_for_participants_ranks_nobody() -> None:
    """What role models and categories of the model mean to those concerned, and all that rules say to them."""
    values = [r for _, r in WIDER.ways] + [c for f in WIDER.forms for c in f.categories]
    rules = [rule for way in WIDER.ways for rule in WIDER.requirements_of(*way)]
    said = [rule.for_participants(unknown=one) for rule in rules for one in (False, True)]
    texts = [text for text in said if text is not None]
    assert len(set(texts)) >= 20
    for value in values:
        assert value.for_participants is not None, value
        texts.append(value.for_participants)
    for text in texts:
        for language in LANGUAGES:
            assert not LABELS.search(text[language]), text
            assert not re.search(r"\d", text[language]), text


def test_a_role_model_without_such_a_text_is_silent() -> None:
    """A local form that has none: its title does not stand in for it."""
    cohort = told_apart_all(invented_town())
    silent = _silent(TARGET_MODEL)
    plan = match(cohort, silent)
    assert check(plan, cohort, silent, []) > 500
    text = letters_text(letters(plan, cohort, silent, "ru"))
    assert "Цель встреч" not in text
    assert "Цель встреч" in letters_text(letters(match(cohort), cohort, TARGET_MODEL, "ru"))


def _silent(methodology: Methodology) -> Methodology:
    forms = [
        evolve(
            form,
            role_models=tuple(evolve(one, for_participants=None) for one in form.role_models),
            categories=tuple(evolve(one, for_participants=None) for one in form.categories),
        )
        for form in methodology.forms
    ]
    return evolve(methodology, forms=tuple(forms))


@pytest.mark.parametrize(
    "leak",
    [
        "успевающий – неуспевающий",
        "passive pupil",
        "педагог с эмоциональным выгоранием",
        "466 баллов",
        "physics 2",
        "zmp1mz",
        "zqm1qz",
        "Имяp2",
        "Фамилияm1ова",
    ],
)
def test_the_search_finds_each_kind_of_leak(leak: str) -> None:
    """In a letter to p1, whose mentor is m1."""
    case = Case.drawn(0)
    cohort = told_apart_all(case.cohort)
    reader, mentor = cohort.mentees[0].id, cohort.mentors[0].id
    own = {"p1": cohort.mentees[0].id[2:-2], "m1": cohort.mentors[0].id[2:-2]}
    text = leak.replace("p1", own["p1"]).replace("m1", own["m1"])
    text = text.replace("Имяp2", f"Имя{cohort.mentees[1].id[2:-2]}")
    fine = f"Имя{own['p1']}, Имя{own['m1']}, вторник 15:00"
    assert leaks(fine, reader, {mentor}, cohort, TARGET_MODEL, letter=True) == []
    assert leaks(f"{fine} {text}", reader, {mentor}, cohort, TARGET_MODEL, letter=True)
