r"""What of a value is harmless, so that a message may repeat it: the one place where that is decided.

Tables of a school hold names, telephones and birth dates, and any of them may slip into any column. So a message
repeats only what is known to be harmless, and of everything else it tells the shape: «(текст из 2 слов)». Harmless is

- what is near to something of ours that the message knows: a value of a catalogue, a heading, the advice it gives;
- a number of at most three digits, yes, no and nothing;
- words of school, days, hours and answers (`common_words`), with such numbers between them, and a class: «7Б»;
- a day of the last years, where a day other than of birth is asked for;
- an id that has the shape of ids: «p17», «7Б-03», without letters that could be a word of a name.

No telephone, СНИЛС, number of a document or birth date is any of these, nor is a name, however it is written.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final

from nastavnik.basics.common_words import COMMON_WORDS
from nastavnik.basics.words import clean, compared

__all__ = [
    "LONGEST",
    "MOST_DIGITS",
    "REMEMBERED",
    "is_harmless",
    "is_like_an_id",
    "is_near",
    "is_recent_day",
]

LONGEST: Final = 60
"""Characters of a value that a message shows; the rest is cut."""

REMEMBERED: Final = 1 << 12
"""Texts of which it is remembered what they are."""
MOST_DIGITS: Final = 3
"""Digits of a number that is no year of birth, no part of a document and no telephone."""

_MOST_LETTERS: Final = 2
"""Letters that may stand alone, such as that of a class."""

_SPACED_OUT: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:(?:[^\w=]|_)+[^\W\d_]){2}(?![^\W_])")
"""Three single letters in a row: a word with spaces or signs in it; ids are joined by the sign =."""

_PARTS: Final = re.compile(r"[^\W\d_]+|\d+|@")
_TIME: Final = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.:])")
_CLASS: Final = re.compile(r"\d{1,2}\s*-?\s*[\"«„]?[^\W\d_]{1,2}[\"»“]?(?![^\W_])")
_DATE: Final = re.compile(
    r"(?P<first>\d{4})[-./](?:\d{1,2})[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?P<last>\d{4})"
)
_DATE_LIKE: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_YEARS_BACK: Final = 4
"""Years that a day may lie back and still be nobody's birth who is at school."""

_LONG_WORD: Final = 7
"""Letters of a word of ours that somebody may have meant by itself."""

_RUN_OF_ID: Final = 3
"""Letters next to one another in an id that has digits; in one without, a single letter or two."""

_ID: Final = re.compile(r"[^\s@«»\"']+")


def is_harmless(value: str, *, near: Iterable[str] = ()) -> bool:
    """Return whether a text may be repeated.

    Args:
        value: the text.
        near: what of ours it may be meant for.

    >>> [is_harmless(text) for text in ("7Б", "вт 15:00", "да, но позже")]
    [True, True, True]
    >>> [is_harmless(text) for text in ("Выдуманная Ася", "А с я В", "а/с,я", "13.05.2012", "89120000000")]
    [False, False, False, False, False]
    >>> is_harmless("ученег", near=["ученик"])
    True
    """
    return any(is_near(value, one) for one in near) or _is_of_school(value)


@lru_cache(REMEMBERED)
def _is_of_school(value: str) -> bool:
    """Return whether a text is made of words of school and small numbers."""
    text = compared(value[: 4 * LONGEST])
    if len(value) > 4 * LONGEST or _DATE_LIKE.search(text) or _SPACED_OUT.search(text):
        return False
    rest = _CLASS.sub(" ", _TIME.sub(" ", text))
    parts = _PARTS.findall(rest)
    digits = sum(len(part) for part in parts if part.isdigit())
    words = [part for part in parts if not part.isdigit() and part not in COMMON_WORDS]
    letters = all(len(word) == 1 and word != "@" for word in words)
    return digits <= MOST_DIGITS and letters and len(words) <= _MOST_LETTERS


@lru_cache(REMEMBERED)
def is_near(value: str, known: str) -> bool:
    """Return whether a text is one of ours but for a slip: a letter in four, three at most.

    It may also be a long word of one of ours, but for one letter.

    >>> is_near("катигория", "Категория"), is_near("пасивный", "Пассивный ученик")
    (True, True)
    >>> is_near("Анна", "Класс"), is_near("Учеников", "ученик")
    (False, False)
    """
    one, other = compared(value), compared(known)
    long = (word for word in other.split() if len(word) >= _LONG_WORD)
    return (
        one == other
        or _differs_by_a_slip(one, other)
        or any(_differs_by_a_slip(one, word, most=1) for word in long)
    )


def _differs_by_a_slip(one: str, other: str, *, most: int = 3) -> bool:
    allowed = 2 if len(other) == len("ученик") == len(one) else min(most, len(other) // 4)
    if not allowed or abs(len(one) - len(other)) > allowed or one[:1] != other[:1]:
        return False
    return not one.startswith(other) and _edits(one, other, allowed) <= allowed


def _edits(one: str, other: str, most: int) -> int:
    """Return how many letters must be put in, taken out, changed or swapped; more than ``most`` is not counted out."""
    before, row = list[int](), list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row, before_that = row, [i], before
        for j, right in enumerate(other, 1):
            least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                least = min(least, before_that[j - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]


@lru_cache(REMEMBERED)
def is_like_an_id(value: str) -> bool:
    """Return whether a text has the shape of ids: no word of a name stands in it, no long number, no address.

    >>> [is_like_an_id(text) for text in ("p17", "7Б-03", "mentee-4", "ghost", "Зябликова7", "89120000000")]
    [True, True, True, False, False, False]
    """
    text = clean(value)
    if not _ID.fullmatch(text) or _DATE_LIKE.search(text) or len(text) > LONGEST:
        return False
    parts = _PARTS.findall(text)
    letters = [part.casefold() for part in parts if not part.isdigit()]
    digits = [part for part in parts if part.isdigit()]
    longest = _RUN_OF_ID if digits else _RUN_OF_ID - 1
    strange = [part for part in letters if part.replace("ё", "е") not in COMMON_WORDS]
    if sum(map(len, strange)) > 2 * _RUN_OF_ID:
        return False
    return sum(map(len, digits)) <= MOST_DIGITS + 1 and all(
        len(part) <= longest for part in strange
    )


def is_recent_day(value: str) -> bool:
    """Return whether a text is a day of the last years, on which nobody was born who is at school.

    >>> is_recent_day("01.09.2012"), is_recent_day("on Monday")
    (False, False)
    """
    found = _DATE.fullmatch(value.strip())
    if found is None:
        return False
    return int(found["first"] or found["last"]) >= datetime.now(tz=UTC).year - _YEARS_BACK
