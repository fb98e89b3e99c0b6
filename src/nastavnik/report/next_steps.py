"""What to do next, said where a plan was just made: what is in the way most often, what would help, what to type."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from nastavnik.basics.texts import Language
from nastavnik.methodology.model import Methodology
from nastavnik.programme.evidence import Advice
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor, Reason
from nastavnik.programme.plan import MatchingPlan
from nastavnik.report.of_changes import advice
from nastavnik.report.passage import Line, Passage
from nastavnik.report.voice import Voice

__all__ = ["next_steps"]

_MOST: Final = 3
"""Obstacles that are named; whoever wants all of them looks at the plan."""

_PLACES: Final = ""
"""Stands for places that ran out, which is no rule."""


def next_steps(
    plan: MatchingPlan,
    methodology: Methodology,
    language: Language,
    *,
    remedies: Sequence[Advice] = (),
    folder: str | None = None,
) -> Passage:
    """Return what to do next for those who have no mentor; nothing where everybody has one.

    Args:
        plan: the plan.
        methodology: its rules.
        language: of the sentences.
        remedies: what would help at the least cost, see ``plan.remedies``.
        folder: where the plan was written, for the commands to be typed next; None where it was not.

    >>> from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a", grade=9))], mentees=[Mentee(Pupil("b", grade=5))])
    >>> print(next_steps(match(cohort), TARGET_MODEL, "en").lines[0])
    What keeps mentees without a mentor most often:
    """
    voice = Voice(methodology, language)
    return Passage(_lines(plan, voice, remedies, folder))


def _lines(
    plan: MatchingPlan, voice: Voice, remedies: Sequence[Advice], folder: str | None
) -> Iterator[Line]:
    if not plan.unmatched:
        return
    counts = Counter(rule for left in plan.unmatched for rule in _in_the_way(left.reason))
    most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST]
    below = [
        Line(
            voice.say("next-places", count=count)
            if rule == _PLACES
            else voice.say(
                "next-obstacle",
                failing=voice.failing(rule, unknown=_never_known(rule, plan)),
                count=count,
            )
        )
        for rule, count in most
    ]
    if below:
        yield Line(voice.say("next-obstacles"), below)
    if remedies:
        yield Line(voice.say("next-remedies"), advice(remedies, voice))
    if folder is not None:
        quoted = f'"{folder}"' if " " in folder else folder
        yield Line(voice.say("next-advise"), [Line(f"nastavnik advise {quoted}")])
        who = plan.unmatched[0].mentee
        yield Line(voice.say("next-explain"), [Line(f"nastavnik explain {quoted} {who}")])


def _never_known(rule: str, plan: MatchingPlan) -> bool:
    """Return whether a requirement fails each time because something is not stated."""
    reasons = (left.reason for left in plan.unmatched)
    obstacles = (one for reason in reasons for one in getattr(reason, "obstacles", ()))
    return all(one.unknown == one.failed for one in obstacles if one.rule == rule)


def _in_the_way(reason: Reason) -> set[str]:
    """Return the requirements that stand in somebody's way alone; of the mentee's own those that come first."""
    if not isinstance(reason, NoAdmissibleMentor):
        return {_PLACES, *(one.rule for one in reason.elsewhere if one.alike)}
    decisive = {one.rule for one in reason.obstacles if one.decisive}
    alone = {one.rule for one in reason.obstacles if one.alone}
    alone |= {one.rule for one in reason.elsewhere}
    return decisive or alone or {one.rule for one in reason.obstacles[:1]}
