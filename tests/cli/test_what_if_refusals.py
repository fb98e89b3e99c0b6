"""Changes that the command ``what-if`` cannot try: option, value and remedy are said, and nothing is written."""

from pathlib import Path

import pytest
from attrs import evolve

from helpers.command_line import Call
from helpers.rounds import small
from helpers.written_rounds import explaining, newcomer
from nastavnik import TARGET_MODEL, Cohort, match
from nastavnik.report.folder import write_folder

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


UGLY: list[tuple[list[str], list[str]]] = [
    ([], ["nothing is to be changed", "--remove, --places, --lock"]),
    (["--remove", "q011"], ["--remove", '"q011"', "Maybe q11?"]),
    (["--remove", ""], ["--remove", '""', "correct or remove it"]),
    (["--remove", "Invented Person"], ["--remove", "write the ids of the persons meant"]),
    (["--places", "m1="], ["--places", '"m1="', "write a mentor's id", "q01=2"]),
    (["--places", "=3"], ["--places", '"=3"', "write a mentor's id"]),
    (["--places", "q01"], ["--places", '"q01"', "write a mentor's id"]),
    (["--places", "q01=2.5"], ["--places", '"q01=2.5"', "whole number"]),
    (["--places", "m1=-2"], ["--places", '"m1"', "no such mentor"]),
    (["--places", "q01=-2"], ["--places", '"q01=-2"', "from 1 to 1000000", "--remove"]),
    (["--places", "q01=0"], ["--places", '"q01=0"', "from 1 to 1000000", "--remove"]),
    (
        ["--places", "q01=" + "9" * 5000],
        ["--places", "(a text of 5004 characters)", "whole number"],
    ),
    (["--places", "p01=2"], ["--places", '"p01"', "no such mentor"]),
    (["--places", "q01=2", "--places", "q01=3"], ['"q01=3"', '"q01=2"', "keep one"]),
    (["--places", "q01=2", "--remove", "q01"], ["--places", '"q01"', '"--remove"', "keep one"]),
    (["--set", "nonsense=1"], ["--set", '"nonsense=1"', "RULE.PARAMETER=N"]),
    (["--set", "grade-gap.at_least=x"], ['"grade-gap.at_least=x"', "Maybe grade-gap.at_least=1?"]),
    (["--set", "grade-gp.at_least=1"], ["--set", '"grade-gp"', "Maybe grade-gap?"]),
    (["--set", "grade-gap.at_most=1"], ["--set", '"grade-gap.at_most"', "grade-gap.at_least"]),
    (["--set", "can-meet.times=1"], ["--set", '"can-meet.times"', "--without"]),
    (
        ["--set", "grade-gap.at_least=-3"],
        ['"grade-gap.at_least=-3"', "Maybe grade-gap.at_least=0?"],
    ),
    (
        ["--set", "grade-gap.at_least=2", "--set", "grade-gap.at_least=3"],
        ["--set", '"grade-gap.at_least=3"', '"grade-gap.at_least=2"', "keep one"],
    ),
    (["--without", "grade-gp"], ["--without", '"grade-gp"', "Maybe grade-gap?"]),
    (
        ["--without", "grade-gap", "--set", "grade-gap.at_least=2"],
        ["--without", '"grade-gap"', '"--set"', "keep one"],
    ),
    (["--without", "not-banned", "--ban", "q01=p01"], ["--without", "not-banned"]),
    (["--lock", "q01"], ["--lock", '"q01"', "q01=p01"]),
    (["--lock", "=p01"], ["--lock", '"=p01"', "write the two ids"]),
    (["--lock", "=" * 100_000], ["--lock", '"====', "write the two ids"]),
    (["--lock", "q01=p999"], ["--lock", '"p999"', "no such mentee"]),
    (["--lock", "q999=p01"], ["--lock", '"q999"', "no such mentor"]),
    (["--lock", "p01=q01"], ["--lock", '"p01=q01"', "swap", "Maybe q01=p01?"]),
    (["--lock", "q01=p01", "--remove", "p01"], ["--lock", '"p01"', '"--remove"', "keep one"]),
    (["--lock", "w01=t01"], ["--lock w01=t01", "no form"]),
    (
        ["--lock", "q02=p16", "--overriding", "grade-gp", "--overriding", "mentor-agreed"],
        ["--overriding", '"grade-gp"', "Maybe grade-gap?", '"mentor-agreed" cannot be overridden'],
    ),
    (["--overriding", "grade-gap"], ["--overriding", "grade-gap", "give a --lock too"]),
    (["--unlock", "p01"], ["--unlock", '"p01"', "none", "leave the option out"]),
    (["--ban", "q01=p999"], ["--ban", '"p999"', "no such mentee"]),
    (["--unban", "q01=p01"], ["--unban", '"q01=p01"', "none", "leave the option out"]),
    (["--add-mentees", "none.csv"], ["--add-mentees none.csv", "no such file", "template"]),
    (["--add-mentors", "none.txt"], ["--add-mentors none.txt", "no such file", "template"]),
]


