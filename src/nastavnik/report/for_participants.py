"""What those concerned are told: their own pair, their own statements, and nothing of other people.

Nobody is called by an id, and nothing is said of role models, categories, points or marks: what a pair is for is told
in words that rank nobody, and a rule that has no such words is not spoken of.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from nastavnik.people.records import Position
from nastavnik.programme.evidence import Failed, Outcome, ToldMentee, ToldMentor
from nastavnik.report.passage import Line
from nastavnik.report.voice import Voice

__all__ = ["YOUNG", "called", "own_lines", "shared_lines", "told_mentee", "told_mentor"]


YOUNG: Final = frozenset({Position.PUPIL, Position.STUDENT})
"""Positions of those who are called by their given names."""


def called(ident: str, position: Position, voice: Voice) -> str | None:
    """Return how somebody is called in what others of the pair read, or None where no name is given."""
    name = voice.name_of(ident)
    if name is None:
        return None
    return voice.calling.given(name) if position in YOUNG else voice.calling.polite(name)


def told_mentee(told: ToldMentee, voice: Voice) -> Iterator[Line]:
    """Yield what became of a mentee, or of the wish for one mentor, and what can be done."""
    match told.outcome:
        case Outcome.PAIRED:
            yield from _paired(told, voice)
        case Outcome.LEFT_OUT:
            yield Line(voice.say("told-left-out"))
            yield from _to_do(told.own, told.unmet, voice)
        case Outcome.CROWDED_OUT:
            yield Line(voice.say("told-crowded-out"))
            yield Line(voice.say("told-crowded-out-end"))
        case Outcome.NOT_SUITABLE:
            yield Line(voice.say("told-not-suitable"))
            yield from _to_do(told.own, (), voice)
        case Outcome.GIVEN_OTHERWISE:
            yield Line(voice.say("told-otherwise"))
            yield Line(voice.say("told-ask"))


def _paired(told: ToldMentee, voice: Voice) -> Iterator[Line]:
    name = None
    form = None if told.form is None else voice.methodology.form(told.form)
    if told.mentor is not None and form is not None:
        name = called(told.mentor, form.mentor_position, voice)
    yield Line(voice.say("told-paired") if name is None else voice.say("told-paired-by", name=name))
    if told.locked:
        yield Line(voice.say("told-locked"))
    if form is not None:
        yield Line(voice.say("told-form", form=form.title[voice.language]))
    if told.purpose is not None:
        yield Line(voice.say("told-purpose", purpose=told.purpose[voice.language]))
    if told.subjects:
        yield Line(voice.say("told-subjects", list=", ".join(told.subjects)))
    if told.interests:
        yield Line(voice.say("told-interests", list=", ".join(told.interests)))
    if told.times:
        yield Line(voice.say("told-times", list=voice.times(told.times)))
    yield Line(voice.say("told-paired-end"))


def told_mentor(told: ToldMentor, voice: Voice) -> Iterator[Line]:
    """Yield what a mentor's own places are for, and what can be done where nobody may come."""
    yield Line(voice.say("told-mentor"))
    yield Line(voice.say("told-places", places=told.places, free=told.free))
    names = [voice.name_of(one) for one in told.mentees]
    if not names:
        yield Line(voice.say("told-no-mentees"))
    elif all(names):
        key = "told-mentee" if len(names) == 1 else "told-mentees"
        yield Line(
            voice.say(key, names=", ".join(voice.calling.given(one) for one in names if one))
        )
    else:
        yield Line(voice.say("told-mentees-count", count=len(names)))
    lines = [*own_lines(told.own, voice), *shared_lines(told.unmet, voice)]
    if lines:
        yield from _to_do(told.own, told.unmet, voice)


def _to_do(own: Iterable[Failed], unmet: Iterable[str], voice: Voice) -> Iterator[Line]:
    """Yield what is missing and what could be different, and whom to ask."""
    missing = [Line(one) for one in own_lines(own, voice)]
    apart = [Line(one) for one in shared_lines(unmet, voice)]
    if missing:
        yield Line(voice.say("told-own"), missing)
    if apart:
        yield Line(voice.say("told-unmet"), apart)
    yield Line(voice.say("told-left-out-end" if missing or apart else "told-ask"))


def own_lines(failed: Iterable[Failed], voice: Voice) -> list[str]:
    """Return what is missing of somebody's own, in whole sentences; rules that say nothing of it are passed over."""
    said = (voice.for_participants(one.rule, unknown=one.unknown) for one in failed)
    return list(dict.fromkeys(filter(None, said)))


def shared_lines(rules: Iterable[str], voice: Voice) -> list[str]:
    """Return what somebody's statements could not be brought together with, in whole sentences."""
    return list(filter(None, map(voice.for_participants, rules)))
