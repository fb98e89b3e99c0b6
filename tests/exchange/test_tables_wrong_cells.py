"""Cells of people's tables: each that is wrong is a fault with its place, its value and what would be right."""

import pytest

from helpers.tables import Tables, mentees, mentors
from nastavnik import (
    Cohort,
    Mentee,
    Mentor,
    Pupil,
)

pytest_plugins = ["helpers.tables"]


def test_a_row_with_three_bad_cells_has_three_faults(tables: Tables) -> None:
    """Every bad cell of a row is a fault with place, value and advice."""
    found = tables.faults(mentees("p1;ученик;12Г;двенадцать;пасивный;"))
    assert "\n".join(fault.text("ru") for fault in found) == (
        "mentees.csv, строка 2, столбец «Класс»: класс – число от 1 до 11, можно с буквой (7, 7Б), а указано «12Г»\n"
        "mentees.csv, строка 2, столбец «Возраст»: нужно целое число, а указано «двенадцать»\n"
        "mentees.csv, строка 2, столбец «Категория»: категории наставляемых «пасивный» нет; "
        "для этой позиции есть такие: активный ученик, пассивный ученик\n"
        "    Возможно, пассивный ученик?"
    )
    assert [(fault.subject, fault.field) for fault in found] == [
        (("mentee", "p1"), "grade"),
        (("mentee", "p1"), "age"),
        (("mentee", "p1"), "category"),
    ]


@pytest.mark.parametrize("grade", ["12Г", "NaN", "inf", "1.5", "0", "12", "1e0", "ИСТИНА"])
def test_what_is_no_grade_is_a_fault(tables: Tables, grade: str) -> None:
    """A grade is a whole number from 1 to 11."""
    assert tables.codes(mentees(f"p1;ученик;{grade};;;")) == ["not-class"]


@pytest.mark.parametrize(
    ("cell", "advice"), [("7 лет", "7"), ("около 7 лет", "7"), ("77Г", None), ("7-8", None)]
)
def test_the_number_in_a_text_is_advised(tables: Tables, cell: str, advice: str | None) -> None:
    """The only number in a text is advised if it would be right."""
    (fault,) = tables.faults(mentees(f"p1;ученик;{cell};;;"))
    assert fault.advice == advice


@pytest.mark.parametrize("places", ["0", "-1", "−1", "1.5", "много", "NaN"])
def test_what_is_no_number_of_places_is_a_fault(tables: Tables, places: str) -> None:
    """A mentor has at least one place, and places are whole."""
    assert tables.codes(mentors=mentors(f"m1;ученик;10;{places};")) == ["no-places"]


def test_no_number_of_places_is_one_place(tables: Tables) -> None:
    """An empty cell, and a table without the column, leave the field as it is by default."""
    assert tables.read(mentors=mentors("m1;ученик;10;;")).places == 1
    assert tables.read(mentors="Код;Позиция\nm1;ученик\n").places == 1


def test_minimum_and_priority_reach_their_fields(tables: Tables) -> None:
    """Under any of their headings, in both languages."""
    for least, first in (
        ("Минимум наставляемых", "Приоритет"),
        ("не менее", "Очередность"),
        ("MINIMUM", "Priority:"),
    ):
        cohort = tables.read(
            mentees("p1;ученик;1", headings=f"Код;Позиция;{first}"),
            mentors("m1;ученик;3;2", headings=f"Код;Позиция;Мест;{least}"),
        )
        assert cohort.mentee("p1").priority == 1
        assert cohort.mentor("m1").minimum == 2


@pytest.mark.parametrize("cell", ["", "–"])
def test_an_empty_minimum_or_priority_is_the_usual_one(tables: Tables, cell: str) -> None:
    """Nobody is asked for, and nobody is put first."""
    cohort = tables.read(
        mentees(f"p1;ученик;{cell}", headings="Код;Позиция;Приоритет"),
        mentors(f"m1;ученик;{cell}", headings="Код;Позиция;Минимум наставляемых"),
    )
    assert cohort == Cohort(mentees=[Mentee(Pupil("p1"))], mentors=[Mentor(Pupil("m1"))])


@pytest.mark.parametrize("cell", ["0", "10", "-1", "1.5", "высокий", "да"])
def test_a_wrong_priority_is_told_what_is_allowed(tables: Tables, cell: str) -> None:
    """Whether it is another number or no number at all."""
    (fault,) = tables.faults(mentees(f"p1;ученик;{cell}", headings="Код;Позиция;Приоритет"))
    place = "mentees.csv, строка 2, столбец «Приоритет»"
    shown = cell if cell in {"0", "10", "-1"} else f"«{cell}»"
    assert fault.text("ru") == f"{place}: нужно число от 1 до 9, а указано {shown}"
    assert (fault.subject, fault.field) == (("mentee", "p1"), "priority")


