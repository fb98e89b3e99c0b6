"""The rows below the headings that are the table: without totals, signatures and headings that are repeated.

Nothing is left out in silence: what is no row of the table is told by its number. A row that could be somebody
stays, and is a fault later if it is nobody.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Text
from nastavnik.exchange.tables.files.options import Reading, runs, some
from nastavnik.exchange.tables.files.sheets import Taken
from nastavnik.exchange.tables.formats.heading_row import HeadingRow, Headings, is_note_heading
from nastavnik.exchange.tables.formats.raw import Area, Cell, RawTable, is_blank

__all__ = ["table_of"]

Rows = list[tuple[int, list[Cell]]]

_FOOTER: Final = re.compile(
    r"\s*(итого|всего|total|директор|зам\.|заместитель|заведующ|классный руководитель|кл\. ?рук|руководитель|"
    r"куратор|ответственн|составил|исполнитель|подпись|дата|м\. ?п\.|согласовано|утвержд|примечани|приказ)",
    re.IGNORECASE,
)
_LINE_TO_SIGN: Final = "___"
_TOTAL: Final = re.compile(r".*:\s*\d*\s*", re.DOTALL)
_FEWEST_NUMBERS: Final = 3


def table_of(
    taken: Taken,
    headings: Headings,
    reading: Reading,
    *,
    file: str,
    sheet: str | None,
    shifting: bool,
) -> RawTable:
    """Return the table of one sheet, and tell what was left out.

    Args:
        taken: the sheet, and where its headings stand.
        headings: what they may be.
        reading: how it is to be read.
        file: what messages call the file.
        sheet: what they call the sheet.
        shifting: a stray separator moves all cells after it.
    """
    place = Place(file=file, sheet=sheet)
    row = taken.headings
    number = taken.sheet.rows[row.last][0]
    columns = _columns(row, headings)
    rows: Rows = [(n, list(cells)) for n, cells in taken.sheet.rows[row.last + 1 :]]
    _tell_headings(taken, reading, place)
    rows = _without_repeated(rows, row, headings, reading, place)
    across = _across(taken.sheet.merged, columns)
    rows = _without_titles(rows, across, columns, reading, place)
    rows = _without_footer(rows, columns, headings, reading, place)
    found = [*_merged(rows, taken.sheet.merged, columns, headings, reading, place)]
    rows, hidden = _hidden(rows, taken, columns, headings, reading, place)
    return RawTable(
        file=file,
        sheet=sheet,
        rows=((number, row.cells), *rows),
        shifting=shifting,
        found=(*found, *hidden),
    )


def _columns(row: HeadingRow, headings: Headings) -> dict[str, int]:
    """Return the number of every column that is read, by its key."""
    columns: dict[str, int] = {}
    for number, cell in enumerate(row.cells):
        key = headings.key(cell)
        if key is not None and not is_note_heading(cell):
            columns.setdefault(key, number)
    return columns


def _tell_headings(taken: Taken, reading: Reading, place: Place) -> None:
    row, rows = taken.headings, taken.sheet.rows
    if row.first:
        above = runs([number for number, _ in rows[: row.first]])
        reading.tell("note-rows-above", place, value=rows[row.first][0], other=above)
    if row.joined:
        both = [number for number, _ in rows[row.first : row.last + 1]]
        reading.tell("note-joined-headings", place, value=runs(both))


def _without_repeated(
    rows: Rows, row: HeadingRow, headings: Headings, reading: Reading, place: Place
) -> Rows:
    """Leave out the headings where they stand again, and the numbers of columns that forms have below them."""
    column = next((n for n, cell in enumerate(row.cells) if headings.key(cell) is not None), 0)
    first = str(row.cells[column]).strip().casefold()
    again = [
        number
        for number, cells in rows
        if len(row.keys) > 1
        and column < len(cells)
        and str(cells[column]).strip().casefold() == first
        and headings.keys(cells) == row.keys
        and not _other(cells, row)
    ]
    if again:
        reading.tell("note-repeated-headings", place, value=runs(again))
    if rows and _are_numbers_of_columns(rows[0][1]):
        reading.tell("note-numbers-of-columns", place, value=rows[0][0])
        again.append(rows[0][0])
    left_out = set(again)
    return [each for each in rows if each[0] not in left_out] if left_out else rows


def _other(cells: Sequence[Cell], row: HeadingRow) -> bool:
    """Return whether a row holds something that the headings do not."""
    shown = {str(cell).strip() for cell in row.cells}
    return any(str(cell).strip() not in shown for cell in cells if not is_blank(cell))


def _are_numbers_of_columns(cells: Sequence[Cell]) -> bool:
    numbers = [str(cell).strip(" .()") for cell in cells if not is_blank(cell)]
    return len(numbers) >= _FEWEST_NUMBERS and numbers == [
        str(number) for number in range(1, len(numbers) + 1)
    ]


def _across(merged: Sequence[Area], columns: Mapping[str, int]) -> dict[int, Area]:
    """Return the merged cells that go over several columns that are read, by the first row of each."""
    known = sorted(columns.values())
    return {
        area.top: area
        for area in merged
        if bisect_right(known, area.right) - bisect_left(known, area.left) > 1
    }


def _without_titles(
    rows: Rows,
    across: Mapping[int, Area],
    columns: Mapping[str, int],
    reading: Reading,
    place: Place,
) -> Rows:
    """Leave out rows with a single text over at least half of the columns, such as the name of a class."""
    titles = {
        number
        for number, cells in rows
        if number in across
        and _lone(cells) == across[number].left
        and 2 * (across[number].right - across[number].left + 1) >= len(columns)
    }
    if titles:
        reading.tell("note-titles-between", place, value=runs(sorted(titles)))
    return [each for each in rows if each[0] not in titles] if titles else rows


def _lone(cells: Sequence[Cell]) -> int | None:
    """Return the number of the only cell that is filled, or None when there are several."""
    filled = [number for number, cell in enumerate(cells) if not is_blank(cell)]
    return filled[0] if len(filled) == 1 else None


def _without_footer(
    rows: Rows, columns: Mapping[str, int], headings: Headings, reading: Reading, place: Place
) -> Rows:
    """Leave out totals and signatures below the table."""
    start = len(rows)
    while start and _may_be_footer(rows[start - 1][1], columns, headings):
        start -= 1
    apart = False
    footer = set()
    for index in range(start, len(rows)):
        number, cells = rows[index]
        apart = apart or (index > 0 and number > rows[index - 1][0] + 1)
        if _is_footer(cells, columns, headings, apart=apart):
            footer.add(number)
    if footer:
        reading.tell("note-footer", place, value=runs(sorted(footer)))
    return [each for each in rows if each[0] not in footer] if footer else rows


def _may_be_footer(cells: Sequence[Cell], columns: Mapping[str, int], headings: Headings) -> bool:
    for key in headings.required[1:]:
        column = columns.get(key)
        if column is not None and column < len(cells) and not is_blank(cells[column]):
            return False
    return _lone(cells) is not None or any(_LINE_TO_SIGN in str(cell) for cell in cells)


def _is_footer(
    cells: Sequence[Cell], columns: Mapping[str, int], headings: Headings, *, apart: bool
) -> bool:
    """Return whether a row that may be one is no person: by its words, or apart from the table and no id."""
    lone = _lone(cells)
    text = "" if lone is None else str(cells[lone]).strip()
    if text.startswith("#"):
        return False
    if any(_LINE_TO_SIGN in str(cell) for cell in cells) or _FOOTER.match(text):
        return True
    if lone is None:
        return False
    of_id = lone == columns.get(headings.required[0])
    return apart and (not of_id or " " in text or bool(_TOTAL.fullmatch(text)))


def _merged(
    rows: Rows,
    merged: Sequence[Area],
    columns: Mapping[str, int],
    headings: Headings,
    reading: Reading,
    place: Place,
) -> Iterator[tuple[int, int, Fault]]:
    """Fill in what merged cells say of every row; yield the faults of those that can mean several things."""
    keys = {number: key for key, number in columns.items()}
    numbers = [number for number, _ in rows]
    wide = _across(merged, columns)
    filled: list[str] = []
    for area in sorted(merged, key=lambda each: (each.left, each.top)):
        among = range(bisect_left(numbers, area.top), bisect_right(numbers, area.bottom))
        if area.left not in keys or not among or is_blank(_at(rows[among[0]], area.left)):
            continue
        at = Place(file=place.file, sheet=place.sheet, row=area.top)
        shown = Text(en=str(area), ru=str(area))
        if wide.get(area.top) is area:
            yield area.top, area.left, Fault("merged-across", place=at, value=shown)
        elif len(among) > 1 and keys[area.left] == headings.required[0]:
            yield area.top, area.left, Fault("merged-id", place=at, value=shown)
        elif len(among) > 1 and rows[among[0]][0] == area.top:
            value = _at(rows[among[0]], area.left)
            for index in among[1:]:
                _fill(rows[index][1], area.left, value)
            filled.append(str(area))
    if filled:
        reading.tell("note-merged", place, value=some(filled))


def _at(row: tuple[int, list[Cell]], column: int) -> Cell:
    return row[1][column] if column < len(row[1]) else ""


def _fill(cells: list[Cell], column: int, value: Cell) -> None:
    cells.extend([""] * (column + 1 - len(cells)))
    if is_blank(cells[column]):
        cells[column] = value


def _hidden(
    rows: Rows,
    taken: Taken,
    columns: Mapping[str, int],
    headings: Headings,
    reading: Reading,
    place: Place,
) -> tuple[Rows, list[tuple[int, int, Fault]]]:
    """Refuse, take or leave out the rows that are not shown; say which columns are not."""
    out = sorted(n for n in columns.values() if n in taken.sheet.hidden_columns)
    if out:
        names = [" ".join(str(taken.headings.cells[n]).split()) for n in out]
        reading.tell("note-hidden-columns", place, value=tuple(names))
    first = columns.get(headings.required[0], 0)
    hidden = [
        each[0]
        for each in rows
        if each[0] in taken.sheet.hidden_rows and not str(_at(each, first)).lstrip().startswith("#")
    ]
    if not hidden:
        return rows, []
    if reading.hidden == "refuse":
        at = Place(file=place.file, sheet=place.sheet)
        return rows, [(hidden[0], -1, Fault("hidden-rows", place=at, value=runs(hidden)))]
    if reading.hidden == "take":
        reading.tell("note-hidden-rows-taken", place, value=runs(hidden))
        return rows, []
    reading.tell("note-hidden-rows-skipped", place, value=runs(hidden))
    left_out = set(hidden)
    return [each for each in rows if each[0] not in left_out], []
