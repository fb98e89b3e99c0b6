"""Classes of alike people: nobody of one class can be told from another by any rule, and the plan is the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

import nastavnik.matching.candidates.classes
from helpers.pupils import WILLING, mentee, mentor, pupil
from helpers.sizes import examples, rounds
from helpers.worth import worth
from nastavnik import (
    TARGET_MODEL,
    Cohort,
    MatchingPlan,
    Mentee,
    Mentor,
    Methodology,
    Preference,
    Requirement,
    Student,
    Text,
    match,
    verify,
)
from nastavnik.matching.candidates import Candidates, Classes, candidates
from nastavnik.people import Role
from nastavnik.people.columns import Facts
from nastavnik.rules import count, names, no, one_of
from nastavnik.testing.strategies import cohorts

WISHES = ("choices", "refusals", "bans")


def found_in(cohort: Cohort, methodology: Methodology = TARGET_MODEL) -> Candidates:
    """Return the classes of a cohort."""
    return candidates(cohort.mentee_facts, cohort.mentor_facts, methodology)


def named_in(cohort: Cohort) -> set[str]:
    """Return whom anybody chooses, refuses or is kept from."""
    roles: list[Role] = [*cohort.mentees, *cohort.mentors]
    return {name for role in roles for wish in WISHES for name in getattr(role, wish, ())}


def groups(classes: Classes, ids: Sequence[str]) -> list[set[str]]:
    """Return the ids of each class."""
    return [
        {ids[int(place)] for place in classes.members[start:stop].tolist()}
        for start, stop in zip(classes.starts, classes.starts[1:], strict=False)
    ]


def class_of(found: Candidates, name: str, *, mentor: bool = False) -> set[str]:
    """Return everybody in the class of one person."""
    facts, classes = (found.mentors, found.columns) if mentor else (found.mentees, found.rows)
    return next(group for group in groups(classes, facts.ids) if name in group)


@st.composite
def crowded(draw: st.DrawFn, base: st.SearchStrategy[Cohort], most: int = 3) -> Cohort:
    """Draw a cohort in which everybody stands several times, under ids of their own."""
    cohort = draw(base)
    everybody = sorted({role.id for role in (*cohort.mentees, *cohort.mentors)})
    times = {name: draw(st.integers(1, most)) for name in everybody}

    def copies(role: Any) -> Iterator[Any]:
        for k in range(times[role.id]):
            ident = f"{role.id}~{k}" if k else role.id
            yield evolve(role, person=evolve(role.person, id=ident))

    return Cohort(
        mentees=[copy for role in cohort.mentees for copy in copies(role)],
        mentors=[copy for role in cohort.mentors for copy in copies(role)],
    )


READY = crowded(cohorts(max_mentees=4, max_mentors=3, willing=True))
ANYBODY = crowded(cohorts(min_mentees=1, max_mentees=4, min_mentors=1, max_mentors=3))


@contextmanager
def everybody_alone() -> Iterator[None]:
    """Switch classes off: everybody who is admitted is a class alone."""
    real = nastavnik.matching.candidates.classes.classes_of

    def alone(facts: Facts, forms: Any, **options: Any) -> Classes:
        people = np.flatnonzero(real(facts, forms, **options).number >= 0)
        number = np.full(len(facts), -1, dtype=np.int64)
        number[people] = np.arange(people.size)
        return Classes(number, people, people, np.arange(people.size + 1))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nastavnik.matching.candidates.classes_of", alone)
        yield


def mentees(*idents: str, **known: Any) -> list[Mentee]:
    """Invent mentees who agree in everything."""
    return [mentee(ident, **known) for ident in idents]


def mentors(*idents: str, capacity: int = 1, **known: Any) -> list[Mentor]:
    """Invent mentors who agree in everything."""
    return [mentor(ident, capacity, **known) for ident in idents]


@st.composite
def nearly_alike(draw: st.DrawFn) -> Cohort:
    """Draw people who differ in two facts at most, one of them looked at on one side alone."""
    wanting = st.builds(
        lambda category, mark, agreed: evolve(
            mentees("?", marks={"art": mark})[0], category=category, agreed=agreed
        ),
        st.sampled_from(["active", "passive"]),
        st.sampled_from([2, 5]),
        st.sampled_from([True, True, True, False]),
    )
    ready = st.builds(
        lambda mark, quality, capacity: mentors(
            "?", marks={"art": mark}, qualities={quality}, capacity=capacity
        )[0],
        st.sampled_from([3, 5]),
        st.sampled_from(["volunteer", "class-leader"]),
        st.integers(1, 2),
    )

    def called(role: Any, ident: str) -> Any:
        return evolve(role, person=evolve(role.person, id=ident))

    some = draw(st.lists(wanting, min_size=1, max_size=8))
    others = draw(st.lists(ready, min_size=1, max_size=5))
    return Cohort(
        mentees=[called(role, f"a{k}") for k, role in enumerate(some)],
        mentors=[called(role, f"m{k}") for k, role in enumerate(others)],
    )


class TestAlike:
    """Who is in one class."""

    @settings(max_examples=examples(rounds(20, 40)))
    @given(st.one_of(READY, ANYBODY, nearly_alike()))
    def test_one_class_has_one_row_and_one_column(self, cohort: Cohort) -> None:
        """Pair by pair, people of one class are worth the same; who is in none can be paired with nobody."""
        found, rows = found_in(cohort), np.array(worth(cohort), dtype=object)
        rows = rows.reshape(len(cohort.mentees), len(cohort.mentors))
        for classes, table in ((found.rows, rows), (found.columns, rows.T)):
            for start, stop in zip(classes.starts, classes.starts[1:], strict=False):
                first, *others = (table[k].tolist() for k in classes.members[start:stop])
                assert all(other == first for other in others)
            for k in np.flatnonzero(classes.number < 0):
                assert set(table[k].tolist()) <= {None}

    @settings(max_examples=examples(rounds(20, 40)))
    @given(st.one_of(READY, nearly_alike()))
    def test_the_tiles_say_what_the_pairs_do(self, cohort: Cohort) -> None:
        """What two classes are worth is what their people are; outside the partitions nobody may be paired."""
        found, expected = found_in(cohort), worth(cohort)
        told: dict[tuple[int, int], int | None] = {}
        for partition in found.partitions:
            scores, allowed = found.table(partition).scores(
                np.arange(partition.rows.size), np.arange(partition.columns.size)
            )
            for (i, j), score in np.ndenumerate(scores):
                key = int(partition.rows[i]), int(partition.columns[j])
                told[key] = int(score) if allowed[i, j] else None
        for i, row in enumerate(expected):
            for j, wanted in enumerate(row):
                key = int(found.rows.number[i]), int(found.columns.number[j])
                assert told.get(key) == wanted

    def test_a_tile_may_be_asked_for_in_any_order(self) -> None:
        """Rows and columns come as they were named, though places begin and end as if they followed each other."""
        every = range(4)
        cohort = Cohort(
            mentees=[one for k in every for one in mentees(f"a{k}", interests={f"i{k}"})],
            mentors=[one for k in every for one in mentors(f"m{k}", interests={f"i{k}"})],
        )
        (partition,) = (found := found_in(cohort)).partitions
        table, expected = found.table(partition), np.array(worth(cohort))
        mixed = np.array([0, 2, 1, 3])
        for rows, columns in ((mixed, np.arange(4)), (np.arange(4), mixed), (mixed[1:], mixed)):
            scores, _ = table.scores(rows, columns)
            assert scores.tolist() == expected[np.ix_(rows, columns)].tolist()

    @settings(max_examples=examples(rounds(20, 40)))
    @given(READY)
    def test_copies_whom_nobody_names_are_alike(self, cohort: Cohort) -> None:
        """Copies of one person are in one class, but for those whom somebody names, or who take both roles."""
        found = found_in(cohort)
        both = set(found.mentees.ids) & set(found.mentors.ids)
        named = named_in(cohort)
        for facts, classes in ((found.mentees, found.rows), (found.mentors, found.columns)):
            number = dict(zip(facts.ids, classes.number.tolist(), strict=True))
            for name in number.keys() - named - both:
                twin = name.split("~")[0]
                assert twin in named | both or number[name] == number[twin]

    def test_equals_are_one_class_whatever_they_offer(self) -> None:
        """Places are not looked at by rules: mentors with one and with three are alike."""
        cohort = Cohort(
            mentees=mentees("a", "b", "c"),
            mentors=[*mentors("m", "n"), *mentors("o", capacity=3)],
        )
        found = found_in(cohort)
        assert found.rows.number.tolist() == [0, 0, 0]
        assert found.columns.number.tolist() == [0, 0, 0]
        assert found.numbers(found.partitions[0]).capacities.tolist() == [5]

    def test_what_one_side_is_asked_divides_it(self) -> None:
        """An active and a passive mentee agree in all that pairs are asked, and different role models admit them."""
        wanting = mentees("a", "b", "c", marks={"art": 2})
        wanting[1] = evolve(wanting[1], category="passive")
        cohort = Cohort(mentees=wanting, mentors=mentors("m", "n", marks={"art": 3}))
        strong = mentors("o", marks={"art": 5})
        both = evolve(cohort, mentors=[*cohort.mentors, *strong])
        assert found_in(both).rows.number.tolist() == [0, 1, 0]
        plan = match(both)
        assert plan.matched == 3
        assert {pair.mentee: pair.mentor for pair in plan.pairs}["b"] == "o"
        verify(plan, both)

    @pytest.mark.parametrize("wish", WISHES)
    def test_the_named_are_alone(self, wish: str) -> None:
        """One name in anybody's choices, refusals or bans takes its bearer out of the class."""
        wanting: list[Mentee] = mentees("a", "b", "c", "d")
        named: dict[str, Any] = {wish: {"n"}}
        wanting[0] = evolve(wanting[0], **named)
        ready = mentors("m", "n", "o", "p")
        if wish != "bans":
            named = {wish: {"c"}}
            ready[0] = evolve(ready[0], **named)
        found = found_in(Cohort(mentees=wanting, mentors=ready))
        assert class_of(found, "n", mentor=True) == {"n"}
        assert class_of(found, "o", mentor=True) >= {"o", "p"}
        assert class_of(found, "a") == {"a"}  # who names is told apart by it
        assert class_of(found, "b") == ({"b", "c", "d"} if wish == "bans" else {"b", "d"})

    def test_a_wish_of_somebody_who_cannot_take_part_counts_too(self) -> None:
        """Whom the rules look at by name is alone, whoever names them."""
        outsider = evolve(mentees("z")[0], agreed=False, refusals={"n"})
        found = found_in(Cohort(mentees=[*mentees("a"), outsider], mentors=mentors("m", "n", "o")))
        assert class_of(found, "n", mentor=True) == {"n"}
        assert found.rows.number.tolist() == [0, -1]


