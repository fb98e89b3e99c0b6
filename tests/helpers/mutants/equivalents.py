"""Changes after which nothing that can be seen is otherwise, each with the reason; found by hand, one by one."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from helpers.mutants.changes import Change

__all__ = ["EQUIVALENTS", "Equivalent", "reason_of"]

_FILE: Final = Path(__file__).with_suffix(".toml")


@frozen
class Equivalent:
    """A change that no test can notice.

    Attributes:
        module: Path from ``src/nastavnik``.
        within: The first line that is changed, without the blanks around it.
        before: What stands there.
        after: What is put in its place.
        reason: Why nothing is otherwise.
    """

    module: str
    within: str
    before: str
    after: str
    reason: str

    def is_of(self, change: Change) -> bool:
        """Return whether this is the change that is meant."""
        mine = self.module, self.within, self.before, self.after
        return mine == (change.module, change.within, change.before, change.after)


EQUIVALENTS: Final = tuple(
    Equivalent(**one) for one in tomllib.loads(_FILE.read_text(encoding="utf-8"))["change"]
)
"""All of them, as ``equivalents.toml`` holds them."""


def reason_of(change: Change, known: Iterable[Equivalent] = EQUIVALENTS) -> str:
    """Return why a change cannot be noticed; nothing for any other."""
    return next((one.reason for one in known if one.is_of(change)), "")
