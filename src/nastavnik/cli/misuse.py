"""What is said of a call that the parser refuses, in the reader's language; click says it in English."""

import re
from typing import Any, Final

import click

from nastavnik.basics.disclosure import word_told
from nastavnik.basics.errors import nearest
from nastavnik.basics.messages import PLACES
from nastavnik.basics.texts import Language
from nastavnik.cli.texts import TEXTS

__all__ = ["Misused", "in_language"]

_NAMED: Final = re.compile(r"'(.*)'|\((.*)\)")
"""What a message of the parser names, where the error does not hold it by itself."""

_NAME_OF_OPTION: Final = re.compile("--?[a-z]+(?:-[a-z]+)*")

_OF_OPTIONS: Final = frozenset({"misused-value", "misused-valued"})
"""Keys of what is said of an option that there is."""


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

    def told(self) -> str:
        """Return what is wrong, and where there is help."""
        if self.ctx is None:
            return self.message
        where = TEXTS["misused-help"][self._language].format(self.ctx.command_path)
        return f"{self.message}\n{where}"


def in_language(language: Language, error: click.UsageError) -> Misused:
    """Return an error of the parser in one language."""
    if isinstance(error, Misused):
        return error
    return Misused(_said(error, language), language, error.ctx)


def _said(error: click.UsageError, language: Language) -> str:
    """Return what is wrong with a call."""
    near, known = None, list[str]()
    if isinstance(error, click.MissingParameter):
        return TEXTS["misused-missing"][language].format(_hint(error))
    if isinstance(error, click.BadParameter):
        return f"{_hint(error)}: {error.message}"
    if isinstance(error, click.NoSuchOption):
        key, named = "misused-option", error.option_name
        known = [name for one in _options(error) for name in one.opts]
    elif isinstance(error, click.BadOptionUsage):
        takes_none = "not take" in error.message
        key, named = "misused-valued" if takes_none else "misused-value", error.option_name
    else:
        found = _NAMED.search(error.message)
        named = next(filter(None, found.groups()), "") if found else error.message
        key = "misused-surplus"
        group: Any = error.ctx and error.ctx.command
        if isinstance(group, click.Group):
            key = "misused-command" if found else "misused-no-command"
            known = list(group.commands)
    if key not in _OF_OPTIONS:
        near = nearest(named, known)
        if not _NAME_OF_OPTION.fullmatch(named):  # nobody is called so
            named = word_told(named, language, near=known)
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
        return max(error.param.opts, key=len)
    return str(error.param.metavar or error.param.human_readable_name)
