"""Small tables of invented people, spoilt in their cells, rows, headings, encodings, parts and bytes."""

import csv
import json
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any, Final

from attrs import define, field

from helpers.fuzz.texts import hostile, spoilt
from helpers.grids import Sheet, csv_of, ods_of, xlsx_of

__all__ = ["DEMANDS", "MENTEES", "MENTORS", "NAME_WORDS", "File", "cohort_file", "good_file", "table_file"]

_SURNAMES: Final = ("Зябликмаркер", "Щегловметка", "Снегирьпримет", "Дроздознак", "Чижеметкин", "Клёстопримет")
_FIRST: Final = ("Евмаркия", "Прометий", "Знакомира")

NAME_WORDS: Final = tuple(word.casefold() for word in (*_SURNAMES, *_FIRST))
"""What stands in the column of names, and nowhere else."""

_HEADINGS: Final = (
    "Код", "ФИО", "Позиция", "Организация", "Место встреч", "Онлайн", "Языки", "Свободное время", "Интересы",
    "Качества", "Согласие на обработку данных", "Класс", "Возраст", "Оценки", "Стаж", "Преподаёт",
    "Согласие участвовать", "Согласие родителей", "Предметы", "Задачи", "Выбрал(а)", "Отказы",
)  # fmt: skip
_OF_MENTEES: Final = ("Категория", "Приоритет", "Запреты")
_OF_MENTORS: Final = ("Мест", "Минимум наставляемых", "Обучение пройдено", "Справка")
_ENGLISH: Final = {"Код": "ID", "ФИО": "Name", "Позиция": "Position", "Класс": "Grade", "Возраст": "Age"}


def _name(number: int) -> str:
    return f"{_SURNAMES[number % len(_SURNAMES)]} {_FIRST[number % len(_FIRST)]}"


def _pupil(ident: str, number: int, grade: int, mark: int) -> list[Any]:
    return [
        ident, _name(number), "ученик", "Школа 5", "город", "да", "русский", "вт 15:00, чт 16:00", "шахматы", "волонтёр",
        "да", grade, grade + 6, f"физика {mark}, химия {mark}", None, None, "да", "да", "физика, химия", None, None, None,
    ]  # fmt: skip


def _teacher(ident: str, number: int, years: int) -> list[Any]:
    return [
        ident, _name(number), "педагог", "Школа 5", None, None, None, "ср 15:00", None, "ведущий семинаров и вебинаров",
        "да", None, None, None, years, "физика", "да", None, None, None, None, None,
    ]  # fmt: skip


MENTEES: Final[tuple[list[Any], ...]] = (
    [*_HEADINGS, *_OF_MENTEES],
    [*_pupil("p1", 0, 7, 2), "пассивный ученик", 1, None],
    [*_pupil("p2", 1, 8, 3), "пассивный ученик", None, "t2"],
    [*_pupil("p3", 2, 6, 2), "активный ученик", None, None],
    [*_teacher("p4", 3, 1), "молодой специалист", None, None],
)
"""A table of mentees in which nothing is wrong."""

MENTORS: Final[tuple[list[Any], ...]] = (
    [*_HEADINGS, *_OF_MENTORS],
    [*_pupil("t1", 4, 10, 5), 2, None, "да", None],
    [*_pupil("t2", 5, 11, 5), 1, 1, "да", None],
    [*_teacher("t3", 1, 20), 1, None, "да", "да"],
)
"""A table of mentors in which nothing is wrong."""

DEMANDS: Final[tuple[list[Any], ...]] = (
    ["Требование", "Наставник", "Наставляемый", "Почему", "Кто потребовал", "Отступления"],
    ["закрепить", "t1", "p1", "были парой", "завуч", None],
    ["запретить", "t1", "p2", "живут далеко", "завуч", None],
)
"""A table of demands in which nothing is wrong."""

