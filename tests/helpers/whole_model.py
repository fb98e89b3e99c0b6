"""The target model with the local forms beside it, and a walk through every value of a methodology."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import attrs

from nastavnik.basics.sources import Source
from nastavnik.methodology import (
    STUDENT_STUDENT,
    TARGET_MODEL,
    TEACHER_PUPIL,
    Methodology,
    ModelValue,
    Period,
)
from nastavnik.rules.base import Rule

WITH_LOCAL = TARGET_MODEL.with_form(TEACHER_PUPIL).with_form(STUDENT_STUDENT)
FORMS = {form.id: form for form in WITH_LOCAL.forms}


def walk(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield every attrs value inside ``value`` with the path that leads to it."""
    if isinstance(value, (tuple, frozenset)):
        for item in value:
            yield from walk(item, f"{path}/{getattr(item, 'id', '')}")
    elif attrs.has(type(value)):
        yield path, value
        for attribute in attrs.fields(type(value)):
            yield from walk(getattr(value, attribute.name), f"{path}.{attribute.name}")


def everything(methodology: Methodology) -> list[tuple[str, Any]]:
    """Return every value of a methodology with the path that leads to it."""
    return list(walk(methodology, "target-model"))


def citing(methodology: Methodology) -> dict[str, set[str]]:
    """Return the ids of the values and rules that cite each statement or page, by its number."""
    found: dict[str, set[str]] = defaultdict(set)
    for _, value in everything(methodology):
        if not isinstance(value, (ModelValue, Rule, Period)):
            continue
        more = (getattr(value, name, None) for name in ("binding_source", "newcomers"))
        sources = [value.source, *(one for one in more if isinstance(one, Source))]
        for source in sources:
            for number in (*source.statements, *source.references):
                found[number].add(getattr(value, "id", "period"))
    return found
