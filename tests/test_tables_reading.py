"""Two tables in, and every fault of both at once, each with its place."""

import time
import traceback
from pathlib import Path

import attrs
import openpyxl
import pytest

from nastavnik import (
    TARGET_MODEL,
    Cohort,
    InvalidInputError,
    Mentee,
    Mentor,
    Professional,
    Pupil,
    Student,
    Teacher,
)
from nastavnik.errors import Fault
from nastavnik.tables import read_cohort, read_mentees, read_mentors

MENTEES = "Код;ФИО;Позиция;Класс\np1;Выдуманный Иван;ученик;7\n"
MENTORS = "Код;ФИО;Позиция;Класс;Мест\nm1;Выдуманная Анна;ученик;10;2\n"


class Tables:
    """Two tables in a folder."""

    def __init__(self, folder: Path) -> None:
        self.mentees, self.mentors = folder / "mentees.csv", folder / "mentors.csv"

    def read(self, mentees: str = MENTEES, mentors: str = MENTORS) -> Cohort:
        """Write two tables and read them."""
        self.mentees.write_text(mentees, encoding="utf-8")
        self.mentors.write_text(mentors, encoding="utf-8")
        return read_cohort(self.mentees, self.mentors)

    def faults(self, mentees: str = MENTEES, mentors: str = MENTORS) -> tuple[Fault, ...]:
        """Return what is wrong with two tables."""
        with pytest.raises(InvalidInputError) as caught:
            self.read(mentees, mentors)
        return caught.value.faults

    def codes(self, mentees: str = MENTEES, mentors: str = MENTORS) -> list[str]:
        """Return the codes of what is wrong with two tables."""
        return [fault.code for fault in self.faults(mentees, mentors)]

    def only(self, mentees: str = MENTEES, mentors: str = MENTORS) -> str:
        """Return the Russian text of the only fault."""
        (fault,) = self.faults(mentees, mentors)
        return fault.text("ru")


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    """Two tables in an empty folder."""
    return Tables(tmp_path)


def mentees(*rows: str, headings: str = "Код;Позиция;Класс;Возраст;Категория;Выбрал(а)") -> str:
    """Return a table of mentees."""
    return "\n".join((headings, *rows))


def mentors(*rows: str, headings: str = "Код;Позиция;Класс;Мест;Выбрал(а)") -> str:
    """Return a table of mentors."""
    return "\n".join((headings, *rows))


def test_two_tables_become_a_cohort(tables: Tables) -> None:
    """Every column reaches its field, for people of every position."""
    cohort = tables.read(
        "Код;ФИО;Позиция;Организация;Место встреч;Онлайн;Языки;Свободное время;Интересы;Качества;"
        "Согласие на обработку данных;Класс;Возраст;Оценки;Согласие участвовать;"
        "Согласие родителей;Предметы;Задачи;Выбрал(а);Отказы;Категория;Запреты\n"
        "p1;Выдуманный Иван;ученик;Школа  № 5;Центр;да;русский, Татарский;вт 15:00;Шахматы, Го;"
        "волонтёр;да;7;13;физика 2, химия: 3;да;нет;Физика;адаптация новичка;T1;m2;пассивный;m1\n"
        "s1;;студент;;;;;;;;;;17;;;;;;;;активный;\n",
        "position,id,capacity,experience,teaches,trained,cleared,refuses,agreed,grade,languages\n"
        'teacher,T1,3,12,"physics, Maths",yes,no,p1,,,-\n'
        "pupil,m1,,,,,,,yes,11,\n"
        "employer,m2,1,0,,+,-,,,,\n",
    )
    pupil = Pupil(
        "p1",
        name="Выдуманный Иван",
        organisation="Школа № 5",
        place="Центр",
        online=True,
        languages={"русский", "татарский"},
        slots={"вт 15:00"},
        interests={"шахматы", "го"},
        qualities={"volunteer"},
        data_consent=True,
        grade=7,
        age=13,
        marks={"физика": 2, "химия": 3},
    )
    assert cohort == Cohort(
        mentees=[
            Mentee(
                pupil,
                agreed=True,
                guardian_agreed=False,
                subjects={"физика"},
                tasks={"newcomer-adaptation"},
                choices={"T1"},
                refusals={"m2"},
                category="passive",
                bans={"m1"},
            ),
            Mentee(Student("s1", age=17), category="active"),
        ],
        mentors=[
            Mentor(
                Teacher("T1", experience=12, subjects={"physics", "maths"}, languages=set()),
                capacity=3,
                trained=True,
                cleared=False,
                refusals={"p1"},
            ),
            Mentor(Pupil("m1", grade=11), agreed=True),
            Mentor(Professional("m2", experience=0), trained=True, cleared=False),
        ],
    )


