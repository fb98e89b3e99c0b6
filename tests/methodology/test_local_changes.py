"""The official reading of the model and local changes: each makes another methodology, and a slip is named."""

from typing import Any

import attrs
import pytest

from helpers.whole_model import WITH_LOCAL, everything
from nastavnik.basics.errors import RuleError, UnknownNameError
from nastavnik.basics.sources import Confidence
from nastavnik.basics.texts import Text
from nastavnik.methodology import TARGET_MODEL
from nastavnik.methodology.local_forms import TEACHER_PUPIL
from nastavnik.rules import Requirement
from nastavnik.rules.catalogue.pairing import GradeGap
from nastavnik.rules.catalogue.preferences import SamePlace


def test_unbound_lifts_every_binding_and_leaves_the_original_as_it_was() -> None:
    before = everything(TARGET_MODEL)
    free = TARGET_MODEL.read_as("unbound")
    for form in free.forms:
        for model in form.role_models:
            assert not model.categories
            assert model.binding_source is None
            ids = {rule.id for rule in free.requirements_of(form, model)}
            assert "category-served" not in ids
    assert everything(TARGET_MODEL) == before
    assert TARGET_MODEL.form("pupil-pupil").role_model("peer-peer").categories == {"active"}


def test_unbound_changes_nothing_but_the_bindings() -> None:
    free = TARGET_MODEL.read_as("unbound")
    assert list(free.rules()) == list(TARGET_MODEL.rules())
    assert [f.tasks for f in free.forms] == [f.tasks for f in TARGET_MODEL.forms]


def test_a_local_form_is_registered_and_is_not_official() -> None:
    """S15 as the worked example."""
    ours = TARGET_MODEL.with_form(TEACHER_PUPIL)
    assert ours.form("teacher-pupil") is TEACHER_PUPIL
    assert not TEACHER_PUPIL.official
    assert TEACHER_PUPIL.source.confidence is Confidence.INFERRED
    assert TEACHER_PUPIL.source.statements == ("S15",)
    assert [f.id for f in ours.forms if f.official] == [f.id for f in TARGET_MODEL.forms]
    assert len(TARGET_MODEL.forms) == 5


def test_a_local_form_may_not_claim_to_be_official() -> None:
    with pytest.raises(ValueError, match="official"):
        TARGET_MODEL.with_form(attrs.evolve(TEACHER_PUPIL, official=True))


def test_a_form_is_registered_once() -> None:
    with pytest.raises(ValueError, match="teacher-pupil"):
        WITH_LOCAL.with_form(TEACHER_PUPIL)


@attrs.frozen(kw_only=True)
class BothOnline(Requirement):
    """A rule of a school's own."""

    id: str = "both-online"
    sentence: Text = attrs.field(default=Text(en="Both are online.", ru="Оба онлайн."))

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Return whether both meet online."""
        return mentor.person.online & mentee.person.online


@pytest.mark.parametrize(
    ("form", "model"),
    [(None, None), ("pupil-pupil", None), ("pupil-pupil", "peer-peer")],
)
def test_with_rule_adds_the_rule_exactly_where_it_is_told(
    form: str | None, model: str | None
) -> None:
    changed = TARGET_MODEL.with_rule(BothOnline(), form=form, role_model=model)
    for each in changed.forms:
        for one in each.role_models:
            there = "both-online" in {r.id for r in changed.requirements_of(each, one)}
            assert there == (form in (None, each.id) and model in (None, one.id))
    assert "both-online" not in {rule.id for rule in TARGET_MODEL.rules()}


def test_with_rule_takes_a_preference_as_well() -> None:
    changed = TARGET_MODEL.with_rule(SamePlace(id="near", weight=3), form="student-pupil")
    form = changed.form("student-pupil")
    assert "near" in {p.id for p in changed.preferences_of(form, form.role_models[0])}


def test_with_rule_refuses_a_second_rule_of_one_id() -> None:
    with pytest.raises(RuleError, match="grade-gap"):
        TARGET_MODEL.with_rule(GradeGap(), form="pupil-pupil")


def test_without_rule_takes_the_rule_out_wherever_it_stands() -> None:
    changed = TARGET_MODEL.without_rule("mentee-guardian-agreed")
    assert "mentee-guardian-agreed" not in {rule.id for rule in changed.rules()}
    kept = [r.id for r in TARGET_MODEL.rules() if r.id != "mentee-guardian-agreed"]
    assert [r.id for r in changed.rules()] == kept


def test_with_parameters_changes_the_rule_wherever_it_stands() -> None:
    changed = TARGET_MODEL.with_parameters("mentor-experience-from", years=3)
    years = [r.parameters["years"] for r in changed.rules() if r.id == "mentor-experience-from"]
    assert years == [3, 3]
    other = [r for r in changed.rules() if r.id != "mentor-experience-from"]
    assert other == [r for r in TARGET_MODEL.rules() if r.id != "mentor-experience-from"]


def test_with_parameters_narrows_who_counts_as_a_leader() -> None:
    changed = TARGET_MODEL.with_parameters(
        "mentor-shows-leadership", any_of=frozenset({"class-leader"})
    )
    rule = changed.form("pupil-pupil").requirements[-1]
    assert rule.parameters["any_of"] == {"class-leader"}


@pytest.mark.parametrize(
    ("change", "nearest"),
    [
        (lambda m: m.with_rule(BothOnline(), form="pupil-pupi"), "pupil-pupil"),
        (
            lambda m: m.with_rule(BothOnline(), form="pupil-pupil", role_model="peer-per"),
            "peer-peer",
        ),
        (lambda m: m.without_rule("grade-gp"), "grade-gap"),
        (lambda m: m.with_parameters("grade-gp", at_least=2), "grade-gap"),
        (lambda m: m.with_parameters("grade-gap", at_lest=2), "at_least"),
        (lambda m: m.form("teacher-techer"), "teacher-teacher"),
        (lambda m: m.form("pupil-pupil").role_model("leader-pasive"), "leader-passive"),
        (lambda m: m.form("pupil-pupil").category("pasive"), "passive"),
    ],
)
def test_a_typo_is_an_error_that_names_the_nearest(change: Any, nearest: str) -> None:
    with pytest.raises(UnknownNameError, match="Maybe") as error:
        change(TARGET_MODEL)
    assert error.value.nearest == nearest
