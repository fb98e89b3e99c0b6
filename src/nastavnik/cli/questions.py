"""What the commands do that ask something of a written plan; ``app`` gives them their names, options and help."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik.basics.errors import Fault, InvalidInputError, nearest
from nastavnik.basics.texts import Language
from nastavnik.cli.answers import Manner
from nastavnik.cli.changes import Asked, changes_of
from nastavnik.cli.columns import own_tables
from nastavnik.cli.given_rules import given_rules
from nastavnik.cli.inputs import load_explaining, lone_replace
from nastavnik.cli.names import Names, read_names
from nastavnik.cli.newcomers import read_profiles
from nastavnik.cli.output import say, tell
from nastavnik.cli.pair_options import nobody
from nastavnik.cli.parameters import placeholder
from nastavnik.cli.terminal import shown_progress, shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.json import Asked as Question
from nastavnik.exchange.json import Record
from nastavnik.matching.answers.completions import MOST_PAIRS
from nastavnik.people.records import Mentee, Mentor
from nastavnik.programme.evidence import Audience
from nastavnik.programme.plan import Alternative
from nastavnik.report import Line, Passage, explain_mentee, explain_mentor, in_words
from nastavnik.report.folder import (
    WORKBOOK_FILE,
    check_no_plan,
    read_workbook,
    write_folder,
)
from nastavnik.report.names import names_in_plan

__all__ = ["advise", "alternatives", "explain", "what_if"]


def explain(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    person: str,
    mentor: str | None,
    audience: Audience,
    names: tuple[Path, ...],
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Say why a mentee has this mentor or none, whom a mentor got, or why not these two."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    plan, _, rules = load_explaining(folder, given, manner)
    known = read_names(names, rules)
    mentees = {p.mentee for p in plan.pairs} | {u.mentee for u in plan.unmatched}
    person, mentor = _found(known, person, mentor, mentees, plan.places.keys(), manner)
    beside = known.by_id
    body: list[Line] = []
    answers: list[Question | Record] = []
    told_alone = audience == "participant"  # the question would name the other one
    if person in mentees:
        evidence = plan.explain(person, mentor, audience=audience)
        answers.append(evidence if told_alone else Question(evidence, mentee=person, mentor=mentor))
        said = in_words(evidence, rules, lang, names=beside)
        if audience == "coordinator" and mentor is None and plan.pair_of(person) is None:
            who, *_ = explain_mentee(plan, person, rules, lang, names=beside)
            said = Passage([Line(who), *said.body])
        body += said.body
    if mentor is None and person in plan.places:
        told = plan.explain_mentor(person, audience=audience)
        answers.append(told if told_alone else Question(told, mentor=person))
        said = in_words(told, rules, lang, names=beside)
        if audience == "coordinator":
            _, *got = explain_mentor(plan, person, rules, lang, names=beside)
            head, *rest = said.body
            said = Passage([Line(head.text, [*head.below, *map(Line, got)]), *rest])
        body += said.body
    manner.answer(Passage(body), answers=answers)


def _found(
    names: Names,
    person: str,
    mentor: str | None,
    mentees: Collection[str],
    mentors: Collection[str],
    manner: Manner,
) -> tuple[str, str | None]:
    """Return the ids of those who are asked about, by id or, where names are asked for, by name.

    Raises:
        InvalidInputError: when nobody is meant, or one of several.
    """
    language = manner.language
    everybody = {*mentees, *mentors}
    if names.asked:
        of_person = everybody if mentor is None else mentees
        person = _one_of(names, "ID", person, of_person, everybody, manner)
        mentor = mentor and _one_of(names, "MENTOR", mentor, mentors, everybody, manner)
    faults = _unknown(person, mentor, mentees, mentors, language)
    if faults:
        raise InvalidInputError(faults)
    return person, mentor


def _one_of(
    names: Names,
    what: str,
    asked: str,
    known: Collection[str],
    everybody: Collection[str],
    manner: Manner,
) -> str:
    """Return whose name it is, or what was asked where it is somebody's id, or nearly so."""
    if asked in everybody:
        return asked
    field = placeholder(what, manner.language)
    called = names.called(asked, known)
    if len(called) > 1:
        if not manner.is_document:
            for ident in called:
                say(f"{ident} ({names.by_id[ident]})")
        raise InvalidInputError([Fault("several-named", field=field, known=called)])
    like_an_id = any(map(str.isdigit, asked)) or nearest(asked, everybody) is not None
    if not called and not like_an_id:
        raise InvalidInputError([Fault("nobody-named", field=field)])
    return called[0] if called else asked


def _unknown(
    person: str,
    mentor: str | None,
    mentees: Collection[str],
    mentors: Collection[str],
    language: Language,
) -> list[Fault]:
    """Return who of those asked about is not in the plan, or not as what is asked."""
    one, other = placeholder("ID", language), placeholder("MENTOR", language)
    if mentor is None:
        everybody = {*mentees, *mentors}
        return [] if person in everybody else [nobody(one, None, person, everybody)]
    if person in mentors and mentor in mentees and not (person in mentees and mentor in mentors):
        value, advice = f"{person} {mentor}", f"{mentor} {person}"
        return [Fault("mentee-first", field=f"{one} {other}", value=value, advice=advice)]
    asked = ((one, "mentee", person, mentees), (other, "mentor", mentor, mentors))
    return [nobody(*each) for each in asked if each[2] not in each[3]]


