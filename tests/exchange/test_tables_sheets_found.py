"""The right sheets are read, several as one table, and no sheet is taken or left out in silence."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from nastavnik import InvalidInputError
from nastavnik.basics.errors import Fault, UnknownNameError
from nastavnik.exchange.tables import read_cohort, read_demands, read_mentees, read_mentors

HEADINGS = ("Код", "ФИО", "Позиция", "Класс", "Организация", "Категория")
MENTEE = ("p1", "Выдуманный Иван", "ученик", "7", "Школа 5", "пассивный ученик")
OF_MENTORS = ("Код", "ФИО", "Позиция", "Класс", "Организация", "Мест")
MENTOR = ("t1", "Придуманная Вера", "ученик", "10", "Школа 5", 2)
GUIDE = (("Заполните лист «Дети»",), ("Класс – числом", "Код – любой"))

Sheets = Mapping[str, Sequence[Sequence[Any]]]


def written(path: Path, sheets: Sheets, hidden: Sequence[str] = ()) -> Path:
    """Write a workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    book.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a workbook goes."""
    return tmp_path / "t.xlsx"


def faults_of(path: Path, **options: Any) -> list[str]:
    """Return what is wrong in Russian."""
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path, **options)
    return [fault.text("ru") for fault in caught.value.faults]


def read(path: Path, **options: Any) -> tuple[list[str], list[str]]:
    """Return the ids of the mentees, and what is told in Russian."""
    notes: list[Fault] = []
    people = read_mentees(path, notes=notes, **options)
    return [mentee.id for mentee in people], [note.text("ru") for note in notes]


def person(ident: str, **changes: str) -> tuple[str, ...]:
    """Return a mentee's row under another id."""
    return (ident, *MENTEE[1:3], changes.get("grade", "7"), *MENTEE[4:])


def test_the_sheet_with_the_headings_is_found_and_named(path: Path) -> None:
    """An instruction in front is no table, though words of headings stand in it."""
    written(path, {"Инструкция": GUIDE, "Дети": (HEADINGS, MENTEE), "Пустой": ()})
    told = (
        "t.xlsx: прочитаны листы: «Дети»; не прочитаны, потому что таблицы на них нет: «Инструкция»"
    )
    assert read(path) == (["p1"], [told])


def test_faults_name_the_sheet(path: Path) -> None:
    """A fault on the second sheet says so."""
    written(path, {"Инструкция": GUIDE, "Дети": (HEADINGS, person("p1", grade="12"))})
    (fault,) = faults_of(path)
    assert fault.startswith("t.xlsx, лист «Дети», строка 2, столбец «Класс»")


def test_sheets_with_the_same_headings_are_one_table(path: Path) -> None:
    """A sheet for each class, in the order of the workbook, the columns in any order."""
    turned = tuple(reversed(HEADINGS)), tuple(reversed(person("p2")))
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": turned, "7В": (HEADINGS,)})
    told = "t.xlsx: листы с одинаковыми заголовками прочитаны как одна таблица: «7А», «7Б», «7В»"
    assert read(path) == (["p1", "p2"], [told])


def test_faults_of_several_sheets_come_in_their_order(path: Path) -> None:
    """All at once, each with its sheet; an id that stands twice says on which sheet the other is."""
    first = HEADINGS, MENTEE, person("p2", grade="13")
    second = HEADINGS, person("p3", grade="14"), MENTEE
    written(path, {"7А": first, "7Б": second})
    beginnings = (
        "t.xlsx, лист «7А», строка 3, столбец «Класс»: ",
        "t.xlsx, лист «7Б», строка 2, столбец «Класс»: ",
        "t.xlsx, лист «7Б», строка 3, столбец «Код»: код «p1» уже есть на листе «7А», строка 2; ",
    )
    for fault, beginning in zip(faults_of(path), beginnings, strict=True):
        assert fault.startswith(beginning)


