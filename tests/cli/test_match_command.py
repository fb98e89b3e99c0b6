"""The commands ``match`` and ``check``: what is read and written, with and without a table of demands."""

import json
from pathlib import Path

import pytest

from helpers.command_line import Call, Done
from helpers.written_rounds import demands_table, tables_of

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]


def test_match_from_tables_equals_the_demo(call: Call, town: Path, tmp_path: Path) -> None:
    """The same people from two tables give the same plan, byte for byte, in either language."""
    for language in ("en", "ru"):
        out = tmp_path / language
        done = call("match", *tables_of(town), "--out", out, "--lang", language)
        assert done.status == 0
        assert done.err == "", "quiet when piped"
        assert (out / "plan.json").read_bytes() == (town / "plan.json").read_bytes()


def test_match_ends_with_what_to_do_next(call: Call, town: Path, tmp_path: Path) -> None:
    """What is in the way most often, and the commands to be typed next, in either language."""
    for language, first in (("en", "What keeps mentees"), ("ru", "Почему наставляемые остались")):
        out = tmp_path / language
        lines = call("match", *tables_of(town), "--out", out, "--lang", language).out.splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith(first))
        assert lines[at - 1].endswith("plan.xlsx")
        assert f"  nastavnik advise {out}" in lines[at:]
        assert lines[-2].startswith(f"  nastavnik explain {out} ")
        assert call("explain", *lines[-2].split()[2:]).status == 0


def test_match_from_json_equals_the_demo(call: Call, town: Path, tmp_path: Path) -> None:
    """A platform's cohort.json gives the same plan."""
    people = town / "cohort.json"
    assert call("match", people, people, "--out", tmp_path / "again").status == 0
    assert (tmp_path / "again/plan.json").read_bytes() == (town / "plan.json").read_bytes()


