"""A map of headings from its file: TOML, or a table of two columns; or one error that names every fault with its place.

In TOML the sections ``[columns]``, ``[values."Heading"]`` and ``[all]`` hold for both tables, and for one of them when
they stand below ``mentees`` or ``mentors``: ``[mentees.columns]``. A table of two columns has the school's headings on
the left and ours, or «не нужен», on the right.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from nastavnik.basics import validators
from nastavnik.basics.disclosure import quoted
from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.places import Place
from nastavnik.basics.words import clean, compared
from nastavnik.exchange.tables.columns.column_map import (
    NOT_NEEDED,
    NOTE,
    ColumnMap,
    MadeIds,
    TableMap,
    compared_heading,
)
from nastavnik.exchange.tables.columns.headings import COLUMNS
from nastavnik.exchange.tables.columns.known_headings import column_headed, headings_of
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import FilePath, read_sheets
from nastavnik.exchange.tables.formats.raw import refused
from nastavnik.exchange.toml_syntax import toml_file, toml_of
from nastavnik.people.records import Mentee, Mentor, Role

__all__ = ["column_map_of", "read_column_map"]

_NOT_NEEDED: Final = frozenset(
    map(compared_heading, ("не нужен", "не нужна", "не нужно", "не нужны", "нет", "-", "", NOT_NEEDED, "skip"))
)  # fmt: skip
_NOTES: Final = frozenset(map(compared_heading, ("заметка", "заметки", NOTE, "notes")))

_OF_TABLE: Final = ("columns", "values", "all")
_SECTIONS: Final = ("on", *_OF_TABLE, "mentees", "mentors", "ids", "carry", "extra")
_OF_IDS: Final = ("make", "from", "secret")
_OF_CARRY: Final = ("headings", "all")
_ROLES: Final[Mapping[str, tuple[type[Role], ...]]] = {
    "": (Mentee, Mentor),
    "mentees": (Mentee,),
    "mentors": (Mentor,),
}
_SHORTEST_SECRET: Final = 16
"""Characters of a secret; one that is made has more."""

_HEADED: Final = ("заголов", "столб", "heading", "column", "колонка")
"""Beginnings of words above the two columns of a map that is a table."""


def read_column_map(path: FilePath) -> ColumnMap:
    r"""Read a map of headings from a file, ``.toml``, or a table of two columns.

    Raises:
        InvalidInputError: with every fault of the file.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "headings.toml"
    >>> _ = path.write_text('[columns]\n"В каком классе?" = "Класс"\n', encoding="utf-8")
    >>> read_column_map(path).both.columns
    immutabledict({'вкакомклассе?': 'grade'})
    """
    path = Path(path)
    name = path.name or str(path)
    if path.suffix.lower() == ".toml":
        return _map_of(toml_file(path, name), name)
    if path.suffix.lower() == ".json":
        raise refused(Fault("not-a-map", value=path.suffix), file=name)
    reading = _MapReading(name)
    raw = read_sheets(path, name, headings_of(Mentee), Reading(hidden="take"))
    found = reading.rows(raw.sheets[0].rows if raw.sheets else ())
    return reading.result(ColumnMap(both=TableMap(columns=found)))


def column_map_of(text: str, name: str) -> ColumnMap:
    r"""Return the map that a text in TOML says; messages call it ``name``.

    Raises:
        InvalidInputError: with every fault of the text.

    >>> column_map_of('[mentees.all]\n"Позиция" = "ученик"', "headings.toml").of(Mentee).everywhere
    immutabledict({'position': 'ученик'})
    """
    return _map_of(toml_of(text, name), name)


def _map_of(said: Mapping[str, Any], name: str) -> ColumnMap:
    reading = _MapReading(name)
    reading.known(said, _SECTIONS, "")
    tables = {
        side: reading.table(said if not side else said.get(side, {}), side) for side in _ROLES
    }
    ids = reading.ids(said.get("ids"))
    carried, all_notes = reading.carried(said.get("carry"))
    return reading.result(
        ColumnMap(
            both=tables[""],
            mentees=tables["mentees"],
            mentors=tables["mentors"],
            ids=ids,
            carried=carried,
            all_notes=all_notes,
            extra=reading.own_fields(said.get("extra")),
            on=reading.day(said.get("on")),
        )
    )


class _MapReading:
    """Reads the parts of a map; what is wrong with them is noted."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._faults: list[Fault] = []

    def result(self, made: ColumnMap) -> ColumnMap:
        """Return the map, unless something is wrong with it."""
        if self._faults:
            raise InvalidInputError(self._faults)
        return made

    def table(self, said: object, side: str) -> TableMap:
        """Read what is said of one table, or of both."""
        section = self._section(said, side)
        if side:
            self.known(section, _OF_TABLE, side)
        at = f"{side}." if side else ""
        roles = _ROLES[side]
        columns = self.texts(section.get("columns"), f"{at}columns")
        targets = {h: self._target(t, roles, f"{at}columns", h) for h, t in columns.items()}
        everywhere = self.texts(section.get("all"), f"{at}all")
        keyed = {
            self._key(heading, roles, f"{at}all", columns): value
            for heading, value in everywhere.items()
        }
        values: dict[str, Mapping[str, str]] = {}
        for heading, some in self._section(section.get("values"), f"{at}values").items():
            where = f"{at}values.{_quoted(heading)}"
            key = self._key(heading, roles, f"{at}values", columns)
            spellings = self.texts(some, where)
            if key is not None:
                values[key] = {**values.get(key, {}), **spellings}
            self._doubled(spellings, where, compared)
        self._doubled(columns, f"{at}columns", compared_heading)
        return TableMap(
            columns={h: t for h, t in targets.items() if t is not None},
            values=values,
            everywhere={key: value for key, value in keyed.items() if key is not None},
        )

    def rows(self, rows: Sequence[tuple[int, Sequence[object]]]) -> dict[str, str]:
        """Read a table of two columns."""
        found: dict[str, str] = {}
        first: dict[str, str] = {}
        for index, (number, row) in enumerate(rows):
            cells = [clean(cell) if isinstance(cell, str) else "" for cell in row]
            if index == 0 and all(_is_heading_of_map(cell) for cell in cells[:2]):
                continue
            if not cells[0] or len(cells) != len("AB"):
                self._note(Fault("row-of-map"), row=number)
                continue
            target = self._target(cells[1], _ROLES[""], None, cells[0], row=number)
            if target is None:
                continue
            if first.setdefault(compared_heading(cells[0]), target) != target:
                known = [
                    cells[1],
                    *(h for h in found if found[h] == first[compared_heading(cells[0])]),
                ]
                self._note(Fault("mapped-twice", value=cells[0], known=known), row=number)
            found[cells[0]] = target
        return found

    def ids(self, said: object) -> MadeIds | None:
        """Read how ids are made."""
        if said is None:
            return None
        section = self._section(said, "ids")
        self.known(section, _OF_IDS, "ids")
        secret = section.get("secret", "")
        if not isinstance(secret, str) or (secret and len(secret) < _SHORTEST_SECRET):
            self._note(Fault("not-a-secret", low=_SHORTEST_SECRET), path="[ids] secret")
            secret = ""
        headings = self._headings(section.get("from", []), "[ids] from")
        keys = [self._key(heading, _ROLES[""], "ids", {}) for heading in headings]
        make = section.get("make", True)
        if not isinstance(make, bool):
            self._note(Fault("not-yes-no", value=make), path="[ids] make")
        return MadeIds(columns=filter(None, keys), secret=secret) if make else None

    def carried(self, said: object) -> tuple[tuple[str, ...], bool]:
        """Read which columns are carried along, and whether all notes are."""
        if said is None:
            return (), False
        section = self._section(said, "carry")
        self.known(section, _OF_CARRY, "carry")
        every = section.get("all", False)
        if not isinstance(every, bool):
            self._note(Fault("not-yes-no", value=every), path="[carry] all")
        return tuple(self._headings(section.get("headings", []), "[carry] headings")), every is True

    def own_fields(self, said: object) -> dict[str, str]:
        """Read which columns fill fields of one's own."""
        fields = {heading: compared(name) for heading, name in self.texts(said, "extra").items()}
        for heading, name in fields.items():
            wrong = validators.extra({name: "?"})  # noqa: S610 - no Django here
            if wrong is not None:
                fault = Fault(wrong[0], **dict[str, Any](wrong[1]))
                self._note(fault, path=f"[extra] {_quoted(heading)}")
        return fields

    def day(self, said: object) -> date | None:
        """Read the day of the ages."""
        if said is None or (isinstance(said, date) and not isinstance(said, datetime)):
            return said
        self._note(Fault("not-a-day", value=str(said)), path="on")
        return None

    def texts(self, said: object, where: str) -> dict[str, str]:
        """Read a section of texts."""
        section = self._section(said, where)
        wrong = [key for key, value in section.items() if not isinstance(value, str)]
        for key in wrong:
            self._note(Fault("not-text", value=str(section[key])), path=f"[{where}] {_quoted(key)}")
        return {key: clean(value) for key, value in section.items() if key not in wrong}

    def known(self, section: Mapping[str, object], keys: Sequence[str], where: str) -> None:
        """Note what is no key of a section."""
        for key in section:
            if key not in keys:
                advice = nearest(key, keys)
                fault = Fault("unknown-section", value=key, known=list(keys), advice=advice)
                self._note(fault, path=f"[{where}]" if where else _quoted(key))

    def _section(self, said: object, where: str) -> Mapping[str, Any]:
        if isinstance(said, Mapping):
            return said
        if said is not None:
            self._note(Fault("not-a-section"), path=f"[{where}]")
        return {}

    def _headings(self, said: object, path: str) -> list[str]:
        if isinstance(said, list) and all(isinstance(one, str) for one in said):
            return said
        self._note(Fault("not-a-list"), path=path)
        return []

    def _key(
        self, heading: str, roles: Sequence[type[Role]], where: str, columns: Mapping[str, str]
    ) -> str | None:
        """Return the key of the column of a heading, ours or one that the school has mapped."""
        ours = {compared_heading(school): target for school, target in columns.items()}
        name = ours.get(compared_heading(heading), heading)
        key = self._target(name, roles, where, heading)
        return None if key in {NOTE, NOT_NEEDED} else key

    def _target(
        self,
        name: str,
        roles: Sequence[type[Role]],
        where: str | None,
        heading: str,
        row: int | None = None,
    ) -> str | None:
        """Return what a name stands for: the key of a column, or that it is not read."""
        if compared_heading(name) in _NOT_NEEDED:
            return NOT_NEEDED
        if compared_heading(name) in _NOTES:
            return NOTE
        for role in roles:
            column = column_headed(name, role)
            if column is not None:
                return column.key
        known = [n for column in COLUMNS if {*roles} & {*column.tables} for n in column.names]
        fault = Fault("unknown-target", value=name, advice=nearest(name, known))
        self._note(fault, path=None if where is None else f"[{where}] {_quoted(heading)}", row=row)
        return None

    def _doubled(
        self, section: Mapping[str, str], where: str, key_of: Callable[[str], str]
    ) -> None:
        """Note what stands in a section twice in two spellings, and means different things."""
        first: dict[str, str] = {}
        for key, value in section.items():
            other = first.setdefault(key_of(key), value)
            if other != value:
                fault = Fault("mapped-twice", value=key, known=[other, value])
                self._note(fault, path=f"[{where}]")

    def _note(self, fault: Fault, *, path: str | None = None, row: int | None = None) -> None:
        self._faults.append(fault.moved(place=Place(file=self._name, path=path, row=row)))


def _is_heading_of_map(cell: str) -> bool:
    return any(compared(cell).startswith(word) or f" {word}" in compared(cell) for word in _HEADED)


def _quoted(text: str) -> str:
    return quoted(text.replace("«", "").replace("»", ""), "ru")
