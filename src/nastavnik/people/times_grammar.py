"""The grammar of free times: days, hours, lessons, and what joins them, in Russian and in English.

A text is read whole or not at all: one word that is not understood makes it a label, so nothing of what somebody wrote
is dropped in silence.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from attrs import frozen

from nastavnik.basics.words import compared

__all__ = ["ANY_DAY", "END_OF_DAY", "Piece", "pieces_of"]

END_OF_DAY: Final = 24 * 60
"""Minutes of a day."""

ANY_DAY: Final = -1
"""In place of a day: any time of any day suits."""

FIRST_LESSON: Final = 8 * 60 + 30
"""Minutes after midnight at which the first lesson begins."""

LESSON: Final = 45
"""Minutes of a lesson."""

BREAK: Final = 10
"""Minutes between two lessons. With the two above these are the bells by which a lesson becomes hours.

Source: ours, no school's own; a school that writes hours needs none.
"""

_WEEK: Final = tuple(range(7))
_HALF: Final = 12 * 60
"""Minutes of half a day."""

_LATER: Final = re.compile(r"p\.?m|вечера|дня")
_PART_OF_DAY: Final = re.compile(r"[ap]\.?m|вечера|дня|утра|ночи")

_DAYS: Final = (
    r"пн|пнд|пон|понедельник\w{0,3}|mon(?:days?)?",
    r"вт|втр|вторник\w{0,3}|tue(?:s|sdays?)?",
    r"ср|срд|сред(?:а|у|ы|е|ам|ах|ой)|wed(?:nesdays?)?",
    r"чт|чтв|чет|четв|четверг\w{0,3}|thu(?:rs?|rsdays?)?",
    r"пт|птн|пятн|пятниц\w{0,2}|fri(?:days?)?",
    r"сб|суб|суббот(?:а|у|ы|е|ам|ах|ой)|sat(?:urdays?)?",
    r"вс|вск|воскр|воскресень\w{1,2}|sun(?:days?)?",
)
_DAY: Final = "|".join(_DAYS)
_ENDS: Final = r"(?![^\W\d_])"
_QUARTER: Final = "(?:00|15|30|45)(?![0-9:.])"
_HOUR: Final = (
    rf"(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9]|[- ]{_QUARTER}|\s?ч\.?\s?[0-5][0-9](?:\s?мин\w*)?)?"
    r"(?:\s?(?:ч(?:ас(?:а|ов)?)?\b\.?|h\b))?(?:\s?(?:[ap]\.?m\b\.?|дня|вечера|утра|ночи))?"
)
_FOUR: Final = "(?:[01][0-9]|2[0-4])[0-5][0-9]"
_CLOCK: Final = f"(?:{_FOUR}|{_HOUR})(?![0-9])"
_NTH: Final = "(?:[1-9]|1[0-2])(?:-?(?:ы?й|ой|го|ого|ом|ем|му|м|я|th|st|nd|rd))?"
_LESSON: Final = r"(?:урок\w*|lessons?)"

_PATTERNS: Final = {
    "any": r"(?:(?:в )?любо(?:е|й) (?:удобное )?время|всегда(?: свобод\w+)?|когда угодно|any ?time|always"
    r"|(?:в )?(?:любой|каждый) день и (?:в )?любое время|круглосуточно)\b",
    "daily": r"(?:ежедневно|каждый день|(?:в )?любой день|(?:во )?все дни|every ?day|daily|any day)\b",
    "weekdays": r"(?:будн\w*(?: дн\w+)?|рабочи\w+ дн\w+|weekdays?)\b",
    "weekend": r"(?:выходн\w+(?: дн\w+)?|weekends?)\b",
    "range": rf"(?:с |со |from )?(?P<first>{_DAY}){_ENDS}\.?(?:-| по | до | to )(?P<last>{_DAY}){_ENDS}\.?",
    "day": rf"(?:{_DAY}){_ENDS}\.?",
    "after_lesson": rf"(?:(?:после|с|after) (?:the )?{_NTH} ?{_LESSON}|after lesson {_NTH})\b",
    "lessons": rf"(?:{_NTH}(?:(?:-| и | по ){_NTH})? ?{_LESSON}|{_LESSON} {_NTH}(?:-{_NTH})?)\b",
    "hours": rf"(?:с |от |from |between )?(?P<start>{_CLOCK}) ?(?:-| до | по | to | and ) ?(?P<end>{_CLOCK})",
    "after": rf"(?:после|с|от|позже|начиная с|after|from|since) (?P<since>{_CLOCK})"
    r"(?: (?:и )?(?:позже|позднее|далее|дальше)\b)?",
    "before": rf"(?:до|раньше|before|until|till) (?P<until>{_CLOCK})",
    "moment": _CLOCK,
    "filler": r"[\s,;/+&().]+|-(?=\s|[0-9]|$)|(?:в|во|по|на|и|или|at|on|and|or|in|the|с|дн[ия]|время)\b",
}
_TOKEN: Final = re.compile(
    "|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items())
)
_HYPHENED: Final = re.compile(f"[0-9]{{1,2}}-{_QUARTER}")


@frozen
class Piece:
    """One day and its hours.

    Args:
        day: 0 for Monday to 6 for Sunday; `ANY_DAY` where any time suits.
        start: minutes after midnight.
        end: minutes after midnight; the start where only a beginning is named.
    """

    day: int
    start: int
    end: int


_Hours = tuple[int, int]
_Part = tuple[str, tuple[int, ...]]
"""Days, or hours as start and end; «bare» is a number that is an hour only because a day stands near it."""


def pieces_of(text: str) -> tuple[Piece, ...] | None:
    """Return the days and hours that a text names, in its order, or None where it is no time.

    Days before hours share them («вт, чт 15:00»); hours after hours are of the same days («вт 15:00, 16:00»).

    >>> pieces_of("вт, чт 15.00")
    (Piece(day=1, start=900, end=900), Piece(day=3, start=900, end=900))
    >>> pieces_of("после тренировки"), pieces_of("15")
    (None, None)
    """
    parts = _parts(compared(text))
    if not parts or all(kind == "bare" for kind, _ in parts):
        return None
    if any(kind == "any" for kind, _ in parts):
        return (Piece(ANY_DAY, 0, END_OF_DAY),) if len(parts) == 1 else None
    found = [("days" if kind == "days" else "hours", value) for kind, value in parts]
    return tuple(_joined(found))


def _parts(text: str) -> list[_Part] | None:
    """Return days and hours in the order of the text; None where something is not understood."""
    parts: list[_Part] = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        kind = str(found and found.lastgroup)
        if found is None or not found[0]:
            return None
        if kind != "filler":
            part = _READ[kind](found) if kind in _READ else None
            if part is None:
                return None
            parts.append(part)
        at = found.end()
    return parts


def _range(found: re.Match[str]) -> _Part:
    first, last = _number_of_day(found["first"]), _number_of_day(found["last"])
    return "days", tuple((first + k) % len(_WEEK) for k in range((last - first) % len(_WEEK) + 1))


def _day(found: re.Match[str]) -> _Part:
    return "days", (_number_of_day(found[0].removesuffix(".")),)


def _after_lesson(found: re.Match[str]) -> _Part | None:
    return _hours(_lessons(found)[0] + LESSON, END_OF_DAY)


def _at_lessons(found: re.Match[str]) -> _Part | None:
    starts = _lessons(found)
    return _hours(starts[0], starts[-1] + LESSON)


def _stretch(found: re.Match[str]) -> _Part | None:
    """Return from–to; the part of the day that only the end names, as in «с 3 до 5 вечера», is that of both."""
    start, end = _minutes(found["start"]), _minutes(found["end"])
    later, named = _LATER.search(found["end"]), _PART_OF_DAY.search(found["start"])
    if start is not None and end is not None and later and not named and start + _HALF < end:
        start += _HALF
    hours = _hours(start, end)
    if hours is None and _HYPHENED.fullmatch(
        found[0]
    ):  # «17-15» is a quarter past, for it is no stretch
        return _moment(found)
    return hours


def _after(found: re.Match[str]) -> _Part | None:
    return _hours(_minutes(found["since"]), END_OF_DAY)


def _before(found: re.Match[str]) -> _Part | None:
    return _hours(0, _minutes(found["until"]))


def _moment(found: re.Match[str]) -> _Part | None:
    at = _minutes(found[0])
    if at is None or at >= END_OF_DAY:
        return None
    bare = found[0].isdigit() and len(found[0]) < len("1500")
    return ("bare" if bare else "hours"), (at, at)


_READ: Final[Mapping[str, Callable[[re.Match[str]], _Part | None]]] = {
    "any": lambda _: ("any", _WEEK),
    "daily": lambda _: ("days", _WEEK),
    "weekdays": lambda _: ("days", _WEEK[:5]),
    "weekend": lambda _: ("days", _WEEK[5:]),
    "range": _range,
    "day": _day,
    "after_lesson": _after_lesson,
    "lessons": _at_lessons,
    "hours": _stretch,
    "after": _after,
    "before": _before,
    "moment": _moment,
}


def _hours(start: int | None, end: int | None) -> _Part | None:
    if start is None or end is None or not start < end <= END_OF_DAY:
        return None
    return "hours", (start, end)


def _minutes(written: str) -> int | None:
    """Return the minutes after midnight of an hour as it is written, or None where there is no such."""
    numbers = re.findall("[0-9]+", written)
    if len(numbers[0]) == len("1500"):
        numbers = [numbers[0][:2], numbers[0][2:]]
    total = 60 * int(numbers[0]) + (int(numbers[1]) if len(numbers) > 1 else 0)
    if _LATER.search(written) and total < _HALF:
        total += _HALF
    elif _PART_OF_DAY.search(written) and not _LATER.search(written) and total >= _HALF:
        total -= _HALF  # 12 at night
    return total if total <= END_OF_DAY else None


def _lessons(found: re.Match[str]) -> list[int]:
    """Return when the lessons that are named begin."""
    numbers = map(int, re.findall("[0-9]+", found[0]))
    return [FIRST_LESSON + (number - 1) * (LESSON + BREAK) for number in numbers]


def _number_of_day(name: str) -> int:
    return next(k for k, pattern in enumerate(_DAYS) if re.fullmatch(pattern, name))


def _joined(parts: list[_Part]) -> Iterator[Piece]:
    """Yield each day with its hours; days alone are whole days, hours alone are of every day."""
    if parts[0][0] == "hours" and any(kind == "days" for kind, _ in parts):
        parts = _days_first(parts)
    days: list[int] = []
    told = False
    for kind, value in parts:
        if kind == "days":
            if told:
                days, told = [], False
            days += [day for day in value if day not in days]
        else:
            start, end = value
            yield from (Piece(day, start, end) for day in days or _WEEK)
            told = True
    if not told:
        yield from (Piece(day, 0, END_OF_DAY) for day in days)


def _days_first(parts: list[_Part]) -> list[_Part]:
    """Put the days that follow hours before them: «15:00 вт и чт» is «вт и чт 15:00»."""
    groups: list[tuple[list[_Part], list[_Part]]] = []
    for part in parts:
        if part[0] == "hours" and (not groups or groups[-1][1]):
            groups.append(([], []))
        groups[-1][0 if part[0] == "hours" else 1].append(part)
    return [part for hours, days in groups for part in (*days, *hours)]