_TABLES: Final = {"mentees": MENTEES, "mentors": MENTORS, "demands": DEMANDS}
_ENCODINGS: Final = (
    *("utf-8-sig",) * 6, *("utf-8",) * 4, *("cp1251",) * 4,
    "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "cp866", "mac_cyrillic", "utf-32", "cp1252",
)  # fmt: skip
_ENDINGS: Final = (".csv", ".xlsx", ".xls", ".ods", ".xlsm", ".txt", ".tsv", ".json", "", ".CSV", ".html")
_TITLES: Final = (
    "Список наставляемых на 2025/2026 учебный год", "МБОУ «Школа № 5»", "Всего: 4", "Итого", "Директор", "Инструкция",
)  # fmt: skip


@define(kw_only=True)
class File:
    """A file that a coordinator might give.

    Args:
        name: with its ending.
        content: its bytes.
        moved: names may stand elsewhere than in the column of names, so that nothing can know them for names.
        how: what was done to it, in words.
    """

    name: str
    content: bytes
    moved: bool = False
    how: list[str] = field(factory=list)


def good_file(kind: str, ending: str = ".csv") -> File:
    """Return one of the three tables as it should be."""
    rows = [list(row) for row in _TABLES[kind]]
    content = csv_of(rows) if ending == ".csv" else xlsx_of([Sheet(rows=rows)])
    return File(name=f"{kind}{ending}", content=content)


def table_file(chance: Random, kind: str) -> File:
    """Return one of the three tables, spoilt in some ways, as a file of some kind."""
    sheet = Sheet(rows=[list(row) for row in _TABLES[kind]])
    file = File(name=kind, content=b"")
    if chance.random() < 0.2:
        sheet.rows[0] = [_ENGLISH.get(cell, cell) for cell in sheet.rows[0]]
    for _ in range(chance.choice((0, 1, 1, 1, 2, 2, 3, 5))):
        way = chance.choice(_WAYS)
        file.how.append(way.__name__.strip("_"))
        file.moved |= bool(way(chance, sheet))
    _packed(chance, file, sheet)
    if chance.random() < 0.12:
        _bytes_spoilt(chance, file)
    if chance.random() < 0.04:
        file.name = kind + chance.choice(_ENDINGS)
        file.how.append("ending")
    return file


def _some_row(chance: Random, sheet: Sheet) -> list[Any]:
    return chance.choice(sheet.rows[1:] or sheet.rows or [[None]])


