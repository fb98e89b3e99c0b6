"""The command line, as a coordinator meets it: what it says, what it writes, and how it ends."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from nastavnik.cli import run
from nastavnik.cli.texts import TEXTS
from nastavnik.report.phrases import PHRASES
from nastavnik.texts import Text

TOWN_FILES = ["cohort.json", "mentees.csv", "mentors.csv", "plan.json", "plan.xlsx"]


class Done:
    """What a call left: exit status, output, errors."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


Call = Callable[..., Done]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Return a function that runs the command line in this process."""

    def run_it(*words: str | Path) -> Done:
        with pytest.raises(SystemExit) as ended:
            run([str(word) for word in words])
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return run_it


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented town's tables and plan."""
    folder = tmp_path_factory.mktemp("demo") / "town"
    with pytest.raises(SystemExit) as ended:
        run(["demo", "--out", str(folder)])
    assert not ended.value.code
    return folder


def test_demo_writes_tables_and_plan(town: Path) -> None:
    """The demo leaves what a real round would leave, and nothing else."""
    assert sorted(path.name for path in town.iterdir()) == TOWN_FILES


def test_demo_without_a_folder_writes_nothing(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --out the demo only shows the counts."""
    monkeypatch.chdir(tmp_path)
    done = call("demo", "--lang", "ru")
    assert (done.status, list(tmp_path.iterdir())) == (0, [])
    assert "Наставляемых: 58" in done.out


def test_match_from_tables_equals_the_demo(call: Call, town: Path, tmp_path: Path) -> None:
    """The same people from two tables give the same plan, byte for byte, in either language."""
    for language in ("en", "ru"):
        out = tmp_path / language
        done = call(
            "match", town / "mentees.csv", town / "mentors.csv", "--out", out, "--lang", language
        )
        assert done.status == 0
        assert done.err == "", "quiet when piped"
        assert (out / "plan.json").read_bytes() == (town / "plan.json").read_bytes()


def test_match_from_json_equals_the_demo(call: Call, town: Path, tmp_path: Path) -> None:
    """A platform's cohort.json gives the same plan."""
    people = town / "cohort.json"
    assert call("match", people, people, "--out", tmp_path / "again").status == 0
    assert (tmp_path / "again/plan.json").read_bytes() == (town / "plan.json").read_bytes()


def test_equal_runs_write_equal_bytes(call: Call, town: Path, tmp_path: Path) -> None:
    """Every file of two equal runs is the same to the byte, the workbook too."""
    for name in ("one", "two"):
        call("match", town / "mentees.csv", town / "mentors.csv", "--out", tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


def test_verify_accepts_what_was_written(call: Call, town: Path) -> None:
    """A written plan is proven again."""
    done = call("verify", town)
    assert done.status == 0
    assert "no plan matches more than 52" in done.out


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
    done = call("verify", town, "--unbound")
    assert (done.status, "other rules" in done.err) == (1, True)
    people = json.loads((town / "cohort.json").read_text(encoding="utf-8"))
    people["mentees"][0]["agreed"] = False
    (tmp_path / "cohort.json").write_text(json.dumps(people), encoding="utf-8")
    (tmp_path / "plan.json").write_bytes((town / "plan.json").read_bytes())
    done = call("verify", tmp_path)
    assert (done.status, "does not hold the people" in done.err) == (1, True)


@pytest.mark.parametrize(
    ("person", "says"),
    [
        ("p01", "наставник – q01"),
        ("p12", "Законный представитель"),
        ("p16", "Не хватило мест"),
        ("p16", "Наставляемые на этих местах, которым другие наставники тоже не подходят"),
        ("q01", "Мест: 2, свободно: 0"),
    ],
)
def test_explain_tells_each_kind_of_person(call: Call, town: Path, person: str, says: str) -> None:
    """Paired, inadmissible, crowded out, and a mentor."""
    done = call("explain", town, person, "--lang", "ru")
    assert done.status == 0
    assert says in done.out


def test_explain_nobody(call: Call, town: Path) -> None:
    """An unknown id is an error that names the nearest."""
    done = call("explain", town, "p1")
    assert done.status == 2
    assert "p1" in done.err
    assert "Maybe" in done.err


def test_check_writes_nothing(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`check` counts, and leaves no file."""
    monkeypatch.chdir(tmp_path)
    done = call("check", town / "mentees.csv", town / "mentors.csv")
    assert (done.status, list(tmp_path.iterdir())) == (0, [])
    assert "Mentees: 58" in done.out


def test_bad_input_touches_no_folder(call: Call, tmp_path: Path) -> None:
    """Faults of both files come at once, the exit status is 2, and the output folder is not made."""
    bad = tmp_path / "mentees.csv"
    bad.write_text("Код;Позиция;Класс\np1;ученик;7Г\np1;ученик;13\n", encoding="utf-8")
    out = tmp_path / "out"
    done = call("match", bad, tmp_path / "none.csv", "--out", out, "--lang", "ru")
    assert (done.status, done.out, out.exists()) == (2, "", False)
    for expected in ("7Г", "13", "none.csv", "строка 2", "строка 3", "«Класс»"):
        assert expected in done.err


def test_an_earlier_plan_is_kept(call: Call, town: Path, tmp_path: Path) -> None:
    """Without --replace nothing is overwritten; with it the new plan is there."""
    words = ["match", town / "mentees.csv", town / "mentors.csv", "--out", tmp_path / "plan"]
    assert call(*words).status == 0
    (tmp_path / "plan/plan.xlsx").write_text("the coordinator's own work")
    done = call(*words, "--seed", "5")
    assert (done.status, "--replace" in done.err) == (2, True)
    assert (tmp_path / "plan/plan.xlsx").read_text() == "the coordinator's own work"
    assert call(*words, "--seed", "5", "--replace").status == 0
    assert json.loads((tmp_path / "plan/plan.json").read_text(encoding="utf-8"))["seed"] == 5


def test_the_demo_keeps_what_is_there(call: Call, tmp_path: Path) -> None:
    """Without --replace the demo touches no file of somebody's own."""
    (tmp_path / "mentees.csv").write_text("mine")
    assert call("demo", "--out", tmp_path).status == 2
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("mentees.csv", "mine")]
    assert call("demo", "--out", tmp_path, "--replace").status == 0


@pytest.mark.parametrize(
    "words",
    [
        ["match", "a.csv", "b.csv", "--out", ""],
        ["match", "a.csv", "b.csv", "--out", "x" * 300],
        ["demo", "--out", "x" * 300],
        ["template", "x" * 300],
        ["verify", "x" * 300],
        ["check", "x" * 300, "y" * 300],
        ["check", "a.csv", "b.csv", "--methodology", "x" * 5000 + ":M"],
    ],
)
def test_impossible_paths_are_errors_not_tracebacks(
    call: Call, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Empty, endless and impossible names end with status 2 and leave nothing."""
    monkeypatch.chdir(tmp_path)
    done = call(*words)
    assert (done.status, list(tmp_path.iterdir())) == (2, [])
    assert done.err


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


def test_a_methodology_that_exits_is_refused(call: Call, tmp_path: Path) -> None:
    """A file that ends the program is a wrong methodology, not a silent end."""
    (tmp_path / "ours.py").write_text("raise SystemExit(0)")
    done = call("check", "a.csv", "b.csv", "--methodology", f"{tmp_path / 'ours.py'}:OURS")
    assert (done.status, "--methodology" in done.err) == (2, True)


def test_template_can_be_filled_in(call: Call, tmp_path: Path) -> None:
    """The template is written once and never over a filled table; as it is, it has nobody in it."""
    assert call("template", tmp_path / "tables", "--lang", "ru").status == 0
    tables = sorted((tmp_path / "tables").iterdir())
    assert [path.name for path in tables] == ["demands.xlsx", "mentees.xlsx", "mentors.xlsx"]
    assert call("template", tmp_path / "tables").status == 2
    done = call("check", *tables[1:])
    assert (done.status, "no rows" in done.err) == (2, True)


def test_a_methodology_of_ones_own(call: Call, town: Path, tmp_path: Path) -> None:
    """--methodology runs a file and uses the name in it, for match and verify alike."""
    (tmp_path / "ours.py").write_text(
        "from nastavnik import TARGET_MODEL\n"
        "OURS = TARGET_MODEL.with_parameters('common-slots', at_least=2)\nNUMBER = 5\n"
    )
    own = f"{tmp_path / 'ours.py'}:OURS"
    tables = (town / "mentees.csv", town / "mentors.csv")
    assert call("match", *tables, "--out", tmp_path / "o", "--methodology", own).status == 0
    assert call("verify", tmp_path / "o", "--methodology", own).status == 0
    assert call("verify", tmp_path / "o").status == 1
    assert call("explain", tmp_path / "o", "p01").status == 1
    for wrong in ("ours.py", f"{tmp_path}/none.py:OURS", f"{tmp_path}/ours.py:NUMBER"):
        done = call("check", *tables, "--methodology", wrong)
        assert (done.status, "--methodology" in done.err) == (2, True)


# Locks and bans.

DEMANDS = "Требование;Наставник;Наставляемый;Почему;Кто потребовал;Отступления\n"


def with_demands(call: Call, town: Path, folder: Path, *rows: str) -> Done:
    """Match the town under a table of demands; the plan goes to ``out`` in the folder."""
    path = folder / "demands.csv"
    path.write_text(DEMANDS + "\n".join(rows), encoding="utf-8")
    words = ["match", town / "mentees.csv", town / "mentors.csv", "--demands", path]
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
    assert "С отступлением от правила" in call("explain", tmp_path / "out", "p16", "--lang=ru").out


def test_a_contradiction_ends_with_1_and_writes_nothing(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """What contradicts what, and what would help, is said in the language that was asked for."""
    done = with_demands(call, town, tmp_path, "закрепить;q01;p01;;;", "запретить;q01;p01;;;")
    assert (done.status, done.out, (tmp_path / "out").exists()) == (1, "", False)
    assert done.err == (
        "План, выполняющий все требования, невозможен. Противоречий: 1\n"
        "  Вместе это невыполнимо; без любого одного остальное выполнимо:\n"
        "    пара закреплена: наставник q01, наставляемый p01\n"
        "    пара запрещена: наставник q01, наставляемый p01\n"
        "  Поможет любое из этого:\n"
        "    снять запрет пары: наставник q01, наставляемый p01\n"
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
    assert 'demands.csv, строка 2, столбец «Наставляемый»: назван "p999"' in done.err
    assert 'demands.csv, строка 3, столбец «Отступления»: "trained" – не требование' in done.err
    assert "Возможно, mentor-trained?" in done.err


def test_faults_of_people_and_of_demands_come_at_once(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """Three files, one list of faults; nobody is looked up among people who could not be read."""
    path = tmp_path / "demands.csv"
    path.write_text(f"{DEMANDS}закрпить;q01;p999;;;", encoding="utf-8")
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


def test_a_failing_rule_is_named(call: Call, town: Path, tmp_path: Path) -> None:
    """A rule that breaks ends the call with its id, not with a traceback."""
    (tmp_path / "ours.py").write_text(
        "from attrs import frozen\nfrom nastavnik import TARGET_MODEL, Requirement, Text\n"
        "@frozen(kw_only=True)\nclass Broken(Requirement):\n"
        "    id: str = 'broken'\n    sentence: Text = Text(en='x', ru='x')\n"
        "    def holds(self, mentor, mentee):\n        return 'yes'\n"
        "OURS = TARGET_MODEL.with_rule(Broken())\n"
    )
    own = f"{tmp_path / 'ours.py'}:OURS"
    tables = (town / "mentees.csv", town / "mentors.csv")
    done = call("match", *tables, "--out", tmp_path / "o", "--methodology", own)
    assert (done.status, "broken" in done.err, (tmp_path / "o").exists()) == (2, True, False)


def test_mixed_kinds_of_input(call: Call, town: Path) -> None:
    """A table and a JSON file together are refused with the remedy."""
    done = call("check", town / "mentees.csv", town / "cohort.json")
    assert (done.status, "twice" in done.err) == (2, True)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("command", ["", "match", "check", "explain", "verify", "template", "demo"])
def test_help_has_examples_in_both_languages(call: Call, command: str, language: str) -> None:
    """Every help text has an example to copy."""
    words = [command] if command else []
    done = call(*words, f"--lang={language}", "--help") if command else call("--help")
    assert done.status == 0
    assert "nastavnik " + (command or "match") in done.out


def test_the_language_may_stand_before_the_command(call: Call) -> None:
    """`nastavnik --lang ru demo` is understood like `nastavnik demo --lang ru`."""
    assert "Наставляемых: 58" in call("--lang", "ru", "demo").out
    assert call("--lang", "de", "demo").status == 2


@pytest.mark.parametrize("words", [["--lang", "de"], ["--seed", "x"], ["--sed", "1"]])
def test_wrong_options_are_refused(call: Call, town: Path, words: list[str]) -> None:
    """A wrong name or value of an option never falls back to a default."""
    done = call("match", town / "mentees.csv", town / "mentors.csv", "--out", town / "x", *words)
    assert (done.status, (town / "x").exists()) == (2, False)


@pytest.mark.parametrize(("setting", "russian"), [("ru_RU.UTF-8", True), ("C.UTF-8", False)])
def test_language_follows_the_environment(
    call: Call, monkeypatch: pytest.MonkeyPatch, setting: str, russian: bool
) -> None:
    """Without --lang the environment decides."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", setting)
    assert ("Школьное" in call("--help").out) == russian


def test_module_runs_as_a_program() -> None:
    """`python -m nastavnik` is the same command."""
    done = subprocess.run(
        [sys.executable, "-m", "nastavnik", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("nastavnik, version")


@pytest.mark.parametrize("catalogue", [TEXTS, PHRASES])
def test_both_languages_have_the_same_placeholders(catalogue: Mapping[str, Text]) -> None:
    """A sentence says the same facts in both languages."""
    from string import Formatter

    def placeholders(text: str) -> list[str]:
        return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)

    for key, text in catalogue.items():
        assert placeholders(text.en) == placeholders(text.ru), key


def test_why_not_these_two(call: Call, town: Path, tmp_path: Path) -> None:
    """A mentor's id after the mentee's asks about the pair; an unknown one is advised."""
    tables = town / "mentees.csv", town / "mentors.csv"
    assert call("match", *tables, "--out", tmp_path / "o").status == 0
    done = call("explain", tmp_path / "o", "p16", "q01", "--lang=ru")
    assert (done.status, "Такую пару составить нельзя" in done.out) == (0, True)
    assert "school-river" in done.out
    done = call("explain", tmp_path / "o", "p16", "q02", "--lang=en")
    assert (done.status, "p16: nobody → q02" in done.out) == (0, True)
    for mentee, mentor, unknown in (("p16", "q99", "q99"), ("q02", "q01", "q02")):
        done = call("explain", tmp_path / "o", mentee, mentor)
        assert (done.status, unknown in done.err) == (2, True)


def test_what_would_help(call: Call, town: Path, tmp_path: Path) -> None:
    """As many pieces of advice as asked for, what helps most first."""
    tables = town / "mentees.csv", town / "mentors.csv"
    assert call("match", *tables, "--out", tmp_path / "o").status == 0
    done = call("advise", tmp_path / "o", "--most", "2", "--lang=en")
    assert (done.status, len(done.out.splitlines())) == (0, 2)
    assert done.out.startswith("One more place with any of these mentors")
    assert call("advise", tmp_path / "o", "--most", "0").status == 2
    path = tmp_path / "o/cohort.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"grade": 7', '"grade": 8', 1))
    done = call("advise", tmp_path / "o")
    assert (done.status, done.out) == (1, "")
