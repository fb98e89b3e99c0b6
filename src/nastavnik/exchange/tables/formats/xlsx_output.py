"""XLSX out: rows of text and numbers as a workbook. The only module that needs XlsxWriter.

Texts are written as texts, so none of them becomes a formula, and columns of text are formatted
as text, so that a spreadsheet program does not turn «10-12» into a date when somebody types it.
Equal rows give equal bytes.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

from attrs import frozen

try:
    from xlsxwriter import Workbook
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        "writing .xlsx needs XlsxWriter; install it with: pip install nastavnik[xlsx]",
        name=missing.name,
    ) from missing

__all__ = ["CREATED", "SheetColumn", "height_of", "xlsx_of"]

CREATED: Final = datetime(2020, 1, 1, tzinfo=UTC)
"""When every workbook says it was made, so that its bytes depend on its contents alone."""

_ROWS_WITH_CHOICES: Final = 5000
"""Rows in which a cell offers its choices in a list to pick from."""

_LINE: Final = 15.0
"""Height of one line of text, in points."""

_HIGHEST: Final = 409.0
"""Height that a row may have at most, in points."""

_LONGEST_LIST: Final = 255
"""Characters that a list to pick from may have in a workbook."""


@frozen(kw_only=True)
class SheetColumn:
    """How one column of a sheet looks.

    Args:
        heading: what stands above it.
        width: in characters.
        number: holds whole numbers.
        choices: values to pick from, if there is a list.
    """

    heading: str
    width: int
    number: bool
    choices: tuple[str, ...] = ()


def height_of(cells: Sequence[object], widths: Sequence[int]) -> float:
    """Return the height, in points, that a row needs for its cells to wrap; no program works it out.

    Args:
        cells: what the row holds.
        widths: of the columns, in characters.
    """
    return min(_HIGHEST, _LINE * max(map(_lines, cells, widths), default=1))


def _lines(cell: object, width: int) -> int:
    """Return in how many lines a cell wraps: between words, as every program does it."""
    return (
        sum(
            max(1, len(wrap(line, max(1, width - 1), break_on_hyphens=False)))
            for line in str(cell).splitlines()
        )
        or 1
    )


def xlsx_of(
    columns: Sequence[SheetColumn], rows: Sequence[Sequence[str]], *, note: Sequence[str] = ()
) -> bytes:
    """Return a workbook of one sheet.

    Args:
        columns: the columns.
        rows: cells of every row; a column of numbers holds whole numbers, as text, or nothing.
        note: cells of a describing row under the headings.
    """
    target = BytesIO()
    book: Any = Workbook(target, {"in_memory": True})
    book.set_properties({"created": CREATED})
    plain = book.add_format({"num_format": "@"})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    grey = book.add_format(
        {"italic": True, "font_color": "#555555", "text_wrap": True, "valign": "top"}
    )
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width, None if column.number else plain)
        sheet.write_string(0, number, column.heading, bold)
        if column.choices and len(",".join(column.choices)) <= _LONGEST_LIST:
            picking = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
            sheet.data_validation(1, number, _ROWS_WITH_CHOICES, number, picking)
    widths = [column.width for column in columns]
    sheet.set_row(0, height_of([column.heading for column in columns], [w - 2 for w in widths]))
    if note:
        sheet.set_row(1, height_of(note, widths))
    for number, cell in enumerate(note):
        sheet.write_string(1, number, cell, grey)
    for row, cells in enumerate(rows, 2 if note else 1):
        for number, (cell, column) in enumerate(zip(cells, columns, strict=True)):
            if cell and column.number:
                sheet.write_number(row, number, int(cell))
            elif cell:
                sheet.write_string(row, number, cell, plain)
    book.close()
    return target.getvalue()
