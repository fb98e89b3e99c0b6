"""Reads cases from a file that a methodologist writes: people as in tables, with the same headings and words.

::

    [everywhere.mentor]
    "Позиция" = "ученик"
    "Класс" = 10

    [[case]]
    name = "Десятиклассник становится наставником семиклассника своей школы"
    mentee = { "Класс" = 7 }
    expected = { pair = true, role_model = "равный – равному" }
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import is_whole
from nastavnik.exchange.cases.case import Case, Expected
from nastavnik.exchange.rule_changes import changes_by_hand, shown_way
from nastavnik.exchange.tables.columns.column_map import ColumnMap, compared_heading
from nastavnik.exchange.tables.people_table import one_person
from nastavnik.exchange.toml_syntax import toml_file
from nastavnik.methodology.catalogues import Catalogue, Entry
from nastavnik.methodology.changes import NO_CHANGES, RuleChanges
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.methodology.values import ModelValue
from nastavnik.people.records import Mentee, Mentor, Role
from nastavnik.programme.round.cohort import faults_in, faults_under

__all__ = ["read_cases"]

_PARTS: Final = ("everywhere", "case")
_EVERYWHERE: Final = ("mentor", "mentee", "on", "rules")
_OF_CASE: Final = ("name", "mentor", "mentee", "expected", "on", "rules", "covers")
_OF_EXPECTED: Final = ("pair", "form", "role_model", "points", "failed")

_TABLE: Final = Text(en="a table of names and values", ru="таблица с именами и значениями")
_TABLES: Final = Text(en="tables [[case]]", ru="таблицы [[case]]")
_TEXT: Final = Text(en="a text", ru="текст")
_TEXTS: Final = Text(en="a list of texts", ru="список текстов")
_NUMBER: Final = Text(en="a whole number", ru="целое число")
_YES_NO: Final = Text(en="true or false", ru="true или false")
_DAY: Final = Text(en="a day, such as 2026-09-01", ru="дата, например 2026-09-01")
_CELL: Final = Text(en="a text, a number or true or false", ru="текст, число, true или false")

_OWN_IDS: Final[Mapping[type[Role], str]] = {Mentor: "mentor", Mentee: "mentee"}
"""Ids of the two where a case gives none."""


def read_cases(path: str | Path, *, methodology: Methodology = TARGET_MODEL) -> tuple[Case, ...]:
    r"""Read every case of a file.

    Args:
        path: of a file in TOML.
        methodology: what the cases are about, without the changes that they make.

    Raises:
        InvalidInputError: with every fault of the file, each with the case in which it stands.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "cases.toml"
    >>> _ = path.write_text(
    ...     '[[case]]\nname = "One grade"\nmentor = {position = "pupil", grade = 9}\n'
    ...     'mentee = {position = "pupil", grade = 9}\nexpected = {pair = false}'
    ... )
    >>> [case.mentor.person.grade for case in read_cases(path)]
    [9]
    """
    file = Path(path).name or str(path)
    reading = _Reading(toml_file(Path(path), file), file, methodology)
    cases = tuple(reading.cases())
    if reading.faults:
        raise InvalidInputError(reading.faults)
    return cases


_Cells = dict[str, tuple[str, str]]
"""Heading and cell by the heading as it is compared."""


@frozen(kw_only=True)
class _Shared:
    """What holds in every case unless the case says otherwise."""

    cells: Mapping[type[Role], _Cells] = field(factory=lambda: {Mentor: {}, Mentee: {}})
    on: date | None = None
    changes: RuleChanges = NO_CHANGES


class _Reading:
    """Reads one file; what is wrong is noted in ``faults``."""

    def __init__(self, document: Mapping[str, Any], file: str, methodology: Methodology) -> None:
        self._document = document
        self._file = file
        self._methodology = methodology
        self.faults: list[Fault] = []
        self._shared = _Shared()

    def cases(self) -> Iterator[Case]:
        """Yield what is right."""
        self._keys(self._document, _PARTS, "")
        shared = self._of(self._document, "everywhere", dict, _TABLE, "", usual={})
        self._keys(shared, _EVERYWHERE, "everywhere")
        self._shared = self._everywhere(shared)
        given = self._of(self._document, "case", list, _TABLES, "", usual=[], needed=True)
        for number, one in enumerate(given, 1):
            path = f"case {number}"
            if not isinstance(one, dict):
                self._wrong("part-of-kind", path, kind=_TABLES)
                continue
            before = len(self.faults)
            case = self._case(one, path)
            if case is not None and len(self.faults) == before:
                yield case

    def _everywhere(self, shared: Mapping[str, Any]) -> "_Shared":
        rules = self._of(shared, "rules", dict, _TABLE, "everywhere", usual={})
        return _Shared(
            cells={role: self._cells(shared, role.role, "everywhere") for role in _OWN_IDS},
            on=self._day(shared, "everywhere"),
            changes=self._changes(rules, self._methodology, "everywhere"),
        )

    def _case(self, one: dict[str, Any], path: str) -> Case | None:
        shared = self._shared
        self._keys(one, _OF_CASE, path)
        name = self._of(one, "name", str, _TEXT, path, usual="", needed=True)
        on = self._day(one, path) if "on" in one else shared.on
        rules = self._of(one, "rules", dict, _TABLE, path, usual={})
        methodology = self._methodology.changed(shared.changes)
        own = self._changes(rules, methodology, path)
        there = {rule.id for rule in self._methodology.rules()}
        changes = shared.changes.followed_by(own, there=there)
        methodology = methodology.changed(own)
        mentor = self._person(Mentor, one, methodology, on, path)
        mentee = self._person(Mentee, one, methodology, on, path)
        expected = self._expected(one, methodology, path)
        covers = self._texts(one, "covers", path)
        if mentor is None or mentee is None or expected is None:
            return None
        self.faults += [
            fault.moved(place=Place(file=self._file, path=path))
            for fault in chain(
                faults_in([mentee], [mentor]), faults_under(methodology, [mentee], [mentor])
            )
        ]
        return Case(
            name=name,
            place=Place(file=self._file, path=path),
            mentor=mentor,
            mentee=mentee,
            expected=expected,
            on=on,
            changes=changes,
            covers=frozenset(covers or ()),
        )

    # The rules, and the two.

    def _changes(self, rules: Mapping[str, Any], of: Methodology, path: str) -> RuleChanges:
        changes, found = changes_by_hand(rules, of)
        self.faults += [
            fault.moved(place=Place(file=self._file, path=f"{path}, rules {shown_way(way)}"))
            for way, fault in found
        ]
        return NO_CHANGES if found else changes

    def _person(
        self,
        role: type[Role],
        one: Mapping[str, Any],
        methodology: Methodology,
        on: date | None,
        path: str,
    ) -> Any:
        cells = {
            **self._shared.cells[role],
            **self._cells(one, role.role, path),
        }
        ids = {compared_heading(name) for name in ("id", "код", "code")}
        if not ids & cells.keys():
            cells["id"] = "id", _OWN_IDS[role]
        table = one_person(
            dict(cells.values()),
            role,
            methodology,
            file=self._file,
            said=ColumnMap().holding(on=on),
        )
        for found in table.found:
            place = found.fault.place
            column = None if place is None else place.column
            where = Place(file=self._file, path=f"{path}, {role.role}", column=column)
            self.faults.append(found.fault.moved(place=where))
        return None if table.found else next(iter(table.everybody))

    def _cells(self, given: Mapping[str, Any], side: str, path: str) -> _Cells:
        """Return what stands under each heading, by the heading as it is compared."""
        cells = self._of(given, side, dict, _TABLE, path, usual={})
        found: _Cells = {}
        for heading, value in cells.items():
            if isinstance(value, bool):
                found[compared_heading(heading)] = heading, "да" if value else "нет"
            elif isinstance(value, (str, int, float, date)):
                found[compared_heading(heading)] = heading, str(value)
            elif isinstance(value, list) and all(isinstance(item, str) for item in value):
                found[compared_heading(heading)] = heading, ", ".join(value)
            else:
                self._wrong("part-of-kind", f"{path}, {side}, {heading}", kind=_CELL)
        return found

    def _expected(
        self, one: Mapping[str, Any], methodology: Methodology, path: str
    ) -> Expected | None:
        given = self._of(one, "expected", dict, _TABLE, path, usual=None, needed=True)
        if given is None:
            return None
        path = f"{path}, expected"
        before = len(self.faults)
        self._keys(given, _OF_EXPECTED, path)
        pair = self._of(given, "pair", bool, _YES_NO, path, usual=False, needed=True)
        form = self._named(given, "form", methodology.forms, path)
        models = [model for _, model in methodology.ways]
        role_model = self._named(given, "role_model", models, path)
        points = given.get("points")
        if points is not None and not is_whole(points):
            self._wrong("part-of-kind", f"{path}, points", kind=_NUMBER)
        failed = self._texts(given, "failed", path)
        known = sorted({rule.id for rule in methodology.every_requirement()})
        for name in failed or ():
            if name not in known:
                advice = nearest(name, known)
                self._wrong("no-such-requirement", path, value=name, advice=advice)
        if pair and failed:
            self._wrong("fails-and-pairs", path)
        if not pair and points is not None:
            self._wrong("points-of-no-pair", path)
        if len(self.faults) > before:
            return None
        return Expected(pair=pair, form=form, role_model=role_model, points=points, failed=failed)

    # Values.

    def _named(
        self, given: Mapping[str, Any], key: str, values: Sequence[ModelValue], path: str
    ) -> str | None:
        """Return the id of a value that is named by it or by a title."""
        name = self._of(given, key, str, _TEXT, path, usual=None)
        if name is None:
            return None
        by_id = {value.id: value for value in values}
        catalogue = Catalogue(Entry(id=v.id, title=v.title) for v in by_id.values())
        found = catalogue.find(name)
        if found is None:
            code = "no-form-so-called" if key == "form" else "no-role-model-so-called"
            self._wrong(code, f"{path}, {key}", value=name, advice=catalogue.nearest(name, "ru"))
        return found

    def _day(self, given: Mapping[str, Any], path: str) -> date | None:
        value = given.get("on")
        if value is None:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self._wrong("part-of-kind", f"{path}, on", kind=_DAY)
            return None
        return value

    def _texts(self, given: Mapping[str, Any], key: str, path: str) -> frozenset[str] | None:
        found = self._of(given, key, list, _TEXTS, path, usual=None)
        if found is None:
            return None
        if not all(isinstance(item, str) for item in found):
            self._wrong("part-of-kind", f"{path}, {key}", kind=_TEXTS)
            return None
        return frozenset(found)

    def _of(
        self,
        given: Mapping[str, Any],
        key: str,
        kind: type,
        said: Text,
        path: str,
        *,
        usual: Any,
        needed: bool = False,
    ) -> Any:
        """Return what stands under a key, the usual value where nothing does."""
        if key not in given:
            if needed:
                self._wrong("part-needed", path, value=key)
            return usual
        if isinstance(given[key], kind):
            return given[key]
        self._wrong("part-of-kind", f"{path}, {key}" if path else key, kind=said)
        return usual

    def _keys(self, given: Mapping[str, Any], known: tuple[str, ...], path: str) -> None:
        for key in given:
            if key not in known:
                self._wrong(
                    "unknown-part", path, value=key, known=known, advice=nearest(key, known)
                )

    def _wrong(self, code: str, path: str, *, advice: str | None = None, **more: Any) -> None:
        place = Place(file=self._file, path=path or None)
        self.faults.append(Fault(code, place=place, advice=advice, **more))
