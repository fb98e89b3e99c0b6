"""One language and one methodology, ready to say things: phrases, sentences of rules, facts."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from attrs import evolve

from nastavnik.basics.errors import UnknownNameError
from nastavnik.basics.messages.field_names import FIELD_NAMES
from nastavnik.basics.texts import Language, Text
from nastavnik.methodology.catalogues import POSITIONS, Catalogues
from nastavnik.methodology.forms import MentoringForm, RoleModel
from nastavnik.methodology.model import Methodology
from nastavnik.people.fields import EXTRA, is_of_extra
from nastavnik.people.records import Mentee, Mentor
from nastavnik.people.times import times_of
from nastavnik.report.addressing import Calling
from nastavnik.report.phrases import EVERY_PHRASE
from nastavnik.report.plurals import counted, filled
from nastavnik.rules.base import Preference, Requirement, Rule

__all__ = ["Voice"]

_MOST_TIMES: Final = 7
"""Free times that a sentence names; the record has all."""

_MOST_IDS: Final = 20
"""Ids that a sentence names; the record in ``plan.json`` has all."""


_PEOPLE: Final = frozenset({"mentee", "mentor"})
"""Values of phrases that are somebody's id."""

_IN_YEARS: Final = frozenset({"age", "experience"})
"""Facts that are full years."""

_OF_OTHERS: Final = frozenset({"choices", "refusals", "bans"})
"""Facts that are ids of other people."""


def _every_rule(methodology: Methodology) -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    for form, role_model in methodology.ways:
        for name, rule in _rules_of(methodology, form, role_model).items():
            rules.setdefault(name, rule)
    return rules


def _rules_of(
    methodology: Methodology, form: MentoringForm, role_model: RoleModel
) -> Mapping[str, Rule]:
    rules: list[Rule] = [*methodology.requirements_of(form, role_model)]
    rules += methodology.preferences_of(form, role_model)
    return {rule.id: rule for rule in rules}


