"""Days as people write them, for one purpose: from a birth date the age on a reference day. The date is not kept."""

import re
from datetime import date
from typing import Final

from nastavnik.basics.words import compared

__all__ = ["age_on", "day_in", "school_year_begin"]

_FIRST_MONTH: Final = 7
"""From July on the school year that is spoken of is the coming one."""

_DAY_FIRST: Final = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})")
_YEAR_FIRST: Final = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_NAMED: Final = re.compile(r"(\d{1,2})[\s.-]*([^\W\d_]{3,})[\s.,-]*(\d{4})")
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,})\.? (\d{1,2}),? (\d{4})")
_CLOCK: Final = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_YEAR_WORD: Final = re.compile(r"(?:(?<!\s)\s+)?(?:г\.?\s*р\.?|года рождения|года|год|г)\.?$")

_MONTHS: Final = {
    beginning: number
    for number, beginnings in enumerate(
        (
            "янв jan", "фев feb", "мар mar", "апр apr", "мая май may", "июн jun", "июл jul", "авг aug", "сен sep",
            "окт oct", "ноя nov", "дек dec",
        ),
        1,
    )
    for beginning in beginnings.split()
}  # fmt: skip


def day_in(cell: str, *, until: date) -> date | None:
    """Return the day that a cell names, or None; of a number alone the day stands before the month.

    Args:
        cell: the text.
        until: a year of two digits is the last one up to this day.

    >>> [day_in(text, until=date(2026, 9, 1)).isoformat() for text in ("13.05.12", "13 мая 2012 г.")]
    ['2012-05-13', '2012-05-13']
    """
    text = _YEAR_WORD.sub("", _CLOCK.sub("", compared(cell)))
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
    elif found := _DAY_FIRST.fullmatch(text):
        year, month, day = int(found[4]), int(found[3]), int(found[1])
        if len(found[4]) == len("yy"):
            year += 1900 if 2000 + year > until.year else 2000
    elif found := _NAMED.fullmatch(text):
        year, month, day = int(found[3]), _MONTHS.get(found[2][:3], 0), int(found[1])
    elif found := _MONTH_FIRST.fullmatch(text):
        year, month, day = int(found[3]), _MONTHS.get(found[1][:3], 0), int(found[2])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def age_on(day: date, born: date) -> int:
    """Return the full years on a day.

    >>> age_on(date(2026, 9, 1), date(2012, 9, 1)), age_on(date(2026, 9, 1), date(2012, 9, 2))
    (14, 13)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def school_year_begin(today: date) -> date:
    """Return the first of September of the school year that a day belongs to; July and August look ahead.

    >>> school_year_begin(date(2026, 5, 30)).isoformat(), school_year_begin(date(2026, 8, 20)).isoformat()
    ('2025-09-01', '2026-09-01')
    """
    return date(today.year if today.month >= _FIRST_MONTH else today.year - 1, 9, 1)
