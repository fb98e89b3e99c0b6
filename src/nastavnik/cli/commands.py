"""What the commands do that make plans and check them; ``app`` gives them their names, options and help."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from nastavnik.basics.errors import CertificateError, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.inputs import (
    REFUSED,
    Demands,
    load_folder,
    load_people,
    load_round,
    lone_replace,
)
from nastavnik.cli.methodologies import load_methodology
from nastavnik.cli.terminal import show_counts, shown_progress, shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.tables import read_cohort, write_people, write_template
from nastavnik.matching.match import match as match_cohort
from nastavnik.methodology import Methodology
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.digests import digest_of_cohort, digest_of_methodology
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.certificate import verify as verify_plan
from nastavnik.report import next_steps, summary
from nastavnik.report.folder import check_no_plan, write_folder

__all__ = ["check", "demo", "match", "template", "verify"]


def match(  # noqa: PLR0913 - click hands over every option by its name
    *,
    mentees: Path,
    mentors: Path,
    demands: Path | None,
    folder: Path,
    replace: bool,
    seed: int,
    unbound: bool,
    methodology: str | None,
    lang: Language,
) -> None:
    """Match the people of two tables, by the demands of a third if it is given, and write the plan."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    cohort, found = load_round(mentees, mentors, demands, rules, lang)
    if not replace:
        check_no_plan(folder)
    _match_and_write(
        cohort, rules, folder, demands=found, seed=seed, replace=replace, language=lang
    )


def check(
    *, mentees: Path, mentors: Path, unbound: bool, methodology: str | None, lang: Language
) -> None:
    """Check two tables and write nothing."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    cohort = load_people(mentees, mentors, rules, lang)
    counts = {"mentees": len(cohort.mentees), "mentors": len(cohort.mentors)}
    click.echo(TEXTS["good-input"][lang].format(**counts, places=cohort.places))


def verify(*, folder: Path, unbound: bool, methodology: str | None, lang: Language) -> None:
    """Check a written plan again, without the solver."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    plan, cohort = load_folder(folder)
    try:
        verify_plan(plan, cohort, rules)
    except CertificateError as error:
        why = str(error)
        if plan.cohort_digest != digest_of_cohort(cohort):
            why = TEXTS["other-people"][lang]
        elif plan.methodology_digest != digest_of_methodology(rules):
            why = TEXTS["other-rules"][lang]
        click.echo(TEXTS["not-verified"][lang].format(why), err=True)
        sys.exit(REFUSED)
    click.echo(TEXTS["verified"][lang].format(matched=plan.matched, total=plan.total))


def template(*, folder: Path, methodology: str | None, lang: Language) -> None:
    """Write empty tables, each with a row that describes its columns."""
    rules = load_methodology(methodology, unbound=False, language=lang)
    _show_written(write_template(folder, language=lang, methodology=rules), lang)


def demo(*, folder: Path | None, replace: bool, seed: int, lang: Language) -> None:
    """Match the invented town, by way of its tables when there is a folder to write them to."""
    if faults := list(lone_replace(folder, replace=replace)):
        raise InvalidInputError(faults)
    rules = load_methodology(None, unbound=False, language=lang)
    click.echo(TEXTS["town"][lang])
    cohort = invented_town()
    if folder is not None:
        if not replace:
            check_no_plan(folder)
        tables = write_people(cohort, folder, language=lang, format="csv", overwrite=replace)
        cohort = read_cohort(*tables, methodology=rules)
        _show_written(tables, lang)
    _match_and_write(cohort, rules, folder, seed=seed, replace=replace, language=lang)


def _match_and_write(
    cohort: Cohort,
    methodology: Methodology,
    folder: Path | None,
    *,
    demands: Demands = ((), ()),
    seed: int,
    replace: bool,
    language: Language,
) -> None:
    locks, bans = demands
    with shown_progress(language) as tell:
        plan = match_cohort(cohort, methodology, locks=locks, bans=bans, seed=seed, progress=tell)
    written: tuple[Path, ...] = ()
    if folder is not None:
        written = write_folder(
            folder, plan, cohort, methodology, language=language, overwrite=replace
        )
    show_counts(summary(plan, methodology, language))
    _show_written(written, language)
    with shown_waiting(language):
        remedies = plan.remedies()
    where = None if folder is None else str(folder)
    said = next_steps(plan, methodology, language, remedies=remedies, folder=where)
    for line in said.lines:
        click.echo(line)


def _show_written(paths: Sequence[Path], language: Language) -> None:
    for path in paths:
        click.echo(TEXTS["written"][language].format(path))
