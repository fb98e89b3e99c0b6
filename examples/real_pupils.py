"""Match real pupils: the UCI Student Performance tables, as they are.

    python examples/real_pupils.py FOLDER_OR_FILE…

The tables (P. Cortez and A. Silva, 2008, CC BY 4.0) describe 395 and 649 anonymous Portuguese
pupils of two schools. They were not made for mentoring, so this is how they are read; every line is
a choice that a school would make differently:

- the mark of 1 to 5 is made of the final grade G3 of 0 to 20: below 10 is 2, below 14 is 3, below 16 is 4, else 5;
- the school year is age less failures less 6, kept between 9 and 11, for the tables name no year;
- a mentor has at least mark 4, no failures, fewer than 10 absences, and takes part in activities outside class, read
  as organising; who has free time (1 to 5) of 4 or 5 takes two mentees, the others one;
- a passive mentee has failures, or a mark of 2, or 10 absences and more;
- an active mentee is another pupil who wants higher education; all ask for help in the table's one subject;
- the rest, who would neither help nor ask, are counted and left out of the round;
- consents, training and the clearance of those of age are not in the tables and are taken as
  given; nothing else is added.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, Pupil, match, verify
from nastavnik.report import reason_lines, summary

SUBJECTS = {"student-mat.csv": "mathematics", "student-por.csv": "portuguese"}
Row = Mapping[str, str]


def mark_of(row: Row) -> int:
    """Return the mark of 1 to 5 for a final grade of 0 to 20."""
    grade = int(row["G3"])
    return 2 if grade < 10 else 3 if grade < 14 else 4 if grade < 16 else 5  # noqa: PLR2004


def read_pupil(number: int, row: Row, subject: str) -> Pupil:
    """Read one row as a pupil."""
    years = int(row["age"]) - int(row["failures"])
    return Pupil(
        f"{subject[:4]}-{number:03}",
        organisation=row["school"],
        grade=max(9, min(11, years - 6)),
        age=int(row["age"]),
        marks={subject: mark_of(row)},
        qualities={"organiser"} if row["activities"] == "yes" else set(),
        data_consent=True,
    )


def read_roles(rows: list[Row], subject: str) -> Iterator[Mentor | Mentee | None]:
    """Read each row as a mentor, a mentee, or neither; consents, training, clearance as given."""
    mentor = partial(Mentor, agreed=True, guardian_agreed=True, trained=True, cleared=True)
    mentee = partial(Mentee, agreed=True, guardian_agreed=True)
    for number, row in enumerate(rows, start=1):
        pupil = read_pupil(number, row, subject)
        mark, failures, absences = mark_of(row), int(row["failures"]), int(row["absences"])
        passive = failures > 0 or mark == 2 or absences >= 10  # noqa: PLR2004
        if mark >= 4 and not passive and pupil.qualities:  # noqa: PLR2004
            places = 2 if int(row["freetime"]) >= 4 else 1  # noqa: PLR2004
            yield mentor(pupil, capacity=places, subjects={subject})
        elif passive or row["higher"] == "yes":
            category = "passive" if passive else "active"
            yield mentee(pupil, category=category, subjects={subject})
        else:
            yield None


def read_rows(path: Path) -> list[Row]:
    """Read one table as it is."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def run(path: Path) -> None:
    """Match the pupils of one table and print counts, total and reasons."""
    rows = read_rows(path)
    roles = list(read_roles(rows, SUBJECTS[path.name]))
    mentees = [role for role in roles if isinstance(role, Mentee)]
    mentors = [role for role in roles if isinstance(role, Mentor)]
    categories = Counter(mentee.category for mentee in mentees)
    print(f"\n{path.name}: {len(rows)} real pupils")
    print(f"  mentors {len(mentors)}, passive mentees {categories['passive']}, ", end="")
    print(f"active mentees {categories['active']}, neither {roles.count(None)}")

    cohort = Cohort(mentees=mentees, mentors=mentors)
    started = time.perf_counter()
    plan = match(cohort)
    took = time.perf_counter() - started
    verify(plan, cohort)
    for label, value in summary(plan, TARGET_MODEL, "en"):
        print(f"  {label}: {value}")
    print("  Reasons, and for how many mentees:")
    reasons = Counter(reason_lines(left.reason, TARGET_MODEL, "en") for left in plan.unmatched)
    for lines, count in reasons.most_common(3):
        print(
            "\n".join(
                f"    {count:>4} × {line}" if line is lines[0] else f"           {line}"
                for line in lines
            )
        )
    print(f"  matched in {took:.2f} s, proof checked without the solver", file=sys.stderr)


def main() -> None:
    """Run on every table named, or on those in the folders named."""
    if len(sys.argv) == 1:
        sys.exit("usage: real_pupils.py FOLDER_OR_FILE…")
    for name in sys.argv[1:]:
        path = Path(name)
        tables = [path / table for table in SUBJECTS] if path.is_dir() else [path]
        for table in tables:
            if not table.is_file() or table.name not in SUBJECTS:
                sys.exit(f"{table}: no such table; expected {' or '.join(SUBJECTS)}")
            run(table)


if __name__ == "__main__":
    main()
