"""Everybody's facts as numbers of distinct values, from which the same facts come back."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.facts import decoded, fact_of
from helpers.own_kinds import Level, OwnPupil
from nastavnik.basics.errors import RuleError, UnknownNameError
from nastavnik.people import Mentee, Mentor, Position, Pupil, Student, Teacher
from nastavnik.people.columns import Facts, RoleFacts, encoded
from nastavnik.testing.strategies import mentors

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.sampled_from([0.0, 1.0, "a", "b", Level.NEW, (), (1,)]),
    st.frozensets(st.sampled_from("abc")),
    st.lists(st.integers(0, 1), max_size=1),
    st.dictionaries(st.sampled_from("ab"), st.integers(0, 1)),
)


@given(values=st.lists(VALUES))
def test_what_is_encoded_comes_back(values: list[Any]) -> None:
    """With its type, for True is not 1 here."""
    back = decoded(encoded(values))
    assert [(type(v), v) for v in back] == [(type(v), v) for v in values]


@given(values=st.lists(VALUES))
def test_equal_values_of_one_type_have_one_number(values: list[Any]) -> None:
    field = encoded(values)
    hashed = [(type(v), v) for v in values if not isinstance(v, (list, dict))]
    apart = sum(isinstance(v, (list, dict)) for v in values)
    assert len(set(hashed)) <= len(field.values) <= len(set(hashed)) + apart
    assert field.codes.dtype == np.int32


def test_true_and_one_are_two_values() -> None:
    assert encoded([True, 1, None, 1.0, True]).codes.tolist() == [0, 1, 2, 3, 0]
    assert encoded([True, 1]).values[0] is True


def test_a_value_without_a_hash_is_like_no_other() -> None:
    assert encoded([[1], [1], None, None]).codes.tolist() == [0, 1, 2, 2]


FIELDS = [
    ("capacity",),
    ("agreed",),
    ("choices",),
    ("id",),
    ("person", "id"),
    ("person", "grade"),
    ("person", "marks"),
    ("person", "minor"),
    ("person", "position"),
    ("person", "experience"),
    ("person", "slots"),
    ("person", "subjects"),
]


@given(roles=st.lists(mentors(), max_size=6), reach=st.slices(6))
def test_facts_are_those_of_the_roles(roles: list[Mentor], reach: slice) -> None:
    """Whatever positions stand side by side; and those of a part are those of its people."""
    facts = RoleFacts(roles, side="mentor")
    indices = np.arange(len(roles))[reach]
    parts: list[tuple[Facts, list[Mentor]]] = [
        (facts, roles),
        (facts.part(reach), roles[reach]),
        (facts.part(indices), roles[reach]),
        (facts.part(indices).part(slice(1, None)), roles[reach][1:]),
    ]
    for part, some in parts:
        assert list(part.ids) == [role.id for role in some]
        assert len(part) == len(some)
        assert [part.role(k) for k in range(len(part))] == some
        assert part.leads_to_person(("person",))
        for path in FIELDS:
            expected = [fact_of(role, path) for role in some]
            assert decoded(part.field(path)) == expected
            assert not some or not part.leads_to_person(path)


def test_a_field_is_looked_at_once() -> None:
    facts = RoleFacts([Mentee(Pupil("b", grade=6))], side="mentee")
    assert facts.field(("person", "grade")) is facts.field(("person", "grade"))
    part = facts.part(slice(None))
    assert part.field(("person", "grade")) is part.field(("person", "grade"))
    assert part.field(("person", "grade")).values is facts.field(("person", "grade")).values


def test_a_field_of_another_position_is_unknown() -> None:
    facts = RoleFacts([Mentee(Pupil("b", grade=6)), Mentee(Student("s"))], side="mentee")
    assert decoded(facts.field(("person", "experience"))) == [None, None]
    assert decoded(facts.field(("person", "grade"))) == [6, None]
    assert decoded(facts.field(("person", "position"))) == [Position.PUPIL, Position.STUDENT]


def test_a_field_that_nobody_has_is_a_mistake() -> None:
    facts = RoleFacts([Mentee(Pupil("b")), Mentee(Teacher("t"))], side="mentee")
    with pytest.raises(UnknownNameError, match=r"mentee\.person\.grade"):
        facts.field(("person", "grde"))
    with pytest.raises(UnknownNameError, match=r"mentee\.bans"):
        facts.field(("bnas",))


def test_a_display_name_is_refused() -> None:
    facts = RoleFacts([Mentee(Pupil("b", name="Invented Name"))], side="mentee")
    with pytest.raises(RuleError, match="display name"):
        facts.field(("person", "name"))
    with pytest.raises(RuleError, match="display name"):
        facts.part(slice(None)).field(("person", "name"))


def test_a_property_that_fails_is_a_mistake() -> None:
    for others in ([], [Mentee(Teacher("t"))]):
        facts = RoleFacts([Mentee(OwnPupil("b")), *others], side="mentee")
        with pytest.raises(AttributeError):
            facts.field(("person", "broken"))


def test_a_person_behind_a_person_is_led_to_where_everybody_has_one() -> None:
    deputy = Pupil("d", grade=3)
    all_have = [Mentor(OwnPupil(f"m{k}", deputy=deputy)) for k in range(2)]
    facts = RoleFacts(all_have, side="mentor")
    assert facts.leads_to_person(("person", "deputy"))
    assert decoded(facts.field(("person", "deputy", "grade"))) == [3, 3]
    some_have = RoleFacts([*all_have, Mentor(Teacher("t"))], side="mentor")
    assert not some_have.leads_to_person(("person", "deputy"))
    assert decoded(some_have.field(("person", "deputy", "grade"))) == [3, 3, None]
