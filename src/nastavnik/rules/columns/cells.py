"""Columns of numbers, truth values and texts, and which of their cells are known.

Arrays have two axes: (n, 1) for a fact of the mentees, (1, m) for one of the mentors, (1, 1) for what is
the same for everybody, and (n, m) for whatever a rule makes of both. Logic on unknown cells is that of
``views.UNKNOWN``; an unknown fact is taken as a column in which no cell is known.

Numbers are exact as in plain Python: each column knows a bound of its numbers, from which the narrowest type
that cannot overflow is chosen, and what may leave 64 bits is refused.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from nastavnik.people.columns import Path
from nastavnik.rules.columns.parts import Part
from nastavnik.rules.views import UnknownFact

__all__ = [
    "UNKNOWN_COLUMN",
    "Bools",
    "Cells",
    "Column",
    "Fact",
    "Key",
    "NotOnColumnsError",
    "both_known",
    "constant",
    "narrowest",
    "on_bits",
]

Bools = NDArray[np.bool_]
Operation = Callable[..., Any]
Fact = tuple[int, Path]
"""A field of one side: 0 for mentees, 1 for mentors, and the way to it."""
Key = tuple[Path, Path]
"""A mentor's and a mentee's field that must be known and equal."""

MOST_SHARE: Final = 100
"""Points of a share that is everything."""

_WIDTHS: Final = tuple(
    (int(np.iinfo(kind).max), kind) for kind in (np.int8, np.int16, np.int32, np.int64)
)


class NotOnColumnsError(BaseException):
    """A rule asked of a column what only one pair can answer.

    Not an ``Exception``, so that a rule which catches those does not take it for an answer.
    """


class Cells(ABC):
    """What all columns share: which cells are known, and refusing what only a pair can answer.

    Args:
        known: which cells are known; None for all.
        fact: the field that these are, where they are one and nothing was made of it yet.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, known: Bools | None, fact: Fact | None = None) -> None:
        self.known = known
        self.fact = fact

    @abstractmethod
    def taken(self, part: Part, axis: int) -> Self:
        """Return the cells of some people, of a column of everybody along the axis."""

    def _known_of(self, part: Part, axis: int) -> Bools | None:
        return None if self.known is None else part.laid(self.known, axis)

    def _key_with(self, other: "Cells") -> tuple[Key, ...]:
        """Return what must be equal where these and the others are."""
        if self.fact is None or other.fact is None or self.fact[0] == other.fact[0]:
            return ()
        (_, mentee), (_, mentor) = sorted((self.fact, other.fact))
        return ((mentor, mentee),)

    def is_known(self) -> "Column":
        """Return which cells are known."""
        return Column(np.array([[True]]) if self.known is None else self.known)

    def _refuse(self, *_: object) -> Any:
        raise NotOnColumnsError

    __bool__ = __len__ = __iter__ = __contains__ = __int__ = __index__ = __float__ = _refuse
    __str__ = __format__ = _refuse

    def __eq__(self, other: object) -> Any:
        raise NotOnColumnsError

    def __ne__(self, other: object) -> Any:
        raise NotOnColumnsError


