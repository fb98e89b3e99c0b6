"""Workbooks as they come from real programs, and what only looks like one."""

import sys
import warnings
import zipfile
from datetime import datetime, timedelta
from datetime import time as time_of_day
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.chart import BarChart

from helpers.raw_tables import fault_of, notes_of, table_in
from helpers.workbooks import opened, workbook
from nastavnik import InvalidInputError
from nastavnik.basics.errors import Fault
from nastavnik.basics.limits import Limits
from nastavnik.exchange.tables import read_mentees

HEADINGS = ("Код", "Позиция", "Класс", "Организация", "Согласие участвовать")


def repacked(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Return the workbook with one part changed."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as changed:
        assert old in source.read(part)
        for name in source.namelist():
            content = source.read(name)
            changed.writestr(name, content.replace(old, new) if name == part else content)
    return target.getvalue()


def cells(data: bytes) -> list[Any]:
    """Return the cells of the second row, a fault by its code."""
    table = table_in(data, "t.xlsx")
    return [cell.code if isinstance(cell, Fault) else cell for cell in table.rows[1][1]]


def only_fault(data: bytes) -> Fault:
    """Return the only fault of a workbook."""
    return fault_of(data, "t.xlsx")


def test_values_become_the_text_a_person_would_type() -> None:
    """Numbers lose their .0, dates become ISO text, truth values stay, spaces are kept."""
    day = datetime(2026, 9, 1)  # noqa: DTZ001 - a workbook knows no time zones
    afternoon = day.replace(hour=15, minute=30)
    row = [17.0, 1.5, 7, True, day, afternoon, " a ", None, time_of_day(15, 30), timedelta(hours=1)]
    assert cells(workbook(["id"], row)) == [
        "17",
        "1.5",
        "7",
        "TRUE",
        "2026-09-01",
        "2026-09-01 15:30",
        " a ",
        "",
        "15:30",
        "1:00:00",
    ]


def test_a_whole_number_may_be_written_with_a_fraction() -> None:
    """Some programs write 17.0 for 17; beyond what a cell holds exactly nothing is made whole."""
    data = workbook(["id"], [17, 18])
    data = repacked(data, "xl/worksheets/sheet1.xml", b"<v>17</v>", b"<v>17.0</v>")
    data = repacked(data, "xl/worksheets/sheet1.xml", b"<v>18</v>", b"<v>1.8E+16</v>")
    assert cells(data) == ["17", "1.8e+16"]


def test_a_workbook_is_read_like_a_csv_file(tmp_path: Path) -> None:
    """Numeric ids become text, and truth values of the program become yes and no."""
    path = tmp_path / "mentees.xlsx"
    path.write_bytes(workbook(HEADINGS, (17.0, "ученик", 7.0, "Школа", True)))
    (mentee,) = read_mentees(path)
    assert mentee.id == "17"
    assert mentee.agreed is True
    assert mentee.person.organisation == "Школа"


def test_formulas_and_errors_are_faults_with_their_place(tmp_path: Path) -> None:
    """Formulas and spreadsheet errors are faults of their cells, in the id and elsewhere."""
    path = tmp_path / "mentees.xlsx"
    path.write_bytes(
        workbook(HEADINGS, ("=A1", "ученик", "#REF!", "=1+1", "да"), sheets=("Дети", "Справка"))
    )
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path)
    row = "mentees.xlsx, лист «Дети», строка 2"
    formula = "в ячейке формула; вставьте вместо неё значение"
    assert [fault.text("ru") for fault in caught.value.faults] == [
        f"{row}, столбец «Код»: {formula}",
        f"{row}, столбец «Класс»: в ячейке вместо значения ошибка «#REF!»; впишите верное значение",
        f"{row}, столбец «Организация»: {formula}",
    ]


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    """In a workbook a text that begins with = is a text if its cell says so."""
    data = workbook(["id"], ["text"])
    data = repacked(data, "xl/worksheets/sheet1.xml", b"<t>text</t>", b"<t>=1+1</t>")
    assert cells(data) == ["=1+1"]


def test_the_sheet_is_named_only_where_there_are_several() -> None:
    """The first sheet is read, and it is named in places when the workbook has others."""
    assert table_in(workbook(["id"], ["a"]), "t.xlsx").sheet is None
    assert table_in(workbook(["id"], ["a"], sheets=("A", "B")), "t.xlsx").sheet == "A"


def test_blank_ends_are_ignored() -> None:
    """Blank ends of the sheet are no part of the table; blank rows between are counted."""
    data = workbook(["id", "", None, "  "], [], ["a", None, " "], [None], [" "])
    table = table_in(data, "t.xlsx")
    assert [(number, list(row)) for number, row in table.rows] == [(1, ["id"]), (3, ["a"])]


def test_a_sheet_of_a_thousand_columns_is_one_fault() -> None:
    """A sheet that is far too wide is refused at its headings."""
    fault = only_fault(workbook([f"c{n}" for n in range(1000)], list(range(1000))))
    assert (fault.code, fault.details) == ("too-wide", {"value": 1000, "high": 100})


