"""Options and arguments: what each takes, how its help line reads, how a wrong value is refused, in one language."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from nastavnik.basics.disclosure import word_told
from nastavnik.basics.texts import Language
from nastavnik.cli.standard_input import DASH, saved_input
from nastavnik.cli.texts import TEXTS

__all__ = ["Argument", "Day", "File", "OneOf", "Option", "Whole", "placeholder"]


def placeholder(name: str, language: Language) -> str:
    """Return what stands for a value in the help, in one language.

    >>> placeholder("MENTOR=MENTEE", "ru"), placeholder("[en|ru]", "ru")
    ('НАСТАВНИК=НАСТАВЛЯЕМЫЙ', '[en|ru]')
    """
    key = f"value-{name}"
    return TEXTS[key][language] if key in TEXTS else name


class File(click.Path):
    """A file or folder; ``-`` is standard input where a file is read.

    Args:
        language: of what is said of a wrong one.
        read: whether the file is read, so that ``-`` makes sense.
    """

    name = "path"

    def __init__(self, language: Language, *, read: bool = False) -> None:
        super().__init__(path_type=Path)
        self._language: Language = language
        self._read = read

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse an empty text, which the operating system would take for this folder, and what it would not take."""
        if value == "":
            self.fail(TEXTS["no-path"][self._language], param, ctx)
        if "\0" in str(value):
            self.fail(TEXTS["nul-in-path"][self._language], param, ctx)
        try:
            os.fsencode(str(value))
        except UnicodeEncodeError:
            self.fail(TEXTS["broken-path"][self._language], param, ctx)
        if value == DASH and self._read and ctx is not None:
            return saved_input(ctx.find_root())
        return super().convert(value, param, ctx)


class OneOf(click.Choice):  # type: ignore[type-arg]
    """One of several texts."""

    def __init__(self, known: Sequence[str], language: Language) -> None:
        super().__init__(list(known))
        self._language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the text, if it is one of them."""
        if value not in self.choices:
            text = TEXTS["misused-choice"][self._language]
            self.fail(
                text.format(_told(value, self._language, self.choices), ", ".join(self.choices)),
                param,
                ctx,
            )
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
            self.fail(
                TEXTS[key][self._language].format(_told(value, self._language), self.min),
                param,
                ctx,
            )


class Day(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4 on
    """A day, as ``2026-09-01`` or ``01.09.2026``.

    Args:
        language: of what is said of a wrong one.
    """

    name = "day"

    def __init__(self, language: Language) -> None:
        self._language: Language = language

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the day, if the text is one."""
        if isinstance(value, date):
            return value
        for written in ("%Y-%m-%d", "%d.%m.%Y"):
            try:
                return datetime.strptime(value, written).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        return self.fail(
            TEXTS["misused-day"][self._language].format(_told(value, self._language)), param, ctx
        )


def _told(value: Any, language: Language, near: Sequence[str] = ()) -> str:
    return word_told(str(value), language, near=near)


class Option(click.Option):
    """An option whose help line is in one language.

    Args:
        names: as click takes them.
        language: of the help.
        metavar: what stands for the value in the help, as a key or as it is; None for a flag or a choice.
        shown: the default as the help shows it, or None to show none.
        more: as click takes it.
    """

    def __init__(
        self,
        names: Sequence[str],
        *,
        language: Language,
        metavar: str | None = None,
        shown: str | None = None,
        **more: Any,
    ) -> None:
        kind = more.get("type")
        if metavar is None and isinstance(kind, OneOf):
            metavar = f"[{'|'.join(kind.choices)}]"
        elif metavar is None and not more.get("is_flag"):
            metavar = "N" if isinstance(kind, Whole) else "VALUE"
        named = None if metavar is None else placeholder(metavar, language)
        super().__init__(names, metavar=named, **more)
        self._language: Language = language
        self._shown = shown

    def told(self) -> tuple[str, str]:
        """Return the names with the value, and the help with the default."""
        names = ", ".join(sorted((*self.opts, *self.secondary_opts), key=len))
        notes = []
        if self._shown is not None:
            notes.append(TEXTS["help-default"][self._language].format(self._shown))
        if self.multiple:
            notes.append(TEXTS["help-repeated"][self._language])
        if self.required:
            notes.append(TEXTS["help-required"][self._language])
        text = f"{self.help} [{'; '.join(notes)}]" if notes else str(self.help)
        return f"{names} {self.metavar}" if self.metavar else names, text


class Argument(click.Argument):
    """What a command is about, with a help line in one language.

    Args:
        name: of the callback's argument.
        language: of the help.
        metavar: what stands for it in the help, as a key.
        text: what it is.
        more: as click takes it.
    """

    def __init__(
        self, name: str, *, language: Language, metavar: str, text: str, **more: Any
    ) -> None:
        super().__init__([name], metavar=placeholder(metavar, language), **more)
        self.told = (str(self.metavar), text)

    @property
    def usage(self) -> str:
        """What stands for it behind the command's name, in brackets where it may be left out."""
        return str(self.metavar) if self.required else f"[{self.metavar}]"
