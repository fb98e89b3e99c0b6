"""The command line, as a coordinator meets it: what it says, what it writes, and how it ends."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from nastavnik import TARGET_MODEL, Ban, Lock, MatchingPlan, with_people
from nastavnik.cli import run
from nastavnik.cli.terminal import shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.evidence import Advice
from nastavnik.interchange import cohort_from_json, plan_from_json, read_json
from nastavnik.plan import Alternative
from nastavnik.report import in_words
from nastavnik.report.phrases import PHRASES
from nastavnik.tables import read_mentees, read_mentors
from nastavnik.texts import LANGUAGES, Language, Text

COMMANDS = [
    "match",
    "check",
    "explain",
    "advise",
    "what-if",
    "alternatives",
    "verify",
    "template",
    "demo",
]
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
    done = call("explain", tmp_path / "o", "p01", "--lang=en")
    assert (done.status, "other rules" in done.err) == (1, True)
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
@pytest.mark.parametrize("command", ["", *COMMANDS])
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


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["explain", "town"], "ID: нужно указать"),
        (["alternatives", "town"], "--within: нужно указать"),
        (["alternatives", "town", "--within", "abc"], "--within: abc: нужно целое число не меньше 0"),
        (["alternatives", "town", "--within", "-1"], "--within: -1: нужно целое число не меньше 0"),
        (["match", "a", "b", "--out", "c", "--seed", "x"], "--seed: x: нужно целое число"),
        (["match", "a", "b", "--out", ""], "--out: пустой текст – не путь"),
        (["explain", "a", "b", "--format", "x"], "--format: x: укажите одно из: text, markdown, html"),
        (["explain", "a", "b", "--formt", "x"], "--formt: такого параметра нет\n    Возможно, --format?"),
        (["what-if", "town", "--remove"], "--remove: не указано значение"),
        (["what-if", "town", "--replace=3"], "--replace: указывается без значения"),
        (["explain", "town", "a", "b", "c d"], "c d: лишнее"),
        (["expain", "town"], "expain: такой команды нет\n    Возможно, explain?"),
        (["advise", "town", "--methodology", "x"], "--methodology x: укажите ФАЙЛ.py:ИМЯ"),
        (["check", "a.json", "b.csv"], "Укажите две таблицы"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_russian(call: Call, words: list[str], says: str) -> None:
    """What the parser refuses too, with value and remedy; no English stands beside it."""
    done = (
        call("--lang=ru", *words)
        if words[0] == "expain"
        else call(words[0], "--lang=ru", *words[1:])
    )
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert not re.search("Usage|Error|Invalid|Missing|No such", done.err)


@pytest.mark.parametrize("words", [["what-if", "town", "--remove", "q01"], ["demo"]])
def test_replacing_nothing_is_refused(call: Call, town: Path, words: list[str]) -> None:
    """An option that would do nothing is a mistake."""
    done = call(
        *(str(town) if word == "town" else word for word in words), "--replace", "--lang=en"
    )
    assert (done.status, done.out) == (2, "")
    assert '--replace: does nothing without "--out"' in done.err


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
    """As many pieces of advice of each kind as asked for, what helps most first."""
    tables = town / "mentees.csv", town / "mentors.csv"
    assert call("match", *tables, "--out", tmp_path / "o").status == 0
    done = call("advise", tmp_path / "o", "--most", "2", "--lang=en")
    kinds = [line.split()[0] for line in done.out.splitlines()]
    assert (done.status, kinds[:4]) == (0, ["One", "One", "Find", "Find"])
    assert 4 < len(kinds) <= 6, "and rules, two at most"
    assert done.out.startswith("One more place with mentor q14")
    assert call("advise", tmp_path / "o", "--most", "0").status == 2
    path = tmp_path / "o/cohort.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"grade": 7', '"grade": 8', 1))
    done = call("advise", tmp_path / "o", "--lang=en")
    assert (done.status, done.out) == (1, "")
    assert "does not hold the people" in done.err


# What would be if.


@pytest.fixture(scope="module")
def held(town: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a plan of the town in which one pair is locked and one is banned."""
    folder = tmp_path_factory.mktemp("held")
    rows = "закрепить;q03;p16;;;common-slots, same-organisation, grade-gap", "запретить;q01;p01;;;"
    (folder / "demands.csv").write_text(DEMANDS + "\n".join(rows), encoding="utf-8")
    words = ["match", town / "mentees.csv", town / "mentors.csv", "--out", folder / "plan"]
    with pytest.raises(SystemExit) as ended:
        run([*map(str, words), "--demands", str(folder / "demands.csv")])
    assert not ended.value.code
    return folder / "plan"


