"""Names, options and help of the commands, in one language; `statuses` says how they end.

A command is a line of ``_commands``: its name, what it does, and its options and arguments. Every command has
``--lang``, ``--quiet``, ``--show-values`` and ``--debug`` besides.
"""

import inspect
from collections.abc import Callable, Mapping
from typing import Any, get_args

import click

from nastavnik.basics.texts import LANGUAGES, Language
from nastavnik.cli import cases_command, commands, questions, rules_command
from nastavnik.cli.answers import MARKUPS, Manner
from nastavnik.cli.calls import Call
from nastavnik.cli.columns import columns
from nastavnik.cli.forget_command import forget
from nastavnik.cli.help_pages import Command, Group
from nastavnik.cli.letters import letters
from nastavnik.cli.parameters import Argument, Day, File, OneOf, Option, Whole
from nastavnik.cli.settings import Settings
from nastavnik.cli.texts import TEXTS
from nastavnik.exchange.tables.files.options import Hidden
from nastavnik.programme.evidence import Audience
from nastavnik.report.letter_files import By

__all__ = ["make_app"]

Make = Callable[[], click.Parameter]
"""Makes an option or argument anew; one cannot belong to two commands."""

Do = Callable[..., int | None]
"""Does what a command is for, and returns an exit status where that is not 0."""

Commands = Mapping[str, tuple[Do, tuple[Make, ...]]]
"""What each command does, and its options and arguments."""


def make_app(settings: Settings) -> click.Group:
    """Make the command line.

    Args:
        settings: the language of everything, and what options are where a call does not say.
    """
    language = settings.language
    making = _Making(language, settings.defaults)
    early = Option(  # understood before the command's name too, by ``language_of``
        ["--lang"],
        language=language,
        type=OneOf(LANGUAGES, language),
        expose_value=False,
        help=TEXTS["option-lang"][language],
    )
    app = Group(
        language=language,
        help=TEXTS["app"][language],
        epilog=TEXTS["app-examples"][language],
        params=[early],
    )
    for name, (callback, parameters) in _commands(making).items():
        app.add_command(
            Command(
                name,
                language=language,
                callback=_in_its_manner(name, callback),
                params=[make() for make in (*parameters, *making.of_all())],
                help=TEXTS[name][language],
            )
        )
    return app


def _in_its_manner(command: str, callback: Do) -> Do:
    """Return what runs a command with how it is to be answered, and notes that for those who tell how it ended."""
    taken = inspect.signature(callback).parameters

    @click.pass_obj
    def run(call: Call, /, **values: Any) -> int | None:
        manner = Manner(
            command=command,
            language=values["lang"],
            **{
                name: values.pop(name)
                for name in ("markup", "as_json", "output", "quiet", "show_values")
                if name in values
            },
            replace=values.get("replace", False),
        )
        call.manner, call.language, call.debug = manner, values["lang"], values.pop("debug")
        call.values = manner.show_values
        manner.check()
        if "manner" in taken:
            values["manner"] = manner
        if "replace" not in taken:
            values.pop("replace", None)
        return callback(**values)

    return run


class _Making:
    """Makes options and arguments in one language.

    Args:
        language: of their help.
        defaults: by name of the value, where the coordinator has settled some.
    """

    def __init__(self, language: Language, defaults: Mapping[str, Any]) -> None:
        self.language: Language = language
        self._defaults = defaults

    def option(self, name: str, *, text: str | None = None, **more: Any) -> Make:
        names = [f"--{name}", *more.pop("short", ())]
        called = more.pop("called", name.replace("-", "_"))
        default = self._defaults.get(called, more.pop("default", None))
        if default is None and more.get("is_flag"):
            default = False
        if default is not None:
            more["default"] = default
            if not more.get("is_flag") and "shown" not in more:
                more["shown"] = str(default)
        told = TEXTS[text or f"option-{name}"][self.language]
        return lambda: Option([*names, called], language=self.language, help=told, **more)

    def file(self, name: str, *, read: bool = False, metavar: str = "FILE", **more: Any) -> Make:
        kind = File(self.language, read=read)
        return self.option(name, type=kind, metavar=metavar, **more)

    def whole(self, name: str, least: int | None, **more: Any) -> Make:
        return self.option(name, type=Whole(least, self.language), **more)

    def one_of(self, name: str, known: tuple[str, ...], **more: Any) -> Make:
        return self.option(name, type=OneOf(known, self.language), **more)

    def several(self, name: str, metavar: str, **more: Any) -> Make:
        return self.option(name, metavar=metavar, multiple=True, **more)

    def argument(self, name: str, metavar: str, *, text: str | None = None, **more: Any) -> Make:
        told = TEXTS[f"argument-{text or name}"][self.language]
        return lambda: Argument(name, language=self.language, metavar=metavar, text=told, **more)

    def of_all(self) -> tuple[Make, ...]:
        """Return what every command has."""
        return (
            self.one_of("lang", LANGUAGES, default=self.language),
            self.option("quiet", short=["-q"], is_flag=True),
            self.option("show-values", is_flag=True),
            self.option("debug", is_flag=True),
        )


