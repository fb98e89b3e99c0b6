"""Statements that are missing are told of exactly those whom they keep from every pair; compared with every filling."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.sizes import examples
from nastavnik import (
    TARGET_MODEL,
    Cohort,
    Mentee,
    Mentor,
    Methodology,
    Pupil,
    Requirement,
    Teacher,
    Text,
)
from nastavnik.basics.texts import LANGUAGES
from nastavnik.matching.reasons import openings, statements
from nastavnik.matching.reasons.concerns import concerns_of
from nastavnik.matching.reasons.openings import CLEARLY
from nastavnik.matching.reasons.statements import statements_missing
from nastavnik.people.columns import Encoded, Path, as_seen, encoded
from nastavnik.people.frames.facts import POSITION, ColumnFacts
from nastavnik.people.frames.lazy import LazyRoles
from nastavnik.people.records import PERSON_TYPES, Role
from nastavnik.programme.round.concerns import Concern
from nastavnik.report.of_concerns import say_concern
from nastavnik.rules.verdict import judge
from nastavnik.rules.vocabulary import count, known, subjects_from
from nastavnik.testing.strategies import NAMES, cohorts

TRIED = {
    "agreed": (True, False),
    "guardian_agreed": (True, False),
    "trained": (True, False),
    "cleared": (True, False),
    "person.data_consent": (True, False),
    "person.experience": (0, 1, 2, 3, 4, 5, 8, 12, 20, 31, 40, 80),
    "person.grade": range(1, 12),
    "person.age": range(5, 40),
}
"""Values that are tried of facts with few of them."""

LISTS = ("person.languages", "person.slots", "person.interests", "person.subjects", "subjects")


def admissible(mentor: Mentor, mentee: Mentee, methodology: Methodology) -> bool:
    """Return whether a pair may be formed, rule by rule."""
    return any(
        form.mentor_position is mentor.person.position
        and form.mentee_position is mentee.person.position
        and all(
            judge(rule, mentor, mentee).holds
            for rule in methodology.requirements_of(form, role_model)
        )
        for form, role_model in methodology.ways
    )


def with_anybody(role: Role, others: Iterable[Any], methodology: Methodology) -> bool:
    """Return whether somebody may be paired with one of the other side."""
    return any(
        admissible(role, other, methodology)
        if isinstance(role, Mentor) and isinstance(other, Mentee)
        else isinstance(role, Mentee) and admissible(other, role, methodology)
        for other in others
    )


def stated(role: Role, path: str) -> Any:
    """Return a fact of somebody; `...` where their position has none."""
    owner: Any = role.person if path.startswith("person.") else role
    name = path.removeprefix("person.")
    return getattr(owner, name) if name in attrs.fields_dict(type(owner)) else ...


def stating(role: Any, path: str, value: object) -> Any:
    """Return somebody with a fact filled in."""
    if path.startswith("person."):
        return attrs.evolve(
            role, person=attrs.evolve(role.person, **{path.removeprefix("person."): value})
        )
    return attrs.evolve(role, **{path: value})


def is_open(path: str, value: object) -> bool:
    """Return whether a fact is missing, or not done where it can be."""
    if value is ...:
        return False
    return (
        value is None
        or value in (frozenset(), {})
        or (path in ("trained", "cleared") and not value)
    )


def some_of(words: Iterable[str]) -> list[frozenset[str]]:
    """Return lists of one and two of some words, and of all."""
    every = sorted(words)
    few = [frozenset(some) for size in (1, 2) for some in combinations(every, size)]
    return [*few, frozenset(every)] if every else []


def fillings(  # noqa: PLR0911 - one line for each kind of fact
    role: Role, path: str, cohort: Cohort, methodology: Methodology
) -> Iterable[Any]:
    """Return values that a fact may have, more of them than the library tries."""
    person: Any = role.person
    everybody: list[Any] = [*cohort.mentees, *cohort.mentors]
    if path == "person.age" and getattr(person, "grade", None) is not None:
        return range(person.grade + 5, person.grade + 9)
    if path == "person.grade" and person.age is not None:
        return [g for g in range(1, 12) if 5 <= person.age - g <= 8] or range(1, 12)
    if path == "person.age":
        return range(5, 26) if isinstance(person, Pupil) else range(13, 40)
    if path in TRIED:
        return TRIED[path]
    if path == "category":
        return [c.id for form in methodology.forms for c in form.categories]
    if path == "person.qualities":
        return some_of(quality.id for quality in methodology.qualities)
    if path in ("person.organisation", "person.place"):
        return {stated(one, path) for one in everybody} - {None}
    subjects = {
        word
        for one in everybody
        for name in ("subjects", "person.subjects", "person.marks")
        for word in (stated(one, name) if stated(one, name) not in (None, ...) else ())
    }
    if path == "person.marks":
        marks = [{s: mark} for s in subjects for mark in range(1, 6)]
        return [*marks, *(dict.fromkeys(subjects, mark) for mark in range(1, 6) if subjects)]
    if path in ("subjects", "person.subjects"):
        return some_of(subjects)
    return some_of(w for one in everybody for w in (stated(one, path) or ()))


def kept_by_one(cohort: Cohort, methodology: Methodology) -> set[tuple[str, str, str]]:
    """Return side, fact and id of all whom one missing statement keeps from every pair, by trying each."""
    found = set()
    sides: list[tuple[str, Any, Any]] = [
        ("mentee", cohort.mentees, cohort.mentors),
        ("mentor", cohort.mentors, cohort.mentees),
    ]
    for side, roles, others in sides:
        for role in roles:
            if with_anybody(role, others, methodology):
                continue
            for path in (*TRIED, "category", "person.qualities", "person.marks", *LISTS,
                         "person.organisation", "person.place"):  # fmt: skip
                if path == "category" and side == "mentor":
                    continue
                if path in ("trained", "cleared") and side == "mentee":
                    continue
                if is_open(path, stated(role, path)) and any(
                    with_anybody(stating(role, path, value), others, methodology)
                    for value in fillings(role, path, cohort, methodology)
                ):
                    found.add((side, path, role.id))
    return found


def told(concerns: Iterable[Concern], *, alone: bool = True) -> set[tuple[str, str, str]]:
    """Return side, fact and id of all of whom the library says so."""
    return {
        (str(one.side), str(one.field), name)
        for one in concerns
        if one.code == "statement-missing"
        for name in (one.alone if alone else one.people)
    }


def empty(concerns: Iterable[Concern]) -> set[tuple[str, str]]:
    """Return side and fact of what is said to be empty throughout."""
    return {
        (str(one.side), str(one.field))
        for one in concerns
        if one.code == "column-empty" and not one.role_models
    }


def nobody_refuses(cohort: Cohort) -> bool:
    """Return whether no consent is refused; whom one is refused for is not told of."""
    return not any(
        False in (role.agreed, role.guardian_agreed, role.person.data_consent)
        for role in (*cohort.mentees, *cohort.mentors)
    )


OPEN = st.sampled_from(
    ["agreed", "trained", "person.data_consent", "person.qualities", "category", "guardian_agreed"]
)


@st.composite
def rounds(draw: st.DrawFn) -> Cohort:
    """Draw a small round in which little is in the way, with some statements taken out."""
    cohort = draw(cohorts(min_mentees=1, max_mentees=3, min_mentors=1, max_mentors=3, willing=True))

    def emptied(role: Any) -> Any:
        for path in draw(st.lists(OPEN, max_size=2, unique=True)):
            if stated(role, path) is not ...:
                nothing: object = frozenset() if path == "person.qualities" else None
                role = stating(role, path, nothing)
        return role

    mentees = {role.id: emptied(role) for role in cohort.mentees}
    mentors = {role.id: emptied(role) for role in cohort.mentors}
    for name in mentees.keys() & mentors.keys():  # one id is one person
        mentors[name] = attrs.evolve(mentors[name], person=mentees[name].person)
    return Cohort(mentees=mentees.values(), mentors=mentors.values())


@settings(max_examples=examples(60), deadline=None)
@given(rounds().filter(nobody_refuses))
def test_those_kept_by_one_statement_are_those_whom_a_filling_lets_in(cohort: Cohort) -> None:
    """Nobody else, and none of them left out."""
    found = list(statements_missing(cohort, TARGET_MODEL))
    expected = kept_by_one(cohort, TARGET_MODEL)
    whole = empty(found)
    assert told(found) == {one for one in expected if one[:2] not in whole}


@settings(max_examples=examples(40), deadline=None)
@given(rounds().filter(nobody_refuses))
def test_nothing_helps_those_before_it_is_recorded(cohort: Cohort) -> None:
    """Whoever is told of, but not as kept by it alone, stays without a pair whatever other statement is made."""
    found = list(statements_missing(cohort, TARGET_MODEL))
    by_one = kept_by_one(cohort, TARGET_MODEL)
    for side, path, name in told(found, alone=False) - told(found):
        others = {p for s, p, n in by_one if (s, n) == (side, name)}
        assert not others - {path}, (side, path, name, others)


@settings(max_examples=examples(60), deadline=None)
@given(rounds().filter(nobody_refuses))
def test_whom_a_missing_fact_leaves_clearly_fewer_pairs(cohort: Cohort) -> None:
    """Exactly those, with how many they have and could have; every pair counted rule by rule."""
    found = list(statements_missing(cohort, TARGET_MODEL))
    whole = {(one.side, one.field) for one in found if one.code == "column-empty"}
    expected: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    sides: list[tuple[str, Any, Any]] = [
        ("mentor", cohort.mentors, cohort.mentees),
        ("mentee", cohort.mentees, cohort.mentors),
    ]
    for side, roles, others in sides:
        lonely = {other.id for other in others if not with_anybody(other, roles, TARGET_MODEL)}
        for role in roles:
            few = [o.id for o in others if with_anybody(role, [o], TARGET_MODEL)]
            for path in ("agreed", "trained", "guardian_agreed", "category", "person.data_consent",
                         "person.qualities"):  # fmt: skip
                value = stated(role, path)
                if (side, path) in whole or value is ... or not is_open(path, value) or not few:
                    continue
                tried = [
                    [
                        o.id
                        for o in others
                        if with_anybody(stating(role, path, v), [o], TARGET_MODEL)
                    ]
                    for v in fillings(role, path, cohort, TARGET_MODEL)
                ]
                most = max((len(met) for met in tried), default=0)
                meets = any(lonely & set(met) for met in tried)
                if most >= CLEARLY * len(few) or (meets and most > len(few)):
                    expected.setdefault((side, path), []).append((role.id, len(few), most))
    told = {
        (str(one.side), str(one.field)): (one.people, one.pairs, one.at_most)
        for one in only(found, "statement-narrows")
        if (one.field or "") in {path for _, path in expected} | {"agreed", "trained", "category"}
    }
    assert told == {
        key: (
            tuple(sorted(name for name, _, _ in some)),
            sum(f for _, f, _ in some),
            sum(m for *_, m in some),
        )
        for key, some in expected.items()
    }


def test_whoever_has_a_few_pairs_is_told_of_apart_and_after() -> None:
    """A teacher of whom no quality is known still has the beginner, and nobody who wants an innovator."""
    of_all: dict[str, Any] = {"organisation": "Школа 5", "data_consent": True}
    chemists: dict[str, Any] = {"experience": 10, "subjects": {"химия"}, **of_all}
    mentors = [
        Mentor(Teacher("t0", qualities={"innovator"}, **chemists), agreed=True, trained=True),
        Mentor(Teacher("t1", **chemists), agreed=True, trained=True),
    ]
    mentees = [
        Mentee(
            Teacher(name, experience=years, subjects={subject}, **of_all),
            agreed=True,
            category="novice",
        )
        for name, years, subject in (("u0", 1, "химия"), ("u1", 20, "физика"), ("u2", 20, "физика"))
    ]
    found = concerns_of(Cohort(mentors=mentors, mentees=mentees), TARGET_MODEL)
    (narrowed,) = only(found, "statement-narrows")
    assert (narrowed.side, narrowed.field, narrowed.people) == (
        "mentor",
        "person.qualities",
        ("t1",),
    )
    assert (narrowed.pairs, narrowed.at_most) == (1, 3)
    assert not only(found, "statement-missing")
    assert (
        "(t1). Подходящие пары есть и так (всего 1); если заполнить ячейки, таких пар может стать больше – до 3."
        in say_concern(narrowed, TARGET_MODEL, "ru")[0]
    )


def test_it_is_best_begun_with_whom_two_mentees_wait_for() -> None:
    """One mentor lets both in; the other need not be asked about first."""
    cohort = pupils(trained=[None, None, True])
    ready = attrs.evolve(cohort.mentors[2], agreed=False)
    roomy = attrs.evolve(cohort.mentors[0], capacity=2)
    found = concerns_of(
        Cohort(mentees=cohort.mentees, mentors=[roomy, cohort.mentors[1], ready]), TARGET_MODEL
    )
    (first,) = only(found, "fill-first")
    assert found[0] is first
    assert [(one.side, one.field, one.people) for one in first.blanks] == [
        ("mentor", "trained", ("m0",))
    ]
    assert first.of == 2
    assert "«Обучение пройдено» – m0." in say_concern(first, TARGET_MODEL, "ru")[0]


def test_of_a_round_too_large_it_is_said_that_pairs_were_not_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In silence nothing is left out."""
    monkeypatch.setattr(openings, "MOST_OPENED", 3)
    found = concerns_of(pupils(trained=[True, None]), TARGET_MODEL)
    assert not only(found, "fill-first")
    (said,) = only(found, "not-looked-at")
    assert said.side is None
    assert "Участников с пустыми ячейками: 4." in say_concern(said, TARGET_MODEL, "ru")[0]


