"""What single cells say."""

from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Mentee, Mentor, Text
from nastavnik.exchange.tables import cells
from nastavnik.exchange.tables.columns import Kind
from nastavnik.exchange.tables.parser import CellReader
from nastavnik.methodology.catalogues import POSITIONS, Catalogue, Catalogues, Entry
from nastavnik.people import Position

CATALOGUES = Catalogues.of(TARGET_MODEL, Mentee)
READER = CellReader(catalogues=CATALOGUES, language="ru")


@pytest.mark.parametrize(
    ("cell", "number"),
    [("7", 7), (" 7 ", 7), ("7.0", 7), ("7,0", 7), ("+7", 7), ("-1", -1), ("−1", -1), ("007", 7)],
)
def test_a_whole_number_is_read(cell: str, number: int) -> None:
    """A whole number may have a sign, zeros and spaces around it."""
    assert cells.whole(cell) == number


@pytest.mark.parametrize(
    "cell", ["1.5", "7Г", "NaN", "inf", "1e3", "0x7", "1_000", "7 8", "٧", "9" * 5000, "7.", ".0"]
)
def test_what_is_no_whole_number_stays_text(cell: str) -> None:
    """Oddities that Python would take for numbers are none here, and are handed on as written."""
    assert cells.whole(cell) == cell


@pytest.mark.parametrize("cell", ["да", "ДА", " yes", "true", "TRUE", "ИСТИНА", "+", "1", "есть"])
def test_yes_is_read(cell: str) -> None:
    """Yes is what people and programs write for it in either language."""
    assert cells.yes_no(cell) is True


@pytest.mark.parametrize("cell", ["нет", "Нет ", "no", "false", "FALSE", "ЛОЖЬ", "-", "–", "0"])
def test_no_is_read(cell: str) -> None:
    """No is what people and programs write for it in either language."""
    assert cells.yes_no(cell) is False


def test_neither_yes_nor_no_stays_text() -> None:
    """An answer that is neither is handed on as written."""
    assert cells.yes_no("может быть") == "может быть"


@pytest.mark.parametrize(
    "read", [cells.text, cells.ident, cells.whole, cells.yes_no, cells.words, cells.idents]
)
def test_an_empty_cell_is_unknown(read: Any) -> None:
    """An empty cell says nothing, whatever the column holds."""
    assert read("") is None
    assert read("  \n ") is None


@pytest.mark.parametrize("read", [cells.text, cells.ident, cells.whole])
def test_a_dash_is_unknown(read: Any) -> None:
    """A dash stands for an empty cell, so that nobody is from the school «–»."""
    assert read("–") is None
    assert read("-") is None


@pytest.mark.parametrize("cell", ["-", "–", "нет", "None"])
def test_a_list_may_be_said_to_be_empty(cell: str) -> None:
    """A dash or «нет» in a list means that there is nothing to list, which is known then."""
    assert cells.words(cell) == frozenset()
    assert cells.idents(cell) == frozenset()
    assert cells.marks(cell) == ({}, ())


def test_words_are_compared_without_capitals() -> None:
    """Words are in small letters with single spaces, whichever separator stands between them."""
    read = cells.words("Шахматы,  Робото  техника;GO\nшахматы,")
    assert sorted(read or ()) == ["go", "робото техника", "шахматы"]


def test_ids_keep_their_capitals() -> None:
    """Ids in a list are trimmed and nothing else."""
    assert sorted(cells.idents(" P-17; p-17 ,Ёж") or ()) == ["P-17", "p-17", "Ёж"]


def test_marks_are_read_with_any_sign_between() -> None:
    """Subject and mark may have a space, a colon, a dash or an equals sign between them."""
    read = cells.marks("Русский язык 5, физика: 4; химия – 3\nалгебра=2, ")
    assert read == ({"русский язык": 5, "физика": 4, "химия": 3, "алгебра": 2}, ())


