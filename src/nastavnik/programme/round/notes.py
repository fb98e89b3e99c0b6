"""What the coordinator has noted of mentees and may not have meant: signs of two categories, days of arrival."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import numpy as np

from nastavnik.methodology.model import Methodology
from nastavnik.people.columns import combined
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.concerns import Concern

__all__ = ["arrivals_to_check", "signs_of_two"]


def signs_of_two(cohort: Cohort, methodology: Methodology) -> Iterator[Concern]:
    """Yield for whom no category is stated and the signs show more than one, so that none follows.

    Args:
        cohort: everyone of the round.
        methodology: knows which sign shows which category.

    >>> from nastavnik import TARGET_MODEL, Mentee, Pupil
    >>> both = Mentee(Pupil("b"), signs={"keeps-apart", "keen-on-a-subject"})
    >>> [one.people for one in signs_of_two(Cohort(mentees=[both], mentors=[]), TARGET_MODEL)]
    [('b',)]
    """

    def unclear(position: Any, category: str | None, signs: frozenset[str]) -> bool:
        return category is None and len(methodology.categories_shown(position, signs)) > 1

    paths = ("person", "position"), ("category",), ("signs",)
    people = _those(cohort, paths, unclear)
    if people:
        yield Concern(code="signs-of-two", side="mentee", field="category", people=people)


def arrivals_to_check(cohort: Cohort, today: date) -> Iterator[Concern]:
    """Yield who is noted as a newcomer from a day still ahead, and who has been one for more than a year.

    Args:
        cohort: everyone of the round.
        today: the day of reference.

    >>> from nastavnik import Mentee, Pupil
    >>> long = Mentee(Pupil("b"), newcomer_since="2025-08-31")
    >>> cohort = Cohort(mentees=[long], mentors=[])
    >>> [(one.code, one.people) for one in arrivals_to_check(cohort, date(2026, 9, 1))]
    [('newcomer-settled', ('b',))]
    """

    def ahead(since: date | None) -> bool:
        return since is not None and since > today

    def settled(since: date | None) -> bool:
        if since is None:
            return False
        year_later = since.year + 1, since.month, since.day
        return year_later < (today.year, today.month, today.day)

    for code, judge in (("newcomer-to-come", ahead), ("newcomer-settled", settled)):
        people = _those(cohort, (("newcomer_since",),), judge)
        if people:
            yield Concern(code=code, side="mentee", field="newcomer_since", people=people)


def _those(
    cohort: Cohort, paths: tuple[tuple[str, ...], ...], judge: Callable[..., bool]
) -> tuple[str, ...]:
    """Return the ids of the mentees whose facts are judged so, each combination judged once."""
    facts = cohort.mentee_facts
    alike = combined([facts.field(path) for path in paths])
    found = np.array([judge(*values) for values in alike.values], dtype=np.bool_)
    ids = facts.ids
    return tuple(ids[place] for place in np.flatnonzero(found[alike.codes]).tolist())
