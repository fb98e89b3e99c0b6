"""The same rule on everybody at once: views whose fields are whole columns.

Mentors lie along the second axis, mentees along the first, so whatever a rule makes of both has one cell a
pair. A column does what people's fields do, and nothing else. Whatever a rule asks beyond that (``if``,
``and``, ``len``, a method of text …) raises an error, upon which the evaluation runs the rule on people.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from nastavnik.people import Person, Role
from nastavnik.rules.cells import Column, NotOnColumnsError, TextColumn, Vocabulary, constant
from nastavnik.rules.sets import ListedSets, MarksColumn
from nastavnik.rules.views import UNKNOWN, read_field

__all__ = ["ColumnView", "Words"]


@define(kw_only=True)
class Words:
    """What the columns of one evaluation share.

    Args:
        texts: numbers of texts.
        members: numbers of members of sets; apart, so that many ids make no set wide.
        read: how often a field was read so far, of whomever.
    """

    texts: Vocabulary = field(factory=Vocabulary)
    members: Vocabulary = field(factory=Vocabulary)
    read: int = 0


class ColumnView:
    """All mentors or all mentees of one evaluation, or the persons behind; columns are made once.

    Args:
        behind: the roles or persons, one a cell.
        axis: 0 for mentees, 1 for mentors.
        words: shared by both sides.
        path: how error messages call this side: ``"mentor"``.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(
        self, behind: Sequence[Role | Person], *, axis: int, words: Words, path: str
    ) -> None:
        self._behind = behind
        self._axis = axis
        self._words = words
        self._path = path
        self._made: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        self._words.read += 1
        if name not in self._made:
            path = f"{self._path}.{name}"
            values = [read_field(one, name, path) for one in self._behind]
            if all(isinstance(value, Person) for value in values):
                made: Any = ColumnView(values, axis=self._axis, words=self._words, path=path)
            else:
                made = _column_of(values, self._axis, self._words)
            self._made[name] = made
        return self._made[name]

    def __eq__(self, other: object) -> bool:
        raise NotOnColumnsError


def _column_of(values: Sequence[Any], axis: int, words: Words) -> Any:
    """Make the column that fits the values; None marks an unknown cell."""
    here = [value for value in values if value is not None]
    if not here:
        return UNKNOWN
    known = None
    if len(here) < len(values):
        known = _laid(np.array([value is not None for value in values]), axis)
    if all(isinstance(v, bool) for v in here):
        return Column(_laid(np.array([v is True for v in values]), axis), known)
    if all(isinstance(v, int) and not isinstance(v, bool) for v in here):
        bound = max(abs(int(v)) for v in here)
        kind = constant(bound).values.dtype
        numbers = np.array([0 if v is None else int(v) for v in values], dtype=kind)
        return Column(_laid(numbers, axis), known, bound=bound)
    if all(isinstance(v, (str, Enum)) for v in here):
        codes = [-1 if v is None else words.texts.number(v) for v in values]
        return TextColumn(_laid(np.array(codes, dtype=np.int32), axis), known, words.texts)
    if all(isinstance(v, AbstractSet) for v in here):
        sets = [frozenset() if v is None else v for v in values]
        return ListedSets(sets, axis=axis, known=known, members=words.members)
    if all(isinstance(v, Mapping) for v in here):
        return MarksColumn(values, axis=axis, known=known, members=words.members)
    raise NotOnColumnsError


def _laid(flat: NDArray[Any], axis: int) -> NDArray[Any]:
    """Lay a flat array along the axis of its role."""
    return flat[:, None] if axis == 0 else flat[None, :]
