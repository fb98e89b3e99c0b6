"""Names beside ids: for the coordinator who asks for them, and for nobody else."""

import json
from pathlib import Path

import openpyxl
import pytest

from helpers.command_line import Call

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

HEAD = "id,name,position,organisation,grade,age,marks,qualities,data_consent,agreed,guardian_agreed,category,subjects"
MENTEES = [
    "p1,Ёлкина Secretname,pupil,s,7,13,physics 2,,yes,yes,yes,passive pupil,physics",
    "p2,Елкин Олег,pupil,s,8,14,physics 2,,yes,yes,yes,passive pupil,physics",
    "p3,Орлова Мария,pupil,s,8,14,physics 2,,yes,yes,yes,passive pupil,physics",
]
MENTOR = "t1,Маркова Анна,pupil,s,10,16,physics 5,volunteer,yes,yes,yes,physics,yes,2"


@pytest.fixture
def round_of_four(call: Call, tmp_path: Path) -> Path:
    """Return a folder with two tables and the folder ``plan``."""
    (tmp_path / "mentees.csv").write_text("\n".join([HEAD, *MENTEES]), encoding="utf-8")
    head = HEAD.replace("category,", "") + ",trained,capacity"
    (tmp_path / "mentors.csv").write_text(f"{head}\n{MENTOR}", encoding="utf-8")
    tables = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    assert call("match", *tables, "--out", tmp_path / "plan").status == 0
    return tmp_path


def test_names_stand_beside_ids_in_every_answer(call: Call, round_of_four: Path) -> None:
    """As they stand in the coordinator's tables, wherever somebody is spoken of."""
    plan = round_of_four / "plan"
    tables = ["--names", round_of_four / "mentees.csv", "--names", round_of_four / "mentors.csv"]
    for words, says in (
        (["explain", plan, "p1"], "p1 (Ёлкина Secretname)"),
        (["explain", plan, "p1"], "t1 (Маркова Анна)"),
        (["explain", plan, "p3"], "p3 (Орлова Мария)"),
        (["explain", plan, "p3", "t1"], "p3 (Орлова Мария)"),
        (["explain", plan, "t1"], "p2 (Елкин Олег)"),
        (["advise", plan], "t1 (Маркова Анна)"),
        (["what-if", plan, "--remove", "p2"], "p3 (Орлова Мария)"),
        (["what-if", plan, "--places", "t1=3"], "p3 (Орлова Мария)"),
        (["alternatives", plan, "--within", "1000"], "t1 (Маркова Анна)"),
    ):
        done = call(*words, *tables)
        assert (done.status, says in done.out) == (0, True), (words, done.out)
        without = call(*words)
        assert "Secretname" not in without.out + without.err
        assert done.out.replace(says, says.split(" ")[0]) != done.out


@pytest.mark.parametrize("source", ["mentees.csv", "plan/plan.xlsx", "plan"])
def test_names_come_from_a_table_or_from_the_plan(
    call: Call, round_of_four: Path, source: str
) -> None:
    """From plan.xlsx, or the folder that it is in, too; in whichever language it was written."""
    done = call("explain", round_of_four / "plan", "p1", "--names", round_of_four / source)
    assert "p1 (Ёлкина Secretname)" in done.out


@pytest.mark.parametrize(
    ("asked", "status", "says"),
    [
        ("Елкин О", 0, "p2 (Елкин Олег)"),
        ("олег елкин", 0, "p2 (Елкин Олег)"),
        ("ОРЛОВА", 0, "p3 (Орлова Мария)"),
        ("Маркова", 0, "t1 (Маркова Анна)"),
        ("p1", 0, "p1 (Ёлкина Secretname)"),
        ("елкин", 2, "подходит несколько человек: p1, p2"),
        ("Иванова Ева", 2, "человека с таким кодом или ФИО в плане нет"),
        ("p9", 2, "«p9»"),
    ],
)
def test_people_are_found_by_name(
    call: Call, round_of_four: Path, asked: str, status: int, says: str
) -> None:
    """By any part of it; several are listed for the coordinator, and no fault has a name in it."""
    plan = round_of_four / "plan"
    done = call("explain", plan, asked, "--names", plan, "--lang=ru")
    assert done.status == status
    assert says in (done.err if status else done.out)
    assert "Secretname" not in done.err
    if asked == "елкин":
        assert done.out == "p1 (Ёлкина Secretname)\np2 (Елкин Олег)\n"


