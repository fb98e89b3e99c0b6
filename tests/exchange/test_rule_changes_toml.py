"""Changes of the rules in a file: read with every fault at once, and the same in a plan."""

import json
from pathlib import Path
from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Cohort, InvalidInputError, Mentee, Mentor, Pupil, Text, match
from nastavnik.basics.errors import Fault
from nastavnik.exchange.json import plan_from_json, plan_to_json
from nastavnik.exchange.rule_changes import changes_from_plain, plain_changes, read_rule_changes
from nastavnik.methodology import AddedRule, Binding, RuleChanges

WHOLE = """
reading = "unbound"
without = ["common-language"]

[parameters]
"grade-gap.at_least" = 2
common-time.enough = 4
"mentor-shows-leadership.any_of" = ["volunteer", "organiser"]

[weights]
"common-interests" = 5

[[add]]
rule = "same-value"
id = "same-gender"
field = "пол"
asked_by = "того же пола"
asked_as = ["да", "хочу"]
sentence = "Наставник того же пола."

[[add]]
rule = "grade-from"
side = "mentor"
grade = 9
form = "pupil-pupil"
role_model = "peer-peer"
sentence = {en = "From {grade}.", ru = "От {grade}."}

[[bind]]
form = "pupil-pupil"
role_model = "leader-passive"
categories = ["passive"]
"""

CHANGES = RuleChanges(
    reading="unbound",
    bindings=[Binding(form="pupil-pupil", role_model="leader-passive", categories={"passive"})],
    parameters={
        "grade-gap": {"at_least": 2},
        "common-time": {"enough": 4},
        "common-interests": {"weight": 5},
        "mentor-shows-leadership": {"any_of": ["organiser", "volunteer"]},
    },
    without={"common-language"},
    added=[
        AddedRule(
            rule="same-value",
            id="same-gender",
            parameters={"field": "пол", "asked_by": "того же пола", "asked_as": ["да", "хочу"]},
            sentence=Text(en="Наставник того же пола.", ru="Наставник того же пола."),
        ),
        AddedRule(
            rule="grade-from",
            parameters={"side": "mentor", "grade": 9},
            form="pupil-pupil",
            role_model="peer-peer",
            sentence=Text(en="From {grade}.", ru="От {grade}."),
        ),
    ],
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return where a file of rules stands."""
    return tmp_path / "rules.toml"


def faults_of(file: Path, text: str) -> list[Fault]:
    """Return what is wrong with a file."""
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_rule_changes(file, methodology=TARGET_MODEL)
    assert all(fault.place and fault.place.file == str(file) for fault in caught.value.faults)
    return list(caught.value.faults)


def found(file: Path, text: str) -> list[tuple[str | None, str, str | None]]:
    """Return way, code and advice of what is wrong with a file."""
    return [(f.place.path, f.code, f.advice) for f in faults_of(file, text) if f.place]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_a_file_has_everything_that_can_be_changed(file: Path, encoding: str, line: str) -> None:
    file.write_bytes(WHOLE.replace("\n", line).encode(encoding))
    assert read_rule_changes(file, methodology=TARGET_MODEL) == CHANGES


def test_faults_of_shape_and_of_meaning_come_together(file: Path) -> None:
    text = """
    witout = []
    reading = true
    without = ["cleard"]
    [parameters]
    at_least = 3
    "grade-gap.at_least" = 1.5
    "grade-gap.at_leest" = 2
    [weights]
    common-interest = 2
    same-place = -1
    [[add]]
    rule = 7
    [[add]]
    rule = "same-valu"
    [[add]]
    rule = "different-value"
    field = true
    [[bind]]
    form = "pupil-pupil"
    role_model = "peer-per"
    categories = []
    colour = "red"
    [[bind]]
    form = "pupil-pupil"
    role_model = "peer-per"
    categories = []
    """
    assert set(found(file, text)) == {
        ("witout", "unknown-part", "without"),
        ("reading", "part-of-kind", None),
        ("without", "no-such-rule", "cleared"),
        ("[parameters] at_least", "not-a-parameter", None),
        ("[parameters] grade-gap.at_least", "part-of-kind", None),
        ("[parameters] grade-gap.at_leest", "no-such-parameter", "grade-gap.at_least"),
        ("[weights] common-interest", "no-such-rule", "common-interests"),
        ("[weights] same-place", "number-not-taken", "same-place.weight=0"),
        ("[[add]] 1, rule", "part-of-kind", None),
        ("[[add]] 2, rule", "no-ready-rule", "same-value"),
        ("[[add]] 3, field", "part-of-kind", None),
        ("[[bind]] 1, colour", "unknown-part", None),
        ("[[bind]] 2, role_model", "no-such-role-model", "peer-peer"),
    }


def test_one_number_is_given_once(file: Path) -> None:
    text = '[parameters]\n"same-place.weight" = 2\n[weights]\nsame-place = 2\n'
    assert found(file, text) == [("[weights] same-place", "given-twice", None)]


def test_what_is_no_toml_is_told_with_its_row(file: Path) -> None:
    (fault,) = faults_of(file, 'without = [\n"a"\nx')
    assert fault.code == "not-toml"
    assert fault.place is not None
    assert fault.place.row == 3


def test_a_file_that_cannot_be_read_is_told(file: Path, tmp_path: Path) -> None:
    for path, data, code in (
        (tmp_path / "none.toml", None, "no-file"),
        (tmp_path, None, "not-a-file"),
        (file, "без = 1".encode("cp1251"), "not-utf-8"),
    ):
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(InvalidInputError) as caught:
            read_rule_changes(path)
        assert [fault.code for fault in caught.value.faults] == [code]


def test_plain_values_and_back() -> None:
    plain = json.loads(json.dumps(plain_changes(CHANGES)))
    assert changes_from_plain(plain) == (CHANGES, [])
    assert plain_changes(RuleChanges()) == {}


def _plan(changes: RuleChanges) -> Any:
    cohort = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    return match(cohort, TARGET_MODEL.changed(changes))


def test_a_plan_keeps_its_changes() -> None:
    changes = RuleChanges(without={"can-meet"}, parameters={"grade-gap": {"at_least": 3}})
    plan = _plan(changes)
    read = plan_from_json(plan_to_json(plan))
    assert read == plan
    assert read.rule_changes == changes


def test_a_plan_of_unchanged_rules_says_nothing_of_them_as_before() -> None:
    text = plan_to_json(_plan(RuleChanges()))
    assert "rule_changes" not in text
    assert not plan_from_json(text).rule_changes


def test_wrong_changes_in_a_plan_are_told_with_their_path() -> None:
    document = json.loads(plan_to_json(_plan(RuleChanges(without={"can-meet"}))))
    document["rule_changes"] = {"add": [{"rule": "same-value", "field": "x"}], "without": "a"}
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    assert {fault.place and fault.place.path for fault in caught.value.faults} == {
        "$.rule_changes.add[0].field",
        "$.rule_changes.without",
    }
