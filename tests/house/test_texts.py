"""Every text of the product by the rules of its language, and all that a coordinator is told of plans."""

import random
import re
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

import attrs
import pytest

from helpers.project import ROOT
from helpers.rounds import planned
from helpers.samples import samples
from helpers.sayings import everything_said
from helpers.town import PLAN, TOWN
from helpers.whole_model import WITH_LOCAL
from nastavnik import TARGET_MODEL, Cohort, Pupil, match
from nastavnik.basics.texts import LANGUAGES
from nastavnik.programme.evidence import Advice, ToldMentee, ToldMentor
from nastavnik.report import Sayable, in_words, next_steps, reason_lines
from nastavnik.rules.base import NO_PARAMETERS
from nastavnik.rules.catalogue.ready import READY


def _maker() -> Any:
    spec = spec_from_file_location("make_texts", ROOT / "docs/make_texts.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MAKER = _maker()
TEXTS = MAKER.texts()

KNOWN = frozenset(
    (  # noqa: SIM905 - a list of words
        "nastavnik Excel CSV JSON TOML Markdown HTML UTF UTF-8 UTF-16 Windows Windows-1251 Python Methodology "
        "DataFrame Table Pupil Student Teacher Professional pandas polars pyarrow pip install cli docs md py id plan "
        "cohort xlsx xls ods csv txt toml json html table columns names for in true false a b weight "
        "NotBanned not-banned"
    ).split()
)
"""Latin words that a Russian text may hold: programs, formats, and what is typed as it stands."""

COMMANDS = frozenset(
    (  # noqa: SIM905 - a list of words
        "files match check explain what-if verify template demo advise alternatives rules columns refuse take skip "
        "coordinator participant class school contact grade-gap same-gender common-slots at_least same-organisation "
        "own-rules"
    ).split()
)
"""What is typed in commands, and rules named in examples of them."""

READINGS = frozenset(reading.id for reading in TARGET_MODEL.readings)
"""What is typed to choose a reading."""

PERSON = re.compile(r"\b[a-zа-я]\d\d\b")

EXAMPLE = re.compile(r"^\s+nastavnik .*$", re.MULTILINE)

TYPED = re.compile(r"--[a-z-]+|docs/[a-z-]+\.md|\[\[[a-z]+\]\]|\{[^{}]*\}|\x08")
"""Options, pages, tables of TOML, placeholders and marks of the help."""

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")

PARAMETERS = frozenset(
    one.name
    for kind in READY.values()
    for one in attrs.fields(kind)
    if one.name not in NO_PARAMETERS
)

RULES = frozenset(
    rule.id
    for form, role_model in WITH_LOCAL.ways
    for rule in (
        *WITH_LOCAL.requirements_of(form, role_model),
        *WITH_LOCAL.preferences_of(form, role_model),
    )
)


def plain(text: str) -> str:
    """Return a text without examples of commands and what is typed as it stands."""
    return TYPED.sub("0", EXAMPLE.sub("", text))


def wrong_in_both(said: str) -> Iterator[str]:
    """Yield spaces that do not belong there."""
    if any(re.search(r"\S {2,}\S", line) for line in said.splitlines()):
        yield "two spaces"
    if re.search(r" [,;:.?](?![\w.])", said):
        yield "a space before a stop"


def wrong_in_russian(text: str) -> Iterator[str]:
    """Yield what is wrong with a Russian text, whatever it means."""
    said = plain(text)
    if re.search("не (менее|более) чем", said):
        yield "a calque"
    if '"' in said and "= " not in said and "[" not in said:
        yield "straight quotes"
    yield from wrong_in_both(said)
    if " - " in said:
        yield "a hyphen for a dash"
    if re.search(r"[а-яё][A-Za-z]|[A-Za-z][а-яё]", said, re.IGNORECASE):
        yield "a word of two alphabets"
    for word in WORD.findall(said):
        if word not in KNOWN | COMMANDS | READINGS and not PERSON.fullmatch(word):
            yield f"an English word: {word}"
    if re.search(r"\b(?:в|на|у|для) (?:в|на|у|для)\b", said):
        yield "two prepositions"


def wrong_in_english(text: str) -> Iterator[str]:
    """Yield what is wrong with an English text, whatever it means."""
    said = plain(text)
    if re.search("[А-Яа-яЁё]{2,}", said):
        yield "a Russian word"
    yield from wrong_in_both(said)
    if re.search(r"\b(a|an|the|of|is) \1\b", said):
        yield "a word twice"


def named_of_rules(text: str) -> list[str]:
    """Return names of parameters and ids of rules in what a coordinator reads."""
    words = set(re.findall(r"[a-z][a-z_-]*", text))
    compound = {word for word in words if "_" in word or "-" in word}
    return sorted((compound & (PARAMETERS | RULES)) | (words & {"at_least"}))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Стаж больше не менее чем на 3", "a calque"),
        ('Столбец "Класс"', "straight quotes"),
        ("Два  пробела", "two spaces"),
        ("Пробел , и запятая", "a space before a stop"),
        ("Тире - не дефис", "a hyphen for a dash"),
        ("Шкoла", "a word of two alphabets"),
        ("Если at_most будет 0", "an English word: at_most"),
        ("Если seed другой", "an English word: seed"),
    ],
)
def test_the_check_finds_what_is_wrong(text: str, wrong: str) -> None:
    """One text for each kind of fault."""
    assert wrong in list(wrong_in_russian(text))


