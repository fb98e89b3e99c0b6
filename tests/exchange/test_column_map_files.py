"""A map of headings from its file: TOML, or a table of two columns; every fault at once, with its place."""

from datetime import date
from pathlib import Path

import pytest

from helpers.workbooks import workbook
from nastavnik import InvalidInputError, Mentee, Mentor
from nastavnik.exchange.tables import read_column_map
from nastavnik.exchange.tables.columns.column_map import NOT_NEEDED, NOTE
from nastavnik.exchange.tables.maps.map_reader import column_map_of

WHOLE = """
on = 2026-09-01

[columns]
"Отметка времени" = "не нужен"

[mentees.columns]
"В каком классе вы учитесь?" = "Класс"
"Телефон" = "заметка"

[mentees.values."Организация"]
"СОШ №12" = "МБОУ СОШ № 12"

[mentors.values."Где вы учитесь?"]
"СОШ №12" = "Лицей"

[mentors.columns]
"Где вы учитесь?" = "organisation"

[mentees.all]
"Позиция" = "ученик"

[ids]
secret = "a secret of some length"
from = ["ФИО", "E-mail"]

[carry]
headings = ["#Телефон"]
all = true

[extra]
"Пол" = "пол"
"""


def faults(text: str) -> list[str]:
    """Return what is wrong with a map in TOML."""
    with pytest.raises(InvalidInputError) as caught:
        column_map_of(text, "map.toml")
    return [fault.text("ru") for fault in caught.value.faults]


def test_every_section() -> None:
    """What holds for both tables, what for one, and what besides."""
    said = column_map_of(WHOLE, "map.toml")
    mentees, mentors = said.of(Mentee), said.of(Mentor)
    assert mentees.columns == {
        "отметкавремени": NOT_NEEDED,
        "вкакомклассевыучитесь?": "grade",
        "телефон": NOTE,
    }
    assert mentees.values == {"organisation": {"сош 12": "МБОУ СОШ № 12"}}
    assert mentees.everywhere == {"position": "ученик"}
    assert mentors.values == {"organisation": {"сош 12": "Лицей"}}
    assert mentors.everywhere == {}
    assert said.ids is not None
    assert said.ids.columns == ("name", "mail")
    assert said.ids.secret == "a secret of some length"
    assert (said.carried, said.all_notes) == (("#Телефон",), True)
    assert said.extra == {"пол": "пол"}
    assert said.on == date(2026, 9, 1)


def test_one_table_goes_before_both() -> None:
    """Where they say different things of one heading."""
    said = column_map_of('[columns]\n"А" = "Класс"\n[mentors.columns]\n"А" = "Возраст"\n', "m")
    assert said.of(Mentee).columns == {"а": "grade"}
    assert said.of(Mentor).columns == {"а": "age"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[mentes.columns]", "Возможно, mentees?"),
        ("[mentees.colums]", "Возможно, columns?"),
        ('[columns]\n"А" = "Клас"', "Возможно, Класс?"),
        (
            '[mentees.columns]\n"А" = "Обучение пройдено"',
            "столбца «Обучение пройдено» в таблицах нет",
        ),
        ('[columns]\n"А" = 1', "нужен текст"),
        ("columns = 1", "нужен раздел"),
        ('[columns]\n"А" = "Класс"\n"а:" = "Возраст"', "записано здесь дважды"),
        ('[values."Школа"]\n"5" = "Школа 5"\n"№5" = "Лицей 5"', "записано здесь дважды"),
        ('[values."Щкола"]\n"5" = "Школа 5"', "Возможно, школа?"),
        ('[ids]\nsecret = "short"', "не короче 16"),
        ("[ids]\nfrom = 1", "нужен список"),
        ('[ids]\nmake = "да"', "не «да» и не «нет»"),
        ("[carry]\nall = 1", "не «да» и не «нет»"),
        ('[extra]\n"А" = "телефон"', "имён и контактов"),
        ('on = "1 сентября"', "без кавычек"),
        ("[columns", "это не TOML"),
        ('[columns]\n"А" = "Класс"\n"А" = "Возраст"', "каждое пишут один раз"),
    ],
)
def test_what_is_wrong_with_a_map(text: str, told: str) -> None:
    """Each has its place and says what would be right."""
    (fault,) = faults(text)
    assert fault.startswith("map.toml")
    assert told in fault


def test_all_faults_come_at_once() -> None:
    """In every section."""
    assert (
        len(faults('x = 1\n[columns]\n"А" = "Клас"\n[mentors.all]\n"Б" = "в"\n[ids]\ny = 1')) == 4
    )


def test_no_ids_are_made_where_it_says_so() -> None:
    """The section may stay while they are not wanted."""
    assert column_map_of("[ids]\nmake = false", "m").ids is None


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_of_two_columns(tmp_path: Path, ending: str) -> None:
    """The school's heading on the left, ours on the right; a row above them may say so."""
    rows = [
        ["Заголовок в таблице", "Наш заголовок"],
        ["В каком классе вы учитесь?", "Класс"],
        ["Отметка времени", "не нужен"],
        ["Телефон", "заметка"],
    ]
    for skipped in (0, 1):
        path = tmp_path / f"map{skipped}.{ending}"
        some = rows[skipped:]
        text = "\n".join(";".join(row) for row in some).encode()
        path.write_bytes(text if ending == "csv" else workbook(*some))
        assert list(read_column_map(path).of(Mentee).columns.values()) == [
            "grade",
            NOT_NEEDED,
            NOTE,
        ]


def test_wrong_rows_of_a_table_of_two_columns(tmp_path: Path) -> None:
    """Each is told by its number, the first one too if it is no heading."""
    path = tmp_path / "map.csv"
    path.write_text("А;Клас\nБ\nВ;Класс\nв;Возраст\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_column_map(path)
    found = [(fault.code, fault.place and fault.place.row) for fault in caught.value.faults]
    assert found == [("unknown-target", 1), ("row-of-map", 2), ("mapped-twice", 4)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("map.toml", None, "no-file"),
        ("map.toml", b"\xff\xfe\x00", "not-utf-8"),
        ("map.json", b"{}", "not-a-map"),
        ("map.csv", b"", "empty-table"),
    ],
)
def test_files_that_are_no_map(tmp_path: Path, name: str, content: bytes | None, code: str) -> None:
    """Each is said to be what it is."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InvalidInputError) as caught:
        read_column_map(tmp_path / name)
    assert [fault.code for fault in caught.value.faults] == [code]
