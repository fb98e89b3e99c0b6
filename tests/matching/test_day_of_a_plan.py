"""The day for which a plan is made: stated by whoever makes it, kept, shown, and never taken from the clock."""

import json
from datetime import date, datetime
from pathlib import Path

import attrs
import pytest

from helpers.command_line import Call
from nastavnik import TARGET_MODEL, CertificateError, InvalidInputError, match, verify
from nastavnik.basics import NotInForceError
from nastavnik.exchange.json import plan_from_json, plan_to_json
from nastavnik.matching.groups import match_groups
from nastavnik.programme.round.town import invented_town
from nastavnik.report.folder import write_folder

pytest_plugins = ["helpers.command_line"]

TOWN = invented_town()
DAY = date(2026, 9, 1)


def test_a_plan_says_no_day_unless_it_was_given_one() -> None:
    """Nothing depends on the clock in silence."""
    assert match(TOWN).on is None
    assert "on" not in json.loads(plan_to_json(match(TOWN)))


def test_a_day_changes_nothing_but_itself() -> None:
    """No rule reads it, so that it only is noted."""
    assert attrs.evolve(match(TOWN, on=DAY), on=None) == match(TOWN)


def test_a_day_goes_through_json_and_back() -> None:
    plan = match(TOWN, on=DAY)
    text = plan_to_json(plan)
    assert json.loads(text)["on"] == "2026-09-01"
    assert plan_from_json(text) == plan
    verify(plan, TOWN)


@pytest.mark.parametrize("wrong", ["20260901", "2026-9-1", "01.09.2026", 20260901, True])
def test_another_spelling_of_a_day_is_refused(wrong: object) -> None:
    document = json.loads(plan_to_json(match(TOWN, on=DAY))) | {"on": wrong}
    with pytest.raises(InvalidInputError) as caught:
        plan_from_json(json.dumps(document))
    (fault,) = caught.value.faults
    assert (fault.code, fault.place.path if fault.place else None) == ("not-a-day", "$.on")


def test_a_day_before_the_order_has_no_plan() -> None:
    with pytest.raises(NotInForceError, match=r"25\.12\.2019"):
        match(TOWN, on=date(2019, 9, 1))
    forged = attrs.evolve(match(TOWN), on=date(2019, 9, 1))
    with pytest.raises(CertificateError, match="a day without rules"):
        verify(forged, TOWN)


def test_a_moment_is_no_day() -> None:
    with pytest.raises(TypeError, match="datetime"):
        match(TOWN, on=datetime(2026, 9, 1, 12, 0))  # noqa: DTZ001 - what is refused


def test_a_plan_that_would_be_is_for_the_same_day() -> None:
    plan = match(TOWN, on=DAY)
    assert plan.what_if(remove=[plan.pairs[0].mentee]).plan.on == DAY
    assert match_groups(TOWN, on=DAY).plan.on == DAY


@pytest.mark.parametrize(("language", "said"), [("ru", "на 01.09.2026"), ("en", "for 2026-09-01")])
def test_verify_tells_the_day(call: Call, tmp_path: Path, language: str, said: str) -> None:
    for on, expected in ((DAY, True), (None, False)):
        write_folder(tmp_path, match(TOWN, on=on), TOWN, TARGET_MODEL, overwrite=True)
        done = call("verify", tmp_path, "--lang", language)
        assert done.status == 0
        assert (said in done.out) is expected
