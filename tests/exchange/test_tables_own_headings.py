"""Tables with a school's own headings and spellings, read with a map of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nastavnik import Cohort, InvalidInputError, Mentee, Mentor, Pupil, UnknownNameError
from nastavnik.basics.errors import Fault
from nastavnik.exchange.json import cohort_to_json
from nastavnik.exchange.tables import (
    ColumnMap,
    MadeIds,
    TableMap,
    read_cohort,
    read_mentees,
    read_mentors,
)
from nastavnik.exchange.tables.columns.column_map import NOT_NEEDED, NOTE
from nastavnik.people import Position

MENTORS = "Код;Позиция\nm1;ученик\nm2;ученик\nm3;ученик\n"


class Form:
    """A table of mentees as a form exports it, and one of mentors."""

    def __init__(self, folder: Path) -> None:
        self._paths = folder / "mentees.csv", folder / "mentors.csv"

    def read(self, mentees: str, mentors: str = MENTORS, **how: Any) -> Cohort:
        """Write the two tables and read them."""
        for path, text in zip(self._paths, (mentees, mentors), strict=True):
            path.write_text(text, encoding="utf-8")
        return read_cohort(*self._paths, **how)

    def faults(self, mentees: str, mentors: str = MENTORS, **how: Any) -> list[str]:
        """Return what is wrong with the two tables."""
        with pytest.raises(InvalidInputError) as caught:
            self.read(mentees, mentors, **how)
        return [fault.text("ru") for fault in caught.value.faults]


@pytest.fixture
def form(tmp_path: Path) -> Form:
    """Two tables in an empty folder."""
    return Form(tmp_path)


def test_a_heading_is_what_the_school_says(form: Form) -> None:
    """However its spaces, capitals and colons are; and what is not needed is not read."""
    said = ColumnMap(
        mentees=TableMap(
            columns={"Номер анкеты": "id", "В каком классе Вы учитесь?": "grade", "IP": NOT_NEEDED},
            everywhere={"position": "ученик"},
        )
    )
    text = "номер  анкеты:;в каком классе вы учитесь?;ip\np1;7Б;127.0.0.1\n"
    assert form.read(text, columns=said).mentees == (Mentee(Pupil("p1", grade=7, letter="Б")),)


def test_a_map_takes_a_known_heading_away(form: Form) -> None:
    """«Отметки» may be something else in this school."""
    said = ColumnMap(both=TableMap(columns={"Отметки": NOT_NEEDED}))
    text = "Код;Позиция;Отметки\np1;ученик;пришёл сам\n"
    assert form.read(text, columns=said).mentee("p1") == Mentee(Pupil("p1"))


def test_a_spelling_is_mended_once_for_all(form: Form) -> None:
    """One line mends every cell, whole or an item of a list."""
    said = ColumnMap(
        both=TableMap(
            values={
                "organisation": {"СОШ №12": "МБОУ СОШ № 12"},
                "subjects": {"матем": "математика", "англ": "английский язык"},
            }
        )
    )
    text = "Код;Позиция;Организация;Предметы\np1;ученик;сош 12;Матем, физика, англ\n"
    mentee = form.read(text, columns=said).mentee("p1")
    assert mentee.person.organisation == "МБОУ СОШ № 12"
    assert sorted(mentee.subjects) == ["английский язык", "математика", "физика"]


def test_a_value_for_the_whole_table_fills_what_is_empty(form: Form) -> None:
    """A cell that is filled says its own."""
    said = ColumnMap(
        mentees=TableMap(
            everywhere={"organisation": "Школа 5", "agreed": "да", "position": "ученик"}
        )
    )
    text = "Код;Организация\np1;\np2;Школа 6\n"
    cohort = form.read(text, columns=said)
    found = [(m.person.organisation, m.agreed) for m in cohort.mentees]
    assert found == [("Школа 5", True), ("Школа 6", True)]
    assert cohort.mentor("m1").person.organisation is None


def test_a_wrong_value_for_the_whole_table_is_a_fault_under_our_heading(form: Form) -> None:
    """As if it stood in each row."""
    said = ColumnMap(mentees=TableMap(everywhere={"position": "школник"}))
    (fault,) = form.faults("Код\np1\n", columns=said)
    assert fault.startswith("mentees.csv, строка 2, столбец «Позиция»")


def test_a_position_for_the_whole_table(form: Form, tmp_path: Path) -> None:
    """As an argument, where a table has no column of it."""
    assert form.read("Код\np1\n", "Код\nm1\n", position=Position.PUPIL) == Cohort(
        mentees=[Mentee(Pupil("p1"))], mentors=[Mentor(Pupil("m1"))]
    )
    path = tmp_path / "mentees.csv"
    assert read_mentees(path, position=Position.PUPIL) == (Mentee(Pupil("p1")),)
    (mentor,) = read_mentors(tmp_path / "mentors.csv", position=Position.TEACHER)
    assert mentor.person.position is Position.TEACHER
    assert form.faults("Код\np1\n")[0].startswith("mentees.csv, строка 1: нет столбца")


class TestMadeIds:
    """«Ids made on request, stable from year to year: of what identifies the row»."""

    TEXT = "ФИО;Позиция;Организация;Класс;Дата рождения\nВыдуманная Анна;ученик;Школа №5;7;01.02.2012\n"

    def ident(self, form: Form, text: str, said: ColumnMap | None = None) -> str:
        """Return the id that is made for the first mentee."""
        return form.read(text, columns=said, ids="make").mentees[0].id

    def test_of_nothing_that_changes(self, form: Form) -> None:
        """Another row, another class, other spellings: the same id."""
        other = (
            "Класс;Фамилия;Имя;Позиция;Организация;Дата рождения\n"
            "8Б;Выдуманный;Пётр;ученик;школа 5;03.02.2012\n"
            "8;ВЫДУМАННАЯ;Анна;ученик;школа  5;2012-02-01\n"
        )
        made = self.ident(form, self.TEXT)
        read = form.read(other, ids="make")
        assert made in {mentee.id for mentee in read.mentees}
        assert made.isalnum()
        assert made[0].isalpha()

    @pytest.mark.parametrize(
        ("old", "new"), [("Анна", "Алла"), ("№5", "№6"), ("01.02", "02.01"), ("2012", "2013")]
    )
    def test_of_everything_that_says_who_it_is(self, form: Form, old: str, new: str) -> None:
        """Another name, school or birth date is another person."""
        assert self.ident(form, self.TEXT) != self.ident(form, self.TEXT.replace(old, new))

    def test_of_the_address_where_there_is_no_birth_date(self, form: Form) -> None:
        """Two of one name in one school are told apart by it."""
        text = "ФИО;Позиция;E-mail\nАнна;ученик;a@example.org\nАнна;ученик;b@example.org\n"
        read = form.read(text, ids="make")
        assert len({mentee.id for mentee in read.mentees}) == 2
        assert "example" not in cohort_to_json(read)

    def test_with_a_secret_they_are_others(self, form: Form) -> None:
        """Without it nobody can find out whose id it is by trying names."""
        said = [ColumnMap(ids=MadeIds(secret=f"a secret of {number}")) for number in range(2)]
        made = {self.ident(form, self.TEXT, one) for one in (*said, None)}
        assert len(made) == 3
        assert "secret" not in repr(said[0])

    def test_of_the_columns_that_are_named(self, form: Form) -> None:
        """For a school that knows better what tells its people apart."""
        said = ColumnMap(ids=MadeIds(columns=["mail"]))
        text = "ФИО;Позиция;E-mail\nАнна;ученик;a@example.org\n"
        assert self.ident(form, text, said) == self.ident(form, text.replace("Анна", "Аня"), said)

    def test_one_person_in_two_rows_is_a_fault(self, form: Form) -> None:
        """It names the rows and nobody."""
        row = self.TEXT.splitlines()[1]
        faults = form.faults(f"{self.TEXT}{row}\n", ids="make")
        assert faults == [
            "mentees.csv, строка 3: один и тот же человек в строках 2 и 3; оставьте одну строку"
        ]

    def test_a_row_that_says_nothing_of_its_person_is_a_fault(self, form: Form) -> None:
        """An id of nothing would be everybody's."""
        (fault,) = form.faults(self.TEXT + ";ученик;Школа 5;7;\n", ids="make")
        assert "строка 3" in fault
        assert "ФИО" in fault

    def test_a_table_with_ids_keeps_them(self, form: Form) -> None:
        """They are made only where there is no column of them."""
        assert self.ident(form, "Код;ФИО;Позиция\np1;Анна;ученик\n") == "p1"

    def test_no_other_source(self, form: Form) -> None:
        """Ids are read or made."""
        with pytest.raises(UnknownNameError):
            form.read(self.TEXT, ids="guess")


