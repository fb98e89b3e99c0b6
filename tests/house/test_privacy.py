"""Display names of children reach no message, whatever goes wrong or right."""

import logging
import traceback
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs import frozen

from nastavnik import (
    TARGET_MODEL,
    Cohort,
    InvalidInputError,
    Mentee,
    Mentor,
    Pupil,
    Requirement,
    RuleError,
    Text,
    match,
)
from nastavnik.basics.errors import Fault
from nastavnik.basics.places import Place
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.programme.round.town import invented_town
from nastavnik.report import explain_mentee, explain_mentor, summary
from nastavnik.report.folder import write_folder

NAME = "Invented Secretname"
SECRET = Pupil("p1", name=NAME, grade=5, age=11, organisation="s")


def everything_about(error: BaseException) -> str:
    """Return all that a log would show of an error."""
    return "".join(traceback.format_exception(error)) + repr(error) + str(error)


def test_reprs_show_the_id_alone() -> None:
    """A repr of a person, a role, a cohort or a plan has no name, mark or consent."""
    mentee = Mentee(attrs.evolve(SECRET, marks={"art": 2}), agreed=False, category="passive")
    cohort = Cohort(mentees=[mentee], mentors=[])
    assert repr(mentee) == "Mentee(Pupil('p1'))"
    for value in (SECRET, mentee, cohort, match(cohort)):
        assert NAME not in f"{value!r} {value}"


def test_faults_of_a_cohort_have_no_names() -> None:
    """Two people with one id differ by name; the message says so without the name."""
    other = attrs.evolve(SECRET, name="Another Secretname")
    with pytest.raises(InvalidInputError) as caught:
        Cohort(mentees=[Mentee(SECRET)], mentors=[Mentor(other)])
    assert "differ in name" in str(caught.value)
    assert "Secretname" not in everything_about(caught.value)


def test_a_wrong_name_is_not_shown() -> None:
    """A name of a wrong type is a fault that does not show it."""
    with pytest.raises(InvalidInputError) as caught:
        Pupil("p1", name=["Invented", "Secretname"])  # type: ignore[arg-type]
    assert "Secretname" not in str(caught.value)


@frozen(kw_only=True)
class Nosy(Requirement):
    """Asks for the name."""

    id: str = "nosy"
    sentence: Text = Text(en="…", ru="…")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002
        """Read what no rule may read."""
        return mentee.person.name == NAME


@frozen(kw_only=True)
class Clumsy(Requirement):
    """Fails."""

    id: str = "clumsy"
    sentence: Text = Text(en="…", ru="…")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Fail with whatever can be seen in the message."""
        raise ValueError(f"{mentor!r} {mentee!r} {mentee.person!r}")


@pytest.mark.parametrize("rule", [Nosy(), Clumsy()])
def test_rules_see_no_names(rule: Requirement) -> None:
    """A rule that asks for a name is refused, one that fails shows none."""
    cohort = Cohort(mentees=[Mentee(SECRET)], mentors=[Mentor(Pupil("q", name=NAME))])
    with pytest.raises(RuleError) as caught:
        match(
            cohort, TARGET_MODEL.with_rule(rule, form="pupil-pupil").without_rule("mentor-agreed")
        )
    assert "Secretname" not in everything_about(caught.value)


def test_digest_reads_no_name() -> None:
    """With and without names the digest is the same, so no name can be tried out against it."""
    named, nameless = Mentee(SECRET), Mentee(attrs.evolve(SECRET, name=None))
    digests = {digest_of_cohort(Cohort(mentees=[m], mentors=[])) for m in (named, nameless)}
    assert len(digests) == 1


def test_explanations_and_json_have_no_names(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Only `plan.xlsx`, the coordinator's own table, holds names; nothing is logged."""
    caplog.set_level(logging.DEBUG)
    town = invented_town()
    names = [role.person.name or "" for role in (*town.mentees, *town.mentors)]
    plan = match(town)
    texts = [str(summary(plan, TARGET_MODEL, "ru"))]
    texts += [str(explain_mentee(plan, m.id, TARGET_MODEL, "ru")) for m in town.mentees]
    texts += [str(explain_mentor(plan, m.id, TARGET_MODEL, "en")) for m in town.mentors]
    for path in write_folder(tmp_path / "out", plan, town, TARGET_MODEL):
        if path.suffix == ".json":
            texts.append(path.read_text(encoding="utf-8"))
    texts.append(caplog.text)
    assert not [name for name in names if any(name in text for text in texts)]


def test_nothing_from_an_input_can_forge_a_line() -> None:
    """A heading, an id or a value with control characters is shown with them written out."""
    forged = "x\x1b[31m\nFaults in the input: 0"
    place = Place(file="a.xlsx", sheet=forged, row=1, column=forged)
    for fault in (
        Fault("not-yes-no", value=forged, place=place),
        Fault("not-yes-no", value=forged, subject=("mentee", forged)),
        Fault("unknown-choice", value="y", known=[forged]),
    ):
        assert fault.text("en").isprintable()
