"""Mentors who are not in the round yet: so many like a profile, as advice speaks of them and the checker counts."""

from attrs import evolve

from nastavnik.people.records import Mentor

__all__ = ["newcomers", "nobody_like"]


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
