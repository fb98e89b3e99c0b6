"""A plugin of pytest: only the chosen tests run, in the order in which they are named.

The examples of a page lean on those before them, so a page runs as a whole. Whatever Hypothesis finds is enough as it
is: it is not made smaller first.
"""

import os
from pathlib import Path
from typing import Final

import pytest
from hypothesis import Phase, settings

__all__ = ["CHOSEN"]

CHOSEN: Final = "NASTAVNIK_CHOSEN"
"""Name of the variable that holds the path of a file with a test on each line."""


def pytest_configure() -> None:
    """Draw the same examples each time."""
    usual = settings.get_profile("ci")
    settings.register_profile(
        "mutants", usual, phases=(Phase.explicit, Phase.generate), print_blob=False
    )
    settings.load_profile("mutants")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the chosen ones."""
    lines = Path(os.environ[CHOSEN]).read_text(encoding="utf-8").splitlines()
    place = {test: number for number, test in enumerate(lines)}
    pages: dict[str, int] = {}
    for number, test in enumerate(lines):
        pages.setdefault(test.partition("::")[0], number)

    def at(item: pytest.Item) -> int | None:
        file = item.nodeid.partition("::")[0]
        return pages.get(file) if file.endswith(".md") else place.get(item.nodeid)

    found = [(at(item), item) for item in items]
    chosen = [(place, item) for place, item in found if place is not None]
    items[:] = [item for _, item in sorted(chosen, key=lambda one: one[0])]
