"""What a rule looks at, as far as it can be told without asking it of everybody."""

import dis
from functools import cache
from types import CodeType
from typing import Final

from attrs import frozen

from nastavnik.people.columns import Path
from nastavnik.rules.base import Rule
from nastavnik.rules.columns.cells import Key

__all__ = ["Reads", "looks_at_types"]

_OF_TYPES: Final = frozenset({"isinstance", "type", "str", "repr", "format", "hasattr"})
"""Functions that tell a column from the cell it stands for."""


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


@cache
def looks_at_types(kind: type[Rule]) -> bool:
    """Return whether a kind of rule asks what a thing is: a column is something else than a cell."""
    methods = (getattr(kind, name, None) for name in ("holds", "points", "admits"))
    codes = [code for method in methods if (code := getattr(method, "__code__", None))]
    for code in codes:
        codes += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
    return any(
        step.opname == "IS_OP" or (step.opname == "LOAD_GLOBAL" and step.argval in _OF_TYPES)
        for code in codes
        for step in dis.get_instructions(code)
    )
