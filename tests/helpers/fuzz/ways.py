"""Ways to spoil a table: its cells, rows and headings. Each says whether names may stand elsewhere afterwards."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from helpers.fuzz.good_tables import NAME_WORDS
from helpers.fuzz.texts import hostile, spoilt
from helpers.grids import Sheet

__all__ = ["WAYS"]

_TITLES: Final = (
    "Список наставляемых на 2025/2026 учебный год", "МБОУ «Школа № 5»", "Всего: 4", "Итого", "Директор", "Инструкция",
)  # fmt: skip


def _some_row(chance: Random, sheet: Sheet) -> list[Any]:
    return chance.choice(sheet.rows[1:] or sheet.rows or [[None]])


def _cell_replaced(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    if row:
        row[chance.randrange(len(row))] = hostile(chance)
    return False


def _has_name(cell: object) -> bool:
    return any(word in str(cell).casefold() for word in NAME_WORDS)


def _cell_spoilt(chance: Random, sheet: Sheet) -> bool:
    row = _some_row(chance, sheet)
    there = [number for number, cell in enumerate(row) if cell is not None]
    if there:
        number = chance.choice(there)
        known = [str(cell) for cell in row if cell is not None and not _has_name(cell)]
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
            (
                None,
                hostile(chance),
                spoilt(chance, str(head[number])),
                head[chance.randrange(len(head))],
            )
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


WAYS: Final[tuple[Callable[[Random, Sheet], bool], ...]] = (
    *(_cell_replaced,) * 8, *(_cell_spoilt,) * 8, *(_id_replaced,) * 3, _column_replaced, _headings_swapped,
    *(_heading_changed,) * 2, _heading_doubled, _column_removed, _columns_shuffled, _row_doubled, _row_removed,
    _row_shifted, _row_cut, _rows_above, _rows_below, _rows_blank, _rows_many, _headings_in_two_rows, _cells_merged,
    _rows_hidden, _only_headings,
)  # fmt: skip
"""Every way, as often as it is to be taken."""
