"""How many can be placed at most, by the maximum flow of NetworkX."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import networkx as nx

RowT = TypeVar("RowT")
ColumnT = TypeVar("ColumnT")


def largest_flow(pairs: Iterable[tuple[RowT, ColumnT]], places: Mapping[ColumnT, int]) -> int:
    """Return how many rows can have a place, of which each column has so many."""
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_nodes_from(["source", "sink"])
    for row, column in pairs:
        graph.add_edge("source", ("row", row), capacity=1)
        graph.add_edge(("row", row), ("column", column), capacity=1)
        graph.add_edge(("column", column), "sink", capacity=places[column])
    return int(nx.maximum_flow_value(graph, "source", "sink"))
