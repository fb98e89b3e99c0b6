"""Hypothesis strategies of the library's values, for property tests of what is built on it.

    from hypothesis import given
    from nastavnik import match
    from nastavnik.testing.strategies import cohorts

    @given(cohort=cohorts(willing=True))
    def test_nobody_disappears(cohort):
        plan = match(cohort)
        assert len(plan.pairs) + len(plan.unmatched) == len(cohort.mentees)

Words come from small vocabularies, so that people have things in common. Every fact may be unknown
unless ``known=True``, every consent missing unless ``willing=True``. Examples shrink to few people
about whom little is known. Needs the extra ``hypothesis``.
"""

from nastavnik.testing.strategies.numbers import (
    AssignmentProblem,
    assignment_problems,
    capacities,
    masks,
    minimums,
    scores,
    supplies,
    tiers,
)
from nastavnik.testing.strategies.people import (
    INTERESTS,
    LANGUAGES,
    NAMES,
    ORGANISATIONS,
    PLACES,
    SLOTS,
    SUBJECTS,
    ids,
    people,
    professionals,
    pupils,
    students,
    teachers,
)
from nastavnik.testing.strategies.roles import cohorts, mentees, mentors
from nastavnik.testing.strategies.rules import (
    methodologies,
    preferences,
    requirements,
    rules,
    rules_of,
    sources,
    texts,
)

__all__ = [
    "INTERESTS",
    "LANGUAGES",
    "NAMES",
    "ORGANISATIONS",
    "PLACES",
    "SLOTS",
    "SUBJECTS",
    "AssignmentProblem",
    "assignment_problems",
    "capacities",
    "cohorts",
    "ids",
    "masks",
    "mentees",
    "mentors",
    "methodologies",
    "minimums",
    "people",
    "preferences",
    "professionals",
    "pupils",
    "requirements",
    "rules",
    "rules_of",
    "scores",
    "sources",
    "students",
    "supplies",
    "teachers",
    "texts",
    "tiers",
]
