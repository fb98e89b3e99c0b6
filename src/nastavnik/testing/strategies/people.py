"""Strategies of people of the four positions, and the words that are said of them."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import combinations
from typing import Any, Final

import attrs
from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from immutabledict import immutabledict

from nastavnik.basics.words import is_placeholder
from nastavnik.methodology import TARGET_MODEL, Methodology
from nastavnik.people.records import Person, Position, Professional, Pupil, Student, Teacher

__all__ = [
    "EXTRA",
    "INTERESTS",
    "LANGUAGES",
    "NAMES",
    "ORGANISATIONS",
    "PLACES",
    "SLOTS",
    "SUBJECTS",
    "How",
    "ids",
    "one_of",
    "people",
    "professionals",
    "pupils",
    "students",
    "subsets",
    "teachers",
]

NAMES: Final = ("Придуманная Анна", "Выдуманный Пётр", "Invented Name")
"""Display names in use; a test may search for them where none may be."""

ORGANISATIONS: Final = ("school-1", "school-2")
"""Organisations in use."""

PLACES: Final = ("centre", "Заречье")
"""Places in use."""

LANGUAGES: Final = ("ru", "en", "tt")
"""Languages in use."""

SLOTS: Final = ("mon-15", "tue 15:00", "вт 14:30–16:00", "any time")
"""Free times in use."""

SUBJECTS: Final = ("physics", "art", "математика", "history")
"""Subjects in use."""

INTERESTS: Final = ("chess", "robots", "театр", "football")
"""Interests in use."""


EXTRA: Final = immutabledict(
    {"пол": ("ж", "м"), "same gender": ("yes", "нет"), "last mentors": ("a", "b, 0", "1; a")}
)
"""Fields of one's own in use, and what may stand in each."""


@frozen
class How:
    """What can be asked of people and roles; arguments of `pupils`, `mentors` and `mentees`."""

    willing: bool
    known: bool
    methodology: Methodology
    minimums: bool = False
    priorities: bool = False

    def consent(self) -> SearchStrategy[Any]:
        """Strategy of a consent: given, refused, or nobody has asked."""
        return one_of((True,) if self.willing else (False, True), known=self.willing or self.known)


def ids() -> SearchStrategy[str]:
    """Ids of people: short texts of Latin and Cyrillic letters and digits that say something in a table too.

    A cell with «tbd» or «нд» is empty for whoever reads it.

    >>> from hypothesis import find
    >>> find(ids(), lambda name: len(name) == 2)
    '00'
    """
    letters = "0123456789abcdefghijklmnopqrstuvwxyzABCабвгдяё"
    return st.text(letters, min_size=1, max_size=5).filter(
        lambda written: not is_placeholder(written)
    )


def pupils(
    *,
    ident: SearchStrategy[str] | None = None,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
) -> SearchStrategy[Pupil]:
    """Pupils.

    Args:
        ident: strategy of the id; any id if None.
        willing: consent to the handling of personal data is given, and nothing else is likely to
            stand in the way of a pair.
        known: no fact is unknown.
        methodology: whose qualities they may have shown.

    >>> from hypothesis import find
    >>> find(pupils(known=True), lambda pupil: pupil.marks).marks
    immutabledict({'physics': 1})
    """
    return st.builds(Pupil, **_facts(Pupil, ident, How(willing, known, methodology)))


def students(
    *,
    ident: SearchStrategy[str] | None = None,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
) -> SearchStrategy[Student]:
    """Students, minors among them; arguments as for `pupils`."""
    return st.builds(Student, **_facts(Student, ident, How(willing, known, methodology)))


def teachers(
    *,
    ident: SearchStrategy[str] | None = None,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
) -> SearchStrategy[Teacher]:
    """Teachers, novices and experienced ones; arguments as for `pupils`."""
    return st.builds(Teacher, **_facts(Teacher, ident, How(willing, known, methodology)))


def professionals(
    *,
    ident: SearchStrategy[str] | None = None,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
) -> SearchStrategy[Professional]:
    """Professionals; arguments as for `pupils`."""
    return st.builds(Professional, **_facts(Professional, ident, How(willing, known, methodology)))


def people(
    *,
    positions: Iterable[Position] = tuple(Position),
    ident: SearchStrategy[str] | None = None,
    willing: bool = False,
    known: bool = False,
    methodology: Methodology = TARGET_MODEL,
) -> SearchStrategy[Person]:
    """People of any of the positions; other arguments as for `pupils`.

    >>> from hypothesis import find
    >>> find(people(positions=[Position.STUDENT]), bool)
    Student('0')
    """
    of_position: dict[Position, Callable[..., SearchStrategy[Any]]] = {
        Position.PUPIL: pupils,
        Position.STUDENT: students,
        Position.TEACHER: teachers,
        Position.PROFESSIONAL: professionals,
    }
    how = {"ident": ident, "willing": willing, "known": known, "methodology": methodology}
    return st.one_of([of_position[position](**how) for position in dict.fromkeys(positions)])


@cache
def one_of(values: tuple[Any, ...], *, known: bool = True) -> SearchStrategy[Any]:
    """Strategy of one of the values, or of None for unknown; made once, drawn from often."""
    return st.sampled_from(values if known and values else (None, *values))


@cache
def subsets(words: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Subsets of up to two words, the smallest first; to choose one of them is a single draw."""
    return tuple(frozenset(some) for size in range(3) for some in combinations(words, size))


def _facts(
    kind: type[Person], ident: SearchStrategy[str] | None, how: How
) -> dict[str, SearchStrategy[Any]]:
    """Strategies of all fields of a kind of person."""
    known, willing = how.known, how.willing
    ages = range(10 if willing else 9, 19) if kind is Pupil else range(15, 23)
    languages, slots = subsets(LANGUAGES), subsets(SLOTS)
    if willing:
        languages = tuple(some for some in languages if LANGUAGES[0] in some)
        slots = slots[1:]
    marks = st.dictionaries(st.sampled_from(SUBJECTS), st.integers(1, 5), max_size=3)
    every = {
        "id": ids() if ident is None else ident,
        "name": one_of(NAMES, known=False),
        "organisation": one_of(_mostly_first(ORGANISATIONS, willing), known=known),
        "place": one_of(_mostly_first(PLACES, willing), known=known),
        "online": one_of((False, True)),
        "languages": one_of(languages, known=known),
        "slots": one_of(slots, known=known),
        "interests": one_of(subsets(INTERESTS)),
        "qualities": one_of(subsets(tuple(q.id for q in how.methodology.qualities))),
        "data_consent": how.consent(),
        "extra": _extra(),
        "grade": one_of(tuple(range(5 if willing else 1, 12)), known=known),
        "letter": one_of(("А", "Б"), known=known),
        "age": one_of(tuple(ages), known=known),
        "marks": marks if known else st.none() | marks,
        "experience": one_of(tuple(range(31)), known=known),
        "subjects": one_of(subsets(SUBJECTS)),
    }
    return {field.name: every[field.name] for field in attrs.fields(kind)}


@cache
def _extra() -> SearchStrategy[dict[str, str]]:
    """Strategy of fields of one's own; most people have none."""
    some = st.fixed_dictionaries({}, optional={n: st.sampled_from(v) for n, v in EXTRA.items()})
    return st.just({}) | some


def _mostly_first(words: tuple[str, ...], willing: bool) -> tuple[str, ...]:
    return (words[0],) * 9 + words if willing else words
