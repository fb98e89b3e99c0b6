"""No pattern that is looked for in a text begins with a repetition that is tried anew at each place of what it repeats.

Forty thousand spaces in a cell would then be gone through eight hundred million times.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from helpers.project import ROOT

SOURCES = ROOT / "src" / "nastavnik"
SEARCHED = {"search", "sub", "subn", "findall", "finditer", "split"}
REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT}
MANY = 64


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield each pattern of a module that is looked for somewhere in a text, with the name it has there."""
    for path in sorted(SOURCES.rglob("*.py")):
        calls = (
            node
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        )
        names = {
            call.func.value.id
            for call in calls
            if isinstance(call.func, ast.Attribute)
            and call.func.attr in SEARCHED
            and isinstance(call.func.value, ast.Name)
        }
        if names and path.name != "__main__.py":
            steps = ("nastavnik", *path.relative_to(SOURCES).with_suffix("").parts)
            module = importlib.import_module(".".join(steps).removesuffix(".__init__"))
            for name in sorted(names):
                if isinstance(pattern := getattr(module, name, None), re.Pattern):
                    yield f"{module.__name__}.{name}", pattern


def is_tried_anew(parts: Any) -> bool:
    """Return whether a pattern begins with a long repetition and goes on with something that may be missing."""
    (code, what), *others = [*parts] or [(None, None)]
    if code in REPEATS:
        least, most, inside = what
        if most > MANY:
            missing = not all(other in REPEATS and of[0] == 0 for other, of in others)
            return missing or is_tried_anew(inside)
        return is_tried_anew(inside) or (least == 0 and is_tried_anew(others))
    if code is codes.SUBPATTERN:
        return is_tried_anew([*what[-1], *others])
    return code is codes.BRANCH and any(is_tried_anew([*one, *others]) for one in what[1])


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=lambda one: str(one)[:60])
def test_no_pattern_is_tried_anew_at_each_place(name: str, pattern: re.Pattern[str]) -> None:
    """A look behind, or a first character of another kind, ends the search where the repetition is entered midway."""
    assert not is_tried_anew(parser.parse(pattern.pattern, pattern.flags)), name


@pytest.mark.parametrize(
    ("pattern", "anew"),
    [
        (r"\S+@\S+", True),
        (r"\s*[(/]", True),
        (r"a|\s+-", True),
        (r"(?:\s+и)+", True),
        (r"\S@\S", False),
        (r"(?<!\s)\s+-", False),
        (r"(?:(?<!\s)\s+)?[(/]", False),
        (r"\d+|[a-z]+\.?", False),
        (r"^\s*-", False),
    ],
)
def test_the_check_tells_them_apart(pattern: str, anew: bool) -> None:
    """What begins with a place is looked for at that place alone."""
    assert is_tried_anew(parser.parse(pattern, 0)) is anew
