"""People, plans and evidence to JSON text, in one fixed order."""

import enum
import json
import math
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import attrs

from nastavnik.basics.errors import InvalidInputError
from nastavnik.exchange.json.asked import Asked, Record, kind_of
from nastavnik.exchange.json.strangers import strangers_in
from nastavnik.exchange.rule_changes import plain_changes
from nastavnik.people.records import Mentee, Mentor, Person
from nastavnik.programme.evidence import Failed, Ground
from nastavnik.programme.evidence.reasons import CrowdedOut, Reason
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Conflict

__all__ = [
    "COHORT_FORMAT",
    "PLAN_FORMAT",
    "cohort_to_json",
    "derived_from",
    "plain_asked",
    "plain_conflict",
    "plain_record",
    "plan_to_json",
    "record_to_json",
]

COHORT_FORMAT: Final = "nastavnik-cohort/1"
"""Format of ``cohort.json``; the number grows when a reader of the old one could not read the new one."""

PLAN_FORMAT: Final = "nastavnik-plan/1"
"""Format of ``plan.json``."""


def cohort_to_json(cohort: Cohort) -> str:
    """Return the people as JSON text, display names left out.

    >>> from nastavnik import Mentor, Pupil
    >>> text = cohort_to_json(Cohort(mentees=[], mentors=[Mentor(Pupil("a", name="Invented Name"))]))
    >>> "Invented" in text
    False
    """
    return _text(
        {
            "format": COHORT_FORMAT,
            "mentees": [_plain(mentee) for mentee in cohort.mentees],
            "mentors": [_plain(mentor) for mentor in cohort.mentors],
        }
    )


def plan_to_json(plan: MatchingPlan, *, evidence: Iterable[Asked] = ()) -> str:
    """Return the plan as JSON text: ids, rules and numbers, nobody's name.

    Args:
        plan: the plan.
        evidence: what was asked of it and answered, to be written beside it.

    Raises:
        InvalidInputError: when evidence names a mentee or mentor whom the plan does not know.
        TypeError: when evidence is not `Asked`, or a fact in it is no plain value.
        ValueError: when a fact in it is no number that JSON has.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> plan = match(Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))]))
    >>> text = plan_to_json(plan, evidence=[Asked(plan.explain("b", "a"), mentee="b", mentor="a")])
    >>> json.loads(text)["evidence"][0]["evidence"]["kind"]
    'inadmissible'
    """
    asked = list(evidence)
    for one in asked:
        if not isinstance(one, Asked):
            raise TypeError(f"evidence holds a {type(one).__name__}; write Asked(evidence, ...)")
    if faults := strangers_in(plan, asked, "plan.json"):
        raise InvalidInputError(faults)
    mentees = sorted([*(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)])
    derived = derived_from(plan)
    crowds: dict[CrowdedOut, int] = {}
    unmatched = [
        {"mentee": left.mentee, "reason": _reason(left.reason, crowds)} for left in plan.unmatched
    ]
    return _text(
        {
            "format": PLAN_FORMAT,
            "version": plan.version,
            "methodology": plan.methodology,
            "methodology_digest": plan.methodology_digest,
            **({"rule_changes": plain_changes(plan.rule_changes)} if plan.rule_changes else {}),
            "cohort_digest": plan.cohort_digest,
            "seed": plan.seed,
            **({} if plan.on is None else {"on": plan.on.isoformat()}),
            "counts": derived["counts"],
            "total": plan.total,
            "places": dict(plan.places),
            "locks": [_plain(lock) for lock in plan.locks],
            "bans": [_plain(ban) for ban in plan.bans],
            **({"demands_digest": derived["demands_digest"]} if plan.locks or plan.bans else {}),
            "pairs": [_plain(pair) for pair in plan.pairs],
            "groups": derived["groups"],
            "crowds": [_plain(crowd) for crowd in crowds],
            "unmatched": unmatched,
            "certificate": [
                {
                    "goal": prices.goal.value,
                    **({} if prices.tier is None else {"priority": prices.tier}),
                    "value": prices.value,
                    "mentees": dict(zip(mentees, prices.rows.tolist(), strict=True)),
                    "mentors": dict(zip(plan.places, prices.columns.tolist(), strict=True)),
                }
                for prices in plan.certificate.goals
            ],
            **({"evidence": [plain_asked(one) for one in asked]} if asked else {}),
        }
    )


