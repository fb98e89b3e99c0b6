"""Writes the files of a plan into a folder: all of them, or none."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from nastavnik.cohort import Cohort
from nastavnik.errors import Fault, InvalidInputError, Place
from nastavnik.interchange import cohort_to_json, plan_to_json
from nastavnik.methodology.model import Methodology
from nastavnik.plan import MatchingPlan
from nastavnik.report.workbook import plan_to_xlsx
from nastavnik.texts import Language

__all__ = ["COHORT_FILE", "PLAN_FILE", "WORKBOOK_FILE", "check_free", "write_folder"]

PLAN_FILE = "plan.json"
COHORT_FILE = "cohort.json"
WORKBOOK_FILE = "plan.xlsx"


def write_folder(
    folder: str | Path,
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    *,
    language: Language = "en",
    replace: bool = False,
) -> tuple[Path, ...]:
    """Write ``plan.json``, ``plan.xlsx`` and ``cohort.json``; return their paths.

    ``plan.xlsx`` is for the coordinator and holds display names; the JSON files hold none.
    Everything is written beside the folder first and moved into it at the end, so that a failure
    leaves nothing half-written.

    Args:
        folder: made if it is missing.
        plan: the plan.
        cohort: the people it was made for.
        methodology: the rules it was made under.
        language: of ``plan.xlsx``.
        replace: overwrite an earlier plan in the folder.

    Raises:
        InvalidInputError: when the folder holds an earlier plan and ``replace`` is False, or is a
        file.
    """
    folder = Path(folder)
    if not replace:
        check_free(folder)
    return _write_all(
        folder,
        {
            PLAN_FILE: plan_to_json(plan).encode(),
            COHORT_FILE: cohort_to_json(cohort).encode(),
            WORKBOOK_FILE: plan_to_xlsx(plan, cohort, methodology, language),
        },
    )


def check_free(folder: str | Path) -> None:
    """Check that a plan can be written into the folder without overwriting anything.

    Raises:
        InvalidInputError: naming what stands in the way.
    """
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise InvalidInputError([Fault("not-a-folder", place=Place(file=str(folder)))])
    taken = [folder / name for name in (PLAN_FILE, COHORT_FILE, WORKBOOK_FILE)]
    faults = [Fault("plan-there", place=Place(file=str(path))) for path in taken if path.exists()]
    if faults:
        raise InvalidInputError(faults)


def _write_all(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name, content in files.items():
                (beside / name).write_bytes(content)
            if folder.exists():
                _swap(beside, folder, tuple(files))
            else:
                beside.chmod(0o755)
                beside.replace(folder)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        place = Place(file=str(error.filename or folder))
        raise InvalidInputError(
            [Fault("unwritable", place=place, value=error.strerror or type(error).__name__)]
        ) from None
    return tuple(folder / name for name in files)


def _swap(beside: Path, folder: Path, names: Sequence[str]) -> None:
    """Move the new files in; when one cannot be moved, put the earlier ones back."""
    kept = Path(tempfile.mkdtemp(prefix="earlier-", dir=beside))
    moved: list[str] = []
    try:
        for name in names:
            if (folder / name).exists():
                (folder / name).replace(kept / name)
            moved.append(name)
            (beside / name).replace(folder / name)
    except OSError:
        for name in moved:
            (folder / name).unlink(missing_ok=True)
            if (kept / name).exists():
                (kept / name).replace(folder / name)
        raise
