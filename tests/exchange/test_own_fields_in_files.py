"""Fields of one's own in tables and in JSON: read, written, and refused where they cannot be."""

import json
from pathlib import Path

import pytest

from nastavnik import Cohort, InvalidInputError, Mentee, Mentor, Pupil
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.exchange.json import cohort_from_json, cohort_to_json
from nastavnik.exchange.tables import read_cohort, write_people
from nastavnik.exchange.tables.writer import TableFormat

COHORT = Cohort(
    mentees=[
        Mentee(Pupil("b", extra={"пол": "Ж", "прошлый наставник": "t1; t2"})),
        Mentee(Pupil("c", extra={"команда": "=1", "пол": "м"})),
    ],
    mentors=[Mentor(Pupil("t1", extra={"team": "нет"}))],
)


def faults_of(tmp_path: Path, heading: str, *cells: str) -> list[tuple[str, str | None]]:
    """Return code and column of what is wrong with a table that has such columns."""
    mentees, mentors = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    mentees.write_text(f"Код;Позиция;{heading}\nb;ученик;{';'.join(cells)}\n", encoding="utf-8")
    mentors.write_text("Код;Позиция\nt1;ученик\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(mentees, mentors)
    assert "Секрет" not in str(caught.value)
    return [(fault.code, fault.place.column) for fault in caught.value.faults if fault.place]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_tables_that_are_written_read_back(
    tmp_path: Path, language: Language, file_format: TableFormat
) -> None:
    paths = write_people(COHORT, tmp_path, language=language, format=file_format)
    assert read_cohort(*paths) == COHORT


@pytest.mark.parametrize(
    "heading", ["Поле: Пол", "поле:пол", "extra.пол", "Field: ПОЛ", "Поле.  Пол"]
)
def test_a_heading_says_that_it_is_a_field_of_ones_own(tmp_path: Path, heading: str) -> None:
    (tmp_path / "b.csv").write_text(f"Код;Позиция;{heading}\nb;ученик;ж\n", encoding="utf-8")
    (tmp_path / "t.csv").write_text("Код;Позиция\nt1;ученик\n", encoding="utf-8")
    cohort = read_cohort(tmp_path / "b.csv", tmp_path / "t.csv")
    assert dict(cohort.mentee("b").person.extra) == {"пол": "ж"}


def test_what_cannot_be_a_field_is_told_with_its_column(tmp_path: Path) -> None:
    assert faults_of(tmp_path, "Поле: пол;Поле: Пол", "ж", "ж") == [("doubled-column", "Поле: Пол")]
    assert faults_of(tmp_path, "Поле: ФИО", "Секрет") == [("private-extra", "Поле: ФИО")]
    assert faults_of(tmp_path, "Поле: пол", "Секрет " * 90) == [("not-extra-value", "Поле: пол")]


def test_one_id_of_two_people_is_told_in_words_of_the_table(tmp_path: Path) -> None:
    mentees, mentors = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    mentees.write_text("Код;Позиция;Поле: пол\nb;ученик;ж\n", encoding="utf-8")
    mentors.write_text("Код;Позиция;Поле: пол\nb;ученик;м\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        read_cohort(mentees, mentors)
    assert "Свои поля" in caught.value.text("ru")


def test_json_has_them_by_name() -> None:
    text = cohort_to_json(COHORT)
    person = json.loads(text)["mentees"][0]["person"]
    assert person["extra"] == {"пол": "Ж", "прошлый наставник": "t1; t2"}
    assert cohort_from_json(text) == COHORT


def test_wrong_fields_in_json_are_told_with_their_path() -> None:
    document = json.loads(cohort_to_json(COHORT))
    document["mentees"][0]["person"]["extra"] = {"пол": 7}
    document["mentees"][1]["person"]["extra"] = {"телефон": "Секрет"}
    document["mentors"][0]["person"]["extra"] = "Секрет"
    with pytest.raises(InvalidInputError) as caught:
        cohort_from_json(json.dumps(document))
    assert [(f.code, f.place and f.place.path) for f in caught.value.faults] == [
        ("not-extra-value", "$.mentees[0].person.extra"),
        ("private-extra", "$.mentees[1].person.extra"),
        ("not-extra", "$.mentors[0].person.extra"),
    ]
    assert "Секрет" not in str(caught.value)
