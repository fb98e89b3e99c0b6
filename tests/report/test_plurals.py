"""Numbers agree with their nouns: in every entry, in every phrase, and in whatever is said of random rounds."""

import re
import string
from collections.abc import Iterator

import pytest

from helpers.placeholders import placeholders
from helpers.rounds import planned
from helpers.samples import samples
from helpers.town import PLAN
from nastavnik import TARGET_MODEL, Cohort, MatchingPlan
from nastavnik.basics.texts import LANGUAGES
from nastavnik.report import in_words, reason_lines
from nastavnik.report.phrases import EVERY_PHRASE
from nastavnik.report.phrases_for_participants import FOR_PARTICIPANTS
from nastavnik.report.phrases_of_evidence import OF_EVIDENCE
from nastavnik.report.plurals import CATEGORIES, NOUNS, Counted, counted, filled

NUMBERS = (0, 1, 2, 5, 11, 21, 22, 111)

GENITIVE = {
    "наставник": ("а", "ов", "ов"),
    "наставляем": ("ого", "ых", "ых"),
    "балл": ("а", "ов", "ов"),
}

ENDINGS = {
    # What follows a number: forms after 1, 21 …, after 2 to 4, and after the others.
    "": {
        "мест": ("о", "а", ""),
        "балл": ("", "а", "ов"),
        "наставник": ("", "а", "ов"),
        "наставляем": ("ый", "ых", "ых"),
    },
    "для": GENITIVE,
    "у": GENITIVE,
    "из": GENITIVE,
    "больше": GENITIVE,
    "на": {"балл": ("", "а", "ов"), "наставляем": ("ого", "ых", "ых")},
}
"""By the preposition or the «больше» before the number, stem to endings; written down here anew, from a grammar."""

YEARS = ("год", "года", "лет")
"""The one noun that has another stem after five."""

WITH_NOUN = re.compile(
    r"(?:\b([Дд]ля|[Уу]|[Ии]з|[Нн]а|больше) )?(?<![\w−-])(\d+) ((мест|балл|наставник|наставляем|год|лет)[а-яё]*)\b"
)


def wrong_endings(text: str) -> list[str]:
    """Return every number with a noun that does not agree with it."""
    found = []
    for preposition, digits, word, stem in WITH_NOUN.findall(text):
        number = int(digits)
        if number % 10 == 1 and number % 100 != 11:
            which = 0
        elif number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
            which = 1
        else:
            which = 2
        case = ENDINGS[preposition.lower()]
        if stem in {"год", "лет"}:
            if word != YEARS[which]:
                found.append(f"{digits} {word}")
        elif stem not in case or word != stem + case[stem][which]:
            found.append(f"{preposition} {digits} {word}")
    return found


@pytest.mark.parametrize(
    "text",
    [
        "1 мест",
        "21 места",
        "2 место",
        "11 место",
        "5 балла",
        "для 1 наставник",
        "на 2 наставляемый",
        "не больше 1 балл",
        "у 1 наставляемый",
        "из 5 наставник",
        "У 1 наставник",
        "5 года",
    ],
)
def test_the_check_finds_what_is_wrong(text: str) -> None:
    """The table of endings is no empty promise."""
    assert wrong_endings(text)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_agrees(noun: str, number: int) -> None:
    """In Russian by the table of endings, in English one of one and several of all else."""
    russian, english = counted(noun, number, "ru"), counted(noun, number, "en")
    before = {"mentor-of": "для ", "mentee-of": "для ", "mentee-by": "на ", "point-of": "больше "}
    assert WITH_NOUN.search(before.get(noun, "") + russian)
    assert not wrong_endings(before.get(noun, "") + russian)
    assert bool(re.search(r"\d (place|point|mentor|mentee|year)s\b", english)) == (number != 1)


@pytest.mark.parametrize(
    ("number", "russian", "english"),
    [
        (0, "0 мест", "0 places"),
        (1, "1 место", "1 place"),
        (2, "2 места", "2 places"),
        (5, "5 мест", "5 places"),
        (11, "11 мест", "11 places"),
        (21, "21 место", "21 places"),
        (22, "22 места", "22 places"),
        (111, "111 мест", "111 places"),
    ],
)
def test_places(number: int, russian: str, english: str) -> None:
    """Written out, for those who want to see it."""
    assert (counted("place", number, "ru"), counted("place", number, "en")) == (russian, english)


def test_verbs_agree_too() -> None:
    """Where the number is the subject."""
    said = [counted("mentor-will-suit", number, "ru").split()[0] for number in (1, 2, 5, 21)]
    assert said == ["подойдёт", "подойдут", "подойдут", "подойдёт"]
    assert counted("mentee-gains", 1, "en") == "1 mentee more has a mentor"
    assert counted("mentee-gains", 2, "en") == "2 mentees more have a mentor"


