"""Spellings that may be one thing: they differ by a slip of the pen, or by a legal form before a name."""

from collections.abc import Iterator, Sequence
from typing import Final

from nastavnik.basics.words import compared, nearly_alike
from nastavnik.people.columns import Path
from nastavnik.people.times import times_of
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.programme.round.tallies import Tally, seen, tally, words_of

__all__ = ["Spellings"]

_VOCABULARIES: Final[Sequence[tuple[Path, ...]]] = (
    (("person", "organisation"),),
    (("person", "place"),),
    (("person", "languages"),),
    (("subjects",), ("person", "subjects"), ("person", "marks")),
    (("person", "interests"),),
    (("person", "slots"),),
)
"""Facts in words of people's own; those of one row share a vocabulary."""

_MOST_COMPARED: Final = 400
"""Distinct words of one vocabulary up to which each is compared with each."""


class Spellings:
    """The nearly alike spellings of a round.

    Args:
        cohort: everyone of the round.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil
    >>> here, there = Pupil("b", organisation="МБОУ СОШ № 12"), Pupil("a", organisation="СОШ №12")
    >>> found = Spellings(Cohort(mentees=[Mentee(here)], mentors=[Mentor(there)]))
    >>> [[one.value for one in concern.values] for concern in found.concerns()]
    [['МБОУ СОШ № 12', 'СОШ №12']]
    """

    def __init__(self, cohort: Cohort) -> None:
        self._sides = cohort.mentee_facts, cohort.mentor_facts
        self._alike: dict[Path, dict[str, frozenset[str]]] = {}
        self._found = list(self._all())

    def concerns(self) -> Iterator[Concern]:
        """Yield each group of spellings, and where there were too many to be compared with each other."""
        yield from self._found

    def alike(self, path: Path, word: str) -> frozenset[str]:
        """Return what a word of a fact may be another spelling of, itself included; nothing for most."""
        return self._alike.get(path, {}).get(word, frozenset())

    def _all(self) -> Iterator[Concern]:
        for paths in _VOCABULARIES:
            here, there = ([tally(facts, path) for path in paths] for facts in self._sides)
            words = dict.fromkeys(word for one in (*here, *there) for word in one.counts)
            if paths == (("person", "slots"),):
                words = dict.fromkeys(w for w in words if any(t.label for t in times_of(w)))
            for group in nearly_alike(words):
                for path in paths:
                    self._alike.setdefault(path, {}).update(dict.fromkeys(group, frozenset(group)))
                yield self._group(paths[0], group, here, there)
            if len(words) > _MOST_COMPARED:
                yield Concern(code="not-looked-at", field=".".join(paths[0]), of=len(words))

    def _group(
        self, path: Path, group: Sequence[str], here: Sequence[Tally], there: Sequence[Tally]
    ) -> Concern:
        values = seen(group, here, there)
        usual = max(group, key=lambda word: sum(one.counts.get(word, 0) for one in (*here, *there)))
        odd = set(group) - {usual}
        people = sorted({i for one in (*here, *there) for i in _who(one, odd & one.counts.keys())})
        return Concern(
            code="nearly-alike", field=".".join(path), people=tuple(people), values=values
        )


def _who(found: Tally, words: set[str]) -> Iterator[str]:
    """Yield the ids of those who have one of the words."""
    if not words:
        return
    one = found.facts.field(found.path)
    has = [bool(words & set(map(compared, words_of(value)))) for value in one.values]
    ids = found.facts.ids
    for place, code in enumerate(one.codes.tolist()):
        if has[code]:
            yield ids[place]
