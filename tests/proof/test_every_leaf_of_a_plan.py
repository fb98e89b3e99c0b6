"""Whatever single thing is changed in a written plan is refused, or the plan says nothing untrue with it."""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import pytest
from attrs import evolve, frozen

from helpers.leaves import Changed, as_text, changes_of
from helpers.rounds import Case
from helpers.sayings import EVERYTHING, everything_said, is_true
from helpers.sizes import LONG, rounds
from nastavnik import (
    TARGET_MODEL,
    Ban,
    CertificateError,
    Cohort,
    InvalidInputError,
    Lock,
    MatchingPlan,
    Methodology,
    NoPlanError,
    UnknownNameError,
    match,
    verify,
)
from nastavnik.exchange.json import Asked, evidence_from_json, plan_from_json, plan_to_json
from nastavnik.methodology import RuleChanges
from nastavnik.programme.evidence import LockedElsewhere
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.programme.plan import Alternative
from nastavnik.proof.checker import Checker

_REFUSALS = CertificateError, InvalidInputError, UnknownNameError

NOTES = {"version", "on"}
"""What a plan says of itself and nobody can prove; the documentation says so."""


@frozen(eq=False)
class Written:
    """A plan as it is written, with all that it is held against.

    Args:
        plan: the plan.
        cohort: its people.
        methodology: its rules.
        evidence: what stands beside it.
    """

    plan: MatchingPlan
    cohort: Cohort
    methodology: Methodology
    evidence: tuple[Asked, ...]

    def refusing(self, changed: Changed) -> set[str]:
        """Return who refuses a changed document: whoever reads it, ``verify``, or ``Checker``."""
        text = as_text(changed.document)
        try:
            plan = plan_from_json(text)
        except InvalidInputError:
            return {"reader"}
        if plan == self.plan:
            return set()
        found = set()
        demands: list[Lock | Ban] = [*self.plan.locks, *self.plan.bans]
        for name, check in (
            ("verify", lambda: verify(plan, self.cohort, self.methodology, demands=demands)),
            ("Checker", lambda: Checker(plan, self.cohort, self.methodology)),
        ):
            try:
                check()
            except _REFUSALS:
                found.add(name)
        return found

    def is_as_true(self, changed: Changed) -> bool:
        """Return whether a plan that nobody refuses says the same as the plan, and proves it as well.

        It is held against the plan itself, leaf by leaf: only the proof may be another, notes of its origin, and a
        crowd that claims less. Another seed must lead to the same plan.
        """
        plan = plan_from_json(as_text(changed.document))
        rest = {name: getattr(self.plan, name) for name in ("version", "on", "certificate")}
        if not plan.rule_changes:  # as in a plan of an earlier version, which proves by its digest
            rest["rule_changes"] = self.plan.rule_changes
        same = evolve(plan, **rest, unmatched=tuple(map(_claiming_least, plan.unmatched)))
        mine = evolve(self.plan, unmatched=tuple(map(_claiming_least, self.plan.unmatched)))
        if plan.seed != self.plan.seed:
            again = match(
                self.cohort,
                self.methodology,
                locks=plan.locks,
                bans=plan.bans,
                seed=plan.seed,
                on=plan.on,
            )
            return again.pairs == self.plan.pairs == plan.pairs
        return bool(same == mine)


def _claiming_least(left: Any) -> Any:
    """Return somebody left out whose crowd claims nothing of being minimal."""
    if isinstance(left.reason, CrowdedOut):
        return evolve(left, reason=evolve(left.reason, minimal=False))
    return left


def written() -> Iterator[Written]:
    """Yield plans that hold everything a plan can hold, each with evidence of every kind."""
    kept: set[str] = set()
    for seed in range(400):
        case = Case.drawn(seed)
        if not (case.locks and case.bans):
            continue
        said = {"reason": "как и было", "by": "завуч"}
        locks = tuple(evolve(one, **said) for one in case.locks)
        bans = tuple(evolve(one, **said) for one in case.bans)
        rules = TARGET_MODEL
        if len(kept) % 2:
            rules = TARGET_MODEL.changed(RuleChanges(reading=TARGET_MODEL.readings[-1].id))
        try:
            plan = match(case.cohort, rules, locks=locks, bans=bans, on=date(2026, 9, 1))
        except (NoPlanError, InvalidInputError):
            continue
        evidence = list(asked_of(plan, case.cohort))
        kinds = {type(one.evidence).__name__ for one in evidence}
        kinds |= {f"{len(plan.certificate.goals)} goals", f"crowded {bool(plan.unmatched)}"}
        if not kinds <= kept:
            kept |= kinds
            yield Written(plan, case.cohort, rules, tuple(evidence))


def asked_of(plan: MatchingPlan, cohort: Cohort) -> Iterator[Asked]:
    """Yield two questions of each kind with their answers, all alternatives, and every reason."""
    count: Counter[str] = Counter()
    for said in everything_said(plan, cohort, advice=True):
        count[type(said).__name__] += 1
        if count[type(said).__name__] <= 2:
            asked = getattr(said, "mentee", None)
            yield Asked(said, mentee=asked)
    for left in plan.unmatched:
        yield Asked(left.reason, mentee=left.mentee)
    for one in plan.alternatives(within=EVERYTHING, most=2):
        yield Asked(one)


