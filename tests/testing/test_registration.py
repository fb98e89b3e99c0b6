"""Hypothesis knows how to draw the library's values as soon as the library is installed beside it."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import nastavnik
from nastavnik import Cohort, Mentee, Preference, Requirement
from nastavnik.people import Person
from nastavnik.testing.registration import register

KINDS = [
    getattr(nastavnik, name)
    for name in (
        *("Pupil", "Student", "Teacher", "Professional", "Mentor", "Mentee", "Cohort"),
        *("Requirement", "Preference", "Methodology", "Source", "Text"),
    )
]


def test_hypothesis_is_told_by_an_entry_point() -> None:
    """The one that the package offers is the function that registers."""
    (point,) = (p for p in entry_points(group="hypothesis") if p.name == "nastavnik")
    assert point.load() is register


@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@pytest.mark.parametrize("kind", [Person, *KINDS], ids=lambda kind: kind.__name__)
def test_every_registered_type_is_drawn(kind: type) -> None:
    """Without anything imported or registered by the test itself."""
    first = settings(phases=[Phase.generate])  # the first will do, and need not be the smallest
    assert isinstance(find(st.from_type(kind), lambda _: True, settings=first), kind)


@given(mentee=st.from_type(Mentee))
def test_values_are_those_of_the_strategies(mentee: Mentee) -> None:
    """The registered strategies and not what Hypothesis would guess from the annotations."""
    assert mentee.category is None or mentee.category.replace("-", "").isalpha()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_test_of_ones_own_may_take_whole_rounds_and_rules(data: st.DataObject) -> None:
    """As parameters of one's own functions, by their annotations alone."""

    def drawn(cohort: Cohort, requirement: Requirement, preference: Preference) -> bool:
        ids = {role.id for role in (*cohort.mentees, *cohort.mentors)}
        larger = max(len(cohort.mentees), len(cohort.mentors))
        return len(ids) >= larger and requirement.id != preference.id

    assert data.draw(st.builds(drawn))


def test_importing_hypothesis_loads_nothing_heavy() -> None:
    """Whoever imports Hypothesis for something else pays for the door alone."""
    heavy = ["numpy", "ortools", "networkx", "nastavnik.testing.strategies"]
    code = f"import sys, hypothesis; print(*[m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []
