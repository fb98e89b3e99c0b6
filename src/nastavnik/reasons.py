"""Why somebody is left out: records of ids, rules and numbers, each of which can be checked.

Two reasons exist. Either no mentor was admissible; then each requirement that failed is named, with
the number of mentors for whom it alone stood in the way: take it out, and exactly so many become
admissible. Or there were admissible mentors, and all their places went to mentees who together
could go nowhere else: more mentees than places.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from attrs import evolve, frozen
from numpy.typing import NDArray

from nastavnik.candidates import Candidates
from nastavnik.cohort import Cohort
from nastavnik.methodology.model import Methodology
from nastavnik.people import Mentee, Mentor
from nastavnik.rules.base import ParticipantRequirement, Requirement, Side, Unknown
from nastavnik.rules.evaluation import Table

Bools = NDArray[np.bool_]

__all__ = [
    "CrowdedOut",
    "NoAdmissibleMentor",
    "Obstacle",
    "Reason",
    "crowds",
    "obstacles_of",
]


@frozen(kw_only=True)
class Obstacle:
    """A requirement that failed for a mentee.

    Args:
        rule: id of the requirement.
        failed: number of mentors with whom it failed under at least one role model.
        alone: number of mentors with whom, under some role model, nothing else failed: without this
            requirement they would be admissible.
        decisive: it looks at the mentee alone and failed under every role model of every form, so
            that no mentor whatever could help before it is dealt with.
        unknown: number of mentors with whom, under some role model, it failed only because a fact is
            not known.
    """

    rule: str
    failed: int
    alone: int
    decisive: bool
    unknown: int


@frozen(kw_only=True)
class NoAdmissibleMentor:
    """No mentor may be paired with the mentee.

    Args:
        considered: mentors of a position that some form joins with the mentee's; may be 0.
        obstacles: what failed, first what alone kept away most mentors.
    """

    considered: int
    obstacles: tuple[Obstacle, ...]


@frozen(kw_only=True)
class CrowdedOut:
    """The mentee has admissible mentors, and places ran out.

    Together the mentees named, the one concerned among them, are admissible with none but the
    mentors named, whose places are fewer than the mentees. So under every plan at least one of them
    stays without a mentor.

    Args:
        mentees: ids, ascending.
        mentors: ids, ascending.
        places: places of these mentors together; fewer than the mentees.
    """

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int


Reason = NoAdmissibleMentor | CrowdedOut
"""Why a mentee is unmatched."""


def crowds(
    found: Candidates, column_of: NDArray[np.int64], capacities: NDArray[np.int64]
) -> Iterator[tuple[int, CrowdedOut]]:
    """Yield for every unmatched mentee with admissible mentors who competes for which places.

    From the mentee one walks to every admissible mentor, from each to the mentees placed there, and
    on. In an assignment that matches as many as possible all mentors met are full, so those met are
    one more than the places.
    """
    columns = len(found.mentors)
    placed: list[NDArray[np.intp]] = [np.flatnonzero(column_of == j) for j in range(columns)]
    for row in np.flatnonzero((column_of < 0) & found.admissible.any(axis=1)):
        rows, met, fresh = [int(row)], np.zeros(columns, dtype=np.bool_), [int(row)]
        while fresh:
            new = found.admissible[fresh].any(axis=0) & ~met
            met |= new
            fresh = [int(i) for j in np.flatnonzero(new) for i in placed[j]]
            rows += fresh
        yield (
            int(row),
            CrowdedOut(
                mentees=tuple(found.mentees[i].id for i in sorted(rows)),
                mentors=tuple(found.mentors[j].id for j in np.flatnonzero(met)),
                places=int(capacities[met].sum()),
            ),
        )


def obstacles_of(
    cohort: Cohort, methodology: Methodology, mentees: Sequence[Mentee]
) -> Iterator[tuple[str, NoAdmissibleMentor]]:
    """Yield for each of these mentees, none of whom has an admissible mentor, what stood in the way."""
    for form_mentees, gathered in _by_position(cohort, methodology, mentees):
        for row, mentee in enumerate(form_mentees):
            yield mentee.id, gathered.reason(row)


class _Gathered:
    """What failed for the mentees of one position, over all forms and role models."""

    def __init__(self, mentors: int, rows: int) -> None:
        self._shape = rows, mentors
        self._noted: dict[str, dict[str, Bools]] = {"failed": {}, "alone": {}, "unknown": {}}
        self._decisive: dict[str, Bools] | None = None
        self._considered: set[int] = set()

    def consider(
        self, failing: "_Failing", columns: Sequence[int], requirements: Sequence[Requirement]
    ) -> None:
        """Note which of a role model's requirements fail with the mentors of these columns."""
        self._considered.update(columns)
        failures = [(rule, *failing.of(rule)) for rule in requirements]
        count = sum(fails.astype(np.int32) for _, fails, _ in failures)
        for rule, fails, unknown in failures:
            for kind, here in (
                ("failed", fails),
                ("alone", fails & (count == 1)),
                ("unknown", unknown),
            ):
                whole = self._noted[kind].setdefault(rule.id, np.zeros(self._shape, dtype=np.bool_))
                whole[:, columns] |= here
        own = ((rule, fails) for rule, fails, _ in failures if _of_mentee(rule))
        self._decide({rule.id: np.asarray(fails.all(axis=1)) for rule, fails in own})

    def consider_without_mentors(
        self, mentees: Sequence[Mentee], anybody: Mentor, requirements: Sequence[Requirement]
    ) -> None:
        """Note what a role model without mentors would ask of the mentees themselves."""
        table = Table(mentees, [anybody])
        self._decide(
            {rule.id: ~table.holds(rule)[:, 0] for rule in requirements if _of_mentee(rule)}
        )

    def _decide(self, about_mentee: dict[str, Bools]) -> None:
        """Keep as decisive what fails in every role model met so far."""
        before = about_mentee if self._decisive is None else self._decisive
        both = before.keys() & about_mentee.keys()
        self._decisive = {rule: before[rule] & about_mentee[rule] for rule in both}

    def reason(self, row: int) -> NoAdmissibleMentor:
        """Return the reason of one mentee, decisive obstacles first, then the likeliest to help."""
        decisive = {rule for rule, rows in (self._decisive or {}).items() if rows[row]}
        obstacles = [
            Obstacle(
                rule=rule,
                failed=int(table[row].sum()),
                alone=int(self._noted["alone"][rule][row].sum()),
                decisive=rule in decisive,
                unknown=int(self._noted["unknown"][rule][row].sum()),
            )
            for rule, table in self._noted["failed"].items()
            if table[row].any()
        ]
        obstacles.sort(key=lambda o: (not o.decisive, -o.alone, -o.failed, o.rule))
        return NoAdmissibleMentor(considered=len(self._considered), obstacles=tuple(obstacles))


