"""How far counts may be from equal chances before it is no chance any more."""

from collections import Counter
from collections.abc import Sequence

EXCEEDED_BY_CHANCE = {1: 10.83, 2: 13.82, 3: 16.27, 5: 20.52}
"""What a sum of chi square exceeds once in a thousand times, by its degrees of freedom."""


def chi_square(wins: Counter[str], names: Sequence[str], places: int, seeds: int) -> float:
    """Return how far the wins are from equal chances, when so many of the names win each time.

    With one place it is the usual sum; with more, winners of one draw exclude each other, so the sum is
    scaled to be of as many degrees of freedom as there are names but one.
    """
    assert sum(wins[name] for name in names) == places * seeds
    chance = places / len(names)
    spread = seeds * chance * (1 - chance) * len(names) / (len(names) - 1)
    return sum((wins[name] - seeds * chance) ** 2 / spread for name in names)
