"""JSON values to the library's own: nothing is converted silently, and all faults are found at once."""

import enum
import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, TypeVar, get_args, get_origin

import attrs
import cattrs
import numpy as np
from cattrs.gen import make_dict_structure_fn

from nastavnik.assignment import Certificate, Goal, GoalPrices
from nastavnik.basics.disclosure import key_of_file, key_of_path
from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.exchange.json.asked import DEMAND_KINDS, RECORD_KINDS, REPAIR_KINDS, Record, kind_of
from nastavnik.exchange.json.located import at, faults_of, not_json, unknown_keys
from nastavnik.exchange.json.syntax import TOO_DEEP
from nastavnik.exchange.rule_changes import changes_from_plain
from nastavnik.methodology.changes import RuleChanges
from nastavnik.methodology.changing import Way
from nastavnik.people.records import PERSON_TYPES, Mentee, Mentor, Person
from nastavnik.programme.evidence import Advice, Failed, Ground, Statement
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Reason
from nastavnik.programme.round.demands import Demand, Repair

__all__ = ["exactly", "structured", "structured_list"]

_POSITIONS: Final[Mapping[str, type[Person]]] = {
    position.value: kind for position, kind in PERSON_TYPES.items()
}

_LARGEST: Final = 2**63
"""Prices of a certificate must fit into 64 bits."""

_GOAL_KEYS: Final = ("goal", "priority", "value", "mentees", "mentors")

_PLAIN: Final = (type(None), bool, int, str)

Hook = Callable[[Any, Any], Any]

ReadT = TypeVar("ReadT")


def structured(value: Any, kind: type[ReadT], file: str, path: str) -> ReadT:
    """Return the value of a class that a JSON value describes.

    Args:
        value: as the ``json`` module reads it.
        kind: the class.
        file: what faults call the text.
        path: of the value.

    Raises:
        InvalidInputError: with every fault, each with the path to its value.
    """
    try:
        return _CONVERTER.structure(value, kind)
    except RecursionError:
        raise InvalidInputError([not_json(file, TOO_DEEP)]) from None
    except Exception as error:  # noqa: BLE001 - whatever a wrong shape raises becomes faults
        raise InvalidInputError(faults_of(error, file, path)) from None


def structured_list(
    document: Mapping[str, Any], name: str, kind: type[ReadT], file: str, faults: list[Fault]
) -> list[ReadT]:
    """Return the values of a list in a document, as far as they can be read; note the faults of the others."""
    items = document.get(name)
    if not isinstance(items, list):
        faults.append(at(file, f"$.{name}", Fault("not-a-list")))
        return []
    read: list[ReadT] = []
    for index, item in enumerate(items):
        try:
            read.append(structured(item, kind, file, f"$.{name}[{index}]"))
        except InvalidInputError as error:
            faults.extend(error.faults)
    return read


def exactly(kind: type) -> Hook:
    """Return what reads values of just this type: 1 is no yes, and 1.0 no whole number."""

    def structure(value: Any, _: object) -> Any:
        if type(value) is not kind:
            raise Fault("wrong-type", value=value, expected=kind.__name__)
        return value

    return structure


def _converter() -> cattrs.Converter:
    """Make a converter that converts nothing silently: values are checked by their own classes."""
    converter = cattrs.Converter(forbid_extra_keys=True)

    def with_hooks(record: Any, **hooks: Hook) -> None:
        read = {name: cattrs.override(struct_hook=hook) for name, hook in hooks.items()}
        made = make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True, **read)  # type: ignore[arg-type]
        converter.register_structure_hook(record, made)

    for kind in (int, str, bool):
        converter.register_structure_hook(kind, exactly(kind))
    converter.register_structure_hook_factory(_is_enum, _one_of)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_of(kind, converter))
    converter.register_structure_hook_factory(
        _is_mapping, lambda kind: _mapping_of(kind, converter)
    )
    converter.register_structure_hook(date, _day)
    converter.register_structure_hook(Person, _tagged("position", _POSITIONS, converter))
    for person_or_role in (*PERSON_TYPES.values(), Mentor, Mentee):
        names = {a.name for a in attrs.fields(person_or_role)} - {"person"}
        with_hooks(person_or_role, **dict.fromkeys(names, _as_given))
    converter.register_structure_hook(Record, _tagged("kind", RECORD_KINDS, converter))
    converter.register_structure_hook(Demand, _tagged("kind", DEMAND_KINDS, converter))
    converter.register_structure_hook(Reason, _reason_by(converter))
    converter.register_structure_hook(RuleChanges, _rule_changes)
    with_hooks(Failed, facts=_facts)
    with_hooks(Ground, facts=_facts)
    with_hooks(Repair, kind=_choice(REPAIR_KINDS))
    with_hooks(Statement, values=_values)
    with_hooks(Advice, profile=_profile_by(converter))
    converter.register_structure_hook(GoalPrices, _goal_prices)
    goals = converter.get_structure_hook(tuple[GoalPrices, ...])
    converter.register_structure_hook(
        Certificate, lambda value, _: Certificate(goals(value, tuple[GoalPrices, ...]))
    )
    return converter


# What stands for itself.


def _as_given(value: Any, _: object) -> Any:
    return value


def _day(value: Any, _: object) -> date:
    """Read a day as JSON has it, ``"2026-09-01"`` and no other spelling of it."""
    try:
        day = date.fromisoformat(value) if type(value) is str else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise Fault("not-a-day", value=value)
    return day


