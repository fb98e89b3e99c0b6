"""Marks in one cell: subjects with letters, each with one whole mark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.exchange.tables.cells.marks import marks


@pytest.mark.parametrize(
    "cell",
    [
        "физика 4",
        "физика: 4",
        "физика – 4",
        "физика-4",
        "физика=4",
        "физика (4)",
        "физика4",
        "физика 4.",
        "физика хор.",
        "физика – хорошо",
        "физика 4 (хор.)",
        "физика (хорошо)",
    ],
)
def test_ways_to_write_a_mark(cell: str) -> None:
    """The mark stands behind its subject, with any sign between, as a number or as a word."""
    assert marks(cell) == ({"физика": 4}, ())


def test_marks_are_listed() -> None:
    """Subjects may have spaces, brackets, and digits that begin a word."""
    read = marks("Русский язык 5, Математика (алгебра, геометрия) – 3; 1С: 4\n3D-моделирование 2")
    assert read == (
        {"Русский язык": 5, "Математика (алгебра, геометрия)": 3, "1С": 4, "3D-моделирование": 2},
        (),
    )


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("физика 2 3 2", "several-marks"),
        ("Физика-2 Химия-3", "several-marks"),
        ("физика2 химия3", "several-marks"),
        ("физика 3/химия 4", "several-marks"),
        ("физика 2,67", "part-of-mark"),
        ("физика 2.67", "part-of-mark"),
        ("физика", "not-marks"),
        ("5", "not-marks"),
        ("физика 5-", "not-marks"),
        ("физика зачёт", "not-marks"),
        ("физика 4 (отл.)", "not-marks"),
        ("физика 6", "out-of-range"),
        ("физика (2", "open-bracket"),
    ],
)
def test_what_is_no_mark_is_a_fault_that_shows_it(cell: str, code: str) -> None:
    """Each shows what was found as it is written, and never a part of it that nobody wrote."""
    value, faults = marks(cell)
    assert value is None
    assert [(fault.code, fault.details["value"]) for fault in faults] == [(code, cell)]


def test_a_decimal_comma_does_not_cut() -> None:
    """«67» is nobody's mark."""
    _, faults = marks("физика 2,67; химия 4,5, алгебра 3")
    assert [fault.details["value"] for fault in faults] == ["физика 2,67", "химия 4,5"]


@pytest.mark.parametrize(("cell", "advice"), [("4 физика", "физика 4"), ("5 по физике", None)])
def test_a_mark_in_front_is_told_to_be_turned_round(cell: str, advice: str | None) -> None:
    """«2 иностранный язык» has no mark, so nothing in front is read as one."""
    (fault,) = marks(cell)[1]
    assert (fault.code, fault.advice) == ("not-marks", advice)


def test_every_wrong_mark_is_a_fault() -> None:
    """Each item of a cell that is no mark gives a fault of its own; two spellings are one subject."""
    _, faults = marks("физика, химия 6, алгебра 4, Алгебра 5, алгебра 4")
    assert [(fault.code, fault.details["value"]) for fault in faults] == [
        ("not-marks", "физика"),
        ("out-of-range", "химия 6"),
        ("doubled-mark", "Алгебра"),
    ]


@pytest.mark.parametrize("both", ["4, Алгебра 5", "5, Алгебра 4", "2, Алгебра 5", "5, Алгебра 2"])
def test_two_marks_for_one_subject_are_a_fault_in_either_order(both: str) -> None:
    """None of them is taken for the better one."""
    _, faults = marks(f"алгебра {both}")
    assert [(f.code, f.details["value"]) for f in faults] == [("doubled-mark", "Алгебра")]


@given(st.text("физика хмя-:=,;. ()12345", max_size=25))
def test_a_subject_has_letters_and_no_marks(cell: str) -> None:
    """«A subject has letters»: whatever is written, no number of its own is in the name of a subject."""
    read, _ = marks(cell)
    for subject, mark in (read or {}).items():
        assert re.search("[а-я]", subject)
        assert not re.search(r"(?<![0-9а-я])[0-9]+(?![0-9а-я])", subject)
        assert 1 <= mark <= 5
