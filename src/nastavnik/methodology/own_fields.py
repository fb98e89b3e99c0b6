"""Which fields of one's own the rules of a methodology look at."""

from collections.abc import Iterator

from nastavnik.basics.errors import NastavnikError
from nastavnik.methodology.model import Methodology
from nastavnik.people.fields import EXTRA, is_of_extra
from nastavnik.people.records import Mentee, Mentor
from nastavnik.rules.base import Preference, Requirement
from nastavnik.rules.verdict import judge, points_of
from nastavnik.rules.views import Trace

__all__ = ["own_fields_read"]


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
        for rule in _each_once(methodology)
        for side, name in _read(rule, mentor, mentee)
    )
    return tuple(dict.fromkeys(found))


def _each_once(methodology: Methodology) -> Iterator[Requirement | Preference]:
    """Yield every rule with its parameters once."""
    seen: set[tuple[str, str]] = set()
    for form, role_model in methodology.ways:
        rules: list[Requirement | Preference] = [*methodology.requirements_of(form, role_model)]
        rules += methodology.preferences_of(form, role_model)
        for rule in rules:
            key = rule.id, repr(rule.parameters)
            if key not in seen:
                seen.add(key)
                yield rule


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
