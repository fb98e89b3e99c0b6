"""Command lines of every command and option that there is, with right and wrong values."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import click
from attrs import frozen

from helpers.fuzz.texts import HOSTILE, spoilt
from nastavnik.cli.app import make_app
from nastavnik.cli.settings import Settings

__all__ = ["Surroundings", "line_of"]

_APP: Final = make_app(Settings(language="ru"))
_IDS: Final = ("p1", "p2", "p3", "p4", "t1", "t2", "t3", "p9", "T1", "т1", "P 1")
_PAIRS: Final = (
    "t1=p1",
    "t2=p2",
    "t1=p9",
    "t1",
    "=",
    "t1=p1=p2",
    "t1=",
    "=p1",
    "t3=p4",
    "p1=t1",
    "t1=p1,t2=p2",
)
_PLACES: Final = ("t1=2", "t1=0", "t2=-1", "t1=9999999999999999999999", "t1=x", "t9=1", "t1")
_RULES: Final = (
    "grade-gap", "mentor-agreed", "shows-leadership", "grade-gap.years=1", "grade-gap.gap=0", "old-enough.years=99",
    "x.y=1", "grade-gap.", ".=", "grade-gap.years=x", "mentee-old-enough.years=3",
)  # fmt: skip
_NUMBERS: Final = ("0", "1", "3", "-1", "100", "99999999999999999999", "1.5", "x", "", "٣")
_MODULES: Final = ("no_such.py:X", "local", "", ":", "x:y", "nastavnik:TARGET_MODEL")


@frozen(kw_only=True)
class Surroundings:
    """What a command line may name.

    Args:
        folder: where new things may be written.
        plan: folder of a written plan.
        files: files, right and wrong ones, of every kind.
    """

    folder: Path
    plan: Path
    files: Sequence[Path]


def line_of(chance: Random, around: Surroundings) -> list[str]:  # noqa: C901 - chances, one after the other
    """Return a command line: mostly a sensible one with one or two things wrong."""
    name = chance.choice(sorted(_APP.commands))
    command = _APP.commands[name]
    words: list[str] = []
    for parameter in command.params:
        if isinstance(parameter, click.Argument):
            if chance.random() < 0.96:
                words.append(_value(chance, parameter, around))
        elif isinstance(parameter, click.Option) and chance.random() < (
            0.95 if parameter.required else 0.25
        ):
            for _ in range(chance.choice((1, 1, 2)) if parameter.multiple else 1):
                words += _option(chance, parameter, around)
    if chance.random() < 0.1:
        words.insert(chance.randrange(len(words) + 1), str(chance.choice(HOSTILE)))
    if chance.random() < 0.05 and words:
        del words[chance.randrange(len(words))]
    if chance.random() < 0.7:
        words += ["--lang", chance.choice(("ru", "ru", "en"))]
    if chance.random() < 0.04:
        name = spoilt(chance, name)
    words.insert(0, name)
    if chance.random() < 0.03:
        words.insert(
            0,
            chance.choice(("--lang", "--help", "--version", "--", "-h", "--lang=ru", "--nothing")),
        )
    return [word.replace("\x00", "") for word in words]  # no system hands over a NUL


def _option(chance: Random, option: click.Option, around: Surroundings) -> list[str]:
    name = chance.choice((*option.opts, *option.secondary_opts))
    if option.is_flag or option.count:
        return [name]
    value = _value(chance, option, around)
    return [f"{name}={value}"] if name.startswith("--") and chance.random() < 0.2 else [name, value]


def _value(chance: Random, parameter: click.Parameter, around: Surroundings) -> str:
    """Return a value that the parameter may take, or, seldom, one that it may not."""
    if chance.random() < 0.06:
        return str(chance.choice(HOSTILE))
    right = _right(chance, parameter, around)
    return spoilt(chance, right) if chance.random() < 0.06 else right


def _right(chance: Random, parameter: click.Parameter, around: Surroundings) -> str:  # noqa: PLR0911 - a table
    name, kind = parameter.name or "", parameter.type
    if isinstance(kind, click.Choice):
        return str(chance.choice(list(kind.choices)))
    if isinstance(kind, click.types.IntParamType | click.types.FloatParamType):
        return chance.choice(_NUMBERS)
    if isinstance(kind, click.Path | click.File):
        return str(_path(chance, parameter, around))
    if name in {"lock", "ban", "unban", "unlock"} and chance.random() < 0.9:
        return chance.choice(_PAIRS)
    if name == "places":
        return chance.choice(_PLACES)
    if name in {"settings", "set", "overriding", "without", "rule"}:
        return chance.choice(_RULES)
    if name == "methodology":
        return chance.choice(_MODULES)
    return chance.choice(_IDS)


def _path(chance: Random, parameter: click.Parameter, around: Surroundings) -> Path | str:
    name = parameter.name or ""
    some: tuple[Path | str, ...]
    if isinstance(parameter, click.Option) and {"--out", "--output"} & set(parameter.opts):
        new = around.folder / f"new{chance.randrange(3)}"
        some = (new, new, new, around.plan, chance.choice(around.files), "", "/proc/no/such")
        return chance.choice(some)
    likely = [file for file in around.files if file.name.startswith(name.removeprefix("add_"))]
    if name == "folder":
        likely = [around.plan] * 9
    likely = likely or list(around.files)
    missing = around.folder / "missing.csv"
    some = (*likely * 3, chance.choice(around.files), missing, around.folder, around.plan, "-")
    return chance.choice(some)
