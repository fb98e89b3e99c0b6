"""The rules of the library by name, for whoever takes one in without writing Python."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from nastavnik.rules.catalogue import eligibility, own_fields, pairing, preferences

__all__ = ["READY"]

_MADE_BY_ROLE_MODELS: Final = frozenset({"CategoryServed", "PurposeFits"})
"""Rules that follow from what a role model is bound to and meant for."""


def _named(kind: str) -> str:
    return re.sub(r"(?<=.)(?=[A-Z])", "-", kind).lower()


READY: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        _named(kind): getattr(module, kind)
        for module in (own_fields, pairing, eligibility, preferences)
        for kind in module.__all__
        if kind not in _MADE_BY_ROLE_MODELS
    }
)
"""The class of each rule that can be taken in, by its name: ``"same-value"``, ``"grade-gap"``."""
