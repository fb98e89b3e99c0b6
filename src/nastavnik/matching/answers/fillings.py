"""What a statement that nobody has made might say: every value that the methodology or the other side knows.

Nothing is made up. A category is one of the position's, a quality one that the methodology names, a school, a subject
or a time one that somebody of the other side has stated; for yes or no it is yes, for only that opens anything.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import field, frozen

from nastavnik.basics.validators import BEST_MARK, WORST_MARK
from nastavnik.basics.words import compared
from nastavnik.methodology.model import Methodology
from nastavnik.people.records import Mentee, Mentor, Position, Role
from nastavnik.people.times import seen_times
from nastavnik.programme.evidence.pairs import plain
from nastavnik.programme.round.statements import LISTED, YEARS_ABOVE_GRADE, YES_NO, stated

__all__ = ["Fillings"]

_GRADES: Final = range(1, 12)
_AGES: Final[Mapping[Position, Sequence[int]]] = {
    Position.PUPIL: range(6, 20),
    Position.STUDENT: range(14, 31),
}
_YEARS: Final = range(41)


@frozen(eq=False)
class Fillings:
    """What statements might say in one round.

    Args:
        methodology: knows categories and qualities.
        mentees: those of the round.
        mentors: those of the round.
    """

    methodology: Methodology
    mentees: Sequence[Mentee]
    mentors: Sequence[Mentor]
    _known: dict[tuple[str, str], list[Any]] = field(factory=dict)

    def of(self, role: Role, path: str) -> list[object]:
        """Return what a statement might say; for sets each member alone, then all of them.

        Args:
            role: the mentor or mentee who has not stated it.
            path: the way to the statement.

        >>> from nastavnik import TARGET_MODEL, Pupil
        >>> two = Mentee(Pupil("b"))
        >>> Fillings(TARGET_MODEL, [two], []).of(two, "category")
        ['passive', 'active']
        """
        position = role.person.position
        if path in YES_NO:
            return [True]
        if path == "category":
            return [one.id for one in self.methodology.categories_for(position)]
        if path in _NUMBERS:
            return list(_NUMBERS[path](role.person))
        if path == "person.qualities":
            return _each_and_all([one.id for one in self.methodology.qualities])
        values = self._of_others(role, path)
        if path == "person.marks":
            return list(_marks(values))
        return _each_and_all(values) if path in LISTED else values

    def _of_others(self, role: Role, path: str) -> list[Any]:
        """Return what the other side states, each word once in the spelling met first."""
        side = "mentor" if isinstance(role, Mentee) else "mentee"
        if (side, path) not in self._known:
            others: Sequence[Role] = self.mentors if side == "mentor" else self.mentees
            words: dict[Hashable, str] = {}
            for other in others:
                for word in _words(stated(other, path)):
                    words.setdefault(_one_word(path, word), word)
            self._known[side, path] = sorted(words.values())
        return self._known[side, path]


def _grades(person: Any) -> Sequence[int]:
    """Return the grades that a pupil may be in, at their age if it is known."""
    if getattr(person, "age", None) is None:
        return _GRADES
    return [grade for grade in _GRADES if person.age - grade in YEARS_ABOVE_GRADE] or _GRADES


def _ages(person: Any) -> Sequence[int]:
    """Return the ages that somebody may have, in their grade if it is known."""
    ages = _AGES.get(person.position, ())
    if getattr(person, "grade", None) is None:
        return ages
    return [age for age in ages if age - person.grade in YEARS_ABOVE_GRADE]


def _years(_: Any) -> Sequence[int]:
    return _YEARS


_NUMBERS: Final[Mapping[str, Callable[[Any], Sequence[int]]]] = {
    "person.grade": _grades,
    "person.age": _ages,
    "person.experience": _years,
}
"""Numbers that are tried; beyond them no requirement of the target model makes a difference."""


def _words(value: Any) -> Iterable[str]:
    """Return the words of a statement: a text, members of a set, subjects of marks."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else map(str, value)


def _one_word(path: str, word: str) -> Hashable:
    """Return what all spellings of a word, or of a free time, have in common."""
    return seen_times([word]) if path == "person.slots" else compared(word)


def _each_and_all(words: Sequence[str]) -> list[object]:
    singles: list[object] = [(word,) for word in words]
    return [*singles, plain(frozenset(words))] if len(words) > 1 else singles


def _marks(subjects: Sequence[str]) -> Iterator[object]:
    """Yield a mark in each subject alone, then in all of them."""
    for some in (
        *((subject,) for subject in subjects),
        *((tuple(subjects),) if len(subjects) > 1 else ()),
    ):
        for mark in range(WORST_MARK, BEST_MARK + 1):
            yield tuple((subject, mark) for subject in some)
