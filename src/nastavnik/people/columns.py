"""What rules may know of everybody on one side, field by field.

A field of many people is kept as the distinct values it takes and, for each person, the number of theirs. So
a column of thirty thousand is made from a few hundred values, and people who agree in a field are found
by comparing numbers.
"""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from operator import attrgetter, is_
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.people.fields import EXTRA, is_of_extra, read_extra, read_field, seen
from nastavnik.people.records import Mentee, Mentor, Person

__all__ = [
    "ID_PATHS",
    "Encoded",
    "Facts",
    "Indices",
    "Path",
    "RoleFacts",
    "as_seen",
    "combined",
    "encoded",
    "of_extra",
]

Path = tuple[str, ...]
"""Way from a role to one of its facts: ``("person", "grade")``."""

Indices = slice | NDArray[np.intp]
"""Some people, by their places in the order of the round."""

ID_PATHS = frozenset({("id",), ("person", "id")})
"""Where the id of whoever takes the role stands; of everybody another."""


@frozen(eq=False)
class Encoded:
    """One field of many people.

    Args:
        codes: the number of each person's value, shape (n,).
        values: the distinct values by number, of which some may be nobody's; None is unknown. True is not
            1 here, and a value without a hash is equal to nothing else.
    """

    codes: NDArray[np.int32]
    values: tuple[Any, ...]

    def taken(self, indices: Indices) -> "Encoded":
        """Return the field of some of the people."""
        return Encoded(self.codes[indices], self.values)


class Facts(ABC):
    """What rules may know of everybody on one side, in the order of the round.

    What is returned is remembered by whoever returns it and is not to be written to. Several threads may
    ask at once.
    """

    @property
    @abstractmethod
    def ids(self) -> Sequence[str]:
        """Everybody's id."""

    @abstractmethod
    def field(self, path: Path) -> Encoded:
        """Return a field of everybody; None where it is unknown, or this position has no such field.

        Words and free times are as rules see them, see `nastavnik.people.fields.seen`.

        Args:
            path: the way from the role to the field.

        Raises:
            RuleError: when the display name is asked for, which no rule may read.
            UnknownNameError: when no position or role has the field.
        """

    @abstractmethod
    def role(self, index: int) -> Mentor | Mentee:
        """Return one of them as a value of its own."""

    @abstractmethod
    def leads_to_person(self, path: Path) -> bool:
        """Return whether everybody has a person there, as at ``("person",)``, not a plain fact."""

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, indices: Indices) -> "Facts":
        """Return the same facts of some of the people, in the order of ``indices``."""
        return _PartOfFacts(self, indices)


class RoleFacts(Facts):
    """Facts of role objects; a field is looked at when it is first asked for.

    Args:
        roles: mentors or mentees.
        side: how messages call this side: ``"mentor"``.

    >>> from nastavnik.people.records import Pupil
    >>> facts = RoleFacts([Mentee(Pupil("b", grade=6)), Mentee(Pupil("c"))], side="mentee")
    >>> facts.field(("person", "grade")).values
    (6, None)
    """

    def __init__(self, roles: Sequence[Mentor] | Sequence[Mentee], *, side: str) -> None:
        self._roles = roles
        self._side = side
        self._ids: Sequence[str] | None = None
        self._fields: dict[Path, Encoded] = {}
        self._persons: dict[Path, Sequence[Any]] = {(): roles}

    @property
    def ids(self) -> Sequence[str]:
        """Everybody's id."""
        if self._ids is None:
            self._ids = tuple(role.id for role in self._roles)
        return self._ids

    def __len__(self) -> int:
        return len(self._roles)

    def field(self, path: Path) -> Encoded:
        """Return a field of everybody, see `Facts.field`."""
        if path not in self._fields:
            plain = not is_of_extra(path)
            made = as_seen(encoded(self._values(path)), path) if plain else of_extra(self, path)
            self._fields[path] = made
        return self._fields[path]

    def role(self, index: int) -> Mentor | Mentee:
        """Return one of them."""
        return self._roles[index]

    def leads_to_person(self, path: Path) -> bool:
        """Return whether everybody has a person there."""
        if path in self._persons:
            return True
        if path in self._fields or is_of_extra(path):
            return False
        values = self._values(path)
        if not all(isinstance(value, Person) for value in values):
            self._fields[path] = as_seen(encoded(values), path)
            return False
        self._persons[path] = values
        return True

    def _values(self, path: Path) -> list[Any]:
        *before, name = path
        behind = self._persons.get(tuple(before))
        if behind is None:
            behind = self._values(tuple(before))
        return _read_fields(behind, name, ".".join((self._side, *path)))


