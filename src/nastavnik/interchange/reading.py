"""JSON text to people and plans: nothing is converted silently, and all faults are found at once."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

import attrs
import cattrs
import numpy as np
from cattrs.gen import make_dict_structure_fn

from nastavnik.assignment import Certificate, Goal, GoalPrices
from nastavnik.cohort import Cohort, faults_in, faults_under
from nastavnik.demands import Ban, Lock
from nastavnik.errors import Fault, InvalidInputError, Place, nearest
from nastavnik.interchange.writing import (
    COHORT_FORMAT,
    CROWDED_OUT,
    INADMISSIBLE,
    PLAN_FORMAT,
    plan_to_json,
)
from nastavnik.methodology.model import Methodology
from nastavnik.people import PERSON_TYPES, Mentee, Mentor, Person
from nastavnik.plan import MatchingPlan, Pair, Unmatched
from nastavnik.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle, Reason

__all__ = ["cohort_from_json", "plan_from_json", "read_json"]

_POSITIONS: Final[Mapping[str, type[Person]]] = {
    position.value: kind for position, kind in PERSON_TYPES.items()
}

_LARGEST: Final = 2**63
"""Prices must fit into 64 bits."""

ReadT = TypeVar("ReadT")


def cohort_from_json(
    text: str, *, file: str = "cohort.json", methodology: Methodology | None = None
) -> Cohort:
    """Return the people of a JSON text.

    Args:
        text: as written by ``cohort_to_json``, or by a platform; display names may be given.
        file: what faults call the text.
        methodology: also check that it knows their categories, tasks and positions.

    Raises:
        InvalidInputError: with every fault, each with the path to its value.

    >>> from nastavnik import Mentee, Mentor, Pupil
    >>> from nastavnik.interchange import cohort_to_json
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> cohort_from_json(cohort_to_json(cohort)) == cohort
    True
    """
    document = _document(text, file, COHORT_FORMAT)
    faults: list[Fault] = []
    mentees = _list(document, "mentees", Mentee, file, faults)
    mentors = _list(document, "mentors", Mentor, file, faults)
    faults += _strange(document, {"format", "mentees", "mentors"}, file)
    if not faults:
        whole = list(faults_in(mentees, mentors))
        if methodology is not None:
            whole += faults_under(methodology, mentees, mentors)
        paths = {
            (role.role, role.id): f"$.{role.role}s[{index}]"
            for roles in (mentees, mentors)
            for index, role in enumerate(roles)
        }
        faults = [_at(file, f"{paths[f.subject]}.{f.field}", f) if f.subject else f for f in whole]
    if faults:
        raise InvalidInputError(faults)
    return Cohort(mentees=mentees, mentors=mentors)


def plan_from_json(text: str, *, file: str = "plan.json") -> MatchingPlan:
    """Return the plan of a JSON text; ``groups`` and ``counts`` are checked against the pairs.

    Args:
        text: as written by ``plan_to_json``.
        file: what faults call the text.

    Raises:
        InvalidInputError: with every fault, each with the path to its value.
    """
    document = _document(text, file, PLAN_FORMAT)
    absent = [name for name in ("counts", "groups", "crowds") if name not in document]
    if absent:
        raise InvalidInputError([_at(file, "$", Fault("missing-key", value=n)) for n in absent])
    derived = {name: document.pop(name) for name in ("counts", "groups")}
    document.pop("format")
    _put_crowds(document, file)
    plan = _structured(document, MatchingPlan, file, "$")
    _check_prices(document["certificate"], plan, file)
    written = json.loads(plan_to_json(plan))
    wrong = [name for name, value in derived.items() if value != written[name]]
    if wrong:
        raise InvalidInputError([_at(file, f"$.{name}", Fault("not-derived")) for name in wrong])
    return plan


def _put_crowds(document: dict[str, Any], file: str) -> None:
    """Put the crowds, each of which stands once, where reasons name them by their numbers."""
    faults: list[Fault] = []
    crowds = _list(document, "crowds", CrowdedOut, file, faults)
    if faults:
        raise InvalidInputError(faults)
    del document["crowds"]
    if len(set(crowds)) < len(crowds):
        faults = [
            _at(file, f"$.crowds[{index}]", Fault("not-derived"))
            for index, crowd in enumerate(crowds)
            if crowds.index(crowd) < index
        ]
    unmatched = document.get("unmatched")
    used: set[int] = set()
    for index, left in enumerate(unmatched if isinstance(unmatched, list) else ()):
        reason = left.get("reason") if isinstance(left, dict) else None
        if not isinstance(reason, dict) or reason.get("kind") != CROWDED_OUT:
            continue
        wrong = list(_wrong_reference(reason, len(crowds), file, f"$.unmatched[{index}].reason"))
        faults += wrong
        if not wrong:
            used.add(reason["crowd"])
            left["reason"] = crowds[reason["crowd"]]
    if not faults:
        unused = sorted(set(range(len(crowds))) - used)
        faults = [_at(file, f"$.crowds[{index}]", Fault("not-derived")) for index in unused]
    if faults:
        raise InvalidInputError(faults)


def _wrong_reference(
    reason: Mapping[str, Any], crowds: int, file: str, path: str
) -> Iterator[Fault]:
    """Yield what is wrong with a reason that should name a crowd by its number."""
    known = ("kind", "crowd")
    for key in sorted(reason.keys() - set(known)):
        yield _unknown_key(file, path, key, known)
    if "crowd" not in reason:
        yield _at(file, path, Fault("missing-key", value="crowd"))
    elif type(reason["crowd"]) is not int:
        fault = Fault("wrong-type", value=reason["crowd"], expected="int")
        yield _at(file, f"{path}.crowd", fault)
    elif not 0 <= reason["crowd"] < crowds:
        fault = Fault("out-of-range", value=reason["crowd"], low=0, high=crowds - 1)
        yield _at(file, f"{path}.crowd", fault)


def read_json(path: str | Path, read: Callable[..., ReadT]) -> ReadT:
    """Read a file with ``cohort_from_json`` or ``plan_from_json``.

    Raises:
        InvalidInputError: when it is missing, is no UTF-8 text, or holds what ``read`` refuses.
    """
    path = Path(path)
    place = Place(file=str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InvalidInputError([Fault("no-file", place=place)]) from None
    except IsADirectoryError:
        raise InvalidInputError([Fault("not-a-file", place=place)]) from None
    except UnicodeDecodeError:
        raise InvalidInputError([Fault("not-json", place=place, value="not UTF-8")]) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InvalidInputError([Fault("unreadable", place=place, value=reason)]) from None
    return read(text, file=str(path))


def _document(text: str, file: str, expected: str) -> dict[str, Any]:
    try:
        document = json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except RecursionError:
        raise InvalidInputError([_not_json(file, "nested too deeply")]) from None
    except ValueError as error:
        raise InvalidInputError([_not_json(file, str(error))]) from None
    if not isinstance(document, dict):
        raise InvalidInputError([_at(file, "$", Fault("not-an-object"))])
    if document.get("format") != expected:
        fault = Fault("wrong-format", value=document.get("format"), expected=expected)
        raise InvalidInputError([_at(file, "$.format", fault)])
    return document


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        keys = [key for key, _ in pairs]
        doubled = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {doubled!r} stands twice in one object")
    return result


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _list(
    document: Mapping[str, Any], name: str, kind: type[ReadT], file: str, faults: list[Fault]
) -> list[ReadT]:
    items = document.get(name)
    if not isinstance(items, list):
        faults.append(_at(file, f"$.{name}", Fault("not-a-list")))
        return []
    read: list[ReadT] = []
    for index, item in enumerate(items):
        try:
            read.append(_structured(item, kind, file, f"$.{name}[{index}]"))
        except InvalidInputError as error:
            faults.extend(error.faults)
    return read


def _structured(value: Any, kind: type[ReadT], file: str, path: str) -> ReadT:
    try:
        return _CONVERTER.structure(value, kind)
    except Exception as error:  # noqa: BLE001 - whatever a wrong shape raises becomes faults
        raise InvalidInputError(list(_faults(error, file, path))) from None


def _faults(error: BaseException, file: str, path: str) -> list[Fault]:
    """Turn the tree of errors that cattrs raises into faults with paths."""
    if isinstance(error, InvalidInputError):
        return [
            _at(file, f"{path}.{fault.field}" if fault.field else path, fault)
            for fault in error.faults
        ]
    if isinstance(error, Fault):
        return [_at(file, path, error)]
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = [a.name for a in attrs.fields(error.cl)]
        return [_unknown_key(file, path, key, known) for key in sorted(error.extra_fields)]
    if isinstance(error, cattrs.BaseValidationError):
        return [
            fault
            for inner in error.exceptions
            for fault in _faults(inner, file, path + _step(inner))
        ]
    if isinstance(error, KeyError):
        return [_at(file, path.rpartition(".")[0], Fault("missing-key", value=str(error.args[0])))]
    return [_at(file, path, Fault("not-an-object"))]


def _step(error: BaseException) -> str:
    """Return where below its parent an error of cattrs happened."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, cattrs.AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, cattrs.IterableValidationNote):
            return f"[{note.index}]"
    return ""


