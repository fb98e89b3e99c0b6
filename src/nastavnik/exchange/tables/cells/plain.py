"""What one cell says: its text in, a value out, with the faults that only the text can show.

A cell that is empty, or that only says that nothing is known («–», «н/д», «не знаю»), is unknown: None. In a list «нет»
says that there is nothing to list, which is not the same as unknown. What is no number is handed on as text, and the
check of the field names it, as it does for people made in Python. Lists, marks, answers, classes and dates have
modules of their own.
"""

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.texts import Language
from nastavnik.basics.words import clean, is_placeholder, mixed_alphabets, unmixed
from nastavnik.exchange.tables.cells.lists import Parsed, idents, mixed, pieces, says_nothing, words
from nastavnik.methodology.catalogues import Catalogue

__all__ = [
    "Parsed",
    "choice",
    "choices",
    "ident",
    "idents",
    "says_nothing",
    "text",
    "whole",
    "word",
    "words",
]

_WHOLE: Final = re.compile(r"[+-]?[0-9]{1,15}(?:[.,]0+)?")


def ident(cell: str) -> str | None:
    """Return an id as it is written, but for what nobody sees, or None.

    >>> ident(" P-17 ")
    'P-17'
    """
    return text(cell)


def text(cell: str) -> str | None:
    """Return a text with single spaces, or None.

    >>> text(" School  No. 5 "), text("н/д")
    ('School No. 5', None)
    """
    return None if is_placeholder(cell) else clean(cell)


def word(cell: str) -> Parsed:
    """Return a text that is compared with others, or None, and the fault of a word of mixed alphabets.

    >>> word("Школа 5")
    ('Школа 5', ())
    """
    written = text(cell)
    return written, () if written is None else mixed(written)


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
        return frozenset(), ()
    found: set[str] = set()
    faults = []
    items = [(piece, sign) for piece, sign, _ in pieces(cell) if piece.strip()]
    while items:
        size, known = _longest_name(items, catalogue)
        name = clean(items[0][0])
        if known is not None:
            found.add(known)
        elif not is_placeholder(name):
            faults.append(_unknown(name, catalogue, language, code, details))
        del items[:size]
    return (frozenset(found) or None), tuple(faults)


def _longest_name(items: Sequence[tuple[str, str]], catalogue: Catalogue) -> tuple[int, str | None]:
    """Return how many of the first items together are a name of the catalogue, and whose; else one, and None."""
    for size in range(min(len(items), catalogue.longest + 1), 0, -1):
        together = "".join(piece + sign for piece, sign in items[: size - 1]) + items[size - 1][0]
        known = catalogue.find(clean(together))
        if known is not None:
            return size, known
    return 1, None


def _unknown(
    name: str, catalogue: Catalogue, language: Language, code: str, details: dict[str, Any]
) -> Fault:
    letters = mixed_alphabets(name)
    if letters is not None and catalogue.find(unmixed(name)) is not None:
        return mixed(name)[0]
    known = catalogue.shown(language) or ("–",)
    return Fault(
        code, value=name, known=known, advice=partial(catalogue.nearest, name, language), **details
    )
