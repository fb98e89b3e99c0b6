"""What holds when: every day since the order has exactly one value of each norm, and rules agree with them."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from nastavnik import TARGET_MODEL
from nastavnik.basics import Document, NotInForceError, Text, inferred
from nastavnik.basics.sources import Confidence
from nastavnik.methodology import Norm, Period
from nastavnik.people.records import ADULT_AGE
from nastavnik.rules.catalogue import ExperienceUpTo, OldEnough

FIRST = date(2019, 12, 25)
LAST = date(2032, 1, 1)
NORMS = {norm.id: norm for norm in TARGET_MODEL.norms}
NOTHING = Text(en="none", ru="нет")


def days() -> list[date]:
    """Return every day from the order on, beyond the end of every term that is known."""
    return [FIRST + timedelta(days=k) for k in range((LAST - FIRST).days + 1)]


def test_every_day_has_exactly_one_value_of_each_norm() -> None:
    """Counted period by period, not asked of the norm itself."""
    for day in days():
        for norm in TARGET_MODEL.norms:
            holding = [
                one
                for one in norm.periods
                if one.begins <= day and (one.ends is None or day <= one.ends)
            ]
            assert len(holding) == 1, (norm.id, day)
            assert TARGET_MODEL.on(day)[norm.id] is holding[0]


def value(norm: str, day: date) -> Any:
    """Return the value in English."""
    found = TARGET_MODEL.on(day)[norm].value
    return found["en"] if isinstance(found, Text) else found


@pytest.mark.parametrize(
    ("norm", "last_day", "before", "after"),
    [
        ("mentees-wanted", date(2020, 12, 31), 10, 20),
        ("mentees-wanted", date(2023, 12, 31), 50, 70),
        ("mentees-wanted", date(2024, 12, 31), 70, "no target"),
        ("mentoring-at-work", date(2025, 2, 28), "no article about it", "written consent"),
        ("national-concept", date(2025, 5, 20), "no concept", "Concept to 2030"),
        ("national-concept", date(2030, 12, 31), "Concept to 2030", "no new concept known"),
        ("data-consent-paper", date(2025, 8, 31), "may stand in another", "a document of its own"),
    ],
)
def test_what_changes_changes_overnight(
    norm: str, last_day: date, before: int | str, after: int | str
) -> None:
    for day, expected in ((last_day, before), (last_day + timedelta(days=1), after)):
        found = value(norm, day)
        assert found == expected or str(found).startswith(str(expected))


def test_nothing_is_said_of_the_day_before_the_order() -> None:
    with pytest.raises(NotInForceError, match=r"from 25\.12\.2019 on, not on 24\.12\.2019"):
        TARGET_MODEL.on(date(2019, 12, 24))
    with pytest.raises(NotInForceError, match="says nothing before 2019-12-25"):
        NORMS["programme-age"].on(date(2019, 12, 24))
    ended = attrs.evolve(TARGET_MODEL.document, in_force_to=date(2026, 8, 31))
    with pytest.raises(NotInForceError, match=r"to 31\.08\.2026, not on 01\.09\.2026"):
        attrs.evolve(TARGET_MODEL, document=ended).on(date(2026, 9, 1))


def test_rules_and_norms_say_the_same_on_every_day() -> None:
    for day in days()[::50]:
        assert value("programme-age", day) == OldEnough().years
        assert value("guardian-until", day) == ADULT_AGE
    assert ExperienceUpTo().years == 3


def test_what_was_checked_has_a_day_and_what_memory_says_has_none() -> None:
    """A target of 70 % was seen; those of the years before were not."""
    for norm in TARGET_MODEL.norms:
        for period in norm.periods:
            if period.source.confidence in {Confidence.RECALLED, Confidence.RECALLED_UNSURE}:
                assert period.checked_on is None, norm.id
            if period.source.confidence is Confidence.SEEN:
                assert period.checked_on is not None, norm.id
    seen = [one.value for one in NORMS["mentees-wanted"].periods if one.source.references]
    assert seen == [70]


def test_a_period_under_a_document_lies_within_its_term() -> None:
    for norm in TARGET_MODEL.norms:
        for period in norm.periods:
            if period.document is not None:
                assert period.document.holds_on(period.begins), norm.id
                assert period.ends is None or period.document.holds_on(period.ends), norm.id


def norm(*spans: tuple[date, date | None]) -> Norm:
    """Return a norm with periods from and to these days."""
    return Norm(
        "own",
        title=NOTHING,
        purpose=NOTHING,
        source=inferred(),
        periods=tuple(
            Period(begins=begins, ends=ends, value=k, source=inferred())
            for k, (begins, ends) in enumerate(spans)
        ),
    )


@pytest.mark.parametrize(
    ("spans", "fault"),
    [
        ([(FIRST, date(2020, 1, 1)), (date(2020, 1, 3), None)], "does not follow"),
        ([(FIRST, date(2020, 1, 1)), (date(2020, 1, 1), None)], "does not follow"),
        ([(FIRST, None), (date(2020, 1, 1), None)], "does not follow"),
        ([(FIRST, date(2020, 1, 1))], "has an end"),
        ([(FIRST, date(2019, 1, 1)), (date(2019, 1, 2), None)], "ends before it begins"),
    ],
)
def test_a_gap_or_an_overlap_is_refused(spans: Any, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        norm(*spans)


def test_a_norm_that_begins_with_another_document_is_refused() -> None:
    late = norm((date(2021, 1, 1), None))
    with pytest.raises(ValueError, match="does not begin with document Р-145"):
        attrs.evolve(TARGET_MODEL, norms=(late,))


def test_a_value_is_a_number_or_a_text() -> None:
    with pytest.raises(TypeError, match="neither a Text nor a whole number"):
        Period(begins=FIRST, value="ten", source=inferred())  # type: ignore[arg-type]


def test_a_document_holds_from_its_date_unless_it_says_otherwise() -> None:
    order = Document(number="1", date=FIRST, title=NOTHING)
    assert order.in_force_from == FIRST
    assert order.holds_on(LAST)
    with pytest.raises(ValueError, match="ends before it begins"):
        attrs.evolve(order, in_force_to=date(2019, 1, 1))
