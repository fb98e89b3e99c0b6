"""What can be told of a rule from its class: whether it is one of the library, and the code of what it asks."""

import dis
from functools import cache
from types import CodeType
from typing import Final

from nastavnik.rules.base import Rule

__all__ = ["codes_of", "is_ours", "looks_at_types"]

_OF_TYPES: Final = frozenset({"isinstance", "type", "str", "repr", "format", "hasattr"})
"""Functions that tell a column from the cell it stands for."""


def is_ours(kind: type[Rule]) -> bool:
    """Return whether a kind of rule is one of the library.

    Of these the tests hold what they say of columns against what they say of two people.

    >>> from nastavnik.rules.catalogue import GradeGap
    >>> is_ours(GradeGap)
    True
    """
    return kind.__module__.partition(".")[0] == __name__.partition(".")[0]


def codes_of(kind: type[Rule]) -> list[CodeType]:
    """Return the code of what a kind of rule asks, functions within it included.

    >>> from nastavnik.rules.catalogue import GradeGap
    >>> [code.co_name for code in codes_of(GradeGap)]
    ['holds']
    """
    methods = (getattr(kind, name, None) for name in ("holds", "points", "admits"))
    codes = [code for method in methods if (code := getattr(method, "__code__", None))]
    for code in codes:
        codes += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
    return codes


@cache
def looks_at_types(kind: type[Rule]) -> bool:
    """Return whether a kind of rule asks what a thing is: a column is something else than a cell."""
    return any(
        step.opname == "IS_OP" or (step.opname == "LOAD_GLOBAL" and step.argval in _OF_TYPES)
        for code in codes_of(kind)
        for step in dis.get_instructions(code)
    )
