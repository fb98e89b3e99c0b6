"""Marks in one cell: subjects, each with one whole mark.

A subject has letters, and no number stands in its name by itself: «физика 2 3 2» and «Физика-2 Химия-3» are faults and
no subjects. The mark stands behind: «физика 4», «физика: 4», «физика – 4», «физика=4», «физика (4)», «физика отл.».
«4 физика» is told to be turned round: «2 иностранный язык» has no mark at all.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from nastavnik.basics import validators
from nastavnik.basics.errors import Fault
from nastavnik.basics.words import clean, compared, is_placeholder
from nastavnik.exchange.tables.cells.lists import Parsed, mixed, says_nothing, split

__all__ = ["marks"]

_SEPARATORS: Final = r"(?:(?<![0-9]),|,(?![0-9])|[;\r\n])"
"""A comma between digits belongs to a number."""

_BETWEEN: Final = r"\s*[\s:=–—−-]\s*"
_MARK: Final = re.compile(
    rf"(?P<subject>.*?[^\s:=–—−-])(?:(?:{_BETWEEN}|(?<=[^\W\d_]))(?P<mark>[0-9]{{1,3}})(?:\s*\((?P<also>[^\W\d_]+\.?)\))?"
    rf"|(?:{_BETWEEN}|\s*)\((?P<bracketed>[0-9]{{1,3}})\)"
    rf"|{_BETWEEN}\(?(?P<word>[^\W\d_]+)\.?\)?)",
    re.DOTALL,
)
_TURNED: Final = re.compile(r"(?P<mark>[1-5])[\s:=–—−-]+(?P<subject>[^\W\d_][^\d]*)")
_LETTER: Final = re.compile(r"[^\W\d_]")
_LONE_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]+(?![0-9]|[^\W\d_])")
"""A number that is not the beginning of a word, as in «1С» or «3D-моделирование»."""

_PART_OF_MARK: Final = re.compile(r"(?<![0-9])[0-9]+[.,][0-9]+")

_BY_MARK: Final[Mapping[int, tuple[str, ...]]] = {
    5: ("отл", "отлично", "excellent"),
    4: ("хор", "хорошо", "good"),
    3: ("уд", "удовл", "удов", "удовлетворительно", "satisfactory"),
    2: ("неуд", "неудовл", "неудов", "неудовлетворительно", "unsatisfactory"),
}
_WORDS: Final[Mapping[str, int]] = {
    word: mark for mark, words in _BY_MARK.items() for word in words
}
"""What marks are called. Source: recalled, general knowledge."""


def marks(cell: str) -> Parsed:
    """Return subjects with their marks, or None, and the marks that are none.

    >>> marks("Maths 5, physics: 4")
    ({'Maths': 5, 'physics': 4}, ())
    >>> [(fault.code, fault.details["value"]) for fault in marks("физика 2,67; химия 3 4")[1]]
    [('part-of-mark', 'физика 2,67'), ('several-marks', 'химия 3 4')]
    """
    if says_nothing(cell):
        return {}, ()
    found: dict[str, tuple[str, int]] = {}
    faults: list[Fault] = []
    for piece, fits in split(cell, _SEPARATORS):
        written = clean(piece).rstrip(" .")
        if not written or is_placeholder(written):
            continue
        read = _read(written) if fits else Fault("open-bracket", value=written)
        if isinstance(read, Fault):
            faults.append(read)
            continue
        subject, mark = read
        faults += mixed(subject)
        if found.setdefault(compared(subject), read)[1] != mark:
            faults.append(Fault("doubled-mark", value=subject))
    return (dict(found.values()) or None), tuple(faults)


def _read(item: str) -> tuple[str, int] | Fault:
    """Return the subject and the mark of one item, or why there are none."""
    match = _MARK.fullmatch(item)
    if match is None:
        return _unread(item)
    subject, mark = match["subject"], _number(match)
    if mark is None or not _LETTER.search(subject) or _LONE_NUMBER.search(subject):
        return _unread(item)
    finding = validators.marks({subject: mark})
    if finding is None:
        return subject, mark
    code, details = finding
    return Fault(code, **dict[str, Any](details))


def _number(match: re.Match[str]) -> int | None:
    """Return the mark, or None where words say none, or another than the number."""
    if match["word"]:
        return _WORDS.get(match["word"].casefold())
    mark = int(match["mark"] or match["bracketed"])
    also = match["also"]
    return mark if not also or _WORDS.get(also.rstrip(".").casefold()) == mark else None


def _unread(item: str) -> Fault:
    """Return why an item is no mark, and how to write it."""
    if _PART_OF_MARK.search(item):
        return Fault("part-of-mark", value=item)
    turned = _TURNED.fullmatch(item)
    if turned:
        subject = turned["subject"].strip()
        advice = None if subject.casefold().startswith("по ") else f"{subject} {turned['mark']}"
        return Fault("not-marks", value=item, advice=advice)
    several = _LETTER.search(item) and len(_LONE_NUMBER.findall(item)) > 1
    return Fault("several-marks" if several else "not-marks", value=item)
