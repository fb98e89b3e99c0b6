"""Names, options and help of the commands, in one language.

Exit status: 0 done; 1 a plan does not hold, or the demands contradict each other and there is none; 2 the
input or the call is wrong; 3 ``check --strict`` found something worth a look.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, get_args

import click

from nastavnik.basics.errors import InvalidInputError, NastavnikError, RuleError
from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.basics.version import __version__
from nastavnik.cli import commands, questions
from nastavnik.cli.inputs import REFUSED
from nastavnik.cli.misuse import Command, Group, OneOf, Whole
from nastavnik.cli.texts import TEXTS
from nastavnik.programme.evidence import Audience
from nastavnik.programme.round.demands import NoPlanError

__all__ = ["make_app", "run"]

_WRONG: Final = 2


class _Path(click.Path):
    """A path; an empty text is none, though the operating system takes it for this folder."""

    name = "path"

    def __init__(self, language: Language) -> None:
        super().__init__(path_type=Path)
        self._language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty text."""
        if value == "":
            self.fail(TEXTS["no-path"][self._language], param, ctx)
        return super().convert(value, param, ctx)


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line on ``arguments``, or on those of the process, and exit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _language(words)
    try:
        make_app(language).main(words, prog_name="nastavnik")
    except InvalidInputError as error:
        click.echo(error.text(language), err=True)
    except NoPlanError as error:
        click.echo(error.text(language), err=True)
        sys.exit(REFUSED)
    except RuleError as error:
        click.echo(TEXTS["rule-error"][language].format(error), err=True)
    except NastavnikError as error:
        click.echo(str(error), err=True)
    except OSError as error:
        click.echo(f"{error.filename or ''}: {error.strerror or type(error).__name__}", err=True)
    sys.exit(_WRONG)


def _language(words: Sequence[str]) -> Language:
    """Return the language that ``--lang`` names, or else that of the environment, or else English.

    It is needed before the words are parsed, because the help is in it too; a wrong one is refused
    later.
    """
    for number, word in enumerate(words):
        value = word.removeprefix("--lang=") if word.startswith("--lang=") else None
        if word == "--lang" and number + 1 < len(words):
            value = words[number + 1]
        if value is not None:
            return "ru" if value == "ru" else "en"
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "ru" if next(filter(None, settings), "").startswith("ru") else "en"


def make_app(language: Language) -> click.Group:
    """Make the command line, with help in one language."""
    file, from_one = _Path(language), Whole(1, language)

    def say(key: str) -> str:
        return TEXTS[key][language]

    def option(name: str, *, text: str | None = None, **more: Any) -> Callable[[], click.Option]:
        called = more.pop("called", name.replace("-", "_"))
        return lambda: click.Option(
            [f"--{name}", called], help=say(text or f"option-{name}"), **more
        )

    def several(name: str, metavar: str, **more: Any) -> Callable[[], click.Option]:
        return option(name, metavar=metavar, multiple=True, **more)

    def argument(name: str, kind: Any = file, **more: Any) -> Callable[[], click.Argument]:
        return lambda: click.Argument([name], type=kind, **more)

    seed = option("seed", type=Whole(None, language), default=0, show_default=True)
    unbound = option("unbound", is_flag=True)
    own = option("methodology", metavar="FILE.py:NAME|NAME")
    lang = option("lang", type=OneOf(LANGUAGES, language), default=language)
    tables = argument("mentees"), argument("mentors")
    demands = option("demands", type=file, metavar="FILE")
    values, strict = option("values", is_flag=True), option("strict", is_flag=True)
    folder = argument("folder", metavar="DIR")
    out = option("out", called="folder", type=file, metavar="DIR", required=True)
    replace = option("replace", is_flag=True)
    demo_out = option("out", called="folder", type=file, metavar="DIR", text="option-demo-out")
    person = argument("person", str, metavar="ID")
    mentor = argument("mentor", str, metavar="[MENTOR]", required=False)
    audience = option(
        "audience",
        type=OneOf(get_args(Audience), language),
        default="coordinator",
        show_default=True,
    )
    markup = option(
        "format",
        called="markup",
        type=OneOf(questions.MARKUPS, language),
        default="text",
        show_default=True,
    )
    rules = (unbound, own, lang)
    most = option("most", type=from_one, default=10, show_default=True)
    profiles = option("profiles", type=file, metavar="FILE")
    copies = option("copies", type=from_one, default=3, show_default=True, metavar="N")
    others = (
        option("within", type=Whole(0, language), required=True, metavar="POINTS"),
        option("differing", type=from_one, default=1, show_default=True, metavar="PAIRS"),
        option("most", type=from_one, default=3, show_default=True, text="option-most-plans"),
    )
    changes = (
        several("remove", "ID"),
        several("places", "ID=N"),
        several("lock", "MENTOR=MENTEE"),
        several("overriding", "RULE"),
        several("unlock", "MENTEE"),
        several("ban", "MENTOR=MENTEE"),
        several("unban", "MENTOR=MENTEE"),
        several("set", "RULE.PARAMETER=N", called="settings"),
        several("without", "RULE"),
        several("add-mentees", "FILE", type=file),
        several("add-mentors", "FILE", type=file),
    )
    other_out = option("out", type=file, metavar="DIR", text="option-other-out")

    early = click.Option(  # understood before the command's name too, by ``_language``
        ["--lang"], type=OneOf(LANGUAGES, language), expose_value=False, help=say("option-lang")
    )
    app = Group(
        None, language=language, help=say("app"), epilog=say("app-examples"), params=[early]
    )
    wanted: dict[str, tuple[Callable[..., None], tuple[Callable[[], click.Parameter], ...]]] = {
        "match": (commands.match, (*tables, demands, out, replace, seed, *rules)),
        "check": (commands.check, (*tables, demands, values, strict, *rules)),
        "explain": (questions.explain, (folder, person, mentor, audience, markup, *rules)),
        "advise": (questions.advise, (folder, profiles, copies, most, markup, *rules)),
        "what-if": (questions.what_if, (folder, *changes, other_out, replace, markup, *rules)),
        "alternatives": (questions.alternatives, (folder, *others, markup, *rules)),
        "verify": (commands.verify, (folder, *rules)),
        "template": (commands.template, (folder, own, lang)),
        "demo": (commands.demo, (demo_out, replace, seed, lang)),
    }
    usage = click.help_option("-h", "--help", help=say("option-help"))
    for name, (callback, parameters) in wanted.items():
        made = [make() for make in parameters]
        command = Command(name, language=language, callback=callback, params=made, help=say(name))
        app.add_command(usage(command))
    version = click.version_option(__version__, prog_name="nastavnik", help=say("option-version"))
    return usage(version(app))
