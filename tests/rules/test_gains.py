"""What is said where a preference gives points: the facts are those for which it gives them, and of nobody alone."""

from helpers.town import PLAN, TOWN
from nastavnik import TARGET_MODEL
from nastavnik.basics.words import compared
from nastavnik.people.fields import fact_at
from nastavnik.programme.evidence import Chosen, Ground
from nastavnik.report import in_words

SILENT = {"mutual-choice"}
"""Preferences that name no facts: who chose whom is nobody's to read."""


def chosen() -> list[Chosen]:
    """Return the evidence for every pair of the town."""
    found = [PLAN.explain(pair.mentee) for pair in PLAN.pairs]
    return [one for one in found if isinstance(one, Chosen)]


def test_there_are_facts_exactly_where_there_are_points() -> None:
    """Each preference of the library that gives points says for what, once; one that gives none says nothing."""
    met = set()
    for one in chosen():
        gave = {rule for rule, points in one.points.items() if points} - SILENT
        assert {ground.rule for ground in one.grounds if any(ground.facts.values())} == gave
        met |= gave
    assert len(met) >= 8


def test_facts_are_stated_by_the_person_whose_they_are() -> None:
    """Nothing stands in them that the person under the path has not stated."""
    for one in chosen():
        roles = {"mentor": TOWN.mentor(one.mentor), "mentee": TOWN.mentee(one.mentee)}
        for ground in one.grounds:
            for path, value in ground.facts.items():
                side, *names = path.split(".")
                stated = fact_at(roles[side], names, spelled=True)
                if path.endswith("slots"):
                    continue  # a common time may be a part of what is stated
                said = value if isinstance(value, tuple) else (value,)
                if names[-1] in {"interests", "subjects"}:
                    others = fact_at(roles["mentor"], names)  # as words are compared
                    assert set(map(compared, said)) <= others
                assert set(said) <= (set(stated) if isinstance(value, tuple) else {stated})


def test_the_facts_stand_behind_what_is_said() -> None:
    """With the titles of tasks, years with their noun, times as people say them."""
    pair = chosen()[0]
    grounds = (
        Ground(rule="common-interests", facts={"mentee.person.interests": ("театр", "шахматы")}),
        Ground(rule="common-time", facts={"mentee.person.slots": ("thu 16:00",)}),
    )
    points = {"common-interests": 66, "common-time": 33}
    bare = Chosen(
        mentor=pair.mentor,
        mentee=pair.mentee,
        form="pupil-pupil",
        role_model="leader-passive",
        score=198,
        points=points,
        price=0,
        grounds=grounds,
    )
    said = in_words(bare, TARGET_MODEL, "ru").text()
    assert "Общие интересы: театр, шахматы – 132 балла (66 × 2)" in said
    assert "Общее свободное время: четверг 16:00 – 66 баллов (33 × 2)" in said