class _Failing:
    """With whom each requirement fails on one table; run once, however many role models share it."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._found: dict[int, tuple[Requirement, Bools, Bools]] = {}

    def of(self, rule: Requirement) -> tuple[Bools, Bools]:
        """Return the pairs it refuses, and those of them that it would pass if unknown facts did."""
        if id(rule) not in self._found:
            fails = ~self._table.holds(rule)
            lenient = evolve(rule, unknown=Unknown.PASSES)
            unknown = fails & self._table.holds(lenient) if fails.any() else fails
            self._found[id(rule)] = rule, fails, unknown  # the rule, to keep its identity taken
        return self._found[id(rule)][1:]


def _of_mentee(rule: Requirement) -> bool:
    return isinstance(rule, ParticipantRequirement) and rule.side is Side.MENTEE


def _by_position(
    cohort: Cohort, methodology: Methodology, mentees: Sequence[Mentee]
) -> Iterator[tuple[list[Mentee], _Gathered]]:
    """Group the mentees by position and run every role model's requirements on each group."""
    positions = {mentee.person.position: None for mentee in mentees}
    for position in positions:
        group = [mentee for mentee in mentees if mentee.person.position is position]
        gathered = _Gathered(len(cohort.mentors), len(group))
        for form in methodology.forms_for(position):
            columns = [
                j
                for j, mentor in enumerate(cohort.mentors)
                if mentor.person.position is form.mentor_position
            ]
            failing = _Failing(Table(group, [cohort.mentors[j] for j in columns]))
            for role_model in form.role_models:
                requirements = methodology.requirements_of(form, role_model)
                if columns:
                    gathered.consider(failing, columns, requirements)
                elif cohort.mentors:
                    gathered.consider_without_mentors(group, cohort.mentors[0], requirements)
        yield group, gathered