@frozen(kw_only=True)
class KeptApart(Requirement):
    """Nobody whom a mentee has banned; a rule of one's own that looks at people by name."""

    id: str = "kept-apart"
    sentence: Text = Text(en="Not banned.", ru="Не исключён.")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Look for the name."""
        return no(names(mentee.bans, mentor))


@frozen(kw_only=True)
class Known(Requirement):
    """Not one of two people, named in the rule itself."""

    id: str = "known-by-name"
    sentence: Text = Text(en="Not b.", ru="Не b.")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Look for the name."""
        return no(one_of(mentee.id, {"b"})) & (mentor.id != "n")


@frozen(kw_only=True)
class ManySubjects(Preference):
    """Mentees who ask for help in many subjects, by columns."""

    id: str = "many-subjects"
    sentence: Text = Text(en="Many subjects.", ru="Много предметов.")

    def points(self, mentor: Any, mentee: Any) -> Any:
        """Count them."""
        return 7 * count(mentee.subjects) + 0 * mentor.person.grade


@frozen(kw_only=True)
class ManySubjectsByPerson(ManySubjects):
    """The same with an ``if``."""

    def points(self, mentor: Any, mentee: Any) -> Any:
        """Count them."""
        return 7 * len(mentee.subjects) if mentor.person.grade > 0 else 0