def pupils(*, trained: Iterable[bool | None], **more: Any) -> Cohort:
    """Return a round of one school in which mentors differ in their training, and two mentees."""
    of_all: dict[str, Any] = {"organisation": "Школа 5", "data_consent": True}
    willing: dict[str, Any] = {"agreed": True, "guardian_agreed": True}
    able: dict[str, Any] = {"qualities": {"volunteer"}, "marks": {"физика": 5}} | more
    return Cohort(
        mentors=[
            Mentor(Pupil(f"m{k}", grade=10, age=16, **of_all, **able), trained=done, **willing)
            for k, done in enumerate(trained)
        ],
        mentees=[
            Mentee(
                Pupil(f"p{k}", grade=7, age=13, marks={"физика": 2}, **of_all),
                category="passive",
                **willing,
            )
            for k in range(2)
        ],
    )


@attrs.frozen(kw_only=True)
class StrongSomewhere(Requirement):
    """A rule of a school's own, which refuses whose marks are not recorded."""

    id: str = "strong-somewhere"
    sentence: Text = Text(en="Is strong in a subject.", ru="Силён в каком-нибудь предмете.")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        """Return whether some mark is good."""
        return count(subjects_from(mentor.person.marks, 4)) >= 1


def only(concerns: Iterable[Concern], code: str) -> list[Concern]:
    """Return the concerns of one code."""
    return [one for one in concerns if one.code == code]


