"""What single cells say."""

from collections.abc import Callable
from typing import Any

import pytest

from nastavnik import TARGET_MODEL, Mentee, Mentor, Text
from nastavnik.exchange.tables.cells import lists, marks, plain
from nastavnik.exchange.tables.columns.column import Kind
from nastavnik.exchange.tables.columns.parser import CellReader
from nastavnik.methodology.catalogues import POSITIONS, Catalogue, Catalogues, Entry
from nastavnik.people import Position

CATALOGUES = Catalogues.of(TARGET_MODEL, Mentee)
READER = CellReader(catalogues=CATALOGUES, language="ru")


def first_of(read: Callable[[str], tuple[Any, Any]]) -> Callable[[str], Any]:
    """Return what reads the value alone."""
    return lambda cell: read(cell)[0]


@pytest.mark.parametrize(
    ("cell", "number"),
    [("7", 7), (" 7 ", 7), ("7.0", 7), ("7,0", 7), ("+7", 7), ("-1", -1), ("−1", -1), ("007", 7)],
)
def test_a_whole_number_is_read(cell: str, number: int) -> None:
    """A whole number may have a sign, zeros and spaces around it."""
    assert plain.whole(cell) == number


@pytest.mark.parametrize(
    "cell", ["1.5", "7Г", "NaN", "inf", "1e3", "0x7", "1_000", "7 8", "٧", "9" * 5000, "7.", ".0"]
)
def test_what_is_no_whole_number_stays_text(cell: str) -> None:
    """Oddities that Python would take for numbers are none here, and are handed on as written."""
    assert plain.whole(cell) == cell


@pytest.mark.parametrize(
    "read", [plain.text, plain.ident, plain.whole, first_of(lists.words), first_of(lists.idents)]
)
@pytest.mark.parametrize("cell", ["", "  \n ", "–", "-", "н/д", "Не знаю", "нет данных", "?", "…"])
def test_what_says_nothing_is_unknown(read: Any, cell: str) -> None:
    """An empty cell, a dash and a placeholder say nothing, so that nobody is from the school «–»."""
    assert read(cell) is None


@pytest.mark.parametrize("cell", ["нет", " Нет", "None"])
def test_a_list_may_be_said_to_be_empty(cell: str) -> None:
    """«Нет» in a list means that there is nothing to list, which is known then."""
    assert lists.words(cell) == (frozenset(), ())
    assert lists.idents(cell) == (frozenset(), ())
    assert marks.marks(cell) == ({}, ())


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
    read = plain.choices("sport, Art, music and sport; b", Catalogue(entries), "en")
    assert read == (frozenset({"a", "b"}), ())


def test_a_title_that_two_values_share_names_neither() -> None:
    """A name that fits two values is unknown, and the ids are shown instead."""
    catalogue = Catalogue(
        Entry(id=ident, title=Text(en="club", ru="кружок")) for ident in ("one", "two")
    )
    value, faults = plain.choice("club", catalogue, "en")
    assert value is None
    assert faults[0].details["known"] == ("one", "two")


def test_tasks_depend_on_the_position_and_the_side() -> None:
    """A mentor is offered the tasks of the forms it can mentor in."""
    reader = CellReader(catalogues=Catalogues.of(TARGET_MODEL, Mentor), language="en")
    read = reader.read(Kind.TASKS, "adaptation of a newcomer", Position.PUPIL)
    assert read == (frozenset({"newcomer-adaptation"}), ())
    _, faults = reader.read(Kind.TASKS, "adaptation of a newcomer", Position.TEACHER)
    assert [fault.code for fault in faults] == ["unknown-task"]
