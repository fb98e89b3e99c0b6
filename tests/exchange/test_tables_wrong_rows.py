"""Rows of people's tables held against each other and against those of the other table."""

import traceback

import pytest

from helpers.tables import Tables, mentees, mentors
from nastavnik import (
    InvalidInputError,
)

pytest_plugins = ["helpers.tables"]


def test_a_second_row_of_one_id_is_a_fault(tables: Tables) -> None:
    """The second row of an id names the first, and its own cells are checked."""
    found = tables.faults(mentees("p1;ученик;7;;;", "p2;ученик;7;;;", "p1;ученик;12Б;;;"))
    assert [fault.code for fault in found] == ["duplicate-row", "not-class"]
    assert found[0].text("ru") == (
        "mentees.csv, строка 4, столбец «Код»: код «p1» уже есть в строке 2; "
        "если это один человек, оставьте одну строку, если разные – дайте им разные коды"
    )


def test_two_people_with_one_id_are_a_fault(tables: Tables) -> None:
    """One id in both tables is one person, who differs here in fields named as in the file."""
    assert tables.only(mentees("p1;ученик;7;;;"), mentors("p1;ученик;8;1;")) == (
        "mentors.csv, строка 2, столбец «Код»: код «p1» у двух разных людей "
        "(различия: Класс); дайте им разные коды, а если это один человек, исправьте различия"
    )


def test_a_column_of_one_table_alone_goes_by_its_usual_heading(tables: Tables) -> None:
    """People may differ in a column that only one table has; it is named all the same."""
    text = tables.only("id,position,grade\np1,pupil,7\n", "id,position\np1,pupil\n")
    assert "(различия: Grade)" in text


def test_wrong_cells_make_nobody_another_person(tables: Tables) -> None:
    """A cell that is wrong in one table is not compared with the other table."""
    assert tables.codes(mentees("p1;ученик;12Г;;;"), mentors("p1;ученик;8;1;")) == ["not-class"]
    assert tables.codes(mentees("p1;уч;7;;;"), mentors("p1;ученик;7;1;")) == ["unknown-choice"]


def test_contradictory_consents_are_a_fault(tables: Tables) -> None:
    """Consent to data handling that is yes in one table and no in the other is named as such."""
    both = "Код;Позиция;Согласие на обработку данных\np1;ученик;{}\n"
    (fault,) = tables.faults(both.format("да"), both.format("нет"))
    assert fault.code == "contradictory-consent"
    assert fault.place is not None
    assert fault.place.text("ru") == (
        "mentors.csv, строка 2, столбец «Согласие на обработку данных»"
    )


def test_a_name_of_nobody_is_a_fault(tables: Tables) -> None:
    """An id that is in no row of the other table is a fault with the nearest as advice."""
    (fault,) = tables.faults(
        mentees("p1;ученик;7;;;m1, M-17"), mentors("M17;ученик;9;1;", "m1;ученик;9;;")
    )
    assert (fault.code, fault.details["value"], fault.advice) == ("names-nobody", "M-17", "M17")
    assert fault.place is not None
    assert fault.place.text("en") == "mentees.csv, row 2, column «Выбрал(а)»"


def test_people_with_faults_can_be_named(tables: Tables) -> None:
    """Who has faults is there all the same, so naming them is no fault."""
    assert tables.codes(
        mentees("p1;ученик;7;;;m1, m2, m3"),
        mentors("m1;ученик;12Г;1;", "m2;уч;7;1;", "m3;ученик;7;0;"),
    ) == ["not-class", "unknown-choice", "no-places"]


def test_faults_are_in_the_order_of_the_input(tables: Tables) -> None:
    """Faults come by file, row and column, whichever check found them."""
    found = tables.faults(
        mentees("p1;ученик;7;;x;m9", "p2;ученик;12Г;;;", "p1;ученик;;;;"),
        mentors("m1;ученик;10;0;p9", "m2;работадатель;;1;"),
    )
    places = [(f.place.file, f.place.row, f.place.column) for f in found if f.place]
    assert places == [
        ("mentees.csv", 2, "Категория"),
        ("mentees.csv", 2, "Выбрал(а)"),
        ("mentees.csv", 3, "Класс"),
        ("mentees.csv", 4, "Код"),
        ("mentors.csv", 2, "Мест"),
        ("mentors.csv", 2, "Выбрал(а)"),
        ("mentors.csv", 3, "Позиция"),
    ]


SECRET_MENTEES = (
    "Код;ФИО;Позиция;Класс\np1;Тайная Анна;ученик;12Г\np1;Тайный Пётр;уч;1\n;Тайный;;\n"
)
SECRET_MENTORS = "Код;ФИО;Позиция;Класс\np1;Тайный Иван;ученик;8;9\np2;=Тайный;ученик;x\n"
"""Rows in which everything is wrong; apart from the test, for a traceback quotes its lines."""


def test_no_fault_shows_a_name(tables: Tables) -> None:
    """Display names are in no message and no traceback, whatever is wrong with the rows."""
    with pytest.raises(InvalidInputError) as caught:
        tables.read(SECRET_MENTEES, SECRET_MENTORS)
    shown = "".join(traceback.format_exception(caught.value)) + caught.value.text("ru")
    assert "Тайн" not in shown