def newcomer(town: Path, folder: Path, like: str, name: str) -> Path:
    """Write a table of one person like somebody of the town, under another id."""
    table = town / ("mentors.csv" if like.startswith("q") else "mentees.csv")
    head, *rows = table.read_text(encoding="utf-8-sig").splitlines()
    row = next(row for row in rows if row.startswith(like))
    path = folder / f"{name}.csv"
    path.write_text(f"{head}\n{row.replace(like, name, 1)}\n", encoding="utf-8")
    return path


def explaining(folder: Path) -> MatchingPlan:
    """Return a written plan with its people."""
    plan = read_json(folder / "plan.json", plan_from_json)
    return with_people(plan, read_json(folder / "cohort.json", cohort_from_json))


def difference(folder: Path, language: Language, **changes: Any) -> str:
    """Return what is said of a change that is made in Python."""
    diff = explaining(folder).what_if(**changes).diff
    return in_words(diff, TARGET_MODEL, language).text() + "\n"


FEWER_TIMES = TARGET_MODEL.with_parameters("common-slots", at_least=2)
ANY_SCHOOL = TARGET_MODEL.without_rule("same-organisation")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("words", "changes"),
    [
        (["--remove", "q03"], {"remove": ["q03"]}),
        (["--remove", "q03", "--remove", "p01"], {"remove": ["q03", "p01"]}),
        (["--places", "q01=3"], {"places": {"q01": 3}}),
        (["--places", "q01 = 3", "--places", "q02=2"], {"places": {"q01": 3, "q02": 2}}),
        (["--lock", "q02=p16"], {"locks": [Lock("q02", "p16")]}),
        (["--lock", "q02\tp16"], {"locks": [Lock("q02", "p16")]}),
        (["--ban", "q01=p01"], {"bans": [Ban("q01", "p01")]}),
        (["--set", "common-slots.at_least=2"], {"methodology": FEWER_TIMES}),
        (["--without", "same-organisation"], {"methodology": ANY_SCHOOL}),
    ],
)
def test_what_if_says_what_python_finds(
    call: Call, town: Path, language: Language, words: list[str], changes: dict[str, Any]
) -> None:
    """Each option is a change that `plan.what_if` takes, said in either language; the plan stays as it was."""
    before = (town / "plan.json").read_bytes()
    done = call("what-if", town, *words, "--lang", language)
    assert (done.status, done.err) == (0, "")
    assert done.out == difference(town, language, **changes) != difference(town, language)
    assert (town / "plan.json").read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_newcomers_come_from_tables(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """Tables like those of `match`, with those alone who come; a lock may name them."""
    mentee, mentor = newcomer(town, tmp_path, "p16", "p99"), newcomer(town, tmp_path, "q01", "q99")
    words: list[str | Path] = ["--add-mentees", mentee, "--add-mentors", mentor]
    words += ["--lock", "q99=p99"]
    words += ["--overriding", "grade-gap", "--overriding", "same-organisation"]
    done = call("what-if", town, *words, "--lang", language)
    add = [*read_mentees(mentee), *read_mentors(mentor)]
    locks = [Lock("q99", "p99", overriding={"grade-gap", "same-organisation"})]
    assert (done.status, done.err) == (0, "")
    assert done.out == difference(town, language, add=add, locks=locks)
    assert "p99" in done.out


def test_locks_and_bans_of_the_plan_are_lifted(call: Call, held: Path) -> None:
    """What is not lifted stays; what is lifted is gone."""
    plan = explaining(held)
    mentor, mentee = plan.pairs[0].mentor, plan.pairs[0].mentee
    cases: list[tuple[list[str], dict[str, Any]]] = [
        (["--unlock", "p16"], {"locks": []}),
        (["--unban", "q01=p01"], {"bans": []}),
        (["--unlock", "p16", "--lock", "q02=p16"], {"locks": [Lock("q02", "p16")]}),
        (["--ban", f"{mentor}={mentee}"], {"bans": [*plan.bans, Ban(mentor, mentee)]}),
    ]
    for words, changes in cases:
        done = call("what-if", held, *words, "--lang=en")
        assert (done.status, done.err) == (0, "")
        assert done.out == difference(held, "en", **changes) != difference(held, "en"), words


def test_demands_of_those_who_go_are_gone(call: Call, held: Path) -> None:
    """A lock of somebody who leaves is no contradiction; nor is one that overrides a rule taken out."""
    (lock,) = explaining(held).locks
    done = call("what-if", held, "--remove", "q03", "--remove", "p01", "--lang=en")
    assert done.out == difference(held, "en", remove=["q03", "p01"], locks=[], bans=[])
    done = call("what-if", held, "--without", "same-organisation", "--lang=en")
    fewer = [evolve(lock, overriding={"common-slots", "grade-gap"})]
    assert done.out == difference(held, "en", locks=fewer, methodology=ANY_SCHOOL)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_all_changes_together_are_written_as_a_plan(
    call: Call, held: Path, town: Path, tmp_path: Path, language: Language
) -> None:
    """The folder holds the plan that Python makes, with its own people, and is proven under the changed rules."""
    mentor = newcomer(town, tmp_path, "q01", "q99")
    (tmp_path / "ours.py").write_text(
        "from nastavnik import TARGET_MODEL\n"
        "OURS = TARGET_MODEL.with_parameters('common-slots', at_least=2)"
        ".without_rule('same-organisation')\n"
    )
    words = ["--remove", "p02", "--places", "q05=3", "--lock", "q02=p20", "--unlock", "p16"]
    words += ["--ban", "q04=p36", "--unban", "q01=p01", "--set", "common-slots.at_least=2"]
    words += ["--without", "same-organisation", "--add-mentors", str(mentor)]
    words += ["--overriding", "common-slots", "--out", str(tmp_path / "other")]
    done = call("what-if", held, *words, "--lang", language)
    assert (done.status, done.err) == (0, "")
    tried = explaining(held).what_if(
        add=read_mentors(mentor),
        remove=["p02"],
        places={"q05": 3},
        locks=[Lock("q02", "p20", overriding={"common-slots"})],
        bans=[Ban("q04", "p36")],
        methodology=FEWER_TIMES.without_rule("same-organisation"),
    )
    said, *written = done.out.split(TEXTS["written"][language].format(""))
    assert said == in_words(tried.diff, TARGET_MODEL, language).text() + "\n"
    assert len(written) == 3
    assert read_json(tmp_path / "other/plan.json", plan_from_json) == tried.plan
    own = f"{tmp_path / 'ours.py'}:OURS"
    assert call("verify", tmp_path / "other", "--methodology", own).status == 0
    done = call("explain", tmp_path / "other", "q99", "--methodology", own)
    assert (done.status, "q99" in done.out) == (0, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_of_changed_rules_says_how_it_can_be_read(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """What is to be written into a file stands in the message, and with it the plan is explained and verified."""
    changes = ["--set", "common-slots.at_least=2", "--without", "same-organisation"]
    assert call("what-if", town, *changes, "--out", tmp_path / "other").status == 0
    for words in (["verify"], ["explain", "p01"]):
        command, *more = words
        done = call(command, tmp_path / "other", *more, f"--lang={language}")
        assert (done.status, "--methodology rules.py:RULES" in done.err) == (1, True)
        lines = [line.strip() for line in done.err.splitlines() if line.startswith("  ")]
        (tmp_path / "rules.py").write_text("\n".join(lines), encoding="utf-8")
        own = f"--methodology={tmp_path / 'rules.py'}:RULES"
        assert call(command, tmp_path / "other", *more, own).status == 0


def test_another_plan_replaces_none_unasked(call: Call, town: Path, tmp_path: Path) -> None:
    """An earlier plan in the folder is a fault like the others; --replace overwrites it."""
    (tmp_path / "plan.json").write_text("mine")
    words = ["what-if", town, "--places", "q01=3", "--out", tmp_path, "--lang=en"]
    done = call(*words, "--remove", "q1")
    assert (done.status, done.out, (tmp_path / "plan.json").read_text()) == (2, "", "mine")
    assert '--remove: nobody in this round has the id "q1"' in done.err
    assert "--replace" in done.err
    assert call(*words).status == 2
    done = call(*words, "--replace", "--format", "html")
    assert (done.status, done.out.count("Written"), done.err.count("Written")) == (0, 0, 3)
    assert call("verify", tmp_path).status == 0


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
    (["--places", "q01=" + "9" * 5000], ["--places", '"q01=999', "whole number"]),
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
    assert russian.err.startswith("Ошибок во входных данных")


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


def test_somebody_may_be_replaced(call: Call, town: Path, tmp_path: Path) -> None:
    """Who is taken out leaves the id to a newcomer."""
    same = newcomer(town, tmp_path, "q01", "q01")
    done = call("what-if", town, "--remove", "q01", "--add-mentors", same, "--lang=en")
    assert (done.status, done.err) == (0, "")


def test_removing_everybody_is_refused(call: Call, town: Path, tmp_path: Path) -> None:
    """There is nothing to be said of a round without anybody."""
    plan = explaining(town)
    everybody = {*plan.places, *(p.mentee for p in plan.pairs), *(u.mentee for u in plan.unmatched)}
    words = [word for name in sorted(everybody) for word in ("--remove", name)]
    done = call("what-if", town, *words, "--out", tmp_path / "other", "--lang=en")
    assert (done.status, done.out, (tmp_path / "other").exists()) == (2, "", False)
    assert "--remove: people taken out: 100, and nobody is left" in done.err


def test_a_contradiction_is_no_answer(call: Call, town: Path, tmp_path: Path) -> None:
    """A pair both locked and banned ends with 1, what would help is said, and nothing is written."""
    words = ["--lock", "q01=p01", "--ban", "q01=p01", "--out", tmp_path / "other", "--lang=en"]
    done = call("what-if", town, *words)
    assert (done.status, done.out, (tmp_path / "other").exists()) == (1, "", False)
    assert "mentor q01 and mentee p01 are banned as a pair" in done.err
    assert "drop the lock of mentor q01 and mentee p01" in done.err


def small_round(call: Call, folder: Path, mentees: list[str], mentors: list[str]) -> Path:
    """Match pupils of these ids, of whom nothing else is known, and return the plan's folder."""
    for file, names in (("mentees.csv", mentees), ("mentors.csv", mentors)):
        rows = "".join(f"{name};ученик\n" for name in names)
        (folder / file).write_text(f"Код;Позиция\n{rows}", encoding="utf-8")
    tables = folder / "mentees.csv", folder / "mentors.csv"
    assert call("match", *tables, "--out", folder / "plan").status == 0
    return folder / "plan"


def test_ids_with_the_sign_are_cut_where_they_are_known(call: Call, tmp_path: Path) -> None:
    """Where two cuts fit, a tab says which; in the places the number stands last."""
    plan = small_round(call, tmp_path, ["b=c", "c"], ["a", "a=b", "x="])
    done = call("what-if", plan, "--ban", "a=b=c", "--lang=en")
    assert (done.status, '--ban: "a=b=c"' in done.err, "tab" in done.err) == (2, True, True)
    for value, pair in [
        ("a=b\tc", ("a=b", "c")),
        ("a\tb=c", ("a", "b=c")),
        ("a=b=b=c", ("a=b", "b=c")),
        ("x==c", ("x=", "c")),
    ]:
        words = ["--ban", value, "--places", "a=b=2", "--out", tmp_path / "other", "--replace"]
        assert call("what-if", plan, *words).status == 0
        other = read_json(tmp_path / "other/plan.json", plan_from_json)
        assert [(ban.mentor, ban.mentee) for ban in other.bans] == [pair]
        assert other.places == {"a": 1, "a=b": 2, "x=": 1}


HOSTILE = "<script>alert(1)</script>"


def test_a_hostile_id_stays_text(call: Call, tmp_path: Path) -> None:
    """An id with marks of HTML in it is escaped in every HTML answer, and named in an error as it is."""
    plan = small_round(call, tmp_path, [HOSTILE, "b"], ["a"])
    for words in (
        ["explain", plan, HOSTILE],
        ["explain", plan, HOSTILE, "a"],
        ["explain", plan, HOSTILE, "--audience", "participant"],
        ["what-if", plan, "--remove", HOSTILE],
    ):
        done = call(*words, "--format", "html")
        assert (done.status, HOSTILE in done.out) == (0, False)
        assert done.out.startswith("<p>")
    done = call("what-if", plan, "--unlock", HOSTILE, "--format", "html", "--lang=en")
    assert (done.status, done.out) == (2, "")
    assert f'--unlock: "{HOSTILE}" is not locked in this plan' in done.err


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("command", ["what-if", "alternatives"])
def test_examples_of_the_help_run(
    call: Call, town: Path, tmp_path: Path, command: str, language: Language
) -> None:
    """What the help shows can be copied; the file of newcomers is the reader's own."""
    path = newcomer(town, tmp_path, "q14", "q99")
    examples = re.findall(rf"nastavnik ({command} .*)", TEXTS[command][language])
    assert examples
    for example in examples:
        name, folder, *words = example.split()
        assert folder in {"town", "город"}
        words = [str(path) if word.endswith(".xlsx") else word for word in words]
        words = [str(tmp_path / word) if "-" in word and folder in word else word for word in words]
        assert call(name, town, *words, "--lang", language).status == 0, example


# Formats, audiences, alternatives, mentors to be found.


@pytest.mark.parametrize("markup", ["text", "markdown", "html"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_answer_comes_in_every_format(
    call: Call, town: Path, language: Language, markup: str
) -> None:
    """The commands print what `in_words` makes of what Python answers."""
    plan = explaining(town)
    answers: list[tuple[list[str], Any]] = [
        (["explain", "p01"], plan.explain("p01")),
        (["explain", "p16", "q02"], plan.explain("p16", "q02")),
        (
            ["explain", "q01", "--audience", "participant"],
            plan.explain_mentor("q01", audience="participant"),
        ),
        (["what-if", "--places", "q01=3"], plan.what_if(places={"q01": 3}).diff),
        (
            ["alternatives", "--within", "100", "--differing", "3", "--most", "1"],
            plan.alternatives(within=100, differing=3, most=1),
        ),
    ]
    for (command, *words), answer in answers:
        done = call(command, town, *words, "--lang", language, "--format", markup)
        passage = in_words(answer, TARGET_MODEL, language)
        expected = {"text": passage.text, "markdown": passage.markdown, "html": passage.html}
        assert (done.status, done.err) == (0, "")
        assert done.out == expected[markup]().rstrip("\n") + "\n"


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


def test_mentors_to_be_found(call: Call, town: Path, tmp_path: Path) -> None:
    """A table of profiles is asked about as in Python, with as many copies as wanted, in every format."""
    for file, who in (("mentees.csv", "t"), ("mentors.csv", "u02")):  # six teachers, one for them
        head, *rows = (town / file).read_text(encoding="utf-8-sig").splitlines()
        some = [head, *(row for row in rows if row.startswith(who))]
        (tmp_path / file).write_text("\n".join(some), encoding="utf-8")
    folder = tmp_path / "plan"
    tables = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    assert call("match", *tables, "--out", folder).status == 0
    path = tmp_path / "u99.csv"
    text = tables[1].read_text(encoding="utf-8")
    path.write_text(text.replace("u02", "u99"), encoding="utf-8")
    plan, profiles = explaining(folder), read_mentors(path)
    one = plan.advice(most=2, profiles=profiles, copies=1)
    several = plan.advice(most=2, profiles=profiles, copies=3)
    assert one != several
    words = ["advise", folder, "--profiles", path, "--most", "2"]
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


class _Shown(io.StringIO):
    """What a terminal shows."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("language", "words"), [("en", "Trying out"), ("ru", "Пробуем")])
def test_waiting_shows_in_a_terminal_only(
    language: Language, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error, so that what is piped stays what was asked for."""
    monkeypatch.setenv("TERM", "xterm")  # a dumb one shows nothing that moves
    for terminal in (True, False):
        shown = _Shown() if terminal else io.StringIO()
        monkeypatch.setattr("sys.stderr", shown)
        with shown_waiting(language):
            pass
        assert (words in shown.getvalue()) is terminal
