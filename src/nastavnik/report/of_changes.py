"""What the coordinator is told of advice, of another plan's difference, and of alternatives."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from nastavnik.assignment import Goal
from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.people.records import Mentor
from nastavnik.programme.evidence import Advice, GoalChange, PlanDiff
from nastavnik.programme.evidence.pairs import plain
from nastavnik.programme.plan import Alternative, MatchingPlan, WhatIf
from nastavnik.report.of_pairs import change_line, mentees_changed, points_changed
from nastavnik.report.of_statements import completing
from nastavnik.report.passage import Line
from nastavnik.report.short import lower_first, short_reason
from nastavnik.report.voice import Voice

__all__ = ["advice", "alternatives", "difference", "tried"]

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
        if one.statements:
            yield completing(one.statements, _gain(one, voice), voice)
        else:
            yield Line(_one(one, voice))


def _one(one: Advice, voice: Voice) -> str:
    gain = _gain(one, voice)
    if one.profile is not None:
        statements = "; ".join(_statements(one.profile, voice)) or voice.say("nothing-stated")
        said = voice.say(
            "profile", count=one.count, profile=one.profile.id, statements=statements, gain=gain
        )
        said = said[0].upper() + said[1:]
        if one.unshared:
            fields = ", ".join(voice.label(path) for path in one.unshared)
            said += " " + voice.say("unshared", fields=fields)
        return said
    if one.spelled is not None:
        spellings = _and([f"«{value}»" for value in one.spelled.values], voice)
        return voice.say("one-spelling", spellings=spellings, gain=gain)
    if one.rule is not None:
        before = voice.sentence(one.rule).rstrip(".")
        if one.parameter is None or not one.after:
            return voice.say("not-asked", sentence=before, gain=gain)
        after = voice.sentence(one.rule, changed={one.parameter: one.after}).rstrip(".")
        return voice.say("relaxed", before=before, after=after, gain=gain)
    key = "place-with" if len(one.mentors) == 1 else "place-with-any"
    return voice.say(key, mentors=voice.ids(one.mentors), gain=gain)


def _and(words: Sequence[str], voice: Voice) -> str:
    *most, last = words
    return voice.say("and", most=", ".join(most), last=last)


def _gain(one: Advice, voice: Voice) -> str:
    """Return what it brings; priorities are said where mentees of one gain and those of another pay for it."""
    said = []
    if all(count > 0 for _, count in one.gains) and one.gains:
        said.append(voice.say("gain-mentees", count=one.matched))
    for priority, count in () if said else one.gains:
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
        if path in _UNSAID or value in _NOTHING.get(path, (None, False, 0, frozenset(), {})):
            continue
        yield voice.fact(f"mentor.{path}", plain(value), side=False)


def difference(diff: PlanDiff, voice: Voice) -> Iterator[Line]:
    """Yield who is left out, newcomers first, who loses, gains and moves, and what is achieved of each goal."""
    for key, ids in (("left-newcomers", diff.left), ("loses", diff.loses), ("gains", diff.gains)):
        if ids:
            yield Line(voice.say(key, count=len(ids), ids=voice.everybody(ids)))
    yield from _rest(diff, voice)


def tried(what_if: WhatIf, voice: Voice) -> Iterator[Line]:
    """Yield the same as of the difference alone, with the cause behind each who is left without a mentor there."""
    diff = what_if.diff
    for key, ids in (("left-newcomers-why", diff.left), ("loses-why", diff.loses)):
        if ids:
            below = [Line(_without(name, what_if.plan, voice)) for name in ids]
            yield Line(voice.say(key, count=len(ids)), below)
    if diff.gains:
        yield Line(voice.say("gains", count=len(diff.gains), ids=voice.everybody(diff.gains)))
    yield from _rest(diff, voice)


def _without(name: str, plan: MatchingPlan, voice: Voice) -> str:
    """Return why somebody has no mentor in a plan, and what would help."""
    reason = plan.reason_for(name)
    assert reason is not None
    short = short_reason(reason, voice, label=voice.who)
    cure = voice.say("would-help", cure=lower_first(short.cure)) if short.cure else ""
    return voice.say("without-because", mentee=name, cause=lower_first(short.cause)) + cure


def _rest(diff: PlanDiff, voice: Voice) -> Iterator[Line]:
    if diff.moves:
        moves = [change_line(change, voice) for change in diff.moves]
        yield Line(voice.say("moves", count=len(moves)), moves)
    if not (diff.gains or diff.loses or diff.moves):
        yield Line(voice.say("same-for-others" if diff.left else "same"))
    changed = [goal for goal in diff.goals if goal.before != goal.after]
    if changed:
        yield Line(voice.say("goals"), [Line(_goal(goal, voice)) for goal in changed])
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
    """Yield each alternative with its total, and what is otherwise in it than in the plan."""
    if not found:
        yield Line(voice.say("no-alternatives"))
    for number, one in enumerate(found, start=1):
        said = voice.say("alternative", number=number, total=one.total, count=len(one.changes))
        yield Line(said, [change_line(change, voice) for change in one.changes])
