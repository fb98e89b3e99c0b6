"""People given as columns are the people made by hand, and are refused where those would be."""

import sys
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.facts import decoded
from nastavnik import TARGET_MODEL, Cohort, InvalidInputError, Mentee, Mentor, Pupil, Teacher
from nastavnik.basics.errors import Fault, UnknownNameError
from nastavnik.people import PERSON_TYPES, Person, Student
from nastavnik.people.frames import facts
from nastavnik.people.frames.lazy import LazyRoles
from nastavnik.programme.round.cohort import faults_in, faults_under
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.testing.strategies import cohorts

Columns = dict[str, list[Any]]

LIST, TEXT, TRUTH, WHOLE = pa.list_(pa.string()), pa.string(), pa.bool_(), pa.int64()
MARKS = pa.map_(pa.string(), pa.int64())
TYPES = {
    **dict.fromkeys(["languages", "slots", "interests", "qualities", "subjects", "tasks"], LIST),
    **dict.fromkeys(["choices", "refusals", "bans", "taught_subjects", "signs"], LIST),
    "newcomer_since": pa.date32(),
    **dict.fromkeys(
        ["id", "name", "organisation", "place", "letter", "category", "position"], TEXT
    ),
    **dict.fromkeys(["online", "data_consent", "agreed", "guardian_agreed"], TRUTH),
    **dict.fromkeys(["trained", "cleared"], TRUTH),
    **dict.fromkeys(["grade", "age", "experience", "capacity"], WHOLE),
    **dict.fromkeys(["minimum", "priority"], WHOLE),
    "marks": MARKS,
    "extra": pa.map_(pa.string(), pa.string()),
}


def columns_of(roles: Any, kind: type[Mentor] | type[Mentee]) -> Columns:
    """Return the people as plain columns, every field that any position has among them."""
    people: list[dict[str, Any]] = []
    for role in roles:
        row = {"position": role.person.position.value}
        for one, behind in ((role, ""), (role.person, "person")):
            for field in attrs.fields(type(one)):
                name = (
                    "taught_subjects"
                    if (behind, field.name) == ("person", "subjects")
                    else field.name
                )
                row[name] = getattr(one, field.name)
        people.append(row)
    every = {f.name for one in PERSON_TYPES.values() for f in attrs.fields(one)} | {"position"}
    every |= {f.name for f in attrs.fields(kind)} - {"person"} | {"taught_subjects"}

    def plain(value: Any) -> Any:
        if isinstance(value, frozenset):
            return sorted(value, reverse=True)
        return dict(value) if hasattr(value, "items") else value

    return {name: [plain(row.get(name)) for row in people] for name in sorted(every)}


def arrow(columns: Columns) -> Any:
    """Return a pyarrow table, marks as a map."""

    def items(value: Any) -> Any:
        return list(value.items()) if isinstance(value, dict) else value

    return pa.table(
        {n: pa.array([items(v) for v in column], type=TYPES[n]) for n, column in columns.items()}
    )


def polars(columns: Columns) -> Any:
    return pl.from_arrow(arrow(columns))


