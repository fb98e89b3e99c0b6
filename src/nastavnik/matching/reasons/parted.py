"""Mentors whom one requirement of equality alone parts from somebody: of another school, or of one spelled otherwise.

In a round of a school's or a district's size all of them are looked at; in a region those alone who state nearly the
same, so that what is looked at grows with the schools and not with their square.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from nastavnik.matching.candidates import Candidates, FormTable
from nastavnik.people.columns import Facts, Path
from nastavnik.programme.evidence.reasons import (
    MOST_ELSEWHERE,
    MOST_PAIRS_ELSEWHERE,
    Elsewhere,
)
from nastavnik.programme.round.spellings import Spellings
from nastavnik.rules.columns.cells import Key

__all__ = ["Parted"]

Bools = NDArray[np.bool_]
Places = NDArray[np.intp]

Named = tuple[tuple[Elsewhere, ...], int]
"""Mentors elsewhere by what they state, and how many besides."""


@frozen(eq=False)
class Parted:
    """Counts the mentors of a round whom equality alone keeps away.

    Args:
        found: the cohort under its rules.
    """

    found: Candidates
    _spellings: dict[Key, Spellings] = field(factory=dict)
    _values: dict[tuple[str, Path], list[str | None]] = field(factory=dict)

    def from_each(self, mentees: Places, others: Sequence[tuple[FormTable, Places]]) -> list[Named]:
        """Return for each of some mentees the mentors whom equality alone parts from them.

        Args:
            mentees: places in the cohort, of mentees with the same mentors about them.
            others: form by form the places, in the form, of mentors of another block.
        """
        alone: dict[str, Bools] = {}
        keys: dict[str, Key] = {}
        for form, everybody in others:
            columns = self._looked_at(form, int(mentees[0]), everybody)
            if not columns.size:
                continue
            table = form.table.part(np.searchsorted(form.rows, mentees), columns)
            fails = cache(lambda rule, table=table: ~table.holds(rule))
            for asked in form.asked:
                each = [(rule, fails(rule)) for rule in asked.requirements]
                count = sum(failing.astype(np.int32) for _, failing in each)
                for rule, failing in each:
                    of_rule = form.table.reads(rule).keys
                    if not of_rule:
                        continue
                    keys.setdefault(rule.id, of_rule[0])
                    shape = mentees.size, len(self.found.mentors)
                    whole = alone.setdefault(rule.id, np.zeros(shape, dtype=np.bool_))
                    whole[:, form.columns[columns]] |= failing & (count == 1)
        return [
            self._named(int(place), {rule: whole[row] for rule, whole in alone.items()}, keys)
            for row, place in enumerate(mentees.tolist())
        ]

    def _looked_at(self, form: FormTable, mentee: int, everybody: Places) -> Places:
        """Return those who are looked at: all in a small round, and those who state nearly the same in a large one."""
        if len(self.found.mentees) * len(self.found.mentors) <= MOST_PAIRS_ELSEWHERE:
            return everybody
        each = [
            {key for rule in asked.requirements for key in form.table.reads(rule).keys}
            for asked in form.asked
        ]
        near = np.ones(everybody.size, dtype=np.bool_)
        for key in set.intersection(*each):
            own = self._stated("mentee", key[1])[mentee]
            stated = self._stated("mentor", key[0])
            one = cache(lambda value, key=key, own=own: self._probably_one(key, own, value))
            near &= [one(stated[int(at)]) for at in form.columns[everybody]]
        return everybody[near]

    def _named(self, mentee: int, alone: dict[str, Bools], keys: dict[str, Key]) -> Named:
        found = []
        for rule, mentors in alone.items():
            stated = self._stated("mentor", keys[rule][0])
            words = self.found.mentors.field(keys[rule][0]).codes
            counts = Counter(words[mentors].tolist())
            first = {
                code: at for at, code in reversed([*enumerate(words.tolist())]) if code in counts
            }
            own = self._stated("mentee", keys[rule][1])[mentee]
            found += [
                Elsewhere(
                    rule=rule,
                    value=stated[first[code]],
                    count=count,
                    alike=self._probably_one(keys[rule], own, stated[first[code]]),
                )
                for code, count in counts.items()
            ]
        found.sort(key=lambda one: (not one.alike, -one.count, one.rule, one.value or ""))
        rest = sum(one.count for one in found[MOST_ELSEWHERE:])
        return tuple(found[:MOST_ELSEWHERE]), rest

    def _probably_one(self, key: Key, own: str | None, value: str | None) -> bool:
        if key not in self._spellings:
            sides = self._stated("mentor", key[0]), self._stated("mentee", key[1])
            self._spellings[key] = Spellings([*sides[0], *sides[1]])
        return self._spellings[key].probably_one(own, value)

    def _stated(self, side: str, path: Path) -> list[str | None]:
        """Return what everybody of one side states, as they spell it."""
        if (side, path) not in self._values:
            facts = self.found.mentors if side == "mentor" else self.found.mentees
            self._values[side, path] = _spelled(facts, path)
        return self._values[side, path]


def _spelled(facts: Facts, path: Path) -> list[str | None]:
    """Return what everybody states: of those whom rules take for the same the spelling of the first."""
    codes = facts.field(path).codes
    first: dict[int, str | None] = {}
    for place, code in enumerate(codes.tolist()):
        if code not in first:
            value: Any = facts.role(place)
            for name in path:
                value = getattr(value, name, None)
            first[code] = None if value is None else str(value)
    return [first[code] for code in codes.tolist()]