def test_every_russian_text_is_clean() -> None:
    """No calque, no English word, no straight quotes, no odd spaces, no mixed alphabets."""
    wrong = {
        f"{one.module} {one.key}: {one.ru}": found
        for one in TEXTS
        if (found := list(wrong_in_russian(one.ru)))
    }
    assert not wrong, "\n".join(f"{text} – {found}" for text, found in wrong.items())


def test_every_english_text_is_clean() -> None:
    """No Russian word, no odd spaces, no word twice."""
    wrong = {
        f"{one.module} {one.key}: {one.en}": found
        for one in TEXTS
        if (found := list(wrong_in_english(one.en)))
    }
    assert not wrong, "\n".join(f"{text} – {found}" for text, found in wrong.items())


def test_no_sentence_of_a_rule_names_a_parameter() -> None:
    """What stands outside of braces is language."""
    for one in TEXTS:
        if one.module.startswith(("rules/", "report/", "methodology/")):
            for text in (one.en, one.ru):
                assert not set(WORD.findall(plain(text))) & (PARAMETERS - ENGLISH), one


ENGLISH = frozenset(
    (  # noqa: SIM905 - a list of words
        "weight years side grade minutes enough by field tasks categories positions"
    ).split()
)
"""Names of parameters that are English words as well."""


@cache
def advice_to_a_few() -> tuple[Advice, ...]:
    """Return all advice to a few pupils of the town, drawn by a seed with which there is some of several kinds."""
    rng = random.Random(0)
    drawn: list[list[Any]] = [
        [
            attrs.evolve(role, choices=frozenset(), refusals=frozenset())  # of those not drawn
            for role in rng.sample([one for one in roles if isinstance(one.person, Pupil)], number)
        ]
        for roles, number in ((TOWN.mentees, 6), (TOWN.mentors, 3))
    ]
    mentees, mentors = drawn
    return match(Cohort(mentees=mentees, mentors=mentors)).advice()


@cache
def said_of_plans() -> tuple[str, ...]:
    """Return what a coordinator can be told of the town, of some random rounds and of every kind of value."""
    evidence: list[Sayable] = [
        *(PLAN.explain(one.mentee) for one in PLAN.pairs),
        *(PLAN.explain_mentor(one.id) for one in TOWN.mentors),
        advice_to_a_few(),
    ]
    for _, case, plan in planned(range(3)):
        evidence += (
            one for one in everything_said(plan, case.cohort) if not isinstance(one, Advice)
        )
    remedies = PLAN.remedies()
    said: list[str] = []
    for language in LANGUAGES:
        for value, empty in samples("п1", "п2", "н1", number=3, fact="школа"):
            if not isinstance(value, (ToldMentee, ToldMentor)):
                said.append(in_words(value, TARGET_MODEL, language, empty=empty).text())
        said += (
            "\n".join(reason_lines(one.reason, TARGET_MODEL, language)) for one in PLAN.unmatched
        )
        said += (in_words(one, TARGET_MODEL, language).text() for one in evidence)
        said.append(next_steps(PLAN, TARGET_MODEL, language, remedies=remedies).text())
    return tuple(said)


def test_the_few_get_advice_of_several_kinds() -> None:
    """On places, on mentors to be found and on several rules; so what is said of them is read below."""
    rules = {one.rule for one in advice_to_a_few() if one.rule}
    kinds = {(bool(one.mentors), bool(one.profile)) for one in advice_to_a_few() if not one.rule}
    assert len(rules) >= 3
    assert kinds >= {(True, False), (False, True)}


def test_a_coordinator_reads_no_ids_of_rules_and_no_names_of_parameters() -> None:
    """Nor in conflicts; only what has to be typed stands as it is typed."""
    typed = re.compile("разрешить отступления: .*|overriding.*|override.*")
    for text in said_of_plans():
        assert not named_of_rules(typed.sub("", text)), text


def test_no_requirement_is_said_where_something_failed() -> None:
    """Under a heading of what stands in the way stands what failed, never what is asked."""
    asked = {
        rule.text[language].rstrip(".")
        for form, role_model in TARGET_MODEL.ways
        for rule in TARGET_MODEL.requirements_of(form, role_model)
        for language in LANGUAGES
    }
    for text in said_of_plans():
        for one in asked:
            # A rule that would be changed is quoted.
            assert one not in text.replace(f"«{one}»", ""), text


@pytest.mark.parametrize("rule", sorted(READY))
def test_every_rule_of_the_library_has_all_its_texts(rule: str) -> None:
    """A failure with a remedy, or what is said where it gives points."""
    kind = READY[rule]
    fields = {one.name: one for one in attrs.fields(kind)}
    said = fields["failure" if "failure" in fields else "gain"].default
    assert said is not None
    assert "failure" not in fields or said.remedy is not None
