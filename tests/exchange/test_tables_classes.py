"""Classes of a school: a grade and a letter from one cell or from two."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tables import Tables, mentees
from nastavnik import Cohort, Mentee, Mentor, Pupil
from nastavnik.exchange.tables import read_cohort, write_people
from nastavnik.exchange.tables.cells.classes import SchoolClass, class_letter, school_class

pytest_plugins = ["helpers.tables"]


@pytest.mark.parametrize(
    "cell",
    [
        "7Б",
        '7 "Б"',
        "7-Б класс",
        "7б",
        "7 «б»",
        "7 (Б)",
        "7.Б",
        "кл. 7Б",
        "класс 7 б",
        "7-й «Б»",
        "VII-Б",
        "7Б класса",
    ],
)
def test_ways_to_write_a_class(cell: str) -> None:
    """Each says grade 7 and the letter Б."""
    assert school_class(cell, "ru") == SchoolClass(7, "Б")


@pytest.mark.parametrize("cell", ["7", "7.0", "7 класс", "7-й", "7th grade", "VII", "07"])
def test_a_class_may_have_no_letter(cell: str) -> None:
    """A word, an ending or a Roman number is no letter."""
    assert school_class(cell, "ru") == SchoolClass(7)


@pytest.mark.parametrize("cell", ["12Б", "0", "12", "77Г", "7-8", "7 лет", "х", "Иванов", "1e0"])
def test_what_is_no_class(cell: str) -> None:
    """Out of range, two classes, a tick, a word: it is handed on to be told."""
    assert not isinstance(school_class(cell, "ru"), SchoolClass)


def test_a_latin_letter_that_looks_russian_is_one_class() -> None:
    """«7A» and «7А» are one class in a Russian table; an English one keeps its letters."""
    assert school_class("7A", "ru") == school_class("7А", "ru")
    assert school_class("7B", "ru") == SchoolClass(7, "В")
    assert [school_class(f"7{letter}", "en") for letter in "AB"] == [
        SchoolClass(7, "A"),
        SchoolClass(7, "B"),
    ]
    assert class_letter("a", "ru") == "А"


@given(st.integers(1, 11), st.sampled_from("АБВГДЖЗИК"), st.sampled_from(["", "-", " ", " «", '"']))
def test_grade_and_letter_come_back(grade: int, letter: str, between: str) -> None:
    """Whatever stands between."""
    cell = f"{grade}{between}{letter}"
    assert school_class(cell, "ru") == SchoolClass(grade, letter)


def test_the_letter_is_kept_and_no_rule_needs_it(tables: Tables) -> None:
    """From the class, or from a column of its own."""
    cohort = tables.read("Код;Позиция;Класс;Буква класса\np1;ученик;7Б;\np2;ученик;7;в\n")
    read = {m.id: (m.person.grade, m.person.letter) for m in cohort.mentees}  # type: ignore[attr-defined]
    assert read == {"p1": (7, "Б"), "p2": (7, "В")}


def test_two_letters_that_disagree_are_a_fault(tables: Tables) -> None:
    """It stands at the letter and shows the other."""
    text = tables.only("Код;Позиция;Класс;Буква класса\np1;ученик;7Б;В\n")
    assert text == (
        "mentees.csv, строка 2, столбец «Буква класса»: буква класса здесь «В», а в столбце с классом – «Б»; "
        "исправьте одно из двух"
    )


@pytest.mark.parametrize(("cell", "shown"), [("12Б", "«12Б»"), ("0", "0")])
def test_a_class_out_of_range_is_told_with_the_range(tables: Tables, cell: str, shown: str) -> None:
    """As one fault of the cell."""
    assert tables.only(mentees(f"p1;ученик;{cell};;;")) == (
        "mentees.csv, строка 2, столбец «Класс»: класс – число от 1 до 11, можно с буквой (7, 7Б), "
        f"а указано {shown}"
    )


def test_a_letter_that_one_table_leaves_out_makes_nobody_another_person(tables: Tables) -> None:
    """One child is in 7Б in one table and in 7 in the other."""
    cohort = tables.read("Код;Позиция;Класс\nx;ученик;7Б\n", "Код;Позиция;Класс\nx;ученик;7\n")
    assert cohort.mentee("x").id == cohort.mentor("x").id


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_letter_is_written_and_read_back(tmp_path: Path, file_format: str) -> None:
    """In a column of its own, which is left out where nobody has one."""
    cohort = Cohort(
        mentees=[Mentee(Pupil("p1", grade=7, letter="Б"))], mentors=[Mentor(Pupil("m1"))]
    )
    paths = write_people(cohort, tmp_path, language="ru", format=file_format)  # type: ignore[arg-type]
    assert read_cohort(*paths) == cohort
    if file_format == "csv":
        assert "Буква класса" in paths[0].read_text(encoding="utf-8")
        assert "Буква класса" not in paths[1].read_text(encoding="utf-8")
