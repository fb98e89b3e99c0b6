"""A display name in one column or in three: surname, name, patronymic."""

from collections.abc import Mapping
from typing import Final

__all__ = ["PARTS", "joined_name"]

PARTS: Final = ("surname", "given", "patronymic")
"""Keys of the columns that hold parts of a name, in the order in which they are joined."""


def joined_name(values: Mapping[str, str]) -> str | None:
    """Return the name that several columns say together, by the keys of the columns; None if they say none.

    A whole name is taken as it is; a name that stands alone beside a surname or a patronymic is the given one.

    >>> joined_name({"surname": "Выдуманная", "given": "Анна", "patronymic": "Львовна"})
    'Выдуманная Анна Львовна'
    >>> joined_name({"name": "Анна", "patronymic": "Львовна"})
    'Анна Львовна'
    """
    parts = {key: values[key] for key in PARTS if values.get(key)}
    whole = values.get("name")
    if whole and ("given" in parts or len(whole.split()) > 1):
        return whole
    if whole:
        parts["given"] = whole
    return " ".join(parts[key] for key in PARTS if key in parts) or None
