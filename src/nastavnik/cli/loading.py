"""Finds the people, the plan and the methodology that a command line names."""

import importlib.util
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from nastavnik.cli.misuse import Misused
from nastavnik.cli.texts import TEXTS
from nastavnik.cohort import Cohort
from nastavnik.demands import Ban, Lock
from nastavnik.digests import digest_of_cohort
from nastavnik.errors import CertificateError, Fault, InvalidInputError
from nastavnik.interchange import cohort_from_json, plan_from_json, read_json
from nastavnik.matching import with_people
from nastavnik.methodology import TARGET_MODEL, Methodology
from nastavnik.plan import MatchingPlan
from nastavnik.report.folder import COHORT_FILE, PLAN_FILE
from nastavnik.tables import read_cohort, read_demands
from nastavnik.texts import Language

__all__ = [
    "REFUSED",
    "Demands",
    "load_explaining",
    "load_folder",
    "load_methodology",
    "load_people",
    "load_round",
    "lone_replace",
]

REFUSED = 1
"""Exit status when a plan does not hold, or there can be none."""

Demands = tuple[tuple[Lock, ...], tuple[Ban, ...]]
"""Locks and bans."""


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
        click.echo(TEXTS[why][language], err=True)
        sys.exit(REFUSED)


def lone_replace(out: Path | None, *, replace: bool) -> Iterator[Fault]:
    """Yield that ``--replace`` was given where nothing is written, if it was."""
    if replace and out is None:
        yield Fault("nothing-without", field="--replace", other="--out")


def load_methodology(named: str | None, *, unbound: bool, language: Language) -> Methodology:
    """Return the target model, or the methodology that ``FILE.py:NAME`` names; the file is run."""
    methodology = TARGET_MODEL if named is None else _own(named, language)
    return methodology.unbound() if unbound else methodology


def _own(named: str, language: Language) -> Methodology:
    def refuse(key: str, *values: object) -> Misused:
        why = TEXTS[key][language].format(*values)
        return Misused(TEXTS["bad-methodology"][language].format(value=named, why=why), language)

    file, _, name = named.rpartition(":")
    if not file or not name:
        raise refuse("no-name-in-file")
    try:
        found = Path(file).is_file()
    except OSError as error:
        raise refuse("no-python-file", f"({error.strerror or type(error).__name__})") from error
    if not found:
        raise refuse("no-python-file", file)
    spec = importlib.util.spec_from_file_location("nastavnik_own_methodology", file)
    if spec is None or spec.loader is None:
        raise refuse("not-python", file)
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise refuse("python-failed", file, f"{type(error).__name__}: {error}") from error
    methodology = getattr(module, name, None)
    if not isinstance(methodology, Methodology):
        raise refuse("not-methodology", name, type(methodology).__name__)
    return methodology
