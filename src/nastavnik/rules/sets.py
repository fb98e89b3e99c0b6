"""Columns of sets, as bit sets, and of marks by subject.

A set that a rule makes of a mentor's and a mentee's is not kept for all pairs: it is a recipe, followed one
machine word at a time while its members are counted, so no array is larger than one number a pair. Words
in which one side has nothing are left out, so many subjects, hobbies and times side by side cost little.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nastavnik.rules import vocabulary
from nastavnik.rules.cells import (
    Bools,
    Cells,
    Column,
    NotOnColumnsError,
    TextColumn,
    Vocabulary,
    both_known,
    narrowest,
)
from nastavnik.rules.views import UNKNOWN

__all__ = ["ListedSets", "MarksColumn", "SetColumn"]

Bits = NDArray[np.uint64]
Word = Callable[[], Bits]
"""Makes one machine word of every cell's bit set."""

_WORD: Final = 64


class SetColumn(Cells, ABC):
    """Sets of whatever can be compared.

    Args:
        known: which cells are known; None for all.
        members: numbers of the members.
    """

    def __init__(self, known: Bools | None, members: Vocabulary) -> None:
        super().__init__(known)
        self.members = members

    @property
    @abstractmethod
    def words(self) -> Mapping[int, Word]:
        """The words in which any cell has a member, by number."""

    def __and__(self, other: object) -> Any:
        return self._joined(other, np.bitwise_and, lambda mine, theirs: mine & theirs)

    def __or__(self, other: object) -> Any:
        return self._joined(other, np.bitwise_or, lambda mine, theirs: mine | theirs)

    def __sub__(self, other: object) -> Any:
        return self._joined(other, _without, lambda mine, _: mine)

    def __rsub__(self, other: object) -> Any:
        return self._like(other) - self

    __rand__ = __and__
    __ror__ = __or__

    def _joined(
        self,
        other: object,
        operation: Callable[[Bits, Bits], Bits],
        where: Callable[[AbstractSet[int], AbstractSet[int]], Iterable[int]],
    ) -> Any:
        if other is UNKNOWN:
            return UNKNOWN
        that = self._like(other)
        mine, theirs = self.words, that.words
        words = {
            number: partial(_made, operation, mine.get(number, _empty), theirs.get(number, _empty))
            for number in where(mine.keys(), theirs.keys())
        }
        return _JoinedSets(words, both_known(self.known, that.known), self.members)

    def _like(self, other: object) -> "SetColumn":
        if isinstance(other, SetColumn):
            return other
        if isinstance(other, AbstractSet):
            return ListedSets([other], axis=0, known=None, members=self.members)
        raise NotOnColumnsError

    def count(self) -> Column:
        """Return how many members each set has."""
        bound = _WORD * len(self.words)
        total: NDArray[Any] = np.zeros((1, 1), dtype=narrowest(bound))
        for word in self.words.values():
            total = total + np.bitwise_count(word())
        return Column(total, self.known, bound=bound)


class ListedSets(SetColumn):
    """The sets of one side's people, as they stand in a field.

    Args:
        sets: one set a person; what stands where it is unknown means nothing.
        axis: 0 for mentees, 1 for mentors.
    """

    def __init__(
        self,
        sets: Sequence[AbstractSet[Any]],
        *,
        axis: int,
        known: Bools | None,
        members: Vocabulary,
    ) -> None:
        super().__init__(known, members)
        self._sets = sets
        self._axis = axis

    @property
    def words(self) -> Mapping[int, Word]:
        """The words in which any set has a member."""
        return self._bits

    @cached_property
    def _bits(self) -> Mapping[int, Word]:
        flat: dict[int, Bits] = {}
        for row, members in enumerate(self._sets):
            for member in members:
                number, place = divmod(self.members.number(member), _WORD)
                if number not in flat:
                    flat[number] = np.zeros(len(self._sets), dtype=np.uint64)
                flat[number][row] |= np.uint64(1 << place)
        laid = {n: f[:, None] if self._axis == 0 else f[None, :] for n, f in flat.items()}
        return {number: partial(_kept, bits) for number, bits in laid.items()}

    def names(self, texts: object) -> Column:
        """Return which of the texts, of the other side, each set contains."""
        if not isinstance(texts, TextColumn) or texts.codes.shape[self._axis] != 1:
            raise NotOnColumnsError
        places: dict[int, list[int]] = {}
        for place, code in enumerate(texts.codes.ravel().tolist()):
            places.setdefault(code, []).append(place)
        named = np.zeros((len(self._sets), texts.codes.size), dtype=np.bool_)
        for row, members in zip(named, self._sets, strict=True):
            for member in members:
                row[places.get(texts.texts.number(member), [])] = True
        laid = named if self._axis == 0 else named.T
        return Column(laid, both_known(self.known, texts.known))


class _JoinedSets(SetColumn):
    """Sets made of other sets, word by word and only while they are counted."""

    def __init__(self, words: Mapping[int, Word], known: Bools | None, members: Vocabulary) -> None:
        super().__init__(known, members)
        self._words = words

    @property
    def words(self) -> Mapping[int, Word]:
        """The recipes of the words."""
        return self._words


class MarksColumn(Cells):
    """Marks by subject; what can be asked is which subjects have marks from or up to one."""

    def __init__(
        self,
        marks: Sequence[Mapping[str, Any] | None],
        *,
        axis: int,
        known: Bools | None,
        members: Vocabulary,
    ) -> None:
        super().__init__(known)
        self._marks = marks
        self._axis = axis
        self._members = members

    def subjects_from(self, mark: int) -> SetColumn:
        """Return the subjects with this mark or a better one."""
        return self._chosen(vocabulary.subjects_from, mark)

    def subjects_up_to(self, mark: int) -> SetColumn:
        """Return the subjects with this mark or a worse one."""
        return self._chosen(vocabulary.subjects_up_to, mark)

    def _chosen(self, choose: Callable[[Any, int], Any], mark: int) -> SetColumn:
        sets = [frozenset() if one is None else choose(one, mark) for one in self._marks]
        return ListedSets(sets, axis=self._axis, known=self.known, members=self._members)


def _kept(bits: Bits) -> Bits:
    return bits


def _made(operation: Callable[[Bits, Bits], Bits], left: Word, right: Word) -> Bits:
    return operation(left(), right())


def _empty() -> Bits:
    return np.zeros((1, 1), dtype=np.uint64)


def _without(left: Bits, right: Bits) -> Bits:
    return left & ~right
