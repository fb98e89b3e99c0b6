"""What the library says of two tables to whoever sits in front of them: people, or faults and warnings with places.

The only module of the measure that knows how the library is called.
"""

import json
import re
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import define, evolve, field, frozen

from helpers.school.tables import HEADINGS, Table, Tables
from nastavnik import TARGET_MODEL, Cohort, Fault, InvalidInputError
from nastavnik.basics.places import Place
from nastavnik.basics.words import compared
from nastavnik.exchange import tables
from nastavnik.exchange.tables import read_cohort
from nastavnik.exchange.tables.maps.first_map import first_map
from nastavnik.matching.reasons.concerns import concerns_of
from nastavnik.people.records import Mentor
from nastavnik.programme.round.concerns import Concern

__all__ = ["Mention", "Said", "Seen", "first_guess", "look"]

MAPPED: Final = hasattr(tables, "read_column_map")
"""Headings may be mapped, ids made, and a value said once for a whole table."""


@define(kw_only=True)
class Said:
    """What a coordinator says of the tables once, beside them.

    Args:
        columns: our heading by that of the school, or «не нужен», by table.
        everywhere: value by our heading, by table.
        ids: ids are to be made.
        on: day on which ages are told from birth dates.
    """

    columns: dict[bool, dict[str, str]] = field(factory=lambda: {False: {}, True: {}})
    everywhere: dict[bool, dict[str, str]] = field(factory=lambda: {False: {}, True: {}})
    ids: bool = False
    on: date | None = None


@frozen(kw_only=True)
class Mention:
    """One thing that is said, with where it stands.

    Args:
        code: what is said.
        mentor: it is said of the table of mentors; of either where None.
        sheet: name of the sheet, if it is said.
        row: from 0, or None for the whole table.
        column: heading of the column, or None.
        ident: id of whom it is said, or None.
        value: what is said to stand there, or None.
        fault: nothing is read before it is mended.
    """

    code: str
    mentor: bool | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    ident: str | None = None
    value: str | None = None
    fault: bool = True


@frozen(kw_only=True)
class Seen:
    """What came of reading two tables.

    Args:
        cohort: everyone, or None where a fault keeps them from being read.
        mentions: all that was said, in the order in which it was.
        meant: id as is meant of everybody read, by table and id.
    """

    cohort: Cohort | None
    mentions: tuple[Mention, ...]
    meant: Mapping[tuple[bool, str], str] = field(factory=dict)


def look(made: Tables, said: "Said | None" = None) -> Seen:
    """Read the tables as they stand now, with what was said of them besides, and return all that is said."""
    with tempfile.TemporaryDirectory() as name:
        mentees, mentors = made.write(Path(name))
        try:
            cohort = _read(mentees, mentors, said or Said())
        except InvalidInputError as error:
            return Seen(cohort=None, mentions=tuple(_of_faults(error.faults, made)))
    meant = _meant(cohort, made)
    return Seen(cohort=cohort, mentions=tuple(_of_concerns(cohort, made, meant)), meant=meant)


def first_guess(made: Tables) -> Said:
    """Return the map of headings that the library proposes."""
    with tempfile.TemporaryDirectory() as name:
        read = tomllib.loads(first_map(made.write(Path(name)), language="ru"))
    said = Said(ids=bool(read.get("ids", {}).get("make")))
    for mentor, side in ((False, "mentees"), (True, "mentors")):
        for section, values in (("columns", said.columns), ("all", said.everywhere)):
            values[mentor] = {**read.get(section, {}), **read.get(side, {}).get(section, {})}
    return said


