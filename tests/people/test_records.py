"""People and their roles: frozen values that report all their faults at once and never show a name."""

import copy
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik.basics.errors import Fault, InvalidInputError, NastavnikError
from nastavnik.people import (
    Mentee,
    Mentor,
    Person,
    Position,
    Professional,
    Pupil,
    Role,
    Student,
    Teacher,
)
from nastavnik.testing.strategies import NAMES, mentees, mentors, people

NAME = "Invented Secretname"
POSITIONS = (Pupil, Student, Teacher, Professional)


def faults_of(make: Any, *args: Any, **facts: Any) -> dict[str | None, Fault]:
    """Return the faults of a value that cannot be made, by field."""
    with pytest.raises(InvalidInputError) as caught:
        make(*args, **facts)
    return {fault.field: fault for fault in caught.value.faults}


def test_all_faults_are_reported_at_once() -> None:
    faults = faults_of(
        Pupil, "", grade=12, age="eleven", marks={"art": 6}, slots="mon-15", online="yes"
    )
    assert {field: fault.code for field, fault in faults.items()} == {
        "id": "empty-id",
        "grade": "not-grade",
        "age": "not-whole",
        "marks": "out-of-range",
        "slots": "not-a-set",
        "online": "not-yes-no",
    }


def test_all_faults_of_a_role_are_reported_at_once() -> None:
    faults = faults_of(
        Mentor, Pupil("a"), agreed="yes", subjects="art", capacity=0, trained=1, cleared="no"
    )
    assert set(faults) == {"agreed", "subjects", "capacity", "trained", "cleared"}
    assert all(fault.subject == ("mentor", "a") for fault in faults.values())


def test_faults_can_be_caught_as_plain_errors() -> None:
    for kind in (ValueError, NastavnikError, ExceptionGroup):
        with pytest.raises(kind):
            Pupil("a", grade=0)


@pytest.mark.parametrize("ident", ["", "  ", None, 7, b"a"])
def test_an_id_is_a_text_that_is_not_blank(ident: Any) -> None:
    assert set(faults_of(Pupil, ident)) == {"id"}


@pytest.mark.parametrize("capacity", [0, -1, 1.5, True, "2", None, 10**7])
def test_a_mentor_has_at_least_one_whole_place(capacity: Any) -> None:
    """Whoever takes nobody is left out; 0 places is nobody's capacity."""
    faults = faults_of(Mentor, Pupil("a"), capacity=capacity)
    assert faults["capacity"].code == "no-places"
    told = "число из 8 цифр" if capacity == 10**7 else f"{capacity!s}".strip('"')
    assert told in faults["capacity"].text("ru")


@pytest.mark.parametrize(
    ("kind", "field", "good"),
    [
        (Pupil, "grade", (1, 11)),
        (Pupil, "age", (5, 25)),
        (Student, "age", (13, 99)),
        (Teacher, "experience", (0, 80)),
        (Professional, "experience", (0, 80)),
    ],
)
def test_numbers_are_whole_and_in_their_range(kind: Any, field: str, good: tuple[int, int]) -> None:
    for value in good:
        assert getattr(kind("a", **{field: value}), field) == value
    for wrong in (good[0] - 1, good[1] + 1, True, False, 9.0, "9"):
        assert set(faults_of(kind, "a", **{field: wrong})) == {field}


@pytest.mark.parametrize(
    ("kind", "field", "usual", "good"),
    [(Mentor, "minimum", 0, (0, 1_000_000)), (Mentee, "priority", 5, (1, 9))],
)
def test_minimum_and_priority_are_whole_and_in_their_range(
    kind: Any, field: str, usual: int, good: tuple[int, int]
) -> None:
    places: dict[str, Any] = {"capacity": 1_000_000} if field == "minimum" else {}
    assert getattr(kind(Pupil("a")), field) == usual
    for value in good:
        assert getattr(kind(Pupil("a"), **places, **{field: value}), field) == value
    for wrong in (good[0] - 1, good[1] + 1, True, False, 5.0, "5", None):
        assert set(faults_of(kind, Pupil("a"), **places, **{field: wrong})) == {field}


def test_a_minimum_is_at_most_the_capacity() -> None:
    """What no plan can meet is refused before any plan is made, and says what there is."""
    assert Mentor(Pupil("a"), capacity=2, minimum=2).minimum == 2
    fault = faults_of(Mentor, Pupil("a"), capacity=2, minimum=3)["minimum"]
    assert (fault.code, fault.details) == ("minimum-above-capacity", {"value": 3, "high": 2})
    assert fault.subject == ("mentor", "a")
    assert faults_of(Mentor, Pupil("a"), minimum=2)["minimum"].details["high"] == 1


def test_a_minimum_is_not_held_against_a_wrong_capacity() -> None:
    assert set(faults_of(Mentor, Pupil("a"), capacity=0, minimum=3)) == {"capacity"}


def test_a_mentor_of_whom_too_much_is_asked_is_told_of_contradicting_wishes_too() -> None:
    facts: Any = {"minimum": 2, "choices": {"b"}, "refusals": {"b"}}
    assert set(faults_of(Mentor, Pupil("a"), **facts)) == {"minimum", "choices"}


@pytest.mark.parametrize("marks", [{"art": True}, {"art": 4.5}, {"art": 0}, {1: 5}, "art 5", [5]])
def test_marks_are_whole_from_1_to_5(marks: Any) -> None:
    assert set(faults_of(Pupil, "a", marks=marks)) == {"marks"}


