"""Changes made to a methodology, with every fault of theirs at once, each with the way to what is wrong.

Nothing falls back: what cannot be made is told with the nearest thing that can, and then nothing is changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from nastavnik.basics.errors import Fault, RuleError, UnknownNameError, nearest
from nastavnik.basics.sources import local
from nastavnik.basics.texts import Text
from nastavnik.basics.validators import is_whole
from nastavnik.methodology.changes import AddedRule, Binding, ParameterValue, RuleChanges
from nastavnik.rules.base import HEAVIEST_WEIGHT, NO_PARAMETERS, Rule, Side, Unknown
from nastavnik.rules.catalogue.ready import READY

if TYPE_CHECKING:
    from nastavnik.methodology.model import Methodology

__all__ = ["Located", "Way", "apply", "parameters_of"]

Way = tuple[str | int, ...]
"""Way to a part of the changes: ``("parameters", "grade-gap", "at_least")``."""

Located = tuple[Way, Fault]
"""What is wrong, and with which part."""

_OFTEN_TAKEN: Final = (*range(11), 100, HEAVIEST_WEIGHT)
"""Numbers of which the nearest is advised in place of one that a rule does not take."""

_NOT_SET: Final = NO_PARAMETERS - {"unknown"}
"""Fields of a rule that nobody sets by name."""

_WORDS: Final[Mapping[type[Any], Mapping[str, Any]]] = {
    Side: {one.value: one for one in Side},
    Unknown: {one.value: one for one in Unknown},
}
"""Words of the parameters that are chosen."""


def apply(changes: RuleChanges, methodology: "Methodology") -> tuple["Methodology", list[Located]]:
    """Return a methodology with what is right of some changes, and what is wrong with the others."""
    making = _Making(methodology)
    if changes.reading is not None:
        making.read_as(("reading",), changes.reading)
    for number, binding in enumerate(changes.bindings):
        making.bind(("bind", number), binding)
    for rule, values in changes.parameters.items():
        if rule in changes.without:
            where: Way = ("without", rule)
            making.faults.append((where, Fault("set-and-taken-out", value=rule)))
        else:
            making.set(("parameters", rule), rule, values)
    for rule in sorted(changes.without - changes.parameters.keys()):
        making.take_out(("without", rule), rule)
    for number, one in enumerate(changes.added):
        making.take_in(("add", number), one)
    return making.methodology, making.faults


def parameters_of(kind: type[Rule]) -> dict[str, str]:
    """Return what a rule of a class can be given by name, and what each is: a number, a text, texts, or words.

    >>> parameters_of(READY["grade-gap"])
    {'unknown': 'refuses, passes', 'at_least': 'number'}
    """
    fields = [a for a in attrs.fields(kind) if a.name not in _NOT_SET and a.init]
    return {a.name: _kind_of(a.type) for a in fields}


_KINDS: Final[Mapping[str, Text]] = {
    "number": Text(en="a whole number", ru="целое число"),
    "text": Text(en="a text", ru="текст"),
    "texts": Text(en="a list of texts", ru="список текстов"),
}


def _kind_of(annotation: Any) -> str:
    if annotation in _WORDS:
        return ", ".join(_WORDS[annotation])
    return {int: "number", str: "text"}.get(annotation, "texts")


class _Making:
    """Makes the changes one after the other; what is wrong with them is noted in ``faults``."""

    def __init__(self, methodology: "Methodology") -> None:
        self.methodology = methodology
        self.faults: list[Located] = []

    def _wrong(
        self, where: Way, code: str, value: object, advice: str | None = None, **more: Any
    ) -> None:
        self.faults.append((where, Fault(code, value=value, advice=advice, **more)))

    # Role models and their categories.

    def read_as(self, where: Way, name: str) -> None:
        known = [one.id for one in self.methodology.readings]
        if name not in known:
            self._wrong(where, "no-such-reading", name, nearest(name, known), known=known)
            return
        reading = self.methodology.reading(name)
        there = {(form.id, one.id) for form, one in self.methodology.ways}
        for binding in reading.changes.bindings:
            if (binding.form, binding.role_model) in there:  # a school may do without a form
                self.bind(where, binding)

    def bind(self, where: Way, binding: Binding) -> None:
        if not self._has_form(where, binding.form, binding.role_model):
            return
        form = self.methodology.form(binding.form)
        categories = [one.id for one in form.categories]
        wrong = sorted(binding.categories.difference(categories))
        for name in wrong:
            advice = nearest(name, categories)
            self._wrong((*where, "categories"), "no-such-category", name, advice, known=categories)
        if wrong:
            return
        chosen = form.role_model(binding.role_model)
        bound = attrs.evolve(
            chosen,
            categories=binding.categories,
            binding_source=binding.source if binding.categories else None,
        )
        models = tuple(bound if one is chosen else one for one in form.role_models)
        forms = (
            attrs.evolve(form, role_models=models) if one is form else one
            for one in self.methodology.forms
        )
        self.methodology = attrs.evolve(self.methodology, forms=tuple(forms))

    def _has_form(self, where: Way, form: str | None, role_model: str | None) -> bool:
        """Return whether there is the form, if one is named, and its role model; what there is not is told."""
        if form is None:
            if role_model is not None:
                self._wrong((*where, "role_model"), "role-model-without-form", role_model)
            return role_model is None
        forms = [one.id for one in self.methodology.forms]
        if form not in forms:
            self._wrong((*where, "form"), "no-such-form", form, nearest(form, forms), known=forms)
            return False
        models = [one.id for one in self.methodology.form(form).role_models]
        if role_model is not None and role_model not in models:
            advice = nearest(role_model, models)
            key = (*where, "role_model")
            self._wrong(key, "no-such-role-model", role_model, advice, known=models)
            return False
        return True

    # Rules that are there.

    def take_out(self, where: Way, rule: str) -> None:
        if self._has_rule(where, rule):
            self.methodology = self.methodology.without_rule(rule)

    def set(self, where: Way, name: str, values: Mapping[str, ParameterValue]) -> None:
        if not self._has_rule(where, name):
            return
        rules = [one for one in self.methodology.rules() if one.id == name]
        read = self._read(where, type(rules[0]), values, name=name)
        if read is None:
            return
        try:
            self.methodology = self.methodology.with_parameters(name, **read)
        except RuleError:
            self._refused(where, rules, values, read)

    def _has_rule(self, where: Way, name: str) -> bool:
        known = {one.id for one in self.methodology.rules()}
        if name not in known:
            self._wrong(where, "no-such-rule", name, nearest(name, known))
        return name in known

    def _read(
        self, where: Way, kind: type[Any], values: Mapping[str, ParameterValue], *, name: str
    ) -> dict[str, Any] | None:
        """Return values as a class of rules takes them; None where one of them is of another kind."""
        known = parameters_of(kind)
        before = len(self.faults)
        read: dict[str, Any] = {}
        for parameter, value in values.items():
            key = *where, parameter
            if parameter not in known:
                settings = [f"{name}.{one}" for one in known]
                whole = f"{name}.{parameter}"
                advice = nearest(whole, settings)
                self._wrong(key, "no-such-parameter", whole, advice, known=settings)
                continue
            annotation = attrs.fields_dict(kind)[parameter].type
            fitting, found = _as_kind(annotation, value)
            if fitting:
                read[parameter] = found
            else:
                kind_of = _KINDS.get(known[parameter]) or tuple(known[parameter].split(", "))
                advice = _word_near(annotation, value)
                self._wrong(key, "parameter-of-kind", _said(value), advice, kind=kind_of)
        return read if len(self.faults) == before else None

    def _refused(
        self,
        where: Way,
        rules: Iterable[Rule],
        values: Mapping[str, ParameterValue],
        read: Mapping[str, Any],
    ) -> None:
        """Tell each value that a rule does not take by itself, or all that it does not take together."""
        for rule in rules:
            alone = [name for name in read if not _takes(rule, {name: read[name]})]
            if not alone and _takes(rule, read):
                continue
            for name in alone or read:
                value = values[name]
                near = _number_near(rule, name, value) if alone and isinstance(value, int) else None
                advice = None if near is None else f"{rule.id}.{name}={near}"
                code = "number-not-taken" if is_whole(value) else "value-not-taken"
                self._wrong((*where, name), code, f"{rule.id}.{name}={_said(value)}", advice)
            return

    # Rules that are taken in.

    def take_in(self, where: Way, added: AddedRule) -> None:
        kind = READY.get(added.rule)
        if kind is None:
            self._wrong(
                (*where, "rule"),
                "no-ready-rule",
                added.rule,
                nearest(added.rule, READY),
                known=sorted(READY),
            )
            return
        placed = self._has_form(where, added.form, added.role_model)
        read = self._read(where, kind, added.parameters, name=added.rule)
        absent = list(_needed(kind, added.parameters))
        for name in absent:
            self._wrong(where, "parameter-needed", name, rule=added.rule)
        if not placed or read is None or absent:
            return
        given: dict[str, Any] = {**read, "source": local("taken in by the organisation")}
        if added.id is not None:
            given["id"] = added.id
        if added.sentence is not None:
            given["sentence"] = added.sentence
        try:
            rule = kind(**given)
        except RuleError as error:
            self._not_made(where, added, kind, given, str(error))
            return
        try:
            self.methodology = self.methodology.with_rule(
                rule, form=added.form, role_model=added.role_model
            )
        except (RuleError, UnknownNameError):
            self._wrong((*where, "id"), "rule-there", rule.id, _free(rule.id, self.methodology))

    def _not_made(
        self, where: Way, added: AddedRule, kind: type[Any], given: Mapping[str, Any], error: str
    ) -> None:
        """Tell what a rule does not take: its values, its id or its sentence."""
        usual = {name: given[name] for name in given if name not in {"id", "sentence"}}
        known = list(parameters_of(kind))
        if not _takes(kind, usual):
            named = [name for name in added.parameters if name in error]
            for name in named or added.parameters:
                value = f"{name}={_said(added.parameters[name])}"
                self._wrong((*where, name), "value-not-taken", value)
            if not added.parameters:
                self._wrong(where, "parameters-needed", added.rule, known=known)
        elif added.id is not None and not _takes(kind, {**usual, "id": added.id}):
            self._wrong((*where, "id"), "not-a-rule-id", added.id)
        else:
            sentence = added.sentence.ru if added.sentence else ""
            self._wrong((*where, "sentence"), "not-a-sentence", sentence, known=known)


def _needed(kind: type[Any], given: Mapping[str, Any]) -> Iterator[str]:
    """Yield the parameters that a rule cannot do without and that are not given."""
    for name in parameters_of(kind):
        if attrs.fields_dict(kind)[name].default is attrs.NOTHING and name not in given:
            yield name


def _as_kind(annotation: Any, value: ParameterValue) -> tuple[bool, Any]:
    """Return whether a value is of the kind of a parameter, and the value as the rule takes it."""
    if annotation in _WORDS:
        found = _WORDS[annotation].get(value) if isinstance(value, str) else None
        return found is not None, found
    if annotation is int:
        return is_whole(value), value
    if annotation is str:
        return isinstance(value, str), value
    texts = (value,) if isinstance(value, str) else value
    return isinstance(texts, tuple), frozenset(texts) if isinstance(texts, tuple) else None


def _takes(rule: Rule | type[Any], values: Mapping[str, Any]) -> bool:
    """Return whether a rule, or a class of rules, takes values."""
    try:
        _ = rule(**values) if isinstance(rule, type) else attrs.evolve(rule, **values)
    except RuleError:
        return False
    return True


def _number_near(rule: Rule, name: str, value: int) -> int | None:
    taken = [one for one in _OFTEN_TAKEN if _takes(rule, {name: one})]
    return min(taken, key=lambda one: abs(one - value), default=None)


def _word_near(annotation: Any, value: ParameterValue) -> str | None:
    return nearest(str(value), _WORDS[annotation]) if annotation in _WORDS else None


def _said(value: ParameterValue) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _free(name: str, methodology: "Methodology") -> str:
    """Return an id like this one that no rule has."""
    known = {rule.id for rule in methodology.every_requirement()} | {
        rule.id for rule in methodology.rules()
    }
    return next(
        f"{name}-{number}" for number in range(2, len(known) + 3) if f"{name}-{number}" not in known
    )
