"""From classes to people: equals have equal chances, and nobody's name or place in a list counts."""

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy as np
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import pupils
from helpers.chances import EXCEEDED_BY_CHANCE, chi_square
from helpers.cohorts import shuffled
from helpers.crowds import name_crowds_as_a_whole
from helpers.prices import bumped, with_prices
from helpers.pupils import PUPILS, WILLING
from helpers.sizes import examples
from nastavnik import (
    CertificateError,
    Cohort,
    MatchingPlan,
    Mentee,
    Mentor,
    Unmatched,
    match,
    verify,
)
from nastavnik.assignment import Assignment, solve
from nastavnik.matching.candidates import candidates
from nastavnik.matching.solution.deal import People, deal, draw_of
from nastavnik.programme.evidence.reasons import CrowdedOut

SEEDS = 2000
Dealt = dict[str, str]
"""Each matched mentee's mentor."""


def mentee(ident: str, *interests: str) -> Mentee:
    """Invent a mentee; without interests all agree in everything."""
    return pupils.mentee(ident, interests={"chess", *interests})


def mentor(ident: str, capacity: int = 1, *interests: str) -> Mentor:
    """Invent a mentor; without interests all agree in everything but their places."""
    return pupils.mentor(ident, capacity, interests={"chess", *interests})


def speaking(role: Any, languages: set[str]) -> Any:
    """Return a role of somebody who speaks these languages."""
    return evolve(role, person=evolve(role.person, languages=languages))


def dealer(cohort: Cohort, *, once: bool = False) -> Callable[[int], Dealt]:
    """Return what deals a cohort's places under a seed, as `match` does, without reasons and proof.

    Args:
        cohort: all of one school.
        once: how many of which class go where is no matter of the seed, and is solved once.
    """
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, PUPILS)
    numbers = [found.numbers(partition) for partition in found.partitions]
    solved: dict[int, Assignment] = {}

    def dealt(seed: int) -> Dealt:
        people = People.of(found, seed)
        pairs: Dealt = {}
        for k, partition in enumerate(found.partitions):
            if not once or k not in solved:
                solved[k] = solve(numbers[k], draw_of(found, partition, people))
            best = solved[k]
            flows = best.rows, best.columns, best.amounts
            mentees, mentors = deal(found, partition, flows, people)
            for here, there in zip(mentees.tolist(), mentors.tolist(), strict=True):
                pairs[found.mentees.ids[int(here)]] = found.mentors.ids[int(there)]
        return pairs

    return dealt


def size_of_classes(cohort: Cohort) -> tuple[list[int], list[int]]:
    """Return the sizes of the classes of mentees and mentors."""
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, PUPILS)
    return found.rows.sizes.tolist(), found.columns.sizes.tolist()


