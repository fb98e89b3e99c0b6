"""Display names and notes in ``plan.xlsx``, read back for the coordinator; ids are all that the JSON files have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from nastavnik.basics.errors import InvalidInputError
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.report.phrases import EVERY_PHRASE

__all__ = ["names_in_plan", "notes_in_plan"]

_OF_THE_PLAN: Final = ("id", "name", "role", "class", "with-whom")
"""Columns of the sheet of people that stand before those carried from the tables."""


def names_in_plan(data: bytes) -> Mapping[str, str] | None:
    """Return the names by id that the sheet of people of a ``plan.xlsx`` holds, or None where it is none.

    Args:
        data: bytes of the workbook, in either language.

    Raises:
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
    >>> from nastavnik.report.workbook import plan_to_xlsx
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b", name="Invented Name"))], mentors=[Mentor(Pupil("a"))])
    >>> dict(names_in_plan(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru")))
    {'b': 'Invented Name'}
    """
    found = _people_of(data)
    if found is None:
        return None
    return {ident: name for _, (ident, name, *_) in found if ident and name}


def notes_in_plan(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """Return the columns carried from the tables that the sheet of people holds: id to heading to text.

    Args:
        data: bytes of the workbook, in either language; what is no plan holds none.

    Raises:
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
    >>> from nastavnik.report.workbook import plan_to_xlsx
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b"))], mentors=[Mentor(Pupil("a"))])
    >>> notes = {"b": {"Phone": "+7 900 000-00-00"}}
    >>> notes_in_plan(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "en", notes=notes)) == notes
    True
    """
    notes: dict[str, dict[str, str]] = {}
    for headings, (ident, *cells) in _people_of(data) or ():
        of_them = zip(headings[len(_OF_THE_PLAN) :], cells[len(_OF_THE_PLAN) - 1 :], strict=False)
        if ident and (said := {heading: text for heading, text in of_them if text}):
            notes.setdefault(ident, {}).update(said)
    return notes


_Rows = list[tuple[Sequence[str], Sequence[str]]]


def _people_of(data: bytes) -> _Rows | None:
    """Return headings and cells of each row of the sheet of people, or None where there is no such sheet."""
    from nastavnik.exchange.tables.formats.workbooks import read_workbook  # noqa: PLC0415 - an extra

    try:
        book = read_workbook(data, "XLSX", file="plan.xlsx")
    except InvalidInputError:
        return None
    found = [list(_below(sheet, language)) for sheet in book.sheets for language in _told_by(sheet)]
    return found[0] if found else None


def _told_by(sheet: Any) -> Iterator[Language]:
    """Yield the language whose sheet of people it is."""
    for language in LANGUAGES:
        if sheet.name == EVERY_PHRASE["sheet-people"][language]:
            yield language


def _below(sheet: Any, language: Language) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield every row below the headings, which it is given with."""
    first = [EVERY_PHRASE[key][language] for key in _OF_THE_PLAN]
    headings: list[str] = []
    for _, row in sheet.rows:
        cells = [cell if isinstance(cell, str) else "" for cell in row]
        if headings:
            yield headings, [*cells, *[""] * (len(headings) - len(cells))]
        elif cells[: len(first)] == first:
            headings = cells
