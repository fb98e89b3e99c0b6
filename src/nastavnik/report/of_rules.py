"""Every rule in force, in words: what it asks, where, what can be set in it, on what it rests."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from nastavnik.basics.texts import Language
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.model import Methodology
from nastavnik.report.passage import Line, Passage
from nastavnik.report.voice import Voice
from nastavnik.rules.base import MOST_POINTS, Preference, Requirement, Rule, Side, Unknown

__all__ = ["rules_in_words"]

_BETWEEN: Final = " · "

_SAID_OTHERWISE: Final = frozenset({"weight", "side"})
"""Parameters that are told in another way than by name and value."""

_NOT_SET: Final[tuple[object, ...]] = ("", frozenset())
"""Values of parameters that ask for nothing."""


def rules_in_words(methodology: Methodology, language: Language) -> Passage:
    """Return every rule in force: those of every form, then form by form, and by role model where it differs.

    Below each rule stand its id, what can be set in it and how it is set, whether it lets a pair pass of
    which nothing is known, whether nobody can set it aside, and what it rests on.

    Args:
        methodology: the rules.
        language: of the sentences.

    Raises:
        ModuleNotFoundError: when the extra ``report`` is not installed.

    >>> from nastavnik import TARGET_MODEL
    >>> lines = rules_in_words(TARGET_MODEL, "ru").lines
    >>> [line.strip() for line in lines if line.strip().startswith("grade-gap")]
    ['grade-gap · at_least = 1 · основание: исходный текст, S6']
    """
    return Passage(_Telling(methodology, language).lines())


class _Telling:
    """Tells the rules of one methodology."""

    def __init__(self, methodology: Methodology, language: Language) -> None:
        self._methodology = methodology
        self._language: Language = language
        self._say = Voice(methodology, language).say
        self._taken_in = {one.own_id for one in methodology.changes.added}

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the first level."""
        changes = self._methodology.changes
        yield Line(self._say("rules-of", methodology=self._methodology.title[self._language]))
        if changes.without:
            yield Line(self._say("rules-taken-out", rules=", ".join(sorted(changes.without))))
        if changes.reading is not None:
            reading = self._methodology.reading(changes.reading)
            title, purpose = reading.title[self._language], reading.purpose[self._language]
            yield Line(self._say("rules-reading", title=title, purpose=purpose))
        yield Line(self._say("rules-unknown"))
        yield Line(self._say("rules-everywhere"), self._of(self._methodology))
        for form in self._methodology.forms:
            said = self._say("rules-of-form", form=form.title[self._language])
            models = [self._of_role_model(form, one) for one in form.role_models]
            yield Line(f"{said} ({form.id})", [*self._of(form), *models])

    def _of_role_model(self, form: MentoringForm, role_model: RoleModel) -> Line:
        title = role_model.title[self._language]
        head = self._say("rules-of-role-model", role_model=title, id=role_model.id)
        own = list(self._of(role_model)) or [Line(self._say("rules-as-in-form"))]
        return Line(head, [Line(self._categories(form, role_model)), *own])

    def _categories(self, form: MentoringForm, role_model: RoleModel) -> str:
        if not role_model.categories:
            return self._say("rules-every-category")
        named = [form.category(one) for one in sorted(role_model.categories)]
        titles = ", ".join(f"{one.title[self._language]} ({one.id})" for one in named)
        source = role_model.binding_source or role_model.source
        key = "rules-categories-or-newcomers" if role_model.newcomers else "rules-categories"
        return self._say(key, categories=titles, source=source.label_in(self._language))

    def _of(self, where: Any) -> Iterator[Line]:
        """Yield the rules that stand in the methodology, a form or a role model."""
        for key, rules in (
            ("rules-required", where.requirements),
            ("rules-preferred", where.preferences),
        ):
            if rules:
                yield Line(self._say(key), self._each(rules))

    def _each(self, rules: Iterable[Rule]) -> Iterator[Line]:
        for rule in rules:
            yield Line(rule.text[self._language], [Line(_BETWEEN.join(self._about(rule)))])

    def _about(self, rule: Rule) -> Iterator[str]:
        """Yield what there is to know of a rule."""
        yield rule.id
        for name, value in rule.parameters.items():
            if name not in _SAID_OTHERWISE and value not in _NOT_SET:
                yield self._say("rule-sets", name=name, value=self._value(value))
        if isinstance(rule, Preference):
            yield self._say("rule-weight", weight=rule.weight, most=MOST_POINTS * rule.weight)
        if isinstance(rule, Requirement):
            if rule.unknown.verdict:
                yield self._say("rule-passes")
            if rule.binding:
                yield self._say("rule-binding")
        yield self._say("rule-source", source=rule.source.label_in(self._language))
        if rule.id in self._taken_in:
            yield self._say("rule-taken-in")
        elif rule.id in self._methodology.changes.parameters:
            yield self._say("rule-changed")

    def _value(self, value: object) -> str:
        if isinstance(value, frozenset):
            return ", ".join(sorted(map(str, value)))
        if isinstance(value, Side):
            return value.title[self._language]
        if isinstance(value, Unknown):
            return value.value
        return str(value)
