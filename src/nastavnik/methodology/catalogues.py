"""The values of a methodology that people choose from, by every name they go by.

A value is named by its id or by its title in either language; capital letters, ё and е, quotation
marks and kinds of dash make no difference. A title of a mentee category may leave out the word
for the position: «пассивный» for «пассивный ученик». Titles of earlier versions are read as well. A name that fits
two values fits none.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import attrs
from attrs import field, frozen

from nastavnik.basics.errors import nearest
from nastavnik.basics.texts import LANGUAGES, Language, Text
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.values import ModelValue
from nastavnik.people.records import Mentee, Position, Role

__all__ = ["POSITIONS", "Catalogue", "Catalogues", "Entry", "folded"]

_POSITION_NAMES: Final[Mapping[Position, tuple[str, ...]]] = MappingProxyType(
    {
        Position.PUPIL: ("ученица", "школьник", "школьница", "учащийся", "schoolchild"),
        Position.STUDENT: ("студентка",),
        Position.TEACHER: ("учитель", "учительница", "преподаватель"),
        Position.PROFESSIONAL: ("специалист", "employer", "работодатель"),
    }
)
"""Other names of the positions, beside their ids and titles."""

_EARLIER_TITLES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "burnt-out": ("педагог в эмоциональном выгорании", "в эмоциональном выгорании"),
        "educational-prospects": (
            "видение образовательных перспектив",
            "view of one's educational prospects",
        ),
        "fails-in-learning": ("не справляется с учёбой", "fails in learning"),
        "informed-trajectory": (
            "осознанный выбор дальнейшей траектории",
            "informed choice of a further trajectory",
        ),
        "knows-little-of-chances": (
            "мало знает о своих возможностях",
            "knows little of what is possible",
        ),
        "knows-nobody-yet": (
            "ещё не знает её людей и порядков",
            "does not yet know its people and customs",
        ),
        "little-motivation": ("пока не знает, чего хочет", "has little motivation"),
        "little-motivation-to-learn": ("не видит смысла в учёбе", "has little motivation to learn"),
        "lost-interest": (
            "больше не радуется тому, что раньше было важно в работе",
            "has lost interest in what used to matter at work",
        ),
        "new-at-this-school": ("недавно работает в этой школе",),
        "projects-of-their-own": (
            "ведёт свои проекты и ищет для них знающей помощи или собеседника",
        ),
        "puts-off-the-choice": ("уклоняется от выбора дальнейшего пути",),
        "socially-disoriented": (
            "плохо ориентируется в общении и в принятых правилах",
            "с трудом осваивает общение и принятые правила",
            "с трудом находит общий язык с людьми и привыкает к общим правилам",
            "finds no bearings among people and their rules",
        ),
        "trouble-by-behaviour": ("нарушает дисциплину", "gets into trouble by behaviour"),
    }
)
"""Titles that categories, signs and tasks had before; a table in which they stand is still read."""

_QUOTES: Final = re.compile("[«»„“”\"']")
_DASHES: Final = re.compile(r"(?:(?<!\s)\s+)?[-‐‑–—−]\s*")


def folded(name: str) -> str:
    """Return what is compared of a name.

    >>> folded(" «Лидер – Пассивный» ") == folded("лидер-пассивный")
    True
    """
    plain = _QUOTES.sub("", name).casefold().replace("ё", "е")
    return " ".join(_DASHES.sub("-", plain).split())


@frozen(kw_only=True)
class Entry:
    """One value of a catalogue.

    Args:
        id: what stands for it in the code.
        title: what it is called.
        names: what else it may be called.
    """

    id: str
    title: Text
    names: tuple[str, ...] = ()


def _as_tuple(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entries)


@frozen
class Catalogue:
    """Values to choose from.

    >>> positions = Catalogue([Entry(id="pupil", title=Text(en="pupil", ru="ученик"))])
    >>> positions.find("Ученик"), positions.find("ученый")
    ('pupil', None)
    """

    entries: tuple[Entry, ...] = field(converter=_as_tuple)
    _by_name: Mapping[str, str] = field(init=False, repr=False, eq=False)
    longest: int = field(init=False, repr=False, eq=False)
    """Commas and semicolons in the name that has most of them."""

    def __attrs_post_init__(self) -> None:
        """Index the entries by name."""
        ids = {folded(entry.id): entry.id for entry in self.entries}
        found: dict[str, set[str]] = {}
        for entry in self.entries:
            for name in (entry.title.ru, entry.title.en, *entry.names):
                found.setdefault(folded(name), set()).add(entry.id)
        unique = {name: min(fitting) for name, fitting in found.items() if len(fitting) == 1}
        by_name = {**unique, **ids}
        separators = (sum(map(name.count, ",;")) for name in by_name)
        object.__setattr__(self, "_by_name", by_name)
        object.__setattr__(self, "longest", max(separators, default=0))

    def find(self, name: str) -> str | None:
        """Return the id of the value that goes by this name, or None."""
        return self._by_name.get(folded(name))

    def nearest(self, name: str, language: Language) -> str | None:
        """Return the name to write of the value whose name is most like this one, or None."""
        found = nearest(folded(name), self._by_name)
        return None if found is None else self.name_of(self._by_name[found], language)

    def shown(self, language: Language) -> tuple[str, ...]:
        """Return the names to write in cells: titles, or ids where two values share a title."""
        return tuple(self.name_of(entry.id, language) for entry in self.entries)

    def name_of(self, value: str, language: Language) -> str:
        """Return the name to write for an id; the id itself when it is not of this catalogue."""
        for entry in self.entries:
            if entry.id == value and self.find(entry.title[language]) == value:
                return entry.title[language]
        return value


POSITIONS: Final = Catalogue(
    Entry(id=position.value, title=position.title, names=names)
    for position, names in _POSITION_NAMES.items()
)
"""The four positions."""


@frozen(kw_only=True)
class Catalogues:
    """What those of one role choose from; by position, with the key None for all positions."""

    qualities: Catalogue
    categories: Mapping[Position | None, Catalogue]
    tasks: Mapping[Position | None, Catalogue]
    signs: Mapping[Position | None, Catalogue]
    served: frozenset[Position]
    """Positions that some form has in this role; the others have neither categories nor signs nor tasks."""

    @classmethod
    def of(cls, methodology: Methodology, role: type[Role]) -> "Catalogues":
        """Collect what the methodology offers for the mentees or for the mentors."""
        if role is Mentee:
            tasks = {position: methodology.tasks_for(position) for position in Position}
            served = frozenset(form.mentee_position for form in methodology.forms)
        else:
            tasks = {position: methodology.tasks_of(position) for position in Position}
            served = frozenset(form.mentor_position for form in methodology.forms)
        categories = {
            position: [
                Entry(
                    id=c.id,
                    title=c.title,
                    names=(*_without(c.title, position.title), *_EARLIER_TITLES.get(c.id, ())),
                )
                for c in methodology.categories_for(position)
            ]
            for position in Position
        }
        return cls(
            qualities=Catalogue(_entries(methodology.qualities)),
            categories=_by_position(categories),
            tasks=_by_position({p: _entries(values) for p, values in tasks.items()}),
            signs=_by_position({p: _entries(methodology.signs_for(p)) for p in Position}),
            served=served,
        )


def _entries(values: Iterable[ModelValue]) -> list[Entry]:
    return [
        Entry(id=value.id, title=value.title, names=_EARLIER_TITLES.get(value.id, ()))
        for value in values
    ]


def _by_position(
    entries: Mapping[Position, Sequence[Entry]],
) -> Mapping[Position | None, Catalogue]:
    """Make a catalogue for every position, and one of all for where the position is not known."""
    everything: dict[str, Entry] = {}
    for entry in (entry for several in entries.values() for entry in several):
        first = everything.setdefault(entry.id, entry)
        names = (*first.names, *entry.names, entry.title.ru, entry.title.en)
        everything[entry.id] = attrs.evolve(first, names=names)
    return {
        **{position: Catalogue(several) for position, several in entries.items()},
        None: Catalogue(everything.values()),
    }


def _without(title: Text, position: Text) -> tuple[str, ...]:
    """Return the title without the word for the position, in both languages."""
    shorter = (
        " ".join(w for w in title[language].split() if folded(w) != folded(position[language]))
        for language in LANGUAGES
    )
    return tuple(name for name in shorter if name)
