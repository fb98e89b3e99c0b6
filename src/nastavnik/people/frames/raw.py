"""Columns as callers hold them (pandas, polars, Arrow, NumPy, lists), made into numbers of distinct values.

What a whole column shares is looked at once: its type, whether anything is missing. Every value is hashed
once, and everything after is done to distinct values.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from operator import is_
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from nastavnik.basics.errors import Fault
from nastavnik.basics.places import Place
from nastavnik.basics.texts import Text
from nastavnik.people.columns import Encoded, encoded

__all__ = ["Raw", "encoded_lists", "encoded_marks", "encoded_values", "raw_columns"]


class Series:
    """A column of a frame, the values of which become Python's a stretch at a time.

    Args:
        series: of narwhals.
    """

    def __init__(self, series: Any) -> None:
        self._series = series

    def __len__(self) -> int:
        return len(self._series)

    def stretch(self, start: int, stop: int) -> list[Any]:
        """Return some of the values."""
        return list(self._series[start:stop].to_list())


Raw = NDArray[Any] | list[Any] | Series
"""A column: an array of numbers or truths, or a list of anything."""

_STRETCH: Final = 65_536
"""Values that are Python's at a time: so that of a million lists few are alive together."""

_LISTS: Final = frozenset({list, tuple, set, frozenset, np.ndarray})
_SIMPLE: Final = frozenset({str, bool, int, float, type(None)})
_MISSING: Final = frozenset({"NAType", "NaTType"})
"""Types of pandas' own missing values, known by name so that pandas need not be there."""

_A_PAIR: Final = 2


def raw_columns(
    table: object, file: str, constants: frozenset[str]
) -> tuple[dict[str, Raw], list[Fault]]:
    """Return the columns of a table by name, and what is wrong with it as a whole.

    Args:
        table: a pandas or polars DataFrame, a pyarrow Table, or a mapping of names to columns.
        file: what messages call the table.
        constants: names of columns that a mapping may give as one text for everybody.

    Raises:
        ModuleNotFoundError: when it is no mapping and the extra ``frames`` is not installed.

    >>> table = {"id": ("b", "c"), "position": "pupil"}
    >>> raw_columns(table, "mentees", frozenset({"position"}))[0]
    {'position': ['pupil', 'pupil'], 'id': ['b', 'c']}
    """
    if isinstance(table, Mapping):
        return _of_mapping(table, file, constants)
    try:
        nw: Any = import_module("narwhals")
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(
            "columns of a data frame need an extra: pip install 'nastavnik[frames]'; "
            "a mapping of names to lists or arrays works without it"
        ) from missing
    unread = Fault("not-a-table", place=Place(file=file), value=type(table).__name__)
    if hasattr(table, "collect"):  # a lazy frame has no rows yet
        return {}, [unread]
    labels = list(getattr(table, "column_names", getattr(table, "columns", ())))
    wrong = list(_no_names(labels, file))
    if wrong:
        return {}, wrong
    names = [str(name) for name in labels]
    doubled = [name for name, times in Counter(names).items() if times > 1]
    if doubled:
        return {}, [
            Fault("column-twice", place=Place(file=file, column=name), value=name)
            for name in doubled
        ]
    try:
        frame = nw.from_native(table, eager_only=True)
    except TypeError:
        return {}, [unread]
    return {str(name): _of_series(frame[name], nw) for name in frame.columns}, []


def _no_names(labels: Sequence[object], file: str) -> Iterator[Fault]:
    """Yield what is wrong with headings of a frame that are no texts: several rows of them, or numbers."""
    levels = max((len(label) for label in labels if isinstance(label, tuple)), default=0)
    if levels:
        yield Fault("headings-in-levels", place=Place(file=file), value=levels)
        return
    for label in labels:
        if not isinstance(label, str):
            place, kind = Place(file=file, column=str(label)), type(label).__name__
            yield Fault("heading-not-text", place=place, value=Text(en=kind, ru=kind))


def encoded_values(raw: Raw) -> Encoded:
    """Number plain values; what is missing becomes None, NumPy's numbers become Python's.

    A whole number in an array of floats is a whole number: so frames write them where some are missing.

    >>> encoded_values(np.array([5.0, np.nan, 5.0])).values
    (5, None)
    """
    if isinstance(raw, np.ndarray):
        distinct, codes = np.unique(raw, return_inverse=True)
        values = distinct.tolist()
        if raw.dtype.kind == "f":
            values = [int(v) if float(v).is_integer() else v for v in values]
        return _refined(Encoded(codes.astype(np.int32), tuple(values)), _plain)
    return _refined(_by_stretches(raw, _without_nan), _plain)


def encoded_lists(raw: Raw) -> Encoded:
    """Number lists as sets; equal ones share one set. What is no list is left for the check to name.

    >>> encoded_lists([["b", "a"], ["a", "b"], "c", None]).codes.tolist()
    [0, 0, 1, 2]
    """
    return _refined(_by_stretches(raw, _as_tuples), _as_set)


def encoded_marks(raw: Raw) -> Encoded:
    """Number mappings of subject to mark, or lists of pairs; a subject without a mark is left out.

    >>> encoded_marks([{"art": 4, "music": None}, [("art", 4)]]).values
    ({'art': 4},)
    """
    return _refined(_by_stretches(raw, _as_keys), _as_marks)


class _Marks(frozenset[tuple[Any, type, Any]]):
    """Marks as a key; the type is part of it, for True is no mark and 1 is one."""

    __slots__ = ()


