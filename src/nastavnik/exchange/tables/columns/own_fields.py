"""Columns of fields of one's own: headed «Поле: пол» or «Field: team», or as the school's map of headings says."""

import re
from collections.abc import Iterable
from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.basics.words import clean, compared
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.people.fields import EXTRA
from nastavnik.people.records import Role

__all__ = ["own_column", "own_columns", "own_field"]

_HEADED: Final = re.compile(r"(?:поле|field|extra)\s*[:.]\s*(\S.*)", re.IGNORECASE)

_ABOUT: Final = Text(
    en="A field of your own, for rules that you have taken in; empty means unknown.",
    ru="Ваше собственное поле для правил, которые вы добавили. Пусто – значит, неизвестно.",
)


def own_field(heading: str) -> str | None:
    """Return the name of the field of one's own that a heading names, or None.

    >>> own_field("Поле: Пол"), own_field("extra.team"), own_field("Класс")
    ('пол', 'team', None)
    """
    found = _HEADED.fullmatch(clean(heading))
    return compared(found[1]) if found else None


def own_column(name: str) -> Column:
    """Return the column of a field of one's own.

    >>> own_column("пол").heading["ru"]
    'Поле: пол'
    """
    heading = Text(en=f"Field: {name}", ru=f"Поле: {name}")
    return Column(
        f"{EXTRA}.{name}",
        kind=Kind.TEXT,
        fills=EXTRA,
        of_person=True,
        heading=heading,
        about=_ABOUT,
    )


def own_columns(roles: Iterable[Role]) -> tuple[Column, ...]:
    """Return a column for each field of their own that any of some people have, by name."""
    names = {name for role in roles for name in role.person.extra}
    return tuple(map(own_column, sorted(names)))
