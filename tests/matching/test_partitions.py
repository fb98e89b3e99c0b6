"""Partitions: what no pair can cross is solved apart, with the same plan, and is never looked at across."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import numpy as np
import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import pupils
from helpers.own_rules import Asked
from helpers.pupils import PUPILS, WILLING, pupil
from helpers.sizes import examples
from nastavnik import (
    TARGET_MODEL,
    Cohort,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    Pupil,
    Requirement,
    Student,
    Text,
    match,
    verify,
)
from nastavnik.matching.candidates import Candidates, FormTable, candidates
from nastavnik.programme.evidence.reasons import CrowdedOut, NoAdmissibleMentor
from nastavnik.rules import Unknown
from nastavnik.rules.evaluation import judge
from nastavnik.testing.strategies import cohorts

ONE_WAY = attrs.evolve(
    PUPILS, forms=(evolve(PUPILS.forms[0], role_models=PUPILS.forms[0].role_models[1:2]),)
)
"""Leader – passive alone."""


def found_in(cohort: Cohort, methodology: Methodology = PUPILS) -> Candidates:
    """Return the partitions of a cohort."""
    return candidates(cohort.mentee_facts, cohort.mentor_facts, methodology)


def mentee(ident: str, school: str | None, **known: Any) -> Mentee:
    """Invent a mentee."""
    return pupils.mentee(ident, organisation=school, **known)


def mentor(ident: str, school: str | None, capacity: int = 1, **known: Any) -> Mentor:
    """Invent a mentor."""
    return pupils.mentor(ident, capacity, organisation=school, **known)


def of_school(cohort: Cohort, school: str) -> Cohort:
    """Return the same people as pupils of a school, under ids of their own."""

    def moved(role: Any) -> Any:
        person = evolve(role.person, id=f"{school} {role.id}", organisation=school)
        wishes = {
            wish: {f"{school} {name}" for name in getattr(role, wish)}
            for wish in ("choices", "refusals", "bans")
            if hasattr(role, wish)
        }
        return evolve(role, person=person, **wishes)

    return Cohort(
        mentees=[moved(role) for role in cohort.mentees],
        mentors=[moved(role) for role in cohort.mentors],
    )


def together(schools: list[Cohort]) -> Cohort:
    """Return the region."""
    return Cohort(
        mentees=[one for school in schools for one in school.mentees],
        mentors=[one for school in schools for one in school.mentors],
    )


SCHOOLS = st.lists(
    cohorts(max_mentees=5, max_mentors=3, willing=True, methodology=PUPILS), min_size=2, max_size=4
).map(lambda some: [of_school(cohort, f"school-{k}") for k, cohort in enumerate(some)])


def paired(plan: MatchingPlan) -> dict[str, str]:
    """Return each matched mentee's mentor."""
    return {pair.mentee: pair.mentor for pair in plan.pairs}


@contextmanager
def counted_tiles() -> Iterator[list[tuple[int, set[Any]]]]:
    """Count the pairs of every tile that is scored, and note the schools of its people."""
    tiles: list[tuple[int, set[Any]]] = []
    real = FormTable.scores

    def scores(form: FormTable, rows: Any, columns: Any) -> Any:
        schools: set[Any] = set()
        sides = form.table._root.mentees, form.table._root.mentors
        sizes = []
        for side, places in zip(sides, (rows, columns), strict=True):
            found = side.facts.field(("person", "organisation"))
            codes = found.codes[places]
            sizes.append(codes.size)
            schools |= {found.values[code] for code in codes.tolist()}
        tiles.append((sizes[0] * sizes[1], schools))
        return real(form, rows, columns)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FormTable, "scores", scores)
        yield tiles


