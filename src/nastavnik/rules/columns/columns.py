"""The same rule on everybody at once: views whose fields are whole columns.

Mentors lie along the second axis, mentees along the first, so whatever a rule makes of both has one cell a
pair. A column does what people's fields do, and nothing else. Whatever a rule asks beyond that (``if``,
``and``, ``len``, a method of text …) raises an error, upon which the evaluation runs the rule on people.

Columns are made of everybody, once, and cut down to the part that is looked at. So of what kind a column is,
and whether anybody is known in it, is the same in every part.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.words import compared
from nastavnik.people.columns import ID_PATHS, Encoded, Facts, Path
from nastavnik.people.fields import EXTRA, IDS
from nastavnik.rules.columns.cells import (
    UNKNOWN_COLUMN,
    Cells,
    Column,
    NotOnColumnsError,
    constant,
)
from nastavnik.rules.columns.parts import Part
from nastavnik.rules.columns.sets import ListedSets, Marks, MarksColumn, Sets
from nastavnik.rules.columns.texts import IdColumn, Ids, Reading, TextColumn
from nastavnik.rules.words import Words

__all__ = ["ColumnView", "Everybody", "ExtraColumns", "kind_of"]


def kind_of(column: Any) -> object:
    """Return of what kind a column of everybody is: rules do the same on columns of the same kinds.

    >>> kind_of(UNKNOWN_COLUMN) == kind_of(Column(np.array([[True]])))
    False
    """
    return (Column, column.truths) if isinstance(column, Column) else type(column)


class Everybody:
    """The columns of all mentors or of all mentees; each is made when it is first asked for.

    Args:
        facts: what may be known of them.
        axis: 0 for mentees, 1 for mentors.
        words: shared by both sides.
        whole: the part that is everybody.
    """

    def __init__(self, facts: Facts, *, axis: int, words: Words, whole: Part) -> None:
        self.facts = facts
        self.axis = axis
        self._words = words
        self._whole = whole
        self._made: dict[Path, Any] = {}

    def column(self, path: Path) -> Any:
        """Return the column of a field, `UNKNOWN_COLUMN` where nobody's is known; None where persons stand.

        Raises:
            NotOnColumnsError: when the values are of several kinds, or of one that has no columns.
        """
        if path not in self._made:
            person = self.facts.leads_to_person(path)
            self._made[path] = None if person else self._column(path)
        if self._made[path] is NotOnColumnsError:
            raise NotOnColumnsError
        return self._made[path]

    def _column(self, path: Path) -> Any:
        encoded = self.facts.field(path)
        here = np.bincount(encoded.codes, minlength=len(encoded.values)) > 0
        values = [v if occurs else None for v, occurs in zip(encoded.values, here, strict=True)]
        known = np.array([value is not None for value in values], dtype=np.bool_)
        if not known.any():
            return UNKNOWN_COLUMN
        only = Encoded(encoded.codes, tuple(values))
        everywhere = known[only.codes].all()
        laid = None if everywhere else self._laid(known, only)
        try:
            return self._of_kind(only, laid, path)
        except NotOnColumnsError:
            return NotOnColumnsError

    def _of_kind(self, only: Encoded, known: NDArray[np.bool_] | None, path: Path) -> Any:
        """Make the column that fits the values; None marks an unknown cell."""
        here = [value for value in only.values if value is not None]
        of_side = {"axis": self.axis, "part": self._whole}
        fact = self.axis, path
        if all(isinstance(v, bool) for v in here):
            truths = np.array([v is True for v in only.values])
            return Column(self._laid(truths, only), known, fact=fact)
        if all(isinstance(v, int) and not isinstance(v, bool) for v in here):
            bound = max(abs(int(v)) for v in here)
            kind = constant(bound).values.dtype
            numbers = np.array([0 if v is None else int(v) for v in only.values], dtype=kind)
            return Column(self._laid(numbers, only), known, bound=bound, fact=fact)
        if all(isinstance(v, (str, Enum)) for v in here):
            number = self._words.texts.number
            codes = np.array([-1 if v is None else number(v) for v in only.values], dtype=np.int32)
            laid = self._laid(codes, only)
            if path in ID_PATHS:
                ids = Ids(only)
                return IdColumn(laid, known, self._words.texts, everybody=ids, **of_side)  # type: ignore[arg-type]
            return TextColumn(laid, known, self._words.texts, fact=fact)
        if all(isinstance(v, AbstractSet) for v in here):
            sets = Sets(only, self._words.members)
            return ListedSets(sets, **of_side, known=known, fact=fact)  # type: ignore[arg-type]
        if all(isinstance(v, Mapping) for v in here):
            marks = Marks(only, self._words.members)
            return MarksColumn(marks, **of_side, known=known)  # type: ignore[arg-type]
        raise NotOnColumnsError

    def _laid(self, of_values: NDArray[Any], encoded: Encoded) -> NDArray[Any]:
        """Give each person what their value has."""
        return self._whole.laid(of_values[encoded.codes], self.axis)


class ColumnView:
    """Some of the mentors or mentees, or the persons behind, as a rule sees them in one run.

    Args:
        everybody: the columns of the whole side.
        part: who is looked at.
        taken: the columns of the part that were taken so far, shared by all runs on it.
        reading: notes what the run reads.
        path: the way from the role to what is seen.
    """

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("_everybody", "_part", "_path", "_reading", "_taken")

    def __init__(
        self,
        everybody: Everybody,
        *,
        part: Part,
        taken: dict[tuple[int, Path], Cells],
        reading: Reading,
        path: Path = (),
    ) -> None:
        self._everybody = everybody
        self._part = part
        self._taken = taken
        self._reading = reading
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        path = *self._path, name
        if name == EXTRA and self._path and self._everybody.facts.leads_to_person(self._path):
            return ExtraColumns(self._at, path)
        return self._at(path)

    def _at(self, path: Path) -> Any:
        """Return what stands at the end of a path, for this run."""
        axis = self._everybody.axis
        column = self._taken.get((axis, path))
        if column is None:
            whole = self._everybody.column(path)
            if whole is None:
                return ColumnView(
                    self._everybody,
                    part=self._part,
                    taken=self._taken,
                    reading=self._reading,
                    path=path,
                )
            if whole is UNKNOWN_COLUMN:
                self._reading.side(axis).add(path)
                return UNKNOWN_COLUMN
            column = self._taken[axis, path] = whole.taken(self._part, axis)
        self._reading.side(axis).add(path)
        return column.noting(self._reading) if isinstance(column, IdColumn) else column

    def __eq__(self, other: object) -> bool:
        raise NotOnColumnsError


class ExtraColumns:
    """Everybody's fields of their own as a rule sees them: one by its name, through ``extra()`` and ``extra_ids()``.

    Args:
        at: returns what stands at the end of a path.
        path: the way from the role to these fields.
    """

    __hash__ = None  # type: ignore[assignment]
    __slots__ = ("_at", "_path")

    def __init__(self, at: Callable[[Path], Any], path: Path) -> None:
        self._at = at
        self._path = path

    def fact(self, name: str) -> Any:
        """Return one of the fields, as words are compared."""
        return self._at((*self._path, compared(name)))

    def ids(self, name: str) -> Any:
        """Return the ids in one of the fields, as sets."""
        return self._at((*self._path, compared(name), IDS))

    def __eq__(self, other: object) -> bool:
        raise NotOnColumnsError