class _PartOfFacts(Facts):
    """The facts of some people; see `Facts.part`."""

    def __init__(self, whole: Facts, indices: Indices) -> None:
        self._whole = whole
        self._indices = indices
        every = range(len(whole))
        self._places = (
            every[indices] if isinstance(indices, slice) else np.arange(len(whole))[indices]
        )
        self._fields: dict[Path, Encoded] = {}
        self._ids: Sequence[str] | None = None

    @property
    def ids(self) -> Sequence[str]:
        if self._ids is None:
            ids = self._whole.ids
            self._ids = [ids[place] for place in self._places]
        return self._ids

    def __len__(self) -> int:
        return len(self._places)

    def field(self, path: Path) -> Encoded:
        if path not in self._fields:
            self._fields[path] = self._whole.field(path).taken(self._indices)
        return self._fields[path]

    def role(self, index: int) -> Mentor | Mentee:
        return self._whole.role(int(self._places[index]))

    def leads_to_person(self, path: Path) -> bool:
        return self._whole.leads_to_person(path)


def of_extra(facts: Facts, path: Path) -> Encoded:
    """Return one of everybody's fields of their own, or the ids in it.

    Args:
        facts: of everybody.
        path: the way to it, as `is_of_extra` knows it.

    >>> from nastavnik.people.records import Pupil
    >>> facts = RoleFacts([Mentee(Pupil("b", extra={"team": "Red"})), Mentee(Pupil("c"))], side="mentee")
    >>> of_extra(facts, ("person", "extra", "team")).values
    ('red', None)
    """
    at = path.index(EXTRA) + 1
    every = facts.field(path[:at])
    values = [None if one is None else read_extra(one, path[at:]) for one in every.values]
    distinct = encoded(values)
    return Encoded(distinct.codes[every.codes], distinct.values)


def encoded(values: Sequence[Any]) -> Encoded:
    """Number the distinct values in the order in which they first appear.

    >>> encoded([True, 1, None, 1]).codes.tolist()
    [0, 1, 2, 1]
    """
    kinds = set(map(type, values)) - {type(None)}
    plain = (
        len(kinds) <= 1
    )  # otherwise equal values of two types are told apart, such as True and 1
    keys: Sequence[Any] = values if plain else list(zip(map(type, values), values, strict=True))
    if plain and all(issubclass(kind, Mapping) for kind in kinds):
        keys = [None if value is None else _items(value) for value in values]
    try:
        number = dict.fromkeys(keys)
    except TypeError:
        keys = [_key(value) for value in values]
        number = dict.fromkeys(keys)
    numbers = dict(zip(number, range(len(number)), strict=True))
    codes = np.fromiter(map(numbers.__getitem__, keys), np.int32, len(keys))
    if keys is values:
        return Encoded(codes, tuple(number))
    # Written backwards, so that of equal keys the first one's value stays.
    distinct = dict(zip(reversed(codes.tolist()), reversed(values), strict=True))
    return Encoded(codes, tuple(distinct[code] for code in range(len(number))))


def as_seen(field: Encoded, path: Path) -> Encoded:
    """Return a field with its values as rules see them, see `nastavnik.people.fields.seen`.

    >>> as_seen(encoded(["Школа №5", "школа 5"]), ("person", "organisation")).values
    ('школа 5',)
    """
    values = [seen(path[-1], value) for value in field.values]
    if all(map(is_, values, field.values)):
        return field
    distinct = encoded(values)
    return Encoded(distinct.codes[field.codes], distinct.values)


def combined(fields: Sequence[Encoded]) -> Encoded:
    """Number the combinations of values that occur; a value is a tuple with one of each field.

    Args:
        fields: fields of the same people, at least one.

    >>> both = combined([encoded(["b", "a", "b"]), encoded([1, 2, 1])])
    >>> both.codes.tolist(), both.values
    ([0, 1, 0], (('b', 1), ('a', 2)))
    """
    codes = first = np.zeros(len(fields[0].codes), dtype=np.int64)
    for one in fields:  # numbers stay below people times values, however many fields there are
        keys = codes * max(len(one.values), 1) + one.codes
        _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    columns = [[one.values[code] for code in one.codes[first].tolist()] for one in fields]
    return Encoded(codes.astype(np.int32), tuple(zip(*columns, strict=True)))


def _items(mapping: Mapping[Any, Any]) -> Hashable:
    """Return a mapping's items as one key, much faster than it makes a hash of itself."""
    return frozenset(mapping.items())


def _key(value: Any) -> Hashable:
    """Return a value with its type; what has no hash is like nothing else."""
    try:
        hash(value)
    except TypeError:
        return object()
    return type(value), value


def _read_fields(behind: Sequence[Any], name: str, path: str) -> list[Any]:
    """Return the field of each; of an unknown person every field is unknown."""
    kinds = {type(one): one for one in behind}
    absent = {type(None)}
    for kind, one in kinds.items():
        if one is not None and read_field(one, name, path) is None and not hasattr(kind, name):
            absent |= set() if hasattr(one, "__dict__") else {kind}
    if not absent.isdisjoint(kinds):
        return [None if type(o) in absent else read_field(o, name, path) for o in behind]
    if all(hasattr(kind, name) for kind in kinds):
        return list(map(attrgetter(name), behind))
    return [read_field(one, name, path) for one in behind]
