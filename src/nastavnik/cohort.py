"""Everyone of one matching round, checked as a whole, in id order."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import attrs
from attrs import field, frozen

from nastavnik.errors import Fault, InvalidInputError, UnknownNameError, nearest
from nastavnik.messages import PLACES
from nastavnik.methodology.model import Methodology
from nastavnik.people import Mentee, Mentor, Person, Role

__all__ = ["Cohort", "faults_in", "faults_under"]

_MOST_ADVICE: Final = 50
"""Wrong ids for which the nearest is looked up: among many thousands that takes long, each time."""

_CONSENTS: Final = ("data_consent",)
"""Fields of a person that are consents, the contradiction of which is named as such."""


def _in_id_order(roles: Any) -> Any:
    """Freeze the roles in id order; what is no role is left for the check to name."""
    roles = tuple(roles)
    return tuple(sorted(roles, key=lambda role: role.id)) if _all_roles(roles) else roles


def _all_roles(roles: Sequence[object]) -> bool:
    return all(isinstance(role, Role) for role in roles)


@frozen(kw_only=True, repr=False)
class Cohort:
    """Everyone of one matching round.

    Args:
        mentees: those who want a mentor, in any order; kept in id order.
        mentors: those ready to be one, in any order; kept in id order.

    Raises:
        InvalidInputError: with every fault of the whole: doubled ids, two people with one id,
            consents that contradict each other, choices, refusals and bans that name nobody of this
            round.

    >>> from nastavnik import Cohort, Mentee, Mentor, Pupil
    >>> Cohort(mentees=[Mentee(Pupil("b", grade=5))], mentors=[Mentor(Pupil("a", grade=9))])
    Cohort(1 mentees, 1 mentors)
    """

    mentees: tuple[Mentee, ...] = field(converter=_in_id_order)
    mentors: tuple[Mentor, ...] = field(converter=_in_id_order)

    def __attrs_post_init__(self) -> None:
        """Check everyone against everyone."""
        faults = list(faults_in(self.mentees, self.mentors))
        if faults:
            raise InvalidInputError(faults)

    def mentee(self, name: str) -> Mentee:
        """Return the mentee of this id.

        Raises:
            UnknownNameError: when there is none.
        """
        if name not in self._mentees:
            raise UnknownNameError("mentee", name, self._mentees)
        return self._mentees[name]

    def mentor(self, name: str) -> Mentor:
        """Return the mentor of this id.

        Raises:
            UnknownNameError: when there is none.
        """
        if name not in self._mentors:
            raise UnknownNameError("mentor", name, self._mentors)
        return self._mentors[name]

    @property
    def places(self) -> int:
        """How many mentees all mentors together can take."""
        return sum(mentor.capacity for mentor in self.mentors)

    @cached_property
    def _mentees(self) -> dict[str, Mentee]:
        return {mentee.id: mentee for mentee in self.mentees}

    @cached_property
    def _mentors(self) -> dict[str, Mentor]:
        return {mentor.id: mentor for mentor in self.mentors}

    def __repr__(self) -> str:
        return f"Cohort({len(self.mentees)} mentees, {len(self.mentors)} mentors)"


def faults_in(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Fault]:
    """Yield what is wrong with the people of one round, taken together."""
    for roles, kind in ((mentees, Mentee), (mentors, Mentor)):
        strangers = [role for role in roles if not isinstance(role, kind)]
        for stranger in strangers:
            yield Fault("not-a-role", value=type(stranger).__name__, role=PLACES[kind.role])
        if strangers:
            return
    yield from _doubled(mentees)
    yield from _doubled(mentors)
    yield from _two_people(mentees, mentors)
    mentee_ids, mentor_ids = {m.id for m in mentees}, {m.id for m in mentors}
    advised = iter(range(_MOST_ADVICE))

    def advise() -> bool:
        return next(advised, None) is not None

    for mentee in mentees:
        for name in ("choices", "refusals", "bans"):
            yield from _names_nobody(mentee, name, mentor_ids, "mentor", advise)
    for mentor in mentors:
        for name in ("choices", "refusals"):
            yield from _names_nobody(mentor, name, mentee_ids, "mentee", advise)


def faults_under(
    methodology: Methodology, mentees: Iterable[Mentee], mentors: Iterable[Mentor]
) -> Iterator[Fault]:
    """Yield what the methodology does not know: categories, tasks, positions."""
    all_categories = {category.id for form in methodology.forms for category in form.categories}
    for mentee in mentees:
        position = mentee.person.position
        if not methodology.forms_for(position):
            yield Fault(
                "no-form-for-mentee",
                subject=("mentee", mentee.id),
                field="position",
                position=position.title,
            )
            continue
        categories = [category.id for category in methodology.categories_for(position)]
        if mentee.category is not None and mentee.category not in categories:
            elsewhere = mentee.category in all_categories
            yield Fault(
                "category-of-another-position" if elsewhere else "unknown-category",
                subject=("mentee", mentee.id),
                field="category",
                value=mentee.category,
                known=categories,
                position=position.title,
                advice=None if elsewhere else nearest(mentee.category, categories),
            )
        yield from _unknown_tasks(mentee, [task.id for task in methodology.tasks_for(position)])
    mentor_positions = {form.mentor_position for form in methodology.forms}
    for mentor in mentors:
        position = mentor.person.position
        if position not in mentor_positions:
            yield Fault(
                "no-form-for-mentor",
                subject=("mentor", mentor.id),
                field="position",
                position=position.title,
            )
            continue
        yield from _unknown_tasks(mentor, [task.id for task in methodology.tasks_of(position)])


def _doubled(roles: Sequence[Role]) -> Iterator[Fault]:
    seen: set[str] = set()
    for role in roles:
        if role.id in seen:
            yield Fault("duplicate-id", subject=(role.role, role.id), field="id", value=role.id)
        seen.add(role.id)


def _two_people(mentees: Sequence[Mentee], mentors: Sequence[Mentor]) -> Iterator[Fault]:
    """One id in both roles is one person, so everything about the person must agree."""
    people: Mapping[str, Person] = {mentee.id: mentee.person for mentee in mentees}
    for mentor in mentors:
        other = people.get(mentor.id)
        if other is None or other == mentor.person:
            continue
        differing = _differing(other, mentor.person)
        consents = [name for name in differing if name in _CONSENTS]
        subject = ("mentor", mentor.id)
        if consents and _yes_and_no(other, mentor.person, consents):
            yield Fault(
                "contradictory-consent",
                subject=subject,
                field=consents[0],
                value=mentor.id,
                fields=consents,
            )
            differing = [name for name in differing if name not in consents]
        if differing:
            yield Fault(
                "two-people", subject=subject, field="id", value=mentor.id, fields=differing
            )


def _differing(one: Person, other: Person) -> list[str]:
    if type(one) is not type(other):
        return ["position"]
    names = [a.name for a in attrs.fields(type(one))]
    if one.name is None or other.name is None:
        names.remove("name")  # a name left out in one table makes nobody another person
    return [name for name in names if getattr(one, name) != getattr(other, name)]


def _yes_and_no(one: Person, other: Person, names: Sequence[str]) -> bool:
    return any({getattr(one, name), getattr(other, name)} == {True, False} for name in names)


def _names_nobody(
    role: Role, name: str, known: set[str], kind: str, advise: Callable[[], bool]
) -> Iterator[Fault]:
    for other in sorted(getattr(role, name) - known):
        subject = (role.role, role.id)
        if len(other.split()) > 1:  # most likely somebody's name, which no message may show
            yield Fault("name-for-id", subject=subject, field=name)
            continue
        advice = nearest(other, known) if advise() else None
        yield Fault(
            "names-nobody",
            subject=subject,
            field=name,
            value=other,
            role=PLACES[kind],
            advice=advice,
        )


def _unknown_tasks(role: Role, known: Sequence[str]) -> Iterator[Fault]:
    for task in sorted(role.tasks - set(known)):
        yield Fault(
            "unknown-task",
            subject=(role.role, role.id),
            field="tasks",
            value=task,
            known=known,
            advice=nearest(task, known),
        )
