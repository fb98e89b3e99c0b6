"""The good tables, spoilt in some ways, as files of several kinds that may be spoilt in their turn."""

import csv
import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any, Final

from helpers.fuzz.good_tables import TABLES, File
from helpers.fuzz.texts import hostile, spoilt
from helpers.fuzz.ways import WAYS
from helpers.grids import Sheet, csv_of, ods_of, xlsx_of

__all__ = ["cohort_file", "table_file"]

_ENGLISH: Final = {
    "Код": "ID",
    "ФИО": "Name",
    "Позиция": "Position",
    "Класс": "Grade",
    "Возраст": "Age",
}
_ENCODINGS: Final = (
    *("utf-8-sig",) * 6, *("utf-8",) * 4, *("cp1251",) * 4,
    "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "cp866", "mac_cyrillic", "utf-32", "cp1252",
)  # fmt: skip
_ENDINGS: Final = (
    ".csv",
    ".xlsx",
    ".xls",
    ".ods",
    ".xlsm",
    ".txt",
    ".tsv",
    ".json",
    "",
    ".CSV",
    ".html",
)


def table_file(chance: Random, kind: str) -> File:
    """Return one of the three tables, spoilt in some ways, as a file of some kind."""
    sheet = Sheet(rows=[list(row) for row in TABLES[kind]])
    file = File(name=kind, content=b"")
    if chance.random() < 0.2:
        sheet.rows[0] = [_ENGLISH.get(cell, cell) for cell in sheet.rows[0]]
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        way = chance.choice(WAYS)
        file.how.append(way.__name__.strip("_"))
        file.moved |= bool(way(chance, sheet))
    _packed(chance, file, sheet)
    if chance.random() < 0.12:
        _bytes_spoilt(chance, file)
    if chance.random() < 0.04:
        file.name = kind + chance.choice(_ENDINGS)
        file.how.append("ending")
    return file


def _packed(chance: Random, file: File, sheet: Sheet) -> None:
    """Write the table as a file of some kind."""
    if chance.random() < 0.55:
        encoding = chance.choice(_ENCODINGS)
        separator = chance.choice((";", ";", ";", ",", ",", "\t", "|", " "))
        line = chance.choice(("\r\n", "\n", "\n", "\r"))
        quoting = chance.choice(
            (csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
        )
        file.content = csv_of(
            sheet.rows, encoding=encoding, separator=separator, line=line, quoting=quoting
        )
        file.name += ".tsv" if separator == "\t" and chance.random() < 0.5 else ".csv"
        file.how.append(f"{encoding} {separator!r}")
        file.moved |= encoding not in {"utf-8", "utf-8-sig"} or separator not in ";,\t"
        return
    sheets = [sheet]
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        other = deepcopy(sheet) if chance.random() < 0.6 else Sheet(rows=[[hostile(chance)]])
        other.name = chance.choice(("Инструкция", "7Б", "8 «А»", "Sheet2", "'", "x" * 40))
        other.concealed = chance.random() < 0.3
        sheets.insert(chance.randrange(len(sheets) + 1), other)
        file.moved = True
    if chance.random() < 0.8:
        spoil = _spoiler(chance, file) if chance.random() < 0.15 else None
        file.content = xlsx_of(sheets, spoil=spoil)
        file.name += ".xlsx"
    else:
        file.content = ods_of(sheets)
        file.name += ".ods"


def _spoiler(chance: Random, file: File) -> Callable[[dict[str, bytes]], None]:
    file.how.append("parts")
    file.moved = True

    def spoil(parts: dict[str, bytes]) -> None:
        name = chance.choice(list(parts))
        way = chance.randrange(5)
        if way == 0:
            del parts[name]
        elif way == 1:
            parts[name] = _spoilt_bytes(chance, parts[name])
        elif way == 2:
            parts[name.upper()] = parts.pop(name)
        elif way == 3:
            parts[name.replace("/", "\\")] = parts.pop(name)
        else:
            parts[name] = parts[name].replace(*chance.choice(_IN_PARTS), 1)

    return spoil


_IN_PARTS: Final = (
    (b'r="A1"', b'r="XFD1048576"'),
    (b'r="A2"', b'r="??"'),
    (b'r="2"', b'r="999999999"'),
    (b"inlineStr", b"s"),
    (b"<v>", b"<v>e"),
    (b'<row r="1">', b'<row r="0">'),
    (b"<?xml", b'<!DOCTYPE x [<!ENTITY y "zzz">]><?xml'),
    (b"UTF-8", b"UTF-16"),
    (b"</worksheet>", b""),
    (b's="1"', b's="77"'),
    (b"<c ", b"<d "),
)


def _bytes_spoilt(chance: Random, file: File) -> None:
    file.how.append("bytes")
    file.moved = True
    file.content = _spoilt_bytes(chance, file.content)


def _spoilt_bytes(chance: Random, data: bytes) -> bytes:
    way = chance.randrange(6)
    at = chance.randrange(len(data) + 1)
    if way == 0:
        return data[:at]
    if way == 1:
        return data[at:]
    if way == 2:
        return chance.randbytes(chance.choice((0, 1, 3, 200)))
    if way == 3:
        return data[:at] + chance.randbytes(chance.choice((1, 2, 9))) + data[at:]
    if way == 4:
        return data[:at] + data[at + chance.choice((1, 2, 9)) :]
    spoiled = bytearray(data)
    for _ in range(min(len(data), chance.choice((1, 3, 30)))):
        spoiled[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(spoiled)


_JSON: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 1.5, 1e400, float("nan"), 10**40, "", "p1", [], {}, [[]], {"a": {}}, "\ud800",
    "x" * 300, ["p1", 1],
)  # fmt: skip


def cohort_file(chance: Random, text: str, name: str = "cohort.json") -> File:
    """Return JSON, spoilt in some values, keys or bytes."""
    value = json.loads(text)
    file = File(name=name, content=b"")
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        _json_spoilt(chance, value)
        file.how.append("json")
    file.content = json.dumps(value, ensure_ascii=chance.random() < 0.3).encode(
        "utf-8", "surrogatepass"
    )
    if chance.random() < 0.2:
        _bytes_spoilt(chance, file)
    return file


def _json_spoilt(chance: Random, value: Any) -> None:
    while True:
        keys: Any = list(value) if isinstance(value, dict) else range(len(value))
        if not keys:
            return
        key = chance.choice(keys)
        inner = value[key]
        if isinstance(inner, dict | list) and inner and chance.random() < 0.85:
            value = inner
            continue
        break
    way = chance.randrange(4)
    if way == 0:
        del value[key]
    elif way == 1 and isinstance(value, dict):
        value[spoilt(chance, key)] = value.pop(key)
    elif way == 2 and isinstance(inner, str):
        value[key] = spoilt(chance, inner)
    else:
        value[key] = deepcopy(chance.choice((*_JSON, hostile(chance))))
