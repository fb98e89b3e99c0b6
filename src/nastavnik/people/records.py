"""The people of a programme and the roles they take.

A person has one of four positions; a role (`Mentor`, `Mentee`) is what a person takes on in one
round, so one pupil may be mentee of one pair and mentor of another. Everything is frozen. Unknown
is ``None``, never a guess; what unknown means is decided by each rule. There are the fields that
rules read and none besides, for this is data about children: a ``repr`` shows the id alone, and the
display name is in no message or digest.
"""

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, Final

from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.basics import validators
from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import (
    Checked,
    as_day,
    as_extra,
    as_frozenset,
    as_letter,
    as_marks,
    as_optional_words,
    as_word,
    as_words,
    checked,
    optional,
)

__all__ = [
    "ADULT_AGE",
    "LAST_PRIORITY",
    "MOST_PLACES",
    "PERSON_TYPES",
    "USUAL_PRIORITY",
    "Mentee",
    "Mentor",
    "Person",
    "Position",
    "Professional",
    "Pupil",
    "Role",
    "Student",
    "Teacher",
]

ADULT_AGE: Final = 18
"""Years from which nobody's guardian is asked. Source: recalled, general civil law."""

MOST_PLACES: Final = 1_000_000
"""Places one mentor may have; far above any real one, low enough that sums stay in 64 bits."""

USUAL_PRIORITY: Final = 5
"""Priority of whom nobody has put before or after others. Ours: in the middle of 1 to 9."""

LAST_PRIORITY: Final = 9
"""Largest priority, of those who come last. Ours."""


@enum.unique
class Position(enum.Enum):
    """What somebody is by main occupation; a form joins two positions."""

    PUPIL = "pupil"
    STUDENT = "student"
    TEACHER = "teacher"
    PROFESSIONAL = "professional"

    @property
    def title(self) -> Text:
        """Name of the position for people."""
        return _POSITION_TITLES[self]


_POSITION_TITLES: Final = {
    Position.PUPIL: Text(en="pupil", ru="ученик"),
    Position.STUDENT: Text(en="student", ru="студент"),
    Position.TEACHER: Text(en="teacher", ru="педагог"),
    Position.PROFESSIONAL: Text(en="professional", ru="представитель работодателя"),
}


@frozen(kw_only=True, repr=False)
class Person(Checked):
    """What every position shares; use `Pupil`, `Student`, `Teacher` or `Professional`.

    Args:
        id: short, unique, stable; the only way the library ever names anybody.
        name: display name for the coordinator's tables; in no message, digest or JSON file.
        organisation: id of the school, college or enterprise.
        place: where meetings in person suit, such as a town or district.
        online: has said that meeting online suits.
        languages: languages one can work in, or None for unknown.
        slots: free times as people write them, ``"tue 15:00-17:00"``, read by `nastavnik.people.times`; or None for
            unknown.
        interests: subjects of projects, hobbies, fields of work.
        qualities: ids of qualities from the methodology, such as ``"class-leader"``.
        data_consent: consent to the handling of personal data (a minor's guardian gives it), None
            if nobody has asked yet.
        extra: facts of one's own, text by the name of the field, such as ``{"team": "Red"}``; names are compared
            as words are. A name that is not there is unknown.
    """

    position: ClassVar[Position]

    id: str = field(kw_only=False, metadata=checked(validators.ident))
    name: str | None = field(
        default=None, repr=False, metadata=checked(optional(lambda v: _hidden(validators.text(v))))
    )
    organisation: str | None = field(
        default=None, converter=as_word, metadata=checked(optional(validators.word))
    )
    place: str | None = field(
        default=None, converter=as_word, metadata=checked(optional(validators.word))
    )
    online: bool = field(default=False, metadata=checked(validators.flag))
    languages: frozenset[str] | None = field(
        default=None, converter=as_optional_words, metadata=checked(optional(validators.words))
    )
    slots: frozenset[str] | None = field(
        default=None, converter=as_optional_words, metadata=checked(optional(validators.words))
    )
    interests: frozenset[str] = field(
        factory=frozenset, converter=as_words, metadata=checked(validators.words)
    )
    qualities: frozenset[str] = field(
        factory=frozenset, converter=as_words, metadata=checked(validators.words)
    )
    data_consent: bool | None = field(default=None, metadata=checked(optional(validators.flag)))
    extra: Mapping[str, str] = field(
        factory=immutabledict, converter=as_extra, metadata=checked(validators.extra)
    )

    @property
    def minor(self) -> bool | None:
        """Under age; None when that cannot be known."""
        return False

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r})"


