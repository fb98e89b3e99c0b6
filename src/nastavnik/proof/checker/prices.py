"""All prices that a plan carries but those of the last lots: goal by goal they pay for every pair, and exactly.

Beside the prices of places there are those of mentees: what a mentee has left when the place is paid. Then the
argument needs nobody to look for the best: each pair is worth no more than its two prices together, those of the plan
just as much, and a price of more than nothing is asked only of who is placed, or of a place that is taken. Coverage
comes first, priority by priority, then the points; then, by the seed, who of equals gets a place: each brings a
ticket, and the sum of the tickets that have a place is as large as it can be.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nastavnik.assignment import Goal, GoalPrices
from nastavnik.assignment.lottery import keys_of, unit_tickets
from nastavnik.programme.plan import MatchingPlan
from nastavnik.proof.checker.rounds import LARGEST, Ints, TableRound, refuse_unless

__all__ = ["check_prices"]


def check_prices(here: TableRound, plan: MatchingPlan, at: Ints) -> None:
    """Check that the prices of mentees and places prove coverage, points and who gets a place.

    The goal ``lottery``, with whom of equals somebody is, has prices too; they are those of classes of alike people,
    of which this table knows nothing, and are not looked at.

    Args:
        here: the round.
        plan: the plan.
        at: column of each row in the plan.

    Raises:
        CertificateError: naming the first goal or person that is wrong.
    """
    tiers = here.tiers if len(here.tiers) > 1 else [None]
    wanted = [(Goal.COVERAGE, tier) for tier in tiers]
    wanted += [(goal, None) for goal in (Goal.SCORE, Goal.DRAW, Goal.LOTTERY)]
    goals = plan.certificate.goals
    refuse_unless([(one.goal, one.tier) for one in goals] == wanted, "the goals are other ones")
    tickets = unit_tickets(plan.seed, keys_of([f"mentee {name}" for name in here.row]))
    nothing = np.zeros_like(tickets)
    worths = [(worth[:, None], nothing) for worth in here.matched.T]
    worths += [(here.score, nothing), (nothing[:, None], tickets)]
    face = _Face(here, at)
    for goal, (worth, ticket) in zip(goals, worths, strict=False):
        face.check(goal, worth, ticket)
    for goal in goals:
        face.ordered(goal)


class _Face:
    """Whatever the goals so far leave open: pairs that are paid exactly, people and places whose price is nothing."""

    def __init__(self, here: TableRound, at: Ints) -> None:
        self._here, self._at = here, at
        self._placed = np.flatnonzero(at >= 0)
        self._load = np.bincount(at[self._placed], minlength=len(here.column))
        self._left = (here.score >= 0) & here.free[:, None] & (here.most > 0)
        self._concerned = self._left.any(axis=1)  # nobody else's price can prove anything
        self._rows = np.ones(len(here.row), dtype=np.bool_)
        self._columns = np.ones(len(here.column), dtype=np.bool_)

    def ordered(self, goal: GoalPrices) -> tuple[Ints, Ints]:
        """Return the prices of mentees and mentors as they stand in the table, from the order of their ids."""
        sides = []
        for prices, place in ((goal.rows, self._here.row), (goal.columns, self._here.column)):
            whole = prices.dtype.kind == "i" and prices.shape == (len(place),)
            refuse_unless(whole, f"{goal.goal.value}: the prices are not those of everybody")
            fits = all(-LARGEST < price < LARGEST for price in prices.tolist())
            refuse_unless(fits, f"{goal.goal.value}: a price is out of range")
            inside: NDArray[Any] = np.zeros(len(place), dtype=np.int64)
            inside[[place[name] for name in sorted(place)]] = prices
            sides.append(inside)
        return sides[0], sides[1]

    def check(self, goal: GoalPrices, worth: Ints, ticket: Ints) -> None:
        """Check one goal, and keep what it leaves open.

        Args:
            goal: its prices.
            worth: of pairs, shape (n, m) or (n, 1).
            ticket: what each mentee brings to any place besides, shape (n,).
        """
        here, rows = self._here, self._placed
        of_mentees, of_places = self.ordered(goal)
        what = f"{goal.goal.value}:"
        gain = worth - of_mentees[:, None] - of_places
        refuse_unless(not (self._left & (gain > 0)).any(), f"{what} a mentee could gain elsewhere")
        exact = not gain[rows, self._at[rows]].any()
        refuse_unless(exact, f"{what} a pair is not paid by its prices")
        own = of_mentees + ticket
        least, most = self._load == here.least, self._load == here.most
        fair = [
            (self._at >= 0) | (own <= 0) | ~self._rows | ~self._concerned,
            (self._at < 0) | (own >= 0) | ~self._rows,
            most | (of_places <= 0) | ~self._columns,
            least | (of_places >= 0) | ~self._columns,
        ]
        refuse_unless(all(one.all() for one in fair), f"{what} a price that nobody has to pay")
        achieved = np.broadcast_to(worth, gain.shape)[rows, self._at[rows]] + ticket[rows]
        refuse_unless(goal.value == sum(achieved.tolist()), f"{what} another value is achieved")
        out = self._rows & (own < 0)
        shut = self._columns & (of_places < 0) & (here.least == 0)
        self._left &= (gain == 0) & ~out[:, None] & ~shut
        self._rows &= own == 0
        self._columns &= of_places == 0
