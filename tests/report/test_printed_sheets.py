"""What is printed fits the paper: one page wide in letters that can be read, with titles, headings and page numbers."""

import importlib
import pkgutil
import re
from datetime import date
from functools import cache
from typing import Any, Final

import openpyxl
import pytest
from attrs import evolve

from helpers.languages import right_language
from helpers.pupils import mentee, mentor
from helpers.town import PLAN, TOWN
from helpers.workbooks import opened, widths_of
from nastavnik import TARGET_MODEL, Ban, Cohort, Lock, Mentor, Professional, match, report
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.people.times import common_times
from nastavnik.report.phrases import EVERY_PHRASE
from nastavnik.report.workbook import plan_to_xlsx
from nastavnik.report.workbook.paper import LONGEST_CELL, pixels

DAY: Final = date(2026, 11, 25)

INCH: Final = 96
"""Pixels."""

HANDED_OUT: Final = {
    "en": ["Plan", "Pairs", "By class", "Groups", "Unmatched", "Free places"],
    "ru": ["План", "Пары", "По классам", "Группы", "Без наставника", "Свободные места"],
}
"""The sheets that are printed; the others are of details."""

DETAILS: Final = {
    "en": ["Scores", "Reasons in detail", "People"],
    "ru": ["Баллы", "Причины подробно", "Участники"],
}

LONG = "Константинопольская-Заболотная Александра Пантелеймоновна"


def crowded() -> Cohort:
    """Return a school whose names, subjects and times are as long as they get."""
    subjects = {f"предмет с длинным названием {k}" for k in range(12)}
    slots = {f"вт {hour}:00" for hour in range(8, 20)}
    known: dict[str, Any] = {"name": LONG, "slots": slots, "organisation": "Школа & лицей " * 5}
    mentees = [
        evolve(mentee(f"ученик-{k:03}-очень-длинный-код", **known), subjects=subjects)
        for k in range(40)
    ]
    mentors = [
        evolve(mentor(f"наставник-{k:03}", 2, **known), subjects=subjects) for k in range(10)
    ]
    return Cohort(mentees=mentees, mentors=mentors)


CROWDED = crowded()
CROWDED_PLAN = match(CROWDED)
NOTES = {
    one.id: {"Телефон": "+7 900 000-00-00", "Родители": LONG, "Кружок": "", "Примечание": "x " * 90}
    for one in (*CROWDED.mentees, *CROWDED.mentors)
}


