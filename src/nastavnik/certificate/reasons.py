"""Checks that the reason of everybody left out is true."""

import numpy as np
from numpy.typing import NDArray

from nastavnik.candidates import Candidates
from nastavnik.errors import CertificateError
from nastavnik.plan import MatchingPlan, Unmatched
from nastavnik.reasons import CrowdedOut, obstacles_of

__all__ = ["check_reasons"]


def check_reasons(plan: MatchingPlan, found: Candidates) -> None:
    """Check that whoever has no admissible mentor has the obstacles stated, and all others a crowd too large.

    Raises:
        CertificateError: naming the first thing that is wrong.
    """
    place = {name: at for at, name in enumerate(found.mentees.ids)}
    left_out = np.array([place[left.mentee] for left in plan.unmatched], dtype=np.intp)
    somewhere = _reaches_anybody(found, left_out)
    nowhere = [left for left, some in zip(plan.unmatched, somewhere, strict=True) if not some]
    alone = np.array([place[left.mentee] for left in nowhere], dtype=np.intp)
    truth = dict(obstacles_of(found, alone))
    for left in nowhere:
        if left.reason != truth[place[left.mentee]]:
            raise CertificateError(f"mentee {left.mentee!r}: the obstacles are not as stated")
    helpless = frozenset(left.mentee for left in nowhere)
    checked: dict[int, frozenset[str]] = {}
    for left, some in zip(plan.unmatched, somewhere, strict=True):
        if some:
            _check_crowd(left, found, place, checked, helpless)


def _reaches_anybody(found: Candidates, mentees: NDArray[np.intp]) -> list[bool]:
    """Return for each of these mentees whether any mentor is admissible."""
    numbers = found.rows.number[mentees]
    able = found.reach(_classes(numbers), np.arange(found.columns.sizes.size))
    return [bool(one) for one in able[numbers]]


def _check_crowd(
    left: Unmatched,
    found: Candidates,
    place: dict[str, int],
    checked: dict[int, frozenset[str]],
    helpless: frozenset[str],
) -> None:
    """Check that those named can go nowhere else and are more than the places; a shared crowd once."""
    crowd, who = left.reason, f"mentee {left.mentee!r}"
    if not isinstance(crowd, CrowdedOut):
        raise CertificateError(f"{who}: has admissible mentors, and the reason says none")
    known = id(crowd) in checked
    members = checked[id(crowd)] if known else frozenset(crowd.mentees)
    checked[id(crowd)] = members
    if left.mentee not in members:
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    if known:
        return
    for listed in (crowd.mentees, crowd.mentors):
        if list(listed) != sorted(set(listed)):
            raise CertificateError(f"{who}: the ids of the reason must ascend, each once")
    if not members <= place.keys():
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    if members & helpless:
        raise CertificateError(
            f"{who}: somebody named in the crowd has no admissible mentor at all"
        )
    mentors = frozenset(crowd.mentors)
    members_at = [place[name] for name in crowd.mentees]
    mentor_at = {name: at for at, name in enumerate(found.mentors.ids)}
    if not mentors <= mentor_at.keys() or _elsewhere(found, members_at, mentors):
        raise CertificateError(f"{who}: the mentors competed for are not as stated")
    at = [mentor_at[name] for name in crowd.mentors]
    places = int(found.capacities[at].sum())
    taken = int(found.taken[at].sum())
    if (crowd.places, crowd.locked) != (places, taken) or len(crowd.mentees) <= places:
        raise CertificateError(f"{who}: the places do not run out as stated")


def _elsewhere(found: Candidates, crowd: list[int], mentors: frozenset[str]) -> bool:
    """Return whether somebody of the crowd may be paired with a mentor who is not named."""
    others = [at for at, name in enumerate(found.mentors.ids) if name not in mentors]
    rows, columns = found.rows.number[crowd], found.columns.number[others]
    return bool(found.reach(_classes(rows), _classes(columns)).any())


def _classes(numbers: NDArray[np.int64]) -> NDArray[np.intp]:
    return np.unique(numbers[numbers >= 0])
