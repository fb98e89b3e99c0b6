"""Groups that can meet as a whole: every mentor with several mentees has a time that suits all of them together.

In a plan each mentee has a time in common with the mentor, and two mentees of one mentor may have different ones. Where
a group is to meet as a whole, each such mentor's meeting has to be chosen, and the pairs with those who are not free
then are ruled out: bans with their reason, so that the plan explains and proves itself as any other. The choices are
searched by branch and bound; what is achieved without the further choices bounds all that come of a node.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Final

from attrs import frozen

from nastavnik.assignment import Goal
from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language, Text
from nastavnik.matching.match import Progress, match
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.people.records import Person, Position, Pupil
from nastavnik.people.times import FreeTime, common_times, times_of
from nastavnik.programme.plan import MatchingPlan, Pair
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError
from nastavnik.programme.round.meetings import meeting_minutes, meeting_times

__all__ = ["Meeting", "MeetingGroups", "groups_apart", "match_groups"]

_MOST_ROUNDS: Final = 300
"""Rounds that are matched, unless the caller says otherwise; a school needs a few dozen."""

_REASON: Final = Text(
    en="the mentee is not free when the group meets ({time})",
    ru="наставляемый не может прийти, когда встречается группа ({time})",
)
"""Why a pair is ruled out; it stands in the plan, which is the coordinator's."""

_BY: Final = Text(
    en="automatic, when meeting times were chosen", ru="автоматически, при подборе времени встреч"
)

Achieved = tuple[int, ...]
"""What a plan achieves: mentees by priority, then points; compared as words are letter by letter."""


@frozen
class Meeting:
    """When a mentor and all mentees of one position meet.

    Args:
        mentor: id.
        position: of the mentees; a mentor of pupils and of students has two groups.
        time: when.
    """

    mentor: str
    position: Position
    time: FreeTime


@frozen(kw_only=True)
class MeetingGroups:
    """A plan in which every group can meet as a whole, and how good it is known to be.

    Args:
        plan: the best plan that was found; its bans hold those of the meetings that were chosen.
        meetings: those that had to be chosen; other groups have a time in common anyway.
        achieved: mentees by priority, then points.
        bound: what no plan with the demand can exceed; equal to what is achieved where the plan is proven best.
    """

    plan: MatchingPlan
    meetings: tuple[Meeting, ...]
    achieved: Achieved
    bound: Achieved

    @property
    def best(self) -> bool:
        """Whether no plan in which every group can meet is better."""
        return self.achieved == self.bound


