"""What an embedder tests with: strategies of the library's values, and the check of a rule of one's own."""

from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np
import pytest
from attrs import frozen
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from helpers.sizes import examples
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Methodology, Pupil, Text, assign, match
from nastavnik.basics.sources import Source
from nastavnik.methodology.local_forms import TEACHER_PUPIL
from nastavnik.people import Person, Position, Role, Teacher
from nastavnik.programme.round.cohort import faults_under
from nastavnik.rules import Preference, Requirement, overlap
from nastavnik.rules.catalogue.pairing import GradeGap
from nastavnik.testing import check_rule
from nastavnik.testing import strategies as every
from nastavnik.testing.strategies import (
    NAMES,
    AssignmentProblem,
    assignment_problems,
    cohorts,
    ids,
    mentees,
    mentors,
    methodologies,
    people,
    rules,
    sources,
    texts,
)

QUICKLY = settings(phases=[Phase.generate, Phase.shrink], database=None)
AT_LENGTH = settings(QUICKLY, max_examples=3000)
"""For what is seldom drawn."""
CONSENTS = ("agreed", "guardian_agreed", "trained", "cleared", "data_consent")


def roles_of(cohort: Cohort) -> Iterator[Role]:
    """Yield everybody of both sides."""
    yield from cohort.mentees
    yield from cohort.mentors


def facts_of(role: Role) -> dict[str, Any]:
    """Return all fields of a role and of its person."""
    return attrs.asdict(role, recurse=False) | attrs.asdict(role.person, recurse=False)


def test_everything_is_exported() -> None:
    assert [name for name in every.__all__ if not hasattr(every, name)] == []


@given(cohort=cohorts())
def test_a_cohort_fits_the_methodology(cohort: Cohort) -> None:
    """Positions, categories and tasks are those of the methodology; the cohort checks the rest."""
    assert list(faults_under(TARGET_MODEL, cohort.mentees, cohort.mentors)) == []
    assert not any(role.id in role.choices | role.refusals for role in roles_of(cohort))


@given(data=st.data(), methodology=methodologies(TARGET_MODEL.with_form(TEACHER_PUPIL)))
def test_a_cohort_fits_a_methodology_of_ones_own(
    data: st.DataObject, methodology: Methodology
) -> None:
    cohort = data.draw(cohorts(methodology=methodology, max_mentees=3, max_mentors=2))
    assert list(faults_under(methodology, cohort.mentees, cohort.mentors)) == []


@given(cohort=cohorts(min_mentees=1, max_mentees=2, min_mentors=2, max_mentors=3))
def test_a_cohort_has_the_size_asked_for(cohort: Cohort) -> None:
    assert 1 <= len(cohort.mentees) <= 2
    assert 2 <= len(cohort.mentors) <= 3


@given(cohort=cohorts(willing=True))
def test_a_willing_cohort_has_every_consent(cohort: Cohort) -> None:
    for role in roles_of(cohort):
        facts = facts_of(role)
        assert all(facts.get(consent, True) is True for consent in CONSENTS)


@given(cohort=cohorts(known=True))
def test_in_a_known_cohort_no_fact_is_unknown(cohort: Cohort) -> None:
    """But for the display name; and without a day of arrival somebody is known to be no newcomer."""
    for role in roles_of(cohort):
        unknown = {name for name, value in facts_of(role).items() if value is None}
        assert unknown <= {"name", "newcomer_since"}


@given(cohort=cohorts())
def test_nobody_asks_for_mentees_or_comes_first_by_default(cohort: Cohort) -> None:
    """So that every cohort drawn has a plan."""
    assert all(mentor.minimum == 0 for mentor in cohort.mentors)
    assert all(mentee.priority == 5 for mentee in cohort.mentees)


@pytest.mark.parametrize("minimum", [1, 3])
def test_minimums_can_be_asked_for(minimum: int) -> None:
    large = cohorts(max_mentees=0, max_mentors=1, minimums=True)
    cohort = find(large, lambda c: any(m.minimum == minimum for m in c.mentors), settings=AT_LENGTH)
    assert cohort.mentors[0].capacity >= minimum
    mentor = find(mentors(minimums=True), lambda m: m.minimum == minimum, settings=AT_LENGTH)
    assert mentor.capacity >= minimum


