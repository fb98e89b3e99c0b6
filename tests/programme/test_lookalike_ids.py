"""An id that nobody has and that looks like somebody's is told with the letters that differ."""

import pytest

from nastavnik import Ban, Cohort, InvalidInputError, Mentee, Mentor, Pupil, match


@pytest.mark.parametrize(
    ("written", "id_there", "code", "letters"),
    [("М1", "M1", "id-in-russian", ["М"]), ("Aня", "Аня", "id-in-latin", ["A"])],
)
def test_the_letters_that_differ_are_named(
    written: str, id_there: str, code: str, letters: list[str]
) -> None:
    """With the id that was meant as advice."""
    with pytest.raises(InvalidInputError) as caught:
        Cohort(mentees=[Mentee(Pupil("p1"), bans={written})], mentors=[Mentor(Pupil(id_there))])
    (fault,) = caught.value.faults
    assert (fault.code, fault.details["letters"], fault.advice) == (code, letters, id_there)


def test_another_case_is_no_other_alphabet() -> None:
    """«m1» for «M1» names nobody, and nothing is said of letters."""
    with pytest.raises(InvalidInputError) as caught:
        Cohort(mentees=[Mentee(Pupil("p1"), bans={"m1"})], mentors=[Mentor(Pupil("M1"))])
    assert [fault.code for fault in caught.value.faults] == ["names-nobody"]


def test_a_demand_is_advised_by_the_look_too() -> None:
    """Two ids of two letters are near each other only to the eye."""
    cohort = Cohort(mentees=[Mentee(Pupil("p1"))], mentors=[Mentor(Pupil("M1"))])
    with pytest.raises(InvalidInputError) as caught:
        match(cohort, bans=[Ban("М1", "p1")])
    assert [fault.advice for fault in caught.value.faults] == ["M1"]
