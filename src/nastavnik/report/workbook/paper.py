"""Sheets that print: a title, a heading repeated on every page, columns in one page's width in letters of 10 points.

The widths of the columns are divided before anything is written, so that nothing has to be made smaller to fit, and
rows are as high as their cells need. Every text is written as a text, so that nothing from an input can run as a
formula.
"""

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, Final

from attrs import field, frozen
from xlsxwriter.workbook import Workbook

from nastavnik.basics.texts import Language
from nastavnik.report.phrases import EVERY_PHRASE
from nastavnik.report.plurals import filled
from nastavnik.report.short import cut

__all__ = ["LONGEST_CELL", "Cell", "Column", "Paper", "Row", "pixels"]

Cell = str | int

LONGEST_CELL: Final = 240
"""Characters of a cell on a sheet that is handed out; the rest is cut, and stands on the sheets of details."""

_A4: Final = 9
"""Number of the paper size in the file format."""

_SIDES: Final = 0.4
"""Margin on the left and the right, in inches."""

_ENDS: Final = 0.6
"""Margin above and below, in inches."""

_ACROSS: Final = (11.69, 8.27)
"""Sides of the paper, in inches."""

_SPARED: Final = 0.92
"""Part of the width that columns may fill: programs differ by a little in how wide they print one."""

_KEPT: Final = 0.98
"""Part of the height of a page that blocks may fill before the next begins on a page of its own."""

_PIXELS: Final = 96
"""In an inch, for widths of columns."""

_POINTS: Final = 72
"""In an inch, for heights of rows."""

_LINE: Final = 13.0
"""Height of one line of 10 points, in points."""

_PADDING: Final = 3.0
"""Points that a row has besides its lines."""

_HIGHEST: Final = 409.0
"""Height that a row may have at most, in points."""

_TITLE_LINE: Final = 20.0
"""Height of one line of the title, in points."""

_FOOTER: Final = 100
"""Characters of the title that stand below a page."""

_LETTERS: Final = 1.12
"""Letters of 10 points that fit where a column is one character wide; widths are measured in larger digits."""

_GAP: Final = 9.0
"""Height of a row that parts two blocks, in points."""

_NARROWEST: Final = 4
"""Characters that fit into any column."""


@frozen(kw_only=True)
class Column:
    """One column.

    Args:
        heading: what stands above it.
        least: width in characters below which it is never squeezed.
        most: width in characters beyond which cells wrap.
        quiet: its cells are written in grey.
    """

    heading: str
    least: int
    most: int
    quiet: bool = False


@frozen
class Row:
    """One row of a table.

    Args:
        cells: as many as columns, or the first of them.
        head: stands above a block of rows, in bold, and runs over the columns beside it.
    """

    cells: Sequence[Cell]
    head: bool = field(default=False, kw_only=True)


def pixels(width: float) -> int:
    """Return how wide a column of so many characters is, in pixels. Source: documentation of XlsxWriter.

    >>> pixels(10)
    75
    """
    return int(width * 7 + 5)