def _choice(known: Any) -> Hook:
    """Return what reads one of the texts that are known."""

    def structure(value: Any, _: object) -> Any:
        if type(value) is not str or value not in known:
            raise Fault("unknown-choice", value=value, known=list(known))
        return value

    return structure


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_mapping(kind: Any) -> bool:
    return get_origin(kind) is Mapping


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def _one_of(kind: type[enum.Enum]) -> Hook:
    read = _choice([one.value for one in kind])
    return lambda value, _: kind(read(value, None))


def _facts(value: Any, _: object) -> dict[str, object]:
    """Read the facts of a rule: plain values, and tuples of them."""
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    faults: list[Fault] = []
    facts: dict[str, object] = {}
    for name, fact in value.items():
        try:
            facts[name] = _fact(fact)
        except Fault as fault:
            faults.append(fault.moved(field=key_of_path(name)))
    if faults:
        raise InvalidInputError(faults)
    return facts


def _values(value: Any, _: object) -> tuple[object, ...]:
    """Read what a statement might say."""
    if not isinstance(value, list):
        raise Fault("not-a-list")
    return tuple(map(_fact, value))


def _fact(value: Any) -> object:
    if isinstance(value, list):
        return tuple(map(_fact, value))
    if type(value) in _PLAIN or (isinstance(value, float) and math.isfinite(value)):
        return value
    raise Fault("wrong-type", value=value, expected="text, number, list")


# What holds others.


def _tuple_of(kind: Any, converter: cattrs.Converter) -> Hook:
    """Return what reads a list as a tuple; a text is not taken for its letters."""
    inner: Any = get_args(kind)
    endless = inner[-1] is Ellipsis
    read = converter.get_structure_hook(list[inner[0]])

    def structure(value: Any, _: object) -> Any:
        if not isinstance(value, list):
            raise Fault("not-a-list")
        if not endless and len(value) != len(inner):
            raise Fault("wrong-type", value=value, expected=f"list of {len(inner)}")
        return tuple(read(value, kind))

    return structure


def _mapping_of(kind: Any, converter: cattrs.Converter) -> Hook:
    read = converter.get_structure_hook(dict[get_args(kind)])  # type: ignore[misc]

    def structure(value: Any, _: object) -> Any:
        if not isinstance(value, dict):
            raise Fault("not-an-object")
        return read(value, dict[get_args(kind)])  # type: ignore[misc]

    return structure


def _tagged(key: str, kinds: Mapping[str, Any], converter: cattrs.Converter) -> Hook:
    """Return what reads an object that says under a key which of several kinds it is."""

    def structure(value: Any, _: object) -> Any:
        if not isinstance(value, dict):
            raise Fault("not-an-object")
        if key not in value:
            raise Fault("missing-key", value=key)
        kind = _choice(kinds)(value[key], None)
        return converter.structure({k: v for k, v in value.items() if k != key}, kinds[kind])

    return structure


def _reason_by(converter: cattrs.Converter) -> Hook:
    """Return what reads a reason; one that named a crowd is that crowd already."""
    kinds = {kind_of(one): one for one in (NoAdmissibleMentor, CrowdedOut)}
    others = _tagged("kind", kinds, converter)

    def structure(value: Any, kind: object) -> Any:
        return value if isinstance(value, CrowdedOut) else others(value, kind)

    return structure


def _rule_changes(value: Any, _: object) -> RuleChanges:
    """Read the changes of the rules, in the shape in which a file of rules has them."""
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    changes, faults = changes_from_plain(value)
    if faults:
        raise InvalidInputError([fault.moved(field=_dotted(way)) for way, fault in faults])
    return changes


def _dotted(way: Way) -> str:
    """Return a way as it stands behind a path: ``add[0].rule``; keys that are the file's own stand in brackets."""
    steps = (
        f"[{one}]"
        if isinstance(one, int)
        else (f".{one}" if key_of_file(one) == one else key_of_path(one))
        for one in way
    )
    return "".join(steps).removeprefix(".")


def _profile_by(converter: cattrs.Converter) -> Hook:
    """Return what reads a profile, if there is one; it has no name, for a plan names nobody."""

    def structure(value: Any, _: object) -> Any:
        person = value.get("person") if isinstance(value, dict) else None
        if isinstance(person, dict) and "name" in person:
            raise InvalidInputError([Fault("unknown-key", field="person", value="name")])
        return None if value is None else converter.structure(value, Mentor)

    return structure


# The prices of the certificate; mentees and mentors stand in id order, as in the plan.


def _goal_prices(value: Any, _: object) -> GoalPrices:
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    faults = list(unknown_keys(value, _GOAL_KEYS))
    faults += [
        Fault("missing-key", value=key)
        for key in _GOAL_KEYS
        if key not in value and key != "priority"
    ]
    readers: Mapping[str, Callable[[Any], Any]] = {
        "goal": lambda goal: _one_of(Goal)(goal, None),
        "priority": lambda tier: None if tier is None else exactly(int)(tier, None),
        "value": lambda reached: exactly(int)(reached, None),
        "mentees": _prices,
        "mentors": _prices,
    }
    read: dict[str, Any] = {}
    for key in (key for key in readers if key in value):
        try:
            read[key] = readers[key](value[key])
        except Fault as fault:
            faults.append(fault.moved(field=key))
    if faults:
        raise InvalidInputError(faults)
    return GoalPrices(
        goal=read["goal"],
        tier=read.get("priority"),
        value=read["value"],
        rows=read["mentees"],
        columns=read["mentors"],
    )


def _prices(value: Any) -> Any:
    if not isinstance(value, dict) or list(value) != sorted(value):
        raise Fault("not-prices")
    if not all(type(price) is int and abs(price) < _LARGEST for price in value.values()):
        raise Fault("not-prices")
    return np.array(list(value.values()), dtype=np.int64)


_CONVERTER: Final = _converter()
