"""The page about sources says what the code cites, and nothing else."""

import re

from helpers.project import ROOT
from helpers.whole_model import WITH_LOCAL, citing
from nastavnik.basics.sources import FOUNDING_STATEMENTS, Confidence
from nastavnik.methodology import TARGET_MODEL

(SOURCES_PAGE,) = ROOT.glob("docs/**/sources.md")


def rows(heading: str) -> dict[str, str]:
    """Return the rows of the table under a heading of the page, by their first cell."""
    section = SOURCES_PAGE.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    cells = [line.strip("| ").split(" | ", maxsplit=1) for line in lines]
    return {cell[0].strip("`"): cell[1] for cell in cells[1:]}


def test_the_page_lists_the_pages_that_the_code_cites_and_no_others() -> None:
    cited = {number for number in citing(WITH_LOCAL) if number[0] in "UN"}
    listed = rows("Public pages")
    assert set(listed) == cited
    assert all("http" in rest for rest in listed.values())


def test_the_page_names_for_each_statement_every_value_that_cites_it() -> None:
    """The table is checked against the code, so it cannot fall behind."""
    table = rows("The founding text, statement by statement")
    cited = citing(TARGET_MODEL)
    assert list(table) == list(FOUNDING_STATEMENTS)
    for statement, row in table.items():
        assert set(re.findall(r"`([a-z0-9-]+)`", row)) == cited[statement], statement


def test_the_page_explains_every_grade() -> None:
    assert set(rows("Six grades")) == {confidence.value for confidence in Confidence}
