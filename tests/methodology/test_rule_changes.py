"""Changes of the rules as one value: made, remembered, put together, and refused with every fault at once."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpers.sizes import examples
from nastavnik import TARGET_MODEL, InvalidInputError, Text
from nastavnik.methodology import AddedRule, Binding, Methodology, RuleChanges
from nastavnik.methodology.changing import parameters_of
from nastavnik.programme.round.digests import digest_of_methodology
from nastavnik.rules import Unknown
from nastavnik.rules.catalogue import own_fields
from nastavnik.rules.catalogue.ready import READY

SAME = AddedRule(rule="same-value", parameters={"field": "пол"})


def codes_of(changes: RuleChanges) -> dict[str | None, str]:
    """Return what is wrong with changes of the target model, by the way to it."""
    with pytest.raises(InvalidInputError) as caught:
        TARGET_MODEL.changed(changes)
    return {fault.field: fault.code for fault in caught.value.faults}


def test_parameters_weights_and_words_are_set() -> None:
    changed = TARGET_MODEL.changed(
        RuleChanges(
            parameters={
                "grade-gap": {"at_least": 2},
                "common-interests": {"weight": 0},
                "common-slots": {"unknown": "refuses"},
                "mentor-shows-leadership": {"any_of": ["volunteer"]},
            }
        )
    )
    by_id: dict[str, Any] = {rule.id: rule for rule in changed.rules()}
    assert by_id["grade-gap"].at_least == 2
    assert by_id["common-interests"].weight == 0
    assert by_id["common-slots"].unknown is Unknown.REFUSES
    assert by_id["mentor-shows-leadership"].any_of == {"volunteer"}
    assert changed != TARGET_MODEL


def test_rules_are_taken_out_and_in() -> None:
    changed = TARGET_MODEL.changed(
        RuleChanges(
            without={"can-meet"},
            added=[
                SAME,
                AddedRule(
                    rule="grade-from",
                    id="tenth",
                    parameters={"side": "mentor", "grade": 10},
                    form="pupil-pupil",
                    role_model="peer-peer",
                    sentence=Text(en="From {grade}.", ru="От {grade}."),
                ),
            ],
        )
    )
    everywhere = {rule.id for rule in changed.requirements}
    assert "can-meet" not in everywhere
    assert "same-value" in everywhere
    (tenth,) = [
        rule
        for rule in changed.form("pupil-pupil").role_model("peer-peer").requirements
        if rule.id == "tenth"
    ]
    assert (tenth.text.ru, tenth.source.confidence.value) == ("От 10.", "local")


def test_a_role_model_is_bound_to_other_categories() -> None:
    binding = Binding(form="pupil-pupil", role_model="leader-passive", categories={"passive"})
    changed = TARGET_MODEL.changed(RuleChanges(reading="unbound", bindings=[binding]))
    bound = {
        role_model.id: role_model.categories
        for _, role_model in changed.ways
        if role_model.categories
    }
    assert bound == {"leader-passive": {"passive"}}
    free = changed.changed(
        RuleChanges(
            bindings=[Binding(form="pupil-pupil", role_model="leader-passive", categories=())]
        )
    )
    assert digest_of_methodology(free) == digest_of_methodology(TARGET_MODEL.read_as("unbound"))


def test_every_fault_comes_at_once_with_the_way_to_it() -> None:
    changes = RuleChanges(
        bindings=[
            Binding(form="pupil-pupil", role_model="leader", categories=()),
            Binding(form="pupil-pupil", role_model="peer-peer", categories={"pasive"}),
        ],
        parameters={
            "grade-gab": {"at_least": 2},
            "grade-gap": {"at_leest": 2},
            "common-slots": {"at_least": -1},
            "common-time": {"enough": "three"},
            "common-language": {"unknown": "pass"},
            "can-meet": {"unknown": "passes"},
        },
        without={"can-meet", "cleard"},
        added=[
            AddedRule(rule="same-valu"),
            AddedRule(rule="same-value"),
            AddedRule(rule="grade-gap", form="pupil"),
            AddedRule(rule="can-meet", role_model="peer-peer"),
            AddedRule(rule="not-last-year"),
            AddedRule(rule="not-last-year", id="Last Year", parameters={"mentors_in": "x"}),
            AddedRule(rule="different-value", parameters={"field": ""}),
            AddedRule(
                rule="different-value",
                parameters={"field": "класс"},
                sentence=Text(en="{clas}", ru="{clas}"),
            ),
            AddedRule(rule="common-language"),
        ],
    )
    assert codes_of(changes) == {
        "bind.0.role_model": "no-such-role-model",
        "bind.1.categories": "no-such-category",
        "parameters.grade-gab": "no-such-rule",
        "parameters.grade-gap.at_leest": "no-such-parameter",
        "parameters.common-slots.at_least": "number-not-taken",
        "parameters.common-time.enough": "parameter-of-kind",
        "parameters.common-language.unknown": "parameter-of-kind",
        "without.can-meet": "set-and-taken-out",
        "without.cleard": "no-such-rule",
        "add.0.rule": "no-ready-rule",
        "add.1": "parameter-needed",
        "add.2.form": "no-such-form",
        "add.3.role_model": "role-model-without-form",
        "add.4": "parameters-needed",
        "add.5.id": "not-a-rule-id",
        "add.6.field": "value-not-taken",
        "add.7.sentence": "not-a-sentence",
        "add.8.id": "rule-there",
    }


def test_advice_names_the_nearest() -> None:
    with pytest.raises(InvalidInputError) as caught:
        TARGET_MODEL.changed(
            RuleChanges(without={"grade-gab"}, parameters={"common-time": {"enough": 0}})
        )
    advised = {fault.code: fault.advice for fault in caught.value.faults}
    assert advised == {"no-such-rule": "grade-gap", "number-not-taken": "common-time.enough=1"}


def test_whatever_way_rules_are_changed_is_remembered() -> None:
    by_words = (
        TARGET_MODEL.read_as("unbound")
        .with_parameters("grade-gap", at_least=2)
        .without_rule("cleared")
    )
    as_one = TARGET_MODEL.changed(
        RuleChanges(
            reading="unbound", parameters={"grade-gap": {"at_least": 2}}, without={"cleared"}
        )
    )
    assert by_words.changes == as_one.changes
    assert by_words == as_one
    assert not TARGET_MODEL.changes
    passing = TARGET_MODEL.with_parameters("cleared", unknown=Unknown.PASSES)
    assert passing.changes.parameters == {"cleared": {"unknown": "passes"}}


def test_a_rule_taken_in_may_be_changed_and_taken_out_again() -> None:
    with_one = TARGET_MODEL.changed(RuleChanges(added=[SAME]))
    other = with_one.with_parameters("same-value", field="улица")
    (added,) = other.changes.added
    assert added.parameters == {"field": "улица"}
    assert TARGET_MODEL.changed(other.changes) == other
    assert not other.without_rule("same-value").changes


def test_a_rule_of_the_methodology_and_one_taken_in_go_together() -> None:
    gap = AddedRule(rule="grade-gap", parameters={"at_least": 1}, form="student-pupil")
    both = TARGET_MODEL.changed(RuleChanges(added=[gap]))
    neither = both.without_rule("grade-gap")
    assert neither.changes == RuleChanges(without={"grade-gap"})
    assert TARGET_MODEL.changed(neither.changes) == neither


RULES = [rule.id for rule in TARGET_MODEL.rules()]
NUMBERS = ["grade-gap.at_least", "common-interests.weight", "common-time.enough"]
ADDED = [
    SAME,
    AddedRule(rule="different-value", parameters={"field": "команда"}),
    AddedRule(rule="grade-gap", id="gap-of-students", form="student-pupil"),
]


@st.composite
def changes_of_rules(draw: st.DrawFn) -> RuleChanges:
    """Draw changes, most of which a methodology takes."""
    parameters: dict[str, dict[str, Any]] = {}
    for one in draw(st.lists(st.sampled_from(NUMBERS), max_size=2)):
        rule, name = one.split(".")
        parameters.setdefault(rule, {})[name] = draw(st.integers(1, 3))
    bound = st.builds(
        Binding,
        form=st.just("pupil-pupil"),
        role_model=st.sampled_from(["peer-peer", "leader-passive"]),
        categories=st.frozensets(st.sampled_from(["active", "passive"])),
    )
    return RuleChanges(
        reading=draw(st.sampled_from([None, None, "founding", "widened", "unbound"])),
        bindings=draw(st.lists(bound, max_size=2)),
        parameters=parameters,
        without=draw(st.frozensets(st.sampled_from([*RULES, "same-value"]), max_size=2)),
        added=draw(st.lists(st.sampled_from(ADDED), max_size=2, unique_by=lambda one: one.rule)),
    )


def made(methodology: Methodology, changes: RuleChanges) -> Methodology | None:
    """Return a changed methodology, or None where it cannot be changed so."""
    try:
        return methodology.changed(changes)
    except InvalidInputError:
        return None


@settings(max_examples=examples(60))
@given(first=changes_of_rules(), later=changes_of_rules())
def test_changes_of_changes_are_changes(first: RuleChanges, later: RuleChanges) -> None:
    """What a methodology remembers makes it anew from where it came."""
    once = made(TARGET_MODEL, first)
    assume(once is not None)
    twice = once and made(once, later)
    assume(twice is not None)
    assert twice is not None
    assert TARGET_MODEL.changed(twice.changes) == twice
    assert digest_of_methodology(TARGET_MODEL.changed(twice.changes)) == digest_of_methodology(
        twice
    )


@pytest.mark.parametrize("name", READY)
def test_every_ready_rule_says_what_it_can_be_given(name: str) -> None:
    known = parameters_of(READY[name])
    assert set(known.values()) <= {"number", "text", "texts", "refuses, passes", "mentor, mentee"}
    assert {"unknown", "weight"} & known.keys()


def test_rules_on_fields_of_ones_own_are_ready() -> None:
    assert {READY[name].__name__ for name in READY} >= set(own_fields.__all__)
