"""Two tables in, and a cohort out; or what is wrong with files and headings."""

from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from helpers.effort import calls_of
from helpers.tables import MENTEES, Tables, mentees, mentors
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
from nastavnik.exchange.tables import read_cohort, read_mentees, read_mentors

pytest_plugins = ["helpers.tables"]


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
        languages={"русский", "Татарский"},
        slots={"вт 15:00"},
        interests={"Шахматы", "Го"},
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
                subjects={"Физика"},
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
                Teacher("T1", experience=12, subjects={"physics", "Maths"}),
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
    tables.mentors.write_text(mentors("m1;ученик;12Г;1;p1"), encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(tables.mentees, tables.mentors)
    assert [fault.text("ru").split("\n")[0] for fault in caught.value.faults] == [
        "mentees.csv: такого файла нет; проверьте название и папку",
        "mentors.csv, строка 2, столбец «Класс»: класс – число от 1 до 11, можно с буквой (7, 7Б), а указано «12Г»",
    ]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the place of a file is a fault."""
    with pytest.raises(InvalidInputError) as caught:
        read_mentors(tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["not-a-file"]


@pytest.mark.parametrize(
    ("name", "advice"), [("a.xslx", ".xlsx"), ("a.pdf", None), ("a.doc", None), ("a", None)]
)
def test_an_unknown_ending_is_a_fault(tmp_path: Path, name: str, advice: str | None) -> None:
    """Tables are known by their endings; the one that may have been meant is advised."""
    path = tmp_path / name
    path.write_text("")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path)
    assert [(f.code, f.advice) for f in caught.value.faults] == [("unknown-ending", advice)]


def test_a_file_that_cannot_be_read_is_a_fault(
    tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the system says about a file is handed on."""
    opened = Path.open

    def refuse(path: Path, mode: str = "r", **more: Any) -> Any:
        if mode == "rb":
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert [fault.text("en") for fault in tables.faults()] == [
        "mentees.csv: cannot be read: permission denied",
        "mentors.csv: cannot be read: permission denied",
    ]


def test_a_heading_of_two_lines_is_shown_on_one(tables: Tables) -> None:
    """A line break in a heading is a space in the places of faults."""
    assert tables.only('Код;Позиция;"Класс\nобучения"\np1;ученик;12Г\n').startswith(
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
    assert (
        tables.only(text)
        == "mentees.csv: в таблице нет ни одной строки с участником; заполните хотя бы одну"
    )


# Headings.


def test_a_missing_column_is_one_fault(tables: Tables) -> None:
    """A missing column is reported once, not at every row and not by those who name others."""
    found = tables.codes("Позиция;Класс\nученик;12Г\nученик;8\n", mentors("m1;ученик;10;1;p1"))
    assert found == ["missing-column", "not-class"]


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
    for row in (["Код", "Позиция", "Класс"], ["p1", "ученик", "12Г"]):
        sheet.append(row)
    sheet["H2"] = "x"
    book.save(tmp_path / "mentees.xlsx")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(tmp_path / "mentees.xlsx")
    assert [(f.code, f.place and f.place.column) for f in caught.value.faults] == [
        ("not-class", "Класс"),
        ("cell-without-heading", "H"),
    ]


def test_a_row_longer_than_the_headings_is_one_fault(tables: Tables) -> None:
    """A stray separator moves values, so nothing of such a row is judged, and it is still there."""
    found = tables.faults(mentees("p1;ученик;7;12;пас;сивный;m1"), mentors("m1;ученик;10;1;p1, p9"))
    assert [(fault.code, fault.details.get("value")) for fault in found] == [
        ("too-many-cells", 7),
        ("names-nobody", "p9"),
    ]


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
    assert mentee.person.qualities == {"Поёт"}
    with pytest.raises(InvalidInputError):
        read_mentees(tables.mentees)


def test_twice_as_many_rows_are_twice_the_work(tables: Tables) -> None:
    """Reading takes work in proportion to the rows, with many faults as with none."""

    def work_of(rows: int) -> int:
        some = mentees(
            *(f"p{n};ученик;{n % 20};12;пассивный;m{n % (rows // 6)}" for n in range(rows))
        )
        others = mentors(*(f"m{n};ученик;10;1;" for n in range(rows // 6)))
        found: list[object] = []
        counted = calls_of(lambda: found.extend(tables.faults(some, others)))
        assert len(found) == rows * 9 // 20
        return counted

    work_of(60)  # what is made once is made
    assert work_of(600) < 2.3 * work_of(300)


def test_one_file_given_for_both_tables_is_said_once(tables: Tables) -> None:
    """The mentees' file given for the mentors as well is one fault, not one a row."""
    tables.mentees.write_text(MENTEES, encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(tables.mentees, tables.mentees)
    assert [fault.code for fault in caught.value.faults] == ["same-file"]
