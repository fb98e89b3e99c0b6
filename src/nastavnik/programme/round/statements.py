"""What nobody has stated yet, as it would be if it were so: statements that can be completed, and a round with them.

A statement is completed only where it is true; so what is said of one is a condition. What somebody has stated, a
refusal above all, is nothing to be completed, and here it cannot be.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from nastavnik.basics.errors import UnknownNameError
from nastavnik.people.records import Role
from nastavnik.programme.round.cohort import Cohort
from nastavnik.rules.base import Side

__all__ = ["STATEMENTS", "YES_NO", "Statement", "completed", "is_open", "stated"]

YES_NO: Final = ("agreed", "guardian_agreed", "person.data_consent", "trained", "cleared")
"""Ways to what is answered by yes or no."""

STATEMENTS: Final = (
    *YES_NO,
    "category",
    "person.qualities",
    "person.organisation",
    "person.grade",
    "person.age",
    "person.marks",
    "person.experience",
    "person.subjects",
    "subjects",
    "person.interests",
    "person.slots",
    "person.languages",
    "person.place",
)
"""Ways to whatever can be completed, from a mentor or a mentee; those that are answered most easily come first."""


@frozen(kw_only=True)
class Statement:
    """What somebody has not stated yet, and what would help if it were so.

    Args:
        side: whose statement it is: of a mentor or of a mentee. What is said of the person counts in both roles.
        id: id of the person.
        path: the way to what is not stated, such as ``"trained"`` or ``"person.grade"``.
        values: what it might be; any of them brings the same, and it is counted with the first. Sets and marks are
            sorted tuples, as facts are.
    """

    side: Side
    id: str
    path: str
    values: tuple[object, ...]


def stated(role: Role, path: str) -> Any:
    """Return what a mentor or a mentee states; None where this position or role has no such field.

    >>> from nastavnik import Mentee, Pupil
    >>> stated(Mentee(Pupil("b", grade=6)), "person.grade")
    6
    """
    value: Any = role
    for name in path.split("."):
        value = getattr(value, name, None)
    return value


def is_open(role: Role, path: str) -> bool:
    """Return whether there is such a statement, and nothing is stated yet; no is a statement, too.

    >>> from nastavnik import Mentor, Pupil
    >>> one, two = (Mentor(Pupil("a"), trained=trained) for trained in (None, False))
    >>> is_open(one, "trained"), is_open(two, "trained"), is_open(one, "category")
    (True, False, False)
    """
    *before, name = path.split(".")
    owner = stated(role, ".".join(before)) if before else role
    return hasattr(owner, name) and getattr(owner, name) in (None, frozenset())


def completed(cohort: Cohort, statements: Iterable[Statement]) -> Cohort:
    """Return a round in which some statements are completed, each with the first of its values.

    Args:
        cohort: the people; it is not changed.
        statements: each of somebody of the round who has not stated it.

    Raises:
        UnknownNameError: when there is nobody of the id, or nothing such to be completed.
        InvalidInputError: when a value is none that the field takes.

    >>> from nastavnik import Mentor, Pupil
    >>> cohort = Cohort(mentors=[Mentor(Pupil("a"))], mentees=[])
    >>> training = Statement(side=Side.MENTOR, id="a", path="trained", values=(True,))
    >>> completed(cohort, [training]).mentor("a").trained
    True
    """
    of_roles: dict[tuple[Side, str], dict[str, Any]] = {}
    of_persons: dict[str, dict[str, Any]] = {}
    for one in statements:
        role = cohort.mentor(one.id) if one.side is Side.MENTOR else cohort.mentee(one.id)
        known = [path for path in STATEMENTS if is_open(role, path)]
        if one.path not in known:
            raise UnknownNameError("statement", one.path, known)
        owner, _, name = one.path.rpartition(".")
        changes = (
            of_persons.setdefault(one.id, {})
            if owner
            else of_roles.setdefault((one.side, one.id), {})
        )
        value = one.values[0]
        changes[name] = dict(value) if name == "marks" else value  # type: ignore[call-overload]
    return Cohort(
        mentees=[
            _with(two, of_roles.get((Side.MENTEE, two.id), {}), of_persons)
            for two in cohort.mentees
        ],
        mentors=[
            _with(one, of_roles.get((Side.MENTOR, one.id), {}), of_persons)
            for one in cohort.mentors
        ],
    )


def _with(
    role: Any, of_role: Mapping[str, Any], of_persons: Mapping[str, Mapping[str, Any]]
) -> Any:
    of_person = of_persons.get(role.id)
    if of_person:
        return evolve(role, person=evolve(role.person, **of_person), **of_role)
    return evolve(role, **of_role) if of_role else role
