"""A plan under rules on fields of one's own is proven, and all that is said of it is checked."""

from attrs import evolve

from nastavnik import TARGET_MODEL, Cohort, match, verify
from nastavnik.methodology import AddedRule, RuleChanges
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.checker import Checker

RULES = TARGET_MODEL.changed(
    RuleChanges(
        added=[
            AddedRule(
                rule="same-value",
                id="same-gender",
                parameters={"field": "пол", "asked_by": "просит"},
            ),
            AddedRule(rule="same-value", id="one-shift", parameters={"field": "смена"}),
            AddedRule(rule="different-value", parameters={"field": "команда"}),
            AddedRule(rule="not-last-year", parameters={"mentors_in": "прошлый"}),
        ]
    )
)


def town() -> Cohort:
    """Return the invented town, in which everybody has fields of their own."""
    plain = invented_town()
    mentors = [one.id for one in plain.mentors]

    def extra(place: int) -> dict[str, str]:
        return {
            "пол": "ж" if place % 2 else "М",
            "просит": "да" if place % 3 == 0 else "нет",
            "смена": "1" if place % 5 else "2",
            "команда": ("Красные", "красные", "Синие")[place % 3],
            "прошлый": f"{mentors[place % len(mentors)]}; {mentors[-place % len(mentors)]}",
        }

    return Cohort(
        mentees=[
            evolve(one, person=evolve(one.person, extra=extra(place)))
            for place, one in enumerate(plain.mentees)
        ],
        mentors=[
            evolve(one, person=evolve(one.person, extra=extra(place)))
            for place, one in enumerate(plain.mentors)
        ],
    )


def test_a_plan_under_own_fields_is_proven_and_explained() -> None:
    cohort = town()
    plan = match(cohort, RULES)
    assert 0 < plan.matched < match(cohort).matched
    verify(plan, cohort, RULES)
    checker = Checker(plan, cohort, RULES)
    gender = {
        one.id: one.person.extra["пол"].casefold() for one in (*cohort.mentees, *cohort.mentors)
    }
    asks = {one.id for one in cohort.mentees if one.person.extra["просит"] == "да"}
    assert asks
    for left in plan.unmatched:
        checker.check_reason(left.mentee, left.reason)
    for pair in plan.pairs:
        if pair.mentee in asks:
            assert gender[pair.mentee] == gender[pair.mentor]
    for mentee in cohort.mentees:
        for mentor in list(plan.places)[:4]:
            said = plan.explain(mentee.id, mentor)
            if not isinstance(said, NoAdmissibleMentor | CrowdedOut):
                checker.check(said)


def test_the_order_of_people_does_not_matter() -> None:
    cohort = town()
    again = Cohort(mentees=reversed(cohort.mentees), mentors=reversed(cohort.mentors))
    assert match(again, RULES) == match(cohort, RULES)
