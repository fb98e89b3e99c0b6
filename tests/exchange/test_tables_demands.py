"""The table of locks and bans: read as the tables of people are, with every fault at its place."""

import traceback
from functools import reduce
from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    InvalidInputError,
    Lock,
    Mentee,
    Mentor,
    Methodology,
    NoPlanError,
    Pupil,
    Student,
    match,
)
from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.tables import read_demands, write_template
from nastavnik.exchange.tables.columns.column_map import compared_heading as compared
from nastavnik.exchange.tables.columns.demand_columns import DEMAND_COLUMNS, DEMANDS
from nastavnik.rules.catalogue.pairing import NotBanned

COHORT = Cohort(
    mentees=[Mentee(Pupil(name, grade=7)) for name in ("p1", "p2", "both")],
    mentors=[
        Mentor(Pupil("m1", grade=10)),
        Mentor(Student("m2")),
        Mentor(Pupil("both", grade=7)),
    ],
)
HEADINGS = "Требование;Наставник;Наставляемый;Почему;По чьей просьбе;Отступления"


class Table:
    """A table in a folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "demands.csv"

    def write(self, *rows: str, headings: str = HEADINGS) -> Path:
        """Write rows under the headings."""
        self.path.write_text("\n".join((headings, *rows)) + "\n", encoding="utf-8")
        return self.path

    def read(
        self, *rows: str, headings: str = HEADINGS
    ) -> tuple[tuple[Lock, ...], tuple[Ban, ...]]:
        """Write a table and read it, held against the people."""
        return read_demands(self.write(*rows, headings=headings), cohort=COHORT)

    def faults(
        self, *rows: str, headings: str = HEADINGS, methodology: Methodology = TARGET_MODEL
    ) -> tuple[Fault, ...]:
        """Return what is wrong with a table."""
        path = self.write(*rows, headings=headings)
        with pytest.raises(InvalidInputError) as caught:
            read_demands(path, cohort=COHORT, methodology=methodology)
        return caught.value.faults

    def codes(self, *rows: str, headings: str = HEADINGS) -> list[str]:
        """Return the codes of what is wrong with a table."""
        return [fault.code for fault in self.faults(*rows, headings=headings)]

    def only(self, *rows: str, headings: str = HEADINGS) -> str:
        """Return the Russian text of the only fault."""
        (fault,) = self.faults(*rows, headings=headings)
        return fault.text("ru")


@pytest.fixture
def table(tmp_path: Path) -> Table:
    """A table in an empty folder."""
    return Table(tmp_path)


def test_rows_become_locks_and_bans(table: Table) -> None:
    """Every column reaches its field; lists are separated as in the other tables, spaces are single."""
    locks, bans = table.read(
        "закрепить;m1;p1;дело  пошло;завуч; grade-gap, mentor-trained,",
        "",
        "# Закрепить;m9;p9;;;",
        "Запрет;m2;p1;;классный руководитель;–",
        "lock;m2;p2;;;нет",
    )
    assert locks == (
        Lock(
            "m1", "p1", reason="дело пошло", by="завуч", overriding={"grade-gap", "mentor-trained"}
        ),
        Lock("m2", "p2"),
    )
    assert bans == (Ban("m2", "p1", by="классный руководитель"),)


@pytest.mark.parametrize(
    "headings",
    [
        "kind;mentor;mentee",
        "Demand;Mentor;Mentee",
        "ТРЕБОВАНИЕ:;Код наставника;код_наставляемого",
        "Требование;mentor;Наставляемый",
        "вид\tmentor id\tmentee id",
        "kind,Mentor,Mentee",
    ],
)
def test_headings_in_either_language_or_in_both(table: Table, headings: str) -> None:
    """Headings may be mixed, and stand with any separator of the tables of people."""
    separator = next(mark for mark in ";,\t" if mark in headings)
    row = separator.join(("ban", "m1", "p1"))
    assert table.read(row, headings=headings) == ((), (Ban("m1", "p1"),))


@pytest.mark.parametrize("heading", ["По чьей просьбе", "Asked for by", "Кто потребовал"])
def test_who_asks_goes_by_the_heading_it_had_before(table: Table, heading: str) -> None:
    """A table that was filled in last year is read this year."""
    _, (ban,) = table.read("ban;m1;p1;завуч", headings=f"kind;mentor;mentee;{heading}")
    assert ban.by == "завуч"


def test_columns_in_any_order_with_notes(table: Table) -> None:
    """The order is free, and columns of notes are not read."""
    rows = "p1;note;m1;lock"
    assert table.read(rows, headings="mentee;# telephone;mentor;kind") == ((Lock("m1", "p1"),), ())


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """XLSX is read as CSV is, and its faults stand at the rows that the spreadsheet shows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Требование", "Наставник", "Наставляемый"), (), ("закрепить", "m1", "=A1")):
        sheet.append(row)
    path = tmp_path / "требования.xlsx"
    book.save(path)
    with pytest.raises(InvalidInputError) as caught:
        read_demands(path)
    (fault,) = caught.value.faults
    assert fault.text("ru").startswith("требования.xlsx, строка 3, столбец «Наставляемый»: ")
    assert fault.code == "formula"