@pytest.mark.parametrize("priority", [1, 9])
def test_priorities_can_be_asked_for(priority: int) -> None:
    large = cohorts(max_mentees=1, max_mentors=0, priorities=True)
    find(large, lambda c: any(m.priority == priority for m in c.mentees), settings=AT_LENGTH)
    find(mentees(priorities=True), lambda m: m.priority == priority, settings=AT_LENGTH)


@given(cohort=cohorts(min_mentees=1, min_mentors=1, minimums=True, priorities=True))
def test_minimums_and_priorities_are_such_as_may_be(cohort: Cohort) -> None:
    """A drawn minimum is at most the places, a drawn priority from 1 to 9."""
    assert all(0 <= mentor.minimum <= mentor.capacity for mentor in cohort.mentors)
    assert all(1 <= mentee.priority <= 9 for mentee in cohort.mentees)


def test_a_willing_cohort_can_often_be_matched() -> None:
    """Not with every draw, but often enough that a test of matching tests something."""
    found = []

    @settings(max_examples=examples(60), database=None, derandomize=True)
    @given(cohort=cohorts(min_mentees=1, min_mentors=1, willing=True, known=True))
    def look(cohort: Cohort) -> None:
        found.append(bool(match(cohort, TARGET_MODEL).pairs))

    look()
    assert sum(found) > len(found) / 5


def test_a_person_can_be_mentee_and_mentor() -> None:
    def in_both(cohort: Cohort) -> bool:
        return bool({m.id for m in cohort.mentees} & {m.id for m in cohort.mentors})

    patient = settings(QUICKLY, max_examples=20_000)
    cohort = find(cohorts(max_mentees=1, max_mentors=1), in_both, settings=patient)
    assert cohort.mentees[0].person == cohort.mentors[0].person


def test_examples_shrink_to_few_people_of_whom_little_is_known() -> None:
    large = cohorts(max_mentees=3, max_mentors=1)
    cohort = find(large, lambda c: len(c.mentees) > 1, settings=QUICKLY)
    assert (len(cohort.mentees), len(cohort.mentors)) == (2, 0)
    for role in roles_of(cohort):
        said = {name for name, value in facts_of(role).items() if value}
        assert said - {"priority"} == {"id", "person"}


def test_examples_shrink_to_the_usual_minimum_and_priority() -> None:
    some = cohorts(min_mentees=1, min_mentors=1, minimums=True, priorities=True)
    cohort = find(some, lambda _: True, settings=QUICKLY)
    assert (cohort.mentors[0].minimum, cohort.mentees[0].priority) == (0, 5)


def test_a_methodology_without_forms_has_empty_cohorts() -> None:
    bare = attrs.evolve(TARGET_MODEL, forms=(), norms=(), readings=(), qualities=())
    assert find(cohorts(methodology=bare), lambda _: True).places == 0
    assert find(methodologies(bare), lambda _: True) is bare


@given(person=people(positions=[Position.PUPIL, Position.TEACHER]))
def test_people_have_the_positions_asked_for(person: Person) -> None:
    assert isinstance(person, (Pupil, Teacher))
    assert person.name is None or person.name in NAMES


@given(person=people(ident=st.just("p1")), name=ids())
def test_an_id_can_be_asked_for(person: Person, name: str) -> None:
    assert person.id == "p1"
    assert name == name.strip() != ""


@given(
    mentor=mentors(others=["a", "b"]), mentee=mentees(others=["a", "b"], willing=True, known=True)
)
def test_wishes_are_about_the_others(mentor: Mentor, mentee: Mentee) -> None:
    assert mentor.choices | mentor.refusals <= {"a", "b"}
    assert mentee.choices | mentee.refusals | mentee.bans <= {"a", "b"}
    assert mentee.category is not None


@given(rule=rules())
def test_rules_have_their_parameters_in_their_sentences(rule: Requirement | Preference) -> None:
    assert "{" not in rule.text["en"] + rule.text["ru"]


