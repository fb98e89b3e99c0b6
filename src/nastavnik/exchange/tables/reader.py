"""Two tables become a cohort, or one error that names every fault in them, each with its place.

Nobody is dropped and nothing is guessed. A person with faults stays known to the others, so that
one mistake is reported once; what only the two tables together can show is reported at the row
that shows it.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from nastavnik.basics.errors import Fault, InvalidInputError, Place
from nastavnik.exchange.tables.files import FilePath, table_names
from nastavnik.exchange.tables.people_table import Found, PeopleTable, people_table
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort, faults_in, faults_under

__all__ = ["read_cohort", "read_mentees", "read_mentors"]

_SWAPPED: Final = frozenset({"heading-of-mentors", "heading-of-mentees"})
"""Codes of faults that both files have when one was given for the other."""


def read_cohort(
    mentees: FilePath, mentors: FilePath, *, methodology: Methodology = TARGET_MODEL
) -> Cohort:
    """Read everyone of one round from two tables, each in CSV or XLSX.

    Args:
        mentees: file of those who want a mentor.
        mentors: file of those ready to be one.
        methodology: where the categories, tasks and qualities come from.

    Raises:
        InvalidInputError: with every fault of both files, in the order of file, row and column.
        ModuleNotFoundError: when a file is a workbook and the extra ``xlsx`` is not installed.
    """
    paths = Path(mentees), Path(mentors)
    _check_apart(*paths)
    names = table_names(*paths)
    left = people_table(paths[0], names[0], Mentee, methodology)
    right = people_table(paths[1], names[1], Mentor, methodology)
    _raise_any(left, right, between=list(_between(left, right, methodology)))
    return Cohort(mentees=_mentees(left), mentors=_mentors(right))


def read_mentees(path: FilePath, *, methodology: Methodology = TARGET_MODEL) -> tuple[Mentee, ...]:
    """Read the mentees from their table; whether those whom they name exist is not checked.

    Raises:
        InvalidInputError: with every fault of the file.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.
    """
    table = people_table(Path(path), Path(path).name, Mentee, methodology)
    faults = faults_under(methodology, _mentees(table, placed=True), ())
    _raise_any(table, between=[(table, fault) for fault in faults])
    return _mentees(table)


def read_mentors(path: FilePath, *, methodology: Methodology = TARGET_MODEL) -> tuple[Mentor, ...]:
    """Read the mentors from their table; whether those whom they name exist is not checked.

    Raises:
        InvalidInputError: with every fault of the file.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.
    """
    table = people_table(Path(path), Path(path).name, Mentor, methodology)
    faults = faults_under(methodology, (), _mentors(table, placed=True))
    _raise_any(table, between=[(table, fault) for fault in faults])
    return _mentors(table)


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


def _check_apart(mentees: Path, mentors: Path) -> None:
    """Check that not one file is given for both tables."""
    same = False
    with contextlib.suppress(OSError):
        same = mentees.samefile(mentors)
    if same:
        raise InvalidInputError([Fault("same-file", place=Place(file=str(mentees)))])


def _is_of_the_other_role(table: PeopleTable) -> bool:
    return any(each.fault.code in _SWAPPED for each in table.found)


def _raise_any(*tables: PeopleTable, between: list[tuple[PeopleTable, Fault]]) -> None:
    """Raise all faults of the tables, if there are any, in the order of file, row and column."""
    faults: list[Fault] = []
    swapped = len(tables) > 1 and all(map(_is_of_the_other_role, tables))
    for table in tables:
        found = [*table.found, *(table.locate(fault) for t, fault in between if t is table)]
        if swapped:  # whatever else is found comes of that
            found = [each for each in found if each.fault.code in _SWAPPED]
        found.sort(key=Found.order)
        faults.extend(each.fault for each in found)
    if faults:
        raise InvalidInputError(faults)
