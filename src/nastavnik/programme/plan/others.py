"""Other plans than the best of the round: of a changed round, or nearly as good."""

from attrs import field, frozen

from nastavnik.programme.evidence import Change, PlanDiff, Prices
from nastavnik.programme.evidence.pairs import frozen_prices
from nastavnik.programme.plan.matching_plan import MatchingPlan
from nastavnik.programme.plan.pairs import Pair

__all__ = ["Alternative", "WhatIf"]


@frozen(kw_only=True)
class WhatIf:
    """Another plan for a changed round.

    Args:
        plan: the best plan of the changed round, with a proof and reasons of its own.
        diff: how it differs.
    """

    plan: MatchingPlan
    diff: PlanDiff


@frozen(kw_only=True)
class Alternative:
    """Another plan of the same round, which matches as many mentees of every priority as the best does.

    Of all plans that do so and share as few pairs as this one with the plan, and with each alternative before it, none
    has a higher score. The prices prove it: they leave no room for a better plan when each pair loses ``penalty``
    points for every one of those plans in which it stands, and the score of each is taken ``scale`` times.

    Args:
        pairs: in the order of the mentees' ids.
        unmatched: ids of mentees without a mentor, ascending.
        total: sum of all scores.
        changes: who has another mentor than in the plan, by the mentee's id, with those who gain or lose one.
        differs: pairs that are not in the plan, then those not in the first alternative, and so on.
        penalty: points that a pair loses for each plan before it in which it stands.
        scale: how many times the score of a pair is taken before that.
        prices: of places with all mentors, goal by goal, the score ``scale`` times; mentors with price 0 left out.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[str, ...]
    total: int
    changes: tuple[Change, ...] = ()
    differs: tuple[int, ...]
    penalty: int
    scale: int = 1
    prices: Prices = field(converter=frozen_prices)
