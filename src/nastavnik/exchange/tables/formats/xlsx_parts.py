"""The parts of an XLSX file looked through as XML: which sheet is which part, and what a sheet shows.

The standard library's parser goes through a sheet once. Definitions of entities are refused, since no program
writes them into a workbook.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.parsers import expat

from nastavnik.basics.errors import Fault
from nastavnik.exchange.tables.formats.raw import letter
from nastavnik.exchange.tables.formats.survey import Survey, area_of, cell_named

__all__ = ["go_through", "local", "parts_of_sheets", "survey_of_sheet"]

_TRUE: Final = frozenset({"1", "true"})
_DIGITS: Final = "0123456789"
_NOT_PLAIN: Final = (
    b"\0",
    b"<!",
    b":row",
    b":sheetData",
    b"hidden",
    b"mergeCell",
    b"='",
    b' ="',
    b'= "',
    b' t="e"',
)
"""Bytes that a plain sheet does not have: of another encoding, prefixes, comments, hidden rows, quotes, errors."""

_FORMULA: Final = re.compile(rb"<f[\s/>]")
_OTHER_CELL: Final = re.compile(rb'<c(?:[>/\t\r\n]| (?!r="(?:[A-Z]|[A-C][A-Z])[1-9][0-9]{0,4}"))')
"""A cell that does not begin with its address, or stands outside of A1 to CZ99999."""

_FILLING: Final = frozenset({"v", "is", "f"})
"""Elements within a cell that give it a value."""

_FORMULA_FAULT: Final = Fault("formula")
_OFTEN: Final = frozenset({"c", "v", "row", "is", "t", "f"})

Attributes = dict[str, str]


def go_through(
    content: bytes,
    *,
    start: Callable[[str, Attributes], Any],
    end: Callable[[str], Any] | None = None,
) -> None:
    """Parse XML and call back at every element.

    Raises:
        ValueError: when it defines entities.
        xml.parsers.expat.ExpatError: when it is not well-formed.
    """
    parser = _parser()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(content, True)


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    return parser


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
        OverLimitError: when it is too large to be loaded.
        Exception: of many kinds when it is damaged.
    """
    parser = _parser()
    if not _is_plain(content):
        walker = _Walker(parser)
        parser.Parse(content, True)
        return walker.survey()
    parser.Parse(content, True)  # it has to be well-formed all the same
    survey = Survey()
    survey.reach(1, 0)
    return survey


def _is_plain(content: bytes) -> bool:
    """Return whether a sheet shows nothing but values, in some hundred columns and some hundred thousand rows.

    Most sheets do, and it is seen without a look at every element: what could be otherwise is taken for not plain.
    """
    return (
        content.startswith((b"<?xml", b"<worksheet"))
        and not any(part in content for part in _NOT_PLAIN)
        and _FORMULA.search(content) is None
        and _OTHER_CELL.search(content) is None
    )


def _value(attributes: list[str], name: str) -> str:
    """Return the value of an attribute, or nothing."""
    return next(
        (attributes[n + 1] for n in range(0, len(attributes), 2) if attributes[n] == name), ""
    )


class _Walker:
    """Takes the elements of a sheet one after the other; cells without an address follow one another.

    It is called for every cell, so addresses are only taken apart into letters and digits, of which few differ, and
    texts are only asked for within an error.
    """

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        parser.ordered_attributes = True
        parser.StartElementHandler = self.start
        self._survey = Survey()
        self._row = "0"
        self._cell = ""
        self._letters: set[str] = set()
        self._digits: set[str] = set()
        self._faults: dict[str, Fault] = {}
        self._error: list[str] = []

    def start(self, name: str, attributes: list[str]) -> None:
        """Take the beginning of an element, whose attributes are names and values in turn."""
        if name not in _OFTEN:
            name = local(name)
        if name == "c":
            self._a_cell(attributes)
        elif name in _FILLING:
            letters = self._cell.rstrip(_DIGITS)
            self._letters.add(letters)
            self._digits.add(self._cell[len(letters) :])
            if name == "f":
                self._faults[self._cell] = _FORMULA_FAULT
        elif name == "row":
            self._row = _value(attributes, "r") or str(int(self._row) + 1)
            self._cell = ""
            if _value(attributes, "hidden") in _TRUE:
                self._survey.hidden_rows.add(int(self._row))
        elif name == "col":
            if _value(attributes, "hidden") in _TRUE:
                first, last = _value(attributes, "min"), _value(attributes, "max")
                self._survey.hide_columns(int(first) - 1, int(last) - 1)
        elif name == "mergeCell":
            self._survey.merge(area_of(_value(attributes, "ref")))

    def _a_cell(self, attributes: list[str]) -> None:
        known = attributes[0] == "r" if attributes else False
        self._cell = attributes[1] if known else _value(attributes, "r") or self._next()
        if "e" in attributes and _value(attributes, "t") == "e":
            self._error = []
            self.parser.EndElementHandler = self.end
            self.parser.CharacterDataHandler = self._error.append

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if local(name) == "c":
            self._faults.setdefault(self._cell, Fault("error-cell", value="".join(self._error)))
            self.parser.EndElementHandler = self.parser.CharacterDataHandler = None

    def survey(self) -> Survey:
        """Return what was found."""
        if self._letters:
            rows = [cell_named(f"A{digits}")[0] for digits in self._digits]
            columns = [cell_named(f"{letters}1")[1] for letters in self._letters]
            self._survey.reach(min(rows), min(columns))
            self._survey.reach(max(rows), max(columns))
        for name, fault in self._faults.items():
            self._survey.refuse(*cell_named(name), fault)
        self._survey.check()
        return self._survey

    def _next(self) -> str:
        column = cell_named(self._cell)[1] + 1 if self._cell else 0
        return f"{letter(column)}{self._row}"
