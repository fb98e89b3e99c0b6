"""Finds the people and the plan that a command line names."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from nastavnik.basics.errors import CertificateError, Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.misuse import Misused
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import cohort_from_json, plan_from_json, read_json
from nastavnik.exchange.tables import read_cohort, read_demands
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
    "load_round",
    "lone_replace",
]

Demands = tuple[tuple[Lock, ...], tuple[Ban, ...]]
"""Locks and bans."""


class NotHoldingError(Exception):
    """A plan does not hold, or not for these people and rules; the message is in the reader's language."""


def load_people(
    mentees: Path, mentors: Path, methodology: Methodology, language: Language
) -> Cohort:
    """Read two tables, or one cohort in JSON that is given twice."""
    endings = {mentees.suffix.casefold(), mentors.suffix.casefold()}
    if ".json" not in endings:
        return read_cohort(mentees, mentors, methodology=methodology)
    if mentees != mentors:
        raise Misused(TEXTS["mixed-json"][language], language)
    return read_json(mentees, partial(cohort_from_json, methodology=methodology))


def load_round(
    mentees: Path, mentors: Path, demands: Path | None, methodology: Methodology, language: Language
) -> tuple[Cohort, Demands]:
    """Read the people and, if a table of them is given, the locks and bans; all faults at once."""
    faults: list[Fault] = []
    cohort = None
    try:
        cohort = load_people(mentees, mentors, methodology, language)
    except InvalidInputError as error:
        faults += error.faults
    found: Demands = (), ()
    if demands is not None:
        try:
            found = read_demands(demands, cohort=cohort, methodology=methodology)
        except InvalidInputError as error:
            faults += error.faults
    if cohort is None or faults:
        raise InvalidInputError(faults)
    return cohort, found


def load_folder(folder: Path) -> tuple[MatchingPlan, Cohort]:
    """Read the plan and the people of a written folder, with the faults of both files at once."""
    faults: list[Fault] = []
    plan, cohort = None, None
    try:
        plan = read_json(folder / PLAN_FILE, plan_from_json)
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
    folder: Path, methodology: Methodology, language: Language
) -> tuple[MatchingPlan, Cohort]:
    """Read a plan that can answer, and its people; say so and stop when it was made from others or by other rules."""
    plan, cohort = load_folder(folder)
    try:
        return with_people(plan, cohort, methodology), cohort
    except CertificateError:
        other_people = plan.cohort_digest != digest_of_cohort(cohort)
        why = "other-people" if other_people else "other-rules"
        raise NotHoldingError(TEXTS[why][language]) from None


def lone_replace(out: Path | None, *, replace: bool) -> Iterator[Fault]:
    """Yield that ``--replace`` was given where nothing is written, if it was."""
    if replace and out is None:
        yield Fault("nothing-without", field="--replace", other="--out")