MAKERS: dict[str, Callable[[Columns], Any]] = {
    "mapping": lambda columns: columns,
    "pandas": pd.DataFrame,
    "pandas objects": lambda columns: pd.DataFrame(columns, dtype=object),
    "pandas of arrow": lambda columns: arrow(columns).to_pandas(),
    "pandas nullable": lambda columns: arrow(columns).to_pandas().convert_dtypes(),
    "polars": polars,
    "pyarrow": arrow,
}
PATHS = [
    *[
        ("person", name)
        for name in ("grade", "age", "minor", "subjects", "marks", "position", "id")
    ],
    *[("person", name) for name in ("experience", "languages", "online", "data_consent")],
    *[("person", "extra", name) for name in ("пол", "same gender", "nobody has it")],
    ("person", "extra", "last mentors", "ids"),
    *[(name,) for name in ("id", "agreed", "subjects", "choices", "tasks")],
]
OF_MENTEES = [("signs",), ("newcomer_since",), ("newcomer",)]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
@given(cohort=cohorts(minimums=True, priorities=True), data=st.data())
def test_columns_are_the_people(make: Any, cohort: Cohort, data: st.DataObject) -> None:
    """Whatever holds the columns, in whatever order the rows are."""
    mentees = data.draw(st.permutations(cohort.mentees))
    mentors = data.draw(st.permutations(cohort.mentors))
    same = Cohort.from_columns(
        mentees=make(columns_of(mentees, Mentee)), mentors=make(columns_of(mentors, Mentor))
    )
    assert same == cohort
    assert cohort == same
    assert hash(same) == hash(cohort)
    assert (same.mentees, same.mentors) == (cohort.mentees, cohort.mentors)
    assert [m.person.name for m in same.mentees] == [m.person.name for m in cohort.mentees]
    assert same.places == cohort.places
    assert digest_of_cohort(same) == digest_of_cohort(cohort)
    for side in ("mentee_facts", "mentor_facts"):
        ours, theirs = getattr(same, side), getattr(cohort, side)
        assert list(ours.ids) == list(theirs.ids)
        for path in [*PATHS, *(OF_MENTEES if side == "mentee_facts" else [])]:
            one, other = ours.field(path), theirs.field(path)
            values = [decoded(f) for f in (one, other)]
            assert values[0] == values[1], path
            assert list(map(type, values[0])) == list(map(type, values[1])), path


def test_what_is_not_there_has_its_default() -> None:
    cohort = Cohort.from_columns(
        mentees={"id": ["b", "a"], "position": ["teacher", "pupil"]},
        mentors={"id": ["c"], "position": "student", "capacity": np.array([np.nan])},
    )
    assert cohort == Cohort(
        mentees=[Mentee(Pupil("a")), Mentee(Teacher("b"))], mentors=[Mentor(Student("c"))]
    )
    taught = cohort.mentee_facts.field(("person", "subjects"))
    assert decoded(taught) == [None, frozenset()]


def test_a_missing_minimum_or_priority_is_the_usual_one() -> None:
    cohort = Cohort.from_columns(
        mentees={"id": ["a", "b"], "position": "pupil", "priority": np.array([np.nan, 1])},
        mentors={"id": ["c", "d"], "position": "pupil", "minimum": [None, 1]},
    )
    assert [mentee.priority for mentee in cohort.mentees] == [5, 1]
    assert [mentor.minimum for mentor in cohort.mentors] == [0, 1]


def test_minimum_and_priority_are_in_the_digest() -> None:
    def digest(priority: list[int], minimum: list[int]) -> str:
        return digest_of_cohort(
            Cohort.from_columns(
                mentees={"id": ["a"], "position": "pupil", "priority": priority},
                mentors={"id": ["b"], "position": "pupil", "minimum": minimum},
            )
        )

    assert len({digest([5], [0]), digest([1], [0]), digest([5], [1])}) == 3


def test_nobody_at_all_is_a_cohort() -> None:
    nobody: Any = {"id": [], "position": "pupil"}
    assert Cohort.from_columns(mentees=nobody, mentors=nobody) == Cohort(mentees=[], mentors=[])


def faults_of(mentees: Any, mentors: Any = None) -> list[tuple[str, int | None, str | None]]:
    """Return the faults of columns by code, row and column."""
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(
            mentees=mentees, mentors={"id": [], "position": []} if mentors is None else mentors
        )
    found = []
    for fault in caught.value.faults:
        assert fault.text("ru")
        assert fault.place is not None
        found.append((fault.code, fault.place.row, fault.place.column))
    return found


GOOD: Columns = {"id": ["a", "b", "c"], "position": ["pupil", "teacher", "student"]}


