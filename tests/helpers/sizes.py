"""How much a test of drawn rounds takes: a seeded sample by itself, all in ``make long``, deeper in ``make fuzz``."""

import os
from typing import Final

__all__ = ["DEEP", "LONG", "examples", "rounds"]

LONG: Final = bool(os.environ.get("NASTAVNIK_LONG"))
"""Whether time does not matter."""
DEEP: Final = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
"""Whether Hypothesis looks for what it seldom draws."""
_DEEP_EXAMPLES: Final = 2000


def rounds(usual: int, all_of_them: int) -> int:
    """Return how many rounds, or chunks of them, a test takes."""
    return all_of_them if LONG else usual


def examples(usual: int) -> int:
    """Return how many examples Hypothesis draws where a test names a number of its own."""
    return max(usual, _DEEP_EXAMPLES) if DEEP else usual
