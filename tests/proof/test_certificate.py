"""`verify`: a true plan is accepted, a plan changed anywhere is refused, and by name."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.prices import bumped, with_prices
from helpers.pupils import mentee, mentor
from helpers.sizes import examples
from helpers.town import PLAN, TOWN
from nastavnik import (
    TARGET_MODEL,
    CertificateError,
    Cohort,
    MatchingPlan,
    Mentee,
    Mentor,
    Pair,
    Unmatched,
    match,
    verify,
)
from nastavnik.assignment import Certificate
from nastavnik.matching.candidates import looks
from nastavnik.people import Pupil
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.proof.certificate import pairs as pairs_checks
from nastavnik.testing.strategies import cohorts


@given(cohorts(max_mentees=8, max_mentors=6, willing=True))
def test_every_plan_proves_itself(cohort: Cohort) -> None:
    """What `match` returns is accepted."""
    verify(match(cohort), cohort)


def test_verifying_never_loads_the_solver(tmp_path: Path) -> None:
    """A written plan is checked in a process that never imports OR-Tools."""
    from nastavnik.report.folder import write_folder

    write_folder(tmp_path / "plan", PLAN, TOWN, TARGET_MODEL)
    code = (
        "import sys; from nastavnik.report.folder import read_folder; from pathlib import Path;"
        "from nastavnik import verify; read = read_folder(Path(sys.argv[1]));"
        "verify(read.plan, read.cohort);"
        "assert 'ortools' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "plan")], check=True, timeout=60)


def moved(plan: MatchingPlan, *, pair: int = 0, **changed: Any) -> MatchingPlan:
    """Return the plan with one pair changed."""
    pairs = list(plan.pairs)
    pairs[pair] = attrs.evolve(pairs[pair], **changed)
    return attrs.evolve(plan, pairs=tuple(pairs))


def _crowded(plan: MatchingPlan) -> int:
    return next(k for k, u in enumerate(plan.unmatched) if isinstance(u.reason, CrowdedOut))


def _stuck(plan: MatchingPlan) -> int:
    return next(k for k, u in enumerate(plan.unmatched) if isinstance(u.reason, NoAdmissibleMentor))


def with_reason(plan: MatchingPlan, index: int, **changed: Any) -> MatchingPlan:
    """Return the plan with one reason changed."""
    unmatched = list(plan.unmatched)
    old = unmatched[index]
    reason: Any = old.reason
    unmatched[index] = Unmatched(mentee=old.mentee, reason=attrs.evolve(reason, **changed))
    return attrs.evolve(plan, unmatched=tuple(unmatched))


def _without_pair(plan: MatchingPlan) -> MatchingPlan:
    """Leave a pair out and claim that nobody was admissible for its mentee."""
    gone, *rest = plan.pairs
    left = Unmatched(mentee=gone.mentee, reason=NoAdmissibleMentor(considered=1, obstacles=()))
    unmatched = tuple(sorted((*plan.unmatched, left), key=lambda u: u.mentee))
    return attrs.evolve(plan, pairs=tuple(rest), unmatched=unmatched, total=plan.total - gone.score)


def _in(plan: MatchingPlan, mentee: str) -> int:
    return [pair.mentee for pair in plan.pairs].index(mentee)


def _swapped(plan: MatchingPlan) -> MatchingPlan:
    one, other, *rest = plan.pairs
    pairs = (attrs.evolve(one, mentor=other.mentor), attrs.evolve(other, mentor=one.mentor), *rest)
    return attrs.evolve(plan, pairs=pairs)


def with_crowd(plan: MatchingPlan, **changed: Callable[[CrowdedOut], Any]) -> MatchingPlan:
    """Return the plan with one crowd changed."""
    crowd = _crowd(plan)
    return with_reason(
        plan, _crowded(plan), **{name: change(crowd) for name, change in changed.items()}
    )


def _crowd(plan: MatchingPlan) -> CrowdedOut:
    reason = plan.unmatched[_crowded(plan)].reason
    assert isinstance(reason, CrowdedOut)
    return reason


def _sorted(*names: str) -> tuple[str, ...]:
    return tuple(sorted(names))


def _elsewhere(plan: MatchingPlan, crowd: CrowdedOut) -> str:
    """Return a mentee who is placed with another mentor than those of a crowd."""
    return next(pair.mentee for pair in plan.pairs if pair.mentor not in crowd.mentors)


def _mentor_beside(plan: MatchingPlan, crowd: CrowdedOut) -> str:
    return next(pair.mentor for pair in plan.pairs if pair.mentor not in crowd.mentors)


def _without_a_mentor(plan: MatchingPlan) -> MatchingPlan:
    """Leave a mentor out of a crowd, with all who hold places there."""
    crowd = _crowd(plan)
    gone, *mentors = crowd.mentors
    there = {pair.mentee for pair in plan.pairs_of(gone)}
    mentees = tuple(name for name in crowd.mentees if name not in there)
    return with_crowd(
        plan,
        mentors=lambda _: tuple(mentors),
        mentees=lambda _: mentees,
        places=lambda _: len(mentees),
    )


CORRUPTIONS: dict[str, tuple[Callable[[MatchingPlan], MatchingPlan], str]] = {
    "a pair doubled": (
        lambda p: attrs.evolve(p, pairs=(p.pairs[0], *p.pairs)),
        "stands in the plan 2 times",
    ),
    "a mentee dropped": (
        lambda p: attrs.evolve(p, unmatched=p.unmatched[1:]),
        "stands in the plan 0 times",
    ),
    "a stranger added": (
        lambda p: attrs.evolve(
            p, unmatched=(*p.unmatched, attrs.evolve(p.unmatched[0], mentee="zz"))
        ),
        "not of this cohort",
    ),
    "two mentors swapped": (_swapped, "mentor"),
    "a pair left out": (_without_pair, "achieve|admissible"),
    "another mentor": (lambda p: moved(p, mentor="u01"), "positions"),
    "an unknown mentor": (lambda p: moved(p, mentor="q99"), "unknown mentor"),
    "an unknown form": (lambda p: moved(p, form="pupil-pupill"), "unknown form"),
    "another role model": (
        lambda p: moved(p, role_model="achiever-underachiever"),
        "does not hold",
    ),
    "points changed": (lambda p: moved(p, points={"needed-subjects": 100}), "points per rule"),
    "a score raised": (
        lambda p: attrs.evolve(moved(p, score=p.pairs[0].score + 1), total=p.total + 1),
        "sum of the weighted points",
    ),
    "an equal role model": (
        lambda p: moved(p, pair=_in(p, "p04"), role_model="leader-passive"),
        "serves them better|points per rule",
    ),
    "another methodology named": (lambda p: attrs.evolve(p, methodology="made-up"), "made-up"),
    "pairs reversed": (lambda p: attrs.evolve(p, pairs=p.pairs[::-1]), "order"),
    "unmatched reversed": (lambda p: attrs.evolve(p, unmatched=p.unmatched[::-1]), "order"),
    "places reversed": (
        lambda p: attrs.evolve(p, places=dict(reversed(list(p.places.items())))),
        "places",
    ),
    "a crowd counted twice": (lambda p: with_crowd(p, mentees=lambda c: 2 * c.mentees), "ascend"),
    "a holder added": (
        lambda p: with_crowd(p, mentees=lambda c: _sorted(*c.mentees, _elsewhere(p, c))),
        "holds no place",
    ),
    "somebody without a place among the holders": (
        lambda p: with_crowd(
            p, mentees=lambda c: _sorted(*c.mentees, p.unmatched[_stuck(p)].mentee)
        ),
        "holds no place",
    ),
    "the one concerned among the holders": (
        lambda p: with_crowd(
            p, mentees=lambda c: _sorted(*c.mentees, p.unmatched[_crowded(p)].mentee)
        ),
        "holds no place",
    ),
    "a holder removed": (lambda p: with_crowd(p, mentees=lambda c: c.mentees[1:]), "not all"),
    "a holder replaced": (
        lambda p: with_crowd(p, mentees=lambda c: _sorted(*c.mentees[1:], _elsewhere(p, c))),
        "holds no place",
    ),
    "a holder who is nobody": (
        lambda p: with_crowd(p, mentees=lambda c: _sorted(*c.mentees[1:], "zz")),
        "not of the round",
    ),
    "a mentor added": (
        lambda p: with_crowd(p, mentors=lambda c: _sorted(*c.mentors, _mentor_beside(p, c))),
        "not as stated",
    ),
    "a mentor who is nobody": (
        lambda p: with_crowd(p, mentors=lambda c: _sorted(*c.mentors, "zz")),
        "not of the round",
    ),
    "a mentor removed": (
        lambda p: with_crowd(p, mentors=lambda c: c.mentors[1:]),
        "holds no place",
    ),
    "a mentor removed with all holders": (_without_a_mentor, "may go to mentors"),
    "places of a crowd": (lambda p: with_crowd(p, places=lambda c: c.places + 1), "places"),
    "locked places of a crowd": (lambda p: with_crowd(p, locked=lambda _: 1), "places"),
    "the total raised": (lambda p: attrs.evolve(p, total=p.total + 1), "total"),
    "places invented": (lambda p: attrs.evolve(p, places={**p.places, "q02": 9}), "places"),
    "the seed changed": (lambda p: attrs.evolve(p, seed=p.seed + 1), "draw|lottery|lots"),
    "the people changed": (lambda p: attrs.evolve(p, cohort_digest="sha256:0"), "other people"),
    "the rules changed": (lambda p: attrs.evolve(p, methodology_digest="x"), "other rules"),
    "the proof left out": (lambda p: attrs.evolve(p, certificate=Certificate(())), "goals"),
    "obstacles emptied": (lambda p: with_reason(p, _stuck(p), obstacles=()), "obstacles"),
    "considered changed": (lambda p: with_reason(p, _stuck(p), considered=1), "obstacles"),
}


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("name", CORRUPTIONS)
def test_a_changed_plan_is_refused(name: str, large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever was changed, the plan is refused, checked as a large one too, and the message says where."""
    if large:
        monkeypatch.setattr(pairs_checks, "_SAMPLE", 0)
        monkeypatch.setattr(looks, "_FEW", 0)
        monkeypatch.setattr(looks, "_FIRST", 1)
    corrupt, message = CORRUPTIONS[name]
    with pytest.raises(CertificateError, match=message):
        verify(corrupt(PLAN), TOWN)


