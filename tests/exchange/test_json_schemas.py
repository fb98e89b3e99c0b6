"""The published JSON Schemas: what is written fits them, and what does not fit them is not read."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from helpers.asked import FACTS, ROUNDS, asked_of, round_of, with_facts
from helpers.documents import Step, with_value
from helpers.project import ROOT
from helpers.rounds import RULES, small
from nastavnik import (
    Ban,
    Cohort,
    InvalidInputError,
    Lock,
    UnknownNameError,
    match,
)
from nastavnik.exchange.json import (
    Asked,
    cohort_from_json,
    cohort_to_json,
    plan_from_json,
    plan_to_json,
    schema,
)
from nastavnik.exchange.json.asked import DEMAND_KINDS, RECORD_KINDS, kind_of
from nastavnik.methodology import TARGET_MODEL, AddedRule, Binding, RuleChanges
from nastavnik.people import PERSON_TYPES, Mentor
from nastavnik.programme.evidence import (
    Advice,
    Failed,
    FreePlaces,
    Hindrance,
    Impossible,
    LockedElsewhere,
    Spelled,
    Statement,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import Elsewhere, NoAdmissibleMentor, Obstacle
from nastavnik.programme.round import invented_town
from nastavnik.programme.round.demands import BrokenRules, Conflict, Minimum, Places, Repair
from nastavnik.rules.base import Side
from nastavnik.testing.strategies import cohorts

PLAN = Draft202012Validator(schema("plan"))
COHORT = Draft202012Validator(schema("cohort"))
READERS: dict[str, Callable[[str], object]] = {"plan": plan_from_json, "cohort": cohort_from_json}


@pytest.mark.parametrize("document", ["plan", "cohort", "manifest", "answer"])
def test_a_schema_is_one(document: str) -> None:
    """Valid under draft 2020-12, with a name, and one's own to change."""
    Draft202012Validator.check_schema(schema(document))
    assert schema(document)["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema(document)["$id"] == f"urn:nastavnik:{document}:1"
    schema(document).clear()
    assert schema(document)


def test_an_unknown_document_is_named() -> None:
    """With the nearest that there is."""
    with pytest.raises(UnknownNameError, match=r"Maybe 'plan'\?"):
        schema("plane")


def test_schemas_are_up_to_date() -> None:
    """They are what the classes make them."""
    subprocess.run([sys.executable, str(ROOT / "docs/make_schemas.py"), "--check"], check=True)


def test_every_record_has_its_fields_and_its_required_ones() -> None:
    """The keys are those of the class, and required are those without default."""
    definitions = schema("plan")["$defs"]
    tagged = {**RECORD_KINDS, **DEMAND_KINDS}
    plain = {kind.__name__: kind for kind in (*PERSON_TYPES.values(), Mentor, Asked)}
    for name, kind in {f"kind-{kind_of(k)}": k for k in tagged.values()}.items() | plain.items():
        tags = {"kind"} if name.startswith("kind-") else set()
        hidden = set()
        if kind in PERSON_TYPES.values():
            tags, hidden = {"position"}, {"name"}
        fields = {a.name: a.default is attrs.NOTHING for a in attrs.fields(kind)}
        assert definitions[name]["properties"].keys() == fields.keys() - hidden | tags, name
        needed = {field for field, required in fields.items() if required}
        assert set(definitions[name]["required"]) == needed | tags, name
        assert definitions[name]["additionalProperties"] is False


@given(cohorts(minimums=True, priorities=True))
def test_random_people_fit(cohort: Cohort) -> None:
    """Whatever is known of them or not."""
    COHORT.validate(json.loads(cohort_to_json(cohort)))


@given(cohorts(willing=True))
def test_random_plans_fit(cohort: Cohort) -> None:
    """Without evidence."""
    PLAN.validate(json.loads(plan_to_json(match(cohort))))


@pytest.mark.parametrize("seed", ROUNDS)
def test_random_evidence_fits(seed: int) -> None:
    """With locks, bans, minimums and priorities, and every kind of evidence."""
    cohort, plan, asked = round_of(seed)
    PLAN.validate(json.loads(plan_to_json(plan, evidence=asked)))
    COHORT.validate(json.loads(cohort_to_json(cohort)))


def test_the_invented_town_fits() -> None:
    """The people, the plan, and a part of what can be asked of it."""
    town = invented_town()
    COHORT.validate(json.loads(cohort_to_json(town)))
    plan = match(town)
    asked = [
        Asked(plan.explain(mentee.id, mentor.id, audience=audience), mentee=mentee.id)
        for mentee in town.mentees[::9]
        for mentor in town.mentors[::9]
        for audience in ("coordinator", "participant")
    ]
    asked += [Asked(other) for other in plan.alternatives(within=100)]
    text = plan_to_json(plan, evidence=asked)
    PLAN.validate(json.loads(text))
    assert plan_from_json(text) == plan


def _by_hand() -> tuple[Asked, ...]:
    """Return what a small round does not bring about by itself."""
    conflict = Conflict(
        demands=(
            Lock("m0", "p0", reason="wish", by="head", overriding=RULES[:1]),
            Ban("m0", "p0"),
            Minimum("m0", 1),
            Places("m0", 2),
            BrokenRules("m0", "p0", ("grade-gap",)),
        ),
        reachable=("p1",),
        repairs=(Repair(kind="override", mentor="m0", mentee="p0", rules=("grade-gap",)),),
    )
    obstacle = Obstacle(rule="grade-gap", failed=1, alone=1, decisive=False, unknown=0)
    return (
        Asked(LockedElsewhere(mentee="p0", mentor="m1"), mentee="p0", mentor="m0"),
        Asked(Impossible(mentor="m0", mentee="p0", conflicts=(conflict,))),
        Asked(NoAdmissibleMentor(considered=1, obstacles=(obstacle,)), mentee="p0"),
        Asked(
            NoAdmissibleMentor(
                considered=1,
                obstacles=(obstacle,),
                elsewhere=(Elsewhere(rule="same-organisation", value="north", count=2),),
                besides=3,
            ),
            mentee="p0",
        ),
        Asked(
            Advice(
                statements=(
                    Statement(side=Side.MENTOR, id="m0", path="trained", values=(True,)),
                    Statement(
                        side=Side.MENTEE,
                        id="p0",
                        path="person.marks",
                        values=((("art", 3),), (("art", 2),)),
                    ),
                ),
                gains=((5, 1),),
                points=1,
            )
        ),
        Asked(
            Advice(
                spelled=Spelled(path="person.organisation", values=("north", "North!")),
                gains=((5, 1),),
                points=1,
            )
        ),
        Asked(
            FreePlaces(
                mentor="m0",
                places=2,
                free=2,
                admissible=0,
                hindrances=(Hindrance(rule="grade-gap", failed=8, alone=8),),
            )
        ),
        *(
            Asked(Advice(profile=Mentor(kind("n")), gains=((5, 1),), points=1))
            for kind in PERSON_TYPES.values()
        ),
        Asked(
            ToldMentor(
                mentor="m0",
                places=1,
                mentees=("p1",),
                own=(Failed(rule="own", facts=FACTS, unknown=True),),
            )
        ),
        with_facts(FACTS),
    )


def _plan() -> dict[str, Any]:
    """Return a plan with every kind of record, each with something in it."""
    cohort, plan = small()
    first, second = plan.pairs[:2]
    locks = [Lock(first.mentor, first.mentee, reason="wish", overriding=RULES)]
    changed = TARGET_MODEL.changed(
        RuleChanges(
            bindings=[Binding(form="pupil-pupil", role_model="peer-peer", categories={"active"})],
            parameters={"grade-gap": {"at_least": 1}},
            without={"same-place"},
            added=[AddedRule(rule="common-slots", id="own", parameters={"at_least": 0})],
        )
    )
    plan = match(cohort, changed, locks=locks, bans=[Ban(second.mentor, second.mentee)])
    fullest: dict[type, Asked] = {}
    for one in sorted(asked_of(plan), key=lambda one: -len(repr(one))):
        fullest.setdefault(type(one.evidence), one)
    document: dict[str, Any] = json.loads(
        plan_to_json(plan, evidence=[*fullest.values(), *_by_hand()])
    )
    return document


def _cohort() -> dict[str, Any]:
    """Return people of every position."""
    people = [{"position": position, "id": position, "name": "Invented"} for position in POSITIONS]
    people[0]["marks"] = {"art": 3}  # type: ignore[assignment]
    roles = [{"person": person} for person in people]
    others = [{"person": {**person, "id": f"{person['id']}-2"}} for person in people]
    return {"format": "nastavnik-cohort/1", "mentees": roles, "mentors": others}


POSITIONS = [position.value for position in PERSON_TYPES]
DOCUMENTS = {"plan": _plan(), "cohort": _cohort()}
VALIDATORS = {"plan": PLAN, "cohort": COHORT}

Node = tuple[str, tuple[Step, ...], dict[str, Any]]


def _nodes(
    whole: dict[str, Any], part: dict[str, Any], value: Any, path: tuple[Step, ...], name: str = ""
) -> Iterator[Node]:
    """Yield each object with keys of its own in a value: its definition's name, its path, its schema."""
    if "$ref" in part:
        name = part["$ref"].removeprefix("#/$defs/")
        part = whole["$defs"][name]
    choices = part.get("oneOf") or part.get("anyOf")
    if choices and name != "Fact":
        for choice in choices:
            if Draft202012Validator({**choice, "$defs": whole["$defs"]}).is_valid(value):
                yield from _nodes(whole, choice, value, path)
    elif isinstance(value, dict):
        properties = part.get("properties", {})
        if properties:
            yield name, path, part
        for key, inner in value.items():
            below = properties.get(key) or part.get("additionalProperties") or {}
            yield from _nodes(whole, below, inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _nodes(whole, part.get("items", {}), inner, (*path, index))


def _first_nodes(document: str) -> dict[str, Node]:
    """Return one object for each definition."""
    whole = schema(document)
    first: dict[str, Node] = {}
    for node in _nodes(whole, whole, DOCUMENTS[document], ()):
        first.setdefault(node[0] or ".".join(map(str, node[1])), node)
    return first


NODES = [(document, name) for document in DOCUMENTS for name in _first_nodes(document)]


def test_every_definition_is_met() -> None:
    """Of objects there is one of each in the documents that are spoilt below."""
    for document, value in DOCUMENTS.items():
        VALIDATORS[document].validate(value)
        READERS[document](json.dumps(value))
        definitions = schema(document)["$defs"]
        objects = {name for name, one in definitions.items() if "properties" in one}
        assert objects - {name for whose, name in NODES if whose == document} == set()


WRONG: list[Any] = [{"surplus": {}}, 1.5, True, -7, "abc", None, [], ["a"], [[1]], {}]


def _alone(
    document: dict[str, Any], path: tuple[Step, ...]
) -> tuple[dict[str, Any], tuple[Step, ...]]:
    """Return a document without the evidence that a path does not lead into, and the path there."""
    evidence = document.get("evidence", [])
    if path[:1] == ("evidence",) and len(path) > 1:
        return {**document, "evidence": [evidence[path[1]]]}, ("evidence", 0, *path[2:])
    return {key: value for key, value in document.items() if key != "evidence"}, path


@pytest.mark.parametrize(("document", "name"), NODES)
def test_what_does_not_fit_is_not_read(document: str, name: str) -> None:
    """A key too many, each needed one too few, each value of many wrong types: schema and reader refuse."""
    _, path, part = _first_nodes(document)[name]
    right, path = _alone(DOCUMENTS[document], path)
    assert VALIDATORS[document].is_valid(right)
    assert not _is_refused(document, right)
    value: Any = right
    for step in path:
        value = value[step]
    surely = [{**value, "surplus": 1}]
    surely += [{k: v for k, v in value.items() if k != key} for key in part["required"]]
    surely += [{**value, key: WRONG[0]} for key in part["properties"]]
    perhaps = [{**value, key: wrong} for key in part["properties"] for wrong in WRONG[1:]]
    for spoilt in surely:
        assert not VALIDATORS[document].is_valid(with_value(right, path, spoilt)), spoilt
    for spoilt in surely + perhaps:
        whole = with_value(right, path, spoilt)
        if not VALIDATORS[document].is_valid(whole):
            assert _is_refused(document, whole), spoilt


def _is_refused(document: str, value: dict[str, Any]) -> bool:
    """Return whether the reader finds fault with a document."""
    try:
        READERS[document](json.dumps(value))
    except InvalidInputError:
        return True
    return False


BOUNDED = [
    (path, key, bound, low)
    for name in ("Mentor", "Mentee", *(kind.__name__ for kind in PERSON_TYPES.values()))
    for _, path, part in [_first_nodes("cohort")[name]]
    for key, one in part["properties"].items()
    for bound, low in ((one.get("minimum"), True), (one.get("maximum"), False))
    if bound is not None
]


@pytest.mark.parametrize(("path", "key", "bound", "low"), BOUNDED)
def test_bounds_are_those_of_the_classes(
    path: tuple[Step, ...], key: str, bound: int, *, low: bool
) -> None:
    """The last value that fits is read; the next fits neither schema nor reader."""
    for value, fits in ((bound, True), (bound - 1 if low else bound + 1, False)):
        document = with_value(DOCUMENTS["cohort"], (*path, key), value)
        if key == "minimum":
            document = with_value(document, (*path, "capacity"), 1_000_000)
        assert COHORT.is_valid(document) == fits
        assert _is_refused("cohort", document) != fits


def test_there_are_bounds() -> None:
    """Of grades, ages, years of experience, places, minimums and priorities."""
    assert {key for _, key, _, _ in BOUNDED} == {
        "grade", "age", "experience", "capacity", "minimum", "priority",
    }  # fmt: skip
