"""The plan itself: who goes to whom, why somebody goes to nobody, and the prices that prove it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.assignment import Certificate, Goal
from nastavnik.basics.errors import UnknownNameError
from nastavnik.methodology.changes import NO_CHANGES, RuleChanges
from nastavnik.programme.evidence import Prices
from nastavnik.programme.evidence.pairs import frozen_numbers
from nastavnik.programme.evidence.reasons import Reason
from nastavnik.programme.plan.pairs import Group, Pair, Unmatched
from nastavnik.programme.plan.questions import Questions
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.digests import digest_of_demands

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["MatchingPlan"]


@frozen(kw_only=True, slots=False)
class MatchingPlan(Questions):
    """The best admissible pairs of a cohort, with a reason for everybody else and the proof that they are best.

    Every mentee of the cohort is in ``pairs`` or in ``unmatched``, exactly once.

    Args:
        pairs: in the order of the mentees' ids.
        unmatched: in the order of the mentees' ids.
        places: id of each mentor of the round to their places, in id order.
        total: sum of all scores.
        locks: pairs that had to be in the plan, in the order of the mentees' ids.
        bans: pairs that could not be.
        certificate: the prices that prove it, mentees and mentors in id order, goal by goal; locked pairs and the
            places they take are settled beforehand and have no part in it.
        seed: seed of the lottery among equals.
        methodology: id of the methodology.
        methodology_digest: digest of its rules and their parameters.
        rule_changes: what was changed in the methodology of this id, so that whoever reads the plan need not be told.
        cohort_digest: digest of the people, names left out.
        version: of the library that made the plan.
        on: day for which it was made, as whoever made it said; None where nobody did. No rule reads it.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    places: Mapping[str, int] = field(converter=frozen_numbers)
    total: int
    locks: tuple[Lock, ...] = ()
    bans: tuple[Ban, ...] = ()
    certificate: Certificate = field(repr=False)
    seed: int
    methodology: str
    methodology_digest: str
    rule_changes: RuleChanges = NO_CHANGES
    cohort_digest: str
    version: str
    on: date | None = None

    @cached_property
    def prices(self) -> Prices:
        """Price of one place with each mentor, goal by goal down to the score.

        They and the prices of mentees that follow from them prove that the plan is best; see ``certificate``.
        """
        goals = [
            goal for goal in self.certificate.goals if goal.goal in (Goal.COVERAGE, Goal.SCORE)
        ]
        columns = zip(*(goal.columns.tolist() for goal in goals), strict=True)
        return immutabledict(zip(self.places, columns, strict=True))

    def other_prices(self, prices: Prices) -> Prices:
        """Return those of some prices that are others than in this plan, which is how evidence holds them."""
        return {name: price for name, price in prices.items() if price != self.prices.get(name)}

    @cached_property
    def demands_digest(self) -> str:
        """Digest of the locks and bans, by which the coordinator's table is known again."""
        return digest_of_demands(self.locks, self.bans)

    @property
    def matched(self) -> int:
        """How many mentees got a mentor."""
        return len(self.pairs)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Mentors with two mentees or more in one form, in the order of mentor and form."""
        members: dict[tuple[str, str], list[str]] = {}
        for pair in self.pairs:
            members.setdefault((pair.mentor, pair.form), []).append(pair.mentee)
        return tuple(
            Group(mentor=mentor, form=form, mentees=tuple(mentees))
            for (mentor, form), mentees in sorted(members.items())
            if len(mentees) > 1
        )

    def pair_of(self, mentee: str) -> Pair | None:
        """Return the mentee's pair, or None when the mentee is unmatched.

        Raises:
            UnknownNameError: when the plan knows no such mentee.
        """
        if mentee in self._pairs:
            return self._pairs[mentee]
        self.reason_for(mentee)
        return None

    def reason_for(self, mentee: str) -> Reason | None:
        """Return why the mentee is unmatched, or None when there is a pair.

        Raises:
            UnknownNameError: when the plan knows no such mentee.
        """
        if mentee in self._reasons:
            return self._reasons[mentee]
        if mentee in self._pairs:
            return None
        raise UnknownNameError("mentee", mentee, [*self._pairs, *self._reasons])

    def pairs_of(self, mentor: str) -> tuple[Pair, ...]:
        """Return the pairs of a mentor, none for a mentor with all places free.

        Raises:
            UnknownNameError: when the plan knows no such mentor.
        """
        if mentor not in self.places:
            raise UnknownNameError("mentor", mentor, self.places)
        return tuple(pair for pair in self.pairs if pair.mentor == mentor)

    def graph(self) -> "nx.Graph[tuple[str, str]]":
        """Return the plan as a NetworkX graph, for drawing and for counting.

        Nodes are ``("mentor", id)`` with their places and ``("mentee", id)``, everyone of the
        round, with ``bipartite`` 0 and 1; edges carry form, role model and score.
        """
        import networkx as nx  # noqa: PLC0415 - loaded by those who want a graph

        graph: nx.Graph[tuple[str, str]] = nx.Graph()
        for mentor, places in self.places.items():
            graph.add_node(("mentor", mentor), bipartite=0, places=places)
        for mentee in sorted([*self._pairs, *self._reasons]):
            graph.add_node(("mentee", mentee), bipartite=1)
        for pair in self.pairs:
            graph.add_edge(
                ("mentor", pair.mentor),
                ("mentee", pair.mentee),
                form=pair.form,
                role_model=pair.role_model,
                score=pair.score,
            )
        return graph

    @cached_property
    def _pairs(self) -> dict[str, Pair]:
        return {pair.mentee: pair for pair in self.pairs}

    @cached_property
    def _reasons(self) -> dict[str, Reason]:
        return {left.mentee: left.reason for left in self.unmatched}
