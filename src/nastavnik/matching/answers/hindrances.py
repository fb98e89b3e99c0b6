"""Why a mentor has free places: how many mentees might come, and what keeps the others away."""

import numpy as np
from numpy.typing import NDArray

from nastavnik.matching.candidates import Candidates, FormTable
from nastavnik.programme.evidence import FreePlaces, Hindrance
from nastavnik.programme.plan import MatchingPlan

__all__ = ["free_places_of"]


def free_places_of(found: Candidates, plan: MatchingPlan, mentor: str, at: int) -> FreePlaces:
    """Return why a mentor has free places, or has none.

    Args:
        found: the cohort under its rules.
        plan: the plan.
        mentor: id.
        at: place of the mentor in the cohort.
    """
    able = np.zeros(len(found.mentees), dtype=np.bool_)
    noted: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]] = {}
    for form in found.forms:
        column = np.flatnonzero(form.columns == at)
        if column.size and form.rows.size:
            able[form.rows] |= form.admits(np.arange(form.rows.size), column)[:, 0]
            _note(form, column, noted, able.size)
    able &= ~found.hard.locked
    hindrances = [
        Hindrance(rule=rule, failed=int(failed.sum()), alone=int(alone.sum()))
        for rule, (failed, alone) in noted.items()
        if failed.any()
    ]
    hindrances.sort(key=lambda one: (-one.alone, -one.failed, one.rule))
    places = plan.places[mentor]
    return FreePlaces(
        mentor=mentor,
        places=places,
        free=places - len(plan.pairs_of(mentor)),
        admissible=int(able.sum()),
        hindrances=() if able.any() else tuple(hindrances),
    )


def _note(
    form: FormTable,
    column: NDArray[np.intp],
    noted: dict[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]],
    n: int,
) -> None:
    """Note for each rule of a form with which mentees it fails, and with which nothing else does."""
    table = form.table.part(slice(None), column)
    for asked in form.asked:
        fails = {rule.id: ~table.holds(rule)[:, 0] for rule in asked.requirements}
        count = sum(one.astype(np.int32) for one in fails.values())
        for rule, failing in fails.items():
            nothing = np.zeros(n, dtype=np.bool_), np.zeros(n, dtype=np.bool_)
            failed, alone = noted.setdefault(rule, nothing)
            failed[form.rows] |= failing
            alone[form.rows] |= failing & (count == 1)
