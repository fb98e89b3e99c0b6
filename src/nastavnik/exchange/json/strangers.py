"""Whom evidence names, held against the plan beside it: that of another round is not taken for its own."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from nastavnik.basics.disclosure import key_of_path
from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.exchange.json.asked import Asked, Record
from nastavnik.exchange.json.located import at
from nastavnik.programme.evidence import Advice, Change, PlanDiff, Statement
from nastavnik.programme.plan import MatchingPlan

__all__ = ["strangers_in"]

_SIDES: Final[Mapping[str, str]] = {
    "mentee": "mentee",
    "mentees": "mentee",
    "reachable": "mentee",
    "loses": "mentee",
    "unmatched": "mentee",
    "choices": "mentee",
    "refusals": "mentee",
    "mentor": "mentor",
    "mentors": "mentor",
    "prices": "mentor",
}
"""Fields that hold ids, and whose; ``choices`` and ``refusals`` are those of a mentor in advice."""

_OF_CHANGE: Final[Mapping[str, str]] = {"mentee": "mentee", "before": "mentor", "after": "mentor"}

Named = tuple[str, str, str]
"""Path, side and id."""


def strangers_in(plan: MatchingPlan, asked: Sequence[Asked], file: str) -> list[Fault]:
    """Return a fault for each id in evidence that the plan does not know.

    Newcomers are excepted: mentors like the profile of an `Advice`, and whoever has come in the changed round that a
    `PlanDiff` compares with. A profile that is in the round already is a fault, too.

    Args:
        plan: the plan.
        asked: what stands beside it.
        file: what faults call the text.
    """
    known: dict[str, set[str]] = {
        "mentee": {one.mentee for some in (plan.pairs, plan.unmatched) for one in some},
        "mentor": set(plan.places),
    }
    faults: list[Fault] = []
    for index, one in enumerate(asked):
        path = f"$.evidence[{index}]"
        profile = one.evidence.profile if isinstance(one.evidence, Advice) else None
        if profile is not None and profile.id in known["mentor"]:
            fault = Fault("duplicate-id", value=profile.id)
            faults.append(at(file, f"{path}.evidence.profile.person.id", fault))
        for where, side, name in _named(one, path):
            if name in known[side] or (side == "mentor" and _is_newcomer(name, one.evidence)):
                continue
            fault = Fault(
                "names-nobody", value=name, role=PLACES[side], advice=nearest(name, known[side])
            )
            faults.append(at(file, where, fault))
    return faults


def _is_newcomer(name: str, record: Record) -> bool:
    """Return whether a mentor is one of those who are to come, the second of whom is called ``ID-2``."""
    if not isinstance(record, Advice) or record.profile is None:
        return False
    first, _, number = name.rpartition("-")
    if first == record.profile.id and re.fullmatch("[1-9][0-9]{0,8}", number):
        return 1 < int(number) <= record.count
    return name == record.profile.id


def _named(value: Any, path: str) -> Iterator[Named]:
    """Yield every id that must be known in a record and all that it holds."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _named(item, f"{path}[{index}]")
    if isinstance(value, Statement):
        yield f"{path}.id", value.side.value, value.id
        return
    if not attrs.has(type(value)):
        return
    sides = _OF_CHANGE if isinstance(value, Change) else _SIDES
    for attribute in attrs.fields(type(value)):
        name = attribute.name
        inner = getattr(value, name)
        if isinstance(value, PlanDiff) and name == "moves":
            yield from _of_moves(inner, f"{path}.{name}")
        elif name in sides:
            yield from _ids(inner, f"{path}.{name}", sides[name])
        elif name != "person":
            yield from _named(inner, f"{path}.{name}")


def _of_moves(moves: Iterable[Change], path: str) -> Iterator[Named]:
    """Yield whom moves to another plan name, but for the mentors there, who may be newcomers."""
    for index, move in enumerate(moves):
        yield f"{path}[{index}].mentee", "mentee", move.mentee
        if move.before is not None:
            yield f"{path}[{index}].before", "mentor", move.before


def _ids(value: Any, path: str, side: str) -> Iterator[Named]:
    if isinstance(value, str):
        yield path, side, value
    elif isinstance(value, Mapping):
        yield from ((f"{path}{key_of_path(name)}", side, name) for name in value)
    elif isinstance(value, frozenset):
        yield from ((path, side, name) for name in sorted(value))
    elif value is not None:
        yield from ((f"{path}[{index}]", side, name) for index, name in enumerate(value))
