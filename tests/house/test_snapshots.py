"""The model and the plans are what they were; whoever means to change them writes the snapshots anew."""

import json

import attrs
import pytest
from attrs import evolve

from helpers.snapshots import FOLDER, model, model_text, plan_texts, real_tables
from nastavnik import TARGET_MODEL
from nastavnik.programme.round.digests import digest_of_methodology

ANEW = "it differs; if that is meant, run 'make snapshots' and read the difference"

PLANS = dict(plan_texts())


def test_the_model_is_what_it_was() -> None:
    """Every form, role model, binding, rule, parameter, weight, source, grade and text."""
    assert (FOLDER / "target-model.json").read_text("utf-8") == model_text(), ANEW


@pytest.mark.parametrize("name", PLANS)
def test_plans_are_what_they_were(name: str) -> None:
    """Byte for byte: pairs, points, reasons, prices and digests."""
    assert (FOLDER / f"plan-of-{name}.json").read_text("utf-8") == PLANS[name], ANEW


@pytest.mark.skipif(real_tables() is None, reason="the UCI tables are not here")
def test_the_real_tables_are_among_them() -> None:
    """A plan for each snapshot, where the tables are."""
    assert {f"plan-of-{name}" for name in PLANS} == {p.stem for p in FOLDER.glob("plan-of-*.json")}


@pytest.mark.parametrize(
    "changed",
    [
        TARGET_MODEL.with_parameters("grade-gap", at_least=2),
        TARGET_MODEL.read_as("unbound"),
        attrs.evolve(TARGET_MODEL, principles=TARGET_MODEL.principles[1:]),
        TARGET_MODEL.with_parameters("common-time", weight=3),
    ],
    ids=["parameter", "binding", "principle", "weight"],
)
def test_a_changed_default_shows(changed: object) -> None:
    """A number, a binding, a text that is gone, a weight."""
    assert isinstance(changed, type(TARGET_MODEL))
    assert model(changed) != json.loads(model_text())


def test_a_rule_of_the_library_is_the_same_wherever_it_lives(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The digest of the methodology says nothing of modules of ours; a plan made before a move stays valid."""
    before = digest_of_methodology(TARGET_MODEL)
    rule = type(TARGET_MODEL.requirements[0])
    monkeypatch.setattr(rule, "__module__", "nastavnik.elsewhere")
    assert (
        digest_of_methodology(evolve(TARGET_MODEL)) == before
    )  # another one, of which nothing is remembered
    monkeypatch.setattr(rule, "__module__", "school.rules")
    assert digest_of_methodology(evolve(TARGET_MODEL)) != before
