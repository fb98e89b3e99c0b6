"""Every example runs and prints what it should; the real pupils too, where their tables are."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.snapshots import real_tables

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


def run(name: str, *words: str | Path) -> str:
    """Run an example and return what it printed."""
    command = [sys.executable, "-W", "error", str(EXAMPLES / name), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_has_a_test() -> None:
    """A new example is run here as well."""
    names = {path.name for path in EXAMPLES.glob("*.py")}
    assert names == {
        "quickstart.py",
        "own_rule.py",
        "real_pupils.py",
        "locks.py",
        "questions.py",
        "readings.py",
        "letters.py",
    }


def test_quickstart() -> None:
    """At most thirty lines, and it tells why."""
    assert len((EXAMPLES / "quickstart.py").read_text(encoding="utf-8").splitlines()) <= 30
    said = run("quickstart.py")
    assert "boris is paired with mentor ada." in said
    assert "vera has no mentor." in said
    assert "nothing else is in the way" in said


def test_own_rule() -> None:
    """The school's rules change the plan, and show in its explanations."""
    said = run("own_rule.py")
    assert "close in age" in said
    assert "Common hours, at least 2" in said


def test_letters() -> None:
    """A family, a mentor, and a page that a platform renders in its own way."""
    said = run("letters.py")
    assert "Уважаемые родители!" in said
    assert "Спасибо за готовность быть наставником!" in said
    assert "<h2>Уважаемые родители!</h2>" in said


def test_questions() -> None:
    """Each question has its answer, and the family reads nothing of others."""
    said = run("questions.py")
    coordinator, family = said.split("The family reads:")
    family, others = family.split("What would it cost")
    assert "34 mentors (46 places)" in coordinator
    assert "all their places are taken" in family
    assert not any(name in family for name in ("q01", "p01", "34", "46"))
    assert "points fewer" in others
    assert "Find 1 mentor like" in others
    assert "Alternative 1, " in others


def test_readings() -> None:
    """Each reading has its line, and the page shows what is printed of the town."""
    said = run("readings.py")
    page = (ROOT / "docs/explanation/readings.md").read_text(encoding="utf-8")
    assert said.count("matched") == 3
    assert said in page


def test_locks() -> None:
    """The contradiction names all that is in it, and the plan says what was set aside."""
    said = run("locks.py")
    before, after = said.split("After the repair:")
    assert "mentor gleb must have 2 mentees or more" in before
    assert "mentor ada and mentee vera are locked as a pair" in before
    assert "mentor gleb and mentee boris are banned as a pair" in before
    assert "lower the minimum of mentor gleb to 1" in before
    assert (
        "Allowed in spite of this: the mentor is not far enough ahead (grades needed: 1 or more)"
        in after
    )
    assert "boris has no mentor." in after


def test_real_pupils_on_an_invented_table(tmp_path: Path) -> None:
    """A small table of the same shape is read by the stated rules."""
    columns = ["school", "age", "failures", "absences", "activities", "freetime", "higher", "G3"]
    rows = [
        ["GP", 17, 0, 0, "yes", 5, "yes", 18],  # a mentor with two places
        ["GP", 15, 0, 0, "no", 3, "yes", 6],  # passive: mark 2
        ["GP", 15, 1, 0, "no", 3, "no", 11],  # passive: a failure
        ["GP", 15, 0, 12, "no", 3, "no", 12],  # passive: absences; the places are gone
        ["MS", 15, 0, 0, "no", 3, "yes", 12],  # active, in the other school
        ["GP", 16, 0, 2, "no", 3, "no", 12],  # neither
    ]
    with (tmp_path / "student-mat.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([columns, *rows])
    said = run("real_pupils.py", tmp_path / "student-mat.csv")
    assert "mentors 1, passive mentees 3, active mentees 1, neither 1" in said
    assert "with a mentor: 2" in said
    assert "places ran out: 1" in said


@pytest.mark.skipif(real_tables() is None, reason="the UCI tables are not here")
def test_real_pupils() -> None:
    """395 and 649 real pupils; every one is a mentor, a mentee or counted as neither."""
    folder = real_tables()
    assert folder is not None
    said = run("real_pupils.py", folder)
    assert "student-mat.csv: 395 real pupils" in said
    assert "student-por.csv: 649 real pupils" in said
    assert "mentors 50, passive mentees 195, active mentees 147, neither 3" in said
    page = (ROOT / "docs/explanation/readings.md").read_text(encoding="utf-8")
    assert run("readings.py", folder) in page
