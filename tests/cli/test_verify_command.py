"""The command ``verify``: what was written is proven again, what was changed is refused."""

import json
import re
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.languages import right_language
from helpers.written_rounds import demands_table, tables_of
from nastavnik.basics.texts import LANGUAGES, Language

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


def test_verify_accepts_what_was_written(call: Call, town: Path) -> None:
    """A written plan is proven again."""
    done = call("verify", town)
    assert done.status == 0
    assert "no plan matches more than 52" in done.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_verify_says_what_it_looked_at(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """Both files with how many people they hold, and that plan.xlsx is of them, if anything says so."""
    done = call("verify", town, "--lang", language)
    said = done.out.splitlines()
    for file, counts in (("plan.json", (52, 6)), ("cohort.json", (58, 42))):
        (line,) = (line for line in said if str(town / file) in line)
        assert [int(number) for number in re.findall(r": (\d+)", line)] == [*counts]
    (together,) = (line for line in said if str(town / "plan.files.json") in line)
    assert str(town / "plan.xlsx") in together
    assert all(right_language(line.replace(str(town), ""), language) for line in said)
    for file in ("plan.json", "cohort.json"):
        (tmp_path / file).write_bytes((town / file).read_bytes())
    said = call("verify", tmp_path, "--lang", language).out.splitlines()
    assert str(tmp_path / "plan.files.json") in said[-1]
    assert right_language(said[-1].replace(str(tmp_path), ""), language)
    (tmp_path / "plan.xlsx").write_bytes(b"any")
    said = call("verify", tmp_path, "--lang", language).out.splitlines()
    assert str(tmp_path / "plan.xlsx") in said[-1]


def test_verify_refuses_a_changed_plan(call: Call, town: Path, tmp_path: Path) -> None:
    """A plan changed by hand ends with status 1 and says what is wrong."""
    document = json.loads((town / "plan.json").read_text(encoding="utf-8"))
    document["seed"] += 1
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "cohort.json").write_bytes((town / "cohort.json").read_bytes())
    done = call("verify", tmp_path, "--lang", "ru")
    assert done.status == 1
    assert done.err.startswith("План не подтверждён")


def test_verify_says_when_rules_or_people_differ(call: Call, town: Path, tmp_path: Path) -> None:
    """Other rules and other people are told apart from a wrong plan."""
    (tmp_path / "ours.py").write_text(
        "from nastavnik import *\nOURS = TARGET_MODEL.without_rule('grade-gap')", encoding="utf-8"
    )
    done = call("verify", town, "--methodology", f"{tmp_path / 'ours.py'}:OURS")
    assert (done.status, "other rules" in done.err) == (1, True)
    people = json.loads((town / "cohort.json").read_text(encoding="utf-8"))
    people["mentees"][0]["agreed"] = False
    (tmp_path / "cohort.json").write_text(json.dumps(people), encoding="utf-8")
    (tmp_path / "plan.json").write_bytes((town / "plan.json").read_bytes())
    done = call("verify", tmp_path)
    assert (done.status, "does not hold the people" in done.err) == (1, True)


def test_demands_are_held_against_their_table(call: Call, town: Path, tmp_path: Path) -> None:
    """A table with the same demands holds; with another reason, another pair or one more, what differs is named."""
    pairs = json.loads((town / "plan.json").read_text("utf-8"))["pairs"]
    one, other = (
        f"закрепить;{pair['mentor']};{pair['mentee']};дружат;завуч;" for pair in pairs[:2]
    )
    asked = demands_table(tmp_path, one)
    out = tmp_path / "out"
    assert call("match", *tables_of(town), "--demands", asked, "--out", out).status == 0
    done = call("verify", out, "--lang=ru")
    assert (done.status, "взято из плана" in done.out) == (0, True)
    done = call("verify", out, "--demands", asked, "--lang=ru")
    assert (done.status, "Они совпадают с таблицей" in done.out) == (0, True)
    for rows, said in (
        ([one.replace("дружат", "соседи")], ["план и таблица расходятся"]),
        ([other], ["есть в плане, нет в таблице", "есть в таблице, нет в плане"]),
        ([one, other], ["есть в таблице, нет в плане"]),
    ):
        done = call("verify", out, "--demands", demands_table(tmp_path, *rows), "--lang=ru")
        assert done.status == 1
        assert all(each in done.err for each in said)
        assert done.err.count("закрепление, наставник") == len(said)
        assert "дружат" not in done.err
