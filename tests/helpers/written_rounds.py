"""Rounds that the command line has written into folders, and tables for further ones."""

import json
from pathlib import Path

import pytest

from helpers.command_line import Call
from nastavnik import TARGET_MODEL, MatchingPlan, with_people
from nastavnik.cli import run
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json

_OF_PUPILS = [
    "grade-gap", "mentee-grade-from", "mentee-old-enough", "offers-needed-subject", "shared-pursuit",
    "strong-where-weak",
]  # fmt: skip

DEMANDS = "Требование;Наставник;Наставляемый;Почему;По чьей просьбе;Отступления"


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented town's tables and plan."""
    folder = tmp_path_factory.mktemp("demo") / "town"
    with pytest.raises(SystemExit) as ended:
        run(["demo", "--out", str(folder)])
    assert not ended.value.code
    return folder


@pytest.fixture(scope="session")
def teachers(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a round of the town's six teachers and one mentor with one place.

    Three of the six are of the mentor's school, so that two want mentors who are yet to be found.
    It is for questions that try much out, which takes long in the whole town; rules of pupils are
    taken out, for each of their numbers would be tried in vain.
    """
    folder = tmp_path_factory.mktemp("teachers")
    for file, who in (("mentees.csv", "t"), ("mentors.csv", "u02")):
        head, *rows = (town / file).read_text(encoding="utf-8-sig").splitlines()
        some = [row.replace(";2;yes;", ";1;yes;") for row in rows if row.startswith(who)]
        (folder / file).write_text("\n".join((head, *some)), encoding="utf-8")
    rules = folder / "rules.toml"
    rules.write_text(f"without = {json.dumps(_OF_PUPILS)}\n", encoding="utf-8")
    words = ["match", *tables_of(folder), "--rules", rules, "--out", folder]
    with pytest.raises(SystemExit) as ended:
        run([str(word) for word in words])
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
    tables = [table.read_text(encoding="utf-8-sig").splitlines() for table in tables_of(town)]
    found = [(head, row) for head, *rows in tables for row in rows if row.startswith(like)]
    head, row = found[0]
    path = folder / f"{name}.csv"
    path.write_text(f"{head}\n{row.replace(like, name, 1)}\n", encoding="utf-8")
    return path


def explaining(folder: Path) -> MatchingPlan:
    """Return a written plan with its people, under the rules that it keeps."""
    plan = read_json(folder / "plan.json", plan_from_json)
    people = read_json(folder / "cohort.json", cohort_from_json)
    return with_people(plan, people, TARGET_MODEL.changed(plan.rule_changes))


def small_round(call: Call, folder: Path, mentees: list[str], mentors: list[str]) -> Path:
    """Match pupils of these ids, of whom nothing else is known, and return the plan's folder."""
    for file, names in (("mentees.csv", mentees), ("mentors.csv", mentors)):
        rows = "".join(f"{name};ученик\n" for name in names)
        (folder / file).write_text(f"Код;Позиция\n{rows}", encoding="utf-8")
    tables = folder / "mentees.csv", folder / "mentors.csv"
    assert call("match", *tables, "--out", folder / "plan").status == 0
    return folder / "plan"
