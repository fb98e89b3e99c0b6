"""What of the evidence a participant may be told: what concerns themselves, and nothing of third persons.

Who has one mentor in reach learns of that mentor whatever is said of "the mentors", and from what is not said, by
exclusion, the rest. So what rests on others is told only where several are meant, and what they are like plays no part
in what is told where they are few.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

from nastavnik.basics.words import shared_words
from nastavnik.methodology.model import Methodology
from nastavnik.people.fields import fact_at
from nastavnik.people.records import Mentee, Mentor
from nastavnik.people.times import common_times
from nastavnik.programme.evidence import (
    Chosen,
    Evidence,
    Failed,
    FreePlaces,
    Inadmissible,
    Outcome,
    ToldMentee,
    ToldMentor,
)
from nastavnik.programme.evidence.pairs import plain
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.meetings import meeting_minutes
from nastavnik.rules.base import ParticipantRequirement, Requirement, Side
from nastavnik.rules.evaluation import Verdict, judge

__all__ = ["FEWEST_MEANT", "Telling", "failed_of"]

_OF_OTHERS: Final = frozenset({"choices", "refusals", "bans", "id"})
"""Facts by which people name each other; a rule that reads one would tell who wants whom."""

_OF_MERIT: Final = frozenset({"marks", "category", "qualities"})
"""Facts that are a judgement; a rule that reads one would tell how somebody is judged."""

FEWEST_MEANT: Final = 3
"""People on the other side of whom something must be so before it is told: what is said of one is that person's own
fact, and of two each could be told from the other by whoever knows one of them; from three on nobody is pointed at."""

RoleT = TypeVar("RoleT", Mentor, Mentee)

Asked = tuple[Requirement, Verdict, Mentor, Mentee]


class Telling:
    """Turns evidence into what those concerned are told.

    Args:
        cohort: the people of the plan.
        methodology: its rules.
    """

    def __init__(self, cohort: Cohort, methodology: Methodology) -> None:
        self._cohort = cohort
        self._methodology = methodology

    def mentee(self, evidence: Evidence, name: str, *, suitable: int = 0) -> ToldMentee:
        """Return what a mentee is told.

        Args:
            evidence: for the mentee, or for the mentee and one mentor.
            name: id of the mentee.
            suitable: mentors who may be given to a mentee who is crowded out.
        """
        match evidence:
            case Chosen():
                return self._paired(evidence, name)
            case NoAdmissibleMentor():
                own = self._own(name, Side.MENTEE)
                noted = [(one.rule, one.alone, one.failed) for one in evidence.obstacles]
                return ToldMentee(
                    mentee=name,
                    outcome=Outcome.LEFT_OUT,
                    own=own,
                    unmet=self._unmet(name, Side.MENTEE, noted, own),
                )
            case CrowdedOut():
                several = suitable >= FEWEST_MEANT
                outcome = Outcome.CROWDED_OUT if several else Outcome.LEFT_OUT
                return ToldMentee(mentee=name, outcome=outcome)
            case Inadmissible() if own := self._own(name, Side.MENTEE, evidence.mentor):
                return ToldMentee(mentee=name, outcome=Outcome.NOT_SUITABLE, own=own)
            case _:
                return ToldMentee(mentee=name, outcome=Outcome.GIVEN_OTHERWISE)

    def mentor(self, plan: MatchingPlan, evidence: FreePlaces) -> ToldMentor:
        """Return what a mentor is told.

        Args:
            plan: the plan.
            evidence: why the mentor has free places, or none.
        """
        name = evidence.mentor
        own = self._own(name, Side.MENTOR)
        noted = [(one.rule, one.alone, one.failed) for one in evidence.hindrances]
        return ToldMentor(
            mentor=name,
            places=evidence.places,
            mentees=tuple(sorted(pair.mentee for pair in plan.pairs_of(name))),
            own=own,
            unmet=self._unmet(name, Side.MENTOR, noted, own),
        )

    def _paired(self, evidence: Chosen, name: str) -> ToldMentee:
        """Return what both of a pair have stated alike, and what they are to do together."""
        mentor, mentee = self._cohort.mentor(evidence.mentor), self._cohort.mentee(name)
        role_model = self._methodology.form(evidence.form).role_model(evidence.role_model)
        minutes = meeting_minutes(self._methodology, evidence.form, evidence.role_model)
        times = common_times(mentee.person.slots, mentor.person.slots, minutes)
        return ToldMentee(
            mentee=name,
            outcome=Outcome.PAIRED,
            mentor=evidence.mentor,
            form=evidence.form,
            purpose=role_model.for_participants,
            times=tuple(time.key for time in times),
            interests=shared_words(mentee.person.interests, mentor.person.interests),
            subjects=shared_words(mentee.subjects, mentor.subjects),
            locked=evidence.locked,
        )

    def _own(self, name: str, side: Side, mentor: str | None = None) -> tuple[Failed, ...]:
        """Return the rules of every form that look at this one person alone and hold in none, with the own facts.

        Where a mentor is given, it is every form that joins the two positions.
        """
        asked: dict[str, list[Asked]] = {}
        for one in self._asked(name, side, self._everywhere(name, side, mentor)):
            if isinstance(one[0], ParticipantRequirement) and one[0].side is side:
                asked.setdefault(one[0].id, []).append(one)
        return tuple(
            failed_of(*same[0])
            for same in asked.values()
            if not any(verdict.holds for _, verdict, _, _ in same)
        )

    def _everywhere(self, name: str, side: Side, mentor: str | None) -> set[str]:
        """Return the ids of the rules that every role model of every form for somebody's position has."""
        of_mentee = side is Side.MENTEE
        role = self._cohort.mentee(name) if of_mentee else self._cohort.mentor(name)
        other = None if mentor is None else self._cohort.mentor(mentor).person.position
        rules = [
            {rule.id for rule in self._methodology.requirements_of(form, role_model)}
            for form, role_model in self._methodology.ways
            if (form.mentee_position if of_mentee else form.mentor_position) == role.person.position
            and other in {None, form.mentor_position}
        ]
        return set.intersection(*rules) if rules else set()

    def _unmet(
        self, name: str, side: Side, noted: Iterable[tuple[str, int, int]], own: Iterable[Failed]
    ) -> tuple[str, ...]:
        """Return which rules could not be met with enough others: first those that alone kept so many away.

        Args:
            name: id of whoever is told.
            side: as what they are told.
            noted: each rule, with how many it alone kept away, and with how many it failed.
            own: what is told besides.
        """
        noted = list(noted)
        alone = {rule for rule, count, _ in noted if count >= FEWEST_MEANT}
        others = alone or {rule for rule, _, count in noted if count >= FEWEST_MEANT}
        return tuple(sorted(self._shared(name, side, others - {one.rule for one in own})))

    def _shared(self, name: str, side: Side, rules: Iterable[str]) -> set[str]:
        """Return those of some rules that rest on statements of this one as well, and on nobody's wishes or merits."""
        return {
            rule.id
            for rule, verdict, _, _ in self._asked(name, side, rules)
            if any(path.startswith(f"{side.value}.") for path in verdict.facts)
            and _OF_MERIT.isdisjoint(path.split(".")[-1] for path in verdict.facts)
        }

    def _asked(self, name: str, side: Side, rules: Iterable[str]) -> Iterator[Asked]:
        """Yield some rules asked of somebody and of anybody on the other side, but none that reads wishes."""
        wanted = set(rules)
        of_mentee = side is Side.MENTEE
        mentor = _first(self._cohort.mentors) if of_mentee else self._cohort.mentor(name)
        mentee = self._cohort.mentee(name) if of_mentee else _first(self._cohort.mentees)
        if mentor is None or mentee is None:
            return
        for form, role_model in self._methodology.ways:
            if of_mentee and form.mentee_position != mentee.person.position:
                continue
            if not of_mentee and form.mentor_position != mentor.person.position:
                continue
            for rule in self._methodology.requirements_of(form, role_model):
                if rule.id in wanted:
                    verdict = judge(rule, mentor, mentee)
                    if _OF_OTHERS.isdisjoint(path.split(".")[-1] for path in verdict.facts):
                        yield rule, verdict, mentor, mentee


def _first(roles: Sequence[RoleT]) -> RoleT | None:
    return roles[0] if roles else None


def failed_of(rule: Requirement, verdict: Verdict, mentor: Mentor, mentee: Mentee) -> Failed:
    """Return a requirement that does not hold for two people, with the facts that it looked at."""
    facts = {path: _fact(mentor, mentee, path) for path in verdict.facts}
    return Failed(rule=rule.id, facts=facts, unknown=not verdict.decided)


def _fact(mentor: Any, mentee: Any, path: str) -> object:
    """Return a fact by its dotted path as a plain value, never a display name."""
    side, *rest = path.split(".")
    return plain(fact_at(mentor if side == "mentor" else mentee, rest, spelled=True))
