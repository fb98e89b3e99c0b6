"""Who may be paired with anybody at all, found on classes of alike people; no points are counted for it."""

import attrs
import numpy as np
from numpy.typing import NDArray

from nastavnik.matching.candidates import Candidates
from nastavnik.matching.candidates.classes import Classes
from nastavnik.matching.candidates.looks import Looks
from nastavnik.methodology.model import Methodology

__all__ = ["prospects", "requirements_only"]

Bools = NDArray[np.bool_]


def requirements_only(methodology: Methodology) -> Methodology:
    """Return a methodology under which the same pairs may be formed, and all are worth the same.

    Those who differ in nothing but what gives points are alike under it, so that few classes are left.

    >>> from nastavnik import TARGET_MODEL
    >>> bare = requirements_only(TARGET_MODEL)
    >>> [len(bare.preferences_of(*way)) for way in bare.ways[:2]]
    [0, 0]
    """
    forms = tuple(
        attrs.evolve(
            form,
            preferences=(),
            role_models=tuple(
                attrs.evolve(one, preferences=(), tasks=frozenset()) for one in form.role_models
            ),
        )
        for form in methodology.forms
    )
    return attrs.evolve(methodology, preferences=(), forms=forms)


def prospects(found: Candidates, *, mentors: bool) -> Bools:
    """Return who of one side may be paired with somebody of the other, shape (n,).

    Args:
        found: the pairs.
        mentors: which side is asked about.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil
    >>> from nastavnik.matching.candidates import candidates
    >>> round = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> pairs = candidates(round.mentee_facts, round.mentor_facts, requirements_only(TARGET_MODEL))
    >>> prospects(pairs, mentors=True).tolist()
    [False]
    """
    classes = found.columns if mentors else found.rows
    able = np.zeros(classes.examples.size, dtype=np.bool_)
    for partition in found.partitions:
        rows, columns = np.arange(partition.rows.size), np.arange(partition.columns.size)
        looks = Looks(found.table(partition), rows, columns, once=True)
        if mentors:
            able[partition.columns] = looks.any_row(rows, columns)
        else:
            able[partition.rows] = looks.any_column(rows, columns)
    return _of_people(classes, able)


def _of_people(classes: Classes, able: Bools) -> Bools:
    return np.append(able, False)[classes.number]  # who is in no class reads the last