class TestChances:
    """Over many seeds equals get places equally often."""

    @pytest.mark.parametrize(
        ("names", "places"), [("abcd", 1), ("abcd", 3), (("лиса", "волк", "0", "zz"), 1)]
    )
    def test_equals_of_one_class(self, names: Sequence[str], places: int) -> None:
        """Four mentees alike and fewer places: each gets one equally often, whatever they are called."""
        cohort = Cohort(
            mentees=[mentee(name) for name in names], mentors=[mentor("m", capacity=places)]
        )
        assert size_of_classes(cohort) == ([4], [1])
        dealt = dealer(cohort, once=True)
        wins = Counter(name for seed in range(SEEDS) for name in dealt(seed))
        assert chi_square(wins, names, places, SEEDS) < EXCEEDED_BY_CHANCE[3], wins

    def test_who_is_alone_has_the_odds_of_each_of_three(self) -> None:
        """A class of three and one alone, all worth the same: the class has no one chance, but three."""
        some = [*map(mentee, "abc"), mentee("d", "theatre")]
        cohort = Cohort(mentees=some, mentors=[mentor("m", capacity=1)])
        assert size_of_classes(cohort) == ([3, 1], [1])
        dealt = dealer(cohort)
        wins = Counter(name for seed in range(SEEDS) for name in dealt(seed))
        assert chi_square(wins, "abcd", 1, SEEDS) < EXCEEDED_BY_CHANCE[3], wins

    def test_every_mentee_meets_every_mentor(self) -> None:
        """With whom of four equal mentors a mentee comes together is even, and who gets two mentees."""
        some = [mentor(name, capacity=2) for name in "mnop"]
        dealt = dealer(Cohort(mentees=[*map(mentee, "abcde")], mentors=some), once=True)
        all_dealt = [dealt(seed) for seed in range(SEEDS)]
        for name in "abcde":
            met = Counter(pairs[name] for pairs in all_dealt)
            assert chi_square(met, "mnop", 1, SEEDS) < EXCEEDED_BY_CHANCE[3], met
        twice = Counter(
            name for pairs in all_dealt for name, k in Counter(pairs.values()).items() if k == 2
        )
        assert chi_square(twice, "mnop", 1, SEEDS) < EXCEEDED_BY_CHANCE[3], twice

    def test_mentees_and_mentors_are_dealt_independently(self) -> None:
        """Who won a place against equals is not likelier with one mentor than with another."""
        some = [mentor(name) for name in "mn"]
        dealt = dealer(Cohort(mentees=[*map(mentee, "abc")], mentors=some), once=True)
        pairs = Counter(frozenset(dealt(seed).items()) for seed in range(SEEDS))
        assert len(pairs) == 6
        expected = SEEDS / 6
        assert (
            sum((k - expected) ** 2 / expected for k in pairs.values()) < EXCEEDED_BY_CHANCE[5]
        ), pairs

    def test_equals_go_to_two_classes_of_mentors_equally_often(self) -> None:
        """Two of four alike go to one mentor, two to another who differs: each of them to each equally often."""
        ready = [mentor("m", 2), mentor("n", 2, "art")]
        cohort = Cohort(mentees=[*map(mentee, "abcd")], mentors=ready)
        assert size_of_classes(cohort) == ([4], [1, 1])
        dealt = dealer(cohort, once=True)
        with_m = Counter(a for seed in range(SEEDS) for a, b in dealt(seed).items() if b == "m")
        assert chi_square(with_m, "abcd", 2, SEEDS) < EXCEEDED_BY_CHANCE[3], with_m

    def test_the_best_ticket_for_a_place_is_no_claim_on_a_mentor(self) -> None:
        """Who would win an only place goes, where there are places for all, to either class equally often."""
        some = [*map(mentee, "abcd")]
        ready = [mentor("m", 2), mentor("n", 2, "art")]
        only = dealer(Cohort(mentees=some, mentors=[mentor("m")]), once=True)
        dealt = dealer(Cohort(mentees=some, mentors=ready), once=True)
        met: Counter[str] = Counter()
        for seed in range(SEEDS):
            (winner,) = only(seed)
            met[dealt(seed)[winner]] += 1
        assert chi_square(met, "mn", 1, SEEDS) < EXCEEDED_BY_CHANCE[1], met

    def test_who_shares_a_mentor_is_a_matter_of_lot(self) -> None:
        """Of two alike and one who differs any two share a mentor equally often."""
        some = [mentee("a"), mentee("b"), mentee("c", "art")]
        cohort = Cohort(mentees=some, mentors=[mentor("m", 2), mentor("n", 2)])
        assert size_of_classes(cohort) == ([2, 1], [2])
        dealt = dealer(cohort, once=True)
        apart: Counter[str] = Counter()
        for seed in range(SEEDS):
            pairs = dealt(seed)
            load = Counter(pairs.values())
            apart.update(name for name, by in pairs.items() if load[by] == 1)
        assert chi_square(apart, "abc", 1, SEEDS) < EXCEEDED_BY_CHANCE[2], apart


@st.composite
def rounds(draw: st.DrawFn) -> Cohort:
    """Draw some classes of mentees and of mentors with one to four places."""
    further = st.sampled_from([(), (), ("art",), ("go", "art")])
    some = [mentee(f"a{k}", *draw(further)) for k in range(draw(st.integers(1, 9)))]
    ready = [
        mentor(f"m{k}", draw(st.integers(1, 4)), *draw(further))
        for k in range(draw(st.integers(1, 6)))
    ]
    return Cohort(mentees=some, mentors=ready)


