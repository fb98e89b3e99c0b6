"""What ``match`` does and says where groups are to meet as a whole, and of groups that cannot."""

from collections.abc import Callable
from datetime import date
from typing import Final

from nastavnik.assignment import Goal
from nastavnik.basics.grouping import few_of
from nastavnik.basics.texts import Language
from nastavnik.cli.inputs import Demands
from nastavnik.cli.texts import TEXTS
from nastavnik.matching.groups import MeetingGroups, groups_apart, match_groups
from nastavnik.matching.match import Progress
from nastavnik.methodology import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report import Line, Passage

__all__ = ["apart_in_words", "matched_together", "meetings_in_words"]

_MOST_NAMED: Final = 20
"""Mentors of groups without a common time that are named; the others are counted."""


def matched_together(
    cohort: Cohort,
    methodology: Methodology,
    *,
    demands: Demands,
    seed: int,
    on: date | None,
    language: Language,
    progress: Callable[[Progress], None],
) -> MeetingGroups:
    """Return the best plan in which every group can meet as a whole.

    Args:
        cohort: everyone of the round.
        methodology: forms and rules.
        demands: locks and bans.
        seed: chooses among equally good plans.
        on: day for which the plan is made.
        language: in which the plan says why a pair is ruled out.
        progress: called from the first round on, which takes a while by itself.

    Raises:
        InvalidInputError: as `match_groups` does.
        NoPlanError: when the demands contradict each other.
    """
    locks, bans = demands
    progress(Progress("groups", 0, 1))
    return match_groups(
        cohort,
        methodology,
        locks=locks,
        bans=bans,
        seed=seed,
        on=on,
        language=language,
        progress=progress,
    )


def meetings_in_words(found: MeetingGroups, language: Language) -> Passage:
    """Return which meetings were chosen, and whether the plan is proven best or how much better one could be.

    >>> from nastavnik.programme.round.town import invented_town
    >>> print(meetings_in_words(match_groups(invented_town()), "en").text())
    Groups that had to be given a time meet so:
      q06: Friday 15:00
      q11: Monday 15:00
    It is proven that no plan in which every group can meet is better.
    """
    said = TEXTS["group-meets"][language]
    meetings = [
        Line(said.format(mentor=one.mentor, time=one.time.text(language, short=False)))
        for one in sorted(found.meetings, key=lambda one: (one.mentor, one.position))
    ]
    head = "groups-meet" if meetings else "groups-meet-anyway"
    return Passage([Line(TEXTS[head][language], meetings), Line(_how_good(found, language))])


def _how_good(found: MeetingGroups, language: Language) -> str:
    if found.best:
        return TEXTS["groups-best"][language]
    at, more = next(
        (at, most - here)
        for at, (here, most) in enumerate(zip(found.achieved, found.bound, strict=True))
        if most != here
    )
    covered = [one for one in found.plan.certificate.goals if one.goal is Goal.COVERAGE]
    if at == len(covered):
        return TEXTS["groups-more-points"][language].format(more)
    if len(covered) == 1:
        return TEXTS["groups-more-mentees"][language].format(more)
    said = TEXTS["groups-more-of-priority"][language]
    return said.format(more, priority=covered[at].tier)


def apart_in_words(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> str | None:
    """Return whose groups have no time in common as a whole, and what helps; None where every group has one.

    >>> from nastavnik import TARGET_MODEL, match
    >>> from nastavnik.programme.round.town import invented_town
    >>> town = invented_town()
    >>> print(apart_in_words(match(town), town, TARGET_MODEL, "en"))
    There is no time for the whole group of: q06, q11. Match again with --groups-together, and every group has one.
    """
    mentors = sorted({name for name, _ in groups_apart(plan, cohort, methodology)})
    if not mentors:
        return None
    return TEXTS["groups-apart"][language].format(few_of(mentors, language, most=_MOST_NAMED))
