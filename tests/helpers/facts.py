"""Facts of people looked up one by one, beside those of a column."""

from typing import Any

from nastavnik.people import Role
from nastavnik.people.columns import Encoded, Path
from nastavnik.people.fields import read_extra, seen


def decoded(field: Encoded) -> list[Any]:
    """Return everybody's value."""
    return [field.values[code] for code in field.codes.tolist()]


def fact_of(role: Role, path: Path) -> Any:
    """Return one fact of somebody as rules see it, None where there is no such field."""
    found: Any = role
    for at, name in enumerate(path):
        if path[at - 1 : at] == ("extra",):
            return None if found is None else read_extra(found, path[at:])
        found = getattr(found, name, None)
    return seen(path[-1], found)
