"""Everyone of one invented school as is meant, everything known that somebody there knows."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from attrs import frozen

from nastavnik import Cohort, Mentee, Mentor, Pupil, Teacher

__all__ = ["FIRST_DAY", "Meant", "School", "school"]

FIRST_DAY: Final = date(2025, 9, 1)
"""The day on which the ages are meant."""

_SURNAMES: Final = (
    "Выдумкин", "Небывалов", "Сказкин", "Примеров", "Понарошкин", "Образцов", "Придумкин", "Ласточкин", "Синицын",
    "Журавлёв", "Чайкин", "Дроздов", "Зябликов", "Скворцов", "Кукушкин", "Филинов", "Щеглов", "Совушкин", "Грачёв",
    "Удодов", "Перепёлкин", "Клестов", "Свиристелев", "Поползнев", "Трясогузкин", "Коростелёв", "Снегирёв", "Овсянкин",
)  # fmt: skip
_BOYS: Final = (
    "Лука",
    "Марк",
    "Ефим",
    "Яков",
    "Пётр",
    "Лев",
    "Фёдор",
    "Глеб",
    "Аким",
    "Савва",
    "Тихон",
    "Ян",
)
_GIRLS: Final = (
    "Ася",
    "Вера",
    "Ида",
    "Нина",
    "Рита",
    "Зоя",
    "Ева",
    "Майя",
    "Лия",
    "Злата",
    "Тая",
    "Яна",
)
_FATHERS: Final = (
    ("Ильич", "Ильинична"),
    ("Львович", "Львовна"),
    ("Петрович", "Петровна"),
    ("Юрьевич", "Юрьевна"),
)

_SUBJECTS: Final = (
    "математика", "физика", "химия", "биология", "география", "история", "литература", "информатика", "русский язык",
    "английский язык",
)  # fmt: skip
_BRACKETED: Final = {
    "математика": "математика (алгебра, геометрия)",
    "биология": "биология (ботаника, зоология)",
}
_TIMES: Final = ("пн 14:30", "вт 15:00", "ср 15:00", "чт 16:00", "пт 14:00", "сб 10:00")
_INTERESTS: Final = (
    "шахматы", "робототехника", "театр", "туризм", "хор", "танцы", "волейбол", "футбол", "рисование", "фотография",
    "программирование",
)  # fmt: skip
_LEADERSHIP: Final = ("class-leader", "olympiad-winner", "volunteer", "organiser")
_SCHOOLS: Final = (
    "МБОУ СОШ № {}", "МБОУ «СОШ № {}»", "МАОУ «Гимназия № {}»", "Школа № {}", "МБОУ Лицей № {}",
)  # fmt: skip


@frozen(kw_only=True)
class Meant:
    """Somebody in a role, as is meant, and what tables have besides.

    Args:
        role: the mentee or mentor.
        surname: on its own, as class registers have it.
        first: first name, and patronymic where the school writes it.
        woman: for words that have a gender.
        letter: of the class, or nothing.
        born: day of birth, of pupils.
    """

    role: Mentee | Mentor
    surname: str
    first: str
    woman: bool
    letter: str = ""
    born: date | None = None

    @property
    def ident(self) -> str:
        """The id."""
        return self.role.person.id

    @property
    def name(self) -> str:
        """The whole display name."""
        return f"{self.surname} {self.first}"


@frozen(kw_only=True)
class School:
    """A school: its name and everyone who takes part.

    Args:
        name: of the school, as it is spelt officially.
        mentees: those who want a mentor.
        mentors: those ready to be one.
    """

    name: str
    mentees: tuple[Meant, ...]
    mentors: tuple[Meant, ...]

    @property
    def cohort(self) -> Cohort:
        """The true cohort."""
        mentees = [each.role for each in self.mentees if isinstance(each.role, Mentee)]
        mentors = [each.role for each in self.mentors if isinstance(each.role, Mentor)]
        return Cohort(mentees=mentees, mentors=mentors)


def school(
    seed: int,
    *,
    pupils: int = 58,
    mentors: int = 25,
    teachers: int = 3,
    namesakes: bool = True,
    bracketed: bool = False,
    patronymics: bool = False,
) -> School:
    """Make a school.

    Args:
        seed: of everything drawn.
        pupils: number of pupils to be mentored.
        mentors: number of pupils as mentors.
        teachers: teachers to be mentored, and as many as mentors.
        namesakes: two people may have one name.
        bracketed: some subjects are called with what belongs to them, in brackets.
        patronymics: names have three parts.

    >>> made = school(1)
    >>> made.cohort, made == school(1), made == school(2)
    (Cohort(61 mentees, 28 mentors), True, False)
    """
    chance = Random(f"school {seed}")
    name = chance.choice(_SCHOOLS).format(chance.randrange(2, 60))
    names = _names(chance, namesakes=namesakes, patronymics=patronymics)
    low = [_mentee(chance, f"у{n:02}", name, next(names), bracketed) for n in range(1, pupils + 1)]
    novices = [
        _teacher(chance, f"п{n:02}", name, next(names), True) for n in range(1, teachers + 1)
    ]
    high = [
        _mentor(chance, f"н{n:02}", name, next(names), bracketed) for n in range(1, mentors + 1)
    ]
    masters = [_teacher(chance, f"нп{n}", name, next(names), False) for n in range(1, teachers + 1)]
    return School(name=name, mentees=(*low, *novices), mentors=(*high, *masters))


def _names(
    chance: Random, *, namesakes: bool, patronymics: bool
) -> Iterator[tuple[str, str, bool]]:
    met: set[tuple[str, str]] = set()
    while True:
        woman = chance.random() < 0.5
        surname = chance.choice(_SURNAMES) + ("а" if woman else "")
        first = chance.choice(_GIRLS if woman else _BOYS)
        if patronymics:
            first += f" {chance.choice(_FATHERS)[woman]}"
        if namesakes or (surname, first) not in met:
            met.add((surname, first))
            yield surname, first, woman


def _born(chance: Random, grade: int, *, late: bool) -> date:
    """Return a day of birth by which the pupil is of the usual age of a grade."""
    age = grade + 6 + late
    return FIRST_DAY.replace(year=FIRST_DAY.year - age) - timedelta(days=chance.randrange(1, 364))


def _age(born: date) -> int:
    before = (FIRST_DAY.month, FIRST_DAY.day) < (born.month, born.day)
    return FIRST_DAY.year - born.year - before


def _said(chance: Random, no: float, unasked: float) -> bool | None:
    drawn = chance.random()
    return None if drawn < unasked else drawn >= unasked + no


def _called(subjects: list[str], bracketed: bool) -> list[str]:
    return [_BRACKETED.get(subject, subject) for subject in subjects] if bracketed else subjects


def _mentee(
    chance: Random, ident: str, name: str, who: tuple[str, str, bool], bracketed: bool
) -> Meant:
    grade = chance.choice((5, 5, 6, 6, 7, 7, 8, 8, 8, 9))
    born = _born(chance, grade, late=chance.random() < 0.3)
    subjects = _called(chance.sample(_SUBJECTS, chance.choice((1, 1, 1, 2, 3))), bracketed)
    active = chance.random() < 0.2
    marks = {s: chance.choice((2, 3, 3, 3, 4)) for s in subjects}
    pupil = Pupil(
        ident,
        name=f"{who[0]} {who[1]}",
        organisation=name,
        grade=grade,
        age=_age(born),
        marks=marks,
        slots=set(chance.sample(_TIMES, chance.choice((1, 1, 2, 2, 3)))),
        interests=set(chance.sample(_INTERESTS, chance.choice((0, 1, 1, 2)))),
        languages={"русский"} if chance.random() < 0.4 else None,
        data_consent=_said(chance, 0.07, 0.08),
    )
    role = Mentee(
        pupil,
        category="active" if active else "passive",
        agreed=_said(chance, 0.1, 0.03),
        guardian_agreed=_said(chance, 0.02, 0.04),
        subjects=set(subjects),
        priority=chance.choice((1, 2, 3)) if chance.random() < 0.15 else 5,
    )
    return _meant(chance, role, who, born)


def _mentor(
    chance: Random, ident: str, name: str, who: tuple[str, str, bool], bracketed: bool
) -> Meant:
    grade = chance.choice((8, 8, 9, 10, 10, 10, 11))
    born = _born(chance, grade, late=chance.random() < 0.3)
    subjects = _called(chance.sample(_SUBJECTS, chance.choice((2, 3, 3))), bracketed)
    pupil = Pupil(
        ident,
        name=f"{who[0]} {who[1]}",
        organisation=name,
        grade=grade,
        age=_age(born),
        marks={s: chance.choice((4, 5, 5)) for s in subjects},
        slots=set(chance.sample(_TIMES, chance.choice((2, 2, 3)))),
        interests=set(chance.sample(_INTERESTS, 2)),
        qualities=set(chance.sample(_LEADERSHIP, chance.choice((1, 1, 2)))),
        data_consent=_said(chance, 0.04, 0.04),
    )
    role = Mentor(
        pupil,
        agreed=_said(chance, 0.03, 0.0),
        guardian_agreed=_said(chance, 0.03, 0.04),
        subjects=set(subjects),
        capacity=chance.choice((1, 1, 2, 2, 2, 3, 3)),
        trained=chance.random() >= 0.16,
    )
    return _meant(chance, role, who, born)


def _meant(
    chance: Random, role: Mentee | Mentor, who: tuple[str, str, bool], born: date | None
) -> Meant:
    letter = chance.choice("ААББВ") if born else ""
    return Meant(role=role, surname=who[0], first=who[1], woman=who[2], letter=letter, born=born)


def _teacher(
    chance: Random, ident: str, name: str, who: tuple[str, str, bool], novice: bool
) -> Meant:
    teacher = Teacher(
        ident,
        name=f"{who[0]} {who[1]}",
        organisation=name,
        experience=chance.randrange(1, 4) if novice else chance.randrange(12, 35),
        subjects=set(chance.sample(_SUBJECTS, 1 if novice else 2)),
        slots={"ср 15:00"} if novice else {"ср 15:00", "чт 16:00"},
        qualities=set() if novice else {"speaker"},
        data_consent=True,
    )
    if novice:
        return _meant(chance, Mentee(teacher, category="novice", agreed=True), who, None)
    return _meant(chance, Mentor(teacher, agreed=True, trained=True, cleared=True), who, None)
