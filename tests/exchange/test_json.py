"""People and plans as JSON: what is written reads back equal, what is wrong is named all at once."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from helpers.cohorts import nameless
from helpers.documents import put
from helpers.pupils import mentee, mentor
from helpers.town import PLAN, TOWN
from nastavnik import (
    Cohort,
    InvalidInputError,
    Mentee,
    Mentor,
    Pupil,
    match,
    verify,
)
from nastavnik.exchange.json import (
    cohort_from_json,
    cohort_to_json,
    plan_from_json,
    plan_to_json,
    read_json,
)
from nastavnik.testing.strategies import cohorts

CROWDED = match(Cohort(mentees=[mentee(name) for name in "abcde"], mentors=[mentor("m", 2)]))
"""Five alike, for two places."""


@given(cohorts(minimums=True, priorities=True))
def test_people_read_back_equal_but_for_names(cohort: Cohort) -> None:
    """Every field survives, unknown stays unknown, known-to-be-empty stays so; names are left out."""
    assert cohort_from_json(cohort_to_json(cohort)) == nameless(cohort)


@given(cohorts(willing=True))
def test_plans_read_back_equal(cohort: Cohort) -> None:
    """A plan and its proof survive the way through JSON, byte for byte."""
    plan = match(cohort)
    text = plan_to_json(plan)
    again = plan_from_json(text)
    assert again == plan
    assert plan_to_json(again) == text


def test_a_plan_can_be_verified_after_the_way_through_json() -> None:
    """What a platform imports can be proven there."""
    verify(plan_from_json(plan_to_json(PLAN)), cohort_from_json(cohort_to_json(TOWN)))


def test_no_name_is_written() -> None:
    """No display name of the invented town is in either file."""
    text = cohort_to_json(TOWN) + plan_to_json(PLAN)
    names = {role.person.name for role in (*TOWN.mentees, *TOWN.mentors)}
    assert None not in names
    assert not [name for name in names if name and name in text]


def test_a_platform_may_send_names() -> None:
    """A name in the input is kept for the coordinator's tables."""
    text = json.dumps(
        {
            "format": "nastavnik-cohort/1",
            "mentees": [{"person": {"position": "pupil", "id": "a", "name": "Invented"}}],
            "mentors": [],
        }
    )
    assert cohort_from_json(text).mentees[0].person.name == "Invented"


def test_minimum_and_priority_are_written_when_they_say_something() -> None:
    """The usual ones are left out, as every default is."""
    cohort = Cohort(
        mentees=[Mentee(Pupil("a"), priority=1), Mentee(Pupil("b"), priority=5)],
        mentors=[Mentor(Pupil("c"), capacity=2, minimum=2), Mentor(Pupil("d"), minimum=0)],
    )
    text = cohort_to_json(cohort)
    document = json.loads(text)
    assert [mentee.get("priority") for mentee in document["mentees"]] == [1, None]
    assert [mentor.get("minimum") for mentor in document["mentors"]] == [2, None]
    assert cohort_from_json(text) == cohort


def _document() -> dict[str, Any]:
    cohort = Cohort(
        mentees=[Mentee(Pupil("b", grade=5))], mentors=[Mentor(Pupil("a", grade=9), capacity=2)]
    )
    document: dict[str, Any] = json.loads(cohort_to_json(cohort))
    return document


