"""Which values people have, how many have each, and how it is spelt; counted by distinct values, not by people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.basics.words import clean, compared
from nastavnik.people.columns import Facts, Path
from nastavnik.people.fields import read_field
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Seen

__all__ = ["WORDED", "Tally", "seen", "tally", "values_in", "words_of"]

WORDED: Final[Sequence[Path]] = (
    ("person", "organisation"),
    ("person", "place"),
    ("person", "languages"),
    ("person", "slots"),
    ("person", "interests"),
    ("subjects",),
    ("person", "subjects"),
    ("person", "marks"),
)
"""Facts that people write in words of their own; those with a list to choose from are not among them."""


def words_of(value: Any) -> Iterable[str]:
    """Return the words of one value of a fact: a text itself, the members of a set, the subjects of marks.

    >>> sorted(words_of(frozenset({"art", "physics"}))), list(words_of("centre")), list(words_of(None))
    (['art', 'physics'], ['centre'], [])
    """
    if isinstance(value, str):
        return (value,)
    if isinstance(value, (AbstractSet, Mapping)):
        return (word for word in value if isinstance(word, str))
    return ()


@frozen(eq=False)
class Tally:
    """The words of one fact of some people.

    Args:
        facts: of everybody on their side.
        path: the fact.
        counts: how many have each word, by the form in which words are compared.
        first: place of the first who has it.
    """

    facts: Facts
    path: Path
    counts: Mapping[str, int]
    first: Mapping[str, int]

    def spelt(self, word: str) -> str:
        """Return how the first who has a word spells it; a free time is read, not spelt, and comes back as it is."""
        if self.path == ("person", "slots"):
            return word
        behind: Any = self.facts.role(self.first[word])
        for name in self.path:
            behind = read_field(behind, name, ".".join(self.path))
        spellings = sorted(clean(w) for w in words_of(behind) if compared(w) == word)
        return spellings[0] if spellings else word


def tally(facts: Facts, path: Path, within: NDArray[np.intp] | None = None) -> Tally:
    """Count the words of a fact.

    Args:
        facts: of everybody on one side.
        path: the fact.
        within: places of those who are looked at; everybody when None.

    >>> from nastavnik.people.columns import RoleFacts
    >>> from nastavnik.people.records import Mentee, Pupil
    >>> pupils = [Pupil("a", place="Центр"), Pupil("b", place="центр"), Pupil("c")]
    >>> found = tally(RoleFacts([Mentee(p) for p in pupils], side="mentee"), ("person", "place"))
    >>> dict(found.counts), found.spelt("центр")
    ({'центр': 2}, 'Центр')
    """
    one = facts.field(path)
    places = np.arange(len(facts)) if within is None else within
    codes, first, sizes = np.unique(one.codes[places], return_index=True, return_counts=True)
    counts: dict[str, int] = {}
    firsts: dict[str, int] = {}
    for code, at, size in zip(codes.tolist(), places[first].tolist(), sizes.tolist(), strict=True):
        for word in {compared(word) for word in words_of(one.values[code])}:
            counts[word] = counts.get(word, 0) + size
            firsts[word] = min(at, firsts.get(word, at))
    return Tally(facts, path, counts, firsts)


def seen(
    words: Iterable[str], mentees: Sequence[Tally], mentors: Sequence[Tally]
) -> tuple[Seen, ...]:
    """Return words with their spelling and how many have them, the commonest first.

    Args:
        words: in the form in which words are compared.
        mentees: tallies of mentees, of facts that share a vocabulary; who has it in two facts counts in each.
        mentors: likewise of mentors.
    """
    found = []
    for word in words:
        spelt = next((t.spelt(word) for t in (*mentees, *mentors) if word in t.counts), word)
        here = sum(t.counts.get(word, 0) for t in mentees)
        there = sum(t.counts.get(word, 0) for t in mentors)
        found.append(Seen(spelt, mentees=here, mentors=there))
    return tuple(sorted(found, key=lambda one: (-one.mentees - one.mentors, one.value)))


def values_in(cohort: Cohort) -> Iterator[tuple[str, tuple[Seen, ...]]]:
    """Yield for each fact that people write in words every distinct value, and how many of each side have it.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil
    >>> cohort = Cohort(
    ...     mentees=[Mentee(Pupil("b", place="centre"))], mentors=[Mentor(Pupil("a", place="north"))]
    ... )
    >>> dict(values_in(cohort))["person.place"]
    (Seen(value='centre', mentees=1, mentors=0), Seen(value='north', mentees=0, mentors=1))
    """
    for path in WORDED:
        here, there = tally(cohort.mentee_facts, path), tally(cohort.mentor_facts, path)
        words = [*here.counts, *(word for word in there.counts if word not in here.counts)]
        if words:
            yield ".".join(path), seen(words, [here], [there])
