"""How much a test of drawn rounds takes: a seeded sample by itself, all of it in ``make long``."""

import os
from typing import Final

__all__ = ["LONG", "rounds"]

LONG: Final = bool(os.environ.get("NASTAVNIK_LONG"))
"""Whether time does not matter."""


def rounds(usual: int, all_of_them: int) -> int:
    """Return how many rounds, or chunks of them, a test takes."""
    return all_of_them if LONG else usual
