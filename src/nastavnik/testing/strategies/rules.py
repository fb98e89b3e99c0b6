"""Strategies of rules, of what they rest on, and of whole methodologies."""

from types import ModuleType
from typing import Any, Final, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from nastavnik.basics.sources import FOUNDING_STATEMENTS, Confidence, Source
from nastavnik.basics.texts import Text
from nastavnik.methodology import TARGET_MODEL, Methodology
from nastavnik.people.records import Position
from nastavnik.rules import Preference, Requirement, Side, Unknown
from nastavnik.rules.catalogue import eligibility, own_fields, pairing
from nastavnik.rules.catalogue import preferences as preferring
from nastavnik.testing.strategies.people import EXTRA

__all__ = ["methodologies", "preferences", "requirements", "rules", "rules_of", "sources", "texts"]

RuleT = TypeVar("RuleT", bound=Requirement | Preference)


def texts() -> SearchStrategy[Text]:
    """Texts in both languages, without placeholders."""
    words = st.text("abc абв–", min_size=1, max_size=12)
    return st.builds(Text, en=words, ru=words)


def sources() -> SearchStrategy[Source]:
    """Sources of every grade, with statements and page numbers.

    >>> from hypothesis import find
    >>> find(sources(), lambda source: source.statements).label
    'founding text, S1'
    """
    statements = st.lists(st.sampled_from(list(FOUNDING_STATEMENTS)), max_size=2, unique=True)
    references = st.lists(st.sampled_from(["U1", "U22"]), max_size=2, unique=True)
    return st.builds(
        Source,
        confidence=st.sampled_from(Confidence),
        statements=statements.map(tuple),
        references=references.map(tuple),
        note=st.sampled_from(["", "a note"]),
    )


def rules_of(kind: type[RuleT]) -> SearchStrategy[RuleT]:
    """Rules of one class with drawn parameters.

    Parameters that are named as in built-in rules are drawn, others keep their default.

    >>> from hypothesis import find
    >>> from nastavnik.rules.catalogue.pairing import GradeGap
    >>> find(rules_of(GradeGap), lambda rule: rule.at_least > 1).at_least
    2
    """
    names = [attribute.name for attribute in attrs.fields(kind)]
    drawn = {name: _PARAMETERS[name] for name in names if name in _PARAMETERS}
    if "side" in drawn:
        drawn["side"] = st.sampled_from(getattr(kind, "sides", tuple(Side)))
    return st.builds(kind, **drawn)


def requirements() -> SearchStrategy[Requirement]:
    """Built-in requirements with all sorts of parameters and either policy for the unknown."""
    return st.one_of(_built_in(eligibility), _built_in(own_fields), _built_in(pairing))


def preferences() -> SearchStrategy[Preference]:
    """Built-in preferences with all sorts of parameters and weights from 0 to 10.

    >>> from hypothesis import find
    >>> find(preferences(), lambda rule: rule.id == "same-place" and rule.weight > 3).weight
    4
    """
    return _built_in(preferring)


def rules() -> SearchStrategy[Requirement | Preference]:
    """Requirements and preferences."""
    return st.one_of(requirements(), preferences())


@st.composite
def methodologies(draw: DrawFn, base: Methodology = TARGET_MODEL) -> Methodology:
    """Variants of a methodology: fewer forms, fewer rules of a form, another reading, other weights.

    Args:
        draw: given by Hypothesis.
        base: the methodology to vary.
    """
    if not base.forms:
        return base
    kept = draw(st.lists(st.sampled_from([form.id for form in base.forms]), min_size=1))
    varied = attrs.evolve(base, forms=tuple(form for form in base.forms if form.id in kept))
    readings = [one.id for one in varied.readings]
    if draw(st.booleans()) and readings:
        varied = varied.read_as(draw(st.sampled_from(readings)))
    of_forms = {rule.id for form in varied.forms for rule in form.requirements}
    for rule in _some(draw, of_forms):
        varied = varied.without_rule(rule)
    for rule in _some(draw, {rule.id for rule in varied.rules() if isinstance(rule, Preference)}):
        varied = varied.with_parameters(rule, weight=draw(_PARAMETERS["weight"]))
    return varied


def _some(draw: DrawFn, names: set[str]) -> list[str]:
    """Draw up to three of the names."""
    if not names:
        return []
    return draw(st.lists(st.sampled_from(sorted(names)), max_size=3, unique=True))


_SIGNS: Final = [sign.id for p in Position for sign in TARGET_MODEL.signs_for(p)]

_PARAMETERS: Final[dict[str, SearchStrategy[Any]]] = {
    "any_of": st.frozensets(
        st.sampled_from([quality.id for quality in TARGET_MODEL.qualities]), min_size=1, max_size=4
    ),
    "asked_by": st.sampled_from(list(EXTRA)),
    "at_least": st.integers(0, 3),
    "by": st.integers(0, 5),
    "categories": st.frozensets(
        st.sampled_from([c.id for form in TARGET_MODEL.forms for c in form.categories]),
        min_size=1,
        max_size=3,
    ),
    "enough": st.integers(1, 4),
    "signs": st.frozensets(st.sampled_from(_SIGNS), max_size=4),
    "other_signs": st.frozensets(st.sampled_from(_SIGNS), max_size=4),
    "newcomers": st.booleans(),
    "field": st.sampled_from(list(EXTRA)),
    "grade": st.integers(1, 11),
    "mentees_in": st.sampled_from(list(EXTRA)),
    "mentors_in": st.sampled_from(list(EXTRA)),
    "side": st.sampled_from(tuple(Side)),
    "strong_from": st.integers(1, 5),
    "tasks": st.frozensets(
        st.sampled_from([task.id for form in TARGET_MODEL.forms for task in form.tasks]),
        min_size=1,
        max_size=3,
    ),
    "unknown": st.sampled_from(Unknown),
    "weak_to": st.integers(1, 5),
    "weight": st.integers(0, 10),
    "years": st.integers(0, 20),
}
"""Strategies of the built-in rules' parameters, by name."""


def _built_in(module: ModuleType) -> SearchStrategy[Any]:
    """All rules of a module."""
    return st.one_of([rules_of(getattr(module, name)) for name in module.__all__])
