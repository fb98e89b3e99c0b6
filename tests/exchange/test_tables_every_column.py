"""Every column of a written table holds the field its heading names; all values differ, so none passes for another."""

import csv
from pathlib import Path
from typing import Final

import pytest

from nastavnik import Cohort, Mentee, Mentor, Pupil, Student
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.tables import read_cohort, write_people

MENTEE: Final = Mentee(
    Pupil(
        "p7",
        name="Ася Небывалова",
        organisation="Школа 3",
        place="центр",
        age=13,
        grade=7,
        letter="Б",
        languages={"ru"},
        slots={"tue 15:00"},
        interests={"шахматы"},
        marks={"физика": 2, "химия": 4},
        data_consent=True,
    ),
    category="passive",
    agreed=True,
    guardian_agreed=False,
    subjects={"алгебра"},
    tasks={"soft-skills"},
    priority=3,
    choices={"q1"},
    refusals={"q2"},
    bans={"q3"},
)
MENTOR: Final = Mentor(
    Student(
        "q1",
        name="Вера Выдуманная",
        organisation="Вуз 5",
        place="библиотека",
        online=True,
        age=19,
        languages={"en"},
        slots={"wed 16:30"},
        interests={"театр"},
        qualities={"volunteer"},
        data_consent=False,
    ),
    capacity=4,
    minimum=2,
    trained=True,
    cleared=False,
    agreed=True,
    guardian_agreed=False,
    subjects={"геометрия"},
    tasks={"educational-prospects"},
    choices={"p7"},
    refusals={"p8"},
)
COHORT: Final = Cohort(
    mentees=[MENTEE, Mentee(Pupil("p8"))],
    mentors=[MENTOR, Mentor(Student("q2")), Mentor(Student("q3"))],
)

WRITTEN: Final[dict[Language, tuple[dict[str, str], dict[str, str]]]] = {
    "ru": (
        {
            "Код": "p7",
            "ФИО": "Ася Небывалова",
            "Позиция": "ученик",
            "Организация": "Школа 3",
            "Место встреч": "центр",
            "Онлайн": "нет",
            "Языки": "ru",
            "Свободное время": "tue 15:00",
            "Интересы": "шахматы",
            "Согласие на обработку данных": "да",
            "Класс": "7",
            "Буква класса": "Б",
            "Возраст": "13",
            "Оценки": "физика 2, химия 4",
            "Согласие участвовать": "да",
            "Согласие родителей": "нет",
            "Предметы": "алгебра",
            "Задачи": "гибкие навыки",
            "Выбрал(а)": "q1",
            "Отказы": "q2",
            "Категория": "пассивный ученик",
            "Приоритет": "3",
            "Запреты": "q3",
        },
        {
            "Код": "q1",
            "ФИО": "Вера Выдуманная",
            "Позиция": "студент",
            "Организация": "Вуз 5",
            "Место встреч": "библиотека",
            "Онлайн": "да",
            "Языки": "en",
            "Свободное время": "wed 16:30",
            "Интересы": "театр",
            "Качества": "волонтёр",
            "Согласие на обработку данных": "нет",
            "Возраст": "19",
            "Согласие участвовать": "да",
            "Согласие родителей": "нет",
            "Предметы": "геометрия",
            "Задачи": "видение образовательных перспектив",
            "Выбрал(а)": "p7",
            "Отказы": "p8",
            "Мест": "4",
            "Минимум наставляемых": "2",
            "Обучение пройдено": "да",
            "Справка": "нет",
        },
    ),
    "en": (
        {
            "ID": "p7",
            "Name": "Ася Небывалова",
            "Position": "pupil",
            "Organisation": "Школа 3",
            "Meeting place": "центр",
            "Online": "no",
            "Languages": "ru",
            "Free time": "tue 15:00",
            "Interests": "шахматы",
            "Data consent": "yes",
            "Grade": "7",
            "Class letter": "Б",
            "Age": "13",
            "Marks": "физика 2, химия 4",
            "Agreed": "yes",
            "Guardian agreed": "no",
            "Subjects": "алгебра",
            "Tasks": "soft skills",
            "Chose": "q1",
            "Refuses": "q2",
            "Category": "passive pupil",
            "Priority": "3",
            "Banned": "q3",
        },
        {
            "ID": "q1",
            "Name": "Вера Выдуманная",
            "Position": "student",
            "Organisation": "Вуз 5",
            "Meeting place": "библиотека",
            "Online": "yes",
            "Languages": "en",
            "Free time": "wed 16:30",
            "Interests": "театр",
            "Qualities": "volunteer",
            "Data consent": "no",
            "Age": "19",
            "Agreed": "yes",
            "Guardian agreed": "no",
            "Subjects": "геометрия",
            "Tasks": "view of one's educational prospects",
            "Chose": "p7",
            "Refuses": "p8",
            "Capacity": "4",
            "Minimum": "2",
            "Trained": "yes",
            "Cleared": "no",
        },
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_stands_under_its_own_heading(tmp_path: Path, language: Language) -> None:
    """Of a mentee and a mentor who have stated everything; and what is typed so is read so."""
    paths = write_people(COHORT, tmp_path, language=language, format="csv")
    for path, expected in zip(paths, WRITTEN[language], strict=True):
        with path.open(encoding="utf-8-sig", newline="") as file:
            first, *_ = csv.DictReader(file, delimiter=";")
        assert first == expected
    typed = []
    for path, cells in zip(paths, WRITTEN[language], strict=True):
        rows = path.read_text(encoding="utf-8-sig").splitlines()
        rows[:2] = [";".join(cells), ";".join(cells.values())]
        path.write_text("\n".join(rows), encoding="utf-8")
        typed.append(path)
    read = read_cohort(*typed)
    assert (read.mentee("p7"), read.mentor("q1")) == (MENTEE, MENTOR)
