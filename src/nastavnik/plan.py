"""The plan of one round: pairs, groups, the unmatched with their reasons, and the proof."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.assignment import Certificate
from nastavnik.demands import Ban, Lock
from nastavnik.errors import NastavnikError, UnknownNameError
from nastavnik.evidence import Evidence, FreePlaces
from nastavnik.reasons import Reason

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Explains", "Group", "MatchingPlan", "Pair", "Unmatched"]


def _frozen(numbers: Mapping[str, int]) -> Mapping[str, int]:
    """Freeze numbers by id."""
    return immutabledict(numbers)


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
    points: Mapping[str, int] = field(converter=_frozen)
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


class Explains(ABC):
    """Explains a plan from the people it was made for."""

    @abstractmethod
    def explain(self, mentee: str, mentor: str | None = None) -> Evidence:
        """Return the evidence for a mentee or a pair."""

    @abstractmethod
    def explain_mentor(self, mentor: str) -> FreePlaces:
        """Return the evidence for a mentor."""

    @abstractmethod
    def advice(self, most: int) -> Any:
        """Return what would help."""

    @abstractmethod
    def what_if(self, changes: Mapping[str, Any]) -> Any:
        """Return another plan and how it differs."""


@frozen(kw_only=True, slots=False)
class MatchingPlan:
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
        cohort_digest: digest of the people, names left out.
        version: of the library that made the plan.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    places: Mapping[str, int] = field(converter=_frozen)
    total: int
    locks: tuple[Lock, ...] = ()
    bans: tuple[Ban, ...] = ()
    certificate: Certificate = field(repr=False)
    seed: int
    methodology: str
    methodology_digest: str
    cohort_digest: str
    version: str

    def explained_by(self, explainer: Explains) -> "MatchingPlan":
        """Attach what explains this plan, and return the plan."""
        self.__dict__["_explainer"] = explainer
        return self

    def explain(self, mentee: str, mentor: str | None = None) -> "Evidence":
        """Return why a mentee has this mentor or none; with a mentor, why this pair is in the plan or is not.

        Args:
            mentee: id.
            mentor: id, or None.

        Returns:
            `Chosen`, `Inadmissible`, `Displaced` with the exact loss, `LockedElsewhere` or `Impossible`; without
            a mentor `Chosen` or the reason.

        Raises:
            UnknownNameError: when the plan knows no such mentee or mentor.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.explain(mentee, mentor)

    def explain_mentor(self, mentor: str) -> "FreePlaces":
        """Return why a mentor has free places, or has none.

        Raises:
            UnknownNameError: when the plan knows no such mentor.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.explain_mentor(mentor)

    def advice(self, *, most: int = 10) -> Any:
        """Return what would help most: places, mentors like those there are, requirements relaxed by one step.

        Args:
            most: how many pieces of advice at most.

        Returns:
            A tuple of `Advice`, what helps most first; each is exact, and verified by solving the changed round.

        Raises:
            NumbersError: when ``most`` is no whole number from 1.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.advice(most)

    def what_if(self, **changes: Any) -> Any:
        """Return the best plan of a changed round and how it differs; this plan stays as it is.

        Args:
            changes: any of these, together:
                ``add``, mentees and mentors who come;
                ``remove``, ids of those who go, who are gone from the wishes of others too;
                ``places``, the capacity of some mentors by id;
                ``locks`` and ``bans``, all that hold then; those of this plan when not given;
                ``methodology``, other rules, such as ``TARGET_MODEL.with_parameters(...)``.

        Returns:
            A `WhatIf` with the other plan and a `PlanDiff`.

        Raises:
            TypeError: when a change has another name.
            UnknownNameError: when somebody named is not in the round.
            InvalidInputError: when the changed people are no round.
            NoPlanError: when the demands cannot all be met then.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.

        >>> from nastavnik import Cohort, Mentee, Mentor, Teacher, match
        >>> old = [Mentor(Teacher(f"old{k}", experience=20, subjects={"physics"}, data_consent=True),
        ...               agreed=True, trained=True) for k in (1, 2)]
        >>> new = Mentee(Teacher("new", experience=1, subjects={"physics"}, data_consent=True),
        ...              category="novice", agreed=True)
        >>> plan = match(Cohort(mentors=old, mentees=[new]))
        >>> plan.what_if(remove=["old1", "old2"]).diff.goals[0].after
        0
        """
        return self._explains.what_if(changes)

    @property
    def _explains(self) -> Explains:
        explainer: Explains | None = self.__dict__.get("_explainer")
        if explainer is None:
            raise NastavnikError(
                "this plan has no people beside it; nastavnik.with_people(plan, cohort) gives it its own"
            )
        return explainer

    def __getstate__(self) -> dict[str, object]:
        """Leave the people behind: a plan that is stored or sent holds ids alone."""
        return {name: value for name, value in self.__dict__.items() if name != "_explainer"}

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
