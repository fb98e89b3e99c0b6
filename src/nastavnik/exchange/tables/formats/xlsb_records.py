"""The records of an XLSB file looked through: what each sheet shows beside its values.

A part is a row of records, each with its kind and its length in numbers of seven bits a byte; [MS-XLSB] describes
them, and only what is asked for here is taken from it.
"""

import posixpath
from collections.abc import Iterator, Mapping
from struct import unpack_from
from typing import Final

from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.formats.raw import Area
from nastavnik.exchange.tables.formats.survey import Survey, check_together
from nastavnik.exchange.tables.formats.xls_records import ERRORS
from nastavnik.exchange.tables.formats.xlsx_parts import Attributes, go_through, local

__all__ = ["surveys_of_xlsb"]

_ROW, _ERROR, _COLUMN, _SHEET, _MERGED = 0, 3, 60, 156, 176
_VALUES: Final = frozenset({2, _ERROR, 4, 5, 6, 7, 8, 9, 10, 11, 62})
_FORMULAS: Final = frozenset({8, 9, 10, 11})
_ROW_HIDDEN: Final = 0x10
_MORE: Final = 0x80


def surveys_of_xlsb(parts: Mapping[str, bytes]) -> dict[str, Survey]:
    """Look through the sheets; the result is by name.

    Raises:
        OverLimitError: when one is too large to be loaded.
        Exception: of many kinds when the file is damaged.
    """
    by_lower = {name.lower(): content for name, content in parts.items()}
    targets: dict[str, str | None] = {}

    def relation(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            path = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
            of_cells = attributes.get("Type", "").endswith("/worksheet")
            target = path.removeprefix("/").lower()
            targets[attributes.get("Id", "")] = target if of_cells else None

    go_through(by_lower["xl/_rels/workbook.bin.rels"], start=relation)
    surveys = {}
    for kind, body in _records(by_lower["xl/workbook.bin"]):
        if kind == _SHEET:
            ident, after = _text(body, 8)
            target = targets[ident]
            if target is not None:
                surveys[_text(body, after)[0]] = _survey(by_lower[target])
    check_together(surveys.values())
    return surveys


def _survey(content: bytes) -> Survey:
    survey = Survey()
    row = 0
    for kind, body in _records(content):
        if kind in _VALUES:
            column = unpack_from("<I", body)[0]
            survey.reach(row, column)
            if kind in _FORMULAS:
                survey.refuse(row, column, Fault("formula"))
            elif kind == _ERROR:
                survey.refuse(row, column, Fault("error-cell", value=ERRORS.get(body[8], "#")))
        elif kind == _ROW:
            row = unpack_from("<I", body)[0] + 1
            if body[11] & _ROW_HIDDEN:
                survey.hidden_rows.add(row)
        elif kind == _COLUMN:
            if unpack_from("<H", body, 16)[0] & 1:
                survey.hide_columns(*unpack_from("<II", body))
        elif kind == _MERGED:
            top, bottom, left, right = unpack_from("<IIII", body)
            survey.merge(Area(top + 1, left, bottom + 1, right))
    return survey


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place < len(content):
        kind = content[place]
        place += 1
        if kind & _MORE:
            kind = kind & ~_MORE | content[place] << 7
            place += 1
        size = shift = 0
        while True:
            byte = content[place]
            place += 1
            size |= (byte & ~_MORE) << shift
            shift += 7
            if not byte & _MORE:
                break
        yield kind, content[place : place + size]
        place += size


def _text(body: bytes, place: int) -> tuple[str, int]:
    """Return a text and where it ends."""
    size = unpack_from("<I", body, place)[0]
    end = place + 4 + 2 * size
    if end > len(body):
        raise ValueError("a text longer than its record")
    return body[place + 4 : end].decode("utf-16-le"), end
