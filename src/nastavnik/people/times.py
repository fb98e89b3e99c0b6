"""Free time as people write it, and as it is: a day of the week, from and to, or a moment at which one can begin.

«вт 15.00», «вторник в 15:00» and "Tue-15" are one time. «вторник 15–17» is a stretch, «вт» the whole day, «любое время»
every day, «после 6 урока» a stretch by the usual bells. What is no time, such as «после тренировки», stays a label
and is compared as a word. A person's free times stay the texts that were written; everything here reads them.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Final

from attrs import frozen

from nastavnik.basics.texts import Language, Text
from nastavnik.basics.words import compared
from nastavnik.people.times_grammar import ANY_DAY, END_OF_DAY, pieces_of

__all__ = [
    "MEETING_MINUTES",
    "FreeTime",
    "common_times",
    "meets",
    "seen_times",
    "times_of",
]

MEETING_MINUTES: Final = 45
"""Minutes that two free times must have in common, unless a rule says otherwise. Source: ours, a lesson."""

_REMEMBERED: Final = 1 << 15
"""Distinct texts and sets of free times that are read once."""

_DAY_NAMES: Final = tuple(
    Text(en=en, ru=ru)
    for en, ru in (
        ("Monday", "понедельник"),
        ("Tuesday", "вторник"),
        ("Wednesday", "среда"),
        ("Thursday", "четверг"),
        ("Friday", "пятница"),
        ("Saturday", "суббота"),
        ("Sunday", "воскресенье"),
    )
)
_SHORT: Final = tuple(
    Text(en=en, ru=ru)
    for en, ru in zip(
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
        strict=True,
    )
)


@frozen(order=True)
class FreeTime:
    """One free time on one day of the week, or a label that is no time.

    Args:
        day: 0 for Monday to 6 for Sunday; -1 for any time at all, and for a label.
        start: minutes after midnight.
        end: minutes after midnight, 1440 at most; equal to the start for a moment at which one can begin, however long
            the meeting is.
        label: what was written, as words are compared; empty for a time.

    >>> FreeTime(1, 900, 1020).text("ru"), FreeTime(3, 960, 960).text("en", short=False)
    ('вт 15:00–17:00', 'Thursday 16:00')
    """

    day: int
    start: int
    end: int
    label: str = ""

    @property
    def is_any(self) -> bool:
        """Whether any time of any day suits."""
        return self.day == ANY_DAY and not self.label

    @property
    def is_moment(self) -> bool:
        """Whether only the beginning is known."""
        return self.start == self.end and not self.label

    def text(self, language: Language, *, short: bool = True) -> str:
        """Return the time as people write it.

        Args:
            language: of the text.
            short: name the day by its abbreviation, which reads back as the same time.
        """
        if self.label or self.is_any:
            return self.label or _ANY[language]
        day = (_SHORT if short else _DAY_NAMES)[self.day][language]
        return f"{day} {self._hours(language)}".rstrip()

    def _hours(self, language: Language) -> str:
        """Return the hours; nothing for a whole day."""
        start, end = _clock(self.start), _clock(self.end)
        if self.is_moment:
            return start
        if self.end == END_OF_DAY:
            return f"{_AFTER[language]} {start}" if self.start else ""
        return f"{start}–{end}" if self.start else f"{_BEFORE[language]} {end}"

    @property
    def key(self) -> str:
        """The text by which two spellings are one time; what rules see."""
        return self.label or self.text("en").replace("–", "-")


_ANY: Final = Text(en="any time", ru="любое время")
_AFTER: Final = Text(en="after", ru="после")
_BEFORE: Final = Text(en="before", ru="до")


@lru_cache(_REMEMBERED)
def times_of(slot: str) -> tuple[FreeTime, ...]:
    """Return the times that one text means, in their order; a label alone where it is no time.

    >>> [time.text("en") for time in times_of("вт, чт после 15:00")]
    ['tue after 15:00', 'thu after 15:00']
    >>> times_of("Кружок")
    (FreeTime(day=-1, start=0, end=0, label='кружок'),)
    """
    pieces = pieces_of(slot)
    if pieces is None:
        label = compared(slot)
        return (FreeTime(-1, 0, 0, label),) if label else ()
    return tuple(sorted({FreeTime(piece.day, piece.start, piece.end) for piece in pieces}))


def seen_times(slots: Iterable[str]) -> frozenset[str]:
    """Return somebody's free times as rules see them: the key of each, stretches that touch made one.

    >>> sorted(seen_times({"вт 15.00", "Вторник 15:00", "ср 14-15", "ср 15-16"}))
    ['tue 15:00', 'wed 14:00-16:00']
    """
    return _seen(frozenset(slots))


@lru_cache(_REMEMBERED)
def _seen(slots: frozenset[str]) -> frozenset[str]:
    return frozenset(time.key for time in _united(t for slot in slots for t in times_of(slot)))


def _united(times: Iterable[FreeTime]) -> list[FreeTime]:
    """Join stretches of a day that touch, and leave out moments within them, and all within any time."""
    united: list[FreeTime] = []
    ordered = sorted(set(times))
    if any(time.is_any for time in ordered):
        return [next(time for time in ordered if time.is_any)]
    for time in ordered:
        last = united[-1] if united else None
        if time.is_moment or time.label:
            continue
        if last is not None and last.day == time.day and time.start <= last.end:
            united[-1] = FreeTime(last.day, last.start, max(last.end, time.end))
        else:
            united.append(time)
    stretches = tuple(united)
    for time in ordered:
        within = any(
            one.day == time.day and one.start <= time.start <= one.end - MEETING_MINUTES
            for one in stretches
        )
        if time.label or (time.is_moment and not within):
            united.append(time)
    return united


def meets(one: FreeTime, other: FreeTime, minutes: int = MEETING_MINUTES) -> FreeTime | None:
    """Return the time that two have in common, if it is long enough; the same time is, however short.

    >>> tuesday, later = FreeTime(1, 900, 1020), FreeTime(1, 960, 1080)
    >>> meets(tuesday, later).text("en"), meets(tuesday, later, 90)
    ('tue 16:00–17:00', None)
    """
    if one == other:
        return one
    if one.is_any or other.is_any:
        time = other if one.is_any else one
        enough = time.is_moment or time.label or time.end - time.start >= minutes
        return time if enough else None
    if one.day != other.day or one.label or other.label:
        return None
    start, end = max(one.start, other.start), min(one.end, other.end)
    if (
        one.is_moment or other.is_moment
    ):  # one begins at that moment, and the other has time from then on
        longest = max(one.end, other.end)
        return FreeTime(one.day, end, end) if start <= end and end + minutes <= longest else None
    return FreeTime(one.day, start, end) if end - start >= minutes else None


def common_times(
    left: AbstractSet[str] | None, right: AbstractSet[str] | None, minutes: int = MEETING_MINUTES
) -> tuple[FreeTime, ...]:
    """Return the times that two people have in common, in their order; none where one side's are not known.

    >>> [time.text("ru", short=False) for time in common_times({"вт 15–17"}, {"вторник 16.00", "пт 9"})]
    ['вторник 16:00']
    """
    mine = [time for slot in seen_times(left or ()) for time in times_of(slot)]
    theirs = [time for slot in seen_times(right or ()) for time in times_of(slot)]
    found = (meets(one, other, minutes) for one in mine for other in theirs)
    return tuple(sorted({time for time in found if time is not None}))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"
