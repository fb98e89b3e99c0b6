"""How a value checks its own fields: all of them, then one error with every fault.

A check is a function from a field's value to None or to the code and details of a fault. It is
attached with ``checked(...)`` and run by ``Checked.__attrs_post_init__``, so that an object with
three wrong fields reports three faults and not the first one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, Final

import attrs
from immutabledict import immutabledict

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.words import clean, compared, is_placeholder, mixed_alphabets

__all__ = [
    "Check",
    "Checked",
    "as_frozenset",
    "as_marks",
    "as_optional_frozenset",
    "as_optional_words",
    "as_word",
    "as_words",
    "checked",
    "flag",
    "ident",
    "is_whole",
    "known_set",
    "marks",
    "optional",
    "text",
    "whole",
    "word",
    "words",
]

LONGEST_ID: Final = 200
"""Characters of an id."""

_HALF_PAIR: Final = re.compile("[\ud800-\udfff]")

WORST_MARK: Final = 1
BEST_MARK: Final = 5
"""Marks go from 1 to 5, as in Russian schools. Source: recalled, general knowledge."""

Finding = tuple[str, Mapping[str, Any]]
Check = Callable[[Any], Finding | None]
"""Returns None for a good value, otherwise the code and the details of the fault."""

_CHECK = "nastavnik.check"


def checked(check: Check) -> dict[str, Check]:
    """Metadata that attaches ``check`` to an attrs field."""
    return {_CHECK: check}


@attrs.frozen(kw_only=True)
class Checked:
    """Base of values that report all faults of their fields at once."""

    role: ClassVar[str] = "person"

    def __attrs_post_init__(self) -> None:
        """Run every field's check.

        Raises:
            InvalidInputError: with all faults of this value.
        """
        faults: list[Fault] = []
        for attribute in attrs.fields(type(self)):
            check: Check | None = attribute.metadata.get(_CHECK)
            finding = check(getattr(self, attribute.name)) if check else None
            if finding is not None:
                code, details = finding
                faults.append(Fault(code, subject=self._subject(), field=attribute.name, **details))
        if not faults:
            faults.extend(self._more_faults())
        if faults:
            raise InvalidInputError(faults)

    def _subject(self) -> tuple[str, str]:
        return self.role, str(getattr(self, "id", "?"))

    def _more_faults(self) -> Iterable[Fault]:
        """Faults that concern several fields, each of them right by itself; for subclasses."""
        return ()


# Converters. They never raise: what they cannot convert, the check reports.


def as_frozenset(value: Any) -> Any:
    """Freeze a collection of texts; one text alone is not taken for its letters."""
    if isinstance(value, (set, list, tuple)) and all(isinstance(v, str) for v in value):
        return frozenset(value)
    return value


def as_optional_frozenset(value: Any) -> Any:
    """Freeze a collection, or keep None for unknown."""
    return None if value is None else as_frozenset(value)


def as_word(value: Any) -> Any:
    """Take away what nobody sees of a text; one that only says that nothing is known is None."""
    if not isinstance(value, str):
        return value
    return None if is_placeholder(value) else clean(value)


def as_words(value: Any) -> Any:
    """Freeze a collection of texts, each without what nobody sees; what says that nothing is known is left out."""
    listed = as_frozenset(value)
    if not isinstance(listed, frozenset) or not all(isinstance(v, str) for v in listed):
        return listed
    words = frozenset(clean(v) for v in listed if not is_placeholder(v))
    return listed if words == listed else words


def as_optional_words(value: Any) -> Any:
    """Do as `as_words`; None, and a list of nothing but what is not known, is unknown."""
    words = None if value is None else as_words(value)
    return None if value and words == frozenset() else words


def as_marks(value: Any) -> Any:
    """Freeze a mapping of subject to mark, each subject without what nobody sees, or keep None for unknown."""
    if not isinstance(value, Mapping):
        return value
    if all(isinstance(v, str) for v in value):
        cleaned = {clean(subject): mark for subject, mark in value.items()}
        if len(cleaned) == len(value):
            return immutabledict(cleaned)
    return immutabledict(value)


# Checks.


def ident(value: Any) -> Finding | None:
    """Check an id: a text that is not blank."""
    if not isinstance(value, str):
        return "not-text", {"value": value}
    if not value.strip():
        return "empty-id", {}
    plain = value.isprintable() and value == value.strip() and len(value) <= LONGEST_ID
    if not plain or not unicodedata.is_normalized("NFC", value):
        return "not-plain-id", {"value": value, "high": LONGEST_ID}
    return None


def text(value: Any) -> Finding | None:
    """Check a text: one that can be written to a file, which half of a surrogate pair cannot."""
    return None if _is_text(value) else ("not-text", {"value": value})


def word(value: Any) -> Finding | None:
    """Check a text that is compared as a word: of one alphabet, each word of it."""
    if not _is_text(value):
        return "not-text", {"value": value}
    letters = mixed_alphabets(value)
    if letters is None:
        return None
    return "mixed-alphabets", {"value": value, "letters": letters.split(", ")}


def words(value: Any) -> Finding | None:
    """Check a frozen set of texts that are compared as words."""
    finding = known_set(value)
    if finding is None:
        finding = next(filter(None, map(word, sorted(value))), None)
    return finding


def flag(value: Any) -> Finding | None:
    """Check a plain yes or no."""
    return None if isinstance(value, bool) else ("not-yes-no", {"value": value})


def known_set(value: Any) -> Finding | None:
    """Check a frozen set of texts."""
    if isinstance(value, frozenset) and all(_is_text(v) for v in value):
        return None
    return "not-a-set", {"value": value}


def marks(value: Any) -> Finding | None:
    """Check a mapping of subject to whole mark, 1 to 5 as in Russian schools."""
    if not isinstance(value, Mapping):
        return "not-marks", {"value": value}
    for subject, mark in value.items():
        if not _is_text(subject) or not is_whole(mark):
            return "not-marks", {"value": f"{subject} {mark}"}
        if not WORST_MARK <= mark <= BEST_MARK:
            found = f"{subject} {mark}"
            return "out-of-range", {"value": found, "low": WORST_MARK, "high": BEST_MARK}
    return _one_mark_each(value) or next(filter(None, map(word, value)), None)


def _one_mark_each(value: Mapping[str, int]) -> Finding | None:
    """Find a subject that has two marks under two spellings."""
    found: dict[str, int] = {}
    for subject, mark in value.items():
        other = found.setdefault(compared(subject), mark)
        if other != mark:
            return "two-marks", {"value": subject, "found": other, "other": mark}
    return None


def whole(low: int, high: int, *, code: str = "out-of-range") -> Check:
    """Check a whole number from ``low`` to ``high``; a bool is not a number here."""

    def check(value: Any) -> Finding | None:
        if not is_whole(value) and code == "out-of-range":
            return "not-whole", {"value": value}
        if not is_whole(value) or not low <= value <= high:
            return code, {"value": value, "low": low, "high": high}
        return None

    return check


def optional(check: Check) -> Check:
    """Let None, for unknown, pass ``check``."""

    def checked_or_none(value: Any) -> Finding | None:
        return None if value is None else check(value)

    return checked_or_none


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not _HALF_PAIR.search(value)


def is_whole(value: object) -> bool:
    """Whether a value is a whole number; a bool is none."""
    return isinstance(value, int) and not isinstance(value, bool)
