"""A coordinator is played who does only what is asked: looks, takes the true value for each cell named, looks again."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import define, field

from helpers.school.desk import MAPPED, Mention, Said, Seen, first_guess, look
from helpers.school.losses import Loss
from helpers.school.people import FIRST_DAY
from helpers.school.slips import plain
from helpers.school.tables import HEADINGS, Slip, Table, Tables
from nastavnik import match
from nastavnik.basics.words import compared

__all__ = ["Measured", "mend"]

_NEAR: Final = 1
"""So many mentees fewer than the best possible are near enough."""

_MOST_ROUNDS: Final = 12


@define(kw_only=True)
class Measured:
    """What came of one school.

    Args:
        style: of the tables.
        seed: of the school.
        slips: their number.
        best: mentees with a mentor in the plan of those who are meant.
        first: mentees with a mentor at the first try; None where the tables cannot be read.
        touched: cells touched until the plan was within one of the best; None if it never was.
        lines: the same, where what a line in a map of headings says once counts once: one spelling of a column, or what
            stands for its empty cells.
        touched_in_all: cells touched until nothing more was asked.
        first_readable: cells touched until the tables could be read.
        last: mentees with a mentor when nothing more was asked.
        in_vain: cells that were named and in which nothing was wrong, or nothing better is known.
        losses: silent ones.
        misread: of cells in which there was no slip; must be none.
        unreadable: codes of faults that stayed to the end, if any.
    """

    style: str
    seed: int
    slips: int
    best: int
    first: int | None = None
    touched: int | None = None
    lines: int | None = None
    touched_in_all: int = 0
    first_readable: int | None = None
    last: int | None = None
    in_vain: int = 0
    losses: list[Loss] = field(factory=list)
    misread: list[Loss] = field(factory=list)
    unreadable: Counter[str] = field(factory=Counter)
    _alike: set[object] = field(factory=set)

    def touch(self, slip: Slip | None = None, *, default: object = None) -> None:
        """Count a cell, or a heading, that is touched.

        Args:
            slip: what is mended.
            default: what a line for the whole table would say of empty cells of the column.
        """
        self.touched_in_all += 1
        alike: object = self.touched_in_all
        if slip is not None and (slip.written or slip.meant == default):
            alike = slip.mentor, slip.key, slip.written
        self._alike.add(alike)

    @property
    def near(self) -> bool:
        """Whether the plan was within one of the best in the end."""
        return self.last is not None and self.last >= self.best - _NEAR


def mend(made: Tables, seen: Seen, open_slips: list[Slip], result: Measured) -> Seen:
    """Do what is asked until nothing more is; return what is seen then."""
    vain: set[Mention] = set()
    said = _begin(made, result) if MAPPED else Said()
    if said != Said():
        seen = look(made, said)
    _note(seen, result)
    for _ in range(_MOST_ROUNDS):
        by_hand = (_mapped(made, seen, said, result) if MAPPED else 0) or _headings(
            made, seen, result
        )
        asked = _asked(made, seen.mentions, open_slips, vain)
        if not asked and not by_hand:
            break
        for slip in asked:
            made.table(slip.mentor).put(slip)
            open_slips.remove(slip)
            result.touch(slip, default=_default(made, slip))
            if seen.cohort is not None and result.touched is None:
                seen = look(made, said)
                _note(seen, result)
        seen = look(made, said)
        _note(seen, result)
    result.in_vain = len(vain)
    return seen


def _begin(made: Tables, result: Measured) -> Said:
    """Take the map that is proposed for tables with headings of their own, and put right what is wrong in it."""
    if not made.mentees.reworded:
        return Said()
    said = first_guess(made)
    if made.style == "class lists":
        said.on = FIRST_DAY
        result.touch()
    for mentor in (False, True):
        table = made.table(mentor)
        for heading, key in table.reworded.items():
            guessed = said.columns[mentor].get(heading)
            right = HEADINGS.get(key or "", _BESIDES.get(key or "", "не нужен"))
            if guessed is not None and guessed not in {right, *_HARMLESS.get(heading, ())}:
                said.columns[mentor][heading] = right
                result.touch()
    return said


_HARMLESS: Final = {"Адрес электронной почты": ("Электронная почта",), "Имя": ("Имя и отчество",)}
"""What may as well stand for a heading."""


def _default(made: Tables, slip: Slip) -> object:
    """Return what most empty cells of the column of a slip should say."""
    empty = [
        s.meant for s in made.slips if (s.mentor, s.key, s.written) == (slip.mentor, slip.key, None)
    ]
    return Counter(empty).most_common(1)[0][0] if empty else None


def _note(seen: Seen, result: Measured) -> None:
    """Note how far the plan is."""
    if seen.cohort is None:
        return
    if result.first_readable is None:
        result.first_readable = result.touched_in_all
    if result.touched is None and match(seen.cohort).matched >= result.best - _NEAR:
        result.touched, result.lines = result.touched_in_all, len(result._alike)


def _asked(
    made: Tables, mentions: Sequence[Mention], open_slips: Sequence[Slip], vain: set[Mention]
) -> list[Slip]:
    """Return the slips that are named, each once, in the order in which they are."""
    asked: dict[Slip, None] = {}
    for mention in mentions:
        named = [slip for slip in open_slips if _names(made, mention, slip)]
        asked.update(dict.fromkeys(named))
        if not named and not any(_names(made, mention, slip) for slip in made.slips):
            vain.add(mention)
    return list(asked)


def _names(made: Tables, mention: Mention, slip: Slip) -> bool:  # noqa: PLR0911 - one way of naming after the other
    """Whether what is said leads whoever reads it to the cell, or row, of a slip."""
    if mention.mentor is not None and mention.mentor != slip.mentor:
        return False
    table = made.table(slip.mentor)
    if mention.sheet is not None and mention.sheet != table.sheets[slip.sheet].name:
        return False
    if slip.key is not None:
        if mention.column is None:
            return False  # a row or a table is named, and nothing in it
        if compared(mention.column) not in {
            compared(table.titles[slip.key]),
            compared(HEADINGS[slip.key]),
        }:
            return False
    if mention.row is not None:
        return mention.row == slip.row or mention.value in {str(slip.row + 1), str(slip.ident)}
    if mention.ident is not None:
        return compared(mention.ident) == compared(slip.ident)
    if mention.value is not None:
        return slip.key is not None and compared(mention.value) in _words(str(slip.written))
    return mention.code == "column-empty"


def _words(cell: str) -> set[str]:
    """Return a cell, the items of it and these without a mark, as they are compared."""
    items = re.split(r"[,;\n]| и ", cell)
    bare = [re.sub(r"[\s:=(–-]*[0-9][0-9,)]*$", "", item) for item in items]
    return {compared(word) for word in (cell, *items, *bare)}


def _mapped(made: Tables, seen: Seen, said: Said, result: Measured) -> bool:
    """Say once what is asked of headings, of ids and of positions; return whether there was something new."""
    before = result.touched_in_all
    for mentor in (False, True):
        table = made.table(mentor)
        here = [m for m in seen.mentions if m.mentor == mentor]
        named = {compared(m.column or m.value or "") for m in here if m.code in _OF_HEADINGS}
        for heading, key in table.reworded.items():
            if compared(heading) in named and heading not in said.columns[mentor]:
                said.columns[mentor][heading] = HEADINGS.get(
                    key or "", _BESIDES.get(key or "", "не нужен")
                )
                result.touch()
        missing = {str(m.value) for m in here if m.code == "missing-column"}
        if HEADINGS["id"] in missing and not said.ids:
            said.ids = True
            result.touch()
        for key, value in table.defaults.items():
            if HEADINGS[key] in missing and HEADINGS[key] not in said.everywhere[mentor]:
                said.everywhere[mentor][HEADINGS[key]] = value
                result.touch()
    return result.touched_in_all > before


_BESIDES: Final = {"birth date": "Дата рождения", "surname": "Фамилия", "first name": "Имя"}


def _headings(made: Tables, seen: Seen, result: Measured) -> bool:
    """Put right by hand what is said of headings, of ids and of positions; return whether there was something."""
    done = False
    for mentor in (False, True):
        table = made.table(mentor)
        said = {mention.code for mention in seen.mentions if mention.mentor in {mentor, None}}
        named = {
            compared(m.column or "")
            for m in seen.mentions
            if m.mentor == mentor and m.code in _OF_HEADINGS
        }
        for number, sheet in enumerate(table.sheets):
            head = sheet.rows[table.heads[number]]
            for column, cell in enumerate(head):
                if cell in table.reworded and compared(str(cell)) in named:
                    head[column] = _right(table, str(cell))
                    result.touch()
                    done = True
        if "no-headings" in said and table.heads[0] > 0:
            _count(result, _only_rows(table))
            done = True
        for key in ("id", "position"):
            if "missing-column" in said and not any(key in keys for keys in table.keys):
                _count(result, _new_column(made, table, mentor, key))
                done = True
    return done


def _count(result: Measured, cells: int) -> None:
    for _ in range(cells):
        result.touch()


_OF_HEADINGS: Final = frozenset(
    {
        "unknown-heading",
        "heading-of-mentees",
        "heading-of-mentors",
        "heading-latin",
        "heading-russian",
    }
)


def _right(table: Table, heading: str) -> str:
    key = table.reworded[heading]
    return HEADINGS.get(key or "", f"# {heading}")


def _only_rows(table: Table) -> int:
    """Delete what stands above the headings and below the people; return how many rows that were."""
    touched = 0
    for number, sheet in enumerate(table.sheets):
        for row in range(len(sheet.rows)):
            if (
                row != table.heads[number]
                and (number, row) not in table.rows
                and any(sheet.rows[row])
            ):
                sheet.rows[row] = []
                touched += 1
        sheet.merged.clear()
    return touched


def _new_column(made: Tables, table: Table, mentor: bool, key: str) -> int:
    """Fill in a column that is not there; return how many cells that were."""
    touched = 0
    for number, sheet in enumerate(table.sheets):
        width = max(len(row) for row in sheet.rows)
        for row, there in enumerate(sheet.rows):
            ident = table.rows.get((number, row))
            if row == table.heads[number] or ident is not None:
                there.extend([None] * (width - len(there)))
                there.append(HEADINGS[key] if ident is None else _of(made, mentor, ident, key))
                touched += 1
        table.keys[number][key] = width
    table.titles[key] = HEADINGS[key]
    return touched


def _of(made: Tables, mentor: bool, ident: str, key: str) -> str:
    return str(plain(key, made.people(mentor)[ident]))
