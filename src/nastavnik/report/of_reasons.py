"""What the coordinator is told of a mentee who is left out, and of a mentor's free places."""

from collections.abc import Iterator

from nastavnik.programme.evidence import FreePlaces, Hindrance
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor, Obstacle, Reason
from nastavnik.report.passage import Line
from nastavnik.report.short import lower_first
from nastavnik.report.voice import Voice

__all__ = ["crowded_out", "free_places", "left_out"]


def left_out(reason: NoAdmissibleMentor, voice: Voice) -> Iterator[Line]:
    """Yield what could be mended line by line, and in one line what was never alone in the way.

    While something about the mentee alone keeps every mentor away, that line would only distract.
    """
    if not reason.considered:
        yield Line(voice.say("no-position"))
        return
    below: list[Line] = []
    besides: list[str] = []
    for obstacle in reason.obstacles:
        if obstacle.decisive or obstacle.alone:
            below.append(Line(_obstacle(obstacle, voice)))
        else:
            failing = lower_first(_failing(obstacle, voice))
            besides.append(voice.say("besides", failing=failing, failed=obstacle.failed))
    if besides and not any(obstacle.decisive for obstacle in reason.obstacles):
        key = "obstacles-besides" if below else "obstacles-together"
        below.append(Line(voice.say(key, list="; ".join(besides))))
    yield Line(voice.say("none-admissible", considered=reason.considered), below)
    yield from _elsewhere(reason, voice, "elsewhere")


def _elsewhere(reason: Reason, voice: Voice, key: str) -> Iterator[Line]:
    """Yield whom another school, or another spelling of it, alone keeps away."""
    if not reason.elsewhere:
        return
    below = []
    for one in reason.elsewhere:
        if one.value is None:
            said = voice.say("elsewhere-unstated", count=one.count)
        else:
            said = voice.say("elsewhere-one", count=one.count, value=one.value)
        if one.alike:
            said += " " + voice.say("elsewhere-alike")
        below.append(Line(said))
    if reason.besides:
        below.append(Line(voice.say("elsewhere-besides", count=reason.besides)))
    rules = dict.fromkeys(voice.failing(one.rule) for one in reason.elsewhere)
    yield Line(voice.say(key, failing="; ".join(rules)), below)


def _failing(obstacle: Obstacle, voice: Voice) -> str:
    """Return what failed; that it is not known, where it is so with most of the mentors."""
    return voice.failing(obstacle.rule, unknown=2 * obstacle.unknown > obstacle.failed)


def _obstacle(obstacle: Obstacle, voice: Voice) -> str:
    if obstacle.decisive:
        failing = voice.failing(obstacle.rule, unknown=bool(obstacle.unknown))
        said = [voice.say("decisive", failing=failing)]
        if obstacle.alone:
            said.append(voice.say("were-it-so", alone=obstacle.alone))
        else:
            said.append(voice.say("not-enough"))
        return " ".join(said)
    failing = _failing(obstacle, voice)
    if obstacle.alone == obstacle.failed:
        said = [voice.say("obstacle-all", failing=failing, failed=obstacle.failed)]
    else:
        counts = {"failed": obstacle.failed, "alone": obstacle.alone}
        said = [voice.say("obstacle", failing=failing, **counts)]
    if 0 < 2 * obstacle.unknown <= obstacle.failed:
        said.append(voice.say("unknown-too", unknown=obstacle.unknown))
    return " ".join(said)


def crowded_out(reason: CrowdedOut, voice: Voice) -> Iterator[Line]:
    """Yield whose places ran out, and who holds them."""
    places = reason.places + reason.locked
    mentors = {"count": len(reason.mentors), "ids": voice.ids(reason.mentors)}
    below = [Line(voice.say("only-mentors", **mentors, places=places))]
    if reason.locked:
        below.append(Line(voice.say("locked-places", locked=reason.locked)))
    if reason.mentees:
        mentees = {"count": len(reason.mentees), "ids": voice.ids(reason.mentees)}
        below.append(Line(voice.say("held-by", **mentees)))
        if reason.minimal:
            below.append(Line(voice.say("one-fewer")))
    yield Line(voice.say("places-ran-out"), below)
    yield from _elsewhere(reason, voice, "elsewhere-crowd")


def free_places(evidence: FreePlaces, voice: Voice) -> Iterator[Line]:
    """Yield how many places are free, who may come, and what keeps the others away."""
    counts = {"places": evidence.places, "free": evidence.free}
    yield Line(voice.say("mentor-places", mentor=evidence.mentor, **counts))
    if evidence.admissible:
        suits = voice.say("admissible", count=evidence.admissible)
        yield Line(suits[0].upper() + suits[1:])
    else:
        yield Line(voice.say("none-suits"))
    if evidence.free and evidence.admissible:
        yield Line(voice.say("all-placed"))
    if evidence.hindrances:
        below = [Line(_hindrance(one, voice)) for one in evidence.hindrances]
        yield Line(voice.say("hindrances"), below)


def _hindrance(one: Hindrance, voice: Voice) -> str:
    failing = voice.failing(one.rule)
    if not one.alone:
        return voice.say("hindrance-besides", failing=failing, failed=one.failed)
    if one.alone == one.failed:
        return voice.say("hindrance-all", failing=failing, failed=one.failed)
    return voice.say("hindrance", failing=failing, failed=one.failed, alone=one.alone)
