"""At least one value of every kind that can be put into words."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from attrs import evolve

from nastavnik import Ban, Mentor, Pupil
from nastavnik.assignment import Goal
from nastavnik.basics.texts import Text
from nastavnik.programme.evidence import (
    Advice,
    Change,
    Chosen,
    Displaced,
    Failed,
    FreePlaces,
    GoalChange,
    Hindrance,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
    Outcome,
    PlanDiff,
    Spelled,
    Statement,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.evidence.reasons import (
    CrowdedOut,
    Elsewhere,
    NoAdmissibleMentor,
    Obstacle,
)
from nastavnik.programme.plan import Alternative, Pair
from nastavnik.programme.round import Conflict, Minimum, Repair
from nastavnik.programme.round.statements import STATEMENTS, YES_NO
from nastavnik.report import Sayable
from nastavnik.rules.base import Side

Sample = tuple[Sayable, type[Advice] | type[Alternative]]


def samples(
    one: str, two: str, mentor: str, *, number: int = 2, fact: str = ""
) -> Iterator[Sample]:
    """Yield at least one value of every kind.

    Args:
        one: id of a mentee.
        two: id of another.
        mentor: id of a mentor.
        number: the first count; each count and each sum is a hundred more than the one before, so that all differ
            and Russian endings are the same, and lists have so many members.
        fact: value of a fact; the mentor's id unless given.
    """
    fact = fact or mentor
    more = count(number, 100)
    way: dict[str, Any] = {"form": "pupil-pupil", "role_model": "leader-passive"}
    points = {"common-interests": next(more), "same-place": 100}
    own = Failed(
        rule="mentee-data-consent", facts={"mentee.person.data_consent": None}, unknown=True
    )
    failed = Failed(
        rule="same-organisation",
        facts={"mentee.person.organisation": fact, "mentor.person.marks": ((fact, 5),)},
        unknown=False,
    )
    chosen = Chosen(
        mentor=mentor,
        mentee=one,
        **way,
        score=next(more),
        points=points,
        price=next(more),
    )
    pair = Pair(mentor=mentor, mentee=one, **way, score=next(more), points=points)
    changes = (
        Change(mentee=one, before=None, after=mentor),
        Change(mentee=two, before=mentor, after=None),
    )
    obstacle = Obstacle(
        rule="grade-gap", alone=next(more), unknown=next(more), failed=next(more), decisive=False
    )
    profile = Mentor(
        Pupil(mentor, name="Never Shown", grade=9, interests={fact}, marks={fact: 5}),
        subjects={fact},
        capacity=max(1, number),
    )
    alternative = Alternative(
        pairs=(pair,),
        unmatched=(two,) * number,
        total=next(more),
        changes=changes * number,
        differs=(next(more), next(more)),
        penalty=1,
        prices={},
    )
    conflict = Conflict(
        demands=(Minimum(mentor, number), Ban(mentor, one)),
        repairs=(Repair(kind="lift-ban", mentor=mentor, mentee=one),),
    )
    values: list[Sayable] = [
        chosen,
        evolve(chosen, locked=True, overridden=("grade-gap",)),
        LockedElsewhere(mentee=one, mentor=mentor),
        Inadmissible(mentor=mentor, mentee=one, form=None, role_model=None, failed=()),
        Inadmissible(mentor=mentor, mentee=one, **way, failed=(failed, own)),
        Impossible(mentor=mentor, mentee=one, conflicts=(conflict,)),
        Displaced(mentor=mentor, mentee=one, losses=(), changes=changes),
        Displaced(
            mentor=mentor,
            mentee=one,
            losses=(
                Loss(goal=Goal.COVERAGE, priority=1, amount=next(more)),
                Loss(goal=Goal.COVERAGE, amount=-next(more)),
                Loss(goal=Goal.SCORE, amount=next(more)),
            ),
            changes=changes,
        ),
        NoAdmissibleMentor(considered=0, obstacles=()),
        NoAdmissibleMentor(
            considered=next(more),
            obstacles=(
                obstacle,
                evolve(obstacle, rule="can-meet", decisive=True),
                evolve(obstacle, rule="common-slots", alone=0),
            ),
        ),
        NoAdmissibleMentor(
            considered=next(more), obstacles=(obstacle, evolve(obstacle, rule="can-meet", alone=0))
        ),
        NoAdmissibleMentor(
            considered=next(more),
            obstacles=(evolve(obstacle, failed=obstacle.alone),),
            elsewhere=(
                Elsewhere(rule="same-organisation", value=fact, count=next(more), alike=True),
                Elsewhere(rule="same-organisation", value=None, count=next(more)),
            ),
            besides=next(more),
        ),
        CrowdedOut(
            mentees=(one, two) * number, mentors=(mentor,), places=next(more), locked=next(more)
        ),
        FreePlaces(
            mentor=mentor, free=next(more), places=next(more), admissible=next(more), hindrances=()
        ),
        FreePlaces(
            mentor=mentor,
            free=next(more),
            places=next(more),
            admissible=0,
            hindrances=(
                Hindrance(rule="can-meet", alone=next(more), failed=next(more)),
                Hindrance(rule="common-slots", alone=number, failed=number),
                Hindrance(rule="grade-gap", failed=next(more), alone=0),
            ),
        ),
        (
            Advice(
                profile=profile,
                unshared=("person.organisation", "subjects"),
                gains=((5, next(more)),),
                points=next(more),
            ),
            Advice(mentors=(mentor,), gains=((5, next(more)),), points=-next(more)),
            Advice(
                mentors=(mentor, two), gains=((1, next(more)), (5, -next(more))), points=next(more)
            ),
            Advice(rule="grade-gap", parameter="at_least", before=1, after=0, gains=(), points=0),
            Advice(rule="grade-gap", parameter="at_least", before=1, after=2, gains=(), points=0),
            Advice(profile=profile, count=next(more), gains=((5, next(more)),), points=next(more)),
        ),
        [Advice(profile=Mentor(Pupil(mentor)), gains=((5, 1),), points=1)],
        _advice_of_statements(one, two, mentor, fact, number),
        (),
        PlanDiff(gains=(), loses=(), moves=(), goals=()),
        PlanDiff(gains=(), loses=(), moves=(), left=(one,) * number, goals=()),
        PlanDiff(
            gains=(one,) * number,
            loses=(two,) * number,
            left=(one, two),
            moves=changes,
            goals=(
                GoalChange(goal=Goal.COVERAGE, before=next(more), after=next(more)),
                GoalChange(goal=Goal.COVERAGE, priority=1, before=next(more), after=next(more)),
                GoalChange(goal=Goal.SCORE, before=number, after=number),
            ),
        ),
        (alternative, evolve(alternative, unmatched=())),
        [evolve(alternative, pairs=())],
        ToldMentor(mentor=mentor, places=next(more), mentees=()),
        ToldMentor(mentor=mentor, places=next(more), mentees=(one,)),
        ToldMentor(
            mentor=mentor,
            places=next(more),
            mentees=(one, two),
            own=(Failed(rule="mentor-trained", facts={"mentor.trained": False}, unknown=False),),
        ),
        ToldMentee(
            mentee=one,
            outcome=Outcome.PAIRED,
            mentor=mentor,
            form=way["form"],
            purpose=Text(en="help with learning", ru="помощь в учёбе"),
            times=("tue 15:00", "thu 16:00-17:00"),
            interests=(one,),
            subjects=(two,),
            locked=True,
        ),
        ToldMentee(mentee=one, outcome=Outcome.LEFT_OUT, own=(own, failed), unmet=("can-meet",)),
        *(
            ToldMentee(mentee=one, outcome=outcome)
            for outcome in Outcome
            if outcome.value != "paired"
        ),
        ToldMentee(mentee=one, outcome=Outcome.NOT_SUITABLE, own=(own,)),
    ]
    for value in values:
        yield value, Advice
    yield (), Alternative


def _advice_of_statements(
    one: str, two: str, mentor: str, fact: str, number: int
) -> tuple[Advice, ...]:
    """Return advice of every kind of statement: of one person, of several, and several of one."""
    gain: dict[str, Any] = {"gains": ((5, number),), "points": number + 100}
    advice = []
    of_mentor = {"trained", "cleared"}
    for path in STATEMENTS:
        side = Side.MENTOR if path in of_mentor else Side.MENTEE
        ids = (mentor, two) if side is Side.MENTOR else (one, two)
        values: tuple[object, ...] = (True,) if path in YES_NO else ((fact,), (mentor,))
        if path in {"person.grade", "person.age", "person.experience"}:
            values = (number, number + 1, number + 2)
        each = tuple(Statement(side=side, id=name, path=path, values=values) for name in ids)
        advice.append(Advice(statements=each[:1], **gain))
        advice.append(Advice(statements=each, **gain))
        if path not in YES_NO:
            other = evolve(each[1], values=values[:1])
            advice.append(Advice(statements=(each[0], other), **gain))
    several = tuple(
        Statement(side=Side.MENTEE, id=one, path=path, values=(True,))
        for path in YES_NO
        if path not in of_mentor
    )
    category = Statement(side=Side.MENTEE, id=one, path="category", values=("passive",))
    advice.append(Advice(statements=(*several, category), **gain))
    both = tuple(
        Statement(side=Side.MENTOR, id=mentor, path=path, values=(True,))
        for path in ("trained", "cleared")
    )
    advice.append(Advice(statements=both, **gain))
    advice.append(
        Advice(spelled=Spelled(path="person.organisation", values=(fact, mentor)), **gain)
    )
    return tuple(advice)
