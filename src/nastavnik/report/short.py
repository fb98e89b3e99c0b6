"""One short cause and one remedy, for a line of a printed table: the most telling of all that a reason holds.

Something about the mentee alone comes first, for nothing else helps before it is mended; then a school that is probably
written in two ways; then what alone keeps away most mentors; then, where nothing does so alone, what failed most often.
All the others are for the sheet of details.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from attrs import frozen

from nastavnik.people.records import Position
from nastavnik.programme.evidence import Failed, FreePlaces, Hindrance
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle, Reason
from nastavnik.report.voice import Voice

__all__ = ["LONGEST", "Short", "cut", "lower_first", "short_of_mentor", "short_reason"]

LONGEST: Final = 90
"""Characters of a cause or a remedy at most, with rules of the catalogue; longer ones are cut."""

_LONGEST_WORD: Final = 20
"""Characters of a word that is rather left out than cut."""


@frozen
class Short:
    """What stands in two cells of a table.

    Args:
        cause: why.
        cure: what would help; empty where nothing needs to.
    """

    cause: str
    cure: str


def short_reason(
    reason: Reason,
    voice: Voice,
    *,
    position: Position | None = None,
    label: Callable[[str], str] = str,
) -> Short:
    """Return why a mentee has no mentor, and what would help, in a few words each.

    Args:
        reason: the record.
        voice: says it.
        position: what the mentee is, where that is known.
        label: what a mentor is called, by id.

    >>> from nastavnik import TARGET_MODEL
    >>> alone = Obstacle(rule="mentor-trained", failed=7, alone=5, decisive=False, unknown=7)
    >>> reason = NoAdmissibleMentor(considered=9, obstacles=(alone,))
    >>> said = short_reason(reason, Voice(TARGET_MODEL, "en"), position=Position.PUPIL)
    >>> print(said.cause, said.cure, sep=chr(10))
    The training of the mentor is not noted – 7 mentors in all
    Note the training if it was passed, or hold it (5 mentors could be given)
    """
    decisive = [one for one in getattr(reason, "obstacles", ()) if one.decisive]
    spelt = [one for one in getattr(reason, "elsewhere", ()) if one.alike and one.value]
    if spelt and not decisive:
        return _spelt_otherwise(spelt[0], voice)
    if isinstance(reason, CrowdedOut):
        return _crowded(reason, voice, label)
    return _left_out(reason, voice, position)


def _spelt_otherwise(one: Any, voice: Voice) -> Short:
    """Return that a school or a place is probably one that is written in two ways: mending that costs nothing."""
    cause = voice.say("spelt-otherwise", value="{}", count=one.count)
    room = LONGEST - len(cause) + 2
    return _cut(cause.format(cut(one.value, room)), voice.say("spell-alike", alone=one.count))


def _crowded(reason: CrowdedOut, voice: Voice, label: Callable[[str], str]) -> Short:
    cause = voice.say("all-taken", places=reason.places + reason.locked)
    if len(reason.mentors) == 1:
        cure = voice.say("place-more", mentor=cut(label(reason.mentors[0]), 50))
    else:
        cure = voice.say("place-more-any", count=len(reason.mentors))
    return _cut(cause, cure)


def _left_out(reason: NoAdmissibleMentor, voice: Voice, position: Position | None) -> Short:
    if not reason.considered or not reason.obstacles:
        return _no_form(voice, position)
    decisive = [one for one in reason.obstacles if one.decisive]
    if decisive:
        first = max(decisive, key=lambda one: one.alone)
        cause = voice.failing(first.rule, unknown=bool(first.unknown))
        if len(decisive) > 1:
            cause = voice.say("and-causes", cause=cause, more=len(decisive) - 1)
        return _cut(cause, _cure(first, voice, lone=bool(first.alone)))
    alone = max(reason.obstacles, key=lambda one: (one.alone, one.failed))
    if alone.alone:
        cause = voice.say("with-mentors", cause=_of(alone, voice), count=alone.failed)
        return _cut(cause, _cure(alone, voice, lone=True))
    most = max(reason.obstacles, key=lambda one: one.failed)
    cause = voice.say("several-causes", cause=lower_first(_of(most, voice)))
    return _cut(cause, _cure(most, voice, lone=False))


def _of(obstacle: Obstacle, voice: Voice) -> str:
    return voice.failing(obstacle.rule, unknown=2 * obstacle.unknown > obstacle.failed)


def _cure(obstacle: Obstacle, voice: Voice, *, lone: bool) -> str:
    """Return what helps, and how many mentors could be given then; or that it is a beginning."""
    cure = voice.remedy(obstacle.rule)
    if lone:
        return voice.say("then-mentors", cure=cure, alone=obstacle.alone)
    return voice.say("begin-with", cure=lower_first(cure))


def _no_form(voice: Voice, position: Position | None) -> Short:
    if position is None:
        return Short(cut(voice.say("no-position").rstrip("."), LONGEST), "")
    wanted = {
        form.mentor_position: form.mentor_position.title[voice.language]
        for form in voice.methodology.forms
        if form.mentee_position is position
    }
    cause = voice.say("no-form", position=position.title[voice.language])
    if not wanted:
        return _cut(cause, voice.say("change-forms"))
    return _cut(cause, voice.say("find-form", positions=", ".join(wanted.values())))


def short_of_mentor(
    evidence: FreePlaces, voice: Voice, *, position: Position, own: Sequence[Failed] = ()
) -> Short:
    """Return why a mentor has free places, and what would help, in a few words each.

    Args:
        evidence: the record.
        voice: says it.
        position: what the mentor is.
        own: requirements that look at the mentor alone and hold in no form, as `ToldMentor` has them.

    >>> from nastavnik import TARGET_MODEL
    >>> places = FreePlaces(mentor="ada", places=2, free=2, admissible=0, hindrances=())
    >>> voice = Voice(TARGET_MODEL, "ru")
    >>> short_of_mentor(places, voice, position=Position.PUPIL, own=[
    ...     Failed(rule="mentor-trained", facts={}, unknown=True)]).cause
    'У наставника не отмечено обучение'
    """
    if evidence.admissible:
        return _cut(voice.say("all-have-mentor", count=evidence.admissible), "")
    if own:
        alone = {one.rule: one.alone for one in evidence.hindrances}
        first = max(own, key=lambda one: alone.get(one.rule, 0))
        cause = voice.failing(first.rule, unknown=first.unknown)
        if len(own) > 1:
            cause = voice.say("and-causes", cause=cause, more=len(own) - 1)
        cure = voice.remedy(first.rule)
        if alone.get(first.rule):
            cure = voice.say("then-mentees", cure=cure, count=alone[first.rule])
        return _cut(cause, cure)
    if not evidence.hindrances:
        return _cut(voice.say("no-form-mentor", position=position.title[voice.language]), "")
    return _hindered(evidence.hindrances, voice)


def _hindered(hindrances: Iterable[Hindrance], voice: Voice) -> Short:
    """Return what keeps most mentees away, and where it is a consent or a certificate, that it can be got."""
    one = max(hindrances, key=lambda one: (one.alone, one.failed))
    cause = voice.failing(one.rule)
    if not one.alone:
        return _cut(voice.say("several-causes", cause=lower_first(cause)), "")
    cure = ""
    if voice.is_binding(one.rule):
        cure = voice.say("then-mentees", cure=voice.remedy(one.rule), count=one.alone)
    return _cut(voice.say("keeps-mentees", cause=cause, count=one.failed), cure)


def lower_first(text: str) -> str:
    """Return a text with a small first letter, unless a word of capitals begins it.

    >>> lower_first("У наставника нет времени"), lower_first("ID is missing")
    ('у наставника нет времени', 'ID is missing')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def cut(text: str, most: int) -> str:
    """Return a text of at most so many characters, cut at a word where it is longer.

    >>> cut("one two three", 9)
    'one two …'
    """
    if len(text) <= most:
        return text
    kept = text[: most - 2]
    at_word = (kept if text[most - 2] == " " else kept.rpartition(" ")[0]).rstrip()
    return f"{at_word if len(kept) - len(at_word) < _LONGEST_WORD else kept} …"


def _cut(cause: str, cure: str) -> Short:
    return Short(cut(cause, LONGEST), cut(cure, LONGEST))
