"""Tables of people who are not in the round: read, and held against it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.cli.columns import OwnTables
from nastavnik.exchange.tables.files.table_files import ENDINGS
from nastavnik.exchange.tables.joined_subjects import with_parted_subjects
from nastavnik.exchange.tables.people_table import Found, PeopleTable, people_table
from nastavnik.methodology import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort, faults_in, faults_under
from nastavnik.programme.round.newcomers import newcomers as like

__all__ = ["Newcomers", "read_newcomers", "read_profiles"]


@frozen(kw_only=True)
class Newcomers:
    """People who come, and what is wrong with their tables.

    Args:
        mentees: those who want a mentor.
        mentors: those ready to be one.
        complete: whether the tables say who they are, so that a name they lack is a fault.
        faults: each with option, file, row and column.
    """

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    complete: bool
    faults: tuple[Fault, ...]


def read_newcomers(
    mentees: Iterable[Path],
    mentors: Iterable[Path],
    *,
    cohort: Cohort,
    gone: frozenset[str],
    methodology: Methodology,
    own: OwnTables,
) -> Newcomers:
    """Read those who come to a round from tables like those that it was made from.

    Args:
        mentees: files of ``--add-mentees``.
        mentors: files of ``--add-mentors``.
        cohort: the people of the round.
        gone: ids of those who leave it.
        methodology: where the categories, tasks and qualities come from.
        own: how the tables are read; notes what is met.
    """
    read = [
        *(_table("--add-mentees", path, Mentee, methodology, own) for path in mentees),
        *(_table("--add-mentors", path, Mentor, methodology, own) for path in mentors),
    ]
    tables = with_parted_subjects(read, [*cohort.mentees, *cohort.mentors])
    found = [fault for table in tables for fault in _faults_of(table, methodology)]
    coming = _mentees(tables), _mentors(tables)
    staying = (
        [one for one in cohort.mentees if one.id not in gone],
        [one for one in cohort.mentors if one.id not in gone],
    )
    between = faults_in([*staying[0], *coming[0]], [*staying[1], *coming[1]])
    taken = {one.id for side in staying for one in side}
    for fault in between if tables else ():
        # In a table with faults somebody may be missing, or differ for a cell that was not understood.
        if fault.code == "duplicate-id" or not found:
            found.append(_located(fault, tables, taken))
    return Newcomers(
        mentees=coming[0],
        mentors=coming[1],
        complete=all(table.ids_known for table in tables),
        faults=tuple(found),
    )


def read_profiles(
    path: Path, copies: int, *, cohort: Cohort, methodology: Methodology, own: OwnTables
) -> tuple[Mentor, ...]:
    """Read mentors to be found, and check that so many of each could come.

    Args:
        path: file of ``--profiles``.
        copies: how many like each.
        cohort: the people of the round.
        methodology: where the tasks and qualities come from.
        own: how the table is read; notes what is met.

    Raises:
        InvalidInputError: with every fault of the file.
    """
    table = _table("--profiles", path, Mentor, methodology, own)
    found = _faults_of(table, methodology)
    profiles = _mentors([table])
    taken = {*cohort.mentee_facts.ids, *cohort.mentor_facts.ids}
    for profile in () if found else profiles:
        several = like(profile, copies)
        for fault in faults_in(cohort.mentees, [*cohort.mentors, *several]):
            if (fault.subject or ("", ""))[1] == profile.id:
                found.append(_located(fault, [table], taken))
            else:  # one like the profile, under an id that is made for it
                found.append(_located(fault.moved(subject=("mentor", profile.id)), [table], taken))
    if found:
        raise InvalidInputError(found)
    return profiles


def _table(
    option: str,
    path: Path,
    role: type[Mentee] | type[Mentor],
    methodology: Methodology,
    own: OwnTables,
) -> PeopleTable:
    """Read one table; the option stands before the file wherever something is wrong."""
    table = people_table(path, f"{option} {path}", role, methodology, own.reading())
    found = tuple(evolve(one, fault=_with_remedy(one.fault, path)) for one in table.found)
    return evolve(table, found=found)


def _with_remedy(fault: Fault, path: Path) -> Fault:
    if fault.code != "no-file":
        return fault
    try:
        there = [one.name for one in path.parent.iterdir() if one.suffix.lower() in ENDINGS]
    except OSError:
        there = []
    return Fault("no-such-table", place=fault.place, advice=nearest(path.name, there))


def _faults_of(table: PeopleTable, methodology: Methodology) -> list[Fault]:
    """Return what is wrong with a table by itself, in the order of row and column."""
    wanting = [role for role in table.placed if isinstance(role, Mentee)]
    ready = [role for role in table.placed if isinstance(role, Mentor)]
    strange = map(table.locate, faults_under(methodology, wanting, ready))
    return [each.fault for each in sorted([*table.found, *strange], key=Found.order)]


def _located(fault: Fault, tables: Sequence[PeopleTable], taken: set[str]) -> Fault:
    """Give a fault of the changed round its place in the table of the newcomer who brings it."""
    role, ident = fault.subject or ("", "")
    holding = [table for table in tables if ident in table.by_id]
    of_role = [table for table in holding if table.role.role == role]
    if not holding:
        return fault
    moved = (of_role or holding)[-1].locate(fault).fault
    if fault.code == "duplicate-id" and fault.details["value"] in taken:
        value = fault.details["value"]
        return Fault("in-the-round", place=moved.place, value=value)
    return moved


def _mentees(tables: Iterable[PeopleTable]) -> tuple[Mentee, ...]:
    return tuple(role for t in tables for role in t.everybody if isinstance(role, Mentee))


def _mentors(tables: Iterable[PeopleTable]) -> tuple[Mentor, ...]:
    return tuple(role for t in tables for role in t.everybody if isinstance(role, Mentor))