def test_every_wrong_mark_is_a_fault() -> None:
    """Each item of a cell that is no mark gives a fault of its own that shows the item."""
    _, faults = cells.marks("физика, химия 6, алгебра 4, Алгебра 5, 5")
    assert [(fault.code, fault.details["value"]) for fault in faults] == [
        ("not-marks", "физика"),
        ("out-of-range", "химия 6"),
        ("doubled-mark", "алгебра"),
        ("not-marks", "5"),
    ]


@pytest.mark.parametrize("name", ["pupil", "Ученик", "ученица", " УЧАЩИЙСЯ "])
def test_a_position_has_several_names(name: str) -> None:
    """A position goes by its id, its titles and what people call it."""
    assert POSITIONS.find(name) == "pupil"


@pytest.mark.parametrize(
    "name", ["passive", "пассивный ученик", "Пассивный", "passive pupil", "«Пассивный ученик»"]
)
def test_a_category_is_named_by_id_or_title(name: str) -> None:
    """A category goes by its id, its titles, and its titles without the word for the position."""
    assert READER.read(Kind.CATEGORY, name, Position.PUPIL) == ("passive", ())


@pytest.mark.parametrize("name", ["волонтёр", "Волонтер", "volunteer"])
def test_yo_makes_no_difference(name: str) -> None:
    """A name may have е for ё."""
    assert READER.read(Kind.QUALITIES, name, None) == (frozenset({"volunteer"}), ())


def test_an_unknown_choice_shows_the_nearest_and_all() -> None:
    """An unknown name gives a fault with the nearest name and with all, in the table's language."""
    value, faults = READER.read(Kind.CATEGORY, "пасивный", Position.PUPIL)
    assert value is None
    assert faults[0].code == "unknown-category"
    assert faults[0].advice == "пассивный ученик"
    assert faults[0].details["known"] == ("пассивный ученик", "активный ученик")


def test_a_category_of_another_position_is_named_as_such() -> None:
    """A category that only another position has is not called unknown."""
    _, faults = READER.read(Kind.CATEGORY, "молодой специалист", Position.PUPIL)
    assert [fault.code for fault in faults] == ["category-of-another-position"]
    assert faults[0].details["position"] == "ученик"


def test_titles_that_share_an_id_are_told_apart_by_position() -> None:
    """«Пассивный ученик» and «пассивный студент» have one id, and each is for its position."""
    _, faults = READER.read(Kind.CATEGORY, "пассивный ученик", Position.STUDENT)
    assert [(f.code, f.advice) for f in faults] == [
        ("category-of-another-position", "пассивный студент")
    ]
    for title in ("пассивный ученик", "пассивный студент"):
        assert READER.read(Kind.CATEGORY, title, None) == ("passive", ())


def test_titles_with_commas_can_be_listed() -> None:
    """In a list the longest run of items that is a title is taken for one."""
    entries = [
        Entry(id="a", title=Text(en="art, music and sport", ru="искусство, музыка и спорт")),
        Entry(id="b", title=Text(en="sport", ru="спорт")),
    ]
    read = cells.choices("sport, Art, music and sport; b", Catalogue(entries), "en")
    assert read == (frozenset({"a", "b"}), ())


def test_a_title_that_two_values_share_names_neither() -> None:
    """A name that fits two values is unknown, and the ids are shown instead."""
    catalogue = Catalogue(
        Entry(id=ident, title=Text(en="club", ru="кружок")) for ident in ("one", "two")
    )
    value, faults = cells.choice("club", catalogue, "en")
    assert value is None
    assert faults[0].details["known"] == ("one", "two")


def test_tasks_depend_on_the_position_and_the_side() -> None:
    """A mentor is offered the tasks of the forms it can mentor in."""
    reader = CellReader(catalogues=Catalogues.of(TARGET_MODEL, Mentor), language="en")
    read = reader.read(Kind.TASKS, "adaptation of a newcomer", Position.PUPIL)
    assert read == (frozenset({"newcomer-adaptation"}), ())
    _, faults = reader.read(Kind.TASKS, "adaptation of a newcomer", Position.TEACHER)
    assert [fault.code for fault in faults] == ["unknown-task"]