def test_a_pair_is_found_by_two_names(call: Call, round_of_four: Path) -> None:
    """The mentee first, then the mentor."""
    plan = round_of_four / "plan"
    done = call("explain", plan, "Орлова", "Маркова", "--names", plan)
    assert done.out == call("explain", plan, "p3", "t1", "--names", plan).out
    assert call("explain", plan, "Маркова", "Орлова", "--names", plan).status == 2


def test_participants_are_told_given_names_of_their_pair_alone(
    call: Call, round_of_four: Path
) -> None:
    """How the mentor, or the mentees, are called; no surname, no id, nobody else."""
    plan = round_of_four / "plan"
    words = ["--audience=participant", "--names", plan, "--lang=ru"]
    pairs = json.loads((plan / "plan.json").read_text(encoding="utf-8"))["pairs"]
    given = {"p1": "Secretname", "p2": "Олег", "p3": "Мария"}
    matched = [pair["mentee"] for pair in pairs]
    assert len(matched) == 2
    told = call("explain", plan, matched[0], *words)
    assert (told.status, "Наставник найден: Анна." in told.out) == (0, True)
    told = call("explain", plan, "t1", *words)
    assert f"Ваши наставляемые: {', '.join(given[one] for one in matched)}." in told.out
    (other,) = given.keys() - set(matched)
    for one in (given[other], "Ёлкина", "Елкин", "Маркова", "Орлова", "p1", "p2", "p3", "t1"):
        assert one not in told.out
    without = call("explain", plan, matched[0], "--audience=participant", "--lang=ru")
    assert "Наставник найден.\n" in without.out


def test_json_has_no_names(call: Call, round_of_four: Path) -> None:
    """It is for programs, which know the ids."""
    plan = round_of_four / "plan"
    done = call("explain", plan, "Елкина", "--names", plan, "--json")
    assert json.loads(done.out)["answers"][0]["mentee"] == "p1"
    assert "Secretname" not in done.out
    done = call("explain", plan, "елкин", "--names", plan, "--json")
    assert (done.status, "Secretname" in done.out + done.err) == (2, False)


def test_the_other_plan_gets_the_names(call: Call, round_of_four: Path) -> None:
    """Its workbook, as that of the first plan; its JSON files have none."""
    plan, other = round_of_four / "plan", round_of_four / "other"
    words = ["what-if", plan, "--remove", "p2", "--out", other]
    assert call(*words, "--names", plan).status == 0
    sheet = openpyxl.load_workbook(other / "plan.xlsx").worksheets[-1]
    assert "Ёлкина Secretname" in [cell.value for cell in sheet["B"]]
    for name in ("plan.json", "cohort.json"):
        assert "Secretname" not in (other / name).read_text(encoding="utf-8")
    assert call("verify", other).status == 0


def test_newcomers_have_their_names_too(call: Call, round_of_four: Path) -> None:
    """From the table that they come with."""
    row = MENTEES[2].replace("p3", "p4").replace("Орлова", "Новикова")
    (round_of_four / "new.csv").write_text(f"{HEAD}\n{row}", encoding="utf-8")
    plan = round_of_four / "plan"
    words = ["what-if", plan, "--add-mentees", round_of_four / "new.csv", "--places", "t1=4"]
    assert "p4 (Новикова Мария)" in call(*words, "--names", plan).out
    assert "Новикова" not in call(*words).out


def test_files_without_names_are_told(call: Call, round_of_four: Path) -> None:
    """All of them at once."""
    plan = round_of_four / "plan"
    (round_of_four / "ids.csv").write_text("id,position\np1,pupil\n")
    files = [round_of_four / "ids.csv", round_of_four / "none.csv", plan / "plan.json"]
    words = [word for file in files for word in ("--names", str(file))]
    done = call("explain", plan, "p1", *words, "--lang=ru")
    assert (done.status, done.out) == (2, "")
    assert "ids.csv: здесь нет ФИО" in done.err
    assert "none.csv: такого файла нет" in done.err
    assert "plan.json: название файла оканчивается на «.json»" in done.err