@cache
def books(language: Language) -> list[openpyxl.Workbook]:
    """Return the town's workbook, and a crowded one with notes."""
    return [
        opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, language, on=DAY)),
        opened(plan_to_xlsx(CROWDED_PLAN, CROWDED, TARGET_MODEL, language, on=DAY, notes=NOTES)),
    ]


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    """Return the rows under the heading of a sheet."""
    return [tuple(row) for row in sheet.iter_rows(min_row=3, values_only=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets(language: Language) -> None:
    """What is handed out comes first, details behind it, all named in the language."""
    book, _ = books(language)
    assert book.sheetnames == [*HANDED_OUT[language], *DETAILS[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_one_page_wide_and_readable(language: Language) -> None:
    """A4, fitted to one page's width, and the columns fit unshrunk: letters are of 9 points or more on paper."""
    for book in books(language):
        for sheet in book.worksheets:
            setup: Any = sheet.page_setup
            properties: Any = sheet.sheet_properties
            assert str(setup.paperSize) == "9"
            assert properties.pageSetUpPr.fitToPage
            assert (setup.fitToWidth or 1, setup.fitToHeight) == (1, 0)  # 1 goes without saying
            margins = sheet.page_margins.left + sheet.page_margins.right
            across = 11.69 if setup.orientation == "landscape" else 8.27
            widths = widths_of(sheet)
            # the file holds widths with their padding
            assert sum(pixels(width - 0.71) for width in widths) <= (across - margins) * INCH
            assert min(widths) >= 4
            sizes = {cell.font.sz for row in sheet.iter_rows() for cell in row if cell.value}
            assert min(sizes) >= 9


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_heading_and_number(language: Language) -> None:
    """Title with school and date, heading repeated, print area, page of pages with the sheet's name."""
    for book, school in zip(books(language), ("school-north", "Школа & лицей"), strict=True):
        front, *sheets = book.worksheets
        day = {"en": "November 25, 2026", "ru": "25 ноября 2026"}[language]
        heads = [str(front.cell(row, 1).value) for row in (1, 2, 3)]
        assert right_language(heads[0], language)
        assert heads[1].startswith(school)
        assert heads[2].startswith(day)
        for sheet in sheets:
            title = str(sheet["A1"].value)
            assert title.startswith(f"{sheet.title} · {school}")
            assert sheet.print_title_rows == "$2:$2"
            assert sheet.freeze_panes == "A3"
        for sheet in book.worksheets:
            assert sheet.print_area
            footer: Any = sheet.oddFooter
            right = footer.right.text
            assert ("&P" in right, "&N" in right, "&A" in right) == (True, True, True)
            assert school.replace("&", "&&")[:6] in footer.left.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_that_is_handed_out_is_long(language: Language) -> None:
    """Whatever names and notes there are, and no heading is a sentence."""
    for book in books(language):
        for sheet in book.worksheets:
            if sheet is not book.worksheets[0]:
                assert all(len(str(cell.value)) <= 30 for cell in sheet[2])
            if sheet.title not in HANDED_OUT[language]:
                continue
            for row in sheet.iter_rows():
                assert all(len(str(cell.value or "")) <= LONGEST_CELL for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_as_high_as_their_cells(language: Language) -> None:
    """No line of a cell is hidden, counted by letters of 10 points that are as wide as digits of 11 or narrower."""
    for book in books(language):
        for sheet in book.worksheets[1:]:
            widths = widths_of(sheet)
            for number, row in enumerate(sheet.iter_rows(min_row=2), 2):
                height = sheet.row_dimensions[number].height
                for cell in row:
                    if not cell.value or not cell.alignment.wrap_text:
                        continue
                    assert cell.column is not None
                    width = widths[cell.column - 1]
                    least = sum(
                        max(1, -(-len(line) // int(width * 1.2)))
                        for line in str(cell.value).splitlines()
                    )
                    assert height >= min(409, 12.2 * least), (sheet.title, cell.coordinate)


def test_pairs_say_who_what_and_when() -> None:
    """Names, classes with letters, subjects, common time and form; mentors in the order of their names."""
    book = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "ru"))
    headings = [cell.value for cell in book["Пары"][2]]
    assert headings == [
        "Наставник",
        "Класс наставника",
        "Наставляемый",
        "Класс наставляемого",
        "Предметы",
        "Общее время",
        "Форма",
        "Коды",
    ]
    rows = rows_of(book["Пары"])
    by_ids = {(pair.mentor, pair.mentee): pair for pair in PLAN.pairs}
    assert len(rows) == len(PLAN.pairs)
    assert {row[7] for row in rows} == {" – ".join(ids) for ids in by_ids}
    names = [row[0] for row in rows]
    assert names == sorted(names)
    for row in rows:
        pair = by_ids[tuple(row[7].split(" – "))]
        one, two = TOWN.mentor(pair.mentor).person, TOWN.mentee(pair.mentee).person
        assert (row[0], row[2]) == (one.name, two.name)
        assert row[3].startswith(str(getattr(two, "grade", two.position.title["ru"])))
        times = [time.text("ru") for time in common_times(one.slots, two.slots)]
        assert row[5] == ", ".join(times)
        assert row[6] == TARGET_MODEL.form(pair.form).title["ru"]


def test_subjects_are_those_of_both() -> None:
    """Asked for and offered, or strong at the one and weak at the other; what only one has is none."""
    weak = mentee("p", marks={"физика": 2, "химия": 5})
    helped = evolve(weak, category="passive", subjects={"алгебра", "музыка"})
    helps = evolve(mentor("m", marks={"физика": 5, "химия": 5}), subjects={"алгебра", "химия"})
    cohort = Cohort(mentees=[helped], mentors=[helps])
    (row,) = rows_of(opened(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru"))["Пары"])
    assert row[4] == "алгебра, физика"


def test_what_is_spelt_in_two_ways_is_one() -> None:
    """A subject, a school and a time of the two; shown is what the mentee's table says."""
    helped = mentee("p", organisation="СОШ № 12", slots={"вт 15.00-17.00"})
    helps = mentor("m", organisation="сош №12", slots={"вторник 16:00-18:00"})
    cohort = Cohort(
        mentees=[evolve(helped, subjects={"Алгебра"})],
        mentors=[evolve(helps, subjects={"алгебра"})],
    )
    book = opened(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru"))
    (row,) = rows_of(book["Пары"])
    assert row[1:6] == ("10", "p", "5", "Алгебра", "вт 16:00–17:00")
    heads = [row[0] for row in rows_of(book["По классам"]) if row[1] is None]
    assert heads == ["5 класс · СОШ № 12", "10 класс · СОШ № 12"]


def test_a_group_has_the_time_of_all_its_members() -> None:
    """Not that of the first two; and it is said where there is none."""
    three = {"p0": {"вт 15-18"}, "p1": {"вт 14-17"}, "p2": {"вт 16-19", "чт 9-10"}}
    mentees = [mentee(name, slots=slots) for name, slots in three.items()]
    for slots, said in (({"вт 8-20"}, "вт 16:00–17:00"), ({"вт 15-17"}, "вт 16:00–17:00")):
        cohort = Cohort(mentees=mentees, mentors=[mentor("m", 3, slots=slots)])
        plan = match(cohort)
        assert len(plan.groups[0].mentees) == 3
        (row,) = rows_of(opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "ru"))["Группы"])
        assert row[5] == said


def test_no_phrase_takes_the_place_of_another() -> None:
    """The catalogues of phrases share no key, for one would silently stand for the other."""
    catalogues = [
        getattr(module, name)
        for found in pkgutil.iter_modules(report.__path__)
        if found.name.startswith("phrases")
        for module in [importlib.import_module(f"{report.__name__}.{found.name}")]
        for name in module.__all__
        if name != "EVERY_PHRASE"
    ]
    keys = [key for catalogue in catalogues for key in catalogue]
    assert len(catalogues) > 3
    assert len(keys) == len(set(keys)) == len(EVERY_PHRASE)


def test_without_names_ids_stand_in_their_place() -> None:
    """And no column of ids is needed; given names are shown, where the people have none."""
    cohort = Cohort(mentees=[mentee("p")], mentors=[mentor("m")])
    plan = match(cohort)
    (row,) = rows_of(opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "en"))["Pairs"])
    assert (row[0], row[2], len(row)) == ("m", "p", 7)
    book = opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "en", names={"p": "Ida"}))
    (row,) = rows_of(book["Pairs"])
    assert (row[0], row[2], row[7]) == ("m", "Ida", "m – p")


def test_the_letter_of_a_class_is_shown() -> None:
    """Where a pupil has one."""
    cohort = Cohort(mentees=[mentee("p")], mentors=[mentor("m")])
    person = cohort.mentees[0].person
    if not hasattr(person, "letter"):
        pytest.skip("pupils have no letter")
    lettered = Cohort(
        mentees=[evolve(cohort.mentees[0], person=evolve(person, letter="Б"))],  # type: ignore[call-arg]
        mentors=cohort.mentors,
    )
    book = opened(plan_to_xlsx(match(lettered), lettered, TARGET_MODEL, "ru"))
    assert rows_of(book["Пары"])[0][3] == "5Б"
    assert rows_of(book["По классам"])[0][0] == "5Б · s"


def test_everybody_stands_in_the_list_of_their_class() -> None:
    """One line for each pair on either side, for each without a mentor, and for each mentor without a mentee."""
    book = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "ru"))
    found: dict[str, list[tuple[Any, ...]]] = {}
    head = ""
    for row in rows_of(book["По классам"]):
        if row[1] is None:
            head = row[0]
            assert head not in found
            found[head] = []
        else:
            found[head].append(row)
    lines = [row for rows in found.values() for row in rows]
    busy = {pair.mentor for pair in PLAN.pairs}
    assert len(lines) == 2 * len(PLAN.pairs) + len(PLAN.unmatched) + len(PLAN.places) - len(busy)
    assert sum(row[2] == "наставника пока нет" for row in lines) == len(PLAN.unmatched)
    assert sum(row[2] == "наставляемого пока нет" for row in lines) == len(PLAN.places) - len(busy)
    pair = next(pair for pair in PLAN.pairs if pair.form == "pupil-pupil")
    person: Any = TOWN.mentee(pair.mentee).person
    other = TOWN.mentor(pair.mentor).person
    mine = [
        row
        for row in found[f"{person.grade} класс · {person.organisation}"]
        if row[0] == person.name
    ]
    assert any(str(row[2]).startswith(f"{other.name}, ") for row in mine)
    assert all(
        row[3] for row in lines if row[2] not in ("наставника пока нет", "наставляемого пока нет")
    )


