"""People with something stated that they have not stated yet, and what pairs with them are worth then."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.matching.candidates.forms import NO_WAY, FormTable
from nastavnik.programme.round.statements import STATEMENTS, Statement
from nastavnik.rules.base import Side

__all__ = ["Completion", "Variant", "alike", "better", "statements_of", "widest", "worth_of_all"]

Ints = NDArray[np.int64]


@frozen(kw_only=True)
class Completion:
    """Statements that help if they are so, and how much.

    Args:
        statements: of one person, or of one kind.
        gains: how many mentees more of each priority of the round would have a mentor.
        points: how much the total would change.
    """

    statements: tuple[Statement, ...]
    gains: tuple[int, ...]
    points: int

    def rank(self) -> tuple[Any, ...]:
        """Return what sorts what helps most to the front; among equals fewer statements, then what is said easily."""
        order = [STATEMENTS.index(one.path) for one in self.statements]
        whose = [(one.side.value, one.id) for one in self.statements]
        gains = tuple(-gain for gain in self.gains)
        return sum(gains), gains, len(order), order, -self.points, whose


@frozen(eq=False)
class Variant:
    """Somebody who has stated something more, and what the pairs with everybody are worth then.

    Args:
        side: of a mentor or of a mentee.
        place: of the person in the round.
        values: what is stated, by the way to it.
        worth: what each pair with the other side is worth, −1 where it may not be formed.
    """

    side: Side
    place: int
    values: dict[str, object]
    worth: Ints


def worth_of_all(shape: tuple[int, int], forms: Sequence[FormTable]) -> Ints:
    """Return what every pair is worth in its best form, −1 where it may not be formed.

    Args:
        shape: how many mentees and mentors there are.
        forms: of these people.
    """
    table = np.full(shape, NO_WAY, dtype=np.int64)
    for form in forms:
        if form.rows.size and form.columns.size:
            here = np.ix_(form.rows, form.columns)
            rows, columns = np.arange(form.rows.size), np.arange(form.columns.size)
            table[here] = np.maximum(table[here], form.scores(rows, columns))
    return table


def alike(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Return variants of one person in groups who are alike for the rules and state the same things."""
    groups: dict[tuple[bytes, tuple[str, ...]], list[Variant]] = {}
    for one in variants:
        groups.setdefault((one.worth.tobytes(), tuple(one.values)), []).append(one)
    return [*groups.values()]


def _shortest(values: Sequence[object]) -> list[object]:
    """Return, of sets and marks, those with fewest members: what holds more says nothing that is needed."""
    lengths = [len(value) if isinstance(value, tuple) else 0 for value in values]
    return [value for value, length in zip(values, lengths, strict=True) if length == min(lengths)]


def widest(groups: Sequence[list[Variant]]) -> list[Variant]:
    """Return the group that may be paired with most; of equal ones the first."""
    return max(groups, key=lambda group: int((group[0].worth >= 0).sum()))


def statements_of(group: Sequence[Variant], name: str, *, one_value: bool) -> tuple[Statement, ...]:
    """Return what variants who are alike state: of each statement all values that leave the others as they are.

    Args:
        group: variants of one person who are alike for the rules.
        name: id of the person.
        one_value: give the first value alone.
    """
    first = group[0]
    statements = []
    for path, value in first.values.items():
        others = {p: v for p, v in first.values.items() if p != path}
        same = [
            one.values[path]
            for one in group
            if {p: v for p, v in one.values.items() if p != path} == others
        ]
        values = (value,) if one_value else tuple(_shortest(same))
        statements.append(Statement(side=first.side, id=name, path=path, values=values))
    return tuple(statements)


def better(gains: Sequence[int]) -> bool:
    """Return whether more mentees have a mentor, and none of a higher priority pay for it.

    >>> better((0, 2)), better((1, -1)), better((-1, 2))
    (True, False, False)
    """
    return sum(gains) > 0 and next(gain > 0 for gain in gains if gain)
