"""Of whom a limit is not asked: mentees of some categories, by what is stated or by what shows it.

Years of experience say nothing of a teacher who is new at a school. Whether somebody is may stand in the category, or
follow from signs or from a day of arrival where no category is stated, as it does for the role models.
"""

from collections.abc import Set as AbstractSet
from typing import Any

from nastavnik.rules.vocabulary import known, no, one_of, overlap

__all__ = ["is_spared"]


def is_spared(mentee: Any, categories: AbstractSet[str], signs: AbstractSet[str]) -> Any:
    """Return whether a mentee is of some categories, stated or, where none is stated, shown by signs or an arrival.

    Args:
        mentee: with the fields of `Mentee`, or columns of them.
        categories: ids of the categories.
        signs: ids of the signs that show one of them.

    >>> from types import SimpleNamespace
    >>> mentee = SimpleNamespace(category="newcomer", signs=frozenset(), newcomer=False)
    >>> is_spared(mentee, {"newcomer"}, frozenset())
    True
    """
    shown = (overlap(mentee.signs, signs) >= 1) | mentee.newcomer
    return one_of(mentee.category, categories) | (no(known(mentee.category)) & shown)
