"""People as they would be if one fact that is not recorded were: each with every value that the fact may have.

Nobody is made anew for it. A variant is a place among the facts of everybody and another number in one column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Final

import attrs
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Encoded, Facts, Path
from nastavnik.people.frames.facts import READ_BY
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor, Position
from nastavnik.programme.round.statements import LISTED, YEARS_ABOVE_GRADE, YES_NO
from nastavnik.programme.round.tallies import words_of

__all__ = ["FILLABLE", "Filled", "Variants", "is_missing", "positions_with", "values_for"]

Places = NDArray[np.intp]

DONE: Final = frozenset({("trained",), ("cleared",)})
"""What can still be done where it is recorded as not done; a consent that was refused stays refused."""

_YES_OR_NO: Final = frozenset(tuple(path.split(".")) for path in YES_NO)
_ONE_WORD: Final = frozenset({("person", "organisation"), ("person", "place")})
_SEVERAL: Final = frozenset(tuple(path.split(".")) for path in LISTED)
_CHOSEN: Final = frozenset({("category",), ("tasks",), ("person", "qualities")})
_NUMBERS: Final[Mapping[Path, Mapping[Position, range]]] = {
    ("person", "grade"): {Position.PUPIL: range(1, 12)},
    ("person", "age"): {Position.PUPIL: range(5, 26), Position.STUDENT: range(13, 100)},
    ("person", "experience"): {
        Position.TEACHER: range(81),
        Position.PROFESSIONAL: range(81),
    },
}
_MARKS: Final[Path] = ("person", "marks")
_GRADE: Final[Path] = ("person", "grade")
_AGE: Final[Path] = ("person", "age")
_POSITION: Final[Path] = ("person", "position")

FILLABLE: Final = _YES_OR_NO | _ONE_WORD | _SEVERAL | _CHOSEN | _NUMBERS.keys() | {_MARKS}
"""Facts that people are asked for and that may be missing; wishes about others are not among them."""

_MOST_SINGLE: Final = 30
"""Words of a list that are tried one by one; a list of all of them is tried whatever their number."""


def is_missing(path: Path, value: Any) -> bool:
    """Return whether a value says that a fact is not recorded, or not done yet where it can be done.

    >>> is_missing(("trained",), False), is_missing(("agreed",), False), is_missing(("subjects",), frozenset())
    (True, False, True)
    """
    if value is None:
        return True
    if path in DONE:
        return value is False
    return not isinstance(value, (bool, int, str)) and not value


def positions_with(path: Path) -> list[Position]:
    """Return the positions that have a fact; one of the role is everybody's.

    >>> [position.value for position in positions_with(("person", "grade"))]
    ['pupil']
    """
    if path[0] != "person":
        return list(Position)
    return [p for p, kind in PERSON_TYPES.items() if path[1] in attrs.fields_dict(kind)]


def values_for(
    path: Path, mine: Facts, others: Facts, methodology: Methodology
) -> Mapping[Position, tuple[Any, ...]]:
    """Return the values that a missing fact may have, by position; a position that lacks the fact is left out.

    Whatever people write in their own words is taken from what stands in the round, for nothing else could meet
    anybody. Of a list all of it is tried, and each word alone; of marks one mark in every subject.
    """
    if path in _NUMBERS:
        return {position: tuple(some) for position, some in _NUMBERS[path].items()}
    everywhere = positions_with(path)
    if path == ("category",):
        return {p: tuple(c.id for c in methodology.categories_for(p)) for p in everywhere}
    return dict.fromkeys(everywhere, _same_for_all(path, mine, others, methodology))


def _same_for_all(
    path: Path, mine: Facts, others: Facts, methodology: Methodology
) -> tuple[Any, ...]:
    """Return the values of a fact that do not depend on the position."""
    if path in _YES_OR_NO:
        return (True, False)
    if path == ("tasks",):
        return _lists({task.id for form in methodology.forms for task in form.tasks})
    if path == ("person", "qualities"):
        return _lists({one.id for one in methodology.qualities})
    words = _words_in(path, mine, others)
    if path in _ONE_WORD:
        return tuple(words)
    if path == _MARKS:
        return tuple(dict.fromkeys(words, mark) for mark in range(1, 6)) if words else ()
    return _lists(words)


def _words_in(path: Path, mine: Facts, others: Facts) -> list[str]:
    """Return the words that stand in a fact of either side, and with subjects in whatever names subjects."""
    subjects = (("subjects",), ("person", "subjects"), _MARKS)
    paths = subjects if path in subjects else (path,)
    values = (v for one in paths for facts in (mine, others) for v in facts.field(one).values)
    return sorted({word for value in values for word in words_of(value)})


def _lists(words: Iterable[str]) -> tuple[frozenset[str], ...]:
    every = sorted(words)
    single = every if 1 < len(every) <= _MOST_SINGLE else []
    return tuple(map(frozenset, ([every] if every else []))) + tuple(frozenset({w}) for w in single)


@frozen(eq=False)
class Variants:
    """Some people, each as often as a fact of theirs may have a value.

    Args:
        path: the fact.
        places: who it is, by place among everybody, shape (k,).
        values: the value of each, shape (k,).
    """

    path: Path
    places: Places
    values: Sequence[Any]

    @classmethod
    def of(
        cls, path: Path, facts: Facts, places: Places, values: Mapping[Position, Sequence[Any]]
    ) -> "Variants":
        """Return all variants of these people."""
        position = facts.field(_POSITION)
        now = facts.field(path)
        here: list[int] = []
        found: list[Any] = []
        for place in places.tolist():
            known = now.values[now.codes[place]]
            some = values.get(position.values[position.codes[place]], ())
            for value in _plausible(path, facts, place, some):
                if value != known:
                    here.append(place)
                    found.append(value)
        return cls(path, np.array(here, dtype=np.intp), found)


def _plausible(path: Path, facts: Facts, place: int, values: Sequence[Any]) -> Iterable[Any]:
    """Leave out what no pupil of that grade, or of that age, would be."""
    other = {_GRADE: _AGE, _AGE: _GRADE}.get(path)
    if other is None:
        return values
    one = facts.field(other)
    known = one.values[one.codes[place]]
    if known is None:
        return values
    years = [v - known if path == _AGE else known - v for v in values]
    likely = [v for v, above in zip(values, years, strict=True) if above in YEARS_ABOVE_GRADE]
    return likely or values


class Filled(Facts):
    """The facts of variants; of everything but the one fact those of the people whose variants they are.

    Args:
        whole: facts of everybody.
        variants: one after the other, in this order.
    """

    def __init__(self, whole: Facts, variants: Sequence[Variants]) -> None:
        self._whole = whole
        self._variants = variants
        places = [one.places for one in variants]
        self.places: Places = np.concatenate(places) if places else np.zeros(0, dtype=np.intp)
        self.starts = np.cumsum([0, *(one.size for one in places)])
        self._part = whole.part(self.places)
        self._fields: dict[Path, Encoded] = {}

    @property
    def ids(self) -> Sequence[str]:
        """Ids of the people whose variants they are, so the same one several times."""
        return self._part.ids

    def __len__(self) -> int:
        return int(self.places.size)

    def field(self, path: Path) -> Encoded:
        """Return a field of every variant."""
        if path not in self._fields:
            self._fields[path] = self._made(path)
        return self._fields[path]

    def leads_to_person(self, path: Path) -> bool:
        """Return whether everybody has a person there."""
        return self._whole.leads_to_person(path)

    def role(self, index: int) -> Mentor | Mentee:
        """Return one variant as a value of its own."""
        number = int(np.searchsorted(self.starts, index, side="right")) - 1
        one = self._variants[number]
        value = one.values[index - int(self.starts[number])]
        role = self._whole.role(int(self.places[index]))
        if one.path[0] != "person":
            return attrs.evolve(role, **{one.path[0]: value})
        return attrs.evolve(role, person=attrs.evolve(role.person, **{one.path[1]: value}))

    def _made(self, path: Path) -> Encoded:
        was = self._part.field(path)
        values = _Numbered(was.values)
        codes = was.codes.copy()
        for number, one in enumerate(self._variants):
            rows = slice(int(self.starts[number]), int(self.starts[number + 1]))
            if one.path == path:
                codes[rows] = list(map(values.number, one.values))
            elif path[0] == "person" and one.path[1:] == READ_BY.get(path[-1]):
                codes[rows] = list(self._derived(path[-1], rows, one, values))
        return Encoded(codes, tuple(values.each))

    def _derived(self, name: str, rows: slice, one: Variants, values: "_Numbered") -> Iterator[int]:
        """Yield the numbers of what follows from the position and the fact that is filled in."""
        position = self._part.field(_POSITION)
        for code, value in zip(position.codes[rows].tolist(), one.values, strict=True):
            kind = PERSON_TYPES[position.values[code]]
            known = SimpleNamespace(**{one.path[1]: value})
            yield values.number(getattr(kind, name).fget(known))


class _Numbered:
    """Values by number, where True is not 1; a new one gets the next number."""

    def __init__(self, values: Sequence[Any]) -> None:
        self.each = list(values)
        self._met: dict[int, tuple[Any, int]] = {}  # by identity: each value comes many times

    def number(self, value: Any) -> int:
        """Return the number of a value."""
        if id(value) not in self._met:
            self._met[id(value)] = value, self._found(value)
        return self._met[id(value)][1]

    def _found(self, value: Any) -> int:
        for number, other in enumerate(self.each):
            if isinstance(other, bool) is isinstance(value, bool) and other == value:
                return number
        self.each.append(value)
        return len(self.each) - 1