@frozen(kw_only=True, repr=False)
class Pupil(Person):
    """A pupil of a school («ученик»).

    Args:
        grade: school year, 1 to 11, or None.
        letter: of the class, one or two in capitals, for lists and documents; no rule of the library reads it.
        age: full years, or None; a pupil of unknown age counts as a minor.
        marks: subject to mark, 1 to 5, for the subjects that matter to the pairing, or None.

    >>> Pupil("p1", grade=9, age=15, marks={"physics": 5}).minor
    True
    """

    position: ClassVar[Position] = Position.PUPIL

    grade: int | None = field(
        default=None, metadata=checked(optional(validators.whole(1, 11, code="not-grade")))
    )
    letter: str | None = field(
        default=None, converter=as_letter, metadata=checked(optional(validators.letter))
    )
    age: int | None = field(default=None, metadata=checked(optional(validators.whole(5, 25))))
    marks: Mapping[str, int] | None = field(
        default=None, converter=as_marks, metadata=checked(optional(validators.marks))
    )

    @property
    def minor(self) -> bool | None:
        """Under age; unknown age counts as under age, which asks for more consents, not fewer."""
        return self.age is None or self.age < ADULT_AGE


@frozen(kw_only=True, repr=False)
class Student(Person):
    """A student of a college or a university («студент»).

    Args:
        age: full years, or None.

    >>> Student("s1", age=16).minor, Student("s2").minor
    (True, None)
    """

    position: ClassVar[Position] = Position.STUDENT

    age: int | None = field(default=None, metadata=checked(optional(validators.whole(13, 99))))

    @property
    def minor(self) -> bool | None:
        """Under age; None when the age is unknown."""
        return None if self.age is None else self.age < ADULT_AGE


@frozen(kw_only=True, repr=False)
class Teacher(Person):
    """A teacher («учитель», «педагог»), always an adult.

    Args:
        experience: full years of teaching, or None.
        subjects: subjects taught.

    >>> Teacher("t1", experience=2, subjects={"physics"}).minor
    False
    """

    position: ClassVar[Position] = Position.TEACHER

    experience: int | None = field(
        default=None, metadata=checked(optional(validators.whole(0, 80)))
    )
    subjects: frozenset[str] = field(
        factory=frozenset, converter=as_words, metadata=checked(validators.words)
    )


@frozen(kw_only=True, repr=False)
class Professional(Person):
    """A person who represents an employer («работодатель»), always an adult.

    Args:
        experience: full years in the profession, or None.

    >>> Professional("w1", experience=12).position.value
    'professional'
    """

    position: ClassVar[Position] = Position.PROFESSIONAL

    experience: int | None = field(
        default=None, metadata=checked(optional(validators.whole(0, 80)))
    )


PERSON_TYPES: Final[Mapping[Position, type[Person]]] = immutabledict(
    {kind.position: kind for kind in (Pupil, Student, Teacher, Professional)}
)
"""The type of person that has a position."""


def _person(value: Any) -> tuple[str, Mapping[str, Any]] | None:
    """Check that a role is taken by a person with a position."""
    if isinstance(value, Person) and hasattr(type(value), "position"):
        return None
    return "not-a-person", {"value": type(value).__name__}


