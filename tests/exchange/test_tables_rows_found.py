"""The row of headings is found, and what stands above, between and below is told and never lost in silence."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from helpers.raw_tables import fault_of, notes_of, table_in
from helpers.tables import Tables
from nastavnik import InvalidInputError, Mentee
from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.tables.columns.known_headings import headings_of
from nastavnik.exchange.tables.formats.heading_row import heading_row
from nastavnik.exchange.tables.formats.raw import RawSheet

pytest_plugins = ["helpers.tables"]

HEADINGS = ("Код", "ФИО", "Позиция", "Класс", "Организация")
ONE = ("p1", "Выдуманный Иван", "ученик", "7", "Школа 5")
TWO = ("p2", "Придуманная Вера", "ученик", "8", "Школа 5")


def csv(*rows: Any) -> bytes:
    """Return rows as CSV; a text is a whole row."""
    return "\n".join(row if isinstance(row, str) else ";".join(row) for row in rows).encode()


def book(*rows: Any, merged: tuple[str, ...] = ()) -> bytes:
    """Return rows as a workbook with merged cells."""
    work = openpyxl.Workbook()
    sheet = work.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return saved(work)


def saved(work: openpyxl.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    target = BytesIO()
    work.save(target)
    return target.getvalue()


def numbers(data: bytes, name: str = "t.csv", **options: Any) -> list[int]:
    """Return the numbers of the rows that are read, that of the headings first."""
    return [number for number, _ in table_in(data, name, **options).rows]


def test_titles_above_the_headings_are_skipped_and_told() -> None:
    """The row with the most known headings is the one, and the rows above are named."""
    data = csv("МБОУ «Школа 5»;;", "Список; 7А", "", HEADINGS, ONE)
    assert numbers(data) == [4, 5]
    assert notes_of(data, "t.csv") == [
        "заголовки найдены в строке 4; строки выше (1–2) не читаются"
    ]


def test_the_separator_is_told_by_the_headings_and_not_by_the_title() -> None:
    """Commas in a title do not make them the separator."""
    data = csv("Список: класс, фио, код, позиция, 2025, 2026", HEADINGS, ONE)
    assert [list(row) for _, row in table_in(data, "t.csv").rows] == [list(HEADINGS), list(ONE)]


def test_a_single_known_heading_counts_only_in_the_first_row() -> None:
    """One word of a text may be a heading by chance; in the first row it may be a table with faults."""
    assert numbers(csv("Код;Клас;Позция", "p1;7;ученик")) == [1, 2]
    assert numbers(csv("Анкета;лист", "Код;x", "p1;7")) == [1, 2, 3]
    sheet = RawSheet(rows=((1, ["Анкета"]), (2, ["Код"])))
    assert heading_row(sheet, headings_of(Mentee)) is None


def test_headings_are_not_looked_for_far_below() -> None:
    """A table begins among the first twenty rows that are not blank."""
    assert numbers(csv(*(["т"] * 19), HEADINGS, ONE)) == [20, 21]
    sheet = RawSheet(rows=(*((n, ["т"]) for n in range(1, 21)), (21, HEADINGS)))
    assert heading_row(sheet, headings_of(Mentee)) is None


def test_a_first_row_that_is_a_person_is_not_shown(tables: Tables) -> None:
    """A value that is a heading by chance does not make headings of a row of names."""
    text = "p1;Выдуманный Иван;ученик;город\np2;Придуманная Вера;ученик;город\n"
    (fault,) = {one.text("ru") for one in tables.faults(text) if "mentees" in one.text("ru")}
    assert "нет знакомых заголовков" in fault
    assert "Иван" not in fault


@pytest.mark.parametrize(
    "below",
    [
        ["Итого: 2"],
        ["Всего"],
        ["Классный руководитель ____________ / И. И. Примерова /"],
        ["Директор"],
        ["", "", "", "____________", "И. И. Примерова"],
        ["", "Подпись ______", "", "", "Дата 01.09.2025"],
    ],
)
def test_totals_and_signatures_below_are_skipped_and_told(below: list[str]) -> None:
    """They are nobody, and the reader hears of them by their rows, never by what they say."""
    data = csv(HEADINGS, ONE, TWO, below)
    assert numbers(data) == [1, 2, 3]
    told = "строки под таблицей, в которых нет участников (итоги, подписи), пропущены: 4"
    assert notes_of(data, "t.csv") == [told]


@pytest.mark.parametrize("text", ["МБОУ «Школа 5»", "тел. 12-34-56", "Список верен:"])
def test_a_text_apart_below_the_table_is_skipped(text: str) -> None:
    """A text after a blank row that could be no id is no person."""
    assert numbers(csv(HEADINGS, ONE, "", [text])) == [1, 2]


@pytest.mark.parametrize(
    "row", ["p9", "Итого;2", ";Придуманная Вера", "p 9", ";;;7", "x;y;ученик;____"]
)
def test_what_may_be_somebody_stays_and_is_a_fault(row: str) -> None:
    """Half a person is never left out; the fault names the row."""
    assert numbers(csv(HEADINGS, ONE, row)) == [1, 2, 3]


def test_a_short_id_after_a_blank_row_stays() -> None:
    """Somebody may have begun to fill in a row."""
    assert numbers(csv(HEADINGS, ONE, "", "p9")) == [1, 2, 4]


def test_a_total_between_people_stays_a_fault() -> None:
    """Only below the table are there totals."""
    assert numbers(csv(HEADINGS, ONE, "Итого: 1", TWO)) == [1, 2, 3, 4]


def test_repeated_headings_are_skipped_and_told() -> None:
    """Pages that were printed and pasted have headings of their own."""
    data = csv(HEADINGS, ONE, HEADINGS, TWO, HEADINGS)
    assert numbers(data) == [1, 2, 4]
    assert notes_of(data, "t.csv") == ["строки, в которых заголовки стоят ещё раз, пропущены: 3, 5"]
    assert numbers(csv(HEADINGS, ONE, ("Код", "x", "Позиция", "Класс", "Организация"))) == [1, 2, 3]


def test_numbers_of_columns_below_the_headings_are_skipped_and_told() -> None:
    """Official forms number their columns."""
    data = csv(HEADINGS, "1;2;3;4;5", ONE)
    assert numbers(data) == [1, 3]
    assert notes_of(data, "t.csv") == ["строка 2 пропущена: в ней только номера столбцов"]
    assert numbers(csv(HEADINGS, "1;2;ученик;4;5", ONE)) == [1, 2, 3]


def test_rows_with_one_text_across_are_skipped_and_told() -> None:
    """The name of a class between its pupils is merged over the whole table."""
    data = book(HEADINGS, ["7А"], ONE, ["7Б"], TWO, merged=("A2:E2", "A4:E4"))
    assert numbers(data, "t.xlsx") == [1, 3, 5]
    told = "строки с одной надписью во всю ширину таблицы пропущены: 2, 4"
    assert notes_of(data, "t.xlsx") == [told]


def test_a_merged_value_counts_for_all_its_rows(tmp_path: Path) -> None:
    """One organisation for several people is that of each of them, and it is told."""
    path = tmp_path / "mentees.xlsx"
    rows = (
        ONE,
        (*TWO[:4], None),
        ("p3", None, "ученик", "9", None),
        ("p4", None, "ученик", "9", "Лицей"),
    )
    path.write_bytes(book(HEADINGS, *rows, merged=("E2:E4",)))
    notes: list[Fault] = []
    people = read_mentees(path, notes=notes)
    schools = [mentee.person.organisation for mentee in people]
    assert schools == ["Школа 5", "Школа 5", "Школа 5", "Лицей"]
    assert [note.text("ru") for note in notes] == [
        "mentees.xlsx: значение объединённых ячеек взято для каждой из их строк: E2:E4"
    ]


def test_a_merged_id_is_a_fault_that_names_the_cells() -> None:
    """Two people cannot share an id."""
    data = book(HEADINGS, ONE, (None, *TWO[1:]), merged=("A2:A3",))
    ((row, _, fault),) = table_in(data, "t.xlsx").found
    assert row == 2
    assert fault.text("ru").startswith("t.xlsx, строка 2: ячейки A2:A3 объединены: один код на")


def test_cells_merged_over_columns_are_a_fault_that_names_them() -> None:
    """A value over two columns may be meant for both or for one."""
    data = book(HEADINGS, (*ONE[:3], "7", None), merged=("D2:E2",))
    ((_, _, fault),) = table_in(data, "t.xlsx").found
    assert fault.text("ru").startswith("t.xlsx, строка 2: ячейки D2:E2 объединены: одно значение")


def test_merged_blank_cells_and_other_columns_say_nothing() -> None:
    """Merged cells that are blank, or in a column of notes, are nobody's concern."""
    headings = (*HEADINGS, "# заметка")
    data = book(headings, (*ONE[:4], None, "x"), (*TWO[:4], None, None), merged=("E2:E3", "F2:F3"))
    assert table_in(data, "t.xlsx").found == ()
    assert notes_of(data, "t.xlsx") == []