def test_notes_are_carried_beside_the_people(form: Form) -> None:
    """By id and heading, and into no JSON."""
    text = "Код;Позиция;#Телефон;Классный руководитель\np1;ученик;+7 900 000-00-01;каб. 12\np2;ученик;;\n"
    said = ColumnMap(both=TableMap(columns={"Классный руководитель": NOTE}), all_notes=True)
    carried: dict[str, dict[str, str]] = {}
    cohort = form.read(text, columns=said, carried=carried)
    assert carried == {"p1": {"#Телефон": "+7 900 000-00-01", "Классный руководитель": "каб. 12"}}
    assert "900" not in cohort_to_json(cohort)


def test_notes_are_carried_by_their_headings(form: Form) -> None:
    """And one that stands in no table is a fault."""
    text = "Код;Позиция;#Телефон;Кабинет\np1;ученик;+7;12\n"
    carried: dict[str, dict[str, str]] = {}
    said = ColumnMap(carried=["#Телефон", "Кабинет"])
    form.read(text, columns=said, carried=carried)
    assert carried == {"p1": {"#Телефон": "+7", "Кабинет": "12"}}
    (fault,) = form.faults(text, columns=ColumnMap(carried=["Кабинет", "Смена"]))
    assert "Смена" in fault


def test_columns_fill_fields_of_ones_own(form: Form) -> None:
    """Under the name that the map gives them; what a field cannot hold is a fault of its cell."""
    said = ColumnMap(extra={"Пол": "пол", "Секция": "секция"})
    text = "Код;Позиция;Пол;секция:\np1;ученик;ж;\np2;ученик;–;хор\n"
    cohort = form.read(text, columns=said)
    assert [dict(m.person.extra) for m in cohort.mentees] == [{"пол": "ж"}, {"секция": "хор"}]
    (fault,) = form.faults(text.replace("хор", "х" * 501), columns=said)
    assert fault.startswith("mentees.csv, строка 3, столбец «секция:»")


