"""Finds the row of headings: the one of the first rows with the most headings that are known.

Titles may stand above it. Headings may stand in two rows, a group above and what it consists of below, or some
cells merged over both; they are read together where every column then has a heading that is known.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from attrs import frozen

from nastavnik.exchange.tables.formats.raw import Cell, RawSheet, is_blank

__all__ = ["HeadingRow", "Headings", "heading_row", "is_note_heading", "most_known"]

_DEEPEST: Final = 20
"""Rows, blank ones not counted, among which the row of headings is looked for."""

_ENOUGH: Final = 2
"""Headings that must be known of a row that is not the first."""


@frozen(kw_only=True)
class Headings:
    """The headings that a table may have.

    Args:
        key_of: key of the column that is headed so, or None; what belongs to other tables has a colon in its key.
        required: keys of the columns that the table cannot do without, that of the id first.
        own: keys that no other table has.
        called: words in the name of a sheet that say that it is such a table.
        not_called: words in the name of a sheet that say that it is another.
    """

    key_of: Callable[[str], str | None]
    required: tuple[str, ...]
    own: frozenset[str]
    called: tuple[str, ...] = ()
    not_called: tuple[str, ...] = ()

    def key(self, cell: Cell) -> str | None:
        """Return the key of the column with this heading."""
        return self.key_of(cell) if isinstance(cell, str) and cell.strip() else None

    def keys(self, row: Sequence[Cell]) -> frozenset[str]:
        """Return the keys of all headings that are known."""
        found = map(self.key, row)
        return frozenset(key for key in found if key is not None)


@frozen(kw_only=True)
class HeadingRow:
    """Where the headings stand.

    Args:
        first: number, from 0, among the rows of the sheet, of the first row of headings.
        last: that of the last row of headings.
        cells: the headings.
        keys: those that are known.
        joined: whether they stand in two rows.
        clear: whether each column has one heading, so that they can be read.
    """

    first: int
    last: int
    cells: tuple[Cell, ...]
    keys: frozenset[str]
    joined: bool = False
    clear: bool = True


def most_known(rows: Sequence[Sequence[Cell]], headings: Headings) -> int | None:
    """Return the number, from 0, of the row with the most known headings, if there are enough of them.

    Args:
        rows: those that are not blank, as many as one likes.
        headings: what they may be.
    """
    counts = [len(headings.keys(row)) for row in rows[:_DEEPEST]]
    if not counts or not max(counts):
        return None
    best = counts.index(max(counts))
    return best if counts[best] >= _ENOUGH or best == 0 else None


def is_note_heading(cell: Cell) -> bool:
    """Return whether a column is the coordinator's own, by its heading."""
    return isinstance(cell, str) and cell.strip().startswith(("#", "№"))


def heading_row(sheet: RawSheet, headings: Headings) -> HeadingRow | None:
    """Find the headings of a sheet; None when it has none."""
    rows = [cells for _, cells in sheet.rows[: _DEEPEST + 1]]
    best = most_known(rows, headings)
    if best is None:
        return None
    alone = HeadingRow(
        first=best, last=best, cells=tuple(rows[best]), keys=headings.keys(rows[best])
    )
    for top in (best, best - 1):
        if 0 <= top < len(rows) - 1:
            joined = _joined(sheet, top, headings, alone)
            if joined is not None:
                return joined
    return alone


def _joined(sheet: RawSheet, top: int, headings: Headings, alone: HeadingRow) -> HeadingRow | None:
    """Return the headings of two rows if they belong together."""
    (above, first), (below, second) = sheet.rows[top : top + 2]
    if below != above + 1:
        return None
    merged = [area for area in sheet.merged if area.top == above]
    upright = {area.left for area in merged if area.bottom == below and area.left == area.right}
    groups = dict(_groups(first, second))
    for area in merged:
        if area.bottom == above and area.left < area.right:
            groups |= dict.fromkeys(range(area.left, area.right + 1), area.left)
    filled = {number for number, cell in enumerate(second) if not is_blank(cell)}
    if top == alone.first:
        named = {n for n, cell in enumerate(first) if headings.key(cell) or is_note_heading(cell)}
        needed = {n for n, cell in enumerate(first) if headings.key(cell) in headings.required}
        own = filled & (named - (groups.keys() - needed))
        belongs = len(filled) > 1 and not own and bool(filled & groups.keys())
    else:
        belongs = bool(upright) or bool(groups)
    if not belongs:
        return None
    cells = tuple(_both(first, second, groups, headings))
    keys = headings.keys(cells)
    if top != alone.first and not keys > alone.keys:
        return None
    clear = all(
        is_blank(cell) or is_note_heading(cell) or ":" not in (headings.key(cell) or ":")
        for cell in cells
    )
    return HeadingRow(first=top, last=top + 1, cells=cells, keys=keys, joined=True, clear=clear)


def _groups(first: Sequence[Cell], second: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Yield every column under a heading that goes on over blank cells, with the column of that heading."""
    group = -1
    for number, cell in enumerate(second):
        above = first[number] if number < len(first) else ""
        if is_blank(cell):
            group = -1
        elif not is_blank(above):
            group = number
        elif group >= 0:
            yield group, group
            yield number, group


def _both(
    first: Sequence[Cell], second: Sequence[Cell], groups: dict[int, int], headings: Headings
) -> Iterator[Cell]:
    """Yield the heading of every column: that of the lower row, with its group where only both are known."""
    for number in range(max(len(first), len(second))):
        above = first[number] if number < len(first) else ""
        below = second[number] if number < len(second) else ""
        if is_blank(below):
            yield above
            continue
        group = first[groups[number]] if number in groups else above
        together = f"{group} {below}"
        yield together if headings.key(below) is None and headings.key(together) else below