@frozen(kw_only=True, repr=False)
class Role(Checked):
    """What mentors and mentees share: a person, a will, wishes about others.

    Args:
        person: who takes the role.
        agreed: takes part of own will; None if nobody has asked yet.
        guardian_agreed: a minor's guardian agrees to this role; None if nobody has asked yet.
        subjects: subjects a mentor helps with, or a mentee asks help in.
        tasks: ids of tasks from the methodology that a mentor offers, or a mentee asks for.
        choices: ids of those named after the first meeting as wished for.
        refusals: ids of those this side will not work with.
    """

    person: Person = field(kw_only=False, metadata=checked(_person))
    agreed: bool | None = field(default=None, metadata=checked(optional(validators.flag)))
    guardian_agreed: bool | None = field(default=None, metadata=checked(optional(validators.flag)))
    subjects: frozenset[str] = field(
        factory=frozenset, converter=as_words, metadata=checked(validators.words)
    )
    tasks: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, metadata=checked(validators.known_set)
    )
    choices: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, metadata=checked(validators.known_set)
    )
    refusals: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, metadata=checked(validators.known_set)
    )

    @property
    def id(self) -> str:
        """Id of the person."""
        person: object = self.person  # checked only after the id is asked for
        return person.id if isinstance(person, Person) else "?"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.person!r})"

    def _unwanted(self) -> frozenset[str]:
        return self.refusals

    def _more_faults(self) -> Iterable[Fault]:
        for other in sorted(self.choices & self._unwanted()):
            yield Fault("wanted-and-refused", subject=self._subject(), field="choices", value=other)


@frozen(kw_only=True, repr=False)
class Mentor(Role):
    """Somebody ready to pass on experience («наставник»).

    Args:
        capacity: how many mentees at most, from 1.
        minimum: how many mentees at least, in every plan; 0 asks for none.
        trained: has passed the mentors' training; None if not recorded.
        cleared: has shown a valid certificate of no criminal record; None if not recorded. Asked of
            adults who mentor minors, pupils apart; a teacher of the mentee's own school needs no note.

    >>> Mentor(Pupil("p1", name="Invented Name"), capacity=2).id
    'p1'
    """

    role: ClassVar[str] = "mentor"

    capacity: int = field(
        default=1, metadata=checked(validators.whole(1, MOST_PLACES, code="no-places"))
    )
    minimum: int = field(default=0, metadata=checked(validators.whole(0, MOST_PLACES)))
    trained: bool | None = field(default=None, metadata=checked(optional(validators.flag)))
    cleared: bool | None = field(default=None, metadata=checked(optional(validators.flag)))

    def _more_faults(self) -> Iterable[Fault]:
        yield from super()._more_faults()
        if self.minimum > self.capacity:
            yield Fault(
                "minimum-above-capacity",
                subject=self._subject(),
                field="minimum",
                value=self.minimum,
                high=self.capacity,
            )


@frozen(kw_only=True, repr=False)
class Mentee(Role):
    """Somebody who wants a mentor («наставляемый»).

    Args:
        category: id of the mentee category, such as ``"passive"``, or None; where it is not set, it follows from the
            signs.
        signs: ids of the signs from the methodology by which the coordinator recognises a category, such as
            ``"keeps-apart"``; told to nobody else.
        newcomer_since: the day on which somebody came from another school, or None for no newcomer.
        priority: who gets a mentor first where places are short, strictly: 1 before 2, up to 9.
        bans: ids of mentors whom the coordinator has ruled out for this mentee.

    >>> Mentee(Pupil("p2"), category="passive").category
    'passive'
    """

    role: ClassVar[str] = "mentee"

    category: str | None = field(default=None, metadata=checked(optional(validators.text)))
    signs: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, metadata=checked(validators.known_set)
    )
    newcomer_since: date | None = field(
        default=None, converter=as_day, metadata=checked(optional(validators.day))
    )
    priority: int = field(
        default=USUAL_PRIORITY, metadata=checked(validators.whole(1, LAST_PRIORITY))
    )
    bans: frozenset[str] = field(
        factory=frozenset, converter=as_frozenset, metadata=checked(validators.known_set)
    )

    @property
    def newcomer(self) -> bool:
        """Has come from another school; known of everybody, for nobody is one who is not noted as such."""
        return self.newcomer_since is not None

    def _unwanted(self) -> frozenset[str]:
        return self.refusals | self.bans


def _hidden(finding: tuple[str, Mapping[str, Any]] | None) -> Any:
    """Keep a wrong display name out of the message about it."""
    return None if finding is None else (finding[0], {"value": "(not shown)"})
