"""A table of locks and bans, read: one demand a row, or one error that names every fault with its place.

The people and the rules may be given as well; then a demand that names nobody, or a requirement that does
not exist, is reported at its row. That demands contradict each other is no fault of the table, and is found
when they are matched.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError, UnknownNameError
from nastavnik.basics.texts import Language
from nastavnik.exchange.tables.cells import plain
from nastavnik.exchange.tables.cells.plain import Parsed
from nastavnik.exchange.tables.columns.column import Column, Kind
from nastavnik.exchange.tables.columns.demand_columns import DEMANDS
from nastavnik.exchange.tables.columns.known_headings import headings_of_demands
from nastavnik.exchange.tables.columns.layout import Layout, layout_of_demands
from nastavnik.exchange.tables.files.options import Hidden, Reading, ReadingProgress
from nastavnik.exchange.tables.files.table_files import FilePath, read_tables
from nastavnik.exchange.tables.formats.raw import Cell
from nastavnik.exchange.tables.people_table import Found
from nastavnik.methodology.model import Methodology
from nastavnik.methodology.target_model.target_model import TARGET_MODEL
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demand_faults import faults_of_demands
from nastavnik.programme.round.demands import Ban, Lock

__all__ = ["read_demands"]


def read_demands(
    path: FilePath,
    *,
    cohort: Cohort | None = None,
    methodology: Methodology = TARGET_MODEL,
    sheet: str | Sequence[str] | None = None,
    hidden: Hidden = "refuse",
    notes: list[Fault] | None = None,
    progress: Callable[[ReadingProgress], object] | None = None,
) -> tuple[tuple[Lock, ...], tuple[Ban, ...]]:
    r"""Read locks and bans from a table: a workbook or a text file.

    Args:
        path: the file.
        cohort: everyone of the round; whether those whom the demands name exist is not checked without.
        methodology: whose requirements a lock may override; looked at together with the cohort.
        sheet: name of the sheet, or of several; found by its headings when None.
        hidden: whether hidden rows and sheets are refused, taken or left out.
        notes: a list to which everything is added that should be told and is no fault.
        progress: called as rows are read.

    Returns:
        The locks and the bans, each in the order of the rows.

    Raises:
        InvalidInputError: with every fault, in the order of sheet, row and column.
        UnknownNameError: when ``hidden`` is none of its values.
        ModuleNotFoundError: when the file is a workbook and the extra ``xlsx`` is not installed.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "demands.csv"
    >>> rows = "Требование;Наставник;Наставляемый;Отступления", "закрепить;m1;p1;grade-gap", "запретить;m2;p1"
    >>> _ = path.write_text("\n".join(rows), encoding="utf-8")
    >>> locks, bans = read_demands(path)
    >>> locks, locks[0].overriding, bans
    ((Lock('m1', 'p1'),), ('grade-gap',), (Ban('m2', 'p1'),))
    """
    path = Path(path)
    reading = Reading.of(sheet, hidden, notes, progress)
    asked, found, layouts = _read(path, reading)
    if layouts:
        reading.check_sheets(path.name)
    if cohort is not None:
        for layout in layouts:
            found += _against(cohort, methodology, layout, [a for a in asked if a.layout is layout])
    if found:
        raise InvalidInputError([each.fault for each in sorted(found, key=Found.order)])
    demands = [each.demand for each in asked]
    locks = tuple(demand for demand in demands if isinstance(demand, Lock))
    return locks, tuple(demand for demand in demands if isinstance(demand, Ban))


@frozen(kw_only=True)
class _Asked:
    """What a row asks for.

    Args:
        layout: where the columns of its sheet stand.
        number: of the row, as a spreadsheet shows it.
        demand: without the values that are wrong; a lock where it is not known which.
        unsure: keys of the columns whose values are wrong or missing.
    """

    layout: Layout
    number: int
    demand: Lock | Ban
    unsure: frozenset[str]


def _read(path: Path, reading: Reading) -> tuple[list[_Asked], list[Found], list[Layout]]:
    """Return what is asked for, what is wrong, and where the columns of each sheet stand, if that can be told."""
    name = path.name or str(path)
    try:
        tables = read_tables(path, name, headings_of_demands(), reading)
    except InvalidInputError as error:
        return [], [Found(row=0, column=0, fault=_of_demands(f)) for f in error.faults], []
    asked: list[_Asked] = []
    found: list[Found] = []
    layouts: list[Layout] = []
    total = sum(len(table.rows) - 1 for table in tables)
    done = 0
    for table in tables:
        layout, wrong = layout_of_demands(table)
        first = table.rows[0][0]
        found += [Found(row=first, column=column, fault=fault) for column, fault in wrong]
        if not layout.columns:
            return [], found, []
        layouts.append(layout)
        found += [Found(row=r, column=c, fault=fault) for r, c, fault in table.found]
        for number, row in table.rows[1:]:
            done += 1
            reading.step(name, done, total)
            if not layout.is_note(row):
                each, faults = _asked_or_shifted(layout, number, row)
                asked += each
                found += faults
        found += [Found(row=n, column=c, fault=f) for n, c, f in layout.without_headings()]
    if not asked and not any(each.fault.code == "too-many-cells" for each in found):
        place = attrs.evolve(layouts[0].place(0), row=None)
        found.append(Found(row=0, column=0, fault=Fault("no-demands", place=place)))
    return asked, [*found, *_doubled(asked)], layouts


def _asked_or_shifted(
    layout: Layout, number: int, row: Sequence[Cell]
) -> tuple[list[_Asked], list[Found]]:
    """Read one row that is not a note, unless its values may have moved to other columns."""
    shifted = layout.shifted(number, row)
    if shifted is not None:
        return [], [Found(row=number, column=0, fault=shifted)]
    each, faults = _asked(layout, number, row)
    return [each], [_located(layout, number, fault, key) for key, fault in faults]


def _of_demands(fault: Fault) -> Fault:
    """Say of an empty file that it has no demands; other files' faults are the same for every table."""
    return Fault("no-demands", place=fault.place) if fault.code == "empty-table" else fault


