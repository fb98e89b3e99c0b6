"""Who works with whom, and who is left out."""

from collections.abc import Mapping

from attrs import field, frozen

from nastavnik.programme.evidence.pairs import frozen_numbers
from nastavnik.programme.evidence.reasons import Reason

__all__ = ["Group", "Pair", "Unmatched"]


@frozen(kw_only=True)
class Pair:
    """A mentor and a mentee who are to work together.

    Args:
        mentor: id.
        mentee: id.
        form: id of the form.
        role_model: id of the role model within the form.
        score: sum of the points times their weights.
        points: id of each preference to its points, 0 to 100, before its weight.
        overridden: ids of the requirements that the pair breaks, and that its lock overrides; ascending.
    """

    mentor: str
    mentee: str
    form: str
    role_model: str
    score: int
    points: Mapping[str, int] = field(converter=frozen_numbers)
    overridden: tuple[str, ...] = ()


@frozen(kw_only=True)
class Group:
    """A mentor with two mentees or more in one form; its pairs are in the plan as well.

    Args:
        mentor: id.
        form: id of the form.
        mentees: ids, ascending.
    """

    mentor: str
    form: str
    mentees: tuple[str, ...]


@frozen(kw_only=True)
class Unmatched:
    """A mentee without a mentor, and why.

    Args:
        mentee: id.
        reason: a `NoAdmissibleMentor` or a `CrowdedOut`.
    """

    mentee: str
    reason: Reason
