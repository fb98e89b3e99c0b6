"""Runs a rule on everybody at once, or on any part of all pairs.

The pair is the definition; columns are the same method on other views. A rule that cannot run on columns is
run on one pair of each kind of alike people, with the same result.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.people.columns import ID_PATHS, Facts, Indices, Path, RoleFacts
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.base import MOST_POINTS, Preference, Requirement
from nastavnik.rules.columns.alike import for_each_kind, for_each_pair
from nastavnik.rules.columns.cells import Bools, Cells, Column, Key, NotOnColumnsError, on_bits
from nastavnik.rules.columns.columns import ColumnView, Everybody, kind_of
from nastavnik.rules.columns.parts import Part
from nastavnik.rules.columns.texts import Reading
from nastavnik.rules.kinds import is_ours, looks_at_types
from nastavnik.rules.reads import LOOKED, Kinds, Looked, Looks, Reads
from nastavnik.rules.verdict import Verdict, judge, points_of, wrong
from nastavnik.rules.views import Trace, UndecidedError, UnknownFact
from nastavnik.rules.words import Words

__all__ = ["Reads", "Table", "Verdict", "judge", "points_of"]

AnyRule = Requirement | Preference
Ask = Callable[[Any, Any, Trace], Any]

_MOST_KINDS: Final = 16
"""For how many kinds of columns it is remembered at what a rule looks; ours meet a few."""

_KEPT: Final = 1 << 24
"""Bytes of an array that is kept for another when it is freed."""


@cache
def _keep_freed_memory() -> None:
    """Have the C library keep what is freed, once: a fresh array costs several times its filling.

    Where that is glibc, it takes memory from the system for each block above a limit and gives it back
    at once; the limit rises to the largest block of up to 32 MiB that was ever freed.
    """
    np.empty(_KEPT, dtype=np.uint8)


class _Root:
    """Everybody of a table and of its parts, and what is found out once for all of them.

    Rules are remembered by identity, for a rule of one's own need not be hashable; keeping the rule
    keeps its identity from being given to another.
    """

    def __init__(self, mentees: Facts, mentors: Facts) -> None:
        _keep_freed_memory()
        self.part = Part((len(mentees), len(mentors)))
        words = Words()
        self.mentees = Everybody(mentees, axis=0, words=words, whole=self.part)
        self.mentors = Everybody(mentors, axis=1, words=words, whole=self.part)
        self.agreed: dict[int, AnyRule] = {}
        self.reads: dict[int, tuple[AnyRule, Reads]] = {}

    def kinds(self, looks: Looks) -> Kinds | None:
        """Return of what kinds the columns are at which a rule looks, None where one of them is none."""
        try:
            return tuple(
                kind_of((self.mentors if axis else self.mentees).column(path))
                for axis, path in looks
            )
        except (Exception, NotOnColumnsError):  # noqa: BLE001 - another kind of people, on whom the rule is run anew
            return None


class Table:
    """All pairs of some mentees (rows) and mentors (columns), on which rules are run.

    The arrays it returns are not to be written to. Several threads may run rules on parts of one
    table at once.

    >>> from nastavnik.people.records import Pupil
    >>> from nastavnik.rules.catalogue.pairing import GradeGap
    >>> table = Table([Mentee(Pupil("b", grade=6))], [Mentor(Pupil("a", grade=9))])
    >>> table.holds(GradeGap()).tolist()
    [[True]]
    """

    def __init__(self, mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> None:
        facts = RoleFacts(mentees, side="mentee"), RoleFacts(mentors, side="mentor")
        self._root = _Root(*facts)
        self._part = self._root.part
        self._taken: dict[tuple[int, Path], Cells] = {}
        self.shape = self._part.shape

    @classmethod
    def of(cls, mentees: Facts, mentors: Facts) -> "Table":
        """Return the table of people of whom there are facts."""
        return _start(cls.__new__(cls), _Root(mentees, mentors))

    # Parts.

    def part(self, rows: Indices, columns: Indices) -> "Table":
        """Return some rows × some columns; what was made of everybody is taken from, not made anew.

        Args:
            rows: places of mentees in this table, as a slice or an array of indices.
            columns: places of mentors.
        """
        return self._of_root(self._part.within(rows, columns, aligned=False))

    def aligned(self, rows: Indices, columns: Indices) -> "Table":
        """Return the pairs (rows[i], columns[i]) one below the other, shape (k, 1).

        Args:
            rows: places of mentees in this table.
            columns: as many places of mentors.
        """
        return self._of_root(self._part.within(rows, columns, aligned=True))

    def _of_root(self, part: Part) -> "Table":
        return _start(Table.__new__(Table), self._root, part)

    # Answers.

    def holds(self, rule: Requirement) -> Bools:
        """Return for every pair whether the requirement lets it through, shape (n, m).

        Raises:
            RuleError: as ``judge``; or when the rule says something else of a pair by itself than of
                the same pair among all.
        """
        return np.broadcast_to(self.compact_holds(rule), self.shape)

    def points(self, rule: Preference) -> NDArray[np.int64]:
        """Return the points the preference gives every pair, before its weight, shape (n, m).

        Raises:
            RuleError: as ``points_of``; or when the rule says something else of a pair by itself than
                of the same pair among all.
        """
        return np.broadcast_to(self.compact_points(rule).astype(np.int64), self.shape)

    def compact_holds(self, rule: Requirement) -> Bools:
        """Return what ``holds`` does, but (n, 1), (1, m) or (1, 1) where the answers are the same along an axis.

        Raises:
            RuleError: as ``holds``.
        """

        def ask(mentor: Mentor, mentee: Mentee, trace: Trace) -> bool:
            return judge(rule, mentor, mentee, trace=trace).holds

        return self._answers(rule, ask, np.bool_)

    def compact_points(self, rule: Preference) -> NDArray[np.signedinteger[Any]]:
        """Return what ``points`` does, of a narrow type; (n, 1), (1, m) or (1, 1) as ``compact_holds``.

        Raises:
            RuleError: as ``points``.
        """

        def ask(mentor: Mentor, mentee: Mentee, trace: Trace) -> int:
            return points_of(rule, mentor, mentee, trace=trace)

        return self._answers(rule, ask, np.int64)

    def runs_on_columns(self, rule: AnyRule) -> bool:
        """Return whether the rule runs on everybody at once; otherwise it is right, and slower."""
        return self._on_columns(rule) is not None

    def reads(self, rule: AnyRule) -> Reads:
        """Return what the rule looks at, found by running it on one pair of the whole table."""
        root = self._root
        if id(rule) not in root.reads:
            root.reads[id(rule)] = rule, self._reads(rule)
        return root.reads[id(rule)][1]

    def _reads(self, rule: AnyRule) -> Reads:
        if 0 in self._root.part.shape:
            return Reads()
        looked = self._looked(rule)
        if looked is not None and looked.by_name:
            looked = self._found(rule)  # anew, for other people are named
        if looked is None:
            return Reads(by_person=True)
        found = looked.reads
        if not found.keys or not rule.unknown.verdict:  # type: ignore[union-attr]
            return found
        return evolve(found, keys=tuple(key for key in found.keys if self._all_known(key)))

    def _looked(self, rule: AnyRule) -> Looked | None:
        """Return at what a rule looks, found now or in a round before; None where it does not run on columns.

        It follows from the kinds of the columns, one after the other: on columns no rule can ask what is in them. So
        where they are of the same kinds as before, it looks at the same.
        """
        known = LOOKED.of(rule)
        before = next((one for one in known if self._root.kinds(one.looks) == one.kinds), None)
        if before is not None:
            return before
        found = self._found(rule)
        if found is not None and found.kinds is not None and len(known) < _MOST_KINDS:
            known.append(found)
        return found

    def _found(self, rule: AnyRule) -> Looked | None:
        """Run a rule on one pair and note at what it looks; None where it does not run on columns."""
        reading = Reading(strict=True)
        corner = self._of_root(self._root.part.within(slice(1), slice(1), aligned=False))
        column = corner._column_of(rule, reading)  # noqa: SLF001
        if column is None:
            return None
        reads = Reads(
            mentor=frozenset(reading.mentor - ID_PATHS),
            mentee=frozenset(reading.mentee - ID_PATHS),
            singled=frozenset(reading.singled),
            keys=tuple(dict.fromkeys(column.keys if isinstance(rule, Requirement) else ())),
        )
        looks = tuple(sorted((axis, path) for axis in (0, 1) for path in reading.side(axis)))
        return Looked(looks, self._root.kinds(looks), reads, reading.by_name)

    def _all_known(self, key: Key) -> bool:
        mentor, mentee = key
        columns = self._root.mentors.column(mentor), self._root.mentees.column(mentee)
        return all(column.known is None for column in columns)

    # On columns.

    def _answers(self, rule: AnyRule, ask: Ask, kind: type) -> NDArray[Any]:
        answers = self._on_columns(rule)
        if answers is None:
            return self._on_people(ask, kind)
        if id(rule) not in self._root.agreed:
            self._check_agreement(rule, ask, answers)
        return answers

    def _check_agreement(self, rule: AnyRule, ask: Ask, answers: NDArray[Any]) -> None:
        """Ask a few pairs one by one, once for all parts; a rule of ours once for all rounds of the same kinds.

        A rule of somebody's own is asked in every round: what it says may depend on what was not looked at then.
        """
        looked = self._looked(rule) if is_ours(type(rule)) else None
        if looked is None or not looked.agreed:
            self._agree(rule, ask, answers)
        if looked is not None:
            looked.agreed = True
        self._root.agreed[id(rule)] = rule

    def _on_columns(self, rule: AnyRule) -> NDArray[Any] | None:
        """Run the rule on columns; None when it cannot, or when its answer is for no pair to give."""
        if 0 in self.shape:
            return np.zeros(self.shape, dtype=np.bool_)
        column = self._column_of(rule, Reading())
        if column is None:
            return None
        values, known = column.values, column.known
        if isinstance(rule, Requirement):
            if known is None:
                return values
            if rule.unknown.verdict:
                return on_bits(np.bitwise_or, values, ~known)
            return on_bits(np.bitwise_and, values, known)
        if known is not None:
            values = values * known.astype(values.dtype)
        return values if values.min() >= 0 and values.max() <= MOST_POINTS else None

    def _column_of(self, rule: AnyRule, reading: Reading) -> Column | None:
        """Return the rule's answers as a column of the kind that its answers are."""
        if looks_at_types(type(rule)):
            return None
        answer = self._asked_of_columns(rule, reading)
        kind = np.bool_ if isinstance(rule, Requirement) else np.int8
        if isinstance(answer, UnknownFact):
            known = np.zeros((1, 1), dtype=np.bool_)
            return Column(np.zeros((1, 1), dtype=kind), known)
        if type(answer) is (bool if isinstance(rule, Requirement) else int):
            return None if abs(answer) > MOST_POINTS else Column(np.array([[answer]], dtype=kind))
        if isinstance(answer, Column) and answer.truths == isinstance(rule, Requirement):
            return answer
        return None

    def _asked_of_columns(self, rule: AnyRule, reading: Reading) -> Any:
        """Return what the rule answers on columns, None where that cannot be its answer."""
        same = {"part": self._part, "taken": self._taken, "reading": reading}
        mentors, mentees = (
            ColumnView(side, **same)  # type: ignore[arg-type]
            for side in (self._root.mentors, self._root.mentees)
        )
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
        if isinstance(answer, (bool, int)) and (reading.mentor or reading.mentee):
            return None  # it read facts and yet answers the same for all: it took a column for one
        return answer

    # On people.

    def _on_people(self, ask: Ask, kind: type) -> NDArray[Any]:
        """Run the rule on pairs of people, one of each kind."""
        mentees = self._root.mentees.facts.part(self._part.rows)
        mentors = self._root.mentors.facts.part(self._part.columns)
        if self._part.aligned:
            return for_each_pair(mentees, mentors, ask, kind)
        return for_each_kind(mentees, mentors, ask, kind)

    def _agree(self, rule: AnyRule, ask: Ask, answers: NDArray[Any]) -> None:
        """Ask a few pairs of the whole table one by one and compare; once for all parts.

        Args:
            rule: the rule.
            ask: asks one pair.
            answers: of this table.
        """
        root = self._root
        whole = root.part
        if 0 in whole.shape:
            return
        rows, columns = (sorted({0, size // 2, size - 1}) for size in whole.shape)
        if self._part is whole:
            few = np.broadcast_to(answers, whole.shape)[np.ix_(rows, columns)]
        else:
            part = whole.within(np.array(rows), np.array(columns), aligned=False)
            found = self._of_root(part)._on_columns(rule)  # noqa: SLF001
            if found is None:
                return
            few = np.broadcast_to(found, part.shape)
        corners = {(row, column) for row in (0, rows[-1]) for column in (0, columns[-1])}
        for row, column in sorted(corners | {(whole.shape[0] // 2, whole.shape[1] // 2)}):
            mentee, mentor = root.mentees.facts.role(row), root.mentors.facts.role(column)
            among_all = few[rows.index(row), columns.index(column)].item()
            alone = ask(mentor, mentee, Trace())
            if alone != among_all:
                what = (
                    f"says {alone} by itself and {among_all} among all; "
                    "is, isinstance() and str() cannot see whole columns, == and the vocabulary can"
                )
                raise wrong(rule, mentor, mentee, what)


def _start(table: Table, root: _Root, part: Part | None = None) -> Table:
    """Fill in a new table."""
    table._root = root  # noqa: SLF001
    table._part = root.part if part is None else part  # noqa: SLF001
    table._taken = {}  # noqa: SLF001
    table.shape = table._part.shape  # noqa: SLF001
    return table
