"""Fields of one's own of a person: what they may be, from whom they come, what of them counts."""

from typing import Any

import pytest

from nastavnik import Cohort, InvalidInputError, Mentee, Mentor, Pupil, Teacher
from nastavnik.people.fields import fact_at
from nastavnik.programme.round.digests import digest_of_cohort


def code_of(extra: Any) -> str:
    """Return what is wrong with fields of one's own; what somebody has there is never shown."""
    with pytest.raises(InvalidInputError) as caught:
        Pupil("a", extra=extra)
    (fault,) = caught.value.faults
    assert fault.field == "extra"
    assert "Secret" not in str(caught.value)
    return fault.code


def test_names_are_compared_and_texts_cleaned() -> None:
    person = Pupil(
        "a", extra={" Пол ": "Ж", "Ёлка–ель": " 7\u00a0 А ", "команда": "н/д", "x": None}
    )
    assert dict(person.extra) == {"елка-ель": "7 А", "пол": "Ж"}
    assert list(person.extra) == ["елка-ель", "пол"]
    assert "Ж" not in repr(person)
    assert hash(person) == hash(Pupil("a", extra={"пол": "Ж", "елка-ель": "7 А"}))
    assert not Teacher("t").extra


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        (["Secret"], "not-extra"),
        ({"": "Secret"}, "not-extra-name"),
        ({"a.b": "Secret"}, "not-extra-name"),
        ({"пoл": "Secret"}, "not-extra-name"),
        ({"п" * 41: "Secret"}, "not-extra-name"),
        ({1: "Secret"}, "not-extra-name"),
        ({"Пол": "Secret", "пол": "Secret"}, "not-extra-name"),
        ({"ФИО": "Secret"}, "private-extra"),
        ({"Телефон": "Secret"}, "private-extra"),
        ({"team": ["Secret"]}, "not-extra-value"),
        ({"team": "Secret " * 100}, "not-extra-value"),
    ],
)
def test_what_cannot_be_a_field_is_refused(extra: Any, code: str) -> None:
    assert code_of(extra) == code


def test_a_fact_is_found_by_the_way_to_it() -> None:
    role = Mentee(Pupil("a", extra={"команда": "Красные", "был": "t1; t2"}))
    assert fact_at(role, ("person", "extra", "команда")) == "красные"
    assert fact_at(role, ("person", "extra", "команда"), spelled=True) == "Красные"
    assert fact_at(role, ("person", "extra", "был", "ids")) == {"t1", "t2"}
    assert fact_at(role, ("person", "extra", "нет такого")) is None
    assert fact_at(Mentee(Pupil("a", name="Secret")), ("person", "name")) is None


def _of(**extra: str) -> Cohort:
    return Cohort(mentees=[Mentee(Pupil("a", extra=extra))], mentors=[])


def test_the_digest_counts_them_where_somebody_has_any() -> None:
    assert digest_of_cohort(_of(team="Red")) != digest_of_cohort(_of())
    assert digest_of_cohort(_of(team="Red")) != digest_of_cohort(_of(team="Blue"))
    assert digest_of_cohort(_of(team="Red")) == digest_of_cohort(_of(Team="Red"))
    whole = Cohort.from_columns(
        mentees={"id": ["a", "b"], "position": "pupil", "extra.team": [None, "Red"]},
        mentors={"id": [], "position": []},
    )
    alone = Cohort(mentees=whole.mentees[:1], mentors=[])
    assert digest_of_cohort(alone) == digest_of_cohort(_of())


def test_one_person_in_both_tables_may_have_a_column_in_one() -> None:
    def both(**of_mentor: str) -> Cohort:
        return Cohort(
            mentees=[Mentee(Pupil("a", extra={"team": "Red", "asks": "yes"}))],
            mentors=[Mentor(Pupil("a", extra=of_mentor))],
        )

    assert both(team="red", place="x").mentors
    with pytest.raises(InvalidInputError) as caught:
        both(team="blue")
    assert "they differ in extra" in str(caught.value)


def test_a_column_for_each_field_or_one_for_all() -> None:
    each = {
        "id": ["b", "c"],
        "position": "pupil",
        "extra.Team": ["Red", None],
        "extra.пол": ["ж", "м"],
    }
    nobody: dict[str, list[str]] = {"id": [], "position": []}
    cohort = Cohort.from_columns(mentees=each, mentors=nobody)
    assert [dict(one.person.extra) for one in cohort.mentees] == [
        {"team": "Red", "пол": "ж"},
        {"пол": "м"},
    ]
    whole = {
        "id": ["b", "c"],
        "position": "pupil",
        "extra": [{"team": "Red", "пол": "ж"}, {"пол": "м"}],
    }
    assert Cohort.from_columns(mentees=whole, mentors=nobody) == cohort
    facts = cohort.mentee_facts
    assert facts.field(("person", "extra", "team")).values == ("red", None)


def test_wrong_columns_are_told_with_column_and_row() -> None:
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(
            mentees={
                "id": ["b"],
                "position": "pupil",
                "extra.team": [7],
                "extra.a.b": ["x"],
                "extra.Пол": ["ж"],
                "extra.пол": ["ж"],
                "extra.ФИО": ["Secret"],
            },
            mentors={"id": [], "position": [], "extra": [], "extra.team": []},
        )
    told = {
        (fault.place.column, fault.place.row): fault.code
        for fault in caught.value.faults
        if fault.place
    }
    assert told == {
        ("extra.team", 1): "not-extra-value",
        ("extra.a.b", None): "not-extra-name",
        ("extra.пол", None): "doubled-column",
        ("extra.ФИО", None): "private-extra",
        ("extra.team", None): "doubled-column",
    }
    assert "Secret" not in str(caught.value)
