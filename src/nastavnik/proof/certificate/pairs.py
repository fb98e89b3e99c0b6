"""Checks the pairs of a plan rule by rule: rules of ours on all pairs at once, and on the two people of a sample.

A rule of ours says the same of two people and of columns: the tests hold the one against the other for each of them. A
rule of somebody's own is asked of the two people themselves, pairs that are alike in all that it looks at once.
"""

import random
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from nastavnik.basics.errors import CertificateError, UnknownNameError
from nastavnik.matching.candidates import Candidates, FormTable
from nastavnik.matching.candidates.classes import together
from nastavnik.matching.demands.settlement import Settled
from nastavnik.methodology.forms import MentoringForm
from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import ID_PATHS, Facts
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.plan import MatchingPlan, Pair
from nastavnik.programme.round.cohort import Cohort
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.evaluation import Reads, Table, judge, points_of
from nastavnik.rules.kinds import is_ours
from nastavnik.rules.views import Trace

__all__ = ["check_locks", "check_pairs"]

AnyRule = Requirement | Preference
Ask = Callable[[Any, Mentor, Mentee, Trace], Any]
"""Asks a rule of two people."""

_SAMPLE: Final = 4
"""Pairs of each way whose two people are asked what was found on columns, too."""

_AT_ONCE: Final = 1 << 14
"""Pairs that are looked at together, so that their people need not all be in memory."""


def check_locks(plan: MatchingPlan, demands: Settled) -> None:
    """Check that every lock is kept in the best way that it leaves, and that nothing else is overridden.

    Raises:
        CertificateError: naming the first pair that is wrong.
    """
    if (demands.locks, demands.bans) != (plan.locks, plan.bans):
        raise CertificateError("the locks and bans do not stand once each, in the order of the ids")
    locked = {lock.mentee: demands.pair(lock) for lock in demands.locks}
    for pair in plan.pairs:
        expected = locked.pop(pair.mentee, None)
        if expected is None and pair.overridden:
            raise CertificateError(f"{_who(pair)}: rules are overridden without a lock")
        if expected is not None and pair != expected:
            raise CertificateError(f"{_who(pair)}: the pair is not as its lock makes it")
    if locked:
        raise CertificateError(f"mentee {min(locked)!r}: the lock is not kept")


def check_pairs(
    plan: MatchingPlan, cohort: Cohort, methodology: Methodology, found: Candidates
) -> None:
    """Check every pair but locked ones, rule by rule.

    Raises:
        CertificateError: naming the first pair that is wrong.
        RuleError: when a rule fails.
    """
    of_way: dict[tuple[str, str], list[Pair]] = {}
    locked = {lock.mentee for lock in plan.locks}
    for pair in plan.pairs:
        if pair.mentee not in locked:
            of_way.setdefault((pair.form, pair.role_model), []).append(pair)
    mentors = {name: place for place, name in enumerate(found.mentors.ids)}
    mentees = {name: place for place, name in enumerate(found.mentees.ids)}
    for way, pairs in of_way.items():
        strange = next((pair for pair in pairs if pair.mentor not in mentors), None)
        try:
            if strange is not None:
                cohort.mentor(strange.mentor)  # says who is near
            form = methodology.form(way[0])
            role_model = form.role_model(way[1])
        except UnknownNameError as error:
            raise CertificateError(f"{_who(strange or pairs[0])}: {error}") from None
        requirements = methodology.requirements_of(form, role_model)
        preferences = methodology.preferences_of(form, role_model)
        for start in range(0, len(pairs), _AT_ONCE):
            some = pairs[start : start + _AT_ONCE]
            drawn = random.Random(f"{plan.cohort_digest} {way} {start}")  # noqa: S311 - no secret
            chosen = _Chosen(
                pairs=some,
                form=next(one for one in found.forms if one.form.id == form.id),
                sample=drawn.sample(range(len(some)), min(_SAMPLE, len(some))),
                facts=(found.mentors, found.mentees),
                places=(
                    np.array([mentors[pair.mentor] for pair in some], dtype=np.intp),
                    np.array([mentees[pair.mentee] for pair in some], dtype=np.intp),
                ),
            )
            chosen.check_positions(form)
            chosen.check_requirements(requirements)
            chosen.check_points(preferences)


