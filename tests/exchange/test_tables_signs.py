"""Signs of categories and days of arrival in tables: by title or id, in either language, there and back."""

from datetime import date
from pathlib import Path

import pytest

from helpers.tables import Tables
from nastavnik import Cohort, Mentee, Mentor, Pupil
from nastavnik.exchange.json import cohort_from_json, cohort_to_json
from nastavnik.exchange.tables import read_cohort, write_people

pytest_plugins = ["helpers.tables"]


@pytest.mark.parametrize(
    ("cell", "signs"),
    [
        ("держится в стороне от одноклассников", {"keeps-apart"}),
        ("keeps-apart; бывают трудности с поведением", {"keeps-apart", "trouble-by-behaviour"}),
        ("ведёт свои проекты и ищет для них советчика или собеседника", {"projects-of-their-own"}),
        (
            "has difficulties with behaviour at times, finds it hard to keep up with learning",
            {"trouble-by-behaviour", "fails-in-learning"},
        ),
        ("", set()),
    ],
)
def test_signs_are_chosen_by_title_or_id(tables: Tables, cell: str, signs: set[str]) -> None:
    """As tasks are."""
    read = tables.read(mentees=f'Код;Позиция;Признаки\np1;ученик;"{cell}"\n')
    assert read.mentees[0].signs == signs


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        ("не справляется с учёбой", "fails-in-learning"),
        ("fails in learning", "fails-in-learning"),
        ("пока не знает, чего хочет", "little-motivation"),
        ("has little motivation", "little-motivation"),
        ("не видит смысла в учёбе", "little-motivation-to-learn"),
        ("has little motivation to learn", "little-motivation-to-learn"),
        ("мало знает о своих возможностях", "knows-little-of-chances"),
        ("knows little of what is possible", "knows-little-of-chances"),
        (
            "ведёт свои проекты и ищет для них знающей помощи или собеседника",
            "projects-of-their-own",
        ),
        ("уклоняется от выбора дальнейшего пути", "puts-off-the-choice"),
        ("плохо ориентируется в общении и в принятых правилах", "socially-disoriented"),
        ("с трудом осваивает общение и принятые правила", "socially-disoriented"),
        ("finds no bearings among people and their rules", "socially-disoriented"),
        ("нарушает дисциплину", "trouble-by-behaviour"),
        ("gets into trouble by behaviour", "trouble-by-behaviour"),
    ],
)
def test_signs_go_by_the_titles_they_had_before(tables: Tables, cell: str, sign: str) -> None:
    """A table that was filled in last year is read this year."""
    read = tables.read(mentees=f'Код;Позиция;Признаки\np1;ученик;"{cell}"\n')
    assert read.mentees[0].signs == {sign}


@pytest.mark.parametrize(
    ("cell", "sign"),
    [
        ("ещё не знает её людей и порядков", "knows-nobody-yet"),
        ("does not yet know its people and customs", "knows-nobody-yet"),
        ("больше не радуется тому, что раньше было важно в работе", "lost-interest"),
        ("has lost interest in what used to matter at work", "lost-interest"),
    ],
)
def test_signs_of_teachers_go_by_the_titles_they_had_before(
    tables: Tables, cell: str, sign: str
) -> None:
    """As those of pupils do."""
    read = tables.read(mentees=f'Код;Позиция;Признаки\nt1;педагог;"{cell}"\n')
    assert read.mentees[0].signs == {sign}


@pytest.mark.parametrize(
    ("cell", "task"),
    [
        ("видение образовательных перспектив", "educational-prospects"),
        ("view of one's educational prospects", "educational-prospects"),
        ("осознанный выбор дальнейшей траектории", "informed-trajectory"),
        ("informed choice of a further trajectory", "informed-trajectory"),
    ],
)
def test_tasks_go_by_the_titles_they_had_before(tables: Tables, cell: str, task: str) -> None:
    """As signs do."""
    read = tables.read(mentees=f"Код;Позиция;Задачи\np1;ученик;{cell}\n")
    assert read.mentees[0].tasks == {task}


@pytest.mark.parametrize(
    "category", ["педагог в эмоциональном выгорании", "в эмоциональном выгорании"]
)
def test_teachers_go_by_the_titles_they_had_before(tables: Tables, category: str) -> None:
    """Categories and signs alike."""
    read = tables.read(
        mentees="Код;Позиция;Категория;Признаки\n"
        f"t1;педагог;{category};недавно работает в этой школе\n"
    )
    (teacher,) = read.mentees
    assert (teacher.category, teacher.signs) == ("burnt-out", frozenset({"new-at-this-school"}))


@pytest.mark.parametrize(
    "cell", ["01.09.2026", "1 сентября 2026 г.", "2026-09-01", "01.09.26", "2026-09-01 00:00:00"]
)
def test_a_day_of_arrival_is_read_as_people_write_it(tables: Tables, cell: str) -> None:
    """A day that is ahead of the school year is one as well."""
    read = tables.read(mentees=f"Код;Позиция;Новенький с\np1;ученик;{cell}\n")
    assert read.mentees[0].newcomer_since == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("heading", "cell", "code"),
    [("Признаки", "держится в сторонке", "unknown-sign"), ("Новенький с", "осенью", "not-day")],
)
def test_what_is_neither_is_a_fault(tables: Tables, heading: str, cell: str, code: str) -> None:
    """With row and column."""
    (fault,) = tables.faults(mentees=f"Код;Позиция;{heading}\np1;ученик;{cell}\n")
    assert (fault.code, fault.place and fault.place.row) == (code, 2)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_there_and_back(tmp_path: Path, file_format: str, language: str) -> None:
    """Through tables and through JSON."""
    mentee = Mentee(
        Pupil("p1"),
        signs={"keeps-apart", "projects-of-their-own"},
        newcomer_since=date(2026, 1, 12),
    )
    cohort = Cohort(mentees=[mentee], mentors=[Mentor(Pupil("m1"))])
    paths = write_people(cohort, tmp_path, language=language, format=file_format)  # type: ignore[arg-type]
    assert read_cohort(*paths) == cohort
    assert cohort_from_json(cohort_to_json(cohort)) == cohort
