r"""What a message may repeat of a value: the one place where that is decided.

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
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from nastavnik.basics.common_words import COMMON_WORDS
from nastavnik.basics.messages.of_values import SHAPES, number_of
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.words import clean, compared

__all__ = [
    "ending_told",
    "file_told",
    "id_told",
    "is_harmless",
    "is_like_an_id",
    "is_near",
    "key_of_file",
    "key_of_path",
    "key_told",
    "path_told",
    "quoted",
    "shape_of",
    "told",
    "visible",
    "word_told",
]

_LONGEST: Final = 60
"""Characters of a value that a message shows; the rest is cut."""

_REMEMBERED: Final = 1 << 12

_MOST_DIGITS: Final = 3
"""Digits of a number that is no year of birth, no part of a document and no telephone."""

_MOST_LETTERS: Final = 2
"""Letters that may stand alone, such as that of a class."""

_SPACED_OUT: Final = re.compile(r"(?<![^\W_])[^\W\d_](?:[\s._-]+[^\W\d_]){2}(?![^\W_])")
"""Three single letters in a row: a word with spaces in it."""

_PARTS: Final = re.compile(r"[^\W\d_]+|\d+|@")
_TIME: Final = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.:])")
_CLASS: Final = re.compile(r"\d{1,2}\s*-?\s*[\"«„]?[^\W\d_]{1,2}[\"»“]?(?![^\W_])")
_DATE: Final = re.compile(
    r"(?P<first>\d{4})[-./](?:\d{1,2})[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?P<last>\d{4})"
)
_DAY_SHAPED: Final = re.compile(
    r"[0-3]?\d[-./][01]?\d[-./](?:\d{2}|\d{4})|\d{4}[-./][01]?\d[-./][0-3]?\d"
)
_DATE_LIKE: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_YEARS_BACK: Final = 4
"""Years that a day may lie back and still be nobody's birth who is at school."""

_LONG_WORD: Final = 7
"""Letters of a word of ours that somebody may have meant by itself."""

_MAIL: Final = re.compile(r"\S@\S")
_LETTER: Final = re.compile(r"[^\W\d_]")
_RUN_OF_ID: Final = 3
"""Letters next to one another in an id that has digits; in one without, a single letter or two."""

_ID: Final = re.compile(r"[^\s@«»\"']+")
_ENDINGS: Final = frozenset(
    ".csv .txt .tsv .xlsx .xls .xlsb .xlsm .ods .json .toml .html .htm .md .markdown .py .pdf .docx .doc .zip".split()  # noqa: SIM905 - a list of words
)
_OF_PROGRAMS: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_]+[a-z0-9]+)+|tmp[a-z0-9_]{8}")
"""Names that programs give to what they put among the temporary files."""

_YEAR: Final = re.compile(r"20[2-9]\d")
_KEY: Final = re.compile(r"\[(\"(?:[^\"\\]|\\.)*\")\]|(«[^«»]*»)|([^\s.,\[\]«»\"$]+)")
_WITHOUT_QUOTES: Final = str.maketrans("", "", "«»")
_BARE: Final = re.compile(r"[^\W\d][\w-]*(?:\.[^\W\d][\w-]*)*")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


# What is harmless.


def is_harmless(value: str, *, near: Iterable[str] = ()) -> bool:
    """Return whether a text may be repeated.

    Args:
        value: the text.
        near: what of ours it may be meant for.

    >>> [is_harmless(text) for text in ("7Б", "вт 15:00", "да, но позже")]
    [True, True, True]
    >>> [is_harmless(text) for text in ("Выдуманная Ася", "А с я В", "13.05.2012", "89120000000")]
    [False, False, False, False]
    >>> is_harmless("ученег", near=["ученик"])
    True
    """
    return any(is_near(value, one) for one in near) or _is_of_school(value)


@lru_cache(_REMEMBERED)
def _is_of_school(value: str) -> bool:
    """Return whether a text is made of words of school and small numbers."""
    text = compared(value[: 4 * _LONGEST])
    if len(value) > 4 * _LONGEST or _DATE_LIKE.search(text) or _SPACED_OUT.search(text):
        return False
    rest = _CLASS.sub(" ", _TIME.sub(" ", text))
    parts = _PARTS.findall(rest)
    digits = sum(len(part) for part in parts if part.isdigit())
    words = [part for part in parts if not part.isdigit() and part not in COMMON_WORDS]
    letters = all(len(word) == 1 and word != "@" for word in words)
    return digits <= _MOST_DIGITS and letters and len(words) <= _MOST_LETTERS


@lru_cache(_REMEMBERED)
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


