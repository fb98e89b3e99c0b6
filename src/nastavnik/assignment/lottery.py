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

__all__ = ["TICKET_BITS", "keys_of", "tickets"]

TICKET_BITS: Final = 31
"""Tickets are below 2 to this power; two assignments almost never tie, and sums stay in 64 bits."""

Keys = NDArray[np.uint64]


def keys_of(names: Iterable[str]) -> Keys:
    """Return a key for every name, the same on every machine and in every order.

    >>> [int(key) % 1000 for key in keys_of(["p1", "p2"])]
    [587, 636]
    """
    digests = [hashlib.sha256(name.encode()).digest()[:8] for name in names]
    return np.array([int.from_bytes(digest, "big") for digest in digests], dtype=np.uint64)


def tickets(seed: int, row_keys: Keys, column_keys: Keys) -> NDArray[np.int64]:
    """Return the ticket of every pair, shape (n, m)."""
    start = keys_of([f"seed {seed}"])
    mixed = _mixed(row_keys + start)[:, None] + _mixed(column_keys ^ start)[None, :]
    return (_mixed(mixed) >> np.uint64(64 - TICKET_BITS)).astype(np.int64)


def _mixed(keys: Keys) -> Keys:
    """Scramble 64-bit keys so that every input bit reaches every output bit (splitmix64)."""
    keys = keys + np.uint64(0x9E3779B97F4A7C15)
    keys = (keys ^ (keys >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    keys = (keys ^ (keys >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return keys ^ (keys >> np.uint64(31))
