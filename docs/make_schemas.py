"""Makes the JSON Schemas of plan.json and cohort.json from the classes; with --check says what is stale."""

import enum
import inspect
import json
import re
import sys
import types
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, Union, get_args, get_origin

import attrs

from nastavnik.assignment import Goal
from nastavnik.basics.validators import BEST_MARK, LONGEST_ID, WORST_MARK
from nastavnik.exchange.json import COHORT_FORMAT, PLAN_FORMAT, Asked, Record
from nastavnik.exchange.json.asked import REPAIR_KINDS, kind_of
from nastavnik.people import (
    LAST_PRIORITY,
    MOST_PLACES,
    PERSON_TYPES,
    Mentee,
    Mentor,
    Person,
    Professional,
    Pupil,
    Student,
    Teacher,
)
from nastavnik.programme.evidence import Failed, Statement
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import Group, MatchingPlan, Unmatched
from nastavnik.programme.round.demands import Ban, Demand, Lock, Repair

FOLDER: Final = Path(__file__).parents[1] / "src/nastavnik/exchange/json/schemas"

Schema = dict[str, Any]

_PLAIN: Final = {str: "string", int: "integer", bool: "boolean", types.NoneType: "null"}

_ID: Final[Schema] = {"minLength": 1, "maxLength": LONGEST_ID}


def _between(low: int, high: int) -> Schema:
    return {"minimum": low, "maximum": high}


NARROWED: Final[Mapping[tuple[type, str], Schema]] = {
    **{(kind, "id"): _ID for kind in PERSON_TYPES.values()},
    (Pupil, "grade"): _between(1, 11),
    (Pupil, "age"): _between(5, 25),
    (Pupil, "marks"): {"additionalProperties": {"type": "integer", **_between(WORST_MARK, BEST_MARK)}},
    (Student, "age"): _between(13, 99),
    (Teacher, "experience"): _between(0, 80),
    (Professional, "experience"): _between(0, 80),
    **{(kind, side): _ID for kind in (Lock, Ban) for side in ("mentor", "mentee")},
    (Mentor, "capacity"): _between(1, MOST_PLACES),
    (Mentor, "minimum"): _between(0, MOST_PLACES),
    (Mentee, "priority"): _between(1, LAST_PRIORITY),
    (Repair, "kind"): {"enum": list(REPAIR_KINDS)},
    (Failed, "facts"): {"additionalProperties": {"$ref": "#/$defs/Fact"}},
}  # fmt: skip
"""What the checks of the classes ask for beyond the type; the tests hold it against the readers."""

OTHERWISE: Final[Mapping[tuple[type, str], Schema]] = {
    (Unmatched, "reason"): {
        "oneOf": [
            {"$ref": f"#/$defs/kind-{kind_of(NoAdmissibleMentor)}"},
            {"$ref": "#/$defs/CrowdNumber"},
        ]
    },
    (MatchingPlan, "certificate"): {"type": "array", "items": {"$ref": "#/$defs/GoalPrices"}},
    (Statement, "values"): {"type": "array", "items": {"$ref": "#/$defs/Fact"}},
}
"""Fields that are written in another way than the classes hold them."""


