"""What nobody has stated yet, as it would be if it were so: statements that can be completed, and a round with them.

A statement is completed only where it is true; so what is said of one is a condition. What somebody has stated, a
refusal above all, is nothing to be completed, and here it cannot be.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from nastavnik.basics.errors import UnknownNameError
from nastavnik.people.records import Role
from nastavnik.programme.round.banned import with_changes
from nastavnik.programme.round.cohort import Cohort
from nastavnik.rules.base import Side

__all__ = [
    "LISTED",
    "STATEMENTS",
    "YEARS_ABOVE_GRADE",
    "YES_NO",
    "Statement",
    "completed",
    "filled_in",
    "is_open",
    "stated",
]

YES_NO: Final = ("agreed", "guardian_agreed", "person.data_consent", "trained", "cleared")
"""Ways to what is answered by yes or no."""

LISTED: Final = (
    "person.slots",
    "person.languages",
    "person.interests",
    "person.subjects",
    "subjects",
)
"""Ways to what is answered by a list of words of one's own."""

YEARS_ABOVE_GRADE: Final = range(5, 9)
"""Age less grade of a pupil of whom one of the two is not stated, wide enough for all but exceptions. Ours: school
begins at six to eight, and a year may be repeated; without it a missing age would stand for being of age in the fifth
grade."""

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


def filled_in(role: Any, values: Mapping[str, object]) -> Any:
    """Return a mentor or a mentee who has stated some things more.

    Args:
        role: whoever states them.
        values: by the way to each statement, as `Statement` holds them.

    >>> from nastavnik import Mentor, Pupil
    >>> filled_in(Mentor(Pupil("a")), {"person.marks": (("art", 5),), "trained": True}).person.marks["art"]
    5
    """
    changes: dict[str, dict[str, Any]] = {"": {}, "person": {}}
    for path, value in values.items():
        owner, _, name = path.rpartition(".")
        changes[owner][name] = dict(value) if name == "marks" else value  # type: ignore[call-overload]
    person = evolve(role.person, **changes["person"]) if changes["person"] else role.person
    return with_changes(role, person=person, **changes[""])


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
    told: dict[tuple[Side, str] | str, dict[str, object]] = {}
    for one in statements:
        role = cohort.mentor(one.id) if one.side is Side.MENTOR else cohort.mentee(one.id)
        known = [path for path in STATEMENTS if is_open(role, path)]
        if one.path not in known:
            raise UnknownNameError("statement", one.path, known)
        whose = one.id if one.path.startswith("person.") else (one.side, one.id)
        told.setdefault(whose, {})[one.path] = one.values[0]

    def so(role: Any, side: Side) -> Any:
        values = told.get((side, role.id), {}) | told.get(role.id, {})
        return filled_in(role, values) if values else role

    return Cohort(
        mentees=[so(two, Side.MENTEE) for two in cohort.mentees],
        mentors=[so(one, Side.MENTOR) for one in cohort.mentors],
    )
