"""A plan's locks and bans are held against those that were asked for, word by word."""

import json

import pytest
from attrs import evolve

from helpers.rounds import planned
from nastavnik import Ban, CertificateError, InvalidInputError, Lock, verify
from nastavnik.exchange.json import plan_from_json, plan_to_json
from nastavnik.programme.round.demand_changes import demand_changes


def changed(demand: Lock | Ban) -> list[Lock | Ban]:
    """Return the demand with each of its words changed."""
    made: list[Lock | Ban] = [
        evolve(demand, reason=demand.reason + "!"),
        evolve(demand, by=demand.by + "!"),
        evolve(demand, mentor=demand.mentor + "x"),
        evolve(demand, mentee=demand.mentee + "x"),
    ]
    if isinstance(demand, Lock):
        made.append(evolve(demand, overriding={*demand.overriding, "another-rule"}))
    return made


def test_every_other_word_is_noticed() -> None:
    """What was asked for is accepted in any order; one more, one less or one word otherwise is refused."""
    seen = 0
    for _, case, plan in planned(range(40)):
        asked: list[Lock | Ban] = [*plan.locks, *plan.bans]
        verify(plan, case.cohort, demands=reversed(asked))
        for number, demand in enumerate(asked):
            rest = asked[:number] + asked[number + 1 :]
            others = [rest, *([*rest, other] for other in changed(demand))]
            for other in others:
                with pytest.raises(CertificateError, match="others than those asked for"):
                    verify(plan, case.cohort, demands=other)
                assert demand_changes(asked, other)
                seen += 1
    assert seen > 50


def test_the_digest_is_that_of_the_demands() -> None:
    """Other demands have another digest; a plan.json that says otherwise is refused, one without it is read."""
    for _, _, plan in planned(range(30)):
        if not (plan.locks or plan.bans):
            assert "demands_digest" not in plan_to_json(plan)
            continue
        text = plan_to_json(plan)
        document = json.loads(text)
        assert document["demands_digest"] == plan.demands_digest
        assert plan_from_json(text) == plan
        for demand in (*plan.locks, *plan.bans):
            other = evolve(
                plan,
                locks=tuple(one for one in plan.locks if one != demand),
                bans=tuple(one for one in plan.bans if one != demand),
            )
            assert other.demands_digest != plan.demands_digest
        key = "locks" if plan.locks else "bans"
        document[key][0]["reason"] += "!"
        with pytest.raises(InvalidInputError) as caught:
            plan_from_json(json.dumps(document))
        assert {fault.code for fault in caught.value.faults} == {"not-derived"}
        del document["demands_digest"]  # as an earlier version wrote it
        plan_from_json(json.dumps(document))


def test_no_reason_is_repeated() -> None:
    """What differs is told by ids alone."""
    secret = Ban("a", "b", reason="a quarrel at home", by="class teacher")
    for language in ("en", "ru"):
        (found,) = demand_changes([secret], [])
        assert "quarrel" not in found.text(language)
