"""A cohort becomes two tables that read back as the same cohort; a template shows what to fill in.

Nothing is ever written over a file unless that is asked for, and nothing is written at all when
one of the two tables cannot be.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError
from nastavnik.basics.texts import Language
from nastavnik.exchange.folder import write_files
from nastavnik.exchange.tables.columns import Column, Kind
from nastavnik.exchange.tables.csv_files import csv_of
from nastavnik.exchange.tables.demand_columns import DEMAND_COLUMNS, DEMANDS
from nastavnik.exchange.tables.files import FilePath
from nastavnik.exchange.tables.headings import written_columns
from nastavnik.exchange.tables.renderer import Renderer
from nastavnik.methodology.catalogues import Catalogues
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor, Role
from nastavnik.programme.round.cohort import Cohort

__all__ = ["TableFormat", "write_people", "write_template"]

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
            content = b"" if wrong else _workbook(columns, rows, language, renderer.choices)
        contents[f"{_FILES[kind]}.{format}"] = content
    if faults:
        raise InvalidInputError(faults)
    mentees, mentors = write_files(Path(folder), contents, overwrite=overwrite)
    return mentees, mentors


def write_template(
    folder: FilePath, *, language: Language, methodology: Methodology = TARGET_MODEL
) -> tuple[Path, Path, Path]:
    """Write empty workbooks to be filled in: ``mentees.xlsx``, ``mentors.xlsx`` and ``demands.xlsx``.

    The last is for locks and bans, and is needed by nobody who has none. Each has bold headings and one row
    that says what to put into the cells; reading skips that row.

    Returns:
        The files for the mentees, for the mentors, and for locks and bans.

    Raises:
        InvalidInputError: when a file is there already; it is left, and nothing is written.
        ModuleNotFoundError: when the extra ``xlsx`` is not installed.
    """
    contents: dict[str, bytes] = {}
    for role, name in _FILES.items():
        renderer = _renderer(role, methodology, language)
        columns = written_columns(role)
        note = _note([renderer.about(column) for column in columns])
        contents[f"{name}.xlsx"] = _workbook(columns, (), language, renderer.choices, note=note)
    contents["demands.xlsx"] = _template_of_demands(methodology, language)
    mentees, mentors, demands = write_files(Path(folder), contents, overwrite=False)
    return mentees, mentors, demands


def _note(about: Sequence[str]) -> list[str]:
    """Return the describing row, so that reading skips it."""
    return [f"# {about[0]}", *about[1:]]


def _template_of_demands(methodology: Methodology, language: Language) -> bytes:
    rules = {rule.id for rule in methodology.every_requirement() if not rule.binding}
    known = {Kind.DEMAND: DEMANDS.shown(language), Kind.IDS: sorted(rules)}
    about = [
        column.about[language].format(known=", ".join(known.get(column.kind, ())))
        for column in DEMAND_COLUMNS
    ]

    def choices(column: Column) -> tuple[str, ...]:
        return DEMANDS.shown(language) if column.kind is Kind.DEMAND else ()

    return _workbook(DEMAND_COLUMNS, (), language, choices, note=_note(about))


def _renderer(role: type[Role], methodology: Methodology, language: Language) -> Renderer:
    catalogues = Catalogues.of(methodology, role)
    return Renderer(role=role, language=language, catalogues=catalogues)


def _workbook(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    language: Language,
    choices: Callable[[Column], tuple[str, ...]],
    *,
    note: Sequence[str] = (),
) -> bytes:
    from nastavnik.exchange.tables.xlsx_output import (  # noqa: PLC0415 - XlsxWriter is an extra
        SheetColumn,
        xlsx_of,
    )

    looks = [
        SheetColumn(
            heading=column.heading[language],
            width=column.width,
            number=column.kind in {Kind.WHOLE, Kind.CLASS},
            choices=choices(column),
        )
        for column in columns
    ]
    return xlsx_of(looks, rows, note=note)
