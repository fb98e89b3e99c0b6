"""What is said of a call that the parser refuses, in Russian where that is asked for; click says it in English."""

import re
from typing import Any, Final

import click

from nastavnik.basics.errors import nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Language
from nastavnik.cli.texts import TEXTS

__all__ = ["Command", "Group", "Misused", "OneOf", "Whole"]

_NAMED: Final = re.compile(r"'(.*)'|\((.*)\)")
"""What a message of the parser names, where the error does not hold it by itself."""


class Misused(click.UsageError):
    """A call that is wrong, said in one language.

    Args:
        message: what is wrong.
        language: of the message.
        ctx: where it was found.
    """

    def __init__(self, message: str, language: Language, ctx: click.Context | None = None) -> None:
        super().__init__(message, ctx)
        self._language: Language = language

    def show(self, file: Any = None) -> None:
        """Write what is wrong, and where there is help."""
        if self._language == "en":
            super().show(file)
            return
        click.echo(self.message, file=file, err=True)
        if self.ctx is not None:
            text = TEXTS["misused-help"][self._language]
            click.echo(text.format(self.ctx.command_path), file=file, err=True)


def _said(error: click.UsageError, language: Language) -> str:
    """Return what is wrong with a call."""
    near = None
    if isinstance(error, click.MissingParameter):
        key, named = "misused-missing", _hint(error)
    elif isinstance(error, click.BadParameter):
        return f"{_hint(error)}: {error.message}"
    elif isinstance(error, click.NoSuchOption):
        key, named = "misused-option", error.option_name
        near = nearest(named, [name for one in _options(error) for name in one.opts])
    elif isinstance(error, click.BadOptionUsage):
        takes_none = "not take" in error.message
        key, named = "misused-valued" if takes_none else "misused-value", error.option_name
    else:
        found = _NAMED.search(error.message)
        named = next(filter(None, found.groups()), "") if found else error.message
        key = "misused-surplus"
        if "command" in error.message:
            key, group = "misused-command", error.ctx and error.ctx.command
            near = nearest(named, group.commands) if isinstance(group, click.Group) else None
    said = TEXTS[key][language].format(named)
    return said if near is None else f"{said}\n    {PLACES['maybe'][language].format(near)}"


def _options(error: click.UsageError) -> list[click.Parameter]:
    if error.ctx is None:
        return []
    return [one for one in error.ctx.command.get_params(error.ctx) if isinstance(one, click.Option)]


def _hint(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name


class Command(click.Command):
    """A command that refuses a wrong call in one language.

    Args:
        name: of the command.
        language: of what is said.
        settings: as click takes them.
    """

    def __init__(self, name: str | None, *, language: Language, **settings: Any) -> None:
        super().__init__(name, **settings)
        self._language: Language = language

    def make_context(self, *given: Any, **settings: Any) -> click.Context:
        """Read the options."""
        try:
            return super().make_context(*given, **settings)
        except (click.BadParameter, click.NoSuchOption, click.BadOptionUsage) as error:
            raise _in(self._language, error) from None
        except click.UsageError as error:
            if type(error) is not click.UsageError:  # such as the help, where nothing was given
                raise
            raise _in(self._language, error) from None


class Group(Command, click.Group):
    """Several commands, which are found by their names."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find a command."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise _in(self._language, error) from None


def _in(language: Language, error: click.UsageError) -> click.UsageError:
    return error if language == "en" else Misused(_said(error, language), language, error.ctx)


class OneOf(click.Choice):  # type: ignore[type-arg]
    """One of several texts."""

    def __init__(self, known: Any, language: Language) -> None:
        super().__init__(list(known))
        self._language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the text, if it is one of them."""
        if value not in self.choices:
            text = TEXTS["misused-choice"][self._language]
            self.fail(text.format(value, ", ".join(self.choices)), param, ctx)
        return value


class Whole(click.IntRange):
    """A whole number, not below a least one if there is such."""

    def __init__(self, least: int | None, language: Language) -> None:
        super().__init__(least)
        self._language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number, if the text is one."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            key = "misused-whole" if self.min is None else "misused-least"
            self.fail(TEXTS[key][self._language].format(value, self.min), param, ctx)
