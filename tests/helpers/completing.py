"""Rounds with statements left open, and every way in which one of them might be completed, tried from scratch."""

import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np
from attrs import evolve

from helpers.rounds import Case
from helpers.worth import Worth, worth
from helpers.worth import best_of as best_pair
from nastavnik import TARGET_MODEL, Cohort, MatchingPlan, Mentee
from nastavnik.matching.answers.completions import Completions
from nastavnik.matching.demands.settlement import settled
from nastavnik.people.records import Role
from nastavnik.programme.round.statements import YES_NO, Statement, completed, is_open, stated
from nastavnik.rules.base import Side

OF_BOTH = ("agreed", "guardian_agreed", "subjects")
OF_PERSON = ("data_consent", "qualities", "interests", "age", "organisation", "place")
Brought = tuple[tuple[int, ...], int]
"""Mentees by priority, and points."""

BLANKS: dict[str, Any] = {"qualities": (), "interests": (), "subjects": ()}


def blanked(seed: int) -> Cohort:
    """Return people of a drawn round, of whom some have not stated some things."""
    rng = random.Random(seed)
    drawn = Case.drawn(seed).cohort
    mentors = [evolve(one, minimum=0) for one in drawn.mentors]
    return Cohort(
        mentees=[_blanked(two, ("category",), rng) for two in drawn.mentees],
        mentors=[_blanked(one, ("trained", "cleared"), rng) for one in mentors],
    )


def _blanked(role: Any, own: Sequence[str], rng: random.Random) -> Any:
    def blank(names: Iterable[str]) -> dict[str, Any]:
        return {name: BLANKS.get(name) for name in names if rng.random() < 0.25}

    person = evolve(role.person, **blank(OF_PERSON))
    return evolve(role, person=person, **blank((*OF_BOTH, *own)))


def everything_open(cohort: Cohort, paths: Sequence[str]) -> Iterator[tuple[Side, Role, str]]:
    """Yield every statement of a round that is not made."""
    sides: tuple[tuple[Side, Sequence[Role]], ...] = (
        (Side.MENTEE, cohort.mentees),
        (Side.MENTOR, cohort.mentors),
    )
    for side, roles in sides:
        for role in roles:
            yield from ((side, role, path) for path in paths if is_open(role, path))


def every_value(cohort: Cohort, role: Role, path: str) -> list[Any]:
    """Return whatever might be stated: of sets every subset of up to two, and all."""
    position = role.person.position
    if path in YES_NO:
        return [True]
    if path == "category":
        return [one.id for one in TARGET_MODEL.categories_for(position)]
    if path == "person.age":
        older = getattr(role.person, "grade", None)
        return list(range(older + 5, older + 9)) if older else list(range(14, 31))
    others: Sequence[Role] = cohort.mentors if isinstance(role, Mentee) else cohort.mentees
    words = {word for other in others for word in _words(stated(other, path))}
    if path in {"person.organisation", "person.place"}:
        return sorted(words)
    if path == "person.qualities":
        words = {one.id for one in TARGET_MODEL.qualities}
    some = sorted(words)
    sizes = {size for size in (1, 2, len(some)) if 0 < size <= len(some)}
    return [chosen for size in sorted(sizes) for chosen in combinations(some, size)]


def _words(value: Any) -> Iterable[str]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value


class Tried:
    """A round of which every plan there could be is tried, with some statements completed.

    Args:
        cohort: few people, without demands.
    """

    def __init__(self, cohort: Cohort) -> None:
        self.cohort = cohort
        self._worth = worth(cohort)
        self._priorities = sorted({one.priority for one in cohort.mentees})
        self._now = self._achieved(self._worth)

    def brought(self, statements: Sequence[Statement]) -> Brought:
        """Return how many mentees more of each priority have a mentor, and points."""
        other = completed(self.cohort, statements)
        changed = {one.id for one in statements}
        table = [
            [
                best_pair(one, two) if {one.id, two.id} & changed else self._worth[row][column]
                for column, one in enumerate(other.mentors)
            ]
            for row, two in enumerate(other.mentees)
        ]
        counts, points = self._achieved(table)
        gains = tuple(now - then for then, now in zip(self._now[0], counts, strict=True))
        return gains, points - self._now[1]

    def best_of(self, side: Side, role: Role, path: str) -> tuple[int, tuple[int, ...]] | None:
        """Return the most that a statement could bring, by all values there are; None where it helps nobody."""
        best: tuple[int, tuple[int, ...]] | None = None
        for value in every_value(self.cohort, role, path):
            one = Statement(side=side, id=role.id, path=path, values=(value,))
            gains, _ = self.brought([one])
            useful = sum(gains) > 0 and next(gain for gain in gains if gain) > 0
            if useful and (best is None or (sum(gains), gains) > best):
                best = sum(gains), gains
        return best

    def _achieved(self, table: Worth) -> Brought:
        """Return what the best plan achieves: by priority, then in points."""
        nothing = (0,) * len(self._priorities)
        plans: dict[tuple[int, ...], Brought] = {
            tuple(one.capacity for one in self.cohort.mentors): (nothing, 0)
        }
        for row, two in enumerate(self.cohort.mentees):
            tier = self._priorities.index(two.priority)
            further = dict(plans)
            for left, (counts, points) in plans.items():
                for column, score in enumerate(table[row]):
                    if score is None or not left[column]:
                        continue
                    after = (*left[:column], left[column] - 1, *left[column + 1 :])
                    more = (*counts[:tier], counts[tier] + 1, *counts[tier + 1 :])
                    found = more, points + score
                    further[after] = max(further.get(after, found), found)
            plans = further
        return max(plans.values())


def looked_for(cohort: Cohort, plan: MatchingPlan, tried: Tried) -> Completions:
    """Return what looks for statements that help, without the other advice, which takes longer."""
    found = settled(cohort, TARGET_MODEL, (), ()).candidates()
    mentors = {one.id: at for at, one in enumerate(cohort.mentors)}
    pairs = {pair.mentee: mentors[pair.mentor] for pair in plan.pairs}
    at = np.array([pairs.get(two.id, -1) for two in cohort.mentees], dtype=np.int64)
    return Completions(found, TARGET_MODEL, at, tried.brought)
