"""Checks the numbers that come in; whatever is not exactly right is refused by name, never converted."""

from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from nastavnik.errors import NumbersError, ScoreOverflowError

__all__ = ["MOST_PLACES", "SCORE_LIMIT", "Numbers", "checked_numbers"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

SCORE_LIMIT: Final = 10**12
"""Largest score, and with a minus the smallest. Prices are sums of at most one score difference a column,
and the solver multiplies by the number of nodes; up to two million rows and columns together stay in 64 bits."""

MOST_PLACES: Final = 10**9
"""Largest capacity of one column."""

_LARGEST: Final = 2**63 - 1
_MOST_NODES: Final = 2_000_000


@frozen(kw_only=True, eq=False)
class Numbers:
    """A checked problem.

    Args:
        scores: shape (n, m), what a pair is worth.
        capacities: shape (m,), places of each column.
        admissible: shape (n, m), which pairs may be formed.
    """

    scores: Ints
    capacities: Ints
    admissible: Bools

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self.scores.shape[0], self.scores.shape[1]


def checked_numbers(
    scores: ArrayLike, capacities: ArrayLike, admissible: ArrayLike | None
) -> Numbers:
    """Return the numbers as 64-bit arrays of their own.

    Raises:
        NumbersError: naming everything that is not of the right kind, shape or range.
        ScoreOverflowError: when a score lies beyond ``SCORE_LIMIT``.
    """
    faults: list[str] = []
    table = _integers("scores", scores, 2, faults)
    places = _integers("capacities", capacities, 1, faults)
    if table is not None and places is not None and places.shape[0] != table.shape[1]:
        faults.append(
            f"capacities has {places.shape[0]} entries, scores has {table.shape[1]} columns; "
            "one capacity a column"
        )
    if places is not None:
        faults += [
            f"capacities[{column}] is {places[column]}; it must be from 0 to {MOST_PLACES}"
            for column in np.flatnonzero((places < 0) | (places > MOST_PLACES))[:5]
        ]
    mask = _mask(admissible, table, faults)
    if faults:
        raise NumbersError("; ".join(faults))
    assert table is not None
    assert places is not None
    _check_range(table, mask)
    return Numbers(
        scores=np.where(mask, table, 0).astype(np.int64),
        capacities=places.astype(np.int64),
        admissible=mask,
    )


def _integers(
    name: str, given: ArrayLike, dimensions: int, faults: list[str]
) -> NDArray[Any] | None:
    if isinstance(given, np.ma.MaskedArray):
        faults.append(f"{name} is a masked array; give the mask as admissible")
        return None
    try:
        array = np.asarray(given)
    except ValueError:
        faults.append(f"{name} has rows of different length")
        return None
    if array.dtype == np.uint64 or _holds_long_integers(array):
        beyond = np.argwhere(np.abs(array.astype(object)) > _LARGEST)
        if beyond.size:
            place = ", ".join(str(int(i)) for i in beyond[0])
            raise ScoreOverflowError(f"{name}[{place}] does not fit into 64 bits")
        array = array.astype(np.int64)
    if not np.issubdtype(array.dtype, np.integer):
        faults.append(_not_integers(name, array))
        return None
    if array.ndim != dimensions:
        faults.append(f"{name} has shape {array.shape}; it must have {dimensions} dimension(s)")
        return None
    return array


def _holds_long_integers(array: NDArray[Any]) -> bool:
    """Whether NumPy kept Python integers because some are too long for it."""
    return array.dtype == object and all(type(value) is int for value in array.flat)


def _not_integers(name: str, array: NDArray[Any]) -> str:
    if np.issubdtype(array.dtype, np.floating):
        strange = np.argwhere(~np.isfinite(array))
        if strange.size:
            place = ", ".join(str(int(i)) for i in strange[0])
            return f"{name}[{place}] is {array[tuple(strange[0])]}; it must be a whole number"
        return f"{name} holds {array.dtype} numbers; give whole numbers, for example scaled and rounded"
    return f"{name} holds values of type {array.dtype}; it must hold whole numbers"


def _mask(given: ArrayLike | None, table: NDArray[Any] | None, faults: list[str]) -> Bools:
    if given is None:
        return np.ones((0, 0) if table is None else table.shape, dtype=np.bool_)
    try:
        mask = np.asarray(given)
    except ValueError:
        faults.append("admissible has rows of different length")
        return np.zeros((0, 0), dtype=np.bool_)
    if isinstance(given, np.ma.MaskedArray):
        faults.append("admissible is a masked array; give plain truth values")
    if mask.dtype != np.bool_:
        faults.append(f"admissible holds values of type {mask.dtype}; it must hold True and False")
    elif table is not None and mask.shape != table.shape:
        faults.append(
            f"admissible has shape {mask.shape}, scores has {table.shape}; they must agree"
        )
    return mask.astype(np.bool_)


def _check_range(table: NDArray[Any], mask: Bools) -> None:
    rows, columns = table.shape
    if rows + columns > _MOST_NODES:
        raise NumbersError(f"{rows} rows and {columns} columns; together at most {_MOST_NODES}")
    beyond = np.argwhere(mask & ((table > SCORE_LIMIT) | (table < -SCORE_LIMIT)))
    if beyond.size:
        row, column = (int(i) for i in beyond[0])
        raise ScoreOverflowError(
            f"scores[{row}, {column}] is {table[row, column]}; it must be from {-SCORE_LIMIT} "
            f"to {SCORE_LIMIT}, so that sums and prices stay exact in 64 bits"
        )