GROUPED = ("Код", "ФИО", "Позиция", "Класс", "Согласия", None, None)


def test_headings_in_two_rows_that_are_clear_are_read_together() -> None:
    """A group above and known headings below are one row of headings."""
    below = (
        None,
        None,
        None,
        None,
        "Согласие участвовать",
        "Согласие родителей",
        "Согласие на обработку данных",
    )
    person = (*ONE[:4], "да", "да", "да")
    for merged in ((), ("E1:G1",), ("A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:G1")):
        data = book(GROUPED, below, person, merged=merged)
        table = table_in(data, "t.xlsx")
        assert table.rows[0] == (2, (*GROUPED[:4], *below[4:]))
        assert [number for number, _ in table.rows] == [2, 3]
        assert notes_of(data, "t.xlsx") == ["заголовки занимают две строки и прочитаны вместе: 1–2"]


def test_a_group_and_its_part_may_make_a_heading_together() -> None:
    """«Согласие» above and «родителей» below say «Согласие родителей»."""
    above = ("Код", "Позиция", "Согласие", None)
    below = (None, None, "участвовать", "родителей")
    table = table_in(book(above, below, ("p1", "ученик", "да", "да")), "t.xlsx")
    assert table.rows[0][1] == ("Код", "Позиция", "Согласие участвовать", "Согласие родителей")


