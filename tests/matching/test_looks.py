"""Who may be paired with any of several others: the same answer, wherever it is looked up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from helpers.town import TOWN
from nastavnik import TARGET_MODEL
from nastavnik.matching.candidates import candidates, looks
from nastavnik.matching.candidates.looks import Looks

FOUND = candidates(TOWN.mentee_facts, TOWN.mentor_facts, TARGET_MODEL)
LARGEST = max(FOUND.partitions, key=lambda part: part.rows.size * part.columns.size)
TABLE = FOUND.table(LARGEST)

WAYS: dict[str, dict[str, int]] = {
    "all at once": {},
    "all once that is asked often": {"_FEW": 0, "_LOOKS_APART": 2},
    "part by part": {"_FEW": 0, "_MOST_KEPT": 0},
}


def some_of(size: int) -> st.SearchStrategy[NDArray[np.intp]]:
    """Strategy of ascending places below a size, none perhaps."""
    places = st.sets(st.integers(0, size - 1)) if size else st.just(set[int]())
    return places.map(lambda some: np.array(sorted(some), dtype=np.intp))


@pytest.mark.parametrize("way", WAYS)
@given(data=st.data())
def test_looks_agree_with_the_table_of_all_pairs(way: str, data: st.DataObject) -> None:
    """Rows and columns are places among those given, and each look says what the rules say of all pairs."""
    rows = data.draw(some_of(LARGEST.rows.size), "rows")
    columns = data.draw(some_of(LARGEST.columns.size), "columns")
    may = TABLE.admits(rows, columns)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**WAYS[way], "_FIRST": 2}.items():
            patch.setattr(looks, name, value)
        asked = Looks(TABLE, rows, columns)
        for _ in range(3):
            here = data.draw(some_of(rows.size), "here")
            there = data.draw(some_of(columns.size), "there")
            tile = may[np.ix_(here, there)]
            assert asked.any_column(here, there).tolist() == tile.any(axis=1).tolist()
            assert asked.any_row(here, there).tolist() == tile.any(axis=0).tolist()


@pytest.mark.parametrize(
    ("way", "by_rules", "by_table"),
    [("all at once", 0, 4), ("all once that is asked often", 2, 2), ("part by part", 4, 0)],
)
def test_looks_say_how_often_rules_were_run(
    way: str, by_rules: int, by_table: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules are run on parts until all pairs are in one table; from then on that is read."""
    for name, value in WAYS[way].items():
        monkeypatch.setattr(looks, name, value)
    rows, columns = np.arange(LARGEST.rows.size), np.arange(LARGEST.columns.size)
    asked = Looks(TABLE, rows, columns)
    for _ in range(4):
        asked.any_column(rows, columns)
    assert (asked.by_rules, asked.by_table) == (by_rules, by_table)


def test_no_table_is_made_for_one_question() -> None:
    """Where one asks but once, rules are run on what is asked alone."""
    rows, columns = np.arange(LARGEST.rows.size), np.arange(LARGEST.columns.size)
    asked = Looks(TABLE, rows, columns, once=True)
    able = asked.any_column(rows[:1], columns)
    assert able.tolist() == TABLE.admits(rows[:1], columns).any(axis=1).tolist()
    assert (asked.by_rules, asked.by_table) == (1, 0)
