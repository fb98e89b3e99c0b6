"""Display names in ``plan.xlsx``, read back for the coordinator; ids are all that the JSON files have."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from io import BytesIO
from typing import Any, Final

from nastavnik.basics.texts import LANGUAGES
from nastavnik.report.phrases import EVERY_PHRASE

__all__ = ["names_in_plan"]

_MOST_ROWS: Final = 200_000
"""Rows of a sheet that are looked at."""


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
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra

    try:
        with closing(load_workbook(BytesIO(data), read_only=True, keep_links=False)) as book:
            found = [dict(_names(sheet)) for sheet in book.worksheets if _is_of_people(sheet)]
    except Exception:  # noqa: BLE001 - a parser of broken files may raise anything
        return None
    return found[0] if found else None


def _is_of_people(sheet: Any) -> bool:
    return sheet.title in {EVERY_PHRASE["sheet-people"][language] for language in LANGUAGES}


def _names(sheet: Any) -> Iterator[tuple[str, str]]:
    """Yield ids and names below the headings."""
    headings = [
        (EVERY_PHRASE["id"][language], EVERY_PHRASE["name"][language]) for language in LANGUAGES
    ]
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    below = False
    for row in sheet.iter_rows(max_row=_MOST_ROWS, max_col=2, values_only=True):
        if below and None not in row:
            yield str(row[0]), str(row[1])
        below = below or row in headings
