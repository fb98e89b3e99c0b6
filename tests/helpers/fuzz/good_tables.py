"""Small tables of invented people in which nothing is wrong, and what no call may show of them."""

from typing import Any, Final

from attrs import define, field

from helpers.grids import Sheet, csv_of, xlsx_of

__all__ = ["NAME_WORDS", "TABLES", "File", "good_file"]

_SURNAMES: Final = (
    "Зябликмаркер",
    "Щегловметка",
    "Снегирьпримет",
    "Дроздознак",
    "Чижеметкин",
    "Клёстопримет",
)
_FIRST: Final = ("Евмаркия", "Прометий", "Знакомира")

NAME_WORDS: Final = tuple(word.casefold() for word in (*_SURNAMES, *_FIRST))
"""What stands in the column of names, and nowhere else."""

_HEADINGS: Final = (
    "Код", "ФИО", "Позиция", "Организация", "Место встреч", "Онлайн", "Языки", "Свободное время", "Интересы",
    "Качества", "Согласие на обработку данных", "Класс", "Возраст", "Оценки", "Стаж", "Преподаёт",
    "Согласие участвовать", "Согласие родителей", "Предметы", "Задачи", "Выбрал(а)", "Отказы",
)  # fmt: skip
_OF_MENTEES: Final = ("Категория", "Приоритет", "Запреты")
_OF_MENTORS: Final = ("Мест", "Минимум наставляемых", "Обучение пройдено", "Справка")


def _name(number: int) -> str:
    return f"{_SURNAMES[number % len(_SURNAMES)]} {_FIRST[number % len(_FIRST)]}"


def _pupil(ident: str, number: int, grade: int, mark: int) -> list[Any]:
    marks = f"физика {mark}, химия {mark}"
    return [
        ident, _name(number), "ученик", "Школа 5", "город", "да", "русский", "вт 15:00, чт 16:00", "шахматы",
        "волонтёр", "да", grade, grade + 6, marks, None, None, "да", "да", "физика, химия", None, None, None,
    ]  # fmt: skip


def _teacher(ident: str, number: int, years: int) -> list[Any]:
    return [
        ident, _name(number), "педагог", "Школа 5", None, None, None, "ср 15:00", None, "ведущий семинаров и вебинаров",
        "да", None, None, None, years, "физика", "да", None, None, None, None, None,
    ]  # fmt: skip


MENTEES: Final[tuple[list[Any], ...]] = (
    [*_HEADINGS, *_OF_MENTEES],
    [*_pupil("p1", 0, 7, 2), "пассивный ученик", 1, None],
    [*_pupil("p2", 1, 8, 3), "пассивный ученик", None, "t2"],
    [*_pupil("p3", 2, 6, 2), "активный ученик", None, None],
    [*_teacher("p4", 3, 1), "молодой специалист", None, None],
)
"""A table of mentees in which nothing is wrong."""

MENTORS: Final[tuple[list[Any], ...]] = (
    [*_HEADINGS, *_OF_MENTORS],
    [*_pupil("t1", 4, 10, 5), 2, None, "да", None],
    [*_pupil("t2", 5, 11, 5), 1, 1, "да", None],
    [*_teacher("t3", 1, 20), 1, None, "да", "да"],
)
"""A table of mentors in which nothing is wrong."""

DEMANDS: Final[tuple[list[Any], ...]] = (
    ["Требование", "Наставник", "Наставляемый", "Почему", "По чьей просьбе", "Отступления"],
    ["закрепить", "t1", "p1", "были парой", "завуч", None],
    ["запретить", "t1", "p2", "живут далеко", "завуч", None],
)
"""A table of demands in which nothing is wrong."""

TABLES: Final = {"mentees": MENTEES, "mentors": MENTORS, "demands": DEMANDS}
"""The three tables by kind."""


@define(kw_only=True)
class File:
    """A file that a coordinator might give.

    Args:
        name: with its ending.
        content: its bytes.
        moved: names may stand elsewhere than in the column of names, so that nothing can know them for names.
        how: what was done to it, in words.
    """

    name: str
    content: bytes
    moved: bool = False
    how: list[str] = field(factory=list)


def good_file(kind: str, ending: str = ".csv") -> File:
    """Return one of the three tables as it should be."""
    rows = [list(row) for row in TABLES[kind]]
    content = csv_of(rows) if ending == ".csv" else xlsx_of([Sheet(rows=rows)])
    return File(name=f"{kind}{ending}", content=content)
