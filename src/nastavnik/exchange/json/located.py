"""Faults of a JSON document, each with the file and the path to its value."""

from collections.abc import Iterable, Iterator
from functools import partial

import attrs
import cattrs

from nastavnik.basics.disclosure import key_of_path
from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Text
from nastavnik.exchange.json.syntax import TOO_DEEP

__all__ = ["at", "faults_of", "not_json", "unknown_keys"]


def at(file: str, path: str, fault: Fault) -> Fault:
    """Return a fault with its place.

    Args:
        file: what the text is called.
        path: such as ``$.mentees[3].person.grade``.
        fault: what is wrong there.
    """
    return fault.moved(place=Place(file=file, path=path))


def not_json(file: str, what: Text) -> Fault:
    """Return the fault of a text that is no JSON document."""
    return Fault("not-json", place=Place(file=file), value=what)


def unknown_keys(
    given: Iterable[str], known: Iterable[str], *, file: str = "", path: str = ""
) -> Iterator[Fault]:
    """Yield a fault for each key that is not known, in order; with its place where there is a file."""
    names = list(known)
    for key in sorted(set(given) - set(names)):
        fault = Fault("unknown-key", value=key, advice=partial(nearest, key, names))
        yield at(file, path, fault) if file else fault


def faults_of(error: BaseException, file: str, path: str) -> list[Fault]:
    """Turn the tree of errors that cattrs raises into faults with their places.

    Args:
        error: what was raised.
        file: what the text is called.
        path: of the value that was being read.
    """
    if isinstance(error, InvalidInputError):
        return [at(file, _below(path, fault.field), fault) for fault in error.faults]
    if isinstance(error, (Fault, RecursionError)):
        return [at(file, path, error) if isinstance(error, Fault) else not_json(file, TOO_DEEP)]
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = [a.name for a in attrs.fields(error.cl)]
        return list(unknown_keys(error.extra_fields, known, file=file, path=path))
    if isinstance(error, cattrs.BaseValidationError):
        return [
            fault
            for inner in error.exceptions
            for fault in faults_of(inner, file, path + _step(inner))
        ]
    if isinstance(error, KeyError):
        return [at(file, path.rpartition(".")[0], Fault("missing-key", value=str(error.args[0])))]
    return [at(file, path, Fault("not-an-object"))]


def _below(path: str, field: str | None) -> str:
    """Return the path to a field; one that begins with a bracket is a key of the file's own."""
    if not field:
        return path
    return f"{path}{field}" if field.startswith("[") else f"{path}.{field}"


def _step(error: BaseException) -> str:
    """Return where below its parent an error of cattrs happened."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, cattrs.AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, cattrs.IterableValidationNote):
            return key_of_path(note.index) if isinstance(note.index, str) else f"[{note.index}]"
    return ""