@frozen(kw_only=True)
class OfOnePlace(Requirement):
    """Both are of one place, by columns."""

    id: str = "of-one-place"
    sentence: Text = Text(en="One place.", ru="Одно место.")

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Compare."""
        return mentor.person.place == mentee.person.place


@frozen(kw_only=True)
class OfOnePlaceByPerson(OfOnePlace):
    """The same with an ``if``."""

    def holds(self, mentor: Any, mentee: Any) -> Any:
        """Compare."""
        return True if mentor.person.place == mentee.person.place else False  # noqa: SIM210


PLAIN = (
    TARGET_MODEL.without_rule("not-refused")
    .without_rule("not-banned")
    .without_rule("mutual-choice")
)
"""The target model without the rules that look at people's wishes."""


class TestOwnRules:
    """Rules of one's own are looked at like those of the library."""

    def test_without_rules_on_wishes_nobody_is_named(self) -> None:
        """A wish that no rule looks at takes nobody out of a class."""
        wanting = mentees("a", "b", "c")
        wanting[0] = evolve(wanting[0], bans={"n"}, choices={"m"})
        cohort = Cohort(mentees=wanting, mentors=mentors("m", "n", "o"))
        found = found_in(cohort, PLAIN)
        assert class_of(found, "n", mentor=True) == {"m", "n", "o"}
        assert class_of(found, "a") == {"a", "b", "c"}

    def test_an_own_rule_alone_names_people(self) -> None:
        """With a rule of one's own on the bans the banned is alone, the chosen is not."""
        wanting = mentees("a", "b", "c")
        wanting[0] = evolve(wanting[0], bans={"n"}, choices={"m"})
        cohort = Cohort(mentees=wanting, mentors=mentors("m", "n", "o"))
        found = found_in(cohort, PLAIN.with_rule(KeptApart()))
        assert class_of(found, "n", mentor=True) == {"n"}
        assert class_of(found, "m", mentor=True) == {"m", "o"}
        assert class_of(found, "b") == {"b", "c"}

    def test_a_name_in_the_rule_itself(self) -> None:
        """Whom a rule's own text names is alone, on the side on which they stand."""
        cohort = Cohort(mentees=mentees("a", "b", "c"), mentors=mentors("m", "n", "o"))
        rules = TARGET_MODEL.with_rule(Known())
        found = found_in(cohort, rules)
        assert class_of(found, "o", mentor=True) == {"m", "o"}
        assert class_of(found, "c") == {"a", "c"}
        plan = match(cohort, rules)
        assert {(pair.mentor, pair.mentee) for pair in plan.pairs} in (
            {("m", "a"), ("o", "c")},
            {("m", "c"), ("o", "a")},
        )
        verify(plan, cohort, rules)

    def test_a_further_field_splits_classes(self) -> None:
        """What no rule reads is no difference; with a rule that reads it, it is one."""
        some = [
            *mentees("a", "b", place="x", online=True),
            *mentees("c", "d", place="y", online=True),
        ]
        cohort = Cohort(mentees=some, mentors=mentors("m", "n", place=None, online=True))
        blind = TARGET_MODEL.without_rule("can-meet").without_rule("same-place")
        assert class_of(found_in(cohort, blind), "a") == {"a", "b", "c", "d"}
        seeing = found_in(cohort, blind.with_rule(OfOnePlace()))
        assert class_of(seeing, "a") == {"a", "b"}
        assert class_of(seeing, "c") == {"c", "d"}

    @pytest.mark.parametrize(
        ("by_columns", "by_person"),
        [(ManySubjects(), ManySubjectsByPerson()), (OfOnePlace(), OfOnePlaceByPerson())],
    )
    @settings(max_examples=examples(25))
    @given(cohort=READY)
    def test_a_rule_with_if_makes_everybody_alone(
        self,
        by_columns: Requirement | Preference,
        by_person: Requirement | Preference,
        cohort: Cohort,
    ) -> None:
        """Nobody is like anybody for it, and the plan is worth what it is with the rule for columns."""
        plans = [match(cohort, TARGET_MODEL.with_rule(rule)) for rule in (by_columns, by_person)]
        assert len({(plan.matched, plan.total) for plan in plans}) == 1
        verify(plans[1], cohort, TARGET_MODEL.with_rule(by_person))
        found = found_in(cohort, TARGET_MODEL.with_rule(by_person))
        assert set(found.rows.sizes.tolist()) <= {1}
        assert set(found.columns.sizes.tolist()) <= {1}

    def test_the_rules_with_if_do_not_run_on_columns(self) -> None:
        """So the test above is about what it says."""
        cohort = Cohort(mentees=mentees("a", "b"), mentors=mentors("m", "n"))
        table = found_in(cohort).forms[0].table
        for rule, alone in (
            (ManySubjects(), False),
            (ManySubjectsByPerson(), True),
            (OfOnePlace(), False),
            (OfOnePlaceByPerson(), True),
        ):
            assert table.reads(rule).by_person is alone
            sizes = found_in(cohort, TARGET_MODEL.with_rule(rule)).rows.sizes.tolist()
            assert sizes == ([1, 1] if alone else [2])