def _cell_replaced(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    if row:
        row[chance.randrange(len(row))] = hostile(chance)
    return False


def _cell_spoilt(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    there = [number for number, cell in enumerate(row) if cell is not None]
    if there:
        number = chance.choice(there)
        known = [str(cell) for other, cell in enumerate(row) if cell is not None and other != 1]
        row[number] = spoilt(chance, str(row[number]), known)
    return False


def _column_replaced(chance: Random, sheet: Sheet) -> bool:
    number, content = chance.randrange(max(1, len(sheet.rows[0]))), hostile(chance)
    for row in sheet.rows[1:]:
        if number < len(row):
            row[number] = content if chance.random() < 0.8 else hostile(chance)
    return False


def _id_replaced(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    if row:
        row[0] = hostile(chance) if chance.random() < 0.5 else spoilt(chance, str(row[0]))
    return False


def _headings_swapped(chance: Random, sheet: Sheet) -> bool:
    head = sheet.rows[0]
    one, other = (chance.randrange(max(1, len(head))) for _ in range(2))
    if head:
        head[one], head[other] = head[other], head[one]
    return True


def _heading_changed(chance: Random, sheet: Sheet) -> bool:
    head = sheet.rows[0]
    if head:
        number = chance.randrange(len(head))
        head[number] = chance.choice(
            (None, hostile(chance), spoilt(chance, str(head[number])), head[chance.randrange(len(head))])
        )
    return True


def _heading_doubled(chance: Random, sheet: Sheet) -> bool:
    number = chance.randrange(max(1, len(sheet.rows[0])))
    for row in sheet.rows:
        row.append(row[number] if number < len(row) else None)
    return True


def _column_removed(chance: Random, sheet: Sheet) -> bool:
    number = chance.randrange(max(1, len(sheet.rows[0])))
    for row in sheet.rows:
        del row[number : number + 1]
    return True


def _columns_shuffled(chance: Random, sheet: Sheet) -> bool:
    order = list(range(len(sheet.rows[0])))
    chance.shuffle(order)
    sheet.rows[:] = [[row[n] if n < len(row) else None for n in order] for row in sheet.rows]
    return False


def _row_doubled(chance: Random, sheet: Sheet) -> bool:
    sheet.rows.append(list(_some_row(chance, sheet)))
    return False


def _row_removed(chance: Random, sheet: Sheet) -> bool:
    if sheet.rows[1:]:
        del sheet.rows[chance.randrange(1, len(sheet.rows))]
    return False


def _row_shifted(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    row.insert(chance.randrange(len(row) + 1), hostile(chance))
    return True


def _row_cut(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    del row[chance.randrange(len(row) + 1) :]
    return False


def _rows_above(chance: Random, sheet: Sheet) -> bool:
    for _ in range(chance.choice((1, 2, 5))):
        sheet.rows.insert(0, [chance.choice((*_TITLES, None, hostile(chance)))])
    return True


def _rows_below(chance: Random, sheet: Sheet) -> bool:
    sheet.rows.append([])
    sheet.rows.append([chance.choice((*_TITLES, hostile(chance)))])
    return False


def _rows_blank(chance: Random, sheet: Sheet) -> bool:
    for _ in range(chance.choice((1, 3, 40))):
        sheet.rows.insert(chance.randrange(1, len(sheet.rows) + 1), [None])
    return False


def _rows_many(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    for number in range(chance.choice((5, 40, 200))):
        sheet.rows.append([f"x{number}", *row[1:]])
    return False


def _headings_in_two_rows(chance: Random, sheet: Sheet) -> bool:
    head = sheet.rows[0]
    cut = [str(cell or "").partition(" ") for cell in head]
    sheet.rows[0] = [first for first, _, _ in cut]
    sheet.rows.insert(1, [last for _, _, last in cut])
    return chance.random() < 2


def _cells_merged(chance: Random, sheet: Sheet) -> bool:
    top, left = chance.randrange(len(sheet.rows)), chance.randrange(max(1, len(sheet.rows[0])))
    sheet.merged.append((top, left, top + chance.randrange(4), left + chance.randrange(3)))
    return True


def _rows_hidden(chance: Random, sheet: Sheet) -> bool:
    sheet.hidden.add(chance.randrange(len(sheet.rows)))
    return False


def _only_headings(chance: Random, sheet: Sheet) -> bool:
    del sheet.rows[chance.choice((0, 1)) :]
    sheet.rows.append([])
    return False


_WAYS: Final[tuple[Callable[[Random, Sheet], bool], ...]] = (
    *(_cell_replaced,) * 8, *(_cell_spoilt,) * 8, *(_id_replaced,) * 3, _column_replaced, _headings_swapped,
    *(_heading_changed,) * 2, _heading_doubled, _column_removed, _columns_shuffled, _row_doubled, _row_removed,
    _row_shifted, _row_cut, _rows_above, _rows_below, _rows_blank, _rows_many, _headings_in_two_rows, _cells_merged,
    _rows_hidden, _only_headings,
)  # fmt: skip


def _packed(chance: Random, file: File, sheet: Sheet) -> None:
    """Write the table as a file of some kind."""
    if chance.random() < 0.55:
        encoding = chance.choice(_ENCODINGS)
        separator = chance.choice((";", ";", ";", ",", ",", "\t", "|", " "))
        line = chance.choice(("\r\n", "\n", "\n", "\r"))
        quoting = chance.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
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
    None, True, 0, -1, 1.5, 1e400, float("nan"), 10**40, "", "p1", [], {}, [[]], {"a": {}}, "\ud800", "x" * 300, ["p1", 1],
)  # fmt: skip


def cohort_file(chance: Random, text: str, name: str = "cohort.json") -> File:
    """Return JSON, spoilt in some values, keys or bytes."""
    value = json.loads(text)
    file = File(name=name, content=b"")
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        _json_spoilt(chance, value)
        file.how.append("json")
    file.content = json.dumps(value, ensure_ascii=chance.random() < 0.3).encode("utf-8", "surrogatepass")
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
        value[key] = chance.choice((*_JSON, hostile(chance)))
