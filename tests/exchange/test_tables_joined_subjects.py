"""«Математика и биология» is two subjects where both are known, and what is not known stays whole."""

from helpers.tables import Tables

pytest_plugins = ["helpers.tables"]

HEADINGS = "Код;Позиция;Предметы;Оценки\n"


def subjects(tables: Tables, *rows: str, mentors: str = "Код;Позиция\nm1;ученик\n") -> list[str]:
    """Return the subjects of the first mentee."""
    cohort = tables.read(HEADINGS + "\n".join(rows), mentors)
    return sorted(cohort.mentee("p1").subjects)


def test_subjects_known_by_themselves_are_parted(tables: Tables) -> None:
    """Known from another row, from marks, or from the other table."""
    assert subjects(
        tables, "p1;ученик;математика и Биология;", "p2;ученик;биология;математика 3"
    ) == [
        "Биология",
        "математика",
    ]
    taught = "Код;Позиция;Преподаёт\nm1;учитель;история, география\n"
    assert subjects(tables, "p1;ученик;история и география;", mentors=taught) == [
        "география",
        "история",
    ]


def test_a_subject_with_an_and_of_its_own_stays_whole(tables: Tables) -> None:
    """Nothing is lost where a part is nobody's subject by itself."""
    whole = "Основы безопасности и защиты Родины"
    assert subjects(tables, f"p1;ученик;{whole};", "p2;ученик;математика;") == [whole]
    assert subjects(tables, "p1;ученик;труд и технология;", "p2;ученик;технология;") == [
        "труд и технология"
    ]


def test_a_subject_that_stands_beside_stays_once(tables: Tables) -> None:
    """«физика, физика и химия» is two subjects."""
    rows = "p1;ученик;Физика, физика и химия;", "p2;ученик;химия;"
    assert subjects(tables, *rows) == ["Физика", "химия"]


def test_teachers_subjects_are_parted_too(tables: Tables) -> None:
    """What a teacher teaches is a list of subjects as well."""
    cohort = tables.read(
        HEADINGS + "p1;ученик;химия, биология;",
        "Код;Позиция;Преподаёт\nm1;учитель;химия и биология\n",
    )
    assert sorted(cohort.mentor("m1").person.subjects) == ["биология", "химия"]  # type: ignore[attr-defined]