def _doubled(asked: Sequence[_Asked]) -> Iterator[Found]:
    seen: dict[tuple[str, str, str], _Asked] = {}
    for each in asked:
        if each.unsure:
            continue
        key = each.demand.role, each.demand.mentor, each.demand.mentee
        other = seen.setdefault(key, each)
        if other is not each:
            fault = Fault("duplicate-demand", other=other.number)
            yield _located(each.layout, each.number, fault, None)


def _asked(
    layout: Layout, number: int, row: Sequence[Cell]
) -> tuple[_Asked, list[tuple[str, Fault]]]:
    """Read one row that is not a note."""
    written, faults = layout.written(row)
    values: dict[str, Any] = {}
    for column in layout.known:
        value, wrong = _parsed(column, written.get(column.key, ""), layout.language)
        faults += [(column.key, fault) for fault in wrong]
        if value is not None and not wrong:
            values[column.key] = value
    told = {key for key, _ in faults}
    missing = [key for key in layout.required if key not in values and key not in told]
    faults += [(key, Fault("missing-value")) for key in missing if key in layout.columns]
    kind = Ban if values.pop("kind", None) == Ban.role else Lock
    if kind is Ban and values.pop("overriding", None):
        faults.append(("overriding", Fault("ban-overrides")))
    demand, wrong = _made(kind, values)
    faults += [(str(fault.field), fault) for fault in wrong]
    unsure = frozenset(missing) | {key for key, _ in faults}
    return _Asked(layout=layout, number=number, demand=demand, unsure=unsure), faults


def _made(
    kind: type[Lock] | type[Ban], values: Mapping[str, Any]
) -> tuple[Lock | Ban, tuple[Fault, ...]]:
    """Make a demand without the values that are wrong, and return what is wrong."""
    ids = {"mentor": "?", "mentee": "?"}
    try:
        return kind(**(ids | dict(values))), ()
    except InvalidInputError as error:
        faults = error.faults
    wrong = {fault.field for fault in faults}
    return kind(**(ids | {k: v for k, v in values.items() if k not in wrong})), faults


def _parsed(column: Column, cell: str, language: Language) -> Parsed:
    if column.kind is Kind.DEMAND:
        return plain.choice(cell, DEMANDS, language)
    if column.kind is Kind.IDS:
        return plain.idents(cell)
    return (plain.ident if column.kind is Kind.ID else plain.text)(cell), ()


def _located(layout: Layout, number: int, fault: Fault, key: str | None) -> Found:
    """Give a fault its place, and no subject: an id that is wrong may be somebody's name."""
    details: dict[str, Any] = fault.details
    place = layout.place(number, key)
    moved = Fault(fault.code, field=key, place=place, advice=fault.advising, **details)
    return Found(row=number, column=layout.rank(key), fault=moved)


def _against(
    cohort: Cohort, methodology: Methodology, layout: Layout, asked: Sequence[_Asked]
) -> Iterator[Found]:
    """Yield what the people and the rules show to be wrong; each row is asked about for itself."""
    unheeded: Fault | None = None
    for each in asked:
        for fault in _faults_of(each.demand, cohort, methodology):
            of_cell = fault.field in layout.columns
            if fault.field in each.unsure or (each.unsure and not of_cell):
                continue  # what is wrong in the row is told already, and this may come of it
            if fault.code == "bans-unheeded":
                unheeded = fault
            else:
                yield _located(layout, each.number, fault, fault.field if of_cell else None)
    if unheeded is not None:  # it is the methodology's, and the same for every ban
        place = attrs.evolve(layout.place(0), row=None)
        yield Found(row=0, column=0, fault=unheeded.moved(place=place))


def _faults_of(demand: Lock | Ban, cohort: Cohort, methodology: Methodology) -> list[Fault]:
    locks, bans = ([demand], []) if isinstance(demand, Lock) else ([], [demand])
    faults = list(faults_of_demands(locks, bans, cohort, methodology))
    strangers = [fault for fault in faults if fault.code == "names-nobody"]
    both = len(strangers) == len(("mentor", "mentee"))
    if both and _is_there(demand.mentor, cohort.mentee) and _is_there(demand.mentee, cohort.mentor):
        faults = [Fault("swapped-ids"), *(f for f in faults if f.code != "names-nobody")]
    return [_without_name(fault) for fault in faults]


def _is_there(name: str, find: Callable[[str], object]) -> bool:
    try:
        find(name)
    except UnknownNameError:
        return False
    return True


def _without_name(fault: Fault) -> Fault:
    """Show nothing of what has a space in it and is nobody's id: it is most likely somebody's name."""
    stranger = fault.code == "names-nobody" and len(str(fault.details["value"]).split()) > 1
    return Fault("name-for-id", field=fault.field) if stranger else fault
