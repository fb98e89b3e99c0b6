"""Free times are read as people write them, and are common as minutes are."""

from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nastavnik.people.times import FreeTime, common_times, meets, seen_times, times_of

DAY = 24 * 60
TUESDAY = 1

ONE_TIME = {
    "вт 15:00": (
        "вт 15.00",
        "Вторник 15:00",
        "во вторник в 15 часов",
        "tue-15",
        "Tuesday 3pm",
        "вт 15",
        "ВТ. 15-00",
        "вт 15 ч 00 мин",
        "вт 3 часа дня",
        "15:00 вт",
        "вторникам 1500",
        "вт15:00",
        "вт\u00a015:00",
    ),
    "вт 15:00–17:00": (
        "вторник 15-17",
        "вт с 15 до 17",
        "вт 15.00—17.00",
        "tue 15:00 to 17:00",
        "вт с 3 до 5 вечера",
        "15–17 (вт)",
    ),
    "вт, чт после 6 урока": ("вт и чт после 6-го урока", "вт после 13:50, чт после 13:50"),
    "пн-пт 15:00": (
        "по будням в 15:00",
        "с понедельника по пятницу 15:00",
        "пн, вт, ср, чт, пт 15.00",
    ),
    "сб, вс": ("выходные", "Суббота и воскресенье", "sat; sun"),
    "любое время": ("в любое время", "Любой день и любое время", "any time", "всегда"),
    "вт 7 урок": ("7 урок, вт", "вт 14:00–14:45", "lesson 7 on Tue"),
    "вт до 12": ("вт 0:00-12:00", "tue before 12:00"),
    "вт 17:15": ("вт 17-15",),
    "вт 15:00, 16:00": ("вт 15:00, вт 16:00", "вт в 15 и 16"),
    "15:00": ("каждый день 15:00", "ежедневно в 15-00", "пн-вс 15:00"),
}
LABELS = (
    "после тренировки",
    "вт вечером",
    "субботник",
    "вторая половина дня",
    "вт 25:00",
    "15",
    "вт 15:00 раз в неделю",
    "средний",
    "любое",
    "вт 24:00",
    "",
)


@pytest.mark.parametrize(
    ("text", "other"), [(t, o) for t, others in ONE_TIME.items() for o in others]
)
def test_spellings_of_one_time(text: str, other: str) -> None:
    assert times_of(text) == times_of(other)
    assert not times_of(text)[0].label


@pytest.mark.parametrize("text", LABELS)
def test_what_is_no_time_stays_a_label(text: str) -> None:
    assert [time.label for time in times_of(text)] == ([text] if text else [])


@st.composite
def free_times(draw: st.DrawFn) -> FreeTime:
    """Make a free time of one of two days, on the quarter of an hour."""
    start = 15 * draw(st.integers(0, 4 * 24 - 1))
    end = draw(st.sampled_from([start, *range(start + 15, DAY + 1, 15)]))
    return FreeTime(draw(st.integers(0, 1)), start, end)


@given(free_times(), st.booleans())
def test_a_time_that_is_written_reads_back(time: FreeTime, russian: bool) -> None:
    assert times_of(time.text("ru" if russian else "en")) == (time,)
    assert times_of(time.text("ru" if russian else "en", short=False)) == (time,)
    assert times_of(time.key) == (time,)


@given(st.text(max_size=25))
@example("вт, чт, , 15")
def test_any_text_has_one_meaning(text: str) -> None:
    assert seen_times(seen_times({text})) == seen_times({text})


def common_runs(left: list[FreeTime], right: list[FreeTime], minutes: int) -> int:
    """Count stretches of minutes that both have, on a plan of the week; the same stretch is one however short."""
    free = [
        {DAY * t.day + m for t in side for m in range(t.start, t.end)} for side in (left, right)
    ]

    def runs(some: set[int]) -> list[tuple[int, int]]:
        whole = [
            [m for _, m in group]
            for _, group in groupby(enumerate(sorted(some)), lambda p: (p[1] - p[0], p[1] // DAY))
        ]
        return [(one[0], one[-1]) for one in whole]

    mine, theirs = map(runs, free)
    return sum(
        last - first + 1 >= minutes or ((first, last) in mine and (first, last) in theirs)
        for first, last in runs(free[0] & free[1])
    )


stretches = st.lists(free_times().filter(lambda time: not time.is_moment), max_size=4)


@given(stretches, stretches, st.sampled_from([15, 30, 45, 60, 120]))
def test_common_times_are_those_of_the_minutes(
    left: list[FreeTime], right: list[FreeTime], minutes: int
) -> None:
    found = common_times(
        frozenset(time.key for time in left), frozenset(time.key for time in right), minutes
    )
    assert len(found) == common_runs(left, right, minutes)


@given(free_times(), free_times(), st.sampled_from([30, 45, 90]))
def test_both_see_the_same_meeting(one: FreeTime, other: FreeTime, minutes: int) -> None:
    assert meets(one, other, minutes) == meets(other, one, minutes)


MOMENT, LATE = FreeTime(TUESDAY, 900, 900), FreeTime(TUESDAY, 860, 940)


@pytest.mark.parametrize(
    ("one", "other", "minutes", "common"),
    [
        ("вт 15:00–17:00", "вт 16:00–18:00", 45, ["вт 16:00–17:00"]),
        ("вт 15:00–17:00", "вт 16:30–18:00", 45, []),
        ("вт 15:00–17:00", "вт 16:30–18:00", 30, ["вт 16:30–17:00"]),
        ("вт 15:00", "вт 15.00", 90, ["вт 15:00"]),
        ("вт 15:00", "вт 15:30", 45, []),
        ("вт 15:00", "вт 14:00–15:45", 45, ["вт 15:00"]),
        ("вт 15:00", "вт 14:00–15:30", 45, []),
        ("вт 15:00–15:40", "вт 15:00–15:40", 45, ["вт 15:00–15:40"]),
        ("любое время", "вт 15:00, чт 16:00", 45, ["вт 15:00", "чт 16:00"]),
        ("любое время", "после тренировки", 45, ["после тренировки"]),
        ("любое время", "always", 45, ["любое время"]),
        ("вт", "чт", 45, []),
        ("вт", "вт 15–16", 45, ["вт 15:00–16:00"]),
        ("вт после 6 урока", "вт 15:00", 45, ["вт 15:00"]),
        ("вт вечером", "ВТ  Вечером", 45, ["вт вечером"]),
        ("вт 15:00", "", 45, []),
    ],
)
def test_two_people(one: str, other: str, minutes: int, common: list[str]) -> None:
    for left, right in ((one, other), (other, one)):
        found = common_times(frozenset({left}), frozenset({right}), minutes)
        assert [time.text("ru") for time in found] == common


def test_a_moment_meets_a_stretch_that_is_long_enough_from_then_on() -> None:
    assert meets(MOMENT, LATE, 40) == MOMENT
    assert meets(MOMENT, LATE, 41) is None
