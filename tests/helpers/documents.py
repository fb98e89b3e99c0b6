"""JSON documents with another value at a path."""

import copy
from collections.abc import Callable
from typing import Any

Step = str | int


def put(*path: Step, value: Any) -> Callable[[dict[str, Any]], None]:
    """Return what puts a value at a path of a document."""

    def change(document: dict[str, Any]) -> None:
        place: Any = document
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def with_value(document: dict[str, Any], path: tuple[Step, ...], value: Any) -> dict[str, Any]:
    """Return a document with another value at a path; with no path the value itself."""
    whole = {"$": copy.deepcopy(document)}
    put("$", *path, value=value)(whole)
    return whole["$"]