def test_a_true_plan_is_accepted_where_alike_pairs_are_asked_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A few pairs at a time, by kinds of pairs where the rules are of one's own; the answer is the same."""
    monkeypatch.setattr(pairs_checks, "_AT_ONCE", 7)
    monkeypatch.setattr(looks, "_FEW", 0)
    monkeypatch.setattr(looks, "_FIRST", 1)
    verify(PLAN, TOWN)
    monkeypatch.setattr(pairs_checks, "is_ours", lambda _: False)
    verify(PLAN, TOWN)


def test_the_people_of_a_sample_are_asked_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were columns to say something else of everybody than the rules say of two, it would be seen."""
    ask = pairs_checks._Chosen._answer
    asked: set[tuple[str, str]] = set()

    def noted(chosen: Any, rule: Any, how: Any, at: int, trace: Any) -> Any:
        asked.add((chosen.pairs[at].mentee, rule.id))
        return ask(chosen, rule, how, at, trace)

    monkeypatch.setattr(pairs_checks._Chosen, "_answer", noted)
    verify(PLAN, TOWN)
    ways = {(pair.form, pair.role_model) for pair in PLAN.pairs}
    assert len(ways) <= len({mentee for mentee, _ in asked}) <= len(ways) * pairs_checks._SAMPLE
    monkeypatch.setattr(pairs_checks, "_points", lambda *_: 101)
    with pytest.raises(CertificateError, match="something else of the two by themselves"):
        verify(PLAN, TOWN)


def test_pairs_are_asked_each_when_a_rule_looks_at_more_than_it_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Were all pairs taken for alike, what the rules read would show it."""
    monkeypatch.setattr(pairs_checks, "is_ours", lambda _: False)
    monkeypatch.setattr(pairs_checks._Chosen, "_kinds", lambda self, _: np.zeros(len(self.pairs)))
    with pytest.raises(CertificateError, match=r"does not hold|points per rule"):
        verify(PLAN, TOWN)
    monkeypatch.setattr(pairs_checks, "_paths", lambda _: set())
    verify(PLAN, TOWN)


