"""Tables that are written, and the template."""

import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from nastavnik import (
    TARGET_MODEL,
    Cohort,
    InvalidInputError,
    Mentee,
    Mentor,
    Pupil,
    Student,
    UnknownNameError,
    match,
)
from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.tables import read_cohort, write_people, write_template
from nastavnik.exchange.tables.columns.headings import written_columns
from nastavnik.exchange.tables.columns.known_headings import column_headed
from nastavnik.exchange.tables.writer import TableFormat

COHORT = Cohort(
    mentees=[Mentee(Pupil("p1", name="=1+1", grade=7, interests={"@chess"}), category="passive")],
    mentors=[Mentor(Student("m1", name="+7"), capacity=2, choices={"p1"})],
)


def faults_of(mentee: Mentee, folder: Path) -> list[Fault]:
    """Return what is wrong with writing one mentee."""
    with pytest.raises(InvalidInputError) as caught:
        write_people(Cohort(mentees=[mentee], mentors=[]), folder, language="en", format="csv")
    assert list(folder.iterdir()) == []
    return list(caught.value.faults)


def test_a_table_has_the_columns_that_somebody_fills(tmp_path: Path) -> None:
    """Columns that nobody fills are left out; id, name and position always stand there."""
    mentees, mentors = write_people(COHORT, tmp_path, language="ru", format="csv")
    assert mentees.read_text(encoding="utf-8-sig") == (
        "Код;ФИО;Позиция;Онлайн;Интересы;Класс;Категория\n"
        "p1;'=1+1;ученик;нет;'@chess;7;пассивный ученик\n"
    )
    assert mentors.read_text(encoding="utf-8-sig") == (
        "Код;ФИО;Позиция;Онлайн;Выбрал(а);Мест\nm1;'+7;студент;нет;p1;2\n"
    )


def test_minimum_and_priority_are_written_when_somebody_has_one(tmp_path: Path) -> None:
    """Then everybody's is written, the usual one too; otherwise the column is left out."""
    cohort = Cohort(
        mentees=[Mentee(Pupil("p1"), priority=1), Mentee(Pupil("p2"))],
        mentors=[Mentor(Pupil("m1"), capacity=2, minimum=2), Mentor(Pupil("m2"))],
    )
    mentees, mentors = write_people(cohort, tmp_path, language="ru", format="csv")
    assert mentees.read_text(encoding="utf-8-sig") == (
        "Код;ФИО;Позиция;Онлайн;Приоритет\np1;;ученик;нет;1\np2;;ученик;нет;5\n"
    )
    assert mentors.read_text(encoding="utf-8-sig") == (
        "Код;ФИО;Позиция;Онлайн;Мест;Минимум наставляемых\nm1;;ученик;нет;2;2\nm2;;ученик;нет;1;0\n"
    )
    assert read_cohort(mentees, mentors) == cohort


def test_values_to_choose_from_are_written_in_the_language(tmp_path: Path) -> None:
    """Categories and the like are written by their titles, not by ids."""
    mentees, _ = write_people(COHORT, tmp_path, language="en", format="csv")
    assert "passive pupil" in mentees.read_text(encoding="utf-8-sig")


def test_a_workbook_holds_texts_and_numbers(tmp_path: Path) -> None:
    """In a workbook nothing is a formula, whole numbers are numbers, and headings stay in sight."""
    mentees, _ = write_people(COHORT, tmp_path, language="ru", format="xlsx")
    sheet: Any = openpyxl.load_workbook(mentees).worksheets[0]
    assert [(cell.value, cell.data_type) for cell in sheet[2]] == [
        ("p1", "s"),
        ("=1+1", "s"),
        ("ученик", "s"),
        ("нет", "s"),
        ("@chess", "s"),
        (7, "n"),
        ("пассивный ученик", "s"),
    ]
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert sheet["A2"].number_format == "@"


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_equal_cohorts_give_equal_bytes(tmp_path: Path, file_format: TableFormat) -> None:
    """The bytes depend on the people alone, not on the hour."""
    written = [
        [
            path.read_bytes()
            for path in write_people(COHORT, tmp_path / name, language="ru", format=file_format)
        ]
        for name in ("one", "two")
    ]
    assert written[0] == written[1]


def test_a_workbook_says_it_was_made_on_a_fixed_day(tmp_path: Path) -> None:
    """The time in a workbook and in its archive is fixed."""
    path, _ = write_people(COHORT, tmp_path, language="ru", format="xlsx")
    assert openpyxl.load_workbook(path).properties.created.replace(tzinfo=UTC) == datetime(
        2020, 1, 1, tzinfo=UTC
    )
    with zipfile.ZipFile(path) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "mentee",
    [
        Mentee(Pupil("#1")),
        Mentee(Pupil("-")),
        Mentee(Pupil("p1", organisation="x" * 32_768)),
        Mentee(Pupil("p1", interests={"chess (for"})),
        Mentee(Pupil("p1", interests={"chess, go"})),
        Mentee(Pupil("p1", qualities={"sings"})),
        Mentee(Pupil("p1", marks={"art:": 5})),
        Mentee(Pupil("p1"), category="lazy"),
    ],
)
def test_what_would_read_back_as_something_else_is_a_fault(tmp_path: Path, mentee: Mentee) -> None:
    """A value that no table can hold as it is stops the writing, and nothing is written."""
    assert [fault.code for fault in faults_of(mentee, tmp_path)] == ["cannot-be-written"]


