"""``--set`` and ``--without``: other numbers in the rules, or a rule taken out; `RuleChanges` said as options."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.validators import is_whole
from nastavnik.methodology import Methodology, RuleChanges
from nastavnik.methodology.changing import Located, apply
from nastavnik.rules.base import Rule

__all__ = ["WHOLE", "changed_rules"]

WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
"""A whole number as people write it, small enough for every count there is."""

_SET: Final = "--set"
_WITHOUT: Final = "--without"

_SETTING: Final = re.compile(rf"([^.=]+)\.([^.=]+)=({WHOLE.pattern})")

_Numbers = dict[str, dict[str, tuple[int, str]]]
"""Number by rule and parameter, each with the option's whole value."""


def changed_rules(
    settings: Sequence[str], without: Sequence[str], methodology: Methodology
) -> tuple[Methodology, list[Fault]]:
    """Return a methodology with what is right of some options, and what is wrong with the others.

    Args:
        settings: each ``RULE.PARAMETER=N``; ids of rules hold neither a dot nor ``=``.
        without: ids of rules.
        methodology: what is changed.
    """
    known = {rule.id: _numbers_of(rule) for rule in methodology.rules()}
    found, faults = _settings(settings, known)
    changes = RuleChanges(
        parameters={
            rule: {name: number for name, (number, _) in numbers.items()}
            for rule, numbers in found.items()
        },
        without=without,
    )
    made, wrong = apply(changes, methodology)
    faults += [_as_option(one, found, known) for one in wrong]
    return (made if faults else methodology.changed(changes)), faults


def _settings(
    settings: Iterable[str], known: Mapping[str, Mapping[str, int]]
) -> tuple[_Numbers, list[Fault]]:
    found: _Numbers = {}
    faults: list[Fault] = []
    for value in settings:
        parts = _SETTING.fullmatch(value)
        if parts is None:
            faults.append(_no_setting(value, known))
            continue
        name, parameter, number = parts[1].strip(), parts[2].strip(), int(parts[3])
        before = found.setdefault(name, {}).setdefault(parameter, (number, value))
        if before[0] != number:
            faults.append(Fault("given-twice", field=_SET, value=value, other=before[1]))
    return found, faults


def _as_option(one: Located, found: _Numbers, known: Mapping[str, Mapping[str, int]]) -> Fault:
    """Return what is wrong with a change as what is wrong with the option that asked for it."""
    (part, rule, *rest), fault = one
    option = _SET if part == "parameters" else _WITHOUT
    if fault.code == "set-and-taken-out":
        return Fault("given-both-ways", field=option, value=rule, other=_SET)
    if not rest:
        return fault.moved(field=option)
    if fault.code == "number-not-taken":
        value = found[str(rule)][str(rest[0])][1]
        return Fault(fault.code, field=option, value=value, advice=fault.advice)
    return _no_number(str(rule), str(rest[0]), known[str(rule)])


def _numbers_of(rule: Rule) -> dict[str, int]:
    return {name: value for name, value in rule.parameters.items() if is_whole(value)}


def _no_setting(value: str, known: Mapping[str, Mapping[str, int]]) -> Fault:
    settings = {
        f"{rule}.{name}": n for rule, numbers in known.items() for name, n in numbers.items()
    }
    near = nearest(value.rpartition("=")[0] or value, settings)
    advice = None if near is None else f"{near}={settings[near]}"
    return Fault("not-a-setting", field=_SET, value=value, advice=advice)


def _no_number(rule: str, parameter: str, numbers: Mapping[str, int]) -> Fault:
    value = f"{rule}.{parameter}"
    if not numbers:
        return Fault("no-numbers", field=_SET, value=value)
    settings = [f"{rule}.{name}" for name in numbers]
    advice = nearest(value, settings)
    return Fault("no-such-number", field=_SET, value=value, known=settings, advice=advice)
