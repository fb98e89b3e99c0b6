"""What was found out once about a frozen value, for as long as the value lives.

A methodology and its rules never change, so what follows from them alone need not be found out again in every round.
It is kept beside the value, by identity: a changed copy is another value and starts with nothing, equal values need no
hash, and what is kept goes with the value. Several threads may ask at once; at worst two of them find out the same.
"""

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Remembered"]

ValueT = TypeVar("ValueT")
FoundT = TypeVar("FoundT")


class Remembered(Generic[ValueT, FoundT]):
    """Finds out something about each value once.

    Args:
        find: what finds it out; a value that cannot be referred to weakly is asked about each time.

    >>> from attrs import frozen
    >>> @frozen
    ... class Word:
    ...     text: str
    >>> lengths, word = Remembered(lambda word: print("counted") or len(word.text)), Word("mentor")
    >>> lengths.of(word), lengths.of(word), len(lengths)
    counted
    (6, 6, 1)
    >>> del word
    >>> len(lengths)
    0
    """

    def __init__(self, find: Callable[[ValueT], FoundT]) -> None:
        self._find = find
        self._kept: dict[int, tuple[weakref.ref[ValueT], FoundT]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, value: ValueT) -> FoundT:
        """Return what was found out about a value, now or before."""
        number = id(value)
        kept = self._kept.get(number)
        if kept is not None and kept[0]() is value:
            return kept[1]
        found = self._find(value)
        try:
            reference = weakref.ref(value, self._forgetting(number))
        except TypeError:
            return found
        self._kept[number] = reference, found
        return found

    def _forgetting(self, number: int) -> Callable[["weakref.ref[ValueT]"], None]:
        kept = self._kept

        def forget(reference: "weakref.ref[ValueT]") -> None:
            if number in kept and kept[number][0] is reference:
                del kept[number]  # another value may have the same place in memory by now

        return forget
