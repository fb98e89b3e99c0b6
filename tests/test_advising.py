"""What would help: every gain equals a solution of the changed round, and nothing that helps is missing."""

import pytest
from attrs import evolve

from nastavnik import TARGET_MODEL, Cohort, match
from nastavnik.demo import invented_town
from nastavnik.evidence import Advice
from test_demands import Case

EVERYTHING = 10**6


@pytest.mark.parametrize("chunk", range(4))
def test_every_place_is_worth_what_a_solution_says(chunk: int) -> None:
    """For each mentor of many rounds: one more place, solved from scratch, against the advice."""
    helped = 0
    for seed in range(chunk * 10, 400, 80):
        drawn = Case.drawn(seed)
        cohort = Cohort(
            mentees=drawn.cohort.mentees,
            mentors=[evolve(one, capacity=1, minimum=0) for one in drawn.cohort.mentors[:2]],
        )
        bans = [ban for ban in drawn.bans if ban.mentor != "m2"]
        plan = match(cohort, bans=bans)
        advice = {
            name: one
            for one in plan.advice(most=EVERYTHING)
            if not one.rule
            for name in one.mentors
        }
        for mentor in cohort.mentors:
            wider = [evolve(one, capacity=1 + (one is mentor)) for one in cohort.mentors]
            other = match(Cohort(mentees=cohort.mentees, mentors=wider), bans=bans)
            expected = other.matched - plan.matched, other.total - plan.total
            found = advice.get(mentor.id)
            assert ((found.matched, found.points) if found else (0, 0)) == expected, seed
            helped += found is not None
    assert helped


def test_what_helps_most_comes_first() -> None:
    """Ranked by mentees, then by points; no more than asked for."""
    plan = match(Case.drawn(3).cohort)
    advice = plan.advice(most=EVERYTHING)
    assert list(advice) == sorted(advice, key=Advice.rank)
    assert all(one.gains or one.points > 0 for one in advice)
    assert plan.advice(most=1) == advice[:1]
    assert len({(one.mentors, one.rule, one.parameter, one.after) for one in advice}) == len(advice)


def test_a_relaxed_rule_brings_what_is_said() -> None:
    """The same as a matching under the relaxed rule, and both directions were tried."""
    cohort = invented_town()
    plan = match(cohort)
    relaxed = [one for one in plan.advice(most=EVERYTHING) if one.rule]
    assert relaxed
    for one in relaxed:
        assert one.parameter is not None
        rules = TARGET_MODEL.with_parameters(one.rule or "", **{one.parameter: one.after})
        other = match(cohort, rules)
        gained = other.matched - plan.matched, other.total - plan.total
        assert (one.matched, one.points) == gained
