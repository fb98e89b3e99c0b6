"""What would be otherwise: what would help, and how another plan differs."""

from typing import Any

from attrs import field, frozen

from nastavnik.assignment import Goal
from nastavnik.people.records import LAST_PRIORITY, Mentor
from nastavnik.programme.evidence.pairs import Change, Prices, frozen_prices
from nastavnik.programme.round.respelling import Spelled
from nastavnik.programme.round.statements import Statement

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

    It is of one kind: statements to be completed, spellings to be made one, a rule, a place, or a mentor to be found.

    Args:
        statements: what nobody has stated yet, of one person or of one kind: if it is so, and is stated; () otherwise.
        spelled: spellings that are probably one thing, if they are written in one way; None otherwise.
        mentors: ids, ascending: one more place with any of them, or one more mentor like any of them; () otherwise.
        profile: a mentor who is not in the round and would help, or None.
        count: how many like this profile are to come.
        unshared: ways to statements of the profile that no mentor of the round makes, ``"person.organisation"``: there
            may be a slip in them.
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

    statements: tuple[Statement, ...] = ()
    spelled: Spelled | None = None
    mentors: tuple[str, ...] = ()
    profile: Mentor | None = None
    count: int = 1
    unshared: tuple[str, ...] = ()
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

    @property
    def cost(self) -> int:
        """What it takes, from what costs least: 0 what is stated, 1 a rule, 2 a place, 3 somebody to be found."""
        kinds = (
            bool(self.statements or self.spelled),
            self.rule is not None,
            bool(self.mentors),
            True,
        )
        return kinds.index(True)

    def rank(self) -> tuple[Any, ...]:
        """Return what sorts what costs least to the front, then what helps most.

        That is priority by priority, then by points; statements by how many mentees more, then by how few they are.
        """
        gains = dict(self.gains)
        most = [-gains.get(priority, 0) for priority in range(1, LAST_PRIORITY + 1)]
        profile = "" if self.profile is None else self.profile.id
        stated = [(one.path, one.side.value, one.id) for one in self.statements]
        spelled = () if self.spelled is None else self.spelled.values
        subject = stated, spelled, self.mentors, profile, self.rule or "", self.parameter or ""
        more = -self.matched if self.cost == 0 else 0
        sizes = len(self.statements), -self.points, self.count
        return self.cost, more, *most, *sizes, *subject
