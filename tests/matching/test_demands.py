"""Hard demands: locks, bans, minimums and priorities, held against every plan there could be."""

import random
from typing import Any

import pytest
from attrs import evolve, frozen

from helpers.crowds import check_crowds, name_crowds_as_a_whole
from helpers.rounds import RULES, Case, matched_by_priority, mentee, mentor, planned, small
from helpers.sizes import rounds
from helpers.worth import worth
from nastavnik import (
    TARGET_MODEL,
    CertificateError,
    Cohort,
    InvalidInputError,
    MatchingPlan,
    Mentee,
    Mentor,
    Professional,
    Pupil,
    Student,
    match,
    verify,
)
from nastavnik.basics.texts import Text
from nastavnik.exchange.json import plan_from_json, plan_to_json
from nastavnik.programme.evidence.reasons import CrowdedOut
from nastavnik.programme.round.demands import Ban, Lock, NoPlanError
from nastavnik.rules import Requirement
from nastavnik.rules.catalogue.pairing import NotBanned


@frozen(kw_only=True)
class Agreeable(Requirement):
    """Everybody suits everybody."""

    id: str = "agreeable"
    sentence: Text = Text(en="They agree.", ru="Они ладят.")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - of anybody
        """Return that it is so."""
        return True


SAMPLE = rounds(140, 700)
"""Rounds whose crowds are held against all plans."""


@pytest.mark.parametrize("chunk", range(rounds(8, 15)))
def test_every_demand_is_met_or_named(chunk: int) -> None:
    """Of some thousand rounds: the best plan that meets all demands, or the contradiction where no plan does.

    Counted are rounds whose locks can be kept and contradictions: over all chunks 533 and 793.
    """
    kept = named = 0
    for seed in range(chunk * 100, chunk * 100 + 100):
        case = Case.drawn(seed)
        best, plan = case.best(), case.matched()
        if best is None:
            assert isinstance(plan, NoPlanError)
            assert all(conflict.repairs for conflict in plan.conflicts), seed
            named += 1
            continue
        assert isinstance(plan, MatchingPlan)
        pairs = {(pair.mentor, pair.mentee) for pair in plan.pairs}
        locked = {(lock.mentor, lock.mentee) for lock in case.locks}
        assert locked <= pairs, seed
        kept += bool(locked)
        for lock in case.locks:
            pair = plan.pair_of(lock.mentee)
            value = case.value_of(lock)
            assert pair is not None
            assert (pair.overridden == ()) == (value is not None), seed
            assert value is None or pair.score == value, seed
        free = sum(pair.score for pair in plan.pairs if (pair.mentor, pair.mentee) not in locked)
        assert (+matched_by_priority(plan, case.cohort), free) == (+best[0], best[1]), seed
        if seed % 4 == 0:
            verify(plan, case.cohort)
            again = plan_from_json(plan_to_json(plan))
            assert again == plan
            verify(again, case.cohort)
    assert kept >= 25
    assert named >= 40


