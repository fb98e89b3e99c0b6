"""An invented town with two schools, a college and an enterprise, in which all five forms have work to do.

Nobody in it is real. It is made by counting, not by chance, so that it is the same everywhere, and
it has what a real round has: consents that are missing, hours that do not meet, more wishes than
places.
"""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from nastavnik.people.records import Mentee, Mentor, Professional, Pupil, Student, Teacher
from nastavnik.programme.round.cohort import Cohort

__all__ = ["invented_town"]

_SCHOOLS: Final = ("school-north", "school-river")
_COLLEGE: Final = "college"
_ENTERPRISE: Final = "lantern-works"
_FIRST_NAMES: Final = (
    "Ася",
    "Лука",
    "Вера",
    "Марк",
    "Ида",
    "Гоша",
    "Нина",
    "Ефим",
    "Рита",
    "Яша",
    "Зоя",
)
_SURNAMES: Final = ("Небывал", "Выдумк", "Сказк", "Пример", "Придумк", "Понарошк", "Образц")
_SUBJECTS: Final = ("математика", "физика", "русский язык", "химия", "история", "биология")
_INTERESTS: Final = (
    "шахматы",
    "робототехника",
    "театр",
    "туризм",
    "музыка",
    "волонтёрство",
    "астрономия",
)
_HOURS: Final = ("пн 15", "вт 15", "вт 16", "ср 15", "чт 16", "пт 15")
_LEADERSHIP: Final = ("class-leader", "olympiad-winner", "volunteer", "organiser")
_PUPIL_TASKS: Final = (
    "potential-and-results",
    "newcomer-adaptation",
    "favourable-climate",
    "club-attendance",
)
_PATH_TASKS: Final = ("educational-prospects", "informed-trajectory", "soft-skills")
_WORK_TASKS: Final = ("informed-profession", "professional-potential", "first-professional-skills")
_STUDENT_TASKS: Final = ("informed-profession", "workplace-adaptation", "professional-skills")
_TEACHER_TASKS: Final = ("self-analysis", "effective-methods", "staying-in-profession")

ItemT = TypeVar("ItemT")


def invented_town() -> Cohort:
    """Return the people of the invented town.

    >>> invented_town()
    Cohort(58 mentees, 42 mentors)
    """
    mentees = [*_pupil_mentees(), *_teacher_mentees(), *_student_mentees()]
    mentors = [
        *_pupil_mentors(),
        *_teacher_mentors(),
        *_student_mentors(),
        *_professional_mentors(),
    ]
    return Cohort(mentees=mentees, mentors=mentors)


def _some(items: Sequence[ItemT], number: int, count: int) -> frozenset[ItemT]:
    """Return ``count`` of the items, others for another number."""
    step = 1 + number % (len(items) - 1)
    return frozenset(items[(number * 5 + k * step) % len(items)] for k in range(count))


def _name(number: int) -> str:
    first = _FIRST_NAMES[number % len(_FIRST_NAMES)]
    surname = _SURNAMES[number % len(_SURNAMES)]
    ending = "ов" if surname in ("Небывал", "Пример", "Образц") else "ин"
    woman = first[-1] in "ая" and first not in ("Лука", "Гоша", "Яша")
    return f"{first} {surname}{ending}{'а' if woman else ''}"


def _marks(number: int, *, strong: bool) -> dict[str, int]:
    """Return marks in three subjects: of a strong pupil 4 and 5, of a weak one 2 to 4."""
    chosen = sorted(_some(_SUBJECTS, number, 3))
    return {
        s: (4 + (number + k) % 2 if strong else 2 + (number + k) % 3) for k, s in enumerate(chosen)
    }


def _pupil_mentees() -> Iterator[Mentee]:
    for number in range(38):
        passive = number % 3 != 0
        age = 9 if number == 16 else 10 + number % 6
        pupil = Pupil(
            f"p{number + 1:02}",
            name=_name(number),
            organisation=_SCHOOLS[number % 2],
            grade=age - 6 if age > 9 else 3,
            age=age,
            marks=_marks(number, strong=not passive),
            slots={"сб 10"} if number == 30 else _some(_HOURS, number, 2),
            interests=_some(_INTERESTS, number, 2),
            place="город",
            languages={"русский"},
            data_consent=None if number == 7 else True,
        )
        yield Mentee(
            pupil,
            category="passive" if passive else "active",
            agreed=number != 22,
            guardian_agreed=number != 11,
            subjects=_some(_SUBJECTS, number, 1 + number % 2),
            tasks={_PUPIL_TASKS[number % 4], (_PATH_TASKS + _WORK_TASKS)[number % 6]},
            choices={f"q{number % 14 + 1:02}"} if number % 4 == 0 else set(),
            refusals={"q02"} if number == 5 else set(),
        )