@given(text=texts(), source=sources())
def test_texts_and_sources_can_be_shown(text: Text, source: Source) -> None:
    assert text["en"]
    assert text["ru"]
    assert source.label_in("ru")


@given(problem=assignment_problems())
def test_assign_takes_every_problem(problem: AssignmentProblem) -> None:
    best = assign(problem.scores, problem.capacities, **problem.demands)
    assert best.matched <= min(problem.scores.shape[0], problem.capacities.sum())
    assert problem.scores.dtype == problem.capacities.dtype == np.int64
    assert problem.scores.shape == problem.admissible.shape


# The check of a rule of one's own.


@frozen(kw_only=True)
class SharedInterest(Requirement):
    """A rule as a user writes it."""

    id: str = "shared-interest"
    sentence: Text = Text(en="They share an interest.", ru="Есть общий интерес.")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Compare interests."""
        return overlap(mentor.person.interests, mentee.person.interests) >= 1


def _is_true(fact: Any) -> bool:
    return fact is True


@frozen(kw_only=True)
class Stubborn(SharedInterest):
    """A rule whose helper cannot see a column for what it is."""

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Compare with ``is`` where nobody looks."""
        return (mentor.capacity > mentee.person.grade * 100) | _is_true(mentor.person.online)


@frozen(kw_only=True)
class Remembering(SharedInterest):
    """A rule that changes itself."""

    seen: list[str] = attrs.field(factory=list)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Remember whom it was asked about."""
        self.seen.append("somebody")
        return mentor.capacity + mentee.capacity > 0 if len(self.seen) < 0 else True


_ASKED: list[str] = []


@frozen(kw_only=True)
class Moody(SharedInterest):
    """A rule that depends on what it was asked before."""

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        """Say no to the first four questions."""
        _ASKED.append("somebody")
        return len(_ASKED) > 4


@frozen(kw_only=True)
class Branching(SharedInterest):
    """A rule that runs on people only."""

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Branch."""
        return True if mentor.person.online else mentee.person.online


@frozen(kw_only=True)
class Generous(Preference):
    """A preference that gives too much."""

    id: str = "generous"
    sentence: Text = Text(en="Gives much.", ru="Даёт много.")

    def points(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        """Give more than may be."""
        return 1000 * mentor.capacity


def _crowd(size: int, online: int | None = None) -> Cohort:
    """Make a square of people, one mentor of whom is online."""
    return Cohort(
        mentees=[Mentee(Pupil(f"e{n}", grade=5)) for n in range(size)],
        mentors=[Mentor(Pupil(f"m{n}", online=n == online)) for n in range(size)],
    )


@given(cohort=cohorts())
def test_a_sound_rule_passes(cohort: Cohort) -> None:
    check_rule(SharedInterest(), cohort, on_columns=True)
    check_rule(Branching(), cohort)


def test_a_rule_that_is_wrong_among_all_is_caught_at_any_pair() -> None:
    """The table itself asks a few pairs once more; the check asks all of them."""
    for online in range(7):
        with pytest.raises(AssertionError, match=f"'shared-interest' on mentor 'm{online}'"):
            check_rule(Stubborn(), _crowd(7, online))


def test_a_rule_that_changes_itself_is_caught() -> None:
    with pytest.raises(AssertionError, match="'shared-interest' changed itself"):
        check_rule(Remembering(), _crowd(2))


def test_a_rule_that_depends_on_what_was_asked_before_is_caught() -> None:
    with pytest.raises(AssertionError, match=r"'m0' and mentee 'e0' says False .* again"):
        check_rule(Moody(), _crowd(2))


def test_a_rule_of_which_speed_is_asked_must_not_branch() -> None:
    with pytest.raises(AssertionError, match="'shared-interest' cannot run on everybody"):
        check_rule(Branching(), _crowd(2, online=1), on_columns=True)


def test_a_rule_that_answers_wrongly_is_caught() -> None:
    with pytest.raises(AssertionError, match="'generous' on mentor 'm0' and mentee 'e0' returned"):
        check_rule(Generous(), _crowd(2))


def test_a_built_in_rule_passes() -> None:
    check_rule(GradeGap(), _crowd(3), on_columns=True)
