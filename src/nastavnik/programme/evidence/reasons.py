"""Why somebody is left out: records of ids, rules and numbers, each of which can be checked.

Two reasons exist. Either no mentor was admissible; then each requirement that failed is named, with the number of
mentors for whom it alone stood in the way: take it out, and exactly so many become admissible. Or there were admissible
mentors, and all their places are held by mentees who could go nowhere else either: with the one left out, one more than
the places.
"""

from typing import Final

from attrs import frozen

__all__ = [
    "MOST_ELSEWHERE",
    "MOST_PAIRS_ELSEWHERE",
    "CrowdedOut",
    "Elsewhere",
    "NoAdmissibleMentor",
    "Obstacle",
    "Reason",
]

MOST_ELSEWHERE: Final = 5
"""Schools and the like that one reason names; of further ones it counts the mentors."""

MOST_PAIRS_ELSEWHERE: Final = 1 << 20
"""Mentees times mentors of a round up to which all schools are looked at for a reason; in a larger one those alone
whose name is nearly alike that of the mentee's own."""


@frozen(kw_only=True)
class Obstacle:
    """A requirement that failed for a mentee.

    Args:
        rule: id of the requirement.
        failed: number of mentors with whom it failed under at least one role model.
        alone: number of mentors with whom, under some role model, nothing else failed: without this
            requirement they would be admissible.
        decisive: it looks at the mentee alone and failed under every role model of every form, so
            that no mentor whatever could help before it is dealt with.
        unknown: number of mentors with whom, under some role model, it failed only because a fact is
            not known.
    """

    rule: str
    failed: int
    alone: int
    decisive: bool
    unknown: int


@frozen(kw_only=True)
class Elsewhere:
    """Mentors whom one requirement of equality alone keeps away, such as those of another school.

    Args:
        rule: id of the requirement.
        value: what they state, in the spelling of the first of them; None where they have not stated it.
        count: number of mentors with whom, under some role model, nothing else failed.
        alike: nearly the mentee's own value, so that it is probably another spelling of the same.
    """

    rule: str
    value: str | None
    count: int
    alike: bool = False


@frozen(kw_only=True)
class NoAdmissibleMentor:
    """No mentor may be paired with the mentee.

    Args:
        considered: mentors whom a form joins with the mentee's position and no requirement of equality parts
            from them, such as those of their school; where there are none, all of that position; may be 0.
        obstacles: what failed, first what alone kept away most mentors.
        elsewhere: mentors whom a requirement of equality alone parts from the mentee, value by value: first what is
            probably another spelling, then the most; at most `MOST_ELSEWHERE`.
        besides: number of such mentors with further values.
    """

    considered: int
    obstacles: tuple[Obstacle, ...]
    elsewhere: tuple[Elsewhere, ...] = ()
    besides: int = 0


@frozen(kw_only=True, cache_hash=True)
class CrowdedOut:
    """The mentee has admissible mentors, and places ran out.

    The mentors named are all that may be given to the mentee concerned and to those who hold their places.
    All these places are taken by locks or held by the mentees named, who may go to none but these mentors
    either. With the mentee concerned they are one more than the places, so under every plan that keeps
    the locks one of them stays without a mentor. All whom the same mentors keep out share one value.

    Args:
        mentees: ids of those who hold the places, ascending; the mentee concerned is not among them.
        mentors: ids, ascending.
        places: places of these mentors together that no lock takes; as many as mentees.
        locked: places of these mentors that locks take.
        minimal: without any one of them, the mentee concerned or a holder, all the others could be
            placed; False where too much would have to be looked at to find so few.
        elsewhere: mentors whom a requirement of equality alone parts from anybody whom these places concern, from the
            holders or from those kept out; as in `NoAdmissibleMentor`.
        besides: number of such mentors with further values.
    """

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    places: int
    locked: int = 0
    minimal: bool = True
    elsewhere: tuple[Elsewhere, ...] = ()
    besides: int = 0


Reason = NoAdmissibleMentor | CrowdedOut
"""Why a mentee is unmatched."""
