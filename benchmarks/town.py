"""How long the main job takes on the invented town."""

import time

from nastavnik import Cohort, match, verify
from nastavnik.programme.round.town import invented_town

__all__ = ["time_the_town"]


def time_the_town() -> None:
    """Print how long it takes from objects to a plan with reasons, and how long to verify it."""
    town: Cohort = invented_town()
    plan = match(town)
    started = time.perf_counter()
    plan = match(town)
    matched = time.perf_counter()
    verify(plan, town)
    verified = time.perf_counter()
    print(f"\ninvented town, {len(town.mentees)} × {len(town.mentors)}: ", end="")
    print(f"match {matched - started:.3f} s, verify {verified - matched:.3f} s")
