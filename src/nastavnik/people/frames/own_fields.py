"""Columns that hold fields of one's own, one each, as ``extra.team`` does; a column ``extra`` holds them all."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from nastavnik.basics import validators
from nastavnik.basics.errors import Fault
from nastavnik.basics.places import Place
from nastavnik.basics.validators import as_extra
from nastavnik.basics.words import compared
from nastavnik.people.columns import Encoded, Path, combined, encoded
from nastavnik.people.fields import EXTRA, is_of_extra
from nastavnik.people.frames.cells import FieldColumn, Judged
from nastavnik.people.frames.raw import encoded_values
from nastavnik.people.records import Position

__all__ = ["joined", "own_columns"]

Judge = Callable[[Any], Judged]
"""Converts and checks a value."""

_BEFORE: Final = f"{EXTRA}."


def own_columns(
    names: Collection[str], file: str
) -> tuple[dict[str, FieldColumn], list[tuple[str, Fault]]]:
    """Return the columns of fields of one's own, and those that cannot be one, each with what is wrong.

    Args:
        names: of all columns that were given.
        file: what messages call the table.

    >>> columns, wrong = own_columns(["id", "extra.Team", "extra.a.b"], "mentees")
    >>> columns["extra.Team"].path, [name for name, _ in wrong]
    (('person', 'extra', 'team'), ['extra.a.b'])
    """
    columns: dict[str, FieldColumn] = {}
    wrong: list[tuple[str, Fault]] = []
    first: dict[str, str] = {}
    for name in names:
        if not name.startswith(_BEFORE):
            continue
        field = compared(name.removeprefix(_BEFORE))
        finding = validators.extra({field: field or "?"})  # noqa: S610 - no Django here
        place = Place(file=file, column=name)
        if finding is not None:
            wrong.append((name, Fault(finding[0], place=place, **finding[1])))
        elif EXTRA in names or first.setdefault(field, name) != name:
            other = EXTRA if EXTRA in names else first[field]
            wrong.append((name, Fault("doubled-column", place=place, value=name, other=other)))
        else:
            judges: dict[Position | None, Judge] = {None: partial(_judged, field)}
            path = "person", EXTRA, field
            columns[name] = FieldColumn(name=name, path=path, judges=judges, encoded=encoded_values)
    return columns, wrong


def _judged(field: str, value: Any) -> Judged:
    """Return a value as the field takes it, and what is wrong with it."""
    extra = as_extra({field: value})
    finding = validators.extra(extra)  # noqa: S610 - no Django here
    return (extra.get(field), None) if finding is None else (None, finding)


def joined(fields: Mapping[Path, Encoded]) -> dict[Path, Encoded]:
    """Return fields of which those of one's own are put together, by name, as a person has them."""
    own = sorted(path for path in fields if is_of_extra(path))
    others = {path: field for path, field in fields.items() if path not in own}
    if not own:
        return others
    alike = combined([fields[path] for path in own])
    made = encoded([as_extra(dict(_known(own, values))) for values in alike.values])
    return {**others, ("person", EXTRA): Encoded(made.codes[alike.codes], made.values)}


def _known(paths: Collection[Path], values: Collection[Any]) -> Iterator[tuple[str, Any]]:
    for path, value in zip(paths, values, strict=True):
        if value is not None:
            yield path[-1], value