def test_windows_text_is_read(table: Table) -> None:
    """The encodings of the tables of people hold here too."""
    table.path.write_bytes(f"{HEADINGS}\nзакрепить;m1;p1;;;\n".encode("cp1251"))
    assert read_demands(table.path) == ((Lock("m1", "p1"),), ())


def test_all_faults_come_at_once(table: Table) -> None:
    """Faults of cells, of names and of rules stand together, in the order of row and column."""
    found = table.faults(
        "закрпить;m1;p9;;;",
        "запретить;m9;p1;;;grade-gap",
        "закрепить;;p9;;;grade-gp,trained",
    )
    assert [(f.place.row if f.place else 0, f.field, f.code, f.advice) for f in found] == [
        (2, "kind", "unknown-choice", "закрепить"),
        (2, "mentee", "names-nobody", None),
        (3, "mentor", "names-nobody", None),
        (3, "overriding", "ban-overrides", None),
        (4, "mentor", "missing-value", None),
        (4, "mentee", "names-nobody", None),
        (4, "overriding", "unknown-rule", "grade-gap"),
        (4, "overriding", "unknown-rule", "mentor-trained"),
    ]


# Ugly inputs.


def test_a_missing_column(table: Table) -> None:
    """Which column is missing is said with its headings; what else is wrong is said too."""
    missing, nobody = table.faults("закрепить;p9", headings="Требование;Наставляемый")
    assert missing.text("ru") == (
        "demands.csv, строка 1: нет столбца Наставник; добавьте его с любым из этих заголовков: "
        "Mentor, mentor id, Наставник, код наставника"
    ).replace("Наставник;", "«Наставник»;", 1)
    assert nobody.code == "names-nobody"


@pytest.mark.parametrize("kind", ["", "закрпить", "–"])
def test_a_row_of_no_kind_is_not_taken_for_a_ban(table: Table, kind: str) -> None:
    """What a lock may say is no second fault, nor is the pair one that is asked for twice."""
    rows = (f"{kind};m1;p1;;;grade-gap", "запрет;m1;p1;;;")
    (fault,) = table.faults(*rows)
    assert (fault.field, fault.code) in {("kind", "missing-value"), ("kind", "unknown-choice")}


def test_an_unknown_kind(table: Table) -> None:
    """A kind with a slip of the pen gets the nearest as advice."""
    assert table.only("закрпить;m1;p1") == (
        "demands.csv, строка 2, столбец «Требование»: значение «закрпить» не из списка; можно указать: "
        "закрепить, запретить\n    Возможно, закрепить?"
    )


def test_swapped_ids(table: Table) -> None:
    """A mentee's id among mentors and a mentor's among mentees is one fault with its remedy."""
    assert table.only("запретить;p1;m1") == (
        "demands.csv, строка 2: на месте наставника стоит код наставляемого, а на месте наставляемого – "
        "код наставника; поменяйте их местами"
    )


def test_one_wrong_id_is_not_taken_for_swapped_ones(table: Table) -> None:
    """Only where both are in the wrong place are they called swapped."""
    assert table.codes("запретить;p1;p2") == ["names-nobody"]
    assert table.codes("запретить;p1;p9") == ["names-nobody"] * 2


def test_an_unknown_rule(table: Table) -> None:
    """A requirement that does not exist is named in its row, with the nearest that does."""
    assert table.only("закрепить;m1;p1;;;grade-gp") == (
        "demands.csv, строка 2, столбец «Отступления»: требования «grade-gp» в методологии нет; "
        "исправьте код или уберите его\n"
        "    Возможно, grade-gap?"
    )


