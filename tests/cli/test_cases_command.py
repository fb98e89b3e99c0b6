"""``nastavnik test``: cases held against the rules from the command line."""

from pathlib import Path

import pytest

from helpers.command_line import Call

pytest_plugins = ["helpers.command_line"]

CASES = """
[everywhere.mentor]
position = "pupil"
school = "School 5"
grade = 10
qualities = "volunteer"
agreed = true
guardian_agreed = true
data_consent = true
trained = true
"full name" = "Придуманный Пётр"
[everywhere.mentee]
position = "pupil"
school = "School 5"
age = 13
category = "active"
agreed = true
guardian_agreed = true
data_consent = true
"full name" = "Выдуманная Анна"

[[case]]
name = "С девятиклассником"
mentee = { grade = 9 }
expected = { pair = true }
[[case]]
name = "С одноклассником"
mentee = { grade = 10 }
expected = { pair = %s }
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of two cases, of which none is wrong."""
    path = tmp_path / "cases.toml"
    path.write_text(CASES % "false", encoding="utf-8")
    return path


def test_cases_that_come_out_as_expected(call: Call, file: Path) -> None:
    done = call("test", file, "--lang", "ru")
    assert (done.status, done.err) == (0, "")
    assert done.out == "Случаев: 2. Все – как ожидалось.\n"


def test_a_case_that_does_not_is_told_with_what_stands_in_the_way(call: Call, file: Path) -> None:
    file.write_text(CASES % "true", encoding="utf-8")
    done = call("test", file, "--lang", "ru")
    assert done.status == 1
    lines = done.out.splitlines()
    assert lines[0] == "Случаев: 2. Не так, как ожидалось: 1."
    assert lines[1].strip() == "cases.toml, case 2: С одноклассником"
    assert lines[-1].endswith("(grade-gap)")
    assert "Придуманн" not in done.out
    assert "Выдуманн" not in done.out


def test_the_rules_of_a_school_count(call: Call, file: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text('[parameters]\n"grade-gap.at_least" = 0\n', encoding="utf-8")
    done = call("test", file, "--rules", rules, "--lang", "en")
    assert done.status == 1
    assert "No pair is expected, and it may be formed: pupil – pupil" in done.out


def test_faults_of_all_files_are_told_at_once(call: Call, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text("[[case]]\n", encoding="utf-8")
    done = call("test", other, tmp_path / "none.toml", file, "--lang", "en")
    assert done.status == 2
    assert "other.toml, case 1: " in done.err
    assert "none.toml" in done.err