def test_the_library_tells_no_other_categories_apart() -> None:
    """Every whole number of a range falls into a category that each noun has."""
    from babel import Locale

    for language in LANGUAGES:
        rule = Locale.parse(language).plural_form
        assert {rule(number) for number in range(200)} == set(CATEGORIES[language])


def test_a_noun_is_complete() -> None:
    """A form that is missing, or that forgets the number, is found when the noun is made."""
    english = {"one": "{n} hour", "other": "{n} hours"}
    russian = {"one": "{n} час", "few": "{n} часа", "many": "{n} часов"}
    assert Counted(en=english, ru=russian).say(2, "ru") == "2 часа"
    for wrong in ({"one": "{n} час", "few": "{n} часа"}, {**russian, "other": "{n} часа"}):
        with pytest.raises(ValueError, match="needed"):
            Counted(en=english, ru=wrong)
    with pytest.raises(ValueError, match="needs"):
        Counted(en=english, ru={**russian, "one": "час"})


def test_a_phrase_says_all_and_only_what_it_is_given() -> None:
    """A value that is missing or said nowhere, and a noun that is not there, are errors."""
    assert filled("{who}: {n:place}", "en", {"who": "{n}", "n": 1}) == "{n}: 1 place"
    with pytest.raises(KeyError):
        filled("{who}", "en", {})
    with pytest.raises(KeyError):
        filled("{n:elephant}", "en", {"n": 1})
    with pytest.raises(ValueError, match="no place"):
        filled("nothing", "en", {"n": 1})


@pytest.mark.parametrize("key", EVERY_PHRASE)
def test_phrases_match_in_both_languages(key: str) -> None:
    """The same values in each, and nouns that are there."""
    phrase = EVERY_PHRASE[key]
    assert set(placeholders(phrase.en)) == set(placeholders(phrase.ru))
    for language in LANGUAGES:
        for _, _, noun, _ in string.Formatter().parse(phrase[language]):
            assert not noun or noun in NOUNS


def test_catalogues_share_no_key() -> None:
    """None hides another's phrase."""
    rest = [key for key in EVERY_PHRASE if key not in OF_EVIDENCE and key not in FOR_PARTICIPANTS]
    assert len(EVERY_PHRASE) == len(OF_EVIDENCE) + len(FOR_PARTICIPANTS) + len(rest)
    assert not OF_EVIDENCE.keys() & FOR_PARTICIPANTS.keys()


def test_every_noun_is_used() -> None:
    """No entry is left over from a phrase that is gone."""
    said = {
        noun
        for phrase in EVERY_PHRASE.values()
        for language in LANGUAGES
        for _, _, noun, _ in string.Formatter().parse(phrase[language])
    }
    assert said - {"", None} | {"year"} == set(NOUNS)  # years stand behind facts


@pytest.mark.parametrize("number", NUMBERS)
def test_samples_agree(number: int) -> None:
    """Every kind of value with this number wherever it has one."""
    for value, empty in samples("п1", "п2", "н1", number=number):
        text = in_words(value, TARGET_MODEL, "ru", empty=empty).text()
        assert not wrong_endings(text), text


def said_of(plan: MatchingPlan, cohort: Cohort, *, advised: bool) -> Iterator[str]:
    """Yield all that is said of a round in Russian; advice, which matches the round many times, on request."""
    mentees = [one.id for one in cohort.mentees]
    mentors = [one.id for one in cohort.mentors]
    for mentee in mentees:
        yield in_words(plan.explain(mentee), TARGET_MODEL, "ru").text()
        for mentor in mentors:
            yield in_words(plan.explain(mentee, mentor), TARGET_MODEL, "ru").text()
    for mentor in mentors:
        yield in_words(plan.explain_mentor(mentor), TARGET_MODEL, "ru").text()
        told = plan.explain_mentor(mentor, audience="participant")
        yield in_words(told, TARGET_MODEL, "ru").text()
    if advised:
        yield in_words(plan.advice(), TARGET_MODEL, "ru").text()
    yield in_words(plan.alternatives(within=500), TARGET_MODEL, "ru").text()


def test_random_rounds_agree() -> None:
    """All that is said of some rounds with demands, by the table of endings."""
    met = 0
    for seed, case, plan in planned(range(40)):
        for text in said_of(plan, case.cohort, advised=seed % 10 == 0):
            met += len(WITH_NOUN.findall(text))
            assert not wrong_endings(text), text
    assert met > 300


def test_the_town_agrees() -> None:
    """Reasons with numbers beyond ten."""
    for left in PLAN.unmatched:
        text = "\n".join(reason_lines(left.reason, TARGET_MODEL, "ru"))
        assert not wrong_endings(text), text
