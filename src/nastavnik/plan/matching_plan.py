"""The plan itself, and the questions that it answers."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal, get_args, overload

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.assignment import Certificate, Goal
from nastavnik.demands import Ban, Lock
from nastavnik.errors import NastavnikError, UnknownNameError
from nastavnik.evidence import (
    Advice,
    Audience,
    Evidence,
    FreePlaces,
    Prices,
    ToldMentee,
    ToldMentor,
)
from nastavnik.evidence.pairs import frozen_numbers
from nastavnik.methodology.model import Methodology
from nastavnik.people import Mentee, Mentor
from nastavnik.plan.explains import Explains
from nastavnik.plan.pairs import Group, Pair, Unmatched
from nastavnik.reasons import Reason

if TYPE_CHECKING:
    import networkx as nx

    from nastavnik.plan.others import Alternative, WhatIf

__all__ = ["MatchingPlan"]

_AUDIENCES: Final = get_args(Audience)


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
    places: Mapping[str, int] = field(converter=frozen_numbers)
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

    @overload
    def explain(
        self, mentee: str, mentor: str | None = None, *, audience: Literal["coordinator"] = ...
    ) -> Evidence: ...

    @overload
    def explain(
        self, mentee: str, mentor: str | None = None, *, audience: Literal["participant"]
    ) -> ToldMentee: ...

    def explain(
        self, mentee: str, mentor: str | None = None, *, audience: Audience = "coordinator"
    ) -> Evidence | ToldMentee:
        """Return why a mentee has this mentor or none; with a mentor, why this pair is in the plan or is not.

        Args:
            mentee: id.
            mentor: id, or None.
            audience: ``"coordinator"`` for all evidence; ``"participant"`` for what the mentee or the parents may be
                told, in which there is nothing of third persons.

        Returns:
            `Chosen`, `Inadmissible`, `Displaced` with the exact loss, `LockedElsewhere` or `Impossible`; without
            a mentor `Chosen` or the reason. For a participant a `ToldMentee`.

        Raises:
            UnknownNameError: when the plan knows no such mentee or mentor, or there is no such audience.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        if _for_participant(audience):
            return self._explains.told_mentee(mentee, mentor)
        return self._explains.explain(mentee, mentor)

    @overload
    def explain_mentor(
        self, mentor: str, *, audience: Literal["coordinator"] = ...
    ) -> FreePlaces: ...

    @overload
    def explain_mentor(self, mentor: str, *, audience: Literal["participant"]) -> ToldMentor: ...

    def explain_mentor(
        self, mentor: str, *, audience: Audience = "coordinator"
    ) -> FreePlaces | ToldMentor:
        """Return why a mentor has free places, or has none.

        Args:
            mentor: id.
            audience: as in ``explain``; a participant gets a `ToldMentor`.

        Raises:
            UnknownNameError: when the plan knows no such mentor, or there is no such audience.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        if _for_participant(audience):
            return self._explains.told_mentor(mentor)
        return self._explains.explain_mentor(mentor)

    def advice(
        self, *, most: int = 5, profiles: Iterable[Mentor] | None = None, copies: int = 3
    ) -> tuple[Advice, ...]:
        """Return what would help most: places, mentors to be found, requirements relaxed by one step.

        Args:
            most: how many pieces of advice of each of these kinds at most.
            profiles: mentors who are not in the round, to be told what one of each would bring, and more like them;
                when None, up to three are made up who could take those left out: like mentors of the round, but for
                one or two statements.
            copies: how many of each profile at most.

        Returns:
            What helps most first; each is exact, verified by solving the changed round, and carries prices that
            prove it.

        Raises:
            NumbersError: when ``most`` or ``copies`` is no whole number from 1.
            TypeError: when a profile is no mentor.
            InvalidInputError: when the round has a mentor of the same id.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.advice(
            most=most, profiles=None if profiles is None else _listed(profiles), copies=copies
        )

    def alternatives(
        self, *, within: int, differing: int = 1, most: int = 3
    ) -> "tuple[Alternative, ...]":
        """Return other plans of the round that are nearly as good and different enough to be talked about.

        Each matches as many mentees of every priority as this plan does. They are looked for by taking points off
        pairs that stand in this plan or in an alternative before; what each claims is proven, but another plan may
        exist where none is found.

        Args:
            within: points by which the total may be lower, from 0.
            differing: pairs in which each differs at least from this plan and from the others, from 1.
            most: how many, from 1.

        Returns:
            The best first, as found; fewer than ``most``, or none, where there are no more.

        Raises:
            NumbersError: when one of the numbers is none, or out of its range.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.alternatives(most=most, within=within, differing=differing)

    def what_if(
        self,
        *,
        add: Iterable[Mentee | Mentor] = (),
        remove: Iterable[str] = (),
        places: Mapping[str, int] | None = None,
        locks: Iterable[Lock] | None = None,
        bans: Iterable[Ban] | None = None,
        methodology: Methodology | None = None,
    ) -> "WhatIf":
        """Return the best plan of a changed round and how it differs; this plan stays as it is.

        Args:
            add: mentees and mentors who come.
            remove: ids of those who go, who are gone from the wishes of others too.
            places: the capacity of some mentors by id.
            locks: all that hold then; those of this plan when None.
            bans: the same.
            methodology: other rules, such as ``TARGET_MODEL.with_parameters(...)``.

        Returns:
            A `WhatIf` with the other plan and a `PlanDiff`.

        Raises:
            TypeError: when a change is of another kind.
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
        return self._explains.what_if(
            add=add,
            remove=remove,
            places={} if places is None else places,
            locks=locks,
            bans=bans,
            methodology=methodology,
        )

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


def _for_participant(audience: str) -> bool:
    if audience not in _AUDIENCES:
        raise UnknownNameError("audience", audience, _AUDIENCES)
    return audience == "participant"


def _listed(profiles: Iterable[Mentor]) -> Sequence[Mentor]:
    """Return profiles as a list; one mentor alone is not taken for a list."""
    if isinstance(profiles, Mentor):
        raise TypeError("profiles is one Mentor; give a list of them")
    listed = list(profiles)
    for one in listed:
        if not isinstance(one, Mentor):
            raise TypeError(f"profiles holds a {type(one).__name__}; give Mentors")
    return listed
