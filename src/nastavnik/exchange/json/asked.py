"""What was asked of a plan and answered, and what JSON calls each kind of answer."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

from attrs import field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    Evidence,
    FreePlaces,
    Impossible,
    Inadmissible,
    PlanDiff,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import Alternative
from nastavnik.programme.round.demands import Demand

__all__ = ["DEMAND_KINDS", "RECORD_KINDS", "REPAIR_KINDS", "Asked", "Record", "kind_of"]

Record = Evidence | FreePlaces | Advice | PlanDiff | Alternative | ToldMentee | ToldMentor
"""What a plan answers."""


def kind_of(kind: type) -> str:
    """Return what JSON calls a record of this class.

    >>> kind_of(CrowdedOut)
    'crowded-out'
    """
    return re.sub(r"(?<=.)(?=[A-Z])", "-", kind.__name__).lower()


RECORD_KINDS: Final[Mapping[str, Any]] = MappingProxyType(
    {kind_of(one): one for one in get_args(Record)}
)
"""What JSON calls each record that a plan answers with."""

DEMAND_KINDS: Final[Mapping[str, Any]] = MappingProxyType(
    {kind_of(one): one for one in get_args(Demand)}
)
"""What JSON calls each demand of a contradiction."""

REPAIR_KINDS: Final = ("lower-minimum", "add-places", "override", "lift-ban", "drop-lock")
"""What a repair may be."""

_OF_MENTOR: Final = (Chosen, Inadmissible, Displaced, Impossible, FreePlaces, ToldMentor)
"""Records whose mentor is the one that was asked about; in others it is the mentee's own."""


@frozen
class Asked:
    """A question to a plan, and the record that answers it.

    Args:
        evidence: the record.
        mentee: id of the mentee who was asked about; needed with the reason why somebody is left out, for a reason
            does not say whose it is.
        mentor: id of the mentor who was asked about; such as the one that `LockedElsewhere` does not name.

    Raises:
        TypeError: when the evidence is none.
        InvalidInputError: when a reason is nobody's, or the record is about another mentee or mentor.

    >>> Asked(NoAdmissibleMentor(considered=0, obstacles=()), mentee="p1").mentee
    'p1'
    """

    evidence: Record
    mentee: str | None = field(default=None, kw_only=True)
    mentor: str | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        """Hold the question against the record."""
        if not isinstance(self.evidence, get_args(Record)):
            kind = type(self.evidence).__name__
            raise TypeError(f"evidence is a {kind}; give what a plan answers, such as a Chosen")
        faults = []
        if isinstance(self.evidence, (NoAdmissibleMentor, CrowdedOut)) and self.mentee is None:
            faults.append(Fault("missing-key", value="mentee"))
        of_mentor = isinstance(self.evidence, _OF_MENTOR)
        for name, asked, told in (
            ("mentee", self.mentee, getattr(self.evidence, "mentee", None)),
            ("mentor", self.mentor, getattr(self.evidence, "mentor", None) if of_mentor else None),
        ):
            if None not in (asked, told) and asked != told:
                faults.append(Fault("asked-otherwise", field=name, value=asked, other=told))
        if faults:
            raise InvalidInputError(faults)