class Voice:
    """Says things in one language under one methodology.

    Args:
        methodology: the rules that are spoken of.
        language: of everything that is said.
        names: display names by id: for the coordinator beside the ids, for a participant in their place.
    """

    def __init__(
        self,
        methodology: Methodology,
        language: Language,
        *,
        names: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.methodology = methodology
        self.language: Language = language
        self._preferences: dict[tuple[str, str], tuple[Preference, ...]] = {}
        self._display = names

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        return _every_rule(self.methodology)

    @cached_property
    def _names(self) -> Catalogues:
        return Catalogues.of(self.methodology, Mentee)

    @cached_property
    def _names_of_mentors(self) -> Catalogues:
        return Catalogues.of(self.methodology, Mentor)

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its values; whoever is in it is called as `who` says."""
        said = {
            name: self.who(str(value)) if name in _PEOPLE else value
            for name, value in values.items()
        }
        return filled(EVERY_PHRASE[key][self.language], self.language, said)

    def who(self, ident: str) -> str:
        """Return an id, and the display name beside it where names are asked for."""
        name = self._display.get(ident)
        return ident if name is None else f"{ident} ({name})"

    def name_of(self, ident: str) -> str | None:
        """Return a display name, or None where none is given."""
        return self._display.get(ident) or None

    @cached_property
    def calling(self) -> Calling:
        """How those whose names are given are called."""
        return Calling(self._display.values())

    def everybody(self, ids: Iterable[str]) -> str:
        """Return all of some ids in one line."""
        return ", ".join(map(self.who, ids))

    def ids(self, ids: tuple[str, ...]) -> str:
        """Return ids in one line, the first of a long list with the number of the others."""
        shown = self.everybody(ids[:_MOST_IDS])
        more = len(ids) - _MOST_IDS
        return f"{shown}, {self.say('and-more', count=more)}" if more > 0 else shown

    def times(self, times: tuple[str, ...]) -> str:
        """Return free times in one line, by the names of the days, the first of many with the number of the others."""
        said = [time.text(self.language, short=False) for one in times for time in times_of(one)]
        shown = ", ".join(said[:_MOST_TIMES])
        more = len(said) - _MOST_TIMES
        return f"{shown}, {self.say('and-more', count=more)}" if more > 0 else shown

    def titles(self, form: str, role_model: str) -> tuple[str, str]:
        """Return the titles of a form and of its role model."""
        found = self.methodology.form(form)
        return found.title[self.language], found.role_model(role_model).title[self.language]

    def sentence(
        self,
        rule: str,
        way: tuple[str, str] | None = None,
        *,
        changed: Mapping[str, Any] = MappingProxyType({}),
    ) -> str:
        """Return the sentence of a rule.

        Args:
            rule: its id.
            way: ids of the form and the role model in which it was asked, where one is known: elsewhere it may
                have other parameters.
            changed: values of its parameters instead of those it has.

        Raises:
            UnknownNameError: when the methodology has no such rule.
        """
        found = self._rule(rule, way)
        if found is not None:
            return evolve(found, **changed).text[self.language]
        raise UnknownNameError("rule", rule, self._rules)

    def failing(
        self, rule: str, way: tuple[str, str] | None = None, *, unknown: bool = False
    ) -> str:
        """Return what is said when a requirement fails, without a full stop.

        Args:
            rule: its id.
            way: as in ``sentence``.
            unknown: it fails because a fact is not known; it is said so in any case.

        Raises:
            UnknownNameError: when the methodology has no such requirement.
        """
        requirement = self._requirement(rule, way)
        said = requirement.failing(unknown=unknown)[self.language]
        told = requirement.failure is not None and requirement.failure.missing is not None
        return f"{said} {self.say('unknown')}" if unknown and not told else said

    def giving(self, rule: Preference, facts: Mapping[str, object]) -> str:
        """Return what is said of a pair to which a preference gives points, without a full stop.

        Args:
            rule: the preference.
            facts: for what it gives them, by dotted path from the role, where that is known.
        """
        said = [self.value(path, value) for path, value in facts.items() if value]
        text = rule.giving[self.language]
        return f"{text}: {'; '.join(said)}" if said else text

    @property
    def every_failing(self) -> Mapping[str, Text]:
        """What is said when a requirement fails, by its id."""
        rules = self._rules.values()
        return {rule.id: rule.failing() for rule in rules if isinstance(rule, Requirement)}

    def remedy(self, rule: str) -> str:
        """Return what can be done when a requirement fails; for one that says nothing of it, what always can.

        Raises:
            UnknownNameError: when the methodology has no such requirement.
        """
        remedy = self._requirement(rule).remedy
        return self.say("mend-or-ask") if remedy is None else remedy[self.language]

    def is_binding(self, rule: str) -> bool:
        """Return whether nobody can set a requirement aside, as with consents.

        Raises:
            UnknownNameError: when the methodology has no such requirement.
        """
        return self._requirement(rule).binding

    def _rule(self, name: str, way: tuple[str, str] | None) -> Rule | None:
        if way is not None:
            form = self.methodology.form(way[0])
            rules = _rules_of(self.methodology, form, form.role_model(way[1]))
            if name in rules:
                return rules[name]
        return self._rules.get(name)

    def for_participants(self, rule: str, *, unknown: bool = False) -> str | None:
        """Return what those concerned may read when a requirement fails, or None where it says nothing to them.

        Args:
            rule: its id.
            unknown: it fails because a fact of theirs is not known.

        Raises:
            UnknownNameError: when the methodology has no such requirement.
        """
        said = self._requirement(rule).for_participants(unknown=unknown)
        return None if said is None else said[self.language]

    def _requirement(self, name: str, way: tuple[str, str] | None = None) -> Requirement:
        rule = self._rule(name, way)
        if not isinstance(rule, Requirement):
            known = [one.id for one in self._rules.values() if isinstance(one, Requirement)]
            raise UnknownNameError("requirement", name, known)
        return rule

    def preferences(self, form: str, role_model: str) -> tuple[Preference, ...]:
        """Return the preferences of a role model, in their order."""
        way = form, role_model
        if way not in self._preferences:
            found = self.methodology.form(form)
            rules = self.methodology.preferences_of(found, found.role_model(role_model))
            self._preferences[way] = tuple(rules)
        return self._preferences[way]

    def fact(self, path: str, value: object, *, side: bool = True) -> str:
        """Return a fact with what it is.

        Args:
            path: dotted, from the role.
            value: what it is, sets as tuples.
            side: say whose it is; not needed where somebody reads what they stated themselves.
        """
        role, _, rest = path.partition(".")
        own = rest.split(".") if is_of_extra(rest.split(".")) else []
        if rest not in FIELD_NAMES and not own:
            return f"{path}: {self.value(path, value)}"
        label = f"«{own[own.index(EXTRA) + 1]}»" if own else self.label(rest)
        whose = f"{self.say(f'side-{role}')}, " if side else ""
        return f"{whose}{label}: {self.value(path, value)}"

    def label(self, path: str) -> str:
        """Return what a fact is called within a sentence, by the way to it from the role."""
        label = FIELD_NAMES[path][self.language]
        return label if label.isupper() else label[0].lower() + label[1:]

    def value(self, path: str, value: object) -> str:
        """Return the value of a fact, by its title where it is an id of the methodology."""
        if value is None:
            return self.say("not-known")
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if path.endswith("person.slots") and isinstance(value, tuple):
            return self.times(value) or self.say("none")
        if isinstance(value, tuple):
            return ", ".join(self._one(path, one) for one in value) or self.say("none")
        return self._one(path, value)

    def _one(self, path: str, value: object) -> str:
        if isinstance(value, tuple):
            return " ".join(map(str, value))
        if path.rpartition(".")[2] in _IN_YEARS and type(value) is int:
            return counted("year", value, self.language)
        if path.rpartition(".")[2] in _OF_OTHERS:
            return self.who(str(value))
        names = self._names if path.startswith("mentee.") else self._names_of_mentors
        catalogues = {
            "position": POSITIONS,
            "qualities": names.qualities,
            "category": names.categories[None],
            "tasks": names.tasks[None],
            "signs": names.signs[None],
        }
        catalogue = catalogues.get(path.rpartition(".")[2])
        return str(value) if catalogue is None else catalogue.name_of(str(value), self.language)