@pytest.mark.parametrize(
    ("name", "values", "code", "row"),
    [
        ("id", ["a", "", "c"], "empty-id", 2),
        ("id", ["a", " b", "c"], "not-plain-id", 2),
        ("id", ["a", None, "c"], "missing-value", 2),
        ("id", ["a", 7, "c"], "not-text", 2),
        ("id", ["a", "c", "a"], "duplicate-row", 3),
        ("position", ["pupil", "teecher", "student"], "unknown-choice", 2),
        ("position", ["pupil", None, "student"], "missing-value", 2),
        ("grade", [12, None, None], "not-grade", 1),
        ("grade", [1, 1, None], "not-for-position", 2),
        ("age", [12, None, 12], "out-of-range", 3),
        ("age", [np.float64(5.5), None, None], "not-whole", 1),
        ("age", [True, None, 15], "not-whole", 1),
        ("marks", [{"art": 6}, None, None], "out-of-range", 1),
        ("marks", [{"art": True}, None, None], "not-marks", 1),
        ("marks", [[("art", 4), ("art", 5)], None, None], "not-marks", 1),
        ("marks", [None, None, {"art": 5}], "not-for-position", 3),
        ("slots", [None, "mon-15;tue-15", None], "text-for-list", 2),
        ("slots", [["x"], [1], None], "not-a-set", 2),
        ("slots", [["x"], [["y"]], None], "not-a-set", 2),
        ("online", [True, "yes", None], "not-yes-no", 2),
        ("data_consent", [True, 1, None], "not-yes-no", 2),
        ("name", [None, 3, None], "not-text", 2),
        ("category", [None, 3, None], "not-text", 2),
        ("signs", [["keeps-apart"], "keeps-apart", None], "text-for-list", 2),
        ("newcomer_since", ["2026-09-01", None, "2026-09-31"], "not-day", 3),
        ("newcomer_since", [None, 2026, None], "not-day", 2),
        ("choices", [[], ["x"], []], "names-nobody", 2),
        ("bans", [[], ["x y"], []], "name-for-id", 2),
        ("priority", [1, 0, 9], "out-of-range", 2),
        ("priority", [1, None, 10], "out-of-range", 3),
        ("priority", [1, "высокий", 9], "not-whole", 2),
        ("priority", [True, 5, 5], "not-whole", 1),
    ],
)
def test_a_bad_value_is_refused_with_row_and_column(
    name: str, values: list[Any], code: str, row: int
) -> None:
    assert faults_of({**GOOD, name: values}) == [(code, row, name)]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({**GOOD, "grde": [1, 2, 3]}, [("unknown-column", None, "grde")]),
        ({**GOOD, "capacity": [1, 2, 3]}, [("unknown-column", None, "capacity")]),
        ({**GOOD, "age": [1]}, [("uneven-column", None, "age")]),
        ({**GOOD, "age": 5}, [("not-a-column", None, "age")]),
        ({**GOOD, "age": np.zeros((3, 2))}, [("not-a-column", None, "age")]),
        ({"position": ["pupil"]}, [("no-column", None, None)]),
        ({"id": ["a"]}, [("no-column", None, None)]),
        (pl.LazyFrame(GOOD), [("not-a-table", None, None)]),
        ([GOOD], [("not-a-table", None, None)]),
        (pd.DataFrame([[1, 2]], columns=["id", "id"]), [("column-twice", None, "id")]),
        (
            pd.DataFrame(GOOD).assign(x=1).rename(columns={"x": 2024}),
            [("heading-not-text", None, "2024")],
        ),
        (
            pd.DataFrame(GOOD).assign(x=1, y=1).rename(columns={"x": 2024, "y": None}),
            [("heading-not-text", None, "2024"), ("heading-not-text", None, "None")],
        ),
        (
            pd.DataFrame(
                [["a", "pupil"]], columns=pd.MultiIndex.from_product([["x"], ["id", "position"]])
            ),
            [("headings-in-levels", None, None)],
        ),
    ],
)
def test_a_bad_table_is_refused(columns: Any, expected: Any) -> None:
    assert faults_of(columns) == expected


def test_all_faults_of_both_tables_come_at_once_in_order() -> None:
    mentees = {
        **GOOD,
        "age": [3, None, 15],
        "choices": [["m"], [], ["z"]],
        "refusals": [["m"], [], []],
    }
    mentors = {"id": ["m", "b"], "position": "pupil", "capacity": [0, 1], "naem": [1, 2]}
    assert faults_of(mentees, mentors) == [
        ("out-of-range", 1, "age"),
        ("wanted-and-refused", 1, "choices"),
        ("names-nobody", 3, "choices"),
        ("unknown-column", None, "naem"),
        ("no-places", 1, "capacity"),
        ("two-people", 2, "id"),
    ]