def test_not_trained_and_not_recorded_are_one_thing_to_do() -> None:
    """Both keep the mentor away, and both can be mended; how many say no is told."""
    found = only(
        concerns_of(pupils(trained=[True, None, False]), TARGET_MODEL), "statement-missing"
    )
    assert [(c.side, c.field, c.people, c.alone, c.denied) for c in found] == [
        ("mentor", "trained", ("m1", "m2"), ("m1", "m2"), 1)
    ]


def test_two_missing_statements_are_told_under_both() -> None:
    """Each is needed, neither is enough."""
    found = only(
        concerns_of(pupils(trained=[True, None], qualities=()), TARGET_MODEL), "statement-missing"
    )
    by_field = {c.field: c for c in found}
    assert by_field["trained"].people == ("m1",)
    assert by_field["trained"].alone == ()


def test_a_refused_consent_is_not_asked_for_again() -> None:
    """No statement is wanted of whoever said no, and they are not counted among those without anybody."""
    cohort = pupils(trained=[True, None])
    said_no = attrs.evolve(cohort.mentors[1], agreed=False)
    found = concerns_of(
        Cohort(mentees=cohort.mentees, mentors=[cohort.mentors[0], said_no]), TARGET_MODEL
    )
    assert not only(found, "statement-missing")
    assert not only(found, "hopeless")