def advise(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    most: int,
    profiles: Path | None,
    copies: int,
    names: tuple[Path, ...],
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Say what would help, what costs least first."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    plan, cohort, rules = load_explaining(folder, given, manner)
    known = read_names(names, rules)
    wanted = None  # then the library itself says whom to look for
    if profiles is not None:
        own = own_tables(None)
        try:
            with shown_progress(lang, quiet=manner.quiet) as own.progress:
                wanted = read_profiles(profiles, copies, cohort=cohort, methodology=rules, own=own)
        finally:
            own.tell(manner)
    with shown_waiting(lang, quiet=manner.quiet):
        advice = plan.advice(most=most, profiles=wanted, copies=copies)
    manner.answer(in_words(advice, rules, lang, names=known.by_id), answers=advice)
    if len(cohort.mentees) * len(cohort.mentors) > MOST_PAIRS:
        tell(TEXTS["not-each"][lang])


def alternatives(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    within: int,
    differing: int,
    most: int,
    names: tuple[Path, ...],
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    manner: Manner,
) -> None:
    """Show other plans that are nearly as good."""
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    plan, _, rules = load_explaining(folder, given, manner)
    known = read_names(names, rules)
    with shown_waiting(lang, quiet=manner.quiet):
        found = plan.alternatives(within=within, differing=differing, most=most)
    said = in_words(found, rules, lang, empty=Alternative, names=known.by_id)
    manner.answer(said, answers=found)


def what_if(  # noqa: PLR0913 - click hands over every option by its name
    *,
    folder: Path,
    out: Path | None,
    replace: bool,
    names: tuple[Path, ...],
    reading: str | None,
    methodology: str | None,
    rules_file: Path | None,
    lang: Language,
    columns: Path | None,
    manner: Manner,
    **asked: Any,
) -> None:
    """Say how the best plan of a changed round differs, and write that plan if there is a folder for it.

    Args:
        folder: with the plan.
        out: folder for the other plan, or None.
        replace: overwrite an earlier plan there.
        names: files with names to stand beside ids, in the answer and in the other plan's workbook.
        reading: the reading of the methodology by which the plan was made, or None.
        methodology: the rules it was made under, or None for the target model.
        rules_file: changes of these rules; not needed, for a plan keeps its own.
        lang: of the answer.
        manner: of the answer.
        columns: what the headings of the tables of newcomers mean, or None.
        asked: the fields of `Asked`.
    """
    given = given_rules(methodology, reading=reading, file=rules_file, language=lang)
    plan, cohort, rules = load_explaining(folder, given, manner)
    known = read_names(names, rules)
    own = own_tables(columns)
    faults = [] if manner.output else list(lone_replace(out, replace=replace))
    changes = None
    try:
        with shown_progress(lang, quiet=manner.quiet) as own.progress:
            changes = changes_of(Asked(**asked), plan, cohort, rules, own)
    except InvalidInputError as error:
        faults += error.faults
    finally:
        own.tell(manner)
    if out is not None and not replace:
        try:
            check_no_plan(out)
        except InvalidInputError as error:
            faults += error.faults
    if changes is None or faults:
        raise InvalidInputError(faults)
    with shown_waiting(lang, quiet=manner.quiet):
        tried = plan.what_if(
            add=changes.add,
            remove=changes.remove,
            places=changes.places,
            locks=changes.locks,
            bans=changes.bans,
            methodology=changes.methodology,
        )
    beside = known.with_those(changes.add).by_id
    said = in_words(tried, changes.methodology, lang, names=beside)
    written: tuple[Path, ...] = ()
    if out is not None:
        with shown_waiting(lang, doing="stage-writing", quiet=manner.quiet):
            written = write_folder(
                out,
                tried.plan,
                changes.cohort,
                changes.methodology,
                language=lang,
                overwrite=replace,
                names={**_names(folder, changes.add, manner), **beside},
                on=date.today(),  # noqa: DTZ011 - the day where the plan is made
            )
    manner.answer(said, answers=[tried.diff], written=[str(path) for path in written])
    manner.written(written)


def _names(folder: Path, coming: Iterable[Mentee | Mentor], manner: Manner) -> dict[str, str]:
    """Return the names that ``plan.xlsx`` of a folder holds, if it is the one of the plan, and those of who come."""
    names: Mapping[str, str] = {}
    files = read_workbook(folder)
    if files.changed and WORKBOOK_FILE in files.contents:
        tell(TEXTS["names-left"][manner.language].format(folder / WORKBOOK_FILE))
    elif content := files.contents.get(WORKBOOK_FILE):  # no names are needed to write a plan
        names = names_in_plan(content) or {}
    return {**names, **{one.id: one.person.name or "" for one in coming}}
