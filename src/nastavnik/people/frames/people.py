"""Columns of mentors or mentees become facts, checked by the very checks of `Mentor`, `Pupil` and the others.

A check is run once for each distinct value (and position, where the positions differ), however many people
have it. What is wrong is told with column and row. A value that is wrong is left out, so that the faults of
the cohort as a whole can be found in the same reading.
"""

import gc
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from operator import is_
from typing import Final

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from nastavnik.basics.errors import Fault, nearest
from nastavnik.basics.harmless import is_harmless
from nastavnik.basics.places import Place
from nastavnik.basics.validators import Finding
from nastavnik.people.columns import Encoded, Path, combined, encoded
from nastavnik.people.frames.cells import COLUMNS, FieldColumn, Kind
from nastavnik.people.frames.facts import POSITION, ColumnFacts
from nastavnik.people.frames.own_fields import joined, own_columns
from nastavnik.people.frames.raw import Raw, raw_columns
from nastavnik.people.records import Mentee, Mentor, Position

__all__ = ["PeopleColumns", "people_columns"]

_MOST_ROWS: Final = 5
"""Rows in which the same wrong value is told one by one; the others are counted."""

_UNWANTED: Final = {Mentee: ("refusals", "bans"), Mentor: ("refusals",)}

Located = tuple[int, int, Fault]
"""A fault with the row and column that put it in order."""


@frozen(kw_only=True, eq=False)
class PeopleColumns:
    """One side of a round, given as columns.

    Args:
        kind: what they are in this round.
        facts: of those with an id of their own, in id order, without the values that are wrong.
        rows: the row of each of them, from 1.
        faults: what is wrong with the columns, by row and column.
        ids_known: whether the table says who is there, so that a name it lacks is a fault.
        unsure: ids of those who have a value that is wrong, and so may not be compared.
    """

    kind: Kind
    facts: ColumnFacts
    rows: NDArray[np.intp]
    faults: tuple[Located, ...]
    ids_known: bool
    unsure: frozenset[str]

    def located(self, fault: Fault) -> Located:
        """Give a fault of one of these people its place."""
        assert fault.subject is not None
        row = int(self.rows[bisect_left(self.facts.ids, fault.subject[1])])
        place = Place(file=_file(self.kind), row=row, column=fault.field)
        return row, list(COLUMNS[self.kind]).index(str(fault.field)), fault.moved(place=place)


def people_columns(table: object, kind: Kind) -> PeopleColumns:
    """Read and check one side of a round; what is wrong is in the result and not raised.

    Args:
        table: a pandas or polars DataFrame, a pyarrow Table, or a mapping of names to columns.
        kind: what the people are.

    Raises:
        ModuleNotFoundError: when it is no mapping and the extra ``frames`` is not installed.

    >>> read = people_columns({"id": ["c", "b"], "position": "pupil", "grade": [12, 6]}, Mentee)
    >>> print(read.faults[0][2])
    mentees, row 1, column «grade»: 12 is not a grade from 1 to 11
    >>> read.facts.ids, read.facts.field(("person", "grade")).values, read.rows.tolist()
    (('b', 'c'), (None, 6), [2, 1])
    """
    raw, wrong = raw_columns(table, _file(kind), frozenset({"position"}))
    own, not_own = own_columns(raw, _file(kind))
    known = {**COLUMNS[kind], **own}
    faults: list[Located] = [(0, 0, fault) for fault in wrong]
    faults += [(0, list(raw).index(name), fault) for name, fault in not_own]
    for name in raw.keys() - known.keys() - dict(not_own).keys():
        ours, number = list(COLUMNS[kind]), list(raw).index(name)
        called = name if is_harmless(name, near=ours) else str(number + 1)
        place = Place(file=_file(kind), column=name, called=called)
        advice = nearest(name, ours)
        fault = Fault("unknown-column", place=place, value=name, known=ours, advice=advice)
        faults.append((0, number, fault))
    told = {fault.place.column for fault in wrong if fault.place}
    for name in ("id", "position"):
        if name not in raw and name not in told and not (wrong and not raw):
            fault = Fault("no-column", place=Place(file=_file(kind)), column=name)
            faults.append((0, 0, fault))
    if "id" not in raw:
        nobody = {("id",): encoded([]), POSITION: encoded([])}
        rows = np.zeros(0, dtype=np.intp)
        return PeopleColumns(
            kind=kind,
            facts=ColumnFacts(nobody, kind),
            rows=rows,
            faults=tuple(faults),
            ids_known=False,
            unsure=frozenset(),
        )
    with _collector_paused():
        given = {name: raw[name] for name in known if name in raw}
        return _Reading(kind, known, given, faults).result()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for cycles among millions of lists that have none: most of the time went there."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