def test_a_column_empty_throughout_is_told_once() -> None:
    """Not person by person as well."""
    found = concerns_of(pupils(trained=[None, None, None]), TARGET_MODEL)
    assert [(c.side, c.field, c.of) for c in only(found, "column-empty")] == [
        ("mentor", "trained", 3)
    ]
    assert not only(found, "statement-missing")


def test_a_column_empty_that_closes_some_role_models_alone_names_them() -> None:
    """Without marks nobody is known to be strong; the other role models stay open."""
    cohort = pupils(trained=[True, True], marks=None)
    ours = TARGET_MODEL.with_rule(
        StrongSomewhere(), form="pupil-pupil", role_model="achiever-underachiever"
    )
    found = only(concerns_of(cohort, ours), "column-empty")
    assert [(c.side, c.field, c.role_models) for c in found] == [
        ("mentor", "person.marks", ("achiever-underachiever",))
    ]


def test_a_missing_age_is_no_way_round_the_parents() -> None:
    """A seventh-grader of unknown age is no adult: the parents are asked all the same."""
    cohort = pupils(trained=[True])
    child: Any = cohort.mentees[0]
    unsaid = attrs.evolve(child, guardian_agreed=None, person=attrs.evolve(child.person, age=None))
    found = concerns_of(Cohort(mentees=[unsaid], mentors=cohort.mentors), TARGET_MODEL)
    assert told(found) == set()
    assert ("mentee", "guardian_agreed", child.id) in told(found, alone=False)
    assert ("mentee", "person.age", child.id) in told(found, alone=False)