def groups_apart(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology = TARGET_MODEL
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the groups that have no time in common as a whole, by the free times that are stated.

    A group is a mentor with two mentees or more of one position. Pairs that are locked are left out: whoever asks for
    them answers for their time.

    Returns:
        The ids of each such mentor and of the mentees, in the order of the mentors.

    >>> from nastavnik.programme.round.town import invented_town
    >>> town = invented_town()
    >>> groups_apart(match(town), town)
    (('q06', ('p10', 'p22')), ('q11', ('p11', 'p29')))
    """
    locked = {lock.mentee for lock in plan.locks}
    groups: dict[tuple[str, Position], list[Pair]] = {}
    for pair in plan.pairs:
        if pair.mentee not in locked:
            position = cohort.mentee(pair.mentee).person.position
            groups.setdefault((pair.mentor, position), []).append(pair)
    apart = []
    for (name, _), pairs in groups.items():
        people = [cohort.mentor(name).person, *(cohort.mentee(one.mentee).person for one in pairs)]
        if len(pairs) > 1 and meeting_times(people, _minutes(pairs, methodology)) == ():
            apart.append((name, tuple(one.mentee for one in pairs)))
    return tuple(sorted(apart))


def match_groups(  # noqa: PLR0913 - as `match` and two more
    cohort: Cohort,
    methodology: Methodology = TARGET_MODEL,
    *,
    locks: Iterable[Lock] = (),
    bans: Iterable[Ban] = (),
    seed: int = 0,
    on: date | None = None,
    most: int = _MOST_ROUNDS,
    language: Language = "ru",
    progress: Callable[[Progress], None] | None = None,
) -> MeetingGroups:
    """Return the best plan in which every group can meet as a whole.

    Args:
        cohort: everyone of the round.
        methodology: forms and rules.
        locks: pairs that are to be in the plan.
        bans: pairs that are not.
        seed: chooses among equally good plans.
        on: day for which the plan is made.
        most: how many rounds are matched at most; where more were needed, ``best`` is False and ``bound`` says how much
            better a plan could be.
        language: in which the bans give their reason.
        progress: called before each round, as stage ``"groups"``.

    Raises:
        InvalidInputError: as `match` does; and where no choice of meetings gives every mentor their minimum.
        NoPlanError: when the demands contradict each other.

    >>> from nastavnik.programme.round.town import invented_town
    >>> found = match_groups(invented_town())
    >>> found.best, groups_apart(found.plan, invented_town())
    (True, ())
    """
    search = _Search(cohort, methodology, tuple(locks), tuple(bans), seed, on, language)
    nodes = [search.node((), ())]
    best: _Node | None = None
    rounds = 1
    while nodes and (rounds < most or best is None):
        node = nodes.pop()
        if best is not None and node.achieved <= best.achieved:
            continue
        if node.apart is None:
            best = node
            continue
        children = []
        for meeting, absent in search.meetings(node):
            if progress is not None:
                progress(Progress("groups", rounds, max(most, rounds + 1)))
            rounds += 1
            if (child := search.narrowed(node, meeting, absent)) is not None:
                children.append(child)
        nodes += sorted(children, key=lambda child: child.achieved)  # the best is looked at next
    if best is None:
        raise InvalidInputError([Fault("groups-unmet")])
    bound = max([best.achieved, *(node.achieved for node in nodes)])
    return MeetingGroups(
        plan=best.plan, meetings=best.meetings, achieved=best.achieved, bound=bound
    )


@frozen(kw_only=True, eq=False)
class _Node:
    """A round in which some mentors' meetings are chosen.

    Args:
        plan: its best plan.
        meetings: what was chosen.
        bans: of those who are not free then.
        achieved: of the plan; no choice of further meetings achieves more.
        apart: ids of a mentor and of the mentees who cannot all meet, or None.
    """

    plan: MatchingPlan
    meetings: tuple[Meeting, ...]
    bans: tuple[Ban, ...]
    achieved: Achieved
    apart: tuple[str, tuple[str, ...]] | None


@frozen(eq=False)
class _Search:
    """What all rounds share."""

    cohort: Cohort
    methodology: Methodology
    locks: tuple[Lock, ...]
    asked: tuple[Ban, ...]
    seed: int
    on: date | None
    language: Language

    def node(self, meetings: tuple[Meeting, ...], bans: tuple[Ban, ...]) -> _Node:
        """Match a round.

        Raises:
            NoPlanError: when the bans leave a mentor too few mentees.
        """
        plan = match(
            self.cohort,
            self.methodology,
            locks=self.locks,
            bans=(*self.asked, *bans),
            seed=self.seed,
            on=self.on,
        )
        apart = groups_apart(plan, self.cohort, self.methodology)
        return _Node(
            plan=plan,
            meetings=meetings,
            bans=bans,
            achieved=_achieved(plan),
            apart=max(apart, key=lambda group: len(group[1]), default=None),
        )

    def narrowed(self, node: _Node, meeting: Meeting, absent: Iterable[str]) -> _Node | None:
        """Return the round in which the group meets just then; None where that contradicts the demands."""
        said = {
            "reason": _REASON[self.language].format(
                time=meeting.time.text(self.language, short=False)
            ),
            "by": _BY[self.language],
        }
        bans = tuple(Ban(meeting.mentor, other, **said) for other in sorted(absent))
        try:
            return self.node((*node.meetings, meeting), (*node.bans, *bans))
        except NoPlanError:
            return None

    def meetings(self, node: _Node) -> Iterator[tuple[Meeting, frozenset[str]]]:
        """Yield when the group could meet, and who is not free then; of times for the same people, one.

        Whoever is free at some time is free at the beginning of a time that they have in common, so no others need to
        be tried.
        """
        assert node.apart is not None
        name, mentees = node.apart
        mentor, position = (
            self.cohort.mentor(name).person,
            self.cohort.mentee(mentees[0]).person.position,
        )
        minutes = _minutes(
            [one for one in node.plan.pairs_of(name) if one.mentee in mentees], self.methodology
        )
        locked = {lock.mentee for lock in self.locks if lock.mentor == name}
        others = [
            one.person
            for one in self.cohort.mentees
            if one.person.slots is not None
            and one.person.position is position
            and one.id not in {*locked, name}
        ]
        free = {
            time: frozenset(one.id for one in others if meeting_times((_at(time), one), minutes))
            for time in _starts(mentor, others, minutes)
        }
        met: list[frozenset[str]] = []
        for time, who in sorted(free.items(), key=lambda item: (-len(item[1]), item[0])):
            if not any(who <= more for more in met):
                met.append(who)
                yield Meeting(name, position, time), frozenset(one.id for one in others) - who


def _starts(mentor: Person, others: Iterable[Person], minutes: int) -> set[FreeTime]:
    """Return the beginnings of times that the mentor has in common with somebody, or somebody has at all."""
    starts: set[FreeTime] = set()
    for other in others:
        assert other.slots is not None
        common = (
            tuple(time for slot in other.slots for time in times_of(slot))
            if mentor.slots is None
            else common_times(mentor.slots, other.slots, minutes)
        )
        for time in common:
            long_enough = not time.label and not time.is_any and time.end - time.start >= minutes
            starts.add(FreeTime(time.day, time.start, time.start) if long_enough else time)
    return starts


def _at(time: FreeTime) -> Person:
    """Return somebody who is free just then."""
    return Pupil("?", slots={time.key})


def _minutes(pairs: Iterable[Pair], methodology: Methodology) -> int:
    """Return how long a meeting of a group is at least: as the rule of one of its pairs asks."""
    return max(meeting_minutes(methodology, one.form, one.role_model) for one in pairs)


def _achieved(plan: MatchingPlan) -> Achieved:
    covered = (one.value for one in plan.certificate.goals if one.goal is Goal.COVERAGE)
    return (*covered, plan.total)
