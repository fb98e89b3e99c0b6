"""What those concerned are told: their own pair, their own statements, and nothing of other people."""

from collections.abc import Iterable, Iterator

from nastavnik.programme.evidence import Failed, Outcome, ToldMentee, ToldMentor
from nastavnik.report.passage import Line
from nastavnik.report.voice import Voice

__all__ = ["told_mentee", "told_mentor"]


def told_mentee(told: ToldMentee, voice: Voice) -> Iterator[Line]:
    """Yield what became of a mentee, or of the wish for one mentor, and what can be done."""
    name = told.mentee
    match told.outcome:
        case Outcome.PAIRED:
            yield from _paired(told, voice)
        case Outcome.LEFT_OUT:
            yield Line(voice.say("told-left-out", mentee=name))
            yield from _own(told.own, "mentee", voice)
            yield from _unmet(told.unmet, voice)
            more = told.own or told.unmet
            yield Line(voice.say("told-left-out-end" if more else "told-ask"))
        case Outcome.CROWDED_OUT:
            yield Line(voice.say("told-crowded-out", mentee=name))
            yield Line(voice.say("told-crowded-out-end"))
        case Outcome.NOT_SUITABLE:
            yield Line(voice.say("told-not-suitable", mentee=name))
            yield from _own(told.own, "mentee", voice)
            yield Line(voice.say("told-left-out-end" if told.own else "told-ask"))
        case Outcome.GIVEN_OTHERWISE:
            yield Line(voice.say("told-otherwise"))
            yield Line(voice.say("told-ask"))


def _paired(told: ToldMentee, voice: Voice) -> Iterator[Line]:
    yield Line(voice.say("told-paired", mentee=told.mentee, mentor=told.mentor))
    if told.locked:
        yield Line(voice.say("told-locked"))
    if told.form is not None and told.role_model is not None:
        form, role_model = voice.titles(told.form, told.role_model)
        yield Line(voice.say("told-form", form=form, role_model=role_model))
        speaks = [
            Line(rule.text[voice.language])
            for rule in voice.preferences(told.form, told.role_model)
            if told.points.get(rule.id, 0) > 0
        ]
        if speaks:
            yield Line(voice.say("told-speaks"), speaks)
    yield Line(voice.say("told-paired-end"))


def told_mentor(told: ToldMentor, voice: Voice) -> Iterator[Line]:
    """Yield what a mentor's own places are for, and what can be done where nobody may come."""
    yield Line(voice.say("told-mentor", mentor=told.mentor))
    yield Line(voice.say("told-places", places=told.places, free=told.free))
    if told.mentees:
        key = "told-mentee" if len(told.mentees) == 1 else "told-mentees"
        yield Line(voice.say(key, ids=", ".join(told.mentees)))
    else:
        yield Line(voice.say("told-no-mentees"))
    yield from _own(told.own, "mentor", voice)
    yield from _unmet(told.unmet, voice)
    if told.own or told.unmet:
        yield Line(voice.say("told-left-out-end"))


def _unmet(rules: Iterable[str], voice: Voice) -> Iterator[Line]:
    """Yield requirements that could not be met together with somebody's own statements."""
    lines = [Line(voice.sentence(rule)) for rule in rules]
    if lines:
        yield Line(voice.say("told-unmet"), lines)


def _own(failed: Iterable[Failed], side: str, voice: Voice) -> Iterator[Line]:
    """Yield requirements with what somebody stated, never with what the other side did."""
    lines = []
    for one in failed:
        facts = [
            voice.fact(path, value, side=False)
            for path, value in one.facts.items()
            if path.startswith(f"{side}.")
        ]
        said = voice.sentence(one.rule)
        lines.append(Line(f"{said} [{'; '.join(facts)}]" if facts else said))
    if lines:
        yield Line(voice.say("told-own"), lines)