def test_a_fact_for_which_another_will_do_is_not_asked_for() -> None:
    """With the parents' consent the age of a mentor in the eighth grade makes no difference."""
    cohort = pupils(trained=[True])
    mentor: Any = cohort.mentors[0]
    person = attrs.evolve(mentor.person, age=None, grade=8)
    unsaid = attrs.evolve(mentor, guardian_agreed=None, person=person)
    found = concerns_of(Cohort(mentees=cohort.mentees, mentors=[unsaid]), TARGET_MODEL)
    assert told(found, alone=False) == {("mentor", "guardian_agreed", mentor.id)}
    assert told(found) == told(found, alone=False)


def test_what_follows_from_a_fact_is_filled_in_with_it() -> None:
    """Eighteen years in the eleventh grade make an adult, who needs no parents but a certificate."""
    cohort = pupils(trained=[True])
    mentor: Any = cohort.mentors[0]
    person = attrs.evolve(mentor.person, age=None, grade=11)
    unsaid = attrs.evolve(mentor, guardian_agreed=None, cleared=True, person=person)
    found = concerns_of(Cohort(mentees=cohort.mentees, mentors=[unsaid]), TARGET_MODEL)
    assert told(found) == {
        ("mentor", "guardian_agreed", mentor.id),
        ("mentor", "person.age", mentor.id),
    }


@attrs.frozen(kw_only=True)
class KnowsThePlace(Requirement):
    """A requirement of one's own that reads a fact no rule of the library needs known."""

    id: str = "knows-the-place"
    sentence: Text = Text(en="The place is known.", ru="Место известно.")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        """Return whether it is so."""
        return known(mentor.person.place)


@attrs.frozen(kw_only=True)
class ByPerson(Requirement):
    """A requirement that runs on people only: what it reads cannot be seen on columns."""

    id: str = "by-person"
    sentence: Text = Text(en="Free on Tuesday.", ru="Вторник свободен.")

    def holds(self, mentor: Any, mentee: Any) -> Any:  # noqa: ARG002 - every rule sees both
        """Return whether it is so."""
        return "tue" in mentor.person.slots


