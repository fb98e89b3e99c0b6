"""Digests of people, rules and demands, by which a plan says what it was made from. Names of people are left out."""

import enum
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

import attrs
import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.errors import RuleError
from nastavnik.basics.remembered import Remembered
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import ID_PATHS, Encoded, Path, encoded
from nastavnik.people.frames.lazy import LazyRoles
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.rules.base import Rule
from nastavnik.rules.kinds import is_ours

__all__ = ["digest_of_cohort", "digest_of_demands", "digest_of_methodology"]

_LEFT_OUT = frozenset({"name"})
"""Fields that no digest reads: the display name of a child must not be recoverable by trying names out."""


_CAME_LATER: Final[tuple[Path, ...]] = (
    ("person", "extra"),
    ("person", "letter"),
    ("signs",),
    ("newcomer_since",),
)
"""Fields that people did not always have: where nobody has any, the digest is what it was before."""

_OURS: Final = __name__.partition(".")[0]
"""The library itself, whose rules may move from room to room without becoming others."""

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of_cohort(cohort: Cohort) -> str:
    """Return the digest of everything the rules may read of the people, independent of their order.

    It is that of the facts, field by field: the same for people made one by one and for the same people
    given as columns.

    >>> from nastavnik import Mentee, Pupil
    >>> named, other = Pupil("b", name="Invented Name"), Pupil("b", grade=5)
    >>> one, two, three = (
    ...     digest_of_cohort(Cohort(mentees=[Mentee(person)], mentors=[]))
    ...     for person in (Pupil("b"), named, other)
    ... )
    >>> one == two, one == three
    (True, False)
    """
    digest = hashlib.sha256()
    for roles, facts, kind in (
        (cohort.mentees, cohort.mentee_facts, Mentee),
        (cohort.mentors, cohort.mentor_facts, Mentor),
    ):
        fields = {path: facts.field(path) for path in _PATHS[kind]}
        fields |= _of_own_kinds(roles, fields.keys())
        for path in _CAME_LATER:
            if path in fields and not _says_anything(fields[path]):
                del fields[path]
        for path, field in fields.items():
            texts, codes = _renumbered(field)
            about = [kind.role, *path, len(codes), len(texts)]
            for line in (about, *texts):  # one line each, for JSON has no line breaks within a text
                written = line if isinstance(line, str) else _ENCODER.encode(line)
                digest.update(written.encode() + b"\n")
            digest.update(codes.tobytes())
    return "sha256:" + digest.hexdigest()


def digest_of_methodology(methodology: Methodology) -> str:
    """Return the digest of the forms, role models and rules with all parameters.

    A rule of one's own counts by the module and name of its class and its parameters, one of the library by its name
    and parameters wherever it lives; the code of neither is read.

    Raises:
        RuleError: when a parameter is something that has no digest, such as a function.
    """
    return _OF_METHODOLOGIES.of(methodology)


def _digest_of_rules(methodology: Methodology) -> str:
    parts = [
        [
            form.id,
            form.mentor_position,
            form.mentee_position,
            role_model.id,
            [_rule(rule) for rule in methodology.requirements_of(form, role_model)],
            [_rule(rule) for rule in methodology.preferences_of(form, role_model)],
        ]
        for form, role_model in methodology.ways
    ]
    return _digest([methodology.id, parts])


_OF_METHODOLOGIES: Final = Remembered(_digest_of_rules)


def digest_of_demands(locks: Iterable[Lock], bans: Iterable[Ban]) -> str:
    """Return the digest of locks and bans with their reasons and with who asks for them, independent of their order.

    >>> lock, ban = Lock("a", "b", reason="r", by="c"), Ban("a", "d", reason="r", by="c")
    >>> digest_of_demands([lock], [ban]) == digest_of_demands([lock], [])
    False
    """
    return _digest([sorted(map(_plain, each), key=_ENCODER.encode) for each in (locks, bans)])


def _says_anything(field: Encoded) -> bool:
    return any(field.values[code] for code in np.unique(field.codes).tolist())


def _renumbered(field: Encoded) -> tuple[list[str], NDArray[np.int32]]:
    """Return the values that occur, as sorted JSON, and everybody's number among them."""
    occurring = np.flatnonzero(np.bincount(field.codes, minlength=len(field.values))).tolist()
    texts = {code: _ENCODER.encode(_plain(field.values[code])) for code in occurring}
    distinct = sorted(set(texts.values()))
    number = dict(zip(distinct, range(len(distinct)), strict=True))
    numbers = np.zeros(len(field.values), dtype="<i4")
    for code, text in texts.items():
        numbers[code] = number[text]
    return distinct, numbers[field.codes]


def _of_own_kinds(roles: Sequence[Any], known: Collection[Path]) -> dict[Path, Encoded]:
    """Return what kinds of people and roles of one's own add: their names and further fields."""
    if isinstance(roles, LazyRoles):
        return {}
    added: dict[Path, Encoded] = {}
    for before, every in (((), roles), (("person",), [role.person for role in roles])):
        kinds = set(map(type, every)) - {*PERSON_TYPES.values(), Mentee, Mentor}
        if not kinds:
            continue
        names = {name for kind in kinds for name in _field_names(kind) or ()} - {"person"}
        added[*before, ""] = encoded([type(one).__name__ for one in every])
        for name in sorted(names):
            if (*before, name) not in known and (*before, name) not in ID_PATHS:
                added[*before, name] = encoded([getattr(one, name, None) for one in every])
    return added


def _rule(rule: Any) -> list[Any]:
    kind: type[Rule] = type(rule)
    home = _OURS if is_ours(kind) else kind.__module__
    plain: dict[str, Any] = {}
    for name, value in rule.parameters.items():
        try:
            plain[name] = _plain(value)
        except TypeError as error:
            raise RuleError(f"rule {rule.id!r}: {name} cannot be told in a plan: {error}") from None
    return [home, kind.__qualname__, rule.id, getattr(rule, "unknown", None), plain]


def _digest(value: object) -> str:
    return "sha256:" + hashlib.sha256(_ENCODER.encode(_plain(value)).encode()).hexdigest()


def _plain(value: Any) -> Any:
    """Turn a value into plain lists and texts, the same for equal values in any order."""
    kind: type = type(value)
    if value is None or kind in {str, int, bool, float}:
        return value
    names = _field_names(kind)
    if names is not None:
        return {"": kind.__name__, **{name: _plain(getattr(value, name)) for name in names}}
    if isinstance(value, (frozenset, set)):
        return sorted((_plain(item) for item in value), key=repr)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (enum.Enum, date)):
        return value.isoformat() if isinstance(value, date) else value.value
    raise TypeError(f"a parameter of type {kind.__name__} has no digest; use text, numbers or sets")


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """Return the fields that a digest reads of a value of this type; None for other than attrs."""
    if not attrs.has(kind):
        return None
    return tuple(a.name for a in attrs.fields(kind) if a.name not in _LEFT_OUT)


def _paths(kind: Any) -> tuple[Path, ...]:
    """Return the facts of a role and of a person of any position, in an order of their own."""
    of_role = {(name,) for name in _field_names(kind) or () if name != "person"}
    kinds: Iterable[Any] = PERSON_TYPES.values()
    names = {name for person in kinds for name in _field_names(person) or ()}
    of_person = {("person", name) for name in {*names, "position"} - {"id"}}
    return (("id",), *sorted(of_role), *sorted(of_person))


_PATHS: Final = {kind: _paths(kind) for kind in (Mentee, Mentor)}
"""What is known of the people of each side, in the order in which the digest reads it."""
