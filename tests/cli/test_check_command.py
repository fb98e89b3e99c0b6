"""The command ``check``: faults said once, the round looked at as a whole, demands, values, exit status."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from helpers.command_line import Call
from nastavnik.exchange.json import schema

pytest_plugins = ["helpers.command_line"]

SHARED = (
    "Код;ФИО;Позиция;Организация;Класс;Возраст;Оценки;Согласие на обработку данных;Согласие участвовать;"
    "Согласие родителей"
)
MENTEES = f"""{SHARED};Категория;Предметы;Свободное время
p1;Ласточкин Пётр;ученик;Школа 5;7;13;физика 2;да;да;да;пассивный ученик;физика;вт 15:00
p2;Синицына Ева;ученик;Школа 5;8;14;химия 3;да;да;да;пассивный ученик;химия;вт 15:00
"""
MENTORS = f"""{SHARED};Качества;Предметы;Обучение пройдено;Свободное время
m1;Журавлёва Анна;ученик;Школа 5;10;16;физика 5;да;да;да;волонтёр;физика;да;вт 15:00
m2;Воронов Илья;ученик;Школа 5;11;17;химия 5;да;да;да;волонтёр;химия;да;вт 15:00
"""
NAMES = ("Ласточкин", "Синицына", "Журавлёва", "Воронов")


def tables(folder: Path, *, mentees: str = MENTEES, mentors: str = MENTORS) -> tuple[Path, Path]:
    """Write two tables."""
    paths = folder / "наставляемые.csv", folder / "наставники.csv"
    for path, text in zip(paths, (mentees, mentors), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_a_round_with_nothing_to_mend_is_said_to_have_none(call: Call, tmp_path: Path) -> None:
    """And ends with 0, under --strict too."""
    done = call("check", *tables(tmp_path), "--strict", "--lang", "ru")
    assert (done.status, done.err) == (0, "")
    assert done.out == "Ошибок не найдено. Наставляемых: 2. Наставников: 2. Мест: 2.\n"


def test_good_news_is_no_better_than_the_round(call: Call, tmp_path: Path) -> None:
    """Who cannot be given to anybody for want of a tick is named, and what to do."""
    given = tables(tmp_path, mentors=MENTORS.replace("химия;да;вт", "химия;;вт"))
    done = call("check", *given, "--lang", "ru")
    assert done.status == 0
    assert done.out.splitlines()[:4] == [
        "Ошибок в таблицах нет. Наставляемых: 2. Наставников: 2. Мест: 2.",
        "Но план по этим таблицам может выйти хуже, чем мог бы. Замечаний: 3",
        (
            "  1. «Обучение пройдено»: нет отметки «да» у 1 наставника (m2). Без неё пары не будет. "
            "Больше ничего не мешает."
        ),
        "    Отметьте тех, кто обучение прошёл; остальных обучите до того, как составлять пары.",
    ]
    assert call("check", *given, "--strict").status == 3


def test_a_time_that_nobody_has_and_another_spelling_of_the_school(
    call: Call, tmp_path: Path
) -> None:
    """Both are told in the language asked for."""
    mentors = MENTORS.replace("вт 15:00", "сб 10:00").replace("Школа 5", "МБОУ Школа 5")
    done = call("check", *tables(tmp_path, mentors=mentors), "--lang", "en")
    assert '"tue 15:00" (2)' in done.out
    assert '"МБОУ Школа 5" (mentors 2)' in done.out


@pytest.mark.parametrize("language", ["en", "ru"])
def test_one_person_twice_is_told_without_a_name(call: Call, tmp_path: Path, language: str) -> None:
    """By the ids; no name is in anything that is said, whatever is wrong."""
    twice = MENTEES + MENTEES.splitlines()[1].replace("p1", "p3") + "\n"
    done = call("check", *tables(tmp_path, mentees=twice), "--lang", language, "--values")
    assert re.search(r"1\. .*p1, p3", done.out)
    assert not [name for name in NAMES if name in done.out + done.err]


def test_a_name_in_a_column_of_words_is_not_shown(call: Call, tmp_path: Path) -> None:
    """Whoever wrote it into the wrong cell finds it by the fact and the count."""
    mentees = MENTEES.replace("химия;вт", "Синицына Ева;вт")
    done = call("check", *tables(tmp_path, mentees=mentees), "--lang", "ru", "--values")
    assert "(текст из 2 слов): 1, 0" in done.out
    assert "иницына" not in done.out


def test_demands_are_checked_with_the_people(call: Call, tmp_path: Path) -> None:
    """A lock of somebody who is not there is a fault; locks that contradict each other are one too."""
    given = tables(tmp_path)
    demands = tmp_path / "требования.csv"
    demands.write_text("Требование;Наставник;Наставляемый\nзакрепить;m9;p1\n", encoding="utf-8")
    done = call("check", *given, "--demands", demands, "--lang", "ru")
    assert (done.status, done.out) == (2, "")
    assert "требования.csv, строка 2" in done.err
    demands.write_text(
        "Требование;Наставник;Наставляемый\nзакрепить;m1;p1\nзакрепить;m2;p1\n", encoding="utf-8"
    )
    assert call("check", *given, "--demands", demands).status == 1
    demands.write_text("Требование;Наставник;Наставляемый\nзакрепить;m1;p1\n", encoding="utf-8")
    assert call("check", *given, "--demands", demands, "--strict").status == 0


def test_every_value_is_shown_when_asked_for(call: Call, tmp_path: Path) -> None:
    """How many have it, and a mark where only one side does."""
    mentors = MENTORS.replace("химия;да", "история;да").replace(
        "m2;Воронов Илья;ученик;Школа 5", "m2;;ученик;школа №5"
    )
    done = call("check", *tables(tmp_path, mentors=mentors), "--values", "--lang", "ru")
    lines = done.out.splitlines()
    start = lines.index("  «Предметы» (наставляемые, наставники):")
    assert lines[start + 1 : start + 4] == [
        "    «физика»: 1, 1",
        "    ! «история»: 0, 1",
        "    ! «химия»: 1, 0",
    ]
    assert "    «Школа 5»: 2, 2" in lines


def test_programs_get_the_records(call: Call, tmp_path: Path) -> None:
    """The same, with the sentences, and the status that the call ends with."""
    given = tables(tmp_path, mentors=MENTORS.replace("химия;да;вт", "химия;;вт"))
    done = call("check", *given, "--json", "--strict", "--lang", "ru")
    told = json.loads(done.out)
    Draft202012Validator(schema("answer")).validate(told)
    assert (done.status, told["status"], told["counts"]["places"]) == (3, 3, 2)
    first = told["concerns"][0]
    assert (first["code"], first["side"], first["field"]) == (
        "statement-missing",
        "mentor",
        "trained",
    )
    assert (first["people"], first["alone"], first["denied"]) == (["m2"], ["m2"], 0)
    assert first["remedy"].startswith("Отметьте тех")


def test_a_report_can_be_passed_on(call: Call, tmp_path: Path) -> None:
    """As a page, with all that is worth a look."""
    given = tables(tmp_path, mentors=MENTORS.replace("химия;да;вт", "химия;;вт"))
    done = call("check", *given, "--output", tmp_path / "отчёт.html", "--lang", "ru")
    assert done.status == 0
    assert "Отметьте тех, кто обучение прошёл" in (tmp_path / "отчёт.html").read_text("utf-8")


def test_the_same_fault_in_many_rows_is_one_line(call: Call, tmp_path: Path) -> None:
    """However many rows there are."""
    rows = [
        MENTEES.splitlines()[1].replace("p1", f"x{k}").replace(";13;", ";сто;") for k in range(400)
    ]
    mentees = "\n".join([MENTEES.splitlines()[0], *rows])
    done = call("check", *tables(tmp_path, mentees=mentees), "--lang", "ru")
    assert done.status == 2
    assert len(done.err.splitlines()) == 2
    assert "строки 2, 3, 4 и ещё 397, столбец «Возраст»" in done.err
