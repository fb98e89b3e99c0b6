"""Which fields of one's own the rules of a methodology look at."""

from functools import cache
from typing import Final

from nastavnik.basics.errors import NastavnikError
from nastavnik.basics.remembered import Remembered
from nastavnik.methodology.model import Methodology
from nastavnik.people.fields import EXTRA, is_of_extra
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.kinds import codes_of, is_ours
from nastavnik.rules.verdict import judge, points_of
from nastavnik.rules.views import Trace
from nastavnik.rules.vocabulary import extra, extra_ids

__all__ = ["own_fields_read"]

_WORDS: Final = frozenset({extra.__name__, extra_ids.__name__})
"""Words of the vocabulary by which rules look at fields of one's own."""


def own_fields_read(
    methodology: Methodology, mentor: Mentor, mentee: Mentee
) -> tuple[tuple[str, str, str], ...]:
    """Return the fields of one's own that rules read of two people: rule, side and name of the field, each once.

    Args:
        methodology: the rules.
        mentor: anybody.
        mentee: anybody; a rule that looks at fields of one's own looks at the same ones of everybody.

    >>> from nastavnik import TARGET_MODEL, Pupil
    >>> from nastavnik.rules.catalogue import DifferentValue
    >>> ours = TARGET_MODEL.with_rule(DifferentValue(field="team"))
    >>> own_fields_read(ours, Mentor(Pupil("a")), Mentee(Pupil("b")))
    (('different-value', 'mentee', 'team'), ('different-value', 'mentor', 'team'))
    """
    found = (
        (rule.id, side, name)
        for rule in _MAY_READ.of(methodology)
        for side, name in _read(rule, mentor, mentee)
    )
    return tuple(dict.fromkeys(found))


def _that_may_read(methodology: Methodology) -> tuple[Requirement | Preference, ...]:
    """Return every rule with its parameters once, but those of ours that look at no field of one's own."""
    found: dict[tuple[str, str], Requirement | Preference] = {}
    for form, role_model in methodology.ways:
        rules: list[Requirement | Preference] = [*methodology.requirements_of(form, role_model)]
        rules += methodology.preferences_of(form, role_model)
        for rule in rules:
            if _may_read(type(rule)):
                found.setdefault((rule.id, repr(rule.parameters)), rule)
    return tuple(found.values())


_MAY_READ: Final = Remembered(_that_may_read)


@cache
def _may_read(kind: type[Requirement] | type[Preference]) -> bool:
    """Return whether a kind of rule may look at fields of one's own; of ours their words say so."""
    return not is_ours(kind) or any(not _WORDS.isdisjoint(code.co_names) for code in codes_of(kind))


def _read(rule: Requirement | Preference, mentor: Mentor, mentee: Mentee) -> list[tuple[str, str]]:
    """Return the fields that a rule reads, each with the side; a rule that fails is told where it is run."""
    trace = Trace()
    try:
        if isinstance(rule, Requirement):
            judge(rule, mentor, mentee, trace=trace)
        else:
            points_of(rule, mentor, mentee, trace=trace)
    except NastavnikError:
        return []
    ways = [field.split(".") for field in sorted(trace.fields)]
    return [(way[0], way[way.index(EXTRA) + 1]) for way in ways if is_of_extra(way)]
