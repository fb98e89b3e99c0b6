"""The command ``explain``: why one has a mentor or none, why not these two, and what a participant reads."""

import json
import re
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.written_rounds import explaining, small_round, tables_of
from nastavnik import TARGET_MODEL
from nastavnik.report import in_words

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


@pytest.mark.parametrize(
    ("person", "says"),
    [
        ("p01", "наставник – q01"),
        ("p12", "У наставляемого нет согласия родителей"),
        ("p16", "Не хватило мест"),
        ("p16", "На этих местах – наставляемые, которым другие наставники тоже не подходят"),
        ("q01", "2 места, свободно: 0"),
        ("q01", "p01: ученик – ученик"),
        ("p12", "p12"),
    ],
)
def test_explain_tells_each_kind_of_person(call: Call, town: Path, person: str, says: str) -> None:
    """Paired, inadmissible, crowded out, and a mentor."""
    done = call("explain", town, person, "--lang", "ru")
    assert done.status == 0
    assert says in done.out


@pytest.mark.parametrize(
    ("ids", "says"),
    [
        (["p99", "q99"], ["ID", '"p99"', "no such mentee", "MENTOR", '"q99"', "no such mentor"]),
        (["p01", "p02"], ["MENTOR", '"p02"', "no such mentor"]),
        (["q01", "p01"], ["ID MENTOR", "the mentee stands first", "Maybe p01 q01?"]),
        (["Invented Person"], ["ID", "write the ids of the persons meant"]),
        (["p01", "Invented Person"], ["MENTOR", "write the ids of the persons meant"]),
    ],
)
def test_who_is_not_there_is_said_truly(
    call: Call, town: Path, ids: list[str], says: list[str]
) -> None:
    """All at once, each with its place and as what it was looked for; what may be a name is not repeated."""
    done = call("explain", town, *ids, "--lang=en")
    assert (done.status, done.out, "Invented" in done.err) == (2, "", False)
    for expected in says:
        assert expected in done.err


def test_explain_nobody(call: Call, town: Path) -> None:
    """An unknown id is an error that names the nearest."""
    done = call("explain", town, "p1")
    assert done.status == 2
    assert "p1" in done.err
    assert "Maybe" in done.err


def test_explaining_a_plan_changed_by_hand(call: Call, town: Path, tmp_path: Path) -> None:
    """A role model or a rule that does not exist is named, without a traceback."""
    (tmp_path / "cohort.json").write_bytes((town / "cohort.json").read_bytes())
    for person in ("p01", "p08"):
        document = json.loads((town / "plan.json").read_text(encoding="utf-8"))
        document["pairs"][0]["role_model"] = "leader-passiv"
        document["unmatched"][0]["reason"]["obstacles"][0]["rule"] = "trainedd"
        (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
        done = call("explain", tmp_path, person)
        assert (done.status, "unknown" in done.err) == (2, True)


def test_why_not_these_two(call: Call, town: Path, tmp_path: Path) -> None:
    """A mentor's id after the mentee's asks about the pair; an unknown one is advised."""
    tables = tables_of(town)
    assert call("match", *tables, "--out", tmp_path / "o").status == 0
    done = call("explain", tmp_path / "o", "p16", "q01", "--lang=ru")
    assert (done.status, "Такую пару составить нельзя" in done.out) == (0, True)
    assert "school-river" in done.out
    done = call("explain", tmp_path / "o", "p16", "q02", "--lang=en")
    assert (done.status, "p16: nobody → q02" in done.out) == (0, True)
    for mentee, mentor, unknown in (("p16", "q99", "q99"), ("q02", "q01", "q02")):
        done = call("explain", tmp_path / "o", mentee, mentor)
        assert (done.status, unknown in done.err) == (2, True)


def test_who_is_both_is_explained_as_both(call: Call, tmp_path: Path) -> None:
    """A mentee who is a mentor too hears of both, whoever reads it."""
    plan = small_round(call, tmp_path, ["a", "b"], ["a"])
    done = call("explain", plan, "a", "--lang=en")
    assert done.out.splitlines()[0] == "a has no mentor."
    assert "Mentor a: 1 place, free: 1." in done.out
    told = call("explain", plan, "a", "--audience", "participant", "--lang=en")
    asked = explaining(plan)
    for said in (
        asked.explain("a", audience="participant"),
        asked.explain_mentor("a", audience="participant"),
    ):
        assert in_words(said, TARGET_MODEL, "en").text() in told.out


def test_a_participant_reads_of_nobody_else(call: Call, town: Path) -> None:
    """What the coordinator reads of a mentee names others, what the mentee reads does not."""
    assert "q03" in call("explain", town, "p16").out
    for language in ("en", "ru"):
        told = call("explain", town, "p16", "--audience", "participant", "--lang", language)
        assert told.status == 0
        assert not re.search(r"[q-w]\d\d", told.out)
