"""What is noted of mentees and may not be meant: signs of two categories, days of arrival."""

from datetime import date

import pytest

from nastavnik import TARGET_MODEL, Cohort, Mentee, Pupil
from nastavnik.basics.errors import InvalidInputError
from nastavnik.programme.round.cohort import faults_under
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.programme.round.notes import arrivals_to_check, signs_of_two


def round_of(*mentees: Mentee) -> Cohort:
    """Return a round of mentees alone."""
    return Cohort(mentees=mentees, mentors=[])


def test_signs_of_two_categories_are_told_where_none_is_stated() -> None:
    """Of one category alone, or beside a stated one, they are fine."""
    both = {"keeps-apart", "keen-on-a-subject"}
    cohort = round_of(
        Mentee(Pupil("a"), signs=both),
        Mentee(Pupil("b"), signs=both, category="active"),
        Mentee(Pupil("c"), signs={"keeps-apart", "stays-away"}),
        Mentee(Pupil("d")),
    )
    assert [one.people for one in signs_of_two(cohort, TARGET_MODEL)] == [("a",)]
    assert not list(signs_of_two(round_of(Mentee(Pupil("d"))), TARGET_MODEL))


@pytest.mark.parametrize(
    ("since", "code"),
    [
        (date(2026, 9, 1), None),
        (date(2026, 9, 2), "newcomer-to-come"),
        (date(2025, 9, 1), None),
        (date(2025, 8, 31), "newcomer-settled"),
        (None, None),
    ],
)
def test_a_newcomer_is_one_for_a_year(since: date | None, code: str | None) -> None:
    """Twelve months to the day; from a day that is still ahead nobody has come."""
    found = list(
        arrivals_to_check(round_of(Mentee(Pupil("a"), newcomer_since=since)), date(2026, 9, 1))
    )
    assert [(one.code, one.people) for one in found] == ([(code, ("a",))] if code else [])


def test_a_leap_day_is_a_day_like_any_other() -> None:
    since = round_of(Mentee(Pupil("a"), newcomer_since="2024-02-29"))
    assert not list(arrivals_to_check(since, date(2025, 2, 28)))
    assert not list(arrivals_to_check(round_of(Mentee(Pupil("a"))), date(2024, 2, 29)))
    assert [one.code for one in arrivals_to_check(since, date(2025, 3, 1))] == ["newcomer-settled"]


def test_a_sign_that_the_methodology_does_not_know_is_a_fault() -> None:
    """With the nearest; a sign of another position is none of this one."""
    mentee = Mentee(Pupil("a"), signs={"keeps-appart", "always-tired"})
    found = {one.details["value"]: one for one in faults_under(TARGET_MODEL, [mentee], [])}
    assert {fault.code for fault in found.values()} == {"unknown-sign"}
    assert found["keeps-appart"].advice == "keeps-apart"
    assert "always-tired" in found


@pytest.mark.parametrize("day", ["2026-09-31", "1.9.2026", 2026, True])
def test_what_is_no_day_is_a_fault(day: object) -> None:
    with pytest.raises(InvalidInputError) as caught:
        Mentee(Pupil("a"), newcomer_since=day)
    assert [fault.code for fault in caught.value.faults] == ["not-day"]


def test_signs_and_arrivals_count_in_the_digest_and_their_absence_does_not() -> None:
    plain = digest_of_cohort(round_of(Mentee(Pupil("a"))))
    signed = digest_of_cohort(round_of(Mentee(Pupil("a"), signs={"keeps-apart"})))
    arrived = digest_of_cohort(round_of(Mentee(Pupil("a"), newcomer_since="2026-09-01")))
    assert len({plain, signed, arrived}) == 3
    assert plain == OF_OLD


OF_OLD = "sha256:6236b2b2ad6461349af1427cb51c76e8e80dbe42dd9fa14dfad5e4ed34c2e5a9"
"""Digest of a pupil alone, as it was before mentees had signs and days of arrival."""


def test_signs_are_in_no_repr() -> None:
    assert repr(Mentee(Pupil("a"), signs={"keeps-apart"})) == "Mentee(Pupil('a'))"
