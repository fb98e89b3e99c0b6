"""What the commands do that make plans and check them; ``app`` gives them their names, options and help."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from nastavnik.basics.errors import CertificateError, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner, passage_of
from nastavnik.cli.calls import AnsweredError
from nastavnik.cli.checking import concern_to_json, concerns_under, counts_of, report_lines
from nastavnik.cli.columns import own_tables
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.inputs import (
    NotHoldingError,
    load_round,
    lone_replace,
)
from nastavnik.cli.meetings import apart_in_words, matched_together, meetings_in_words
from nastavnik.cli.methodologies import load_methodology
from nastavnik.cli.misuse import Misused
from nastavnik.cli.statuses import CONCERNED, DONE, WRONG
from nastavnik.cli.terminal import show_counts, shown_progress, shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.folder import NotAsWrittenError
from nastavnik.exchange.tables import read_cohort, read_demands, write_people, write_template
from nastavnik.exchange.tables.files.options import Hidden
from nastavnik.matching.match import match as match_cohort
from nastavnik.methodology import Methodology
from nastavnik.programme.plan import MatchingPlan
from nastavnik.programme.round.cohort import Cohort
from nastavnik.programme.round.demand_changes import demand_changes
from nastavnik.programme.round.digests import digest_of_methodology
from nastavnik.programme.round.own_fields import check_own_fields
from nastavnik.programme.round.town import invented_town
from nastavnik.proof.certificate import verify as verify_plan
from nastavnik.report import Passage, next_steps, summary
from nastavnik.report.folder import (
    COHORT_FILE,
    MANIFEST_FILE,
    PLAN_FILE,
    WORKBOOK_FILE,
    check_no_plan,
    read_folder,
    read_workbook,
    write_folder,
)

__all__ = ["check", "demo", "match", "template", "verify"]


def match(  # noqa: PLR0913 - click hands over every option by its name
    *,
    mentees: Path,
    mentors: Path,
    demands: Path | None,
    columns: Path | None,
    sheets: Sequence[str],
    hidden: Hidden,
    notes: bool,
    groups_together: bool,
    folder: Path,
    replace: bool,
    seed: int,
    on: date | None,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Match the people of two tables, by the demands of a third if it is given, and write the plan."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    rules = given.methodology
    if on is not None and not rules.document.holds_on(on):
        first = rules.document.in_force_from
        raise Misused(TEXTS["day-without-rules"][lang].format(first, on), lang)
    own = own_tables(columns, notes=notes, sheets=sheets, hidden=hidden)
    try:
        with shown_progress(lang, quiet=manner.quiet) as own.progress:
            cohort, found = load_round(mentees, mentors, demands, rules, lang, own)
    finally:
        own.tell(manner)
    if not replace:
        check_no_plan(folder)
    meetings = None
    with shown_progress(lang, quiet=manner.quiet) as tell:
        if groups_together:
            groups = matched_together(
                cohort, rules, demands=found, seed=seed, on=on, language=lang, progress=tell
            )
            plan, meetings = groups.plan, meetings_in_words(groups, lang)
        else:
            locks, bans = found
            plan = match_cohort(
                cohort, rules, locks=locks, bans=bans, seed=seed, on=on, progress=tell
            )
    _write_and_tell(
        plan,
        cohort,
        rules,
        folder,
        notes=own.carried,
        meetings=meetings,
        replace=replace,
        manner=manner,
    )
    if not groups_together and (apart := apart_in_words(plan, cohort, rules, lang)):
        manner.by_the_way(apart)


def check(  # noqa: PLR0913 - click hands over every option by its name
    *,
    mentees: Path,
    mentors: Path,
    demands: Path | None,
    columns: Path | None,
    sheets: Sequence[str],
    hidden: Hidden,
    values: bool,
    strict: bool,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> int:
    """Check two tables, and a third of demands if there is one, look at the round, and tell what was found."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    rules = given.methodology
    own = own_tables(columns, sheets=sheets, hidden=hidden)
    try:
        with shown_progress(lang, quiet=manner.quiet) as own.progress:
            cohort, asked = load_round(mentees, mentors, demands, rules, lang, own)
            check_own_fields(rules, cohort)
    except InvalidInputError as error:
        if manner.is_document and not manner.as_json:
            report = passage_of(error.text(lang, values=manner.show_values))
            manner.answer(report)
            raise AnsweredError(report.body[0].text, WRONG) from error
        raise
    finally:
        own.tell(manner)
    with shown_waiting(lang, doing="stage-checking", quiet=manner.quiet):
        found = concerns_under(cohort, rules, asked)
    status = CONCERNED if strict and found else DONE
    told = manner.is_document or not manner.quiet
    if told or found or values:
        every = manner.show_values
        lines = report_lines(cohort, rules, found, lang, counts=told, values=values, every=every)
        manner.answer(
            Passage(lines),
            status=status,
            counts=counts_of(cohort),
            concerns=[concern_to_json(one, rules, lang, every=every) for one in found],
        )
    return status


