"""Makes the JSON Schemas of plan.json, cohort.json, lists of files and answers from the classes; with --check says what is stale."""

import enum
import inspect
import json
import re
import sys
import types
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, Union, get_args, get_origin

import attrs

from nastavnik.assignment import Goal
from nastavnik.basics.texts import LANGUAGES
from nastavnik.basics.validators import (
    BEST_MARK,
    LONGEST_ID,
    LONGEST_VALUE,
    WORST_MARK,
)
from nastavnik.exchange.folder import MANIFEST_FORMAT
from nastavnik.exchange.json import ANSWER_FORMAT, COHORT_FORMAT, PLAN_FORMAT, Asked, Record
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
from nastavnik.programme.evidence import Failed, Ground, Statement
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import Group, MatchingPlan, Unmatched
from nastavnik.programme.round.concerns import CODES
from nastavnik.programme.round.demands import Ban, Conflict, Demand, Lock, Repair

FOLDER: Final = Path(__file__).parents[1] / "src/nastavnik/exchange/json/schemas"

Schema = dict[str, Any]

_PLAIN: Final = {
    str: "string",
    int: "integer",
    bool: "boolean",
    types.NoneType: "null",
    date: "string",
}

_ID: Final[Schema] = {"minLength": 1, "maxLength": LONGEST_ID}


def _between(low: int, high: int) -> Schema:
    return {"minimum": low, "maximum": high}


_TEXT: Final[Schema] = {"type": "string"}
_SENTENCE: Final[Schema] = {"type": "string", "minLength": 1}

_EXTRA: Final[Schema] = {
    "additionalProperties": {"type": ["string", "null"], "maxLength": LONGEST_VALUE}
}

