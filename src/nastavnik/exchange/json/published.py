"""The JSON Schemas of the documents, for platforms that check what they write or read."""

import json
from importlib.resources import files
from typing import Any, Final

from nastavnik.basics.errors import UnknownNameError

__all__ = ["DOCUMENTS", "schema"]

DOCUMENTS: Final = ("answer", "cohort", "manifest", "plan")
"""Documents that have a schema."""


def schema(document: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a document, a new one at each call.

    It says everything that can be said of the shape. That ids belong together, that numbers follow from others, and
    that 7.0 is no whole number here, is said by the readers alone.

    Args:
        document: ``"cohort"``, ``"plan"``, ``"manifest"`` for the list of files beside them, or ``"answer"`` for what
            the command line answers.

    Raises:
        UnknownNameError: when there is no such document.

    >>> schema("plan")["$id"]
    'urn:nastavnik:plan:1'
    """
    if document not in DOCUMENTS:
        raise UnknownNameError("document", document, DOCUMENTS)
    text = files("nastavnik.exchange.json") / "schemas" / f"{document}.schema.json"
    read: dict[str, Any] = json.loads(text.read_text(encoding="utf-8"))
    return read
