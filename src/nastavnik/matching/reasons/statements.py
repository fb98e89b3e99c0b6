"""Statements that are missing and keep somebody from every pair: a tick for the training, a consent, a quality.

It is derived from the rules as they stand. A person with nobody to be paired with is looked at again with one missing
fact filled in, with each value that it may have; where that makes a pair admissible, the one statement is all that was
in the way. And where under every role model some requirement that reads the fact fails, nothing helps before it is
recorded, whatever else is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nastavnik.matching.candidates import FormTable, candidates
from nastavnik.matching.reasons.fillings import Filled, Variants, values_for
from nastavnik.matching.reasons.one_side import OneSide
from nastavnik.matching.reasons.openings import openings
from nastavnik.matching.reasons.prospects import prospects, requirements_only
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Path
from nastavnik.people.records import Position
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.rules.base import Requirement
from nastavnik.rules.evaluation import Table

__all__ = ["HOPELESS_FROM", "MOST_VARIANTS", "statements_missing"]

Bools = NDArray[np.bool_]

HOPELESS_FROM: Final = 20
"""Percentage of people with nobody to be paired with from which that is a concern. Ours."""

MOST_VARIANTS: Final = 1 << 20
"""People times values of one side that are looked at; among more only the first people are, and it is said."""

_FEWEST: Final = 2
"""People of whom it is worth saying that a fact is recorded for none of them."""


def statements_missing(
    cohort: Cohort, methodology: Methodology, *, hopeless_from: int = HOPELESS_FROM
) -> Iterator[Concern]:
    """Yield what is missing in a round and whom that keeps from every pair, and how many have nobody at all.

    Those of mentors come first: a mentor who is let in helps several. Then come the cells with which it is best begun,
    and those that leave people fewer pairs than there might be.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        hopeless_from: percentage of people with nobody to be paired with from which that is a concern.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.

    >>> from nastavnik import TARGET_MODEL, Mentee, Mentor, Teacher
    >>> known = dict(organisation="School 5", data_consent=True)
    >>> old, new = Teacher("a", experience=20, **known), Teacher("b", experience=1, **known)
    >>> round = Cohort(
    ...     mentors=[Mentor(old, agreed=True)], mentees=[Mentee(new, agreed=True, category="novice")]
    ... )
    >>> found = [c for c in statements_missing(round, TARGET_MODEL) if c.code == "statement-missing"]
    >>> [(c.side, c.field, c.people, c.alone) for c in found]
    [('mentor', 'trained', ('a',), ('a',))]
    """
    requirements = requirements_only(methodology)
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, requirements)
    sides = [OneSide(found, axis) for axis in (1, 0)]
    told = [
        concern
        for side in sides
        for concern in _Statements(side, requirements).concerns(hopeless_from)
    ]
    yield from told
    yield from openings(found, sides, requirements, told)


class _Statements:
    """The statements of one side.

    Args:
        side: the side.
        requirements: the rules, without what gives points.
    """

    def __init__(self, side: OneSide, requirements: Methodology) -> None:
        self._side = side
        self._requirements = requirements

    def concerns(self, hopeless_from: int) -> Iterator[Concern]:
        """Yield the concerns of this side."""
        side = self._side
        alone, left_out = self._alone()
        explained = np.zeros(len(side.facts), dtype=np.bool_)
        for path in side.paths:
            empty = self._empty(path)
            if empty is not None:
                yield empty
            people = self._decisive(path) | alone[path]
            explained |= people
            if people.any() and (empty is None or empty.role_models):
                denied = side.values(path, lambda value: value is False)
                yield Concern(
                    code="statement-missing",
                    side=side.name,
                    field=".".join(path),
                    people=side.ids(people),
                    alone=side.ids(alone[path]),
                    of=int((side.facing & side.lacks(path)).sum()),
                    denied=int((people & denied).sum()),
                )
        if left_out:
            yield Concern(code="not-looked-at", side=side.name, of=left_out)
        of = int((side.facing & ~side.refused).sum())
        count = int(side.hopeless.sum())
        if count and count * 100 >= hopeless_from * of:
            yield Concern(
                code="hopeless",
                side=side.name,
                people=side.ids(side.hopeless),
                alone=side.ids(side.hopeless & ~explained),
                of=of,
            )

    # For whom one statement is all that is missing.

    def _alone(self) -> tuple[dict[Path, Bools], int]:
        """Return for each fact for whom it is all that is missing, and of how many people not every fact was tried.

        Facts with few values come first, so that these are tried of everybody even where others cannot be.
        """
        side = self._side
        room = MOST_VARIANTS
        left_out = np.zeros(len(side.facts), dtype=np.bool_)
        some: list[Variants] = []
        for path in sorted(side.paths, key=self._most):
            places = np.flatnonzero(side.hopeless & side.lacks(path))
            tried = room // self._most(path)
            left_out[places[tried:]] = True
            some.append(Variants.of(path, side.facts, places[:tried], self._values[path]))
            room -= some[-1].places.size
        filled = Filled(side.facts, some)
        able = self._able(filled)
        found = {}
        for number, one in enumerate(some):
            rows = slice(int(filled.starts[number]), int(filled.starts[number + 1]))
            found[one.path] = np.zeros(len(side.facts), dtype=np.bool_)
            found[one.path][filled.places[rows][able[rows]]] = True
        return found, int(left_out.sum())

    @cached_property
    def _values(self) -> Mapping[Path, Mapping[Position, Sequence[Any]]]:
        """What each fact may be."""
        facts, others = self._side.facts, self._side.others
        paths = self._side.paths
        return {path: values_for(path, facts, others, self._requirements) for path in paths}

    def _most(self, path: Path) -> int:
        """Return how many values a fact may have, at least 1."""
        return max((len(some) for some in self._values[path].values()), default=1) or 1

    def _able(self, filled: Filled) -> Bools:
        """Return which variants may be paired with somebody."""
        if not len(filled):
            return np.zeros(0, dtype=np.bool_)
        mentees, mentors = self._side.pair(filled, self._side.others)
        found = candidates(mentees, mentors, self._requirements)
        return prospects(found, mentors=bool(self._side.axis))

    # Whom nothing helps before a statement is made.

    def _decisive(self, path: Path) -> Bools:
        """Return who can be paired with nobody before a fact is recorded, whatever else is."""
        side = self._side
        wanted = side.hopeless & side.lacks(path)
        if not wanted.any():
            return wanted

        def fails(form: FormTable, rule: Requirement) -> Bools | None:
            if path not in side.reads(form, rule):
                return None
            places = side.places(form)
            found = np.zeros(places.size, dtype=np.bool_)
            some = np.flatnonzero(wanted[places])
            found[some] = ~side.some_hold(form.table, rule, side.of_form(form), some)
            for other in side.reads(form, rule) - {path}:
                self._spare(form, rule, other, found)
            return found

        return wanted & side.under_all(fails)

    def _spare(self, form: FormTable, rule: Requirement, other: Path, failing: Bools) -> None:
        """Take out for whom a requirement would hold if another missing fact were recorded instead."""
        side = self._side
        places = side.places(form)
        unsure = places[failing & side.lacks(other)[places]]
        filled = Filled(side.facts, [Variants.of(other, side.facts, unsure, self._values[other])])
        if not len(filled):
            return
        sides = filled, side.of_form(form)[1]
        held = side.some_hold(Table.of(*side.pair(*sides)), rule, sides)
        failing &= ~np.isin(places, filled.places[held])

    # What is recorded for nobody.

    def _empty(self, path: Path) -> Concern | None:
        """Return that a fact is recorded for nobody, where a requirement that reads it lets nobody through."""
        side = self._side
        who = side.facing & side.has(path)
        if int(who.sum()) < _FEWEST or not self._unrecorded(path):
            return None
        dead, alive = [], False
        for form in side.forms:
            if not who[side.places(form)].any():
                continue
            facts = side.of_form(form)
            others = form.mentees_admitted if side.axis else form.mentors_admitted
            for number, role_model in enumerate(form.form.role_models):
                reading = [r for r in form.asked[number].requirements if self._needs(form, r, path)]
                if all(side.some_hold(form.table, rule, facts).any() for rule in reading):
                    alive = True
                elif others[:, number].any():
                    dead.append(role_model.id)
        if not dead:
            return None
        return Concern(
            code="column-empty",
            side=side.name,
            field=".".join(path),
            people=side.ids(who),
            of=int(who.sum()),
            role_models=tuple(dict.fromkeys(dead)) if alive else (),
        )

    def _needs(self, form: FormTable, rule: Requirement, path: Path) -> bool:
        """Return whether a requirement reads a fact, and no other that might do instead and is recorded for nobody."""
        reads = self._side.reads(form, rule)
        return path in reads and not any(map(self._unrecorded, reads - {path}))

    def _unrecorded(self, path: Path) -> bool:
        """Return whether a fact is recorded for nobody who should have it, not even as not done."""
        side = self._side
        who = side.facing & side.has(path)
        said = ~side.lacks(path) | side.values(path, lambda value: value is False)
        return bool(who.any()) and not (who & said).any()
