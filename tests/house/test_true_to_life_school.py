"""An invented but true-to-life school: cells to be touched by hand, and losses that nobody is told of."""

from functools import cache
from typing import Final

import pytest

from helpers.school.measure import Measured, measure
from helpers.school.people import school
from helpers.school.styles import STYLES, tables_of
from nastavnik import match

_SEEDS: Final = {"first-try": (1, 2), "template": (1,), "google": (1,), "class lists": (1,)}
"""The sample; ``make school`` measures more."""

_CASES: Final = [(style, seed) for style, seeds in _SEEDS.items() for seed in seeds]

_MOST_TOUCHED: Final = 10
"""Cells, or lines of a map, that may be touched before the plan is within one of the best possible."""

NOT_YET: Final = frozenset({("first-try", 2), ("template", 1), ("google", 1), ("class lists", 1)})
"""Schools of which more are touched still."""

REACHED: Final = {
    ("first-try", 1): 10,
    ("first-try", 2): 13,
    ("template", 1): 24,
    ("google", 1): 17,
    ("class lists", 1): 12,
}
"""Cells, or lines, that are touched as things stand; it must not become more."""

measured = cache(measure)


@pytest.mark.parametrize("seed", range(3))
def test_most_of_those_who_are_meant_could_have_a_mentor(seed: int) -> None:
    """Otherwise the measure would measure nothing."""
    assert match(school(seed).cohort).matched >= 25


@pytest.mark.parametrize("style", STYLES)
def test_a_school_is_the_same_for_the_same_seed(style: str) -> None:
    one, other = tables_of(style, 3), tables_of(style, 3)
    assert one.slips == other.slips
    assert one.mentees.content() == other.mentees.content()
    assert one.slips != tables_of(style, 4).slips


@pytest.mark.parametrize(("style", "seed"), _CASES)
def test_what_is_written_as_is_meant_is_read_as_is_meant(style: str, seed: int) -> None:
    result = measured(style, seed)
    assert not result.misread, result.misread


@pytest.mark.parametrize(("style", "seed"), _CASES)
def test_few_cells_are_touched_before_the_plan_is_within_one_of_the_best(
    style: str, seed: int, request: pytest.FixtureRequest
) -> None:
    if (style, seed) in NOT_YET:
        request.applymarker(pytest.mark.xfail(strict=True, reason="not reached yet"))
    result = measured(style, seed)
    assert result.lines is not None
    assert result.lines <= _MOST_TOUCHED


@pytest.mark.parametrize(("style", "seed"), _CASES)
def test_no_more_cells_are_touched_than_so_far(style: str, seed: int) -> None:
    result = measured(style, seed)
    assert result.lines is not None
    assert result.lines <= REACHED[style, seed]


@pytest.mark.parametrize(("style", "seed"), _CASES)
def test_in_the_end_as_many_have_a_mentor_as_can_be(style: str, seed: int) -> None:
    result = measured(style, seed)
    assert result.last == result.best


@pytest.mark.parametrize(("style", "seed"), _CASES)
def test_nothing_is_lost_in_silence(style: str, seed: int) -> None:
    result = measured(style, seed)
    assert _was_read(result), result.unreadable
    assert not result.losses, result.losses


def _was_read(result: Measured) -> bool:
    return result.last is not None