def _strange(document: Mapping[str, Any], known: set[str], file: str) -> list[Fault]:
    return [_unknown_key(file, "$", key, known) for key in sorted(document.keys() - known)]


def _unknown_key(file: str, path: str, key: str, known: Iterable[str]) -> Fault:
    return _at(file, path, Fault("unknown-key", value=key, advice=nearest(key, known)))


def _at(file: str, path: str, fault: Fault) -> Fault:
    return fault.moved(place=Place(file=file, path=path))


def _not_json(file: str, what: str) -> Fault:
    return Fault("not-json", place=Place(file=file), value=what)


def _converter() -> cattrs.Converter:
    """Make a converter that converts nothing silently: values are checked by their own classes."""
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(Person, lambda value, _: _person(value, converter))
    for person_or_role in (*PERSON_TYPES.values(), Mentor, Mentee):
        fields: dict[str, Any] = {
            a.name: cattrs.override(struct_hook=_as_given)
            for a in attrs.fields(person_or_role)
            if a.name != "person"
        }
        converter.register_structure_hook(
            person_or_role,
            make_dict_structure_fn(
                person_or_role, converter, _cattrs_forbid_extra_keys=True, **fields
            ),
        )
    for kind in (int, str, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(Reason, lambda value, _: _reason(value, converter))
    for record in (Pair, Obstacle, NoAdmissibleMentor, CrowdedOut, Unmatched, Lock, Ban):
        converter.register_structure_hook(
            record, make_dict_structure_fn(record, converter, _cattrs_forbid_extra_keys=True)
        )
    converter.register_structure_hook(Certificate, lambda value, _: _certificate(value))
    return converter


def _as_given(value: Any, _: object) -> Any:
    return value


def _exactly(kind: type) -> Callable[[Any, object], Any]:
    def structure(value: Any, _: object) -> Any:
        if type(value) is not kind:
            raise Fault("wrong-type", value=value, expected=kind.__name__)
        return value

    return structure


def _person(value: Any, converter: cattrs.Converter) -> Person:
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    if value.get("position") not in _POSITIONS:
        raise Fault("unknown-choice", value=value.get("position"), known=list(_POSITIONS))
    fields = {key: item for key, item in value.items() if key != "position"}
    return converter.structure(fields, _POSITIONS[value["position"]])


def _reason(value: Any, converter: cattrs.Converter) -> Any:
    """Read a reason; one that named a crowd is that crowd already."""
    if isinstance(value, CrowdedOut):
        return value
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    if value.get("kind") != INADMISSIBLE:
        known = [INADMISSIBLE, CROWDED_OUT]
        raise Fault("unknown-choice", value=value.get("kind"), known=known)
    fields = {key: item for key, item in value.items() if key != "kind"}
    return converter.structure(fields, NoAdmissibleMentor)


def _certificate(value: Any) -> Certificate:
    """Read the prices; mentees and mentors stand in id order, as in the plan."""
    if not isinstance(value, list):
        raise Fault("not-a-list")
    return Certificate(tuple(_goal_prices(one) for one in value))


def _goal_prices(value: Any) -> GoalPrices:
    if not isinstance(value, dict):
        raise Fault("not-an-object")
    for key in ("goal", "value", "mentees", "mentors"):
        if key not in value:
            raise Fault("missing-key", value=key)
    goals = [goal.value for goal in Goal]
    if value["goal"] not in goals:
        raise Fault("unknown-choice", value=value["goal"], known=goals)
    tier = value.get("priority")
    return GoalPrices(
        goal=Goal(value["goal"]),
        tier=None if tier is None else _exactly(int)(tier, None),
        value=_exactly(int)(value["value"], None),
        rows=_prices(value["mentees"]),
        columns=_prices(value["mentors"]),
    )


def _check_prices(goals: list[dict[str, Any]], plan: MatchingPlan, file: str) -> None:
    """Check that the prices are those of just the people of the plan."""
    mentees = sorted([*(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)])
    faults = [
        _at(file, f"$.certificate[{index}].{side}", Fault("not-prices"))
        for index, goal in enumerate(goals)
        for side, ids in (("mentees", mentees), ("mentors", list(plan.places)))
        if list(goal[side]) != ids
    ]
    if faults:
        raise InvalidInputError(faults)


def _prices(value: Any) -> Any:
    if not isinstance(value, dict) or list(value) != sorted(value):
        raise Fault("not-prices")
    if not all(type(price) is int and abs(price) < _LARGEST for price in value.values()):
        raise Fault("not-prices")
    return np.array(list(value.values()), dtype=np.int64)


_CONVERTER: Final = _converter()