@pytest.fixture(scope="module")
def plans() -> list[Written]:
    """Return some plans."""
    return list(islice(written(), rounds(3, 12)))


def some(changed: Iterator[Changed], most: int, seed: int) -> list[Changed]:
    """Return all changes, or a seeded sample of which each kind has its share."""
    each: dict[str, list[Changed]] = defaultdict(list)
    for one in changed:
        each[one.kind].append(one)
    rng = random.Random(seed)
    firsts = [rng.choice(ones) for ones in each.values()]
    if LONG:
        return [one for ones in each.values() for one in ones]
    return rng.sample(firsts, min(most, len(firsts)))


def test_every_leaf_of_a_plan_is_held(plans: list[Written]) -> None:
    """Each change is refused by the reader or a checker, or the plan is as true as before."""
    refused: Counter[str] = Counter()
    for seed, one in enumerate(plans):
        document = json.loads(plan_to_json(one.plan))
        for changed in some(changes_of(document, one.cohort), 60, seed):
            names = one.refusing(changed)
            refused.update(names or {"nobody"})
            assert names or one.is_as_true(changed), changed.kind
    assert {*refused} >= {"reader", "verify", "Checker"}


UNPROVEN_BY_CHECKER = (
    "certificate[].value",  # of the last lots
    "certificate[].mentees{}",
    "certificate[].mentors{}",
    "seed",
    "version",
    "on",
    "rule_changes",
    "locks",
    "bans",
    "unmatched",  # a crowd that claims less
    "crowds",
)
"""Where `Checker` may accept what only `verify`, or `verify` with the demands, refuses."""


def test_each_checker_refuses_what_it_claims(plans: list[Written]) -> None:
    """`verify` with the demands refuses all but notes and less claimed; `Checker` all but what is named as unproven."""
    for seed, one in enumerate(plans[:2] if not LONG else plans):
        document = json.loads(plan_to_json(one.plan))
        for changed in some(changes_of(document, one.cohort), 40, seed + 50):
            names = one.refusing(changed)
            if not names or names == {"reader"}:
                continue
            assert "verify" in names, changed.kind
            if not changed.kind.startswith(UNPROVEN_BY_CHECKER):
                assert "Checker" in names, changed.kind


def test_every_leaf_of_evidence_is_held(plans: list[Written]) -> None:
    """What stands beside a plan is refused by the reader or by `Checker`, or is true of what it speaks of then."""
    refused: Counter[str] = Counter()
    for seed, one in enumerate(plans):
        document = json.loads(plan_to_json(one.plan, evidence=one.evidence))
        plan = one.plan
        checker = Checker(plan, one.cohort, one.methodology)
        for changed in some(changes_of(document, one.cohort, below=("evidence",)), 80, seed):
            try:
                asked = evidence_from_json(as_text(changed.document))
            except InvalidInputError:
                refused["reader"] += 1
                continue
            try:
                check_all(checker, asked)
            except _REFUSALS:
                refused["Checker"] += 1
                continue
            for other in {*asked} - {*one.evidence}:
                assert _says_nothing_untrue(plan, other, one.evidence), (changed.kind, other)
    assert {*refused} >= {"reader", "Checker"}


def check_all(checker: Checker, asked: tuple[Asked, ...]) -> None:
    """Hold everything that was asked and answered against the plan."""
    alternatives = [one.evidence for one in asked if isinstance(one.evidence, Alternative)]
    checker.check_alternatives(alternatives)
    for one in asked:
        said: Any = one.evidence
        if isinstance(said, (CrowdedOut, NoAdmissibleMentor)):
            assert one.mentee is not None
            checker.check_reason(one.mentee, said)
        elif not isinstance(said, Alternative):
            checker.check(said)


def _says_nothing_untrue(plan: MatchingPlan, asked: Asked, before: tuple[Asked, ...]) -> bool:
    """Return whether an accepted record is what the plan says of its own subject, whatever proves it."""
    said: Any = asked.evidence
    if isinstance(said, CrowdedOut):
        reason = plan.reason_for(asked.mentee or "")
        return isinstance(reason, CrowdedOut) and evolve(said, minimal=True) == reason
    if isinstance(said, NoAdmissibleMentor):
        return said == plan.reason_for(asked.mentee or "")
    if isinstance(said, Alternative):
        same = [one.evidence for one in before if isinstance(one.evidence, Alternative)]
        proof: dict[str, Any] = {"prices": {}, "penalty": 0, "scale": 1}
        return evolve(said, **proof) in [evolve(one, **proof) for one in same]
    if isinstance(said, LockedElsewhere):
        return any((one.mentee, one.mentor) == (said.mentee, said.mentor) for one in plan.locks)
    return is_true(plan, said)
