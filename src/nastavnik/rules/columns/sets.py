"""Columns of sets, as bit sets, and of marks by subject.

A set that a rule makes of a mentor's and a mentee's is not kept for all pairs: it is a recipe, followed one
byte at a time while its members are counted, so no array is larger than one number a pair. Bytes in which
one side has nothing are left out, so many subjects, hobbies and times side by side cost little. Bytes, as
they are counted many times faster than longer words.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, partial, reduce
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

from nastavnik.people.columns import Encoded
from nastavnik.people.times import FreeTime, meets, times_of
from nastavnik.rules import vocabulary
from nastavnik.rules.columns.cells import (
    Bools,
    Cells,
    Column,
    Fact,
    NotOnColumnsError,
    both_known,
    narrowest,
)
from nastavnik.rules.columns.parts import Part, Relation, spread
from nastavnik.rules.columns.texts import IdColumn, Ids
from nastavnik.rules.views import UnknownFact
from nastavnik.rules.words import Vocabulary

__all__ = ["ListedSets", "Marks", "MarksColumn", "SetColumn", "Sets"]

Bits = NDArray[np.uint8]
Word = Callable[[], Bits]
"""Makes one word, of eight bits, of every cell's bit set."""
Chooses = Callable[[Any, int], Any]
"""Chooses subjects by their marks."""

_WORD: Final = 8
_BYTE: Final = 127
_FULL: Final = _BYTE // _WORD
"""Words whose members, counted together, fit into a signed byte."""


class SetColumn(Cells, ABC):
    """Sets of whatever can be compared.

    Args:
        known: which cells are known; None for all.
        members: numbers of the members.
        most: no set has more members.
        fact: the field that these are, where they are one.
    """

    def __init__(
        self, known: Bools | None, members: Vocabulary, most: int, fact: Fact | None = None
    ) -> None:
        super().__init__(known, fact)
        self.members = members
        self.most = most

    @property
    @abstractmethod
    def words(self) -> Mapping[int, Word]:
        """The words in which anybody has a member, by number."""

    def __and__(self, other: object) -> Any:
        return self._joined(other, np.bitwise_and, _in_both, min)

    def __or__(self, other: object) -> Any:
        return self._joined(other, np.bitwise_or, _in_any, int.__add__)

    def __sub__(self, other: object) -> Any:
        return self._joined(other, _without, _in_mine, lambda mine, _: mine)

    def __rsub__(self, other: object) -> Any:
        return self._like(other) - self

    __rand__ = __and__
    __ror__ = __or__

    def _joined(
        self,
        other: object,
        operation: Callable[[Bits, Bits], Bits],
        where: Callable[[AbstractSet[int], AbstractSet[int]], Iterable[int]],
        most: Callable[[int, int], int],
    ) -> Any:
        if isinstance(other, UnknownFact):
            return other
        that = self._like(other)
        mine, theirs = self.words, that.words
        words = {
            number: partial(_made, operation, mine.get(number, _empty), theirs.get(number, _empty))
            for number in where(mine.keys(), theirs.keys())
        }
        known = both_known(self.known, that.known)
        return _JoinedSets(words, known, self.members, most(self.most, that.most))

    def _like(self, other: object) -> "SetColumn":
        if isinstance(other, SetColumn):
            return other
        if isinstance(other, AbstractSet):
            values = Encoded(np.zeros(1, dtype=np.int32), (frozenset(other),))
            return ListedSets(Sets(values, self.members), axis=0, part=Part((1, 1)), known=None)
        raise NotOnColumnsError

    def count(self) -> Column:
        """Return how many members each set has."""
        words = list(self.words.values())
        # Where a set is too large for a byte, no more words are summed in bytes than fit into one.
        batch = _FULL if self.most > _BYTE else len(words) or 1
        total: NDArray[Any] = np.zeros((1, 1), dtype=np.int8)
        for start in range(0, len(words), batch):
            here = reduce(np.add, map(_members, words[start : start + batch]))
            total = here if start == 0 else np.add(total, here, dtype=narrowest(self.most))
        return Column(total, self.known, bound=self.most)


