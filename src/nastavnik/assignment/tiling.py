"""Work on a large table some rows at a time: tiles that fit into the cache of a core, one for each thread."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["cores", "in_tiles", "row_tiles"]

DoneT = TypeVar("DoneT")

_CELLS: Final = 1 << 19
"""Cells of a tile: its numbers fit into the cache of one core."""


def cores() -> int:
    """Return how many tiles can be looked at at once."""
    return os.cpu_count() or 1


def row_tiles(rows: NDArray[np.intp], width: int) -> list[NDArray[np.intp]]:
    """Return some rows of a table of this width in parts that make a tile each, in order."""
    height = max(1, _CELLS // max(width, 1))
    return [rows[start : start + height] for start in range(0, rows.size, height)]


def in_tiles(
    rows: NDArray[np.intp], width: int, work: Callable[[NDArray[np.intp]], DoneT], threads: int
) -> Iterator[DoneT]:
    """Yield what ``work`` returns for some rows at a time, in order; by several threads where it pays."""
    tiles = row_tiles(rows, width)
    if threads == 1 or len(tiles) < 2:  # noqa: PLR2004 - one tile needs no threads
        yield from map(work, tiles)
        return
    with ThreadPoolExecutor(max_workers=threads) as executor:
        try:
            yield from executor.map(work, tiles)
        except BaseException:
            executor.shutdown(wait=True, cancel_futures=True)
            raise
