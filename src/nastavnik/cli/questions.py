"""What the commands do that ask something of a written plan; ``app`` gives them their names, options and help."""

from collections.abc import Collection
from pathlib import Path
from typing import Any, Final, Literal, get_args

import click

from nastavnik.basics.errors import Fault, InvalidInputError
from nastavnik.basics.texts import Language
from nastavnik.cli.changes import Asked, changes_of
from nastavnik.cli.inputs import load_explaining, lone_replace
from nastavnik.cli.methodologies import load_methodology
from nastavnik.cli.newcomers import read_profiles
from nastavnik.cli.pair_options import nobody
from nastavnik.cli.terminal import shown_waiting
from nastavnik.cli.texts import TEXTS
from nastavnik.matching.answers.completions import MOST_PAIRS
from nastavnik.programme.evidence import Audience
from nastavnik.programme.plan import Alternative
from nastavnik.report import Line, Passage, explain_mentee, explain_mentor, in_words
from nastavnik.report.folder import check_no_plan, write_folder

__all__ = ["MARKUPS", "Markup", "advise", "alternatives", "explain", "what_if"]

Markup = Literal["text", "markdown", "html"]
"""What an answer is written in."""

MARKUPS: Final[tuple[Markup, ...]] = get_args(Markup)
"""Every markup there is."""


def explain(
    *,
    folder: Path,
    person: str,
    mentor: str | None,
    audience: Audience,
    markup: Markup,
    unbound: bool,
    methodology: str | None,
    lang: Language,
) -> None:
    """Say why a mentee has this mentor or none, whom a mentor got, or why not these two."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    plan, _ = load_explaining(folder, rules, lang)
    mentees = {p.mentee for p in plan.pairs} | {u.mentee for u in plan.unmatched}
    faults = _unknown(person, mentor, mentees, plan.places.keys())
    if faults:
        raise InvalidInputError(faults)
    if person in mentees:
        said = in_words(plan.explain(person, mentor, audience=audience), rules, lang)
        if audience == "coordinator" and mentor is None and plan.pair_of(person) is None:
            who, *_ = explain_mentee(plan, person, rules, lang)
            said = Passage([Line(who), *said.body])
        _show(said, markup)
    if mentor is None and person in plan.places:
        said = in_words(plan.explain_mentor(person, audience=audience), rules, lang)
        if audience == "coordinator":
            _, *got = explain_mentor(plan, person, rules, lang)
            head, *rest = said.body
            said = Passage([Line(head.text, [*head.below, *map(Line, got)]), *rest])
        _show(said, markup)


def _unknown(
    person: str, mentor: str | None, mentees: Collection[str], mentors: Collection[str]
) -> list[Fault]:
    """Return who of those asked about is not in the plan, or not as what is asked."""
    if mentor is None:
        everybody = {*mentees, *mentors}
        return [] if person in everybody else [nobody("ID", None, person, everybody)]
    if person in mentors and mentor in mentees and not (person in mentees and mentor in mentors):
        value, advice = f"{person} {mentor}", f"{mentor} {person}"
        return [Fault("mentee-first", field="ID MENTOR", value=value, advice=advice)]
    asked = (("ID", "mentee", person, mentees), ("MENTOR", "mentor", mentor, mentors))
    return [nobody(*one) for one in asked if one[2] not in one[3]]


def advise(
    *,
    folder: Path,
    most: int,
    profiles: Path | None,
    copies: int,
    markup: Markup,
    unbound: bool,
    methodology: str | None,
    lang: Language,
) -> None:
    """Say what would help, what costs least first."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    plan, cohort = load_explaining(folder, rules, lang)
    wanted = None  # then the library itself says whom to look for
    if profiles is not None:
        wanted = read_profiles(profiles, copies, cohort=cohort, methodology=rules)
    with shown_waiting(lang):
        advice = plan.advice(most=most, profiles=wanted, copies=copies)
    _show(in_words(advice, rules, lang), markup)
    if len(cohort.mentees) * len(cohort.mentors) > MOST_PAIRS:
        click.echo(TEXTS["not-each"][lang], err=True)


def alternatives(
    *,
    folder: Path,
    within: int,
    differing: int,
    most: int,
    markup: Markup,
    unbound: bool,
    methodology: str | None,
    lang: Language,
) -> None:
    """Show other plans that are nearly as good."""
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    plan, _ = load_explaining(folder, rules, lang)
    with shown_waiting(lang):
        found = plan.alternatives(within=within, differing=differing, most=most)
    _show(in_words(found, rules, lang, empty=Alternative), markup)


def what_if(
    *,
    folder: Path,
    out: Path | None,
    replace: bool,
    markup: Markup,
    unbound: bool,
    methodology: str | None,
    lang: Language,
    **asked: Any,
) -> None:
    """Say how the best plan of a changed round differs, and write that plan if there is a folder for it.

    Args:
        folder: with the plan.
        out: folder for the other plan, or None.
        replace: overwrite an earlier plan there.
        markup: of the answer.
        unbound: the plan was made with role models bound to no category.
        methodology: the rules it was made under, or None for the target model.
        lang: of the answer.
        asked: the fields of `Asked`.
    """
    rules = load_methodology(methodology, unbound=unbound, language=lang)
    plan, cohort = load_explaining(folder, rules, lang)
    faults = list(lone_replace(out, replace=replace))
    changes = None
    try:
        changes = changes_of(Asked(**asked), plan, cohort, rules)
    except InvalidInputError as error:
        faults += error.faults
    if out is not None and not replace:
        try:
            check_no_plan(out)
        except InvalidInputError as error:
            faults += error.faults
    if changes is None or faults:
        raise InvalidInputError(faults)
    tried = plan.what_if(
        add=changes.add,
        remove=changes.remove,
        places=changes.places,
        locks=changes.locks,
        bans=changes.bans,
        methodology=changes.methodology,
    )
    said = in_words(tried.diff, changes.methodology, lang)
    written: tuple[Path, ...] = ()
    if out is not None:
        written = write_folder(
            out,
            tried.plan,
            changes.cohort,
            changes.methodology,
            language=lang,
            overwrite=replace,
        )
    _show(said, markup)
    # Where the answer is a document, it stays the only thing on standard output.
    for path in written:
        click.echo(TEXTS["written"][lang].format(path), err=markup != "text")


def _show(passage: Passage, markup: Markup) -> None:
    shown = {"text": passage.text, "markdown": passage.markdown, "html": passage.html}[markup]()
    click.echo(shown.rstrip("\n"))
