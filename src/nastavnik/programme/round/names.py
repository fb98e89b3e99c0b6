"""Display names of a round in a form in which they can be compared, for its own checks; none leaves this room."""

from collections.abc import Sequence

from nastavnik.basics.words import compared
from nastavnik.people.columns import Facts
from nastavnik.people.frames.facts import ColumnFacts

__all__ = ["name_forms"]


def name_forms(facts: Facts) -> Sequence[str | None]:
    """Return everybody's name in a form that is the same for the same words in any order; None for less than two words.

    >>> from nastavnik.people.columns import RoleFacts
    >>> from nastavnik.people.records import Mentee, Pupil
    >>> twice = [Mentee(Pupil(id, name=name)) for id, name in (("a", "Name Invented"), ("b", "INVENTED name"))]
    >>> len(set(name_forms(RoleFacts(twice, side="mentee"))))
    1
    """
    if isinstance(facts, ColumnFacts):
        names = facts.names()
        forms = [_form(name) for name in names.values]
        return [forms[code] for code in names.codes.tolist()]
    return [_form(facts.role(place).person.name) for place in range(len(facts))]


def _form(name: str | None) -> str | None:
    words = sorted(compared(name).replace(".", " ").replace(",", " ").split()) if name else []
    return " ".join(words) if len(words) > 1 else None  # one word tells nobody from others