def test_a_name_that_cannot_be_written_is_not_shown(tmp_path: Path) -> None:
    """The fault of a name says whose name it is by the id."""
    (fault,) = faults_of(Mentee(Pupil("p1", name="Secret  Name")), tmp_path)
    assert "Secret" not in fault.text("en")
    assert fault.text("en").startswith("mentee p1, name: ")


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_files_are_not_written_over(tmp_path: Path, file_format: TableFormat) -> None:
    """A file that is there is left as it is, and the other file is not written either."""
    there = tmp_path / f"mentors.{file_format}"
    there.write_text("mine")
    with pytest.raises(InvalidInputError) as caught:
        write_people(COHORT, tmp_path, language="ru", format=file_format)
    assert [fault.code for fault in caught.value.faults] == ["already-there"]
    assert there.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [there]


def test_files_are_written_over_when_asked(tmp_path: Path) -> None:
    """With ``overwrite`` the files are replaced."""
    (tmp_path / "mentees.csv").write_text("mine")
    paths = write_people(COHORT, tmp_path, language="ru", format="csv", overwrite=True)
    assert read_cohort(*paths) == COHORT


def test_an_unknown_format_is_an_error(tmp_path: Path) -> None:
    """A wrong format names the nearest, and nothing is written."""
    with pytest.raises(UnknownNameError, match="'xlsx'"):
        write_people(COHORT, tmp_path, language="ru", format="xls")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """A file in the place of the folder is a fault."""
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(InvalidInputError) as caught:
        write_template(path, language="ru")
    assert [fault.code for fault in caught.value.faults] == ["not-a-folder"]
    with pytest.raises(InvalidInputError) as caught:
        write_template(path / "below", language="ru")
    assert [fault.code for fault in caught.value.faults] == ["unwritable"]