ABOVE = "minimum-above-capacity"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"minimum": [0, -1, 1]}, [("out-of-range", 2, "minimum")]),
        ({"minimum": [0, 1.5, 1]}, [("not-whole", 2, "minimum")]),
        ({"minimum": [0, 3, 1], "capacity": [2, 2, 1]}, [(ABOVE, 2, "minimum")]),
        ({"minimum": [0, 1, 2], "capacity": [1, 1, None]}, [(ABOVE, 3, "minimum")]),
        ({"minimum": [0, 1, 2]}, [(ABOVE, 3, "minimum")]),
        ({"minimum": [3, 1, 2], "capacity": [0, 1, 2]}, [("no-places", 1, "capacity")]),
        ({"minimum": [3, 1, 2], "capacity": [3]}, [("uneven-column", None, "capacity")]),
        ({"minimum": [3, 1, 2], "capasity": [3, 1, 2]}, [("unknown-column", None, "capasity")]),
    ],
)
def test_a_minimum_is_held_against_the_places_of_its_row(columns: Any, expected: Any) -> None:
    """Unless how many places there are is not known, because that is wrong itself."""
    assert faults_of({"id": [], "position": []}, {**GOOD, **columns}) == expected


@given(numbers=st.lists(st.tuples(st.integers(1, 3), st.integers(0, 4)), min_size=1))
def test_a_minimum_above_the_places_is_the_fault_of_the_object(
    numbers: list[tuple[int, int]],
) -> None:
    expected = []
    for k, (capacity, minimum) in enumerate(numbers):
        try:
            Mentor(Pupil(f"m{k:03}"), capacity=capacity, minimum=minimum)
        except InvalidInputError as error:
            expected += plainly(error.faults)
    found = []
    try:
        Cohort.from_columns(
            mentees={"id": [], "position": []},
            mentors={
                "id": [f"m{k:03}" for k in range(len(numbers))],
                "position": "pupil",
                "capacity": [capacity for capacity, _ in numbers],
                "minimum": [minimum for _, minimum in numbers],
            },
        )
    except InvalidInputError as error:
        found = [one for one in plainly(error.faults) if one[0] != "more-rows"]
    assert [one for one in expected if one in found] == found
    assert {str(one[4]) for one in found} == {str(one[4]) for one in expected}


def test_one_minimum_above_the_places_of_many_is_counted() -> None:
    many = {"id": [f"p{k:03}" for k in range(200)], "position": "pupil", "minimum": [2] * 200}
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(mentees={"id": [], "position": []}, mentors=many)
    assert [fault.code for fault in caught.value.faults] == [ABOVE] * 5 + ["more-rows"]
    assert caught.value.faults[0].subject == ("mentor", "p000")


def test_one_wrong_value_of_many_people_is_counted() -> None:
    many = {"id": [f"p{k:03}" for k in range(200)], "position": "pupil", "grade": [13] * 200}
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(mentees=many, mentors={"id": [], "position": "pupil"})
    assert [fault.code for fault in caught.value.faults] == ["not-grade"] * 5 + ["more-rows"]
    assert caught.value.faults[-1].details["value"] == 195


def test_no_name_is_in_a_message() -> None:
    """Of one person who stands in both tables under two names, and of a wrong name."""
    tables = [
        {"id": ["a"], "position": "pupil", "name": [n]} for n in ("Secretname A", "Secretname B")
    ]
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(mentees=tables[0], mentors=tables[1])
    assert [fault.code for fault in caught.value.faults] == ["two-people"]
    assert "Secretname" not in str(caught.value)
    with pytest.raises(InvalidInputError) as caught:
        Cohort.from_columns(mentees={**tables[0], "name": [["Secretname"]]}, mentors=tables[1])
    assert "Secretname" not in str(caught.value)


def plainly(faults: Any) -> list[tuple[Any, ...]]:
    return [(f.code, f.subject, f.field, f.advice, f.details) for f in faults]


