"""Tells Hypothesis how to draw the library's values, so that ``st.from_type(Mentee)`` works once it is installed.

Hypothesis calls ``register`` when it is first imported; the strategies themselves are loaded when one is asked for.
"""

from typing import Any, Final

from nastavnik import (
    Cohort,
    Mentee,
    Mentor,
    Methodology,
    Preference,
    Professional,
    Pupil,
    Requirement,
    Source,
    Student,
    Teacher,
    Text,
)
from nastavnik.people import Person

__all__ = ["register"]

_STRATEGIES: Final[dict[type[Any], str]] = {
    Person: "people",
    Pupil: "pupils",
    Student: "students",
    Teacher: "teachers",
    Professional: "professionals",
    Mentor: "mentors",
    Mentee: "mentees",
    Cohort: "cohorts",
    Requirement: "requirements",
    Preference: "preferences",
    Methodology: "methodologies",
    Source: "sources",
    Text: "texts",
}
"""Name of the strategy of every type."""


def register() -> None:
    """Register a strategy for every value that a test of one's own may want.

    >>> from hypothesis import find, strategies as st
    >>> isinstance(find(st.from_type(Text), lambda text: True), Text)
    True
    """
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 - it is being imported

    for kind, name in _STRATEGIES.items():
        register_type_strategy(kind, _named(name))


def _named(name: str) -> Any:
    def drawn(_: type[Any]) -> Any:
        from nastavnik.testing import strategies  # noqa: PLC0415 - seldom asked, and heavy

        return getattr(strategies, name)()

    return drawn
