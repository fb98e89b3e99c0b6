"""``--rules`` and the command ``rules``: rules of one's own without Python, kept in the plan."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.command_line import Call
from helpers.project import ROOT
from helpers.written_rounds import tables_of
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.json import plan_from_json, read_json
from nastavnik.exchange.rule_changes import read_rule_changes
from nastavnik.methodology import RuleChanges

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

EXAMPLE = ROOT / "examples/our-rules.toml"

MENTEES = (
    "Код;Позиция;Организация;Класс;Возраст;Согласие на обработку данных;Согласие участвовать;"
    "Согласие родителей;Категория;Предметы;Оценки;"
    "Поле: Пол;Поле: того же пола;Поле: команда;Поле: прошлый наставник\n"
    "p1;ученик;Школа 5;7;13;да;да;да;пассивный ученик;физика;физика 2;ж;да;Красные;\n"
    "p2;ученик;Школа 5;7;13;да;да;да;пассивный ученик;физика;физика 2;ж;нет;Синие;q2\n"
)
MENTORS = (
    "Код;Позиция;Организация;Класс;Возраст;Согласие на обработку данных;Согласие участвовать;"
    "Согласие родителей;Обучение пройдено;Качества;Предметы;Оценки;Поле: пол;Поле: команда\n"
    "q1;ученик;Школа 5;10;16;да;да;да;да;волонтёр;физика;физика 5;м;Зелёные\n"
    "q2;ученик;Школа 5;10;16;да;да;да;да;волонтёр;физика;физика 5;ж;Синие\n"
)


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    """Return tables of two mentees and two mentors, with four columns of the school's own."""
    paths = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    for path, text in zip(paths, (MENTEES, MENTORS), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def pairs_in(folder: Path) -> dict[str, str]:
    """Return mentor by mentee of a written plan."""
    return {
        pair.mentee: pair.mentor for pair in read_json(folder / "plan.json", plan_from_json).pairs
    }


def rules_file(folder: Path, text: str) -> Path:
    """Write a file of rules."""
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_decides_who_goes_to_whom(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    """The one who asks for it gets a mentor of the same gender; team and last year part the other pair."""
    out = tmp_path / "out"
    assert call("check", *tables, "--rules", EXAMPLE).status == 0
    assert call("match", *tables, "--rules", EXAMPLE, "--out", out).status == 0
    assert pairs_in(out) == {"p1": "q2", "p2": "q1"}
    kept = read_json(out / "plan.json", plan_from_json).rule_changes
    assert kept == read_rule_changes(EXAMPLE)


@pytest.mark.parametrize(
    ("mentee", "mentor", "said"),
    [
        ("p1", "q1", ("Поле «пол» у этих двоих заполнено по-разному", "«пол»: м", "«пол»: ж")),
        (
            "p2",
            "q2",
            (
                "В поле «команда» у обоих одно и то же",
                "Синие",
                "В прошлом году эти двое уже были парой",
                "«прошлый наставник»: q2",
            ),
        ),
    ],
)
def test_what_parts_two_is_said_by_the_schools_own_columns(
    call: Call,
    tables: tuple[Path, Path],
    tmp_path: Path,
    mentee: str,
    mentor: str,
    said: tuple[str, ...],
) -> None:
    out = tmp_path / "out"
    assert call("match", *tables, "--rules", EXAMPLE, "--out", out).status == 0
    done = call("explain", out, mentee, mentor, "--lang=ru")
    assert done.status == 0
    assert not [one for one in said if one not in done.out], done.out


def test_a_plan_keeps_its_rules_for_every_question(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    """No later call names them again, and `--reading` too is kept."""
    out = tmp_path / "out"
    words = ["match", *tables, "--rules", EXAMPLE, "--reading=unbound", "--out", out]
    assert call(*words).status == 0
    for more in (
        ["verify", out],
        ["explain", out, "p1"],
        ["advise", out],
        ["alternatives", out, "--within=100"],
        ["what-if", out, "--places", "q1=2", "--out", tmp_path / "other"],
        ["verify", tmp_path / "other"],
        ["rules", out],
        ["verify", out, "--reading=unbound", "--rules", EXAMPLE],
    ):
        done = call(*more)
        assert (done.status, done.err) == (0, ""), more


@pytest.mark.parametrize(("language", "said"), [("en", "leave the option out"), ("ru", "уберите")])
def test_an_option_that_contradicts_the_plan_is_an_error(
    call: Call, town: Path, tmp_path: Path, language: str, said: str
) -> None:
    file = rules_file(tmp_path, 'without = ["can-meet"]')
    for words in (["verify", town], ["explain", town, "p01"], ["advise", town]):
        done = call(*words, "--reading=unbound", "--rules", file, "--lang", language)
        assert (done.status, done.out) == (2, "")
        assert "--reading: " in done.err
        assert "--rules: " in done.err
        assert said in done.err


def test_the_list_of_rules_names_values_as_a_file_of_rules_does(call: Call) -> None:
    """No name of the code, and nothing that is not set."""
    shown = call("rules", "--lang=ru").out
    assert "own_teachers = passes" in shown
    assert "Unknown." not in shown
    assert " = \n" not in shown
    assert "= ·" not in shown.replace("  ", " ")


@pytest.mark.parametrize(("language", "said"), [("en", "no reading"), ("ru", "прочтения")])
def test_a_reading_that_there_is_not_is_an_error_with_the_nearest(
    call: Call, tables: tuple[Path, Path], tmp_path: Path, language: str, said: str
) -> None:
    words = "match", *tables, "--reading=widend", "--out", tmp_path / "out", "--lang", language
    done = call(*words)
    assert (done.status, done.out) == (2, "")
    assert "--reading: " in done.err
    assert said in done.err
    assert "widened" in done.err
    assert not (tmp_path / "out").exists()


def test_a_reading_and_a_file_that_says_another_contradict_each_other(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    """The same one in both is no contradiction."""
    file = rules_file(tmp_path, 'reading = "widened"')
    words = "match", *tables, "--rules", file, "--out", tmp_path / "out"
    done = call(*words, "--reading=unbound")
    assert done.status == 2
    assert "--reading: " in done.err
    assert call(*words, "--reading=widened").status == 0
    kept = read_json(tmp_path / "out" / "plan.json", plan_from_json).rule_changes
    assert kept == RuleChanges(reading="widened")
    shown = call("rules", tmp_path / "out", "--lang=ru")
    assert "Толкование: расширенно." in shown.out
    assert "и новенькие любой категории" in shown.out


def test_an_older_plan_is_read_with_the_option_it_was_made_with(
    call: Call, town: Path, tmp_path: Path
) -> None:
    """It keeps no changes, so they are named as before."""
    out = tmp_path / "out"
    assert call("match", *tables_of(town), "--reading", "unbound", "--out", out).status == 0
    path = out / "plan.json"
    text = path.read_text(encoding="utf-8").replace(
        ' "rule_changes": {\n  "reading": "unbound"\n },\n', ""
    )
    assert "rule_changes" not in text
    path.write_text(text, encoding="utf-8")
    (out / "plan.files.json").unlink()  # there was none either
    assert call("verify", out, "--reading=unbound").status == 0
    assert call("verify", out).status == 1


def test_a_changed_methodology_of_ones_own_is_kept_relative_to_it(
    call: Call, town: Path, tmp_path: Path
) -> None:
    (tmp_path / "ours.py").write_text(
        "from nastavnik import TARGET_MODEL\nOURS = TARGET_MODEL.read_as('unbound').without_rule('can-meet')\n"
    )
    own = f"--methodology={tmp_path / 'ours.py'}:OURS"
    file = rules_file(tmp_path, "[weights]\nsame-place = 3\n")
    out = tmp_path / "out"
    assert call("match", *tables_of(town), own, "--rules", file, "--out", out).status == 0
    kept = read_json(out / "plan.json", plan_from_json).rule_changes
    assert kept == RuleChanges(parameters={"same-place": {"weight": 3}})
    assert call("verify", out, own).status == 0
    assert call("verify", out).status == 1


def test_a_wrong_file_is_told_before_anything_is_written(
    call: Call, town: Path, tmp_path: Path
) -> None:
    file = rules_file(tmp_path, 'without = ["can-met"]\n[[add]]\nrule = "same-value"\n')
    done = call("match", *tables_of(town), "--rules", file, "--out", tmp_path / "out", "--lang=ru")
    assert (done.status, (tmp_path / "out").exists()) == (2, False)
    assert "rules.toml, without: " in done.err
    assert "Возможно, can-meet?" in done.err
    assert "rules.toml, [[add]] 1: " in done.err


@pytest.mark.parametrize("command", ["check", "match"])
def test_a_field_that_nobody_has_is_told_with_the_nearest(
    call: Call, tables: tuple[Path, Path], tmp_path: Path, command: str
) -> None:
    file = rules_file(tmp_path, '[[add]]\nrule = "different-value"\nfield = "каманда"\n')
    more = ["--out", tmp_path / "out"] if command == "match" else []
    done = call(command, *tables, "--rules", file, *more, "--lang=ru")
    assert done.status == 2
    assert "ни у одного наставника" in done.err
    assert "ни у одного наставляемого" in done.err
    assert done.err.count("Возможно, команда?") == 2


def test_who_had_a_field_may_leave_in_what_if(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    """That nobody asks any more is then an answer and no fault."""
    out = tmp_path / "out"
    assert call("match", *tables, "--rules", EXAMPLE, "--out", out).status == 0
    done = call("what-if", out, "--remove", "p2")
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_in_force_are_shown(call: Call, language: str) -> None:
    done = call("rules", "--rules", EXAMPLE, "--lang", language)
    assert (done.status, done.err) == (0, "")
    (gap,) = [line for line in done.out.splitlines() if line.strip().startswith("grade-gap")]
    assert "at_least = 2" in gap
    assert ("изменено вами" if language == "ru" else "changed by you") in gap
    (own,) = [line for line in done.out.splitlines() if line.strip().startswith("same-gender")]
    assert "field = пол" in own
    assert ("решение организации" if language == "ru" else "own decision") in own
    assert "common-language" in done.out.splitlines()[1]
    assert not any(line.strip().startswith("common-language") for line in done.out.splitlines())
    binding = "отступить нельзя" if language == "ru" else "nobody can set it aside"
    (agreed,) = [line for line in done.out.splitlines() if line.strip().startswith("mentor-agreed")]
    assert binding in agreed
    assert binding not in gap


def test_the_rules_of_a_plan_are_shown_as_a_page(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert call("match", *tables, "--rules", EXAMPLE, "--out", out).status == 0
    page = tmp_path / "rules.html"
    assert call("rules", out, "--output", page, "--lang=ru").status == 0
    assert "Наставник того же пола" in page.read_text(encoding="utf-8")
    done = call("rules", out, "--format=markdown")
    assert "same-gender" in done.out


def test_the_templates_have_the_columns_that_the_rules_read(call: Call, tmp_path: Path) -> None:
    """Each in the table of the side of which the rule reads it."""
    out = tmp_path / "tables"
    assert call("template", out, "--rules", EXAMPLE, "--lang=ru").status == 0
    headings = {}
    for name in ("наставляемые", "наставники"):
        book = load_workbook(out / f"{name}.xlsx")
        headings[name] = [str(cell.value) for cell in book.worksheets[0][1] if cell.value]
    own = {
        name: [heading for heading in found if heading.startswith("Поле: ")]
        for name, found in headings.items()
    }
    assert own == {
        "наставляемые": [
            "Поле: команда",
            "Поле: пол",
            "Поле: прошлый наставник",
            "Поле: того же пола",
        ],
        "наставники": ["Поле: команда", "Поле: пол"],
    }