class Sets:
    """The sets of everybody on one side, as they stand in a field; shared by all parts.

    Args:
        encoded: the sets; None, where it is unknown, has no members.
        members: numbers of the members.
    """

    def __init__(self, encoded: Encoded, members: Vocabulary) -> None:
        self.encoded = encoded
        self.vocabulary = members
        self._related: dict[int, tuple[Ids, Relation]] = {}
        self._meetings: dict[tuple[int, int, bool], tuple[Sets, Sets]] = {}

    @cached_property
    def most(self) -> int:
        """Members of the largest set."""
        return max((len(members) for members in self.encoded.values if members), default=0)

    @cached_property
    def members(self) -> AbstractSet[Any]:
        """Whoever or whatever is in any of the sets."""
        return frozenset[Any]().union(*(members for members in self.encoded.values if members))

    @cached_property
    def bits(self) -> Mapping[int, Bits]:
        """Everybody's words in which anybody has a member, shape (n,), by number."""
        flat: dict[int, Bits] = {}
        for row, members in enumerate(self.encoded.values):
            for member in members or ():
                number, place = divmod(self.vocabulary.number(member), _WORD)
                if number not in flat:
                    flat[number] = np.zeros(len(self.encoded.values), dtype=np.uint8)
                flat[number][row] |= np.uint8(1 << place)
        return {number: bits[self.encoded.codes] for number, bits in flat.items()}

    @cached_property
    def times(self) -> AbstractSet[FreeTime]:
        """Every free time in any of the sets."""
        return frozenset(time for member in self.members for time in times_of(member))

    def meeting(self, other: "Sets", minutes: int, *, first: bool) -> "Sets":
        """Return, for each set of free times, the meetings it is one side of, with those of another side's sets.

        A meeting is two times, of which the first is of the side that is said to be first, with so many minutes in
        common. So the meetings that two people's sets share are as many as the times that they have in common.
        """
        key = (id(other), minutes, first)
        if key not in self._meetings:
            partners = {
                mine: [theirs for theirs in other.times if meets(mine, theirs, minutes)]
                for mine in self.times
            }
            values = tuple(
                None
                if members is None
                else frozenset(
                    (minutes, mine, theirs) if first else (minutes, theirs, mine)
                    for member in members
                    for mine in times_of(member)
                    for theirs in partners[mine]
                )
                for members in self.encoded.values
            )
            self._meetings[key] = other, Sets(Encoded(self.encoded.codes, values), self.vocabulary)
        return self._meetings[key][1]

    def naming(self, ids: Ids, axis: int, whole: tuple[int, int]) -> Relation:
        """Return who of this side, which lies along the axis, has whose id in their set."""
        if id(ids) not in self._related:
            self._related[id(ids)] = ids, self._named(ids, axis, whole)
        return self._related[id(ids)][1]

    def _named(self, ids: Ids, axis: int, whole: tuple[int, int]) -> Relation:
        named = [
            sorted(ids.number[member] for member in members or () if member in ids.number)
            for members in self.encoded.values
        ]
        starts = np.concatenate([[0], np.cumsum([len(one) for one in named])]).astype(np.intp)
        of_value = np.array([number for one in named for number in one], dtype=np.intp)
        who, found = spread(starts, self.encoded.codes.astype(np.intp))
        order, first = ids.places
        namings, places = spread(first, of_value[found])
        rows, columns = who[namings], order[places]
        return Relation(columns, rows, whole) if axis else Relation(rows, columns, whole)


class ListedSets(SetColumn):
    """The sets of some people of one side.

    Args:
        everybody: the sets of the whole side.
        axis: 0 for mentees, 1 for mentors.
        part: which people these are.
        known: which cells are known; None for all.
        fact: the field that these are, where they are one.
    """

    def __init__(
        self,
        everybody: Sets,
        *,
        axis: int,
        part: Part,
        known: Bools | None,
        fact: Fact | None = None,
    ) -> None:
        super().__init__(known, everybody.vocabulary, everybody.most, fact)
        self._everybody = everybody
        self._axis = axis
        self._part = part
        self._words: Mapping[int, Word] | None = None

    def taken(self, part: Part, axis: int) -> "ListedSets":
        """Return the sets of some people, of a column of everybody along the axis."""
        known = self._known_of(part, axis)
        return ListedSets(self._everybody, axis=axis, part=part, known=known, fact=self.fact)

    @property
    def words(self) -> Mapping[int, Word]:
        """The words in which anybody has a member, by number."""
        if self._words is None:
            bits = self._everybody.bits.items()
            self._words = {n: partial(_kept, self._part.laid(flat, self._axis)) for n, flat in bits}
        return self._words

    def shared_times(self, other: object, minutes: int) -> Column:
        """Return how many times each two sets of free times have in common."""
        that = self._like(other)
        if not isinstance(that, ListedSets):
            raise NotOnColumnsError
        mine = self._meeting(that, minutes, first=True)
        common: SetColumn = mine & that._meeting(self, minutes, first=False)  # noqa: SLF001 - of its own kind
        return common.count()

    def _meeting(self, other: "ListedSets", minutes: int, *, first: bool) -> "ListedSets":
        sets = self._everybody.meeting(other._everybody, minutes, first=first)  # noqa: SLF001 - as above
        return ListedSets(sets, axis=self._axis, part=self._part, known=self.known)

    def names(self, ids: object) -> Column:
        """Return which of the ids, of the other side, each set contains."""
        if not isinstance(ids, IdColumn) or ids.axis == self._axis or ids.part is not self._part:
            raise NotOnColumnsError
        ids.reading.single_out(self._everybody.members if ids.reading.strict else ())
        relation = self._everybody.naming(ids.everybody, self._axis, self._part.whole)
        return Column(relation.taken(self._part), both_known(self.known, ids.known))


