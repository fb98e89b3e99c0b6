"""Which statements, if they were so, would give more mentees a mentor: of one person, and of all of one kind.

A statement changes one row or one column of the table of all pairs. The rules say how, for all values at once; what
the plan gains is found by chains (``assignment.replaced``), exactly, and what is advised is solved again from scratch.
Where the pairs are too many to be kept in one table, whole kinds of yes and no are looked at, and no single person.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product
from typing import Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from nastavnik.assignment.pairs import Tile
from nastavnik.assignment.replaced import with_column, with_row
from nastavnik.assignment.residual import Residual, Stakes
from nastavnik.matching.answers.fillings import Fillings
from nastavnik.matching.answers.variants import (
    Completion,
    Variant,
    alike,
    better,
    statements_of,
    widest,
    worth_of_all,
)
from nastavnik.matching.candidates import Candidates
from nastavnik.matching.candidates.forms import forms_of
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import RoleFacts
from nastavnik.programme.round.statements import STATEMENTS, YES_NO, Statement, filled_in, is_open
from nastavnik.rules.base import Side

__all__ = ["MOST_PAIRS", "Completions"]

Ints = NDArray[np.int64]

MOST_PAIRS: Final = 1 << 18
"""Pairs of a round up to which everybody's statements are looked at one by one."""

_MOST_VARIANTS: Final = 1 << 15
"""People with something stated who are held against the other side; those beyond are not looked at."""

_MOST_TOGETHER: Final = 256
"""Ways in which several statements of one person are tried together; the statements that could say most are left out
until there are no more."""


