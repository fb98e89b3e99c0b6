"""A cohort made again otherwise: without display names, or of the same people in another order."""

from random import Random

import attrs

from nastavnik import Cohort


def nameless(cohort: Cohort) -> Cohort:
    """Return the cohort without display names."""
    return Cohort(
        mentees=[attrs.evolve(m, person=attrs.evolve(m.person, name=None)) for m in cohort.mentees],
        mentors=[attrs.evolve(m, person=attrs.evolve(m.person, name=None)) for m in cohort.mentors],
    )


def shuffled(cohort: Cohort, random: Random) -> Cohort:
    """Make the cohort again, its people given in another order."""
    mentees, mentors = list(cohort.mentees), list(cohort.mentors)
    random.shuffle(mentees)
    random.shuffle(mentors)
    return Cohort(mentees=mentees, mentors=mentors)
