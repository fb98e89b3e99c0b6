"""What a pair is worth, judged on the two people by every form and role model, without columns."""

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Methodology
from nastavnik.rules.evaluation import judge, points_of

Worth = list[list[int | None]]
"""By mentee and mentor; None where the pair may not be formed."""


def ways_of(
    mentor: Mentor, mentee: Mentee, methodology: Methodology = TARGET_MODEL
) -> dict[tuple[str, str], int]:
    """Return every form and role model that admits the pair, with its score, judged on the two people."""
    ways = {}
    for form in methodology.forms:
        positions = mentor.person.position, mentee.person.position
        if positions != (form.mentor_position, form.mentee_position):
            continue
        for role_model in form.role_models:
            requirements = methodology.requirements_of(form, role_model)
            if all(judge(rule, mentor, mentee).holds for rule in requirements):
                preferences = methodology.preferences_of(form, role_model)
                ways[form.id, role_model.id] = sum(
                    rule.weight * points_of(rule, mentor, mentee) for rule in preferences
                )
    return ways


def best_of(mentor: Mentor, mentee: Mentee, methodology: Methodology = TARGET_MODEL) -> int | None:
    """Return what a pair is worth; None when it may not be formed."""
    return max(ways_of(mentor, mentee, methodology).values(), default=None)


def worth(cohort: Cohort, methodology: Methodology = TARGET_MODEL) -> Worth:
    """Return what every pair is worth."""
    return [[best_of(r, e, methodology) for r in cohort.mentors] for e in cohort.mentees]
