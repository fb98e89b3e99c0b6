"""Other plans that are nearly as good: found by taking points off pairs that stand in a plan before.

With a penalty on the pairs of the plans before, the best assignment differs from them the more, the higher the penalty.
What is best at a penalty is best, without any, among all plans that share no more pairs with those before: that is
what an alternative claims, and the prices at the penalty prove it. Between two penalties lies one, a fraction, at
which a plan that differs too little and one that differs enough are equally good. There, parts of the way from one to
the other can be gone alone, for exchanges that share no mentor do not concern each other.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter

import networkx as nx
import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.assignment import Goal, Tiles, assign
from nastavnik.matching.answers.placements import Persons
from nastavnik.matching.candidates import Candidates
from nastavnik.matching.demands.settlement import Settled
from nastavnik.matching.solution.pairs import formed
from nastavnik.programme.evidence import Change
from nastavnik.programme.plan import Alternative

__all__ = ["Alternatives"]

Ints = NDArray[np.int64]


@frozen(eq=False)
class _Point:
    """An assignment on the way from the best plan to the most different one.

    Args:
        mentor_of: the place of each mentee's mentor, −1 for nobody, shape (n,).
        points: what its pairs are worth without any penalty.
        kept: how many of its pairs stand in each plan before, shape (plans,).
    """

    mentor_of: Ints
    points: int
    kept: Ints

    def worth(self, scale: int, penalty: int) -> int:
        """Return what it is worth at a penalty."""
        return scale * self.points - penalty * int(self.kept.sum())


@frozen(eq=False)
class _Solved:
    """What is best at a penalty, and the prices that prove it, mentor by mentor of the cohort, goal by goal."""

    scale: int
    penalty: int
    best: _Point
    prices: Ints


class Alternatives:
    """Finds alternatives to a plan.

    Args:
        demands: what the plan was made from.
        found: the cohort under its rules.
        parts: its partitions, person by person.
        mentor_of: the place of each mentee's mentor in the plan, −1 for nobody, shape (n,).
    """

    def __init__(
        self,
        demands: Settled,
        found: Candidates,
        parts: Sequence[Persons],
        mentor_of: Ints,
    ) -> None:
        self._demands = demands
        self._found = found
        self._parts = parts
        free = np.where(found.hard.locked, -1, mentor_of)
        self._before: list[Ints] = [free]

    def find(self, *, most: int, within: int, differing: int) -> Iterator[Alternative]:
        """Yield alternatives, see `MatchingPlan.alternatives`."""
        least = self._point(self._before[0]).points - within
        for _ in range(most):
            found = self._next(differing)
            if found is None or found.best.points < least:
                return
            yield self._alternative(found)
            self._before.append(found.best.mentor_of)

    def _next(self, differing: int) -> _Solved | None:
        """Return the best that differs enough from every plan before, as far as a penalty leads to it."""
        near = self._point(self._before[0])
        enough = near.mentor_of[near.mentor_of >= 0].size - differing
        far = self._solved(1, self._highest())
        if (far.best.kept > enough).any():
            return None
        while True:
            fewer = int(near.kept.sum() - far.best.kept.sum())
            if fewer <= 0:
                return far
            middle = self._solved(fewer, near.points - far.best.points)
            at = middle.scale, middle.penalty
            if middle.best.worth(*at) == near.worth(*at) == far.best.worth(*at):
                return self._part_of_the_way(near, far.best, middle, enough)
            if (middle.best.kept > enough).any():
                near = middle.best
            else:
                far = middle

    def _part_of_the_way(self, near: _Point, far: _Point, prices: _Solved, enough: int) -> _Solved:
        """Return what differs just enough, of the exchanges that lead from one plan to an equally good one."""
        exchanges: nx.Graph[tuple[str, int]] = nx.Graph()
        for row in np.flatnonzero(near.mentor_of != far.mentor_of).tolist():
            for column in (int(near.mentor_of[row]), int(far.mentor_of[row])):
                if column >= 0:
                    exchanges.add_edge(("mentee", row), ("mentor", column))
        steps = [
            sorted(at for kind, at in some if kind == "mentee")
            for some in nx.connected_components(exchanges)
        ]
        at, point = near.mentor_of.copy(), near
        for rows in sorted(steps, key=lambda rows: (len(rows), rows)):
            at[rows] = far.mentor_of[rows]
            point = self._point(at)
            if (point.kept <= enough).all():
                break
        if point.worth(prices.scale, prices.penalty) != far.worth(prices.scale, prices.penalty):
            raise AssertionError("a part of the way between two best plans is not best")
        return _Solved(prices.scale, prices.penalty, point, prices.prices)

    def _highest(self) -> int:
        """Return a penalty that no points outweigh."""
        largest = max((form.most for form in self._found.forms), default=0)
        return 2 * largest * len(self._found.mentees) + 1

    def _solved(self, scale: int, penalty: int) -> _Solved:
        found = self._found
        tiers = found.hard.tiers or (0,)
        mentor_of = np.full(len(found.mentees), -1, dtype=np.int64)
        prices = np.zeros((len(found.mentors), len(tiers) + 1), dtype=np.int64)
        for part in self._parts:
            best = assign(
                Tiles(
                    partial(self._penalised, part, scale, penalty),
                    (part.mentees.size, part.mentors.size),
                ),
                found.capacities[part.mentors],
                minimums=found.hard.minimums[part.mentors],
                tiers=found.hard.priorities[part.mentees] if found.hard.tiers else None,
            )
            placed = best.column_of >= 0
            mentor_of[part.mentees[placed]] = part.mentors[best.column_of[placed]]
            for goal in best.certificate.goals:
                if goal.goal is Goal.SCORE:
                    prices[part.mentors, -1] = goal.columns
                elif goal.goal is Goal.COVERAGE:
                    at = 0 if goal.tier is None else tiers.index(goal.tier)
                    prices[part.mentors, at] = goal.columns
        return _Solved(scale, penalty, self._point(mentor_of), prices)

    def _penalised(
        self,
        part: Persons,
        scale: int,
        penalty: int,
        rows: NDArray[np.intp],
        columns: NDArray[np.intp],
    ) -> tuple[Ints, NDArray[np.bool_]]:
        """Score some pairs of a partition, those of plans before with the penalty."""
        scores, admissible = part.stakes.pairs(rows, columns)
        scores *= scale
        for before in self._before:
            kept = before[part.mentees[rows]][:, None] == part.mentors[columns]
            scores[kept] -= penalty
        return scores, admissible

    def _point(self, mentor_of: Ints) -> _Point:
        mentees = np.flatnonzero(mentor_of >= 0)
        scores, _ = self._found.ways_of(mentees, mentor_of[mentees])
        kept = [int((before[mentees] == mentor_of[mentees]).sum()) for before in self._before]
        return _Point(mentor_of, int(scores.sum()), np.array(kept))

    def _alternative(self, found: _Solved) -> Alternative:
        people, best = self._found, found.best
        pairs = [*formed(people, best.mentor_of, best.points, self._demands.methodology)]
        placed = len(pairs)
        pairs += map(self._demands.pair, self._demands.locks)
        left = np.flatnonzero((best.mentor_of < 0) & ~people.hard.locked)
        return Alternative(
            pairs=tuple(sorted(pairs, key=attrgetter("mentee"))),
            unmatched=tuple(people.mentees.ids[int(at)] for at in left),
            total=sum(pair.score for pair in pairs),
            changes=tuple(self._changes(best.mentor_of)),
            differs=tuple(placed - int(kept) for kept in best.kept),
            penalty=found.penalty,
            scale=found.scale,
            prices={
                people.mentors.ids[at]: tuple(found.prices[at].tolist())
                for at in np.flatnonzero(found.prices.any(axis=1)).tolist()
            },
        )

    def _changes(self, mentor_of: Ints) -> Iterator[Change]:
        """Yield who has another mentor than in the plan, in the order of the mentees' ids."""
        people, plan = self._found, self._before[0]
        mentors = [*people.mentors.ids, None]  # nobody is at place -1
        changed = np.flatnonzero(plan != mentor_of).tolist()
        for at in sorted(changed, key=people.mentees.ids.__getitem__):
            before, after = mentors[int(plan[at])], mentors[int(mentor_of[at])]
            yield Change(mentee=people.mentees.ids[at], before=before, after=after)