@settings(max_examples=examples(40))
@given(
    st.data(),
    st.integers(0, 3),
    st.sampled_from(["rows", "columns"]),
    st.sampled_from([-1, 1, 10**6]),
)
def test_a_changed_price_is_refused(data: st.DataObject, goal: int, side: str, step: int) -> None:
    """One price of somebody in a pair changed in any goal, and the plan is not proven any more.

    Who has no partner may have another price that proves as much: a mentor nobody may go to, say.
    """
    paired = {pair.mentee for pair in PLAN.pairs} | {pair.mentor for pair in PLAN.pairs}
    ids = TOWN.mentee_facts.ids if side == "rows" else TOWN.mentor_facts.ids
    index = data.draw(st.sampled_from([k for k, name in enumerate(ids) if name in paired]))
    prices = getattr(PLAN.certificate.goals[goal], side)
    with pytest.raises(CertificateError):
        verify(with_prices(PLAN, goal, **{side: bumped(prices, index, step)}), TOWN)


def test_a_worse_plan_is_refused_by_the_persons_name() -> None:
    """When somebody could gain elsewhere, the message gives the mentee's id."""
    prices = PLAN.certificate.goals[1].columns
    with pytest.raises(CertificateError, match="mentee 'p"):
        verify(with_prices(PLAN, 1, columns=np.zeros_like(prices)), TOWN)


