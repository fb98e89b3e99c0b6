"""CSV files as they come from real programs, and as they are written."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.raw_tables import fault_of, table_in
from nastavnik import InvalidInputError
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.tables.formats.csv_files import csv_of, guarded, unguarded
from nastavnik.exchange.tables.formats.encodings import text_of
from nastavnik.exchange.tables.formats.raw import RawTable

RUSSIAN = "Код;Позиция;Класс;Интересы\nп1;ученик;7;шахматы\n"
ENGLISH = "id,position,grade,interests\np1,pupil,7,chess\n"


def only_fault(data: bytes) -> tuple[str, int | None]:
    """Return code and row of the only fault of a file."""
    fault = fault_of(data, "t.csv")
    assert fault.place is not None
    return fault.code, fault.place.row


def rows(table: RawTable) -> list[tuple[int, list[str]]]:
    """Return the numbered rows as plain lists."""
    return [(number, [str(cell) for cell in cells]) for number, cells in table.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encodings_and_separators_are_recognised(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    """Any of the usual encodings goes with any of the usual separators."""
    path = tmp_path / "mentees.csv"
    path.write_bytes(RUSSIAN.replace(";", separator).encode(encoding))
    (mentee,) = read_mentees(path)
    assert mentee.id == "п1"
    assert mentee.person.interests == {"шахматы"}


def test_english_headings_and_commas(tmp_path: Path) -> None:
    """A table may be in English from its headings to its values."""
    path = tmp_path / "mentees.CSV"
    path.write_text(ENGLISH)
    (mentee,) = read_mentees(path)
    assert repr(mentee) == "Mentee(Pupil('p1'))"
    assert mentee.person.interests == {"chess"}


def test_a_comma_in_a_heading_does_not_win() -> None:
    """The separator that gives more known headings is right, not the one that occurs more often."""
    table = table_in("Код;Позиция;Возраст, лет;# а, б, в, г\np1;ученик;12\n".encode(), "t.csv")
    assert rows(table)[1] == (2, ["p1", "ученик", "12"])


def test_a_line_for_the_spreadsheet_program_is_no_row() -> None:
    """The line ``sep=,`` chooses the separator and is not counted, as no program shows it."""
    table = table_in(b"sep=,\r\nid,position\r\np1,pupil\r\n", "t.csv")
    assert rows(table) == [(1, ["id", "position"]), (2, ["p1", "pupil"])]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    """Blank lines count as rows, and line breaks in quotes do not."""
    table = table_in(b'id;interests\n\n"p1";"a\nb\nc"\n;;\np2;d;;\n', "t.csv")
    assert rows(table) == [
        (1, ["id", "interests"]),
        (3, ["p1", "a\nb\nc"]),
        (5, ["p2", "d"]),
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_will_do(ending: str) -> None:
    """Line endings of every system, old ones too, end a line."""
    table = table_in(f"id;position{ending}p1;pupil{ending}".encode(), "t.csv")
    assert rows(table)[1] == (2, ["p1", "pupil"])


def test_letters_typed_in_two_ways_are_one() -> None:
    """A й of letter and mark, as some systems write it, is the й of one letter."""
    table = table_in("Код\nи\u0306".encode(), "t.csv")
    assert rows(table)[1] == (2, ["й"])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-table"),
        (b"\n\n;;\n", "empty-table"),
        (b"id;position\n\0\0", "binary"),
        (b"\x98\x98", "unknown-encoding"),
        ("Код;Позиция".encode()[:-1], "unknown-encoding"),
        (b"\xef\xbb\xbf" + "Код".encode("cp1251"), "unknown-encoding"),
        (b"%PDF-1.7", "not-what-it-says"),
        (b"PK\x03\x04....", "damaged"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "not-what-it-says"),
        (b"<html><table>", "web-page"),
        (b";".join(b"c%d" % n for n in range(1000)), "too-wide"),
    ],
)
def test_what_is_no_table_in_csv_is_one_fault(data: bytes, code: str) -> None:
    """A file that holds something else gives one fault and no traceback."""
    assert only_fault(data)[0] == code


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ('id;position\np1;"pupil\np2;pupil\n', "bad-quotes", 2),
        ('id;position\np1;"pupil" x\n', "bad-quotes", 2),
        ('"id;position\n', "bad-quotes", 1),
        ("id;position\np1;" + "x" * (csv.field_size_limit() + 1), "too-long", 2),
    ],
)
def test_quotation_marks_that_do_not_fit_are_a_fault(text: str, code: str, row: int) -> None:
    """A quotation mark that is not closed, or a cell without end, names the row where it begins."""
    assert only_fault(text.encode()) == (code, row)


def test_quotation_marks_inside_a_value_are_letters() -> None:
    """A value that does not begin with a quotation mark may contain some."""
    table = table_in(b'id;position\np1;school "Sun"', "t.csv")
    assert rows(table)[1] == (2, ["p1", 'school "Sun"'])


def test_a_formula_is_a_fault_of_its_cell(tmp_path: Path) -> None:
    """A cell that begins with = is a formula in CSV too, and is never taken for a text."""
    path = tmp_path / "mentees.csv"
    path.write_text("id;position;place\np1;pupil; =A1\n")
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path)
    (fault,) = caught.value.faults
    assert fault.text("en").startswith(
        "mentees.csv, row 2, column «place»: the cell holds a formula"
    )


@given(st.text(alphabet="=+-@'\t\r\n,;a1 ＝"))
def test_guarding_is_undone(text: str) -> None:
    """What is written before a would-be formula is taken away, and nothing else is."""
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="=+-@'\t,;a1", max_size=8), st.sampled_from(",;\t"))
def test_no_part_of_a_guarded_text_begins_as_a_formula(text: str, separator: str) -> None:
    """Whichever separator a spreadsheet program expects, no cell begins as a formula does."""
    for part in guarded(text).split(separator):
        assert not part.startswith(("=", "+", "-", "@"))


def test_written_csv_opens_in_excel() -> None:
    """CSV is written in UTF-8 with its mark, with semicolons and quotes where they are needed."""
    assert csv_of([["Код", "ФИО"], ["1", 'a;"b"']]) == (
        b"\xef\xbb\xbf" + 'Код;ФИО\r\n1;"a;""b"""\r\n'.encode()
    )


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("koi8-r", "KOI8-R"),
        ("cp866", "MS-DOS (CP866)"),
        ("mac-cyrillic", "Mac Cyrillic"),
        ("iso8859-5", "ISO 8859-5"),
    ],
)
@pytest.mark.parametrize(
    "table",
    [
        "id,position,name\np1,pupil,Выдуманный Иван\np2,pupil,Придуманная Вера\n",
        "Код;Позиция\nп1;ученик\n",
    ],
)
def test_other_russian_encodings_are_refused_by_name_not_misread(
    encoding: str, name: str, table: str
) -> None:
    """Bytes of another encoding can be read as Windows-1251, and say nonsense; the fault says which it is."""
    assert text_of(table.encode(encoding)) is None
    assert text_of(table.encode("cp1251")) == table
    fault = fault_of(table.encode(encoding), "t.csv")
    assert fault.text("ru").startswith(
        f"t.csv: текст в кодировке {name}, которую программа не читает; откройте"
    )


@pytest.mark.parametrize("text", ["id;name\np1;Ян", "id;name\np1;ДА", "id;name\np1;я"])
def test_a_few_russian_letters_are_windows_1251(text: str) -> None:
    """A word or two say little of an encoding, and the commonest one is taken then."""
    assert text_of(text.encode("cp1251")) == text


@pytest.mark.parametrize("ending", ["txt", "tsv", "tab", "TXT"])
def test_text_files_by_other_names_are_read(tmp_path: Path, ending: str) -> None:
    """What a spreadsheet program calls «Unicode text», and tables with tabs, end in .txt and .tsv."""
    path = tmp_path / f"mentees.{ending}"
    path.write_bytes(RUSSIAN.replace(";", "\t").encode("utf-16"))
    (mentee,) = read_mentees(path)
    assert mentee.id == "п1"
