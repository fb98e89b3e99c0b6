"""What a form of mentoring consists of: who mentors whom, by which role models, under which rules."""

from attrs import field, frozen

from nastavnik.basics.errors import UnknownNameError
from nastavnik.basics.sources import Source
from nastavnik.methodology.values import (
    Activity,
    ExpectedResult,
    MenteeCategory,
    ModelValue,
    Task,
    frozen_ids,
    named,
)
from nastavnik.people.records import Position
from nastavnik.rules.base import Preference, Requirement

__all__ = ["MentoringForm", "RoleModel"]


@frozen(kw_only=True, repr=False)
class RoleModel(ModelValue):
    """A pairing that a form knows, such as «успевающий – неуспевающий»; not a person to imitate.

    Args:
        categories: ids of the mentee categories it serves; empty serves every one.
        binding_source: what that binding rests on, or None where there is none.
        newcomers: what it rests on that it serves newcomers whatever their category, or None where it does not.
        tasks: ids of the form's tasks it is meant for.
        requirements: asked of its pairs, beside those of the form.
        preferences: given to its pairs, beside those of the form.
    """

    categories: frozenset[str] = field(factory=frozenset, converter=frozen_ids)
    binding_source: Source | None = None
    newcomers: Source | None = None
    tasks: frozenset[str] = field(factory=frozenset, converter=frozen_ids)
    requirements: tuple[Requirement, ...] = ()
    preferences: tuple[Preference, ...] = ()


@frozen(kw_only=True, repr=False)
class MentoringForm(ModelValue):
    """A way to carry out mentoring: who mentors whom, by which role models.

    Args:
        mentor_position: position of its mentors.
        mentee_position: position of its mentees.
        categories: kinds of its mentees.
        role_models: pairings it knows, in the order of preference among equals.
        tasks: what it sets out to do.
        results: what its participants should gain.
        activities: what its pairs and groups do together.
        requirements: asked of every pair of the form.
        preferences: given to every pair of the form.
        official: one of the five forms of the target model; a local form is not.
    """

    mentor_position: Position
    mentee_position: Position
    categories: tuple[MenteeCategory, ...] = ()
    role_models: tuple[RoleModel, ...]
    tasks: tuple[Task, ...] = ()
    results: tuple[ExpectedResult, ...] = ()
    activities: tuple[Activity, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    preferences: tuple[Preference, ...] = ()
    official: bool = False

    def __attrs_post_init__(self) -> None:
        """Check that the role models name categories and tasks of the form.

        Raises:
            UnknownNameError: naming the first that does not exist.
        """
        if not self.role_models:
            raise ValueError(f"form {self.id!r} has no role model; it needs at least one")
        categories = {category.id for category in self.categories}
        tasks = {task.id for task in self.tasks}
        for role_model in self.role_models:
            for name in sorted(role_model.categories - categories):
                raise UnknownNameError(f"category of {self.id}", name, categories)
            for name in sorted(role_model.tasks - tasks):
                raise UnknownNameError(f"task of {self.id}", name, tasks)

    def role_model(self, name: str) -> RoleModel:
        """Return the role model of this id.

        Raises:
            UnknownNameError: when the form has none of this id.
        """
        return named("role model", name, self.role_models)

    def category(self, name: str) -> MenteeCategory:
        """Return the mentee category of this id.

        Raises:
            UnknownNameError: when the form has none of this id.
        """
        return named("category", name, self.categories)
