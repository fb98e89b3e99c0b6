"""Columns of texts and choices, and of ids.

Ids are texts of which everybody has another, so a rule that looked at them as at other facts would make
nobody like anybody. What a rule can do with them is to name people: those are noted, one by one.
"""

from collections.abc import Collection, Iterable, Mapping
from enum import Enum
from functools import cached_property
from typing import Any

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from nastavnik.people.columns import Encoded, Path
from nastavnik.rules.columns.cells import (
    Bools,
    Cells,
    Column,
    Fact,
    NotOnColumnsError,
    Operation,
    both_known,
)
from nastavnik.rules.columns.parts import Part
from nastavnik.rules.views import UnknownFact
from nastavnik.rules.words import Vocabulary

__all__ = ["IdColumn", "Ids", "Reading", "TextColumn"]


@define
class Reading:
    """What one run of a rule on columns has read.

    Args:
        strict: whether ids may only be used to name people.
        mentee: ways to the facts of mentees that were read.
        mentor: the same of mentors.
        singled: ids that were looked for.
        by_name: whether ids were looked for at all, where they may only be used so.
    """

    strict: bool = False
    mentee: set[Path] = field(factory=set)
    mentor: set[Path] = field(factory=set)
    singled: set[str] = field(factory=set)
    by_name: bool = False

    def side(self, axis: int) -> set[Path]:
        """Return what was read of a side: 0 for mentees, 1 for mentors."""
        return self.mentor if axis else self.mentee

    def single_out(self, ids: Iterable[object]) -> None:
        """Note the people that are looked at by name."""
        if self.strict:
            self.by_name = True
            self.singled.update(one for one in ids if isinstance(one, str))


class TextColumn(Cells):
    """Texts or choices as numbers of a vocabulary; equal or not is all that can be asked."""

    __hash__ = None

    def __init__(
        self,
        codes: NDArray[np.int32],
        known: Bools | None,
        texts: Vocabulary,
        *,
        fact: Fact | None = None,
    ) -> None:
        super().__init__(known, fact)
        self.codes = codes
        self.texts = texts

    def taken(self, part: Part, axis: int) -> "TextColumn":
        """Return the cells of some people, of a column of everybody along the axis."""
        known = self._known_of(part, axis)
        return TextColumn(part.laid(self.codes, axis), known, self.texts, fact=self.fact)

    def _compared(self, other: object, operation: Operation) -> Any:
        if isinstance(other, UnknownFact):
            return other
        if isinstance(other, IdColumn):
            other.used_as_text()
        if isinstance(other, TextColumn):
            return Column(operation(self.codes, other.codes), both_known(self.known, other.known))
        if isinstance(other, (str, Enum)):
            code = np.array([[self.texts.number(other)]], dtype=np.int32)
            return Column(operation(self.codes, code), self.known)
        raise NotOnColumnsError

    def __eq__(self, other: object) -> Any:
        equal = self._compared(other, np.equal)
        if isinstance(other, TextColumn):
            equal.keys = self._key_with(other)
        return equal

    def __ne__(self, other: object) -> Any:
        return self._compared(other, np.not_equal)

    def one_of(self, options: Collection[object]) -> Column:
        """Return which cells hold one of the options, texts or choices."""
        if not all(isinstance(option, (str, Enum)) for option in options):
            raise NotOnColumnsError
        codes = [self.texts.number(option) for option in options]
        return Column(np.isin(self.codes, codes), self.known)


class Ids:
    """The ids of everybody on one side.

    Args:
        encoded: the ids.
    """

    def __init__(self, encoded: Encoded) -> None:
        self.encoded = encoded

    @cached_property
    def number(self) -> Mapping[Any, int]:
        """The number of each id among the distinct ones."""
        return {value: number for number, value in enumerate(self.encoded.values)}

    @cached_property
    def places(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where each id stands: places sorted by the number of the id, and where each number's begin."""
        order = np.argsort(self.encoded.codes, kind="stable")
        numbers = np.arange(len(self.encoded.values) + 1)
        return order, np.searchsorted(self.encoded.codes[order], numbers)


class IdColumn(TextColumn):
    """Ids of mentors or mentees.

    Args:
        everybody: the ids of the whole side.
        axis: 0 for mentees, 1 for mentors.
        part: which people these are.
        reading: notes who is named.
    """

    __hash__ = None

    def __init__(
        self,
        codes: NDArray[np.int32],
        known: Bools | None,
        texts: Vocabulary,
        *,
        everybody: Ids,
        axis: int,
        part: Part,
        reading: Reading | None = None,
    ) -> None:
        super().__init__(codes, known, texts)
        self.everybody = everybody
        self.axis = axis
        self.part = part
        self.reading = Reading() if reading is None else reading

    def taken(self, part: Part, axis: int) -> "IdColumn":
        """Return the ids of some people, of a column of everybody along the axis."""
        return self._like(part.laid(self.codes, axis), self._known_of(part, axis), part)

    def noting(self, reading: Reading) -> "IdColumn":
        """Return the same ids, for one run of a rule."""
        return self._like(self.codes, self.known, self.part, reading)

    def _like(
        self,
        codes: NDArray[np.int32],
        known: Bools | None,
        part: Part,
        reading: Reading | None = None,
    ) -> "IdColumn":
        same = {"everybody": self.everybody, "axis": self.axis}
        return IdColumn(codes, known, self.texts, **same, part=part, reading=reading)  # type: ignore[arg-type]

    def used_as_text(self) -> None:
        """Refuse what does not name people, where that is asked for."""
        if self.reading.strict:
            raise NotOnColumnsError

    def _compared(self, other: object, operation: Operation) -> Any:
        if isinstance(other, IdColumn):
            if other.axis != self.axis:
                here, there = self.everybody.number, other.everybody.number
                self.reading.single_out(here.keys() & there.keys() if self.reading.strict else ())
        elif isinstance(other, str):
            self.reading.single_out([other])
        else:
            self.used_as_text()
        return self._unnoted(other, operation)

    def _unnoted(self, other: object, operation: Operation) -> Any:
        if isinstance(other, IdColumn):
            return Column(operation(self.codes, other.codes), both_known(self.known, other.known))
        return super()._compared(other, operation)

    def one_of(self, options: Collection[object]) -> Column:
        """Return which ids are among the options."""
        self.reading.single_out(options)
        return super().one_of(options)
