"""What a file holds, judged by its bytes and not by its name."""

import re
import zipfile
from io import BytesIO
from typing import Final

__all__ = ["is_binary", "is_broken_zip", "is_locked", "kind_of", "text_of"]

_ZIPPED: Final = b"PK\x03\x04"

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_BEGINNINGS: Final = (
    (_OLE, "XLS (Excel 97–2003)"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"{\\rtf", "RTF"),
)
_ZIPPED_PARTS: Final = (
    ("xl/workbook.bin", "XLSB"),
    ("xl/", "XLSX"),
    ("word/", "DOCX"),
    ("content.xml", "ODS"),
)
_MARKUP: Final = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<head")
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
_CYRILLIC_IN_UTF_8: Final = re.compile(rb"[\xd0\xd1][\x80-\xbf]")
"""A Russian letter in UTF-8; as Windows-1251 the same bytes are two letters that no word has."""

_CYRILLIC_WORD: Final = re.compile("[А-Яа-яЁё]{3,}")
_OF_RUSSIAN_TEXT: Final = frozenset(map(chr, range(ord("А"), ord("я") + 1))) | frozenset(
    "Ёё«»№–—…„“”’\xa0"
)

_PLAIN_CONTROLS: Final = frozenset("\t\n\r\x0b\x0c\x85")


def kind_of(data: bytes) -> str | None:
    """Return the kind of file that the bytes are of, or None when they may be plain text.

    >>> kind_of(b"%PDF-1.7"), kind_of(b"id;position")
    ('PDF', None)
    """
    if data.startswith(_ZIPPED):
        return _zipped_kind(data)
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    beginning = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "HTML/XML" if beginning.startswith(_MARKUP) else None


def _zipped_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception:  # noqa: BLE001 - of a broken archive zipfile raises many kinds of error
        return "ZIP"
    for part, kind in _ZIPPED_PARTS:
        if any(name.startswith(part) for name in names):
            return kind
    return "ZIP"


def is_broken_zip(data: bytes) -> bool:
    """Return whether the bytes begin as a zipped file, such as a workbook, and break off."""
    return data.startswith(_ZIPPED) and not zipfile.is_zipfile(BytesIO(data))


def is_locked(data: bytes) -> bool:
    """Return whether the bytes are of a newer workbook that a password protects."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def text_of(data: bytes) -> str | None:
    """Return the text in UTF-8, UTF-16 with its mark, or Windows-1251; None if it is none of them.

    >>> text_of("Код".encode("cp1251")), text_of("Код".encode("utf-8-sig"))
    ('Код', 'Код')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    text = _decoded(data, "utf-8-sig")
    if text is not None or data.startswith(b"\xef\xbb\xbf"):
        return text
    spoilt = 4 * len(_CYRILLIC_IN_UTF_8.findall(data)) > len(_NOT_ASCII.findall(data))
    text = None if spoilt else _decoded(data, "cp1251")
    return text if text is not None and _reads_as_russian(text) else None


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


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def is_binary(text: str) -> bool:
    r"""Return whether decoded bytes hold control characters that no text has.

    >>> is_binary("a\tb"), is_binary("a\0b")
    (False, True)
    """
    return any(
        (letter < " " or letter == "\x7f") and letter not in _PLAIN_CONTROLS for letter in set(text)
    )