@pytest.mark.parametrize("content", ["", "\n \n", HEADINGS, f"{HEADINGS}\n# закрепить;m1;p1\n"])
def test_an_empty_file(table: Table, content: str) -> None:
    """A table without a demand is a fault: whoever gives one expects it to ask for something."""
    table.path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_demands(table.path)
    (fault,) = caught.value.faults
    assert fault.text("ru") == (
        "demands.csv: в таблице нет ни одного закрепления или запрета; заполните строку или не "
        "указывайте файл"
    )


def test_a_doubled_row(table: Table) -> None:
    """Of two rows that ask for the same of one pair, neither is quietly left out."""
    assert table.only("закрепить;m1;p1;;;", "lock;m1;p1;;;grade-gap") == (
        "demands.csv, строка 3: такое же требование к этой паре уже есть в строке 2; оставьте одну "
        "строку"
    )


def test_a_lock_and_a_ban_of_one_pair(table: Table) -> None:
    """The table is right in itself; that the two contradict each other is said when they are matched."""
    locks, bans = table.read("закрепить;m1;p1", "запретить;m1;p1")
    assert (len(locks), len(bans)) == (1, 1)
    rules = {
        rule
        for form in TARGET_MODEL.forms
        for role_model in form.role_models
        for rule in TARGET_MODEL.requirements_of(form, role_model)
    }
    binding = sorted({rule.id for rule in rules if rule.binding})
    lenient = reduce(Methodology.without_rule, binding, TARGET_MODEL)
    overriding = {rule.id for rule in rules if not rule.binding}
    with pytest.raises(NoPlanError) as caught:
        match(COHORT, lenient, locks=[evolve(locks[0], overriding=overriding)], bans=bans)
    assert "пара запрещена: наставник m1, наставляемый p1" in caught.value.text("ru")


def test_a_lock_of_an_unknown_mentee(table: Table) -> None:
    """Who is not in the round is named at the row and column, with the nearest who is."""
    assert table.only("закрепить;m1;p11") == (
        "demands.csv, строка 2, столбец «Наставляемый»: наставляемый с кодом «p11» не "
        "найден; исправьте или уберите этот код\n    Возможно, p1?"
    )


def test_a_heading_of_mixed_alphabets(table: Table) -> None:
    """«Mentоr» with a Russian «о» is an unknown heading that gets the right one as advice."""
    unknown, missing = table.faults("ban;m1;p1", headings="kind;Mentоr;Mentee")
    assert (unknown.code, unknown.advice) == ("heading-russian", "Mentor")
    assert missing.code == "missing-column"


@pytest.mark.parametrize("name", ["demands.doc", "demands.json", "demands"])
def test_a_wrong_ending(tmp_path: Path, name: str) -> None:
    """The endings are those of the tables of people."""
    (tmp_path / name).write_text(f"{HEADINGS}\nзакрепить;m1;p1;;;\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_demands(tmp_path / name)
    assert [fault.code for fault in caught.value.faults] == ["unknown-ending"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "not-what-it-says"),
        ("Требование;Наставник".encode("cp866"), "named-encoding"),
        (b'kind;mentor;mentee\nban;"m1;p1\n', "bad-quotes"),
        (b"kind;mentor;mentee\nban;m1;p1;why\n", "too-many-cells"),
        (b"p1;m1;ban\n", "no-headings"),
        (b"kind;mentor;mentee;mentee id\nban;m1;p1;p1\n", "doubled-column"),
        (b"kind;mentor;;mentee\nban;m1;why;p1\n", "cell-without-heading"),
    ],
)
def test_files_that_are_no_such_table(table: Table, content: bytes, code: str) -> None:
    """What is checked of the tables of people is checked here."""
    table.path.write_bytes(content)
    with pytest.raises(InvalidInputError) as caught:
        read_demands(table.path)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that is not there is a fault with its name."""
    with pytest.raises(InvalidInputError) as caught:
        read_demands(tmp_path / "none.csv")
    assert "none.csv: there is no such file" in str(caught.value)


def faults_of_a_pupil_as_mentor(path: Path) -> tuple[Fault, ...]:
    """Return what is wrong with a table where a pupil is a student's mentor."""
    cohort = Cohort(mentees=[Mentee(Student("s1"))], mentors=[Mentor(Pupil("m1"))])
    with pytest.raises(InvalidInputError) as caught:
        read_demands(path, cohort=cohort)
    return caught.value.faults


