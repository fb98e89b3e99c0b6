"""Two tables become a cohort, or one error that names every fault in them, each with its place.

Nobody is dropped and nothing is guessed. A person with faults stays known to the others, so that
one mistake is reported once; what only the two tables together can show is reported at the row
that shows it.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, get_args

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError
from nastavnik.basics.kept import Kept
from nastavnik.basics.limits import LIMITS
from nastavnik.basics.places import Place
from nastavnik.exchange.tables.columns.column_map import ColumnMap, compared_heading
from nastavnik.exchange.tables.files.options import Hidden, Reading, ReadingProgress
from nastavnik.exchange.tables.files.table_files import FilePath, table_names
from nastavnik.exchange.tables.joined_subjects import with_parted_subjects
from nastavnik.exchange.tables.people_table import Found, PeopleTable, people_table
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor, Position, Role
from nastavnik.programme.round.cohort import Cohort, faults_in, faults_under

__all__ = ["read_cohort", "read_mentees", "read_mentors"]

IdSource = Literal["column", "make"]
"""Where ids come from: a column of the table, or what says who somebody is, where the table has no such column."""

_SWAPPED: Final = frozenset({"heading-of-mentors", "heading-of-mentees"})
"""Codes of faults that both files have when one was given for the other."""


def read_cohort(  # noqa: PLR0913 - all of them say how one table is read
    mentees: FilePath,
    mentors: FilePath,
    *,
    methodology: Methodology = TARGET_MODEL,
    sheet: str | Sequence[str] | None = None,
    hidden: Hidden = "refuse",
    notes: list[Fault] | None = None,
    progress: Callable[[ReadingProgress], object] | None = None,
    columns: ColumnMap | None = None,
    position: Position | None = None,
    ids: IdSource = "column",
    on: date | None = None,
    carried: dict[str, dict[str, str]] | None = None,
) -> Cohort:
    """Read everyone of one round from two tables, each a workbook or a text file.

    Both may stand in one workbook, on different sheets. Several sheets with the same headings, such as one
    for each class, are one table.

    Args:
        mentees: file of those who want a mentor.
        mentors: file of those ready to be one.
        methodology: where the categories, tasks and qualities come from.
        sheet: name of the sheet, or of several; each counts for the file that has it. In a file that has none of
            them, and when None, sheets are found by their headings.
        hidden: whether hidden rows and sheets are refused, taken or left out.
        notes: a list to which everything is added that should be told and is no fault, such as rows above the
            headings that were not read.
        progress: called as rows are read; what it raises stops the reading.
        columns: what the school says of its own headings and spellings, as `read_column_map` reads it.
        position: of everybody in a table that has no column of it.
        ids: ``"make"`` makes ids in a table that has none, of name, organisation and birth date or e-mail address; the
            same person has the same one next year. Without a secret in ``columns`` a name can be found by trying out.
        on: day on which the age is told from a birth date; the first of September of this school year if None.
        carried: a mapping to which is added what stands in the columns of notes that ``columns`` carries along, by id
            and heading; for the coordinator's own workbook, never for JSON.

    Raises:
        InvalidInputError: with every fault of both files, in the order of file, sheet, row and column.
        UnknownNameError: when ``hidden`` is none of its values.
        ModuleNotFoundError: when a file is a workbook and the extra ``xlsx`` is not installed.
    """
    paths = Path(mentees), Path(mentors)
    reading = Reading.of(sheet, hidden, notes, progress)
    reading.said, reading.carried = _said(columns, position, ids, on), carried
    reading.quiet = same = _are_same(*paths)
    names = (paths[0].name, paths[0].name) if same else table_names(*paths)
    left = people_table(paths[0], names[0], Mentee, methodology, reading)
    right = people_table(paths[1], names[1], Mentor, methodology, reading)
    left, right = with_parted_subjects([left, right])
    if left.read_from and right.read_from:
        reading.check_sheets(names[0])
    if same and left.read_from & right.read_from:
        raise InvalidInputError([Fault("same-file", place=Place(file=str(paths[0])))])
    if same and not left.read_from and not right.read_from:
        _raise_any(left, between=[])  # what is wrong with the file is wrong for both
    _raise_any(
        left,
        right,
        between=list(_between(left, right, methodology)),
        more=list(_not_carried(reading.said, (left, right))),
    )
    return Cohort(mentees=_mentees(left), mentors=_mentors(right))


def read_mentees(  # noqa: PLR0913 - as read_cohort
    path: FilePath,
    *,
    methodology: Methodology = TARGET_MODEL,
    sheet: str | Sequence[str] | None = None,
    hidden: Hidden = "refuse",
    notes: list[Fault] | None = None,
    progress: Callable[[ReadingProgress], object] | None = None,
    columns: ColumnMap | None = None,
    position: Position | None = None,
    ids: IdSource = "column",
    on: date | None = None,
    carried: dict[str, dict[str, str]] | None = None,
) -> tuple[Mentee, ...]:
    """Read the mentees from their table; whether those whom they name exist is not checked.

    The arguments are those of ``read_cohort``.

    Raises:
        InvalidInputError: with every fault of the file.
        UnknownNameError: when ``hidden`` is none of its values.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.
    """
    reading = Reading.of(sheet, hidden, notes, progress)
    reading.said, reading.carried = _said(columns, position, ids, on), carried
    return _mentees(_alone(Path(path), Mentee, methodology, reading))


def read_mentors(  # noqa: PLR0913 - as read_cohort
    path: FilePath,
    *,
    methodology: Methodology = TARGET_MODEL,
    sheet: str | Sequence[str] | None = None,
    hidden: Hidden = "refuse",
    notes: list[Fault] | None = None,
    progress: Callable[[ReadingProgress], object] | None = None,
    columns: ColumnMap | None = None,
    position: Position | None = None,
    ids: IdSource = "column",
    on: date | None = None,
    carried: dict[str, dict[str, str]] | None = None,
) -> tuple[Mentor, ...]:
    """Read the mentors from their table; whether those whom they name exist is not checked.

    The arguments are those of ``read_cohort``.

    Raises:
        InvalidInputError: with every fault of the file.
        UnknownNameError: when ``hidden`` is none of its values.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.
    """
    reading = Reading.of(sheet, hidden, notes, progress)
    reading.said, reading.carried = _said(columns, position, ids, on), carried
    return _mentors(_alone(Path(path), Mentor, methodology, reading))


def _alone(path: Path, role: type[Role], methodology: Methodology, reading: Reading) -> PeopleTable:
    """Read a table without the other one.

    Raises:
        InvalidInputError: with every fault of the file.
    """
    table = people_table(path, path.name, role, methodology, reading)
    (table,) = with_parted_subjects([table])
    if table.read_from:
        reading.check_sheets(path.name)
    faults = faults_under(methodology, _mentees(table, placed=True), _mentors(table, placed=True))
    _raise_any(table, between=[(table, fault) for fault in faults])
    return table


def _said(
    columns: ColumnMap | None, position: Position | None, ids: IdSource, on: date | None
) -> ColumnMap:
    """Return the map together with what the arguments of the call say."""
    if ids not in get_args(IdSource):
        raise UnknownNameError("source of ids", ids, get_args(IdSource))
    name = None if position is None else Position(position).value
    return (columns or ColumnMap()).holding(position=name, ids=ids == "make", on=on)


def _not_carried(said: ColumnMap, tables: Sequence[PeopleTable]) -> Iterator[Fault]:
    """Yield what is to be carried along and stands in no table."""
    layouts = [layout for table in tables for layout in table.layouts]
    there = {compared_heading(heading) for layout in layouts for heading in layout.carried}
    for heading in said.carried:
        if all(table.layouts for table in tables) and compared_heading(heading) not in there:
            yield Fault("no-carried-column", value=heading)


def _mentees(table: PeopleTable, *, placed: bool = False) -> tuple[Mentee, ...]:
    roles = table.placed if placed else table.everybody
    return tuple(role for role in roles if isinstance(role, Mentee))


def _mentors(table: PeopleTable, *, placed: bool = False) -> tuple[Mentor, ...]:
    roles = table.placed if placed else table.everybody
    return tuple(role for role in roles if isinstance(role, Mentor))


def _between(
    left: PeopleTable, right: PeopleTable, methodology: Methodology
) -> Iterator[tuple[PeopleTable, Fault]]:
    """Yield what only both tables, or the methodology, can show, with the table it stands in."""
    for fault in faults_in(_mentees(left), _mentors(right)):
        role, ident = fault.subject or ("", "")
        table, other = (left, right) if role == Mentee.role else (right, left)
        if fault.code == "names-nobody" and (
            not other.ids_known or fault.details["value"] in other.refused
        ):
            continue  # who is there cannot be known before the other table can be read
        if fault.code == "two-people":
            sure = _surely_different(fault, left, right, ident)
            if sure:
                yield table, _with_fields(fault, sure)
            continue
        yield table, fault
    for fault in faults_under(
        methodology, _mentees(left, placed=True), _mentors(right, placed=True)
    ):
        yield (left if fault.subject and fault.subject[0] == Mentee.role else right), fault


def _surely_different(fault: Fault, left: PeopleTable, right: PeopleTable, ident: str) -> list[str]:
    """Return the fields in which two people differ, but for cells that are wrong anyway."""
    unsure = left.by_id[ident].unsure | right.by_id[ident].unsure
    differing: Any = fault.details["fields"]
    return [name for name in differing if not {"position", left.key_of(name)} & unsure]


def _with_fields(fault: Fault, names: list[str]) -> Fault:
    details: dict[str, Any] = {**fault.details, "fields": names}
    return Fault(fault.code, subject=fault.subject, field=fault.field, **details)


def _are_same(mentees: Path, mentors: Path) -> bool:
    """Return whether one file is given for both tables."""
    with contextlib.suppress(OSError):
        return mentees.samefile(mentors)
    return False


def _is_of_the_other_role(table: PeopleTable) -> bool:
    return any(each.fault.code in _SWAPPED for each in table.found)


def _raise_any(
    *tables: PeopleTable, between: list[tuple[PeopleTable, Fault]], more: Iterable[Fault] = ()
) -> None:
    """Raise all faults of the tables, if there are any, in the order of file, row and column."""
    faults = Kept[Fault](LIMITS.faults)
    swapped = len(tables) > 1 and all(map(_is_of_the_other_role, tables))
    for table in tables:
        found = [*table.found, *(table.locate(fault) for t, fault in between if t is table)]
        if swapped:  # whatever else is found comes of that
            found = [each for each in found if each.fault.code in _SWAPPED]
        found.sort(key=Found.order)
        faults.extend(each.fault for each in found)
        faults.further += table.further
    faults.extend(more)
    if faults:
        raise InvalidInputError(faults)
