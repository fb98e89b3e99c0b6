"""Whom to look for: mentors like those there are, but for one or two statements, who could take those left out.

What is changed in a mentor are statements that a mentee makes as well, such as free times or a subject: a mentor who
says what the mentee needs. A free time or a language that no mentor of the round has is not advised, for it may be a
slip; of a school, a place or a subject that no mentor states the advice says so. Who of those left out could then be
paired is asked of the rules; the profiles that serve most of them come first, each with those whom the ones before do
not serve.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import inf
from typing import Any, Final

import attrs
import numpy as np
from attrs import evolve
from numpy.typing import NDArray

from nastavnik.basics.words import compared
from nastavnik.matching.candidates.forms import forms_of
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import RoleFacts
from nastavnik.people.records import Mentee, Mentor
from nastavnik.people.times import common_times
from nastavnik.programme.round.cohort import Cohort
from nastavnik.rules.evaluation import judge

__all__ = ["profiles_wanted"]

_OF_PERSON: Final = ("organisation", "place", "slots", "languages", "interests", "subjects")
_OF_ROLE: Final = ("subjects", "tasks")

_MOST_LEFT: Final = 50
"""Mentees without a mentor who are looked at, in the order of their ids; the profiles of some serve others."""

_MOST_LOOKED_AT: Final = 10
"""Mentees of a profile for whom it is asked which of its statements are needed."""

_MOST_PROFILES: Final = 20_000
"""Profiles that are asked of the rules."""

Bools = NDArray[np.bool_]


def profiles_wanted(
    cohort: Cohort, methodology: Methodology, left: Sequence[str], *, most: int
) -> list[Mentor]:
    """Return profiles of mentors who could take mentees that are left out.

    Args:
        cohort: everyone of the round.
        methodology: the rules.
        left: ids of mentees without a mentor.
        most: how many profiles at most.

    Returns:
        Mentors with one place and new ids, ``new-1`` and so on; what serves most mentees first. [] where nobody is
        left out, or no such change would help.
    """
    mentees = [cohort.mentee(name) for name in left[:_MOST_LEFT]]
    bases = list(dict.fromkeys(_nobody_else(one) for one in cohort.mentors))
    if not mentees or not bases:
        return []
    known = _Known(cohort.mentors)
    profiles: list[Mentor] = []
    serves = np.zeros((0, len(mentees)), dtype=np.bool_)
    for changes in (1, 2):
        served: Bools = np.any(serves, axis=0)
        unserved = [two for at, two in enumerate(mentees) if not served[at]]
        more = list(_changed(bases, unserved, changes, known))
        profiles += more
        serves = np.concatenate([serves, _admitted(more, mentees, methodology)])
    names = _new_names({*cohort.mentor_facts.ids, *cohort.mentee_facts.ids})
    found = []
    for at in _cover(serves, most):
        of_it = [mentees[k] for k in np.flatnonzero(serves[at])[:_MOST_LOOKED_AT].tolist()]
        bare = _bare(profiles[at], of_it, methodology)
        found.append(evolve(bare, person=evolve(bare.person, id=next(names))))
    return found


def _nobody_else(mentor: Mentor) -> Mentor:
    """Return what a mentor is like, and nothing of who it is or whom they wish for."""
    fresh: dict[str, Any] = {"capacity": 1, "minimum": 0}
    fresh |= dict.fromkeys(("choices", "refusals"), frozenset())
    return evolve(mentor, person=evolve(mentor.person, id="new", name=None), **fresh)


class _Known:
    """What mentors of the round state of what is spelled in many ways; what nobody else states may be a slip."""

    def __init__(self, mentors: Sequence[Mentor]) -> None:
        self._slots = {one.person.slots for one in mentors if one.person.slots}
        languages = (one.person.languages or () for one in mentors)
        self._languages = {compared(word) for words in languages for word in words}

    def of(self, name: str, value: Any) -> Any:
        """Return a statement without what no mentor states; None where nothing is left of it."""
        if name == "slots":
            return frozenset(slot for slot in value if self._is_met(slot)) or None
        if name == "languages":
            return frozenset(one for one in value if compared(one) in self._languages) or None
        return value

    def _is_met(self, slot: str) -> bool:
        return any(common_times({slot}, others) for others in self._slots)


def _changed(
    bases: Sequence[Mentor], mentees: Iterable[Mentee], changes: int, known: _Known
) -> Iterator[Mentor]:
    """Yield mentors who say in so many statements what a mentee says, each once."""
    met: set[Mentor] = set()
    for mentee in mentees:
        for base in bases:
            for some in combinations(_differing(base, mentee, known), changes):
                of_role = {name: value for whose, name, value in some if whose == "role"}
                of_person = {name: value for whose, name, value in some if whose == "person"}
                profile = evolve(base, person=evolve(base.person, **of_person), **of_role)
                if len(met) < _MOST_PROFILES and profile not in met:
                    met.add(profile)
                    yield profile


def _differing(mentor: Mentor, mentee: Mentee, known: _Known) -> list[tuple[str, str, Any]]:
    """Return what a mentee states and a mentor states otherwise, or not at all."""
    sides: Mapping[str, tuple[Any, Any, Sequence[str]]] = {
        "person": (mentor.person, mentee.person, _OF_PERSON),
        "role": (mentor, mentee, _OF_ROLE),
    }
    return [
        (whose, name, wanted)
        for whose, (one, two, names) in sides.items()
        for name in names
        if name in attrs.fields_dict(type(one))
        and getattr(two, name, None)
        and (wanted := known.of(name, getattr(two, name)))
        and wanted != getattr(one, name)
    ]


def _admitted(
    profiles: Sequence[Mentor], mentees: Sequence[Mentee], methodology: Methodology
) -> Bools:
    """Return which profile could be paired with which mentee, shape (profiles, mentees)."""
    able = np.zeros((len(profiles), len(mentees)), dtype=np.bool_)
    if not profiles:
        return able
    facts = RoleFacts(mentees, side="mentee"), RoleFacts(profiles, side="mentor")
    for form in forms_of(methodology, *facts):
        rows, columns = np.arange(form.rows.size), np.arange(form.columns.size)
        if rows.size and columns.size:
            able[np.ix_(form.columns, form.rows)] |= form.admits(rows, columns).T
    return able


def _bare(profile: Mentor, mentees: Sequence[Mentee], methodology: Methodology) -> Mentor:
    """Return a profile without the statements that it does not need to serve some mentees.

    A statement is needed as well when a rule would let the pair pass only because nothing is known.
    """
    before = [_guessed(profile, mentee, methodology) for mentee in mentees]
    for owner in ("person", "role"):
        whole = profile.person if owner == "person" else profile
        for attribute in attrs.fields(type(whole)):
            if attribute.default is attrs.NOTHING or attribute.name == "person":
                continue
            default: Any = attribute.default
            if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
                default = default.factory()
            less = {attribute.name: default}
            fewer = (
                evolve(profile, person=evolve(profile.person, **less))
                if owner == "person"
                else evolve(profile, **less)
            )
            guessed = (_guessed(fewer, mentee, methodology) for mentee in mentees)
            if all(now <= then for now, then in zip(guessed, before, strict=True)):
                profile = fewer
    return profile


def _guessed(mentor: Mentor, mentee: Mentee, methodology: Methodology) -> float:
    """Return how many rules a pair passes by unknown facts, in the way in which it is fewest; ∞ where there is none."""
    least = inf
    for form, role_model in methodology.ways:
        joined = form.mentor_position, form.mentee_position
        if joined != (mentor.person.position, mentee.person.position):
            continue
        rules = methodology.requirements_of(form, role_model)
        verdicts = [judge(rule, mentor, mentee) for rule in rules]
        if all(verdict.holds for verdict in verdicts):
            least = min(least, sum(not verdict.decided for verdict in verdicts))
    return least


def _cover(serves: Bools, most: int) -> Iterator[int]:
    """Yield the profile that serves most mentees, then the one that serves most of the others, and so on."""
    left = np.ones(serves.shape[1], dtype=np.bool_)
    for _ in range(most):
        counts = (serves & left).sum(axis=1)
        if not counts.size or not counts.max():
            return
        at = int(counts.argmax())
        yield at
        left &= ~serves[at]


def _new_names(taken: set[str]) -> Iterator[str]:
    number = 1
    while True:
        if f"new-{number}" not in taken:
            yield f"new-{number}"
        number += 1
