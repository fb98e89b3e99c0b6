"""Every word the command line says of itself, in both languages."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from nastavnik.basics.texts import Text
from nastavnik.cli.texts.of_answers import OF_ANSWERS
from nastavnik.cli.texts.of_columns import OF_COLUMNS
from nastavnik.cli.texts.of_commands import OF_COMMANDS
from nastavnik.cli.texts.of_forgetting import OF_FORGETTING
from nastavnik.cli.texts.of_groups import OF_GROUPS
from nastavnik.cli.texts.of_letters import OF_LETTERS
from nastavnik.cli.texts.of_options import OF_OPTIONS
from nastavnik.cli.texts.of_proofs import OF_PROOFS
from nastavnik.cli.texts.of_rules import OF_RULES
from nastavnik.cli.texts.of_running import OF_RUNNING

__all__ = ["TEXTS"]

TEXTS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        **OF_COMMANDS,
        **OF_OPTIONS,
        **OF_ANSWERS,
        **OF_PROOFS,
        **OF_RUNNING,
        **OF_COLUMNS,
        **OF_RULES,
        **OF_GROUPS,
        **OF_LETTERS,
        **OF_FORGETTING,
    }
)
"""Texts by key."""
