"""The problems that are measured, made from fixed seeds."""

from collections.abc import Iterator

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

__all__ = ["Case", "cases"]

Ints = NDArray[np.int64]


@frozen(eq=False)
class Case:
    """One problem: everybody admissible, the same number of places in each column.

    Args:
        name: what it is.
        scores: shape (n, m).
        places: of each column.
    """

    name: str
    scores: Ints
    places: int

    @property
    def title(self) -> str:
        """Name and size."""
        rows, columns = self.scores.shape
        return f"{self.name}, {rows} × {columns} × {self.places}"

    @property
    def copies(self) -> Ints:
        """The scores with each column repeated once a place, as one-to-one solvers want it."""
        return np.repeat(self.scores, self.places, axis=1)


def cases(shrink: int = 1) -> Iterator[Case]:
    """Yield the cases, each side so many times smaller."""
    rng = np.random.default_rng(2019)
    rows, columns = 8000 // shrink, 2000 // shrink
    people, mentors = rng.random((rows, 6)), rng.random((columns, 6))
    squares = np.zeros((rows, columns))
    for here, there in zip(people.T, mentors.T, strict=True):
        squares += (here[:, None] - there[None, :]) ** 2
    distances = (-(10**6) * np.sqrt(squares)).astype(np.int64)
    yield Case("distances", distances, 4)
    yield Case("distances, too few places", distances, 3)
    yield Case("uniform", rng.integers(0, 1000, (rows // 2, columns // 2)), 4)
    yield Case("five values", rng.integers(0, 5, (rows, columns)), 4)