def test_headings_in_two_rows_that_are_not_clear_are_one_fault() -> None:
    """Where a column would have no known heading, the fault names the rows and nothing else is said."""
    below = (None, None, None, None, "на обработку данных", "участвовать", "родителей")
    fault = fault_of(book(GROUPED, below, (*ONE[:4], "да", "да", "да")), "t.xlsx")
    assert fault.text("ru") == (
        "t.xlsx, строка 1: заголовки стоят в двух строках (1–2); оставьте одну строку, "
        "где у каждого столбца свой заголовок"
    )


def test_a_title_of_groups_above_whole_headings_is_skipped() -> None:
    """Groups above a row that has all headings are a title."""
    data = book(("Сведения", None, None, "Школа", None), HEADINGS, ONE, merged=("A1:C1", "D1:E1"))
    assert numbers(data, "t.xlsx") == [2, 3]


def test_a_first_person_is_no_second_row_of_headings() -> None:
    """A column without heading and a person below it are still a fault of that column."""
    data = csv("Код;;Позиция", "p1;x;ученик", "p2;y;ученик")
    assert numbers(data) == [1, 2, 3]
    assert numbers(csv("Код;ФИО;;", "p1;Выдуманный;а;б")) == [1, 2]


@pytest.mark.parametrize("hidden", ["refuse", "take", "skip"])
def test_hidden_rows_are_refused_taken_or_skipped(tmp_path: Path, hidden: Any) -> None:
    """Rows that a filter left out do not take part in silence, nor are they lost in silence."""
    work = openpyxl.Workbook()
    path = tmp_path / "mentees.xlsx"
    sheet = work.worksheets[0]
    for row in (HEADINGS, ONE, TWO, (None,) * 5, ("#", "заметка")):
        sheet.append(list(row))
    for number in (3, 4, 5):
        sheet.row_dimensions[number].hidden = True
    path.write_bytes(saved(work))
    notes: list[Fault] = []
    if hidden == "refuse":
        with pytest.raises(InvalidInputError) as caught:
            read_mentees(path)
        (fault,) = caught.value.faults
        assert fault.text("ru") == (
            "mentees.xlsx: есть скрытые строки с данными (номера строк: 3), возможно, из-за фильтра; "
            "покажите или удалите их либо запустите команду с --hidden take (прочитать) или --hidden skip (пропустить)"
        )
        return
    people = read_mentees(path, hidden=hidden, notes=notes)
    told = {"take": "скрытые строки всё же прочитаны: 3", "skip": "скрытые строки пропущены: 3"}
    assert [mentee.id for mentee in people] == (["p1", "p2"] if hidden == "take" else ["p1"])
    assert [note.text("ru") for note in notes] == [f"mentees.xlsx: {told[hidden]}"]


def test_hidden_columns_are_read_and_told() -> None:
    """A column that is not shown counts all the same."""
    work = openpyxl.Workbook()
    for row in (HEADINGS, ONE):
        work.worksheets[0].append(list(row))
    work.worksheets[0].column_dimensions["E"].hidden = True
    told = "скрытые столбцы всё же прочитаны: «Организация»"
    assert notes_of(saved(work), "t.xlsx") == [told]


def test_no_note_shows_what_a_row_says(tmp_path: Path) -> None:
    """Titles and footers may name people; notes have numbers of rows only."""
    path = tmp_path / "mentees.csv"
    path.write_bytes(csv("Учитель Примерова Инна", HEADINGS, ONE, "", "Директор Примеров Лев ____"))
    notes: list[Fault] = []
    read_mentees(path, notes=notes)
    assert len(notes) == 2
    assert not any("Пример" in note.text(language) for note in notes for language in ("ru", "en"))
