"""Two figures of one school: cells to be touched before the plan is within one of the best, and silent losses.

The best possible is the plan of those who are meant. A coordinator is played who does only what is asked: looks, takes
the true value for each cell that is named, writes it, looks again. A slip that nobody names and that makes a pair
impossible, or a fact another one, is a silent loss. A cell in which there was no slip must be read as is meant.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import attrs
import numpy as np
from attrs import define, field, frozen

from helpers.school.desk import Mention, Seen, look
from helpers.school.people import Meant
from helpers.school.tables import Slip, Table, Tables, tables_of
from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, match
from nastavnik.basics.words import compared
from nastavnik.matching.candidates import candidates

__all__ = ["Measured", "measure"]

_NEAR: Final = 1
"""So many mentees fewer than the best possible are near enough."""

_MOST_ROUNDS: Final = 12

_FACTS: Final = {
    "position": "person.position", "organisation": "person.organisation", "languages": "person.languages",
    "slots": "person.slots", "interests": "person.interests", "qualities": "person.qualities",
    "data_consent": "person.data_consent", "grade": "person.grade", "age": "person.age", "marks": "person.marks",
    "experience": "person.experience", "taught": "person.subjects", "agreed": "agreed",
    "guardian_agreed": "guardian_agreed", "subjects": "subjects", "category": "category", "priority": "priority",
    "capacity": "capacity", "trained": "trained", "cleared": "cleared",
}  # fmt: skip
"""Where the fact of each column is."""

_BY_EFFECT: Final = frozenset({"slots"})
"""Facts of which only what pairs come of them is compared: «вт» and «вт 15:00» differ and may mean the same."""


@frozen(kw_only=True)
class Loss:
    """Something that was meant and was not read so.

    Args:
        kind: of the slip, or ``no slip`` where the cell was written as is meant.
        key: of the column.
        ident: whom it concerns, as is meant.
        pairs: pairs that are possible and become impossible by this alone.
    """

    kind: str
    key: str
    ident: str
    pairs: int


@define(kw_only=True)
class Measured:
    """What came of one school.

    Args:
        style: of the tables.
        seed: of the school.
        slips: their number.
        best: mentees with a mentor in the plan of those who are meant.
        first: mentees with a mentor at the first try; None where the tables cannot be read.
        touched: cells touched until the plan was within one of the best; None if it never was.
        lines: the same, where what is written alike in one column counts once, as a line in a map of values would.
        touched_in_all: cells touched until nothing more was asked.
        first_readable: cells touched until the tables could be read.
        last: mentees with a mentor when nothing more was asked.
        in_vain: cells that were named and in which nothing was wrong, or nothing better is known.
        losses: silent ones.
        misread: of cells in which there was no slip; must be none.
        unreadable: codes of faults that stayed to the end, if any.
    """

    style: str
    seed: int
    slips: int
    best: int
    first: int | None = None
    touched: int | None = None
    lines: int | None = None
    touched_in_all: int = 0
    first_readable: int | None = None
    last: int | None = None
    in_vain: int = 0
    losses: list[Loss] = field(factory=list)
    misread: list[Loss] = field(factory=list)
    unreadable: Counter[str] = field(factory=Counter)
    _alike: set[object] = field(factory=set)

    def touch(self, slip: Slip | None = None) -> None:
        """Count a cell, or a heading, that is touched."""
        self.touched_in_all += 1
        number = self.touched_in_all
        self._alike.add(number if slip is None else (slip.mentor, slip.key, slip.written or number))

    @property
    def near(self) -> bool:
        """Whether the plan was within one of the best in the end."""
        return self.last is not None and self.last >= self.best - _NEAR


def measure(style: str, seed: int) -> Measured:
    """Play the coordinator of one school."""
    made = tables_of(style, seed)
    truth = made.school.cohort
    result = Measured(style=style, seed=seed, slips=len(made.slips), best=match(truth).matched)
    seen = look(made)
    if seen.cohort is not None:
        result.first = match(seen.cohort).matched
    open_slips = list(made.slips)
    seen = _mend(made, seen, open_slips, result)
    if seen.cohort is None:
        result.unreadable = Counter(mention.code for mention in seen.mentions if mention.fault)
        return result
    result.last = match(seen.cohort).matched
    result.losses, result.misread = _lost(made, seen, open_slips, truth)
    return result


def _mend(made: Tables, seen: Seen, open_slips: list[Slip], result: Measured) -> Seen:
    """Do what is asked until nothing more is; return what is seen then."""
    vain: set[Mention] = set()
    _note(seen, result)
    for _ in range(_MOST_ROUNDS):
        by_hand = _headings(made, seen, result)
        asked = _asked(made, seen.mentions, open_slips, vain)
        if not asked and not by_hand:
            break
        for slip in asked:
            made.table(slip.mentor).put(slip)
            open_slips.remove(slip)
            result.touch(slip)
            if seen.cohort is not None and result.touched is None:
                seen = look(made)
                _note(seen, result)
        seen = look(made)
        _note(seen, result)
    result.in_vain = len(vain)
    return seen


def _note(seen: Seen, result: Measured) -> None:
    """Note how far the plan is."""
    if seen.cohort is None:
        return
    if result.first_readable is None:
        result.first_readable = result.touched_in_all
    if result.touched is None and match(seen.cohort).matched >= result.best - _NEAR:
        result.touched, result.lines = result.touched_in_all, len(result._alike)


def _asked(
    made: Tables, mentions: Sequence[Mention], open_slips: Sequence[Slip], vain: set[Mention]
) -> list[Slip]:
    """Return the slips that are named, each once, in the order in which they are."""
    asked: dict[Slip, None] = {}
    for mention in mentions:
        named = [slip for slip in open_slips if _names(made, mention, slip)]
        asked.update(dict.fromkeys(named))
        if not named and not any(_names(made, mention, slip) for slip in made.slips):
            vain.add(mention)
    return list(asked)


def _names(made: Tables, mention: Mention, slip: Slip) -> bool:
    """Whether what is said leads whoever reads it to the cell, or row, of a slip."""
    if mention.mentor is not None and mention.mentor != slip.mentor:
        return False
    table = made.table(slip.mentor)
    if mention.sheet is not None and mention.sheet != table.sheets[slip.sheet].name:
        return False
    column = None if slip.key is None else table.titles.get(slip.key)
    if mention.column is not None and slip.key is not None:
        if compared(mention.column) != compared(column or ""):
            return False
    elif mention.column is None and slip.key is not None:
        return False  # a row or a table is named, and nothing in it
    if mention.row is not None:
        return mention.row == slip.row
    if mention.ident is not None:
        return compared(mention.ident) == compared(slip.ident)
    if mention.value is not None:
        return compared(mention.value) == compared(str(slip.written))
    return False


def _headings(made: Tables, seen: Seen, result: Measured) -> bool:
    """Put right by hand what is said of headings, of ids and of positions; return whether there was something."""
    done = False
    for mentor in (False, True):
        table = made.table(mentor)
        said = {mention.code for mention in seen.mentions if mention.mentor in {mentor, None}}
        named = {compared(m.column or "") for m in seen.mentions if m.mentor == mentor and m.code in _OF_HEADINGS}
        for number, sheet in enumerate(table.sheets):
            head = sheet.rows[table.heads[number]]
            for column, cell in enumerate(head):
                if cell in table.reworded and compared(str(cell)) in named:
                    head[column] = _right(table, str(cell))
                    result.touch()
                    done = True
        if "no-headings" in said and table.heads[0] > 0:
            _count(result, _only_rows(table))
            done = True
        for key in ("id", "position"):
            if "missing-column" in said and not any(key in keys for keys in table.keys):
                _count(result, _new_column(made, table, mentor, key))
                done = True
    return done


def _count(result: Measured, cells: int) -> None:
    for _ in range(cells):
        result.touch()


_OF_HEADINGS: Final = frozenset({"unknown-heading", "heading-of-mentees", "heading-of-mentors"})


def _right(table: Table, heading: str) -> str:
    key = table.reworded[heading]
    return _TEMPLATE.get(key or "", f"# {heading}")


def _only_rows(table: Table) -> int:
    """Delete what stands above the headings and below the people; return how many rows that were."""
    touched = 0
    for number, sheet in enumerate(table.sheets):
        for row in range(len(sheet.rows)):
            if row != table.heads[number] and (number, row) not in table.rows and any(sheet.rows[row]):
                sheet.rows[row] = []
                touched += 1
        sheet.merged.clear()
    return touched


def _new_column(made: Tables, table: Table, mentor: bool, key: str) -> int:
    """Fill in a column that is not there; return how many cells that were."""
    touched = 0
    for number, sheet in enumerate(table.sheets):
        width = max(len(row) for row in sheet.rows)
        for row, cells in enumerate(sheet.rows):
            ident = table.rows.get((number, row))
            if row == table.heads[number] or ident is not None:
                cells += [None] * (width - len(cells))
                cells.append(_TEMPLATE[key] if ident is None else _of(made, mentor, ident, key))
                touched += 1
        table.keys[number][key] = width
    table.titles[key] = _TEMPLATE[key]
    return touched


def _of(made: Tables, mentor: bool, ident: str, key: str) -> str:
    from helpers.school.slips import plain

    return str(plain(key, _people(made, mentor)[ident]))


def _people(made: Tables, mentor: bool) -> Mapping[str, Meant]:
    people = made.school.mentors if mentor else made.school.mentees
    return {each.ident: each for each in people}


_TEMPLATE: Final = {"id": "Код", "position": "Позиция"}


def _lost(
    made: Tables, seen: Seen, open_slips: Sequence[Slip], truth: Cohort
) -> tuple[list[Loss], list[Loss]]:
    """Compare everybody read with everybody meant, field by field; what was named and mended is equal by now."""
    assert seen.cohort is not None
    silent: list[Loss] = []
    misread: list[Loss] = []
    kinds = {(slip.mentor, slip.ident, slip.key): slip.kind for slip in open_slips}
    possible = _possible(truth)
    read: set[tuple[bool, str]] = set()
    for mentor, roles in ((False, seen.cohort.mentees), (True, seen.cohort.mentors)):
        for role in roles:
            ident = seen.meant.get((mentor, role.id), "")
            if not ident:
                silent.append(_surplus(open_slips, mentor, role))
                continue
            read.add((mentor, ident))
            true = _people(made, mentor)[ident].role
            for key, value in _differing(made.table(mentor), true, role):
                pairs = len(possible - _possible(_with(truth, true, key, value)))
                kind = kinds.get((mentor, ident, key), "no slip")
                loss = Loss(kind=kind, key=key, ident=ident, pairs=pairs)
                if kind == "no slip":
                    misread.append(loss)
                elif pairs or (value is not None and value != frozenset() and key not in _BY_EFFECT):
                    silent.append(loss)
    for mentor in (False, True):
        for ident in _people(made, mentor):
            if (mentor, ident) not in read:
                silent.append(Loss(kind="not read at all", key="everything", ident=ident, pairs=0))
    return silent, misread


def _surplus(open_slips: Sequence[Slip], mentor: bool, role: Any) -> Loss:
    kinds = [slip.kind for slip in open_slips if slip.key is None and slip.mentor == mentor]
    return Loss(kind=kinds[0] if kinds else "no slip", key="everything", ident=role.id, pairs=0)


def _differing(table: Table, true: Any, role: Any) -> Iterator[tuple[str, Any]]:
    """Yield the columns in which two values of one role differ, with what was read."""
    for key, path in _FACTS.items():
        if not any(key in keys for keys in table.keys) and key not in table.defaults:
            continue
        value, meant = _fact(role, path), _fact(true, path)
        if key in table.loose and None not in {value, meant} and abs(value - meant) <= 1:
            continue
        if _alike(value) != _alike(meant):
            yield key, value


def _fact(role: Any, path: str) -> Any:
    holder = role.person if path.startswith("person.") else role
    return getattr(holder, path.removeprefix("person."), None)


def _alike(value: Any) -> Any:
    """Return what is compared of a fact: words as words, and nothing listed as unknown."""
    if isinstance(value, str):
        return compared(value)
    if isinstance(value, frozenset | set):
        return frozenset(map(compared, value)) or None
    if isinstance(value, Mapping):
        return {compared(key): mark for key, mark in value.items()} or None
    return value


def _with(truth: Cohort, true: Mentee | Mentor, key: str, value: Any) -> Cohort:
    """Return the true cohort with one fact of one person as it was read."""
    path = _FACTS[key]
    name = path.removeprefix("person.")
    if path == "person.position":
        return truth  # somebody of another position is another kind of person; told by the fact alone
    if path.startswith("person."):
        changed: Any = attrs.evolve(true, person=attrs.evolve(true.person, **{name: value}))
    else:
        changed = attrs.evolve(true, **{name: value})
    mentees = [changed if role is true else role for role in truth.mentees]
    mentors = [changed if role is true else role for role in truth.mentors]
    return Cohort(mentees=mentees, mentors=mentors)


def _possible(cohort: Cohort) -> set[tuple[str, str]]:
    """Return the pairs that may be formed, whoever else there is."""
    found = candidates(cohort.mentee_facts, cohort.mentor_facts, TARGET_MODEL)
    rows, columns = np.indices((len(cohort.mentees), len(cohort.mentors)), dtype=np.intp)
    scores, _ = found.ways_of(rows.ravel(), columns.ravel())
    places = np.flatnonzero(scores >= 0)
    width = len(cohort.mentors)
    return {(cohort.mentees[n // width].id, cohort.mentors[n % width].id) for n in places.tolist()}
