"""Rounds drawn by a seed, with demands, and small enough that every plan there could be is tried."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from attrs import frozen

from helpers.pupils import WILLING
from helpers.worth import Worth, worth
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    Lock,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    NoPlanError,
    Pupil,
    Student,
    match,
)

SUBJECTS = ("physics", "history", "art")
QUALITIES = ("community-leader", "volunteer", "organiser", "project-participant")
RULES = sorted({rule.id for rule in TARGET_MODEL.every_requirement() if not rule.binding})
"""What a lock may override."""


def mentee(name: str, rng: random.Random, priority: int = 5) -> Mentee:
    """Return an invented pupil."""
    pupil = Pupil(
        name,
        grade=8,
        age=14,
        data_consent=True,
        place=rng.choice(("north", "south")),
        interests=rng.sample(SUBJECTS, 2),
    )
    category = rng.choice(("passive", "active"))
    subjects = rng.sample(SUBJECTS, 1)
    return Mentee(pupil, category=category, subjects=subjects, priority=priority, **WILLING)


def mentor(name: str, rng: random.Random, capacity: int, minimum: int) -> Mentor:
    """Return an invented student."""
    student = Student(
        name,
        age=19,
        data_consent=True,
        place=rng.choice(("north", "south")),
        interests=rng.sample(SUBJECTS, 2),
        qualities={rng.choice(QUALITIES)},
    )
    return Mentor(
        student,
        capacity=capacity,
        minimum=minimum,
        trained=True,
        cleared=True,
        subjects=rng.sample(SUBJECTS, 2),
        agreed=True,
    )


@frozen(eq=False)
class Case:
    """A round with demands, and all that is needed to try every plan."""

    cohort: Cohort
    locks: tuple[Lock, ...]
    bans: tuple[Ban, ...]
    worth: Worth

    @classmethod
    def drawn(cls, seed: int) -> "Case":
        """Draw up to five mentees, three mentors and some demands."""
        rng = random.Random(seed)
        mentors = []
        for k in range(rng.randint(1, 3)):
            capacity = rng.randint(1, 3)
            minimum = rng.choice((0, 0, 0, 0, 1, capacity))
            mentors.append(mentor(f"m{k}", rng, capacity, minimum))
        priorities = rng.choice(((5,), (5,), (1, 5, 9)))
        mentees = [mentee(f"p{k}", rng, rng.choice(priorities)) for k in range(rng.randint(1, 5))]
        cohort = Cohort(mentees=mentees, mentors=mentors)
        value = worth(cohort)
        pairs = [(one, two) for one in mentors for two in mentees]
        locks = [
            Lock(one.id, two.id, overriding=RULES if rng.random() < 0.85 else ())
            for one, two in rng.sample(pairs, min(len(pairs), rng.choice((0, 1, 1, 1, 2, 3))))
        ]
        bans = [
            Ban(one.id, two.id)
            for one, two in rng.sample(pairs, min(len(pairs), rng.choice((0, 0, 1, 3))))
        ]
        return cls(cohort, tuple(locks), tuple(bans), value)

    def value_of(self, lock: Lock) -> int | None:
        """Return what a locked pair is worth by the rules; None when it may not be formed by them."""
        row = [one.id for one in self.cohort.mentees].index(lock.mentee)
        column = [one.id for one in self.cohort.mentors].index(lock.mentor)
        return self.worth[row][column]

    def matched(self, *more: Lock) -> MatchingPlan | NoPlanError:
        """Return the plan of the round, with further locks if there are any, or why there is none."""
        try:
            return match(self.cohort, locks=(*self.locks, *more), bans=self.bans)
        except NoPlanError as error:
            return error

    def best(self) -> tuple[Counter[int], int] | None:
        """Return how many of each priority a best plan matches, and its points without locked pairs; None for none."""
        mentees, mentors = self.cohort.mentees, self.cohort.mentors
        at = {role.id: k for roles in (mentees, mentors) for k, role in enumerate(roles)}
        locked = {(at[lock.mentee], at[lock.mentor]): lock for lock in self.locks}
        banned = {(at[ban.mentee], at[ban.mentor]) for ban in self.bans}
        for (row, column), lock in locked.items():
            if self.worth[row][column] is None and not lock.overriding:
                return None
        priorities = sorted({one.priority for one in mentees})
        ways: list[tuple[tuple[int, ...], int]] = []
        for plan in product((None, *range(len(mentors))), repeat=len(mentees)):
            pairs = {(row, column) for row, column in enumerate(plan) if column is not None}
            loads = Counter(column for _, column in pairs)
            if (
                not locked.keys() <= pairs
                or pairs & banned
                or any(self.worth[r][c] is None for r, c in pairs - locked.keys())
                or any(not one.minimum <= loads[k] <= one.capacity for k, one in enumerate(mentors))
            ):
                continue
            matched = Counter(mentees[row].priority for row, _ in pairs)
            total = sum(self.worth[r][c] or 0 for r, c in pairs - locked.keys())
            ways.append((tuple(matched[one] for one in priorities), total))
        if not ways:
            return None
        counts, total = max(ways)
        return Counter(dict(zip(priorities, counts, strict=True))), total


def planned(seeds: Iterable[int]) -> Iterator[tuple[int, Case, MatchingPlan]]:
    """Yield the rounds of some seeds that have a plan, each with its seed and its plan."""
    for seed in seeds:
        case = Case.drawn(seed)
        plan = case.matched()
        if isinstance(plan, MatchingPlan):
            yield seed, case, plan


def matched_by_priority(plan: MatchingPlan, cohort: Cohort) -> Counter[int]:
    """Return how many mentees of each priority have a mentor."""
    return Counter(cohort.mentee(pair.mentee).priority for pair in plan.pairs)


def small(methodology: Methodology = TARGET_MODEL) -> tuple[Cohort, MatchingPlan]:
    """Return a round of eight mentees for two mentors, and its plan."""
    rng = random.Random(5)
    mentees = [mentee(f"p{k}", rng) for k in range(8)]
    mentors = [mentor(f"m{k}", rng, 2, 0) for k in range(3)]
    cohort = Cohort(mentees=mentees, mentors=mentors)
    return cohort, match(cohort, methodology)