NARROWED: Final[Mapping[tuple[type, str], Schema]] = {
    **{(kind, "id"): _ID for kind in PERSON_TYPES.values()},
    **{(kind, "extra"): _EXTRA for kind in PERSON_TYPES.values()},
    (Pupil, "grade"): _between(1, 11),
    (Pupil, "letter"): {"pattern": "^[^\\W\\d_]{1,2}$"},
    (Pupil, "age"): _between(5, 25),
    (Pupil, "marks"): {"additionalProperties": {"type": "integer", **_between(WORST_MARK, BEST_MARK)}},
    (Student, "age"): _between(13, 99),
    (Teacher, "experience"): _between(0, 80),
    (Professional, "experience"): _between(0, 80),
    **{(kind, side): _ID for kind in (Lock, Ban) for side in ("mentor", "mentee")},
    (Mentor, "capacity"): _between(1, MOST_PLACES),
    (Mentor, "minimum"): _between(0, MOST_PLACES),
    (Mentee, "priority"): _between(1, LAST_PRIORITY),
    (Mentee, "newcomer_since"): {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    (Repair, "kind"): {"enum": list(REPAIR_KINDS)},
    **{(kind, "facts"): {"additionalProperties": {"$ref": "#/$defs/Fact"}} for kind in (Failed, Ground)},
}  # fmt: skip
"""What the checks of the classes ask for beyond the type; the tests hold it against the readers."""

OTHERWISE: Final[Mapping[tuple[type, str], Schema]] = {
    (Unmatched, "reason"): {
        "oneOf": [
            {"$ref": f"#/$defs/kind-{kind_of(NoAdmissibleMentor)}"},
            {"$ref": "#/$defs/CrowdNumber"},
        ]
    },
    (MatchingPlan, "rule_changes"): {"$ref": "#/$defs/RuleChanges"},
    (MatchingPlan, "on"): {"type": ["string", "null"], "format": "date"},
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
    "RuleChanges": _said(
        "Changes of the rules of the methodology, as a file of rules has them.",
        _object(
            {
                "reading": {"description": "Id of a reading of the methodology.", "type": "string"},
                "without": {"type": "array", "items": {"type": "string"}},
                "parameters": {
                    "description": "Value by rule and parameter: `grade-gap.at_least`.",
                    "type": "object",
                    "additionalProperties": {"$ref": "#/$defs/ParameterValue"},
                },
                "weights": {"type": "object", "additionalProperties": {"type": "integer"}},
                "add": {
                    "type": "array",
                    "items": _object(
                        {
                            "rule": _TEXT,
                            "id": _TEXT,
                            "form": _TEXT,
                            "role_model": _TEXT,
                            "sentence": {
                                "anyOf": [
                                    _SENTENCE,
                                    _object({"en": _SENTENCE, "ru": _SENTENCE}, LANGUAGES),
                                ]
                            },
                            "parameters": {
                                "type": "object",
                                "additionalProperties": {"$ref": "#/$defs/ParameterValue"},
                            },
                        },
                        ("rule",),
                    ),
                },
                "bind": {
                    "type": "array",
                    "items": _object(
                        {
                            "form": {"type": "string"},
                            "role_model": {"type": "string"},
                            "categories": {"type": "array", "items": {"type": "string"}},
                        },
                        ("form", "role_model", "categories"),
                    ),
                },
            },
            (),
        ),
    ),
    "ParameterValue": {
        "description": "A number, a text, or several texts.",
        "anyOf": [
            {"type": ["integer", "string"]},
            {"type": "array", "items": {"type": "string"}},
        ],
    },
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
        "demands_digest": _said(
            "Digest of locks and bans, where there are any; follows from them.", {"type": "string"}
        ),
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


def answer_schema() -> Schema:
    """Return the schema of what the command line answers; keys may be added to it within its number."""
    make = Maker(names=False)
    text, whole = {"type": "string"}, {"type": "integer"}
    texts = {"type": "array", "items": text}
    place = _object({"file": text, "sheet": text, "row": whole, "column": text, "path": text}, ())
    fault = {
        "code": _said("What is wrong; stable.", text),
        "message": _said("The same for people.", text),
        "role": _said("Of whom it concerns.", {"type": ["string", "null"]}),
        "id": _said("Of whom it concerns.", {"type": ["string", "null"]}),
        "field": _said("Field or option concerned.", {"type": ["string", "null"]}),
        "place": _said("Where it stands in a file.", place),
        "details": _said(
            "What the sentence is made of; null for what the sentence does not repeat.",
            {"type": "object"},
        ),
        "advice": _said("What may have been meant.", {"type": ["string", "null"]}),
    }
    maybe: dict[str, Any] = {"type": ["string", "null"]}
    seen = {"value": maybe, "mentees": whole, "mentors": whole}
    blank = {"side": {"enum": ["mentee", "mentor"]}, "field": text, "people": texts}
    concern: dict[str, Any] = {
        "code": _said("What it is; stable.", {"enum": list(CODES)}),
        "side": _said("Whom it is about; null for both.", {"enum": ["mentee", "mentor", None]}),
        "field": _said("The fact, as a way from the role.", maybe),
        "people": _said("Ids of those concerned.", texts),
        "alone": _said("Ids of those for whom nothing else is in the way.", texts),
        "of": _said("How many there are of that kind.", whole),
        "denied": _said("How many of the people have a plain no.", whole),
        "values": _said("The commonest first.", {"type": "array", "items": _object(seen, seen)}),
        "groups": _said("Ids of one person each.", {"type": "array", "items": texts}),
        "role_models": _said("Ids of role models that cannot be used.", texts),
        "pairs": _said("Pairs that the people can be in as it is.", whole),
        "at_most": _said("Pairs that they could be in at most.", whole),
        "blanks": _said(
            "Empty cells, the best to begin with first.",
            {"type": "array", "items": _object(blank, blank)},
        ),
        "message": _said("What is so.", text),
        "remedy": _said("What to do about it.", text),
    }
    records = [*make.of(Record)["oneOf"], make.reference(Asked)]
    properties = {
        "format": {"const": ANSWER_FORMAT},
        "version": _said("Of the library.", text),
        "command": _said("What was called.", text),
        "status": _said("Exit status.", whole),
        "answers": _said(
            "What was asked and answered, or records by themselves.",
            {"type": "array", "items": {"oneOf": records}},
        ),
        "faults": _said(
            "What is wrong with the input or the call.",
            {"type": "array", "items": _object(fault, fault)},
        ),
        "conflicts": _said("Demands that contradict each other.", make.of(tuple[Conflict, ...])),
        "message": _said("What people would have read; with a status other than 0.", text),
        "counts": {"type": "object", "additionalProperties": whole},
        "concerns": _said(
            "What is worth a look in a round without faults.",
            {"type": "array", "items": _object(concern, concern)},
        ),
        "written": _said("Paths of files.", texts),
    }
    body = _object(properties, list(properties)[:7])
    body = _said("What the command line answers a program.", {**body, "additionalProperties": True})
    return _document("Answer", "answer", body, {**make.definitions, "Fact": BESIDES["Fact"]})


def manifest_schema() -> Schema:
    """Return the schema of plan.files.json."""
    mark: dict[str, Schema] = {
        "size": _said("In bytes.", {"type": "integer", "minimum": 0}),
        "sha256": _said("Of the bytes.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    }
    properties: dict[str, Schema] = {
        "format": {"const": MANIFEST_FORMAT},
        "files": _said(
            "By name; each lies in the same folder.",
            {
                "type": "object",
                "propertyNames": {"pattern": "^[^/\\\\:]+$"},
                "additionalProperties": _object(mark, mark),
            },
        ),
    }
    body = _said("Which files were written together.", _object(properties, properties))
    return _document("Manifest", "manifest", body, {})


if __name__ == "__main__":
    made = {
        "answer": answer_schema(),
        "cohort": cohort_schema(),
        "manifest": manifest_schema(),
        "plan": plan_schema(),
    }
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
