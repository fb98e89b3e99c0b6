"""Display names in ``plan.xlsx``, read back for the coordinator; ids are all that the JSON files have."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from io import BytesIO
from typing import Any, Final

from nastavnik.basics.texts import LANGUAGES
from nastavnik.report.phrases import PHRASES

__all__ = ["names_in_plan"]

_MOST_ROWS: Final = 100_000
"""Rows of a sheet that are looked at."""

_SIDES: Final = ("mentee", "mentor")


def names_in_plan(data: bytes) -> Mapping[str, str] | None:
    """Return the names in a workbook by id, or None where it is no ``plan.xlsx``.

    Args:
        data: bytes of a workbook that is known to be a sound one.

    Raises:
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
    >>> from nastavnik.report.workbook import plan_to_xlsx
    >>> cohort = Cohort(mentees=[Mentee(Pupil("b", name="Invented Name"))], mentors=[Mentor(Pupil("a"))])
    >>> dict(names_in_plan(plan_to_xlsx(match(cohort), cohort, TARGET_MODEL, "ru")))
    {'b': 'Invented Name'}
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - an extra

    with closing(load_workbook(BytesIO(data), read_only=True, keep_links=False)) as book:
        sheets = [list(_rows(sheet)) for sheet in book.worksheets]
    found: dict[str, str] = {}
    is_plan = False
    for rows in sheets:
        for ids, names in _columns(rows[0] if rows else ()):
            is_plan = True
            for row in rows[1:]:
                ident, name = _cell(row, ids), _cell(row, names)
                if ident and name:
                    found.setdefault(ident, name)
    return found if is_plan else None


def _rows(sheet: Any) -> Iterator[Sequence[object]]:
    sheet.reset_dimensions()
    yield from sheet.iter_rows(max_row=_MOST_ROWS, values_only=True)


def _columns(headings: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield where ids stand and where their names do, as `plan_to_xlsx` heads them."""
    written = [str(heading) for heading in headings]
    for side in _SIDES:
        for language in LANGUAGES:
            both = PHRASES[side][language], PHRASES[f"{side}-name"][language]
            if all(heading in written for heading in both):
                yield written.index(both[0]), written.index(both[1])


def _cell(row: Sequence[object], column: int) -> str:
    value = row[column] if column < len(row) else None
    return "" if value is None else str(value)
