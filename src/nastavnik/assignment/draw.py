"""What the lottery knows everybody by, and the goals in their order."""

import numpy as np
from attrs import frozen

from nastavnik.assignment.goals import Aim, Goal, Units
from nastavnik.assignment.lottery import Keys, seeded
from nastavnik.assignment.numbers import Numbers

__all__ = ["Draw"]


@frozen(kw_only=True, eq=False)
class Draw:
    """What the lottery knows everybody by.

    Args:
        seed: seed of the lottery.
        row_keys: shape (n,).
        column_keys: shape (m,).
        unit_keys: a key for every unit, row after row, or None where each row is one unit.
    """

    seed: int
    row_keys: Keys
    column_keys: Keys
    unit_keys: Keys | None

    def aims(self, numbers: Numbers) -> list[Aim]:
        """Return the goals in their order."""
        lots = seeded(self.seed, self.row_keys, self.column_keys)
        aims = list(_coverage(numbers))
        aims.append(Aim(goal=Goal.SCORE))
        if self.unit_keys is not None:
            units = Units.drawn(numbers.supplies, self.unit_keys, self.seed)
            aims.append(Aim(goal=Goal.DRAW, units=units))
        aims.append(Aim(goal=Goal.LOTTERY, row_lots=lots[0], column_lots=lots[1]))
        return aims


def _coverage(numbers: Numbers) -> list[Aim]:
    ones = np.ones(numbers.shape[0], dtype=np.int64)
    if numbers.tiers is None:
        return [Aim(goal=Goal.COVERAGE, counted=ones)]
    return [
        Aim(goal=Goal.COVERAGE, tier=int(tier), counted=(numbers.tiers == tier).astype(np.int64))
        for tier in np.unique(numbers.tiers)
    ]
