"""Strategies of mentors, mentees and whole cohorts."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nastavnik.methodology import TARGET_MODEL, Methodology
from nastavnik.people.records import (
    LAST_PRIORITY,
    USUAL_PRIORITY,
    Mentee,
    Mentor,
    Person,
    Position,
    Professional,
    Pupil,
    Teacher,
)
from nastavnik.programme.round.cohort import Cohort
from nastavnik.testing.strategies.people import SUBJECTS, How, ids, one_of, people, subsets

__all__ = ["cohorts", "mentees", "mentors"]

_PRIORITIES: Final = (USUAL_PRIORITY,) * 16 + tuple(range(1, LAST_PRIORITY + 1))
"""Priorities to draw from, mostly the usual one."""


_ARRIVALS: Final = (date(2026, 9, 1), date(2026, 1, 12))
"""Days on which newcomers came."""


def mentors(
    person: SearchStrategy[Person] | None = None,
    *,
    others: Sequence[str] = (),
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
    minimums: bool = False,
) -> SearchStrategy[Mentor]:
    """Mentors with one to three places.

    Args:
        person: strategy of the person; anybody who may be a mentor under the methodology if None.
        others: ids of mentees they may have chosen or refused; never both.
        willing: all consents are given, the training is passed, the certificate is shown.
        known: no fact is unknown.
        methodology: whose tasks they may offer.
        minimums: some ask for mentees at least, up to their places; otherwise nobody does.

    >>> from hypothesis import find
    >>> from nastavnik import Student
    >>> find(mentors(st.just(Student("s")), others=["a"]), lambda mentor: mentor.choices).choices
    frozenset({'a'})
    """
    if person is None:
        positions = dict.fromkeys(form.mentor_position for form in methodology.forms)
        person = people(positions=positions, willing=willing, known=known, methodology=methodology)
    return _mentors(person, others, How(willing, known, methodology, minimums=minimums))


def mentees(
    person: SearchStrategy[Person] | None = None,
    *,
    others: Sequence[str] = (),
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
    priorities: bool = False,
) -> SearchStrategy[Mentee]:
    """Mentees, of a category of their position.

    Args:
        person: strategy of the person; anybody who may be a mentee under the methodology if None.
        others: ids of mentors they may have chosen, refused or been banned from; one of the three.
        willing: all consents are given.
        known: no fact is unknown.
        methodology: whose categories and tasks they have.
        priorities: some come before or after the others; otherwise all have the usual priority.

    >>> from hypothesis import find
    >>> from nastavnik import Teacher
    >>> find(mentees(st.just(Teacher("t"))), lambda mentee: mentee.category).category
    'novice'
    """
    if person is None:
        positions = dict.fromkeys(form.mentee_position for form in methodology.forms)
        person = people(positions=positions, willing=willing, known=known, methodology=methodology)
    return _mentees(person, others, How(willing, known, methodology, priorities=priorities))


def cohorts(  # noqa: PLR0913 - each of them by keyword
    *,
    min_mentees: int = 0,
    max_mentees: int = 6,
    min_mentors: int = 0,
    max_mentors: int = 4,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
    minimums: bool = False,
    priorities: bool = False,
) -> SearchStrategy[Cohort]:
    """Cohorts of people of one or two forms, some of them mentee and mentor at once.

    Whatever a cohort checks holds: ids are unique in each role, one id is one person, choices,
    refusals and bans name people of the round. Categories and tasks are those of the methodology.

    Args:
        min_mentees: fewest mentees.
        max_mentees: most mentees.
        min_mentors: fewest mentors.
        max_mentors: most mentors.
        willing: all consents are given, and nothing else is likely to stand in the way of a pair.
        known: no fact is unknown.
        methodology: whose forms they belong to; one without forms has empty cohorts only.
        minimums: some mentors ask for mentees at least. Such a cohort may have no plan at all, so
            that `match` refuses it; without this every cohort has one.
        priorities: some mentees come before or after the others.

    >>> from hypothesis import find
    >>> find(cohorts(max_mentees=0, max_mentors=1), lambda cohort: cohort.places)
    Cohort(0 mentees, 1 mentors)
    """
    if not methodology.forms:
        return st.just(Cohort(mentees=[], mentors=[]))
    somebody = {
        position: people(
            positions=[position],
            ident=st.just("?"),
            willing=willing,
            known=known,
            methodology=methodology,
        )
        for position in Position
    }
    sizes = (min_mentees, max_mentees), (min_mentors, max_mentors)
    how = How(willing, known, methodology, minimums=minimums, priorities=priorities)
    return _cohorts(sizes, somebody, how)


@st.composite
def _mentors(
    draw: DrawFn, person: SearchStrategy[Person], others: Sequence[str], how: How
) -> Mentor:
    drawn = draw(person)
    tasks = how.methodology.tasks_of(drawn.position)
    capacity = draw(one_of((1, 2, 3)))
    return Mentor(
        drawn,
        **_shared(draw, [task.id for task in tasks], how),
        **_wishes(draw, ("choices", "refusals"), others, oneself=drawn.id),
        capacity=capacity,
        minimum=draw(one_of((0,) * 6 + tuple(range(1, capacity + 1)))) if how.minimums else 0,
        trained=draw(how.consent()),
        cleared=draw(how.consent()),
    )


@st.composite
def _mentees(
    draw: DrawFn, person: SearchStrategy[Person], others: Sequence[str], how: How
) -> Mentee:
    drawn = draw(person)
    tasks = how.methodology.tasks_for(drawn.position)
    categories = how.methodology.categories_for(drawn.position)
    signs = how.methodology.signs_for(drawn.position)
    return Mentee(
        drawn,
        **_shared(draw, [task.id for task in tasks], how),
        **_wishes(draw, ("choices", "refusals", "bans"), others, oneself=drawn.id),
        category=draw(one_of(tuple(category.id for category in categories), known=how.known)),
        signs=draw(one_of((frozenset(),) * 2 + tuple(frozenset({s.id}) for s in signs)))
        | draw(one_of((frozenset(),) * 4 + tuple(frozenset({s.id}) for s in signs))),
        newcomer_since=draw(one_of((None,) * 3 + _ARRIVALS)),
        priority=draw(one_of(_PRIORITIES)) if how.priorities else USUAL_PRIORITY,
    )


@st.composite
def _cohorts(
    draw: DrawFn,
    sizes: tuple[tuple[int, int], tuple[int, int]],
    somebody: Mapping[Position, SearchStrategy[Person]],
    how: How,
) -> Cohort:
    """Draw the people first, then what they take part as, for they name each other."""
    every = how.methodology.forms
    form = st.sampled_from(draw(st.lists(st.sampled_from(every), min_size=1, max_size=2)))

    def someone(name: str, position: Position) -> Person:
        return attrs.evolve(draw(somebody[position]), id=name)

    wanting = {
        name: someone(name, draw(form).mentee_position)
        for name in draw(st.lists(ids(), min_size=sizes[0][0], max_size=sizes[0][1], unique=True))
    }
    mentoring = {one.mentor_position for one in every}
    both = [name for name, person in wanting.items() if person.position in mentoring]
    fresh = ids().filter(lambda name: name not in wanting)
    either = fresh | st.sampled_from(both) if both else fresh
    fit = _fit if how.willing else _as_drawn
    ready = {
        name: wanting.get(name) or fit(someone(name, draw(form).mentor_position))
        for name in draw(st.lists(either, min_size=sizes[1][0], max_size=sizes[1][1], unique=True))
    }
    return Cohort(
        mentees=[draw(_mentees(st.just(one), list(ready), how)) for one in wanting.values()],
        mentors=[draw(_mentors(st.just(one), list(wanting), how)) for one in ready.values()],
    )


def _fit(person: Person) -> Person:
    """Give a person what most forms ask of a mentor: a higher grade, experience, a quality."""
    if isinstance(person, Pupil):
        grade = None if person.grade is None else min(person.grade + 5, 11)
        return attrs.evolve(person, grade=grade, qualities={*person.qualities, "class-leader"})
    if isinstance(person, (Teacher, Professional)) and person.experience is not None:
        return attrs.evolve(person, experience=person.experience + 5)
    return person


def _as_drawn(person: Person) -> Person:
    return person


def _shared(draw: DrawFn, tasks: Sequence[str], how: How) -> dict[str, Any]:
    """Draw what both roles have, but for wishes about others."""
    return {
        "agreed": draw(how.consent()),
        "guardian_agreed": draw(how.consent()),
        "subjects": draw(one_of(subsets(SUBJECTS))),
        "tasks": draw(one_of(subsets(tuple(tasks)))),
    }


def _wishes(
    draw: DrawFn, kinds: Sequence[str], others: Sequence[str], *, oneself: str
) -> dict[str, Any]:
    """Draw wishes about others but oneself, by name of the field; nobody is in two of them."""
    named = [other for other in others if other != oneself]
    if not named:
        return {}
    wish = st.sampled_from((kinds[0], *kinds))
    wishes = draw(st.dictionaries(st.sampled_from(named), wish, max_size=2))
    return {kind: {other for other, wish in wishes.items() if wish == kind} for kind in kinds}
