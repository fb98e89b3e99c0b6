"""The commands ``demo`` and ``template``: what they write, and what they leave alone."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from helpers.command_line import Call

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

TOWN_FILES = [
    *("cohort.json", "mentees.csv", "mentors.csv", "plan.files.json", "plan.json", "plan.xlsx"),
]


def test_demo_writes_tables_and_plan(town: Path) -> None:
    """The demo leaves what a real round would leave, and nothing else."""
    assert sorted(path.name for path in town.iterdir()) == TOWN_FILES


def test_demo_without_a_folder_writes_nothing(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --out the demo only shows the counts."""
    monkeypatch.chdir(tmp_path)
    done = call("demo", "--lang", "ru")
    assert (done.status, list(tmp_path.iterdir())) == (0, [])
    assert "Наставляемых: 58" in done.out


def test_the_demo_keeps_what_is_there(call: Call, tmp_path: Path) -> None:
    """Without --replace the demo touches no file of somebody's own."""
    (tmp_path / "mentees.csv").write_text("mine")
    assert call("demo", "--out", tmp_path).status == 2
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("mentees.csv", "mine")]
    assert call("demo", "--out", tmp_path, "--replace").status == 0


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["demands.xlsx", "mentees.xlsx", "mentors.xlsx"]),
        ("ru", ["наставляемые.xlsx", "наставники.xlsx", "требования.xlsx"]),
    ],
)
def test_template_can_be_filled_in(
    call: Call, tmp_path: Path, language: str, names: list[str]
) -> None:
    """The template is written once and never over a filled table; as it is, it has nobody in it."""
    assert call("template", tmp_path / "tables", "--lang", language).status == 0
    tables = sorted((tmp_path / "tables").iterdir())
    assert [path.name for path in tables] == names
    assert call("template", tmp_path / "tables", "--lang", language).status == 2
    people = tables[:2] if language == "ru" else tables[1:]
    done = call("check", *people, "--lang=en")
    assert (done.status, "no rows" in done.err) == (2, True)


def test_template_has_all_columns_on_request(call: Call, tmp_path: Path) -> None:
    """--full gives what most schools do without."""
    widths = []
    for name, words in (("few", []), ("all", ["--full"])):
        assert call("template", tmp_path / name, "--lang=en", *words).status == 0
        sheet: Any = openpyxl.load_workbook(tmp_path / name / "mentees.xlsx").worksheets[0]
        widths.append(sheet.max_column)
    assert widths[0] < 20 < widths[1]