def test_sheets_with_other_headings_are_an_ambiguity_that_lists_them(path: Path) -> None:
    """A class whose headings are misspelt is not left out with a note."""
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": (HEADINGS[:5], person("p2")[:5])})
    (fault,) = faults_of(path)
    assert fault.startswith(
        "t.xlsx: на таблицу похожи несколько листов («7А», «7Б»), а заголовки на них разные;"
    )


@pytest.mark.parametrize("asked", ["7Б", " 7б ", ["7Б"]])
def test_a_sheet_can_be_named(path: Path, asked: Any) -> None:
    """Then it is read whatever the others are, and they are named as not read."""
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": (HEADINGS[:5], person("p2")[:5])})
    assert read(path, sheet=asked)[0] == ["p2"]


def test_several_sheets_can_be_named(path: Path) -> None:
    """Named sheets are one table, even if their headings differ."""
    sheets = {
        "7А": (HEADINGS, MENTEE),
        "7Б": (HEADINGS[:5], person("p2")[:5]),
        "9": (HEADINGS, person("p3")),
    }
    written(path, sheets)
    assert read(path, sheet=["7А", "7Б"])[0] == ["p1", "p2"]


def test_the_only_sheet_can_be_named(path: Path) -> None:
    """A workbook of one sheet has a name for it too."""
    written(path, {"Дети": (HEADINGS, MENTEE)})
    assert read(path, sheet="Дети") == (["p1"], [])


def test_a_sheet_that_is_not_there_is_a_fault_that_lists_those_that_are(path: Path) -> None:
    """With the nearest name as advice."""
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": (HEADINGS, person("p2"))})
    assert faults_of(path, sheet="7 А") == [
        "t.xlsx: листа «7 А» нет; есть листы: «7А», «7Б»\n    Возможно, 7А?"
    ]


def test_a_text_file_has_no_sheets(tmp_path: Path) -> None:
    """To name one is a mistake that is told."""
    path = tmp_path / "t.csv"
    path.write_text("Код;Позиция\np1;ученик\n", encoding="utf-8")
    assert faults_of(path, sheet="7А") == ["t.csv: листа «7А» нет; есть листы: нет"]


def test_no_sheet_with_headings_lists_what_was_looked_at(path: Path) -> None:
    """Where there are several sheets and no table, the fault names them."""
    written(path, {"Инструкция": GUIDE, "Прочее": (("x",),)})
    (fault,) = faults_of(path)
    assert fault.startswith(
        "t.xlsx: ни на одном листе нет знакомых заголовков; просмотрены листы: «Инструкция», «Прочее»"
    )


@pytest.mark.parametrize("names", [("Наставляемые", "Наставники"), ("Лист1", "Лист2")])
def test_both_tables_may_stand_in_one_workbook(path: Path, names: tuple[str, str]) -> None:
    """Each is told by headings that only it has."""
    written(path, {names[1]: (OF_MENTORS, MENTOR), names[0]: (HEADINGS, MENTEE)})
    notes: list[Fault] = []
    cohort = read_cohort(path, path, notes=notes)
    assert ([m.id for m in cohort.mentees], [m.id for m in cohort.mentors]) == (["p1"], ["t1"])
    assert notes == []


def test_the_names_of_sheets_tell_tables_apart_where_headings_do_not(path: Path) -> None:
    """The same columns on both sheets: the mentors are not read as mentees."""
    written(
        path, {"Наставники": (HEADINGS[:5], MENTOR[:5]), "Наставляемые": (HEADINGS[:5], MENTEE[:5])}
    )
    assert [m.id for m in read_mentees(path)] == ["p1"]
    assert [m.id for m in read_mentors(path)] == ["t1"]


def test_one_table_for_both_sides_is_a_fault(path: Path) -> None:
    """The same sheet cannot hold both."""
    written(path, {"Инструкция": GUIDE, "Дети": (HEADINGS[:5], MENTEE[:5])})
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(path, path)
    assert [fault.code for fault in caught.value.faults] == ["same-file"]


def test_a_file_of_the_other_table_says_so(path: Path) -> None:
    """The only table in a workbook is another one: were the files swapped?"""
    written(path, {"Инструкция": GUIDE, "Лист": (OF_MENTORS, MENTOR)})
    assert ["не перепутаны ли файлы" in fault for fault in faults_of(path)] == [True]