class TestRegion:
    """Several schools in one cohort, of a form whose pairs are of one school."""

    @settings(max_examples=examples(40))
    @given(SCHOOLS, st.integers(0, 3))
    def test_a_region_is_worth_its_schools(self, schools: list[Cohort], seed: int) -> None:
        """As many pairs and points as the schools have one by one, and the same people get places; proven."""
        region = together(schools)
        plan = match(region, PUPILS, seed=seed)
        verify(plan, region, PUPILS)
        alone = [match(school, PUPILS, seed=seed) for school in schools]
        assert plan.matched == sum(one.matched for one in alone)
        assert plan.total == sum(one.total for one in alone)
        assert set(paired(plan)) == {name for one in alone for name in paired(one)}
        for name, by in paired(plan).items():
            assert name.split()[0] == by.split()[0]

    @settings(max_examples=examples(40))
    @given(SCHOOLS, st.integers(0, 3))
    def test_with_one_role_model_the_pairs_are_the_same(
        self, schools: list[Cohort], seed: int
    ) -> None:
        """Keys come from ids, so under the same seed the lots fall as they do in each school alone."""
        plan = match(together(schools), ONE_WAY, seed=seed)
        alone = [match(school, ONE_WAY, seed=seed) for school in schools]
        assert paired(plan) == {a: b for one in alone for a, b in paired(one).items()}

    @settings(max_examples=examples(40))
    @given(SCHOOLS, st.integers(0, 3))
    def test_no_tile_crosses_schools(self, schools: list[Cohort], seed: int) -> None:
        """Rules run on as many pairs as in the schools one by one, each tile of one school."""
        region = together(schools)
        with counted_tiles() as tiles:
            verify(match(region, ONE_WAY, seed=seed), region, ONE_WAY)
        with counted_tiles() as of_each:
            for school in schools:
                verify(match(school, ONE_WAY, seed=seed), school, ONE_WAY)
        assert all(len(some) == 1 for _, some in tiles)
        assert sum(k for k, _ in tiles) == sum(k for k, _ in of_each)

    def test_a_region_of_equals_runs_on_one_pair_a_school(self) -> None:
        """Fifty schools of alike people: fifty partitions, and tiles of fifty pairs, not of 2 500."""
        names = [f"s{k:02}" for k in range(50)]
        region = Cohort(
            mentees=[mentee(f"a{j}{name}", name) for name in names for j in range(3)],
            mentors=[mentor(f"m{j}{name}", name) for name in names for j in range(2)],
        )
        found = found_in(region)
        assert [(p.rows.size, p.columns.size) for p in found.partitions] == [(1, 1)] * 50
        with counted_tiles() as tiles:
            for partition in found.partitions:
                found.table(partition).scores(partition.rows * 0, partition.columns * 0)
        assert [pairs for pairs, _ in tiles] == [1] * 50
        plan = match(region, PUPILS)
        assert plan.matched == 100
        verify(plan, region, PUPILS)

    def test_a_choice_across_schools_changes_only_who_meets_whom(self) -> None:
        """A pupil of another school who is chosen is a class alone; matched and total stay."""
        schools = [
            Cohort(
                mentees=[mentee(f"{name}{k}", name) for k in range(4)],
                mentors=[mentor(f"{name}m{k}", name) for k in range(2)],
            )
            for name in "xy"
        ]
        region = together(schools)
        first, *others = region.mentees
        choosing = evolve(region, mentees=[evolve(first, choices={"ym0"}), *others])
        found = found_in(choosing)
        assert sorted(found.columns.sizes.tolist()) == [1, 1, 2]
        assert sorted(found.rows.sizes.tolist()) == [1, 3, 4]
        assert len(found.partitions) == 2
        for seed in range(4):
            plans = [match(some, PUPILS, seed=seed) for some in (region, choosing)]
            verify(plans[1], choosing, PUPILS)
            assert (plans[0].matched, plans[0].total) == (plans[1].matched, plans[1].total)
            assert set(paired(plans[0])) == set(paired(plans[1]))

    def test_reasons_stay_within_the_school(self) -> None:
        """Who is crowded out is so by pupils of the own school."""
        region = Cohort(
            mentees=[mentee(f"{name}{k}", name) for name in "xy" for k in range(2)],
            mentors=[mentor(f"{name}m", name) for name in "xy"],
        )
        for left in match(region, PUPILS).unmatched:
            school, number = left.mentee[0], left.mentee[1]
            assert isinstance(left.reason, CrowdedOut)
            assert evolve(left.reason, elsewhere=()) == CrowdedOut(
                mentees=(f"{school}{1 - int(number)}",), mentors=(f"{school}m",), places=1
            )
            assert {one.value for one in left.reason.elsewhere} == {*"xy"} - {school}


class TestUnknownSchool:
    """Who is of no known school."""

    SOME = Cohort(
        mentees=[mentee("a", "x"), mentee("b", None), mentee("c", "z")],
        mentors=[mentor("m", "x", 3), mentor("n", None, 3), mentor("o", "y", 3)],
    )

    def test_it_is_like_no_school(self) -> None:
        """An unknown school equals none, not even another unknown one: they are in no partition."""
        (partition,) = found_in(self.SOME).partitions
        assert (partition.rows.tolist(), partition.columns.tolist()) == ([0], [0])
        plan = match(self.SOME, PUPILS)
        assert paired(plan) == {"a": "m"}
        verify(plan, self.SOME, PUPILS)

    def test_lenient_it_is_like_every_school(self) -> None:
        """A requirement that lets the unknown pass divides nobody, as long as something is unknown."""
        lenient = PUPILS.with_parameters("same-organisation", unknown=Unknown.PASSES)
        (partition,) = found_in(self.SOME, lenient).partitions
        assert (partition.rows.size, partition.columns.size) == (3, 3)
        plan = match(self.SOME, lenient)
        assert plan.matched == 3
        assert paired(plan)["c"] == "n"
        verify(plan, self.SOME, lenient)

    def test_lenient_where_all_is_known(self) -> None:
        """Where every school is known, there is nothing to let pass, and the schools are apart."""
        lenient = PUPILS.with_parameters("same-organisation", unknown=Unknown.PASSES)
        region = Cohort(
            mentees=[mentee(f"{name}a", name) for name in "xy"],
            mentors=[mentor(f"{name}m", name) for name in "xyz"],
        )
        assert len(found_in(region, lenient).partitions) == 2
        plan = match(region, lenient)
        assert paired(plan) == {"xa": "xm", "ya": "ym"}
        verify(plan, region, lenient)