def _object(properties: Mapping[str, Schema], needed: Iterable[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(needed),
        "additionalProperties": False,
    }


def _said(description: str, schema: Schema) -> Schema:
    return {"description": description, **schema}


BESIDES: Final[Mapping[str, Schema]] = {
    "Fact": {
        "description": "What a requirement looked at.",
        "anyOf": [
            {"type": ["string", "number", "boolean", "null"]},
            {"type": "array", "items": {"$ref": "#/$defs/Fact"}},
        ],
    },
    "CrowdNumber": _said(
        "One of the crowds, by its number from 0.",
        _object(
            {"kind": {"const": kind_of(CrowdedOut)}, "crowd": {"type": "integer", "minimum": 0}},
            ("kind", "crowd"),
        ),
    ),
    "GoalPrices": _said(
        "What is achieved of one goal, and the prices that prove it.",
        _object(
            {
                "goal": {"enum": [goal.value for goal in Goal]},
                "priority": {
                    "description": "For coverage where there are several priorities, whose.",
                    "type": ["integer", "null"],
                },
                "value": {"type": "integer"},
                "mentees": {"$ref": "#/$defs/Prices"},
                "mentors": {"$ref": "#/$defs/Prices"},
            },
            ("goal", "value", "mentees", "mentors"),
        ),
    ),
    "Prices": {
        "description": "Price by id, in the order of the ids.",
        "type": "object",
        "additionalProperties": {"type": "integer", **_between(1 - 2**63, 2**63 - 1)},
    },
}
"""Definitions of what is no class of its own."""


class Maker:
    """Makes the schema of one document, with a definition for every class in it.

    Args:
        names: people may have display names.
    """

    def __init__(self, *, names: bool) -> None:
        self.definitions: dict[str, Schema] = {}
        self._names = names

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type of the annotations of attrs classes."""
        origin, inner = get_origin(kind), get_args(kind)
        if kind in _PLAIN:
            return {"type": _PLAIN[kind]}
        if kind is Person or kind in (Record, Demand):
            kinds = PERSON_TYPES.values() if kind is Person else inner
            return {"oneOf": [self.reference(one, tagged=kind is not Person) for one in kinds]}
        if isinstance(kind, type) and issubclass(kind, enum.Enum):
            return {"enum": [one.value for one in kind]}
        if origin in {types.UnionType, Union} and inner[1:] == (types.NoneType,):
            return _or_null(self.of(inner[0]))
        if origin in {frozenset, tuple, Mapping}:
            return self._many(origin, inner)
        return self.reference(kind)

    def _many(self, origin: Any, inner: tuple[Any, ...]) -> Schema:
        """Return the schema of what holds several values."""
        if origin is Mapping:
            values = {} if inner[1] is object else {"additionalProperties": self.of(inner[1])}
            return {"type": "object", **values}
        if inner[1:] in {(), (Ellipsis,)}:
            return {"type": "array", "items": self.of(inner[0])}
        exact = {"minItems": len(inner), "maxItems": len(inner)}
        return {"type": "array", "prefixItems": [self.of(one) for one in inner], **exact}

    def reference(self, kind: Any, *, tagged: bool = False) -> Schema:
        """Return a reference to the definition of a class, which is made if it is not there yet.

        Args:
            kind: the class.
            tagged: its values say their kind.
        """
        name = f"kind-{kind_of(kind)}" if tagged else kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a class may hold itself
            self.definitions[name] = self.record(kind, tagged=tagged)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, kind: Any, *, tagged: bool = False) -> Schema:
        """Return the schema of a class."""
        tag: dict[str, Schema] = {"kind": {"const": kind_of(kind)}} if tagged else {}
        if issubclass(kind, Person):
            tag = {"position": {"const": kind.position.value}}
        about = _about(kind)
        fields: dict[str, Schema] = {}
        for attribute in attrs.fields(kind):
            if attribute.name == "name" and issubclass(kind, Person) and not self._names:
                continue
            text = {"description": about[attribute.name]} if attribute.name in about else {}
            field = kind, attribute.name
            found = OTHERWISE.get(field) or self.of(attribute.type)
            fields[attribute.name] = {**text, **found, **NARROWED.get(field, {})}
        needed = [a.name for a in attrs.fields(kind) if a.default is attrs.NOTHING]
        first = (inspect.getdoc(kind) or "").split("\n\n")[0]
        return _said(_folded(first), _object(tag | fields, [*tag, *needed]))


def _or_null(schema: Schema) -> Schema:
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        return {"enum": [*schema["enum"], None]}
    return {"anyOf": [schema, {"type": "null"}]}


def _about(kind: type) -> dict[str, str]:
    """Return what the docstrings of a class and its bases say of each field."""
    about: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        arguments = (inspect.cleandoc(base.__doc__ or "") + "\n\n").partition("\nArgs:\n")[2]
        arguments = arguments.partition("\n\n")[0]
        for name, text in re.findall(
            r"^    (\w+): (.*?)(?=^    \w|\Z)", arguments, re.MULTILINE | re.DOTALL
        ):
            about[name] = _folded(text)
    return about


def _folded(text: str) -> str:
    """Return a sentence of a docstring on one line, in the words of JSON."""
    for word, other in (
        ("``", "`"),
        ("None", "null"),
        ("()", "[]"),
        ("True", "true"),
        ("False", "false"),
    ):
        text = text.replace(word, other)
    line = " ".join(text.split())
    return line[:1].upper() + line[1:]


def _document(title: str, name: str, body: Schema, definitions: dict[str, Schema]) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:nastavnik:{name}:1",
        "title": title,
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def cohort_schema() -> Schema:
    """Return the schema of cohort.json."""
    make = Maker(names=True)
    properties = {
        "format": {"const": COHORT_FORMAT},
        "mentees": make.of(tuple[Mentee, ...]),
        "mentors": make.of(tuple[Mentor, ...]),
    }
    about = "Everyone of one round of a mentoring programme."
    body = _said(about, _object(properties, properties))
    return _document("Cohort", "cohort", body, make.definitions)


def plan_schema() -> Schema:
    """Return the schema of plan.json."""
    make = Maker(names=False)
    whole = make.record(MatchingPlan)
    counts = ("mentees", "mentors", "places", "matched")
    properties = {
        "format": {"const": PLAN_FORMAT},
        "counts": _said(
            "How many there are; follows from the rest.",
            _object({key: {"type": "integer"} for key in counts}, counts),
        ),
        **whole["properties"],
        "groups": _said(
            "Mentors with two mentees or more in one form; follows from the pairs.",
            make.of(tuple[Group, ...]),
        ),
        "crowds": _said(
            "Who holds all places that some of the unmatched could have had.",
            make.of(tuple[CrowdedOut, ...]),
        ),
        "evidence": _said("What was asked of the plan, and answered.", make.of(tuple[Asked, ...])),
    }
    needed = ["format", "counts", *whole["required"], "groups", "crowds"]
    body = _said(whole["description"], _object(properties, needed))
    return _document("Plan", "plan", body, {**make.definitions, **BESIDES})


if __name__ == "__main__":
    made = {"cohort": cohort_schema(), "plan": plan_schema()}
    texts = {
        FOLDER / f"{name}.schema.json": json.dumps(one, ensure_ascii=False, indent=1) + "\n"
        for name, one in made.items()
    }
    if "--check" not in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
    elif stale := [
        path.name
        for path, text in texts.items()
        if not path.exists() or path.read_text("utf-8") != text
    ]:
        sys.exit(f"not up to date: {', '.join(stale)}; run python docs/make_schemas.py")