@lru_cache(_REMEMBERED)
def is_like_an_id(value: str) -> bool:
    """Return whether a text has the shape of ids: no word of a name stands in it, no long number, no address.

    >>> [is_like_an_id(text) for text in ("p17", "7Б-03", "mentee-4", "ghost", "Зябликова7", "89120000000")]
    [True, True, True, False, False, False]
    """
    text = clean(value)
    if not _ID.fullmatch(text) or _DATE_LIKE.search(text) or len(text) > _LONGEST:
        return False
    parts = _PARTS.findall(text)
    letters = [part.casefold() for part in parts if not part.isdigit()]
    digits = [part for part in parts if part.isdigit()]
    longest = _RUN_OF_ID if digits else _RUN_OF_ID - 1
    strange = [part for part in letters if part.replace("ё", "е") not in COMMON_WORDS]
    if sum(map(len, strange)) > 2 * _RUN_OF_ID:
        return False
    return sum(map(len, digits)) <= _MOST_DIGITS + 1 and all(
        len(part) <= longest for part in strange
    )


def _is_recent_day(value: str) -> bool:
    found = _DATE.fullmatch(value.strip())
    if found is None:
        return False
    return int(found["first"] or found["last"]) >= datetime.now(tz=UTC).year - _YEARS_BACK


# How it is told.


def told(
    value: object,
    language: Language,
    *,
    near: Sequence[str] = (),
    day: bool = False,
    values: bool = False,
) -> str:
    """Return a value as a message tells it: in quotes where it is harmless, else by its shape.

    Args:
        value: the value.
        language: of the words.
        near: what of ours it may be meant for.
        day: a day other than of birth stands here.
        values: whoever reads this may see every value.

    >>> told("7Б", "ru"), told("Ада Лавлейс", "ru"), told("Ада Лавлейс", "ru", values=True)
    ('«7Б»', '(текст из 2 слов)', '«Ада Лавлейс»')
    >>> told(12, "en"), told(89120000000, "ru"), told({"a": 1}, "en")
    ('12', '(число из 11 цифр)', '(an object)')
    """
    if isinstance(value, Text):
        return visible(value[language], cut=False)
    if isinstance(value, str):
        may = values or is_harmless(value, near=near) or (day and _is_recent_day(value))
        return quoted(visible(value), language) if may else shape_of(value, language)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float) and (values or len(_plain(value)) <= _MOST_DIGITS):
        return visible(str(value))
    return shape_of(value, language)


def word_told(
    word: str, language: Language, *, near: Iterable[str] = (), values: bool = False
) -> str:
    """Return a word of a call as a message tells it, without quotes.

    >>> word_told("--lnag", "en", near=["--lang"]), word_told("Ася", "en")
    ('--lnag', '(a word of 3 letters)')
    """
    fine = values or is_harmless(word, near=near) or is_like_an_id(word)
    return visible(word) if fine else shape_of(word, language)


def id_told(value: object, language: Language, *, values: bool = False) -> str:
    """Return an id as a message tells it, in quotes, or by its shape where it could be somebody's name.

    >>> id_told("p17", "en"), id_told("Ася", "ru")
    ('"p17"', '(слово из 3 букв)')
    """
    if isinstance(value, str) and (values or is_like_an_id(value)):
        return quoted(visible(value), language)
    return (
        shape_of(value, language)
        if isinstance(value, str)
        else told(value, language, values=values)
    )


def shape_of(value: object, language: Language) -> str:
    """Return what a value is like, and nothing of what it says.

    >>> shape_of("Зябликова, Маркера", "ru"), shape_of("+7 912 000-00-00", "ru"), shape_of("z@mail.ru", "en")
    ('(текст из 2 слов)', '(число из 11 цифр)', '(an e-mail address)')
    """
    if isinstance(value, str):
        return _shape_of_text(value, language)
    if isinstance(value, int | float):
        return _counted("number", "digits", len(_plain(value)), language)
    if isinstance(value, (list, tuple, set, frozenset)):
        return SHAPES["list"][language]
    if isinstance(value, dict):
        return SHAPES["object"][language]
    return SHAPES["type"][language].format(type(value).__name__)


def _shape_of_text(value: str, language: Language) -> str:
    text = clean(value)
    if not text:
        return SHAPES["empty"][language]
    if _MAIL.search(text):
        return SHAPES["e-mail"][language]
    if _DAY_SHAPED.fullmatch(text):
        return SHAPES["date"][language]
    letters, digits = len(_LETTER.findall(text)), sum(map(str.isdigit, text))
    words = len(text.split())
    if not letters and digits:
        shape = "number", "digits", digits
    elif words > 1:
        shape = "text", "words", words
    elif letters == len(text):
        shape = "word", "letters", letters
    else:
        shape = "text", "characters", len(text)
    return _counted(*shape, language)


def _plain(number: float) -> str:
    """Return the digits of a number; of one with endless many, and of no number at all, too many to be shown."""
    if isinstance(number, int) and abs(number) >= 10**300:
        return "9" * number.bit_length()
    return re.sub(r"[^\w]", "", str(number))


def _counted(shape: str, noun: str, count: int, language: Language) -> str:
    return SHAPES[shape][language].format(number_of(noun, count, language))