class TestPlaces:
    """Mentors of one class are used evenly and never beyond their places."""

    @given(rounds(), st.integers(0, 5))
    def test_nobody_gets_two_while_another_of_the_class_has_none(
        self, cohort: Cohort, seed: int
    ) -> None:
        """Of two alike the one with two mentees more has them because the other is full."""
        load = Counter(dealer(cohort)(seed).values())
        assert sum(load.values()) == min(len(cohort.mentees), cohort.places)
        for one in cohort.mentors:
            assert load[one.id] <= one.capacity
            for other in cohort.mentors:
                alike = one.person.interests == other.person.interests
                if alike and load[one.id] > load[other.id] + 1:
                    assert load[other.id] == other.capacity

    @settings(max_examples=examples(30))
    @given(rounds(), st.integers(0, 5))
    def test_match_deals_the_same(self, cohort: Cohort, seed: int) -> None:
        """What these tests deal is what `match` does, and it is proven."""
        plan = match(cohort, PUPILS, seed=seed)
        assert {pair.mentee: pair.mentor for pair in plan.pairs} == dealer(cohort)(seed)
        verify(plan, cohort, PUPILS)

    @settings(max_examples=examples(30))
    @given(rounds(), st.integers(0, 5), st.randoms(use_true_random=False))
    def test_order_of_the_input_does_not_matter(
        self, cohort: Cohort, seed: int, random: Random
    ) -> None:
        """The same people from another list get the same mentors."""
        assert dealer(shuffled(cohort, random))(seed) == dealer(cohort)(seed)


def test_who_takes_both_roles_has_a_lot_in_each() -> None:
    """A pupil's luck as a mentee is not that of the same pupil as a mentor."""
    both = [pupils.pupil(name, 8) for name in "abcd"]
    cohort = Cohort(
        mentees=[Mentee(person, category="active", **WILLING) for person in both],
        mentors=[Mentor(person, trained=True, **WILLING) for person in both],
    )
    people = People.of(candidates(cohort.mentee_facts, cohort.mentor_facts, PUPILS), 0)
    assert np.unique(np.concatenate([people.mentees, people.mentors])).size == 8


def test_newcomers_change_nobodys_lots() -> None:
    """Who is first by id, and meets none of the others of the partition, leaves them the mentors they had."""
    some = [speaking(one, {"ru"}) for one in (mentee("a", "go"), mentee("b", "art"))]
    ready = [speaking(one, {"ru"}) for one in (mentor("m", 1, "dance"), mentor("n", 1, "theatre"))]
    before = Cohort(mentees=some, mentors=ready)
    after = Cohort(
        mentees=[speaking(mentee("0"), {"en"}), *some],
        mentors=[speaking(mentor("1"), {"en"}), *ready],
    )
    assert size_of_classes(after) == ([1, 1, 1], [1, 1, 1])
    assert len(candidates(after.mentee_facts, after.mentor_facts, PUPILS).partitions) == 1
    old, new = dealer(before), dealer(after)
    assert [new(seed) for seed in range(40)] == [{"0": "1", **old(seed)} for seed in range(40)]
    assert {old(seed)["a"] for seed in range(40)} == {"m", "n"}


TWO = Cohort(mentees=[mentee(name) for name in "abcde"], mentors=[mentor("m", 2), mentor("n", 2)])
"""Five mentees alike, two mentors alike with two places each."""

EVEN = Cohort(mentees=[mentee("a"), mentee("b")], mentors=TWO.mentors)
"""Two mentees alike; each mentor gets one."""


def with_mentors(plan: MatchingPlan, mentor_of: Dealt) -> MatchingPlan:
    """Return the plan with other mentors."""
    pairs = tuple(evolve(pair, mentor=mentor_of[pair.mentee]) for pair in plan.pairs)
    return evolve(plan, pairs=pairs)


