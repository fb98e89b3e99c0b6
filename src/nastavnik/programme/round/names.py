"""Display names of a round in a form in which they can be compared, for its own checks; none leaves this room."""

from collections.abc import Sequence
from functools import cached_property
from itertools import combinations

from nastavnik.basics.words import compared
from nastavnik.people.columns import Facts
from nastavnik.people.frames.facts import ColumnFacts
from nastavnik.programme.round.cohort import Cohort

__all__ = ["Names", "name_forms"]


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


class Names:
    """The names of everybody of a round, asked whether a text holds one of them.

    Args:
        cohort: everyone of the round.

    >>> from nastavnik.people.records import Mentee, Pupil
    >>> names = Names(Cohort(mentees=[Mentee(Pupil("a", name="Invented Name"))], mentors=[]))
    >>> names.within("name invented junior"), names.within("physics")
    (True, False)
    """

    def __init__(self, cohort: Cohort) -> None:
        self._sides = cohort.mentee_facts, cohort.mentor_facts

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        """Every two words of a name."""
        forms = {form for facts in self._sides for form in name_forms(facts) if form}
        return frozenset(pair for form in forms for pair in combinations(form.split(), 2))

    def within(self, text: str) -> bool:
        """Return whether two words of one name are in a text."""
        form = _form(text)
        return form is not None and not self._pairs.isdisjoint(combinations(form.split(), 2))


def _form(name: str | None) -> str | None:
    words = sorted(compared(name).replace(".", " ").replace(",", " ").split()) if name else []
    return " ".join(words) if len(words) > 1 else None  # one word tells nobody from others
