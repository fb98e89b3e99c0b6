"""The folder of a plan: ``plan.json``, ``cohort.json`` and ``plan.xlsx``, written together."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from nastavnik.basics.texts import Language
from nastavnik.exchange.folder import check_free, write_files
from nastavnik.exchange.json import cohort_to_json, plan_to_json
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.report.workbook import plan_to_xlsx

__all__ = ["COHORT_FILE", "PLAN_FILE", "WORKBOOK_FILE", "check_no_plan", "write_folder"]

PLAN_FILE = "plan.json"
COHORT_FILE = "cohort.json"
WORKBOOK_FILE = "plan.xlsx"
_FILES: Final = (PLAN_FILE, COHORT_FILE, WORKBOOK_FILE)


def write_folder(  # noqa: PLR0913 - one door for all that a folder holds
    folder: str | Path,
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    *,
    language: Language = "en",
    overwrite: bool = False,
    names: Mapping[str, str] | None = None,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    on: date | None = None,
) -> tuple[Path, ...]:
    """Write ``plan.json``, ``plan.xlsx`` and ``cohort.json``; return their paths.

    ``plan.xlsx`` is for the coordinator and holds display names; the JSON files hold none.
    A failure leaves nothing half-written, and an earlier plan as it was.

    Args:
        folder: made if it is missing.
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        language: of ``plan.xlsx``.
        overwrite: replace an earlier plan in the folder.
        names: display names by id for ``plan.xlsx``, of people whose cohort holds none; in no JSON file.
        notes: columns carried from the tables into ``plan.xlsx``: id of a person to heading to text; in no JSON file.
        on: the date that stands in the title of ``plan.xlsx`` where the plan does not say for which day it is.

    Raises:
        InvalidInputError: when the folder holds an earlier plan and ``overwrite`` is False, is a
            file, or cannot be written to.
    """
    if not overwrite:
        check_no_plan(folder)
    contents = {
        PLAN_FILE: plan_to_json(plan).encode(),
        COHORT_FILE: cohort_to_json(cohort).encode(),
        WORKBOOK_FILE: plan_to_xlsx(
            plan, cohort, methodology, language, names=names, notes=notes, on=on
        ),
    }
    return write_files(Path(folder), contents, overwrite=overwrite, code="plan-there")


def check_no_plan(folder: str | Path) -> None:
    """Check that a plan can be written into the folder without overwriting anything.

    Raises:
        InvalidInputError: naming what stands in the way.
    """
    check_free(Path(folder), _FILES, code="plan-there")
