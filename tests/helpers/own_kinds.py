"""Kinds of people of one's own, with facts that nobody else has."""

import enum
from typing import Any

from attrs import frozen

from nastavnik.people import Mentor, Person, Pupil


class Level(enum.Enum):
    """A choice of one's own."""

    NEW = "new"
    OLD = "old"


@frozen(kw_only=True, repr=False)
class OwnPupil(Pupil):
    """A kind of pupil of one's own, with facts that other pupils do not have."""

    rating: Any = None
    level: Level | None = None
    clubs: frozenset[str] | None = None
    wins: frozenset[int] = frozenset()
    keen: bool | None = None
    points: Any = None
    friends: frozenset[str] | None = None
    deputy: Person | None = None

    @property
    def broken(self) -> int:
        """Fail as a property may."""
        return self.nonsense  # type: ignore[attr-defined,no-any-return]


@frozen(kw_only=True, repr=False)
class OwnMentor(Mentor):
    """A kind of mentor of one's own."""

    patience: int | None = None