class Paper:
    """Writes the sheets of one workbook.

    Args:
        book: the workbook.
        title: stands in the first row of every sheet, behind the sheet's name, and below every page.
        language: of the headings.
    """

    def __init__(self, book: Workbook, title: str, language: Language) -> None:
        self._book = book
        self._title = title
        self._language: Language = language
        usual: dict[str, Any] = {"font_size": 10, "text_wrap": True, "valign": "top"}
        line = {"border": 1, "border_color": "#BFBFBF"}
        self._styles = {
            "title": book.add_format({"font_size": 13, "bold": True, "valign": "vcenter"}),
            "heading": book.add_format(usual | line | {"bold": True, "bg_color": "#E7EEF5"}),
            "usual": book.add_format(usual | line),
            "quiet": book.add_format(usual | line | {"font_size": 9.5, "font_color": "#595959"}),
            "left": book.add_format(usual | line | {"align": "left"}),
            "number": book.add_format(usual | line | {"align": "center"}),
            "head": book.add_format(usual | {"bold": True, "text_wrap": False, "valign": "bottom"}),
        }

    def table(
        self,
        name: str,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        upright: bool = False,
        whole: bool = False,
        filtered: bool = True,
    ) -> None:
        """Add a sheet with a title, one heading row and the rows.

        Args:
            name: key of the sheet's name.
            columns: of the table; together they are squeezed into one page's width.
            rows: of the table.
            upright: the paper stands upright, however wide cells would like to be; it does so in any case where all
                fits.
            whole: cells are never cut; for the sheets of details.
            filtered: the heading offers to filter; not where blocks have heads of their own.
        """
        written = list(rows)
        texts = [[_text(cell, whole=whole) for cell in row.cells] for row in written]
        plain = [cells for cells, row in zip(texts, written, strict=True) if not row.head]
        needs = _needs(columns, plain)
        portrait = upright or sum(map(pixels, needs)) <= _across(portrait=True)
        widths = _squeezed(needs, columns, _across(portrait=portrait))
        sheet = self._sheet(name, portrait=portrait)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        sheet.set_row(0, _TITLE_LINE)
        sheet.write_string(0, 0, self._headed(name, portrait=portrait), self._styles["title"])
        headings = [column.heading for column in columns]
        heights = [_height(headings, [width * 0.9 for width in widths])]
        sheet.set_row(1, heights[0])
        for at, heading in enumerate(headings):
            sheet.write_string(1, at, heading, self._styles["heading"])
        for number, (row, cells) in enumerate(zip(written, texts, strict=True), 2):
            heights.append(_LINE + 2 * _PADDING if row.head else _height(cells, widths))
            sheet.set_row(number, heights[-1])
            self._write(sheet, number, row, cells, columns)
        sheet.repeat_rows(1)
        sheet.freeze_panes(2, 0)
        last = max(2, len(written) + 1)
        sheet.print_area(0, 0, last, len(columns) - 1)
        if filtered:
            sheet.autofilter(1, 0, last, len(columns) - 1)
        else:
            sheet.set_h_pagebreaks(self._breaks(written, heights, portrait=portrait))

    def _write(
        self, sheet: Any, number: int, row: Row, cells: Sequence[str], columns: Sequence[Column]
    ) -> None:
        for at, (cell, text, column) in enumerate(zip(row.cells, cells, columns, strict=False)):
            quiet = "quiet" if column.quiet else "usual"
            style = self._styles["head" if row.head else quiet]
            if isinstance(cell, int):
                sheet.write_number(number, at, cell, self._styles["number"])
            elif not text:
                sheet.write_blank(number, at, None, style)
            elif sheet.write_string(number, at, text, style):
                raise ValueError(f"row {number + 1} has a text longer than a cell may be")

    def _sheet(self, name: str, *, portrait: bool) -> Any:
        sheet: Any = self._book.add_worksheet(EVERY_PHRASE[name][self._language])
        if portrait:
            sheet.set_portrait()
        else:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=_SIDES, right=_SIDES, top=_ENDS, bottom=_ENDS)
        sheet.fit_to_pages(1, 0)
        page = filled(
            EVERY_PHRASE["page"][self._language], self._language, {"page": "&P", "pages": "&N"}
        )
        below = cut(self._title, _FOOTER).replace("&", "&&")
        sheet.set_footer(f"&L&9{below}&R&9&A. {page}", {"margin": 0.3})
        sheet.set_zoom(100)
        return sheet

    def front(self, name: str, rows: Iterable[tuple[str, Sequence[Cell]]]) -> None:
        """Add an upright sheet of labels and values, each row with the style of its first word.

        Args:
            name: key of the sheet's name.
            rows: style and cells; a row of the style ``title`` or ``head`` has one cell, one of ``gap`` none.
        """
        sheet = self._sheet(name, portrait=True)
        widths = [44.0, (_across(portrait=True) - pixels(44) - 5) // 7]
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        last = 0
        for last, (style, cells) in enumerate(rows):
            texts = [_text(cell, whole=False) for cell in cells]
            heights = {"title": _TITLE_LINE, "gap": _GAP}
            sheet.set_row(last, heights.get(style) or _height(texts, widths) - _PADDING / 2)
            for at, (cell, text) in enumerate(zip(cells, texts, strict=True)):
                if isinstance(cell, int):
                    sheet.write_number(last, at, cell, self._styles["left"])
                else:
                    sheet.write_string(last, at, text, self._styles[style])
        sheet.print_area(0, 0, last, len(widths) - 1)

    def _headed(self, name: str, *, portrait: bool) -> str:
        most = 70 if portrait else 110
        return cut(f"{EVERY_PHRASE[name][self._language]} · {self._title}", most)

    def _breaks(
        self, rows: Sequence[Row], heights: Sequence[float], *, portrait: bool
    ) -> list[int]:
        """Return the rows above which a page ends, so that no block that fits a page is torn."""
        room = (_ACROSS[not portrait] - 2 * _ENDS) * _POINTS * _KEPT - heights[0]
        heads = [at for at, row in enumerate(rows) if row.head]
        breaks: list[int] = []
        used = _TITLE_LINE
        for head, end in zip(heads, [*heads, len(rows)][1:], strict=True):
            block = sum(heights[1 + head : 1 + end])
            if used + block > room and used > _TITLE_LINE:
                breaks.append(head + 2)
                used = 0.0
            used = min(
                room, used + block
            )  # where a torn one ends is not known, so the next has its own page
        return breaks


def _across(*, portrait: bool) -> int:
    """Return how many pixels all columns may have together."""
    return int((_ACROSS[portrait] - 2 * _SIDES) * _PIXELS * _SPARED)


def _needs(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column would like to be, in characters."""
    return [
        min(column.most, max(column.least, _longest([row[at] for row in rows], column)))
        for at, column in enumerate(columns)
    ]


def _squeezed(needs: Sequence[int], columns: Sequence[Column], across: int) -> list[float]:
    """Return widths that fit a page: where wishes are too much, less for those that wish for most above their least."""
    over = sum(map(pixels, needs)) - across
    widths: list[float] = list(needs)
    if over > 0:
        slack = [need - column.least for need, column in zip(needs, columns, strict=True)]
        share = min(1.0, over / 7 / max(1, sum(slack)))
        widths = [need - share * more for need, more in zip(needs, slack, strict=True)]
    while sum(map(pixels, widths)) > across:  # the least widths together are too much
        widths = [max(_NARROWEST, width * 0.99) for width in widths]
    return [int(width * 100) / 100 for width in widths]


def _text(cell: Cell, *, whole: bool) -> str:
    return str(cell) if whole else cut(str(cell), LONGEST_CELL)


def _longest(cells: Sequence[str], column: Column) -> int:
    """Return the length of the longest line, and of the longest word of the heading."""
    lines = (line for cell in cells for line in cell.splitlines())
    words = max(map(len, column.heading.split()), default=0) + 2
    return max(max(map(len, lines), default=0) + 1, words)


def _height(cells: Sequence[Cell], widths: Sequence[float]) -> float:
    """Return the height that a row needs for its cells to wrap."""
    lines = max(map(_lines, cells, widths), default=1)
    return min(_HIGHEST, _LINE * lines + _PADDING)


def _lines(cell: Cell, width: float) -> int:
    """Return how many lines a cell wraps into."""
    fits = max(1, int(width * _LETTERS))
    count = 0
    for line in str(cell).splitlines() or [""]:
        count += 1 if len(line) <= fits else len(textwrap.wrap(line, fits)) or 1
    return count
