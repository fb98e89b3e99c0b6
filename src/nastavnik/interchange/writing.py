"""People and plans to JSON text, in one fixed order."""

import enum
import json
from collections.abc import Mapping
from typing import Any, Final

import attrs

from nastavnik.cohort import Cohort
from nastavnik.people import Mentee, Mentor, Person
from nastavnik.plan import MatchingPlan
from nastavnik.reasons import CrowdedOut, Reason

__all__ = [
    "COHORT_FORMAT",
    "CROWDED_OUT",
    "INADMISSIBLE",
    "PLAN_FORMAT",
    "cohort_to_json",
    "plan_to_json",
]

COHORT_FORMAT: Final = "nastavnik-cohort/1"
"""Format of ``cohort.json``; the number grows when a reader of the old one could not read the new one."""

PLAN_FORMAT: Final = "nastavnik-plan/1"
"""Format of ``plan.json``."""

INADMISSIBLE: Final = "no-admissible-mentor"
"""What JSON calls a `NoAdmissibleMentor`."""

CROWDED_OUT: Final = "crowded-out"
"""What JSON calls a `CrowdedOut`."""


def cohort_to_json(cohort: Cohort) -> str:
    """Return the people as JSON text, display names left out."""
    return _text(
        {
            "format": COHORT_FORMAT,
            "mentees": [_plain(mentee) for mentee in cohort.mentees],
            "mentors": [_plain(mentor) for mentor in cohort.mentors],
        }
    )


def plan_to_json(plan: MatchingPlan) -> str:
    """Return the plan as JSON text: ids, rules and numbers, nobody's name."""
    mentees = sorted([*(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)])
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
            "cohort_digest": plan.cohort_digest,
            "seed": plan.seed,
            "counts": {
                "mentees": len(mentees),
                "mentors": len(plan.places),
                "places": sum(plan.places.values()),
                "matched": plan.matched,
            },
            "total": plan.total,
            "places": dict(plan.places),
            "locks": [_plain(lock) for lock in plan.locks],
            "bans": [_plain(ban) for ban in plan.bans],
            "pairs": [_plain(pair) for pair in plan.pairs],
            "groups": [_plain(group) for group in plan.groups],
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
        }
    )


def _reason(reason: Reason, crowds: dict[CrowdedOut, int]) -> dict[str, Any]:
    """Return a reason as JSON value; a crowd, which many may share, by its number."""
    if isinstance(reason, CrowdedOut):
        return {"kind": CROWDED_OUT, "crowd": crowds.setdefault(reason, len(crowds))}
    return {"kind": INADMISSIBLE, **_plain(reason)}


def _plain(value: Any) -> Any:
    """Turn values of the library into JSON values, sets sorted, unknown and default fields left out."""
    if isinstance(value, Person):
        return {"position": value.position.value, **_fields(value)}
    if attrs.has(type(value)):
        return _fields(value)
    if isinstance(value, (frozenset, tuple)):
        items = [_plain(item) for item in value]
        return sorted(items) if isinstance(value, frozenset) else items
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value.value if isinstance(value, enum.Enum) else value


def _fields(value: Any) -> dict[str, Any]:
    """Return the fields of a value; of people only those that say something, and never the name."""
    people = isinstance(value, (Person, Mentor, Mentee))
    return {
        attribute.name: _plain(getattr(value, attribute.name))
        for attribute in attrs.fields(type(value))
        if not people or not (attribute.name == "name" or _is_default(value, attribute))
    }


def _is_default(value: Any, attribute: "attrs.Attribute[Any]") -> bool:
    default: Any = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        default = default.factory()
    return bool(getattr(value, attribute.name) == default)


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
