"""What participants are told holds no id, no count and no attribute of anybody else, in any form or language."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs
import pytest
from attrs import evolve

from helpers.pupils import WILLING
from helpers.rounds import Case
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    Lock,
    MatchingPlan,
    Mentee,
    Mentor,
    NoPlanError,
    Pupil,
    match,
)
from nastavnik.basics.texts import LANGUAGES
from nastavnik.exchange.json import record_to_json
from nastavnik.matching.answers.audiences import FEWEST_MEANT
from nastavnik.programme.evidence import Failed, Outcome, ToldMentee, ToldMentor
from nastavnik.programme.round import invented_town
from nastavnik.report import in_words

MARK = re.compile(r"zz-[a-z]+\d+zz")
"""How everything of one person is called: the id itself, and the beginning of each attribute."""

Told = ToldMentee | ToldMentor


def marked_role(role: Any) -> Any:
    """Return somebody with an id and attributes that nobody else has, besides those shared with others."""
    name = mark_of(role.id)
    person = evolve(
        role.person,
        id=name,
        name=f"{name} name",
        slots=None if role.person.slots is None else role.person.slots | {f"{name} slot"},
        interests=role.person.interests | {f"{name} interest"},
        organisation=role.person.organisation or f"{name} organisation",
        languages=None if role.person.languages is None else role.person.languages | {f"{name} l"},
    )
    marks = getattr(person, "marks", None)
    if marks is not None:
        person = evolve(person, marks={**marks, f"{name} subject": 3})
    changed = {
        "subjects": role.subjects | {f"{name} subject"},
        "choices": set(map(mark_of, role.choices)),
        "refusals": set(map(mark_of, role.refusals)),
    }
    if isinstance(role, Mentee):
        changed["bans"] = set(map(mark_of, role.bans))
    return evolve(role, person=person, **changed)


def mark_of(name: str) -> str:
    """Return the marked id."""
    return f"zz-{name}zz"


def marked(cohort: Cohort) -> Cohort:
    """Return the same people, each with marks."""
    return Cohort(
        mentees=list(map(marked_role, cohort.mentees)),
        mentors=list(map(marked_role, cohort.mentors)),
    )


def forms_of(told: Told) -> Iterator[str]:
    """Yield everything that a participant could be shown or sent."""
    for language in LANGUAGES:
        passage = in_words(told, TARGET_MODEL, language)
        yield passage.text()
        yield passage.markdown().replace("\\", "")
        yield passage.html()
    yield from leaves(attrs.asdict(told))
    yield from leaves(json.loads(record_to_json(told)))
    yield repr(told)


def leaves(value: object) -> Iterator[str]:
    """Yield every plain value in a nest, keys too."""
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from leaves(key)
            yield from leaves(one)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from leaves(one)
    else:
        yield str(value)


def check_nothing_of_others(told: Told, allowed: set[str]) -> None:
    """Check that all marks are of those allowed, and those of others than the reader are ids alone."""
    reader = told.mentee if isinstance(told, ToldMentee) else told.mentor
    for said in forms_of(told):
        assert set(MARK.findall(said)) <= allowed, said
        for name in allowed - {reader}:
            assert f"{name} " not in said.replace(f"{name} 2", ""), said


def check_plan(plan: MatchingPlan, mentees: Sequence[str], mentors: Sequence[str]) -> set[Outcome]:
    """Check everything that anybody could be told of a plan, and return what there was."""
    met = set()
    for name in mentees:
        pair = plan.pair_of(name)
        own = {name} | ({pair.mentor} if pair else set())
        told = plan.explain(name, audience="participant")
        met.add(told.outcome)
        check_nothing_of_others(told, own)
        for mentor in mentors:
            asked = plan.explain(name, mentor, audience="participant")
            met.add(asked.outcome)
            mine = pair is not None and pair.mentor == mentor
            check_nothing_of_others(asked, own if mine else {name})
    for name in mentors:
        own = {name, *(pair.mentee for pair in plan.pairs_of(name))}
        check_nothing_of_others(plan.explain_mentor(name, audience="participant"), own)
    return met


def test_random_rounds_tell_nothing_of_others() -> None:
    """With locks, bans, minimums and priorities; every mentee, every mentor, every wish."""
    met = set()
    for seed in range(60):
        case = Case.drawn(seed)
        cohort = marked(case.cohort)
        locks = [
            evolve(one, mentor=mark_of(one.mentor), mentee=mark_of(one.mentee))
            for one in case.locks
        ]
        bans = [Ban(mark_of(one.mentor), mark_of(one.mentee)) for one in case.bans]
        try:
            plan = match(cohort, locks=locks, bans=bans)
        except NoPlanError:
            continue
        met |= check_plan(
            plan, *([one.id for one in side] for side in (cohort.mentees, cohort.mentors))
        )
    # All have said and shown what is asked of them, and their mentors are few.
    assert met == set(Outcome) - {Outcome.NOT_SUITABLE, Outcome.CROWDED_OUT}


def test_the_town_tells_nothing_of_others() -> None:
    """All five forms, with consents that are missing and wishes that name somebody."""
    cohort = marked(invented_town())
    plan = match(cohort)
    mentors = [one.id for one in cohort.mentors]
    some = random.Random(1).sample(mentors, 4)
    met = check_plan(plan, [one.id for one in cohort.mentees], [])
    check_plan(plan, [], mentors)
    met |= check_plan(plan, [one.id for one in cohort.mentees[::3]], some)
    assert met == set(Outcome)


def test_the_check_finds_what_should_not_be_said() -> None:
    """An id and an attribute of somebody else, wherever they stand."""
    told = ToldMentee(mentee="zz-p1zz", outcome=Outcome.LEFT_OUT)
    facts = {"mentee.person.place": "zz-p2zz slot"}
    leaking = [
        evolve(told, mentor="zz-m1zz"),
        evolve(told, own=(Failed(rule="can-meet", facts=facts, unknown=False),)),
        evolve(told, interests=("zz-m1zz interest",)),
    ]
    for leak in leaking:
        with pytest.raises(AssertionError):
            check_nothing_of_others(leak, {"zz-p1zz"})
    partner = Failed(rule="can-meet", facts={"mentee.person.place": "zz-m1zz slot"}, unknown=False)
    with pytest.raises(AssertionError):
        check_nothing_of_others(evolve(told, own=(partner,)), {"zz-p1zz", "zz-m1zz"})


def test_facts_are_never_rendered() -> None:
    """What is missing is said in a sentence; whatever a record holds beside it stays there."""
    facts = {"mentee.person.place": "mine-or-not", "mentor.person.place": "yours-or-not"}
    failed = Failed(rule="mentee-agreed", facts=facts, unknown=False)
    for language in LANGUAGES:
        said = {"en": "consent", "ru": "согласие"}[language]
        for told in (
            ToldMentee(mentee="p", outcome=Outcome.LEFT_OUT, own=(failed,)),
            ToldMentee(mentee="p", outcome=Outcome.NOT_SUITABLE, own=(failed,)),
            ToldMentor(mentor="m", places=1, mentees=(), own=(failed,)),
        ):
            text = in_words(told, TARGET_MODEL, language).text()
            assert (said in text, "-or-not" in text) == (True, False)


# How many others there are, what they are called and what they are like must not show.

pupil = partial(Pupil, organisation="school", data_consent=True)


def others(count: int, kind: str) -> tuple[list[Mentor], list[Mentee]]:
    """Return so many mentors with places, and mentees who hold them all, of some kind."""
    mentors = [
        Mentor(
            pupil(
                f"{kind}-mentor-{k}",
                grade=9 + k % 3,
                marks={"art": 5, kind: 4},
                interests={f"{kind}{k}"},
                qualities={"volunteer"},
            ),
            trained=True,
            capacity=1 + count % 4,
            **WILLING,
        )
        for k in range(count)
    ]
    places = sum(one.capacity for one in mentors)
    mentees = [
        Mentee(
            pupil(f"{kind}-mentee-{k}", grade=4 + k % 5, age=11, marks={"art": 2}),
            category="passive",
            priority=1,
            **WILLING,
        )
        for k in range(places)
    ]
    return mentors, mentees


def one(name: str = "ada", **more: Any) -> Mentee:
    """Return the mentee whose passage is looked at."""
    consent = more.pop("consent", True)
    person = pupil(name, grade=6, age=12, marks={"art": 2}, **more)
    return Mentee(evolve(person, data_consent=consent), category="passive", priority=9, **WILLING)


SIZES = [(FEWEST_MEANT, "odd"), (7, "even"), (13, "rare"), (29, "gold")]


def seen(told: Told) -> tuple[object, ...]:
    """Return the record and all its forms."""
    return told, *forms_of(told)


@pytest.mark.parametrize(
    ("mentee", "outcome"),
    [
        (one(), Outcome.CROWDED_OUT),
        (one(consent=None), Outcome.LEFT_OUT),
        (one(organisation="far-away"), Outcome.LEFT_OUT),
        (one(slots={"never"}), Outcome.CROWDED_OUT),
    ],
)
def test_who_is_left_out_reads_the_same_in_any_crowd(mentee: Mentee, outcome: Outcome) -> None:
    """Three mentors or twenty-nine, with other ids, places and interests: every byte is the same."""
    found = set()
    for count, kind in SIZES:
        mentors, mentees = others(count, kind)
        plan = match(Cohort(mentors=mentors, mentees=[*mentees, mentee]))
        told = plan.explain("ada", audience="participant")
        assert told.outcome is outcome
        found.add(seen(told))
        asked = [plan.explain("ada", one.id, audience="participant") for one in mentors[:3]]
        assert len({seen(one) for one in asked}) == 1
        assert asked[0].mentor is None
    assert len(found) == 1


def test_who_is_asked_for_does_not_show() -> None:
    """The answer about a mentor is the same whoever the mentor is, banned or not, and whoever holds the places."""
    found: dict[Outcome, set[object]] = {}
    for count, kind in SIZES:
        mentors, mentees = others(count, kind)
        banned = Ban(mentors[0].id, "ada")
        plan = match(Cohort(mentors=mentors, mentees=[*mentees, one()]), bans=[banned])
        for mentor in mentors[:5]:
            told = plan.explain("ada", mentor.id, audience="participant")
            found.setdefault(told.outcome, set()).add(seen(told))
    assert {outcome: len(values) for outcome, values in found.items()} == {
        Outcome.GIVEN_OTHERWISE: 1
    }


def test_a_pair_reads_the_same_beside_any_others() -> None:
    """Mentee and mentor of a locked pair, whoever else there is."""
    bella = Mentor(
        pupil("bella", grade=10, marks={"art": 5}, qualities={"volunteer"}),
        capacity=2,
        trained=True,
        **WILLING,
    )
    mentees, mentors = set(), set()
    for count, kind in SIZES:
        more, crowd = others(count, kind)
        plan = match(
            Cohort(mentors=[*more, bella], mentees=[*crowd, one()]),
            locks=[Lock("bella", "ada")],
            bans=[Ban("bella", name.id) for name in crowd],
        )
        mentees.add(seen(plan.explain("ada", audience="participant")))
        mentors.add(seen(plan.explain_mentor("bella", audience="participant")))
    assert len(mentees) == len(mentors) == 1


@pytest.mark.parametrize(
    "outcome", [Outcome.CROWDED_OUT, Outcome.NOT_SUITABLE, Outcome.GIVEN_OTHERWISE]
)
def test_no_number_at_all(outcome: Outcome) -> None:
    """Where nothing of the reader's own is to be said, there is no digit."""
    for language in LANGUAGES:
        passage = in_words(ToldMentee(mentee="ada", outcome=outcome), TARGET_MODEL, language)
        assert not re.search(r"\d", passage.text())
        assert "ada" not in passage.text()


def test_words_for_participants_are_of_records_for_participants() -> None:
    """Nothing else than these two records is told to them, and nobody is called by an id."""
    told = ToldMentor(mentor="ada", places=2, mentees=("vera",))
    thanks = ("Thank you for being ready to be a mentor.", "You offered 2 places, free: 1.")
    assert in_words(told, TARGET_MODEL, "en").lines == (*thanks, "You have 1 mentee.")
    names = {"ada": "Invented Ada", "vera": "Invented Vera Petrovna", "other": "Secret"}
    said = in_words(told, TARGET_MODEL, "en", names=names)
    assert said.lines[:2] == thanks
    assert "Secret" not in said.text()
