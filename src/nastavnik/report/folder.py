"""The folder of a plan: ``plan.json``, ``cohort.json`` and ``plan.xlsx``, written together and read together."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from attrs import frozen

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.exchange.folder import (
    FilesRead,
    NotAsWrittenError,
    check_free,
    read_files,
    write_files,
)
from nastavnik.exchange.json import (
    cohort_from_json,
    cohort_to_json,
    plan_from_json,
    plan_to_json,
)
from nastavnik.exchange.json.reader import read_content
from nastavnik.methodology.model import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.report.workbook import plan_to_xlsx

__all__ = [
    "COHORT_FILE",
    "MANIFEST_FILE",
    "PLAN_FILE",
    "WORKBOOK_FILE",
    "PlanFolder",
    "check_no_plan",
    "read_folder",
    "read_workbook",
    "write_folder",
]

PLAN_FILE = "plan.json"
COHORT_FILE = "cohort.json"
WORKBOOK_FILE = "plan.xlsx"
MANIFEST_FILE = "plan.files.json"
"""Lists the other three, by which it is known whether they belong together."""

_FILES: Final = (PLAN_FILE, COHORT_FILE, WORKBOOK_FILE)
_READERS: Final[Mapping[str, Callable[..., Any]]] = MappingProxyType(
    {PLAN_FILE: plan_from_json, COHORT_FILE: cohort_from_json}
)


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

    ``plan.xlsx`` is for the coordinator and holds display names; the JSON files hold none. ``plan.files.json`` lists
    the three. All of them are for their owner alone, unless they replace files that others may read. A failure
    leaves nothing half-written, and an earlier plan as it was; a run that is killed is put right by the next one,
    and until then `read_folder` refuses what is neither the earlier plan nor the new.

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
            file, or cannot be written to, or when somebody else is writing there.
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
    return write_files(
        Path(folder),
        contents,
        overwrite=overwrite,
        code="plan-there",
        private=True,
        manifest=MANIFEST_FILE,
    )


@frozen(kw_only=True)
class PlanFolder:
    """What a folder of a plan holds for programs.

    Args:
        plan: the plan.
        cohort: the people it was made for.
        recorded: whether a manifest says that the files were written together; an earlier version wrote none.
    """

    plan: MatchingPlan
    cohort: Cohort
    recorded: bool


def read_folder(folder: str | Path) -> PlanFolder:
    """Read the plan and the people of a folder, and check that they belong together and are as they were written.

    Args:
        folder: that `write_folder` has written.

    Raises:
        InvalidInputError: when a file is missing or cannot be read, with all faults of both.
        NotAsWrittenError: when both can be read, and do not belong together or were changed.

    >>> import tempfile
    >>> from nastavnik import TARGET_MODEL, Mentor, Pupil, match
    >>> cohort = Cohort(mentees=[], mentors=[Mentor(Pupil("a"))])
    >>> folder = tempfile.mkdtemp()
    >>> _ = write_folder(folder, match(cohort), cohort, TARGET_MODEL)
    >>> read_folder(folder).cohort == cohort
    True
    """
    folder = Path(folder)
    files = read_files(folder, (PLAN_FILE, COHORT_FILE), manifest=MANIFEST_FILE)
    wrong = list(files.unread)
    read: dict[str, Any] = {}
    for name, content in files.contents.items():
        try:
            read[name] = read_content(content, _READERS[name], file=str(folder / name))
        except InvalidInputError as error:
            wrong += error.faults
    if wrong:
        raise InvalidInputError([*wrong, *files.changed])
    apart = list(files.changed)
    plan, cohort = read.get(PLAN_FILE), read.get(COHORT_FILE)
    if plan and cohort and plan.cohort_digest != digest_of_cohort(cohort):
        apart.append(Fault("other-people"))
    if apart:
        raise NotAsWrittenError(apart)
    assert plan is not None
    assert cohort is not None
    return PlanFolder(plan=plan, cohort=cohort, recorded=files.recorded)


def read_workbook(folder: str | Path) -> FilesRead:
    """Read ``plan.xlsx`` of a folder, and find out whether it is the one that was written with the plan.

    Args:
        folder: that `write_folder` has written.

    Raises:
        NotAsWrittenError: when a run that was writing there was cut short.
    """
    return read_files(Path(folder), (WORKBOOK_FILE,), manifest=MANIFEST_FILE)


def check_no_plan(folder: str | Path) -> None:
    """Check that a plan can be written into the folder without overwriting anything.

    Raises:
        InvalidInputError: naming what stands in the way.
    """
    check_free(Path(folder), _FILES, code="plan-there")
