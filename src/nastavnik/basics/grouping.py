"""Says once what is wrong in many places in the same way: with the first places and how many there are.

A table in which a class is written as «7А» has one mistake in four hundred rows, not four hundred mistakes. Faults are
of one kind when code, file and column are the same; of one wording when their sentences are the same as well. Nothing
is left out in silence: whatever is not shown is counted.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from nastavnik.basics.disclosure import file_told
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Language

if TYPE_CHECKING:
    from nastavnik.basics.errors import Fault

__all__ = ["few_of", "grouped_lines"]

_MOST_SPOTS: Final = 3
"""Rows, people or paths that are named of those with one wording."""

_MOST_WORDINGS: Final = 3
"""Wordings that are shown of one kind, such as three wrong values of a column."""

_MOST_READ: Final = 200
"""Different values of one kind that are put into words to see which have the same wording."""

_MOST_KINDS: Final = 30
"""Columns, or fields, of one file that are shown with faults of one code."""

_INDEX: Final = re.compile(r"\[\d+\]")

Kind = tuple[object, ...]
"""What faults of one kind share."""


def few_of(
    items: Sequence[object], language: Language, *, most: int = _MOST_SPOTS, between: str = ", "
) -> str:
    """Return the first of several and how many more there are; one alone is never left over.

    Args:
        items: all of them.
        language: of the words around.
        most: how many are named.
        between: what stands between two.

    >>> few_of([2, 3, 4, 5, 9], "en"), few_of([2, 3, 4, 5], "en")
    ('2, 3, 4 and 2 more', '2, 3, 4, 5')
    """
    if len(items) <= most + 1:
        return between.join(map(str, items))
    some = between.join(map(str, items[:most]))
    return PLACES["and-more"][language].format(some, len(items) - most)


def grouped_lines(
    faults: Sequence["Fault"], language: Language, *, values: bool = False
) -> Iterator[str]:
    """Yield one text for each kind of fault and wording, in the order in which they are first met.

    Args:
        faults: in the order of the input.
        language: of the texts.
        values: whoever reads this may see every value.

    >>> from nastavnik.basics.errors import Fault
    >>> from nastavnik.basics.places import Place
    >>> rows = [Place(file="pupils.csv", row=row, column="Agreed") for row in range(2, 402)]
    >>> print(*grouped_lines([Fault("not-yes-no", place=row, value="perhaps") for row in rows], "en"))
    pupils.csv, rows 2, 3, 4 and 397 more, column «Agreed»: "perhaps" is neither yes nor no
    """
    kinds: dict[Kind, list[Fault]] = {}
    for fault in faults:
        kinds.setdefault(_kind(fault), []).append(fault)
    shown: dict[Kind, int] = {}
    left_over: dict[Kind, list[Fault]] = {}
    for kind, some in kinds.items():
        wider = kind[:3]
        shown[wider] = shown.get(wider, 0) + 1
        if shown[wider] <= _MOST_KINDS:
            yield from _of_one_kind(some, language, values=values)
        else:
            left_over.setdefault(wider, []).extend(some)
    for some in left_over.values():
        place = some[0].place
        where = f"{file_told(place.file, language, values=values)}: " if place is not None else ""
        yield where + PLACES["more-elsewhere"][language].format(len(some))


def _kind(fault: "Fault") -> Kind:
    place = fault.place
    if place is None:
        role = fault.subject[0] if fault.subject else None
        return fault.code, role, None, fault.field
    path = None if place.path is None else _INDEX.sub("[]", place.path)
    return fault.code, place.file, place.sheet, place.column, path


def _of_one_kind(faults: Sequence["Fault"], language: Language, *, values: bool) -> Iterator[str]:
    sentences = list(_problems(faults, language, values=values))
    wordings: dict[str, list[Fault]] = {}
    for fault, sentence in zip(faults, sentences, strict=True):
        if sentence is not None:
            wordings.setdefault(sentence, []).append(fault)
    most = len(wordings) if len(wordings) <= _MOST_WORDINGS + 1 else _MOST_WORDINGS
    shown = dict(list(wordings.items())[:most])
    for some in shown.values():
        if len(some) == 1:
            yield some[0].text(language, values=values)
            continue
        where, said = (
            _where(some, language, values=values),
            some[0].sentence(language, values=values),
        )
        yield f"{where}: {said}" if where else said
    pairs = zip(faults, sentences, strict=True)
    others = [fault for fault, sentence in pairs if sentence not in shown]
    if others:
        where = _where(others, language, values=values)
        more = PLACES["more-values"][language].format(len(others))
        yield f"{where}: {more}" if where else more


def _problems(
    faults: Sequence["Fault"], language: Language, *, values: bool
) -> Iterator[str | None]:
    """Yield what each says is wrong; of many different values only the first are put into words."""
    said: dict[tuple[object, ...], str | None] = {}
    for fault in faults:
        of = tuple(map(_as_key, fault.details.values()))
        if of not in said:
            few = len(said) < _MOST_READ
            said[of] = fault.problem(language, values=values) if few else None
        yield said[of]


def _as_key(detail: object) -> object:
    if isinstance(detail, (list, tuple)):
        return tuple(map(repr, detail))
    return detail if isinstance(detail, (str, int)) else repr(detail)


def _where(faults: Sequence["Fault"], language: Language, *, values: bool) -> str:
    """Say where faults of one kind stand."""
    first = faults[0]
    if first.place is None:
        if first.subject is None:
            return first.field_shown(language, values=values)
        role = first.subject[0]
        ids = list(dict.fromkeys(fault.subject_shown for fault in faults))
        number = role if len(ids) == 1 else f"{role}s"
        where = f"{PLACES[number][language]} {few_of(ids, language)}"
        return f"{where}, {first.field_shown(language, values=values)}" if first.field else where
    places = [fault.place for fault in faults if fault.place is not None]
    if first.place.path is not None:
        shown = [place.shown(language, values=values)["path"] for place in places]
        paths = few_of(list(dict.fromkeys(shown)), language)
        return first.place.text(language, paths=paths, values=values)
    rows = list(dict.fromkeys(place.row for place in places if place.row is not None))
    if len(rows) <= 1:
        return first.place.text(language, values=values)
    return first.place.text(language, rows=few_of(rows, language), values=values)
