"""What of the evidence a participant may be told: what concerns themselves, and nothing of third persons."""

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

__all__ = ["Telling", "failed_of"]

_OF_OTHERS: Final = frozenset({"choices", "refusals", "bans", "id"})
"""Facts by which people name each other; a rule that reads one would tell who wants whom."""

_OF_MERIT: Final = frozenset({"marks", "category", "qualities"})
"""Facts that are a judgement; a rule that reads one would tell how somebody is judged."""

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

    def mentee(self, evidence: Evidence, name: str) -> ToldMentee:
        """Return what a mentee is told.

        Args:
            evidence: for the mentee, or for the mentee and one mentor.
            name: id of the mentee.
        """
        match evidence:
            case Chosen():
                return self._paired(evidence, name)
            case NoAdmissibleMentor():
                decisive = [one.rule for one in evidence.obstacles if one.decisive]
                most = [one.rule for one in evidence.obstacles if one.alone]
                others = most or [one.rule for one in evidence.obstacles]
                own = tuple(self._own(name, Side.MENTEE, decisive))
                told = {one.rule for one in own}
                return ToldMentee(
                    mentee=name,
                    outcome=Outcome.LEFT_OUT,
                    own=own,
                    unmet=tuple(sorted(self._shared(name, Side.MENTEE, {*others} - told))),
                )
            case CrowdedOut():
                return ToldMentee(mentee=name, outcome=Outcome.CROWDED_OUT)
            case Inadmissible():
                failed = [one.rule for one in evidence.failed]
                own = tuple(self._own(name, Side.MENTEE, failed))
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
        position = self._cohort.mentor(name).person.position
        rules = [
            {rule.id for rule in self._methodology.requirements_of(form, role_model)}
            for form, role_model in self._methodology.ways
            if form.mentor_position == position
        ]
        everywhere = set.intersection(*rules) if rules else set()
        own = tuple(self._own(name, Side.MENTOR, everywhere))
        most = {one.rule for one in evidence.hindrances if one.alone}
        others = most or {one.rule for one in evidence.hindrances}
        shared = self._shared(name, Side.MENTOR, others - {one.rule for one in own})
        return ToldMentor(
            mentor=name,
            places=evidence.places,
            mentees=tuple(sorted(pair.mentee for pair in plan.pairs_of(name))),
            own=own,
            unmet=tuple(sorted(shared)),
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

    def _own(self, name: str, side: Side, rules: Iterable[str]) -> Iterator[Failed]:
        """Yield the rules that look at this one person alone and hold in no form, with the person's own facts."""
        asked: dict[str, list[Asked]] = {}
        for one in self._asked(name, side, rules):
            if isinstance(one[0], ParticipantRequirement) and one[0].side is side:
                asked.setdefault(one[0].id, []).append(one)
        for same in asked.values():
            if not any(verdict.holds for _, verdict, _, _ in same):
                yield failed_of(*same[0])

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
