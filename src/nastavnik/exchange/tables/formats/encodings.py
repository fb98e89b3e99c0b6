"""Which letters the bytes of a text stand for: three encodings are read, four more are told by their names."""

import re
from collections import Counter
from typing import Final

__all__ = ["encoding_of", "is_binary", "text_of"]

_CYRILLIC_IN_UTF_8: Final = re.compile(rb"[\xd0\xd1][\x80-\xbf]")
"""A Russian letter in UTF-8; as Windows-1251 the same bytes are two letters that no word has."""

_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
_CYRILLIC_WORD: Final = re.compile("[А-Яа-яЁё]{3,}")
_OF_RUSSIAN_TEXT: Final = frozenset(map(chr, range(ord("А"), ord("я") + 1))) | frozenset(
    "Ёё«»№–—…„“”’\xa0"
)
_PLAIN_CONTROLS: Final = frozenset("\t\n\r\x0b\x0c\x85")
_OFTEN: Final = frozenset("оеаинтсрвл")
"""The commonest letters of Russian; more than half of the small letters of any text."""

_REFUSED: Final = (
    ("cp866", "MS-DOS (CP866)"),
    ("koi8-r", "KOI8-R"),
    ("mac-cyrillic", "Mac Cyrillic"),
    ("iso8859-5", "ISO 8859-5"),
)
_NOT_RUSSIAN: Final = (0, 0)
_LOOKED_AT: Final = 1 << 16
"""Bytes from the beginning by which an encoding is told by name."""


def text_of(data: bytes) -> str | None:
    """Return the text in UTF-8, UTF-16 or Windows-1251; None if it is none of them.

    >>> text_of("Код".encode("cp1251")), text_of("Код;1".encode("utf-16-le"))
    ('Код', 'Код;1')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    unmarked = _unmarked_utf_16(data)
    if unmarked is not None:
        return unmarked
    text = _decoded(data, "utf-8-sig")
    if text is not None or data.startswith(b"\xef\xbb\xbf"):
        return text
    spoilt = 4 * len(_CYRILLIC_IN_UTF_8.findall(data)) > len(_NOT_ASCII.findall(data))
    text = None if spoilt else _decoded(data, "cp1251")
    if text is None or not _reads_as_russian(text):
        return None
    start = data[:_LOOKED_AT]
    others = max(_worth(start, codec) for codec, _ in _REFUSED)
    return text if _letters(start.decode("cp1251", "replace"))[1:] >= others else None


def encoding_of(data: bytes) -> str | None:
    """Return the name of an encoding that is not read, where the bytes are Russian text in it.

    >>> encoding_of("Код;Позиция;Класс".encode("koi8-r"))
    'KOI8-R'
    """
    start = data[:_LOOKED_AT]
    worth = {name: _worth(start, codec) for codec, name in _REFUSED}
    best = max(worth, key=lambda name: worth[name])
    return best if worth[best] > _NOT_RUSSIAN else None


def is_binary(text: str) -> bool:
    r"""Return whether decoded bytes hold control characters that no text has.

    >>> is_binary("a\tb"), is_binary("a\0b")
    (False, True)
    """
    return any(
        (letter < " " or letter == "\x7f") and letter not in _PLAIN_CONTROLS for letter in set(text)
    )


def _unmarked_utf_16(data: bytes) -> str | None:
    """Return the text of UTF-16 without its mark: separators and line ends have a zero byte in it."""
    if len(data) % 2 or b"\0" not in data:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text is None or is_binary(text):
            continue
        plain = sum(
            count
            for letter, count in Counter(text).items()
            if letter < "\x7f" or letter in _OF_RUSSIAN_TEXT
        )
        if 20 * plain >= 19 * len(text):
            return text
    return None


def _reads_as_russian(text: str) -> bool:
    """Return whether text is what Windows-1251 was meant to say.

    Any bytes can be read so. But DOS text (CP866) then shows signs instead of letters, and KOI8-R small
    letters for capital ones.
    """
    foreign = [letter for letter in text if letter > "\x7f"]
    russian = sum(letter in _OF_RUSSIAN_TEXT for letter in foreign)
    words = _CYRILLIC_WORD.findall(text)
    swapped = sum(word[0].islower() and word[1:].isupper() for word in words)
    return 5 * russian >= 4 * len(foreign) and 2 * swapped <= len(words)


def _worth(data: bytes, codec: str) -> tuple[int, int]:
    """Return how many common small letters, and how many Russian ones, there are if the bytes are in this encoding."""
    text = data.decode(codec, "replace")
    foreign = sum(letter > "\x7f" for letter in text)
    small, often, russian = _letters(text)
    is_russian = 10 * russian >= 9 * foreign and 3 * small >= 2 * foreign
    return (often, russian) if is_russian and 5 * often >= 2 * small else _NOT_RUSSIAN


def _letters(text: str) -> tuple[int, int, int]:
    """Return the numbers of small Russian letters, of common ones, and of all that Russian text has."""
    small = [letter for letter in text if "а" <= letter <= "я" or letter == "ё"]
    russian = sum(letter in _OF_RUSSIAN_TEXT for letter in text)
    return len(small), sum(letter in _OFTEN for letter in small), russian


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
