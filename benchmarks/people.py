"""Invented people as columns, made from fixed seeds: a city of students and pupils, a region of schools.

Nobody here is real: a person is a number after a letter.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from nastavnik import TARGET_MODEL, Cohort

__all__ = ["Columns", "as_objects", "city", "region"]

Columns = dict[str, Any]
"""One side of a round: a list, or one value for everybody."""

_SUBJECTS = [
    *("math", "physics", "chemistry", "biology", "history", "russian"),
    *("english", "art", "geography", "it", "literature", "music"),
]
_INTERESTS = [f"interest {number}" for number in range(15)]
_SLOTS = [f"slot {number}" for number in range(10)]
_DISTRICTS = [f"district {number}" for number in range(3)]
_MARKED = _SUBJECTS[:4]


class _Luck:
    """Draws whole columns.

    Args:
        seed: of the generator.
        size: number of people.
    """

    def __init__(self, seed: int, size: int) -> None:
        self._rng = np.random.default_rng(seed)
        self._size = size

    def number(self, low: int, high: int) -> NDArray[np.int64]:
        """Return a number from ``low`` to ``high`` for each."""
        return self._rng.integers(low, high + 1, self._size)

    def one(self, pool: list[str]) -> list[str]:
        """Return one text for each."""
        return [pool[index] for index in self.number(0, len(pool) - 1).tolist()]

    def some(self, pool: list[str], count: int) -> list[list[str]]:
        """Return some different texts for each."""
        order = self._rng.random((self._size, len(pool))).argsort(axis=1)[:, :count]
        return [[pool[index] for index in row] for row in order.tolist()]

    def marks(self, low: int) -> list[dict[str, int]]:
        """Return marks in the same four subjects for each."""
        marks = self._rng.integers(low, 6, (self._size, len(_MARKED)))
        return [dict(zip(_MARKED, row, strict=True)) for row in marks.tolist()]


def city(mentees: int, mentors: int, places: int, *, rich: bool) -> tuple[Columns, Columns]:
    """Return pupils and the students who would mentor them.

    Args:
        mentees: how many pupils.
        mentors: how many students.
        places: of each student.
        rich: whether much is known of everybody, so that hardly two are alike.
    """
    tasks = [task.id for task in TARGET_MODEL.form("student-pupil").tasks]
    luck = _Luck(1, mentees)
    wanting: Columns = {
        "id": [f"p{number:05d}" for number in range(mentees)],
        "position": "pupil",
        "grade": luck.number(7, 11),
        "age": luck.number(13, 17),
        "category": luck.one(["passive", "active"]),
        "subjects": luck.some(_SUBJECTS, 2 if rich else 1),
        "tasks": luck.some(tasks, 1),
        "agreed": [True] * mentees,
        "guardian_agreed": [True] * mentees,
        "data_consent": [True] * mentees,
    }
    if rich:
        wanting["interests"] = luck.some(_INTERESTS, 2)
        wanting["slots"] = luck.some(_SLOTS, 3)
        wanting["place"] = luck.one(_DISTRICTS)
    luck = _Luck(2, mentors)
    qualities = ["community-leader", "volunteer", "organiser", "project-participant"]
    ready: Columns = {
        "id": [f"s{number:05d}" for number in range(mentors)],
        "position": "student",
        "age": luck.number(18, 22),
        "capacity": [places] * mentors,
        "qualities": luck.some(qualities, 1),
        "subjects": luck.some(_SUBJECTS, 3 if rich else 2),
        "tasks": luck.some(tasks, 2 if rich else 1),
        "agreed": [True] * mentors,
        "trained": [True] * mentors,
        "cleared": [True] * mentors,
        "data_consent": [True] * mentors,
    }
    if rich:
        ready["interests"] = luck.some(_INTERESTS, 3)
        ready["slots"] = luck.some(_SLOTS, 4)
        ready["place"] = luck.one(_DISTRICTS)
    return wanting, ready


def region(
    schools: int, *, mentees: int = 300, mentors: int = 100, places: int = 3
) -> tuple[Columns, Columns]:
    """Return pupils of many schools and the older ones who would mentor them, each at their own.

    Args:
        schools: how many.
        mentees: of each school.
        mentors: of each school.
        places: of each mentor.
    """
    form = TARGET_MODEL.form("pupil-pupil")
    tasks, categories = [task.id for task in form.tasks], [some.id for some in form.categories]
    everybody = schools * mentees
    luck = _Luck(3, everybody)
    grades = luck.number(5, 8)
    wanting: Columns = {
        **_of_schools("p", schools, mentees),
        "grade": grades,
        "age": grades + 6,
        "interests": luck.some(_INTERESTS, 2),
        "slots": luck.some(_SLOTS, 3),
        "marks": luck.marks(2),
        "category": luck.one(categories),
        "subjects": luck.some(_SUBJECTS[:8], 2),
        "tasks": luck.some(tasks, 1),
    }
    everybody = schools * mentors
    luck = _Luck(4, everybody)
    grades = luck.number(8, 11)
    ready: Columns = {
        **_of_schools("q", schools, mentors),
        "grade": grades,
        "age": grades + 6,
        "interests": luck.some(_INTERESTS, 3),
        "slots": luck.some(_SLOTS, 4),
        "qualities": luck.some(["volunteer", "organiser", "class-leader"], 1),
        "marks": luck.marks(3),
        "capacity": [places] * everybody,
        "trained": [True] * everybody,
        "subjects": luck.some(_SUBJECTS[:8], 3),
        "tasks": luck.some(tasks, 2),
    }
    return wanting, ready


def as_objects(wanting: Columns, ready: Columns) -> Cohort:
    """Return the cohort of these people, each a value of their own."""
    lazy = Cohort.from_columns(mentees=wanting, mentors=ready)
    return Cohort(mentees=tuple(lazy.mentees), mentors=tuple(lazy.mentors))


def _of_schools(letter: str, schools: int, each: int) -> Columns:
    """Return the columns that tell the pupils of one school from those of another."""
    people = [(school, number) for school in range(schools) for number in range(each)]
    return {
        "id": [f"s{school:04d}-{letter}{number:03d}" for school, number in people],
        "position": ["pupil"] * len(people),
        "organisation": [f"school {school}" for school, _ in people],
        "agreed": [True] * len(people),
        "guardian_agreed": [True] * len(people),
        "data_consent": [True] * len(people),
    }
