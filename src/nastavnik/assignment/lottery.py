"""The lottery that decides among equals: fair, reproducible, blind to order and to names.

Every pair has a ticket, a number made from the published seed and the keys of its row and column
alone. Among assignments that are equally good by all other goals, the one with the largest sum of
tickets wins. Equals have tickets of the same distribution, so over the seeds each of k equals gets
the place equally often.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "TICKET_BITS",
    "Keys",
    "keys_of",
    "pair_tickets",
    "seeded",
    "tickets",
    "unit_keys",
    "unit_tickets",
]

TICKET_BITS: Final = 31
"""Tickets are below 2 to this power; two assignments almost never tie, and sums stay in 64 bits."""

Keys = NDArray[np.uint64]


def keys_of(names: Iterable[str]) -> Keys:
    """Return a key for every name, the same on every machine and in every order.

    >>> [int(key) % 1000 for key in keys_of(["p1", "p2"])]
    [587, 636]
    """
    sha256 = hashlib.sha256
    digests = b"".join([sha256(name.encode()).digest()[:8] for name in names])
    return np.frombuffer(digests, dtype=">u8").astype(np.uint64)


def tickets(seed: int, row_keys: Keys, column_keys: Keys) -> NDArray[np.int64]:
    """Return the ticket of every pair, shape (n, m)."""
    rows, columns = seeded(seed, row_keys, column_keys)
    return pair_tickets(rows[:, None], columns[None, :])


def seeded(seed: int, row_keys: Keys, column_keys: Keys) -> tuple[Keys, Keys]:
    """Return the keys of rows and columns as this seed scrambles them, for ``pair_tickets``."""
    start = keys_of([f"seed {seed}"])
    return _mixed(row_keys + start), _mixed(column_keys ^ start)


def pair_tickets(rows: Keys, columns: Keys) -> NDArray[np.int64]:
    """Return the tickets of pairs, for seeded keys of rows and columns that broadcast."""
    return _ticket(_mixed(rows + columns))


def unit_tickets(seed: int, keys: Keys) -> NDArray[np.int64]:
    """Return the tickets of single units, shape (k,)."""
    return _ticket(_mixed(_mixed(keys + keys_of([f"seed {seed}, who"]))))


def unit_keys(row_keys: Keys, supplies: NDArray[np.int64]) -> Keys:
    """Return a key for every unit of every row, for units that have no names, row after row."""
    starts = np.cumsum(supplies) - supplies
    number = np.arange(int(supplies.sum())) - np.repeat(starts, supplies)
    return _mixed(np.repeat(_mixed(row_keys), supplies) + number.astype(np.uint64))


def _ticket(mixed: Keys) -> NDArray[np.int64]:
    return (mixed >> np.uint64(64 - TICKET_BITS)).astype(np.int64)


def _mixed(keys: Keys) -> Keys:
    """Scramble 64-bit keys so that every input bit reaches every output bit (splitmix64)."""
    keys = keys + np.uint64(0x9E3779B97F4A7C15)
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