class Column(Cells):
    """Numbers or truth values.

    Args:
        values: the cells; what an unknown one holds means nothing.
        known: which cells are known; None for all.
        bound: no number is larger, nor smaller with a minus.
        fact: the field that these are, where they are one.
        keys: facts without whose being known and equal these truth values are not true.
    """

    __hash__ = None
    __array_ufunc__ = None  # a NumPy number on the left leaves the operation to the column

    def __init__(
        self,
        values: NDArray[Any],
        known: Bools | None = None,
        *,
        bound: int = 1,
        fact: Fact | None = None,
        keys: tuple[Key, ...] = (),
    ) -> None:
        super().__init__(known, fact)
        self.values = values
        self.bound = bound
        self.keys = keys

    def taken(self, part: Part, axis: int) -> "Column":
        """Return the cells of some people, of a column of everybody along the axis."""
        values, known = part.laid(self.values, axis), self._known_of(part, axis)
        return Column(values, known, bound=self.bound, fact=self.fact)

    @property
    def truths(self) -> bool:
        """Whether these are truth values, not numbers."""
        return self.values.dtype == np.bool_

    # Comparing.

    def _compared(self, other: object, operation: Operation) -> "Column":
        that = _column(other)
        kind = np.result_type(self.values, that.values)
        values = operation(_as(self.values, kind), _as(that.values, kind))
        return Column(values, both_known(self.known, that.known))

    def __lt__(self, other: object) -> "Column":
        return self._compared(other, np.less)

    def __le__(self, other: object) -> "Column":
        return self._compared(other, np.less_equal)

    def __gt__(self, other: object) -> "Column":
        return self._compared(other, np.greater)

    def __ge__(self, other: object) -> "Column":
        return self._compared(other, np.greater_equal)

    def __eq__(self, other: object) -> Any:
        equal = self._compared(other, np.equal)
        if isinstance(other, Column) and self.truths == other.truths:
            equal.keys = self._key_with(other)
        return equal

    def __ne__(self, other: object) -> Any:
        return self._compared(other, np.not_equal)

    def one_of(self, options: Collection[object]) -> "Column":
        """Return which cells hold one of the options, whole numbers or truth values."""
        if not all(isinstance(option, int) for option in options):
            raise NotOnColumnsError
        return Column(np.isin(self.values, [int(o) for o in options]), self.known)  # type: ignore[call-overload]

    # Calculating; truth values count as 0 and 1, as in plain Python.

    def _computed(self, other: object, operation: Operation, bound: int) -> "Column":
        left, right = self.numbers(), _column(other).numbers()
        kind = narrowest(max(bound, left.bound, right.bound))
        values = operation(_as(left.values, kind), _as(right.values, kind))
        return Column(values, both_known(left.known, right.known), bound=bound)

    def __add__(self, other: object) -> "Column":
        return self._computed(other, np.add, self.bound + _column(other).bound)

    def __sub__(self, other: object) -> "Column":
        return self._computed(other, np.subtract, self.bound + _column(other).bound)

    def __rsub__(self, other: object) -> "Column":
        return _column(other) - self

    def __mul__(self, other: object) -> "Column":
        return self._computed(other, np.multiply, self.bound * _column(other).bound)

    __radd__ = __add__
    __rmul__ = __mul__

    def __floordiv__(self, other: object) -> "Column":
        return self._computed(_divisor(other), np.floor_divide, self.bound)

    def __rfloordiv__(self, other: object) -> "Column":
        return _column(other) // self

    def __mod__(self, other: object) -> "Column":
        return self._computed(_divisor(other), np.remainder, _column(other).bound)

    def __rmod__(self, other: object) -> "Column":
        return _column(other) % self

    def __neg__(self) -> "Column":
        return 0 - self

    def __pos__(self) -> "Column":
        return self.numbers()

    def __abs__(self) -> "Column":
        return Column(np.abs(self.numbers().values), self.known, bound=self.bound)

    def at_most(self, limit: object) -> "Column":
        """Return the smaller of each number and the limit."""
        that = _along(limit, self.values)
        return self._computed(that, np.minimum, max(self.bound, that.bound))

    def at_least(self, limit: object) -> "Column":
        """Return the larger of each number and the limit."""
        that = _along(limit, self.values)
        return self._computed(that, np.maximum, max(self.bound, that.bound))

    def share(self, whole: object) -> "Column":
        """Return 100 × part ÷ whole, rounded down, and 0 where the whole is 0."""
        part, that = self.numbers(), _column(whole).numbers()
        bound = part.bound * MOST_SHARE
        kind = narrowest(max(bound, that.bound))
        nothing = that.values == 0
        divisor = _as(np.where(nothing, np.int8(1), that.values), kind)
        points = np.multiply(_as(part.values, kind), kind(MOST_SHARE))
        points = _onto(points, divisor, np.floor_divide)
        if nothing.any():
            points = _onto(points, _as(~nothing, kind), np.multiply)
        return Column(points, both_known(part.known, that.known), bound=bound)

    def share_of(self, part: object) -> "Column":
        """Return 100 × part ÷ this, rounded down, and 0 where this is 0."""
        return _column(part).share(self)

    def numbers(self) -> "Column":
        """Return truth values as 0 and 1, numbers as they are."""
        if not self.truths:
            return self
        return Column(self.values.view(np.int8), self.known)

    # Logic; a known decisive value settles the cell, whatever the other is.

    def __and__(self, other: object) -> "Column":
        both = self._settled(other, np.bitwise_and, decisive=False)
        both.keys = self.keys + (other.keys if isinstance(other, Column) else ())
        return both

    def __or__(self, other: object) -> "Column":
        return self._settled(other, np.bitwise_or, decisive=True)

    __rand__ = __and__
    __ror__ = __or__

    def _settled(self, other: object, operation: Operation, *, decisive: bool) -> "Column":
        that = _column(other)
        if not self.truths or not that.truths:
            raise NotOnColumnsError
        known = both_known(self.known, that.known)
        if known is not None:
            for side in (self, that):
                settles = side.values if decisive else ~side.values
                settled = (
                    settles if side.known is None else on_bits(np.bitwise_and, settles, side.known)
                )
                known = on_bits(np.bitwise_or, known, settled)
        return Column(on_bits(operation, self.values, that.values), known)

    def opposite(self) -> "Column":
        """Return the opposite of truth values."""
        if not self.truths:
            raise NotOnColumnsError
        return Column(~self.values, self.known)


