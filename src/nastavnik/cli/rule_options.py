"""``--set`` and ``--without``: other numbers in the rules, or a rule taken out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from nastavnik.basics.errors import Fault, RuleError, nearest
from nastavnik.basics.validators import is_whole
from nastavnik.methodology import Methodology
from nastavnik.rules.base import HEAVIEST_WEIGHT, Rule

__all__ = ["WHOLE", "changed_rules"]

WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
"""A whole number as people write it, small enough for every count there is."""

_SET: Final = "--set"
_WITHOUT: Final = "--without"

_SETTING: Final = re.compile(rf"([^.=]+)\.([^.=]+)=({WHOLE.pattern})")

_OFTEN_TAKEN: Final = (*range(11), 100, HEAVIEST_WEIGHT)
"""Numbers of which the nearest is advised in place of one that a rule does not take."""


def changed_rules(
    settings: Sequence[str], without: Sequence[str], methodology: Methodology
) -> tuple[Methodology, list[Fault]]:
    """Return a methodology with what is right of some options, and what is wrong with the others.

    Args:
        settings: each ``RULE.PARAMETER=N``; ids of rules hold neither a dot nor ``=``.
        without: ids of rules.
        methodology: what is changed.
    """
    rules = {rule.id: rule for rule in methodology.rules()}
    found, faults = _settings(settings, rules)
    for name, numbers in found.items():
        try:
            methodology = methodology.with_parameters(
                name, **{parameter: number for parameter, (number, _) in numbers.items()}
            )
        except RuleError:
            faults += _refused(rules[name], numbers)
    for name in dict.fromkeys(without):
        if name in found:
            faults.append(Fault("given-both-ways", field=_WITHOUT, value=name, other=_SET))
        elif name not in rules:
            faults.append(_no_rule(_WITHOUT, name, rules))
        else:
            methodology = methodology.without_rule(name)
    return methodology, faults


_Numbers = dict[str, tuple[int, str]]
"""Number by name of the parameter, each with the option's whole value."""


def _settings(
    settings: Iterable[str], rules: Mapping[str, Rule]
) -> tuple[dict[str, _Numbers], list[Fault]]:
    known = {name: _numbers_of(rule) for name, rule in rules.items()}
    found: dict[str, _Numbers] = {}
    faults: list[Fault] = []
    for value in settings:
        parts = _SETTING.fullmatch(value)
        if parts is None:
            faults.append(_no_setting(value, known))
            continue
        name, parameter, number = parts[1].strip(), parts[2].strip(), int(parts[3])
        if name not in rules:
            faults.append(_no_rule(_SET, name, rules))
        elif parameter not in known[name]:
            faults.append(_no_number(name, parameter, known[name]))
        else:
            numbers = found.setdefault(name, {})
            before = numbers.setdefault(parameter, (number, value))
            if before[0] != number:
                faults.append(Fault("given-twice", field=_SET, value=value, other=before[1]))
    return found, faults


def _numbers_of(rule: Rule) -> dict[str, int]:
    return {name: value for name, value in rule.parameters.items() if is_whole(value)}


def _no_setting(value: str, known: Mapping[str, Mapping[str, int]]) -> Fault:
    settings = {
        f"{rule}.{name}": n for rule, numbers in known.items() for name, n in numbers.items()
    }
    near = nearest(value.rpartition("=")[0] or value, settings)
    advice = None if near is None else f"{near}={settings[near]}"
    return Fault("not-a-setting", field=_SET, value=value, advice=advice)


def _no_rule(option: str, name: str, rules: Iterable[str]) -> Fault:
    return Fault("no-such-rule", field=option, value=name, advice=nearest(name, rules))


def _no_number(rule: str, parameter: str, numbers: Mapping[str, int]) -> Fault:
    value = f"{rule}.{parameter}"
    if not numbers:
        return Fault("no-numbers", field=_SET, value=value)
    settings = [f"{rule}.{name}" for name in numbers]
    advice = nearest(value, settings)
    return Fault("no-such-number", field=_SET, value=value, known=settings, advice=advice)


def _refused(rule: Rule, numbers: _Numbers) -> Iterable[Fault]:
    """Yield a fault for each number that a rule does not take by itself, or for all that it does not take together."""
    alone = [name for name, (number, _) in numbers.items() if not _takes(rule, name, number)]
    for name in alone or numbers:
        number, value = numbers[name]
        taken = [one for one in _OFTEN_TAKEN if _takes(rule, name, one)]
        near = min(taken, key=lambda one: abs(one - number), default=None) if alone else None
        advice = None if near is None else f"{rule.id}.{name}={near}"
        yield Fault("number-not-taken", field=_SET, value=value, advice=advice)


def _takes(rule: Rule, parameter: str, number: int) -> bool:
    changed: dict[str, Any] = {parameter: number}
    try:
        evolve(rule, **changed)
    except RuleError:
        return False
    return True
