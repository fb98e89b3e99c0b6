"""Every single thing in a written plan, changed to something else that might stand there.

A leaf is changed to another plausible value of its kind: an id to another id of the same side, a form to another form,
a digest to another digest, a number to its neighbours. Lists lose, double and swap entries, objects lose and rename
keys. Each change is of a kind, by which results are counted: where it is, ids left out, and what was done.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from nastavnik import TARGET_MODEL, Cohort
from nastavnik.assignment import Goal
from nastavnik.exchange.json.asked import DEMAND_KINDS, RECORD_KINDS, REPAIR_KINDS
from nastavnik.programme.evidence import Outcome
from nastavnik.programme.round.statements import STATEMENTS

Path = tuple[str | int, ...]

_RULES = sorted({rule.id for rule in TARGET_MODEL.rules()})
_WAYS = [(form.id, role_model.id) for form, role_model in TARGET_MODEL.ways]

_WORDS: Final[Mapping[str, list[Any]]] = {
    "form": sorted({form for form, _ in _WAYS}),
    "role_model": sorted({role_model for _, role_model in _WAYS}),
    "rule": _RULES,
    "rules": _RULES,
    "overridden": _RULES,
    "overriding": _RULES,
    "without": _RULES,
    "goal": [goal.value for goal in Goal],
    "kind": [*RECORD_KINDS, *DEMAND_KINDS, *REPAIR_KINDS],
    "category": sorted({one.id for form in TARGET_MODEL.forms for one in form.categories}),
    "methodology": ["target-model", "another-model"],
    "version": ["0.0.1"],
    "format": ["nastavnik-plan/2", "nastavnik-cohort/1"],
    "on": ["2026-10-01"],
    "reading": [one.id for one in TARGET_MODEL.readings],
    "side": ["mentee", "mentor"],
    "path": list(STATEMENTS),
    "outcome": [one.value for one in Outcome],
    "times": ["mon 10:00"],
    "reason": ["другое"],
    "by": ["другие"],
    "priority": [1, 5, 9],
}
"""What may stand in a field."""

_OF_MENTORS: Final = {"mentor", "mentors", "before", "after", "places", "prices"}
_OF_MENTEES: Final = {"mentee", "mentees", "reachable", "unmatched", "gains", "loses"}

_FREE_KEYS: Final = {"places", "points", "facts", "mentees", "mentors", "prices", "parameters"}
"""Objects whose keys are ids, rules or ways to facts."""


@frozen
class Changed:
    """A document in which one thing is another.

    Args:
        kind: where, and what was done.
        path: of the thing.
        document: the whole.
    """

    kind: str
    path: Path
    document: Any


def changes_of(document: Any, cohort: Cohort, *, below: Path = ()) -> Iterator[Changed]:
    """Yield a document with each single thing in it, or below a path, changed in each way."""
    ids = {
        "mentor": [one.id for one in cohort.mentors],
        "mentee": [one.id for one in cohort.mentees],
    }
    for path, value in list(_walk(document, ())):
        if path[: len(below)] != below or path == below:
            continue
        for what, other in _others(path, value, ids):
            changed = copy.deepcopy(document)
            _put(changed, path, other)
            yield Changed(f"{_where(document, path)}: {what}", path, changed)
        if isinstance(path[-1], str) and not _is_free(path[:-1]):
            changed = copy.deepcopy(document)
            del _at(changed, path[:-1])[path[-1]]
            yield Changed(f"{_where(document, path)}: no such key", path, changed)


def _walk(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if path:
        yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _walk(inner, (*path, at))


def _others(path: Path, value: Any, ids: Mapping[str, list[str]]) -> Iterator[tuple[str, Any]]:
    """Yield what might stand at a path instead, each with what was done."""
    if isinstance(value, list):
        yield from _other_lists(path, value, ids)
    elif isinstance(value, dict):
        yield from _other_objects(path, value, ids)
    elif isinstance(value, bool):
        yield "not so", not value
    elif isinstance(value, int):
        yield "one less", value - 1
        yield "one more", value + 1
    elif isinstance(value, str) and re.fullmatch(r"sha256:[0-9a-f]+", value):
        yield "another digest", value[:-1] + ("0" if value[-1] != "0" else "1")
    else:
        others = [word for word in _words(path, value, ids) if word != value]
        yield from (("another", word) for word in others[:4])
        if value is not None:
            yield "nothing", None


def _other_lists(
    path: Path, value: list[Any], ids: Mapping[str, list[str]]
) -> Iterator[tuple[str, Any]]:
    for at in range(len(value)):
        yield "one fewer", value[:at] + value[at + 1 :]
    if value:
        yield "one twice", [*value, value[0]]
    else:
        yield from (("one more", [word]) for word in _words(path, "", ids)[:1])
    if len(value) > 1 and value[0] != value[1]:
        yield "two swapped", [value[1], value[0], *value[2:]]


def _other_objects(
    path: Path, value: dict[str, Any], ids: Mapping[str, list[str]]
) -> Iterator[tuple[str, Any]]:
    for key in value if _is_free(path) else ():
        yield "one key fewer", {name: inner for name, inner in value.items() if name != key}
        new = next((word for word in _keys(path, ids) if word not in value), key + "x")
        yield (
            "another key",
            {(new if name == key else name): inner for name, inner in value.items()},
        )


def _words(path: Path, value: Any, ids: Mapping[str, list[str]]) -> list[Any]:
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    if name in _OF_MENTORS:
        return ids["mentor"]
    if name in _OF_MENTEES:
        return ids["mentee"]
    if name == "id":
        return [*ids["mentor"], *ids["mentee"]]
    if name in _WORDS:
        return _WORDS[name]
    return [f"{value}x"] if isinstance(value, str) else ["x", 1]


def _keys(path: Path, ids: Mapping[str, list[str]]) -> list[str]:
    if path[-1] == "points":
        return _RULES
    if path[-1] == "facts":
        return [f"{side}.{way}" for side in ("mentee", "mentor") for way in STATEMENTS]
    return ids["mentor"] if path[-1] in _OF_MENTORS else ids["mentee"]


def _is_free(path: Path) -> bool:
    return bool(path) and path[-1] in _FREE_KEYS


def _where(document: Any, path: Path) -> str:
    """Return a path without numbers and ids, and with the kind of a record in front of what stands in it."""
    said = ""
    for at, step in enumerate(path):
        if isinstance(step, int):
            said += "[]"
        elif _is_free(path[:at]):
            said += "{}"
        else:
            said += f".{step}"
        here = _at(document, path[: at + 1])
        if isinstance(here, dict) and isinstance(here.get("kind"), str):
            said += f"({here['kind']})"
    return said[1:]


def _at(document: Any, path: Path) -> Any:
    for step in path:
        document = document[step]
    return document


def _put(document: Any, path: Path, value: Any) -> None:
    _at(document, path[:-1])[path[-1]] = value


def words_of(field: str) -> list[Any]:
    """Return what may stand in a field that holds words, () where its words are not known."""
    return _WORDS.get(field, [])


def as_text(document: Any) -> str:
    """Return a document as JSON text."""
    return json.dumps(document, ensure_ascii=False)
