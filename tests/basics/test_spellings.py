"""Words are one whatever their spelling; different words stay different."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.basics.words import (
    clean,
    compared,
    is_placeholder,
    lookalike,
    mixed_alphabets,
    nearly_alike,
)

ALIKE = {
    "Школа 5": (
        "школа 5",
        "ШКОЛА  5",
        "Школа №5",
        "Школа № 5",
        "«Школа» 5",
        '"Школа 5"',
        "Школа\u00a05",
        "Школа\u200b 5\ufeff",
        "Шко\u00adла 5",
        "\u202aШкола 5\u202c",
        "Школа N 5",
    ),
    "Ёлкин лес": ("елкин лес", "Е\u0308лкин лес", "ЁЛКИН\u2009ЛЕС"),
    "онлайн-встреча": ("онлайн‑встреча", "Онлайн–встреча", "онлайн — встреча", "онлайн -встреча"),
    "объявление": ("объявление", "ОБЪЯВЛЕНИЕ"),
    "йога": (unicodedata.normalize("NFD", "йога"), "ЙОГА"),
    "ﬁtness": ("fitness",),
}


@pytest.mark.parametrize(("word", "other"), [(w, o) for w, others in ALIKE.items() for o in others])
def test_spellings_of_one_word(word: str, other: str) -> None:
    assert compared(word) == compared(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Школа 5", "Школа 6"),
        ("химия", "физика"),
        ("C++", "C"),
        ("C#", "C"),
        ("класс 1-2", "класс 12"),
        ("онлайн-встреча", "онлайн встреча"),
        ("хор", "хоры"),
        ("нота", "но та"),
        ("n 5a", "na 5a"),
    ],
)
def test_different_words(one: str, other: str) -> None:
    assert compared(one) != compared(other)


@given(st.text(max_size=20))
def test_forms_are_settled(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert compared(compared(text)) == compared(text) == compared(clean(text))
    assert compared(text.casefold()) == compared(text)
    assert unicodedata.is_normalized("NFC", clean(text))
    assert lookalike(lookalike(text)) == lookalike(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=12))
def test_what_nobody_sees_makes_no_other_word(text: str) -> None:
    spoilt = "\u200b".join(text) + "\u00ad\ufeff "
    if unicodedata.normalize("NFC", text) == text:
        assert compared(spoilt) == compared(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "–",
        "—",
        "?",
        "??",
        "…",
        "н/д",
        "Н/Д",
        "нет данных",
        "Не  знаю",
        "N/A",
        "не указано.",
    ],
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["нет", "no", "0", "химия", "не только физика", "+", "да", "C", "х"]
)
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Шкoлa 5", "o, a"),
        ("Kлacc", "K, a, c"),
        ("chеmistry", "е"),
        ("физика, хиmия", None),  # m looks like no Russian letter: it is no slip of the eye
        ("IT-проекты", None),
        ("PROдвижение", None),
        ("1С", None),
        ("7А", None),
        ("Wi-Fi и сети", None),
        ("химия", None),
        ("COM", None),
        ("Español и English", None),
    ],
)
def test_mixed_alphabets(text: str, letters: str | None) -> None:
    assert mixed_alphabets(text) == letters


def test_the_eye_compares_alphabets_as_one() -> None:
    assert lookalike("M1") == lookalike("М1") != lookalike("M2")
    assert lookalike("COM") == lookalike("СОМ")


@pytest.mark.parametrize(
    ("values", "groups"),
    [
        (["МБОУ СОШ № 12", "СОШ №12", "СОШ 13"], [("МБОУ СОШ № 12", "СОШ №12")]),
        (["математика", "матиматика", "химия"], [("математика", "матиматика")]),
        (["Школа 5", "Школа 6", "Школа 15"], []),
        (["7А", "7Б"], []),
        (["физика", "Физика"], []),  # one word, not two that are nearly alike
        (["русский  язык", "русский-язык"], [("русский  язык", "русский-язык")]),
        (["COM", "СОМ"], [("COM", "СОМ")]),
        (["хор", "бор"], []),
        (["русский язык", "русский"], [("русский язык", "русский")]),
        (["английский язык", "химия", "англ. яз."], [("английский язык", "англ. яз.")]),
        (["английский язык", "англ яз"], [("английский язык", "англ яз")]),
        (["математика", "матем."], [("математика", "матем.")]),
        (["Нижний Новгород", "Н. Новгород"], [("Нижний Новгород", "Н. Новгород")]),
        (["Школа", "Школа 5"], []),
        (["Школа 5", "Школа 5 имени Пушкина"], [("Школа 5", "Школа 5 имени Пушкина")]),
        (["Лицей 5", "Лицей 6 имени Пушкина"], []),
        (["хор", "хореография"], []),  # a word of its own, not the beginning of one
        (["музыка", "музыкальная школа"], []),
        (["история", "история искусств", "история России"], []),  # short for which of them?
        (["ИЗ", "ИЗО"], []),
        (["физика", "физика и химия"], []),  # two things
        (
            ["русский", "русский язык", "русский язык (родной)"],
            [("русский", "русский язык", "русский язык (родной)")],
        ),
        ([], []),
    ],
)
def test_nearly_alike(values: list[str], groups: list[tuple[str, ...]]) -> None:
    assert list(nearly_alike(values)) == groups


def test_many_values_are_compared_by_their_skeletons_alone() -> None:
    values = [f"слово{'абвгдежзик'[k % 10] * (k // 10 + 1)}" for k in range(500)]
    assert nearly_alike([*values, "МБОУ Лицей", "лицей"]) == (("МБОУ Лицей", "лицей"),)