@frozen(eq=False, slots=False)
class Completions:
    """Looks for statements that help.

    Args:
        found: the cohort under its rules.
        methodology: the rules.
        mentor_of: place of each mentee's mentor in the plan, −1 for nobody.
        solved: returns gains and points of a round in which statements are completed, solved from scratch; None where
            the demands cannot be met then.
    """

    found: Candidates
    methodology: Methodology
    mentor_of: Ints
    solved: Callable[[Sequence[Statement]], tuple[tuple[int, ...], int] | None]
    _gained: dict[tuple[Any, ...], tuple[tuple[int, ...], int]] = field(factory=dict)

    # Everybody.

    @property
    def small(self) -> bool:
        """Whether everybody can be looked at one by one."""
        return len(self.found.mentees) * len(self.found.mentors) <= MOST_PAIRS

    @cached_property
    def _everybody(self) -> dict[Side, list[Any]]:
        sides = (Side.MENTEE, self.found.mentees), (Side.MENTOR, self.found.mentors)
        return {side: [facts.role(at) for at in range(len(facts))] for side, facts in sides}

    @cached_property
    def _both(self) -> frozenset[str]:
        """Ids of those who are mentor and mentee, or whose pair is settled: for them more than one row changes."""
        hard = self.found.hard
        mentees = {*self.found.mentees.ids}
        both = {name for name in self.found.mentors.ids if name in mentees}
        held = np.flatnonzero(hard.taken > 0)
        return frozenset(both | {self.found.mentors.ids[int(at)] for at in held})

    @cached_property
    def _paths(self) -> dict[Side, list[str]]:
        """Ways to the statements that requirements look at, by side."""
        read: dict[Side, set[str]] = {side: set() for side in Side}
        for form in self.found.forms:
            for asked in form.asked:
                for rule in asked.requirements:
                    reads = form.table.reads(rule)
                    for side, paths in ((Side.MENTOR, reads.mentor), (Side.MENTEE, reads.mentee)):
                        names = {".".join(path) for path in paths}
                        read[side] |= {*STATEMENTS} if reads.by_person else names
        for names in read.values():
            if "person.minor" in names:
                names.add("person.age")
        return {side: [path for path in STATEMENTS if path in read[side]] for side in Side}

    def _open(self, side: Side) -> Iterator[tuple[int, Any, list[str]]]:
        """Yield place, role and open statements of those who have any and whose pair is not settled."""
        locked = self.found.hard.locked
        for place, role in enumerate(self._everybody[side]):
            if side is Side.MENTEE and locked[place]:
                continue
            paths = [path for path in self._paths[side] if is_open(role, path)]
            if paths:
                yield place, role, paths

    @cached_property
    def _table(self) -> Ints:
        """What every pair is worth, −1 where it may not be formed, shape (n, m)."""
        return worth_of_all((len(self.found.mentees), len(self.found.mentors)), self.found.forms)

    @cached_property
    def _start(self) -> Residual:
        table, hard = self._table, self.found.hard
        largest = max((form.most for form in self.found.forms), default=0)
        stakes = Stakes.of(
            lambda rows: Tile(np.maximum(table[rows], 0), table[rows] >= 0),
            hard.priorities,
            table.shape[1],
            largest,
        )
        at = np.where(hard.locked, -1, self.mentor_of)
        start = Residual.of(stakes, at, hard.minimums, hard.capacities)
        start.at[hard.locked] = -1
        return start

    # What helps.

    def of_one(self) -> list[Completion]:
        """Return what one statement of one person brings, wherever it brings anybody a mentor; the best first."""
        return sorted(self._of_one.values(), key=Completion.rank)

    @cached_property
    def _of_one(self) -> dict[tuple[Side, int, str], Completion]:
        best: dict[tuple[Side, int, str], Completion] = {}
        for (side, place, path), variants in self._by_statement.items():
            helping = [self._completion(group) for group in alike(variants)]
            useful = [one for one in helping if one is not None and better(one.gains)]
            if useful:
                top = min(useful, key=Completion.rank)
                best[side, place, path] = self._least(top, side, place)
        return best

    @cached_property
    def _by_statement(self) -> dict[tuple[Side, int, str], list[Variant]]:
        """Every statement that would open a pair, with the ways in which it would."""
        found: dict[tuple[Side, int, str], list[Variant]] = {}
        for one in self._scored(
            (side, place, {path: value})
            for side in (Side.MENTOR, Side.MENTEE)
            for place, role, paths in self._open(side)
            for path in paths
            for value in self._fillings.of(role, path)
        ):
            if self._opens(one):
                (path,) = one.values
                found.setdefault((one.side, one.place, path), []).append(one)
        return found

    def of_several(self) -> list[Completion]:
        """Return what several statements of one person bring together, where none of them brings as much alone."""
        alone: dict[Side, dict[int, tuple[int, ...]]] = {side: {} for side in Side}
        for (side, place, _), one in self._of_one.items():
            before = alone[side].get(place, ())
            alone[side][place] = max(before, one.gains)
        best: dict[tuple[Side, int], Completion] = {}
        by_person: dict[tuple[Side, int], list[Variant]] = {}
        for variant in self._scored(self._together()):
            if self._opens(variant):
                by_person.setdefault((variant.side, variant.place), []).append(variant)
        for (side, place), variants in by_person.items():
            for group in alike(variants):
                completion = self._completion(group)
                if completion is None or completion.gains <= alone[side].get(place, ()):
                    continue
                known = best.get((side, place))
                if better(completion.gains) and (known is None or completion.rank() < known.rank()):
                    best[side, place] = completion
        return sorted(best.values(), key=Completion.rank)

    def of_kinds(self) -> list[Completion]:
        """Return what all statements of one kind bring together: whatever is open of one side's one field.

        For mentees no other values bring more; for mentors each states what would bring most alone.
        """
        found = []
        for side, path in [(one, path) for one in Side for path in self._paths[one]]:
            if self.small:
                statements = tuple(self._of_kind(side, path))
            elif path in YES_NO:
                statements = tuple(
                    Statement(side=side, id=role.id, path=path, values=(True,))
                    for _, role, paths in self._open(side)
                    if path in paths
                )
            else:
                continue
            gained = self.solved(statements) if len(statements) > 1 else None
            if gained is not None and better(gained[0]):
                found.append(Completion(statements=statements, gains=gained[0], points=gained[1]))
        return sorted(found, key=Completion.rank)

    def _of_kind(self, side: Side, path: str) -> Iterator[Statement]:
        of_kind = {
            place: variants
            for (whose, place, what), variants in self._by_statement.items()
            if (whose, what) == (side, path)
        }
        if side is Side.MENTOR or path in YES_NO:
            for place, variants in of_kind.items():
                one = self._of_one.get((side, place, path))
                yield (one.statements if one else self._statements(widest(alike(variants))))[0]
            return
        # Each mentee takes one place, so that they may state what opens it: as if all values held at once.
        now = self._start
        for place, variants in of_kind.items():
            worth = np.max([self._table[place], *(one.worth for one in variants)], axis=0)
            changed = with_row(now, place, worth)
            if changed is None:
                return
            now = changed
        for place, variants in of_kind.items():
            column = int(now.at[place])
            if column == self._table.shape[1] or self._table[place, column] >= 0:
                continue
            top = max(one.worth[column] for one in variants)
            group = next(each for each in alike(variants) if each[0].worth[column] == top)
            yield self._statements(group)[0]

    # One person.

    def _together(self) -> Iterator[tuple[Side, int, dict[str, object]]]:
        """Yield several statements of one person, in every way as long as there are not too many."""
        for side in Side:
            for place, role, paths in self._open(side):
                values = {path: [None, *self._fillings.of(role, path)] for path in paths}
                while values and np.prod([len(some) for some in values.values()]) > _MOST_TOGETHER:
                    del values[max(values, key=lambda path: len(values[path]))]
                for chosen in product(*values.values()):
                    said = {p: v for p, v in zip(values, chosen, strict=True) if v is not None}
                    if len(said) > 1:
                        yield side, place, said

    @cached_property
    def _fillings(self) -> Fillings:
        everybody = self._everybody
        return Fillings(self.methodology, everybody[Side.MENTEE], everybody[Side.MENTOR])

    def _scored(self, stated: Iterable[tuple[Side, int, dict[str, object]]]) -> Iterator[Variant]:
        """Yield people with something stated, each with what the pairs are worth then."""
        by_side: dict[Side, list[tuple[int, dict[str, object]]]] = {side: [] for side in Side}
        for count, (side, place, values) in enumerate(stated):
            if count == _MOST_VARIANTS:
                break
            by_side[side].append((place, values))
        for side, variants in by_side.items():
            if not variants:
                continue
            people = [filled_in(self._everybody[side][place], values) for place, values in variants]
            facts = RoleFacts(people, side=side.value)
            of_mentee = side is Side.MENTEE
            sides = (facts, self.found.mentors) if of_mentee else (self.found.mentees, facts)
            shape = len(sides[0]), len(sides[1])
            table = worth_of_all(shape, forms_of(self.methodology, *sides))
            for (place, values), worth in zip(
                variants, table if of_mentee else table.T, strict=True
            ):
                yield Variant(side, place, values, worth)

    def _opens(self, one: Variant) -> bool:
        """Return whether a pair may be formed that may not be without what is stated."""
        before = self._table[one.place] if one.side is Side.MENTEE else self._table[:, one.place]
        return bool(((one.worth >= 0) & (before < 0)).any())

    def _completion(self, group: Sequence[Variant]) -> Completion | None:
        """Return what some variants of one person bring, who are alike for the rules."""
        statements = self._statements(group)
        gained = self._gains(group[0], statements)
        if gained is None:
            return None
        return Completion(statements=statements, gains=gained[0], points=gained[1])

    def _gains(
        self, one: Variant, statements: Sequence[Statement]
    ) -> tuple[tuple[int, ...], int] | None:
        hard = self.found.hard
        mentee = one.side is Side.MENTEE
        simple = mentee or not hard.minimums[one.place]
        if statements[0].id in self._both or not simple:
            return self.solved(statements)
        stands = int(self._start.at[one.place]) if mentee else one.place
        tier = int(hard.priorities[one.place]) if mentee else 0
        before = self._table[one.place].tobytes() if mentee else b""
        key = mentee, stands, tier, before, one.worth.tobytes()
        if key not in self._gained:
            change = with_row if mentee else with_column
            changed = change(self._start, one.place, one.worth)
            if changed is None:
                return self.solved(statements)
            self._gained[key] = self._difference(changed, one)
        return self._gained[key]

    def _difference(self, changed: Residual, one: Variant) -> tuple[tuple[int, ...], int]:
        table = self._table.copy()
        if one.side is Side.MENTEE:
            table[one.place] = one.worth
        else:
            table[:, one.place] = one.worth
        before, after = self._achieved(self._start, self._table), self._achieved(changed, table)
        gains = tuple(now - then for then, now in zip(before[0], after[0], strict=True))
        return gains, after[1] - before[1]

    def _achieved(self, at: Residual, table: Ints) -> tuple[list[int], int]:
        hard = self.found.hard
        rows = np.flatnonzero((at.at >= 0) & (at.at < table.shape[1]))
        priorities = hard.priorities[rows]
        counts = [int((priorities == one).sum()) for one in np.unique(hard.priorities)]
        return counts, int(table[rows, at.at[rows]].sum())

    def _least(self, one: Completion, side: Side, place: int) -> Completion:
        """Return a completion whose one set has no member that it can do without."""
        (statement,) = one.statements
        members = statement.values[0]
        if not isinstance(members, tuple) or len(members) == 1:
            return one
        for member in members:
            (held,) = one.statements
            fewer = tuple(other for other in held.values[0] if other != member)  # type: ignore[attr-defined]
            if not fewer:
                break
            (variant,) = self._scored([(side, place, {statement.path: fewer})])
            less = self._completion([variant])
            if less is not None and less.gains == one.gains:
                one = less
        return one

    def _statements(self, group: Sequence[Variant]) -> tuple[Statement, ...]:
        name = self._everybody[group[0].side][group[0].place].id
        return statements_of(group, name, one_value=name in self._both)
