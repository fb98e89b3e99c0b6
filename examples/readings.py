"""What each reading of the target model does: to the invented town, and to real pupils where their tables are.

    python examples/readings.py [FOLDER]

Each line counts the mentees with a mentor, those whom no mentor suits, and the pupil–pupil pairs of each role model.
"""

import sys
from collections import Counter
from pathlib import Path

from real_pupils import SUBJECTS, read_roles, read_rows

from nastavnik import TARGET_MODEL, Cohort, Mentee, Mentor, match
from nastavnik.programme.evidence.reasons import NoAdmissibleMentor
from nastavnik.programme.round import invented_town


def real_round(folder: Path, table: str) -> Cohort:
    """Return the round that the real pupils of one table make."""
    roles = list(read_roles(read_rows(folder / table), SUBJECTS[table]))
    return Cohort(
        mentees=[role for role in roles if isinstance(role, Mentee)],
        mentors=[role for role in roles if isinstance(role, Mentor)],
    )


def show(name: str, cohort: Cohort) -> None:
    """Print a line for each reading."""
    print(f"{name}: {len(cohort.mentees)} mentees, {cohort.places} places")
    for reading in TARGET_MODEL.readings:
        plan = match(cohort, TARGET_MODEL.read_as(reading.id))
        nobody = sum(isinstance(left.reason, NoAdmissibleMentor) for left in plan.unmatched)
        pairs = Counter(pair.role_model for pair in plan.pairs if pair.form == "pupil-pupil")
        models = ", ".join(f"{model} {count}" for model, count in sorted(pairs.items()))
        print(f"  {reading.id:<9} matched {plan.matched}, nobody suits {nobody}; {models}")


def main() -> None:
    """Run on the invented town, and on the tables of the folder that is named."""
    show("invented town", invented_town())
    for folder in map(Path, sys.argv[1:]):
        for table in SUBJECTS:
            show(table, real_round(folder, table))


if __name__ == "__main__":
    main()