class TestConsidered:
    """Whom a reason counts: mentors of the own school where there are any, all otherwise."""

    READY = (
        mentor("m", "x"),
        mentor("n", "x"),
        mentor("o", "y"),
        mentor("p", None),
        evolve(mentor("q", "x"), trained=False),
    )

    @pytest.mark.parametrize(
        ("school", "considered", "refused"), [("x", 3, 0), ("y", 1, 0), ("z", 5, 5), (None, 5, 5)]
    )
    def test_mentors_of_the_school_or_all(
        self, school: str | None, considered: int, refused: int
    ) -> None:
        """Three in school x, one in y, none in z; with no school known all five."""
        young = Mentee(pupil("a", 11, organisation=school, age=17), category="active", **WILLING)
        cohort = Cohort(mentees=[young], mentors=self.READY)
        plan = match(cohort, ONE_WAY)
        verify(plan, cohort, ONE_WAY)
        reason = plan.unmatched[0].reason
        assert isinstance(reason, NoAdmissibleMentor)
        assert reason.considered == considered
        failed = {obstacle.rule: obstacle.failed for obstacle in reason.obstacles}
        assert failed.get("same-organisation", 0) == refused
        assert failed["grade-gap"] == considered

    def test_a_student_is_considered_beside_the_school(self) -> None:
        """A form without equality has all its mentors considered."""
        student = Mentor(Student("s", age=20, data_consent=True), agreed=False, trained=True)
        stuck = evolve(mentee("a", "x"), agreed=False)
        cohort = Cohort(mentees=[stuck], mentors=[*self.READY, student])
        reason = match(cohort).unmatched[0].reason
        assert isinstance(reason, NoAdmissibleMentor)
        assert reason.considered == 4
        verify(match(cohort), cohort)


class TestConnected:
    """A form that joins all schools joins their partitions."""

    def test_one_student_connects_the_schools(self) -> None:
        """With a student who may mentor pupils of both schools there is one partition, without two."""
        student = Mentor(
            Student("s", age=20, place="t", data_consent=True, interests={"chess"}),
            trained=True,
            cleared=True,
            subjects={"art"},
            **WILLING,
        )
        wanting = [evolve(mentee(f"{name}a", name), subjects={"art"}) for name in "xyz"]
        wanting.append(mentee("zb", "z"))
        ready = [mentor(f"{name}m", name) for name in "xyz"]
        apart = Cohort(mentees=wanting, mentors=ready)
        assert len(found_in(apart, TARGET_MODEL).partitions) == 3
        joined = Cohort(mentees=wanting, mentors=[*ready, student])
        found = found_in(joined, TARGET_MODEL)
        (partition,) = found.partitions
        assert partition.rows.size == found.rows.sizes.size
        assert partition.columns.size == found.columns.sizes.size
        plan = match(joined)
        verify(plan, joined)
        assert plan.matched == 4
        assert {pair.form for pair in plan.pairs} == {"pupil-pupil", "student-pupil"}
        unready = Cohort(mentees=wanting, mentors=[*ready, evolve(student, agreed=False)])
        assert len(found_in(unready, TARGET_MODEL).partitions) == 3

    def test_a_role_model_without_equality_connects(self) -> None:
        """Of several role models all must ask for the same equality, or the schools are one partition."""
        loose = PUPILS.without_rule("same-organisation")
        equality = PUPILS.forms[0].requirements[3]
        assert equality.id == "same-organisation"
        partly = loose.with_rule(equality, form="pupil-pupil", role_model="leader-passive")
        region = Cohort(
            mentees=[mentee(f"{name}a", name) for name in "xy"],
            mentors=[mentor("xm", "x", 2)],
        )
        assert len(found_in(region, partly).partitions) == 1
        found = found_in(region, partly)
        assert found.partitions[0].rows.size == 2
        every = partly
        for role_model in ("achiever-underachiever", "peer-peer"):
            every = every.with_rule(equality, form="pupil-pupil", role_model=role_model)
        assert [p.rows.size for p in found_in(region, every).partitions] == [1]


