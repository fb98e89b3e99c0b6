"""Reads one field of one person or role, whatever the position, for rules that see people one by one or all at once.

What is compared as a word is seen in the form by which spellings are one (`nastavnik.basics.words.compared`), and free
times in the form by which they are one time. So a table that says «Школа №5» and a platform that says «школа 5» agree.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Final

import attrs

from nastavnik.basics.errors import RuleError, UnknownNameError
from nastavnik.basics.words import clean, compared
from nastavnik.people.records import Person, Role
from nastavnik.people.times import seen_times

__all__ = [
    "EXTRA",
    "IDS",
    "fact_at",
    "ids_listed",
    "is_of_extra",
    "read_extra",
    "read_field",
    "seen",
]

EXTRA: Final = "extra"
"""The field that holds fields of one's own; the next step of a path is the name of one."""

IDS: Final = "ids"
"""The step behind such a name by which its text is read as a list of ids."""

_BETWEEN: Final = re.compile(r"[,;\n]")


def ids_listed(text: str) -> frozenset[str]:
    """Return the ids that a text lists, between commas, semicolons or line breaks.

    >>> sorted(ids_listed("t03, t05;"))
    ['t03', 't05']
    """
    return frozenset(filter(None, map(clean, _BETWEEN.split(text))))


def is_of_extra(path: Sequence[str]) -> bool:
    """Return whether a path leads to one field of one's own, or to the ids in it.

    >>> is_of_extra(("person", "extra", "team")), is_of_extra(("person", "extra"))
    (True, False)
    """
    return EXTRA in path[:-1]


def read_extra(extra: Mapping[str, str], steps: Sequence[str], *, spelled: bool = False) -> Any:
    """Return one of somebody's fields of their own, as words are compared; None where it is unknown.

    Args:
        extra: all of them.
        steps: the name, in its compared form, and ``IDS`` behind it where the ids in it are meant.
        spelled: as it is written, not as it is compared.

    >>> read_extra({"team": "Red"}, ["team"]), read_extra({"old": "t1, t2"}, ["old", IDS]) == {"t1", "t2"}
    ('red', True)
    """
    text = extra.get(steps[0])
    if text is None:
        return None
    if steps[1:]:
        return ids_listed(text)
    return text if spelled else compared(text)


def fact_at(role: Any, path: Sequence[str], *, spelled: bool = False) -> Any:
    """Return a fact of a mentor or mentee by the way to it; None where it is unknown, or a display name.

    >>> from nastavnik.people.records import Mentee, Pupil
    >>> fact_at(Mentee(Pupil("b", extra={"team": "Red"})), ("person", "extra", "team"), spelled=True)
    'Red'
    """
    value = role
    for at, name in enumerate(path):
        if name == EXTRA and path[at + 1 :]:
            found = getattr(value, EXTRA, None)
            return None if found is None else read_extra(found, path[at + 1 :], spelled=spelled)
        value = None if name == "name" else getattr(value, name, None)
    return value if spelled else seen(path[-1], value)


_REMEMBERED: Final = 1 << 15
"""Distinct lists of words whose compared forms are kept."""


@lru_cache(_REMEMBERED)
def _words(value: frozenset[str]) -> frozenset[str]:
    return frozenset(map(compared, value))


def _by_subject(marks: Mapping[str, int]) -> Mapping[str, int]:
    return {compared(subject): mark for subject, mark in marks.items()}


_SEEN: Final[Mapping[str, tuple[type, Callable[[Any], Any]]]] = {
    "organisation": (str, compared),
    "place": (str, compared),
    "languages": (frozenset, _words),
    "interests": (frozenset, _words),
    "qualities": (frozenset, _words),
    "subjects": (frozenset, _words),
    "slots": (frozenset, seen_times),
    "marks": (Mapping, _by_subject),
}
"""How rules see the fields that are compared as words."""


def seen(name: str, value: Any) -> Any:
    """Return the value of a field as rules see it; the value itself where nothing of it is compared as a word.

    >>> seen("organisation", "Школа №5"), sorted(seen("slots", frozenset({"вт 15.00"}))), seen("grade", 7)
    ('школа 5', ['tue 15:00'], 7)
    """
    kind, see = _SEEN.get(name, (None, None))
    if kind is None or see is None or not isinstance(value, kind):
        return value
    shown: Any = see(value)  # pyright: ignore[reportArgumentType] - of the kind that stands beside it
    return value if shown == value else shown


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
