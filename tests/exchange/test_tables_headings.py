"""The columns, and the row of headings."""

import attrs
import pytest

from nastavnik import Mentee, Mentor
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.tables.columns.column_map import compared_heading as compared
from nastavnik.exchange.tables.columns.headings import COLUMNS, columns_of
from nastavnik.exchange.tables.columns.known_headings import column_headed
from nastavnik.exchange.tables.columns.layout import layout_of
from nastavnik.exchange.tables.formats.raw import RawTable, letter
from nastavnik.people import PERSON_TYPES, Role


def table(*headings: str) -> RawTable:
    """Make a table of headings alone."""
    return RawTable(file="t.csv", rows=((1, headings),), shifting=True)


@pytest.mark.parametrize("role", [Mentee, Mentor])
def test_every_field_has_a_column(role: type[Role]) -> None:
    """Whatever a person or a role can say, a table can say."""
    of_role = {column.fills for column in columns_of(role) if not column.of_person}
    assert of_role == {a.name for a in attrs.fields(role)} - {"person"}
    of_person = {column.fills for column in columns_of(role) if column.of_person}
    fields = {a.name for kind in PERSON_TYPES.values() for a in attrs.fields(kind)}
    assert of_person == fields - {"extra"} | {"position"}  # each field of one's own has its own


@pytest.mark.parametrize("role", [Mentee, Mentor])
def test_no_name_belongs_to_two_columns(role: type[Role]) -> None:
    """Each heading and alias, as compared, leads to one column."""
    seen: dict[str, str] = {}
    for column in columns_of(role):
        for name in column.names:
            assert seen.setdefault(compared(name), column.key) == column.key


@pytest.mark.parametrize(
    "heading", ["Класс", "КЛАСС:", " класс ", "Grade", "grade", "Класс\nобучения"]
)
def test_headings_are_compared_loosely(heading: str) -> None:
    """Capital letters, spaces, line breaks and colons make no difference, nor does the language."""
    column = column_headed(heading, Mentee)
    assert column is not None
    assert column.key == "grade"


def test_yo_and_underscores_make_no_difference() -> None:
    """A heading may have е for ё, and a field's name its underscore."""
    for heading, key in (("Преподает", "taught"), ("data_consent", "data_consent")):
        column = column_headed(heading, Mentor)
        assert column is not None
        assert column.key == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_is_told_about(language: str) -> None:
    """Every column has a heading and a description in both languages."""
    for column in COLUMNS:
        assert column.heading[language]  # type: ignore[index]
        assert column.about[language]  # type: ignore[index]


def test_an_unknown_heading_gets_the_nearest_as_advice() -> None:
    """A heading with a slip of the pen is a fault that names what may have been meant."""
    _, faults = layout_of(table("Код", "Позиция", "Клас"), Mentee)
    assert [(fault.code, fault.advice) for _, fault in faults] == [("unknown-heading", "Класс")]


def test_doubled_columns_are_found_across_languages() -> None:
    """«Класс» and «grade» are one column, and having both is a fault."""
    _, faults = layout_of(table("id", "position", "grade", "Класс"), Mentee)
    ((number, fault),) = faults
    assert number == 3
    assert fault.code == "doubled-column"
    assert fault.details == {"value": "Класс", "other": "grade"}


def test_a_missing_column_tells_its_headings() -> None:
    """Only id and position are required, and the fault lists the headings that are accepted."""
    _, faults = layout_of(table("ФИО", "Позиция"), Mentee)
    ((_, fault),) = faults
    assert fault.code == "missing-column"
    assert "«Код»" in fault.text("ru")
    assert "ID" in fault.text("ru")
    assert layout_of(table("Код", "Позиция"), Mentee)[1] == []


def test_a_heading_of_the_other_table_hints_at_swapped_files() -> None:
    """«Мест» among mentees, or «Категория» among mentors, asks whether the files were swapped."""
    _, mentees = layout_of(table("Код", "Позиция", "Мест"), Mentee)
    _, mentors = layout_of(table("Код", "Позиция", "Категория"), Mentor)
    assert [fault.code for _, fault in mentees] == ["heading-of-mentors"]
    assert [fault.code for _, fault in mentors] == ["heading-of-mentees"]


def test_a_row_without_headings_shows_nothing_of_itself() -> None:
    """When no heading is known the first row may be a person, so none of it is shown."""
    _, faults = layout_of(table("p1", "Выдуманный Иван", "7"), Mentee)
    assert [fault.code for _, fault in faults] == ["no-headings"]
    assert "Иван" not in faults[0][1].text("ru")


def test_columns_of_notes_are_not_read() -> None:
    """A column whose heading begins with # or № is the coordinator's own."""
    layout, faults = layout_of(table("№ п/п", "Код", "Позиция", "# телефон"), Mentee)
    assert faults == []
    assert layout.columns == {"id": 1, "position": 2}


def test_letters_of_columns() -> None:
    """Columns without a heading go by the letters of a spreadsheet."""
    assert [letter(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
