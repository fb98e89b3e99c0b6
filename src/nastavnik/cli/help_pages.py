"""Commands whose help pages are in one language throughout; click's own are in English.

A page has, in this order: how the command is called, what it does, its arguments, its options, the commands below it.
"""

import inspect
from collections.abc import Callable
from typing import Any

import click

from nastavnik.basics.texts import Language
from nastavnik.basics.version import __version__
from nastavnik.cli.misuse import Misused, in_language
from nastavnik.cli.output import say
from nastavnik.cli.parameters import Argument, Option
from nastavnik.cli.texts import TEXTS

__all__ = ["Command", "Group", "InterruptedCallError"]


class InterruptedCallError(Exception):
    """Ctrl-C was pressed while a command ran."""


def _print_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(ctx.get_help())
        ctx.exit()


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        say(f"nastavnik {__version__}")
        ctx.exit()


def _flag(names: list[str], language: Language, callback: Callable[..., None]) -> Option:
    """Return an option that is heeded before all others and ends the call."""
    return Option(
        names,
        language=language,
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=callback,
        help=TEXTS[f"option-{names[-1].strip('-')}"][language],
    )


class Command(click.Command):
    """A command that explains itself, and refuses a wrong call, in one language.

    Args:
        name: of the command.
        language: of what is said.
        settings: as click takes them.
    """

    def __init__(self, name: str | None, *, language: Language, **settings: Any) -> None:
        own = [*settings.pop("params", []), _flag(["-h", "--help"], language, _print_help)]
        super().__init__(name, params=own, add_help_option=False, **settings)
        self._language: Language = language

    def make_context(self, *given: Any, **settings: Any) -> click.Context:
        """Read the options."""
        try:
            return super().make_context(*given, **settings)
        except click.UsageError as error:
            raise in_language(self._language, error) from None

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole page."""
        self.format_usage(ctx, formatter)
        self.format_help_text(ctx, formatter)
        arguments = [one.told for one in self.get_params(ctx) if isinstance(one, Argument)]
        self._section("arguments", arguments, formatter)
        options = [one for one in self.get_params(ctx) if isinstance(one, Option)]
        self._section("options", [one.told() for one in options], formatter)
        self._more(formatter)
        self.format_epilog(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        prefix = f"{TEXTS['help-usage'][self._language]} "
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the command's name."""
        given = [one for one in self.get_params(ctx) if isinstance(one, Argument)]
        return [
            TEXTS["help-any-options"][self._language],
            *(one.usage for one in given),
        ]

    def _section(
        self, key: str, rows: list[tuple[str, str]], formatter: click.HelpFormatter
    ) -> None:
        if rows:
            with formatter.section(TEXTS[f"help-{key}"][self._language]):
                formatter.write_dl(rows)

    def _more(self, formatter: click.HelpFormatter) -> None:
        """Write what only a group has."""


class Group(Command, click.Group):
    """Several commands, which are found by their names."""

    def __init__(
        self, *, language: Language, params: list[click.Parameter], **settings: Any
    ) -> None:
        version = _flag(["--version"], language, _print_version)
        settings.setdefault("no_args_is_help", False)
        super().__init__(None, language=language, params=[*params, version], **settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what stands before the command's name; without one, the page is shown and the call is wrong."""
        if not args and not ctx.resilient_parsing:
            raise Misused(ctx.get_help(), self._language)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find a command."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise in_language(self._language, error) from None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that is named."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise InterruptedCallError from None
        except click.UsageError as error:  # no command is named
            raise in_language(self._language, error) from None

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands behind the program's name."""
        return [*super().collect_usage_pieces(ctx), TEXTS["help-any-command"][self._language]]

    def _more(self, formatter: click.HelpFormatter) -> None:
        rows = [
            (name, _first_sentence(command.help or "")) for name, command in self.commands.items()
        ]
        self._section("commands", rows, formatter)


def _first_sentence(text: str) -> str:
    """Return the first paragraph of a help text, on one line."""
    return " ".join(inspect.cleandoc(text).split("\n\n")[0].split())
