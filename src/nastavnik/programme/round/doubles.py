"""One person under several ids: found by name, organisation, grade and age, and told without the name."""

from collections.abc import Iterator, Sequence
from typing import Any

from nastavnik.basics.words import compared
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern
from nastavnik.programme.round.names import name_forms

__all__ = ["doubles_in"]

_TELLING: tuple[str, ...] = ("grade", "age", "experience")
"""Facts in which one person agrees with themselves, where both are known."""


def doubles_in(cohort: Cohort) -> Iterator[Concern]:
    """Yield the ids under which one person seems to stand several times, if there are any.

    Names are compared as words, whatever their order; organisation and position must be the same, and grade, age and
    years of experience where both are known. Two people of one name in one grade are found as well: whoever reads this
    knows them.

    >>> from nastavnik import Cohort, Mentee, Pupil
    >>> twice = [Pupil(id, name=name, grade=7) for id, name in (("b", "Invented Name"), ("c", "Name Invented"))]
    >>> [concern.groups for concern in doubles_in(Cohort(mentees=map(Mentee, twice), mentors=[]))]
    [(('b', 'c'),)]
    """
    alike: dict[tuple[str, str | None, Any], list[tuple[str, tuple[Any, ...]]]] = {}
    for facts in (cohort.mentee_facts, cohort.mentor_facts):
        places = [facts.field(("person", name)) for name in ("organisation", "position", *_TELLING)]
        organisation, position, *telling = [
            [one.values[code] for code in one.codes.tolist()] for one in places
        ]
        for place, (ident, name) in enumerate(zip(facts.ids, name_forms(facts), strict=True)):
            if name is None:
                continue
            school = organisation[place]
            key = name, None if school is None else compared(school), position[place]
            alike.setdefault(key, []).append((ident, tuple(one[place] for one in telling)))
    groups = sorted(group for some in alike.values() for group in _same(some))
    if groups:
        people = tuple(sorted({ident for group in groups for ident in group}))
        yield Concern(code="same-person", people=people, groups=tuple(groups))


def _same(some: Sequence[tuple[str, tuple[Any, ...]]]) -> Iterator[tuple[str, ...]]:
    """Yield groups of ids whose known facts agree."""
    groups: list[tuple[set[str], list[Any]]] = []
    for ident, known in sorted(dict(some).items()) if len(some) > 1 else ():
        for ids, facts in groups:
            if all(None in (a, b) or a == b for a, b in zip(facts, known, strict=True)):
                ids.add(ident)
                facts[:] = [b if a is None else a for a, b in zip(facts, known, strict=True)]
                break
        else:
            groups.append(({ident}, list(known)))
    for ids, _ in groups:
        if len(ids) > 1:
            yield tuple(sorted(ids))
