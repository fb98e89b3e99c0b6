"""Which spellings are probably one thing: a school under two names, as two tables have it."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve, frozen

from nastavnik.basics.words import compared, nearly_alike
from nastavnik.programme.round.cohort import Cohort

__all__ = ["SPELLED", "AlikeSpellings", "Spelled", "respelled"]

SPELLED = ("organisation", "place")
"""Fields of a person of which two spellings may be one thing."""


@frozen(kw_only=True)
class Spelled:
    """Spellings that are probably one thing.

    Args:
        path: where they stand, ``"person.organisation"`` or ``"person.place"``.
        values: the spellings; the first is put in the place of the others.
    """

    path: str
    values: tuple[str, ...]


def respelled(cohort: Cohort, spelled: Spelled) -> Cohort:
    """Return a round in which some spellings are one.

    Args:
        cohort: the people; it is not changed.
        spelled: where and which.

    >>> from nastavnik import Mentor, Pupil
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", organisation="СОШ №12"))], mentees=[])
    >>> one = Spelled(path="person.organisation", values=("МБОУ СОШ № 12", "СОШ №12"))
    >>> respelled(cohort, one).mentor("a").person.organisation
    'МБОУ СОШ № 12'
    """
    name = spelled.path.removeprefix("person.")

    def changed(role: Any) -> Any:
        if getattr(role.person, name) not in spelled.values[1:]:
            return role
        return evolve(role, person=evolve(role.person, **{name: spelled.values[0]}))

    return Cohort(mentees=map(changed, cohort.mentees), mentors=map(changed, cohort.mentors))


class AlikeSpellings:
    """Spellings of one field, in groups that are probably one thing.

    Args:
        values: every spelling that occurs; None is unknown.

    Attributes:
        groups: the spellings of each thing that has several.

    >>> names = AlikeSpellings(["МБОУ СОШ № 12", "СОШ №12", "Лицей 3", None])
    >>> names.probably_one("СОШ №12", "МБОУ СОШ № 12"), names.probably_one("Лицей 3", "СОШ №12")
    (True, False)
    >>> names.probably_one(None, None)
    False
    """

    def __init__(self, values: Iterable[str | None]) -> None:
        words = list(dict.fromkeys(value for value in values if value is not None))
        self.groups = nearly_alike(words)
        self._number = {
            compared(value): number for number, group in enumerate(self.groups) for value in group
        }

    def number(self, value: str | None) -> int:
        """Return a number that all spellings of one thing share; −1 for unknown."""
        if value is None:
            return -1
        word = compared(value)
        return self._number.setdefault(word, len(self._number))

    def probably_one(self, one: str | None, other: str | None) -> bool:
        """Return whether both are known, and one word or nearly alike."""
        return self.number(one) == self.number(other) >= 0