def test_equal_runs_write_equal_bytes(call: Call, town: Path, tmp_path: Path) -> None:
    """Every file of two equal runs is the same to the byte, the workbook too."""
    for name in ("one", "two"):
        call("match", *tables_of(town), "--out", tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_check_writes_nothing(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check` counts, and leaves no file."""
    monkeypatch.chdir(tmp_path)
    done = call("check", *tables_of(town))
    assert (done.status, list(tmp_path.iterdir())) == (0, [])
    assert "Mentees: 58" in done.out


def test_bad_input_touches_no_folder(call: Call, tmp_path: Path) -> None:
    """Faults of both files come at once, the exit status is 2, and the output folder is not made."""
    bad = tmp_path / "mentees.csv"
    bad.write_text("Код;Позиция;Класс\np1;ученик;12Г\np1;ученик;13\n", encoding="utf-8")
    out = tmp_path / "out"
    done = call("match", bad, tmp_path / "none.csv", "--out", out, "--lang", "ru")
    assert (done.status, done.out, out.exists()) == (2, "", False)
    for expected in ("12Г", "13", "none.csv", "строка 2", "строка 3", "«Класс»"):
        assert expected in done.err


def test_an_earlier_plan_is_kept(call: Call, town: Path, tmp_path: Path) -> None:
    """Without --replace nothing is overwritten; with it the new plan is there."""
    words = ["match", *tables_of(town), "--out", tmp_path / "plan"]
    assert call(*words).status == 0
    (tmp_path / "plan/plan.xlsx").write_text("the coordinator's own work")
    done = call(*words, "--seed", "5")
    assert (done.status, "--replace" in done.err) == (2, True)
    assert (tmp_path / "plan/plan.xlsx").read_text() == "the coordinator's own work"
    assert call(*words, "--seed", "5", "--replace").status == 0
    assert json.loads((tmp_path / "plan/plan.json").read_text(encoding="utf-8"))["seed"] == 5


def test_mixed_kinds_of_input(call: Call, town: Path) -> None:
    """A table and a JSON file together are refused with the remedy."""
    done = call("check", town / "mentees.csv", town / "cohort.json")
    assert (done.status, "twice" in done.err) == (2, True)


def with_demands(call: Call, town: Path, folder: Path, *rows: str) -> Done:
    """Match the town under a table of demands; the plan goes to ``out`` in the folder."""
    words = ["match", *tables_of(town), "--demands", demands_table(folder, *rows)]
    return call(*words, "--out", folder / "out", "--lang", "ru")


def test_locks_and_bans_of_a_table_are_kept(call: Call, town: Path, tmp_path: Path) -> None:
    """The plan holds the pair, what it overrides and who asked for it; it is proven, and explained."""
    done = with_demands(
        call,
        town,
        tmp_path,
        "закрепить;q01;p16;дело пошло;завуч;same-organisation, grade-gap",
        "запретить;q01;p01;;;",
    )
    assert (done.status, done.err) == (0, "")
    assert "закреплены куратором: 1" in done.out
    plan = json.loads((tmp_path / "out/plan.json").read_text(encoding="utf-8"))
    pairs = {(pair["mentor"], pair["mentee"]) for pair in plan["pairs"]}
    assert ("q01", "p16") in pairs
    assert ("q01", "p01") not in pairs
    assert [(lock["reason"], lock["by"]) for lock in plan["locks"]] == [("дело пошло", "завуч")]
    assert call("verify", tmp_path / "out").status == 0
    told = call("explain", tmp_path / "out", "p16", "--lang=ru").out.splitlines()
    locked = told.index("Пару закрепил куратор.")
    assert told[locked + 1] == "  Допущено, хотя наставник из другой школы."


def test_a_contradiction_ends_with_1_and_writes_nothing(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """What contradicts what, and what would help, is said in the language that was asked for."""
    done = with_demands(call, town, tmp_path, "закрепить;q01;p01;;;", "запретить;q01;p01;;;")
    assert (done.status, done.out, (tmp_path / "out").exists()) == (1, "", False)
    assert done.err == (
        "Выполнить все требования сразу нельзя, поэтому плана нет. Противоречий: 1\n"
        "  Эти условия вместе невыполнимы; достаточно изменить любое из них:\n"
        "    пара закреплена: наставник q01, наставляемый p01\n"
        "    пара запрещена: наставник q01, наставляемый p01\n"
        "  Поможет любое из этих изменений:\n"
        "    снять запрет на пару: наставник q01, наставляемый p01\n"
        "    снять закрепление пары: наставник q01, наставляемый p01\n"
    )


def test_impossible_minimums_end_with_1_without_a_table(call: Call, tmp_path: Path) -> None:
    """A minimum of the mentors' table can contradict the rules by itself; an earlier plan is kept."""
    (tmp_path / "mentees.csv").write_text("Код;Позиция;Класс\np1;ученик;7\n", encoding="utf-8")
    mentors = "Код;Позиция;Мест;Минимум\nm1;ученик;1;1\n"
    (tmp_path / "mentors.csv").write_text(mentors, encoding="utf-8")
    (tmp_path / "plan.json").write_text("mine")
    words = ["match", tmp_path / "mentees.csv", tmp_path / "mentors.csv", "--out", tmp_path]
    done = call(*words, "--replace", "--lang", "en")
    assert (done.status, (tmp_path / "plan.json").read_text()) == (1, "mine")
    assert "lower the minimum of mentor m1 to 0" in done.err


def test_demands_that_name_nobody_stand_at_their_row(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """Wrong demands are wrong input: status 2, with file, row and column."""
    done = with_demands(
        call, town, tmp_path, "закрепить;q01;p999;;;", "закрепить;q01;p01;;;trained"
    )
    assert (done.status, done.out, (tmp_path / "out").exists()) == (2, "", False)
    assert "demands.csv, строка 2, столбец «Наставляемый»: наставляемый с кодом «p999»" in done.err
    assert (
        "demands.csv, строка 3, столбец «Отступления»: требования «trained» в методологии нет"
        in done.err
    )
    assert "Возможно, mentor-trained?" in done.err


def test_faults_of_people_and_of_demands_come_at_once(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """Three files, one list of faults; nobody is looked up among people who could not be read."""
    path = demands_table(tmp_path, "закрпить;q01;p999;;;")
    words = ["match", town / "none.csv", town / "mentors.csv", "--demands", path]
    done = call(*words, "--out", tmp_path / "out", "--lang", "ru")
    assert done.status == 2
    assert "none.csv: такого файла нет" in done.err
    assert "demands.csv, строка 2, столбец «Требование»" in done.err
    assert "p999" not in done.err


def test_demands_go_with_a_cohort_in_json(call: Call, town: Path, tmp_path: Path) -> None:
    """A platform's people may be matched under a coordinator's table."""
    path = tmp_path / "demands.csv"
    path.write_text("kind,mentor,mentee\nban,q01,p01\n", encoding="utf-8")
    people = town / "cohort.json"
    words = ["match", people, people, "--demands", path, "--out", tmp_path / "out"]
    assert call(*words).status == 0
    plan = json.loads((tmp_path / "out/plan.json").read_text(encoding="utf-8"))
    assert [(ban["mentor"], ban["mentee"]) for ban in plan["bans"]] == [("q01", "p01")]


@pytest.mark.parametrize("written", ["2026-09-01", "01.09.2026"])
def test_a_plan_is_made_for_a_day(call: Call, town: Path, tmp_path: Path, written: str) -> None:
    """It is noted in the plan, with groups that meet as well; without the option the plan says no day."""
    words = ["match", *tables_of(town), "--out", tmp_path / "plan", "--replace"]
    plan = tmp_path / "plan/plan.json"
    for more in ([], ["--groups-together"]):
        assert call(*words, "--on", written, *more).status == 0
        assert json.loads(plan.read_text(encoding="utf-8"))["on"] == "2026-09-01"
    assert call(*words).status == 0
    assert "on" not in json.loads(plan.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1 сентября", "нужна дата, например 01.09.2026"),
        ("31.02.2026", "нужна дата"),
        ("01.09.2019", "действует с 25.12.2019, а 01.09.2019 не действует"),
    ],
)
def test_a_day_that_is_none_or_too_early_is_refused(
    call: Call, town: Path, tmp_path: Path, written: str, said: str
) -> None:
    out = tmp_path / "plan"
    words = ["match", *tables_of(town), "--out", out, "--on", written, "--lang", "ru"]
    done = call(*words)
    assert done.status == 2
    assert said in done.err
    assert not out.exists()
