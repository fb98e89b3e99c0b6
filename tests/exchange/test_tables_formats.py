"""Workbooks of every format are read alike, and none that is broken or hostile does harm."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from helpers.binary_workbooks import Formula, Page, ods, xls, xlsb
from helpers.raw_tables import fault_of, notes_of, table_in, tables_in
from helpers.workbooks import workbook
from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.formats.xlsx_output import SheetColumn, xlsx_of

HEADINGS = ("Код", "Позиция", "Класс")
ONE, TWO = ("p1", "ученик", 7), ("p2", "ученик", 8)

Write = Callable[..., bytes]

FORMATS = [
    pytest.param(xls, "t.xls", id="xls"),
    pytest.param(xlsb, "t.xlsb", id="xlsb"),
    pytest.param(ods, "t.ods", id="ods"),
]
every_format = pytest.mark.parametrize(("write", "name"), FORMATS)


def shown(data: bytes, name: str, **options: Any) -> list[list[str]]:
    """Return the cells of the only table, a fault by its code."""
    rows = table_in(data, name, **options).rows
    return [[c.code if isinstance(c, Fault) else c for c in row] for _, row in rows]


@every_format
def test_values_are_read(write: Write, name: str) -> None:
    """Texts and numbers, as in XLSX."""
    data = write(Page(rows=(HEADINGS, ONE, ("", "", ""), TWO)))
    assert shown(data, name) == [list(HEADINGS), ["p1", "ученик", "7"], ["p2", "ученик", "8"]]


@every_format
def test_formulas_are_faults(write: Write, name: str) -> None:
    """A formula is one in every format."""
    data = write(Page(rows=(HEADINGS, ("p1", "ученик", Formula()))))
    assert shown(data, name)[1] == ["p1", "ученик", "formula"]


@pytest.mark.parametrize(("write", "name"), FORMATS[:2])
def test_errors_are_faults(write: Write, name: str) -> None:
    """An error of a spreadsheet is one in the binary formats; in ODS only a formula has one."""
    data = write(Page(rows=(HEADINGS, ("p1", "#REF!", 7))))
    assert shown(data, name)[1] == ["p1", "error-cell", "7"]


@every_format
def test_hidden_rows_and_columns_are_seen(write: Write, name: str) -> None:
    """They are refused and told in every format."""
    data = write(Page(rows=(HEADINGS, ONE, TWO), hidden=frozenset({3}), hidden_column=2))
    ((_, _, fault),) = table_in(data, name).found
    assert fault.code == "hidden-rows"
    assert notes_of(data, name, hidden="skip") == [
        "скрытые столбцы всё же прочитаны: «Класс»",
        "скрытые строки пропущены: 3",
    ]


@every_format
def test_hidden_sheets_are_seen(write: Write, name: str) -> None:
    """They are refused in every format."""
    pages = (
        Page(rows=(HEADINGS, ONE), name="А"),
        Page(rows=(HEADINGS, TWO), name="Б", visible=False),
    )
    assert fault_of(write(*pages), name).code == "hidden-sheet"
    assert len(tables_in(write(*pages), name, hidden="take")) == 2


@every_format
def test_merged_values_count_for_all_rows(write: Write, name: str) -> None:
    """A merged class is that of all in every format."""
    rows = HEADINGS, ONE, ("p2", "ученик", None), ("p3", "ученик", None)
    data = write(Page(rows=rows, merged=((2, 3, 2, 2),)))
    assert [row[2:] for row in shown(data, name)[1:]] == [["7"], ["7"], []]


def large(write: Write) -> bytes:
    """Return a workbook with one cell in the last corner."""
    return write(Page(rows=(HEADINGS, ONE), far=(65536, 16383)))


@every_format
def test_a_cell_far_away_is_refused_and_named(write: Write, name: str) -> None:
    """The rectangle up to it is never built."""
    fault = fault_of(large(write), name)
    assert fault.code == "too-far"


def changed(data: bytes, **parts: bytes) -> bytes:
    """Return a zipped workbook with some parts replaced, a dot for the slash and two underscores for a dot."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in source.namelist():
            content = next(
                (c for n, c in parts.items() if name.endswith(n.replace("__", "."))),
                source.read(name),
            )
            out.writestr(name, content)
    return target.getvalue()


def far_xlsx() -> bytes:
    """Return an XLSX workbook with a cell in the last corner."""
    data = workbook(HEADINGS, ONE)
    with zipfile.ZipFile(BytesIO(data)) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    cell = (
        b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    )
    return changed(data, sheet1__xml=sheet.replace(b"</sheetData>", cell))


def long_xlsx() -> bytes:
    """Return an XLSX workbook with a cell of 400 MB."""
    data = workbook(HEADINGS, ONE)
    with zipfile.ZipFile(BytesIO(data)) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    cell = (
        b'<row r="9"><c r="A9" t="inlineStr"><is><t>'
        + b"x" * 400_000_000
        + b"</t></is></c></row></sheetData>"
    )
    return changed(data, sheet1__xml=sheet.replace(b"</sheetData>", cell))


