"""``nastavnik columns`` and ``--columns``: from a form's own headings to a plan."""

import json
from pathlib import Path

import pytest

from helpers.command_line import Call
from helpers.written_rounds import newcomer

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

FORM = (
    "Ваши ФИО;В каком классе вы учитесь?;Сколько вам лет?;#Телефон;Ваша школа;Согласие на обработку данных;"
    "Вы согласны участвовать?;Согласие родителей;Категория;Оценки\n"
    "Выдуманный Пётр;7А;13;+7 900 000-00-01;Школа №5;Да, согласен(на);✓;есть;пассивный;физика 2\n"
)
MENTORS = (
    "Код;Позиция;Организация;Класс;Возраст;Оценки;Качества;Согласие на обработку данных;Согласие участвовать;"
    "Согласие родителей;Обучение пройдено\n"
    "m1;ученик;школа 5;10;16;физика 5;волонтёр;да;да;да;пройдено\n"
)


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    """A form and a table of mentors."""
    form, mentors = tmp_path / "анкета.csv", tmp_path / "наставники.csv"
    form.write_text(FORM, encoding="utf-8")
    mentors.write_text(MENTORS, encoding="utf-8")
    return form, mentors


def test_from_a_form_to_a_plan(call: Call, tables: tuple[Path, Path], tmp_path: Path) -> None:
    """The guess is written, checked, matched by, and used for who comes later."""
    guess, plan = tmp_path / "headings.toml", tmp_path / "plan"
    done = call("columns", *tables, "--out", guess, "--lang", "ru")
    assert (done.status, done.err) == (0, "")
    assert call("check", *tables, "--columns", guess).status == 0
    matched = call("match", *tables, "--columns", guess, "--notes", "--out", plan, "--lang", "ru")
    assert matched.status == 0
    written = json.loads((plan / "plan.json").read_text(encoding="utf-8"))
    assert [pair["mentor"] for pair in written["pairs"]] == ["m1"]
    for file in ("plan.json", "cohort.json"):
        assert "900" not in (plan / file).read_text(encoding="utf-8")
    late = tmp_path / "late.csv"
    late.write_text(FORM.replace("Пётр", "Павел"), encoding="utf-8")
    asked = call("what-if", plan, "--add-mentees", late, "--columns", guess, "--lang", "ru")
    assert asked.status == 0, asked.err


def test_without_a_file_the_guess_is_said(call: Call, tables: tuple[Path, Path]) -> None:
    """On standard output, and nothing beside it."""
    done = call("columns", tables[0], "--lang", "ru")
    assert done.status == 0
    assert '"В каком классе вы учитесь?" = "Класс"' in done.out


def test_a_guess_overwrites_nothing(call: Call, tables: tuple[Path, Path], tmp_path: Path) -> None:
    """A map that somebody has corrected, with its secret, stays."""
    path = tmp_path / "headings.toml"
    path.write_text("[ids]\n", encoding="utf-8")
    done = call("columns", tables[0], "--out", path, "--lang", "ru")
    assert done.status == 2
    assert "headings.toml" in done.err
    assert path.read_text(encoding="utf-8") == "[ids]\n"


def test_a_wrong_map_is_told_before_the_tables(
    call: Call, tables: tuple[Path, Path], tmp_path: Path
) -> None:
    """For what they say depends on it."""
    path = tmp_path / "headings.toml"
    path.write_text('[columns]\n"А" = "Клас"\n', encoding="utf-8")
    done = call("check", *tables, "--columns", path, "--lang", "ru")
    assert done.status == 2
    assert "Возможно, Класс?" in done.err
    assert "анкета" not in done.err


def test_a_map_is_for_tables(call: Call, tmp_path: Path) -> None:
    """People in JSON have no headings."""
    path = tmp_path / "cohort.json"
    path.write_text("{}", encoding="utf-8")
    said = tmp_path / "headings.toml"
    said.write_text('[columns]\n"А" = "Класс"\n', encoding="utf-8")
    done = call("check", path, path, "--columns", said, "--lang", "ru")
    assert done.status == 2
    assert "--columns" in done.err


def test_what_should_be_known_of_the_reading_is_said(call: Call, tables: tuple[Path, Path]) -> None:
    """Such as the day on which ages were told, and beside the answer."""
    tables[0].write_text("Код;Позиция;Дата рождения\np1;ученик;01.02.2012\n", encoding="utf-8")
    done = call("check", *tables, "--lang", "ru")
    assert "возраст на 01.09.2026 посчитан" in done.err
    assert "возраст на 01.09.2026 посчитан" not in done.out


@pytest.mark.parametrize(
    "words",
    [
        ["what-if", "--add-mentors"],
        ["advise", "--most", "1", "--copies", "1", "--profiles"],
    ],
)
def test_what_should_be_known_of_a_newcomers_table_is_said(
    call: Call, teachers: Path, tmp_path: Path, words: list[str]
) -> None:
    """As of the tables of the round; beside the answer, and even where that is for a program."""
    path = newcomer(teachers, tmp_path, "u02", "u99")
    path.write_text("Кандидаты осени\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    name, *options = words
    done = call(name, teachers, *options, path, "--lang", "ru", "--json")
    assert done.status == 0
    assert json.loads(done.out)
    said = done.err.splitlines()
    assert len([line for line in said if line.startswith("Замечание: ") and str(path) in line]) == 1


def test_a_table_with_headings_of_its_own_is_told_of_the_map(
    call: Call, tables: tuple[Path, Path]
) -> None:
    """Where several are unknown; one is a slip of the pen."""
    hint = "nastavnik columns"
    assert hint in call("check", *tables, "--lang", "ru").err
    tables[0].write_text("Код;Позиция;Клас\np1;ученик;7\n", encoding="utf-8")
    assert hint not in call("check", *tables, "--lang", "ru").err
