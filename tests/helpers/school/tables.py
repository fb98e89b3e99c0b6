"""The two tables of a school as files, with a journal of every slip in them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from attrs import define, field, frozen

from helpers.grids import Sheet, csv_of, xlsx_of
from helpers.school.people import Meant, School

__all__ = ["HEADINGS", "Slip", "Table", "Tables"]

HEADINGS: Final[Mapping[str, str]] = {
    "id": "Код", "name": "ФИО", "position": "Позиция", "organisation": "Организация", "place": "Место встреч",
    "online": "Онлайн", "languages": "Языки", "slots": "Свободное время", "interests": "Интересы",
    "qualities": "Качества", "data_consent": "Согласие на обработку данных", "grade": "Класс", "age": "Возраст",
    "marks": "Оценки", "experience": "Стаж", "taught": "Преподаёт", "agreed": "Согласие участвовать",
    "guardian_agreed": "Согласие родителей", "subjects": "Предметы", "tasks": "Задачи", "choices": "Выбрал(а)",
    "refusals": "Отказы", "category": "Категория", "priority": "Приоритет", "bans": "Запреты", "capacity": "Мест",
    "minimum": "Минимум наставляемых", "trained": "Обучение пройдено", "cleared": "Справка",
}  # fmt: skip
"""The headings of the template, by key."""


@frozen(kw_only=True)
class Slip:
    """One slip.

    Args:
        kind: what happened.
        ident: id of whom it concerns, as is meant.
        key: of the column, or None for the whole row.
        mentor: it stands in the table of mentors.
        sheet: number of the sheet.
        row: number of the row, from 0.
        column: number of the column; of a whole row -1.
        written: what stands there.
        meant: what should; a row that should not be there has None.
    """

    kind: str
    ident: str
    key: str | None
    mentor: bool
    sheet: int
    row: int
    column: int
    written: Any
    meant: Any


@define(kw_only=True)
class Table:
    """One file.

    Args:
        name: of the file.
        sheets: of the workbook, or the only one of a table in CSV.
        heads: number of the row of headings in each sheet, from 0.
        rows: ids as are meant, by sheet and row.
        keys: column of each key, by sheet.
        titles: heading of each key.
        reworded: headings that are none of the template's, with the key meant, or None for those not needed.
        defaults: what counts for everybody and has no column.
    """

    name: str
    sheets: list[Sheet]
    heads: list[int]
    rows: dict[tuple[int, int], str] = field(factory=dict)
    keys: list[dict[str, int]] = field(factory=list)
    titles: dict[str, str]
    reworded: dict[str, str | None] = field(factory=dict)
    defaults: dict[str, str] = field(factory=dict)

    def content(self) -> bytes:
        """The bytes of the file."""
        if self.name.endswith(".csv"):
            return csv_of(self.sheets[0].rows, encoding="utf-8", separator=",")
        return xlsx_of(self.sheets)

    def put(self, slip: Slip) -> None:
        """Write what was meant, as a hand does; a row that should not be there is deleted and leaves an empty one."""
        row = self.sheets[slip.sheet].rows[slip.row]
        if slip.key is None:
            row[:] = [None] * len(row)
            self.sheets[slip.sheet].hidden.discard(slip.row)
        else:
            row[slip.column] = slip.meant


@define(kw_only=True)
class Tables:
    """The two tables of a school, and what was done to them.

    Args:
        style: one of ``styles.STYLES``.
        seed: of everything.
        school: who is meant.
        mentees: table of the mentees.
        mentors: table of the mentors.
        slips: the journal.
    """

    style: str
    seed: int
    school: School
    mentees: Table
    mentors: Table
    slips: list[Slip] = field(factory=list)

    def table(self, mentor: bool) -> Table:
        """Return one of the two tables."""
        return self.mentors if mentor else self.mentees

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write both files and return where they are."""
        paths = folder / self.mentees.name, folder / self.mentors.name
        for path, table in zip(paths, (self.mentees, self.mentors), strict=True):
            path.write_bytes(table.content())
        return paths

    def people(self, mentor: bool) -> Mapping[str, Meant]:
        """Return everyone meant in one of the two, by id."""
        people = self.school.mentors if mentor else self.school.mentees
        return {each.ident: each for each in people}
