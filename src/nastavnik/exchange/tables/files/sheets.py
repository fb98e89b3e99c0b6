"""Which sheets of a workbook are the table that is asked for, and what is said of the others."""

from collections.abc import Sequence

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.formats.heading_row import HeadingRow, Headings, heading_row
from nastavnik.exchange.tables.formats.raw import RawFile, RawSheet, refused

__all__ = ["Taken", "sheets_taken"]


@frozen(kw_only=True, eq=False)
class Taken:
    """A sheet that is read.

    Args:
        sheet: the sheet.
        headings: where they stand in it.
    """

    sheet: RawSheet
    headings: HeadingRow


def sheets_taken(raw: RawFile, headings: Headings, reading: Reading) -> tuple[Taken, ...]:
    """Return the sheets with the table, in the order of the file; there is at least one.

    Raises:
        InvalidInputError: when there is none, when it is hidden, or when it is not clear which it is.
    """
    filled = [sheet for sheet in raw.sheets if sheet.rows]
    wanted = reading.wanted([sheet.name for sheet in raw.sheets if sheet.name is not None])
    if wanted:
        filled = [sheet for sheet in filled if sheet.name in wanted]
    if not filled:
        raise refused(Fault("empty-table"), file=raw.file)
    if len(filled) == 1 and (wanted or filled[0].visible):
        return (_taken(filled[0], headings),)
    found = [
        Taken(sheet=sheet, headings=row)
        for sheet in filled
        if (row := heading_row(sheet, headings)) is not None
    ]
    ours = [each for each in found if not _is_of_another(each, headings)]
    taken = _visible(raw, ours, reading, named=bool(wanted)) or _only_foreign(found, ours)
    if not taken:
        shown = [sheet for sheet in filled if sheet.visible]
        if not shown:
            raise refused(Fault("empty-table"), file=raw.file)
        if len(shown) == 1:
            return (_taken(shown[0], headings),)
        raise refused(Fault("no-sheet", known=_names(shown)), file=raw.file)
    taken = taken if wanted else _alike(raw, taken)
    _tell_unread(raw, filled, taken, found, headings, reading)
    return tuple(taken)


def _taken(sheet: RawSheet, headings: Headings) -> Taken:
    """Take a sheet whatever is in it; without headings its first row stands for them."""
    row = heading_row(sheet, headings)
    if row is None:
        row = HeadingRow(first=0, last=0, cells=tuple(sheet.rows[0][1]), keys=frozenset())
    return Taken(sheet=sheet, headings=row)


def _is_of_another(each: Taken, headings: Headings) -> bool:
    """Return whether a sheet is another table, by headings that only that one has, or else by its name."""
    foreign = sum(":" in key for key in each.headings.keys)
    own = len(each.headings.keys & headings.own)
    if foreign or own:
        return foreign > own
    name = (each.sheet.name or "").casefold()
    called = any(word in name for word in headings.called)
    return not called and any(word in name for word in headings.not_called)


def _only_foreign(found: Sequence[Taken], ours: Sequence[Taken]) -> list[Taken]:
    """Return the only sheet with headings, though they are of another table: that is said of it then."""
    foreign = [each for each in found if each not in ours and each.sheet.visible]
    return foreign if len(foreign) == 1 else []


def _visible(raw: RawFile, ours: Sequence[Taken], reading: Reading, *, named: bool) -> list[Taken]:
    """Return the sheets that are shown, and those that are not if that is asked for."""
    shown = [each for each in ours if each.sheet.visible]
    most = max((len(each.headings.keys) for each in shown), default=0)
    hidden = [
        each
        for each in ours
        if not each.sheet.visible and (named or 2 * len(each.headings.keys) >= most)
    ]  # a hidden sheet with fewer headings is a list to pick values from
    if not hidden:
        return shown
    names, place = _names([each.sheet for each in hidden]), Place(file=raw.file)
    if named or reading.hidden == "take":
        reading.tell("note-hidden-sheet-taken", place, value=names)
        return [each for each in ours if each in shown or each in hidden]
    if reading.hidden == "refuse":
        raise InvalidInputError([Fault("hidden-sheet", place=place, value=names)])
    reading.tell("note-hidden-sheet-skipped", place, value=names)
    return shown


def _alike(raw: RawFile, ours: Sequence[Taken]) -> list[Taken]:
    """Return the sheets with the same headings as the one with the most; others with many are not clear."""
    most = max(ours, key=lambda each: len(each.headings.keys)).headings.keys
    alike = [each for each in ours if each.headings.keys == most]
    near = [each for each in ours if 2 * len(each.headings.keys) >= len(most)]
    if len(near) > len(alike):
        names = _names([each.sheet for each in near])
        raise refused(Fault("which-sheet", known=names), file=raw.file)
    return alike


def _tell_unread(
    raw: RawFile,
    filled: Sequence[RawSheet],
    taken: Sequence[Taken],
    found: Sequence[Taken],
    headings: Headings,
    reading: Reading,
) -> None:
    place = Place(file=raw.file)
    read = [each.sheet for each in taken]
    foreign = [each.sheet for each in found if _is_of_another(each, headings)]
    unread = [
        sheet for sheet in filled if sheet not in read and not (reading.quiet and sheet in foreign)
    ]
    if len(read) > 1:
        reading.tell("note-sheets-read", place, value=_names(read))
    if unread:
        reading.tell("note-sheets-unread", place, value=_names(read), other=_names(unread))


def _names(sheets: Sequence[RawSheet]) -> tuple[str, ...]:
    return tuple(sheet.name or "" for sheet in sheets)
