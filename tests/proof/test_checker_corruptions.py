"""Whatever is changed in a plan, or in what is said of it, is refused by the short checker."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import numpy as np
import pytest
from attrs import evolve

from helpers.leaves import words_of
from helpers.rounds import RULES, Case, mentee, mentor, planned
from helpers.sayings import EVERYTHING, everything_said, is_true
from helpers.sizes import rounds
from nastavnik import TARGET_MODEL, CertificateError, Cohort, Lock, MatchingPlan, NoPlanError, match
from nastavnik.assignment import Goal
from nastavnik.matching.answers.audiences import failed_of
from nastavnik.programme.evidence import (
    Advice,
    Chosen,
    Displaced,
    Ground,
    Impossible,
    Inadmissible,
)
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.round import invented_town
from nastavnik.proof.checker import Checker
from nastavnik.proof.checker.rounds import TableRound
from nastavnik.rules.evaluation import judge

UNTOUCHED = {"prices", "profile", "parameter", "conflicts", "kind"}
"""What is not a claim of its own, or is corrupted apart."""


def ids_of(cohort: Cohort) -> dict[str, list[str]]:
    """Return who there is, by side."""
    return {
        "mentee": [one.id for one in cohort.mentees],
        "mentor": [one.id for one in cohort.mentors],
    }


def corrupted(value: Any, ids: Mapping[str, list[str]]) -> Iterator[Any]:
    """Yield a record with one thing in it changed: a person, a number, one element more or fewer."""
    for attribute in attrs.fields(type(value)):
        if attribute.name in UNTOUCHED:
            continue
        for other in other_values(getattr(value, attribute.name), attribute.name, ids):
            yield attrs.evolve(value, **{attribute.name: other})


def other_values(value: Any, name: str, ids: Mapping[str, list[str]]) -> Iterator[Any]:
    """Yield what might stand in a field instead."""
    side = "mentor" if "mentor" in name or name in {"before", "after"} else "mentee"
    known = ids[side] if name in {"mentor", "mentee", "mentors", "mentees"} else []
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    elif isinstance(value, str):
        yield from (one for one in known[:3] or words_of(name) if one != value)
    elif isinstance(value, tuple):
        yield from other_tuples(value, known, ids)
    elif isinstance(value, Mapping):
        for key, number in value.items():
            yield {name: other for name, other in value.items() if name != key}
            yield {**value, key: number + 1 if isinstance(number, int) else "other"}


def other_tuples(
    value: tuple[Any, ...], known: list[str], ids: Mapping[str, list[str]]
) -> Iterator[tuple[Any, ...]]:
    """Yield a tuple with an element fewer, another element, or one more."""
    for at, element in enumerate(value):
        yield value[:at] + value[at + 1 :]
        if attrs.has(type(element)):
            others = list(corrupted(element, ids))
        elif isinstance(element, str):
            others = [other for other in known if other not in value]
        elif isinstance(element, int):
            others = [element - 1, element + 1]
        else:  # gains by priority
            others = [(element[0], element[1] + 1)]
        yield from ((*value[:at], other, *value[at + 1 :]) for other in others)
    yield from (tuple(sorted((*value, other))) for other in known if other not in value)


@pytest.mark.parametrize("chunk", range(rounds(1, 6)))
def test_what_is_changed_is_refused(chunk: int) -> None:
    """A person, number, rule or fact changed in any record of many rounds; only what is true as well may pass."""
    refused: Counter[str] = Counter()
    for seed, case, plan in planned(range(chunk * 25, chunk * 25 + 25)):
        checker = Checker(plan, case.cohort)
        ids = ids_of(case.cohort)
        for said in everything_said(plan, case.cohort, advice=seed % 8 == 0):
            for other in corrupted(said, ids):
                try:
                    checker.check(other)
                except CertificateError:
                    refused[type(said).__name__] += 1
                else:
                    assert is_true(plan, other), other
        for left in plan.unmatched:
            for reason in corrupted(left.reason, ids):
                if isinstance(reason, CrowdedOut) and not reason.minimal:
                    continue  # claims less, and that is true as well
                with pytest.raises(CertificateError):
                    checker.check_reason(left.mentee, reason)
                refused[type(left.reason).__name__] += 1
    kinds = {"Chosen", "Displaced", "FreePlaces", "Inadmissible", "NoAdmissibleMentor"}
    assert set(refused) >= kinds


@pytest.mark.parametrize("seed", range(30))
def test_changed_alternatives_are_refused(seed: int) -> None:
    """Totals, differences and mentors; a penalty may be another, as long as it proves the claim."""
    case = Case.drawn(seed)
    plan = case.matched()
    if isinstance(plan, NoPlanError):
        return
    checker = Checker(plan, case.cohort)
    found = plan.alternatives(within=EVERYTHING)
    ids = ids_of(case.cohort)
    for at, one in enumerate(found):
        for other in corrupted(one, ids):
            if (other.penalty, other.scale) != (one.penalty, one.scale):
                continue
            with pytest.raises(CertificateError):
                checker.check_alternatives([*found[:at], other, *found[at + 1 :]])
        if len(found) > 1 and found[0].total != found[1].total:
            with pytest.raises(CertificateError):
                checker.check_alternatives(found[::-1])


def test_contradictions_that_are_changed() -> None:
    """A demand fewer, a demand too many, a repair that does not help."""
    refused = 0
    for _, case, plan in planned(range(rounds(45, 90))):
        checker = Checker(plan, case.cohort)
        for said in everything_said(plan, case.cohort):
            if not isinstance(said, Impossible):
                continue
            conflict = said.conflicts[0]
            others = [
                attrs.evolve(conflict, demands=conflict.demands[1:]),
                attrs.evolve(
                    conflict, demands=(*conflict.demands, *case.bans[:1], *case.locks[:1])
                ),
                attrs.evolve(conflict, reachable=conflict.reachable[1:]),
                attrs.evolve(conflict, reachable=("p0", *conflict.reachable, "p9")),
                *(
                    attrs.evolve(
                        conflict, repairs=(attrs.evolve(repair, to=(repair.to or 0) + step),)
                    )
                    for repair in conflict.repairs
                    for step in ((1,) if repair.kind == "lower-minimum" else (-1,))
                    if repair.to is not None
                ),
            ]
            for other in others:
                if other == conflict:
                    continue
                with pytest.raises(CertificateError):
                    checker.check(attrs.evolve(said, conflicts=(other,)))
                refused += 1
            with pytest.raises(CertificateError):
                checker.check(attrs.evolve(said, conflicts=()))
    assert refused > 10


def test_a_crowd_that_is_too_large_is_refused() -> None:
    """Two crowds that hold different mentors: their union is full as well, but not minimal."""
    rng = random.Random(3)
    found = 0
    for _, case, plan in planned(range(100)):
        if case.locks:
            continue
        for left in plan.unmatched:
            if not isinstance(left.reason, CrowdedOut):
                continue
            others = [one for one in case.cohort.mentors if one.id not in left.reason.mentors]
            full = [one for one in others if len(plan.pairs_of(one.id)) == one.capacity]
            if not full:
                continue
            more = rng.choice(full)
            held = {pair.mentee for pair in plan.pairs_of(more.id)}
            union = attrs.evolve(
                left.reason,
                mentors=tuple(sorted({*left.reason.mentors, more.id})),
                mentees=tuple(sorted({*left.reason.mentees, *held})),
                places=left.reason.places + more.capacity,
            )
            with pytest.raises(CertificateError):
                Checker(plan, case.cohort).check_reason(left.mentee, union)
            found += 1
    assert found


def test_a_stale_plan_is_refused() -> None:
    """Other people, other rules, or the plan of yesterday with today's evidence."""
    case = Case.drawn(8)
    plan = case.matched()
    assert isinstance(plan, MatchingPlan)
    fewer = Cohort(mentees=case.cohort.mentees[1:], mentors=case.cohort.mentors)
    with pytest.raises(CertificateError, match="other people"):
        Checker(plan, fewer)
    stale = 0
    for seed in range(60):
        case = Case.drawn(seed)
        plan, changed = attrs.evolve(case, locks=()).matched(), case.matched()
        if not case.locks or isinstance(plan, NoPlanError) or isinstance(changed, NoPlanError):
            continue
        checker = Checker(changed, case.cohort)
        for said in everything_said(plan, case.cohort):
            try:
                checker.check(said)
            except CertificateError:
                stale += 1
            else:
                assert is_true(changed, said)
    assert stale > 50


