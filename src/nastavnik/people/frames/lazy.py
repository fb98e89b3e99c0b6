"""People of a round as a sequence that makes each of them when looked at, so that a million take little room."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from nastavnik.people.records import Mentee, Mentor

if TYPE_CHECKING:  # a cohort is made without NumPy
    from nastavnik.people.columns import Facts

__all__ = ["LazyRoles"]

RoleT = TypeVar("RoleT", Mentor, Mentee)


class LazyRoles(Sequence[RoleT], Generic[RoleT]):
    """Mentors or mentees behind their facts; equal to a tuple of the same people.

    Each look makes the value anew and keeps none.

    Args:
        facts: of everybody, in the order of the sequence.
        kind: what they are.

    >>> from nastavnik.people.columns import RoleFacts
    >>> from nastavnik.people.records import Pupil
    >>> some = LazyRoles(RoleFacts([Mentee(Pupil("b")), Mentee(Pupil("c"))], side="mentee"), Mentee)
    >>> len(some), some[0], list(some[1:])
    (2, Mentee(Pupil('b')), [Mentee(Pupil('c'))])
    """

    __slots__ = ("facts", "kind")

    def __init__(self, facts: "Facts", kind: type[RoleT]) -> None:
        self.facts = facts
        self.kind: type[RoleT] = kind

    def __len__(self) -> int:
        return len(self.facts)

    @overload
    def __getitem__(self, index: int) -> RoleT: ...

    @overload
    def __getitem__(self, index: slice) -> "LazyRoles[RoleT]": ...

    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return LazyRoles(self.facts.part(index), self.kind)
        return self.facts.role(range(len(self.facts))[index])

    def __iter__(self) -> Iterator[RoleT]:
        for index in range(len(self.facts)):
            role = self.facts.role(index)
            assert isinstance(role, self.kind)
            yield role

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (LazyRoles, tuple)):
            return NotImplemented
        if len(self) != len(other):
            return False
        return all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"<{len(self)} {self.kind.role}s>"
