"""Checks the numbers that come in; whatever is not exactly right is refused by name, never converted."""

from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import ArrayLike, NDArray

from nastavnik.assignment.pairs import (
    DensePairs,
    Pairs,
    SparsePairs,
    TilePairs,
    Tiles,
    Triples,
    check_range,
)
from nastavnik.basics.errors import NumbersError, ScoreOverflowError

__all__ = ["MOST_PLACES", "Numbers", "Scores", "checked_numbers"]

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

Scores = ArrayLike | Triples | Tiles
"""How scores may be given."""

MOST_PLACES: Final = 10**9
"""Largest capacity of one column."""

MOST_UNITS: Final = 10**8
"""Most units of all rows together."""

_LARGEST: Final = 2**63 - 1
_MOST_NODES: Final = 2_000_000


@frozen(kw_only=True, eq=False)
class Numbers:
    """A checked problem.

    Args:
        pairs: which pairs may be formed, and what each is worth.
        capacities: shape (m,), places of each column.
        supplies: shape (n,), units of each row.
        minimums: shape (m,), places of each column that must be taken.
        tiers: shape (n,), the tier of each row, or None; lower tiers are covered first.
    """

    pairs: Pairs
    capacities: Ints
    supplies: Ints
    minimums: Ints
    tiers: Ints | None

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and of columns."""
        return self.pairs.shape


def checked_numbers(
    scores: Scores,
    capacities: ArrayLike,
    admissible: ArrayLike | None = None,
    *,
    supplies: ArrayLike | None = None,
    minimums: ArrayLike | None = None,
    tiers: ArrayLike | None = None,
) -> Numbers:
    """Return the numbers checked; arrays that are right already are not copied.

    Raises:
        NumbersError: naming everything that is not of the right kind, shape or range.
        ScoreOverflowError: when a score lies beyond ``SCORE_LIMIT``.
    """
    faults: list[str] = []
    pairs = _pairs(scores, admissible, faults)
    n, m = _told_shape(scores) if pairs is None else pairs.shape
    places = _each("capacities", capacities, m, "column", MOST_PLACES, faults)
    units = _each("supplies", supplies, n, "row", MOST_PLACES, faults, default=1)
    needed = _each("minimums", minimums, m, "column", MOST_PLACES, faults, default=0)
    order = None if tiers is None else _each("tiers", tiers, n, "row", MOST_PLACES, faults)
    if not faults and places is not None and needed is not None:
        faults += [
            f"minimums[{column}] is {needed[column]}, capacities[{column}] only {places[column]}"
            for column in np.flatnonzero(needed > places)[:5]
        ]
    if units is not None and units.sum(dtype=np.float64) > MOST_UNITS:
        faults.append(f"supplies add up to more than {MOST_UNITS}")
    if pairs is not None and sum(pairs.shape) > _MOST_NODES:
        faults.append(f"{n} rows and {m} columns; together at most {_MOST_NODES}")
    if faults:
        raise NumbersError("; ".join(faults))
    assert pairs is not None
    assert places is not None
    assert units is not None
    assert needed is not None
    _check_scores(pairs)
    return Numbers(pairs=pairs, capacities=places, supplies=units, minimums=needed, tiers=order)


def _pairs(scores: Scores, admissible: ArrayLike | None, faults: list[str]) -> Pairs | None:
    triples = _as_triples(scores)
    if (triples is not None or isinstance(scores, Tiles)) and admissible is not None:
        faults.append("admissible goes with a whole table; triples and tiles tell it themselves")
    if triples is not None:
        return _sparse(triples, faults)
    if isinstance(scores, Tiles):
        found = _shape(scores.shape, faults)
        return None if found is None else TilePairs(scores)
    table = _integers("scores", scores, 2, faults)  # type: ignore[arg-type]
    mask = _mask(admissible, table, faults)
    return None if table is None else DensePairs(table, mask)


def _as_triples(scores: Scores) -> Triples | None:
    """Take triples, or a plain tuple of three arrays and a shape, as triples."""
    if isinstance(scores, Triples):
        return scores
    if isinstance(scores, tuple) and len(scores) == 4:  # noqa: PLR2004 - rows, columns, values, shape
        rows, columns, values, shape = scores
        arrays = all(isinstance(array, np.ndarray) for array in (rows, columns, values))
        if arrays and isinstance(shape, tuple):
            return Triples(rows, columns, values, shape)
    return None


def _shape(given: Any, faults: list[str]) -> tuple[int, int] | None:
    if not _is_shape(given):
        faults.append(f"shape is {given!r}; it must be a number of rows and of columns")
        return None
    return int(given[0]), int(given[1])


def _is_shape(given: Any) -> bool:
    fits = isinstance(given, tuple) and len(given) == 2 and all(type(k) is int for k in given)  # noqa: PLR2004
    return fits and min(given) >= 0


def _told_shape(scores: Scores) -> tuple[int, int] | tuple[None, None]:
    """Return the shape of scores that are wrong in another way, if they tell one."""
    shape = getattr(_as_triples(scores) or scores, "shape", None)
    return shape if _is_shape(shape) else (None, None)  # type: ignore[return-value]


def _sparse(given: Triples, faults: list[str]) -> SparsePairs | None:
    shape = _shape(given.shape, faults)
    rows = _integers("rows", given.rows, 1, faults)
    columns = _integers("columns", given.columns, 1, faults)
    values = _integers("values", given.values, 1, faults)
    if shape is None or rows is None or columns is None or values is None:
        return None
    if not rows.size == columns.size == values.size:
        faults.append(f"{rows.size} rows, {columns.size} columns and {values.size} values; as many")
        return None
    for name, array, size in (("rows", rows, shape[0]), ("columns", columns, shape[1])):
        outside = np.flatnonzero((array < 0) | (array >= size))
        if outside.size:
            at = int(outside[0])
            faults.append(f"{name}[{at}] is {array[at]}; the shape is {shape}")
    if faults:
        return None
    order = np.lexsort((columns, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    twice = np.flatnonzero((np.diff(rows) == 0) & (np.diff(columns) == 0))
    if twice.size:
        at = int(twice[0])
        faults.append(f"the pair {rows[at]}, {columns[at]} is given twice")
        return None
    starts = np.searchsorted(rows, np.arange(shape[0] + 1))
    return SparsePairs(starts, columns.astype(np.int64), values.astype(np.int64, copy=False), shape)


def _check_scores(pairs: Pairs) -> None:
    """Check the range of what is there already; a tile is checked when it is made."""
    if isinstance(pairs, SparsePairs):
        table, mask, rows = pairs.scores[None, :], None, np.array([0])
        check_range(table, mask, rows, np.arange(pairs.scores.size))
    elif isinstance(pairs, DensePairs):
        n, m = pairs.shape
        check_range(pairs.scores, pairs.admissible, np.arange(n), np.arange(m))


def _each(
    name: str,
    given: ArrayLike | None,
    length: int | None,
    what: str,
    most: int,
    faults: list[str],
    *,
    default: int | None = None,
) -> Ints | None:
    """Return one whole number from 0 for each row or column."""
    if given is None and default is not None:
        return np.full(length or 0, default, dtype=np.int64)
    array = _integers(name, given, 1, faults)  # type: ignore[arg-type]
    if array is None:
        return None
    if length is not None and array.size != length:
        faults.append(f"{name} has {array.size} entries, scores has {length} {what}s; one a {what}")
    faults += [
        f"{name}[{index}] is {array[index]}; it must be from 0 to {most}"
        for index in np.flatnonzero((array < 0) | (array > most))[:5]
    ]
    return array.astype(np.int64)


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
    if array.size == 0 and array.dtype == np.float64 and not isinstance(given, np.ndarray):
        array = array.astype(np.int64)  # an empty list has no type of its own
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
    return array if array.dtype.kind == "i" else array.astype(np.int64)


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


def _mask(given: ArrayLike | None, table: NDArray[Any] | None, faults: list[str]) -> Bools | None:
    if given is None:
        return None
    try:
        mask = np.asarray(given)
    except ValueError:
        faults.append("admissible has rows of different length")
        return None
    if isinstance(given, np.ma.MaskedArray):
        faults.append("admissible is a masked array; give plain truth values")
    if mask.dtype != np.bool_:
        faults.append(f"admissible holds values of type {mask.dtype}; it must hold True and False")
    elif table is not None and mask.shape != table.shape:
        faults.append(
            f"admissible has shape {mask.shape}, scores has {table.shape}; they must agree"
        )
    return mask.astype(np.bool_, copy=False)
