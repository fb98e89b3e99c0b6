"""The command ``forget``: a person goes from a plan and its files, and what is left elsewhere is named."""

import shutil
from pathlib import Path

import pytest

from helpers.command_line import Call
from nastavnik.exchange.json import plan_from_json, read_json
from nastavnik.exchange.traces import traces_of
from nastavnik.report.names import names_in_plan, notes_in_plan

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

NAME = "Ася Придумкина"


@pytest.fixture
def folder(town: Path, tmp_path: Path) -> Path:
    """A copy of the written town, which may be changed."""
    return Path(shutil.copytree(town, tmp_path / "autumn"))


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def pairs_in(folder: Path) -> set[tuple[str, str]]:
    plan = read_json(folder / "plan.json", plan_from_json)
    return {(pair.mentor, pair.mentee) for pair in plan.pairs}


def test_without_replace_nothing_is_written(call: Call, folder: Path) -> None:
    """What would change is said, and every file stays as it is."""
    before = files_of(folder)
    done = call("forget", folder, "q03", "--lang", "ru")
    assert "Пока ничего не записано" in done.out
    assert "Потеряют наставника" in done.out
    assert files_of(folder) == before


@pytest.mark.parametrize("gone", ["q03", "p05", "p12"])
def test_nothing_of_the_person_is_left_in_the_files_of_the_plan(
    call: Call, folder: Path, gone: str
) -> None:
    """A search of its own over the bytes finds no id; every other pair is as it was; the plan holds."""
    before = pairs_in(folder)
    call("forget", folder, gone, "--replace")
    _, found = traces_of(
        [gone], [folder / name for name in ("plan.json", "cohort.json", "plan.xlsx")]
    )
    assert not found
    assert {pair for pair in before if gone not in pair} <= pairs_in(folder)
    assert call("verify", folder).status == 0
    names = names_in_plan((folder / "plan.xlsx").read_bytes())
    assert names
    assert gone not in names


def test_what_is_left_elsewhere_is_named_and_left_alone(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    """Tables and letters are the coordinator's: the command says where the person stands, and ends with 3."""
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "9.txt").write_text(f"Ребёнок: {NAME.upper()}", encoding="utf-16-le")
    (letters / "old.csv").write_text("p12;9\np120;9\n", encoding="cp1251")
    done = call("forget", folder, "p12", letters, "--replace", "--lang", "ru")
    assert done.status == 3
    assert NAME not in done.out + done.err
    assert "9.txt – упоминаний кода: 0, упоминаний ФИО (возможно, полного тёзки): 1" in done.out
    assert "old.csv – упоминаний кода: 1, упоминаний ФИО (возможно, полного тёзки): 0" in done.out
    assert (letters / "old.csv").read_text("cp1251") == "p12;9\np120;9\n"


def test_columns_of_the_tables_stay_for_the_others(call: Call, folder: Path) -> None:
    """What plan.xlsx carried from the tables is not lost by writing it anew."""
    tables = sorted(folder.glob("ment*.csv"))
    for table in tables:
        lines = table.read_text("utf-8-sig").splitlines()
        first, *rest = lines
        noted = [f"{line};о {line.split(';')[0]}" for line in rest]
        table.write_text("\n".join([f"{first};# Заметка", *noted]), "utf-8")
    out = folder.parent / "noted"
    assert call("match", *tables, "--out", out, "--notes", "--lang", "ru").status == 0
    before = dict(notes_in_plan((out / "plan.xlsx").read_bytes()))
    assert before.pop("p05")
    call("forget", out, "p05", "--replace", "--lang", "ru")
    assert dict(notes_in_plan((out / "plan.xlsx").read_bytes())) == before


def test_nobody_of_the_plan_is_searched_for_all_the_same(call: Call, folder: Path) -> None:
    """A second call shows that the first did what it said."""
    call("forget", folder, "p05", "--replace")
    for table in folder.glob("ment*.csv"):
        table.unlink()
    before = files_of(folder)
    done = call("forget", folder, "p05")
    assert done.status == 0
    assert "Nobody in the plan has the id p05" in done.out
    assert files_of(folder) == before


def test_a_file_that_cannot_be_searched_proves_nothing(
    call: Call, folder: Path, tmp_path: Path
) -> None:
    """A missing file among those to be searched is a fault."""
    done = call("forget", folder, "p05", tmp_path / "nothing.csv")
    assert done.status == 2
