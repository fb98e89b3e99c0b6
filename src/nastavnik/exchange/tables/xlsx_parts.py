"""The parts of an XLSX file looked through as XML: which sheet is which part, and what a sheet shows.

The standard library's parser goes through a sheet once. Definitions of entities are refused, since no program
writes them into a workbook.
"""

import posixpath
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.parsers import expat

from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.raw import letter
from nastavnik.exchange.tables.survey import Survey, area_of, cell_named

__all__ = ["go_through", "local", "parts_of_sheets", "survey_of_sheet"]

_TRUE: Final = frozenset({"1", "true"})
_DIGITS: Final = "0123456789"

Attributes = dict[str, str]


def go_through(
    content: bytes,
    *,
    start: Callable[[str, Attributes], Any],
    end: Callable[[str], Any] | None = None,
    text: Callable[[str], Any] | None = None,
) -> None:
    """Parse XML and call back at every element.

    Raises:
        ValueError: when it defines entities.
        xml.parsers.expat.ExpatError: when it is not well-formed.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = _refuse
    parser.Parse(content, True)


def _refuse(*_: object) -> None:
    raise ValueError("a workbook defines no entities")


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix.

    >>> local("x:row"), local("row")
    ('row', 'row')
    """
    return name.rpartition(":")[2]


def parts_of_sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the part of every sheet of cells, by the sheet's name."""
    by_lower = {name.lower(): name for name in parts}
    book = by_lower["xl/workbook.xml"]
    sheets: list[tuple[str, str]] = []
    targets: dict[str, str] = {}

    def sheet(name: str, attributes: Attributes) -> None:
        if local(name) == "sheet":
            ident = next((v for k, v in attributes.items() if local(k) == "id"), "")
            sheets.append((attributes.get("name", ""), ident))

    def relation(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "").replace("\\", "/")
            path = posixpath.normpath(posixpath.join("/xl", target)).removeprefix("/")
            targets[attributes.get("Id", "")] = by_lower.get(path.lower(), "")

    go_through(parts[book], start=sheet)
    go_through(parts[by_lower["xl/_rels/workbook.xml.rels"]], start=relation)
    return {name: targets[ident] for name, ident in sheets if targets.get(ident)}


def survey_of_sheet(content: bytes) -> Survey:
    """Look through the XML of one sheet.

    Raises:
        TooBigError: when it is too large to be loaded.
        Exception: of many kinds when it is damaged.
    """
    walker = _Walker()
    go_through(content, start=walker.start, end=walker.end, text=walker.text)
    return walker.survey()


class _Walker:
    """Takes the elements of a sheet one after the other; cells without an address follow one another.

    It is called for every cell, so addresses are only taken apart into letters and digits, and few are alike.
    """

    def __init__(self) -> None:
        self._survey = Survey()
        self._row = "0"
        self._cell = ""
        self._letters: set[str] = set()
        self._digits: set[str] = set()
        self._faults: dict[str, Fault] = {}
        self._error: list[str] | None = None
        self._prefixed: dict[str, str] = {}

    def start(self, name: str, attributes: Attributes) -> None:
        """Take the beginning of an element."""
        name = self._prefixed.get(name) or self._prefixed.setdefault(name, local(name))
        if name == "c":
            self._cell = attributes.get("r") or self._next()
            if attributes.get("t") == "e":
                self._error = []
        elif name in {"v", "is", "f"}:
            letters = self._cell.rstrip(_DIGITS)
            self._letters.add(letters)
            self._digits.add(self._cell[len(letters) :])
            if name == "f":
                self._faults[self._cell] = Fault("formula")
        elif name == "row":
            self._row = attributes.get("r") or str(int(self._row) + 1)
            self._cell = ""
            if attributes.get("hidden") in _TRUE:
                self._survey.hidden_rows.add(int(self._row))
        elif name == "col":
            if attributes.get("hidden") in _TRUE:
                self._survey.hide_columns(int(attributes["min"]) - 1, int(attributes["max"]) - 1)
        elif name == "mergeCell":
            self._survey.merge(area_of(attributes["ref"]))

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if self._error is not None and self._prefixed[name] == "c":
            self._faults.setdefault(self._cell, Fault("error-cell", value="".join(self._error)))
            self._error = None

    def text(self, text: str) -> None:
        """Take text: only that of an error is wanted."""
        if self._error is not None:
            self._error.append(text)

    def survey(self) -> Survey:
        """Return what was found."""
        if self._letters:
            rows = [cell_named(f"A{digits}")[0] for digits in self._digits]
            columns = [cell_named(f"{letters}1")[1] for letters in self._letters]
            self._survey.reach(min(rows), min(columns))
            self._survey.reach(max(rows), max(columns))
        self._survey.faults = {cell_named(name): fault for name, fault in self._faults.items()}
        self._survey.check()
        return self._survey

    def _next(self) -> str:
        column = cell_named(self._cell)[1] + 1 if self._cell else 0
        return f"{letter(column)}{self._row}"