class TestCertificate:
    """`verify` looks at equals too."""

    def test_the_plans_are_true(self) -> None:
        """Before they are changed."""
        for cohort in (TWO, EVEN):
            verify(match(cohort, PUPILS), cohort, PUPILS)
        assert size_of_classes(TWO) == ([5], [2])

    @pytest.mark.parametrize("goal", range(4))
    @pytest.mark.parametrize(("side", "place"), [("rows", 1), ("rows", 4), ("columns", 1)])
    def test_equals_have_one_price(self, goal: int, side: str, place: int) -> None:
        """Another price for one of a class is refused, by name."""
        name = "abcde"[place] if side == "rows" else "mn"[place]
        plan = match(TWO, PUPILS)
        prices = getattr(plan.certificate.goals[goal], side)
        changed = with_prices(plan, goal, **{side: bumped(prices, place, 1)})
        with pytest.raises(CertificateError, match=f"'{name}' has another price"):
            verify(changed, TWO, PUPILS)

    def test_a_place_given_to_another_equal(self) -> None:
        """Whoever lost the draw cannot be put in the place of one who won it."""
        plan = match(TWO, PUPILS)
        (left,) = plan.unmatched
        for k, pair in enumerate(plan.pairs):
            pairs = [*plan.pairs[:k], evolve(pair, mentee=left.mentee), *plan.pairs[k + 1 :]]
            changed = evolve(
                plan,
                pairs=tuple(sorted(pairs, key=lambda p: p.mentee)),
                unmatched=(Unmatched(mentee=pair.mentee, reason=left.reason),),
            )
            with pytest.raises(CertificateError, match="the lots fell otherwise among equals"):
                verify(changed, TWO, PUPILS)

    def test_two_equals_swapped(self) -> None:
        """Two alike with mentors alike cannot change them, though nothing else would be worse."""
        plan = match(EVEN, PUPILS)
        a, b = (pair.mentor for pair in plan.pairs)
        assert {a, b} == {"m", "n"}
        with pytest.raises(CertificateError, match="the lots fell otherwise among equals"):
            verify(with_mentors(plan, {"a": b, "b": a}), EVEN, PUPILS)

    @pytest.mark.parametrize("favourite", ["m", "n"])
    def test_two_for_one_mentor_and_none_for_their_equal(self, favourite: str) -> None:
        """A pair moved to an equal mentor with a free place is refused."""
        plan = with_mentors(match(EVEN, PUPILS), dict.fromkeys("ab", favourite))
        with pytest.raises(CertificateError, match="the lots fell otherwise among equals"):
            verify(plan, EVEN, PUPILS)

    def test_another_seed(self) -> None:
        """A plan is dealt under its seed; among many seeds there are others, each true under its own only."""
        plans = [match(EVEN, PUPILS, seed=seed) for seed in range(8)]
        assert len({plan.pairs for plan in plans}) == 2
        other = next(plan for plan in plans if plan.pairs != plans[0].pairs)
        with pytest.raises(CertificateError, match=r"lots fell otherwise|lottery"):
            verify(evolve(plans[0], pairs=other.pairs), EVEN, PUPILS)


def crowd_of(plan: MatchingPlan) -> CrowdedOut:
    """Return the reason of the first left out."""
    reason = plan.unmatched[0].reason
    assert isinstance(reason, CrowdedOut)
    return reason


def _crowds_of(plan: MatchingPlan) -> list[tuple[str, CrowdedOut]]:
    return [(u.mentee, u.reason) for u in plan.unmatched if isinstance(u.reason, CrowdedOut)]


