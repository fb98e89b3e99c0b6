"""Strategies of rounds in which everything that `match` takes is drawn: rules, locks, bans, a seed and a day."""

from datetime import date
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from helpers.rounds import Case
from nastavnik import (
    TARGET_MODEL,
    Ban,
    Cohort,
    InvalidInputError,
    Lock,
    MatchingPlan,
    Methodology,
    NoPlanError,
    match,
)
from nastavnik.rules.catalogue.pairing import NotBanned
from nastavnik.testing.strategies import cohorts, methodologies

_READINGS = st.sampled_from(
    (TARGET_MODEL, *(TARGET_MODEL.read_as(one.id) for one in TARGET_MODEL.readings))
)

_WORDS = ("", "Ася Небывалова просит", "so it was last year")


@frozen(kw_only=True)
class DemandingRound:
    """A round with all that is asked of it.

    Args:
        cohort: the people.
        methodology: the rules.
        locks: at most three.
        bans: at most three, some of them of somebody whom the mentee has chosen.
        seed: of the lottery.
        on: a day, or none.
    """

    cohort: Cohort
    methodology: Methodology
    locks: tuple[Lock, ...]
    bans: tuple[Ban, ...]
    seed: int
    on: date | None

    def matched(self) -> MatchingPlan | None:
        """Return the plan; None where the demands contradict each other, or one cannot be asked for at all."""
        asked: dict[str, Any] = {"locks": self.locks, "bans": self.bans}
        try:
            return match(self.cohort, self.methodology, **asked, seed=self.seed, on=self.on)
        except (NoPlanError, InvalidInputError):
            return None


def demanding_rounds() -> SearchStrategy[DemandingRound]:
    """Rounds of all forms and goals; two of three have a plan."""
    return _rounds()


@st.composite
def _rounds(draw: DrawFn) -> DemandingRound:
    if draw(st.booleans()):  # people of one form, most of whom may be paired
        case = Case.drawn(draw(st.integers(0, 10**6)))
        methodology, cohort = draw(_READINGS), _with_wishes(draw, case.cohort)
    else:
        methodology = draw(_READINGS | methodologies())
        cohort = draw(
            cohorts(
                min_mentees=2,
                min_mentors=1,
                willing=draw(st.sampled_from((True, True, True, False))),
                methodology=methodology,
                minimums=draw(st.sampled_from((True, False, False))),
                priorities=draw(st.booleans()),
            )
        )
    pairs = [(one.id, two.id) for one in cohort.mentors for two in cohort.mentees]
    wished = [pair for pair in pairs if pair[0] in cohort.mentee(pair[1]).choices]
    joined = [pair for pair in pairs if _joins(cohort, methodology, *pair)]
    soft = sorted({r.id for r in methodology.every_requirement() if not r.binding})
    said = {"reason": draw(st.sampled_from(_WORDS)), "by": draw(st.sampled_from(_WORDS))}
    bannable = pairs + 4 * wished if _heeds_bans(methodology) else []
    overriding = draw(st.sampled_from((soft, soft, soft, [])))
    locks = {two: Lock(one, two, **said, overriding=overriding) for one, two in _some(draw, joined)}
    if draw(st.sampled_from((True, True, True, False))):  # otherwise some contradict the locks
        bannable = [(one, two) for one, two in bannable if two not in locks]
    return DemandingRound(
        cohort=cohort,
        methodology=methodology,
        locks=tuple(locks.values()),
        bans=tuple(Ban(*pair, **said) for pair in _some(draw, bannable)),
        seed=draw(st.integers(0, 3)),
        on=draw(st.sampled_from((None, None, date(2026, 9, 1)))),
    )


def _with_wishes(draw: DrawFn, cohort: Cohort) -> Cohort:
    """Let mentees choose mentors."""
    ids = st.sampled_from([one.id for one in cohort.mentors])
    return Cohort(
        mentees=[evolve(one, choices=draw(st.sets(ids, max_size=2))) for one in cohort.mentees],
        mentors=cohort.mentors,
    )


def _joins(cohort: Cohort, methodology: Methodology, mentor: str, mentee: str) -> bool:
    positions = cohort.mentor(mentor).person.position, cohort.mentee(mentee).person.position
    forms = [(form.mentor_position, form.mentee_position) for form in methodology.forms]
    return mentor != mentee and positions in forms


def _heeds_bans(methodology: Methodology) -> bool:
    """Return whether every role model has the rule that keeps banned pairs apart."""
    return all(
        any(isinstance(rule, NotBanned) for rule in methodology.requirements_of(form, role_model))
        for form, role_model in methodology.ways
    )


def _some(draw: DrawFn, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Draw up to three pairs, half of the time none."""
    if not pairs or draw(st.booleans()):
        return []
    return draw(st.lists(st.sampled_from(pairs), min_size=1, max_size=3, unique=True))
