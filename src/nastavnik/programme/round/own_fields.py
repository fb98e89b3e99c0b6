"""Fields of one's own that the rules look at and nobody of a round has: most likely a column of another name."""

from collections.abc import Iterator
from typing import Final

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Text
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.own_fields import own_fields_read
from nastavnik.people.columns import Facts
from nastavnik.people.fields import EXTRA
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort

__all__ = ["check_own_fields", "faults_of_own_fields"]

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
    mentor, mentee = mentors.role(0), mentees.role(0)
    assert isinstance(mentor, Mentor)
    assert isinstance(mentee, Mentee)
    for rule, side, name in own_fields_read(methodology, mentor, mentee):
        if name in there[side]:
            continue
        known = sorted(there[side] or there["mentee"] | there["mentor"])
        yield Fault(
            "no-such-extra",
            advice=nearest(name, known),
            value=name,
            rule=rule,
            role=_SIDES[side],
            known=known or PLACES["none"],
        )


def check_own_fields(methodology: Methodology, cohort: Cohort) -> None:
    """Check that somebody has each field of one's own that a rule reads.

    Raises:
        InvalidInputError: with every field that nobody has.

    >>> from nastavnik import TARGET_MODEL
    >>> check_own_fields(TARGET_MODEL, Cohort(mentees=[], mentors=[]))
    """
    faults = list(faults_of_own_fields(methodology, cohort.mentee_facts, cohort.mentor_facts))
    if faults:
        raise InvalidInputError(faults)


def _names(facts: Facts) -> set[str]:
    every = facts.field(("person", EXTRA))
    return {name for code in set(every.codes.tolist()) for name in every.values[code] or ()}
