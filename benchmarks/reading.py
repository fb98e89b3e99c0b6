"""Measures how long it takes to read workbooks, in ratios to openpyxl in the same run.

openpyxl read them up to version 0.1.0. Its time is that of going through the rows and making each cell a text; ours
is told for the same, and for the whole way to people. Prints a Markdown table; what it writes goes into a folder
that is removed. Run with ``make bench-reading``, or ``python benchmarks/reading.py`` with ``--quick`` for few rows.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from attrs import evolve
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from nastavnik import Cohort, Mentee
from nastavnik.exchange.tables import read_mentees, write_people
from nastavnik.exchange.tables.columns.known_headings import headings_of
from nastavnik.exchange.tables.files.options import Reading
from nastavnik.exchange.tables.files.table_files import read_tables
from nastavnik.programme.round.town import invented_town

RUNS = 3


_NONE: frozenset[str] = frozenset()


def many(count: int) -> Cohort:
    """Return so many mentees, alike by dozens and each with an id and a name, and one mentor."""
    town = invented_town()
    pattern: Sequence[Mentee] = town.mentees
    first, second = town.mentors[:2]
    mentees = []
    for number in range(count):
        like = pattern[number % len(pattern)]
        person = evolve(
            like.person,
            id=f"p{number:05d}",
            name=f"Выдуманный Имярек {number}",
            place=f"район {number % 9}",
        )
        mentees.append(
            evolve(
                like,
                person=person,
                choices=_NONE,
                refusals={first.id},
                bans={second.id},
                priority=1 + number % 9,
            )
        )
    mentors = [evolve(mentor, choices=_NONE, refusals=_NONE) for mentor in (first, second)]
    return Cohort(mentees=mentees, mentors=mentors)


def blank(path: Path, rows: int) -> Path:
    """Write a workbook of one mentee, and so many rows below that are blank and styled."""
    book: Any = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (["Код", "Позиция", "Класс"], ["p1", "ученик", 7]):
        sheet.append(row)
    cell = WriteOnlyCell(sheet)
    cell.font = Font(bold=True)
    for _ in range(rows):
        sheet.append([cell] * 12)
    book.save(path)
    return path


def by_openpyxl(path: Path) -> None:
    """Go through all rows and make each cell a text."""
    book: Any = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=1_048_576):
        [("" if cell.value is None else str(cell.value), cell.data_type) for cell in row]
    book.close()


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Return the shortest CPU time and the shortest wall time."""
    cpu, wall = [], []
    for _ in range(RUNS):
        start = time.process_time(), time.perf_counter()
        work()
        cpu.append(time.process_time() - start[0])
        wall.append(time.perf_counter() - start[1])
    return min(cpu), min(wall)


def tell(what: str, path: Path) -> None:
    """Print a row for openpyxl, for our rows and for our people."""

    def rows() -> object:
        return read_tables(path, path.name, headings_of(Mentee), Reading())

    theirs = measured(lambda: by_openpyxl(path))
    ours = measured(rows)
    whole = measured(lambda: read_mentees(path))
    cells = [
        f"{cpu:.2f} s CPU, {wall:.2f} s, **{theirs[0] / cpu:.1f}×**" for cpu, wall in (ours, whole)
    ]
    print(
        f"| {what} | {theirs[0]:.2f} s CPU, {theirs[1]:.2f} s | {' | '.join(cells)} |", flush=True
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a hundred times fewer rows")
    size = 100 if parser.parse_args().quick else 1
    print("| workbook | openpyxl, rows | nastavnik, rows | nastavnik, people |")
    print("|---|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        people = write_people(many(20_000 // size), folder, language="ru", format="xlsx")[0]
        book = openpyxl.load_workbook(people, read_only=True)
        width = len(next(iter(book.worksheets[0].iter_rows(max_row=1))))
        book.close()
        tell(f"{20_000 // size} mentees, {width} columns", people)
        rows = 120_000 // size
        tell(f"{rows} blank styled rows, 12 columns", blank(Path(folder) / "blank.xlsx", rows))


if __name__ == "__main__":
    main()