class _JoinedSets(SetColumn):
    """Sets made of other sets, word by word and only while they are counted."""

    def __init__(
        self, words: Mapping[int, Word], known: Bools | None, members: Vocabulary, most: int
    ) -> None:
        super().__init__(known, members, most)
        self._words = words

    @property
    def words(self) -> Mapping[int, Word]:
        """The recipes of the words."""
        return self._words

    def taken(self, part: Part, axis: int) -> Self:  # noqa: ARG002 - see `Cells.taken`
        """Refuse: what a rule made is used up where it is made."""
        raise NotOnColumnsError


class Marks:
    """The marks of everybody on one side; shared by all parts.

    Args:
        encoded: the marks by subject, or None.
        members: numbers of the subjects.
    """

    def __init__(self, encoded: Encoded, members: Vocabulary) -> None:
        self._encoded = encoded
        self._members = members
        self._made: dict[tuple[Chooses, int], Sets] = {}

    def chosen(self, choose: Chooses, mark: int) -> Sets:
        """Return the sets of subjects that are chosen from the marks."""
        if (choose, mark) not in self._made:
            values = (None if one is None else choose(one, mark) for one in self._encoded.values)
            sets = Encoded(self._encoded.codes, tuple(values))
            self._made[choose, mark] = Sets(sets, self._members)
        return self._made[choose, mark]


class MarksColumn(Cells):
    """Marks by subject; what can be asked is which subjects have marks from or up to one.

    Args:
        everybody: the marks of the whole side.
        axis: 0 for mentees, 1 for mentors.
        part: which people these are.
        known: which cells are known; None for all.
    """

    __hash__ = None

    def __init__(self, everybody: Marks, *, axis: int, part: Part, known: Bools | None) -> None:
        super().__init__(known)
        self._everybody = everybody
        self._axis = axis
        self._part = part

    def taken(self, part: Part, axis: int) -> "MarksColumn":
        """Return the marks of some people, of a column of everybody along the axis."""
        known = self._known_of(part, axis)
        return MarksColumn(self._everybody, axis=axis, part=part, known=known)

    def subjects_from(self, mark: int) -> SetColumn:
        """Return the subjects with this mark or a better one."""
        return self._chosen(vocabulary.subjects_from, mark)

    def subjects_up_to(self, mark: int) -> SetColumn:
        """Return the subjects with this mark or a worse one."""
        return self._chosen(vocabulary.subjects_up_to, mark)

    def _chosen(self, choose: Chooses, mark: int) -> SetColumn:
        sets = self._everybody.chosen(choose, mark)
        return ListedSets(sets, axis=self._axis, part=self._part, known=self.known)


def _kept(bits: Bits) -> Bits:
    return bits


def _made(operation: Callable[[Bits, Bits], Bits], left: Word, right: Word) -> Bits:
    return operation(left(), right())


def _empty() -> Bits:
    return np.zeros((1, 1), dtype=np.uint8)


def _members(word: Word) -> NDArray[Any]:
    return np.bitwise_count(word()).view(np.int8)


def _without(left: Bits, right: Bits) -> Bits:
    return left & ~right


def _in_both(mine: AbstractSet[int], theirs: AbstractSet[int]) -> Iterable[int]:
    return mine & theirs


def _in_any(mine: AbstractSet[int], theirs: AbstractSet[int]) -> Iterable[int]:
    return mine | theirs


def _in_mine(mine: AbstractSet[int], _: AbstractSet[int]) -> Iterable[int]:
    return mine
