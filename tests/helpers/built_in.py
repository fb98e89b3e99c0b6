"""The rules of the library, as its modules export them."""

from pathlib import Path
from types import ModuleType
from typing import Any, Final

from nastavnik.rules.catalogue import eligibility, own_fields, pairing, preferences

BUILT_IN: Final[list[type[Any]]] = [
    getattr(module, name)
    for module in (eligibility, own_fields, pairing, preferences)
    for name in module.__all__
]


def never_made_in(file: str, module: ModuleType) -> list[str]:
    """Return the rules of a module that are not made anywhere in a file."""
    written = Path(file).read_text(encoding="utf-8")
    return [name for name in module.__all__ if f"{name}(" not in written]
