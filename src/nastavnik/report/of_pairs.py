"""What the coordinator is told of one pair."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from nastavnik.assignment import Goal
from nastavnik.programme.evidence import (
    Change,
    Chosen,
    Displaced,
    Failed,
    Impossible,
    Inadmissible,
    LockedElsewhere,
    Loss,
)
from nastavnik.programme.plan import Pair
from nastavnik.report.passage import Line
from nastavnik.report.short import lower_first
from nastavnik.report.voice import Voice

__all__ = [
    "change_line",
    "chosen",
    "displaced",
    "impossible",
    "inadmissible",
    "locked_elsewhere",
    "mentees_changed",
    "pair_lines",
    "points_changed",
    "points_lines",
]


def pair_lines(pair: Pair | Chosen, voice: Voice, *, locked: bool) -> Iterator[Line]:
    """Yield that a pair is in the plan, in which form, and the points of each rule.

    Args:
        pair: the pair, or the evidence for it.
        voice: says it.
        locked: the coordinator asked for it.
    """
    way = pair.form, pair.role_model
    form, role_model = voice.titles(*way)
    yield Line(voice.say("paired-with", mentee=pair.mentee, mentor=pair.mentor))
    if locked:
        spite = [
            Line(voice.say("overrides", failing=lower_first(voice.failing(rule, way))))
            for rule in pair.overridden
        ]
        yield Line(voice.say("is-locked"), spite)
    yield Line(voice.say("is-form", form=form, role_model=role_model))
    yield Line(voice.say("score-is", score=pair.score), list(points_lines(pair, voice)))


def points_lines(
    pair: Pair | Chosen,
    voice: Voice,
    *,
    short: bool = False,
    grounds: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
) -> Iterator[Line]:
    """Yield what the score of a pair is made of, or that it is nothing.

    Args:
        pair: the pair, or the evidence for it.
        voice: says it.
        short: leave out the weights.
        grounds: for what each preference gives points to a pair of a plan; evidence has its own.
    """
    given = [
        rule for rule in voice.preferences(pair.form, pair.role_model) if pair.points.get(rule.id)
    ]
    facts = {one.rule: one.facts for one in pair.grounds} if isinstance(pair, Chosen) else grounds
    for rule in given:
        points = pair.points[rule.id]
        giving = voice.giving(rule, facts.get(rule.id, {}))
        values = {"sum": points * rule.weight, "giving": giving}
        if short:
            yield Line(voice.say("points-short", **values))
        else:
            yield Line(voice.say("points-line", **values, points=points, weight=rule.weight))
    if not given:
        yield Line(voice.say("no-points"))


def chosen(evidence: Chosen, voice: Voice) -> Iterator[Line]:
    """Yield that the pair is in the plan, and the price of the place; that of a locked pair has none."""
    yield from pair_lines(evidence, voice, locked=evidence.locked)
    if evidence.category is not None:
        title = voice.value("mentee.category", evidence.category)
        yield Line(voice.say("category-shown", category=title))
    if evidence.times:
        yield Line(voice.say("common-time", times=voice.times(evidence.times)))
    if not evidence.locked:
        key = "price" if evidence.price else "no-price"
        yield Line(voice.say(key, **({"price": evidence.price} if evidence.price else {})))


def locked_elsewhere(evidence: LockedElsewhere, voice: Voice) -> Iterator[Line]:
    """Yield to whom the mentee is locked."""
    yield Line(voice.say("locked-elsewhere", mentee=evidence.mentee, mentor=evidence.mentor))


def inadmissible(evidence: Inadmissible, voice: Voice) -> Iterator[Line]:
    """Yield what stands in the way, with the facts."""
    yield _two(evidence, voice)
    if evidence.form is None or evidence.role_model is None:
        yield Line(voice.say("not-joined"))
        return
    way = evidence.form, evidence.role_model
    failed = [Line(_failed(one, way, voice)) for one in evidence.failed]
    yield Line(voice.say("inadmissible", role_model=voice.titles(*way)[1]), failed)


def _two(evidence: Inadmissible | Displaced | Impossible, voice: Voice) -> Line:
    return Line(voice.say("two", mentee=evidence.mentee, mentor=evidence.mentor))


def _failed(failed: Failed, way: tuple[str, str], voice: Voice) -> str:
    said = [voice.failing(failed.rule, way, unknown=failed.unknown)]
    # What is not known was said as such already.
    facts = [
        voice.fact(path, value)
        for path, value in failed.facts.items()
        if value is not None or not failed.unknown
    ]
    if facts:
        said.append(f"[{'; '.join(facts)}]")
    return " ".join(said)


def impossible(evidence: Impossible, voice: Voice) -> Iterator[Line]:
    """Yield which demands the pair contradicts, and what would help."""
    yield _two(evidence, voice)
    below: list[Line] = []
    for conflict in evidence.conflicts:
        for line in conflict.text(voice.language, voice.every_failing).splitlines():
            if line.startswith(" "):
                above = below.pop()
                below.append(Line(above.text, [*above.below, Line(line)]))
            else:
                below.append(Line(line))
    yield Line(voice.say("impossible"), below)


def displaced(evidence: Displaced, voice: Voice) -> Iterator[Line]:
    """Yield what the pair costs, goal by goal, and who would change."""
    yield _two(evidence, voice)
    losses = [Line(_loss(loss, voice)) for loss in evidence.losses]
    yield Line(voice.say("displaced"), losses or [Line(voice.say("as-good"))])
    if evidence.changes:
        yield Line(voice.say("changes"), [change_line(one, voice) for one in evidence.changes])


def _loss(loss: Loss, voice: Voice) -> str:
    if loss.goal is Goal.SCORE:
        return points_changed(-loss.amount, voice)
    return mentees_changed(-loss.amount, loss.priority, voice)


def points_changed(change: int, voice: Voice) -> str:
    """Return how many points more or fewer."""
    return voice.say("points-more" if change >= 0 else "points-fewer", count=abs(change))


def mentees_changed(change: int, priority: int | None, voice: Voice) -> str:
    """Return how many mentees more or fewer have a mentor, and of which priority if one is given."""
    said = voice.say("mentees-more" if change >= 0 else "mentees-fewer", count=abs(change))
    return said if priority is None else voice.say("of-priority", what=said, priority=priority)


def change_line(change: Change, voice: Voice) -> Line:
    """Return who had a mentee, and who would."""
    before, after = (
        voice.who(mentor) if mentor else voice.say("nobody")
        for mentor in (change.before, change.after)
    )
    return Line(voice.say("change", mentee=change.mentee, before=before, after=after))
