"""Mentors whom one requirement of equality alone parts from somebody: of another school, or of one spelled otherwise.

In a round of a school's or a district's size all of them are looked at; in a region those alone who state nearly the
same, so that what is looked at grows with the schools and not with their square.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from nastavnik.basics.words import compared
from nastavnik.matching.candidates import Candidates, FormTable
from nastavnik.people.columns import Facts, Path
from nastavnik.people.fields import fact_at
from nastavnik.programme.evidence.reasons import (
    MOST_ELSEWHERE,
    MOST_PAIRS_ELSEWHERE,
    Elsewhere,
)
from nastavnik.programme.round.respelling import AlikeSpellings
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
    _numbers: dict[Key, tuple[Places, Places]] = field(factory=dict)
    _values: dict[tuple[str, Path], list[str | None]] = field(factory=dict)
    _first: dict[Path, Places] = field(factory=dict)

    def from_each(self, mentees: Places, others: Sequence[tuple[FormTable, Places]]) -> list[Named]:
        """Return for each of some mentees the mentors whom equality alone parts from them.

        Args:
            mentees: places in the cohort, of mentees with the same mentors about them.
            others: form by form the places, in the form, of mentors of another block.
        """
        mentors, alone, keys = self._alone(mentees, others)
        return [
            self._named(
                np.array([place]), {rule: mentors[some[row]] for rule, some in alone.items()}, keys
            )
            for row, place in enumerate(mentees.tolist())
        ]

    def from_any(
        self, groups: Sequence[tuple[Places, Sequence[tuple[FormTable, Places]]]]
    ) -> Named:
        """Return the mentors whom equality alone parts from anybody of several groups of mentees.

        Args:
            groups: mentees with the same mentors about them, and those others, as in ``from_each``.
        """
        parted: dict[str, Bools] = {}
        keys: dict[str, Key] = {}
        for mentees, others in groups:
            mentors, alone, of_rules = self._alone(mentees, others)
            for rule, some in alone.items():
                keys.setdefault(rule, of_rules[rule])
                nobody = np.zeros(len(self.found.mentors), dtype=np.bool_)
                parted.setdefault(rule, nobody)[mentors[some.any(axis=0)]] = True
        nobody_yet = np.zeros(0, dtype=np.intp)
        everybody = np.concatenate([nobody_yet, *(mentees for mentees, _ in groups)])
        return self._named(
            everybody, {rule: np.flatnonzero(some) for rule, some in parted.items()}, keys
        )

    def _alone(
        self, mentees: Places, others: Sequence[tuple[FormTable, Places]]
    ) -> tuple[Places, dict[str, Bools], dict[str, Key]]:
        """Return mentors, and for each requirement of equality whom of them it alone parts from each mentee."""
        looked_at = [
            (form, self._looked_at(form, int(mentees[0]), columns)) for form, columns in others
        ]
        looked_at = [(form, columns) for form, columns in looked_at if columns.size]
        if not looked_at:
            return np.zeros(0, dtype=np.intp), {}, {}
        mentors = np.unique(np.concatenate([form.columns[columns] for form, columns in looked_at]))
        alone: dict[str, Bools] = {}
        keys: dict[str, Key] = {}
        for form, columns in looked_at:
            there = np.searchsorted(mentors, form.columns[columns])
            table = form.table.part(np.searchsorted(form.rows, mentees), columns)
            fails = cache(lambda rule, table=table: ~table.holds(rule))
            for asked in form.asked:
                each = [(rule, fails(rule)) for rule in asked.requirements]
                count = sum(failing.astype(np.int32) for _, failing in each)
                for rule, failing in each:
                    if of_rule := form.table.reads(rule).keys:
                        keys.setdefault(rule.id, of_rule[0])
                        nobody = np.zeros((mentees.size, mentors.size), dtype=np.bool_)
                        alone.setdefault(rule.id, nobody)[:, there] |= failing & (count == 1)
        return mentors, alone, keys

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
            stated, own = self._numbered(key)
            near &= (stated[form.columns[everybody]] == own[mentee]) & (own[mentee] >= 0)
        return everybody[near]

    def _named(self, mentees: Places, alone: dict[str, Places], keys: dict[str, Key]) -> Named:
        """Return mentors by what they state; ``alone`` has the places of those whom each requirement parts alone."""
        found = []
        for rule, mentors in alone.items():
            if not mentors.size:
                continue
            path = keys[rule][0]
            words, counts = np.unique(
                self.found.mentors.field(path).codes[mentors], return_counts=True
            )
            stated, own = self._numbered(keys[rule])
            for first, count in zip(self._first_of(path)[words].tolist(), counts, strict=True):
                value = self._stated("mentor", path)[first]
                near = mentees[own[mentees] == stated[first]] if stated[first] >= 0 else ()
                said = self._stated("mentee", keys[rule][1])
                alike = any(compared(str(said[row])) != compared(str(value)) for row in near)
                found.append(Elsewhere(rule=rule, value=value, count=int(count), alike=alike))
        found.sort(key=lambda one: (not one.alike, -one.count, one.rule, one.value or ""))
        rest = sum(one.count for one in found[MOST_ELSEWHERE:])
        return tuple(found[:MOST_ELSEWHERE]), rest

    def _numbered(self, key: Key) -> tuple[Places, Places]:
        """Return for every mentor and mentee a number that all spellings of what they state share."""
        if key not in self._numbers:
            sides = self._stated("mentor", key[0]), self._stated("mentee", key[1])
            spellings = AlikeSpellings([*sides[0], *sides[1]])
            numbers = [np.array([*map(spellings.number, side)], dtype=np.intp) for side in sides]
            self._numbers[key] = numbers[0], numbers[1]
        return self._numbers[key]

    def _first_of(self, path: Path) -> Places:
        """Return the first mentor who states each word."""
        if path not in self._first:
            field_of_all = self.found.mentors.field(path)
            first = np.full(len(field_of_all.values), -1, dtype=np.intp)
            codes, at = np.unique(field_of_all.codes, return_index=True)
            first[codes] = at
            self._first[path] = first
        return self._first[path]

    def _stated(self, side: str, path: Path) -> list[str | None]:
        """Return what everybody of one side states, as the first spells it of those whom rules take for the same."""
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
            value = fact_at(facts.role(place), path, spelled=True)
            first[code] = None if value is None else str(value)
    return [first[code] for code in codes.tolist()]
