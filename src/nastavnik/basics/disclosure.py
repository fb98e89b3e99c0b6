r"""How a message tells a value: as it is where it is harmless, and of everything else its shape: «(текст из 2 слов)».

What is harmless says `harmless`. Names of files, columns and keys are values too. Nothing that is told can forge a line
of output: hidden characters are written out, and what is long is cut.
"""

import re
import tempfile
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from nastavnik.basics.harmless import (
    LONGEST,
    MOST_DIGITS,
    REMEMBERED,
    is_harmless,
    is_like_an_id,
    is_recent_day,
)
from nastavnik.basics.messages.of_values import SHAPES, number_of
from nastavnik.basics.texts import Language, Text
from nastavnik.basics.words import clean

__all__ = [
    "ending_told",
    "file_told",
    "id_told",
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

_DAY_SHAPED: Final = re.compile(
    r"[0-3]?\d[-./][01]?\d[-./](?:\d{2}|\d{4})|\d{4}[-./][01]?\d[-./][0-3]?\d"
)
_MAIL: Final = re.compile(r"\S@\S")
_LETTER: Final = re.compile(r"[^\W\d_]")
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
        may = values or is_harmless(value, near=near) or (day and is_recent_day(value))
        return quoted(visible(value), language) if may else shape_of(value, language)
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float) and (values or len(_plain(value)) <= MOST_DIGITS):
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


@lru_cache(REMEMBERED)
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


@lru_cache(REMEMBERED)
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
    shown = text if len(text) <= LONGEST or not cut else text[: LONGEST - 1] + "…"
    if shown.isprintable():
        return shown
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c) in _HIDDEN else c
        for c in shown
    )
