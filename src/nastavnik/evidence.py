"""What can be said of one pair or one mentor of a plan: records of ids, rules and numbers that can be checked.

Why somebody is left out stands in ``reasons``. Here is why a pair is in the plan, why another is not, what it would
cost to have it, and why a mentor has free places.
"""

from collections.abc import Mapping

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.assignment import Goal
from nastavnik.demands import Conflict
from nastavnik.reasons import Reason

__all__ = [
    "Change",
    "Chosen",
    "Displaced",
    "Evidence",
    "Failed",
    "FreePlaces",
    "Hindrance",
    "Impossible",
    "Inadmissible",
    "LockedElsewhere",
    "Loss",
]


def _numbers(points: Mapping[str, int]) -> Mapping[str, int]:
    return immutabledict(points)


def _facts(values: Mapping[str, object]) -> Mapping[str, object]:
    return immutabledict(values)


@frozen(kw_only=True)
class Chosen:
    """The pair is in the plan.

    Args:
        mentor: id.
        mentee: id.
        form: id of the form.
        role_model: id of the role model.
        score: sum of the points times their weights.
        points: id of each preference to its points.
        price: what the mentor's place costs in points by the certificate: others would gain as much by it, at most.
        locked: the coordinator asked for the pair; it has no price then.
        overridden: requirements that it breaks in spite.
    """

    mentor: str
    mentee: str
    form: str
    role_model: str
    score: int
    points: Mapping[str, int] = field(converter=_numbers)
    price: int
    locked: bool = False
    overridden: tuple[str, ...] = ()


@frozen(kw_only=True)
class Failed:
    """A requirement that does not hold for a pair.

    Args:
        rule: id of the requirement.
        facts: what it looked at, by dotted path from the role, with the values; sets as sorted tuples.
        unknown: a fact that it needs is not known, and so the rule's policy spoke.
    """

    rule: str
    facts: Mapping[str, object] = field(converter=_facts)
    unknown: bool


@frozen(kw_only=True)
class Inadmissible:
    """The pair may not be formed.

    Args:
        mentor: id.
        mentee: id.
        form: id of the form in which the least stands in the way; None where no form joins the two positions.
        role_model: id of its role model, or None.
        failed: its requirements that do not hold, in the order of the methodology.
    """

    mentor: str
    mentee: str
    form: str | None
    role_model: str | None
    failed: tuple[Failed, ...]


@frozen(kw_only=True)
class Loss:
    """What a change costs of one goal.

    Args:
        goal: coverage or score.
        priority: for coverage where the round has several priorities, whose; None otherwise.
        amount: mentees or points fewer; below 0 where there are more.
    """

    goal: Goal
    priority: int | None = None
    amount: int


@frozen(kw_only=True)
class Change:
    """A mentee who would have another mentor.

    Args:
        mentee: id.
        before: id of the mentor in the plan, or None.
        after: id of the mentor then, or None.
    """

    mentee: str
    before: str | None
    after: str | None


@frozen(kw_only=True)
class Displaced:
    """The pair may be formed, and having it costs so much: the best plan with it against the plan.

    Args:
        mentor: id.
        mentee: id.
        losses: what is lost, goal by goal in their order, those of nothing left out. The first is above 0; without any
            a plan with the pair is as good, and the lot fell otherwise.
        changes: who else changes in a best plan with the pair, first the mentee concerned.
    """

    mentor: str
    mentee: str
    losses: tuple[Loss, ...]
    changes: tuple[Change, ...]


@frozen(kw_only=True)
class LockedElsewhere:
    """The coordinator has locked the mentee to another mentor.

    Args:
        mentee: id.
        mentor: id of that other.
    """

    mentee: str
    mentor: str


@frozen(kw_only=True)
class Impossible:
    """The pair may be formed, and no plan with it meets the hard demands.

    Args:
        mentor: id.
        mentee: id.
        conflicts: what it contradicts.
    """

    mentor: str
    mentee: str
    conflicts: tuple[Conflict, ...]


@frozen(kw_only=True)
class Hindrance:
    """A requirement that keeps mentees from a mentor.

    Args:
        rule: id of the requirement.
        failed: mentees with whom it does not hold under at least one role model.
        alone: mentees whom under some role model nothing else keeps away.
    """

    rule: str
    failed: int
    alone: int


@frozen(kw_only=True)
class FreePlaces:
    """Why a mentor has places left, or has none.

    Args:
        mentor: id.
        places: all places.
        free: places that nobody got.
        admissible: mentees who may be paired with the mentor, locked ones apart. Where places are free, each of
            them has a mentor.
        hindrances: where there are none of these, what stands in the way, first what alone does most often.
    """

    mentor: str
    places: int
    free: int
    admissible: int
    hindrances: tuple[Hindrance, ...]


Evidence = Chosen | Inadmissible | Displaced | LockedElsewhere | Impossible | Reason
"""What is said of a pair, or of a mentee."""