def verify(
    *,
    folder: Path,
    demands: Path | None,
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Check a written plan again, without the solver, and hold it against a table of demands where one is given."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    with shown_waiting(lang, doing="stage-reading", quiet=manner.quiet):
        read = read_folder(folder)
    plan, cohort = read.plan, read.cohort
    rules = given.of_plan(plan)
    if demands is not None:
        _hold_against(demands, plan, cohort, rules, lang)
    try:
        with shown_waiting(lang, doing="stage-verifying", quiet=manner.quiet):
            verify_plan(plan, cohort, rules)
    except CertificateError as error:
        said = TEXTS["not-verified-for"][lang].format(error)
        if plan.methodology_digest != digest_of_methodology(rules):
            said = TEXTS["not-verified"][lang].format(TEXTS["other-rules"][lang])
        raise NotHoldingError(said) from error
    book = read_workbook(folder)
    if book.changed:
        raise NotAsWrittenError(book.changed)
    counts = {
        "matched": plan.matched,
        "unmatched": len(plan.unmatched),
        "mentees": len(cohort.mentees),
        "mentors": len(cohort.mentors),
        "total": plan.total,
    }
    files = {
        "plan": str(folder / PLAN_FILE),
        "cohort": str(folder / COHORT_FILE),
        "manifest": str(folder / MANIFEST_FILE),
        "workbook": str(folder / WORKBOOK_FILE),
    }
    if manner.is_document or not manner.quiet:
        together = TEXTS["as-written"][lang].format(**files) if read.recorded else ""
        said = TEXTS["verified"][lang].format(files=together, **files, **counts)
        if plan.on is not None:
            said += "\n" + TEXTS["made-for-day"][lang].format(plan.on)
        if not read.recorded:
            said += "\n" + TEXTS["no-manifest"][lang].format(folder / MANIFEST_FILE)
        if not read.recorded and book.contents:
            said += "\n" + TEXTS["not-looked-at"][lang].format(folder / WORKBOOK_FILE)
        believed = "demands-as-asked" if demands else "demands-believed"
        if demands or plan.locks or plan.bans:
            said += "\n" + TEXTS[believed][lang].format(len(plan.locks), len(plan.bans))
        manner.answer(passage_of(said), counts=counts)


def _hold_against(
    table: Path, plan: MatchingPlan, cohort: Cohort, methodology: Methodology, language: Language
) -> None:
    """Refuse a plan whose locks and bans are not those of the table."""
    locks, bans = read_demands(table, cohort=cohort, methodology=methodology)
    if found := demand_changes([*plan.locks, *plan.bans], [*locks, *bans]):
        lines = "".join(f"\n  {one.text(language)}" for one in found)
        raise NotHoldingError(TEXTS["other-demands"][language].format(lines))


def template(
    *,
    folder: Path,
    full: bool,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Write empty tables, each with a row that describes its columns."""
    given = given_rules(methodology, reading=None, file=rules_file, language=lang)
    rules = given.methodology
    manner.written(write_template(folder, language=lang, methodology=rules, full=full))


def demo(*, folder: Path | None, replace: bool, seed: int, lang: Language, manner: Manner) -> None:
    """Match the invented town, by way of its tables when there is a folder to write them to."""
    if faults := list(lone_replace(folder, replace=replace)):
        raise InvalidInputError(faults)
    rules = load_methodology(None, language=lang)
    manner.by_the_way(TEXTS["town"][lang])
    cohort = invented_town()
    if folder is not None:
        if not replace:
            check_no_plan(folder)
        tables = write_people(cohort, folder, language=lang, format="csv", overwrite=replace)
        cohort = read_cohort(*tables, methodology=rules)
        manner.written(tables)
    with shown_progress(lang, quiet=manner.quiet) as tell:
        plan = match_cohort(cohort, rules, seed=seed, progress=tell)
    _write_and_tell(plan, cohort, rules, folder, replace=replace, manner=manner)


def _write_and_tell(
    plan: MatchingPlan,
    cohort: Cohort,
    methodology: Methodology,
    folder: Path | None,
    *,
    notes: Mapping[str, Mapping[str, str]] | None = None,
    meetings: Passage | None = None,
    replace: bool,
    manner: Manner,
) -> None:
    """Write a plan if there is a folder for it, and tell what it comes to and what to do next."""
    language = manner.language
    written: tuple[Path, ...] = ()
    if folder is not None:
        with shown_waiting(language, doing="stage-writing", quiet=manner.quiet):
            written = write_folder(
                folder,
                plan,
                cohort,
                methodology,
                language=language,
                overwrite=replace,
                notes=notes,
                on=date.today(),  # noqa: DTZ011 - the day where the plan is made
            )
    if not manner.quiet:
        show_counts(summary(plan, methodology, language))
    manner.written(written)
    if meetings is not None:
        manner.by_the_way(meetings.text())
    with shown_waiting(language, quiet=manner.quiet):
        remedies = () if manner.quiet else plan.remedies()
    where = None if folder is None else str(folder)
    said = next_steps(plan, methodology, language, remedies=remedies, folder=where)
    if said.lines:
        manner.by_the_way(said.text())
