"""Runs a rule on one pair of each kind of alike people, for rules that cannot run on columns.

Two mentors are alike when they agree in every fact that the rule has read of any mentor so far, mentees in the
same way. The facts are learnt on the way: when a pair shows a new one, people are told apart by it too, and
the pairs are run anew. As a rule decides by facts alone, alike pairs have one answer.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.people import Mentee, Mentor, Role
from nastavnik.rules.views import Trace

__all__ = ["for_each_kind"]


def for_each_kind(
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    ask: Callable[[Mentor, Mentee, Trace], Any],
    kind: type,
) -> NDArray[Any]:
    """Return the answers for all pairs, shape (n, m), asking once for each kind of pair.

    Args:
        mentees: rows.
        mentors: columns.
        ask: answers for one pair and notes the facts it reads.
        kind: type of the answers.
    """
    trace = Trace()
    while True:
        read = len(trace.fields)
        rows, columns = _kinds(mentees, "mentee", trace), _kinds(mentors, "mentor", trace)
        answers: NDArray[Any] = np.empty((len(rows.examples), len(columns.examples)), dtype=kind)
        for row, column in np.ndindex(answers.shape):
            mentor, mentee = mentors[columns.examples[column]], mentees[rows.examples[row]]
            answers[row, column] = ask(mentor, mentee, trace)
            if len(trace.fields) > read:
                break
        else:
            return answers[np.ix_(rows.number, columns.number)]


@frozen
class _Kinds:
    """Kinds of alike people.

    Args:
        examples: index of the first person of each kind.
        number: for each person the number of the kind.
    """

    examples: list[int]
    number: NDArray[np.intp]


def _kinds(roles: Sequence[Role], side: str, trace: Trace) -> _Kinds:
    """Sort people into kinds by the facts that were read of their side."""
    paths = [path.split(".")[1:] for path in sorted(trace.fields) if path.startswith(side + ".")]
    numbers: dict[Hashable, int] = {}
    examples: list[int] = []
    number: list[int] = []
    for index, role in enumerate(roles):
        facts = tuple(_fact(role, path) for path in paths)
        if facts not in numbers:
            numbers[facts] = len(numbers)
            examples.append(index)
        number.append(numbers[facts])
    return _Kinds(examples, np.array(number, dtype=np.intp))


def _fact(role: Role, path: Iterable[str]) -> Hashable:
    """Return a fact with its type, for True is not 1 here; what has no hash is like nothing else."""
    value: Any = role
    for name in path:
        value = getattr(value, name, None)
    try:
        hash(value)
    except TypeError:
        return object()
    return type(value), value
