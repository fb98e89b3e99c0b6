"""How a value checks its own fields: all of them, then one error with every fault.

A check is a function from a field's value to None or to the code and details of a fault. It is
attached with ``checked(...)`` and run by ``Checked.__attrs_post_init__``, so that an object with
three wrong fields reports three faults and not the first one.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any, ClassVar, Final

import attrs
from immutabledict import immutabledict

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.words import clean, compared, is_placeholder, mixed_alphabets

__all__ = [
    "Check",
    "Checked",
    "as_day",
    "as_extra",
    "as_frozenset",
    "as_letter",
    "as_marks",
    "as_optional_frozenset",
    "as_optional_words",
    "as_word",
    "as_words",
    "checked",
    "day",
    "extra",
    "flag",
    "ident",
    "is_whole",
    "known_set",
    "letter",
    "marks",
    "optional",
    "text",
    "whole",
    "word",
    "words",
]

LONGEST_ID: Final = 200
"""Characters of an id."""

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_LETTERS: Final = re.compile(r"[^\W\d_]{1,2}")

LONGEST_NAME: Final = 40
"""Characters of the name of a field of one's own."""

LONGEST_VALUE: Final = 500
"""Characters of what somebody has in such a field."""

_FIELD: Final = re.compile(r"[^\W_]+(?:[ _-][^\W_]+)*")
"""Name of a field of one's own, in its compared form."""

_OF_A_PERSON: Final = frozenset(
    {
        "name",
        "full name",
        "surname",
        "phone",
        "telephone",
        "email",
        "e-mail",
        "mail",
        "address",
        "contact",
        "contacts",
        "telegram",
        "vk",
        "фио",
        "ф.и.о",
        "имя",
        "фамилия",
        "отчество",
        "фамилия имя отчество",
        "телефон",
        "почта",
        "электронная почта",
        "адрес",
        "контакт",
        "контакты",
        "телеграм",
        "вк",
        "снилс",
        "паспорт",
    }
)
"""Names of fields that tell who somebody is or how to reach them: no rule needs them, and no file of a plan may."""

_REMEMBERED: Final = 1 << 14
"""Sets of texts whose check is remembered, since many people have the same."""

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
        kind: Any = type(self)
        for name, check, is_optional in _checks_of(kind):
            value = getattr(self, name)
            if value is None and is_optional:
                continue
            finding = check(value)
            if finding is not None:
                code, details = finding
                faults.append(Fault(code, subject=self._subject(), field=name, **details))
        if not faults:
            faults.extend(self._more_faults())
        if faults:
            raise InvalidInputError(faults)

    def _subject(self) -> tuple[str, str]:
        return self.role, str(getattr(self, "id", "?"))

    def _more_faults(self) -> Iterable[Fault]:
        """Faults that concern several fields, each of them right by itself; for subclasses."""
        return ()


@cache
def _checks_of(kind: type[Any]) -> tuple[tuple[str, Check, bool], ...]:
    """Return the check of every field that has one, and whether None passes it; the same for all values of a class."""
    checks = [(field.name, field.metadata.get(_CHECK)) for field in attrs.fields(kind)]
    return tuple((n, check, check(None) is None) for n, check in checks if check is not None)


# Converters. They never raise: what they cannot convert, the check reports.


def as_day(value: Any) -> Any:
    """Make a day of a point in time, or of a text such as ``2026-09-01``."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


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
    return _cleaned(listed)


@lru_cache(_REMEMBERED)
def _cleaned(listed: frozenset[str]) -> frozenset[str]:
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


def as_letter(value: Any) -> Any:
    """Write the letter of a class in capitals, or keep None for unknown.

    >>> as_letter("б")
    'Б'
    """
    return value.strip().upper() if isinstance(value, str) else value


def as_extra(value: Any) -> Any:
    """Freeze a mapping of names of fields to texts, by name; what only says that nothing is known is left out."""
    if not isinstance(value, Mapping):
        return value
    names = {name: compared(name) if isinstance(name, str) else name for name in value}
    if len(set(names.values())) < len(names):
        names = {name: name for name in value}  # two spellings of one name, which the check tells
    kept = {names[name]: clean(v) if _is_text(v) else v for name, v in value.items()}
    known = [(n, v) for n, v in kept.items() if v is not None and not _says_nothing(v)]
    return immutabledict(sorted(known, key=lambda one: str(one[0])))


def _says_nothing(value: object) -> bool:
    return isinstance(value, str) and is_placeholder(value)


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


def letter(value: Any) -> Finding | None:
    """Check the letter of a class: one or two letters, such as Б or ФМ."""
    if isinstance(value, str) and _LETTERS.fullmatch(value):
        return None
    return "not-letter", {"value": value}


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
    if finding is None and not _are_words(value):
        finding = next(filter(None, map(word, sorted(value))), None)
    return finding


@lru_cache(_REMEMBERED)
def _are_words(texts: frozenset[str]) -> bool:
    return not any(map(word, texts))


def flag(value: Any) -> Finding | None:
    """Check a plain yes or no."""
    return None if isinstance(value, bool) else ("not-yes-no", {"value": value})


def day(value: Any) -> Finding | None:
    """Check a day of the calendar."""
    return None if isinstance(value, date) else ("not-day", {"value": value})


def known_set(value: Any) -> Finding | None:
    """Check a frozen set of texts."""
    if isinstance(value, frozenset) and _are_texts(value):
        return None
    return "not-a-set", {"value": value}


@lru_cache(_REMEMBERED)
def _are_texts(values: frozenset[object]) -> bool:
    return all(_is_text(value) for value in values)


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


def extra(value: Any) -> Finding | None:
    """Check a mapping of short plain names to texts that are not too long; what somebody has there is never shown."""
    if not isinstance(value, Mapping):
        return "not-extra", {"value": type(value).__name__}
    for name, text in value.items():
        plain = isinstance(name, str) and len(name) <= LONGEST_NAME and _FIELD.fullmatch(name)
        if not plain or name != compared(name) or mixed_alphabets(name):
            return "not-extra-name", {"value": name, "high": LONGEST_NAME}
        if name in _OF_A_PERSON:
            return "private-extra", {"value": name}
        if not _is_text(text) or len(text) > LONGEST_VALUE:
            return "not-extra-value", {"value": name, "high": LONGEST_VALUE}
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
