"""Cases in files: read as they are written, held against the rules, and wrong ones told with their place."""

from datetime import date
from pathlib import Path

import pytest

from nastavnik import TARGET_MODEL, InvalidInputError, Mentee, Mentor, Pupil
from nastavnik.basics.places import Place
from nastavnik.exchange.cases import Case, Expected, outcome_of, read_cases

EVERYWHERE = """
[everywhere]
on = 2026-09-01
[everywhere.mentor]
"Позиция" = "ученик"
"Организация" = "Школа 5"
"Класс" = 10
"Качества" = "волонтёр"
"Согласие участвовать" = true
"Согласие родителей" = true
"Согласие на обработку данных" = true
"Обучение пройдено" = true
[everywhere.mentee]
"Позиция" = "ученик"
"Организация" = "школа № 5"
"Класс" = "7Б"
"Дата рождения" = 2013-08-31
"Категория" = "активный"
"Интересы" = ["шахматы", "театр"]
"Согласие участвовать" = true
"Согласие родителей" = true
"Согласие на обработку данных" = true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cases.toml"


def read(file: Path, text: str) -> tuple[Case, ...]:
    """Write a file of cases and read it."""
    file.write_text(text, encoding="utf-8")
    return read_cases(file)


def wrong_of(file: Path, text: str) -> list[tuple[str, str | None]]:
    """Return code and path of every fault."""
    with pytest.raises(InvalidInputError) as caught:
        read(file, text)
    places = [(fault.code, fault.place) for fault in caught.value.faults]
    return [(code, None if place is None else place.path) for code, place in places]


def test_people_are_read_as_in_tables(file: Path) -> None:
    (case,) = read(
        file,
        EVERYWHERE
        + '[[case]]\nname = "x"\nmentor = {"класс" = "11-А класс"}\nexpected = {pair = true}\ncovers = ["S5"]',
    )
    assert isinstance(case.mentor.person, Pupil)
    assert isinstance(case.mentee.person, Pupil)
    assert (case.mentor.person.grade, case.mentor.person.letter) == (11, "А")
    assert (case.mentee.person.grade, case.mentee.person.age) == (7, 13)
    assert case.mentee.person.interests == {"шахматы", "театр"}
    assert case.mentor.trained is True
    assert (case.on, case.covers) == (date(2026, 9, 1), frozenset({"S5"}))
    assert case.place == Place(file="cases.toml", path="case 1")


def test_a_case_comes_out_as_expected_or_the_difference_is_told(file: Path) -> None:
    cases = read(
        file,
        EVERYWHERE
        + """
[[case]]
name = "A pair"
mentor = { "Интересы" = "шахматы" }
expected = { pair = true, form = "ученик – ученик" }
[[case]]
name = "Of one grade"
mentee = { "Класс" = 10, "Дата рождения" = 2010-01-01 }
expected = { pair = false, failed = ["grade-gap"] }
[[case]]
name = "Of one grade, where that is let through"
mentee = { "Класс" = 10, "Дата рождения" = 2010-01-01 }
rules = { parameters = { "grade-gap.at_least" = 0 } }
expected = { pair = true }
[[case]]
name = "Otherwise than it is said"
mentee = { "Класс" = 10, "Дата рождения" = 2010-01-01 }
expected = { pair = false, failed = ["can-meet", "grade-gap"] }
[[case]]
name = "Points that nobody gets"
mentor = { "Интересы" = "шахматы" }
expected = { pair = true, points = 1, form = "учитель – учитель" }
""",
    )
    found = [
        [
            (one.part, one.expected)
            for one in outcome_of(case, TARGET_MODEL).differences(case.expected)
        ]
        for case in cases
    ]
    assert found == [
        [],
        [],
        [],
        [("failed", ("can-meet", "grade-gap"))],
        [("form", "teacher-teacher"), ("points", 1)],
    ]


def test_a_pair_instead_of_none_is_all_that_is_told() -> None:
    case = Case(
        name="x",
        place=Place(file="x"),
        mentor=Mentor(Pupil("a")),
        mentee=Mentee(Pupil("b")),
        expected=Expected(pair=True, points=5, form="pupil-pupil"),
    )
    (only,) = outcome_of(case, TARGET_MODEL).differences(case.expected)
    assert (only.part, only.expected, only.found) == ("pair", True, False)


def test_every_fault_is_told_with_its_case(file: Path) -> None:
    good = 'name = "x"\nexpected = {pair = true}\n'
    assert wrong_of(
        file,
        f"cases = 1\n{EVERYWHERE}[everywhere.mentors]\n[[case]]\nexpected = {{pair = 1}}\n"
        f'[[case]]\n{good}mentor = {{"Класс" = 77}}\non = "2026"\n'
        f'[[case]]\n{good}mentee = {{"Позиция" = [1]}}\n'
        f'[[case]]\n{good}rules = {{without = ["grade-gp"]}}\n'
        '[[case]]\nname = "x"\nexpected = {pair = false, points = 5, failed = ["grade-gp"]}\n'
        '[[case]]\nname = "x"\nexpected = {pair = true, failed = ["grade-gap"], form = "x", role_model = "y"}\n'
        f'[[case]]\n{good}mentee = {{"Выбрал(а)" = "нкт"}}\n',
    ) == [
        ("unknown-part", None),
        ("unknown-part", "everywhere"),
        ("part-needed", "case 1"),
        ("part-of-kind", "case 1, expected, pair"),
        ("part-of-kind", "case 2, on"),
        ("not-class", "case 2, mentor"),
        ("part-of-kind", "case 3, mentee, Позиция"),
        ("no-such-rule", "case 4, rules without"),
        ("no-such-requirement", "case 5, expected"),
        ("points-of-no-pair", "case 5, expected"),
        ("no-form-so-called", "case 6, expected, form"),
        ("no-role-model-so-called", "case 6, expected, role_model"),
        ("fails-and-pairs", "case 6, expected"),
        ("names-nobody", "case 7"),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "part-needed"), ("case = 1", "part-of-kind"), ("case = [1]", "part-of-kind")],
)
def test_a_file_without_cases_is_refused(file: Path, text: str, code: str) -> None:
    assert [found for found, _ in wrong_of(file, text)] == [code]


def test_rules_of_a_case_come_beside_those_of_every_case(file: Path) -> None:
    """And go before them where both say something of one parameter; none is lost."""
    one, other = read(
        file,
        EVERYWHERE.replace(
            "[everywhere]\n",
            '[everywhere]\nrules = { parameters = { "grade-gap.at_least" = 4, "mentee-old-enough.years" = 14 } }\n',
        )
        + """
[[case]]
name = "Both of every case"
expected = { pair = false, failed = ["grade-gap", "mentee-old-enough"] }
[[case]]
name = "One of its own"
rules = { parameters = { "grade-gap.at_least" = 1 } }
expected = { pair = false, failed = ["mentee-old-enough"] }
""",
    )
    for case in (one, other):
        assert not list(outcome_of(case, TARGET_MODEL).differences(case.expected)), case.name


def test_what_is_wrong_for_every_case_is_told_once(file: Path) -> None:
    cases = '[[case]]\nname = "x"\nexpected = {pair = false}\n' * 3
    wrong = '[everywhere]\nrules = {without = ["grade-gp"]}\non = 1\n[everywhere.mentor]\n"Класс" = {a = 1}\n'
    found = wrong_of(file, wrong + cases)
    assert [one for one in found if str(one[1]).startswith("everywhere")] == [
        ("part-of-kind", "everywhere, mentor, Класс"),
        ("part-of-kind", "everywhere, on"),
        ("no-such-rule", "everywhere, rules without"),
    ]
