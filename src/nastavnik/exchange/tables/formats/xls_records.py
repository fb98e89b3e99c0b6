"""The records of an XLS file looked through: what each sheet shows beside its values.

The file is a compound of streams, each a chain of sectors; the stream of the workbook is a row of records. The
format is described in [MS-CFB] and [MS-XLS]; only what is asked for here is taken from it.
"""

from collections.abc import Iterator
from struct import Struct, iter_unpack, unpack_from
from typing import Final

from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.formats.raw import Area
from nastavnik.exchange.tables.formats.survey import Survey, check_together

__all__ = ["ERRORS", "surveys_of_xls"]

ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Errors of a spreadsheet by the number that stands for each in binary files."""

_STREAMS: Final = ("Workbook", "Book")
_HEADER: Final = 512
_ENTRY: Final = 128
_ROOT: Final = 5
_LAST: Final = 0xFFFFFFF0
"""From here on a number of a sector means that there is none."""

_START, _END, _SHEET = 0x0809, 0x000A, 0x0085
_ROW, _COLUMN, _MERGED, _EXTENT = 0x0208, 0x007D, 0x00E5, 0x0200
_LONG_EXTENT: Final = 12
_FORMULA, _TRUTH_OR_ERROR, _NUMBERS = 0x0006, 0x0205, 0x00BD
_VALUES: Final = frozenset(
    {0x0203, 0x027E, 0x0204, 0x00FD, 0x00D6, _FORMULA, _TRUTH_OR_ERROR, _NUMBERS}
)
_ROW_HIDDEN: Final = 0x20
_TWO: Final = Struct("<HH")


def surveys_of_xls(data: bytes) -> list[Survey]:
    """Look through the sheets, in the order of the file.

    Raises:
        OverLimitError: when one is too large to be loaded.
        Exception: of many kinds when the file is damaged.
    """
    stream = _stream(data)
    places = []
    for kind, body in _records(stream, 0):
        if kind == _SHEET:
            places.append(unpack_from("<I", body)[0])
    surveys = [_survey(stream, place) for place in places]
    check_together(surveys)
    return surveys


def _survey(stream: bytes, place: int) -> Survey:
    survey = Survey()
    for kind, body in _records(stream, place):
        if kind in _VALUES:
            _take_value(survey, kind, body)
        elif kind == _EXTENT:
            _take_extent(survey, body)
        elif kind == _ROW and unpack_from("<H", body, 12)[0] & _ROW_HIDDEN:
            survey.hidden_rows.add(unpack_from("<H", body)[0] + 1)
        elif kind == _COLUMN and unpack_from("<H", body, 8)[0] & 1:
            survey.hide_columns(*_TWO.unpack_from(body))
        elif kind == _MERGED:
            areas = body[2 : 2 + (len(body) - 2) // 8 * 8]
            for top, bottom, left, right in iter_unpack("<HHHH", areas):
                survey.merge(Area(top + 1, left, bottom + 1, right))
    return survey


def _take_extent(survey: Survey, body: bytes) -> None:
    """Note what the sheet says of its size, be it right or wrong: calamine makes room for so much."""
    top, bottom, left, right = unpack_from("<IIHH" if len(body) >= _LONG_EXTENT else "<HHHH", body)
    if bottom and right:
        survey.reach(top + 1, left)
        survey.reach(bottom, right - 1)


def _take_value(survey: Survey, kind: int, body: bytes) -> None:
    row, column = _TWO.unpack_from(body)
    survey.reach(row + 1, column)
    if kind == _NUMBERS:
        survey.reach(row + 1, unpack_from("<H", body, len(body) - 2)[0])
    elif kind == _FORMULA:
        survey.refuse(row + 1, column, Fault("formula"))
    elif kind == _TRUTH_OR_ERROR and body[7]:
        survey.refuse(row + 1, column, Fault("error-cell", value=ERRORS.get(body[6], "#")))


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """Yield kind and body of the records of one part of the stream, without those of charts inside."""
    depth = 0
    while place + 4 <= len(stream):
        kind, size = _TWO.unpack_from(stream, place)
        place += 4
        if kind == _START:
            depth += 1
        elif kind == _END:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, stream[place : place + size]
        place += size


def _stream(data: bytes) -> bytes:
    """Return the stream of the workbook."""
    size = 1 << unpack_from("<H", data, 30)[0]
    small = 1 << unpack_from("<H", data, 32)[0]
    first, cutoff, first_small = unpack_from("<I4xII", data, 48)
    next_of = _table(data, size)

    def whole(start: int) -> bytes:
        return b"".join(data[(n + 1) * size : (n + 2) * size] for n in _chain(start, next_of))

    directory = whole(first)
    entries = [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]
    root = next(entry for entry in entries if entry[66] == _ROOT)
    found = {_name(entry): entry for entry in entries}
    entry = next(found[name] for name in _STREAMS if name in found)
    start, length = unpack_from("<II", entry, 116)
    if length >= cutoff:
        return whole(start)[:length]
    of_small = whole(unpack_from("<I", root, 116)[0])
    next_small = [number for (number,) in iter_unpack("<I", whole(first_small))]
    chain = _chain(start, next_small)
    return b"".join(of_small[n * small : (n + 1) * small] for n in chain)[:length]


def _table(data: bytes, size: int) -> list[int]:
    """Return for every sector the one that follows it."""
    sectors = [n for n in unpack_from("<109I", data, 76) if n < _LAST]
    more, count = unpack_from("<II", data, 68)
    while more < _LAST and count > 0:
        numbers = unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        sectors += [n for n in numbers[:-1] if n < _LAST]
        more, count = numbers[-1], count - 1
        if len(sectors) * size > len(data):
            raise ValueError("more sectors than the file has")
    return [
        number
        for n in sectors
        for (number,) in iter_unpack("<I", data[(n + 1) * size : (n + 1) * size + size // 4 * 4])
    ]


def _chain(start: int, next_of: list[int]) -> Iterator[int]:
    """Yield the sectors of a stream in order."""
    left = len(next_of)
    while start < _LAST:
        if left <= 0:
            raise ValueError("a stream without end")
        yield start
        start, left = next_of[start], left - 1


def _name(entry: bytes) -> str:
    length = unpack_from("<H", entry, 64)[0]
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