def _read(mentees: Path, mentors: Path, said: Said) -> Cohort:
    if not MAPPED:
        return read_cohort(mentees, mentors)
    parts: list[str] = []
    for mentor, side in ((False, "mentees"), (True, "mentors")):
        for section, values in (("columns", said.columns), ("all", said.everywhere)):
            lines = [f"{_quoted(key)} = {_quoted(value)}" for key, value in values[mentor].items()]
            parts += [f"[{side}.{section}]", *lines] if lines else []
    if said.on is not None:
        parts.insert(0, f"on = {said.on}")
    if said.ids:
        parts += ["[ids]", "make = true"]
    path = mentees.parent / "headings.toml"
    path.write_text("\n".join(parts), encoding="utf-8")
    library: Any = tables
    cohort: Cohort = library.read_cohort(mentees, mentors, columns=library.read_column_map(path))
    return cohort


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _of_concerns(
    cohort: Cohort, made: Tables, meant: Mapping[tuple[bool, str], str]
) -> Iterator[Mention]:
    """Yield a mention for every person, or value, that a warning names; those first for whom it is all."""
    for each in concerns_of(cohort, TARGET_MODEL):
        for blank in each.blanks:
            of_mentors = blank.side == Mentor.role
            for ident in blank.people:
                yield Mention(
                    code=each.code,
                    mentor=of_mentors,
                    column=_titled(blank.field, made),
                    ident=meant.get((of_mentors, ident), ident),
                    fault=False,
                )
        sides = (False, True) if each.side is None else (each.side == Mentor.role,)
        column = _titled(each.field, made)
        for mentor in sides:
            people = dict.fromkeys((*each.alone, *each.people)) if column else ()
            for ident in people:
                known = meant.get((mentor, ident), ident)
                yield Mention(
                    code=each.code, mentor=mentor, column=column, ident=known, fault=False
                )
            others = (
                each.values[1:] if each.code == "nearly-alike" else each.values
            )  # the commonest stays
            for one in others if column else ():
                yield Mention(
                    code=each.code, mentor=mentor, column=column, value=one.value, fault=False
                )
        yield from _of_groups(each, meant)
        if each.code == "column-empty":
            yield Mention(code=each.code, mentor=sides[0], column=column, fault=False)


def _of_groups(concern: Concern, meant: Mapping[tuple[bool, str], str]) -> Iterator[Mention]:
    """Yield a mention of each row of one person, under the id that is read and under the one that is meant."""
    for ident in (ident for group in concern.groups for ident in group):
        for mentor in (False, True):
            for known in {ident: None, meant.get((mentor, ident), ""): None}:
                if known:
                    yield Mention(code=concern.code, mentor=mentor, ident=known, fault=False)


def _of_faults(faults: Iterable[Fault], made: Tables, *, fault: bool = True) -> Iterator[Mention]:
    for each in faults:
        place: Any = each.place or Place(file="")
        role, ident = each.subject or (None, None)
        value = each.details.get("value", each.details.get("column"))
        first = Mention(
            code=each.code,
            mentor=_which(place.file, role, made),
            sheet=place.sheet,
            row=None if place.row is None else place.row - 1,
            column=place.column or _titled(each.field, made),
            ident=ident,
            value=value if isinstance(value, str) else None,
            fault=fault,
        )
        yield first
        if each.code in _OF_ROWS:  # the rows stand in the sentence
            said = re.findall(r"\d+", f"{each.text('ru').partition(': ')[2]}")
            yield from (evolve(first, row=int(number) - 1, column=None) for number in said)


_OF_ROWS: Final = frozenset({"hidden-rows", "same-person", "duplicate-row"})
"""Codes of faults whose sentences name rows."""


def _which(file: str, role: str | None, made: Tables) -> bool | None:
    for mentor in (False, True):
        if Path(file).name == made.table(mentor).name:
            return mentor
    return None if role is None else role == Mentor.role


def _titled(key: str | None, made: Tables) -> str | None:
    """Return what a fact is called in a table of ours, by which cells of either side are found."""
    name = None if key is None else key.rpartition(".")[2]
    titles = made.mentees.titles, made.mentors.titles
    return HEADINGS[name] if name is not None and any(name in some for some in titles) else None


def _meant(cohort: Cohort, made: Tables) -> dict[tuple[bool, str], str]:
    """Say who is who: by id where the tables have ids, else by the whole name, of which each is there once."""
    found: dict[tuple[bool, str], str] = {}
    for mentor, roles in ((False, cohort.mentees), (True, cohort.mentors)):
        people = made.school.mentors if mentor else made.school.mentees
        by_id = {compared(each.ident): each.ident for each in people}
        by_name = {compared(each.name): each.ident for each in people}
        for role in roles:
            known = by_id.get(compared(role.id)) if _has_ids(made.table(mentor)) else None
            known = known or by_name.get(compared(role.person.name or ""), "")
            if known and known not in found.values():
                found[mentor, role.id] = known
            elif known:
                found.setdefault((mentor, role.id), "")  # somebody a second time
    return found


def _has_ids(table: Table) -> bool:
    return "id" in table.titles and any("id" in keys for keys in table.keys)
