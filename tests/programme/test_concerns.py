"""What is worth a look in the values of a round: spellings, one-sided values, schools, one person twice."""

from collections.abc import Iterable
from typing import Any

import attrs
import pytest

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, Student, Teacher
from nastavnik.programme.round.comparisons import Comparisons
from nastavnik.programme.round.concerns import CODES, Concern, Seen
from nastavnik.programme.round.doubles import doubles_in
from nastavnik.programme.round.spellings import Spellings
from nastavnik.programme.round.tallies import values_in


def round_of(mentees: Iterable[Any], mentors: Iterable[Any]) -> Cohort:
    """Return a round of people, or of roles."""
    return Cohort(
        mentees=[one if isinstance(one, Mentee) else Mentee(one) for one in mentees],
        mentors=[one if isinstance(one, Mentor) else Mentor(one) for one in mentors],
    )


def one_sided(cohort: Cohort) -> list[Concern]:
    """Return the one-sided values of a round, without those that are another spelling."""
    return list(Comparisons(cohort, TARGET_MODEL).one_sided(Spellings(cohort).alike))


def brief(
    found: Iterable[Concern],
) -> list[tuple[str | None, str | None, list[str], tuple[str, ...]]]:
    """Return side, fact, values and who has no other, of each concern."""
    return [(c.side, c.field, [v.value for v in c.values], c.alone) for c in found]


class TestFreeTimes:
    """A time that nobody of the other side has is told of; times that meet are not."""

    def test_times_are_held_against_each_other_as_times(self) -> None:
        """Half an hour in common is no meeting, two spellings of one time are one."""
        mentees = [Pupil("a", slots={"вт 15:00–17:00"}), Pupil("b", slots={"пн 9-10", "чт 16.00"})]
        mentors = [
            Pupil("m", slots={"Вторник 16–18"}),
            Pupil("n", slots={"пн 9:30–12", "чт 16:00"}),
        ]
        assert brief(one_sided(round_of(mentees, mentors))) == [
            ("mentee", "person.slots", ["mon 9:00-10:00"], ()),
            ("mentor", "person.slots", ["mon 9:30-12:00"], ()),
        ]

    def test_any_time_meets_everybody(self) -> None:
        """Nobody is told to look at it again."""
        mentees = [Pupil("a", slots={"любое время"})]
        assert not one_sided(round_of(mentees, [Pupil("m", slots={"вт 15:00"})]))

    def test_whoever_has_no_other_time_is_named(self) -> None:
        """They get nobody as the tables stand."""
        mentees = [Pupil("a", slots={"вс 8:00"}), Pupil("b", slots={"вс 8:00", "вт 15:00"})]
        (found,) = one_sided(round_of(mentees, [Pupil("m", slots={"вт 15:00"})]))
        assert (found.people, found.alone, found.values) == (
            ("a", "b"),
            ("a",),
            (Seen("sun 8:00", mentees=2),),
        )

    def test_of_another_position_is_nobody(self) -> None:
        """A teacher free at that time is no mentor of a pupil: no form joins the two."""
        mentees = [Pupil("a", slots={"вт 15:00"}), Teacher("t", slots={"пн 9:00"})]
        mentors = [Pupil("m", slots={"пн 9:00"}), Teacher("u", slots={"вт 15:00", "пн 9:00"})]
        assert brief(one_sided(round_of(mentees, mentors))) == [
            ("mentee", "person.slots", ["tue 15:00"], ("a",)),
            ("mentor", "person.slots", ["mon 9:00", "tue 15:00"], ("m",)),
        ]


class TestSubjects:
    """What is asked for and not offered is told of; what is offered and not asked for is no harm."""

    def test_a_subject_that_no_mentor_offers(self) -> None:
        """Of mentees alone, with how many ask for it."""
        mentees = [
            Mentee(Pupil("a"), subjects={"химия", "физика"}),
            Mentee(Pupil("b"), subjects={"Химия"}),
        ]
        mentors = [Mentor(Pupil("m"), subjects={"физика", "история"})]
        (found,) = one_sided(round_of(mentees, mentors))
        assert brief([found]) == [("mentee", "subjects", ["химия"], ("b",))]
        assert found.values[0].mentees == 2

    def test_interests_may_differ(self) -> None:
        """Nobody needs to share every hobby, so nothing is said of them."""
        mentees = [Pupil("a", interests={"хор"}), Pupil("b", interests={"шахматы"})]
        assert not one_sided(round_of(mentees, [Pupil("m", interests={"шахматы", "танцы"})]))


class TestOrganisations:
    """Schools with people of one side alone."""

    def test_a_school_with_mentees_and_no_mentor_and_the_other_way_round(self) -> None:
        """Both are told, with how many they concern."""
        mentees = [Pupil("a", organisation="Школа 5"), Pupil("b", organisation="Школа 6")]
        mentors = [Pupil("m", organisation="школа №5"), Pupil("n", organisation="Школа 7")]
        found = one_sided(round_of(mentees, mentors))
        assert [(c.code, [v.value for v in c.values], c.people) for c in found] == [
            ("without-mentors", ["Школа 6"], ("b",)),
            ("without-mentees", ["Школа 7"], ("n",)),
        ]

    def test_a_form_that_asks_for_no_common_school_takes_the_concern_away(self) -> None:
        """A student mentors pupils of any school."""
        mentees = [Pupil("a", organisation="Школа 5")]
        mentors = [Pupil("m", organisation="Школа 7"), Student("s", organisation="Колледж")]
        assert [c.code for c in one_sided(round_of(mentees, mentors))] == ["without-mentees"]

    def test_another_spelling_is_told_as_such_and_not_as_a_school_without_mentors(self) -> None:
        """One cause, one line: both spellings, with how many have each."""
        mentees = [
            Pupil("a", organisation="МБОУ СОШ № 12"),
            Pupil("b", organisation="МБОУ СОШ № 12"),
        ]
        cohort = round_of(mentees, [Pupil("m", organisation="СОШ №12")])
        assert not one_sided(cohort)
        (found,) = Spellings(cohort).concerns()
        assert (found.code, found.field, found.people) == (
            "nearly-alike",
            "person.organisation",
            ("m",),
        )
        assert found.values == (Seen("МБОУ СОШ № 12", mentees=2), Seen("СОШ №12", mentors=1))


