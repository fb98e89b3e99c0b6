"""Runs a rule on one pair, or on everybody at once, and checks what it returns.

The pair is the definition; columns are the same method on other views. A rule that cannot run on columns is
run on one pair of each kind of alike people, with the same result.
"""

import dis
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import CodeType
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.errors import NastavnikError, RuleError
from nastavnik.people import Mentee, Mentor
from nastavnik.rules.alike import for_each_kind
from nastavnik.rules.base import MOST_POINTS, Preference, Requirement, Rule
from nastavnik.rules.cells import Column, NotOnColumnsError
from nastavnik.rules.columns import ColumnView, Words
from nastavnik.rules.views import UNKNOWN, Trace, UndecidedError, View

__all__ = ["Table", "Verdict", "judge", "points_of"]

_OF_TYPES: Final = frozenset({"isinstance", "type", "str", "repr", "format", "hasattr"})
"""Functions that tell a column from the cell it stands for."""


@frozen(kw_only=True)
class Verdict:
    """What a requirement says of one pair.

    Args:
        holds: whether the pair is let through.
        decided: False when a fact was unknown and the rule's policy spoke.
        facts: the fields that were read, as dotted paths, ascending.
    """

    holds: bool
    decided: bool
    facts: tuple[str, ...]


def judge(
    rule: Requirement, mentor: Mentor, mentee: Mentee, *, trace: Trace | None = None
) -> Verdict:
    """Return what a requirement says of one pair.

    Args:
        rule: the requirement.
        mentor: one of the two.
        mentee: the other.
        trace: notes what the rule reads.

    Raises:
        RuleError: when the rule fails or returns anything but a truth value.

    >>> from nastavnik.people import Pupil
    >>> from nastavnik.rules.pairing import GradeGap
    >>> judge(GradeGap(), Mentor(Pupil("a", grade=9)), Mentee(Pupil("b", grade=6))).holds
    True
    """
    trace = Trace() if trace is None else trace
    answer = _asked(rule, "holds", mentor, mentee, trace)
    facts = tuple(sorted(trace.fields))
    if answer is UNKNOWN:
        return Verdict(holds=rule.unknown.verdict, decided=False, facts=facts)
    if not isinstance(answer, bool):
        raise _wrong(
            rule, mentor, mentee, f"returned {_shown(answer)}; holds() returns a truth value"
        )
    return Verdict(holds=answer, decided=True, facts=facts)


def points_of(
    rule: Preference, mentor: Mentor, mentee: Mentee, *, trace: Trace | None = None
) -> int:
    """Return the points a preference gives one pair, before its weight; 0 when a fact is unknown.

    Args:
        rule: the preference.
        mentor: one of the two.
        mentee: the other.
        trace: notes what the rule reads.

    Raises:
        RuleError: when the rule fails or returns anything but a whole number from 0 to 100.
    """
    answer = _asked(rule, "points", mentor, mentee, Trace() if trace is None else trace)
    if answer is UNKNOWN:
        return 0
    if not isinstance(answer, int) or isinstance(answer, bool) or not 0 <= answer <= MOST_POINTS:
        what = f"returned {_shown(answer)}; points() returns a whole number, 0 to {MOST_POINTS}"
        raise _wrong(rule, mentor, mentee, what)
    return answer


