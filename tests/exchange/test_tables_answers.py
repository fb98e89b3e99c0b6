"""Answers of yes and no, as people give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.exchange.tables.cells.answers import answer, yes_no

YES = [
    *(
        "да",
        "ДА",
        "yes",
        "true",
        "ИСТИНА",
        "+",
        "1",
        "есть",
        "имеется",
        "сдана",
        "Пройдено",
        "✓",
        "✔",
        "x",
        "Х",
        "V",
    ),
    *(
        "согласен",
        "согласны",
        "в наличии",
        "Согласен(на)",
        "обучен(а)",
        "сдан/а",
        "обучение пройдено",
    ),
    *("даю согласие", "не возражаю"),
]
NO = [
    *(
        "нет",
        "Нет ",
        "no",
        "false",
        "ЛОЖЬ",
        "-",
        "–",
        "0",
        "не согласен",
        "не согласна",
        "не пройдено",
        "отказ",
    ),
    *("отсутствует", "нет в наличии", "не даю согласия", "справки нет"),
]


@pytest.mark.parametrize("cell", [*YES, "Да, согласна", "Да, согласен(на)", "да!", "Да – согласен"])
def test_yes_is_read(cell: str) -> None:
    """Yes is a tick, a word, a choice of a form, or several that say the same."""
    assert yes_no(cell) == (True, ())


@pytest.mark.parametrize("cell", [*NO, "Нет, не согласна", "нет, отказ"])
def test_no_is_read(cell: str) -> None:
    """No is a dash, a word, or several that say the same."""
    assert yes_no(cell) == (False, ())


@pytest.mark.parametrize("cell", ["", " ", "?", "не знаю", "н/д", "нет данных", "не указано"])
def test_what_says_nothing_is_unknown(cell: str) -> None:
    """«Нет данных» is no «нет»."""
    assert yes_no(cell) == (None, ())


@pytest.mark.parametrize(
    "cell", ["может быть", "да, но только онлайн", "да/нет", "да?", "не готов", "пока", "2"]
)
def test_what_is_neither_is_a_fault_that_says_what_is_understood(cell: str) -> None:
    """Nobody's consent is guessed."""
    value, (fault,) = yes_no(cell)
    assert value is None
    assert fault.code == "unclear-answer"
    assert "согласен" in fault.text("ru")


@given(st.sampled_from(YES), st.sampled_from(NO))
def test_yes_and_no_at_once_is_neither(yes: str, no: str) -> None:
    """Two answers that contradict each other are none."""
    assert answer(f"{yes}, {no}") is None
