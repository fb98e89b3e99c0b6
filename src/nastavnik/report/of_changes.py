"""What the coordinator is told of advice, of another plan's difference, and of alternatives."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from nastavnik.assignment import Goal
from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.people.records import USUAL_PRIORITY, Mentor
from nastavnik.programme.evidence import Advice, GoalChange, PlanDiff
from nastavnik.programme.evidence.pairs import plain
from nastavnik.programme.plan import Alternative
from nastavnik.report.of_pairs import change_line, mentees_changed, points_changed
from nastavnik.report.passage import Line
from nastavnik.report.voice import Voice

__all__ = ["advice", "alternatives", "difference"]

_UNSAID: Final = frozenset({"person.id", "person.name", "person.minor"}) | {
    "person.data_consent",
    "agreed",
    "guardian_agreed",
    "trained",
    "cleared",
}
"""Fields of a profile that are not what the mentor is to be like: who it is, and consents, which every mentor needs."""

_NOTHING: Final[Mapping[str, tuple[object, ...]]] = {"capacity": (1,)}
"""Values that state nothing, where they are not the usual ones."""


def advice(found: Sequence[Advice], voice: Voice) -> Iterator[Line]:
    """Yield what would help, a line for each; that nothing would, where there is none."""
    if not found:
        yield Line(voice.say("no-advice"))
    for one in found:
        yield Line(_one(one, voice))


def _one(one: Advice, voice: Voice) -> str:
    gain = _gain(one, voice)
    if one.profile is not None:
        statements = "; ".join(_statements(one.profile, voice)) or voice.say("nothing-stated")
        said = voice.say(
            "profile", count=one.count, profile=one.profile.id, statements=statements, gain=gain
        )
        return said[0].upper() + said[1:]
    if one.rule is not None:
        return voice.say(
            "relaxed",
            sentence=voice.sentence(one.rule),
            parameter=one.parameter,
            before=one.before,
            after=one.after,
            gain=gain,
        )
    key = "place-with" if len(one.mentors) == 1 else "place-with-any"
    return voice.say(key, mentors=voice.ids(one.mentors), gain=gain)


def _gain(one: Advice, voice: Voice) -> str:
    """Return what it brings; priorities are said where it is not all the usual one."""
    said = []
    for priority, count in one.gains:
        if len(one.gains) == 1 and priority == USUAL_PRIORITY and count > 0:
            said.append(voice.say("gain-mentees", count=count))
        else:
            said.append(mentees_changed(count, priority, voice))
    if one.points:
        said.append(points_changed(one.points, voice))
    return ", ".join(said) or voice.say("no-gain")


def _statements(profile: Mentor, voice: Voice) -> Iterator[str]:
    """Yield what a profile states."""
    for path in FIELD_NAMES:
        value: Any = profile
        for name in path.split("."):
            value = getattr(value, name, None)
        if path in _UNSAID or value in _NOTHING.get(path, (None, False, 0, frozenset())):
            continue
        yield voice.fact(f"mentor.{path}", plain(value), side=False)


def difference(diff: PlanDiff, voice: Voice) -> Iterator[Line]:
    """Yield who gains, who loses, who moves, and what is achieved of each goal."""
    for key, ids in (("gains", diff.gains), ("loses", diff.loses)):
        if ids:
            yield Line(voice.say(key, count=len(ids), ids=voice.everybody(ids)))
    if diff.moves:
        moves = [change_line(change, voice) for change in diff.moves]
        yield Line(voice.say("moves", count=len(moves)), moves)
    if not (diff.gains or diff.loses or diff.moves):
        yield Line(voice.say("same"))
    if any(goal.before != goal.after for goal in diff.goals):
        yield Line(voice.say("goals"), [Line(_goal(goal, voice)) for goal in diff.goals])
    else:
        yield Line(voice.say("same-goals"))


def _goal(goal: GoalChange, voice: Voice) -> str:
    numbers = {"before": goal.before, "after": goal.after}
    if goal.goal is Goal.SCORE:
        return voice.say("goal-points", **numbers)
    said = voice.say("goal-mentees", **numbers)
    if goal.priority is None:
        return said
    return voice.say("of-priority", what=said, priority=goal.priority)


def alternatives(found: Sequence[Alternative], voice: Voice) -> Iterator[Line]:
    """Yield each alternative with its total, how it differs, who is left out, and its pairs."""
    if not found:
        yield Line(voice.say("no-alternatives"))
    for number, one in enumerate(found, start=1):
        yield Line(voice.say("alternative", number=number, total=one.total), list(_of(one, voice)))


def _of(one: Alternative, voice: Voice) -> Iterator[Line]:
    for before, count in enumerate(one.differs):
        if before:
            yield Line(voice.say("differs-from", number=before, count=count))
        else:
            yield Line(voice.say("differs", count=count))
    if one.unmatched:
        ids = voice.everybody(one.unmatched)
        yield Line(voice.say("without", count=len(one.unmatched), ids=ids))
    else:
        yield Line(voice.say("nobody-without"))
    pairs = [
        Line(voice.say("one-pair", mentee=pair.mentee, mentor=pair.mentor, score=pair.score))
        for pair in one.pairs
    ]
    if pairs:
        yield Line(voice.say("all-pairs"), pairs)
