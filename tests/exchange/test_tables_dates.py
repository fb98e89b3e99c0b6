"""Birth dates give ages, and parts of a name are joined; neither date nor name is shown."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik import InvalidInputError, Mentee
from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.tables.cells.dates import age_on, day_in, school_year_begin

DAY = date(2026, 9, 1)


def read(folder: Path, text: str, notes: list[Fault] | None = None) -> tuple[Mentee, ...]:
    """Read a table of mentees, with ages as of a fixed day."""
    path = folder / "mentees.csv"
    path.write_text(text, encoding="utf-8")
    return read_mentees(path, on=DAY, notes=notes)


def faults(folder: Path, text: str) -> list[str]:
    """Return what is wrong with a table of mentees."""
    with pytest.raises(InvalidInputError) as caught:
        read(folder, text)
    return [fault.text("ru") for fault in caught.value.faults]


@pytest.mark.parametrize(
    "cell",
    [
        "13.05.2012",
        "2012-05-13",
        "2012-05-13 00:00",
        "13/05/2012",
        "13-05-2012",
        "13 мая 2012 г.",
        "13 Мая 2012",
        "13.05.12",
        "13.5.2012",
        "13.05.2012 г.р.",
        "May 13, 2012",
    ],
)
def test_ways_to_write_a_day(cell: str) -> None:
    """All are the thirteenth of May 2012."""
    assert day_in(cell, until=DAY) == date(2012, 5, 13)


@pytest.mark.parametrize("cell", ["31.02.2012", "05/13/2012", "2012", "май 2012", "41042", "вчера"])
def test_what_is_no_day(cell: str) -> None:
    """An impossible day, a month first, a part of a date."""
    assert day_in(cell, until=DAY) is None


@given(st.dates(date(1930, 1, 1), date(2025, 12, 31)), st.dates(date(2026, 1, 1), date(2035, 1, 1)))
def test_the_age_is_the_number_of_birthdays(born: date, on: date) -> None:
    """On the birthday itself one is a year older."""
    birthdays = sum(
        (year, born.month, born.day) <= (on.year, on.month, on.day)
        for year in range(born.year + 1, on.year + 1)
    )
    assert age_on(on, born) == birthdays


def test_the_school_year_begins_in_september() -> None:
    """In July and August it is the coming one that is spoken of."""
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31)]
    assert [school_year_begin(day).year for day in days] == [2025, 2026, 2026]


def test_the_age_is_kept_and_the_day_of_it_said(tmp_path: Path) -> None:
    """Nothing keeps the date, and everybody can see on which day the age was told."""
    notes: list[Fault] = []
    (mentee,) = read(tmp_path, "Код;Позиция;Дата рождения\np1;ученик;02.09.2012\n", notes)
    assert mentee.person.age == 13  # type: ignore[attr-defined]
    assert "2012" not in str(mentee.person.__getstate__())
    assert [note.text("ru") for note in notes] == [
        "mentees.csv: возраст на 01.09.2026 посчитан по дате рождения"
    ]


def test_a_teacher_has_no_age(tmp_path: Path) -> None:
    """A list of everybody may have birth dates of teachers too; they are not kept."""
    (mentee,) = read(tmp_path, "Код;Позиция;Дата рождения\nt1;педагог;02.09.1980\n")
    assert not hasattr(mentee.person, "age")


def test_age_and_birth_date_must_agree(tmp_path: Path) -> None:
    """The fault says both ages, and not the date."""
    text = "Код;Позиция;Возраст;Дата рождения\np1;ученик;12;13.05.2012\np2;ученик;14;13.05.2012\n"
    (fault,) = faults(tmp_path, text)
    assert fault == (
        "mentees.csv, строка 2, столбец «Дата рождения»: полных лет на 01.09.2026 по дате рождения – 14, "
        "а в столбце с возрастом – 12; исправьте одно из двух или оставьте один из этих столбцов"
    )


def test_a_wrong_date_is_a_fault_of_its_column(tmp_path: Path) -> None:
    """So is an age that cannot be, under the heading from which it comes."""
    text = "Код;Позиция;Дата рождения\np1;ученик;31.02.2012\np2;ученик;13.05.1912\n"
    assert faults(tmp_path, text) == [
        (
            "mentees.csv, строка 2, столбец «Дата рождения»: (дата) – не дата рождения; пишите так: 13.05.2012 "
            "или 2012-05-13"
        ),
        "mentees.csv, строка 3, столбец «Дата рождения»: нужно число от 5 до 25, а указано 114",
    ]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("Код;Позиция;Фамилия;Имя;Отчество\np1;ученик;Выдуманная;Анна;Львовна", "Выдуманная Анна Львовна"),
        ("Код;Позиция;Фамилия;Имя\np1;ученик;Выдуманная;Анна", "Выдуманная Анна"),
        ("Код;Позиция;Фамилия;Имя\np1;ученик;Выдуманная;Анна Мария", "Выдуманная Анна Мария"),
        ("Код;Позиция;фамилия;имя отчество\np1;ученик;Выдуманная;Анна Львовна", "Выдуманная Анна Львовна"),
        ("Код;Позиция;Имя\np1;ученик;Выдуманная Анна", "Выдуманная Анна"),
        ("Код;Позиция;Имя;Отчество\np1;ученик;Анна;Львовна", "Анна Львовна"),
        ("Код;Позиция;ФИО;Фамилия\np1;ученик;Выдуманная Анна;Выдуманная", "Выдуманная Анна"),
        ("id;position;surname;name\np1;pupil;Invented;Anna", "Invented Anna"),
    ],
)  # fmt: skip
def test_parts_of_a_name_are_joined(tmp_path: Path, table: str, name: str) -> None:
    """In one column, two or three; «Имя» alone is the whole name."""
    (mentee,) = read(tmp_path, table)
    assert mentee.person.name == name