def best_by_hand(cohort: Cohort) -> tuple[int, int]:
    """Return how many can be matched and for how many points, by SciPy, every pair judged on the two people."""
    table = worth(cohort)
    places = [j for j, mentor in enumerate(cohort.mentors) for _ in range(mentor.capacity)]
    if not table or not places:
        return 0, 0
    above = 1 + len(table) * max((s for row in table for s in row if s is not None), default=0)
    gains = np.array(
        [[0 if row[j] is None else above + (row[j] or 0) for j in places] for row in table]
    )
    best = int(gains[linear_sum_assignment(gains, maximize=True)].sum())
    return best // above, best % above


def size(plan: MatchingPlan) -> tuple[int, int]:
    """Return what must not depend on classes."""
    return plan.matched, plan.total


class TestPlan:
    """Classes make a plan faster, not another."""

    @settings(max_examples=examples(rounds(20, 40)))
    @given(st.one_of(READY, ANYBODY, nearly_alike()), st.integers(0, 3))
    def test_classes_change_neither_matched_nor_total(self, cohort: Cohort, seed: int) -> None:
        """With classes, without, and by hand: the same, the same people get places, and both plans are proven."""
        plan = match(cohort, seed=seed)
        verify(plan, cohort)
        with everybody_alone():
            alone = match(cohort, seed=seed)
            verify(alone, cohort)
        assert size(plan) == size(alone) == best_by_hand(cohort)
        winners = [{pair.mentee for pair in each.pairs} for each in (plan, alone)]
        assert winners[0] == winners[1]  # the draw is between people

    @given(st.integers(1, 9), st.integers(1, 4), st.integers(1, 3))
    def test_one_class_of_everybody(self, many: int, few: int, capacity: int) -> None:
        """Mentees who are all alike, and mentors who are: one class each."""
        cohort = Cohort(
            mentees=mentees(*(f"a{k}" for k in range(many))),
            mentors=mentors(*(f"m{k}" for k in range(few)), capacity=capacity),
        )
        found = found_in(cohort)
        assert (found.rows.sizes.tolist(), found.columns.sizes.tolist()) == ([many], [few])
        plan = match(cohort)
        assert plan.matched == min(many, few * capacity)
        verify(plan, cohort)
        with everybody_alone():
            assert size(match(cohort)) == size(plan)

    def test_classes_of_one(self) -> None:
        """People of whom each differs: as many classes as people."""
        wanting = [
            Mentee(pupil(f"a{k}", 5 + k % 2, interests={f"i{k}"}), category="active", **WILLING)
            for k in range(6)
        ]
        ready = [m for k in range(6) for m in mentors(f"m{k}", interests={f"i{k}", "i0"})]
        cohort = Cohort(mentees=wanting, mentors=ready)
        found = found_in(cohort)
        assert found.rows.sizes.tolist() == found.columns.sizes.tolist() == [1] * 6
        plan = match(cohort)
        with everybody_alone():
            alone = match(cohort)
        assert size(plan) == size(alone) == best_by_hand(cohort)
        assert plan.pairs == alone.pairs

    def test_nobody_at_all(self) -> None:
        """No mentees, no mentors, nobody of a fitting position: no class and no partition."""
        for cohort in (
            Cohort(mentees=[], mentors=mentors("m")),
            Cohort(mentees=mentees("a"), mentors=[]),
            Cohort(mentees=[Mentee(Student("s"))], mentors=mentors("m")),
        ):
            found = found_in(cohort)
            assert (found.rows.sizes.size, found.columns.sizes.size) == (0, 0)
            assert found.partitions == ()
            verify(match(cohort), cohort)