def test_a_named_sheet_counts_for_the_file_that_has_it(tmp_path: Path) -> None:
    """One name is enough for two files; one that neither has is a fault."""
    mentees = written(tmp_path / "m.xlsx", {"A": (HEADINGS, MENTEE), "B": (HEADINGS, person("p2"))})
    mentors = written(tmp_path / "t.xlsx", {"Лист": (OF_MENTORS, MENTOR)})
    cohort = read_cohort(mentees, mentors, sheet="B")
    assert [m.id for m in cohort.mentees] == ["p2"]
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(mentees, mentors, sheet=["B", "C"])
    assert [fault.code for fault in caught.value.faults] == ["no-such-sheet"]


@pytest.mark.parametrize("hidden", ["refuse", "take", "skip"])
def test_a_hidden_sheet_with_a_table_is_refused_taken_or_skipped(path: Path, hidden: Any) -> None:
    """Last year's people on a hidden sheet do not come in unseen, nor is a class lost unseen."""
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": (HEADINGS, person("p2"))}, hidden=["7Б"])
    if hidden == "refuse":
        (fault,) = faults_of(path)
        assert fault.startswith(
            "t.xlsx: среди скрытых листов есть похожие на таблицу: «7Б»; покажите"
        )
        return
    ids, told = read(path, hidden=hidden)
    assert ids == (["p1", "p2"] if hidden == "take" else ["p1"])
    words = {"take": "скрытый лист всё же прочитан: «7Б»", "skip": "скрытый лист пропущен: «7Б»"}
    assert told[0] == f"t.xlsx: {words[hidden]}"


def test_a_hidden_sheet_can_be_named(path: Path) -> None:
    """Whoever names it wants it."""
    written(path, {"7А": (HEADINGS, MENTEE), "7Б": (HEADINGS, person("p2"))}, hidden=["7Б"])
    assert read(path, sheet="7Б")[0] == ["p2"]


def test_a_hidden_list_to_pick_from_is_no_table(path: Path) -> None:
    """Lists of values are kept on hidden sheets; they are named as not read."""
    lists = ("Позиция", "Категория"), ("ученик", "пассивный ученик")
    written(path, {"Дети": (HEADINGS, MENTEE), "Списки": lists}, hidden=["Списки"])
    told = "t.xlsx: прочитаны листы: «Дети»; не прочитаны, потому что таблицы на них нет: «Списки»"
    assert read(path) == (["p1"], [told])


def test_an_unknown_way_with_hidden_rows_is_refused(path: Path) -> None:
    """A slip in the option selects nothing."""
    written(path, {"Дети": (HEADINGS, MENTEE)})
    with pytest.raises(UnknownNameError, match="Maybe 'take'"):
        read_mentees(path, hidden="taek")  # type: ignore[arg-type]


def test_demands_are_found_among_other_sheets(path: Path) -> None:
    """The table of locks and bans may stand in the same workbook, on several sheets."""
    demands = ("Требование", "Наставник", "Наставляемый"), ("запретить", "t1", "p1")
    more = demands[0], ("закрепить", "t2", "p2")
    written(path, {"Дети": (HEADINGS, MENTEE), "Запреты": demands, "Пары": more})
    notes: list[Fault] = []
    locks, bans = read_demands(path, notes=notes)
    assert (len(locks), len(bans), len(notes)) == (1, 1, 2)
    assert [m.id for m in read_mentees(path)] == ["p1"]


def test_progress_is_told_by_rows(path: Path) -> None:
    """From the first rows to the last one, for every file; what it raises stops the reading."""
    rows = [person(f"p{number}") for number in range(1200)]
    written(path, {"Дети": (HEADINGS, *rows)})
    steps: list[tuple[str, int, int, str]] = []
    read_mentees(path, progress=lambda s: steps.append((s.stage, s.done, s.steps, s.file)))
    assert steps == [("read", done, 1200, "t.xlsx") for done in (500, 1000, 1200)]

    def stop(_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_mentees(path, progress=stop)
