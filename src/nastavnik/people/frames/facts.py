"""Facts of people who are given as columns: nobody becomes a value of its own until looked at."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any, Final

import attrs
import numpy as np

from nastavnik.basics.errors import RuleError
from nastavnik.people.columns import Encoded, Facts, Path, as_seen, combined, encoded, of_extra
from nastavnik.people.fields import is_of_extra, read_field
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor

__all__ = ["POSITION", "READ_BY", "ColumnFacts"]

POSITION: Final[Path] = ("person", "position")
"""Where the position stands."""

_NAME: Final[Path] = ("person", "name")

READ_BY: Final[Mapping[str, tuple[str, ...]]] = {"minor": ("age",), "newcomer": ("newcomer_since",)}
"""What the properties of a person read besides the position, and those of a role, so that they are asked once a
combination."""


class ColumnFacts(Facts):
    """Facts of columns.

    Args:
        columns: by path, everything that was given, checked, each in the order of the round; ids and
            positions are there, display names may be. A field that is not there has its default.
        kind: what they are in this round.

    >>> from nastavnik.people.records import Position
    >>> columns = {("id",): encoded(["b", "c"]), POSITION: encoded([Position.PUPIL] * 2)}
    >>> facts = ColumnFacts({**columns, ("person", "age"): encoded([17, 18])}, Mentee)
    >>> facts.field(("person", "minor")).values, facts.role(1).person.age
    ((True, False), 18)
    """

    def __init__(self, columns: Mapping[Path, Encoded], kind: type[Mentor] | type[Mentee]) -> None:
        self._columns = {**columns, ("person", "id"): columns["id",]}
        self._kind = kind
        self._fields: dict[Path, Encoded] = {}
        self._arguments: dict[type[Any], list[tuple[str, Encoded]]] = {}
        ids = columns["id",]
        self._ids = tuple(ids.values[code] for code in ids.codes.tolist())

    @property
    def ids(self) -> Sequence[str]:
        """Everybody's id."""
        return self._ids

    def field(self, path: Path) -> Encoded:
        """Return a field of everybody, see `Facts.field`."""
        if path[-1] == "name" and not is_of_extra(path):
            raise RuleError("a display name was asked for; rules know people by facts and id only")
        if path not in self._fields:
            if is_of_extra(path):
                self._fields[path] = of_extra(self, path)
            else:
                self._fields[path] = as_seen(self._columns.get(path) or self._made(path), path)
        return self._fields[path]

    def names(self) -> Encoded:
        """Return everybody's display name, for a cohort's own checks; None is unknown."""
        return self._columns.get(_NAME) or self._constant(None)

    def role(self, index: int) -> Mentor | Mentee:
        """Make one of them."""
        position = self._columns[POSITION]
        kind = PERSON_TYPES[position.values[position.codes[index]]]
        person = _of_checked(kind, self._given("person", index, kind))
        given = self._given("", index, self._kind)
        role: Mentor | Mentee = _of_checked(self._kind, {**given, "person": person})
        return role

    def leads_to_person(self, path: Path) -> bool:
        """Return whether everybody has a person there."""
        return path in {(), ("person",)}

    def _given(self, behind: str, index: int, kind: type[Any]) -> dict[str, Any]:
        """Return the arguments of a person, or of a role but for the person."""
        if kind not in self._arguments:
            before = (behind,) if behind else ()
            paths = {field.name: (*before, field.name) for field in attrs.fields(kind)}
            self._arguments[kind] = [
                (name, self._columns[path]) for name, path in paths.items() if path in self._columns
            ]
        return {name: each.values[each.codes[index]] for name, each in self._arguments[kind]}

    def _made(self, path: Path) -> Encoded:
        """Make a field that was not given: a default, or something derived."""
        *before, name = path
        if not len(self):
            return encoded([])
        if path == ("person",):
            return encoded([self.role(index).person for index in range(len(self))])
        label = ".".join((self._kind.role, *path))
        if not before:
            return self._of_role(name, label)
        if before == ["person"]:
            return self._of_person(name, label)
        behind = self.field(tuple(before))
        values = [None if v is None else read_field(v, name, label) for v in behind.values]
        return _of_each(behind, values)

    def _of_role(self, name: str, label: str) -> Encoded:
        """Make a field of the role: its default, or what is derived from one field of the role."""
        field = attrs.fields_dict(self._kind).get(name)
        if field is not None:
            return self._constant(_default(field))
        if name in READ_BY and hasattr(self._kind, name):
            (reads,) = READ_BY[name]
            given = self.field((reads,))
            derived: Any = getattr(self._kind, name)
            return _of_each(
                given, [derived.fget(SimpleNamespace(**{reads: value})) for value in given.values]
            )
        return self._constant(read_field(self.role(0), name, label))

    def _of_person(self, name: str, label: str) -> Encoded:
        """Make a field of the person from the position and what it is derived from."""
        reads = READ_BY.get(name, ())
        derived = [isinstance(getattr(k, name, None), property) for k in PERSON_TYPES.values()]
        if any(derived) and not reads:  # derived from whatever
            return encoded([getattr(self.role(k).person, name) for k in range(len(self))])
        alike = combined([self.field(POSITION), *(self.field(("person", one)) for one in reads)])
        values = []
        for position, *known in alike.values:
            kind = PERSON_TYPES[position]
            field = attrs.fields_dict(kind).get(name)
            if field is not None:
                values.append(_default(field))
            elif any(derived):
                values.append(
                    getattr(kind, name).fget(
                        SimpleNamespace(**dict(zip(reads, known, strict=True)))
                    )
                )
            elif any(name in attrs.fields_dict(other) for other in PERSON_TYPES.values()):
                values.append(None)
            else:
                values.append(read_field(self.role(0).person, name, label))
        return _of_each(alike, values)

    def _constant(self, value: Any) -> Encoded:
        return Encoded(np.zeros(len(self), dtype=np.int32), (value,))


def _of_checked(kind: type[Any], given: Mapping[str, Any]) -> Any:
    """Return a value of what was checked and converted as a column; to do so again for each takes most of the time."""
    made = object.__new__(kind)
    for field in attrs.fields(kind):
        value = given[field.name] if field.name in given else _default(field)
        object.__setattr__(made, field.name, value)
    return made


def _of_each(alike: Encoded, values: Sequence[Any]) -> Encoded:
    distinct = encoded(values)
    return Encoded(distinct.codes[alike.codes], distinct.values)


def _default(field: "attrs.Attribute[Any]") -> Any:
    default: Any = field.default
    return default.factory() if hasattr(default, "factory") else default
