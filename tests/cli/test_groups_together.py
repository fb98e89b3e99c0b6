"""``match --groups-together``: when groups meet, how good the plan is; and whose groups cannot meet without it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from helpers.command_line import Call
from helpers.pupils import PUPILS, mentee, mentor
from helpers.written_rounds import demands_table, explaining, small_round, tables_of
from nastavnik import Ban, Cohort
from nastavnik.basics.texts import Language
from nastavnik.cli import commands
from nastavnik.cli.meetings import apart_in_words, meetings_in_words
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json
from nastavnik.matching.groups import MeetingGroups, groups_apart, match_groups
from nastavnik.matching.match import match
from nastavnik.programme.round import invented_town

pytest_plugins = ["helpers.command_line", "helpers.written_rounds"]

OPTION = "--groups-together"


def apart_in(folder: Path) -> list[str]:
    """Return whose groups of a written plan have no time in common."""
    cohort = read_json(folder / "cohort.json", cohort_from_json)
    plan = read_json(folder / "plan.json", plan_from_json)
    return [mentor for mentor, _ in groups_apart(plan, cohort)]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_whose_groups_cannot_meet_is_told_with_what_helps(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """As the last line; whoever wants quiet hears nothing of it."""
    words = ["match", *tables_of(town), "--out", tmp_path / "plan", "--lang", language]
    *_, last = call(*words).out.splitlines()
    assert apart_in(tmp_path / "plan") == ["q06", "q11"]
    assert "q06, q11" in last
    assert OPTION in last
    assert call(*words, "--replace", "--quiet").out == ""


@pytest.mark.parametrize("language", ["en", "ru"])
def test_groups_meet_when_it_is_said(
    call: Call, town: Path, tmp_path: Path, language: Language
) -> None:
    """Each has a time; those that were chosen stand in the answer and as reasons in the plan, which verifies."""
    out = tmp_path / "plan"
    done = call("match", *tables_of(town), "--out", out, OPTION, "--lang", language)
    found = match_groups(invented_town(), language=language)
    assert (done.status, done.err, apart_in(out)) == (0, "", [])
    assert meetings_in_words(found, language).text() in done.out
    for meeting in found.meetings:
        time = meeting.time.text(language, short=False)
        assert f"  {meeting.mentor}: {time}\n" in done.out
        assert any(time in ban.reason for ban in explaining(out).bans)
    assert TEXTS["groups-best"][language] in done.out
    assert OPTION not in done.out
    assert explaining(out).pairs == found.plan.pairs
    assert call("verify", out).status == 0


def test_demands_and_the_lottery_are_heeded(call: Call, town: Path, tmp_path: Path) -> None:
    """A ban of the coordinator's stands beside those of the meetings, and the seed is that of the call."""
    table = demands_table(tmp_path, "запретить;q06;p02;ссорятся;завуч;")
    out = tmp_path / "plan"
    words = ["match", *tables_of(town), "--demands", table, "--seed", "7", "--out", out]
    assert call(*words, OPTION).status == 0
    plan = explaining(out)
    assert plan.seed == 7
    assert Ban("q06", "p02", reason="ссорятся", by="завуч") in plan.bans
    assert apart_in(out) == []
    assert call("verify", out).status == 0


def test_where_every_group_can_meet_nothing_is_asked_for(call: Call, tmp_path: Path) -> None:
    """Neither without the option nor with it is there anything to choose."""
    small_round(call, tmp_path, ["p1", "p2"], ["m1"])
    tables = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    without = call("match", *tables, "--out", tmp_path / "a", "--lang", "ru")
    chosen = call("match", *tables, "--out", tmp_path / "b", "--lang", "ru", OPTION)
    assert OPTION not in without.out
    assert TEXTS["groups-meet-anyway"]["ru"] in chosen.out


def test_the_search_is_shown(
    call: Call, town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From its first round on, which is long in a large school; the stage has words of its own."""
    stages: list[str] = []

    @contextmanager
    def shown(*_: Any, **__: Any) -> Iterator[Any]:
        yield lambda step: stages.append(step.stage)

    monkeypatch.setattr(commands, "shown_progress", shown)
    call("match", *tables_of(town), "--out", tmp_path / "plan", OPTION)
    matching = [stage for stage in stages if stage != "read"]
    assert set(matching) == {"groups"}
    assert len(matching) > len(match_groups(invented_town()).meetings)
    assert TEXTS["stage-groups"]["ru"] != TEXTS["stage-groups"]["en"]


def early() -> MeetingGroups:
    """Return what a search finds that is cut short and goes down the wrong way first."""
    days = {"m": "mon 15:00", "t": "tue 15:00", "w": "wed 15:00"}
    said = [("mt", "go"), ("mw", "go"), ("t", "chess"), ("w", "go"), ("m", "chess"), ("mt", "go")]
    cohort = Cohort(
        mentees=[
            mentee(f"p{k}", slots=[days[d] for d in when], interests=[what])
            for k, (when, what) in enumerate(said)
        ],
        mentors=[
            mentor(f"m{k}", 3, slots=[days[d] for d in when], interests=[what])
            for k, (when, what) in enumerate([("tw", "go"), ("mtw", "chess")])
        ],
    )
    return match_groups(cohort, PUPILS, most=1)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_how_much_better_a_plan_could_be_is_said(language: Language) -> None:
    """In points where the mentees are as many, or else in mentees; never that it is proven."""
    found = early()
    mentees, points = found.achieved
    best = TEXTS["groups-best"][language]
    for bound, key, more in (
        ((mentees, points + 31), "groups-more-points", 31),
        ((mentees + 2, points - 5), "groups-more-mentees", 2),
    ):
        text = meetings_in_words(evolve(found, bound=bound), language).text()
        assert text.splitlines()[-1] == TEXTS[key][language].format(more)
        assert best not in text
    assert not found.best
    assert best not in meetings_in_words(found, language).text()


def test_mentees_of_a_priority_are_said_to_be_so() -> None:
    """Where there are several, the first that could be more is the one that counts."""
    monday = {"mon 15:00"}
    cohort = Cohort(
        mentees=[
            evolve(mentee("p1", slots=monday), priority=1),
            evolve(mentee("p2", slots=monday), priority=2),
        ],
        mentors=[mentor("m1", 2, slots=monday)],
    )
    found = match_groups(cohort, PUPILS)
    first, second, points = found.achieved
    shown = meetings_in_words(evolve(found, bound=(first, second + 1, points)), "ru").text()
    said = TEXTS["groups-more-of-priority"]["ru"].format(1, priority=2)
    assert shown.splitlines()[-1] == said


def test_of_many_groups_the_first_are_named() -> None:
    """And how many more there are."""
    cohort = Cohort(
        mentees=[
            mentee(f"p{k:02}{day}", slots={f"{day} {k:02}:00"})
            for k in range(23)
            for day in ("mon", "tue")
        ],
        mentors=[
            mentor(f"m{k:02}", 2, slots={f"mon {k:02}:00", f"tue {k:02}:00"}) for k in range(23)
        ],
    )
    said = apart_in_words(match(cohort, PUPILS), cohort, PUPILS, "ru")
    assert said is not None
    assert "m18, m19 и ещё 3." in said
    assert "m20" not in said
