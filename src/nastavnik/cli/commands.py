"""The commands. Exit status: 0 done, 1 a plan does not hold, 2 the input or the call is wrong."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from nastavnik.certificate import verify as verify_plan
from nastavnik.cli.loading import load_folder, load_methodology, load_people
from nastavnik.cli.terminal import show_counts, shown_progress
from nastavnik.cli.texts import TEXTS
from nastavnik.cohort import Cohort
from nastavnik.demo import invented_town
from nastavnik.digests import digest_of_cohort, digest_of_methodology
from nastavnik.errors import CertificateError, Fault, InvalidInputError, RuleError, nearest
from nastavnik.matching import match as match_cohort
from nastavnik.methodology import Methodology
from nastavnik.report import explain_mentee, explain_mentor, summary
from nastavnik.report.folder import check_free, write_folder
from nastavnik.tables import read_cohort, write_people, write_template
from nastavnik.texts import LANGUAGES, Language
from nastavnik.version import __version__

__all__ = ["make_app", "run"]

CommandT = TypeVar("CommandT", bound=Callable[..., Any])

_REFUSED = 1
_WRONG = 2


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments``, or on those of the process, and exit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(words)
    try:
        make_app(language).main(words, prog_name="nastavnik")
    except InvalidInputError as error:
        click.echo(error.text(language), err=True)
        sys.exit(_WRONG)
    except RuleError as error:
        click.echo(TEXTS["rule-error"][language].format(error), err=True)
        sys.exit(_WRONG)


def _language(words: Sequence[str]) -> Language:
    """Return the language that ``--lang`` names, or else that of the environment, or else English.

    It is needed before the words are parsed, because the help is in it too; a wrong one is refused later.
    """
    for number, word in enumerate(words):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and number + 1 < len(words):
            value = words[number + 1]
        if value is not None:
            return "ru" if value == "ru" else "en"
    environment = next(
        (v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), ""
    )
    return "ru" if environment.startswith("ru") else "en"


def make_app(default: Language) -> click.Group:
    """Make the command line, with help in one language."""

    def say(key: str) -> str:
        return TEXTS[key][default]

    settings = {"max_content_width": 100}
    usage = click.help_option("-h", "--help", help=say("option-help"))
    lang = click.option(
        "--lang", type=click.Choice(LANGUAGES), default=default, help=say("option-lang")
    )
    unbound = click.option("--unbound", is_flag=True, help=say("option-unbound"))
    own = click.option(
        "--methodology", metavar="FILE.py:NAME", default=None, help=say("option-methodology")
    )
    seed = click.option("--seed", type=int, default=0, show_default=True, help=say("option-seed"))
    mentees_file = click.argument("mentees", type=click.Path(path_type=Path))
    mentors_file = click.argument("mentors", type=click.Path(path_type=Path))
    folder_of_plan = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))

    replaced = click.option("--replace", is_flag=True, help=say("option-replace"))
    path = click.Path(path_type=Path)
    out = click.option(
        "--out", "folder", required=True, metavar="DIR", type=path, help=say("option-out")
    )
    demo_out = click.option("--out", "folder", metavar="DIR", type=path, help=say("option-demo-out"))

    def options(*added: Callable[[CommandT], CommandT]) -> Callable[[CommandT], CommandT]:
        def add(command: CommandT) -> CommandT:
            for option in reversed((*added, usage)):
                command = option(command)
            return command

        return add

    @click.group(help=say("app"), epilog=say("app-examples"), context_settings=settings)
    @usage
    @click.version_option(__version__, prog_name="nastavnik", help=say("option-version"))
    def app() -> None:
        pass

    @app.command(help=say("match"))
    @options(mentees_file, mentors_file, out, replaced, seed, unbound, own, lang)
    def match(  # noqa: PLR0913 - one parameter an option
        mentees: Path,
        mentors: Path,
        folder: Path,
        replace: bool,
        seed: int,
        unbound: bool,
        methodology: str | None,
        lang: Language,
    ) -> None:
        rules = load_methodology(methodology, unbound=unbound, language=lang)
        cohort = load_people(mentees, mentors, rules, lang)
        if not replace:
            check_free(folder)
        _match_and_write(cohort, rules, folder, seed=seed, replace=replace, language=lang)

    @app.command(help=say("check"))
    @options(mentees_file, mentors_file, unbound, own, lang)
    def check(
        mentees: Path, mentors: Path, unbound: bool, methodology: str | None, lang: Language
    ) -> None:
        rules = load_methodology(methodology, unbound=unbound, language=lang)
        cohort = load_people(mentees, mentors, rules, lang)
        text = TEXTS["good-input"][lang]
        click.echo(
            text.format(
                mentees=len(cohort.mentees), mentors=len(cohort.mentors), places=cohort.places
            )
        )

    @app.command(help=say("explain"))
    @options(folder_of_plan, click.argument("person", metavar="ID"), unbound, own, lang)
    def explain(
        folder: Path, person: str, unbound: bool, methodology: str | None, lang: Language
    ) -> None:
        rules = load_methodology(methodology, unbound=unbound, language=lang)
        plan, _ = load_folder(folder)
        if plan.methodology_digest != digest_of_methodology(rules):
            raise click.ClickException(TEXTS["other-rules"][lang])
        mentees = {p.mentee for p in plan.pairs} | {u.mentee for u in plan.unmatched}
        if person not in mentees and person not in plan.places:
            advice = nearest(person, mentees | plan.places.keys())
            raise InvalidInputError([Fault("unknown-person", value=person, advice=advice)])
        lines: list[str] = []
        if person in mentees:
            lines += explain_mentee(plan, person, rules, lang)
        if person in plan.places:
            lines += explain_mentor(plan, person, rules, lang)
        click.echo("\n".join(lines))

    @app.command(help=say("verify"))
    @options(folder_of_plan, unbound, own, lang)
    def verify(folder: Path, unbound: bool, methodology: str | None, lang: Language) -> None:
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
            sys.exit(_REFUSED)
        click.echo(TEXTS["verified"][lang].format(matched=plan.matched, total=plan.total))

    @app.command(help=say("template"))
    @options(folder_of_plan, own, lang)
    def template(folder: Path, methodology: str | None, lang: Language) -> None:
        rules = load_methodology(methodology, unbound=False, language=lang)
        _show_written(write_template(folder, language=lang, methodology=rules), lang)

    @app.command(help=say("demo"))
    @options(demo_out, seed, lang)
    def demo(folder: Path | None, seed: int, lang: Language) -> None:
        rules = load_methodology(None, unbound=False, language=lang)
        click.echo(TEXTS["town"][lang])
        cohort = invented_town()
        if folder is not None:
            tables = write_people(cohort, folder, language=lang, format="csv", overwrite=True)
            cohort = read_cohort(*tables, methodology=rules)
            _show_written(tables, lang)
        _match_and_write(cohort, rules, folder, seed=seed, replace=True, language=lang)

    return app


def _match_and_write(
    cohort: Cohort,
    methodology: Methodology,
    folder: Path | None,
    *,
    seed: int,
    replace: bool,
    language: Language,
) -> None:
    with shown_progress(language) as tell:
        plan = match_cohort(cohort, methodology, seed=seed, progress=tell)
    written: tuple[Path, ...] = ()
    if folder is not None:
        written = write_folder(folder, plan, cohort, methodology, language=language, replace=replace)
    show_counts(summary(plan, methodology, language))
    _show_written(written, language)


def _show_written(paths: Sequence[Path], language: Language) -> None:
    for path in paths:
        click.echo(TEXTS["written"][language].format(path))
