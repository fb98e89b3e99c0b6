"""The small values of a methodology: tasks, categories, principles and the like, each with its source."""

import enum
from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import Factory, field, frozen
from attrs.validators import instance_of, matches_re

from nastavnik.basics.errors import UnknownNameError
from nastavnik.basics.sources import Source
from nastavnik.basics.texts import Text

__all__ = [
    "Activity",
    "Direction",
    "ExpectedResult",
    "Indicator",
    "MenteeCategory",
    "ModelValue",
    "Principle",
    "Quality",
    "Setting",
    "Sign",
    "Task",
    "each_once",
    "frozen_ids",
    "named",
]

ValueT = TypeVar("ValueT", bound="ModelValue")


@frozen(kw_only=True, repr=False)
class ModelValue:
    """What every value of a methodology has.

    Args:
        id: stable name in kebab-case, unique among its kind and form.
        title: short name.
        purpose: what it is or what it is for, in one sentence of our own.
        source: what it rests on, and how sure that is.
    """

    id: str = field(
        kw_only=False, validator=[instance_of(str), matches_re(r"[a-z0-9]+(-[a-z0-9]+)*")]
    )
    title: Text = field(validator=instance_of(Text))
    purpose: Text = field(validator=instance_of(Text))
    source: Source = field(validator=instance_of(Source))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"


def frozen_ids(names: Iterable[str]) -> frozenset[str]:
    """Freeze a set of ids; one text alone is not taken for its letters."""
    if isinstance(names, str):
        raise TypeError(f"{names!r} is one text; give a set of ids: {{{names!r}}}")
    return frozenset(names)


def each_once(values: Iterable[ValueT]) -> tuple[ValueT, ...]:
    """Return the first value of every id, in their order."""
    first: dict[str, ValueT] = {}
    for value in values:
        first.setdefault(value.id, value)
    return tuple(first.values())


def named(kind: str, name: str, values: Sequence[ValueT]) -> ValueT:
    """Return the value of an id.

    Raises:
        UnknownNameError: when none of them has it; ``kind`` is what they are.
    """
    for value in values:
        if value.id == name:
            return value
    raise UnknownNameError(kind, name, (value.id for value in values))


@enum.unique
class Direction(enum.Enum):
    """Where an indicator should go."""

    UP = "up"
    DOWN = "down"


@frozen(kw_only=True, repr=False)
class Indicator(ModelValue):
    """Something that can be counted before and after, with the direction wanted."""

    wanted: Direction


@frozen(kw_only=True, repr=False)
class Task(ModelValue):
    """What mentoring of one form sets out to do; a mentee asks for tasks and a mentor offers them."""

    indicators: tuple[Indicator, ...] = ()


@frozen(kw_only=True, repr=False)
class ExpectedResult(ModelValue):
    """What the participants should gain.

    Args:
        areas: the fields of growth it names, if any.
    """

    areas: tuple[ModelValue, ...] = ()


@frozen(kw_only=True, repr=False)
class Setting(ModelValue):
    """Where in school life a meeting takes place."""


@frozen(kw_only=True, repr=False)
class Activity(ModelValue):
    """What a pair or a group does together.

    Args:
        settings: ids of the settings it belongs to.
    """

    settings: frozenset[str] = field(factory=frozenset, converter=frozen_ids)


@frozen(kw_only=True, repr=False)
class Principle(ModelValue):
    """What holds in every form."""


@frozen(kw_only=True, repr=False)
class Quality(ModelValue):
    """Something a person has shown, such as leading a class or winning an olympiad."""


def _as_sentence(sign: ModelValue) -> Text:
    """Return the title as a sentence."""
    en, ru = (title[:1].upper() + title[1:] + "." for title in (sign.title.en, sign.title.ru))
    return Text(en=en, ru=ru)


@frozen(kw_only=True, repr=False)
class Sign(ModelValue):
    """Something by which a coordinator recognises a mentee category; a word of ``Mentee.signs``.

    One id means one sign in whatever form it stands. Its title says all there is to say, so the ``purpose`` is the
    same as a sentence unless stated.

    >>> from nastavnik.basics.sources import local
    >>> sign = Sign("shy", title=Text(en="is shy", ru="стесняется"), source=local())
    >>> sign.purpose["ru"]
    'Стесняется.'
    """

    purpose: Text = field(
        default=Factory(_as_sentence, takes_self=True), validator=instance_of(Text)
    )


@frozen(kw_only=True, repr=False)
class MenteeCategory(ModelValue):
    """A kind of mentee of one form.

    Args:
        indicators: the signs by which a coordinator recognises it, each by itself.
    """

    indicators: tuple[Sign, ...] = ()
