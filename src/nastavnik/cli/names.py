"""Names beside ids, for the coordinator who asks for them by ``--names``, and for nobody else.

They are read from the coordinator's own tables for one call, and stand in its answer. No message, fault or log has
them: whoever is found by a name is called by the id from there on.
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.basics.words import compared
from nastavnik.exchange.tables.columns.known_headings import headings_of
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import read_sheets
from nastavnik.exchange.tables.people_table import PeopleTable, people_table
from nastavnik.methodology import Methodology
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.folder import WORKBOOK_FILE, read_workbook
from nastavnik.report.names import names_in_plan

__all__ = ["NOBODY", "Names", "read_names"]

_OPTION: Final = "--names"


@frozen(kw_only=True, repr=False)
class Names:
    """Display names by id.

    Args:
        by_id: a name each.
        asked: whether the coordinator asked for names.

    >>> names = Names(by_id={"p1": "Ёлкина Анна", "p2": "Елкин Олег"}, asked=True)
    >>> names.called("елкин о", {"p1", "p2"}), names.called("елкин", {"p1", "p2"})
    (['p2'], ['p1', 'p2'])
    """

    by_id: Mapping[str, str] = field(factory=dict, repr=False)
    asked: bool = False

    def called(self, asked: str, known: Collection[str]) -> list[str]:
        """Return who is called so: each word that is given begins a word of the name.

        Args:
            asked: a name or a part of it.
            known: ids of those who may be meant.
        """
        wanted = compared(asked).split()
        found = (one for one in known if _fits(wanted, compared(self.by_id.get(one, "")).split()))
        return sorted(found) if wanted else []

    def with_those(self, people: Iterable[Mentee | Mentor]) -> "Names":
        """Return these names and those of some people, where names are asked for at all."""
        if not self.asked:
            return self
        more = {one.id: one.person.name for one in people if one.person.name}
        return evolve(self, by_id={**more, **self.by_id})

    def of(self, cohort: Cohort) -> Cohort:
        """Return a cohort whose people have their names, for the coordinator's own tables."""
        if not self.by_id:
            return cohort
        return Cohort(
            mentees=[self._named_mentee(one) for one in cohort.mentees],
            mentors=[self._named_mentor(one) for one in cohort.mentors],
        )

    def _named_mentee(self, one: Mentee) -> Mentee:
        name = self.by_id.get(one.id, one.person.name)
        return evolve(one, person=evolve(one.person, name=name))

    def _named_mentor(self, one: Mentor) -> Mentor:
        name = self.by_id.get(one.id, one.person.name)
        return evolve(one, person=evolve(one.person, name=name))

    def __repr__(self) -> str:
        return f"Names({len(self.by_id)})"


NOBODY: Final = Names()
"""No names, because nobody asked for them."""


def _fits(wanted: list[str], words: list[str]) -> bool:
    """Whether each wanted word begins another word of a name."""
    left = list(words)
    for word in sorted(wanted, key=len, reverse=True):
        begun = next((one for one in left if one.startswith(word)), None)
        if begun is None:
            return False
        left.remove(begun)
    return True


def read_names(paths: Iterable[Path], methodology: Methodology) -> Names:
    """Read the names in tables of people, in a ``plan.xlsx`` or in the one of a folder.

    Args:
        paths: what ``--names`` was given.
        methodology: of the tables.

    Raises:
        InvalidInputError: with every file that cannot be read or has no names; what else is wrong in a table of
            people does not matter here.
    """
    by_id: dict[str, str] = {}
    faults: list[Fault] = []
    given = list(paths)
    for path in given:
        file = path / WORKBOOK_FILE if path.is_dir() else path
        called = f"{_OPTION} {path}"
        try:
            if path.is_dir() and (changed := read_workbook(path).changed):
                faults += [
                    Fault("other-names", place=Place(file=called)) if file.is_file() else one
                    for one in changed
                ]
                continue
            found = _names_in(file, called, methodology)
        except InvalidInputError as error:
            faults += error.faults
            continue
        if not found:
            faults.append(Fault("no-names", place=Place(file=called)))
        for ident, name in found.items():
            by_id.setdefault(ident, name)
    if faults:
        raise InvalidInputError(faults)
    return Names(by_id=by_id, asked=bool(given))


def _names_in(path: Path, called: str, methodology: Methodology) -> Mapping[str, str]:
    if path.suffix.lower() == ".xlsx" and path.is_file():
        data = path.read_bytes()
        reading = Reading(hidden="take")
        read_sheets(
            path, called, headings_of(Mentee), reading
        )  # refuses what is damaged or endless
        if (planned := names_in_plan(data)) is not None:
            return planned
    tables = [people_table(path, called, role, methodology) for role in (Mentee, Mentor)]
    table = min(tables, key=lambda one: len(one.found))
    if not table.layouts:
        raise InvalidInputError([each.fault for each in table.found])
    return _names_of(table)


def _names_of(table: PeopleTable) -> Mapping[str, str]:
    return {
        row.ident: row.role.person.name
        for row in table.rows
        if row.ident is not None and row.role.person.name
    }