@pytest.mark.parametrize("how", ["at once", "apart", "as a whole"])
def test_crowds_beside_demands(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With locks, bans, minimums and priorities: each crowd is true, and minimal where it says so.

    Counted are the crowds, those without any free place, and those that several mentees share.
    """
    if how == "apart":
        monkeypatch.setattr("nastavnik.matching.candidates.looks._FEW", 0)
    if how == "as a whole":
        name_crowds_as_a_whole(monkeypatch)
    crowds = without_places = shared = 0
    for _, case, plan in planned(range(SAMPLE)):
        locked = {lock.mentee for lock in case.locks}
        banned = {(ban.mentor, ban.mentee) for ban in case.bans}
        fitting = {
            (one.id, two.id)
            for row, two in enumerate(case.cohort.mentees)
            for column, one in enumerate(case.cohort.mentors)
            if case.worth[row][column] is not None
            and two.id not in locked
            and (one.id, two.id) not in banned
        }
        found = check_crowds(plan, fitting, minimal=how != "as a whole")
        if not found:
            continue
        crowds += found
        reasons = [left.reason for left in plan.unmatched if isinstance(left.reason, CrowdedOut)]
        without_places += sum(not crowd.places and crowd.locked > 0 for crowd in reasons)
        shared += len(reasons) - len(set(reasons))
        verify(plan, case.cohort)
        assert plan_from_json(plan_to_json(plan)) == plan
    assert min(crowds // 4, without_places, shared) >= SAMPLE // 35, (
        crowds,
        without_places,
        shared,
    )


class TestLocks:
    """A lock is kept whatever it costs, and says what it overrides."""

    def test_what_is_overridden_stands_in_the_plan(self) -> None:
        """Just the requirements that the pair breaks, however many its lock allows to be broken."""
        cohort, plan = small()
        apart = next(
            (one.id, two.id)
            for k, two in enumerate(cohort.mentees)
            for j, one in enumerate(cohort.mentors)
            if worth(cohort)[k][j] is None and plan.pair_of(two.id) is None
        )
        with pytest.raises(NoPlanError) as caught:
            match(cohort, locks=[Lock(*apart)])
        (conflict,) = caught.value.conflicts
        rules = next(repair.rules for repair in conflict.repairs if repair.kind == "override")
        locked = match(cohort, locks=[Lock(*apart, overriding=rules, by="head", reason="wish")])
        pair = locked.pair_of(apart[1])
        assert pair is not None
        assert pair.mentor == apart[0]
        assert pair.overridden == rules
        assert match(cohort, locks=[Lock(*apart, overriding=RULES)]).pair_of(apart[1]) == pair
        verify(locked, cohort)

    def test_the_same_in_any_order_and_said_twice(self) -> None:
        """Locks and bans are a set."""
        cohort, plan = small()
        locks = [Lock(pair.mentor, pair.mentee) for pair in plan.pairs[:2]]
        bans = [Ban(plan.pairs[2].mentor, plan.pairs[2].mentee)]
        assert match(cohort, locks=locks, bans=bans) == match(
            cohort, locks=[*reversed(locks), locks[0]], bans=bans * 2
        )

    def test_who_asked_is_in_no_repr(self) -> None:
        """Reasons and authors may name children."""
        lock = Lock("m", "p", reason="Invented Name asked", by="Invented Author")
        assert repr(lock) == "Lock('m', 'p')"

    def test_every_fault_at_once(self) -> None:
        """Ids of nobody, a rule of no methodology, oneself, positions that no form joins."""
        cohort, _ = small()
        worker = Mentor(Professional("w", data_consent=True), agreed=True)
        teacher = Mentee(Pupil("t"), agreed=True)
        cohort = Cohort(
            mentees=[*cohort.mentees, teacher],
            mentors=[*cohort.mentors, worker, Mentor(Pupil("t"), agreed=True)],
        )
        locks = [
            Lock("m9", "p1"),
            Lock("m1", "p77"),
            Lock("t", "t"),
            Lock("m1", "p1", overriding=["grade-gab"]),
        ]
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, locks=locks, bans=[Ban("m0", "nobody")])
        codes = sorted(fault.code for fault in caught.value.faults)
        assert codes == ["locked-to-oneself", *["names-nobody"] * 3, "unknown-rule"]

    def test_consents_are_binding(self) -> None:
        """A lock cannot name them; where one is missing, no repair proposes to do without."""
        cohort, _ = small()
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, locks=[Lock("m0", "p0", overriding=["mentee-data-consent", "cleared"])])
        assert [fault.code for fault in caught.value.faults] == ["not-overridable"] * 2
        silent = [evolve(one, agreed=None) for one in cohort.mentees]
        with pytest.raises(NoPlanError) as refused:
            match(
                Cohort(mentees=silent, mentors=cohort.mentors),
                locks=[Lock("m0", "p0", overriding=RULES)],
            )
        (conflict,) = refused.value.conflicts
        assert [repair.kind for repair in conflict.repairs] == ["drop-lock"]

    @pytest.mark.parametrize("last", [True, False])
    def test_of_equal_ways_the_one_that_asks_more(self, last: bool) -> None:
        """A locked pair that two role models suit alike is of the one with more requirements, wherever that stands."""
        cohort, _ = small()
        form = TARGET_MODEL.form("student-pupil")
        plain = evolve(form.role_models[0], requirements=(), categories=frozenset())
        plain = evolve(plain, binding_source=None, tasks=frozenset())
        asking = evolve(plain, id="asking", requirements=(Agreeable(),))
        both = (plain, asking) if last else (asking, plain)
        rules = evolve(TARGET_MODEL, forms=(evolve(form, role_models=both),))
        plan = match(cohort, rules, locks=[Lock("m0", "p0", overriding=["can-meet"])])
        assert plan.pairs_of("m0")[0].role_model == "asking"

    def test_positions_that_no_form_joins(self) -> None:
        """No lock makes a pupil the mentor of a student."""
        pupil, student = Pupil("a"), Student("b")
        cohort = Cohort(mentees=[Mentee(student)], mentors=[Mentor(pupil)])
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, locks=[Lock("a", "b", overriding=RULES)])
        assert [fault.code for fault in caught.value.faults] == ["no-form-joins"]

    def test_what_is_no_lock(self) -> None:
        """A tuple is not taken for a lock."""
        cohort, _ = small()
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, locks=[("m0", "p0")])  # type: ignore[list-item]
        assert [fault.code for fault in caught.value.faults] == ["not-a-demand"]


class TestBans:
    """A ban keeps the pair out of the plan and is named as a reason."""

    def test_a_methodology_that_does_not_ask(self) -> None:
        """Where no rule heeds bans, giving one is an error, and not without effect."""
        cohort, plan = small()
        deaf = TARGET_MODEL.without_rule("not-banned")
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, deaf, bans=[Ban(plan.pairs[0].mentor, plan.pairs[0].mentee)])
        assert [fault.code for fault in caught.value.faults] == ["bans-unheeded"]

    @pytest.mark.parametrize("deaf", [0, -1])
    def test_one_role_model_that_does_not_ask(self, deaf: int) -> None:
        """A ban that a single role model would not heed is not taken: the pair might be formed there."""
        cohort, plan = small()
        (form,) = (one for one in TARGET_MODEL.forms if one.id == plan.pairs[0].form)
        models = [
            evolve(one, requirements=(*one.requirements, NotBanned())) for one in form.role_models
        ]
        models[deaf] = form.role_models[deaf]
        asking = evolve(form, role_models=tuple(models))
        rules = evolve(TARGET_MODEL.without_rule("not-banned"), forms=(asking,))
        with pytest.raises(InvalidInputError) as caught:
            match(cohort, rules, bans=[Ban(plan.pairs[0].mentor, plan.pairs[0].mentee)])
        assert [fault.code for fault in caught.value.faults] == ["bans-unheeded"]

    def test_the_cohort_is_not_changed(self) -> None:
        """The people stay as they were, and so does the digest in the plan."""
        cohort, plan = small()
        ban = Ban(plan.pairs[0].mentor, plan.pairs[0].mentee)
        banned = match(cohort, bans=[ban])
        assert cohort.mentee(ban.mentee).bans == frozenset()
        assert banned.cohort_digest == plan.cohort_digest
        assert (ban.mentor, ban.mentee) not in {(p.mentor, p.mentee) for p in banned.pairs}


@pytest.mark.parametrize("seed", range(6))
def test_of_equal_mentors_the_minimums_are_filled_first(seed: int) -> None:
    """Three mentees for two equals of three places: who must have two has two, whatever the lot says."""
    rng = random.Random(1)
    first, other = mentor("m0", rng, 3, 0), mentor("m1", rng, 3, 2)
    alike = evolve(other, person=evolve(first.person, id="m1"), subjects=first.subjects)
    one = mentee("p0", rng)
    person = evolve(one.person, place=first.person.place, interests=first.person.interests)
    wishing = evolve(one, person=person, subjects=first.subjects)
    mentees = [evolve(wishing, person=evolve(person, id=f"p{k}")) for k in range(3)]
    cohort = Cohort(mentees=mentees, mentors=[first, alike])
    plan = match(cohort, seed=seed)
    assert plan.matched == 3
    assert len(plan.pairs_of("m1")) >= 2
    verify(plan, cohort)
    moved = tuple(evolve(pair, mentor="m0") for pair in plan.pairs)
    with pytest.raises(CertificateError, match="'m1' has 0 mentees, and must have from 2 to 3"):
        verify(evolve(plan, pairs=moved), cohort)


@pytest.mark.parametrize("seed", range(8))
def test_a_minimum_takes_every_place_that_it_needs(seed: int) -> None:
    """Three equals, of whom some must have one or two, and just as many mentees: each minimum is met."""
    rng = random.Random(1)
    first, one = mentor("m0", rng, 2, 0), mentee("p0", rng)
    person = evolve(one.person, place=first.person.place, interests=first.person.interests)
    wishing = evolve(one, person=person, subjects=first.subjects)
    minimums = random.Random(seed).choice(((2, 0, 0), (0, 2, 1), (1, 0, 2), (0, 0, 2)))
    alike = [
        evolve(first, person=evolve(first.person, id=f"m{k}"), minimum=least)
        for k, least in enumerate(minimums)
    ]
    mentees = [evolve(wishing, person=evolve(person, id=f"p{k}")) for k in range(sum(minimums))]
    cohort = Cohort(mentees=mentees, mentors=alike)
    plan = match(cohort, seed=seed)
    assert [len(plan.pairs_of(mentor.id)) for mentor in alike] == [*minimums]
    verify(plan, cohort)


class TestVerify:
    """A plan whose locks were tampered with is refused."""

    @pytest.fixture
    def locked(self) -> tuple[Cohort, MatchingPlan]:
        """Return a plan with a lock that overrides a rule."""
        cohort, plan = small()
        apart = next(
            (one.id, two.id)
            for row, two in zip(worth(cohort), cohort.mentees, strict=True)
            for value, one in zip(row, cohort.mentors, strict=True)
            if value is None and plan.pair_of(two.id) is None
        )
        return cohort, match(cohort, locks=[Lock(*apart, overriding=RULES)])

    def test_a_lock_left_out(self, locked: tuple[Cohort, MatchingPlan]) -> None:
        """The pair is there, the lock that allowed it is not."""
        cohort, plan = locked
        with pytest.raises(CertificateError):
            verify(evolve(plan, locks=()), cohort)

    def test_a_lock_or_ban_more(self, locked: tuple[Cohort, MatchingPlan]) -> None:
        """What was not asked for was not kept."""
        cohort, plan = locked
        left = plan.unmatched[0].mentee
        with pytest.raises(CertificateError):
            verify(evolve(plan, locks=(*plan.locks, Lock("m1", left, overriding=RULES))), cohort)
        free = next(pair for pair in plan.pairs if not pair.overridden)
        with pytest.raises(CertificateError):
            verify(evolve(plan, bans=(Ban(free.mentor, free.mentee),)), cohort)

    def test_what_is_overridden_is_checked(self, locked: tuple[Cohort, MatchingPlan]) -> None:
        """Neither more nor fewer rules than the pair breaks, and none without a lock."""
        cohort, plan = locked
        for changed in ((), ("agreed-mentor",)):
            pairs = tuple(
                evolve(pair, overridden=changed) if pair.overridden != changed else pair
                for pair in plan.pairs
            )
            with pytest.raises(CertificateError):
                verify(evolve(plan, pairs=pairs), cohort)
