"""A school's own headings and spellings, said once and kept in a file: what stands for what in its tables.

The values of this module know neither files nor columns; ``map_reader`` makes them of a file, and ``layout`` holds
them against the headings of a table.
"""

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve, field, frozen
from immutabledict import immutabledict

from nastavnik.basics.words import compared
from nastavnik.exchange.tables.cells.lists import pieces
from nastavnik.people.records import Mentee, Mentor, Role

__all__ = [
    "NOTE",
    "NOT_NEEDED",
    "ColumnMap",
    "MadeIds",
    "TableMap",
    "compared_heading",
    "respelt",
]

NOT_NEEDED: Final = "not needed"
"""Stands for a column that is not read."""

NOTE: Final = "note"
"""Stands for a column that is not read and can be carried along beside the plan."""

_IGNORED: Final = re.compile(r"[\s_:.]+")

_SIGNS: Final = "abcdfghjkmnpqrstuvwxyz23456789"
"""Letters and digits that are not taken for one another, and give no number with an exponent."""

_LETTERS: Final = 22
"""So many of them are letters; with one of these an id begins."""

_LENGTH: Final = 10
"""Signs of an id that is made, some 48 bits: among 30 000 people two share one once in half a million schools."""


def compared_heading(heading: str) -> str:
    """Return what is compared of a heading: no capitals, spaces, underscores, dots and colons.

    >>> compared_heading(" Свободное  Время: ") == compared_heading("свободное время")
    True
    """
    return _IGNORED.sub("", compared(heading))


def respelt(cell: str, spellings: Mapping[str, str], *, listed: bool) -> str:
    """Return a cell in the spelling that is right; where it is a list, each item for itself.

    Args:
        cell: the text.
        spellings: the right one by the compared form of the school's.
        listed: whether the cell is a list.

    >>> respelt("СОШ №12", {"сош 12": "МБОУ СОШ № 12"}, listed=False)
    'МБОУ СОШ № 12'
    """
    if compared(cell) in spellings:
        return spellings[compared(cell)]
    if not listed:
        return cell
    cut = [(piece, sign) for piece, sign, _ in pieces(cell)]
    if not any(compared(piece) in spellings for piece, _ in cut):
        return cell
    return "".join(spellings.get(compared(piece), piece) + sign for piece, sign in cut)


def _by_heading(value: Mapping[str, str]) -> Mapping[str, str]:
    return immutabledict({compared_heading(heading): key for heading, key in value.items()})


def _by_word(value: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return immutabledict(
        {
            key: immutabledict({compared(w): r for w, r in some.items()})
            for key, some in value.items()
        }
    )


def _frozen(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return immutabledict(value)


@frozen(kw_only=True)
class TableMap:
    """What stands for what in one table.

    Args:
        columns: key of our column by the school's heading; `NOT_NEEDED` and `NOTE` stand for columns that are not read.
        values: by the key of a column, the right spelling by the school's.
        everywhere: by the key of a column, what holds where the table has no such column or an empty cell.

    >>> TableMap(columns={"В каком классе?": "grade"}).columns
    immutabledict({'вкакомклассе?': 'grade'})
    """

    columns: Mapping[str, str] = field(factory=dict, converter=_by_heading)
    values: Mapping[str, Mapping[str, str]] = field(factory=dict, converter=_by_word)
    everywhere: Mapping[str, str] = field(factory=dict, converter=_frozen)

    def over(self, other: "TableMap") -> "TableMap":
        """Return the map that says what this one says, and besides what only the other says."""
        values = {
            key: {**other.values.get(key, {}), **self.values.get(key, {})}
            for key in {*other.values, *self.values}
        }
        return TableMap(
            columns={**other.columns, **self.columns},
            values=values,
            everywhere={**other.everywhere, **self.everywhere},
        )


def _as_tuple(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@frozen(kw_only=True)
class MadeIds:
    """How ids are made where a table has none: from what says who somebody is, never from row or grade.

    Args:
        columns: keys of the columns that say it; if none are named, the name, the organisation and the birth date, or
            the e-mail address where there is no birth date.
        secret: without it nobody can find out whose id it is by trying out names. Kept with the tables, not with the
            plan; another secret gives other ids.

    >>> ids = MadeIds(secret="a")
    >>> ids.of(["Выдуманная Анна", "Школа №5"]) == ids.of(["выдуманная анна", "школа 5"])
    True
    """

    columns: tuple[str, ...] = field(default=(), converter=_as_tuple)
    secret: str = field(default="", repr=False)

    def of(self, identity: Iterable[str]) -> str:
        """Return the id of whoever is said to be so, in any spelling."""
        said = "\n".join(compared(part) for part in identity)
        key = b"nastavnik id " + self.secret.encode()
        digest = hmac.new(key, said.encode(), hashlib.sha256).digest()
        rest, first = divmod(int.from_bytes(digest[:16]), _LETTERS)
        signs = [_SIGNS[first]]
        while len(signs) < _LENGTH:
            rest, sign = divmod(rest, len(_SIGNS))
            signs.append(_SIGNS[sign])
        return "".join(signs)


@frozen(kw_only=True)
class ColumnMap:
    """What a school says of its tables.

    Args:
        both: what holds for both tables.
        mentees: what holds for that of the mentees, and goes before.
        mentors: the same for that of the mentors.
        ids: how ids are made in a table without a column of them, or None if they are not.
        carried: headings of columns to be carried along as notes, besides those mapped to `NOTE`.
        all_notes: carry every column whose heading begins with #.
        extra: by the school's heading, the name of a field of one's own that the column fills.
        on: day on which the age is told from a birth date, or None for the beginning of the school year.

    >>> ColumnMap(both=TableMap(everywhere={"position": "pupil"})).of(Mentee).everywhere
    immutabledict({'position': 'pupil'})
    """

    both: TableMap = field(factory=TableMap)
    mentees: TableMap = field(factory=TableMap)
    mentors: TableMap = field(factory=TableMap)
    ids: MadeIds | None = None
    carried: tuple[str, ...] = field(default=(), converter=_as_tuple)
    all_notes: bool = False
    extra: Mapping[str, str] = field(factory=dict, converter=_by_heading)
    on: date | None = None

    def of(self, role: type[Role]) -> TableMap:
        """Return what holds for the table of one role."""
        own: Mapping[type[Role], TableMap] = {Mentee: self.mentees, Mentor: self.mentors}
        return own[role].over(self.both)

    def holding(
        self,
        *,
        position: str | None = None,
        ids: bool = False,
        on: date | None = None,
        all_notes: bool = False,
    ) -> "ColumnMap":
        """Return the map that says besides what the arguments of a call say; what the call says goes before.

        Args:
            position: of everybody, where a table has no column of it.
            ids: make ids where a table has none.
            on: day on which the age is told from a birth date.
            all_notes: carry every column whose heading begins with #.
        """
        said = {} if position is None else {"position": position}
        return evolve(
            self,
            both=TableMap(everywhere=said).over(self.both),
            ids=self.ids or (MadeIds() if ids else None),
            on=on or self.on,
            all_notes=all_notes or self.all_notes,
        )
