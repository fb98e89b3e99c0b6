"""Reads one field of one person or role, whatever the position, for rules that see people one by one or all at once."""

from functools import cache
from typing import Any

import attrs

from nastavnik.basics.errors import RuleError, UnknownNameError
from nastavnik.people.records import Person, Role

__all__ = ["read_field"]


def read_field(behind: Role | Person, name: str, path: str) -> Any:
    """Return the field, or None where this position, or this kind of role, has no such field.

    Raises:
        RuleError: when a rule asks for the display name, which no rule may read.
        UnknownNameError: when no position or role has it, with the nearest name that exists.
    """
    if name == "name":
        raise RuleError("a display name was asked for; rules know people by facts and id only")
    try:
        return getattr(behind, name)
    except AttributeError:
        if hasattr(type(behind), name):
            raise  # a property that fails is a mistake, not an unknown fact
        _check_elsewhere(_root(type(behind)), name, path)
        return None


def _root(kind: type) -> type:
    """Return what a kind of person or role is a variant of: `Person`, `Mentor` or `Mentee`."""
    for base in kind.__mro__:
        if base is Person or base.__base__ is Role:
            return base
    return kind


@cache  # an error is not remembered, so a class defined later is found
def _check_elsewhere(root: type, name: str, path: str) -> None:
    """Check that some variant of ``root`` has the field."""
    known = _field_names(root) - {"name"}
    if name not in known:
        raise UnknownNameError("field", path, (path.removesuffix(name) + k for k in known))


def _field_names(root: type[object]) -> set[str]:
    """Public names of ``root`` and every class below it."""
    names = {name for name in dir(root) if not name.startswith("_")}
    if attrs.has(root):
        names |= set(attrs.fields_dict(root))
    for below in root.__subclasses__():
        names |= _field_names(below)
    return names
