"""What a column of a table is: its key, its headings, who has it, what its cells hold."""

import enum
from typing import Final

import attrs
from attrs import field, frozen

from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.basics.texts import Text
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor, Position, Role

__all__ = ["Column", "Kind"]


@enum.unique
class Kind(enum.Enum):
    """What the cells of a column hold."""

    ID = "id"
    """An id, as it is written but for what nobody sees."""
    NAME = "name"
    """A display name, or a part of one; never compared, never shown."""
    TEXT = "text"
    """A text that is compared with others as a word."""
    WHOLE = "whole"
    """A whole number."""
    CLASS = "class"
    """A class: a grade, and mostly a letter."""
    LETTER = "letter"
    """The letter of a class."""
    BIRTH = "birth"
    """A birth date, of which the age is kept."""
    MAIL = "mail"
    """An address by which somebody is told apart when an id is made; not kept."""
    YES_NO = "yes-no"
    """Yes or no."""
    WORDS = "words"
    """A list of words, kept as they are written and compared as words."""
    TIMES = "times"
    """Free times, see `nastavnik.people.times`."""
    IDS = "ids"
    """A list of ids, as they are written."""
    MARKS = "marks"
    """Subjects, each with a mark."""
    POSITION = "position"
    """One of the four positions."""
    DAY = "day"
    """A day of the calendar."""
    SIGNS = "signs"
    """Signs of mentee categories of the methodology."""
    CATEGORY = "category"
    """A mentee category of the methodology."""
    TASKS = "tasks"
    """Tasks of the methodology."""
    QUALITIES = "qualities"
    """Qualities of the methodology."""
    DEMAND = "demand"
    """A lock or a ban."""


_LISTS: Final = frozenset(
    {Kind.WORDS, Kind.TIMES, Kind.IDS, Kind.MARKS, Kind.TASKS, Kind.SIGNS, Kind.QUALITIES}
)


def _name_of_field(column: "Column") -> Text:
    return FIELD_NAMES[column.path]


def _positions_with(column: "Column") -> tuple[Position, ...]:
    """Return the positions that have the field of a column; a role's field is everybody's."""
    if not column.of_person or column.kind in {Kind.POSITION, Kind.MAIL}:
        return tuple(Position)
    return tuple(p for p, kind in PERSON_TYPES.items() if column.fills in attrs.fields_dict(kind))


@frozen(kw_only=True)
class Column:
    """One column of a table of people, or of the table of locks and bans.

    Args:
        key: name of the column in the code, unique.
        kind: what its cells hold.
        fills: name of the field it fills; the key, unless that would be ambiguous.
        of_person: fills a field of the person, not of the role.
        heading: what stands above it in a table that is written; the name of the field unless stated.
        aliases: what may stand above it as well, in either language.
        about: what to put into its cells, for the template; ``{known}`` stands for all values.
        tables: roles whose table has it; none for the table of locks and bans.
        width: width in characters when it is written as a spreadsheet.
        between: least and greatest number, where what is no number is answered with them.
        only_if_used: left out of a written table while everybody has the field's default.
        only_read: never written, since another column holds what comes of it.
    """

    key: str = field(kw_only=False)
    kind: Kind
    fills: str = field(default=attrs.Factory(lambda self: self.key, takes_self=True))
    of_person: bool = False
    heading: Text = field(default=attrs.Factory(_name_of_field, takes_self=True))
    aliases: tuple[str, ...] = ()
    about: Text
    tables: tuple[type[Role], ...] = (Mentee, Mentor)
    width: int = 16
    between: tuple[int, int] | None = None
    only_if_used: bool = False
    only_read: bool = False
    positions: tuple[Position, ...] = field(
        init=False, default=attrs.Factory(_positions_with, takes_self=True)
    )
    """The positions that have the field; a tuple, for it is asked once a cell."""

    @property
    def listed(self) -> bool:
        """Whether its cells hold lists, so that several columns can be read as one."""
        return self.kind in _LISTS

    @property
    def path(self) -> str:
        """The way to the field from a mentor or mentee: ``slots`` of a person is ``person.slots``."""
        return f"person.{self.fills}" if self.of_person else self.fills

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that may stand above the column."""
        return (self.heading.ru, self.heading.en, self.key, *self.aliases)