def test_russian_and_english_tables_mix(tables: Tables) -> None:
    """Columns may stand in any order and be headed in both languages at once."""
    cohort = tables.read("Grade;Позиция:;ID\n7;pupil;p1\n8;Ученик;p2\n")
    assert [mentee.person for mentee in cohort.mentees] == [
        Pupil("p1", grade=7),
        Pupil("p2", grade=8),
    ]


def test_notes_and_blank_rows_are_skipped(tables: Tables) -> None:
    """A row whose id begins with # is a note, and a row with nothing in it is none."""
    cohort = tables.read(mentees("# так;x;x;x;x;x", ";;;;;", "", "p1;ученик;7;;;"))
    assert [mentee.id for mentee in cohort.mentees] == ["p1"]


# Files.


def test_a_missing_file_is_a_fault(tables: Tables) -> None:
    """A file that is not there is named, and the other file is read all the same."""
    tables.mentors.write_text(mentors("m1;ученик;7Г;1;p1"), encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(tables.mentees, tables.mentors)
    assert [fault.text("ru").split("\n")[0] for fault in caught.value.faults] == [
        "mentees.csv: такого файла нет",
        'mentors.csv, строка 2, столбец «Класс»: класс – число от 1 до 11, указано "7Г"',
    ]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the place of a file is a fault."""
    with pytest.raises(InvalidInputError) as caught:
        read_mentors(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["not-a-file"]


@pytest.mark.parametrize(("name", "advice"), [("a.xls", ".xlsx"), ("a.txt", None), ("a", None)])
def test_an_unknown_ending_is_a_fault(tmp_path: Path, name: str, advice: str | None) -> None:
    """Only .csv and .xlsx are tables; the nearest of them is advised."""
    path = tmp_path / name
    path.write_text("")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path)
    assert [(f.code, f.advice) for f in caught.value.faults] == [("unknown-ending", advice)]


def test_a_file_that_cannot_be_read_is_a_fault(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says about a file is handed on."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [fault.text("en") for fault in tables.faults()] == [
        'mentees.csv: cannot be read: "Permission denied"',
        'mentors.csv: cannot be read: "Permission denied"',
    ]


def test_a_heading_of_two_lines_is_shown_on_one(tables: Tables) -> None:
    """A line break in a heading is a space in the places of faults."""
    assert tables.only('Код;Позиция;"Класс\nобучения"\np1;ученик;7Г\n').startswith(
        "mentees.csv, строка 2, столбец «Класс обучения»: "
    )


def test_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two files of one name in two folders go by their paths."""
    paths = [tmp_path / side / "table.csv" for side in ("a", "b")]
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(*paths)
    assert [f.place.file for f in caught.value.faults if f.place] == [str(p) for p in paths]


@pytest.mark.parametrize("text", ["Код;Позиция\n", "Код;Позиция\n# заметка;\n;\n"])
def test_a_table_without_people_is_a_fault(tables: Tables, text: str) -> None:
    """A table of headings and notes alone has nobody in it."""
    assert tables.only(text) == "mentees.csv: в таблице нет ни одной строки с участником"


# Headings.


def test_a_missing_column_is_one_fault(tables: Tables) -> None:
    """A missing column is reported once, not at every row and not by those who name others."""
    found = tables.codes("Позиция;Класс\nученик;7Г\nученик;8\n", mentors("m1;ученик;10;1;p1"))
    assert found == ["missing-column", "not-grade"]


def test_a_table_without_headings_is_one_fault(tables: Tables) -> None:
    """A table that begins with a person is not read, and those whom others name are not missed."""
    found = tables.codes("p1;Выдуманный Иван;ученик;7\n", mentors("m1;ученик;10;1;p1"))
    assert found == ["no-headings"]


def test_a_formula_for_a_heading_is_a_fault(tables: Tables) -> None:
    """A heading cannot be a formula, and its column goes by its letter."""
    assert tables.only("Код;Позиция;=A1\np1;ученик;7\n") == (
        "mentees.csv, строка 1, столбец «C»: в ячейке формула; вставьте вместо неё значение"
    )


def test_swapped_files_are_not_judged_row_by_row(tables: Tables) -> None:
    """When both tables are the other one, that alone is said, not what follows from it."""
    found = tables.codes(
        "Код;Позиция;Мест;Задачи\nm1;ученик;нет;летать\n", "Код;Позиция;Категория\np1;кот;x\n"
    )
    assert found == ["heading-of-mentors", "heading-of-mentees"]


def test_a_name_where_an_id_belongs_is_not_shown(tables: Tables) -> None:
    """Somebody's name among the choices is a fault that does not repeat the name."""
    with pytest.raises(InvalidInputError) as caught:
        tables.read("Код;Позиция;Выбрал(а)\np1;ученик;Тайная Анна\n", "Код;Позиция\nm1;ученик\n")
    (fault,) = caught.value.faults
    assert fault.code == "name-for-id"
    assert "Тайн" not in caught.value.text("ru")


def test_swapped_files_are_recognised(tables: Tables) -> None:
    """The two tables given in the wrong order ask whether they were swapped."""
    found = tables.codes(mentors("m1;ученик;10;1;"), mentees("p1;ученик;7;;пассивный;"))
    assert found == ["heading-of-mentors", "heading-of-mentees"]


def test_a_filled_column_without_heading_is_a_fault(tables: Tables) -> None:
    """A column with cells and no heading is reported once, by its letter and without the cells."""
    text = "Код;;Позиция\n#;x;\np1;;ученик\np2;Выдуманный Иван;ученик\np3;Другой;ученик\n"
    assert tables.only(text).startswith("mentees.csv, строка 4, столбец «B»: здесь заполнена")
    assert "Выдуманный" not in tables.only(text)


def test_a_stray_cell_of_a_workbook_is_a_fault(tmp_path: Path) -> None:
    """In a workbook a cell far to the right has no heading, and its row is read all the same."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["Код", "Позиция", "Класс"], ["p1", "ученик", "7Г"]):
        sheet.append(row)
    sheet["H2"] = "x"
    book.save(tmp_path / "mentees.xlsx")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(tmp_path / "mentees.xlsx")
    assert [(f.code, f.place and f.place.column) for f in caught.value.faults] == [
        ("not-grade", "Класс"),
        ("cell-without-heading", "H"),
    ]


def test_a_row_longer_than_the_headings_is_one_fault(tables: Tables) -> None:
    """A stray separator moves values, so nothing of such a row is judged, and it is still there."""
    found = tables.faults(mentees("p1;ученик;7;12;пас;сивный;m1"), mentors("m1;ученик;10;1;p1, p9"))
    assert [(fault.code, fault.details.get("value")) for fault in found] == [
        ("too-many-cells", 7),
        ("names-nobody", "p9"),
    ]


# Cells.


def test_a_row_with_three_bad_cells_has_three_faults(tables: Tables) -> None:
    """Every bad cell of a row is a fault with place, value and advice."""
    found = tables.faults(mentees("p1;ученик;7Г;двенадцать;пасивный;"))
    assert "\n".join(fault.text("ru") for fault in found) == (
        'mentees.csv, строка 2, столбец «Класс»: класс – число от 1 до 11, указано "7Г"\n'
        "    Возможно, 7?\n"
        'mentees.csv, строка 2, столбец «Возраст»: нужно целое число, а указано "двенадцать"\n'
        'mentees.csv, строка 2, столбец «Категория»: "пасивный" – не категория наставляемых; '
        "для этой позиции: активный ученик, пассивный ученик\n"
        "    Возможно, пассивный ученик?"
    )
    assert [(fault.subject, fault.field) for fault in found] == [
        (("mentee", "p1"), "grade"),
        (("mentee", "p1"), "age"),
        (("mentee", "p1"), "category"),
    ]


@pytest.mark.parametrize("grade", ["7Г", "NaN", "inf", "1.5", "0", "12", "1e0", "ИСТИНА"])
def test_what_is_no_grade_is_a_fault(tables: Tables, grade: str) -> None:
    """A grade is a whole number from 1 to 11."""
    assert tables.codes(mentees(f"p1;ученик;{grade};;;")) == ["not-grade"]


@pytest.mark.parametrize(
    ("cell", "advice"), [("7Г", "7"), ("11 «Б»", "11"), ("77Г", None), ("7-8", None)]
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
    shown = cell if cell in {"0", "10", "-1"} else f'"{cell}"'
    assert fault.text("ru") == f"{place}: допустимо от 1 до 9, указано {shown}"
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
        "mentors.csv, строка 2, столбец «Минимум наставляемых»: нужно наставляемых не меньше 3, "
        f"а мест – {places}; уменьшите минимум или добавьте места"
    )


def test_a_minimum_is_not_held_against_wrong_places(tables: Tables) -> None:
    """How many places are meant is not known, so one mistake stays one fault."""
    assert tables.codes(mentors=with_minimum("много", "3")) == ["no-places"]
    assert tables.codes(mentors=with_minimum("=A1", "3")) == ["formula"]
    assert tables.codes(mentors=with_minimum("4", "3", heading="Меcт")) == ["unknown-heading"]
    assert tables.codes(mentors=with_minimum("0", "два")) == ["no-places", "not-whole"]


def test_an_unknown_category_is_a_fault(tables: Tables) -> None:
    """A category that no position has is unknown."""
    assert tables.codes(mentees("p1;ученик;7;;Ленивый;")) == ["unknown-category"]


def test_a_category_of_another_position_is_a_fault(tables: Tables) -> None:
    """A category that only another position has is said to be one, with those of this position."""
    assert tables.only(mentees("p1;ученик;7;;молодой специалист;")) == (
        'mentees.csv, строка 2, столбец «Категория»: категория "молодой специалист" '
        'не для позиции "ученик"; для этой позиции: активный ученик, пассивный ученик'
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
    assert tables.codes(mentees("p1;школник;7Г;40;пассивный;", "p2;;99;;;")) == [
        "unknown-choice",
        "not-grade",
        "missing-value",
        "not-grade",
    ]


def test_a_dash_fills_nothing(tables: Tables) -> None:
    """A dash leaves a cell as good as empty, where a value is needed too."""
    text = "Код;Позиция;Категория;Задачи\np1;–;;\np2;ученик;–;–\n"
    assert tables.only(text) == (
        "mentees.csv, строка 2, столбец «Позиция»: ячейка пуста, а её нужно заполнить"
    )


def test_a_missing_id_is_a_fault(tables: Tables) -> None:
    """A row without an id is a fault, and its other cells are checked."""
    assert tables.codes(mentees(";ученик;7Г;;;")) == ["missing-value", "not-grade"]


def test_chosen_and_refused_at_once_is_a_fault(tables: Tables) -> None:
    """Nobody can be both chosen and refused, and other names of the cell are checked too."""
    text = mentees("p1;ученик;m1, m9;m1", headings="Код;Позиция;Выбрал(а);Отказы")
    assert tables.codes(text) == ["wanted-and-refused", "names-nobody"]


# Rows together.


def test_a_second_row_of_one_id_is_a_fault(tables: Tables) -> None:
    """The second row of an id names the first, and its own cells are checked."""
    found = tables.faults(mentees("p1;ученик;7;;;", "p2;ученик;7;;;", "p1;ученик;8Б;;;"))
    assert [fault.code for fault in found] == ["duplicate-row", "not-grade"]
    assert found[0].text("ru") == (
        'mentees.csv, строка 4, столбец «Код»: код "p1" уже есть в строке 2; '
        "один участник – одна строка"
    )


def test_two_people_with_one_id_are_a_fault(tables: Tables) -> None:
    """One id in both tables is one person, who differs here in fields named as in the file."""
    assert tables.only(mentees("p1;ученик;7;;;"), mentors("p1;ученик;8;1;")) == (
        'mentors.csv, строка 2, столбец «Код»: код "p1" у двух разных людей: '
        "они различаются в полях Класс"
    )


def test_a_column_of_one_table_alone_goes_by_its_usual_heading(tables: Tables) -> None:
    """People may differ in a column that only one table has; it is named all the same."""
    text = tables.only("id,position,grade\np1,pupil,7\n", "id,position\np1,pupil\n")
    assert text.endswith("они различаются в полях Grade")


def test_wrong_cells_make_nobody_another_person(tables: Tables) -> None:
    """A cell that is wrong in one table is not compared with the other table."""
    assert tables.codes(mentees("p1;ученик;7Г;;;"), mentors("p1;ученик;8;1;")) == ["not-grade"]
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
        mentors("m1;ученик;7Г;1;", "m2;уч;7;1;", "m3;ученик;7;0;"),
    ) == ["not-grade", "unknown-choice", "no-places"]


def test_faults_are_in_the_order_of_the_input(tables: Tables) -> None:
    """Faults come by file, row and column, whichever check found them."""
    found = tables.faults(
        mentees("p1;ученик;7;;x;m9", "p2;ученик;7Г;;;", "p1;ученик;;;;"),
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


SECRET_MENTEES = "Код;ФИО;Позиция;Класс\np1;Тайная Анна;ученик;7Г\np1;Тайный Пётр;уч;1\n;Тайный;;\n"
SECRET_MENTORS = "Код;ФИО;Позиция;Класс\np1;Тайный Иван;ученик;8;9\np2;=Тайный;ученик;x\n"
"""Rows in which everything is wrong; apart from the test, for a traceback quotes its lines."""


def test_no_fault_shows_a_name(tables: Tables) -> None:
    """Display names are in no message and no traceback, whatever is wrong with the rows."""
    with pytest.raises(InvalidInputError) as caught:
        tables.read(SECRET_MENTEES, SECRET_MENTORS)
    shown = "".join(traceback.format_exception(caught.value)) + caught.value.text("ru")
    assert "Тайн" not in shown


# One table alone, other methodologies, size.


def test_each_table_can_be_read_alone(tables: Tables) -> None:
    """Reading one table does not ask whether those exist whom it names."""
    tables.mentees.write_text(mentees("p1;ученик;7;;;m1"), encoding="utf-8")
    tables.mentors.write_text(mentors("m1;ученик;9;1;p1"), encoding="utf-8")
    assert read_mentees(tables.mentees) == (Mentee(Pupil("p1", grade=7), choices={"m1"}),)
    assert read_mentors(tables.mentors) == (Mentor(Pupil("m1", grade=9), choices={"p1"}),)


def test_one_table_alone_is_checked_against_the_methodology(tables: Tables) -> None:
    """Reading one table names the positions that no form has."""
    tables.mentees.write_text("Код;Позиция\nw1;работодатель\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(tables.mentees)
    assert [fault.code for fault in caught.value.faults] == ["no-form-for-mentee"]


def test_a_wrong_position_is_not_judged_by_the_methodology(tables: Tables) -> None:
    """Where the position is not known, nobody is told that it has no form."""
    own = attrs.evolve(TARGET_MODEL, forms=(TARGET_MODEL.form("teacher-teacher"),))
    tables.mentees.write_text("Код;Позиция\nt1;учитил\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(tables.mentees, methodology=own)
    assert [fault.code for fault in caught.value.faults] == ["unknown-choice"]


def test_a_methodology_without_qualities_leaves_them_to_the_school(tables: Tables) -> None:
    """Where a methodology lists no qualities, a school uses its own words."""
    tables.mentees.write_text("Код;Позиция;Качества\np1;ученик;Поёт\n", encoding="utf-8")
    own = attrs.evolve(TARGET_MODEL, qualities=())
    (mentee,) = read_mentees(tables.mentees, methodology=own)
    assert mentee.person.qualities == {"поёт"}
    with pytest.raises(InvalidInputError):
        read_mentees(tables.mentees)


def test_large_tables_are_read_in_time(tables: Tables) -> None:
    """Reading takes time in proportion to the rows, with many faults as with none."""
    rows = [
        f"p{number};ученик;{number % 20};12;пассивный;m{number % 1000}" for number in range(6000)
    ]
    start = time.perf_counter()
    found = tables.faults(mentees(*rows), mentors(*(f"m{n};ученик;10;1;" for n in range(1000))))
    assert len(found) == 6000 * 9 // 20
    assert time.perf_counter() - start < 10


def test_one_file_given_for_both_tables_is_said_once(tables: Tables) -> None:
    """The mentees' file given for the mentors as well is one fault, not one a row."""
    tables.mentees.write_text(MENTEES, encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(tables.mentees, tables.mentees)
    assert [fault.code for fault in caught.value.faults] == ["same-file"]
