"""Finds the people and the plan that a command line names."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final

from nastavnik.basics.errors import CertificateError, Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.columns import OwnTables
from nastavnik.cli.given_rules import GivenRules
from nastavnik.cli.misuse import Misused
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json
from nastavnik.exchange.tables import ColumnMap, read_cohort, read_demands
from nastavnik.matching.match import with_people
from nastavnik.methodology import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demands import Ban, Lock
from nastavnik.programme.round.digests import digest_of_cohort
from nastavnik.report.folder import COHORT_FILE, PLAN_FILE

__all__ = [
    "Demands",
    "NotHoldingError",
    "load_explaining",
    "load_folder",
    "load_people",
    "load_plan",
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


def load_plan(folder: Path) -> MatchingPlan:
    """Read the plan of a written folder."""
    return read_json(folder / PLAN_FILE, plan_from_json)


def load_folder(folder: Path) -> tuple[MatchingPlan, Cohort]:
    """Read the plan and the people of a written folder, with the faults of both files at once."""
    faults: list[Fault] = []
    plan, cohort = None, None
    try:
        plan = load_plan(folder)
    except InvalidInputError as error:
        faults += error.faults
    try:
        cohort = read_json(folder / COHORT_FILE, cohort_from_json)
    except InvalidInputError as error:
        faults += error.faults
    if plan is None or cohort is None:
        raise InvalidInputError(faults)
    return plan, cohort


def load_explaining(
    folder: Path, given: GivenRules, language: Language
) -> tuple[MatchingPlan, Cohort, Methodology]:
    """Read a plan that can answer, its people and its rules; say so and stop when it was made from or by others."""
    plan, cohort = load_folder(folder)
    methodology = given.of_plan(plan)
    try:
        return with_people(plan, cohort, methodology), cohort, methodology
    except CertificateError:
        other_people = plan.cohort_digest != digest_of_cohort(cohort)
        why = "other-people" if other_people else "other-rules"
        raise NotHoldingError(TEXTS[why][language]) from None


def lone_replace(out: Path | None, *, replace: bool) -> Iterator[Fault]:
    """Yield that ``--replace`` was given where nothing is written, if it was."""
    if replace and out is None:
        yield Fault("nothing-without", field="--replace", other="--out")
