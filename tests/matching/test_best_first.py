"""With which empty cells it is best begun: as much is gained as with all of them, and none of them is needless."""

from itertools import product

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from helpers.sizes import examples
from nastavnik.matching.reasons.best_first import Cell, best_first

Bools = NDArray[np.bool_]


@st.composite
def crowds(draw: st.DrawFn) -> tuple[Bools, NDArray[np.int64], list[Cell], list[Cell]]:
    """Draw pairs of a few people and of their empty cells."""
    n, m = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    sides = []
    for mentor, count in ((False, n), (True, m)):
        fields = st.sampled_from(["agreed", "category", "person.age"])
        drawn = draw(
            st.lists(st.tuples(st.integers(0, count - 1), fields), max_size=4, unique=True)
        )
        sides.append([Cell(mentor, field, f"p{place}", place) for place, field in drawn])
    shape = n + len(sides[0]), m + len(sides[1])
    drawn_pairs = draw(
        st.lists(st.booleans(), min_size=shape[0] * shape[1], max_size=shape[0] * shape[1])
    )
    pairs = np.array(drawn_pairs, dtype=np.bool_).reshape(shape)
    places = draw(st.lists(st.integers(0, 3), min_size=m, max_size=m))
    return pairs, np.array(places, dtype=np.int64), sides[0], sides[1]


def with_a_mentor(
    pairs: Bools, places: NDArray[np.int64], some: tuple[list[Cell], list[Cell]], filled: list[Cell]
) -> int:
    """Return how many mentees can have a mentor with some cells filled in, by a flow."""
    n, m = pairs.shape[0] - len(some[0]), places.size
    rows = [(k, k) for k in range(n)] + [
        (n + k, c.place) for k, c in enumerate(some[0]) if c in filled
    ]
    columns = [(k, k) for k in range(m)] + [
        (m + k, c.place) for k, c in enumerate(some[1]) if c in filled
    ]
    graph: nx.DiGraph[object] = nx.DiGraph()
    for k in range(n):
        graph.add_edge("all", ("mentee", k), capacity=1)
    for k in range(m):
        graph.add_edge(("mentor", k), "end", capacity=int(places[k]))
    for (row, mentee), (column, mentor) in product(rows, columns):
        if pairs[row, column]:
            graph.add_edge(("mentee", mentee), ("mentor", mentor), capacity=1)
    return int(nx.maximum_flow_value(graph, "all", "end"))


@settings(max_examples=examples(200), deadline=None)
@given(crowds())
def test_as_much_is_gained_as_with_all_cells_and_none_is_needless(
    crowd: tuple[Bools, NDArray[np.int64], list[Cell], list[Cell]],
) -> None:
    """Held against a flow, cell by cell."""
    pairs, places, mentees, mentors = crowd
    some = mentees, mentors
    begun, gain = best_first(pairs, places, mentees, mentors)
    nothing = with_a_mentor(pairs, places, some, [])
    assert gain == with_a_mentor(pairs, places, some, [*mentees, *mentors]) - nothing
    assert with_a_mentor(pairs, places, some, begun) == nothing + gain
    for cell in begun:
        fewer = [one for one in begun if one is not cell]
        assert with_a_mentor(pairs, places, some, fewer) < nothing + gain


def test_what_brings_most_stands_first() -> None:
    """A mentor of three places before one of one, whatever their order."""
    cells = [Cell(True, "trained", name, place) for place, name in enumerate("abc")]
    pairs = np.hstack([np.zeros((5, 3), dtype=np.bool_), np.ones((5, 3), dtype=np.bool_)])
    begun, gain = best_first(pairs, np.array([1, 3, 0]), [], cells)
    assert ([cell.id for cell in begun], gain) == (["b", "a"], 4)


def test_what_a_school_knows_comes_before_what_somebody_is_asked_for() -> None:
    """One place, two mentees: the age is looked up, the parents need not be asked."""
    cells = [Cell(False, "guardian_agreed", "a", 0), Cell(False, "person.age", "b", 1)]
    pairs = np.array([[False], [False], [True], [True]])
    begun, gain = best_first(pairs, np.array([1]), cells, [])
    assert ([cell.field for cell in begun], gain) == (["person.age"], 1)
