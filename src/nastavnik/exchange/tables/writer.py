"""A cohort becomes two tables that read back as the same cohort.

Nothing is ever written over a file unless that is asked for, and nothing is written at all when
one of the two tables cannot be.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError
from nastavnik.basics.texts import Language
from nastavnik.exchange.folder import write_files
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.files.table_files import FilePath
from nastavnik.exchange.tables.formats.csv_files import csv_of
from nastavnik.exchange.tables.renderer import Renderer
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor, Role
from nastavnik.programme.round.cohort import Cohort

__all__ = ["TableFormat", "workbook_of", "write_people"]

TableFormat = Literal["csv", "xlsx"]
"""Kind of file that a table can be written as."""

_FILES: Final[Mapping[type[Role], str]] = {Mentee: "mentees", Mentor: "mentors"}


def write_people(
    cohort: Cohort,
    folder: FilePath,
    *,
    language: Language,
    format: TableFormat,  # noqa: A002 - reads well at the call
    methodology: Methodology = TARGET_MODEL,
    overwrite: bool = False,
) -> tuple[Path, Path]:
    """Write the tables ``mentees`` and ``mentors`` of a cohort; reading them gives an equal cohort.

    Columns that nobody fills are left out, and minimums and priorities while all are the usual ones.
    In CSV a text that a spreadsheet program would run as a formula has an apostrophe before it, which
    reading takes away. Where there are no mentees or no mentors, the table has headings alone, and
    reading it says so.

    Args:
        cohort: the people.
        folder: where the files go; made if it is not there.
        language: of the headings, and of the categories, tasks and qualities.
        format: ``"csv"`` or ``"xlsx"``.
        methodology: where the categories, tasks and qualities come from.
        overwrite: replace files that are there.

    Returns:
        The files of the mentees and of the mentors.

    Raises:
        InvalidInputError: when a value would be read back as something else, when a file is there
            already, or when the folder cannot be written to; then nothing is written.
        UnknownNameError: when there is no such format.
        ModuleNotFoundError: when the format is XLSX and the extra ``xlsx`` is not installed.
    """
    if format not in get_args(TableFormat):
        raise UnknownNameError("format", format, get_args(TableFormat))
    contents: dict[str, bytes] = {}
    faults: list[Fault] = []
    roles: Sequence[Role]
    for roles, kind in ((cohort.mentees, Mentee), (cohort.mentors, Mentor)):
        renderer = _renderer(kind, methodology, language)
        columns, rows, wrong = renderer.rows(roles)
        faults.extend(wrong)
        if format == "csv":
            headings = [column.heading[language] for column in columns]
            content = b"" if wrong else csv_of([headings, *rows])
        else:
            content = b"" if wrong else workbook_of(columns, rows, language, renderer.choices)
        contents[f"{_FILES[kind]}.{format}"] = content
    if faults:
        raise InvalidInputError(faults)
    mentees, mentors = write_files(Path(folder), contents, overwrite=overwrite, private=True)
    return mentees, mentors


def _renderer(role: type[Role], methodology: Methodology, language: Language) -> Renderer:
    catalogues = Catalogues.of(methodology, role)
    return Renderer(role=role, language=language, catalogues=catalogues)


def workbook_of(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    language: Language,
    choices: Callable[[Column], tuple[str, ...]],
    *,
    note: Sequence[str] = (),
) -> bytes:
    """Return a table as a workbook.

    Args:
        columns: the columns.
        rows: cells of every row.
        language: of the headings.
        choices: returns the values to pick from of a column, () where there is no list.
        note: cells of a describing row.

    Raises:
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.
    """
    from nastavnik.exchange.tables.formats.xlsx_output import (  # noqa: PLC0415 - XlsxWriter is an extra
        SheetColumn,
        xlsx_of,
    )

    looks = [
        SheetColumn(
            heading=column.heading[language],
            width=max(column.width, *(len(word) + 2 for word in about.split()), 0),
            number=column.kind in {Kind.WHOLE, Kind.CLASS},
            choices=choices(column),
        )
        for column, about in zip(columns, note or [""] * len(columns), strict=True)
    ]
    return xlsx_of(looks, rows, note=note)
