"""Runs a rule on one pair of each kind of alike people, for rules that cannot run on columns.

Two mentors are alike when they agree in every fact that the rule has read of any mentor so far, mentees in the
same way. The facts are learnt on the way: when a pair shows a new one, people are told apart by it too, and
the pairs are run anew. As a rule decides by facts alone, alike pairs have one answer.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.people.columns import Facts
from nastavnik.rules.views import Trace

__all__ = ["for_each_kind", "for_each_pair"]

Ask = Callable[[Any, Any, Trace], Any]


def for_each_kind(mentees: Facts, mentors: Facts, ask: Ask, kind: type) -> NDArray[Any]:
    """Return the answers for all pairs, shape (n, m), asking once for each kind of pair.

    Args:
        mentees: rows.
        mentors: columns.
        ask: answers for one mentor and one mentee and notes the facts it reads.
        kind: type of the answers.
    """
    trace = Trace()
    while True:
        read = len(trace.fields)
        rows, columns = _kinds(mentees, "mentee", trace), _kinds(mentors, "mentor", trace)
        answers: NDArray[Any] = np.empty((len(rows.examples), len(columns.examples)), dtype=kind)
        for row, column in np.ndindex(answers.shape):
            mentor = mentors.role(int(columns.examples[column]))
            answers[row, column] = ask(mentor, mentees.role(int(rows.examples[row])), trace)
            if len(trace.fields) > read:
                break
        else:
            return answers[np.ix_(rows.number, columns.number)]


def for_each_pair(mentees: Facts, mentors: Facts, ask: Ask, kind: type) -> NDArray[Any]:
    """Return the answers for k pairs, shape (k, 1), asking each.

    Args:
        mentees: k of them.
        mentors: k of them.
        ask: answers for one mentor and one mentee.
        kind: type of the answers.
    """
    pairs = ((mentors.role(k), mentees.role(k)) for k in range(len(mentees)))
    return np.array([[ask(*pair, Trace())] for pair in pairs], dtype=kind).reshape(-1, 1)


@frozen
class _Kinds:
    """Kinds of alike people.

    Args:
        examples: index of the first person of each kind.
        number: for each person the number of the kind.
    """

    examples: NDArray[np.intp]
    number: NDArray[np.intp]


def _kinds(facts: Facts, side: str, trace: Trace) -> _Kinds:
    """Sort people into kinds by the facts that were read of their side, in order of appearance."""
    number = np.zeros(len(facts), dtype=np.intp)
    for path in sorted(trace.fields):
        if path.startswith(side + "."):
            codes = _codes(facts, tuple(path.split(".")[1:]))
            number = np.unique(number * (codes.max() + 1) + codes, return_inverse=True)[1]
    _, first, number = np.unique(number, return_index=True, return_inverse=True)
    order = np.argsort(first)
    return _Kinds(first[order], np.argsort(order)[number])


def _codes(facts: Facts, path: tuple[str, ...]) -> NDArray[np.intp]:
    """Return numbers that differ where a fact does."""
    try:
        return facts.field(path).codes.astype(np.intp)
    except Exception:  # noqa: BLE001 - it fails again on the pair for which it does, where it is named
        return np.arange(len(facts))
