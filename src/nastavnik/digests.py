"""Digests of people and rules, by which a plan says what it was made from. Names of people are left out."""

import enum
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import attrs

from nastavnik.cohort import Cohort
from nastavnik.methodology.model import Methodology

__all__ = ["digest_of_cohort", "digest_of_methodology"]

_LEFT_OUT = frozenset({"name"})
"""Fields that no digest reads: the display name of a child must not be recoverable by trying names out."""


def digest_of_cohort(cohort: Cohort) -> str:
    """Return the digest of everything the rules may read of the people, independent of their order."""
    return _digest([cohort.mentees, cohort.mentors])


def digest_of_methodology(methodology: Methodology) -> str:
    """Return the digest of the forms, role models and rules with all parameters.

    A rule of one's own counts by the name of its class and its parameters; its code is not read.
    """
    parts = [
        [
            form.id,
            form.mentor_position,
            form.mentee_position,
            role_model.id,
            [_rule(rule) for rule in methodology.requirements_of(form, role_model)],
            [_rule(rule) for rule in methodology.preferences_of(form, role_model)],
        ]
        for form in methodology.forms
        for role_model in form.role_models
    ]
    return _digest([methodology.id, parts])


def _rule(rule: Any) -> list[Any]:
    kind = type(rule)
    unknown = getattr(rule, "unknown", None)
    return [kind.__module__, kind.__qualname__, rule.id, unknown, rule.parameters]


def _digest(value: object) -> str:
    text = json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


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
    if isinstance(value, enum.Enum):
        return value.value
    raise TypeError(f"a parameter of type {kind.__name__} has no digest; use text, numbers or sets")


@cache
def _field_names(kind: type) -> tuple[str, ...] | None:
    """Return the fields that a digest reads of a value of this type; None for other than attrs."""
    if not attrs.has(kind):
        return None
    return tuple(a.name for a in attrs.fields(kind) if a.name not in _LEFT_OUT)
