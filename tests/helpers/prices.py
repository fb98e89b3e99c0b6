"""Assignments and plans whose proof was tampered with."""

from typing import Any, TypeVar

import attrs
import numpy as np
from numpy.typing import NDArray

from nastavnik import MatchingPlan
from nastavnik.assignment import Assignment, Certificate

ProvenT = TypeVar("ProvenT", Assignment, MatchingPlan)


def with_prices(proven: ProvenT, goal: int, **changed: Any) -> ProvenT:
    """Return what is proven with something else in the proof of one goal."""
    goals = list(proven.certificate.goals)
    goals[goal] = attrs.evolve(goals[goal], **changed)
    return attrs.evolve(proven, certificate=Certificate(tuple(goals)))


def bumped(values: NDArray[np.int64], index: int, step: int) -> NDArray[np.int64]:
    """Return a copy with one entry changed."""
    changed = values.copy()
    changed[index] += step
    return changed