@pytest.mark.timeout(60)
@pytest.mark.parametrize("said", [b"A1:XFD1048576", b"A1:A1", b"C7:D9"])
def test_a_sheet_that_lies_about_its_size_is_read_at_once(said: bytes) -> None:
    """What a sheet says of its size is not believed, be it too much or too little."""
    rows = [["id", "position"], *([f"p{number}", "pupil"] for number in range(500))]
    data = workbook(*rows)
    data = repacked(data, "xl/worksheets/sheet1.xml", b'ref="A1:B501"', b'ref="' + said + b'"')
    table = table_in(data, "t.xlsx")
    assert [list(row) for _, row in table.rows] == rows


def test_warnings_of_openpyxl_stay_inside() -> None:
    """What openpyxl does not support is no warning here, and the filters of the host stay."""
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    data = workbook(["id"], ["a"])
    data = repacked(data, "xl/worksheets/sheet1.xml", b"</worksheet>", extension)
    with pytest.warns(UserWarning, match="not supported"):
        list(opened(data).worksheets)
    before = list(warnings.filters)
    assert cells(data) == ["a"]
    assert warnings.filters == before


@pytest.mark.parametrize(
    "data", [b"id;position\np1;pupil\n", "Код;Позиция\np1;ученик\n".encode("cp1251")]
)
def test_a_text_under_the_ending_of_a_workbook_is_read_and_told(data: bytes) -> None:
    """Journals save texts as .xls and .xlsx; what a file holds counts, and the reader hears of it."""
    assert len(table_in(data, "t.xlsx").rows) == 2
    told = "по содержимому это .csv, хотя расширение у файла другое; так он и прочитан"
    assert notes_of(data, "t.xlsx") == [told]


def test_a_workbook_under_another_ending_is_read_and_told() -> None:
    """A workbook of another kind, or one that is called .csv, is read by what it holds."""
    told = "по содержимому это .xlsx, хотя расширение у файла другое; так он и прочитан"
    for name in ("t.csv", "t.xls", "t.ods", "t.xlsb"):
        assert notes_of(workbook(["id"], ["a"]), name) == [told]
    for name in ("t.xlsx", "t.xlsm", "T.XLSX"):
        assert notes_of(workbook(["id"], ["a"]), name) == []


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(100), "OLE"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument\0".encode("utf-16-le"), "DOC"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG", "PNG"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(data: bytes, found: str) -> None:
    """A file of another kind under .xlsx gives a fault that says what it looks like."""
    fault = only_fault(data)
    assert (fault.code, fault.details) == (
        "not-what-it-says",
        {"value": ".xlsx", "found": found},
    )


@pytest.mark.parametrize(
    "data",
    [
        b"<html><table><tr><td>id</td></tr></table>",
        b"\xef\xbb\xbf \n<!DOCTYPE HTML><html>",
        "\ufeff<html><table>".encode("utf-16-le"),
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        b"MIME-Version: 1.0\nX-Document-Type: Workbook",
    ],
)
def test_a_page_of_a_journal_is_no_workbook(data: bytes) -> None:
    """Electronic journals save web pages as .xls; the fault says what to do with one."""
    fault = fault_of(data, "t.xls")
    assert fault.code == "web-page"
    assert fault.text("ru").endswith("откройте файл в табличном редакторе и сохраните как .xlsx")


@pytest.mark.parametrize(
    ("part", "found"),
    [("word/document.xml", "DOCX"), ("Index/Document.iwa", "Numbers"), ("a", "ZIP")],
)
def test_other_zipped_files_are_told_apart(part: str, found: str) -> None:
    """Files that are zipped as a workbook is are told apart by what is in them."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(part, "x")
    assert only_fault(target.getvalue()).details["found"] == found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-table"),
        (workbook([], []), "empty-table"),
        (workbook(["id"], ["a"])[:-100], "damaged"),
        (b"PK\x03\x04" + bytes(50), "damaged"),
        (bytes(range(256)), "damaged"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "locked",
        ),
        (
            repacked(workbook(["id"]), "xl/worksheets/sheet1.xml", b"</row>", b"</rom>"),
            "damaged",
        ),
    ],
)
def test_a_broken_workbook_is_one_fault(data: bytes, code: str) -> None:
    """A workbook that cannot be read gives one fault and no traceback."""
    assert only_fault(data).code == code


def test_a_workbook_of_charts_alone_is_empty() -> None:
    """A workbook that has no sheet of cells has no table."""
    book = openpyxl.Workbook()
    book.create_chartsheet("Chart").add_chart(BarChart())
    book.remove(book.worksheets[0])
    target = BytesIO()
    book.save(target)
    assert only_fault(target.getvalue()).code == "empty-table"


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file that unpacks to gigabytes is not unpacked."""
    monkeypatch.setattr(
        "nastavnik.exchange.tables.formats.packages.LIMITS", Limits(unpacked_bytes=100)
    )
    assert only_fault(workbook(["id"])).code == "over-unpacked-bytes"


def test_without_calamine_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workbook without the extra is an import error that names the extra."""
    path = tmp_path / "mentees.xlsx"
    path.write_bytes(workbook(["id"]))
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    monkeypatch.delitem(sys.modules, "nastavnik.exchange.tables.formats.workbooks", raising=False)
    with pytest.raises(ModuleNotFoundError, match=r"pip install nastavnik\[xlsx\]"):
        read_mentees(path)