@pytest.mark.parametrize(
    ("rule", "field"), [(KnowsThePlace(), "person.place"), (ByPerson(), "person.slots")]
)
def test_rules_of_ones_own_are_asked_like_those_of_the_library(
    rule: Requirement, field: str
) -> None:
    """On columns or by person."""
    cohort = pupils(trained=[True, True])
    somewhere = [
        stating(stating(m, "person.place", "Центр"), "person.slots", {"вт"}) for m in cohort.mentors
    ]
    somewhere[0] = stating(somewhere[0], field, None)
    mentees = [
        stating(stating(m, "person.place", "Центр"), "person.slots", {"вт"}) for m in cohort.mentees
    ]
    found = concerns_of(Cohort(mentees=mentees, mentors=somewhere), TARGET_MODEL.with_rule(rule))
    assert ("mentor", field, "m0") in told(found)


def test_what_is_not_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A round that is too large is looked at in part, and that is told."""
    monkeypatch.setattr(statements, "MOST_VARIANTS", 3)
    cohort = pupils(trained=[None, None, None, None, True])
    found = only(concerns_of(cohort, TARGET_MODEL), "not-looked-at")
    assert [(one.side, one.of) for one in found] == [("mentor", 4)]


def test_the_share_of_those_without_anybody_has_a_threshold() -> None:
    """Below it nothing is said."""
    cohort = pupils(trained=[True, True, True, True, None])
    assert [c.people for c in only(concerns_of(cohort, TARGET_MODEL), "hopeless")] == [("m4",)]
    assert not only(concerns_of(cohort, TARGET_MODEL, hopeless_from=21), "hopeless")


def test_the_order_of_the_tables_makes_no_difference() -> None:
    """Concerns are the same for the same people."""
    cohort = pupils(trained=[True, None, False])
    turned = Cohort(mentees=list(cohort.mentees)[::-1], mentors=list(cohort.mentors)[::-1])
    assert concerns_of(turned, TARGET_MODEL) == concerns_of(cohort, TARGET_MODEL)


def in_columns(cohort: Cohort) -> Cohort:
    """Return the same round with nobody as a value of their own."""

    def lazy(roles: Any, kind: Any) -> Any:
        of_role = [a.name for a in attrs.fields(kind) if a.name != "person"]
        of_person = sorted({a.name for each in PERSON_TYPES.values() for a in attrs.fields(each)})
        columns: dict[Path, Encoded] = {}
        for name in of_role:
            columns[name,] = encoded([getattr(r, name) for r in roles])
        for name in of_person:
            values = encoded([getattr(r.person, name, None) for r in roles])
            columns["person", name] = as_seen(values, ("person", name))
        columns[POSITION] = encoded([r.person.position for r in roles])
        columns["id",] = columns["person", "id"]
        columns["subjects",] = as_seen(columns["subjects",], ("subjects",))
        return LazyRoles(ColumnFacts(columns, kind), kind)

    return Cohort(mentees=lazy(cohort.mentees, Mentee), mentors=lazy(cohort.mentors, Mentor))


@settings(max_examples=examples(60), deadline=None)
@given(cohorts(min_mentees=1, min_mentors=1) | cohorts(min_mentees=1, min_mentors=1, willing=True))
def test_people_in_columns_are_looked_at_like_people(cohort: Cohort) -> None:
    """Whatever the round, and every concern has its words."""
    found = concerns_of(cohort, TARGET_MODEL)
    assert brief(concerns_of(in_columns(cohort), TARGET_MODEL)) == brief(found)
    for concern in found:
        for language in LANGUAGES:
            said = " ".join(say_concern(concern, TARGET_MODEL, language))
            assert not [name for name in NAMES if name in said]


def brief(concerns: Iterable[Concern]) -> list[Any]:
    """Return concerns without spellings, which of columns are those that rules see."""
    return [
        (attrs.evolve(c, values=()), sorted((v.mentees, v.mentors) for v in c.values))
        for c in concerns
    ]
