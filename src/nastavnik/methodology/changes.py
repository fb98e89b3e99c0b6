"""What a school changes in a methodology, as a value: kept beside a plan, read from a file, the same from everywhere.

A methodology can be changed by these five and no others: another reading of its text, role models bound to other
mentee categories or to none, other parameters of a rule, a rule taken out, a ready rule taken in.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import attrs
from attrs import field, frozen
from immutabledict import immutabledict

from nastavnik.basics.sources import Source, local
from nastavnik.basics.texts import Text
from nastavnik.methodology.values import ModelValue

__all__ = ["NO_CHANGES", "AddedRule", "Binding", "ParameterValue", "Reading", "RuleChanges"]

ParameterValue = int | str | tuple[str, ...]
"""A parameter of a rule as a file or an option says it; a set is several texts, a side or a policy its word."""


def _plain(value: Any) -> Any:
    return tuple(sorted(value)) if isinstance(value, (list, tuple, set, frozenset)) else value


def _frozen_values(values: Mapping[str, Any]) -> Mapping[str, ParameterValue]:
    return immutabledict({name: _plain(values[name]) for name in sorted(values)})


def _frozen_parameters(
    parameters: Mapping[str, Mapping[str, Any]],
) -> Mapping[str, Mapping[str, ParameterValue]]:
    given = {rule: _frozen_values(parameters[rule]) for rule in sorted(parameters)}
    return immutabledict({rule: values for rule, values in given.items() if values})


def _ids(names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"{names!r} is one text; give a set of ids: {{{names!r}}}")
    return frozenset(names)


_OF_THE_SCHOOL: Final = local("bound by the organisation")


@frozen(kw_only=True)
class Binding:
    """The mentee categories that a role model serves instead.

    Args:
        form: id of the form.
        role_model: id of its role model.
        categories: ids of categories of the form; none at all serves every one.
        source: what it rests on; the organisation's own choice unless given.
    """

    form: str
    role_model: str
    categories: frozenset[str] = field(converter=_ids)
    source: Source = _OF_THE_SCHOOL


@frozen(kw_only=True)
class AddedRule:
    """A ready rule that is taken in.

    Args:
        rule: its name in the catalogue, such as ``"same-value"``.
        id: of its own; the usual one of such a rule unless given.
        parameters: by name.
        sentence: what it asks, in the school's own words; the rule's own unless given.
        form: id of the only form it is for; every form unless given.
        role_model: id of the only role model of the form it is for.
    """

    rule: str
    id: str | None = None
    parameters: Mapping[str, ParameterValue] = field(
        factory=immutabledict, converter=_frozen_values
    )
    sentence: Text | None = None
    form: str | None = None
    role_model: str | None = None

    @property
    def own_id(self) -> str:
        """The id that it has in the methodology."""
        side = self.parameters.get("side")
        usual = self.rule if side is None else f"{side}-{self.rule}"
        return usual if self.id is None else self.id


def _frozen_bindings(bindings: Iterable[Binding]) -> tuple[Binding, ...]:
    return tuple(bindings)


def _frozen_added(added: Iterable[AddedRule]) -> tuple[AddedRule, ...]:
    return tuple(added)


@frozen(kw_only=True)
class RuleChanges:
    """Changes of a methodology, taken together; false where there are none.

    Args:
        reading: id of the reading of the methodology, or None for the one that it has.
        bindings: role models that serve other categories, whatever the reading says of them.
        parameters: values by id of the rule and name of the parameter; a weight is one.
        without: ids of rules that are taken out, wherever they stand.
        added: rules that are taken in.

    >>> changes = RuleChanges(parameters={"grade-gap": {"at_least": 2}}, without={"can-meet"})
    >>> bool(changes), bool(RuleChanges())
    (True, False)
    """

    reading: str | None = None
    bindings: tuple[Binding, ...] = field(default=(), converter=_frozen_bindings)
    parameters: Mapping[str, Mapping[str, ParameterValue]] = field(
        factory=immutabledict, converter=_frozen_parameters
    )
    without: frozenset[str] = field(factory=frozenset, converter=_ids)
    added: tuple[AddedRule, ...] = field(default=(), converter=_frozen_added)

    def __bool__(self) -> bool:
        return self != NO_CHANGES

    def followed_by(
        self,
        later: "RuleChanges",
        *,
        there: Collection[str] = (),
        read_anew: Collection[tuple[str, str]] = (),
    ) -> "RuleChanges":
        """Return these changes and later ones as one; where they contradict each other, the later ones hold.

        Args:
            later: changes of the methodology that these make.
            there: ids of rules that stand in the methodology beside those that these take in.
            read_anew: form and role model, by id, of whatever the reading of the later changes binds.

        >>> first = RuleChanges(parameters={"grade-gap": {"at_least": 2}}, reading="widened")
        >>> then = first.followed_by(RuleChanges(parameters={"grade-gap": {"at_least": 3}}))
        >>> then.parameters["grade-gap"]["at_least"], then.reading
        (3, 'widened')
        """
        bindings = {(b.form, b.role_model): b for b in self.bindings}
        for way in read_anew:
            bindings.pop(way, None)
        bindings |= {(b.form, b.role_model): b for b in later.bindings}
        taken_in = {one.own_id for one in self.added}
        parameters = {rule: dict(values) for rule, values in self.parameters.items()}
        for rule, values in later.parameters.items():
            if rule not in taken_in or rule in there:
                parameters.setdefault(rule, {}).update(values)
        for rule in later.without:
            parameters.pop(rule, None)
        kept = [one for one in self.added if one.own_id not in later.without]
        changed = [
            attrs.evolve(one, parameters={**one.parameters, **later.parameters.get(one.own_id, {})})
            for one in kept
        ]
        gone = {rule for rule in later.without if rule not in taken_in or rule in there}
        return RuleChanges(
            reading=later.reading or self.reading,
            bindings=bindings.values(),
            parameters=parameters,
            without=self.without | gone,
            added=(*changed, *later.added),
        )

    def also_there(self, ids: Iterable[str]) -> frozenset[str]:
        """Return those of the rules of a changed methodology that stand there besides being taken in.

        Args:
            ids: of all its rules, one for each place in which one stands.
        """
        rest = Counter(ids) - Counter(one.own_id for one in self.added)
        return frozenset(rest)


NO_CHANGES: Final = RuleChanges()
"""Changes that change nothing."""


@frozen(kw_only=True, repr=False)
class Reading(ModelValue):
    """One way to understand what a methodology's text says of role models and mentee categories.

    Args:
        changes: bindings of every role model of which the readings differ, so that one reading can follow another.

    >>> from nastavnik import TARGET_MODEL
    >>> [reading.id for reading in TARGET_MODEL.readings]
    ['founding', 'widened', 'unbound']
    """

    changes: RuleChanges
