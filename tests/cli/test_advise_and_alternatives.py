"""The commands ``advise`` and ``alternatives``: what would help, and what other plans there are."""

import re
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.written_rounds import explaining, newcomer, small_round, tables_of
from nastavnik import TARGET_MODEL
from nastavnik.exchange.tables import read_mentors
from nastavnik.programme.evidence import Advice
from nastavnik.programme.plan import Alternative
from nastavnik.report import in_words

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


def test_what_would_help(call: Call, town: Path, tmp_path: Path) -> None:
    """As many pieces of advice of each kind as asked for: rules, then places, then mentors to be found."""
    tables = tables_of(town)
    assert call("match", *tables, "--out", tmp_path / "o").status == 0
    done = call("advise", tmp_path / "o", "--most", "2", "--lang=en")
    kinds = [line.split()[0] for line in done.out.splitlines()]
    assert (done.status, kinds[:4]) == (0, ["If", "If", "One", "One"])
    assert {*kinds[4:]} == {"Find"}
    assert len(kinds) <= 6
    assert "\nOne more place with mentor q14" in done.out
    assert call("advise", tmp_path / "o", "--most", "0").status == 2
    path = tmp_path / "o/cohort.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"grade": 7', '"grade": 8', 1))
    done = call("advise", tmp_path / "o", "--lang=en")
    assert (done.status, done.out) == (1, "")
    assert "does not hold the people" in done.err


def test_mentors_to_be_found(call: Call, teachers: Path, tmp_path: Path) -> None:
    """A table of profiles is asked about as in Python, with as many copies as wanted, in every format."""
    path = newcomer(teachers, tmp_path, "u02", "u99")
    plan, profiles = explaining(teachers), read_mentors(path)
    one = plan.advice(most=2, profiles=profiles, copies=1)
    several = plan.advice(most=2, profiles=profiles, copies=3)
    assert one != several
    words = ["advise", teachers, "--profiles", path, "--most", "2"]
    done = call(*words, "--copies", "1", "--lang", "ru")
    assert (done.status, done.err) == (0, "")
    assert done.out == in_words(one, TARGET_MODEL, "ru").text() + "\n"
    done = call(*words, "--lang", "en", "--format", "markdown")
    assert done.out == in_words(several, TARGET_MODEL, "en").markdown() + "\n"


def test_wrong_profiles_are_refused(call: Call, town: Path, tmp_path: Path) -> None:
    """A missing file, an id that is taken, and one that a copy would take."""
    done = call("advise", town, "--profiles", tmp_path / "none.csv", "--lang=en")
    assert done.status == 2
    assert f"--profiles {tmp_path / 'none.csv'}: there is no such file" in done.err
    done = call("advise", town, "--profiles", newcomer(town, tmp_path, "q01", "q02"), "--lang=en")
    assert (done.status, 'the id "q02" is taken in this round' in done.err) == (2, True)
    plan = small_round(call, tmp_path, ["b"], ["a-2"])
    path = newcomer(town, tmp_path, "q01", "a")
    head, row = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{head}\n{re.sub(r'p[0-9]+', '', row)}\n", encoding="utf-8")
    done = call("advise", plan, "--profiles", path, "--lang=en")
    assert (done.status, 'the id "a-2" is taken in this round' in done.err) == (2, True)
    assert call("advise", plan, "--profiles", path, "--copies", "1").status == 0
    assert call("advise", plan, "--profiles", path, "--copies", "0").status == 2


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ([], "--within"),
        (["--within", "-1"], "--within"),
        (["--within", "1", "--differing", "0"], "--differing"),
        (["--within", "1", "--most", "0"], "--most"),
        (["--within", "1", "--format", "pdf"], "--format"),
    ],
)
def test_wrong_numbers_of_alternatives(
    call: Call, town: Path, words: list[str], names: str
) -> None:
    """How far an alternative may fall is always said, and every number is in its range."""
    done = call("alternatives", town, *words)
    assert (done.status, done.out, names in done.err) == (2, "", True)


def test_no_alternative_is_said_as_such(call: Call, tmp_path: Path) -> None:
    """Where there is none, alternatives are spoken of and not advice."""
    plan = small_round(call, tmp_path, ["b"], ["a"])
    done = call("alternatives", plan, "--within", "0", "--lang=en")
    assert done.out == in_words((), TARGET_MODEL, "en", empty=Alternative).text() + "\n"
    assert done.out != in_words((), TARGET_MODEL, "en", empty=Advice).text() + "\n"
