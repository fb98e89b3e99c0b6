"""Every word the command line says of itself, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.cli.texts.of_answers import OF_ANSWERS
from nastavnik.cli.texts.of_commands import OF_COMMANDS
from nastavnik.cli.texts.of_options import OF_OPTIONS
from nastavnik.cli.texts.of_running import OF_RUNNING

__all__ = ["TEXTS"]

TEXTS: Final[Mapping[str, Text]] = MappingProxyType(
    {**OF_COMMANDS, **OF_OPTIONS, **OF_ANSWERS, **OF_RUNNING}
)
"""Texts by key."""
