"""How a detail of a fault is told: as it is where it is ours or known to be harmless, else by its shape."""

import re
from collections.abc import Callable
from typing import Any, Final

from nastavnik.basics.disclosure import ending_told, shape_of, told, visible
from nastavnik.basics.harmless import is_harmless, is_like_an_id
from nastavnik.basics.messages.details import Whose
from nastavnik.basics.texts import Language, Text

__all__ = ["MOST_NAMES", "are_like_ids", "detail_told", "plain_detail"]

MOST_NAMES: Final = 12
"""Known names that a message lists when none is near."""

_BETWEEN_IDS: Final = re.compile(r"=|(?<!\s)\s+–\s+|\s+")

Near = Callable[[], tuple[str, ...]]
"""Finds what of ours a value may be meant for; among many names that takes long, and few values need it."""


def detail_told(
    value: object, of: Whose, language: Language, near: Near, *, values: bool = False
) -> str:
    """Return a detail as a sentence shows it.

    Args:
        value: the detail, one value or several.
        of: whose it is.
        language: of the sentence.
        near: what of ours it may be meant for.
        values: whoever reads this may see every value.

    >>> detail_told(["Ася", 5], Whose.VALUE, "ru", tuple)
    '(слово из 3 букв), 5'
    """
    if not isinstance(value, (list, tuple, set, frozenset)):
        return _one_told(value, of, language, near, values=values)
    if of is Whose.OURS:
        names = sorted(visible(str(one)) for one in value)
    else:
        ordered = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        names = [_one_told(one, of, language, near, values=values) for one in ordered]
        names = [_unquoted(name) if of is Whose.ID else name for name in names]
    more = f" … (+{len(names) - MOST_NAMES})" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + more


def plain_detail(
    value: object, of: Whose, language: Language, near: Near, *, values: bool = False
) -> Any:
    """Return a detail for programs: as it is, or None where a sentence tells only its shape.

    Args:
        value: the detail, one value or several.
        of: whose it is.
        language: of its text, where it has one in each.
        near: what of ours it may be meant for.
        values: whoever reads this may see every value.

    >>> plain_detail(["Ася", 5], Whose.VALUE, "ru", tuple)
    [None, 5]
    """
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [plain_detail(item, of, language, near, values=values) for item in value]
        return sorted(items, key=str) if isinstance(value, (set, frozenset)) else items
    if isinstance(value, Text):
        return visible(value[language], cut=False)
    shown = _one_told(value, of, language, near, values=values)
    if shown.startswith("("):  # no value in quotes, nor a number, begins so
        return None
    return value if value is None or isinstance(value, (bool, int)) else _unquoted(shown)


def _one_told(value: object, of: Whose, language: Language, near: Near, *, values: bool) -> str:
    if of is Whose.OURS and isinstance(value, str):
        return told(value, language, values=True)
    if of is Whose.OURS:
        return told(value, language, values=isinstance(value, int))
    if of is Whose.ID and isinstance(value, str):
        fine = values or are_like_ids(value) or is_harmless(value)
        return told(value, language, values=True) if fine else shape_of(value, language)
    if of is Whose.FILE and isinstance(value, str):
        return ending_told(value, language, values=values)
    return told(value, language, near=near(), day=of is Whose.DAY, values=values)


def _unquoted(shown: str) -> str:
    return shown[1:-1] if shown[:1] in {"«", '"'} else shown


def are_like_ids(value: str) -> bool:
    """Return whether one id, or a pair of them, has the shape of ids.

    >>> are_like_ids("q03=p12"), are_like_ids("Ася")
    (True, False)
    """
    parts = [part for part in _BETWEEN_IDS.split(value) if part]
    alone = len(parts) == 1
    return len(parts) <= len("ab") and all(
        is_like_an_id(part) and (alone or any(map(str.isdigit, part))) for part in parts
    )
