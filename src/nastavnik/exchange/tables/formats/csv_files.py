"""CSV as it comes from real programs: three separators, three encodings, with or without a mark.

Rows are numbered as a spreadsheet shows them: a value with line breaks inside quotes is one row.

A text that begins as a formula does (``=``, ``+``, ``-``, ``@``) would run when the file is
opened in a spreadsheet. So a table is written with an apostrophe before it, which is taken away
again on reading. The same holds after a separator inside a text, where a program that expects
another separator begins a cell. A cell that begins with a bare ``=`` is a formula and no value.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.limits import LIMITS
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.formats.encodings import encoding_of, is_binary, text_of
from nastavnik.exchange.tables.formats.heading_row import Headings, most_known
from nastavnik.exchange.tables.formats.raw import Cell, RawFile, RawSheet, numbered, refused

__all__ = ["csv_of", "guarded", "read_csv", "unguarded"]

_SEPARATORS: Final = (";", ",", "\t")
_FORMULA: Final = "=+\\-@＝＋－＠\t\r"
_GUARD_NEEDED: Final = re.compile(rf"(^|[,;\t\r\n])(?='*[{_FORMULA}])")
_GUARD: Final = re.compile(rf"(^|[,;\t\r\n])'(?='*[{_FORMULA}])")
_LOOKED_AT: Final = 20
"""Rows from which the separator is told."""

_STATED: Final = re.compile(r"sep=([;,\t|])\r?\n", re.IGNORECASE)


def guarded(text: str) -> str:
    """Return the text so that no spreadsheet takes it, or a part of it, for a formula.

    >>> guarded("=1+1"), guarded("7")
    ("'=1+1", '7')
    """
    return _GUARD_NEEDED.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """Return the text that was guarded.

    >>> unguarded(guarded("=1+1"))
    '=1+1'
    """
    return _GUARD.sub(r"\1", text)


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as the CSV that Excel in Russia opens at once: UTF-8 with mark, semicolons."""
    text = StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read_csv(data: bytes, headings: Headings, *, file: str) -> RawFile:
    """Read the rows of a text file; messages call it ``file``.

    Args:
        data: what the file holds.
        headings: by which the separator is told.
        file: its name.

    Raises:
        InvalidInputError: when it is no text in an encoding that is read, or its quotation marks do not fit.
    """
    text = text_of(data)
    if text is None:
        encoding = encoding_of(data)
        if encoding is None:
            raise refused(Fault("unknown-encoding"), file=file)
        name = Text(en=encoding, ru=encoding)
        raise refused(Fault("named-encoding", found=name), file=file)
    if is_binary(text):
        raise refused(Fault("binary"), file=file)
    stated = _STATED.match(text)
    if stated:  # a line for the spreadsheet program, which does not show it as a row
        text, separator = text[stated.end() :], stated[1]
    else:
        separator = max(_SEPARATORS, key=lambda each: _headings(text, each, headings))
    rows = numbered(_rows(text, separator, file))
    return RawFile(file=file, sheets=(RawSheet(rows=rows),), shifting=True)


def _headings(text: str, separator: str, headings: Headings) -> tuple[int, int]:
    """Return how many known headings, and how many cells, the table begins with."""
    rows: list[list[str]] = []
    widest = 0
    try:
        for record in _records(text, separator):
            widest = max(widest, len(record))
            if any(record):
                rows.append(record)
            if len(rows) == _LOOKED_AT:
                break
    except csv.Error:
        if not rows:
            return 0, 0
    best = most_known(rows, headings)
    return (0, widest) if best is None else (len(headings.keys(rows[best])), len(rows[best]))


def _rows(text: str, separator: str, file: str) -> Iterator[Sequence[Cell]]:
    number = cells = 0
    try:
        for record in _records(text, separator):
            number += 1
            cells += len(record)
            if cells > LIMITS.cells:
                raise refused(LIMITS.over("cells"), file=file)
            yield [_cell(value) for value in record]
    except csv.Error as error:
        raise _unreadable(error, number + 1, file) from error


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)


def _cell(written: str) -> Cell:
    value = written.strip()
    if value.startswith("="):
        return Fault("formula")
    return unguarded(value) if "'" in value else value


def _unreadable(error: csv.Error, row: int, file: str) -> InvalidInputError:
    if "field limit" in str(error):
        return refused(Fault("too-long", high=csv.field_size_limit()), file=file, row=row)
    return refused(Fault("bad-quotes"), file=file, row=row)