class TestCrowds:
    """Who holds the places that somebody could have had."""

    SEVERAL = Cohort(
        mentees=[*map(mentee, "abcd"), mentee("e", "art"), mentee("f", "go")],
        mentors=[mentor("m", 2), mentor("n", 1), mentor("o", 1, "art")],
    )

    def test_those_who_hold_the_places_are_named(self) -> None:
        """Five alike for four places: the four who got one are named, both mentors, all four places."""
        plan = match(TWO, PUPILS)
        holders = tuple(pair.mentee for pair in plan.pairs)
        assert crowd_of(plan) == CrowdedOut(mentees=holders, mentors=("m", "n"), places=4)

    def test_who_could_go_elsewhere_is_not_named(self) -> None:
        """A mentor with a free place is in no crowd, and neither is who could move there."""
        some = [speaking(mentee(name), {"ru"}) for name in "ab"]
        other = speaking(mentee("c"), {"en"})
        ready = [speaking(mentor("m"), {"ru"}), speaking(mentor("n", 2), {"en"})]
        plan = match(Cohort(mentees=[*some, other], mentors=ready), PUPILS)
        crowd = crowd_of(plan)
        assert (crowd.mentors, crowd.places, len(crowd.mentees)) == (("m",), 1, 1)
        assert set(crowd.mentees) | {plan.unmatched[0].mentee} == {"a", "b"}

    def test_two_crowds_that_meet_below(self) -> None:
        """Who may go to both of two mentors has both crowds; who may go to one has that one alone."""
        words = [{"ru"}, {"ru"}, {"en"}, {"en"}, {"ru", "en"}]
        some = [speaking(mentee(name), known) for name, known in zip("abcde", words, strict=True)]
        ready = [speaking(mentor("m"), {"ru"}), speaking(mentor("n"), {"en"})]
        cohort = Cohort(mentees=some, mentors=ready)
        met = {}
        for seed in range(9):
            plan = match(cohort, PUPILS, seed=seed)
            verify(plan, cohort, PUPILS)
            paired = {pair.mentee for pair in plan.pairs}
            for left in plan.unmatched:
                assert isinstance(left.reason, CrowdedOut)
                met["e" in paired, left.mentee] = left.reason.mentors
        assert met[False, "e"] == ("m", "n")
        assert {met[False, name] for name in "ab" if (False, name) in met} == {("m",)}

    @pytest.mark.parametrize("upwards", [True, False])
    def test_crowds_below_each_other(self, upwards: bool) -> None:
        """Walks that come upon others, whichever was walked first, go on where those went."""
        length = 6
        some, ready = [], []
        for k in range(length):
            name = k if upwards else length - 1 - k
            first = evolve(mentee(f"p{name}"), priority=1)
            some.append(speaking(first, {f"l{k}", f"l{k + 1}"}))
            some.append(speaking(mentee(f"q{name}"), {f"l{k}"}))
            ready.append(speaking(mentor(f"m{k}"), {f"l{k}"}))
        cohort = Cohort(mentees=some, mentors=ready)
        plan = match(cohort, PUPILS)
        verify(plan, cohort, PUPILS)
        assert {left.mentee[0] for left in plan.unmatched} == {"q"}
        lengths = [len(crowd.mentors) for _, crowd in _crowds_of(plan)]
        assert sorted(lengths) == list(range(1, length + 1))

    @pytest.mark.parametrize("walked", [True, False])
    def test_walked_or_named_as_a_whole(
        self, walked: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where too much would have to be looked at, all who compete are named; both are true."""
        cohorts = [self.SEVERAL, TWO, _apart()]
        if not walked:
            name_crowds_as_a_whole(monkeypatch)
        for cohort in cohorts:
            plan = match(cohort, PUPILS)
            assert plan.unmatched
            verify(plan, cohort, PUPILS)
        crowd = crowd_of(match(_apart(), PUPILS))
        assert crowd.mentors == (("m",) if walked else ("m", "n"))
        assert crowd.minimal == walked

    @settings(max_examples=examples(30))
    @given(rounds(), st.booleans())
    def test_every_crowd_is_true(self, cohort: Cohort, walked: bool) -> None:
        """However many are named, they hold all places, and nobody of them could go elsewhere."""
        with pytest.MonkeyPatch.context() as patch:
            if not walked:
                name_crowds_as_a_whole(patch)
            plan = match(cohort, PUPILS)
        verify(plan, cohort, PUPILS)
        for left in plan.unmatched:
            assert isinstance(left.reason, CrowdedOut)
            assert left.mentee not in left.reason.mentees
            assert len(left.reason.mentees) == left.reason.places
            assert left.reason.minimal == walked


def _apart() -> Cohort:
    """Two crowds in one school that meet at no mentor: by languages."""
    wanting = [mentee(name) for name in "abcd"]
    ready = [mentor("m"), mentor("n")]
    tongues = [{"ru"}, {"ru"}, {"en"}, {"en"}]
    return Cohort(
        mentees=[speaking(one, some) for one, some in zip(wanting, tongues, strict=True)],
        mentors=[speaking(one, some) for one, some in zip(ready, tongues[1:3], strict=True)],
    )


def test_dealt_pairs_stand_in_the_arrays_of_the_flows() -> None:
    """As many pairs as the flows say from each class to each class, each person once."""
    cohort = Cohort(
        mentees=[*map(mentee, "abcd"), *(mentee(name, "art") for name in "efg")],
        mentors=[mentor("m", 3), mentor("n", 2), mentor("o", 2, "art")],
    )
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, PUPILS)
    (partition,) = found.partitions
    people = People.of(found, 3)
    flows = np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1]), np.array([2, 1, 2, 1])
    mentees, mentors = deal(found, partition, flows, people)
    assert sorted(mentees.tolist()) == sorted(set(mentees.tolist()))
    ways = Counter(
        zip(
            found.rows.number[mentees].tolist(), found.columns.number[mentors].tolist(), strict=True
        )
    )
    assert ways == {(0, 0): 2, (0, 1): 1, (1, 0): 2, (1, 1): 1}
