"""Everyone of one matching round, checked as a whole, in id order."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from operator import itemgetter, le
from typing import TYPE_CHECKING, Any, Final, TypeVar

from attrs import field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError
from nastavnik.basics.messages import PLACES
from nastavnik.methodology.model import Methodology
from nastavnik.people.frames.lazy import LazyRoles
from nastavnik.people.records import Mentee, Mentor, Role

if TYPE_CHECKING:  # NumPy is loaded when the first cohort is made
    from nastavnik.people.columns import Facts

__all__ = ["Cohort", "faults_in", "faults_under"]

RoleT = TypeVar("RoleT", Mentor, Mentee)

_OF_TWO: Final = frozenset({"two-people", "contradictory-consent"})
"""Faults of one id that stands for two people."""


def _in_id_order(roles: Any) -> Any:
    """Freeze the roles in id order; what is no role is left for the check to name."""
    if isinstance(roles, LazyRoles) and _ascending(roles.facts.ids):
        return roles
    roles = tuple(roles)
    return tuple(sorted(roles, key=lambda role: role.id)) if _all_roles(roles) else roles


def _ascending(ids: Sequence[str]) -> bool:
    return all(map(le, ids, islice(ids, 1, None)))


def _all_roles(roles: Sequence[object]) -> bool:
    return all(isinstance(role, Role) for role in roles)


@frozen(kw_only=True, repr=False)
class Cohort:
    """Everyone of one matching round.

    Args:
        mentees: those who want a mentor, in any order; kept in id order.
        mentors: those ready to be one, in any order; kept in id order.

    Raises:
        InvalidInputError: with every fault of the whole: doubled ids, two people with one id,
            consents that contradict each other, choices, refusals and bans that name nobody of this
            round.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil
    >>> Cohort(mentees=[Mentee(Pupil("b", grade=5))], mentors=[Mentor(Pupil("a", grade=9))])
    Cohort(1 mentees, 1 mentors)
    """

    mentees: Sequence[Mentee] = field(converter=_in_id_order)
    mentors: Sequence[Mentor] = field(converter=_in_id_order)

    def __attrs_post_init__(self) -> None:
        """Check everyone against everyone."""
        faults = list(_strangers(self.mentees, self.mentors))
        faults = faults or list(_between(self.mentee_facts, self.mentor_facts))
        if faults:
            raise InvalidInputError(faults)

    @classmethod
    def from_columns(cls, *, mentees: object, mentors: object) -> "Cohort":
        """Make a cohort of tables whose columns are called as the fields of the people.

        Nobody becomes a value of their own until looked at. What is missing (None, NaN, NA, null) is
        unknown. The position is a column of ``"pupil"``, ``"student"``, ``"teacher"``,
        ``"professional"``; the subjects that a teacher teaches are the column ``taught_subjects``.

        Args:
            mentees: a pandas or polars DataFrame, a pyarrow Table, or a mapping of names to lists or
                arrays, in which the position may be one text for everybody. Rows in any order.
            mentors: likewise.

        Raises:
            InvalidInputError: with every fault of both tables, each with row (from 1) and column.
            ModuleNotFoundError: when a table is no mapping and the extra ``frames`` is not installed.

        >>> Cohort.from_columns(
        ...     mentees={"id": ["c", "b"], "position": "pupil", "grade": [5, None]},
        ...     mentors={"id": ["a"], "position": ["pupil"], "grade": [9], "choices": [["b"]]},
        ... ).mentees[0]
        Mentee(Pupil('b'))
        """
        from nastavnik.people.frames.people import people_columns  # noqa: PLC0415 - loads NumPy

        wanting, ready = people_columns(mentees, Mentee), people_columns(mentors, Mentor)
        found = {Mentee.role: list(wanting.faults), Mentor.role: list(ready.faults)}
        cohort: Cohort | None = None
        try:
            cohort = cls(
                mentees=LazyRoles(wanting.facts, Mentee), mentors=LazyRoles(ready.facts, Mentor)
            )
        except InvalidInputError as error:
            unsure = wanting.unsure | ready.unsure
            for fault in error.faults:
                side, ident = fault.subject or ("", "")
                here, other = (wanting, ready) if side == Mentee.role else (ready, wanting)
                if fault.code == "names-nobody" and not other.ids_known:
                    continue  # who is there cannot be known
                if fault.code in _OF_TWO and ident in unsure:
                    continue  # they may differ because a value was left out as wrong
                found[side].append(here.located(fault))
        if faults := [f for some in found.values() for *_, f in sorted(some, key=itemgetter(0, 1))]:
            raise InvalidInputError(faults)
        assert cohort is not None
        return cohort

    def mentee(self, name: str) -> Mentee:
        """Return the mentee of this id.

        Raises:
            UnknownNameError: when there is none.
        """
        return _of_id(self.mentees, self.mentee_facts.ids, name, "mentee")

    def mentor(self, name: str) -> Mentor:
        """Return the mentor of this id.

        Raises:
            UnknownNameError: when there is none.
        """
        return _of_id(self.mentors, self.mentor_facts.ids, name, "mentor")

    @property
    def places(self) -> int:
        """How many mentees all mentors together can take."""
        capacity = self.mentor_facts.field(("capacity",))
        return sum(capacity.values[code] for code in capacity.codes.tolist())

    @cached_property
    def mentee_facts(self) -> "Facts":
        """What rules may know of the mentees, in their order."""
        return _facts(self.mentees, "mentee")

    @cached_property
    def mentor_facts(self) -> "Facts":
        """What rules may know of the mentors, in their order."""
        return _facts(self.mentors, "mentor")

    def __repr__(self) -> str:
        return f"Cohort({len(self.mentees)} mentees, {len(self.mentors)} mentors)"


def faults_in(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Fault]:
    """Yield what is wrong with the people of one round, taken together."""
    strangers = list(_strangers(mentees, mentors))
    yield from strangers or _between(_facts(mentees, "mentee"), _facts(mentors, "mentor"))


def faults_under(
    methodology: Methodology,
    mentees: "Facts | Iterable[Mentee]",
    mentors: "Facts | Iterable[Mentor]",
) -> Iterator[Fault]:
    """Yield what the methodology does not know: categories, tasks, positions."""
    from nastavnik.programme.round.faults import faults_of_methodology  # noqa: PLC0415 - loads NumPy

    wanting, ready = _facts(mentees, "mentee"), _facts(mentors, "mentor")
    return faults_of_methodology(methodology, wanting, ready)


def _between(mentees: "Facts", mentors: "Facts") -> Iterator[Fault]:
    from nastavnik.programme.round.faults import faults_between  # noqa: PLC0415 - loads NumPy

    return faults_between(mentees, mentors)


def _facts(roles: "Facts | Iterable[Mentee] | Iterable[Mentor]", side: str) -> "Facts":
    from nastavnik.people.columns import Facts, RoleFacts  # noqa: PLC0415 - loads NumPy

    if isinstance(roles, Facts):
        return roles
    if isinstance(roles, LazyRoles):
        return roles.facts
    everybody: Any = roles if isinstance(roles, tuple) else tuple(roles)
    return RoleFacts(everybody, side=side)


def _of_id(roles: Sequence[RoleT], ids: Sequence[str], name: object, kind: str) -> RoleT:
    index = bisect_left(ids, name) if isinstance(name, str) else len(ids)
    if index == len(ids) or ids[index] != name:
        raise UnknownNameError(kind, name, ids)
    return roles[index]


def _strangers(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Fault]:
    """Yield those who are of another type than their side."""
    for roles, kind in ((mentees, Mentee), (mentors, Mentor)):
        if isinstance(roles, LazyRoles) and roles.kind is kind:
            continue
        strangers = [role for role in roles if not isinstance(role, kind)]
        for stranger in strangers:
            yield Fault("not-a-role", value=type(stranger).__name__, role=PLACES[kind.role])
        if strangers:
            return
