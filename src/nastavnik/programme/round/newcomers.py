"""Mentors who are not in the round yet: so many like a profile, as advice speaks of them and the checker counts."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import evolve

from nastavnik.basics.words import compared
from nastavnik.people.records import Mentor
from nastavnik.people.times import common_times
from nastavnik.programme.round.statements import stated

__all__ = ["newcomers", "nobody_like", "unshared"]

_WORDS: Final = (
    "person.organisation",
    "person.place",
    "person.languages",
    "person.interests",
    "person.subjects",
    "subjects",
)
"""Statements whose words people spell in many ways."""


def unshared(profile: Mentor, mentors: Iterable[Mentor]) -> tuple[str, ...]:
    """Return the ways to those statements of a profile of which no mentor states any: a slip, perhaps.

    >>> from nastavnik import Pupil
    >>> ada = Mentor(Pupil("ada", organisation="Школа 5", slots={"вт 15:00"}))
    >>> unshared(Mentor(Pupil("new", organisation="школа № 5", slots={"после уроков"})), [ada])
    ('person.slots',)
    """
    everybody = list(mentors)
    found = [
        path
        for path in _WORDS
        if (words := _words(stated(profile, path)))
        and not any(words & _words(stated(other, path)) for other in everybody)
    ]
    slots = profile.person.slots
    if slots and not any(common_times(slots, other.person.slots) for other in everybody):
        found.append("person.slots")
    return tuple(found)


def _words(value: Any) -> set[str]:
    if value is None:
        return set()
    return {compared(value)} if isinstance(value, str) else set(map(compared, value))


def newcomers(profile: Mentor, count: int) -> list[Mentor]:
    """Return so many mentors like a profile: with its id, and with ``-2``, ``-3`` and so on behind it.

    >>> from nastavnik import Pupil
    >>> [mentor.id for mentor in newcomers(Mentor(Pupil("new")), 3)]
    ['new', 'new-2', 'new-3']
    """
    return [profile, *(_alike(profile, f"{profile.id}-{k}") for k in range(2, count + 1))]


def nobody_like(profile: Mentor) -> Mentor:
    """Return what a mentor is like, the same for all who differ in id and display name alone."""
    return _alike(profile, "anybody")


def _alike(profile: Mentor, name: str) -> Mentor:
    return evolve(profile, person=evolve(profile.person, id=name, name=None))