def test_no_page_tears_a_class() -> None:
    """A page ends above the head of a block, never within one that fits a page."""
    sheet = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "ru"))["По классам"]
    heads = [int(row[0].row or 0) for row in sheet.iter_rows(min_row=3) if row[1].value is None]
    breaks = [brk.id for brk in sheet.row_breaks.brk]
    assert breaks, "the town has more classes than one page holds"
    assert {at + 1 for at in breaks} <= {*heads}
    height = {row: sheet.row_dimensions[row].height or 0.0 for row in range(1, sheet.max_row + 1)}
    page = (11.69 - 1.2) * 72
    ends = [*(at + 1 for at in breaks), sheet.max_row + 1]
    for start, end in zip([3, *ends], ends, strict=False):
        inside = [head for head in heads if start <= head < end]
        if len(inside) > 1:
            assert sum(height[row] for row in range(start, end)) + height[2] <= page


def test_the_unmatched_have_one_cause_and_one_remedy() -> None:
    """In one line each, with all else on a sheet of details, whose lines are those of `explain`."""
    for language in LANGUAGES:
        book = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, language))
        rows = rows_of(book[HANDED_OUT[language][4]])
        assert {row[2] for row in rows} == {left.mentee for left in PLAN.unmatched}
        for row in rows:
            for text in row[3:]:
                assert text and len(text) <= 90 and "\n" not in text  # noqa: PT018