def test_ranked_wishes_are_all_read(form: Form) -> None:
    """Each in a column of its own; that their order is not used yet is said."""
    notes: list[Fault] = []
    text = "Код;Позиция;1-й выбор;2-й выбор;Выбор 3\np1;ученик;m2;m1;\np2;ученик;;m3;m1\n"
    cohort = form.read(text, notes=notes)
    assert [sorted(m.choices) for m in cohort.mentees] == [["m1", "m2"], ["m1", "m3"]]
    assert [note.code for note in notes] == ["note-wishes-unranked"]


def test_several_columns_of_a_list_are_one_by_the_map(form: Form) -> None:
    """«Предмет 1» and «Предмет 2» of a form; without the map each heading stands once."""
    said = ColumnMap(both=TableMap(columns={"Предмет 1": "subjects", "Предмет 2": "subjects"}))
    text = "Код;Позиция;Предмет 1;Предмет 2\np1;ученик;физика;химия\n"
    assert sorted(form.read(text, columns=said).mentee("p1").subjects) == ["физика", "химия"]
    assert "означает то же" in form.faults("Код;Позиция;Предмет;Предметы\np1;ученик;а;б\n")[0]


def test_a_day_for_the_ages(form: Form) -> None:
    """In the map or as an argument, which goes before."""
    text = "Код;Позиция;Дата рождения\np1;ученик;01.03.2012\n"
    said = ColumnMap(on=date(2026, 2, 1))
    assert form.read(text, columns=said).mentee("p1").person.age == 13  # type: ignore[attr-defined]
    read = form.read(text, columns=said, on=date(2026, 3, 1))
    assert read.mentee("p1").person.age == 14  # type: ignore[attr-defined]
