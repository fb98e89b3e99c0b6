"""The digest of a cohort: of every fact of everybody, and of nothing else."""

from random import Random
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.cohorts import nameless, shuffled
from helpers.own_kinds import OwnPupil
from nastavnik import Cohort, Mentee, Pupil, Student, Teacher
from nastavnik.people import Person
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.testing.strategies import cohorts, mentees, mentors, people

COHORTS = cohorts(min_mentees=1, min_mentors=1)


def digest_of_one(person: Person, **facts: Any) -> str:
    return digest_of_cohort(Cohort(mentees=[Mentee(person, **facts)], mentors=[]))


@given(cohort=COHORTS, data=st.data())
def test_any_one_fact_of_anybody_changes_it(cohort: Cohort, data: st.DataObject) -> None:
    """Of a role or of the person behind it."""
    side = data.draw(st.sampled_from(["mentees", "mentors"]))
    roles = list(getattr(cohort, side))
    at = data.draw(st.integers(0, len(roles) - 1))
    role = roles[at]
    like = (mentees if side == "mentees" else mentors)(st.just(role.person))
    fields = [
        f.name for f in attrs.fields(type(role)) if f.name not in {"person", "refusals", "bans"}
    ]
    of_person = [f.name for f in attrs.fields(type(role.person)) if f.name not in {"id", "name"}]
    name = data.draw(st.sampled_from([*fields, *(f"person.{one}" for one in of_person)]))
    if name.startswith("person."):
        name = name.removeprefix("person.")
        other = data.draw(people(positions=[role.person.position]))
        changed = attrs.evolve(role.person, **{name: getattr(other, name)})
        assume(changed != role.person)
        roles[at] = attrs.evolve(role, person=changed)
    elif name == "choices":
        ids = {m.id for m in (cohort.mentors if side == "mentees" else cohort.mentees)}
        free = ids - role.choices - role.refusals - getattr(role, "bans", set())
        assume(free)
        roles[at] = attrs.evolve(role, choices=role.choices | {min(free)})
    else:
        roles[at] = attrs.evolve(role, **{name: getattr(data.draw(like), name)})
    assume(roles[at] != role)
    both = {m.id for m in cohort.mentees} & {m.id for m in cohort.mentors}
    assume(role.id not in both or roles[at].person == role.person)
    assert digest_of_cohort(attrs.evolve(cohort, **{side: roles})) != digest_of_cohort(cohort)


@given(cohort=COHORTS, random=st.randoms(use_true_random=False))
def test_names_and_order_do_not(cohort: Cohort, random: Random) -> None:
    other = shuffled(nameless(cohort), random)
    assert digest_of_cohort(other) == digest_of_cohort(cohort)


def test_whose_fact_it_is_counts() -> None:
    digests = {
        digest_of_cohort(
            Cohort(mentees=[Mentee(Pupil("a", grade=a)), Mentee(Pupil("b", grade=b))], mentors=[])
        )
        for a, b in ((5, 6), (6, 5), (5, None), (None, 5), (5, 5))
    }
    assert len(digests) == 5


def test_the_position_and_the_side_count() -> None:
    digests = {digest_of_one(kind("a")) for kind in (Pupil, Student, Teacher)}
    assert len(digests) == 3
    assert digest_of_one(Pupil("a")) != digest_of_one(Pupil("b"))
    assert digest_of_one(Teacher("a", subjects={"x"})) != digest_of_one(
        Teacher("a"), subjects={"x"}
    )


def test_facts_of_a_kind_of_ones_own_count() -> None:
    digests = {digest_of_one(OwnPupil("a", rating=rating)) for rating in (None, 1, 2)}
    assert len({*digests, digest_of_one(Pupil("a"))}) == 4
