"""Who has one or two others in reach learns nothing of what they are like: not by what is told, nor by exclusion."""

from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.demanding import demanding_rounds
from helpers.sizes import rounds
from nastavnik import TARGET_MODEL, Cohort, MatchingPlan, Mentee, Mentor, Methodology, match
from nastavnik.matching.answers.audiences import FEWEST_MEANT
from nastavnik.programme.evidence import Outcome
from nastavnik.rules.evaluation import judge
from nastavnik.testing.strategies import cohorts, mentees, mentors, people

FEW = FEWEST_MEANT - 1


def other(data: st.DataObject, role: Any, names: list[str]) -> Any:
    """Draw somebody else in the same position, under the same id."""
    of_role = mentors if isinstance(role, Mentor) else mentees
    person = people(ident=st.just(role.id), positions=[role.person.position])
    return data.draw(of_role(person, others=[name for name in names if name != role.id]))


@settings(max_examples=rounds(30, 1500))
@given(
    cohort=cohorts(min_mentees=1, min_mentors=1, max_mentors=FEW)
    | cohorts(min_mentees=1, min_mentors=1, max_mentors=FEW, willing=True),
    data=st.data(),
)
def test_a_mentee_reads_the_same_whatever_a_few_mentors_are_like(
    cohort: Cohort, data: st.DataObject
) -> None:
    """Other marks, consents, wishes, everything: while there is no pair, nothing in what is told changes."""
    both = {one.id for one in cohort.mentees}
    names = sorted(both)
    others = [one if one.id in both else other(data, one, names) for one in cohort.mentors]
    plan, changed = match(cohort), match(evolve(cohort, mentors=others))
    for name in names:
        if plan.pair_of(name) is not None or changed.pair_of(name) is not None:
            continue
        told = plan.explain(name, audience="participant")
        assert told == changed.explain(name, audience="participant")
        assert (told.outcome, told.unmet) == (Outcome.LEFT_OUT, ())
        for one in cohort.mentors:
            asked = plan.explain(name, one.id, audience="participant")
            assert asked == changed.explain(name, one.id, audience="participant")
            assert asked.outcome in {Outcome.NOT_SUITABLE, Outcome.GIVEN_OTHERWISE}


@settings(max_examples=rounds(20, 1000))
@given(
    cohort=cohorts(min_mentees=1, max_mentees=FEW, min_mentors=1, willing=True)
    | cohorts(min_mentees=1, max_mentees=FEW, min_mentors=1),
    data=st.data(),
)
def test_a_mentor_reads_the_same_whatever_a_few_mentees_are_like(
    cohort: Cohort, data: st.DataObject
) -> None:
    """While nobody is placed with the mentor."""
    both = {one.id for one in cohort.mentors}
    names = sorted(both)
    others = [one if one.id in both else other(data, one, names) for one in cohort.mentees]
    plan, changed = match(cohort), match(evolve(cohort, mentees=others))
    for name in names:
        if not plan.pairs_of(name) and not changed.pairs_of(name):
            told = plan.explain_mentor(name, audience="participant")
            assert told == changed.explain_mentor(name, audience="participant")
            assert told.unmet == ()


def meant(
    rule: str, pairs: list[tuple[Mentor, Mentee]], methodology: Methodology = TARGET_MODEL
) -> int:
    """Return for how many pairs a rule fails in some form and role model, judged on the two people."""

    def fails(mentor: Mentor, mentee: Mentee) -> bool:
        return any(
            not judge(one, mentor, mentee).holds
            for form, role_model in methodology.ways
            if (form.mentor_position, form.mentee_position)
            == (mentor.person.position, mentee.person.position)
            for one in methodology.requirements_of(form, role_model)
            if one.id == rule
        )

    return sum(fails(*pair) for pair in pairs)


def check_told(plan: MatchingPlan, cohort: Cohort, methodology: Methodology) -> int:
    """Check that whatever is told of others is so of several of them, and return how often there was anything."""
    told_of = 0
    for mentee in cohort.mentees:
        told = plan.explain(mentee.id, audience="participant")
        pairs = [(mentor, mentee) for mentor in cohort.mentors]
        for rule in told.unmet:
            assert meant(rule, pairs, methodology) >= FEWEST_MEANT
        if told.outcome is Outcome.CROWDED_OUT:
            told_of += 1
            asked = [plan.explain(mentee.id, one.id) for one in cohort.mentors]
            kinds = [type(one).__name__ for one in asked]
            assert len(kinds) - kinds.count("Inadmissible") >= FEWEST_MEANT
        told_of += len(told.unmet)
    for mentor in cohort.mentors:
        told_mentor = plan.explain_mentor(mentor.id, audience="participant")
        pairs = [(mentor, mentee) for mentee in cohort.mentees]
        for rule in told_mentor.unmet:
            assert meant(rule, pairs, methodology) >= FEWEST_MEANT
        told_of += len(told_mentor.unmet)
    return told_of


def test_whatever_is_told_of_others_is_so_of_several() -> None:
    """Each rule that is named failed with three others, each crowd has three suitable mentors."""
    told_of = 0

    @settings(max_examples=rounds(60, 1500))
    @given(drawn=demanding_rounds())
    def check(drawn: Any) -> None:
        nonlocal told_of
        plan = drawn.matched()
        if plan is not None:
            told_of += check_told(plan, drawn.cohort, drawn.methodology)

    check()
    assert told_of