@frozen(kw_only=True, eq=False, slots=False)
class _Chosen:
    """Some pairs of a plan that are formed in one way.

    Args:
        pairs: the pairs.
        form: the form with everybody whose positions it joins.
        sample: places of the pairs whose people are asked themselves.
        facts: of all mentors and of all mentees.
        places: of the mentor and of the mentee of each pair.
        roles: those looked at, by side and place, for from columns each is made anew.
    """

    pairs: Sequence[Pair]
    form: FormTable
    sample: Sequence[int]
    facts: tuple[Facts, Facts]
    places: tuple[NDArray[np.intp], NDArray[np.intp]]
    roles: dict[tuple[int, int], Any] = field(factory=dict)

    @cached_property
    def on_columns(self) -> Table:
        """These pairs, one below the other, of people who are of the form."""
        mentors, mentees = self.places
        rows = np.searchsorted(self.form.rows, mentees)
        return self.form.table.aligned(rows, np.searchsorted(self.form.columns, mentors))

    def check_positions(self, form: MentoringForm) -> None:
        """Check that the form is for people of these positions."""
        wanted = form.mentor_position, form.mentee_position
        for facts, places, position in zip(self.facts, self.places, wanted, strict=True):
            found = facts.field(("person", "position"))
            fits = np.array([value is position for value in found.values], dtype=np.bool_)
            others = np.flatnonzero(~fits[found.codes[places]])
            if others.size:
                who = _who(self.pairs[int(others[0])])
                raise CertificateError(f"{who}: their positions are not those of {form.id}")

    def check_requirements(self, requirements: Sequence[Requirement]) -> None:
        """Check that every requirement holds."""
        for requirement in requirements:
            if False in (holds := self.answers(requirement, _holds)):
                who = _who(self.pairs[holds.index(False)])
                raise CertificateError(f"{who}: {requirement.id} does not hold")

    def check_points(self, preferences: Sequence[Preference]) -> None:
        """Check the points of each rule and the score."""
        names = [rule.id for rule in preferences]
        given = [self.answers(rule, _points) for rule in preferences]
        for pair, values in zip(self.pairs, zip(*given, strict=True), strict=True):
            if pair.points != dict(zip(names, values, strict=True)):
                raise CertificateError(
                    f"{_who(pair)}: the points per rule are not those of the rules"
                )
            if pair.score != sum(
                rule.weight * value for rule, value in zip(preferences, values, strict=True)
            ):
                raise CertificateError(
                    f"{_who(pair)}: the score is not the sum of the weighted points"
                )

    def answers(self, rule: AnyRule, ask: Ask) -> list[Any]:
        """Return what a rule says of each pair.

        Raises:
            CertificateError: when a rule of ours says something else of a pair of the sample by itself.
        """
        reads = self.form.table.reads(rule)
        if not is_ours(type(rule)) or reads.by_person:
            return self._by_kinds(rule, ask, reads)
        of_all = self.on_columns
        found = of_all.holds(rule) if isinstance(rule, Requirement) else of_all.points(rule)
        answers: list[Any] = found[:, 0].tolist()
        for at in self.sample:
            if self._answer(rule, ask, at, Trace()) != answers[at]:
                who = _who(self.pairs[at])
                raise CertificateError(
                    f"{who}: {rule.id} says something else of the two by themselves"
                )
        return answers

    def _by_kinds(self, rule: AnyRule, ask: Ask, reads: Reads) -> list[Any]:
        """Ask the two people of one pair of each kind that is alike in all a rule looks at, as columns tell.

        Should it look at more while it is asked, then every pair is asked.
        """
        k = len(self.pairs)
        kinds = np.arange(k) if reads.by_person else self._kinds(reads)
        _, examples, number = np.unique(kinds, return_index=True, return_inverse=True)
        trace = Trace()
        answers = [self._answer(rule, ask, at, trace) for at in examples.tolist()]
        if examples.size < k and not trace.fields <= _paths(reads):
            return [self._answer(rule, ask, at, trace) for at in range(k)]
        return [answers[kind] for kind in number.tolist()]

    def _answer(self, rule: AnyRule, ask: Ask, at: int, trace: Trace) -> Any:
        own = Trace()
        answer = ask(rule, self._role(0, at), self._role(1, at), own)
        trace.fields |= own.fields
        return answer

    def _role(self, side: int, at: int) -> Any:
        key = side, int(self.places[side][at])
        if key not in self.roles:
            self.roles[key] = self.facts[side].role(key[1])
        return self.roles[key]

    def _kinds(self, reads: Reads) -> NDArray[np.int64]:
        """Return a number for each pair, the same where a rule that reads this sees the same."""
        marks = [
            facts.field(path).codes[places]
            for facts, places, paths in zip(
                self.facts, self.places, (reads.mentor, reads.mentee), strict=True
            )
            for path in sorted(paths)
        ]
        named = [
            number if pair.mentor in reads.singled or pair.mentee in reads.singled else 0
            for number, pair in enumerate(self.pairs, start=1)
        ]
        return together([*marks, np.array(named)], len(self.pairs))


def _holds(rule: Requirement, mentor: Mentor, mentee: Mentee, trace: Trace) -> bool:
    return judge(rule, mentor, mentee, trace=trace).holds


def _points(rule: Preference, mentor: Mentor, mentee: Mentee, trace: Trace) -> int:
    return points_of(rule, mentor, mentee, trace=trace)


def _paths(reads: Reads) -> set[str]:
    """Return how a trace calls what a rule may look at; ids are looked at of those singled out."""
    return {
        ".".join((side, *path))
        for side, paths in (("mentor", reads.mentor), ("mentee", reads.mentee))
        for path in paths | ID_PATHS
    }


def _who(pair: Pair) -> str:
    return f"mentor {pair.mentor!r} and mentee {pair.mentee!r}"