def _pupil_mentors() -> Iterator[Mentor]:
    for number in range(14):
        pupil = Pupil(
            f"q{number + 1:02}",
            name=_name(number + 40),
            organisation=_SCHOOLS[number % 2],
            grade=8 + number % 4,
            age=14 + number % 4,
            marks=_marks(number, strong=True),
            slots=_some(_HOURS, number + 2, 3),
            interests=_some(_INTERESTS, number + 1, 3),
            qualities=_some(_LEADERSHIP, number, 1 + number % 2),
            place="город",
            languages={"русский"},
            data_consent=True,
        )
        yield Mentor(
            pupil,
            capacity=2 if number % 5 == 0 else 1,
            agreed=True,
            guardian_agreed=True,
            trained=number != 9,
            subjects=_some(_SUBJECTS, number, 2),
            tasks=_some(_PUPIL_TASKS, number, 2),
            choices={f"p{number * 4 % 38 + 1:02}"},
        )


def _teacher_mentees() -> Iterator[Mentee]:
    for number, category in enumerate(
        ("novice", "novice", "newcomer", "burnt-out", "novice", "newcomer")
    ):
        teacher = Teacher(
            f"t{number + 1:02}",
            name=_name(number + 60),
            organisation=_SCHOOLS[number % 2],
            experience=number % 3 if category == "novice" else 4 + 6 * (number % 3),
            subjects=_some(_SUBJECTS, number, 2),
            slots=_some(_HOURS, number, 3),
            place="город",
            data_consent=True,
        )
        yield Mentee(
            teacher, category=category, agreed=True, tasks=_some(_TEACHER_TASKS, number, 2)
        )


def _teacher_mentors() -> Iterator[Mentor]:
    for number in range(5):
        teacher = Teacher(
            f"u{number + 1:02}",
            name=_name(number + 70),
            organisation=_SCHOOLS[number % 2],
            experience=9 + 5 * number,
            subjects=_some(_SUBJECTS, number + 1, 3),
            qualities={"community-leader"} if number % 2 else {"innovator"},
            slots=_some(_HOURS, number + 1, 4),
            place="город",
            data_consent=True,
        )
        yield Mentor(
            teacher, capacity=2, agreed=True, trained=True, tasks=_some(_TEACHER_TASKS, number, 2)
        )


def _student_mentees() -> Iterator[Mentee]:
    for number in range(14):
        yield Mentee(
            _student(f"s{number + 1:02}", number),
            category="active" if number % 2 else "passive",
            agreed=True,
            guardian_agreed=True,
            tasks=_some(_STUDENT_TASKS, number, 2),
        )


def _student_mentors() -> Iterator[Mentor]:
    for number in range(13):
        yield Mentor(
            _student(f"v{number + 1:02}", number + 20),
            agreed=True,
            guardian_agreed=True,
            trained=True,
            cleared=number != 4,
            subjects=_some(_SUBJECTS, number, 2),
            tasks=_some(_PATH_TASKS, number, 2),
        )


def _student(ident: str, number: int) -> Student:
    return Student(
        ident,
        name=_name(number + 80),
        organisation=_COLLEGE,
        age=16 + number % 5,
        qualities={"volunteer", "project-participant"} if number % 3 else set(),
        slots=_some(_HOURS, number, 3),
        interests=_some(_INTERESTS, number, 3),
        place="город",
        languages={"русский"},
        data_consent=True,
    )


def _professional_mentors() -> Iterator[Mentor]:
    for number in range(10):
        professional = Professional(
            f"w{number + 1:02}",
            name=_name(number + 110),
            organisation=_ENTERPRISE,
            experience=3 + 4 * number,
            slots=_some(_HOURS, number + 3, 3),
            interests=_some(_INTERESTS, number + 2, 3),
            place="город",
            online=number % 2 == 0,
            languages={"русский"},
            data_consent=True,
        )
        yield Mentor(
            professional,
            capacity=1 + number % 3,
            agreed=True,
            trained=True,
            cleared=number != 6,
            tasks={*_some(_WORK_TASKS, number, 2), *_some(_STUDENT_TASKS, number, 1)},
        )