def test_mentors_with_free_places_and_why() -> None:
    """Each who could take more, once, with places, free ones and a cause."""
    rows = rows_of(opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "en"))["Free places"])
    used = [pair.mentor for pair in PLAN.pairs]
    free = {name: count - used.count(name) for name, count in PLAN.places.items()}
    assert {row[2]: row[4] for row in rows} == {name: n for name, n in free.items() if n}
    assert all(row[5] for row in rows)


def test_full_rounds_have_no_empty_sheets() -> None:
    """Nobody without a mentor, no place free, no group: no sheet of these."""
    cohort = Cohort(mentees=[mentee("p")], mentors=[mentor("m")])
    book = opened(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "en"))
    assert book.sheetnames == ["Plan", "Pairs", "By class", "Scores", "People"]


def test_carried_notes() -> None:
    """One heading has its own text beside each pair; several are named; all stand with the people, nowhere cut."""
    cohort = Cohort(mentees=[mentee("p")], mentors=[mentor("m")])
    plan = match(cohort)
    one = {"m": {"Телефон": "1-23"}, "p": {"Телефон": "4-56"}}
    book = opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "ru", notes=one))
    (row,) = rows_of(book["Пары"])
    assert row[7:] == ("1-23", "4-56")
    two = {"m": {"Телефон": "1-23", "Чат": "x" * 300}, "p": {}}
    book = opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "ru", notes=two))
    (row,) = rows_of(book["Пары"])
    assert row[7].startswith("Телефон: 1-23\nЧат: x")
    assert len(row[7]) <= LONGEST_CELL
    people = {row[0]: row for row in rows_of(book["Участники"])}
    assert people["m"][5:] == ("1-23", "x" * 300)


def test_locks_and_bans_with_names() -> None:
    """What the coordinator asked for, by whom and why, and which rules a lock does not keep."""
    cohort = Cohort(mentees=[mentee("p", name="Ася"), mentee("q")], mentors=[mentor("m")])
    ban = Ban("m", "q", reason="ссора", by="психолог")
    plan = match(cohort, locks=[Lock("m", "p", reason="соседи", by="завуч")], bans=[ban])
    rows = rows_of(opened(plan_to_xlsx(plan, cohort, TARGET_MODEL, "ru"))["Закрепления и запреты"])
    assert rows == [
        ("закрепление", "Ася", "m", "завуч", "соседи", None, "m – p"),
        ("запрет", "q", "m", "психолог", "ссора", None, "m – q"),
    ]


def test_equal_plans_of_one_day_are_equal_bytes() -> None:
    """Another day is another workbook."""
    one, two = (plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "en", on=DAY) for _ in range(2))
    assert one == two != plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "en", on=date(2027, 1, 1))


def test_a_digest_stretches_nothing() -> None:
    """The first sheet has no word that is longer than a line."""
    front = opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "en"))["Plan"]
    texts = [str(cell.value) for row in front.iter_rows() for cell in row if cell.value is not None]
    assert max(len(word) for text in texts for word in text.split()) <= 30
    assert not any(re.search(r"[0-9a-f]{20}", text) for text in texts)


def test_a_mentor_of_another_position_is_named_by_it() -> None:
    """Who is no pupil has a position in place of a class, and a list of their own."""
    worker = Mentor(Professional("w", organisation="завод"), capacity=1)
    cohort = Cohort(mentees=[mentee("p")], mentors=[worker])
    rows = rows_of(opened(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru"))["По классам"])
    assert [row[0] for row in rows if row[1] is None] == [
        "5 класс · s",
        "Представители работодателей · завод",
    ]


def test_large_rounds_name_the_mentors_own_causes_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where asking of everybody would take long, what the mentor's own statements say is said, and how to ask."""
    monkeypatch.setattr("nastavnik.report.workbook.of_left._MOST_ASKED", 0)
    rows = rows_of(opened(plan_to_xlsx(PLAN, TOWN, TARGET_MODEL, "en"))["Free places"])
    said = {row[2]: row[5] for row in rows}
    assert said["q10"] == "The mentor has not passed the mentors' training"
    assert said["u01"] == "Ask for each: nastavnik explain FOLDER ID"
    assert all(row[4] for row in rows)


def test_a_school_that_begins_with_a_number_is_no_size_of_letters() -> None:
    """Below a page, where a size stands before the text."""
    cohort = Cohort(mentees=[mentee("p", organisation="12 школа")], mentors=[])
    book = opened(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru"))
    for sheet in book.worksheets:
        footer: Any = sheet.oddFooter
        assert (footer.left.size, footer.left.text.strip()) == (10, "12 школа")
