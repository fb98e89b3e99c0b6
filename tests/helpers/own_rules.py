"""Rules that ask whatever they are given to ask."""

from collections.abc import Callable
from typing import Any

from attrs import field, frozen

from nastavnik.basics.texts import Text
from nastavnik.rules import Preference, Requirement

Ask = Callable[[Any, Any], Any]
"""What is asked of a mentor and a mentee."""


@frozen(kw_only=True)
class Asked(Requirement):
    """A requirement made of any expression."""

    id: str = "asked"
    sentence: Text = Text(en="Asked.", ru="Спрошено.")
    ask: Ask = field(repr=False)

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Ask it."""
        return self.ask(mentor, mentee)


@frozen(kw_only=True)
class Valued(Preference):
    """A preference made of any expression."""

    id: str = "valued"
    sentence: Text = Text(en="Valued.", ru="Оценено.")
    value: Ask = field(repr=False)

    def points(self, mentor: Any, mentee: Any) -> Any:
        """Value it."""
        return self.value(mentor, mentee)
