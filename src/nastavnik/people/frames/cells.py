"""What columns of people there may be, and what their values mean: by the very fields of `Mentor` and `Pupil`.

A column is called as the field it fills. Its values are converted and checked as the field would, each
distinct value once.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs
from attrs import frozen

from nastavnik.basics.errors import nearest
from nastavnik.basics.validators import (
    Check,
    Finding,
    as_extra,
    as_frozenset,
    as_marks,
    as_optional_frozenset,
    as_optional_words,
    as_words,
    checked,
    text,
)
from nastavnik.people.columns import Encoded, Path
from nastavnik.people.frames.facts import POSITION
from nastavnik.people.frames.raw import Raw, encoded_lists, encoded_marks, encoded_values
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor, Position

__all__ = ["COLUMNS", "FieldColumn", "Kind"]

Kind = type[Mentor] | type[Mentee]

Judged = tuple[Any, Finding | None]
"""A value as its field takes it, None or a default where it is wrong, and what is wrong with it."""

(_CHECK,) = checked(text)
"""The key under which a field keeps its check."""

_SETS: Final = frozenset({as_frozenset, as_optional_frozenset, as_words, as_optional_words})

_ENCODED_BY: Final[Mapping[Any, Callable[[Raw], Encoded]]] = {
    as_frozenset: encoded_lists,
    as_optional_frozenset: encoded_lists,
    as_words: encoded_lists,
    as_optional_words: encoded_lists,
    as_marks: encoded_marks,
    as_extra: encoded_marks,
}
"""How the values of a field are numbered, by its converter."""

_RENAMED: Final[Mapping[Path, str]] = {("person", "subjects"): "taught_subjects"}
"""Columns not called as their field, because the role has a field of that name."""


@frozen(kw_only=True)
class FieldColumn:
    """A column there may be.

    Args:
        name: of the column.
        path: the way from the role to the field that it fills.
        judges: convert and check a value as the field of each position does that has it; by None where
            the position does not matter.
        encoded: numbers the distinct values.

    >>> grade = COLUMNS[Mentee]["grade"]
    >>> grade.judged(9, Position.PUPIL), grade.judged(None, Position.TEACHER)
    ((9, None), (None, None))
    >>> grade.judged(9, Position.TEACHER)[1][0]
    'not-for-position'
    """

    name: str
    path: Path
    judges: Mapping[Position | None, Callable[[Any], Judged]]
    encoded: Callable[[Raw], Encoded]

    @property
    def of_some(self) -> bool:
        """Whether the position matters."""
        return None not in self.judges

    def judged(self, value: Any, position: Position | None = None) -> Judged:
        """Return a value as the field takes it, and what is wrong with it; None is missing."""
        if not self.of_some:
            return self.judges[None](value)
        if position is None:  # wrong only if it is wrong whatever the position may be
            tried = [judge(value) for judge in self.judges.values()]
            return next((one for one in tried if one[1] is None), tried[0])
        if position in self.judges:
            return self.judges[position](value)
        if value is None or (isinstance(value, (frozenset, Mapping)) and not value):
            return None, None
        return None, ("not-for-position", {"value": value, "position": position.title})


def _judge_of(attribute: "attrs.Attribute[Any]") -> Callable[[Any], Judged]:
    """Return what converts and checks a value as the field does; what is missing has the default."""
    default: Any = attribute.default
    needed = default is attrs.NOTHING
    if needed:
        default = None
    elif hasattr(default, "factory"):
        default = default.factory()
    convert: Any = attribute.converter
    check: Check = attribute.metadata[_CHECK]

    def judge(value: Any) -> Judged:
        if value is None:
            return default, ("missing-value", {}) if needed else None
        if isinstance(value, str) and convert in _SETS:
            return default, ("text-for-list", {"value": value})
        converted = convert(value) if convert else value
        finding = check(converted)
        return (converted, None) if finding is None else (default, finding)

    return judge


def _position(value: Any) -> Judged:
    if isinstance(value, Position):
        return value, None
    if value is None:
        return None, ("missing-value", {})
    known = [position.value for position in Position]
    if value in known:
        return Position(value), None
    return None, (
        "unknown-choice",
        {"value": value, "known": known, "advice": nearest(str(value), known)},
    )


def _columns_of(kind: Kind) -> Mapping[str, FieldColumn]:
    """Return what columns there may be, by name."""
    found: dict[Path, dict[Position | None, attrs.Attribute[Any]]] = {}
    for position, person in PERSON_TYPES.items():
        for attribute in attrs.fields(person):
            path: Path = ("id",) if attribute.name == "id" else ("person", attribute.name)
            found.setdefault(path, {})[position] = attribute
    for attribute in attrs.fields(kind):
        if attribute.name != "person":
            found[attribute.name,] = {None: attribute}
    columns = {}
    for path, attributes in found.items():
        name = _RENAMED.get(path, path[-1])
        some = next(iter(attributes.values()))
        checks = {id(attribute.metadata[_CHECK]) for attribute in attributes.values()}
        if len(attributes) == len(PERSON_TYPES) and len(checks) == 1:
            attributes = {None: some}  # noqa: PLW2901 - a field of every position
        judges = {position: _judge_of(attribute) for position, attribute in attributes.items()}
        numbered = _ENCODED_BY.get(some.converter, encoded_values)
        columns[name] = FieldColumn(name=name, path=path, judges=judges, encoded=numbered)
        if name == "id":
            columns["position"] = FieldColumn(
                name="position", path=POSITION, judges={None: _position}, encoded=encoded_values
            )
    return columns


COLUMNS: Final[Mapping[Kind, Mapping[str, FieldColumn]]] = {
    Mentee: _columns_of(Mentee),
    Mentor: _columns_of(Mentor),
}
"""The columns there may be in each table, by name."""