def record_to_json(record: Record) -> str:
    """Return one record by itself as JSON text, such as what a participant's own page shows.

    Args:
        record: evidence, a reason, advice, a difference, an alternative, or what somebody is told.

    Raises:
        TypeError: when it is none of these, or a fact in it is no plain value.

    >>> from nastavnik import Mentee, Mentor, Pupil, match
    >>> plan = match(Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))]))
    >>> told = json.loads(record_to_json(plan.explain("b", audience="participant")))
    >>> told["kind"], told["mentee"], told["outcome"]
    ('told-mentee', 'b', 'left-out')
    """
    return _text(plain_record(record))


def plain_record(record: Record) -> dict[str, Any]:
    """Return a record as JSON value.

    Args:
        record: as `record_to_json` takes it.

    Raises:
        TypeError: when it is none, or a fact in it is no plain value.
    """
    if not isinstance(record, Record):
        raise TypeError(f"a {type(record).__name__} is no record that a plan answers with")
    return _tagged(record)


def derived_from(plan: MatchingPlan) -> dict[str, Any]:
    """Return what stands in ``plan.json`` though it follows from the rest, for those who only count or compare."""
    return {
        "demands_digest": plan.demands_digest,
        "counts": {
            "mentees": len(plan.pairs) + len(plan.unmatched),
            "mentors": len(plan.places),
            "places": sum(plan.places.values()),
            "matched": plan.matched,
        },
        "groups": [_plain(group) for group in plan.groups],
    }


def _reason(reason: Reason, crowds: dict[CrowdedOut, int]) -> dict[str, Any]:
    """Return a reason as JSON value; a crowd, which many may share, by its number."""
    if isinstance(reason, CrowdedOut):
        return {"kind": kind_of(CrowdedOut), "crowd": crowds.setdefault(reason, len(crowds))}
    return _tagged(reason)


def plain_asked(asked: Asked) -> dict[str, Any]:
    """Return a question and its answer as JSON value."""
    return {
        "mentee": asked.mentee,
        "mentor": asked.mentor,
        "evidence": _tagged(asked.evidence),
    }


def plain_conflict(conflict: Conflict) -> dict[str, Any]:
    """Return demands that contradict each other, and what would help, as JSON value."""
    return _fields(conflict)


def _tagged(record: Any) -> dict[str, Any]:
    """Return a record that says its kind, for it stands where others might."""
    return {"kind": kind_of(type(record)), **_plain(record)}


def _plain(value: Any) -> Any:
    """Turn values of the library into JSON values, sets sorted, unknown and default fields left out."""
    if attrs.has(type(value)):
        return _fields(value)
    if isinstance(value, (frozenset, tuple)):
        items = [_plain(item) for item in value]
        return sorted(items) if isinstance(value, frozenset) else items
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, enum.Enum) else value


def _fields(value: Any) -> dict[str, Any]:
    """Return the fields of a value; of people only those that say something, and never the name."""
    people = isinstance(value, (Person, Mentor, Mentee))
    fields: dict[str, Any] = {}
    if isinstance(value, Person):
        fields["position"] = value.position.value
    for attribute in attrs.fields(type(value)):
        name = attribute.name
        if people and (name == "name" or _is_default(value, attribute)):
            continue
        if isinstance(value, (Failed, Ground)) and name == "facts":
            fields[name] = _facts(value)
        elif isinstance(value, Conflict) and name == "demands":
            fields[name] = [_tagged(demand) for demand in value.demands]
        else:
            fields[name] = _plain(getattr(value, name))
    return fields


def _is_default(value: Any, attribute: "attrs.Attribute[Any]") -> bool:
    default: Any = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    return bool(getattr(value, attribute.name) == default)


def _facts(said: Failed | Ground) -> dict[str, Any]:
    return {path: _fact(fact, f"{path} of {said.rule}") for path, fact in said.facts.items()}


def _fact(value: object, which: str) -> Any:
    """Return a fact as JSON value; what would come back as something else is refused."""
    if isinstance(value, tuple):
        return [_fact(item, which) for item in value]
    if type(value) is float and not math.isfinite(value):
        raise ValueError(f"the fact {which} is {value}, which JSON cannot say")
    if value is None or type(value) in {bool, int, float, str}:
        return value
    raise TypeError(f"the fact {which} is a {type(value).__name__}, which JSON cannot say")


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
