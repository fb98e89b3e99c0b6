"""Mentees with the mentors whom the coordinator has ruled out for them in this round, beside their own records.

That somebody chooses a mentor and bans the same is a slip in one record, and refused there. A child who chose and a
coordinator who bans are two people: the ban holds, and the wish stays as it was stated.
"""

from collections.abc import Set as AbstractSet
from copy import copy
from typing import Any, TypeVar

from attrs import evolve

from nastavnik.people.records import Mentee, Role

__all__ = ["banned", "with_changes"]

MenteeT = TypeVar("MenteeT", bound=Mentee)
RoleT = TypeVar("RoleT", bound=Role)


def banned(mentee: MenteeT, mentors: AbstractSet[str]) -> MenteeT:
    """Return a mentee with more mentors ruled out, whatever the mentee's own wishes.

    Args:
        mentee: of any class of mentees.
        mentors: ids.

    >>> from nastavnik import Mentee, Pupil
    >>> one = banned(Mentee(Pupil("b"), choices={"a"}), {"a"})
    >>> sorted(one.choices), sorted(one.bans)
    (['a'], ['a'])
    """
    same = copy(mentee)
    object.__setattr__(same, "bans", mentee.bans | mentors)  # past the check of one record
    return same


def with_changes(role: RoleT, **changes: Any) -> RoleT:
    """Return a mentor or a mentee with some fields changed, checked as always; bans of the round stay as they are.

    Args:
        role: whoever is changed.
        changes: the new values by the name of the field, none of wishes or bans.

    Raises:
        InvalidInputError: when a value is none that the field takes.

    >>> from nastavnik import Mentee, Pupil
    >>> one = banned(Mentee(Pupil("b"), choices={"a"}), {"a"})
    >>> sorted(with_changes(one, agreed=True).bans)
    ['a']
    """
    if not isinstance(role, Mentee) or role.choices.isdisjoint(role.bans):
        return evolve(role, **changes)
    wished = role.choices & role.bans
    return banned(evolve(role, bans=role.bans - wished, **changes), wished)