class Table:
    """All pairs of some mentees (rows) and mentors (columns), on which rules are run.

    The arrays it returns are not to be written to.

    >>> from nastavnik.people import Pupil
    >>> from nastavnik.rules.pairing import GradeGap
    >>> table = Table([Mentee(Pupil("b", grade=6))], [Mentor(Pupil("a", grade=9))])
    >>> table.holds(GradeGap()).tolist()
    [[True]]
    """

    def __init__(self, mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> None:
        self._words = words = Words()
        self.shape = (len(mentees), len(mentors))
        self._columns = (
            ColumnView(mentors, axis=1, words=words, path="mentor"),
            ColumnView(mentees, axis=0, words=words, path="mentee"),
        )
        self._people = mentees, mentors

    def holds(self, rule: Requirement) -> NDArray[np.bool_]:
        """Return for every pair whether the requirement lets it through, shape (n, m).

        Raises:
            RuleError: as ``judge``; or when the rule says something else of a pair by itself than of
                the same pair among all.
        """

        def ask(mentor: Mentor, mentee: Mentee, trace: Trace) -> bool:
            return judge(rule, mentor, mentee, trace=trace).holds

        table = self._on_columns(rule)
        return self._on_people(ask, np.bool_) if table is None else self._agreed(rule, table, ask)

    def points(self, rule: Preference) -> NDArray[np.int64]:
        """Return the points the preference gives every pair, before its weight, shape (n, m).

        Raises:
            RuleError: as ``points_of``; or when the rule says something else of a pair by itself than
                of the same pair among all.
        """

        def ask(mentor: Mentor, mentee: Mentee, trace: Trace) -> int:
            return points_of(rule, mentor, mentee, trace=trace)

        table = self._on_columns(rule)
        if table is None:
            return self._on_people(ask, np.int64)
        return self._agreed(rule, table, ask).astype(np.int64)

    def runs_on_columns(self, rule: Requirement | Preference) -> bool:
        """Return whether the rule runs on everybody at once; otherwise it is right, and slower."""
        return self._on_columns(rule) is not None

    def _on_columns(self, rule: Requirement | Preference) -> NDArray[Any] | None:
        """Run the rule on columns; None when it cannot, or when its answer is for no pair to give."""
        if 0 in self.shape:
            return np.zeros(self.shape, dtype=np.bool_)
        if _looks_at_types(type(rule)):
            return None
        answer = self._asked_of_columns(rule)
        if answer is None:
            return None
        unknown = rule.unknown.verdict if isinstance(rule, Requirement) else 0
        if answer is UNKNOWN:
            answer = unknown
        if isinstance(answer, Column):
            values = answer.values
            fits = answer.truths == isinstance(rule, Requirement)
            if answer.known is not None:
                values = np.where(answer.known, values, values.dtype.type(unknown))
        else:
            values = np.array([[answer]])
            fits = type(answer) is (bool if isinstance(rule, Requirement) else int)
        if not fits or (values.size and not 0 <= values.min() <= values.max() <= MOST_POINTS):
            return None
        return np.broadcast_to(values, self.shape)

    def _asked_of_columns(self, rule: Requirement | Preference) -> Any:
        """Return what the rule answers on columns, None where that cannot be its answer."""
        mentors, mentees = self._columns
        read = self._words.read
        try:
            answer = (rule.holds if isinstance(rule, Requirement) else rule.points)(
                mentors, mentees
            )
        except MemoryError:
            raise
        except (NotOnColumnsError, UndecidedError):
            return None
        except Exception:  # noqa: BLE001 - a true mistake shows again on people, where it is named
            return None
        if isinstance(answer, (bool, int)) and self._words.read > read:
            return None  # it read facts and yet answers the same for all: it took a column for one
        return answer

    def _on_people(self, ask: Callable[[Mentor, Mentee, Trace], Any], kind: type) -> NDArray[Any]:
        """Run the rule on pairs of people, one of each kind."""
        mentees, mentors = self._people
        return for_each_kind(mentees, mentors, ask, kind)

    def _agreed(
        self, rule: Rule, table: NDArray[Any], ask: Callable[[Mentor, Mentee, Trace], Any]
    ) -> NDArray[Any]:
        """Return the table after asking a few of its pairs once more, one by one."""
        mentees, mentors = self._people
        for row, column in self._some_pairs():
            mentor, mentee = mentors[column], mentees[row]
            alone, among_all = ask(mentor, mentee, Trace()), table[row, column].item()
            if alone != among_all:
                what = (
                    f"says {alone} by itself and {among_all} among all; "
                    "is, isinstance() and str() cannot see whole columns, == and the vocabulary can"
                )
                raise _wrong(rule, mentor, mentee, what)
        return table

    def _some_pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the corners and the middle."""
        rows, columns = self.shape
        if rows and columns:
            corners = {(row, column) for row in (0, rows - 1) for column in (0, columns - 1)}
            yield from sorted(corners | {(rows // 2, columns // 2)})


@cache
def _looks_at_types(kind: type[Rule]) -> bool:
    """Return whether a kind of rule asks what a thing is: a column is something else than a cell."""
    methods = (getattr(kind, name, None) for name in ("holds", "points", "admits"))
    codes = [code for method in methods if (code := getattr(method, "__code__", None))]
    for code in codes:
        codes += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
    return any(
        step.opname == "IS_OP" or (step.opname == "LOAD_GLOBAL" and step.argval in _OF_TYPES)
        for code in codes
        for step in dis.get_instructions(code)
    )


def _asked(
    rule: Requirement | Preference, method: str, mentor: Mentor, mentee: Mentee, trace: Trace
) -> Any:
    views = View(mentor, "mentor", trace), View(mentee, "mentee", trace)
    try:
        return getattr(rule, method)(*views)
    except UndecidedError:
        return UNKNOWN
    except NastavnikError as error:
        raise _wrong(rule, mentor, mentee, f"failed: {error}") from error
    except Exception as error:
        if isinstance(error, TypeError) and trace.unknown:
            return UNKNOWN  # an unknown fact was handed to what takes plain values only
        raise _wrong(rule, mentor, mentee, f"failed with {type(error).__name__}") from error


def _wrong(rule: Rule, mentor: Mentor, mentee: Mentee, what: str) -> RuleError:
    return RuleError(f"rule {rule.id!r} on mentor {mentor.id!r} and mentee {mentee.id!r} {what}")


def _shown(answer: object) -> str:
    """Show a wrong answer: a number as it is, of anything else the kind, for it may be a person's fact."""
    if answer is None or isinstance(answer, (bool, int, float)):
        return repr(answer)
    return f"a value of type {type(answer).__name__}"