def _commands(making: _Making) -> Commands:
    """Return every command there is, in the order of the help."""
    m = making
    language = m.language
    rules = (
        m.option("reading", metavar="founding|widened|unbound"),
        m.option("methodology", metavar="FILE.py:NAME|NAME"),
        m.file("rules", read=True, called="rules_file"),
    )
    seed = m.whole("seed", None, default=0)
    tables = (
        m.argument("mentees", "MENTEES", type=File(language, read=True)),
        m.argument("mentors", "MENTORS", type=File(language, read=True)),
    )
    own_headings = m.file("columns", read=True)
    sheets = (
        m.several("sheet", "NAME", called="sheets"),
        m.one_of("hidden", get_args(Hidden), default="refuse"),
    )
    folder = m.argument("folder", "DIR", type=File(language))
    replace = m.option("replace", is_flag=True)
    answer = (
        m.one_of("format", MARKUPS, called="markup", shown="text"),
        m.option("json", called="as_json", is_flag=True),
        m.file("output"),
    )
    replace_answer = m.option("replace", is_flag=True, text="option-replace-answer")
    names = m.several("names", "FILE", type=File(language, read=True))
    demands = m.file("demands", read=True)
    checking = (
        demands,
        m.option("values", is_flag=True),
        m.option("strict", is_flag=True),
    )
    matching = (
        *tables,
        demands,
        own_headings,
        *sheets,
        m.option("notes", is_flag=True),
        m.option("groups-together", is_flag=True),
        m.file("out", called="folder", metavar="DIR", required=True),
        replace,
        seed,
        m.option("on", metavar="DAY", type=Day(language)),
    )
    explaining = (
        folder,
        m.argument("person", "ID"),
        m.argument("mentor", "MENTOR", required=False),
        m.one_of("audience", get_args(Audience), default="coordinator"),
    )
    advising = (
        m.file("profiles", read=True),
        m.whole("copies", 1, default=3),
        m.whole("most", 1, default=10),
    )
    others = (
        m.whole("within", 0, required=True, metavar="POINTS"),
        m.whole("differing", 1, default=1, metavar="PAIRS"),
        m.whole("most", 1, default=3, text="option-most-plans"),
    )
    changes = (
        m.several("remove", "ID"),
        m.several("places", "ID=N"),
        m.several("lock", "MENTOR=MENTEE"),
        m.several("overriding", "RULE"),
        m.several("unlock", "MENTEE"),
        m.several("ban", "MENTOR=MENTEE"),
        m.several("unban", "MENTOR=MENTEE"),
        m.several("set", "RULE.PARAMETER=N", called="settings"),
        m.several("without", "RULE"),
        m.several("add-mentees", "FILE", type=File(language, read=True)),
        m.several("add-mentors", "FILE", type=File(language, read=True)),
        own_headings,
        m.file("out", metavar="DIR", text="option-other-out"),
        m.option("replace", is_flag=True, text="option-replace-both"),
    )
    writing = (
        m.file("out", metavar="DIR", required=True, text="option-letters-out"),
        m.option("replace", is_flag=True, text="option-replace-letters"),
        m.one_of("by", get_args(By), default="class"),
        m.option("school", metavar="TEXT"),
        m.option("contact", metavar="TEXT"),
        m.option("first-meeting", metavar="TEXT"),
        m.several("names", "FILE", type=File(language, read=True), text="option-letters-names"),
    )
    asking = (*answer, replace_answer, names, *rules)
    return {
        "template": (
            commands.template,
            (
                m.argument("folder", "DIR", text="template-folder", type=File(language)),
                m.option("full", is_flag=True),
                *rules[1:],
            ),
        ),
        "columns": (
            columns,
            (
                m.argument(
                    "tables", "TABLES", type=File(language, read=True), nargs=-1, required=True
                ),
                m.file("out", text="option-columns-out"),
                m.option("methodology", metavar="FILE.py:NAME|NAME"),
            ),
        ),
        "check": (
            commands.check,
            (*tables, *checking, own_headings, *sheets, *answer, replace_answer, *rules),
        ),
        "match": (commands.match, (*matching, *rules)),
        "explain": (questions.explain, (*explaining, *asking)),
        "letters": (letters, (folder, *writing, *rules)),
        "advise": (questions.advise, (folder, *advising, *asking)),
        "what-if": (questions.what_if, (folder, *changes, *answer, names, *rules)),
        "alternatives": (questions.alternatives, (folder, *others, *asking)),
        "verify": (
            commands.verify,
            (
                folder,
                m.file("demands", read=True, text="option-verify-demands"),
                m.option("json", called="as_json", is_flag=True),
                *rules,
            ),
        ),
        "forget": (
            forget,
            (
                folder,
                m.argument("person", "ID", text="forgotten"),
                m.argument(
                    "searched",
                    "FILES",
                    text="searched",
                    type=File(language, read=True),
                    nargs=-1,
                    required=False,
                ),
                m.option("replace", is_flag=True, text="option-replace-forgetting"),
                m.several(
                    "names", "FILE", type=File(language, read=True), text="option-forgetting-names"
                ),
                *rules,
            ),
        ),
        "rules": (
            rules_command.rules,
            (
                m.argument(
                    "folder", "DIR", text="rules-folder", type=File(language), required=False
                ),
                answer[0],
                answer[2],
                replace_answer,
                *rules,
            ),
        ),
        "test": (
            cases_command.test,
            (
                m.argument(
                    "files",
                    "FILES",
                    text="case-files",
                    type=File(language, read=True),
                    nargs=-1,
                    required=True,
                ),
                answer[0],
                answer[2],
                replace_answer,
                *rules,
            ),
        ),
        "demo": (
            commands.demo,
            (
                m.file("out", called="folder", metavar="DIR", text="option-demo-out"),
                replace,
                seed,
            ),
        ),
    }