@lru_cache(_REMEMBERED)
def file_told(file: str, language: Language, *, values: bool = False) -> str:
    """Return the name of a file as a message tells it; folders that could name somebody are left out.

    >>> file_told("mentees.xlsx", "ru"), file_told("/home/asya/Список 7Б.csv", "ru")
    ('mentees.xlsx', '…/Список 7Б.csv')
    >>> file_told("Выдуманная Ася.xlsx", "ru")
    '(текст из 2 слов).xlsx'
    """
    if values:
        return visible(file, cut=False)
    option, space, path = file.partition(" ") if file.startswith("--") else ("", "", file)
    temporary = Path(path).is_absolute() and Path(path).is_relative_to(tempfile.gettempdir())
    *folders, last = re.split(r"[\\/]", path)
    ending = PurePosixPath(last).suffix
    ending = ending if ending.lower() in _ENDINGS else ""
    stem = last.removesuffix(ending) if ending else last
    fine = _is_of_files(stem) or (temporary and _OF_PROGRAMS.fullmatch(stem))
    name = visible(stem) if fine else shape_of(stem, language)
    known = all(_is_of_files(f) or (temporary and _OF_PROGRAMS.fullmatch(f)) for f in folders)
    before = "/".join([*(folders if known else ["…"]), ""]) if folders else ""
    return f"{option}{space}{before}{name}{ending}"


def _is_of_files(name: str) -> bool:
    return is_harmless(_YEAR.sub(" ", name.replace("_", " ").replace(".", " ")))


def ending_told(ending: str, language: Language, *, values: bool = False) -> str:
    """Return the ending of a file's name in quotes, where it is one that files have.

    >>> ending_told(".docx", "ru"), ending_told(".Выдуманная", "ru")
    ('«.docx»', '(текст из 11 знаков)')
    """
    fine = values or not ending or ending.lower() in _ENDINGS
    return quoted(visible(ending), language) if fine else shape_of(ending, language)


def key_of_path(key: object) -> str:
    """Return a key of an object as the step of a path below it: in brackets, so that nothing in it is taken for a step.

    >>> key_of_path("Ася.7")
    '["Ася.7"]'
    """
    return '["' + str(key).replace("\\", "\\\\").replace('"', '\\"') + '"]'


def key_of_file(key: object) -> str:
    """Return a key as somebody who wrote a file finds it there: in quotes, where it is not made of plain words.

    >>> key_of_file("grade-gap"), key_of_file("Ася «7Б»")
    ('grade-gap', '«Ася 7Б»')
    """
    text = str(key)
    if _BARE.fullmatch(text):
        return text
    return quoted(text.translate(_WITHOUT_QUOTES), "ru")


def key_told(key: str, language: Language) -> str:
    """Return a key of an object: in quotes where it is like one of ours, like an id, or harmless.

    >>> key_told("mentees", "en"), key_told("Ася", "en")
    ('"mentees"', '(a word of 3 letters)')
    """
    fine = is_like_an_id(key) or is_harmless(key)
    return quoted(visible(key), language) if fine else shape_of(key, language)


@lru_cache(_REMEMBERED)
def path_told(
    path: str, language: Language, *, near: tuple[str, ...] = (), values: bool = False
) -> str:
    """Return a path within a file; every key in it is told like a value, one of ours as well as one of the file's own.

    >>> path_told('$.mentees[3].person.marks["физика"]', "ru"), path_told('$.places["Ася"]', "ru")
    ('$.mentees[3].person.marks["физика"]', '$.places[(слово из 3 букв)]')
    """
    if values:
        return visible(path, cut=False)

    def of_key(found: re.Match[str]) -> str:
        bracketed, between, plain = found.groups()
        if plain is not None:
            fine = is_like_an_id(plain) or is_harmless(plain, near=near)
            return plain if fine else shape_of(plain, language)
        key = (bracketed or between)[1:-1]
        if is_like_an_id(key) or is_harmless(key, near=near):
            return visible(found[0], cut=False)
        shape = shape_of(key, language)
        return f"[{shape}]" if bracketed else shape

    return visible(_KEY.sub(of_key, path), cut=False)


def quoted(text: str, language: Language) -> str:
    """Put a text into the quotation marks of a language.

    >>> quoted("7Б", "ru"), quoted("7B", "en")
    ('«7Б»', '"7B"')
    """
    return f"«{text}»" if language == "ru" else f'"{text}"'


def visible(text: str, *, cut: bool = True) -> str:
    r"""Cut a long text, and write out what would not be seen or would move the cursor.

    >>> visible("p\u00ad1\x1b[31m")
    'p\\xad1\\x1b[31m'
    """
    shown = text if len(text) <= _LONGEST or not cut else text[: _LONGEST - 1] + "…"
    if shown.isprintable():
        return shown
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c) in _HIDDEN else c
        for c in shown
    )