@pytest.mark.parametrize(
    ("change", "code", "path"),
    [
        (put("format", value="nastavnik-plan/1"), "wrong-format", "$.format"),
        (put("more", value=1), "unknown-key", "$"),
        (put("mentees", value={}), "not-a-list", "$.mentees"),
        (put("mentees", 0, value=7), "not-an-object", "$.mentees[0]"),
        (put("mentees", 0, value={"agreed": True}), "missing-key", "$.mentees[0]"),
        (put("mentees", 0, "agred", value=True), "unknown-key", "$.mentees[0]"),
        (put("mentees", 0, "agreed", value="yes"), "not-yes-no", "$.mentees[0].agreed"),
        (put("mentees", 0, "tasks", value="soft-skills"), "not-a-set", "$.mentees[0].tasks"),
        (
            put("mentees", 0, "person", "grade", value="7Г"),
            "not-grade",
            "$.mentees[0].person.grade",
        ),
        (
            put("mentees", 0, "person", "grade", value=7.0),
            "not-grade",
            "$.mentees[0].person.grade",
        ),
        (
            put("mentees", 0, "person", "position", value="cat"),
            "unknown-choice",
            "$.mentees[0].person",
        ),
        (put("mentees", 0, "person", "experience", value=3), "unknown-key", "$.mentees[0].person"),
        (put("mentors", 0, "capacity", value=1.5), "no-places", "$.mentors[0].capacity"),
        (put("mentors", 0, "capacity", value=True), "no-places", "$.mentors[0].capacity"),
        (put("mentors", 0, "category", value="passive"), "unknown-key", "$.mentors[0]"),
        (put("mentors", 0, "minimum", value=-1), "out-of-range", "$.mentors[0].minimum"),
        (put("mentors", 0, "minimum", value="2"), "not-whole", "$.mentors[0].minimum"),
        (put("mentors", 0, "minimum", value=3), "minimum-above-capacity", "$.mentors[0].minimum"),
        (put("mentees", 0, "priority", value=0), "out-of-range", "$.mentees[0].priority"),
        (put("mentees", 0, "priority", value=10), "out-of-range", "$.mentees[0].priority"),
        (put("mentees", 0, "priority", value=1.0), "not-whole", "$.mentees[0].priority"),
        (put("mentees", 0, "priority", value=None), "not-whole", "$.mentees[0].priority"),
        (put("mentees", 0, "minimum", value=1), "unknown-key", "$.mentees[0]"),
    ],
)
def test_a_wrong_value_is_named_with_its_path(
    change: Callable[[dict[str, Any]], None], code: str, path: str
) -> None:
    """Each fault says where it stands and what it is, in both languages."""
    document = _document()
    change(document)
    with pytest.raises(InvalidInputError) as caught:
        cohort_from_json(json.dumps(document), file="people.json")
    (fault,) = caught.value.faults
    assert fault.code == code
    assert fault.place is not None
    assert (fault.place.file, fault.place.path) == ("people.json", path)
    assert "people.json" in fault.text("ru")


def test_all_faults_come_at_once() -> None:
    """Three wrong values in three people make three faults."""
    document = _document()
    document["mentees"] += [{"person": {"position": "pupil", "id": ""}}, 5]
    document["mentors"][0]["capacity"] = 0
    with pytest.raises(InvalidInputError) as caught:
        cohort_from_json(json.dumps(document))
    assert [f.code for f in caught.value.faults] == ["empty-id", "not-an-object", "no-places"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[1,]", '{"format": NaN}', '{"format": 1, "format": 2}', "[" * 100_000, "\ufeff{}"],
)
def test_what_is_not_json_is_refused(text: str) -> None:
    """Broken text, NaN, doubled keys and endless nesting are faults, never tracebacks."""
    with pytest.raises(InvalidInputError) as caught:
        cohort_from_json(text)
    assert caught.value.faults[0].code in {"not-json", "wrong-format", "over-depth"}


def test_derived_parts_must_agree() -> None:
    """Groups and counts in a plan are checked against its pairs."""
    document = json.loads(plan_to_json(PLAN))
    document["counts"]["matched"] += 1
    document["groups"] = []
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    assert [f.code for f in caught.value.faults] == ["not-derived", "not-derived"]


@pytest.mark.parametrize("kind", [float, bool])
def test_derived_numbers_are_whole(kind: type) -> None:
    """1.0 and true are no 1 in what follows from the pairs, as everywhere else."""
    document = json.loads(plan_to_json(CROWDED))
    key = next(key for key, count in document["counts"].items() if kind(count) == count)
    document["counts"][key] = kind(document["counts"][key])
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    assert [f.code for f in caught.value.faults] == ["not-derived"]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["certificate"][0]["mentees"].update(p01=0.5),
        lambda d: d["certificate"][0]["mentees"].update(p01=2**63),
        lambda d: d["certificate"][0].update(goal="speed"),
        lambda d: d["certificate"][0].pop("value"),
        lambda d: d["certificate"][0].update(mentees={"b": 1, "a": 1}),
        lambda d: d.update(certificate={}),
        lambda d: d["unmatched"][0]["reason"].update(kind="bad luck"),
        lambda d: d["unmatched"][0].update(reason="bad luck"),
        lambda d: d["pairs"][0].update(score="1"),
        lambda d: d.update(seed=True),
        lambda d: d.update(places={"q01": "2"}),
        lambda d: d.pop("total"),
        lambda d: d.update(pairs=7),
    ],
)
def test_a_wrong_plan_is_refused_as_input(change: Callable[[dict[str, Any]], None]) -> None:
    """A plan of a wrong shape is a fault of the file, not a crash and not a plan."""
    document = json.loads(plan_to_json(PLAN))
    change(document)
    with pytest.raises(InvalidInputError):
        plan_from_json(json.dumps(document))


