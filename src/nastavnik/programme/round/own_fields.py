"""Fields of one's own that the rules look at and nobody of a round has: most likely a column of another name."""

from collections.abc import Iterator
from typing import Any, Final

from nastavnik.basics.errors import Fault, NastavnikError, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Text
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import Facts
from nastavnik.people.fields import EXTRA, is_of_extra
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.verdict import judge, points_of
from nastavnik.rules.views import Trace

__all__ = ["faults_of_own_fields"]

_SIDES: Final = {
    "mentee": Text(en="mentee", ru="наставляемого"),
    "mentor": Text(en="mentor", ru="наставника"),
}
"""The two sides, as the sentence needs them."""


def faults_of_own_fields(
    methodology: Methodology, mentees: Facts, mentors: Facts
) -> Iterator[Fault]:
    """Yield each field of one's own that a rule reads of one side, and nobody there has.

    Where there is nobody on a side, nothing can be said. What a rule reads is seen when it is asked of two people.

    Args:
        methodology: the rules.
        mentees: facts of all mentees.
        mentors: facts of all mentors.
    """
    if not len(mentees) or not len(mentors):
        return
    sides = dict(zip(_SIDES, (mentees, mentors), strict=True))
    there = {side: _names(facts) for side, facts in sides.items()}
    two = mentors.role(0), mentees.role(0)
    told: set[tuple[str, str, str]] = set()
    for rule in _each_once(methodology):
        for side, name in _read(rule, *two):
            if name in there[side] or (rule.id, side, name) in told:
                continue
            told.add((rule.id, side, name))
            known = sorted(there[side] or there["mentee"] | there["mentor"])
            yield Fault(
                "no-such-extra",
                advice=nearest(name, known),
                value=name,
                rule=rule.id,
                role=_SIDES[side],
                known=known or PLACES["none"],
            )


def _names(facts: Facts) -> set[str]:
    every = facts.field(("person", EXTRA))
    return {name for code in set(every.codes.tolist()) for name in every.values[code] or ()}


def _each_once(methodology: Methodology) -> Iterator[Requirement | Preference]:
    seen: set[str] = set()
    for form, role_model in methodology.ways:
        for rule in (
            *methodology.requirements_of(form, role_model),
            *methodology.preferences_of(form, role_model),
        ):
            if rule.id not in seen:
                seen.add(rule.id)
                yield rule


def _read(rule: Requirement | Preference, mentor: Any, mentee: Any) -> list[tuple[str, str]]:
    """Return the fields of one's own that a rule reads, each with the side; a rule that fails is told elsewhere."""
    trace = Trace()
    try:
        if isinstance(rule, Requirement):
            judge(rule, mentor, mentee, trace=trace)
        else:
            points_of(rule, mentor, mentee, trace=trace)
    except NastavnikError:
        return []
    ways = [field.split(".") for field in sorted(trace.fields)]
    return [(way[0], way[way.index(EXTRA) + 1]) for way in ways if is_of_extra(way)]