# The template.


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_a_table_without_people(tmp_path: Path, language: Language) -> None:
    """The template reads without any other fault than that nobody is in it."""
    paths = write_template(tmp_path, language=language)
    assert [path.stem for path in paths] == {
        "en": ["mentees", "mentors", "demands"],
        "ru": ["наставляемые", "наставники", "требования"],
    }[language]
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(*paths[:2])
    assert [fault.code for fault in caught.value.faults] == ["empty-table"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_can_be_filled_in(tmp_path: Path, language: Language) -> None:
    """A person typed under the describing row is read."""
    paths = write_template(tmp_path, language=language)[:2]
    for path, name in zip(paths, ("p1", "m1"), strict=True):
        book = openpyxl.load_workbook(path)
        sheet: Any = book.worksheets[0]
        sheet["A3"], sheet["C3"] = name, "ученик"
        book.save(path)
    cohort = read_cohort(*paths)
    assert [role.id for role in (*cohort.mentees, *cohort.mentors)] == ["p1", "m1"]


def test_the_template_describes_its_columns(tmp_path: Path) -> None:
    """The row under the headings says what to put in, with the values of the methodology."""
    path, *_ = write_template(tmp_path, language="ru", full=True)
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    about = {heading.value: note.value for heading, note in zip(sheet[1], sheet[2], strict=True)}
    assert about["Код"].startswith("# ")
    assert "пассивный ученик" in about["Категория"]
    assert "адаптация новичка" in about["Задачи"]
    assert "волонтёр" in about["Качества"]
    assert "от 1 до 9" in about["Приоритет"]


def test_the_template_has_a_column_of_minimums(tmp_path: Path) -> None:
    """The mentors' template asks for it, though a written table may be without."""
    _, path, _ = write_template(tmp_path, language="ru", full=True)
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    assert "Минимум наставляемых" in [cell.value for cell in sheet[1]]


def test_the_template_offers_lists_to_pick_from(tmp_path: Path) -> None:
    """Cells of one value offer the values there are, each once, for every position."""
    path, *_ = write_template(tmp_path, language="ru")
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    lists = {
        str(validation.sqref).split(":")[0]: validation.formula1
        for validation in sheet.data_validations.dataValidation
    }
    assert lists["C2"] == '"ученик,студент,педагог,представитель работодателя"'
    consent = next(cell.column_letter for cell in sheet[1] if cell.value == "Согласие участвовать")
    assert lists[f"{consent}2"] == '"да,нет"'
    category = next(cell.column_letter for cell in sheet[1] if cell.value == "Категория")
    assert "пассивный ученик" in lists[f"{category}2"]
    assert "пассивный студент" in lists[f"{category}2"]


def test_the_template_follows_the_methodology(tmp_path: Path) -> None:
    """A methodology of one form shows only what that form has."""
    own = attrs.evolve(TARGET_MODEL, forms=TARGET_MODEL.forms[:1])
    path, *_ = write_template(tmp_path, language="en", methodology=own)
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    notes = " ".join(str(cell.value) for cell in sheet[2])
    assert "active pupil" in notes
    assert "novice teacher" not in notes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("full", [True, False])
def test_every_row_of_the_template_is_as_high_as_its_text(
    tmp_path: Path, language: Language, full: bool
) -> None:
    """No heading and no description runs over into the next row, and no word is cut in two."""
    for path in write_template(tmp_path, language=language, full=full):
        sheet: Any = openpyxl.load_workbook(path).worksheets[0]
        widths = {
            number: columns.width  # neighbours of one width stand together
            for columns in sheet.column_dimensions.values()
            for number in range(columns.min, columns.max + 1)
        }
        for cell in (*sheet[1], *sheet[2]):
            width = widths[cell.column]
            assert max(map(len, str(cell.value).split())) < width, cell.value
            lines = sum(-(-len(line) // width) for line in str(cell.value).splitlines())
            height = sheet.row_dimensions[cell.row].height or 15
            assert height >= min(15 * lines, 409), cell.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_says_what_an_empty_cell_means(tmp_path: Path, language: Language) -> None:
    """Each column of people says so, whichever way its description is put."""
    said = {
        "en": r"[Ee]mpty|must be filled in",
        "ru": r"[Пп]усто|Нужно заполнить|Можно не заполнять",
    }
    for path in write_template(tmp_path, language=language, full=True)[:2]:
        sheet: Any = openpyxl.load_workbook(path).worksheets[0]
        for cell in sheet[2]:
            assert re.search(said[language], cell.value), cell.value


def test_the_short_template_is_enough_for_a_school(tmp_path: Path) -> None:
    """What it leaves out is asked by no rule of pupils with pupils and of teachers with teachers."""
    wanted = {"mentees": 0, "mentors": 0}
    values: dict[str, object] = {
        "organisation": "s", "slots": "tue 15:00", "data_consent": "yes", "agreed": "yes",
        "guardian_agreed": "yes", "trained": "yes", "subjects": "physics", "capacity": 1,
        "qualities": "class leader", "interests": "chess",
    }  # fmt: skip
    pupil = {"position": "pupil", "marks": "physics 5", "grade": 10, "age": 16}
    teacher = {"position": "teacher", "experience": 20}
    people = {
        "mentees": [
            {
                **values,
                **pupil,
                "id": "p",
                "grade": 7,
                "marks": "physics 2",
                "category": "passive pupil",
            },
            {**values, **teacher, "id": "q", "experience": 1, "category": "novice teacher"},
        ],
        "mentors": [{**values, **pupil, "id": "a"}, {**values, **teacher, "id": "b"}],
    }
    paths = write_template(tmp_path, language="en")[:2]
    for path in paths:
        book = openpyxl.load_workbook(path)
        sheet: Any = book.worksheets[0]
        keys = [
            column_headed(cell.value, Mentor) or column_headed(cell.value, Mentee)
            for cell in sheet[1]
        ]
        wanted[path.stem] = len(keys)
        for row in people[path.stem]:
            sheet.append([None if key is None else row.get(key.key) for key in keys])
        book.save(path)
    plan = match(read_cohort(*paths))
    assert [(pair.mentee, pair.mentor) for pair in plan.pairs] == [("p", "a"), ("q", "b")]
    assert max(wanted.values()) < 20


def test_the_template_of_a_methodology_of_ones_own_has_every_column(tmp_path: Path) -> None:
    """A rule of one's own may look at any of them."""
    own = attrs.evolve(TARGET_MODEL, forms=TARGET_MODEL.forms[:1])
    path, *_ = write_template(tmp_path, language="en", methodology=own)
    sheet: Any = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [c.heading.en for c in written_columns(Mentee)]


def test_the_template_writes_over_nothing(tmp_path: Path) -> None:
    """A template is refused where one file is there, and that file is left as it is."""
    write_template(tmp_path, language="en", full=True)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(InvalidInputError) as caught:
        write_template(tmp_path, language="en")
    assert [fault.code for fault in caught.value.faults] == ["already-there"] * 3
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


# The extra.


def test_importing_tables_is_light() -> None:
    """The libraries for workbooks are imported with the first workbook and not before."""
    code = (
        "import sys, nastavnik.exchange.tables; "
        "assert not {'python_calamine', 'xlsxwriter'} & sys.modules.keys(), sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_without_xlsxwriter_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A template without the extra is an import error that names the extra."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    monkeypatch.delitem(sys.modules, "nastavnik.exchange.tables.formats.xlsx_output", raising=False)
    with pytest.raises(ModuleNotFoundError, match=r"pip install nastavnik\[xlsx\]"):
        write_template(tmp_path, language="ru")


def test_every_public_name_is_there() -> None:
    """Every name of ``__all__`` can be imported, and ``dir`` shows no other."""
    import nastavnik.exchange.tables

    assert dir(nastavnik.exchange.tables) == sorted(nastavnik.exchange.tables.__all__)
    assert all(
        hasattr(nastavnik.exchange.tables, name) for name in nastavnik.exchange.tables.__all__
    )
