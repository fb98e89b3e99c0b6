"""Workbooks in memory."""

from io import BytesIO
from typing import Any

import openpyxl


def workbook(*rows: Any, sheets: tuple[str, ...] = ("Лист1",)) -> bytes:
    """Return a workbook whose first sheet has these rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheets[0]
    for name in sheets[1:]:
        book.create_sheet(name)
    for row in rows:
        sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def opened(content: bytes) -> openpyxl.Workbook:
    """Open a workbook as a reader that sees formulas."""
    return openpyxl.load_workbook(BytesIO(content))


def widths_of(sheet: Any) -> list[float]:
    """Return the widths of a sheet's columns, in characters; columns alike stand in the file as one."""
    widths: dict[int, float] = {}
    for column in sheet.column_dimensions.values():
        widths |= dict.fromkeys(range(column.min, column.max + 1), float(column.width))
    return [widths[at] for at in range(1, sheet.max_column + 1)]
