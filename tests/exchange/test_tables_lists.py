"""Lists in one cell: where they are cut, what is one item, what is a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.basics.words import clean, compared
from nastavnik.exchange.tables.cells.lists import idents, split, words

PLAIN = st.text("абвгде -", min_size=1, max_size=8).filter(lambda text: clean(text).strip("- "))
CELLS = st.text("абв12,;\n()[]{} «»-", max_size=30)


def items(cell: str) -> list[str]:
    """Return the items of a cell that has no faults."""
    read, faults = words(cell)
    assert faults == ()
    return sorted(read or ())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Математика (алгебра, геометрия), Физика", ["Математика (алгебра, геометрия)", "Физика"]),
        ("а [б; (в, г)], д", ["а [б; (в, г)]", "д"]),
        ("Шахматы,  Робото  техника;GO\nшахматы,", ["GO", "Робото техника", "Шахматы"]),
        ("ёлка, Елка, «елка»", ["ёлка"]),
        ("чтение и письмо", ["чтение и письмо"]),
        ("физика, н/д, –", ["физика"]),
        ("шах\u200bматы", ["шахматы"]),
    ],
)
def test_where_a_list_is_cut(cell: str, expected: list[str]) -> None:
    """At commas, semicolons and line breaks, never inside brackets; one word is one item, as first written."""
    assert items(cell) == expected


@pytest.mark.parametrize(
    "cell", ["Математика (алгебра, Физика", "алгебра), физика", "а (б], в", "1) физика 2) химия"]
)
def test_a_bracket_that_is_not_closed_is_a_fault(cell: str) -> None:
    """For where the item ends cannot be told."""
    assert {fault.code for fault in words(cell)[1]} == {"open-bracket"}


@pytest.mark.parametrize(
    ("cell", "code", "letters", "advice"),
    [
        ("физика, xимия", "mixed-latin", ["x"], "химия"),
        ("chеss", "mixed-russian", ["е"], "chess"),
    ],
)
def test_a_word_of_two_alphabets_is_a_fault(
    cell: str, code: str, letters: list[str], advice: str
) -> None:
    """It names the letters that are not what they look like, and the word that was meant."""
    (fault,) = words(cell)[1]
    assert (fault.code, fault.details["letters"], fault.advice) == (code, letters, advice)


def test_ids_keep_their_spelling() -> None:
    """Ids in a list lose what nobody sees and nothing else."""
    read, faults = idents(" P-17; p-17 ,Ёж\u200b, no")
    assert (sorted(read or ()), faults) == (["P-17", "no", "p-17", "Ёж"], ())


@given(st.lists(PLAIN, min_size=1, max_size=5), st.sampled_from([", ", ";", "\n", " ,"]))
def test_what_is_joined_is_cut(listed: list[str], separator: str) -> None:
    """Items come back as words, each once."""
    read, faults = words(separator.join(listed))
    assert faults == ()
    assert {compared(item) for item in read or ()} == {compared(item) for item in listed}


@given(CELLS)
def test_nothing_is_lost(cell: str) -> None:
    """Whatever stands in a cell, its pieces and the separators between them are the cell."""
    pieces = [piece for piece, _ in split(cell)]
    cut = len(cell) - sum(map(len, pieces))
    assert cut == len(pieces) - 1
    assert all(piece in cell for piece in pieces)


@given(CELLS)
def test_brackets_stay_whole(cell: str) -> None:
    """A piece whose brackets are said to fit has as many opened as closed."""
    for piece, fits in split(cell):
        if fits:
            assert all(piece.count(a) == piece.count(b) for a, b in ("()", "[]", "{}"))
