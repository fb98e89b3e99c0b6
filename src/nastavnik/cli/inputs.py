"""Finds the people and the plan that a command line names."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import CertificateError, Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.columns import OwnTables
from nastavnik.cli.given_rules import GivenRules
from nastavnik.cli.misuse import Misused
from nastavnik.cli.output import tell
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import cohort_from_json, read_json
from nastavnik.exchange.tables import ColumnMap, read_cohort, read_demands
from nastavnik.matching.match import with_people
from nastavnik.methodology import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.report.folder import MANIFEST_FILE, read_folder

__all__ = [
    "Demands",
    "NotHoldingError",
    "load_explaining",
    "load_folder",
    "load_people",
    "load_round",
    "lone_replace",
]

_OF_HEADINGS: Final = frozenset({"unknown-heading", "missing-column", "no-headings"})
"""Codes of faults that a table with headings of its own has, and a map of them mends."""

_SEVERAL: Final = 2
"""Such faults from which a map is worth a hint; one is a slip of the pen."""

Demands = tuple[tuple[Lock, ...], tuple[Ban, ...]]
"""Locks and bans."""


class NotHoldingError(Exception):
    """A plan does not hold, or not for these people and rules; the message is in the reader's language."""


def load_people(
    mentees: Path,
    mentors: Path,
    methodology: Methodology,
    language: Language,
    own: OwnTables | None = None,
) -> Cohort:
    """Read two tables, or one cohort in JSON that is given twice; ``own`` says how, and notes what is met."""
    endings = {mentees.suffix.casefold(), mentors.suffix.casefold()}
    own = own or OwnTables()
    if ".json" not in endings:
        try:
            return read_cohort(
                mentees,
                mentors,
                methodology=methodology,
                columns=own.columns,
                notes=own.notes,
                carried=own.carried,
                sheet=own.sheets,
                hidden=own.hidden,
                progress=own.progress,
            )
        except InvalidInputError as error:
            if sum(fault.code in _OF_HEADINGS for fault in error.faults) >= _SEVERAL:
                own.notes.append(Fault("note-own-headings"))
            raise
    if own.columns != ColumnMap():
        raise Misused(TEXTS["columns-of-json"][language], language)
    if mentees != mentors:
        raise Misused(TEXTS["mixed-json"][language], language)
    return read_json(mentees, partial(cohort_from_json, methodology=methodology))


def load_round(
    mentees: Path,
    mentors: Path,
    demands: Path | None,
    methodology: Methodology,
    language: Language,
    own: OwnTables | None = None,
) -> tuple[Cohort, Demands]:
    """Read the people and, if a table of them is given, the locks and bans; all faults at once."""
    faults: list[Fault] = []
    cohort = None
    try:
        cohort = load_people(mentees, mentors, methodology, language, own)
    except InvalidInputError as error:
        faults += error.faults
    found: Demands = (), ()
    if demands is not None:
        try:
            own = own or OwnTables()
            found = read_demands(
                demands,
                cohort=cohort,
                methodology=methodology,
                hidden=own.hidden,
                notes=own.notes,
                progress=own.progress,
            )
        except InvalidInputError as error:
            faults += error.faults
    if cohort is None or faults:
        raise InvalidInputError(faults)
    return cohort, found


def load_folder(folder: Path, manner: Manner) -> tuple[MatchingPlan, Cohort]:
    """Read the plan and the people of a written folder, and tell when nothing says that its files belong together."""
    read = read_folder(folder)
    if not read.recorded and not manner.quiet:
        tell(TEXTS["no-manifest"][manner.language].format(folder / MANIFEST_FILE))
    return read.plan, read.cohort


def load_explaining(
    folder: Path, given: GivenRules, manner: Manner
) -> tuple[MatchingPlan, Cohort, Methodology]:
    """Read a plan that can answer, its people and its rules; say so and stop when it was made by others."""
    plan, cohort = load_folder(folder, manner)
    methodology = given.of_plan(plan)
    try:
        return with_people(plan, cohort, methodology), cohort, methodology
    except CertificateError:
        raise NotHoldingError(TEXTS["other-rules"][manner.language]) from None


def lone_replace(out: Path | None, *, replace: bool) -> Iterator[Fault]:
    """Yield that ``--replace`` was given where nothing is written, if it was."""
    if replace and out is None:
        yield Fault("nothing-without", field="--replace", other="--out")