class _UnknownColumn(UnknownFact):
    """A fact that nobody of a side has, as ``UNKNOWN`` is one that somebody has not."""

    __slots__ = ()

    def is_known(self) -> Column:
        """Return that no cell is known, as a column: a plain answer could not be told from a mistake."""
        return Column(np.array([[False]]))


UNKNOWN_COLUMN: Final = _UnknownColumn()
"""What a rule meets in place of a column in which no cell is known."""


def constant(value: int) -> Column:
    """Return the column of one number or truth value, the same for everybody."""
    if isinstance(value, bool):
        return Column(np.array([[value]]))
    number, bound = int(value), abs(int(value))
    return Column(np.array([[number]], dtype=narrowest(bound)), bound=bound)


def _as(values: NDArray[Any], kind: Any) -> NDArray[Any]:
    """Return the numbers as another type; operations on two types at once are several times slower."""
    return values if values.dtype == kind else values.astype(kind)


def _onto(own: NDArray[Any], other: NDArray[Any], operation: Operation) -> NDArray[Any]:
    """Return what the operation makes, in the first array itself where it has the shape for it."""
    fits = np.broadcast_shapes(own.shape, other.shape) == own.shape
    return operation(own, other, out=own) if fits else operation(own, other)  # type: ignore[no-any-return]


def _along(limit: object, values: NDArray[Any]) -> Column:
    """Return the limit, repeated along a row where it is one for all: much faster against many cells."""
    that = _column(limit)
    if that.values.size != 1 or values.size == 1:
        return that
    shape = (1, values.shape[1]) if values.shape[1] > 1 else values.shape
    return Column(np.full(shape, that.values), that.known, bound=that.bound)


def both_known(left: Bools | None, right: Bools | None) -> Bools | None:
    """Return which cells are known when both sides must be."""
    if left is None:
        return right
    return left if right is None else on_bits(np.bitwise_and, left, right)


def on_bits(operation: Operation, left: Bools, right: Bools) -> Bools:
    """Return what the operation makes of truth values as bytes, which is faster than as truth values."""
    made: NDArray[np.uint8] = operation(left.view(np.uint8), right.view(np.uint8))
    return made.view(np.bool_)


def _column(other: object) -> Column:
    """Take a number, a truth value or a column as a column."""
    if isinstance(other, Column):
        return other
    if isinstance(other, UnknownFact):
        return Column(np.zeros((1, 1), dtype=np.bool_), np.zeros((1, 1), dtype=np.bool_))
    if isinstance(other, int):
        return constant(other)
    raise NotOnColumnsError


def _divisor(other: object) -> Column:
    """Return a divisor without zeros; where a known one is 0, the pair that divides is to be named."""
    that = _column(other)
    values = that.values if that.known is None else np.where(that.known, that.values, 1)
    if np.any(values == 0):
        raise NotOnColumnsError
    return Column(values, that.known, bound=max(that.bound, 1))


def narrowest(bound: int) -> type[np.signedinteger[Any]]:
    """Return the narrowest type that holds all numbers up to the bound, with either sign."""
    for largest, kind in _WIDTHS:
        if bound <= largest:
            return kind
    raise NotOnColumnsError