class TestSpellings:
    """Slips of the pen, in whatever column they stand."""

    def test_subjects_share_a_vocabulary_with_marks(self) -> None:
        """«матиматика» in a mark and «математика» in a subject are nearly alike."""
        mentees = [Mentee(Pupil("a", marks={"Матиматика": 2}), subjects={"математика"})]
        (found,) = Spellings(round_of(mentees, [Pupil("m")])).concerns()
        assert [v.value for v in found.values] == ["Матиматика", "математика"]

    def test_other_numbers_and_other_times_are_other_things(self) -> None:
        """«Школа 5» is not «Школа 6», and Tuesday is not Monday."""
        mentees = [Pupil("a", organisation="Школа 5", slots={"пн 15:00"})]
        mentors = [Pupil("m", organisation="Школа 6", slots={"вт 15:00"})]
        assert not list(Spellings(round_of(mentees, mentors)).concerns())

    def test_too_many_values_are_said_to_be_too_many(self) -> None:
        """Nothing is passed over in silence."""
        pupils = [Pupil(f"p{k}", organisation=f"Организация {k}") for k in range(401)]
        found = list(Spellings(round_of(pupils, [])).concerns())
        assert [(c.code, c.field, c.of) for c in found] == [
            ("not-looked-at", "person.organisation", 401)
        ]


class TestOnePersonTwice:
    """Told by ids, without the name."""

    @pytest.mark.parametrize(
        ("name", "more", "same"),
        [
            ("Придуманный Пётр", {}, True),
            ("пётр  ПРИДУМАННЫЙ", {}, True),
            ("Придуманный Петр", {"age": None}, True),
            ("Придуманный Пётр", {"grade": 8}, False),
            ("Придуманный Пётр", {"age": 14}, False),
            ("Придуманный Пётр", {"organisation": "Школа 6"}, False),
            ("Придуманный Павел", {}, False),
        ],
    )
    def test_name_school_and_grade_make_one_person(
        self, name: str, more: dict[str, Any], same: bool
    ) -> None:
        """Whatever is known of both must agree."""
        first = Pupil("a", name="Придуманный Пётр", organisation="Школа 5", grade=7, age=13)
        second = attrs.evolve(first, id="b", name=name, **more)
        found = list(doubles_in(round_of([first, second], [])))
        assert [c.groups for c in found] == ([(("a", "b"),)] if same else [])
        assert "Прид" not in repr(found)

    def test_one_word_is_no_name(self) -> None:
        """A table in which everybody is called «Ученик» has nobody twice."""
        pupils = [Pupil(f"p{k}", name="Ученик") for k in range(3)]
        assert not list(doubles_in(round_of(pupils, [])))

    def test_the_same_id_in_both_tables_is_one_person(self) -> None:
        """That is how one takes both roles; another id there is told of."""
        one = Pupil("a", name="Придуманный Пётр")
        assert not list(doubles_in(round_of([one], [one])))
        (found,) = doubles_in(round_of([one], [attrs.evolve(one, id="z")]))
        assert found.groups == (("a", "z"),)

    def test_people_in_columns_are_seen_like_people(self) -> None:
        """Names given as a column are looked at once each."""
        table = {"id": ["a", "b"], "position": "pupil", "name": ["Придуманный Пётр"] * 2}
        none: dict[str, Any] = {"id": [], "position": []}
        (found,) = doubles_in(Cohort.from_columns(mentees=table, mentors=none))
        assert found.groups == (("a", "b"),)


def test_positions_that_no_form_joins_are_told() -> None:
    """Teachers want a mentor, and there are none but pupils."""
    cohort = round_of([Pupil("a"), Teacher("t")], [Pupil("m")])
    (found,) = Comparisons(cohort, TARGET_MODEL).lone_sides()
    assert (found.side, found.people, found.values) == (
        "mentee",
        ("t",),
        (Seen("teacher", mentees=1),),
    )


def test_every_distinct_value_is_counted_once_with_the_spelling_met_first() -> None:
    """By fact, the commonest first."""
    mentees = [
        Mentee(Pupil("a"), subjects={"Физика"}),
        Mentee(Pupil("b"), subjects={"физика", "химия"}),
    ]
    found = dict(values_in(round_of(mentees, [Mentor(Pupil("m"), subjects={"ФИЗИКА"})])))
    assert found == {
        "subjects": (Seen("Физика", mentees=2, mentors=1), Seen("химия", mentees=1)),
    }


def test_codes_have_an_order_and_are_unique() -> None:
    """They are what programs read."""
    assert len(set(CODES)) == len(CODES)
