"""What can be said of one pair: records of ids, rules and numbers that can be checked.

Why somebody is left out stands in ``reasons``. Here is why a pair is in the plan, why another is not, and what it
would cost to have it.
"""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.assignment import Goal
from nastavnik.programme.evidence.reasons import Reason
from nastavnik.programme.round.demands import Conflict

__all__ = [
    "Change",
    "Chosen",
    "Displaced",
    "Evidence",
    "Failed",
    "Ground",
    "Impossible",
    "Inadmissible",
    "LockedElsewhere",
    "Loss",
    "Prices",
]

Prices = Mapping[str, tuple[int, ...]]
"""Price of one place with some mentors, by id: for each priority that the round has, in mentees, then in points.

Prices are compared goal by goal, as words are letter by letter. Those in evidence are of mentors whose price differs
from that in the plan.
"""


def frozen_numbers(numbers: Mapping[str, int]) -> Mapping[str, int]:
    """Return numbers by id that nobody can change."""
    return immutabledict(numbers)


def frozen_prices(prices: Prices) -> Prices:
    """Return prices by id that nobody can change."""
    return immutabledict(prices)


def plain(value: Any) -> object:
    """Return a value of a field as facts hold it: sets and mappings as sorted tuples, what is chosen as its word."""
    if isinstance(value, (set, frozenset)):
        return tuple(sorted(value))
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return getattr(value, "value", value)


def _frozen_facts(facts: Mapping[str, object]) -> Mapping[str, object]:
    return immutabledict(facts)


@frozen(kw_only=True)
class Ground:
    """For what a preference gives points to a pair, see `Preference.grounds`.

    Args:
        rule: id of the preference.
        facts: by dotted path from the role, with the values; sets as sorted tuples.
    """

    rule: str
    facts: Mapping[str, object] = field(converter=_frozen_facts)


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
        times: when both are free, as far as both have said so: ``"thu 16:00-17:00"``, in the order of the week; see
            `nastavnik.people.times`.
        grounds: for what preferences give points, as far as they say so, in the order of the methodology.
        category: id of the mentee's category where nobody has stated it, the role model is bound to it, and it follows
            from the signs; None otherwise.
    """

    mentor: str
    mentee: str
    form: str
    role_model: str
    score: int
    points: Mapping[str, int] = field(converter=frozen_numbers)
    price: int
    locked: bool = False
    overridden: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    category: str | None = None


@frozen(kw_only=True)
class Failed:
    """A requirement that does not hold for a pair.

    Args:
        rule: id of the requirement.
        facts: what it looked at, by dotted path from the role, with the values; sets as sorted tuples.
        unknown: a fact that it needs is not known, and so the rule's policy spoke.
    """

    rule: str
    facts: Mapping[str, object] = field(converter=_frozen_facts)
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
        prices: what proves that no plan with the pair loses less: prices of places in that plan.
    """

    mentor: str
    mentee: str
    losses: tuple[Loss, ...]
    changes: tuple[Change, ...]
    prices: Prices = field(factory=dict, converter=frozen_prices)


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


Evidence = Chosen | Inadmissible | Displaced | LockedElsewhere | Impossible | Reason
"""What is said of a pair, or of a mentee."""
