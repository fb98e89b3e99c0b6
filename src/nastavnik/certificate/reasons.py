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
    checked: dict[int, frozenset[str]] = {}
    for left, some in zip(plan.unmatched, somewhere, strict=True):
        if some:
            _check_crowd(left, plan, found, place, checked)


def _reaches_anybody(found: Candidates, mentees: NDArray[np.intp]) -> list[bool]:
    """Return for each of these mentees whether any mentor is admissible."""
    classes = np.unique(found.rows.number[mentees])
    able, _ = found.reach(classes[classes >= 0])
    return [bool(one) for one in able[found.rows.number[mentees]]]


def _check_crowd(
    left: Unmatched,
    plan: MatchingPlan,
    found: Candidates,
    place: dict[str, int],
    checked: dict[int, frozenset[str]],
) -> None:
    """Check that those named can go nowhere else and are more than the places; a shared crowd once."""
    crowd, who = left.reason, f"mentee {left.mentee!r}"
    if not isinstance(crowd, CrowdedOut):
        raise CertificateError(f"{who}: has admissible mentors, and the reason says none")
    known = id(crowd) in checked
    members = checked.setdefault(id(crowd), frozenset(crowd.mentees))
    if left.mentee not in members:
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    if known:
        return
    for listed in (crowd.mentees, crowd.mentors):
        if list(listed) != sorted(set(listed)):
            raise CertificateError(f"{who}: the ids of the reason must ascend, each once")
    if not members <= place.keys():
        raise CertificateError(f"{who}: the competing mentees are not as stated")
    names = _reached(found, [place[name] for name in crowd.mentees], who)
    if not names <= set(crowd.mentors) or not set(crowd.mentors) <= plan.places.keys():
        raise CertificateError(f"{who}: the mentors competed for are not as stated")
    places = sum(plan.places[name] for name in crowd.mentors)
    if crowd.places != places or len(crowd.mentees) <= places:
        raise CertificateError(f"{who}: the places do not run out as stated")


def _reached(found: Candidates, crowd: list[int], who: str) -> set[str]:
    """Return all mentors who are admissible for somebody of the crowd; each must have one."""
    of_crowd = found.rows.number[crowd]
    able, met = found.reach(np.unique(of_crowd[of_crowd >= 0]))
    if not able[of_crowd].all():
        raise CertificateError(
            f"{who}: somebody named in the crowd has no admissible mentor at all"
        )
    return {found.mentors.ids[at] for at in np.flatnonzero(met[found.columns.number]).tolist()}