class _Reading:
    """The columns of one table while they are checked."""

    def __init__(
        self,
        kind: Kind,
        known: Mapping[str, FieldColumn],
        raw: Mapping[str, Raw],
        faults: list[Located],
    ) -> None:
        self._kind = kind
        self._known = known
        self._raw = raw
        self._faults = faults
        self._wrong = np.zeros(len(raw["id"]), dtype=np.bool_)
        self._wrong_in: dict[str, NDArray[np.bool_]] = {}
        self._numbers = {name: number for number, name in enumerate(known)}
        self._ids = self._checked("id")

    def result(self) -> PeopleColumns:
        """Check every column and what they say together."""
        fields: dict[Path, Encoded] = {}
        positions = Encoded(np.zeros(len(self._wrong), dtype=np.int32), (None,))
        if "position" in self._raw:
            positions = self._checked("position")
        for name in self._raw.keys() - {"id", "position"}:
            fields[self._known[name].path] = self._checked(name, positions)
        # Nobody's facts are looked at before every position is known, but choices are.
        placed = encoded([position or Position.PUPIL for position in positions.values])
        fields[POSITION] = Encoded(placed.codes[positions.codes], placed.values)
        self._wish_and_refusal(fields)
        self._minimum_and_capacity(fields)
        rows = self._in_id_order()
        ids = self._ids.taken(rows)
        unsure = {ids.values[code] for code in ids.codes[self._wrong[rows]].tolist()}
        columns = {path: field.taken(rows) for path, field in joined(fields).items()}
        return PeopleColumns(
            kind=self._kind,
            facts=ColumnFacts({**columns, ("id",): ids}, self._kind),
            rows=rows + 1,
            faults=tuple(self._faults),
            ids_known=True,
            unsure=frozenset(unsure),
        )

    def _checked(self, name: str, positions: Encoded | None = None) -> Encoded:
        """Return a column without what is wrong, which is told."""
        column = self._known[name]
        alike = column.encoded(self._raw[name])
        if positions is not None and column.of_some:
            alike = combined([alike, positions])  # of values that are pairs, and so never kept
            judged = [column.judged(value, position) for value, position in alike.values]
        else:
            judge = column.judged if column.of_some else column.judges[None]
            judged = [judge(value) for value in alike.values]
        found = [finding for _, finding in judged]
        if any(found):
            self._tell(name, alike.codes, found)
        if all(map(is_, (value for value, _ in judged), alike.values)):
            return alike
        distinct = encoded([value for value, _ in judged])
        return Encoded(distinct.codes[alike.codes], distinct.values)

    def _tell(self, name: str, codes: NDArray[np.int32], found: list[Finding | None]) -> None:
        """Tell of every row whose value is wrong, of the first few one by one."""
        wrong = np.array([finding is not None for finding in found])[codes]
        self._wrong |= wrong
        self._wrong_in[name] = wrong
        times = np.bincount(codes, minlength=len(found))
        told = dict.fromkeys(range(len(found)), 0)
        column = self._known[name]
        for row in np.flatnonzero(wrong).tolist():
            number = int(codes[row])
            told[number] += 1
            if told[number] <= _MOST_ROWS:
                code, details = found[number] or ("", {})
                fault = Fault(code, **details)
                self._add(row, name, fault.moved(subject=self._subject(row), field=column.path[-1]))
            elif told[number] == _MOST_ROWS + 1:
                self._add(row, name, Fault("more-rows", value=int(times[number]) - _MOST_ROWS))

    def _add(self, row: int, name: str, fault: Fault) -> None:
        place = Place(file=_file(self._kind), row=row + 1, column=name)
        self._faults.append((row + 1, self._numbers[name], fault.moved(place=place)))

    def _subject(self, row: int) -> tuple[str, str] | None:
        if not hasattr(self, "_ids"):
            return None  # it is the id that is wrong
        ident = self._ids.values[self._ids.codes[row]]
        return None if ident is None else (self._kind.role, ident)

    def _wish_and_refusal(self, fields: Mapping[Path, Encoded]) -> None:
        """Tell of those who are named as wished for and as not."""
        unwanted = [(name,) for name in _UNWANTED[self._kind] if (name,) in fields]
        if ("choices",) not in fields or not unwanted:
            return
        alike = combined([fields["choices",], *(fields[path] for path in unwanted)])
        both = [
            sorted(choices.intersection(frozenset().union(*others)))
            for choices, *others in alike.values
        ]
        for row in np.flatnonzero(
            np.array(list(map(bool, both)), dtype=np.bool_)[alike.codes]
        ).tolist():
            for other in both[alike.codes[row]]:
                subject = self._subject(row)
                fault = Fault("wanted-and-refused", subject=subject, field="choices", value=other)
                self._add(row, "choices", fault)

    def _minimum_and_capacity(self, fields: Mapping[Path, Encoded]) -> None:
        """Tell of those who ask for more mentees than they have places."""
        if ("minimum",) not in fields:
            return
        capacity = fields.get(("capacity",))
        if capacity is None:
            if any(not row for row, *_ in self._faults):
                return  # one of the columns that are wrong as a whole may be that of places
            usual, _ = COLUMNS[self._kind]["capacity"].judged(None)
            capacity = Encoded(np.zeros(len(self._wrong), dtype=np.int32), (usual,))
        unsure = self._wrong_in.get("capacity", np.zeros(len(self._wrong), dtype=np.bool_))
        wrong = Encoded(unsure.astype(np.int32), (False, True))
        alike = combined([fields["minimum",], capacity, wrong])
        found: list[Finding | None] = [
            None
            if unknown or least <= most
            else ("minimum-above-capacity", {"value": least, "high": most})
            for least, most, unknown in alike.values
        ]
        if any(found):
            self._tell("minimum", alike.codes, found)

    def _in_id_order(self) -> NDArray[np.intp]:
        """Return the rows, from 0, of those with an id, the first of each; a second one is told."""
        codes, values = self._ids.codes, self._ids.values
        known = np.array([value is not None for value in values], dtype=np.bool_)
        rows = np.flatnonzero(known[codes])
        _, first, inverse = np.unique(codes[rows], return_index=True, return_inverse=True)
        if len(first) < len(rows):
            of_first = rows[first][inverse]
            for row, other in zip(rows.tolist(), of_first.tolist(), strict=True):
                if row != other:
                    details = {"value": values[codes[row]], "other": other + 1}
                    fault = Fault(
                        "duplicate-row", subject=self._subject(row), field="id", **details
                    )
                    self._add(row, "id", fault)
            rows = np.sort(rows[first])
        order = sorted(
            range(len(rows)), key=[values[code] for code in codes[rows].tolist()].__getitem__
        )
        return rows[order]


def _file(kind: Kind) -> str:
    return f"{kind.role}s"