def test_another_cohort_is_refused() -> None:
    """A plan holds for its own people only, even if only a consent differs."""
    first, *others = TOWN.mentees
    other = attrs.evolve(first, agreed=None)
    with pytest.raises(CertificateError, match="other people"):
        verify(PLAN, attrs.evolve(TOWN, mentees=(other, *others)))


def test_other_rules_are_refused() -> None:
    """A plan holds under its own rules only, even if only a number differs."""
    with pytest.raises(CertificateError, match="other rules"):
        verify(PLAN, TOWN, TARGET_MODEL.with_parameters("grade-gap", at_least=2))


def test_display_names_do_not_count() -> None:
    """The digest reads no names, so a plan can be checked by those who do not have them."""
    named = Cohort(mentees=[Mentee(Pupil("a", name="X"))], mentors=[Mentor(Pupil("b", name="Y"))])
    nameless = Cohort(mentees=[Mentee(Pupil("a"))], mentors=[Mentor(Pupil("b"))])
    verify(match(named), nameless)


def test_pair_is_a_record() -> None:
    """A pair is ids, a form and numbers, and equal records are equal facts."""
    again = Pair(**{a.name: getattr(PLAN.pairs[0], a.name) for a in attrs.fields(Pair)})
    assert again == PLAN.pairs[0]
    assert hash(again) == hash(PLAN.pairs[0])


class TestMinimalCrowds:
    """Where a crowd is claimed to be minimal, nobody and no mentor can be left out of it."""

    @staticmethod
    def apart(seed: int = 0) -> tuple[Cohort, MatchingPlan]:
        """Return two groups of four for two places each, and one mentee who could go to either."""
        groups = [("a", {"ru"}), ("b", {"en"}), ("c", {"ru", "en"})]
        mentees = [
            mentee(f"{name}{k}", languages=spoken) for name, spoken in groups for k in range(4)
        ]
        mentors = [mentor(f"m{name}", 2, languages=spoken) for name, spoken in groups[:2]]
        cohort = Cohort(mentees=mentees, mentors=mentors)
        return cohort, match(cohort, seed=seed)

    @pytest.mark.parametrize("minimal", [True, False])
    def test_a_padded_crowd_is_refused_where_it_claims_to_be_minimal(self, minimal: bool) -> None:
        """Other full mentors with their holders, to whom no walk leads, are true and too many."""
        tried = 0
        for seed in range(12):
            cohort, plan = self.apart(seed)
            verify(plan, cohort)
            crowds = {left.reason for left in plan.unmatched}
            small = [k for k, left in enumerate(plan.unmatched) if len(_mentors(left)) == 1]
            for index in small[:1]:
                everybody = _sorted(*(pair.mentee for pair in plan.pairs))
                padded = with_reason(
                    plan, index, mentees=everybody, mentors=("ma", "mb"), places=4, minimal=minimal
                )
                tried += 1
                if not minimal:
                    verify(padded, cohort)
                    continue
                with pytest.raises(CertificateError, match="claimed to be minimal"):
                    verify(padded, cohort)
            assert crowds
        assert tried >= 3

    def test_a_shared_crowd_is_held_against_everybody(self) -> None:
        """A crowd that is true of one is refused for another who could go elsewhere."""
        tried = 0
        for seed in range(12):
            cohort, plan = self.apart(seed)
            one = next((left for left in plan.unmatched if len(_mentors(left)) == 1), None)
            other = [k for k, left in enumerate(plan.unmatched) if len(_mentors(left)) == 2]
            if one is None or not other:
                continue
            tried += 1
            unmatched = list(plan.unmatched)
            unmatched[other[-1]] = attrs.evolve(unmatched[other[-1]], reason=one.reason)
            with pytest.raises(CertificateError, match="may go to mentors"):
                verify(attrs.evolve(plan, unmatched=tuple(unmatched)), cohort)
        assert tried >= 3


def _mentors(left: Unmatched) -> tuple[str, ...]:
    assert isinstance(left.reason, CrowdedOut)
    return left.reason.mentors
