"""How much is read at most: one budget for files of every kind, so that no input takes all memory, or for ever.

Each number is far above what a table of people, a plan or a file of rules has, and small enough that the worst
input within all of them is read, or refused, in the time and memory of the largest honest one. An overrun is a
fault that names the number and what to do.
"""

import re
from pathlib import Path
from typing import BinaryIO, Final

from attrs import frozen

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Text

__all__ = [
    "LIMITS",
    "Limits",
    "OverLimitError",
    "bytes_of",
    "check_depth",
    "check_names",
    "check_nesting",
    "taken_from",
]

_MEGABYTE: Final = 1 << 20
_STRING: Final = re.compile(r'"(?:[^"\\\n]|\\.)*+"?|\'[^\'\n]*+\'?')
_BRACKETS: Final = re.compile(r"[\[\]{}]")
_AROUND_NAMES: Final = re.compile(r"[\n=,\[\]{}]")


@frozen(kw_only=True)
class Limits:
    """A budget of what is read.

    Args:
        file_bytes: bytes of a file, or of standard input.
        toml_bytes: bytes of a file that people write by hand in TOML: a map of headings, changes of rules, cases.
        unpacked_bytes: bytes to which a workbook unpacks, all parts together.
        parts: files packed into a workbook.
        sheets: sheets of a workbook.
        rows: rows of a sheet or text file that are not blank.
        columns: columns of a table, notes of the coordinator included.
        cells: cells of the rectangle that a sheet fills, or of a text file.
        merged: areas of merged cells of a sheet.
        formulas: cells of a sheet that hold a formula or an error.
        cell_characters: characters of a cell of a workbook.
        characters: characters of all cells of a sheet, where a text that many cells share counts for each.
        depth: lists and objects within one another in JSON, names within one another in TOML.
        values: values of a JSON document.
        keys: keys of one JSON object.
        faults: faults that are kept; further ones are counted.

    >>> LIMITS.rows, Limits(rows=100).rows
    (524288, 100)
    """

    file_bytes: int = 1 << 28
    toml_bytes: int = 1 << 20
    unpacked_bytes: int = 1 << 26
    parts: int = 2000
    sheets: int = 250
    rows: int = 1 << 19
    columns: int = 100
    cells: int = 1 << 22
    merged: int = 1 << 16
    formulas: int = 1 << 18
    cell_characters: int = 1 << 17
    characters: int = 1 << 26
    depth: int = 64
    values: int = 1 << 23
    keys: int = 1 << 19
    faults: int = 10_000

    def over(self, name: str) -> Fault:
        """Return the fault of an input that is over one of the limits.

        Args:
            name: of the limit.

        >>> print(LIMITS.over("sheets"))
        the workbook has more than 250 sheets, the most that are read; copy the table into a workbook of its own
        """
        most = getattr(self, name)
        high = _size(most) if name.endswith("_bytes") else most
        return Fault(f"over-{name.replace('_', '-')}", high=high)


LIMITS: Final = Limits()
"""The one budget of every reader."""


class OverLimitError(Exception):
    """An input over one of the limits, raised where its file is not known yet.

    Args:
        fault: what to say.
    """

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def bytes_of(path: Path, limit: str = "file_bytes") -> bytes:
    """Return what a file holds, of which no more is taken than a limit allows.

    Args:
        path: of the file.
        limit: name of the limit.

    Raises:
        OverLimitError: when it is larger.
        OSError: when it cannot be read.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "rules.toml"
    >>> _ = path.write_bytes(b"[parameters]")
    >>> bytes_of(path, "toml_bytes")
    b'[parameters]'
    """
    with path.open("rb") as stream:
        return taken_from(stream, limit)


def taken_from(stream: BinaryIO, limit: str = "file_bytes") -> bytes:
    """Return what a stream still holds, of which no more is taken than a limit allows.

    Args:
        stream: to be read to its end.
        limit: name of the limit.

    Raises:
        OverLimitError: when there is more.

    >>> from io import BytesIO
    >>> taken_from(BytesIO(b"id;position"))
    b'id;position'
    """
    most: int = getattr(LIMITS, limit)
    data = stream.read(most + 1)
    if len(data) > most:
        raise OverLimitError(LIMITS.over(limit))
    return data


def check_nesting(text: str) -> None:
    """Check how deep a text in JSON or TOML is nested, and how many values it has, before it is parsed.

    Raises:
        OverLimitError: when it is more than is read.

    >>> check_nesting('{"a": [1, "[[["]}')
    """
    bare = _STRING.sub("", text)
    if bare.count(",") >= LIMITS.values:
        raise OverLimitError(LIMITS.over("values"))
    depth = 0
    for found in _BRACKETS.finditer(bare):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > LIMITS.depth:
            raise OverLimitError(LIMITS.over("depth"))


def check_names(text: str) -> None:
    """Check how many names with dots between stand within one another in a text in TOML.

    Raises:
        OverLimitError: when it is more than is read.

    >>> check_names('a.b = "c.d.e"')
    """
    for part in _AROUND_NAMES.split(_STRING.sub("", text)):
        if part.count(".") >= LIMITS.depth:
            raise OverLimitError(LIMITS.over("depth"))


def check_depth(value: object) -> None:
    """Check how deep what was read stands within one another: names with dots within brackets multiply.

    Raises:
        OverLimitError: when it is more than is read.

    >>> check_depth({"a": [{"b": 1}]})
    """
    inner, depth = [value], 0
    while inner := [
        below
        for one in inner
        if isinstance(one, (dict, list))
        for below in (one.values() if isinstance(one, dict) else one)
    ]:
        depth += 1
        if depth > LIMITS.depth:
            raise OverLimitError(LIMITS.over("depth"))


def _size(number: int) -> Text:
    """Return a number of bytes as people say it."""
    if number % _MEGABYTE:
        return Text(en=f"{number} bytes", ru=f"{number} Б")
    return Text(en=f"{number // _MEGABYTE} MB", ru=f"{number // _MEGABYTE} МБ")
