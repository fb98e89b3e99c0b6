"""Personal data of invented people, of every kind, and the pieces of it that no message may hold."""

import re
from typing import Final

from nastavnik.basics.common_words import COMMON_WORDS

__all__ = ["PLANTS", "pieces_in"]

PLANTS: Final = {
    "two words": "Зябликова Маркера",
    "small letters": "зябликова маркера",
    "surname alone": "Зябликова",
    "given name alone": "Маркера",
    "with a class": "Зябликова Маркера 7Б",
    "with a comma": "Зябликова, Маркера",
    "with a relation": "Зябликова Маркера (мама)",
    "particle": "Зябликова де Маркера",
    "oglu": "Зябликов Марксэн оглы",
    "kyzy": "Зябликова Маркера Озёрхан кызы",
    "initials": "Зябликова М. О.",
    "of two parts": "Зябликова-Озёркина",
    "capitals": "ЗЯБЛИКОВА МАРКЕРА",
    "Latin": "Zyablikova Markera",
    "two alphabets": "Зябликoва Маркера",
    "hidden character": "Зябли\u00adкова",
    "telephone": "+7 912 345-67-89",
    "telephone in one": "89123456789",
    "e-mail": "zyablikova@mail.example",
    "account": "@zyablikova",
    "address of a page": "vk.com/zyablikova",
    "СНИЛС": "112-233-445 95",
    "passport": "4510 612345",
    "certificate of birth": "II-МЮ № 612345",
    "address": "ул. Озёркинская, д. 5, кв. 7",
    "birth date": "27.11.2013",
    "birth date, else": "2013-11-27",
    "birth date in words": "27 ноября 2013 г.",
    "with a subject": "физика 4 Зябликова",
    "in a pair": "q01=Зябликова",
}
"""By kind; nobody is so called, and no such number is given out."""

_WORD: Final = re.compile(
    r"[^\W\d_]{4,}|\d{4,}|\d{2}\.\d{2}\.\d{4}|\d{3}-\d{2}-\d{2}|\d{3}-\d{3}-\d{3}"
)
_NOT_TELLING: Final = frozenset({"example", "mail"})


def _pieces() -> frozenset[str]:
    whole = {plant.casefold() for plant in PLANTS.values() if plant.isprintable()}
    words = {word for plant in whole for word in _WORD.findall(plant)}
    bare = {word for word in words if word.replace("ё", "е") not in COMMON_WORDS}
    return frozenset((whole | bare | {"ябликов", "yablikov", "маркер", "markera"}) - _NOT_TELLING)


PIECES: Final = _pieces()


def pieces_in(text: str) -> list[str]:
    """Return which pieces of the planted data a text holds, whatever its capital letters."""
    shown = text.casefold()
    return sorted(piece for piece in PIECES if piece in shown)