def test_a_plan_that_is_changed_is_refused() -> None:
    """Pairs, totals, prices, reasons and locks of a plan."""
    for _, case, plan in planned(range(30)):
        others = [
            attrs.evolve(plan, total=plan.total + 1),
            attrs.evolve(plan, pairs=plan.pairs[1:]) if plan.pairs else None,
            attrs.evolve(plan, unmatched=plan.unmatched[1:]) if plan.unmatched else None,
            *(
                attrs.evolve(plan, locks=(*plan.locks, Lock("m0", left.mentee)))
                for left in plan.unmatched
            ),
            *(
                attrs.evolve(
                    plan,
                    pairs=tuple(
                        attrs.evolve(pair, score=pair.score + 1) if pair is one else pair
                        for pair in plan.pairs
                    ),
                )
                for one in plan.pairs
            ),
        ]
        for other in others:
            if other is not None:
                with pytest.raises((CertificateError, ValueError)):
                    Checker(other, case.cohort)


def test_prices_that_prove_nothing_are_refused() -> None:
    """Of a loss that is true, prices far from any that prove it."""
    refused = 0
    for _, case, plan in planned(range(60)):
        checker = Checker(plan, case.cohort)
        for said in everything_said(plan, case.cohort):
            if not isinstance(said, Displaced):
                continue
            size = len(next(iter(plan.prices.values())))
            for one in case.cohort.mentors:
                wrong = {**said.prices, one.id: (9, *[0] * (size - 1))}
                free = one.capacity > np.sum([p.mentor == one.id for p in plan.pairs])
                if free and one.id != said.mentor:
                    try:
                        checker.check(attrs.evolve(said, prices=wrong))
                    except CertificateError:
                        refused += 1
                    else:  # the changes fill it
                        assert any(change.after == one.id for change in said.changes)
            with pytest.raises(CertificateError):
                checker.check(attrs.evolve(said, prices={**said.prices, "nobody": (0,) * size}))
            with pytest.raises(CertificateError):
                checker.check(attrs.evolve(said, prices={said.mentor: (0,) * (size + 1)}))
    assert refused


