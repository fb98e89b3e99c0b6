"""A first guess at the map of headings: it reads back, and with it the table is read."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.sizes import examples
from nastavnik import InvalidInputError, Mentee, Mentor, Pupil
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.tables import read_mentees
from nastavnik.exchange.tables.columns.headings import COLUMNS
from nastavnik.exchange.tables.maps.first_map import _quoted, first_map
from nastavnik.exchange.tables.maps.guesses import guessed_key, role_meant
from nastavnik.exchange.tables.maps.map_reader import column_map_of

FORM = (
    'Отметка времени,Адрес электронной почты,"Ваши фамилия, имя, отчество",В каком классе вы учитесь?,Телефон,'
    "Согласие на обработку персональных данных,По каким предметам нужна помощь?,Когда вам удобно встречаться?\n"
    '02.09.2025 14:03:11,a@example.org,Выдуманный Пётр,7А,+7 900,"Да, согласен(на)","Математика (алгебра), Физика",'
    '"вт, чт после 6 урока"\n'
    '02.09.2025 14:05:40,b@example.org,Выдуманная Анна,8 "Б",+7 901,Да,Физика,вт 15:00\n'
)  # fmt: skip


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """An export of a form."""
    path = tmp_path / "анкета.csv"
    path.write_text(FORM, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_raw_export_of_a_form_is_read_by_the_guess_as_it_is(form: Path, language: str) -> None:
    """Its headings mean what they say, ids are made, and everybody is a pupil."""
    text = first_map([form], language=language)  # type: ignore[arg-type]
    said = column_map_of(text, "map.toml")
    mentees = read_mentees(form, columns=said)
    found = [
        (m.person.name, m.person.grade, m.person.letter, m.person.data_consent, sorted(m.subjects))
        for m in mentees
        if isinstance(m.person, Pupil)
    ]
    assert sorted(found, key=str) == [
        ("Выдуманная Анна", 8, "Б", True, ["Физика"]),
        ("Выдуманный Пётр", 7, "А", True, ["Математика (алгебра)", "Физика"]),
    ]
    assert all(m.person.slots for m in mentees)


def test_the_guess_names_every_heading_and_nobody(form: Path) -> None:
    """Each on a line of its own; what stands in the cells of people is not in it."""
    text = first_map([form], language="ru")
    assert '"Отметка времени" = "не нужен"' in text
    assert (
        text.count('" = "') == len(tomllib.loads(text)["mentees"]["columns"]) + 2
    )  # position, organisation
    assert "Выдуманн" not in text
    assert "example" not in text


def test_the_secret_is_another_each_time(form: Path) -> None:
    """And may be given, so that ids stay what they are."""
    secrets = {tomllib.loads(first_map([form], language="ru"))["ids"]["secret"] for _ in range(2)}
    assert len(secrets) == 2
    text = first_map([form], language="ru", secret="the old one, kept")
    assert tomllib.loads(text)["ids"]["secret"] == "the old one, kept"


def test_values_nearly_alike_are_proposed_as_comments(tmp_path: Path) -> None:
    """Over both tables, the commonest on the right; nothing is changed before somebody says so."""
    mentees, mentors = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    mentees.write_text(
        "Код;Позиция;Организация\n" + "p{0};ученик;МБОУ СОШ № 12\n" * 3, encoding="utf-8"
    )
    mentors.write_text("Код;Позиция;Организация;Мест\nm1;ученик;СОШ №12;1\n", encoding="utf-8")
    text = first_map([mentees, mentors], language="ru")
    assert '[values."Организация"]\n# "СОШ №12" = "МБОУ СОШ № 12"' in text
    assert column_map_of(text, "map.toml").of(Mentee).values == {"organisation": {}}
    uncommented = text.replace('# "СОШ', '"СОШ')
    spellings = column_map_of(uncommented, "map.toml").of(Mentor).values
    assert spellings == {"organisation": {"сош 12": "МБОУ СОШ № 12"}}


def test_a_column_whose_cells_are_something_else_is_not_needed(tmp_path: Path) -> None:
    """With a comment that says what it is like."""
    path = tmp_path / "list.csv"
    path.write_text("Код;Позиция;Номер класса по журналу\np1;ученик;каб. 305\n", encoding="utf-8")
    text = first_map([path], language="ru")
    assert '"Номер класса по журналу" = "не нужен"  # похоже на «Класс»' in text


def test_two_headings_of_one_meaning_are_never_put_together_in_silence(tmp_path: Path) -> None:
    """One of them is a comment, and while it is, the table is not read: whoever corrects the map decides."""
    path = tmp_path / "list.csv"
    path.write_text(
        "Код;Позиция;По каким предметам помочь?;Предметы;Любимые предметы;В какой школе;Школа;Школа\n"
        "p1;ученик;химия;физика;история;5;6;\n",
        encoding="utf-8",
    )
    text = first_map([path], language="ru")
    assert '\n"Предметы" = "Предметы"\n' in text
    assert '\n"Школа" = "Организация"\n' in text
    for heading, column in (
        ("По каким предметам помочь?", "Предметы"),
        ("Любимые предметы", "Предметы"),
        ("В какой школе", "Организация"),
    ):
        assert f"тоже похож на «{column}»" in text
        assert f'\n# "{heading}" = "{column}"\n' in text
    with pytest.raises(InvalidInputError) as caught:
        read_mentees(path, columns=column_map_of(text, "map.toml"))
    assert "unknown-heading" in {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Укажите ваш класс", "grade"),
        ("Класс, в котором учишься", "grade"),
        ("Фамилия Имя Отчество ребёнка", "name"),
        ("Дата рождения ребёнка", "birth"),
        ("Сколько вам полных лет?", "age"),
        ("Школа, в которой вы учитесь", "organisation"),
        ("В какие дни вам удобно?", "slots"),
        ("Согласие родителей на участие", "guardian_agreed"),
        ("Согласен на обработку персональных данных", "data_consent"),
        ("Ваши увлечения", "interests"),
        ("Скольким ученикам вы готовы помочь", "capacity"),
        ("Какие предметы вы преподаёте?", "taught"),
        ("Предметы, по которым могу помочь", "subjects"),
        ("Kлacc", "grade"),
        ("Timestamp", "not needed"),
        ("Ваши оценки по этим предметам", "marks"),
        ("Хотите ли вы участвовать в программе?", "agreed"),
        ("Готовы ли вы стать наставником?", "agreed"),
        ("Хочешь участвовать?", "agreed"),
        ("Скольким ребятам вы готовы помогать?", "capacity"),
        ("Скольких школьников согласны взять?", "capacity"),
        ("Сколько времени вы готовы уделять?", "not needed"),
        ("Согласны ли ваши родители?", "guardian_agreed"),
        ("Родители не против вашего участия?", "guardian_agreed"),
        ("Есть ли разрешение мамы или папы?", "guardian_agreed"),
        ("Свободное время после уроков", "slots"),
        ("В какое время вы свободны?", "slots"),
        ("Чем ты занимаешься в свободное время?", "interests"),
        ("В чём вам нужна помощь?", "subjects"),
        ("Сколько тебе лет?", "age"),
        ("День рождения", "birth"),
        ("К какой категории вы относитесь?", "category"),
        ("Какие задачи хотите решить?", "tasks"),
        ("Место обучения", "organisation"),
        ("Прошли ли вы обучение наставников?", "trained"),
        ("Ваш телефон", "not needed"),
        ("Телефон родителей", "not needed"),
        ("С кем бы вы хотели работать?", "choices"),
        ("С кем вы не хотели бы работать?", "refusals"),
        ("Кем вы хотите стать?", None),
        ("Какое утверждение ближе к вам?", None),
        ("Username", None),
    ],
)
def test_what_words_in_headings_mean(heading: str, key: str | None) -> None:
    """Headings of forms are whole questions."""
    assert guessed_key(heading, COLUMNS) == key


def test_every_heading_of_ours_is_guessed_right() -> None:
    """Whatever a column may be called."""
    for column in COLUMNS:
        for name in column.names:
            assert guessed_key(name, COLUMNS) == column.key


def test_whose_table_it_is() -> None:
    """By its columns, by the name of the file, by what its headings ask."""
    assert role_meant("x", ["Мест"], ["capacity"]) is Mentor
    assert role_meant("Наставляемые", ["Класс"], ["grade"]) is Mentee
    assert role_meant("наставники", [], []) is Mentor
    assert role_meant("x", ["В чём вы могли бы помочь?"], []) is Mentor
    assert role_meant("x", ["Класс"], ["grade"]) is None


@pytest.mark.parametrize("paths", [[], ["a", "b", "c"]])
def test_one_table_or_two(paths: list[str]) -> None:
    """No others."""
    with pytest.raises(InvalidInputError) as caught:
        first_map(paths, language="en")
    assert [fault.code for fault in caught.value.faults] == ["not-two-tables"]


@settings(deadline=None, max_examples=examples(40))
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12),
        min_size=1,
        max_size=6,
    )
)
def test_any_headings_give_toml_that_reads_back(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str]
) -> None:
    """Quotes, backslashes and control characters included; or the table is refused as any other."""
    path = tmp_path_factory.mktemp("any") / "form.csv"
    quoted = (f'"{heading.replace(chr(34), chr(34) * 2)}"' for heading in ("Код", *headings))
    path.write_text(";".join(quoted) + "\np1;7\n", encoding="utf-8")
    try:
        text = first_map([path], language="ru")
    except InvalidInputError:
        return
    column_map_of(text, "map.toml")


@pytest.mark.parametrize("text", ["a\x7fb", 'a"b', "a\\b", "a\nb", "a\u2028b"])
def test_every_text_is_quoted_as_toml_asks(text: str) -> None:
    """A sign that deletes is no sign of TOML, though JSON lets it stand."""
    assert tomllib.loads(f"text = {_quoted(text)}") == {"text": text}
