"""Every pair that may be formed, under which form and role model, and what it is worth.

A pair may be admissible under several role models. It counts under the one that gives it the most
points; among equals under the one with more requirements of its own, for that one says more about
the pair; then in the order of the methodology.
"""

from collections.abc import Callable, Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.cohort import Cohort
from nastavnik.methodology.model import MentoringForm, Methodology, RoleModel
from nastavnik.people import Mentee, Mentor
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.evaluation import Table

__all__ = ["Candidates", "FormPart", "Option", "candidates", "parts_of"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@frozen
class Option:
    """A form and one of its role models: one way in which a pair may be formed."""

    form: MentoringForm
    role_model: RoleModel


@frozen(eq=False)
class FormPart:
    """The mentees and mentors whose positions one form joins.

    Args:
        form: the form.
        rows: indices of its mentees in the cohort, ascending.
        columns: indices of its mentors in the cohort, ascending.
    """

    form: MentoringForm
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]


@frozen(kw_only=True, eq=False)
class Candidates:
    """All pairs of a cohort under a methodology.

    Args:
        mentees: rows, in id order.
        mentors: columns, in id order.
        options: the ways in which a pair may be formed.
        admissible: shape (n, m), whether a pair may be formed in any way.
        scores: shape (n, m), what an admissible pair is worth in its best way; 0 elsewhere.
        option: shape (n, m), number of that way in ``options``, −1 where there is none.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    options: tuple[Option, ...]
    admissible: Bools
    scores: Ints
    option: NDArray[np.int16]


def parts_of(cohort: Cohort, methodology: Methodology) -> Iterator[FormPart]:
    """Yield for each form the mentees and mentors whose positions it joins."""
    mentee_positions = np.array([mentee.person.position.value for mentee in cohort.mentees])
    mentor_positions = np.array([mentor.person.position.value for mentor in cohort.mentors])
    for form in methodology.forms:
        rows = np.flatnonzero(mentee_positions == form.mentee_position.value)
        columns = np.flatnonzero(mentor_positions == form.mentor_position.value)
        yield FormPart(form, rows, columns)


def candidates(
    cohort: Cohort,
    methodology: Methodology,
    *,
    progress: Callable[[MentoringForm], None] | None = None,
) -> Candidates:
    """Run all rules on everybody and return the admissible pairs with their scores.

    Args:
        cohort: the people.
        methodology: the rules.
        progress: called with each form when its rules are about to run.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.
    """
    shape = len(cohort.mentees), len(cohort.mentors)
    admissible = np.zeros(shape, dtype=np.bool_)
    scores = np.zeros(shape, dtype=np.int64)
    chosen = np.full(shape, -1, dtype=np.int16)
    options = [
        Option(form, role_model) for form in methodology.forms for role_model in form.role_models
    ]
    for part in parts_of(cohort, methodology):
        if progress is not None:
            progress(part.form)
        if not part.rows.size or not part.columns.size:
            continue
        table = _Remembering(
            [cohort.mentees[i] for i in part.rows], [cohort.mentors[j] for j in part.columns]
        )
        cells = np.ix_(part.rows, part.columns)
        here = [number for number, option in enumerate(options) if option.form is part.form]
        for number in sorted(here, key=lambda k: -len(options[k].role_model.requirements)):
            role_model = options[number].role_model
            allowed = table.all_hold(methodology.requirements_of(part.form, role_model))
            if not allowed.any():
                continue
            points = table.total(methodology.preferences_of(part.form, role_model))
            better = allowed & (~admissible[cells] | (points > scores[cells]))
            admissible[cells] |= allowed
            scores[cells] = np.where(better, points, scores[cells])
            chosen[cells] = np.where(better, number, chosen[cells])
    return Candidates(
        mentees=cohort.mentees,
        mentors=cohort.mentors,
        options=tuple(options),
        admissible=admissible,
        scores=scores,
        option=chosen,
    )


class _Remembering:
    """A table that runs each rule once, however many role models share it.

    Rules are remembered by identity, for a rule of one's own need not be hashable; keeping the rule
    beside its result keeps its identity from being given to another.
    """

    def __init__(self, mentees: list[Mentee], mentors: list[Mentor]) -> None:
        self._table = Table(mentees, mentors)
        self._shape = len(mentees), len(mentors)
        self._held: dict[tuple[int, ...], tuple[tuple[Requirement, ...], Bools]] = {}
        self._given: dict[int, tuple[Preference, Ints]] = {}

    def all_hold(self, requirements: tuple[Requirement, ...]) -> Bools:
        """Return which pairs satisfy all; common beginnings of the list are run once."""
        if not requirements:
            return np.ones(self._shape, dtype=np.bool_)
        key = tuple(id(requirement) for requirement in requirements)
        if key not in self._held:
            before = self.all_hold(requirements[:-1])
            held = before & self._table.holds(requirements[-1]) if before.any() else before
            self._held[key] = requirements, held
        return self._held[key][1]

    def total(self, preferences: tuple[Preference, ...]) -> Ints:
        """Return the weighted points of every pair."""
        total = np.zeros(self._shape, dtype=np.int64)
        for preference in preferences:
            if id(preference) not in self._given:
                self._given[id(preference)] = preference, self._table.points(preference)
            total += preference.weight * self._given[id(preference)][1]
        return total
