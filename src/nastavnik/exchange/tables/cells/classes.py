"""A class of a school: «7Б», «7 "Б"», «7-б класс», «10-А», «VII» say a grade and, mostly, a letter.

The grade is what rules read; the letter is kept for lists. A letter of the Latin alphabet that looks Russian is
Russian in a Russian table, so that «7A» and «7А» are one class.
"""

import re
from typing import Final

from attrs import frozen

from nastavnik.basics.texts import Language
from nastavnik.basics.validators import as_letter
from nastavnik.basics.words import clean, compared, is_placeholder, lookalike

__all__ = ["SchoolClass", "class_letter", "school_class"]

_ROMAN: Final = {
    word: number
    for number, word in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"], 1
    )
}
_RUSSIAN_X: Final = str.maketrans("хiі", "xii")

_TICK: Final = "х"
"""A Russian letter that ticks a cell, and no Roman number by itself."""

_WORD: Final = r"(?:классы?|класса|кл|class|grade)"
_CLASS: Final = re.compile(
    rf"(?:{_WORD}\b\.?\s*)?"
    r"(?P<grade>[0-9]{1,3}(?:[.,]0+)?|[ivxхі]+(?![^\W\d_]))"
    r"(?:\s*-?\s*(?:й|ый|ой|ий|th|st|nd|rd)(?![^\W\d_]))?"
    r"[\s\-._/(]*"
    rf"(?P<letter>(?!{_WORD}(?![^\W\d_]))[^\W\d_]{{1,2}})?"
    r"[\s).]*"
    rf"(?:{_WORD}\b\.?)?"
)
_LETTER: Final = re.compile(r"[^\W\d_]{1,2}")

_GRADES: Final = range(1, 12)


@frozen
class SchoolClass:
    """A class.

    Args:
        grade: its school year.
        letter: in capitals, or None.
    """

    grade: int
    letter: str | None = None


def school_class(cell: str, language: Language) -> SchoolClass | int | str | None:
    """Return a class, or the number or text that is none, or None.

    >>> school_class('7 "б"', "ru"), school_class("VII класс", "ru"), school_class("12Б", "ru")
    (SchoolClass(grade=7, letter='Б'), SchoolClass(grade=7, letter=None), '12Б')
    """
    if is_placeholder(cell):
        return None
    match = _CLASS.fullmatch(compared(cell))
    if match is None:
        return clean(cell)
    digits, letter = match["grade"], match["letter"]
    roman = None if digits == _TICK else _ROMAN.get(digits.translate(_RUSSIAN_X))
    grade = roman if roman is not None else _whole(digits)
    if grade is None:
        return clean(cell)
    if grade not in _GRADES:
        return clean(cell) if letter else grade
    return SchoolClass(grade, _spelt(letter, language))


def class_letter(cell: str, language: Language) -> str | None:
    """Return the letter of a class that stands by itself, or the text that is none, or None.

    >>> class_letter("«б»", "ru"), class_letter("", "ru")
    ('Б', None)
    """
    if is_placeholder(cell):
        return None
    letter = compared(cell)
    return _spelt(letter, language) if _LETTER.fullmatch(letter) else clean(cell)


def _whole(digits: str) -> int | None:
    return int(re.split("[.,]", digits)[0]) if digits[0].isdigit() else None


def _spelt(letter: str | None, language: Language) -> str | None:
    if letter is None:
        return None
    return str(as_letter(lookalike(letter.upper()) if language == "ru" else letter))
