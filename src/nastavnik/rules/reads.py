"""What a rule looks at, as far as it can be told without asking it of everybody."""

from typing import Final

from attrs import define, frozen

from nastavnik.basics.remembered import Remembered
from nastavnik.people.columns import Path
from nastavnik.rules.base import Rule
from nastavnik.rules.columns.cells import Key

__all__ = ["LOOKED", "Kinds", "Looked", "Looks", "Reads"]

Looks = tuple[tuple[int, Path], ...]
"""The facts at which a rule looks, each of a side: 0 for mentees, 1 for mentors."""

Kinds = tuple[object, ...]
"""Of what kinds the columns of these facts are."""


@frozen
class Reads:
    """What a rule looks at.

    Whoever agrees in these facts, and is not singled out, is alike for the rule.

    Args:
        mentor: ways to the facts of mentors that it compares or counts, without ids.
        mentee: the same of mentees.
        singled: ids of people whom it looks at by name, for they are chosen, refused, in both roles …
        keys: pairs of a mentor's and a mentee's fact; it holds for no pair of which these two are not
            known and equal, as ``==`` says.
        by_person: whether it cannot run on columns, so that nobody is like anybody for it.
    """

    mentor: frozenset[Path] = frozenset()
    mentee: frozenset[Path] = frozenset()
    singled: frozenset[str] = frozenset()
    keys: tuple[Key, ...] = ()
    by_person: bool = False


@define
class Looked:
    """At what a rule looks, where the columns are of certain kinds.

    Args:
        looks: the facts.
        kinds: of what kinds their columns are, None where that cannot be told.
        reads: what it reads.
        by_name: whether it looks at people by name, so that what it reads is another in every round.
        agreed: whether it was seen to say the same of pairs and of all.
    """

    looks: Looks
    kinds: Kinds | None
    reads: Reads
    by_name: bool
    agreed: bool = False


def _nothing(_: Rule) -> list[Looked]:
    return []


LOOKED: Final = Remembered(_nothing)
"""For each rule what was found out in rounds before."""
