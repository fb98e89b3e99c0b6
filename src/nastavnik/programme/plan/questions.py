"""The questions that a plan answers when its people are beside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal, Self, get_args, overload

from nastavnik.basics.errors import NastavnikError, UnknownNameError
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import (
    Advice,
    Audience,
    Evidence,
    FreePlaces,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.plan.explains import Explains
from nastavnik.programme.round.demands import Ban, Lock

if TYPE_CHECKING:
    from nastavnik.programme.plan.others import Alternative, WhatIf

__all__ = ["Questions"]

_AUDIENCES: Final = get_args(Audience)


class Questions:
    """What can be asked of a plan; whoever explains it is attached by ``match`` or ``with_people``."""

    def explained_by(self, explainer: Explains) -> Self:
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
        """Return what would help: statements to be completed, rules relaxed by a step, places, mentors to be found.

        A statement is what nobody has stated yet, such as a training passed or a consent; it helps if it is so. Those
        of one person, several of one, and all of one kind are looked at. In a round of more than a quarter of a million
        pairs single people are not looked at, and of kinds those of yes and no alone.

        Args:
            most: how many pieces of advice of each of these kinds at most.
            profiles: mentors who are not in the round, to be told what one of each would bring, and more like them;
                when None, up to three are made up who could take those left out: like mentors of the round, but for
                one or two statements.
            copies: how many of each profile at most.

        Returns:
            What costs least first: what is to be stated, then rules, places, mentors to be found; of these what helps
            most. Each is exact, verified by solving the changed round, and carries prices that prove it.

        Raises:
            NumbersError: when ``most`` or ``copies`` is no whole number from 1.
            TypeError: when a profile is no mentor.
            InvalidInputError: when the round has a mentor of the same id.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.advice(
            most=most, profiles=None if profiles is None else _listed(profiles), copies=copies
        )

    def remedies(self, *, most: int = 3) -> tuple[Advice, ...]:
        """Return what would help and costs no more than to ask: statements to be completed, spellings to be made one.

        It is the beginning of ``advice``, made in a fraction of the time; nothing in a round of more than 65 536
        pairs, where it would take long.

        Args:
            most: how many at most.

        Raises:
            NumbersError: when ``most`` is no whole number from 1.
            NastavnikError: when the plan was read from a file; ``with_people`` gives it its people.
        """
        return self._explains.remedies(most=most)

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
        >>> known = dict(organisation="School 5", data_consent=True)
        >>> old = [Mentor(Teacher(f"old{k}", experience=20, **known), agreed=True, trained=True)
        ...        for k in (1, 2)]
        >>> new = Mentee(Teacher("new", experience=1, **known), category="novice", agreed=True)
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