def test_a_crowd_is_written_once() -> None:
    """Whoever is kept out by the same crowd names it by its number, and shares one value when read."""
    document = json.loads(plan_to_json(CROWDED))
    assert len(document["crowds"]) == 1
    reasons = [left["reason"] for left in document["unmatched"]]
    assert reasons == [{"kind": "crowded-out", "crowd": 0}] * 3
    again = plan_from_json(json.dumps(document))
    assert again == CROWDED
    assert len({id(left.reason) for left in again.unmatched}) == 1


@pytest.mark.parametrize(
    ("change", "path", "code"),
    [
        (lambda d: d["unmatched"][1]["reason"].update(crowd=1), "unmatched[1].reason.crowd", "out-of-range"),
        (lambda d: d["unmatched"][1]["reason"].update(crowd=-1), "unmatched[1].reason.crowd", "out-of-range"),
        (lambda d: d["unmatched"][1]["reason"].update(crowd=False), "unmatched[1].reason.crowd", "wrong-type"),
        (lambda d: d["unmatched"][1]["reason"].update(crowd="0"), "unmatched[1].reason.crowd", "wrong-type"),
        (lambda d: d["unmatched"][1]["reason"].pop("crowd"), "unmatched[1].reason", "missing-key"),
        (lambda d: d["unmatched"][1]["reason"].update(places=2), "unmatched[1].reason", "unknown-key"),
        (lambda d: d["crowds"].append(d["crowds"][0]), "crowds[1]", "doubled-crowd"),
        (lambda d: d["crowds"].append({**d["crowds"][0], "places": 7}), "crowds[1]", "unused-crowd"),
        (lambda d: d["crowds"][0].update(places="2"), "crowds[0].places", "wrong-type"),
        (lambda d: d["crowds"][0].update(minimal=1), "crowds[0].minimal", "wrong-type"),
        (lambda d: d["crowds"][0].pop("mentors"), "crowds[0]", "missing-key"),
        (lambda d: d.update(crowds={}), "crowds", "not-a-list"),
        (lambda d: d.pop("crowds"), "", "missing-key"),
    ],
)  # fmt: skip
def test_a_wrong_crowd_is_named_with_its_path(
    change: Callable[[dict[str, Any]], None], path: str, code: str
) -> None:
    """A number of no crowd, a value of another type, a crowd twice or for nobody."""
    document = json.loads(plan_to_json(CROWDED))
    change(document)
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    places = [(fault.place and fault.place.path, fault.code) for fault in caught.value.faults]
    assert places == [(f"$.{path}" if path else "$", code)]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    """Missing files, folders and wrong encodings are faults with the file's name."""
    (tmp_path / "latin.json").write_bytes("{é".encode("latin-1"))
    for name, code in [("none.json", "no-file"), ("", "not-a-file"), ("latin.json", "not-json")]:
        with pytest.raises(InvalidInputError) as caught:
            read_json(tmp_path / name, cohort_from_json)
        assert caught.value.faults[0].code == code
