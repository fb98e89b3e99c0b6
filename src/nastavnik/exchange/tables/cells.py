"""What one cell says: its text in, a value out, with the faults that only the text can show.

A cell that is empty, or that holds a dash, is unknown: None. In a list a dash or «нет» says that
there is nothing to list, which is not the same as unknown. What is no number, or neither yes nor
no, is handed on as text, and the check of the field names it, as it does for people made in
Python.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from nastavnik.basics import validators
from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language
from nastavnik.methodology.catalogues import Catalogue

__all__ = [
    "Parsed",
    "choice",
    "choices",
    "ident",
    "idents",
    "marks",
    "text",
    "whole",
    "words",
    "yes_no",
]

Parsed = tuple[Any, tuple[Fault, ...]]
"""The value of a cell, and what is wrong with it."""

_DASHES: Final = frozenset({"", "-", "–", "—", "−"})
_NOTHING: Final = frozenset({*_DASHES, "нет", "none", "no"})
_YES: Final = frozenset({"да", "д", "yes", "y", "true", "истина", "есть", "+", "1"})
_NO: Final = frozenset({"нет", "н", "no", "n", "false", "ложь", "0", "-", "–", "—", "−"})
_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,15}(?:[.,]0+)?")
_SEPARATORS: Final = re.compile(r"[,;\r\n]")
_MARK: Final = re.compile(r"(?P<subject>.*?[^\s:=–—-])[\s:=–—-]+(?P<mark>[0-9]{1,3})")


def ident(cell: str) -> str | None:
    """Return an id, only trimmed, or None.

    >>> ident(" P-17 ")
    'P-17'
    """
    trimmed = cell.strip()
    return None if trimmed in _DASHES else trimmed


def text(cell: str) -> str | None:
    """Return a text with single spaces, or None.

    >>> text(" School  No. 5 ")
    'School No. 5'
    """
    collapsed = " ".join(cell.split())
    return None if collapsed in _DASHES else collapsed


def whole(cell: str) -> int | str | None:
    """Return a whole number, or the text that is none, or None.

    >>> whole("7"), whole("7.0"), whole("1.5"), whole("7B")
    (7, 7, '1.5', '7B')
    """
    trimmed = text(cell)
    if trimmed is None:
        return None
    number = trimmed.replace("−", "-")
    if not _WHOLE.fullmatch(number):
        return trimmed
    return int(re.split("[.,]", number)[0])


def yes_no(cell: str) -> bool | str | None:
    """Return yes or no, or the text that is neither, or None.

    >>> yes_no("Да"), yes_no("-"), yes_no("perhaps")
    (True, False, 'perhaps')
    """
    word = " ".join(cell.split())
    if not word:
        return None
    if word.casefold() in _YES:
        return True
    return False if word.casefold() in _NO else word


def words(cell: str) -> frozenset[str] | None:
    """Return a list of words in small letters with single spaces, or None.

    >>> sorted(words("Chess, model  making; GO"))
    ['chess', 'go', 'model making']
    """
    items = (" ".join(item.split()).casefold() for item in _SEPARATORS.split(cell))
    return _listed(cell, items)


def idents(cell: str) -> frozenset[str] | None:
    """Return a list of ids, only trimmed, or None.

    >>> sorted(idents("P-17, p-3"))
    ['P-17', 'p-3']
    """
    return _listed(cell, (item.strip() for item in _SEPARATORS.split(cell)))


def says_nothing(cell: str) -> bool:
    """Return whether a list is empty, or is said to be.

    >>> says_nothing("–"), says_nothing("Нет"), says_nothing("chess")
    (True, True, False)
    """
    return cell.strip().casefold() in _NOTHING


def _listed(cell: str, items: Iterator[str]) -> frozenset[str] | None:
    if says_nothing(cell):
        return frozenset() if cell.strip() else None
    return frozenset(item for item in items if item)


def marks(cell: str) -> Parsed:
    """Return subjects with their marks, or None, and the marks that are none.

    >>> marks("Maths 5, physics: 4")
    ({'maths': 5, 'physics': 4}, ())
    """
    if says_nothing(cell):
        return ({} if cell.strip() else None), ()
    found: dict[str, int] = {}
    faults = []
    for item in _SEPARATORS.split(cell):
        written = " ".join(item.split())
        match = _MARK.fullmatch(written.casefold())
        if match is None:
            if written:
                faults.append(Fault("not-marks", value=written))
            continue
        subject, mark = match["subject"], int(match["mark"])
        finding = validators.marks({subject: mark})
        if finding is not None:
            code, details = finding
            faults.append(Fault(code, **dict[str, Any](details)))
        elif found.setdefault(subject, mark) != mark:
            faults.append(Fault("doubled-mark", value=subject))
    return found, tuple(faults)


def choice(
    cell: str,
    catalogue: Catalogue,
    language: Language,
    *,
    code: str = "unknown-choice",
    **details: Any,
) -> Parsed:
    """Return the id of the value that a cell names, or None, and the fault of a name unknown."""
    name = text(cell)
    if name is None:
        return None, ()
    found = catalogue.find(name)
    if found is not None:
        return found, ()
    return None, (_unknown(name, catalogue, language, code, details),)


def choices(
    cell: str,
    catalogue: Catalogue,
    language: Language,
    *,
    code: str = "unknown-choice",
    **details: Any,
) -> Parsed:
    """Return the ids of the values that a cell lists, or None, and a fault for every name unknown.

    A title may have commas of its own: the longest run of items that is a name is taken for one.
    """
    if says_nothing(cell):
        return (frozenset() if cell.strip() else None), ()
    found: set[str] = set()
    faults = []
    items = [item for item in re.split(r"([,;\r\n])", cell) if item.strip()]
    while items:
        size = _longest_name(items, catalogue)
        if size:
            found.add(catalogue.find("".join(items[:size])) or "")
        elif not _SEPARATORS.fullmatch(items[0]):
            name = " ".join(items[0].split())
            faults.append(_unknown(name, catalogue, language, code, details))
        del items[: size or 1]
    return frozenset(found), tuple(faults)


def _longest_name(items: Sequence[str], catalogue: Catalogue) -> int:
    """Return how many of the first items together are a name of the catalogue; 0 if none are."""
    for size in range(min(len(items), 2 * catalogue.longest + 1), 0, -1):
        if catalogue.find("".join(items[:size])) is not None:
            return size
    return 0


def _unknown(
    name: str, catalogue: Catalogue, language: Language, code: str, details: dict[str, Any]
) -> Fault:
    known = catalogue.shown(language) or ("–",)
    return Fault(code, value=name, known=known, advice=catalogue.nearest(name, language), **details)
