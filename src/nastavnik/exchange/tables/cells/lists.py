"""Lists in one cell: items with commas, semicolons or line breaks between, never cut inside brackets.

Items that are one word by `nastavnik.basics.words.compared` are one item, in the spelling that stands first. An item
that only says that nothing is known is left out.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from nastavnik.basics.errors import Fault
from nastavnik.basics.words import clean, compared, is_placeholder, mixed_alphabets, unmixed

__all__ = ["Parsed", "idents", "mixed", "pieces", "says_nothing", "split", "words"]

Parsed = tuple[Any, tuple[Fault, ...]]
"""The value of a cell, and what is wrong with it."""

SEPARATORS: Final = r"[,;\r\n]"
"""What stands between items, as a pattern."""

_CLOSED_BY: Final = {"(": ")", "[": "]", "{": "}"}
_BRACKETS: Final = re.compile(r"[()\[\]{}]")
_NOTHING: Final = frozenset({"нет", "none", "no"})


def says_nothing(cell: str) -> bool:
    """Return whether a list is said to be empty; a dash or an empty cell says that nothing is known.

    >>> says_nothing("Нет"), says_nothing("–"), says_nothing("chess")
    (True, False, False)
    """
    return compared(cell) in _NOTHING


def split(cell: str, separators: str = SEPARATORS) -> Iterator[tuple[str, bool]]:
    """Yield what stands between the separators of a cell, and whether its brackets fit.

    >>> list(split("Maths (algebra, geometry), physics"))
    [('Maths (algebra, geometry)', True), (' physics', True)]
    >>> list(split("Maths (algebra, physics"))
    [('Maths (algebra, physics', False)]
    """
    for piece, _, fits in pieces(cell, separators):
        yield piece, fits


def pieces(cell: str, separators: str = SEPARATORS) -> Iterator[tuple[str, str, bool]]:
    """Yield every piece with the separator after it, and whether its brackets fit."""
    if not _BRACKETS.search(cell):
        cut = re.split(f"({separators})", cell)
        yield from ((*pair, True) for pair in zip(cut[::2], [*cut[1::2], ""], strict=True))
        return
    start, fits = 0, True
    opened: list[str] = []
    for found in re.finditer(rf"{separators}|{_BRACKETS.pattern}", cell):
        sign = found[0]
        if sign in _CLOSED_BY:
            opened.append(_CLOSED_BY[sign])
        elif _BRACKETS.fullmatch(sign):
            fits = fits and bool(opened) and opened.pop() == sign
        elif not opened:
            yield cell[start : found.start()], sign, fits
            start, fits = found.end(), True
    yield cell[start:], "", fits and not opened


def words(cell: str) -> Parsed:
    """Return a list of words, each in its first spelling, or None; brackets and letters that do not fit are faults.

    >>> sorted(words("Chess, model  making; chess")[0])
    ['Chess', 'model making']
    """
    if says_nothing(cell):
        return frozenset(), ()
    found: dict[str, str] = {}
    faults: list[Fault] = []
    for piece, fits in split(cell):
        word = clean(piece)
        if not word or is_placeholder(word):
            continue
        if not fits:
            faults.append(Fault("open-bracket", value=word))
        faults += mixed(word)
        found.setdefault(compared(word), word)
    return (frozenset(found.values()) or None), tuple(faults)


def idents(cell: str) -> Parsed:
    """Return a list of ids, each as it is written but for what nobody sees, or None.

    >>> sorted(idents("P-17, p-3")[0])
    ['P-17', 'p-3']
    """
    if says_nothing(cell):
        return frozenset(), ()
    if is_placeholder(cell):
        return None, ()
    return (frozenset(filter(None, map(clean, re.split(SEPARATORS, cell)))) or None), ()


def mixed(text: str) -> tuple[Fault, ...]:
    """Return the fault of a text in which a word mixes alphabets: it looks like another and is none.

    >>> [(fault.code, fault.advice) for fault in mixed("Шкoлa 5")]
    [('mixed-latin', 'Школа 5')]
    """
    letters = mixed_alphabets(text)
    if letters is None:
        return ()
    code = "mixed-latin" if letters.isascii() else "mixed-russian"
    return (Fault(code, value=text, letters=letters.split(", "), advice=unmixed(text)),)