@given(cohort=cohorts(min_mentees=1, min_mentors=1), data=st.data())
def test_the_whole_is_checked_as_for_objects(cohort: Cohort, data: st.DataObject) -> None:
    """The same faults in the same order, of people who name or are whom they may not."""
    ids = ["x", "y z", *[m.id for m in cohort.mentors]]

    def spoiled(role: Any) -> Any:
        wishes = {"choices": {data.draw(st.sampled_from(ids))}, "refusals": set()}
        bans: Any = {"bans": set()} if isinstance(role, Mentee) else {}
        person = attrs.evolve(
            role.person, data_consent=data.draw(st.sampled_from([None, True, False]))
        )
        return attrs.evolve(
            role, person=person, tasks={data.draw(st.sampled_from(["t", "u"]))}, **wishes, **bans
        )

    mentees, mentors = (tuple(map(spoiled, some)) for some in (cohort.mentees, cohort.mentors))
    expected = list(faults_in(mentees, mentors))
    found: list[Fault] = []
    try:
        made = Cohort.from_columns(
            mentees=columns_of(mentees, Mentee), mentors=columns_of(mentors, Mentor)
        )
    except InvalidInputError as error:
        found = list(error.faults)
    else:
        under = faults_under(TARGET_MODEL, made.mentees, made.mentors)
        assert plainly(under) == plainly(faults_under(TARGET_MODEL, mentees, mentors))
    key = str
    assert sorted(plainly(found), key=key) == sorted(plainly(expected), key=key)


def test_nobody_is_made_before_being_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make = facts._of_checked

    def counted(kind: type[Any], given: Any) -> Any:
        if issubclass(kind, Person):
            made.append(given["id"])
        return make(kind, given)

    monkeypatch.setattr(facts, "_of_checked", counted)
    many = {
        "id": [f"p{k:03}" for k in range(200)],
        "position": ["pupil", "student"] * 100,
        "age": [14, 20] * 100,
        "choices": [["m"]] * 200,
    }
    mentors = {"id": ["m", "p000"], "position": "pupil", "age": [17, 14]}
    cohort = Cohort.from_columns(mentees=many, mentors=mentors)
    digest_of_cohort(cohort)
    assert list(faults_under(TARGET_MODEL, cohort.mentees, cohort.mentors)) == []
    assert len(cohort.mentees) == 200
    assert cohort.places == 2
    assert made == []
    assert cohort.mentees[3].id == cohort.mentee("p003").id == cohort.mentees[-197].id == "p003"
    assert made == ["p003"] * 3
    assert [mentee.id for mentee in cohort.mentees[198:]] == ["p198", "p199"]
    assert made[3:] == ["p198", "p199"]


def test_lazy_people_are_a_sequence() -> None:
    cohort = Cohort.from_columns(mentees=GOOD, mentors={"id": ["m"], "position": "pupil"})
    people = cohort.mentees
    assert isinstance(people, LazyRoles)
    assert people == (*people,)
    assert people[1:] == tuple(people)[1:]
    assert people != (*people, people[0])
    assert people[0] in people
    with pytest.raises(IndexError):
        people[3]
    with pytest.raises(UnknownNameError):
        cohort.mentee("zz")
    assert repr(people) == "<3 mentees>"
    more = attrs.evolve(cohort, mentors=[*cohort.mentors, Mentor(Pupil("n"))])
    assert [mentor.id for mentor in more.mentors] == ["m", "n"]
    with pytest.raises(InvalidInputError) as caught:
        attrs.evolve(cohort, mentors=[Mentor(Pupil("b"))])
    assert [fault.code for fault in caught.value.faults] == ["two-people"]


def test_without_narwhals_a_mapping_still_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    table = {"id": ["a"], "position": "pupil"}
    mentors = {"id": ["m"], "position": "pupil"}
    assert len(Cohort.from_columns(mentees=table, mentors=mentors).mentees) == 1
    with pytest.raises(ModuleNotFoundError, match=r"nastavnik\[frames\]"):
        Cohort.from_columns(mentees=pd.DataFrame({**table, "id": ["a"]}), mentors=mentors)
