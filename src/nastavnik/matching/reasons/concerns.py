"""Everything that is worth a look before a round is matched, in the order in which it is best mended."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from nastavnik.matching.reasons.statements import HOPELESS_FROM, statements_missing
from nastavnik.methodology.model import Methodology
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.comparisons import Comparisons
from nastavnik.programme.round.concerns import CODES, Concern
from nastavnik.programme.round.doubles import doubles_in
from nastavnik.programme.round.notes import arrivals_to_check, signs_of_two
from nastavnik.programme.round.spellings import Spellings

__all__ = ["concerns_of"]


def concerns_of(
    cohort: Cohort,
    methodology: Methodology,
    *,
    hopeless_from: int = HOPELESS_FROM,
    today: date | None = None,
) -> tuple[Concern, ...]:
    """Return what is worth a look in a round, what is mended first standing first; nothing is solved for it.

    Args:
        cohort: everyone of the round; categories, tasks and positions are those of the methodology.
        methodology: the rules.
        hopeless_from: percentage of people with nobody to be paired with from which that is a concern.
        today: by which days of arrival are judged; the day on which it is asked unless given.

    Raises:
        RuleError: when a rule fails or returns what no rule may return.

    >>> from nastavnik import TARGET_MODEL, Mentee, Mentor, Pupil
    >>> willing = {"agreed": True, "guardian_agreed": True}
    >>> pupils = {"organisation": "Школа 5", "data_consent": True, "qualities": {"volunteer"}}
    >>> old = Pupil("a", grade=10, marks={"physics": 5}, **pupils)
    >>> young = Pupil("b", grade=7, age=13, marks={"physics": 2}, **pupils)
    >>> round = Cohort(
    ...     mentors=[Mentor(old, **willing)], mentees=[Mentee(young, category="passive", **willing)]
    ... )
    >>> [(concern.code, concern.field, concern.alone) for concern in concerns_of(round, TARGET_MODEL)][:1]
    [('statement-missing', 'trained', ('a',))]
    """
    spellings = Spellings(cohort)
    comparisons = Comparisons(cohort, methodology)

    def found() -> Iterator[Concern]:
        yield from doubles_in(cohort)
        yield from signs_of_two(cohort, methodology)
        yield from arrivals_to_check(cohort, today or datetime.now(tz=UTC).date())
        yield from statements_missing(cohort, methodology, hopeless_from=hopeless_from)
        yield from spellings.concerns()
        yield from comparisons.lone_sides()
        yield from comparisons.one_sided(spellings.alike)

    return tuple(sorted(found(), key=_rank))


def _rank(concern: Concern) -> tuple[int, int, int]:
    return CODES.index(concern.code), -len(concern.alone), -concern.count
