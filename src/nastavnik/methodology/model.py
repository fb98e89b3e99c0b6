"""What a mentoring methodology consists of: values that say who, for what, by which rules, and on what it rests.

A methodology is a catalogue, not an enumeration: a school adds a form of its own, changes a number or takes a
rule out, and gets a new methodology; the one it started from stays as it was.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

import attrs
from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.basics.errors import InvalidInputError, NotInForceError, RuleError, UnknownNameError
from nastavnik.basics.sources import Document
from nastavnik.basics.texts import Text
from nastavnik.methodology.changes import NO_CHANGES, Binding, Reading, RuleChanges
from nastavnik.methodology.changing import apply
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.norms import Norm, Period
from nastavnik.methodology.values import (
    MenteeCategory,
    ModelValue,
    MonitoringPart,
    Principle,
    Quality,
    Setting,
    Sign,
    Task,
    each_once,
    named,
)
from nastavnik.people.records import Position
from nastavnik.rules.base import Preference, Requirement, Rule
from nastavnik.rules.catalogue.pairing import CategoryServed
from nastavnik.rules.catalogue.preferences import PurposeFits

__all__ = ["Methodology"]


ValueT = TypeVar("ValueT", bound="ModelValue")

_Asked = tuple[MentoringForm, RoleModel, tuple[Requirement, ...], tuple[Preference, ...]]
"""What a role model asks, and what that was made of: another form or role model of the same id asks something else."""


@frozen(kw_only=True, repr=False)
class Methodology(ModelValue):
    """A whole methodology: forms, principles, and the rules that hold in every form.

    ``purpose`` is its definition of mentoring.

    Args:
        document: the document that approves it.
        scope: whom it is for.
        forms: ways to carry it out.
        principles: what holds in every form.
        settings: where in school life meetings take place.
        qualities: what a person may have shown; the words of ``Person.qualities``.
        requirements: asked of every pair of every form.
        preferences: given to every pair of every form.
        monitoring: the parts in which the programme itself is monitored.
        norms: what holds when, beside the rules.
        readings: ways to understand its text, the one that holds by default first.
        changes: what was changed in rules and bindings since it was made or found; a plan keeps it.
    """

    document: Document
    scope: Text
    forms: tuple[MentoringForm, ...]
    principles: tuple[Principle, ...] = ()
    settings: tuple[Setting, ...] = ()
    qualities: tuple[Quality, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    preferences: tuple[Preference, ...] = ()
    monitoring: tuple[MonitoringPart, ...] = ()
    norms: tuple[Norm, ...] = ()
    readings: tuple[Reading, ...] = ()
    changes: RuleChanges = field(default=NO_CHANGES, eq=False)
    _asked: dict[tuple[str, str], "_Asked"] = field(factory=dict, init=False, eq=False, repr=False)
    """All rules of each role model, by form and role model: every round asks for them many times."""

    def __attrs_post_init__(self) -> None:
        """Check that names are unique where they must be.

        Raises:
            ValueError: when two forms have one id.
            RuleError: when two rules of one role model have one id.
        """
        seen: set[str] = set()
        for form in self.forms:
            if form.id in seen:
                raise ValueError(f"two forms with the id {form.id!r}; give the new one its own")
            seen.add(form.id)
        for form, role_model in self.ways:
            ids = [r.id for r in self.requirements_of(form, role_model)]
            ids += [p.id for p in self.preferences_of(form, role_model)]
            twice = sorted({name for name in ids if ids.count(name) > 1})
            if twice:
                raise RuleError(f"two rules with the id {twice[0]!r} in {form.id}, {role_model.id}")
        for norm in self.norms:
            if norm.begins != self.document.in_force_from:
                raise ValueError(
                    f"norm {norm.id!r} does not begin with document {self.document.number}"
                )

    # Looking up.

    @property
    def ways(self) -> tuple[tuple[MentoringForm, RoleModel], ...]:
        """Each role model with its form, form after form: every way in which a pair may be formed."""
        return tuple((form, role_model) for form in self.forms for role_model in form.role_models)

    def form(self, name: str) -> MentoringForm:
        """Return the form of this id.

        Raises:
            UnknownNameError: when there is none of this id.
        """
        return named("form", name, self.forms)

    def forms_for(self, mentee: Position) -> tuple[MentoringForm, ...]:
        """Return the forms whose mentees have this position."""
        return tuple(form for form in self.forms if form.mentee_position is mentee)

    def categories_for(self, mentee: Position) -> tuple[MenteeCategory, ...]:
        """Return the mentee categories of this position, each id once, in the order of the forms."""
        return each_once(c for form in self.forms_for(mentee) for c in form.categories)

    def signs_for(self, mentee: Position) -> tuple[Sign, ...]:
        """Return the signs of the categories of this position, each id once, in the order of the forms."""
        forms = self.forms_for(mentee)
        return each_once(s for form in forms for c in form.categories for s in c.indicators)

    def categories_shown(self, mentee: Position, signs: Collection[str]) -> tuple[str, ...]:
        """Return the ids of the categories of this position that some signs show, in the order of the forms.

        >>> from nastavnik import TARGET_MODEL
        >>> TARGET_MODEL.categories_shown(Position.PUPIL, {"keeps-apart"})
        ('passive',)
        """
        categories = (c for form in self.forms_for(mentee) for c in form.categories)
        shown = (c.id for c in categories if any(sign.id in signs for sign in c.indicators))
        return tuple(dict.fromkeys(shown))

    def reading(self, name: str) -> Reading:
        """Return the reading of this id.

        Raises:
            UnknownNameError: when there is none of this id.
        """
        return named("reading", name, self.readings)

    def tasks_for(self, mentee: Position) -> tuple[Task, ...]:
        """Return the tasks a mentee of this position may ask for, each id once."""
        return each_once(t for form in self.forms_for(mentee) for t in form.tasks)

    def tasks_of(self, mentor: Position) -> tuple[Task, ...]:
        """Return the tasks a mentor of this position may offer, each id once."""
        forms = (form for form in self.forms if form.mentor_position is mentor)
        return each_once(task for form in forms for task in form.tasks)

    def requirements_of(
        self, form: MentoringForm, role_model: RoleModel
    ) -> tuple[Requirement, ...]:
        """Return all requirements a pair of this form and role model must satisfy, the widest first."""
        return self._asked_by(form, role_model)[2]

    def _asked_by(self, form: MentoringForm, role_model: RoleModel) -> "_Asked":
        """Return all that a role model asks, made once: rules that follow from it are the same ones each time."""
        key = form.id, role_model.id
        made = self._asked.get(key)
        if made is None or made[0] is not form or made[1] is not role_model:
            binding = (self._bound(form, role_model),) if role_model.categories else ()
            requirements = (
                *self.requirements,
                *form.requirements,
                *binding,
                *role_model.requirements,
            )
            newcomers = role_model.newcomers is not None
            purpose = (
                (PurposeFits(tasks=role_model.tasks, newcomers=newcomers),)
                if role_model.tasks
                else ()
            )
            preferences = *self.preferences, *form.preferences, *role_model.preferences, *purpose
            made = self._asked[key] = form, role_model, requirements, preferences
        return made

    def _bound(self, form: MentoringForm, role_model: RoleModel) -> CategoryServed:
        forms = self.forms_for(form.mentee_position)
        signs: dict[bool, set[str]] = {True: set(), False: set()}
        for category in (c for one in forms for c in one.categories):
            signs[category.id in role_model.categories] |= {s.id for s in category.indicators}
        return CategoryServed(
            categories=role_model.categories,
            signs=signs[True],
            other_signs=signs[False],
            newcomers=role_model.newcomers is not None,
            source=role_model.binding_source or role_model.source,
        )

    def preferences_of(self, form: MentoringForm, role_model: RoleModel) -> tuple[Preference, ...]:
        """Return all preferences that give points to a pair of this form and role model."""
        return self._asked_by(form, role_model)[3]

    def every_requirement(self) -> Iterator[Requirement]:
        """Yield whatever the pairs of any role model must satisfy; what several ask for comes several times.

        Beside the requirements that are written down these are the ones that follow from what a role model is bound to.

        >>> from nastavnik import TARGET_MODEL
        >>> "category-served" in {rule.id for rule in TARGET_MODEL.every_requirement()}
        True
        """
        for form, role_model in self.ways:
            yield from self.requirements_of(form, role_model)

    def rules(self) -> Iterator[Rule]:
        """Yield every rule that is written down, methodology first, then form by form."""
        yield from (*self.requirements, *self.preferences)
        for form in self.forms:
            yield from (*form.requirements, *form.preferences)
            for role_model in form.role_models:
                yield from (*role_model.requirements, *role_model.preferences)

    def on(self, day: date) -> Mapping[str, Period]:
        """Return what holds on a day: by the id of each norm its period, with value, document and source.

        Args:
            day: not before the document holds.

        Raises:
            NotInForceError: when the document does not hold yet, or no longer.

        >>> from datetime import date
        >>> from nastavnik import TARGET_MODEL
        >>> TARGET_MODEL.on(date(2026, 9, 1))["guardian-until"].value
        18
        >>> TARGET_MODEL.on(date(2019, 9, 1))
        Traceback (most recent call last):
        nastavnik.basics.errors.NotInForceError: document Р-145 holds from 25.12.2019 on, not on 01.09.2019
        """
        if not self.document.holds_on(day):
            last = self.document.in_force_to
            until = "on" if last is None else f"to {last:%d.%m.%Y}"
            raise NotInForceError(
                f"document {self.document.number} holds from {self.document.in_force_from:%d.%m.%Y} "
                f"{until}, not on {day:%d.%m.%Y}"
            )
        return immutabledict({norm.id: norm.on(day) for norm in self.norms})

    # Changing; each returns a new methodology.

    def changed(self, changes: RuleChanges) -> "Methodology":
        """Return this methodology with some changes, which it remembers: `changes` has them all.

        Args:
            changes: of rules and bindings, as a file or options say them.

        Raises:
            InvalidInputError: with everything that cannot be changed so.

        >>> from nastavnik import TARGET_MODEL
        >>> stricter = TARGET_MODEL.changed(RuleChanges(parameters={"grade-gap": {"at_least": 2}}))
        >>> stricter.form("pupil-pupil").requirements[4].at_least
        2
        >>> stricter.changes.parameters["grade-gap"]["at_least"], stricter.id
        (2, 'target-model')
        """
        made, faults = apply(changes, self)
        if faults:
            raise InvalidInputError([f.moved(field=".".join(map(str, way))) for way, f in faults])
        return self._noting(made, changes)

    def _noting(self, made: "Methodology", changes: RuleChanges) -> "Methodology":
        """Return what was made of this methodology, with a note of what was changed."""
        there = self.changes.also_there(rule.id for rule in self.rules())
        anew = self.reading(changes.reading).changes.bindings if changes.reading else ()
        ways = {(one.form, one.role_model) for one in anew}
        noted = self.changes.followed_by(changes, there=there, read_anew=ways)
        return attrs.evolve(made, changes=noted)

    def read_as(self, reading: str) -> "Methodology":
        """Return this methodology in one of its readings; what else was changed stays.

        Args:
            reading: id of one of ``readings``.

        Raises:
            UnknownNameError: when there is no such reading.

        >>> from nastavnik import TARGET_MODEL
        >>> widened = TARGET_MODEL.read_as("widened").form("pupil-pupil").role_model("leader-passive")
        >>> sorted(widened.categories)
        ['active', 'passive']
        """
        return self.changed(RuleChanges(reading=self.reading(reading).id))

    def with_binding(self, form: str, role_model: str, categories: Iterable[str]) -> "Methodology":
        """Return this methodology with a role model that serves other mentee categories.

        Args:
            form: id of the form.
            role_model: id of its role model.
            categories: ids of categories of the form; none at all serves every one.

        Raises:
            UnknownNameError: when there is no such form, role model or category.

        >>> from nastavnik import TARGET_MODEL
        >>> ours = TARGET_MODEL.with_binding("pupil-pupil", "leader-passive", {"active", "passive"})
        >>> len(ours.form("pupil-pupil").role_model("leader-passive").categories)
        2
        """
        binding = Binding(form=form, role_model=role_model, categories=categories)
        chosen = self.form(form)
        _ = chosen.role_model(role_model)
        for name in sorted(binding.categories):
            _ = chosen.category(name)
        return self.changed(RuleChanges(bindings=[binding]))

    def with_form(self, form: MentoringForm) -> "Methodology":
        """Return this methodology with one more form; a form of one's own is not official.

        Raises:
            ValueError: when a form of this id is there already, or the new one claims to be official.
        """
        if form.official:
            raise ValueError(
                f"form {form.id!r} claims to be official; a local form is official=False"
            )
        return attrs.evolve(self, forms=(*self.forms, form))

    def with_rule(
        self, rule: Rule, *, form: str | None = None, role_model: str | None = None
    ) -> "Methodology":
        """Return this methodology with one more requirement or preference.

        Args:
            rule: a `Requirement` or `Preference`.
            form: id of the only form it is for; None for every form.
            role_model: id of the only role model of ``form`` it is for; None for every one.

        Raises:
            UnknownNameError: when there is no such form or role model.
            RuleError: when there is a rule of this id already, or it is neither kind of rule.
        """
        if isinstance(rule, Requirement):
            kind = "requirements"
        elif isinstance(rule, Preference):
            kind = "preferences"
        else:
            raise RuleError(f"{rule!r} is neither a Requirement nor a Preference")
        if role_model is not None and form is None:
            raise ValueError("a role model is named within a form; give form= as well")

        def add(value: ValueT) -> ValueT:
            more: dict[str, Any] = {kind: (*getattr(value, kind), rule)}
            return attrs.evolve(value, **more)

        if form is None:
            return add(self)
        chosen = self.form(form)
        if role_model is None:
            return self._with_forms(lambda f: add(f) if f is chosen else f)
        only = chosen.role_model(role_model)
        return self._with_role_models(lambda r: add(r) if r is only else r)

    def without_rule(self, rule: str) -> "Methodology":
        """Return this methodology without the rule of this id, wherever it stands.

        Raises:
            UnknownNameError: when no rule has this id.
        """
        self._check_rule(rule)
        made = self._with_rules(lambda r: None if r.id == rule else r)
        return self._noting(made, RuleChanges(without={rule}))

    def with_parameters(self, rule: str, **parameters: Any) -> "Methodology":
        """Return this methodology with other parameters of the rule of this id, wherever it stands.

        Raises:
            UnknownNameError: when no rule has this id, or the rule has no such parameter.
        """
        self._check_rule(rule)

        def change(found: Rule) -> Rule:
            if found.id != rule:
                return found
            own = [*found.parameters, *(["unknown"] if isinstance(found, Requirement) else [])]
            for name in parameters:
                if name not in own:
                    raise UnknownNameError(f"parameter of {rule}", name, own)
            return attrs.evolve(found, **parameters)

        made = self._with_rules(change)
        plain = {name: getattr(value, "value", value) for name, value in parameters.items()}
        if not all(isinstance(one, (int, str, frozenset)) for one in plain.values()):
            return made  # of a rule of one's own that is given what no file can say
        return self._noting(made, RuleChanges(parameters={rule: plain}))

    def _check_rule(self, rule: str) -> None:
        ids = {found.id for found in self.rules()}
        if rule not in ids:
            raise UnknownNameError("rule", rule, ids)

    def _with_forms(self, change: Callable[[MentoringForm], MentoringForm]) -> "Methodology":
        return attrs.evolve(self, forms=tuple(change(form) for form in self.forms))

    def _with_role_models(self, change: Callable[[RoleModel], RoleModel]) -> "Methodology":
        return self._with_forms(
            lambda form: attrs.evolve(form, role_models=tuple(change(r) for r in form.role_models))
        )

    def _with_rules(self, change: Callable[[Rule], Rule | None]) -> "Methodology":
        def changed(value: ValueT) -> ValueT:
            kinds: dict[str, Any] = {
                kind: tuple(
                    new for rule in getattr(value, kind) if (new := change(rule)) is not None
                )
                for kind in ("requirements", "preferences")
            }
            return attrs.evolve(value, **kinds)

        whole: Methodology = changed(self)
        whole = whole._with_role_models(changed)
        return whole._with_forms(changed)  # noqa: SLF001
