"""Options whose value names two people as ``MENTOR=MENTEE``.

Ids may contain ``=``. So a value is cut at the ``=`` that has a mentor's id before it and a mentee's behind; where
several cuts fit, a tab, which no id contains, says which.
"""

from collections.abc import Collection, Iterable
from typing import Final

from attrs import frozen

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.validators import LONGEST_ID

__all__ = ["Everybody", "nobody", "pairs_among", "pairs_named"]

_TAB: Final = "\t"

_LONGEST_PAIR: Final = 3 * LONGEST_ID
"""Characters of two ids, with more than enough for what stands between them."""

_Pair = tuple[str, str]
"""Ids of a mentor and a mentee."""


@frozen(kw_only=True)
class Everybody:
    """Whom the options of one call may name.

    Args:
        mentors: ids of the mentors there are and of those who come.
        mentees: the same of mentees.
        left: ids of those who go and do not come back.
        complete: whether it is known who comes, so that another id is a fault.
    """

    mentors: Collection[str]
    mentees: Collection[str]
    left: frozenset[str]
    complete: bool


def pairs_named(
    option: str, values: Iterable[str], everybody: Everybody
) -> tuple[list[_Pair], list[Fault]]:
    """Return the pairs that an option names, and what is wrong with it."""
    pairs: list[_Pair] = []
    faults: list[Fault] = []
    mentors, mentees = everybody.mentors, everybody.mentees
    for value in values:
        cuts = _cuts(value)
        fitting = [cut for cut in cuts if cut[0] in mentors and cut[1] in mentees]
        if not cuts:
            faults.append(Fault("not-a-pair", field=option, value=value))
        elif len(fitting) > 1:
            faults.append(Fault("several-pairs", field=option, value=value))
        elif fitting:
            away = everybody.left.intersection(fitting[0])
            faults += [
                Fault("given-both-ways", field=option, value=name, other="--remove")
                for name in sorted(away)
            ]
            if not away:
                pairs.append(fitting[0])
        elif swapped := _swapped(option, value, mentors, mentees):
            faults.append(swapped)
        elif everybody.complete:
            faults += _strangers(option, cuts, mentors, mentees)
    return pairs, faults


def pairs_among(
    option: str, values: Iterable[str], known: Collection[_Pair]
) -> tuple[list[_Pair], list[Fault]]:
    """Return those of known pairs that an option names, and what is wrong with it."""
    pairs: list[_Pair] = []
    faults: list[Fault] = []
    shown = {f"{mentor}={mentee}" for mentor, mentee in known}
    for value in values:
        fitting = [cut for cut in _cuts(value) if cut in known]
        if len(fitting) == 1:
            pairs.append(fitting[0])
        elif fitting:
            faults.append(Fault("several-pairs", field=option, value=value))
        else:
            advice = nearest(value, shown)
            none = shown or PLACES["none"]
            faults.append(Fault("not-banned", field=option, value=value, known=none, advice=advice))
    return pairs, faults


def _cuts(value: str) -> list[_Pair]:
    """Return every way to cut a value in two, at a tab if there is one; an id has no spaces at its ends."""
    if len(value) > _LONGEST_PAIR:
        return []
    separator = _TAB if _TAB in value else "="
    cuts = [
        (value[:at].strip(), value[at + 1 :].strip())
        for at, character in enumerate(value)
        if character == separator
    ]
    return [cut for cut in cuts if all(cut)]


def _swapped(
    option: str, value: str, mentors: Collection[str], mentees: Collection[str]
) -> Fault | None:
    for mentor, mentee in _cuts(value):
        if mentor in mentees and mentee in mentors:
            advice = f"{mentee}={mentor}"
            return Fault("swapped-pair", field=option, value=value, advice=advice)
    return None


def _strangers(
    option: str, cuts: Iterable[_Pair], mentors: Collection[str], mentees: Collection[str]
) -> Iterable[Fault]:
    """Yield who is not known of a pair, cut where most of it is."""
    mentor, mentee = max(cuts, key=lambda cut: (cut[0] in mentors) + (cut[1] in mentees))
    if mentor not in mentors:
        yield nobody(option, "mentor", mentor, mentors)
    if mentee not in mentees:
        yield nobody(option, "mentee", mentee, mentees)


def nobody(option: str, kind: str | None, name: str, known: Collection[str]) -> Fault:
    """Return the fault of an id that nobody has.

    Args:
        option: what it was given for.
        kind: ``"mentor"`` or ``"mentee"``, or None where either would do.
        name: the id, or what was taken for one.
        known: ids that would do.
    """
    if len(name.split()) > 1:  # most likely somebody's name, which no message may show
        return Fault("name-for-id", field=option)
    advice = nearest(name, known)
    if kind is None:
        return Fault("unknown-person", field=option, value=name, advice=advice)
    return Fault("names-nobody", field=option, value=name, role=PLACES[kind], advice=advice)