@pytest.mark.parametrize(("words", "says"), UGLY)
def test_what_cannot_be_tried_is_said(
    call: Call,
    town: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    says: list[str],
) -> None:
    """Option, value and remedy stand in the message, the exit status is 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    done = call("what-if", town, *words, "--out", "other", "--lang=en")
    assert (done.status, done.out, list(tmp_path.iterdir())) == (2, "", [])
    assert done.err.startswith("Faults in the input")
    for expected in says:
        assert expected in done.err
    russian = call("what-if", town, *words, "--out", "other", "--lang=ru")
    assert (russian.status, russian.err.count("\n")) == (2, done.err.count("\n"))
    assert russian.err.startswith("Найдено ошибок")


def test_faults_of_all_options_come_at_once(call: Call, town: Path, tmp_path: Path) -> None:
    """One list of faults, and nobody is looked up in a table that could not be read."""
    words = ["--remove", "q011", "--places", "q01=x", "--set", "nonsense=1", "--lock", "q01=p999"]
    words += ["--unlock", "p01", "--without", "grade-gp", "--ban", "q01"]
    done = call("what-if", town, *words, "--lang=en")
    assert (done.status, done.err.splitlines()[0]) == (2, "Faults in the input: 7")
    words = ["--lock", "q01=p99", "--lock", "p01=q01"]
    done = call("what-if", town, *words, "--add-mentees", tmp_path / "p99.csv", "--lang=en")
    assert "the mentor stands first" in done.err
    assert (done.status, "no such mentee" in done.err) == (2, False)


def test_faults_of_newcomers_stand_at_their_row(call: Call, town: Path, tmp_path: Path) -> None:
    """An id that is taken, a wish for nobody, and a wrong cell are named with option, file, row and column."""
    taken = newcomer(town, tmp_path, "q01", "q01")
    done = call("what-if", town, "--add-mentors", taken, "--lang=en")
    assert done.status == 2
    assert f"--add-mentors {taken}, row 2, column «" in done.err
    assert 'the id "q01" is taken in this round' in done.err
    path = tmp_path / "p99.csv"
    path.write_text("id,position,grade,choices\np99,pupil,7,q998\n", encoding="utf-8")
    done = call("what-if", town, "--add-mentees", path, "--lang=en")
    assert done.status == 2
    assert f"--add-mentees {path}, row 2, column «" in done.err
    assert '"q998"' in done.err
    path.write_text("Код;Позиция;Класс\np99;ученик;77\n", encoding="utf-8")
    done = call("what-if", town, "--add-mentees", path, "--lang=en")
    assert (done.status, f"--add-mentees {path}, row 2, column «Класс»" in done.err) == (2, True)


def test_a_table_that_is_not_there_is_advised(call: Call, town: Path) -> None:
    """With the nearest that is."""
    done = call("what-if", town, "--add-mentees", town / "mentes.csv", "--lang=en")
    assert (done.status, "Maybe mentees.csv?" in done.err) == (2, True)


def test_removing_everybody_is_refused(call: Call, town: Path, tmp_path: Path) -> None:
    """There is nothing to be said of a round without anybody."""
    plan = explaining(town)
    everybody = {*plan.places, *(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)}
    words = [word for name in sorted(everybody) for word in ("--remove", name)]
    done = call("what-if", town, *words, "--out", tmp_path / "other", "--lang=en")
    assert (done.status, done.out, (tmp_path / "other").exists()) == (2, "", False)
    assert "--remove: everybody was taken out (100 in all)" in done.err


def test_a_contradiction_is_no_answer(call: Call, town: Path, tmp_path: Path) -> None:
    """A pair both locked and banned ends with 1, what would help is said, and nothing is written."""
    words = ["--lock", "q01=p01", "--ban", "q01=p01", "--out", tmp_path / "other", "--lang=en"]
    done = call("what-if", town, *words)
    assert (done.status, done.out, (tmp_path / "other").exists()) == (1, "", False)
    assert "mentor q01 and mentee p01 are banned as a pair" in done.err
    assert "drop the lock of mentor q01 and mentee p01" in done.err


def test_places_may_be_as_few_as_the_minimum(call: Call, tmp_path: Path) -> None:
    """A mentor who must have two mentees keeps two places or more; with fewer no plan could be made."""
    cohort, _ = small()
    first, *others = cohort.mentors
    cohort = Cohort(mentees=cohort.mentees, mentors=[evolve(first, capacity=3, minimum=2), *others])
    plan = match(cohort)
    assert plan.matched
    write_folder(tmp_path / "plan", plan, cohort, TARGET_MODEL)
    for number, status in ((3, 0), (2, 0), (1, 2)):
        done = call("what-if", tmp_path / "plan", "--places", f"{first.id}={number}", "--lang=en")
        assert done.status == status, done.err
    assert f'"{first.id}=1"' in done.err
    assert "2" in done.err.replace(f"{first.id}=1", "")