@pytest.mark.parametrize(("cell", "advice"), [("1-й", "1"), ("10-й", None), ("1-2", None)])
def test_the_priority_in_a_text_is_advised(tables: Tables, cell: str, advice: str | None) -> None:
    """If it is one that is allowed."""
    (fault,) = tables.faults(mentees(f"p1;ученик;{cell}", headings="Код;Позиция;Приоритет"))
    assert fault.advice == advice


def with_minimum(capacity: str, minimum: str, heading: str = "Мест") -> str:
    """Return a table of one mentor."""
    headings = f"Код;Позиция;{heading};Минимум наставляемых"
    return mentors(f"m1;ученик;{capacity};{minimum}", headings=headings)


@pytest.mark.parametrize(
    ("minimum", "code"), [("-1", "out-of-range"), ("1.5", "not-whole"), ("два", "not-whole")]
)
def test_what_is_no_minimum_is_a_fault(tables: Tables, minimum: str, code: str) -> None:
    """A minimum is a whole number from 0."""
    assert tables.codes(mentors=with_minimum("2", minimum)) == [code]


@pytest.mark.parametrize(("capacity", "places"), [("2", "2"), ("", "1")])
def test_a_minimum_above_the_places_is_a_fault(tables: Tables, capacity: str, places: str) -> None:
    """It stands at the minimum, says how many places there are, and what to do."""
    assert tables.only(mentors=with_minimum(capacity, "3")) == (
        "mentors.csv, строка 2, столбец «Минимум наставляемых»: наставляемых должно быть не меньше 3, "
        f"а мест – {places}; уменьшите минимум или добавьте места"
    )


def test_a_minimum_is_not_held_against_wrong_places(tables: Tables) -> None:
    """How many places are meant is not known, so one mistake stays one fault."""
    assert tables.codes(mentors=with_minimum("много", "3")) == ["no-places"]
    assert tables.codes(mentors=with_minimum("=A1", "3")) == ["formula"]
    assert tables.codes(mentors=with_minimum("4", "3", heading="Меcт")) == ["heading-latin"]
    assert tables.codes(mentors=with_minimum("0", "два")) == ["no-places", "not-whole"]


def test_an_unknown_category_is_a_fault(tables: Tables) -> None:
    """A category that no position has is unknown."""
    assert tables.codes(mentees("p1;ученик;7;;Ленивый;")) == ["unknown-category"]


def test_a_category_of_another_position_is_a_fault(tables: Tables) -> None:
    """A category that only another position has is said to be one, with those of this position."""
    assert tables.only(mentees("p1;ученик;7;;молодой специалист;")) == (
        "mentees.csv, строка 2, столбец «Категория»: категория «молодой специалист» – "
        "для другой позиции, а здесь – «ученик»; для этой позиции есть такие: активный ученик, пассивный ученик"
    )


def test_a_field_of_another_position_is_a_fault(tables: Tables) -> None:
    """A filled cell that the position does not have is a fault; a dash is not filled."""
    headings = "Код;Позиция;Класс;Стаж;Преподаёт"
    assert tables.codes(mentees("t1;учитель;7;–;физика", headings=headings)) == ["not-for-position"]


def test_a_position_without_a_form_is_one_fault(tables: Tables) -> None:
    """When no form is for a position, its category is not called unknown on top of that."""
    headings = "Код;Позиция;Категория;Задачи"
    text = mentees("w1;работодатель;пассивный;адаптация новичка", headings=headings)
    assert tables.codes(text) == ["no-form-for-mentee"]


def test_an_unknown_position_leaves_the_other_cells_to_be_checked(tables: Tables) -> None:
    """A wrong position is one fault, and a grade that is wrong for everybody is another."""
    assert tables.codes(mentees("p1;школник;12Г;40;пассивный;", "p2;;99;;;")) == [
        "unknown-choice",
        "not-class",
        "missing-value",
        "not-class",
    ]


def test_a_dash_fills_nothing(tables: Tables) -> None:
    """A dash leaves a cell as good as empty, where a value is needed too."""
    text = "Код;Позиция;Категория;Задачи\np1;–;;\np2;ученик;–;–\n"
    assert tables.only(text) == (
        "mentees.csv, строка 2, столбец «Позиция»: ячейка пуста, а её нужно заполнить"
    )


def test_a_missing_id_is_a_fault(tables: Tables) -> None:
    """A row without an id is a fault, and its other cells are checked."""
    assert tables.codes(mentees(";ученик;12Г;;;")) == ["missing-value", "not-class"]


def test_chosen_and_refused_at_once_is_a_fault(tables: Tables) -> None:
    """Nobody can be both chosen and refused, and other names of the cell are checked too."""
    text = mentees("p1;ученик;m1, m9;m1", headings="Код;Позиция;Выбрал(а);Отказы")
    assert tables.codes(text) == ["wanted-and-refused", "names-nobody"]
