"""What is said of a value that a message does not repeat: its shape, in numbers with the nouns that go with them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Language, Text

__all__ = ["NOUNS", "SHAPES", "number_of"]

SHAPES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "e-mail": Text(en="(an e-mail address)", ru="(адрес электронной почты)"),
        "date": Text(en="(a date)", ru="(дата)"),
        "number": Text(en="(a number of {})", ru="(число из {})"),
        "word": Text(en="(a word of {})", ru="(слово из {})"),
        "text": Text(en="(a text of {})", ru="(текст из {})"),
        "empty": Text(en="(empty)", ru="(пусто)"),
        "list": Text(en="(a list)", ru="(список)"),
        "object": Text(en="(an object)", ru="(объект)"),
        "type": Text(en="(a value of the type {})", ru="(значение типа {})"),
    }
)
"""Kinds of values, each in brackets, for it stands where the value would stand in quotes."""

NOUNS: Final[Mapping[str, tuple[Text, Text]]] = MappingProxyType(
    {
        "letters": (Text(en="{} letter", ru="{} буквы"), Text(en="{} letters", ru="{} букв")),
        "digits": (Text(en="{} digit", ru="{} цифры"), Text(en="{} digits", ru="{} цифр")),
        "words": (Text(en="{} word", ru="{} слова"), Text(en="{} words", ru="{} слов")),
        "characters": (
            Text(en="{} character", ru="{} знака"),
            Text(en="{} characters", ru="{} знаков"),
        ),
    }
)
"""What a value is made of, behind «of», in Russian «из»: for one (in Russian also 21, 31 …), and for several."""

_ELEVEN: Final = 11
"""The number that ends in one and takes the plural all the same."""


def number_of(noun: str, count: int, language: Language) -> str:
    """Return how many of them a value is made of.

    >>> number_of("digits", 11, "ru"), number_of("words", 21, "ru"), number_of("words", 21, "en")
    ('11 цифр', '21 слова', '21 words')
    """
    one, several = NOUNS[noun]
    single = count == 1 if language == "en" else count % 10 == 1 and count % 100 != _ELEVEN
    return (one if single else several)[language].format(count)