def many_strings() -> bytes:
    """Return an XLSX workbook with millions of shared texts."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = b'<sst xmlns="' + space + b'">' + b"<si/>" * 20_000_000 + b"</sst>"
    return changed(with_shared_texts(), sharedStrings__xml=strings)


def with_shared_texts() -> bytes:
    """Return an XLSX workbook whose texts stand in a part of their own."""
    columns = [SheetColumn(heading=name, width=10, number=False) for name in HEADINGS]
    return xlsx_of(columns, [["p1", "ученик", "7"]])


def covered_ods() -> bytes:
    """Return an ODS workbook whose blank rows are wide, since their last cell is covered."""
    row = (
        '<table:table-row><table:table-cell table:number-columns-repeated="16000"/>'
        "<table:covered-table-cell/></table:table-row>"
    )
    return ods(Page(rows=(HEADINGS, ONE)), last=row * 50_000)


def entities() -> bytes:
    """Return an XLSX workbook whose sheet defines entities of entities."""
    data = workbook(HEADINGS, ONE)
    with zipfile.ZipFile(BytesIO(data)) as source:
        sheet = source.read("xl/worksheets/sheet1.xml")
    definitions = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return changed(data, sheet1__xml=definitions + sheet.partition(b"?>")[2] or sheet)


HOSTILE = {
    "far.xlsx": (far_xlsx, "too-far"),
    "long.xlsx": (long_xlsx, "over-unpacked-bytes"),
    "strings.xlsx": (many_strings, "over-unpacked-bytes"),
    "entities.xlsx": (entities, "damaged"),
    "far.xls": (lambda: large(xls), "too-far"),
    "far.xlsb": (lambda: large(xlsb), "too-far"),
    "far.ods": (lambda: large(ods), "too-far"),
    "covered.ods": (covered_ods, "over-cells"),
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_one_fault_in_little_memory(tmp_path: Path, name: str) -> None:
    """With a gigabyte of memory, in a process of its own, it ends soon and with a clear fault."""
    make, code = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    script = (
        "import resource, sys\n"
        "from nastavnik import InvalidInputError\n"
        "from nastavnik.exchange.tables import read_mentees\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "try: read_mentees(sys.argv[1])\n"
        "except InvalidInputError as error: print(*[fault.code for fault in error.faults])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, [code]), done.stderr[-500:]


def renamed(data: bytes, change: Callable[[str], str]) -> bytes:
    """Return a zipped workbook whose parts have other names."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        for name in source.namelist():
            info = zipfile.ZipInfo("x")
            info.filename = change(name)
            out.writestr(info, source.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    "change",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: name.replace("sharedStrings", "SharedStrings"),
    ],
)
def test_names_of_parts_as_some_programs_write_them(change: Callable[[str], str]) -> None:
    """Backslashes in names, and the capital letter of 1C, are no damage."""
    data = renamed(with_shared_texts(), change)
    assert shown(data, "t.xlsx") == [list(HEADINGS), ["p1", "ученик", "7"]]


def test_strict_workbooks_are_read() -> None:
    """Strict OOXML has other names of elements and relations."""
    old, new = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    strict = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(workbook(HEADINGS, ONE))) as source,
        zipfile.ZipFile(target, "w") as out,
    ):
        for name in source.namelist():
            out.writestr(name, source.read(name).replace(old, new).replace(relations, strict))
    assert shown(target.getvalue(), "t.xlsx") == [list(HEADINGS), ["p1", "ученик", "7"]]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("физика_x000D_\nхимия", "физика\r\nхимия"),
        ("a_x0041_b", "aAb"),
        ("_x005F_x000D_", "_x000D_"),
    ],
)
def test_escaped_letters_are_decoded(written: str, read: str) -> None:
    """``_xHHHH_`` is a letter, as the format says."""
    assert shown(workbook(HEADINGS, ("p1", written, 7)), "t.xlsx")[1][1] == read


def test_macros_and_templates_are_read() -> None:
    """Workbooks with macros, and templates, are workbooks."""
    for name in ("t.xlsm", "t.xltx", "t.xltm"):
        assert len(shown(workbook(HEADINGS, ONE), name)) == 2


@every_format
def test_a_cut_workbook_is_damaged(write: Write, name: str) -> None:
    """Half a file gives one fault."""
    data = write(Page(rows=(HEADINGS, ONE)))
    for size in (len(data) // 2, len(data) - 30):
        assert fault_of(data[:size], name).code in {"damaged", "not-what-it-says", "empty-table"}


def test_a_cell_as_long_as_a_book_is_a_fault_of_its_own() -> None:
    """The rest of the table is read."""
    rows = shown(workbook(HEADINGS, ONE), "t.xlsx")
    data = xlsb(Page(rows=(HEADINGS, ("p1", "x" * 200_000, 7))))
    assert shown(data, "t.xlsb") == [rows[0], ["p1", "over-cell-characters", "7"]]
