"""What would be otherwise: what would help, and how another plan differs."""

from typing import Any

from attrs import field, frozen

from nastavnik.assignment import Goal
from nastavnik.people.records import LAST_PRIORITY, Mentor
from nastavnik.programme.evidence.pairs import Change, Prices, frozen_prices

__all__ = ["Advice", "GoalChange", "PlanDiff"]


@frozen(kw_only=True)
class GoalChange:
    """What is achieved of one goal in either plan.

    Args:
        goal: coverage or score.
        priority: for coverage where either round has several priorities, whose; None otherwise.
        before: mentees or points in the plan.
        after: and in the other.
    """

    goal: Goal
    priority: int | None = None
    before: int
    after: int


@frozen(kw_only=True)
class PlanDiff:
    """How another plan differs.

    Args:
        gains: ids of mentees who have a mentor only there, ascending; newcomers among them.
        loses: ids of mentees who have one only here; those who have left are in neither.
        moves: mentees who have another mentor there, by id.
        left: ids of newcomers who have no mentor there, ascending.
        goals: what is achieved of each goal, in their order.
    """

    gains: tuple[str, ...]
    loses: tuple[str, ...]
    moves: tuple[Change, ...]
    left: tuple[str, ...] = ()
    goals: tuple[GoalChange, ...]


@frozen(kw_only=True)
class Advice:
    """A change that helps, and how much: exact, verified by a solution of the changed round, and proven by prices.

    Args:
        mentors: ids, ascending: one more place with any of them, or one more mentor like any of them; () otherwise.
        profile: a mentor who is not in the round and would help, or None.
        count: how many like this profile are to come.
        rule: id of the requirement that is relaxed, or None.
        parameter: its parameter, or None.
        before: value of the parameter.
        after: value one step further.
        gains: how many mentees more have a mentor, by priority, those of none left out.
        points: how much the total score changes; it may fall where more mentees are matched.
        changes: who would have another mentor, by the mentee's id; of newcomers the second is called by the id of the
            profile and ``-2``, and so on. A place is given to the first of ``mentors``.
        prices: what proves that nothing better can be had: prices of places in the changed plan.
    """

    mentors: tuple[str, ...] = ()
    profile: Mentor | None = None
    count: int = 1
    rule: str | None = None
    parameter: str | None = None
    before: int | None = None
    after: int | None = None
    gains: tuple[tuple[int, int], ...]
    points: int
    changes: tuple[Change, ...] = ()
    prices: Prices = field(factory=dict, converter=frozen_prices)

    @property
    def matched(self) -> int:
        """How many mentees more have a mentor."""
        return sum(count for _, count in self.gains)

    def rank(self) -> tuple[Any, ...]:
        """Return what sorts what helps most to the front: priority by priority, then by points, then the smaller."""
        gains = dict(self.gains)
        most = [-gains.get(priority, 0) for priority in range(1, LAST_PRIORITY + 1)]
        profile = "" if self.profile is None else self.profile.id
        subject = self.mentors, profile, self.rule or "", self.parameter or ""
        return *most, -self.points, self.count, *subject