def test_another_role_model_that_is_not_the_nearest_is_refused() -> None:
    """What stands in the way is told of the role model that fails least, whichever of those that fail as little."""
    refused = accepted = 0
    for _, case, plan in planned(range(40)):
        checker = Checker(plan, case.cohort)
        rules = checker._round.methodology
        for said in everything_said(plan, case.cohort):
            if not isinstance(said, Inadmissible) or said.form is None:
                continue
            form = rules.form(said.form)
            two: Any = checker._round.mentees[checker._round.row[said.mentee]]
            one = case.cohort.mentor(said.mentor)
            for role_model in form.role_models:
                verdicts = [
                    (rule, judge(rule, one, two))
                    for rule in rules.requirements_of(form, role_model)
                ]
                failed = tuple(
                    failed_of(rule, verdict, one, two)
                    for rule, verdict in verdicts
                    if not verdict.holds
                )
                other = attrs.evolve(said, role_model=role_model.id, failed=failed)
                if len(failed) == len(said.failed):
                    checker.check(other)
                    accepted += 1
                    continue
                with pytest.raises(CertificateError, match="nearer"):
                    checker.check(other)
                refused += 1
    assert refused > 10
    assert accepted > 10


def test_a_loss_names_its_priority_where_only_locked_mentees_have_another() -> None:
    """The round has two priorities then, and a loss of one mentee says of which."""
    rng = random.Random(0)
    mentors = [mentor(name, rng, 1, 0) for name in ("m0", "m1", "m2")]
    mentors = [
        evolve(one, person=evolve(one.person, place=place))
        for one, place in zip(mentors, ("north", "south", "north"), strict=True)
    ]
    stuck, free, first = (mentee(name, rng, 5 - 4 * (name == "p2")) for name in ("p0", "p1", "p2"))
    mentees = [
        evolve(stuck, bans={"m1", "m2"}),
        evolve(free, bans={"m2"}),
        first,
    ]
    mentees = [evolve(one, person=evolve(one.person, place=None, online=True)) for one in mentees]
    mentors = [evolve(one, person=evolve(one.person, online=True)) for one in mentors]
    cohort = Cohort(mentees=mentees, mentors=mentors)
    plan = match(cohort, locks=[Lock("m2", "p2", overriding=RULES)])
    assert {(pair.mentee, pair.mentor) for pair in plan.pairs} == {
        ("p0", "m0"),
        ("p1", "m1"),
        ("p2", "m2"),
    }
    said = plan.explain("p1", "m0")
    assert isinstance(said, Displaced)
    coverage = [(loss.priority, loss.amount) for loss in said.losses if loss.goal is Goal.COVERAGE]
    assert coverage == [(5, 1)]
    checker = Checker(plan, cohort)
    checker.check(said)
    unnamed = tuple(attrs.evolve(loss, priority=None) for loss in said.losses)
    with pytest.raises(CertificateError, match="losses"):
        checker.check(attrs.evolve(said, losses=unnamed))