def test_what_no_lock_can_do_stands_at_its_row(table: Table) -> None:
    """A lock to oneself, and one that no form joins, are faults of the row as a whole."""
    (fault,) = table.faults("закрепить;both;both", "закрепить;m1;p1")
    assert (fault.code, fault.text("ru")[:21]) == ("locked-to-oneself", "demands.csv, строка 2")
    (fault,) = faults_of_a_pupil_as_mentor(table.write("закрепить;m1;s1"))
    assert (fault.code, fault.text("ru")[:21]) == ("no-form-joins", "demands.csv, строка 2")


def test_what_nobody_sees_of_an_id(table: Table) -> None:
    """A hidden character is no part of an id, and the row's other ids are looked up."""
    assert table.codes("запретить;m\u200b1;p9") == ["names-nobody"]


def test_bans_that_no_rule_heeds_are_told_once(table: Table) -> None:
    """That a methodology does without the requirement is a fault of the file, not of each row."""
    without = TARGET_MODEL.without_rule(NotBanned().id)
    (fault,) = table.faults("запретить;m1;p1", "запретить;m1;p2", methodology=without)
    assert fault.code == "bans-unheeded"
    assert fault.text("ru").startswith("demands.csv: ")


def test_without_the_people_nobody_is_looked_up(table: Table) -> None:
    """The table alone says only what is asked for."""
    path = table.write("закрепить;m9;p9;;;own-rule")
    assert read_demands(path) == ((Lock("m9", "p9", overriding={"own-rule"}),), ())


def test_names_are_not_shown(table: Table) -> None:
    """A name in the place of an id reaches no message, traceback or record."""
    path = table.write("закрепить;Выдуманная Анна;p1", "закрепить;m1;Выдуманный И. И.;;;x")
    with pytest.raises(InvalidInputError) as caught:
        read_demands(path, cohort=COHORT)
    assert [f.code for f in caught.value.faults] == ["name-for-id", "name-for-id", "unknown-rule"]
    shown = "".join(traceback.format_exception(caught.value)) + caught.value.text("ru")
    shown += "".join(repr(fault.__reduce__()) for fault in caught.value.faults)
    assert "Выдуманн" not in shown


# The columns and the template.


def test_no_name_belongs_to_two_columns_of_demands() -> None:
    """Each heading and alias, as compared, leads to one column."""
    seen: dict[str, str] = {}
    for column in DEMAND_COLUMNS:
        for name in column.names:
            assert seen.setdefault(compared(name), column.key) == column.key


def test_the_headings_of_the_plan_are_understood(table: Table) -> None:
    """What ``plan.xlsx`` calls locks and bans can be pasted into the table."""
    from nastavnik.report.phrases import PHRASES

    keys = ("demand", "mentee", "mentor", "by", "why", "overridden")
    for language in LANGUAGES:
        headings = ";".join(PHRASES[key][language] for key in keys)
        words = PHRASES["lock"][language], PHRASES["ban"][language]
        locks, bans = table.read(*(f"{word};p1;m1;;;" for word in words), headings=headings)
        assert (locks, bans) == ((Lock("m1", "p1"),), (Ban("m1", "p1"),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_of_demands_can_be_filled_in(tmp_path: Path, language: Language) -> None:
    """It names what can be overridden, offers the two kinds, and a row typed into it is read."""
    *_, path = write_template(tmp_path, language=language)
    assert path.name == {"en": "demands.xlsx", "ru": "требования.xlsx"}[language]
    with pytest.raises(InvalidInputError) as caught:
        read_demands(path)
    assert [fault.code for fault in caught.value.faults] == ["no-demands"]
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert "grade-gap" in str(sheet["F2"].value)
    (choices,) = sheet.data_validations.dataValidation
    assert choices.formula1 == f'"{",".join(DEMANDS.shown(language))}"'
    for number, cell in enumerate((DEMANDS.shown(language)[0], "m1", "p1"), 1):
        sheet.cell(row=3, column=number, value=cell)
    book.save(path)
    assert read_demands(path, cohort=COHORT) == ((Lock("m1", "p1"),), ())
