"""Evidence beside a plan in JSON: it reads back equal, and what is wrong or of another round is named with its path."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from helpers.asked import FACTS, NAMELESS, PROFILE, ROUNDS, asked_of, round_of, with_facts
from helpers.documents import put
from helpers.rounds import RULES, small
from nastavnik import (
    Ban,
    InvalidInputError,
    Lock,
    Mentor,
    NoPlanError,
    Student,
    match,
)
from nastavnik.exchange.json import Asked, evidence_from_json, plan_from_json, plan_to_json
from nastavnik.exchange.json.asked import DEMAND_KINDS, RECORD_KINDS, REPAIR_KINDS, kind_of
from nastavnik.exchange.json.writer import plain_asked
from nastavnik.programme.evidence import (
    Advice,
    Change,
    Displaced,
    FreePlaces,
    Impossible,
    Inadmissible,
    PlanDiff,
)
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor
from nastavnik.programme.plan import Alternative
from nastavnik.programme.round.demands import Repair


@pytest.mark.parametrize("seed", ROUNDS)
def test_evidence_reads_back_equal(seed: int) -> None:
    """Every record survives the way through JSON, byte for byte, and the plan beside it does."""
    _, plan, asked = round_of(seed)
    text = plan_to_json(plan, evidence=asked)
    again = evidence_from_json(text)
    assert again == asked
    assert plan_from_json(text) == plan
    assert plan_to_json(plan, evidence=again) == text


def test_every_kind_was_among_them() -> None:
    """All records, and all demands that can contradict each other."""
    asked = [one.evidence for seed in ROUNDS for one in round_of(seed)[2]]
    assert {type(one) for one in asked} == set(RECORD_KINDS.values())
    conflicts = [c for one in asked if isinstance(one, Impossible) for c in one.conflicts]
    demands = {type(demand) for conflict in conflicts for demand in conflict.demands}
    assert demands == set(DEMAND_KINDS.values())
    assert {repair.kind for conflict in conflicts for repair in conflict.repairs} == {*REPAIR_KINDS}
    assert any(isinstance(one, Advice) and one.profile for one in asked)


def test_a_larger_round_reads_back_equal() -> None:
    """Eight mentees and three mentors, with crowds, losses and people who would change."""
    _, plan = small()
    asked = tuple(asked_of(plan))
    assert evidence_from_json(plan_to_json(plan, evidence=asked)) == asked


def test_kinds_of_repairs_are_all_that_there_are() -> None:
    """Each has words, and none was forgotten."""
    for kind in REPAIR_KINDS:
        assert Repair(kind=kind, mentor="m", mentee="p", to=1).text("en")
    assert [kind_of(one) for one in (Inadmissible, PlanDiff)] == ["inadmissible", "plan-diff"]


def test_without_evidence_nothing_is_added() -> None:
    """The key is there only when something was asked."""
    _, plan = small()
    assert plan_to_json(plan, evidence=[]) == plan_to_json(plan)
    assert "evidence" not in json.loads(plan_to_json(plan))
    assert evidence_from_json(plan_to_json(plan)) == ()


def test_facts_come_back_as_they_were() -> None:
    """Nothing, yes and no, numbers and texts; pairs within tuples are tuples again."""
    _, plan = small()
    asked = with_facts(FACTS)
    (again,) = evidence_from_json(plan_to_json(plan, evidence=[asked]))
    assert again == asked
    assert isinstance(again.evidence, Inadmissible)
    assert [type(fact) for fact in again.evidence.failed[0].facts.values()] == [
        type(fact) for fact in FACTS.values()
    ]


@pytest.mark.parametrize("fact", [["a"], {"a": 1}, frozenset({"a"}), ((1, {2}),), object()])
def test_a_fact_that_would_come_back_otherwise_is_not_written(fact: object) -> None:
    """A list, a set or a thing is refused, and the message names the rule."""
    _, plan = small()
    with pytest.raises(TypeError, match=r"mentee\.x of own"):
        plan_to_json(plan, evidence=[with_facts({"mentee.x": fact})])


def test_an_endless_number_is_not_written() -> None:
    """JSON has none."""
    _, plan = small()
    with pytest.raises(ValueError, match="which JSON cannot say"):
        plan_to_json(plan, evidence=[with_facts({"mentee.x": float("inf")})])


def test_a_profile_is_written_without_name() -> None:
    """A name is left out when writing and refused when reading."""
    _, plan = small()
    advice = Advice(profile=PROFILE, gains=(), points=3)
    text = plan_to_json(plan, evidence=[Asked(advice)])
    assert "Invented" not in text
    assert evidence_from_json(text) == (Asked(evolve(advice, profile=NAMELESS)),)
    document = json.loads(text)
    document["evidence"][0]["evidence"]["profile"]["person"]["name"] = "Invented Name"
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    assert faults_of(caught.value) == [
        ("$.evidence[0].evidence.profile.person", "unknown-key"),
    ]


def faults_of(error: InvalidInputError) -> list[tuple[str | None, str]]:
    """Return path and code of each fault."""
    return [(fault.place.path if fault.place else None, fault.code) for fault in error.faults]


class TestAsked:
    """A question and its answer belong together."""

    def test_a_reason_needs_its_mentee(self) -> None:
        """It does not say whose it is."""
        with pytest.raises(InvalidInputError) as caught:
            Asked(NoAdmissibleMentor(considered=0, obstacles=()))
        assert [fault.code for fault in caught.value.faults] == ["missing-key"]

    def test_nobody_else_may_have_been_asked_about(self) -> None:
        """Neither mentee nor mentor; both are said at once."""
        evidence = Displaced(mentor="m0", mentee="p0", losses=(), changes=())
        with pytest.raises(InvalidInputError) as caught:
            Asked(evidence, mentee="p1", mentor="m1")
        assert [fault.field for fault in caught.value.faults] == ["mentee", "mentor"]
        assert "вопрос был о" in caught.value.text("ru")

    def test_what_is_no_evidence(self) -> None:
        """A change alone answers nothing, and a record alone was not asked for."""
        with pytest.raises(TypeError, match="Change"):
            Asked(Change(mentee="p0", before=None, after=None))  # type: ignore[arg-type]
        _, plan = small()
        with pytest.raises(TypeError, match=r"FreePlaces; write Asked"):
            plan_to_json(plan, evidence=[plan.explain_mentor("m0")])  # type: ignore[list-item]


FREE = FreePlaces(mentor="m0", places=2, free=0, admissible=3, hindrances=())


@pytest.mark.parametrize(
    ("asked", "paths"),
    [
        (Asked(evolve(FREE, mentor="m9")), ["evidence.mentor"]),
        (Asked(FREE, mentee="p99"), ["mentee"]),
        (Asked(NoAdmissibleMentor(considered=0, obstacles=()), mentee="p9", mentor="m9"), ["mentee", "mentor"]),
        (
            Asked(
                Displaced(
                    mentor="m0",
                    mentee="p0",
                    losses=(),
                    changes=(Change(mentee="p9", before="m7", after="m8"),),
                    prices={"m0": (1, 2), "m6": (3, 4)},
                )
            ),
            [
                "evidence.changes[0].mentee",
                "evidence.changes[0].before",
                "evidence.changes[0].after",
                'evidence.prices["m6"]',
            ],
        ),
        (Asked(Advice(mentors=("m0", "m9"), gains=(), points=1)), ["evidence.mentors[1]"]),
        (
            Asked(
                PlanDiff(
                    gains=("new",),
                    loses=("p9",),
                    moves=(Change(mentee="p8", before="m8", after="new"),),
                    goals=(),
                )
            ),
            ["evidence.loses[0]", "evidence.moves[0].mentee", "evidence.moves[0].before"],
        ),
        (
            Asked(
                Advice(
                    profile=evolve(NAMELESS, choices={"p9"}),
                    count=2,
                    gains=(),
                    points=1,
                    changes=tuple(
                        Change(mentee="p0", before=None, after=name)
                        for name in ("n", "n-2", "n-3", "n-02", "n-1")
                    ),
                )
            ),
            ["evidence.profile.choices", *(f"evidence.changes[{at}].after" for at in (2, 3, 4))],
        ),
        (
            Asked(Advice(profile=Mentor(Student("m1")), gains=(), points=1)),
            ["evidence.profile.person.id"],
        ),
        (
            Asked(
                Alternative(
                    pairs=(),
                    unmatched=("p0", "p9"),
                    total=0,
                    differs=(1,),
                    penalty=0,
                    prices={"m9": (0, 1)},
                )
            ),
            ["evidence.unmatched[1]", 'evidence.prices["m9"]'],
        ),
    ],
)  # fmt: skip
def test_evidence_of_another_round_is_refused(asked: Asked, paths: list[str]) -> None:
    """Whom the plan does not know is named with the path, both when writing and when reading."""
    _, plan = small()
    with pytest.raises(InvalidInputError) as caught:
        plan_to_json(plan, evidence=[Asked(FREE), asked])
    expected = [f"$.evidence[1].{path}" for path in paths]
    assert [path for path, _ in faults_of(caught.value)] == expected
    document = json.loads(plan_to_json(plan, evidence=[Asked(FREE)]))
    document["evidence"].append(plain_asked(asked))
    for read in (plan_from_json, evidence_from_json):
        with pytest.raises(InvalidInputError) as caught:
            read(json.dumps(document))
        assert [path for path, _ in faults_of(caught.value)] == expected


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        (put("evidence", "kind", value="bad-luck"), ".evidence", "unknown-choice"),
        (put("evidence", "kind", value=["chosen"]), ".evidence", "unknown-choice"),
        (lambda entry: entry["evidence"].pop("kind"), ".evidence", "missing-key"),
        (put("evidence", value=[]), ".evidence", "not-an-object"),
        (lambda entry: entry.pop("evidence"), "", "missing-key"),
        (put("more", value=1), "", "unknown-key"),
        (put("mentee", value=1), ".mentee", "wrong-type"),
        (put("mentee", value="p1"), ".mentee", "asked-otherwise"),
        (put("evidence", "losses", value="abc"), ".evidence.losses", "not-a-list"),
        (put("evidence", "losses", 0, "goal", value="speed"), ".evidence.losses[0].goal", "unknown-choice"),
        (put("evidence", "losses", 0, "amount", value=1.0), ".evidence.losses[0].amount", "wrong-type"),
        (put("evidence", "changes", 0, "before", value=0), ".evidence.changes[0].before", "wrong-type"),
        (put("evidence", "prices", "m0", value=1), '.evidence.prices["m0"]', "not-a-list"),
        (put("evidence", "prices", "m0", value=[True]), '.evidence.prices["m0"][0]', "wrong-type"),
        (put("evidence", "prices", value=[]), ".evidence.prices", "not-an-object"),
    ],
)  # fmt: skip
def test_a_wrong_record_is_named_with_its_path(
    change: Callable[[dict[str, Any]], None], path: str, code: str
) -> None:
    """A kind that is none, a key too many or too few, a value of another type."""
    _, plan = small()
    mentee = next(one.mentee for one in plan.pairs if one.mentor == "m0")
    evidence = next(
        one
        for one in asked_of(plan)
        if isinstance(one.evidence, Displaced) and one.evidence.losses and one.mentee != mentee
    )
    document = json.loads(plan_to_json(plan, evidence=[evidence]))
    entry = document["evidence"][0]
    entry["evidence"]["prices"]["m0"] = [0, 0]
    entry["evidence"]["mentee"] = entry["mentee"] = "p0"
    change(entry)
    with pytest.raises(InvalidInputError) as caught:
        evidence_from_json(json.dumps(document))
    where = f"$.evidence[0]{path}"
    assert faults_of(caught.value) == [(where, code)]


@pytest.mark.parametrize("fact", ["[{}]", "{}", "1e999", "[[1, {}]]"])
def test_a_wrong_fact_is_named_with_its_path(fact: str) -> None:
    """Facts are plain values and lists of them."""
    _, plan = small()
    text = plan_to_json(plan, evidence=[with_facts({"mentee.x": "HERE"})])
    with pytest.raises(InvalidInputError) as caught:
        evidence_from_json(text.replace('"HERE"', fact))
    assert faults_of(caught.value) == [
        ('$.evidence[0].evidence.failed[0].facts["mentee.x"]', "wrong-type")
    ]


def test_faults_of_plan_and_evidence_come_at_once() -> None:
    """One in the plan, two in the evidence."""
    _, plan = small()
    document = json.loads(plan_to_json(plan, evidence=[Asked(FREE), Asked(FREE)]))
    document["total"] = "1"
    document["evidence"][0]["evidence"]["free"] = None
    del document["evidence"][1]["evidence"]["places"]
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    assert faults_of(caught.value) == [
        ("$.total", "wrong-type"),
        ("$.evidence[0].evidence.free", "wrong-type"),
        ("$.evidence[1].evidence", "missing-key"),
    ]


def test_demands_in_a_contradiction_are_held_against_the_plan() -> None:
    """Locks and bans, whom a repair concerns and who could fill a minimum."""
    cohort, plan = small()
    first, second = plan.pairs[:2]
    locks = [Lock(first.mentor, first.mentee, overriding=RULES)]
    with pytest.raises(NoPlanError) as caught:
        match(cohort, locks=locks, bans=[Ban(first.mentor, first.mentee)])
    evidence = Impossible(
        mentor=second.mentor, mentee=second.mentee, conflicts=caught.value.conflicts
    )
    document = json.loads(plan_to_json(plan, evidence=[Asked(evidence)]))
    (conflict,) = document["evidence"][0]["evidence"]["conflicts"]
    for part in (*conflict["demands"], *conflict["repairs"]):
        part["mentee"] = "nobody"
    conflict["reachable"] = ["nobody"]
    with pytest.raises(InvalidInputError) as refused:
        evidence_from_json(json.dumps(document))
    codes = [code for _, code in faults_of(refused.value)]
    assert codes == ["names-nobody"] * (len(conflict["demands"]) + len(conflict["repairs"]) + 1)