def test_what_could_only_pass_by_overflow_or_exhaustion_is_refused() -> None:
    """Prices beyond 64 bits, numberless newcomers, strangers, and a pair that stands twice."""
    cohort = invented_town()
    plan = match(cohort)
    checker = Checker(plan, cohort)
    left = next(one.mentee for one in plan.unmatched if isinstance(one.reason, CrowdedOut))
    displaced = next(
        said
        for one in cohort.mentors
        if isinstance(said := plan.explain(left, one.id), Displaced) and said.losses
    )
    wrong: list[Any] = [
        attrs.evolve(displaced, prices={**displaced.prices, name: (0, number)})
        for name in list(displaced.prices)[:2]
        for number in (2**63 - 1, -(2**63), 2**70)
    ]
    profile = mentor("new", random.Random(0), 1, 0)
    advice = Advice(profile=profile, gains=(), points=0)
    wrong += [attrs.evolve(advice, count=count) for count in (0, -1, 10**9)]
    known = evolve(profile, person=evolve(profile.person, id=cohort.mentors[0].id))
    wrong.append(attrs.evolve(advice, profile=known))
    chosen = plan.explain(plan.pairs[0].mentee)
    assert isinstance(chosen, Chosen)
    wrong += [attrs.evolve(chosen, mentee="nobody"), attrs.evolve(chosen, mentor="nobody")]
    ground = Ground(rule="common-interests", facts={"mentee.person.interests": ("nothing",)})
    wrong.append(attrs.evolve(chosen, grounds=(*chosen.grounds, ground)))
    for one in wrong:
        with pytest.raises(CertificateError):
            checker.check(one)
    (other,) = plan.alternatives(within=100, most=1)
    twice = attrs.evolve(
        other,
        pairs=(*other.pairs, other.pairs[-1]),
        total=other.total + other.pairs[-1].score,
    )
    for changed in (twice, attrs.evolve(other, scale=2**62), attrs.evolve(other, penalty=-1)):
        with pytest.raises(CertificateError):
            checker.check_alternatives([changed])


class TestPrices:
    """The argument itself, on tables of a few numbers: prices that would prove what is not so."""

    @staticmethod
    def table(points: list[list[int]], most: list[int], least: list[int]) -> TableRound:
        """Return a round of as many mentees and mentors, with these points."""
        rng = random.Random(0)
        cohort = Cohort(
            mentees=[mentee(f"p{k}", rng) for k in range(len(points))],
            mentors=[mentor(f"m{k}", rng, most[k], least[k]) for k in range(len(most))],
        )
        here = TableRound(cohort, TARGET_MODEL)
        here.score = np.array(points)
        return here

    def test_what_is_best_is_accepted(self) -> None:
        """Two mentees, one place: the one with more points has it, and it costs what the other would give."""
        here = self.table([[5], [7]], [1], [0])
        here.check_best(np.array([-1, 0]), np.array([[1, 5]]))
        here.check_best(np.array([-1, 0]), np.array([[1, 7]]))

    @pytest.mark.parametrize(
        ("points", "most", "least", "at", "prices"),
        [
            ([[5], [7]], [1], [0], [0, -1], [[1, 8]]),  # who is there would rather be nowhere
            ([[5], [7]], [1], [0], [0, -1], [[1, 5]]),  # the other would rather be there
            (
                [[5, 6]],
                [1, 1],
                [0, 0],
                [0],
                [[0, -2], [0, 0]],
            ),  # it pays to be where nobody must be
            ([[5, 6]], [1, 1], [0, 0], [0], [[0, 0], [0, 3]]),  # a free place costs something
            ([[5, 6]], [1, 1], [0, 0], [-1], [[1, 5], [1, 6]]),  # free places both
            ([[5, -1]], [1, 1], [0, 0], [1], [[1, 5], [0, 0]]),  # where they may not be
            ([[5], [7]], [1], [0], [0, 0], [[0, 0]]),  # more than there are places
            ([[5, 6]], [1, 1], [1, 0], [1], [[0, 0], [0, 0]]),  # fewer than there must be
        ],
    )
    def test_what_is_not_is_refused(
        self,
        points: list[list[int]],
        most: list[int],
        least: list[int],
        at: list[int],
        prices: list[list[int]],
    ) -> None:
        """One thing is wrong each time."""
        here = self.table(points, most, least)
        with pytest.raises(CertificateError):
            here.check_best(np.array(at), np.array(prices))

    def test_a_minimum_may_be_worth_a_price_below_nothing(self) -> None:
        """The mentor who must have somebody pays for it, and nobody can be spared."""
        here = self.table([[5, 6]], [1, 1], [1, 0])
        here.check_best(np.array([0]), np.array([[0, -1], [0, 0]]))