@pytest.mark.parametrize("value", [1, 0, "yes", "да"])
def test_a_consent_is_a_plain_yes_or_no(value: Any) -> None:
    """What is neither is a mistake, and never taken for consent."""
    assert set(faults_of(Pupil, "a", data_consent=value)) == {"data_consent"}
    assert set(faults_of(Mentee, Pupil("a"), agreed=value)) == {"agreed"}


@pytest.mark.parametrize("field", ["languages", "slots", "interests", "qualities"])
def test_one_text_is_not_taken_for_a_set_of_its_letters(field: str) -> None:
    assert faults_of(Pupil, "a", **{field: "chess"})[field].code == "not-a-set"
    facts: dict[str, Any] = {field: ["chess"]}
    assert getattr(Pupil("a", **facts), field) == frozenset({"chess"})


@pytest.mark.parametrize("field", ["subjects", "tasks", "choices", "refusals", "bans"])
def test_one_id_is_not_taken_for_a_list_of_ids(field: str) -> None:
    assert faults_of(Mentee, Pupil("a"), **{field: "p12"})[field].code == "not-a-set"


@pytest.mark.parametrize("kind", POSITIONS)
def test_unknown_is_none_and_never_a_guess(kind: type[Person]) -> None:
    person = kind("a")
    for field in ("organisation", "place", "languages", "slots", "data_consent", "name"):
        assert getattr(person, field) is None


@pytest.mark.parametrize(
    ("person", "minor"),
    [
        (Pupil("a", age=17), True),
        (Pupil("a", age=18), False),
        (Pupil("a"), True),
        (Student("a", age=17), True),
        (Student("a", age=18), False),
        (Student("a"), None),
        (Teacher("a"), False),
        (Professional("a"), False),
    ],
)
def test_a_pupil_of_unknown_age_is_a_minor(person: Person, minor: bool | None) -> None:
    """A wrong guess then asks for one consent too many, not for one too few."""
    assert person.minor is minor


def test_a_role_is_taken_by_a_person_with_a_position() -> None:
    assert faults_of(Mentor, "p1")["person"].code == "not-a-person"
    assert faults_of(Mentee, Person("p1"))["person"].code == "not-a-person"
    assert [kind("a").position for kind in POSITIONS] == list(Position)


def test_nobody_is_wanted_and_refused() -> None:
    faults = faults_of(Mentor, Pupil("a"), choices={"b", "c"}, refusals={"c"})
    assert faults["choices"].code == "wanted-and-refused"
    assert faults["choices"].details["value"] == "c"
    assert set(faults_of(Mentee, Pupil("a"), choices={"b"}, bans={"b"})) == {"choices"}


@pytest.mark.parametrize("kind", POSITIONS)
def test_a_repr_shows_the_id_and_nothing_else(kind: type[Person]) -> None:
    person = kind("p1", name=NAME, organisation="school-1", place="centre")
    assert repr(person) == str(person) == f"{kind.__name__}('p1')"
    assert repr(Mentor(person, agreed=True)) == f"Mentor({kind.__name__}('p1'))"


def test_no_message_about_a_person_has_the_name() -> None:
    make: Any = Pupil
    for facts in ({"name": NAME, "grade": 99}, {"name": [NAME]}):
        with pytest.raises(InvalidInputError) as caught:
            make("p1", **facts)
        error = caught.value
        assert NAME not in f"{error} {error!r} {error.text('ru')} {error.faults!r}"


def test_people_are_frozen() -> None:
    values: list[Any] = [Pupil("a"), Mentor(Pupil("a")), Mentee(Pupil("a"))]
    for value in values:
        for field in ("id", "person", "grade", "rating"):
            with pytest.raises(AttributeError):
                setattr(value, field, 3)
    pupil = Pupil("a", marks={"art": 5})
    with pytest.raises(TypeError):
        pupil.marks["art"] = 1  # type: ignore[index]


def test_what_was_given_can_change_without_changing_the_person() -> None:
    slots, marks = ["mon-15"], {"art": 5}
    pupil = Pupil("a", slots=slots, marks=marks)
    slots.append("tue-15")
    marks["art"] = 1
    assert pupil == Pupil("a", slots={"mon-15"}, marks={"art": 5})


@given(role=st.one_of(mentors(others=["b"]), mentees(others=["b"])))
def test_everybody_can_be_copied_pickled_and_compared(role: Role) -> None:
    for same in (pickle.loads(pickle.dumps(role)), copy.deepcopy(role), attrs.evolve(role)):
        assert same == role
        assert hash(same) == hash(role)


@given(person=people())
def test_no_name_in_use_is_shown(person: Person) -> None:
    assert not any(name in repr(person) + str(person) for name in NAMES)


@given(value=st.one_of(st.integers(), st.floats(allow_nan=False), st.text(), st.booleans()))
def test_whatever_is_no_grade_is_a_fault_and_no_crash(value: Any) -> None:
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 11:
        assert Pupil("a", grade=value).grade == value
    else:
        fault = faults_of(Pupil, "a", grade=value)["grade"]
        assert "grade from 1 to 11" in fault.text("en")
        assert pickle.loads(pickle.dumps(fault)).text("ru") == fault.text("ru")
