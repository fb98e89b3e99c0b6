"""What a plan asks of whatever explains it from the people it was made for."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import Advice, Evidence, FreePlaces, ToldMentee, ToldMentor
from nastavnik.programme.round.demands import Ban, Lock

if TYPE_CHECKING:
    from nastavnik.programme.plan.others import Alternative, WhatIf

__all__ = ["Explains"]


class Explains(ABC):
    """Explains a plan; every method is described at the method of `MatchingPlan` that calls it."""

    @abstractmethod
    def explain(self, mentee: str, mentor: str | None) -> Evidence:
        """Return the evidence for a mentee or a pair."""

    @abstractmethod
    def explain_mentor(self, mentor: str) -> FreePlaces:
        """Return the evidence for a mentor."""

    @abstractmethod
    def told_mentee(self, mentee: str, mentor: str | None) -> ToldMentee:
        """Return what a mentee is told, asked about a mentor or not."""

    @abstractmethod
    def told_mentor(self, mentor: str) -> ToldMentor:
        """Return what a mentor is told."""

    @abstractmethod
    def advice(
        self, *, most: int, profiles: Sequence[Mentor] | None, copies: int
    ) -> tuple[Advice, ...]:
        """Return what would help."""

    @abstractmethod
    def remedies(self, *, most: int) -> tuple[Advice, ...]:
        """Return what would help and costs no more than to ask."""

    @abstractmethod
    def what_if(
        self,
        *,
        add: Iterable[Mentee | Mentor],
        remove: Iterable[str],
        places: Mapping[str, int],
        locks: Iterable[Lock] | None,
        bans: Iterable[Ban] | None,
        methodology: Methodology | None,
    ) -> "WhatIf":
        """Return another plan and how it differs."""

    @abstractmethod
    def alternatives(self, *, most: int, within: int, differing: int) -> "tuple[Alternative, ...]":
        """Return other plans that are nearly as good."""