def _by_stretches(raw: Raw, prepare: Callable[[list[Any]], list[Any]]) -> Encoded:
    """Number the values as ``encoded`` does, after they were made fit to be hashed."""
    if isinstance(raw, np.ndarray):
        raw = list(raw.tolist())
    numbers: dict[Any, int] = {}
    values: list[Any] = []
    codes = np.empty(len(raw), dtype=np.int32)
    for start in range(0, len(raw), _STRETCH):
        stop = start + _STRETCH
        part = encoded(
            prepare(raw[start:stop] if isinstance(raw, list) else raw.stretch(start, stop))
        )
        of_part = np.empty(len(part.values), dtype=np.int32)
        for place, value in enumerate(part.values):
            try:
                number = numbers.setdefault((type(value), value), len(values))
            except TypeError:  # it has no hash and is like no other
                number = numbers.setdefault(object(), len(values))
            if number == len(values):
                values.append(value)
            of_part[place] = number
        codes[start:stop] = of_part[part.codes]
    return Encoded(codes, tuple(values))


def _without_nan(values: list[Any]) -> list[Any]:
    kinds = set(map(type, values))
    if float in kinds and kinds <= _SIMPLE:
        return [None if value != value else value for value in values]  # noqa: PLR0124 - NaN
    return values


def _as_tuples(values: list[Any]) -> list[Any]:
    if set(map(type, values)) <= {list, type(None)}:
        return [None if value is None else tuple(value) for value in values]
    return [_as_set(value) for value in values]


def _as_keys(values: list[Any]) -> list[Any]:
    return [_key_of_marks(_as_mapping(value)) for value in values]


def _as_marks(key: Any) -> Any:
    return {subject: mark for subject, _, mark in key} if isinstance(key, _Marks) else _plain(key)


def _of_mapping(
    table: Mapping[Any, Any], file: str, constants: frozenset[str]
) -> tuple[dict[str, Raw], list[Fault]]:
    columns: dict[str, Raw] = {}
    faults: list[Fault] = []
    given = {str(name): column for name, column in table.items()}
    for name, column in given.items():
        if name in constants and isinstance(column, str):
            continue
        values = _of_sequence(column)
        if values is None:
            place = Place(file=file, column=name)
            faults.append(Fault("not-a-column", place=place, value=type(column).__name__))
        else:
            columns[name] = values
    lengths = Counter(map(len, columns.values()))
    length = len(columns["id"]) if "id" in columns else max(lengths, default=0)
    for name, values in list(columns.items()):
        if len(values) != length:
            place = Place(file=file, column=name)
            faults.append(Fault("uneven-column", place=place, value=len(values), other=length))
            del columns[name]
    repeated: dict[str, Raw] = {
        name: [one] * length
        for name, one in given.items()
        if name in constants and isinstance(one, str)
    }
    return {**repeated, **columns}, faults


def _of_sequence(column: Any) -> Raw | None:
    if not isinstance(column, np.ndarray) and hasattr(column, "to_numpy"):
        column = column.to_numpy()  # one column of a frame
    if isinstance(column, np.ndarray):
        if column.ndim != 1:
            return None
        return column if column.dtype.kind in "biuf" else list(column.tolist())
    if isinstance(column, Sequence) and not isinstance(column, (str, bytes)):
        return list(column)
    return None


def _of_series(series: Any, nw: Any) -> Raw:
    """Return a column of a frame; numbers as an array, in which NaN is what is missing."""
    if series.dtype.is_numeric() or (series.dtype == nw.Boolean and not series.null_count()):
        array: NDArray[Any] = series.to_numpy()
        if array.dtype.kind in "biuf":
            return array
    return Series(series)


def _as_set(value: Any) -> Any:
    kind = type(value)
    if kind not in _LISTS or kind is frozenset:
        return _plain(value)
    try:
        return frozenset(value.tolist() if kind is np.ndarray else value)
    except TypeError:
        return value


def _as_mapping(value: Any) -> Any:
    """Return subjects with marks as a dict; what cannot be one, and two marks of one subject, are left."""
    if isinstance(value, Mapping):
        return {subject: _plain(mark) for subject, mark in value.items() if not _is_missing(mark)}
    if not isinstance(value, (list, tuple, np.ndarray)):
        return value
    pairs = [_pair(item) for item in value]
    if any(pair is None for pair in pairs):
        return value
    try:
        marks = {pair[0]: _plain(pair[1]) for pair in pairs if pair and not _is_missing(pair[1])}
        contradicting = any(
            pair and pair[0] in marks and marks[pair[0]] != pair[1] for pair in pairs
        )
    except TypeError:
        return value
    return value if contradicting else marks


def _pair(item: Any) -> tuple[Any, Any] | None:
    if isinstance(item, Mapping) and item.keys() == {"key", "value"}:
        return item["key"], item["value"]  # as Arrow's maps come through polars
    if isinstance(item, (list, tuple)) and len(item) == _A_PAIR:
        return item[0], item[1]
    return None


def _key_of_marks(value: Any) -> Any:
    if not isinstance(value, Mapping):
        return value
    try:
        return _Marks((subject, type(mark), mark) for subject, mark in value.items())
    except TypeError:
        return value


def _refined(raw: Encoded, change: Callable[[Any], Any]) -> Encoded:
    """Change the distinct values, after which some may be the same."""
    values = [value if type(value) is str else change(value) for value in raw.values]
    if all(map(is_, values, raw.values)):
        return raw
    distinct = encoded(values)
    return Encoded(distinct.codes[raw.codes], distinct.values)


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic):
        value = value.item()
    return None if _is_missing(value) else value


def _is_missing(value: Any) -> bool:
    """Whether a value is None, NaN, or pandas' NA or NaT."""
    if value is None or type(value).__name__ in _MISSING:
        return True
    return isinstance(value, float) and bool(np.isnan(value))
