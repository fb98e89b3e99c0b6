"""Crowds of those who hold the places, held against a way of placing people that is not the library's."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import pytest

from nastavnik import MatchingPlan
from nastavnik.programme.evidence.reasons import CrowdedOut


def placed(
    mentees: Sequence[str], places: Mapping[str, int], fitting: AbstractSet[tuple[str, str]]
) -> int:
    """Return how many of these mentees can get a place, by Kuhn's way: whoever stands in the way is moved."""
    held: dict[str, list[str]] = {mentor: [] for mentor in places}

    def place(mentee: str, asked: set[str]) -> bool:
        for mentor in sorted(held.keys() - asked):
            if (mentor, mentee) not in fitting or mentor in asked:
                continue
            asked.add(mentor)
            if len(held[mentor]) < places[mentor]:
                held[mentor].append(mentee)
                return True
            for other in held[mentor]:
                if place(other, asked):
                    held[mentor].remove(other)
                    held[mentor].append(mentee)
                    return True
        return False

    return sum(place(mentee, set()) for mentee in mentees)


def check_crowds(
    plan: MatchingPlan, fitting: AbstractSet[tuple[str, str]], *, minimal: bool = True
) -> int:
    """Hold every crowd of a plan against the pairs that may be formed, and return how many there are.

    Args:
        plan: the plan.
        fitting: mentor and mentee of every admissible pair.
        minimal: whether all crowds must be minimal.
    """
    taken = Counter(lock.mentor for lock in plan.locks)
    locked = {lock.mentee for lock in plan.locks}
    found = 0
    for left in plan.unmatched:
        crowd = left.reason
        if not isinstance(crowd, CrowdedOut):
            assert not any(mentee == left.mentee for _, mentee in fitting)
            continue
        found += 1
        places = {mentor: plan.places[mentor] - taken[mentor] for mentor in crowd.mentors}
        assert crowd.places == sum(places.values()) == len(crowd.mentees)
        assert crowd.locked == sum(taken[mentor] for mentor in crowd.mentors)
        holders = {p.mentee for p in plan.pairs if p.mentor in places and p.mentee not in locked}
        assert crowd.mentees == tuple(sorted(holders))
        everybody = [left.mentee, *crowd.mentees]
        assert {mentor for mentor, mentee in fitting if mentee in everybody} <= set(crowd.mentors)
        assert placed(everybody, places, fitting) == crowd.places
        assert crowd.minimal or not minimal
        if crowd.minimal:
            for one in everybody:
                others = [mentee for mentee in everybody if mentee != one]
                assert placed(others, places, fitting) == crowd.places, one
            for mentor in crowd.mentors:
                assert any((mentor, mentee) in fitting for mentee in everybody)
    by_value = {left.reason for left in plan.unmatched if isinstance(left.reason, CrowdedOut)}
    by_identity = {id(u.reason) for u in plan.unmatched if isinstance(u.reason, CrowdedOut)}
    assert len(by_identity) == len(by_value), "equal crowds are one value"
    return found


def name_crowds_as_a_whole(patch: pytest.MonkeyPatch) -> None:
    """Let all who compete be named in a crowd, as where too much would have to be looked at."""
    patch.setattr("nastavnik.matching.reasons.crowds._MOST_WALKED", 0)