@frozen(kw_only=True, repr=False)
class Streamed(Pupil):
    """A pupil of a stream, called by a truth value, a number or a text."""

    stream: Any = None


@frozen(kw_only=True)
class OneStream(Requirement):
    """Both are of one stream."""

    id: str = "one-stream"
    sentence: Text = Text(en="One stream.", ru="Один поток.")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Compare as Python does."""
        return mentor.person.stream == mentee.person.stream


STREAMS: list[list[Any]] = [[True, False], [1, 0, 2], ["1", "True", "0"]]
FREE = PUPILS.without_rule("same-organisation").with_rule(OneStream())


def streamed(role: Any, stream: Any) -> Any:
    """Return a role of somebody of a stream."""
    known = {a.name: getattr(role.person, a.name) for a in attrs.fields(Pupil)}
    return evolve(role, person=Streamed(**known, stream=stream))


class TestValues:
    """What is equal, and what only looks so."""

    @pytest.mark.parametrize("ready", [*STREAMS, [True, 1, "1"]])
    @pytest.mark.parametrize("wanting", [*STREAMS, [True, 1, "1"]])
    def test_true_one_and_text_one(self, wanting: list[Any], ready: list[Any]) -> None:
        """Blocks are equal where ``==`` says so: True is 1, and neither is the text "1"."""
        cohort = Cohort(
            mentees=[streamed(mentee(f"a{k}", "x"), v) for k, v in enumerate(wanting)],
            mentors=[streamed(mentor(f"m{k}", "x", 3), v) for k, v in enumerate(ready)],
        )
        plan = match(cohort, FREE)
        verify(plan, cohort, FREE)
        assert plan.matched == sum(value in ready for value in wanting)
        for pair in plan.pairs:
            one, other = cohort.mentor(pair.mentor).person, cohort.mentee(pair.mentee).person
            assert isinstance(one, Streamed)
            assert isinstance(other, Streamed)
            assert one.stream == other.stream

    SHARED = (
        "agreed",
        "subjects",
        "person.grade",
        "person.age",
        "person.organisation",
        "person.place",
        "person.online",
        "person.slots",
    )
    COMPARED = st.tuples(
        st.sampled_from(("capacity", "trained", *SHARED)), st.sampled_from(("category", *SHARED))
    )

    @settings(max_examples=examples(80))
    @given(
        cohorts(min_mentees=1, max_mentees=6, min_mentors=1, max_mentors=5, methodology=PUPILS),
        st.lists(COMPARED, min_size=1, max_size=2),
        st.sampled_from(Unknown),
    )
    def test_no_admissible_pair_is_parted(
        self, cohort: Cohort, compared: list[tuple[str, str]], unknown: Unknown
    ) -> None:
        """Whatever is asked to be equal to whatever, a pair for which it is stands in one partition."""

        def ask(mentor: Any, mentee: Any) -> Any:
            answer = True
            for ready, wanting in compared:
                one, other = mentor, mentee
                for name in ready.split("."):
                    one = getattr(one, name)
                for name in wanting.split("."):
                    other = getattr(other, name)
                answer = answer & (one == other)
            return answer

        form = evolve(
            PUPILS.forms[0],
            requirements=(Asked(ask=ask, unknown=unknown),),
            role_models=(
                evolve(
                    PUPILS.forms[0].role_models[1],
                    categories=(),
                    binding_source=None,
                    requirements=(),
                ),
            ),
        )
        rules = evolve(PUPILS, forms=(form,), requirements=())
        found = found_in(cohort, rules)
        inside = {
            (int(row), int(column))
            for partition in found.partitions
            for row in partition.rows
            for column in partition.columns
        }
        for i, wanting in enumerate(cohort.mentees):
            for j, ready in enumerate(cohort.mentors):
                if judge(form.requirements[0], ready, wanting).holds:
                    pair = int(found.rows.number[i]), int(found.columns.number[j])
                    assert pair in inside


def test_partitions_stand_in_the_order_of_their_mentees() -> None:
    """So the plan does not depend on how they were found; nobody is in two."""
    region = Cohort(
        mentees=[mentee(f"a{k}", f"s{k * 7 % 10}") for k in range(10)],
        mentors=[mentor(f"m{k}", f"s{k}") for k in range(10)],
    )
    found = found_in(region)
    assert [p.rows.tolist() for p in found.partitions] == [[k] for k in range(10)]
    assert [p.columns.tolist() for p in found.partitions] == [[k * 7 % 10] for k in range(10)]
    assert np.unique(np.concatenate([p.columns for p in found.partitions])).size == 10
