"""Rounds that the command line has written into folders, and tables for further ones."""

from pathlib import Path

import pytest

from helpers.command_line import Call
from nastavnik import MatchingPlan, with_people
from nastavnik.cli import run
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json

DEMANDS = "Требование;Наставник;Наставляемый;Почему;Кто потребовал;Отступления"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented town's tables and plan."""
    folder = tmp_path_factory.mktemp("demo") / "town"
    with pytest.raises(SystemExit) as ended:
        run(["demo", "--out", str(folder)])
    assert not ended.value.code
    return folder


def tables_of(folder: Path) -> tuple[Path, Path]:
    """Return the tables of mentees and mentors in a folder."""
    return folder / "mentees.csv", folder / "mentors.csv"


def demands_table(folder: Path, *rows: str) -> Path:
    """Write a table of demands."""
    path = folder / "demands.csv"
    path.write_text("\n".join((DEMANDS, *rows)), encoding="utf-8")
    return path


def newcomer(town: Path, folder: Path, like: str, name: str) -> Path:
    """Write a table of one person like somebody of the town, under another id."""
    table = town / ("mentors.csv" if like.startswith("q") else "mentees.csv")
    head, *rows = table.read_text(encoding="utf-8-sig").splitlines()
    row = next(row for row in rows if row.startswith(like))
    path = folder / f"{name}.csv"
    path.write_text(f"{head}\n{row.replace(like, name, 1)}\n", encoding="utf-8")
    return path


def explaining(folder: Path) -> MatchingPlan:
    """Return a written plan with its people."""
    plan = read_json(folder / "plan.json", plan_from_json)
    return with_people(plan, read_json(folder / "cohort.json", cohort_from_json))


def small_round(call: Call, folder: Path, mentees: list[str], mentors: list[str]) -> Path:
    """Match pupils of these ids, of whom nothing else is known, and return the plan's folder."""
    for file, names in (("mentees.csv", mentees), ("mentors.csv", mentors)):
        rows = "".join(f"{name};ученик\n" for name in names)
        (folder / file).write_text(f"Код;Позиция\n{rows}", encoding="utf-8")
    tables = folder / "mentees.csv", folder / "mentors.csv"
    assert call("match", *tables, "--out", folder / "plan").status == 0
    return folder / "plan"
